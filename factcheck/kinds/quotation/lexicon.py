"""The word lists of rules/en/quotation as one dictionary: word → bits, so that a word is looked up once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Final

from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.remembered import Remembered

# Python is quickest with numbers of up to 30 bits, so that what few words have, or few questions ask for, comes last.
DETERMINER: Final = 1
PRONOUN: Final = 1 << 1
PREPOSITION: Final = 1 << 2
CONJUNCTION: Final = 1 << 3
ADVERB: Final = 1 << 4
AUXILIARY: Final = 1 << 5
TIME: Final = 1 << 6
TITLE: Final = 1 << 7
ROLE: Final = 1 << 8
GROUP: Final = 1 << 9
PAPER: Final = 1 << 10
ORGANISATION: Final = 1 << 11
RELATIVE: Final = 1 << 12
PAST: Final = 1 << 13  # a cue verb's past form
PRESENT: Final = 1 << 14  # its form in -s
BASE: Final = 1 << 15  # its bare form
PARTICIPLE: Final = 1 << 16  # its form in -ing
SPEECH: Final = 1 << 17  # of a verb that carries whole sentences
WEAK: Final = 1 << 18  # of a verb that counts only where no better cue stands
SPEECH_NOUN: Final = 1 << 19
SUBORDINATOR: Final = 1 << 20
PHRASE: Final = 1 << 21  # first word of a fixed phrase
PASSIVE: Final = 1 << 22
OTHER_VERB: Final = 1 << 23  # a past form that is no cue's
ACCORDING: Final = 1 << 24
# Set by the reader, not by a list.
CAPITAL: Final = 1 << 25
POSSESSIVE: Final = 1 << 26
QUOTE: Final = 1 << 27
MARK: Final = 1 << 28  # any other sign: comma, dash, bracket
# Seldom asked for.
PLACE: Final = 1 << 30
NO_GIVEN_NAME: Final = 1 << 31
GIVEN_HE: Final = 1 << 32
GIVEN_SHE: Final = 1 << 33
GIVEN_EITHER: Final = 1 << 34
SUFFIX: Final = 1 << 35
PARTICLE: Final = 1 << 36
DIGITS: Final = 1 << 37

VERB: Final = PAST | PRESENT | BASE | PARTICIPLE
FINITE: Final = PAST | PRESENT | BASE
GIVEN: Final = GIVEN_HE | GIVEN_SHE | GIVEN_EITHER
PERSON_NOUN: Final = ROLE | GROUP
NOUN: Final = ROLE | GROUP | PAPER | ORGANISATION | TITLE
FUNCTION: Final = DETERMINER | PRONOUN | PREPOSITION | CONJUNCTION | AUXILIARY | RELATIVE
SIGN: Final = QUOTE | MARK
CUE: Final = VERB | PHRASE | SPEECH_NOUN | ACCORDING

_LISTS: Final = {
    "quote_determiner": DETERMINER,
    "quote_pronoun": PRONOUN,
    "quote_preposition": PREPOSITION,
    "quote_conjunction": CONJUNCTION,
    "quote_subordinator": SUBORDINATOR,
    "quote_adverb": ADVERB,
    "quote_auxiliary": AUXILIARY,
    "quote_passive_aux": PASSIVE,
    "quote_time_word": TIME,
    "quote_title": TITLE,
    "quote_role": ROLE,
    "quote_group": GROUP,
    "quote_paper": PAPER,
    "quote_organisation": ORGANISATION,
    "quote_place": PLACE,
    "quote_relative": RELATIVE,
    "quote_noun_cue": SPEECH_NOUN,
    "quote_no_given_name": NO_GIVEN_NAME,
    "quote_given_name_he": GIVEN_HE,
    "quote_given_name_she": GIVEN_SHE,
    "quote_given_name_either": GIVEN_EITHER,
    "quote_suffix": SUFFIX,
    "quote_name_particle": PARTICLE,
    "quote_other_verb": OTHER_VERB,
}


QUOTED: Final = "“”"  # the token that stands for a quotation
# A quotation mark left over beside the quotations is no token: a stray one parts no phrase and no word.
_STRAY: Final = '"“”„‟‘«»`'
_STRAYS: Final = str.maketrans("", "", _STRAY)
_TOKEN: Final = regex(rf"@?\w+(?:(?:[.&'’@/-]|[{_STRAY}]+|'')\w+)*['’]?|[^\s\w.'’{_STRAY}]")
_YEAR: Final = regex(r"(?:19|20)\d\d")
# What stands between two blanks: the bits of a token, or several with theirs.
Tokens = int | tuple[tuple[str, ...], tuple[int, ...]]
_NEVER_OWNS: Final = VERB | PHRASE | SPEECH | WEAK | SPEECH_NOUN | FUNCTION | ADVERB


def _tokens(known: dict[str, int], chosen: tuple[str, ...], chunk: str) -> Tokens:
    words = tuple(_TOKEN.findall(chunk))
    bits = tuple([_bits(known, chosen, word) for word in words])
    return bits[0] if words == (chunk,) else (words, bits)


def _bits(known: dict[str, int], chosen: tuple[str, ...], word: str) -> int:
    """The bits of a word; `chosen` are the endings of an office's name that make it one to come."""
    low = word.lower()
    healed = without_strays(low)
    bits = known.get(low, 0) if low == healed else known.get(healed, 0) & ~PHRASE  # looked up by its own letters
    if word[0] == "@" and len(word) > 1:
        bits = CAPITAL  # whose account it is
    elif not word[0].isalnum():
        bits = MARK
    elif word[0].isdigit():
        bits |= DIGITS | (TIME if _YEAR.fullmatch(word) else 0)
    elif word[0].isupper() or (known.get(low.split("-")[0], 0) & PARTICLE and not word.islower()):
        bits |= CAPITAL  # "al-Hamid" too
    if low.endswith(chosen):
        bits |= TITLE | ROLE
    elif "-" in low and low not in known:
        first, _, rest = low.partition("-")
        bits |= known.get(first if rest == "in-law" else low.rpartition("-")[2], 0) & (ROLE | GROUP)
    elif low[-1] == "s" and low not in known and known.get(low[:-1], 0) & ROLE:
        bits |= GROUP
    return bits if low in known else bits | _possessive(low, known)


