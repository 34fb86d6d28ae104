"""Classify the noun phrase of a speaker: a name, a pronoun, a role, a group or a paper."""

from __future__ import annotations

import re
from typing import final

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    DIGITS,
    GIVEN,
    GROUP,
    NO_GIVEN_NAME,
    ORGANISATION,
    PAPER,
    PARTICLE,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    SIGN,
    SUFFIX,
    TIME,
    TITLE,
)
from factcheck.kinds.quotation.phrases import Phrase, head_end, is_numbered_role, is_reduced_relative
from factcheck.records import record
from factcheck.regex_cache import regex


@final
@record
class Source:
    """A speaker as named in the text, and what kind of noun phrase names them.

    `kind` is "name", "pronoun", "role" (one known person: "the mayor"), "someone" (one unknown person: "an official"),
    "pair" or "other" (groups, papers, organisations). `names` are the persons' names without titles, `head` is the head
    noun, `sex` comes from a pronoun or an honorific. `first` is the first token in `frame`.
    """

    text: str
    kind: str
    frame: Frame
    first: int
    names: tuple[str, ...] = ()
    head: str = ""
    sex: str = ""

    @property
    def start(self) -> int:
        """The offset of the first word."""
        return self.frame.start(self.first)

    @property
    def name(self) -> str:
        """The person's name; empty unless `kind` is "name"."""
        return self.names[0] if self.kind == "name" else ""


def read_source(frame: Frame, phrase: Phrase) -> Source:
    """Classify a noun phrase as a source."""
    first, last = phrase
    sex = frame.lexicon.pronouns.get(frame.low(first)) if first == last else None
    if sex is not None:
        return Source(frame.words[first], "pronoun", frame, first, sex=sex)
    return _pair(frame, first, last) or _person(frame, first, last) or _other(frame, first, last)


def _pair(frame: Frame, first: int, last: int) -> Source | None:
    """Return two persons joined by "and"; None for any other phrase."""
    if frame.bits[first] & DETERMINER:
        return None
    for at in range(first + 1, last):
        if frame.words[at] == "and" and frame.bits[at + 1] & CAPITAL:
            halves = _person(frame, first, at - 1), _person(frame, at + 1, last)
            if halves[0] and halves[1] and frame.bits[first] & CAPITAL and not _joins_office(frame, at, last):
                names = halves[0].names + halves[1].names
                return Source(frame.spelt(first, last), "pair", frame, first, names)
    return None


def _person(frame: Frame, first: int, last: int) -> Source | None:
    """Return a person's name with the words before it; None when the phrase names no person."""
    head = head_end(frame, first, last)
    if _is_joint(frame, first, head) or (first == head and _only_opens(frame, first)):
        return None
    body = head + 1 < last and head == first + 1 and frame.low(first) in frame.lexicon.definite_articles
    body = body and frame.words[head + 1] in frame.lexicon.part_joints
    if (
        body
        and frame.bits[head] & CAPITAL
        and not frame.bits[head] & (TITLE | GIVEN)
        and frame.bits[head + 2] & CAPITAL
    ):
        return None  # "the Chamber of Commerce"
    name = _name_run(frame, first, head) or _after_role(frame, first, last)
    if (
        name is None
        and head + 2 <= last
        and frame.words[head + 1] in frame.lexicon.part_joints
        and frame.bits[head] & TITLE
    ):
        name = _name_run(frame, head + 2, last)
        if name is not None and not frame.bits[head] & CAPITAL and not frame.bits[name[0]] & GIVEN:
            name = None  # "the mayor of Orrel", where "the secretary of state Ann Roe" is a person
    if name is None and first == last and frame.bits[first] & CAPITAL:
        name = None if frame.bits[first] & (GROUP | POSSESSIVE) else (first, last)
    surface_end = name[1] if name else last
    if name is None:
        name = _author(frame, head, last)
    if name is None:
        return None
    honorifics = frame.lexicon.honorifics
    sex = next((found for at in range(first, name[0]) if (found := honorifics.get(frame.low(at)))), "")
    surface = frame.spelt(first, surface_end)
    bare = _without_possessive(surface if name == (first, surface_end) else frame.spelt(*name))
    return Source(surface, "name", frame, first, (bare,), sex=sex)


