"""Find the person whom a description means that no name stands beside: "the Ohio Republican", "the lawmaker"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from factcheck.kinds.quotation.lexicon import ROLE, TITLE, Lexicon
from factcheck.kinds.quotation.names import People
from factcheck.regex_cache import regex

_PLACE: Final = r"[A-Z][\w.]*(?:\s[A-Z][\w.]*)?"
_NAME: Final = r"([^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){0,3})"
_TITLE_REACH: Final = 40  # characters before a surname in which its title stands
_MOST_MENTIONS: Final = 3  # mentions of a surname whose titles are read; later ones seldom have one


def party_member(description: str, text: str, end: int, people: People) -> str | None:
    """Return the person before offset `end` whose party and place a description gives; None for none or several."""
    words = people.words
    if words.placed_roles.isdisjoint(description.lower().split()):
        return None
    wanted = regex(rf"\b({_PLACE})\s({_any(words.placed_roles)})\b").search(description)
    if wanted is None:
        return None
    place, noun = wanted[1], wanted[2].lower()
    party = noun if noun in words.parties.values() else ""
    found = {
        people.full(_surname(name))
        for name, stated, where in _members(text, end, words)
        if (not party or stated == party) and _is_place(where, place)
    }
    return found.pop() if len(found) == 1 else None


def _members(text: str, end: int, words: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Yield name, party and place of each member whom the text before an offset describes so.

    "Ann Roe, R-Ohio", "Ann Roe (D-Calif.)"; "Ann Roe, Ohio Republican,"; "Ann Roe, a Republican from Ohio,".
    """
    for match in regex(rf"{_NAME},?\s\(?([A-Z])-({_PLACE})").finditer(text, 0, end):
        yield match[1], words.parties.get(match[2].lower(), ""), match[3]
    party = _any(words.parties.values())
    behind = rf"{_NAME},\s(?:(?:{_any(words.articles)})\s)?(?:[a-z]\w*\s)?"
    for match in regex(rf"{behind}({_PLACE})\s({party})\b").finditer(text, 0, end):
        yield match[1], match[3].lower(), match[2]
    for match in regex(rf"{behind}({party})\s(?:{_any(words.home_joints)})\s({_PLACE})").finditer(text, 0, end):
        yield match[1], match[2].lower(), match[3]


def _any(words: Iterable[str]) -> str:
    """Return an expression for any of some words, with or without a capital."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(words))


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _is_place(stated: str, place: str) -> bool:
    """Whether a place may be written so: "Calif." for California, "N.H." for New Hampshire, "Ky." for Kentucky."""
    short, long = (name.lower().replace(".", "").replace(" ", "") for name in (stated, place))
    if short[:1] != long[:1]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def may_describe(head: str, person: str, text: str, words: Lexicon, *, first: bool) -> bool:
    """Whether a role can be another word for a person, by the titles that stand beside the person's name.

    "The senator" is no mayor. A politician may be called what any of them is. A person without a title may have any
    role but those of people who meet in a court, an inquiry or an interview; and only if `first`: the role stands
    behind the person's words, and nobody was called so before.
    """
    titles = _titles(_surname(person), text, words)
    if not titles:
        return first and head not in words.opposed_roles
    forms = {form.lower().rstrip(".") for form in words.abbreviations.get(head, ())}
    if head in titles or not titles.isdisjoint(forms):
        return True
    return head in words.political_roles and not titles.isdisjoint(words.political_titles)


def _titles(surname: str, text: str, words: Lexicon) -> set[str]:
    """Return the titles and roles right before a name, in lower case: "state Sen. Ann Roe" has "sen"."""
    found: set[str] = set()
    at = text.find(surname)
    for _ in range(_MOST_MENTIONS):
        if at < 0:
            break
        before = text[max(0, at - _TITLE_REACH) : at].rpartition("\n")[2]
        for word in reversed(before.rpartition(", ")[2].split()):
            low = word.lower().rstrip(".")
            title = words.bits.get(low, 0) & (TITLE | ROLE)
            if title and low not in words.general_titles:
                found.add(low)
            elif word.islower() and not title:
                break
        at = text.find(surname, at + 1)
    return found
