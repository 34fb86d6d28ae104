"""Who a phrase names, in the fullest form the document gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    BASE,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    DIGITS,
    FUNCTION,
    GIVEN,
    GIVEN_HE,
    GIVEN_SHE,
    GROUP,
    NO_GIVEN_NAME,
    NOUN,
    ORGANISATION,
    PAPER,
    PARTICLE,
    PAST,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    ROLE,
    SUFFIX,
    TIME,
    TITLE,
    Lexicon,
)
from factcheck.kinds.quotation.phrases import Phrase, head_end

_NAME_AFTER = re.compile(r"[ \u00a0](?=[^\W\d_])([^\W\d_a-z][\w’-]*)(?!['’]s\b.)")
_BLANK = frozenset(" \u00a0\n(—–-“\"‘'/")
_AROUND_PLACES = frozenset(("at", "in", "the", "from"))
_NOT_OF_NAMES = NO_GIVEN_NAME | TITLE | ORGANISATION | TIME | FUNCTION | PLACE | ROLE | GROUP


class Source(Struct, frozen=True):
    """Who is said to speak: the words as written, and what they are.

    `kind` is "name", "pronoun", "role" (one person by calling: "the mayor"), "someone" ("an official"), "pair" or
    "other" (groups, papers, organisations).
    """

    text: str
    kind: str
    start: int
    name: str = ""
    head: str = ""
    sex: str = ""


def read_source(frame: Frame, phrase: Phrase, text: str, words: Lexicon) -> Source:
    """What a noun phrase names."""
    first, last = phrase
    start = frame.starts[first]
    low = frame.words[first].lower()
    if first == last and frame.bits[first] & PRONOUN:
        return Source(frame.words[first], "pronoun", start, sex=words.pronouns.get(low, ""))
    joint = _joint(frame, first, last)
    if joint is not None:
        halves = (read_source(frame, half, text, words) for half in ((first, joint - 1), (joint + 1, last)))
        return Source(
            frame.text(first, last, text),
            "pair",
            start,
            name="&".join(half.name or half.text for half in halves),
        )
    head = head_end(frame, first, last)
    name = _name_run(frame, first, head)
    if name is None and head + 2 <= last and frame.words[head + 1] == "of" and frame.bits[head] & TITLE:
        name = _name_run(frame, head + 2, last)
    if (
        name is None
        and first == last
        and frame.bits[first] & CAPITAL
        and not frame.bits[first] & (GROUP | POSSESSIVE)
    ):
        name = phrase
    if name is not None:
        run = frame.text(*name, text)
        sex = next((words.honorifics[w] for w in _lows(frame, first, name[0]) if words.honorifics.get(w)), "")
        surface = frame.text(first, name[1], text)
        return Source(surface, "name", start, name=_bare(run), sex=sex)
    author = _author(frame, head, last)
    if author is not None:
        return Source(frame.text(first, last, text), "name", start, name=_bare(frame.text(*author, text)))
    if frame.bits[first] & DETERMINER and low == "the" and frame.bits[head] & CAPITAL:
        first = min(first + 1, last)
    surface = frame.text(first, _cut(frame, first, last), text)
    noun = frame.words[head].lower()
    owned = any(frame.bits[at] & POSSESSIVE for at in range(first, head))
    if frame.bits[head] & ROLE and not frame.bits[head] & GROUP:
        definite = (
            frame.words[phrase[0]].lower() in {"the", "this", "that"}
            or frame.bits[phrase[0]] & CAPITAL & ~DETERMINER
        )
        kind = "role" if definite and not owned else "someone"
        return Source(_uncapitalised(surface, frame, first), kind, start, head=noun)
    return Source(_uncapitalised(surface, frame, first), "other", start, head=noun)


def _lows(frame: Frame, first: int, last: int) -> list[str]:
    return [frame.words[at].lower() for at in range(first, last)]


def _joint(frame: Frame, first: int, last: int) -> int | None:
    """The "and" between two names; None where the phrase is one speaker's."""
    if frame.bits[first] & DETERMINER:
        return None
    return next(
        (at for at in range(first + 1, last) if frame.words[at] == "and" and frame.bits[at + 1] & CAPITAL),
        None,
    )


