"""Read the office of a speaker, and tell whether another office can be the same person's: "the governor", Mayor Roe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.kinds.quotation.lexicon import GIVEN, ROLE, TITLE, Lexicon, lexicon
from factcheck.kinds.quotation.speakers import same_full_name
from factcheck.model import Quotation
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import WORD, fold

_MOST_WORDS = 4  # of a speaker who is named by an office: "the state's new governor"
_OFFICE = ROLE | TITLE
_MARKS = ".,;:!?()[]“”\"‘’'—–-"

_Offices = frozenset[str]
_NONE: _Offices = frozenset()


def hold_other_offices(a: Quotation, b: Quotation, texts: Sequence[str], ruleset: Ruleset) -> bool:
    """Whether one of two speakers is named by an office that the other, who holds another, is nowhere told to hold.

    `texts` are those of the two quotations.
    """
    for one, other in ((a, b), (b, a)):
        office = _named_by(one, ruleset)
        if office and not _is_one_name(one, other):
            return _is_of_another(office, other, texts, ruleset)
    return False


def is_namesake(a: Quotation, b: Quotation, texts: Sequence[str], ruleset: Ruleset) -> bool:
    """Whether one of two speakers of one surname is named by an office and surname that a text gives to somebody of
    another given name than the other's: "Captain Tarn" beside Joe Tarn, where there is a Captain Bill Tarn.
    """
    words = lexicon(ruleset)
    for one, other in ((a, b), (b, a)):
        title, surname = _title_and_surname(one, ruleset), (other.speaker or "").split()[-1:]
        if title is None or surname != [title[1]] or len((other.speaker or "").split()) == 1:
            continue
        full = regex(rf"{title[0]}\.?\s+(([^\W\d_a-z][\w.’'-]+)\s+{title[1]})\b")
        found = {match[1] for text in texts for match in full.finditer(text)}
        found = {name for name in found if words.bits.get(name.split()[0].lower(), 0) & GIVEN}
        if found and not any(same_full_name(name, other.speaker or "", words) for name in found):
            return True
    return False


def _is_of_another(office: _Offices, other: Quotation, texts: Sequence[str], ruleset: Ruleset) -> bool:
    theirs = _named_by(other, ruleset)
    if theirs:
        return office.isdisjoint(theirs)
    *_, surname = ("", *(other.speaker or "").split())
    if not surname[:1].isupper():
        return False
    titles, words = _NONE, lexicon(ruleset)
    for text in texts:
        for before, around in _mentions(surname, text, words):
            if not office.isdisjoint(_offices(around, ruleset)):
                return False
            titles |= _offices(before, ruleset)
    return bool(titles)


def _named_by(quotation: Quotation, ruleset: Ruleset) -> _Offices:
    """The office by which a speaker is named and nothing else: "the governor"; none for "a governor"."""
    named = (quotation.speaker if quotation.named is None else quotation.named) or ""
    words = named.split()
    if (
        not 1 < len(words) <= _MOST_WORDS
        or not named.islower()
        or words[0] in ruleset.words("quote_indefinite_article")
    ):
        return _NONE
    return _offices(words[-1], ruleset)


def _is_one_name(one: Quotation, other: Quotation) -> bool:
    """Whether an office was resolved to a name that is the other speaker's."""
    here, there = ((each.speaker or "").rsplit(maxsplit=1)[-1:] for each in (one, other))
    return bool(here) and here == there and here[0][:1].isupper()


def _offices(text: str, ruleset: Ruleset) -> _Offices:
    offices = ruleset.words("quote_office")
    return frozenset(offices[word] for word in WORD.findall(fold(text)) if word in offices)


def _title_and_surname(quotation: Quotation, ruleset: Ruleset) -> tuple[str, str] | None:
    """The title and the surname by which a speaker is named: "Captain Tarn"; None for a name in full."""
    words = (quotation.named or "").split()
    if len(words) != 2 or not _offices(words[0], ruleset) or not words[1][:1].isupper():
        return None
    return words[0].rstrip("."), words[1]


def _mentions(surname: str, text: str, words: Lexicon) -> Iterator[tuple[str, str]]:
    """The title right before each mention of a surname, and its sentence without the titles of other people."""
    wanted = fold(surname)
    for line in _lines_with(surname, text):
        tokens = line.split()
        bare = [fold(token).strip(_MARKS).removesuffix("'s") for token in tokens]
        for at in (n for n, token in enumerate(bare) if token == wanted):
            first = stop = at
            while first and not _ends_sentence(tokens[first - 1], bare[first - 1], words):
                first -= 1
            while stop + 1 < len(tokens) and not _ends_sentence(tokens[stop], bare[stop], words):
                stop += 1
            title = at
            while title > first and (tokens[title - 1][:1].isupper() or words.bits.get(bare[title - 1], 0) & _OFFICE):
                title -= 1
            others = (n for n in range(first, stop + 1) if not title <= n <= at and not _is_before_name(tokens, n))
            yield " ".join(bare[title:at]), " ".join(bare[n] for n in (*range(title, at), *others))


def _lines_with(surname: str, text: str) -> Iterator[str]:
    """The lines of a text that have a surname, in whatever letters."""
    low, wanted, at = text.lower(), surname.lower(), 0
    while (at := low.find(wanted, at)) >= 0:
        start, end = low.rfind("\n", 0, at) + 1, low.find("\n", at)
        end = len(low) if end < 0 else end
        yield text[start:end]
        at = end


def _ends_sentence(token: str, bare: str, words: Lexicon) -> bool:
    return token.rstrip('"”’)')[-1:] in ".!?" and not words.bits.get(bare, 0) & TITLE and len(bare) > 1


def _is_before_name(tokens: Sequence[str], at: int) -> bool:
    """Whether a capitalised word is followed by another one: "Governor Alma Reyes"."""
    return tokens[at][:1].isupper() and at + 1 < len(tokens) and tokens[at + 1][:1].isupper()