def without_strays(words: str) -> str:
    """Words without the quotation marks that stand in and around them."""
    if words.isalnum():
        return words
    healed = words.translate(_STRAYS)
    return healed.replace("''", "") if "''" in healed else healed


def _possessive(low: str, known: dict[str, int]) -> int:
    """The bits of a possessive: those of its noun, and that it owns."""
    if low.endswith(("'s", "’s")):
        return known.get(low[:-2], 0) & ~_NEVER_OWNS | POSSESSIVE
    if low.endswith(("'", "’")):
        return known.get(low[:-1], 0) & ~_NEVER_OWNS | (POSSESSIVE if low[-2:-1] in {"s", "z"} else 0)
    return 0


@dataclass(eq=False)
class Lexicon:
    """What the room asks of the word lists; all words are in lower case but those of `seen`."""

    bits: dict[str, int]
    seen: dict[str, Tokens]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    according: dict[str, tuple[tuple[str, ...], ...]]
    pronouns: dict[str, str]
    honorifics: dict[str, str]
    short_names: dict[str, str]
    noun_sex: dict[str, str]
    abbreviations: dict[str, tuple[str, ...]]
    phrase_nouns: frozenset[str]
    ranks: tuple[str, ...]
    common_roles: frozenset[str]
    uses: frozenset[str]
    namers: frozenset[str]
    movers: frozenset[str]
    time_glue: frozenset[str]
    works: frozenset[str]
    naming: frozenset[str]
    elisions: frozenset[str]
    quoting: frozenset[str]
    heard: frozenset[str]
    greeted: frozenset[str]
    never_asks: frozenset[str]
    never_inverted: frozenset[str]
    asking: frozenset[str]
    modals: frozenset[str]
    copulas: frozenset[str]
    articles: frozenset[str]
    alone: frozenset[str]
    plural_pronouns: frozenset[str]
    objects: frozenset[str]
    speech_owners: frozenset[str]
    pointing: frozenset[str]
    person_joints: frozenset[str]
    kept_joints: frozenset[str]
    nearness: frozenset[str]
    joined: frozenset[str]
    coordinates: frozenset[str]
    verb_joints: frozenset[str]
    aside_openers: frozenset[str]
    before_places: frozenset[str]
    longest_title: int
    scare_words: int


