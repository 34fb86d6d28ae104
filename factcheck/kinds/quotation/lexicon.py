"""Merge the word lists of rules/en/quotation into one dictionary from word to bits, one look-up per word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Any, Final

from factcheck import disk_cache
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.remembered import Remembered

# Python computes fastest with integers below 2**30, so the bits that are rare or rarely tested come last.
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
PAST: Final = 1 << 13  # past form of a cue verb
PRESENT: Final = 1 << 14  # its -s form
BASE: Final = 1 << 15  # its base form
PARTICIPLE: Final = 1 << 16  # its -ing form
SPEECH: Final = 1 << 17  # a verb that introduces whole sentences of speech
WEAK: Final = 1 << 18  # a verb that counts only where no better cue stands
SPEECH_NOUN: Final = 1 << 19
SUBORDINATOR: Final = 1 << 20
PHRASE: Final = 1 << 21  # first word of a fixed phrase
PASSIVE: Final = 1 << 22
OTHER_VERB: Final = 1 << 23  # past form of a verb that is no cue
ACCORDING: Final = 1 << 24
# Set from the form of a token, not from a list.
CAPITAL: Final = 1 << 25
POSSESSIVE: Final = 1 << 26
QUOTE: Final = 1 << 27
MARK: Final = 1 << 28  # any other punctuation: comma, dash, bracket
# Rarely tested.
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
# Quotation marks that belong to no quotation are dropped, so that a stray one splits no phrase and no word.
_STRAY: Final = '"“”„‟‘«»`\u00ad'
_STRAYS: Final = str.maketrans("", "", _STRAY)
_TOKEN: Final = regex(rf"@?\w+(?:(?:[.&'’@/-]|[{_STRAY}]+|'')\w+)*['’]?|[^\s\w.'’{_STRAY}]")
_GLUED: Final = regex(r"[^\W\d_A-Z]{2}[.](?=[A-Z][a-z])")  # a stop between two sentences without a blank
_YEAR: Final = regex(r"(?:19|20)\d\d")
# A blank-separated chunk: the bits of its only token, or its tokens and the bits of each.
Tokens = int | tuple[tuple[str, ...], tuple[int, ...]]
_NEVER_OWNS: Final = VERB | PHRASE | SPEECH | WEAK | SPEECH_NOUN | FUNCTION | ADVERB


def _tokens(known: dict[str, int], office_endings: tuple[str, ...], chunk: str) -> Tokens:
    """Split a blank-separated chunk into tokens with their bits; only the bits when it is one token."""
    glued = _GLUED.search(chunk) if "." in chunk else None
    if glued is not None:
        at = glued.end()  # the stop is a mark here: it parts two sentences
        words = (*_TOKEN.findall(chunk[: at - 1]), ".", *_TOKEN.findall(chunk[at:]))
    else:
        words = tuple(_TOKEN.findall(chunk))
    bits = tuple([_bits(known, office_endings, word) for word in words])
    return bits[0] if words == (chunk,) else (words, bits)


def _bits(known: dict[str, int], office_endings: tuple[str, ...], word: str) -> int:
    """Return the bits of a word; `office_endings` ("-elect") make an office's name a title and a role."""
    low = word.lower()
    cleaned = without_strays(low)
    # A word with a stray mark in it has the bits of its letters, but begins no fixed phrase.
    bits = known.get(low, 0) if low == cleaned else known.get(cleaned, 0) & ~PHRASE
    if word[0] == "@" and len(word) > 1:
        bits = CAPITAL  # the handle names the account's owner
    elif not word[0].isalnum():
        bits = MARK
    elif word[0].isdigit():
        bits |= DIGITS | (TIME if _YEAR.fullmatch(word) else 0)
    elif word[0].isupper() or (known.get(low.split("-")[0], 0) & PARTICLE and not word.islower()):
        bits |= CAPITAL  # "al-Hamid" too
    if low.endswith(office_endings):
        bits |= TITLE | ROLE
    elif "-" in low and low not in known:
        first, _, rest = low.partition("-")
        if not known.get(first, 0) & PREPOSITION:  # "in-person" names nobody
            bits |= known.get(first if rest == "in-law" else low.rpartition("-")[2], 0) & (ROLE | GROUP)
    elif low[-1] == "s" and low not in known and known.get(low[:-1], 0) & ROLE:
        bits |= GROUP
    return bits if low in known else bits | _possessive(low, known)


