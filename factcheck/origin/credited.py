"""Find the outlets that a sentence credits with what it says: "police told the Harbour Herald", "AFP reported".

Two papers that each took a fact from a third one are one origin for it, whatever else they found out themselves. What
people, police and ministries say to the press is heard by each paper itself and is no such credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.origin.credit import agencies_of, outlet_name, outlet_of
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold

Name = tuple[str, ...]  # the folded words of an outlet's name

_RULE = "origin/credited"
_INITIALS = 3  # words of a name that may be known by its initials
_TAIL = 2  # words by which a longer name may be known
_POSSESSIVE = regex(r"['’](?:s\b)?(?=\s|$)")
_SUFFIX = regex(r"\.(?:com|org|net|(?:co|org|com|net)\.[a-z]{2}|[a-z]{2})$")
_WORD = regex(r"[^\W_]+")
_FILLER = regex(r"[ -]")  # "Agence France-Presse", "Agence-France Presse"
_CALL_SIGN = regex(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM|DT))?$")
_CHANNEL = regex(r"(?:ABC|NBC|CBS|FOX|Fox|CW|Channel|News)\s?\d{1,2}\b")


def credited_in(
    sentence: str, text: str, own: frozenset[Name], known: frozenset[Name], ruleset: Ruleset
) -> frozenset[Name]:
    """The outlets that a sentence credits; `known` are the outlets of the sources, `text` and `own` are the text and
    the outlet of its document: there a short name ("the Times") may stand in full.
    """
    return frozenset(_in_full(name, text, own, ruleset) for name in _credited(sentence, known, ruleset))


def outlets_of(source: str | None, paragraphs: Sequence[str], ruleset: Ruleset) -> frozenset[Name]:
    """The names of the outlet of an article, and of the agencies that it credits at its beginning."""
    outlet = outlet_of(source, paragraphs, ruleset)
    if outlet and " " not in outlet and (domain := _SUFFIX.sub("", outlet)) != outlet:
        outlet = outlet_name(f"{domain.rsplit('.', 1)[-1]}.com", ruleset)
    names = [*([outlet] if outlet else []), *agencies_of(paragraphs[:_OPENING], ruleset)]
    return frozenset(filter(None, (_words(each) for each in names)))


def are_same(one: Name, other: Name) -> bool:
    """Whether two names are of one outlet: the same but for spaces, the initials, or the last words of the other."""
    few, many = sorted((one, other), key=len)
    if "".join(one) == "".join(other) or (len(few) >= _TAIL and few == many[-len(few) :]):
        return True
    return len(many) >= _INITIALS and few == ("".join(word[0] for word in many),)


@lru_cache(maxsize=1 << 12)
def _credited(sentence: str, known: frozenset[Name], ruleset: Ruleset) -> frozenset[Name]:
    return frozenset(_names(sentence, known, ruleset))


def _names(sentence: str, known: frozenset[Name], ruleset: Ruleset) -> Iterator[Name]:
    before, behind = _patterns(ruleset)
    for match in before.finditer(sentence):
        heard = _who_hears(match, "credit_before", known, ruleset)
        is_outlet = bool(match["kind"] or match["what"])
        found = next((name for part in _parts(match["outlet"]) if (name := _listed(part, heard, ruleset))), None)
        found = found or _by_its_words(sentence, match, is_outlet, ruleset)
        if found:
            yield found
    for match in behind.finditer(sentence):
        (*_, last) = _POSSESSIVE.split(match["outlet"])
        words = last.split()
        heard = _who_hears(match, "credit_behind", known, ruleset)
        listed = (_listed(words[at:], heard, ruleset, whole=True) for at in range(len(words)))
        found = next(filter(None, listed), None)
        if found and len(words) == 1 and not match["what"] and _is_a_word_here(sentence, match, ruleset):
            continue
        found = found or _by_its_words(sentence, match, bool(match["what"]), ruleset)
        if found:
            yield found


def _who_hears(match: re.Match[str], cues: str, known: frozenset[Name], ruleset: Ruleset) -> frozenset[Name]:
    """The outlets of the sources that a cue may credit: where it also names who speaks, a source's name may be that of
    a company whose release it is.
    """
    return frozenset() if ruleset.words(cues).get(fold(match["cue"])) == "speaker" else known


def _parts(name: str) -> Iterator[list[str]]:
    """A capitalised name, then its parts: "Orme Mail and CNN"; "CNN's Ida Holm"."""
    for part in _POSSESSIVE.split(name):
        yield part.split()
        if " and " in part:
            yield from (each.split() for each in part.split(" and "))


def _listed(parts: list[str], known: frozenset[Name], ruleset: Ruleset, *, whole: bool = False) -> Name | None:
    """The outlet of a list, or of a source, with whose name a capitalised name begins."""
    if _CHANNEL.match(" ".join(parts)):
        return None  # a local station
    for stop in range(len(parts), len(parts) - 1 if whole else 0, -1):
        part = " ".join(parts[:stop])
        if stop < len(parts) and " " not in part and not part.isupper() and parts[stop] not in _calendar(ruleset):
            return None  # "Times Square"
        words = _words(outlet_name(part, ruleset))
        is_known = _FILLER.sub("", fold(part)) in _folded(ruleset)
        if words and (is_known or any(are_same(words, each) for each in known)):
            return words
    return None


@lru_cache(maxsize=8)
def _folded(ruleset: Ruleset) -> frozenset[str]:
    return frozenset(_FILLER.sub("", fold(each)) for name in _LISTS for each in ruleset.words(name))


def _by_its_words(sentence: str, match: re.Match[str], is_outlet: bool, ruleset: Ruleset) -> Name | None:
    """The outlet of a name that its words, or a noun beside it, say is an outlet's: "the Orme Herald", "KORM-TV"."""
    pieces = [each.split() for each in _POSSESSIVE.split(match["outlet"])]
    parts = (pieces[-1] if match.re is _patterns(ruleset)[1] or match["what"] else pieces[0]) or pieces[0]
    has_article = sentence[: match.start("outlet")].rstrip().lower().endswith(("the", "’s", "'s")) or len(pieces) > 1
    if parts and parts[0] == "The":
        has_article, parts = True, parts[1:]
    calendar = _calendar(ruleset)
    while parts and parts[-1] in calendar:
        parts = parts[:-1]
    while parts and parts[0] in calendar:
        parts = parts[1:]
    if parts and (is_outlet or _is_an_outlet(parts, has_article, ruleset)):
        return _words(outlet_name(" ".join(parts), ruleset)) or None
    return None