def _bare(name: str) -> str:
    """A name on one line, without the owner's ending."""
    name = " ".join(name.split())
    return name[:-2] if name.endswith(("'s", "’s")) else name.rstrip(",'’")


def _uncapitalised(surface: str, frame: Frame, first: int) -> str:
    """The words without a capital that only the sentence's beginning gave them."""
    surface = " ".join(surface.split())
    if frame.bits[first] & (DETERMINER | GROUP) and not frame.words[first].isupper():
        return surface[0].lower() + surface[1:]
    return surface


def _cut(frame: Frame, first: int, last: int) -> int:
    """The last token of the phrase without what only says where or to whom."""
    for at in range(first + 1, last + 1):
        if frame.bits[at] & PREPOSITION and frame.words[at] not in {"of", "for", "from", "with", "by"}:
            return at - 1
    return last


def _author(frame: Frame, head: int, last: int) -> Phrase | None:
    """Who wrote the paper that speaks: "the letter by Sen. Dana Roe"."""
    if not frame.bits[head] & PAPER or head + 1 >= last or frame.words[head + 1] not in {"by", "from"}:
        return None
    return _name_run(frame, head + 2, last)


def _name_run(frame: Frame, first: int, last: int) -> Phrase | None:
    """The person's name at the end of a phrase, without titles; None for organisations and common nouns."""
    while last > first and frame.bits[last] & SUFFIX:
        last -= 1
    begin = last
    while begin >= first and frame.bits[begin] & (CAPITAL | PARTICLE) and not frame.bits[begin] & TIME:
        if frame.bits[begin] & POSSESSIVE and begin != last:
            break
        begin -= 1
    begin += 1
    if begin < last and frame.bits[last] & DIGITS:
        return begin, last  # "Juror No. 8"
    begin = max([begin, *(at + 1 for at in range(begin, last) if _is_acronym(frame.words[at]))])
    while begin <= last and not frame.bits[begin] & CAPITAL:
        begin += 1
    if begin > last:
        return None
    title = max((at for at in range(begin, last) if _is_title(frame, at)), default=None)
    if title is not None:
        begin = title + 1
    while (
        begin < last
        and frame.bits[begin] & (NO_GIVEN_NAME | ORGANISATION | PLACE | DETERMINER)
        and not frame.bits[begin] & GIVEN
    ):
        begin += 1
    return (begin, last) if _is_person(frame, begin, last, title is not None) else None


def _is_acronym(word: str) -> bool:
    """Whether a word is no part of a name set in small letters: CEO, CNN; initials are."""
    return len(word) > 2 and word.isupper() and "." not in word


def _is_title(frame: Frame, at: int) -> bool:
    bits = frame.bits[at]
    return bool(bits & (TITLE | ROLE)) and not (bits & GIVEN)


def _is_person(frame: Frame, begin: int, last: int, titled: bool) -> bool:
    bits, word = frame.bits[last], frame.words[last]
    if bits & (PRONOUN | PREPOSITION | CONJUNCTION | DETERMINER) and begin == last:
        return False
    if begin < last and frame.bits[begin] & GIVEN:
        return True
    if bits & (ORGANISATION | PLACE | GROUP | PAPER | NO_GIVEN_NAME):
        return titled and not bits & (ROLE | TITLE | GROUP) and (begin < last or bool(bits & PLACE))
    if bits & (ROLE | TITLE) and begin == last:
        return False
    return titled or not (word.isupper() and len(word) > 1) or begin < last