def without_strays(words: str) -> str:
    """Return words without the quotation marks in and around them."""
    if words.isalnum():
        return words
    cleaned = words.translate(_STRAYS)
    return cleaned.replace("''", "") if "''" in cleaned else cleaned


def _possessive(low: str, known: dict[str, int]) -> int:
    """Return the bits of a possessive form: those of its noun, and POSSESSIVE."""
    if low.endswith(("'s", "’s")):
        return known.get(low[:-2], 0) & ~_NEVER_OWNS | POSSESSIVE
    if low.endswith(("'", "’")):
        return known.get(low[:-1], 0) & ~_NEVER_OWNS | (POSSESSIVE if low[-2:-1] in {"s", "z"} else 0)
    return 0


@record
class Lexicon:
    """The word lists that the kind needs; all words are in lower case except the keys of `token_cache`."""

    bits: dict[str, int]
    token_cache: dict[str, Tokens]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    according: dict[str, tuple[tuple[str, ...], ...]]
    pointing_back: dict[str, tuple[tuple[str, ...], ...]]
    pronouns: dict[str, str]
    parties: dict[str, str]
    honorifics: dict[str, str]
    short_names: dict[str, str]
    noun_sex: dict[str, str]
    abbreviations: dict[str, tuple[str, ...]]
    phrase_nouns: frozenset[str]
    ranks: tuple[str, ...]
    age_endings: tuple[str, ...]
    common_roles: frozenset[str]
    opposed_roles: frozenset[str]
    placed_roles: frozenset[str]
    home_joints: frozenset[str]
    introducing_words: frozenset[str]
    political_titles: frozenset[str]
    political_roles: frozenset[str]
    general_titles: frozenset[str]
    use_verbs: frozenset[str]
    naming_verbs: frozenset[str]
    causing_verbs: frozenset[str]
    time_glue: frozenset[str]
    work_nouns: frozenset[str]
    naming_words: frozenset[str]
    elisions: frozenset[str]
    quoting_verbs: frozenset[str]
    perception_verbs: frozenset[str]
    place_adverbs: frozenset[str]
    greeting_prepositions: frozenset[str]
    non_question_verbs: frozenset[str]
    never_inverted: frozenset[str]
    denials: frozenset[str]
    asking_verbs: frozenset[str]
    answering_verbs: frozenset[str]
    requesting_verbs: frozenset[str]
    question_words: frozenset[str]
    modals: frozenset[str]
    calling_verbs: frozenset[str]
    clause_verbs: frozenset[str]
    aspect_verbs: frozenset[str]
    reflexives: frozenset[str]
    copulas: frozenset[str]
    articles: frozenset[str]
    subject_determiners: frozenset[str]
    plural_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    speech_owners: frozenset[str]
    pointing_determiners: frozenset[str]
    person_joints: frozenset[str]
    source_joints: frozenset[str]
    nearness_adjectives: frozenset[str]
    joinable_words: frozenset[str]
    coordinators: frozenset[str]
    verb_joints: frozenset[str]
    aside_openers: frozenset[str]
    before_places: frozenset[str]
    as_words: frozenset[str]
    self_naming_words: frozenset[str]
    agent_prepositions: frozenset[str]
    author_joints: frozenset[str]
    part_joints: frozenset[str]
    office_prepositions: frozenset[str]
    post_joints: frozenset[str]
    definite_articles: frozenset[str]
    indefinite_articles: frozenset[str]
    person_relatives: frozenset[str]
    thing_relatives: frozenset[str]
    owning_relatives: frozenset[str]
    summing_words: frozenset[str]
    own_words: frozenset[str]
    words_prepositions: frozenset[str]
    label_joints: frozenset[str]
    viewpoint_prepositions: frozenset[str]
    gaze_joints: frozenset[str]
    letter_nouns: frozenset[str]
    authoring_verbs: frozenset[str]
    letter_prepositions: frozenset[str]
    perfect_auxiliaries: frozenset[str]
    longest_title: int
    scare_words: int