# Fields that hold the words of one list: field → list.
_SETS: Final = {
    "phrase_nouns": "quote_phrase_noun",
    "common_roles": "quote_common_role",
    "uses": "quote_use_verb",
    "namers": "quote_naming_verb",
    "movers": "quote_moving_verb",
    "time_glue": "quote_time_glue",
    "works": "quote_work_noun",
    "naming": "quote_naming_word",
    "elisions": "quote_elision",
    "quoting": "quote_quoting_verb",
    "heard": "quote_heard_verb",
    "greeted": "quote_greeted_by",
    "never_asks": "quote_never_asks",
    "never_inverted": "quote_never_inverted",
    "asking": "quote_asking_verb",
    "modals": "quote_modal",
    "copulas": "quote_is",
    "articles": "quote_article",
    "alone": "quote_alone",
    "plural_pronouns": "quote_plural_pronoun",
    "objects": "quote_object",
    "speech_owners": "quote_speech_owner",
    "pointing": "quote_pointing",
    "person_joints": "quote_person_joint",
    "kept_joints": "quote_kept_joint",
    "nearness": "quote_nearness",
    "joined": "quote_joined",
    "coordinates": "quote_coordinate",
    "verb_joints": "quote_verb_joint",
    "aside_openers": "quote_aside_opener",
    "before_places": "quote_before_place",
}


@lru_cache(maxsize=8)
def lexicon(ruleset: Ruleset) -> Lexicon:
    """The room's dictionary, built once for a ruleset."""
    bits: dict[str, int] = {}
    for name, bit in _LISTS.items():
        for word in ruleset.words(name):
            bits[word] = bits.get(word, 0) | bit
    for name, kind in (("quote_speech_verb", SPEECH), ("quote_frame_verb", 0), ("quote_weak_verb", WEAK)):
        for lemma, irregular in ruleset.words(name).items():
            for form, bit in _forms(lemma, irregular.split()):
                bits[form] = bits.get(form, 0) | bit | kind
    phrases, according = (_by_first_word(ruleset.words(name)) for name in ("quote_phrase_cue", "quote_according"))
    for found, bit in ((phrases, PHRASE), (according, ACCORDING)):
        for first in found:
            bits[first] = bits.get(first, 0) | bit
    sets: dict[str, Any] = {field: frozenset(ruleset.words(name)) for field, name in _SETS.items()}
    return Lexicon(
        bits=bits,
        seen=Remembered(partial(_tokens, bits, tuple(ruleset.words("quote_office_ending")))),
        phrases=phrases,
        according=according,
        pronouns={**ruleset.words("quote_pronoun"), **ruleset.words("quote_owner")},
        honorifics=dict(ruleset.words("quote_honorific")),
        short_names=dict(ruleset.words("quote_short_name")),
        noun_sex=dict(ruleset.words("quote_noun_sex")),
        abbreviations={noun: tuple(s.split()) for noun, s in ruleset.words("quote_role_abbreviation").items()},
        ranks=tuple(sorted(ruleset.words("quote_rank"))),
        **sets,
        longest_title=ruleset.setting("quotation.longest_title"),
        scare_words=ruleset.setting("quotation.scare_words"),
    )


def _by_first_word(surfaces: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word: what follows it in each."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for surface in sorted(surfaces):
        first, *rest = surface.lower().split()
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


def _forms(lemma: str, irregular: list[str]) -> list[tuple[str, int]]:
    """The forms of a verb with their bits: regular ones are built where the list gives none."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    sibilant = lemma.endswith(("s", "sh", "ch", "x", "z"))
    consonant_y = lemma.endswith("y") and lemma[-2] not in "aeou"
    pasts = [form for form in irregular if not form.endswith("ing")] or [
        lemma[:-1] + "ied" if consonant_y else stem + "ed"
    ]
    participles = [form for form in irregular if form.endswith("ing")] or [stem + "ing"]
    present = lemma[:-1] + "ies" if consonant_y else lemma + ("es" if sibilant else "s")
    return [
        (lemma, BASE),
        (present, PRESENT),
        *((form, PAST) for form in pasts),
        *((form, PARTICIPLE) for form in participles),
    ]