def _is_a_word_here(sentence: str, match: re.Match[str], ruleset: Ruleset) -> bool:
    """Whether a name of one word may be a mere word, as it begins a sentence: "People said so"."""
    name = match["outlet"]
    opens = not sentence[: match.start("outlet")].rstrip().strip(" “\"'")
    return opens and not name.isupper() and name not in ruleset.words("agency")


def _is_an_outlet(parts: Sequence[str], has_article: bool, ruleset: Ruleset) -> bool:
    """Whether a name is one of an outlet by its words: "the Harbour Herald", "Radio Orme", "KORM-TV", "orme.com".

    A noun that is also a person's name needs an article: "the Post", "Ann Post".
    """
    nouns = ruleset.words("outlet_word")
    last, first = fold(parts[-1]), fold(parts[0])
    if _CHANNEL.match(" ".join(parts)):
        return True
    if any(piece in nouns and (has_article or nouns[piece]) for piece in last.split("-")):
        return True
    if len(parts) > 1 and (nouns.get(first) == "first" or (has_article and first in nouns and parts[1] == "of")):
        return True
    return len(parts) == 1 and (_CALL_SIGN.match(parts[0]) is not None or last.endswith((".com", ".co.uk")))


@lru_cache(maxsize=8)
def _calendar(ruleset: Ruleset) -> frozenset[str]:
    return frozenset(word for word in ruleset.words("calendar_name") if not word.isupper())


def _in_full(name: Name, text: str, own: frozenset[Name], ruleset: Ruleset) -> Name:
    """The full name of an outlet that a text names elsewhere, for one that is called by its last word."""
    if len(name) > 1 or name[0] not in ruleset.words("outlet_word"):
        return name
    for each in own:
        if each[-1] == name[0]:
            return each
    match = re.search(rf"\b(?!The )(?:[A-Z][\w.’'-]* ){{1,3}}{re.escape(name[0].title())}\b", text)
    return (_words(outlet_name(match[0], ruleset)) or name) if match else name


def _words(name: str) -> Name:
    """The folded words of a name, without the ending of a domain."""
    return tuple(_WORD.findall(_SUFFIX.sub("", fold(name).removeprefix("the "))))


@lru_cache(maxsize=8)
def _patterns(ruleset: Ruleset) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, behind = (
        next(rule for rule in ruleset.rules if rule.id == f"{_RULE}-{place}") for place in ("before", "behind")
    )
    return ruleset.compile(before.pattern or "", before.id), ruleset.compile(behind.pattern or "", behind.id)


_LISTS = ("agency", "outlet", "credited_outlet")
_OPENING = 4  # paragraphs at the start of an article in which an agency's mark stands