# Fields that hold the words of one list: field → list name.
_SETS: Final = {
    "phrase_nouns": "quote_phrase_noun",
    "common_roles": "quote_common_role",
    "opposed_roles": "quote_opposed_role",
    "placed_roles": "quote_placed_role",
    "home_joints": "quote_home_joint",
    "introducing_words": "quote_introducing",
    "political_titles": "quote_political_title",
    "political_roles": "quote_political_role",
    "general_titles": "quote_general_title",
    "use_verbs": "quote_use_verb",
    "naming_verbs": "quote_naming_verb",
    "causing_verbs": "quote_moving_verb",
    "time_glue": "quote_time_glue",
    "work_nouns": "quote_work_noun",
    "naming_words": "quote_naming_word",
    "elisions": "quote_elision",
    "quoting_verbs": "quote_quoting_verb",
    "place_adverbs": "quote_place_adverb",
    "perception_verbs": "quote_heard_verb",
    "greeting_prepositions": "quote_greeted_by",
    "non_question_verbs": "quote_never_asks",
    "never_inverted": "quote_never_inverted",
    "denials": "quote_negation",
    "asking_verbs": "quote_asking_verb",
    "answering_verbs": "quote_answering_verb",
    "requesting_verbs": "quote_requesting_verb",
    "question_words": "quote_question_word",
    "modals": "quote_modal",
    "calling_verbs": "quote_calling_verb",
    "clause_verbs": "quote_clause_verb",
    "aspect_verbs": "quote_aspect_verb",
    "reflexives": "quote_reflexive",
    "copulas": "quote_is",
    "articles": "quote_article",
    "subject_determiners": "quote_alone",
    "plural_pronouns": "quote_plural_pronoun",
    "object_pronouns": "quote_object",
    "speech_owners": "quote_speech_owner",
    "pointing_determiners": "quote_pointing",
    "person_joints": "quote_person_joint",
    "source_joints": "quote_kept_joint",
    "nearness_adjectives": "quote_nearness",
    "joinable_words": "quote_joined",
    "coordinators": "quote_coordinate",
    "verb_joints": "quote_verb_joint",
    "aside_openers": "quote_aside_opener",
    "before_places": "quote_before_place",
    "as_words": "names_as",
    "self_naming_words": "quote_self_naming_word",
    "agent_prepositions": "quote_agent_preposition",
    "author_joints": "quote_author_joint",
    "part_joints": "quote_part_joint",
    "office_prepositions": "quote_office_preposition",
    "post_joints": "quote_post_joint",
    "definite_articles": "quote_definite_article",
    "indefinite_articles": "quote_indefinite_article",
    "person_relatives": "quote_person_relative",
    "thing_relatives": "quote_thing_relative",
    "owning_relatives": "quote_owning_relative",
    "summing_words": "quote_summing_word",
    "own_words": "quote_own_words",
    "words_prepositions": "quote_words_preposition",
    "label_joints": "quote_label_joint",
    "viewpoint_prepositions": "quote_viewpoint_preposition",
    "gaze_joints": "quote_gaze_joint",
    "letter_nouns": "quote_letter",
    "authoring_verbs": "quote_authoring_verb",
    "letter_prepositions": "quote_letter_preposition",
    "perfect_auxiliaries": "quote_perfect_auxiliary",
}