def _is_joint(frame: Frame, first: int, last: int) -> bool:
    """Whether "and" joins a group to a name; "chairman and owner Tom Hale" is one person."""
    joints = [at for at in range(first + 1, last) if frame.words[at] == "and"]
    return any(not (frame.bits[at - 1] & (ROLE | TITLE) or _joins_office(frame, at, last)) for at in joints)


def _only_opens(frame: Frame, at: int) -> bool:
    """Whether a word has its capital only because it opens a sentence: "Concerns about mental health may be"."""
    if frame.bits[at] & ~POSSESSIVE != CAPITAL or not all(bits & SIGN for bits in frame.bits[:at]):
        return False
    word = frame.words[at]
    if at + 1 < len(frame.words) and frame.words[at + 1] in {"about", "over", "than", "include"}:
        return True
    return f" {word.lower()} " in frame.text and not regex(rf"[a-z,;] {re.escape(word)}\b").search(frame.text)


def _joins_office(frame: Frame, joint: int, last: int) -> bool:
    """Whether "and" is inside the name of an office: "Health and Human Services Secretary Ann Roe"."""
    if not frame.bits[joint - 1] & (NO_GIVEN_NAME | ORGANISATION) or frame.bits[joint - 1] & (GROUP | GIVEN):
        return False
    return any(_is_title(frame, at) for at in range(joint + 2, last))


def _after_role(frame: Frame, first: int, last: int) -> Phrase | None:
    """Return the name after a lower-case role, whatever stands before it: "Ministry of Food head Ann Roe"."""
    begin = _capital_run(frame, first, last)
    follows_role = (
        first < begin <= last and frame.bits[begin - 1] & (ROLE | TITLE) and not frame.bits[begin - 1] & CAPITAL
    )
    return _name_run(frame, begin, last) if follows_role else None


def _other(frame: Frame, first: int, last: int) -> Source:
    """Return a role, a group, a paper or an organisation as a source."""
    head, begin = head_end(frame, first, last), first
    if frame.low(first) in frame.lexicon.definite_articles and frame.bits[head] & CAPITAL:
        begin = min(first + 1, last)
    surface, noun = _without_possessive(_uncapitalised(frame, begin, _surface_end(frame, begin, last))), frame.low(head)
    aged = frame.bits[head] & DIGITS and noun.endswith(frame.lexicon.age_endings)  # "the 54-year-old"
    if (not frame.bits[head] & ROLE and not aged) or frame.bits[head] & GROUP:
        return Source(surface, "other", frame, first, head=noun)
    definite = frame.low(first) in frame.lexicon.pointing_determiners or (
        frame.bits[first] & CAPITAL and not frame.bits[first] & DETERMINER
    )
    owned = any(frame.bits[at] & POSSESSIVE for at in range(begin, head))
    known = definite and not owned and noun not in frame.lexicon.common_roles
    return Source(surface, "role" if known else "someone", frame, first, head=noun)


def _without_possessive(name: str) -> str:
    """Return a name without a possessive ending."""
    return name[:-2] if name.endswith(("'s", "’s")) else name.rstrip(",'’")


def _uncapitalised(frame: Frame, first: int, last: int) -> str:
    """Return the words without a capital that only marks the beginning of a sentence."""
    surface = frame.spelt(first, last)
    own = frame.lexicon.bits.get(frame.low(first).removesuffix("s"), 0) & NO_GIVEN_NAME  # "Republicans"
    if frame.bits[first] & (DETERMINER | GROUP) and not own and not _is_acronym(frame.words[first]):
        return surface[0].lower() + surface[1:]
    return surface


