"""Find the fullest form of each name in a document, and whether it is a person's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, final

from factcheck.kinds.quotation.lexicon import (
    ADVERB,
    AUXILIARY,
    BASE,
    FUNCTION,
    GIVEN,
    GIVEN_HE,
    GIVEN_SHE,
    GROUP,
    NO_GIVEN_NAME,
    NOUN,
    ORGANISATION,
    PARTICLE,
    PAST,
    PLACE,
    PRESENT,
    ROLE,
    SUBORDINATOR,
    SUFFIX,
    TIME,
    TITLE,
    Lexicon,
    without_strays,
)
from factcheck.records import record
from factcheck.regex_cache import regex

_NAME_AFTER: Final = regex(r"[ \u00a0](?=[^\W\d_])([^\W\d_a-z][\w’-]*)(?!['’]s\b.)")
_BLANK: Final = frozenset(" \u00a0\n(—–-“\"‘'/")
# Characters at the start of a text that may hold a dateline; an upper-case name there is a town or an agency.
_DATELINE: Final = 80
_MOST_OCCURRENCES: Final = 60  # of a name that are examined, so that work stays linear on long texts
_GIVEN_REACH: Final = 40  # characters before a surname in which its given names stand
_WHOLE_NAME: Final = 2  # words of a given name and a surname
_TITLE_REACH: Final = 16  # characters before a surname in which its title stands
_NOT_OF_NAMES: Final = (
    NO_GIVEN_NAME | TITLE | ORGANISATION | TIME | FUNCTION | PLACE | ROLE | GROUP | ADVERB | SUBORDINATOR
)


def _commonest(words: list[str]) -> str:
    """Return the most frequent word; the first of equals."""
    return max(words, key=words.count) if len(words) > 1 else words[0]


@final
@record
class People:
    """The names of a document; `known` caches what was found out about each."""

    text: str
    words: Lexicon
    known: dict[str, str]

    def full(self, name: str, sex: str = "") -> str:
        """Return the fullest form of a name that the document gives; the name itself when there is no fuller one.

        `sex` ("m", "f" or "") comes from an honorific: "Mrs. Roe" must not become "John Roe".
        """
        key = f"{sex} {name}"
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._search(name, sex)
        return found

    def _search(self, name: str, sex: str) -> str:
        if name.isupper() and len(name) > 1 and "." not in name:  # "KELLER: “…”"; AMD has no given name
            spelt = name.title()
            full = name if spelt.isupper() else self.full(spelt, sex)
            return full if full != spelt else name
        parts = name.split()
        if len(parts) > 1 and self.words.bits.get(parts[0].lower(), 0) & GIVEN:
            return name
        if len(parts) > _WHOLE_NAME:
            # "In Market Square Teague told …": the place runs into the surname of one who is named elsewhere.
            known = self.full(parts[-1], sex)
            if known != parts[-1] and self.words.bits.get(known.split()[0].lower(), 0) & GIVEN:
                return known
        other = {"m": GIVEN_SHE, "f": GIVEN_HE}.get(sex, 0)
        # A page may repeat a name without a stop: "Ann Roe Ann Roe’s letter".
        forms = [(given, "" if surname[1:] in given.split() else surname) for given, surname in self._forms(name)]
        forms = [form for form in forms if not self.words.bits.get(form[0].split()[0].lower(), 0) & other]
        if not forms:
            return name
        given = _commonest([given for given, _ in forms])
        # Keep a second surname only if most occurrences have it: headlines capitalise any following word.
        surname = _commonest([surname for front, surname in forms if front == given])
        return f"{given} {name}{surname}"

    def _forms(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the given names before and the second surname after each occurrence of a name that has given names."""
        for at, end in self._occurrences(name):
            given = self._given_before(at)
            if given:
                yield given, self._surname_after(end)

    def _occurrences(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield the first 60 spans at which a name stands as a word of its own, in text order."""
        text, at = self.text, -1
        for _ in range(_MOST_OCCURRENCES):
            at = text.find(name, at + 1)
            if at < 0:
                return
            end = at + len(name)
            if (at == 0 or text[at - 1] in _BLANK) and not text[end : end + 1].isalnum():
                yield at, end

    def _given_before(self, at: int) -> str:
        """Return the given names right before an offset, without titles; empty when there are none."""
        text = self.text
        if at < 2 or text[at - 1] not in " \u00a0" or not (text[at - 2].isalnum() or text[at - 2] == "."):
            return ""
        nearest = text[max(0, at - _GIVEN_REACH) : at - 1]
        nearest = nearest[nearest.rfind(" ") + 1 :]
        if nearest.islower() and nearest.isalpha() and not self.words.bits.get(nearest, 0) & PARTICLE:
            return ""
        names: list[str] = []
        for word in reversed(text[max(0, at - _GIVEN_REACH) : at].split("\n")[-1].split()):
            if not self._may_be_given(word):
                break
            names.append(word)
        given = next((n for n, word in enumerate(reversed(names)) if self.words.bits.get(word.lower(), 0) & GIVEN), 0)
        if given > 1:
            names = names[:-given]  # words before a given name are an unlisted office: "Public Clerk Ann Roe"
        while names and names[-1].islower():
            names.pop()
        return " ".join(reversed(names)).lstrip('("“‘—–') if len(names) <= 3 else ""

    def _may_be_given(self, word: str) -> bool:
        """Whether a word before a surname can be a given name, an initial or a particle."""
        word = word.lstrip('("“‘—–')
        if word.isupper() and word[-1] == "." and len(word) < 6:
            return True
        bits = self.words.bits.get(word.lower().rstrip("."), 0)
        if word.islower():
            return bool(bits & PARTICLE)
        if not word or not word[0].isupper() or word[-1] in ",;:'’)" or word.endswith(("'s", "’s")):
            return False
        if word != without_strays(word):
            return False  # a stray mark splits the word
        if bits & (PAST | PRESENT) and not bits & (BASE | GIVEN):
            return False  # "Added Kelly:"
        return not (bits & _NOT_OF_NAMES and not bits & GIVEN) and not (word[-1] == "." and len(word) > 3)

    def _surname_after(self, end: int) -> str:
        """Return the second surname right after an offset, with a blank before it; empty when there is none."""
        match = _NAME_AFTER.match(self.text, end)
        if match is None:
            return ""
        bits = self.words.bits.get(match[1].lower(), 0)
        no_surname = bits & (_NOT_OF_NAMES | NOUN | SUFFIX | PAST | PRESENT) or match[1].endswith(("ly", "ed"))
        return "" if no_surname else " " + match[1]

    def sex(self, name: str) -> str:
        """Return "m", "f" or "" (unknown) from the given name, else from an honorific before the surname."""
        key = "sex of " + name
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._sex(name)
        return found

    def _sex(self, name: str) -> str:
        parts = name.split()
        bits = self.words.bits.get(parts[0].lower(), 0) if len(parts) > 1 else 0
        if bits & (GIVEN_HE | GIVEN_SHE):
            return "m" if bits & GIVEN_HE else "f"
        return next((sex for sex in map(self.words.honorifics.get, self._titles(parts[-1])) if sex), "")

    def _titles(self, surname: str) -> Iterator[str]:
        """Yield the word right before each occurrence of a surname, in lower case."""
        for at, _ in self._occurrences(surname):
            before = self.text[max(0, at - _TITLE_REACH) : at].split()
            if before:
                yield before[-1].lower().rstrip(".")

    def is_person(self, name: str) -> bool:
        """Whether the document treats a name as a person's: it has a given name or a title."""
        key = "person " + name
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = "yes" if self._is_person(name) else ""
        return bool(found)

    def is_used_as_name(self, name: str) -> bool:
        """Whether a name stands inside a sentence, where only names have a capital, or before a verb."""
        verbs = AUXILIARY | PAST | PRESENT
        for at, end in self._occurrences(name):
            before = self.text[max(0, at - _TITLE_REACH) : at].split()
            behind = self.text[end : end + _TITLE_REACH].split()
            if before and before[-1] == "of":
                return False
            inside = before and (before[-1][-1].isalpha() or before[-1][-1] == ",")
            if inside or self.text.startswith(",", end) or (behind and self.words.bits.get(behind[0], 0) & verbs):
                return True
        return False

    def _is_person(self, name: str) -> bool:
        parts = self.full(name).split()
        if not parts or parts[-1].islower():
            return False
        if len(parts) > 1:
            last, first = (self.words.bits.get(part.lower(), 0) for part in (parts[-1], parts[0]))
            return bool(first & GIVEN) or not (last & (ORGANISATION | PLACE) or first & (NO_GIVEN_NAME | PLACE))
        return any(self.words.bits.get(word, 0) & TITLE for word in self._titles(parts[0]))

    def may_be_person(self, name: str) -> bool:
        """Whether nothing shows that a speaker is an organisation, a place or several people."""
        if not name or not name[0].isupper() or name.isupper() or " and " in name:
            return False
        last = self.words.bits.get(name.rsplit(maxsplit=1)[-1].lower(), 0)
        if self.is_person(name):
            return True
        alone = " " not in name and not last & (ORGANISATION | PLACE | GROUP)
        if not alone or name.upper() in self.text[:_DATELINE]:
            return False
        return self.words.before_places.isdisjoint(self._titles(name))