_VERBS: Final = {"quote_speech_verb": SPEECH, "quote_frame_verb": 0, "quote_weak_verb": WEAK}
_PHRASES: Final = ("quote_phrase_cue", "quote_according", "quote_pointing_back")

ByFirstWord = dict[str, tuple[tuple[str, ...], ...]]
# The bits of each word, the phrases of each list of `_PHRASES`, and the words of each list of `_SETS`.
Tables = tuple[dict[str, int], dict[str, ByFirstWord], dict[str, frozenset[str]]]
_FORM: Final[Any] = Tables


@lru_cache(maxsize=8)
def lexicon(ruleset: Ruleset) -> Lexicon:
    """Return the lexicon of a ruleset, built once."""
    bits, phrases, words = _tables(ruleset)
    sets: dict[str, Any] = {field: words[name] for field, name in _SETS.items()}
    return Lexicon(
        bits=bits,
        token_cache=Remembered(partial(_tokens, bits, tuple(ruleset.words("quote_office_ending")))),
        phrases=phrases["quote_phrase_cue"],
        according=phrases["quote_according"],
        pointing_back=phrases["quote_pointing_back"],
        pronouns={**ruleset.words("quote_pronoun"), **ruleset.words("quote_owner")},
        parties=dict(ruleset.words("quote_party")),
        honorifics=dict(ruleset.words("quote_honorific")),
        short_names=dict(ruleset.words("quote_short_name")),
        noun_sex=dict(ruleset.words("quote_noun_sex")),
        abbreviations={noun: tuple(s.split()) for noun, s in ruleset.words("quote_role_abbreviation").items()},
        ranks=tuple(sorted(ruleset.words("quote_rank"))),
        age_endings=tuple(set(ruleset.words("age_ending")) - set(ruleset.words("age_of_many_ending"))),
        **sets,
        longest_title=ruleset.setting("quotation.longest_title"),
        scare_words=ruleset.setting("quotation.scare_words"),
    )


def _tables(ruleset: Ruleset) -> Tables:
    """Return the merged word lists, from the disk cache where the lists are unchanged."""
    lists = (*_LISTS, *_VERBS, *_PHRASES, *_SETS.values())
    made_from = [(name, ruleset.packed(name)) for name in lists]
    made_from.append(("bits", repr((_LISTS, _VERBS)).encode()))
    name, digest = f"quotation-{ruleset.language}.msgpack", disk_cache.digest_of(made_from)
    found: Tables | None = disk_cache.load(name, digest, _FORM)
    if found is None:
        found = _merged(ruleset)
        disk_cache.store(name, digest, found)
    return found


def _merged(ruleset: Ruleset) -> Tables:
    bits: dict[str, int] = {}
    for name, bit in _LISTS.items():
        listed = dict.fromkeys(ruleset.words(name), bit)
        for word in listed.keys() & bits.keys():
            listed[word] |= bits[word]
        bits |= listed
    for name, kind in _VERBS.items():
        for lemma, irregular in ruleset.words(name).items():
            for form, bit in _forms(lemma, irregular.split()):
                bits[form] = bits.get(form, 0) | bit | kind
    phrases = {name: _by_first_word(ruleset.words(name)) for name in _PHRASES}
    for name, bit in (("quote_phrase_cue", PHRASE), ("quote_according", ACCORDING)):
        for first in phrases[name]:
            bits[first] = bits.get(first, 0) | bit
    return bits, phrases, {name: frozenset(ruleset.words(name)) for name in _SETS.values()}


def _by_first_word(surfaces: Iterable[str]) -> ByFirstWord:
    """Index phrases by their first word; each value holds the remaining words of one phrase."""
    found: ByFirstWord = {}
    for surface in sorted(surfaces):
        first, *rest = surface.lower().split()
        found[first] = (*found.get(first, ()), tuple(rest))
    return found


def _forms(lemma: str, irregular: list[str]) -> list[tuple[str, int]]:
    """Return the forms of a verb with their bits; a list of irregular forms replaces the regular past or -ing form."""
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
