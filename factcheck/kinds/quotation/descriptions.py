"""Find the person whom a description means that no name stands beside: "the Ohio Republican", "the lawmaker"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.kinds.quotation.lexicon import ROLE, TITLE, Lexicon
from factcheck.kinds.quotation.names import People
from factcheck.regex_cache import regex

_NAME: Final = r"([^\W\d_a-z][\w.’'-]*(?:\s+[^\W\d_a-z][\w.’'-]*){0,3})"
# A member of a parliament with party and place: "Ann Roe, R-Ohio", "Ann Roe (D-Calif.)", "Ann Roe, Ohio Republican,".
_TAGGED: Final = regex(rf"{_NAME},?\s\(?([RDI])-([A-Z][\w.]*(?:\s[A-Z][\w.]*)?)")
_DESCRIBED: Final = regex(
    rf"{_NAME},\s(?:an?\s|the\s)?(?:\w+\s)?([A-Z]\w+(?:\s[A-Z]\w+)?)\s(Republican|Democrat|[Ii]ndependent)\b"
)
_FROM: Final = regex(
    rf"{_NAME},\s(?:an?\s|the\s)?(?:\w+\s)?(Republican|Democrat|[Ii]ndependent)\s(?:of|from)\s([A-Z]\w+(?:\s[A-Z]\w+)?)"
)
_PLACED: Final = regex(
    r"\b([A-Z]\w+(?:\s[A-Z]\w+)?)\s(Republican|Democrat|[Ii]ndependent|senator|congressman|congresswoman|lawmaker|"
    r"representative|governor)\b"
)
_PARTIES: Final = {"R": "republican", "D": "democrat", "I": "independent"}
_TITLE_REACH: Final = 40  # characters before a surname in which its title stands
_MOST_MENTIONS: Final = 3  # mentions of a surname whose titles are read; later ones seldom have one


def party_member(description: str, text: str, end: int, people: People) -> str | None:
    """Return the person before offset `end` whose party and place a description gives; None for none or several."""
    wanted = _PLACED.search(description)
    if wanted is None:
        return None
    place, noun = wanted[1], wanted[2].lower()
    party = noun if noun in _PARTIES.values() else ""
    found = {
        people.full(_surname(name))
        for name, stated, where in _members(text, end)
        if (not party or stated == party) and _is_place(where, place)
    }
    return found.pop() if len(found) == 1 else None


def _members(text: str, end: int) -> Iterator[tuple[str, str, str]]:
    """Yield name, party and place of each member whom the text before an offset describes so."""
    for match in _TAGGED.finditer(text, 0, end):
        yield match[1], _PARTIES[match[2]], match[3]
    for match in _DESCRIBED.finditer(text, 0, end):
        yield match[1], match[3].lower(), match[2]
    for match in _FROM.finditer(text, 0, end):
        yield match[1], match[2].lower(), match[3]


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

    "The senator" is no mayor. A politician may be called what any of them is; a person without a title may have any role
    but those of the people who meet in a court, an inquiry or an interview, if `first`: it stands
    behind the person's words and nobody was called so before.
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
        before = text[max(0, at - _TITLE_REACH) : at].split("\n")[-1]
        for word in reversed(before.rpartition(", ")[2].split()):
            low = word.lower().rstrip(".")
            title = words.bits.get(low, 0) & (TITLE | ROLE)
            if title and low not in words.general_titles:
                found.add(low)
            elif word.islower() and not title:
                break
        at = text.find(surname, at + 1)
    return found