def _surface_end(frame: Frame, first: int, last: int) -> int:
    """Return the last token of the phrase without its trailing place or addressee."""
    for at in range(first + 1, last + 1):
        if (
            not frame.bits[at] & PREPOSITION
            or frame.words[at] in frame.lexicon.source_joints
            or is_reduced_relative(frame, at - 1)
        ):
            continue
        if frame.words[at] != "to" or frame.words[at - 1] not in frame.lexicon.nearness_adjectives:
            return at - 1
    return last


def _author(frame: Frame, head: int, last: int) -> Phrase | None:
    """Return the author of a paper that speaks: "the letter by Sen. Dana Roe"; None when it gives none."""
    if not frame.bits[head] & PAPER or head + 1 >= last or frame.words[head + 1] not in frame.lexicon.author_joints:
        return None
    return _name_run(frame, head + 2, last)


def _name_run(frame: Frame, first: int, last: int) -> Phrase | None:
    """Return the person's name at the end of a phrase, without titles; None for organisations and common nouns."""
    while last > first and frame.bits[last] & SUFFIX:
        last -= 1
    if is_numbered_role(frame, first, last):
        return last - 1, last
    begin = _capital_run(frame, first, last)
    if begin > last or (begin > first and frame.words[begin - 1] == "&"):
        return None
    if begin < last and frame.bits[last] & DIGITS:
        return begin, last  # "Juror No. 8"
    titles = [at for at in range(begin, last) if _is_title(frame, at)]
    if titles:
        begin = titles[-1] + 1
    given = next((at for at in range(begin, last) if frame.bits[at] & GIVEN), begin)
    if given > begin + 1:
        begin = given  # words before a given name are an unlisted office: "Public Advocate Ann Roe"
    no_name = NO_GIVEN_NAME | ORGANISATION | PLACE | DETERMINER
    while begin < last and frame.bits[begin] & no_name and not frame.bits[begin] & GIVEN:
        begin += 1
    addressed = bool(titles) and bool(frame.lexicon.honorifics.get(frame.low(titles[-1])))
    return (begin, last) if addressed or _is_person(frame, begin, last, titled=bool(titles)) else None


def _capital_run(frame: Frame, first: int, last: int) -> int:
    """Return where the capitalised words at the end of a phrase begin, after any "CEO" or "CNN"."""
    begin = last
    while begin >= first and frame.bits[begin] & (CAPITAL | PARTICLE) and not _is_time(frame.bits[begin]):
        if begin != last and (frame.bits[begin] & POSSESSIVE or _is_acronym(frame.words[begin])):
            break
        begin -= 1
    begin += 1
    while begin <= last and not frame.bits[begin] & CAPITAL:
        begin += 1
    return begin


def _is_time(bits: int) -> bool:
    """Whether a word names a time and no person: "Jan" may be both."""
    return bool(bits & TIME) and not bits & GIVEN


def _is_acronym(word: str) -> bool:
    """Whether a word is upper-case and no initials: CEO, CNN, but not "J.R."."""
    return len(word) > 2 and word.isupper() and "." not in word


def _is_title(frame: Frame, at: int) -> bool:
    """Whether a token is a title or role and no given name."""
    return bool(frame.bits[at] & (TITLE | ROLE)) and not frame.bits[at] & GIVEN


def _is_person(frame: Frame, begin: int, last: int, *, titled: bool) -> bool:
    """Whether capitalised words are a person's name; `titled` says that a title stands before them."""
    bits, word = frame.bits[last], frame.words[last]
    if begin < last and frame.bits[begin] & GIVEN:
        return True
    if begin == last and bits & (PRONOUN | PREPOSITION | CONJUNCTION | DETERMINER | ROLE | TITLE | GROUP):
        return False
    if bits & (ORGANISATION | PLACE | GROUP | PAPER | NO_GIVEN_NAME):
        return titled and not bits & GROUP and (begin < last or bool(bits & PLACE))
    return titled or begin < last or len(word) == 1 or not word.isupper()