class People(Struct, frozen=True):
    """A document's text with what was found out about the names in it, each once."""

    text: str
    words: Lexicon
    known: dict[str, str]

    def full(self, name: str, sex: str = "") -> str:
        """The fullest form of a name that the document gives; the name itself when it gives no other.

        `sex` is what an honorific says of the bearer: "Mrs. Roe" is no John Roe.
        """
        key = f"{sex} {name}"
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._search(name, sex)
        return found

    def _search(self, name: str, sex: str) -> str:
        parts = name.split()
        if len(parts) > 1 and self.words.bits.get(parts[0].lower(), 0) & GIVEN:
            return name
        other = {"m": GIVEN_SHE, "f": GIVEN_HE}.get(sex, 0)
        forms = [
            form
            for form in self._forms(name)
            if not self.words.bits.get(form[0].split()[0].lower(), 0) & other
        ]
        if not forms:
            return name
        counts = Counter(given for given, _ in forms)
        given = max(counts, key=counts.__getitem__)
        # A second surname belongs to the name only where it mostly stands; a headline capitalises anything.
        behind = Counter(surname for front, surname in forms if front == given)
        surname = max(behind, key=behind.__getitem__)
        return f"{given} {name}{surname}"

    def _forms(self, name: str) -> Iterator[tuple[str, str]]:
        """The given names before and the surname behind each place of a name, where there are given names."""
        for at, end in self._places(name):
            given = self._given_before(at)
            if given:
                yield given, self._surname_after(end)

    def _places(self, name: str) -> Iterator[tuple[int, int]]:
        """Where a name stands as a word of its own, in the order of the text."""
        text, at = self.text, -1
        for _ in range(60):
            at = text.find(name, at + 1)
            if at < 0:
                return
            end = at + len(name)
            if (at == 0 or text[at - 1] in _BLANK) and not text[end : end + 1].isalnum():
                yield at, end

    def _given_before(self, at: int) -> str:
        """The given names right before an offset, without titles."""
        text = self.text
        if at < 2 or text[at - 1] not in " \u00a0" or not (text[at - 2].isalnum() or text[at - 2] == "."):
            return ""
        kept: list[str] = []
        for word in reversed(text[max(0, at - 40) : at].split("\n")[-1].split()):
            if not self._may_be_given(word):
                break
            kept.append(word)
        while kept and kept[-1].islower():
            kept.pop()
        return " ".join(reversed(kept)).lstrip('("“‘—–') if len(kept) <= 3 else ""

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
        if bits & (PAST | PRESENT) and not bits & (BASE | GIVEN):
            return False  # "Added Kelly:"
        return not (bits & _NOT_OF_NAMES and not bits & GIVEN) and not (word[-1] == "." and len(word) > 3)

    def _surname_after(self, end: int) -> str:
        """A second surname right behind an offset."""
        match = _NAME_AFTER.match(self.text, end)
        if match is None:
            return ""
        bits = self.words.bits.get(match[1].lower(), 0)
        return "" if bits & (_NOT_OF_NAMES | NOUN | SUFFIX) else " " + match[1]

    def sex(self, name: str) -> str:
        """ "m", "f", or nothing known: by the given name, else by an honorific before the surname."""
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
        """The words right before each place of a surname, in lower case."""
        for at, _ in self._places(surname):
            before = self.text[max(0, at - 16) : at].split()
            if before:
                yield before[-1].lower().rstrip(".")

    def is_person(self, name: str) -> bool:
        """Whether the document treats a name as a person's: with a given name or a title."""
        key = "person " + name
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = "yes" if self._is_person(name) else ""
        return bool(found)

    def _is_person(self, name: str) -> bool:
        parts = self.full(name).split()
        if not parts or parts[-1].islower():
            return False
        if len(parts) > 1:
            last, first = (self.words.bits.get(part.lower(), 0) for part in (parts[-1], parts[0]))
            return bool(first & GIVEN) or not (
                last & (ORGANISATION | PLACE) or first & (NO_GIVEN_NAME | PLACE)
            )
        return any(self.words.bits.get(word, 0) & TITLE for word in self._titles(parts[0]))

    def may_be_person(self, name: str) -> bool:
        """Whether nothing speaks against a speaker's being one person."""
        if not name or not name[0].isupper() or name.isupper() or " and " in name:
            return False
        last = self.words.bits.get(name.split()[-1].lower(), 0)
        if self.is_person(name):
            return True
        alone = " " not in name and not last & (ORGANISATION | PLACE | GROUP)
        return alone and not _AROUND_PLACES.intersection(self._titles(name))
