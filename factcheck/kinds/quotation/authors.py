"""Read whose words a document is: its heading, its byline, its signature, and lines that introduce a statement."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import Final

from factcheck.kinds.quotation.cues import introduction
from factcheck.kinds.quotation.frames import Frame, narrative
from factcheck.kinds.quotation.lexicon import (
    AUXILIARY,
    CAPITAL,
    GIVEN,
    OTHER_VERB,
    PARTICLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    ROLE,
    TITLE,
    Lexicon,
    lexicon,
)
from factcheck.kinds.quotation.phrases import Phrase
from factcheck.kinds.quotation.sources import read_source
from factcheck.kinds.quotation.subjects import subject_before
from factcheck.kinds.quotation.turns import POST_CREDIT, line_spans, spelt
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, alternation
from factcheck.text.folding import fold

_NAME_WORD: Final = regex(r"[^\W\d_][\w'’.-]*|&")
_PARTS: Final = regex(r"[:|–—/]")
_DATELINE: Final = regex(
    r"[^\W\d_a-z][^\Wa-z]+(?:[ .'’-]+[^\Wa-z]+)*(?:, [^—–\n]{0,40}?)?(?:\s\([A-Z][\w ]+\))?\s*(?:—|–|--?)\s"
)
_SIGNED: Final = regex(r"/s/|[—–]\s*(?=[^\W\d_a-z])|--\s*(?=[^\W\d_a-z])")
_HEAD_LINES: Final = 12  # lines at the beginning of a document among which its heading and its byline stand
_MOST_BEFORE: Final = 4  # words of a heading before the kind of record: "Full text of the opening statement by"
_FIRST_LINES: Final = 3  # the same for a line that introduces all that follows
_LAST_LINES: Final = 10  # lines at the end among which a signature stands
_MOST_HEADING: Final = 200  # code points of a heading or of a line that introduces a statement
_MOST_LATER: Final = 80  # the same of a heading farther down: "EXAMINATION OF ANN ROE"
_MOST_SHORT: Final = 60  # code points of a line that marks an opinion, closes a letter or signs it
_MOST_NAME: Final = 8  # words of a speaker in a heading
_CLOSING: Final = 4  # words of the line that closes a letter
_OPINION: Final = 4  # words of a line that marks an opinion
_BETWEEN: Final = 60  # code points between a kind of record and the joint to its speaker


class Part(Enum):
    """What the one whom a heading names does in the text below it."""

    SPEAKS = "speaks"
    ANSWERS = "answers questions"
    ASKS = "asks questions"


@record
class Block:
    """Words that a line introduces: their span and the speaker."""

    start: int
    end: int
    speaker: str


@record
class Section:
    """What stands below a heading: whose words it is, who answers questions in it, and who asks them; empty for nobody.

    `start` is the offset behind the heading.
    """

    start: int
    speaker: str
    answering: str = ""
    asking: str = ""


@record
class Authors:
    """Whose words a document is.

    `speaker` is the one whom the heading, the signature or an opinion's byline names, and `sections` say the same by
    offset where there are several headings. `bylines` are those whose words it is only if the draft says so; `writer`
    is the one of them whose "I" it is, where it is no report from somewhere. `blocks` are statements that a line
    introduces. `is_record` says that it is no report by its form, `is_report` that it has a byline or a dateline.
    """

    speaker: str
    sections: list[Section]
    bylines: list[str]
    writer: str
    blocks: list[Block]
    is_record: bool
    is_report: bool

    def section(self, offset: int) -> Section:
        """The section in which an offset lies."""
        return self.sections[max(0, bisect_right(self.sections, offset, key=lambda each: each.start) - 1)]


def authors_of(text: str, title: str | None, body: int, ruleset: Ruleset, author: str | None = None) -> Authors:
    """Return whose words a document is; `body` is the offset behind its front matter, `author` whom that names."""
    reader = _Reader(text, ruleset)
    spans = list(line_spans(text, body))
    head, tail = spans[:_HEAD_LINES], spans[-_LAST_LINES:]
    lines = [(text[start:end].strip(" *#_\t"), end) for start, end in head]
    opening = reader.opening([(title or "", body), *lines], body)
    later = list(reader.later(spans, opening))
    speaker = opening.speaker
    own = [name for line, _ in lines for name in reader.labelled(line)]
    bylines = [name for line, _ in lines for name in reader.byline(line)]
    writer = bylines[0] if len(set(bylines)) == 1 else ""
    if lines and 1 < len(lines[0][0].split()) <= _CLOSING and reader.name(lines[0][0]) == lines[0][0]:
        bylines.append(lines[0][0])  # the name over a post
    is_opinion = any(reader.is_opinion(line) for line, _ in lines) or reader.is_opinion(title or "")
    signed, is_own = reader.signature([text[start:end].strip() for start, end in tail])
    if signed and is_own and not speaker:
        speaker = signed
    bylines += [name for name in (*own, signed) if name and name != speaker]
    if not speaker and is_opinion and bylines:
        speaker = bylines[0]
    formal = any(reader.is_formal(text[start:end]) for start, end in (*head, *tail))
    dated = any(_DATELINE.match(text, start, end) for start, end in head[:_FIRST_LINES])
    posts = reader.posts(body, is_report=dated or bool(bylines))
    blocks = [] if speaker else [*posts, *reader.blocks(spans)]
    if speaker != opening.speaker:
        opening = Section(body, speaker, opening.answering, opening.asking)
    is_record = bool(speaker or later or opening.answering or opening.asking or formal)
    is_report = not is_record and (bool(bylines) or dated)
    bylines += [name for line, _ in lines[:1] if (name := reader.titled(line))]
    if author:
        bylines += [*reader.byline(author)] or [name for name in (reader.name(author),) if name]
    return Authors(speaker, [opening, *later], bylines, "" if dated else writer, blocks, is_record, is_report)


class _Reader:
    """Reads the lines of one document that say whose words it is."""

    def __init__(self, text: str, ruleset: Ruleset) -> None:
        self.text = text
        self.words: Lexicon = lexicon(ruleset)
        self.ruleset = ruleset
        self.asked = ruleset.words("quote_asked_record")
        self.led = ruleset.words("quote_led_record")
        self.asker_joints = ruleset.words("quote_byline")
        self.joints = ruleset.words("quote_office_joint")
        self.office_joints = frozenset(ruleset.words("quote_office_preposition"))

    def opening(self, lines: Iterable[tuple[str, int]], body: int) -> Section:
        """Return what the lines at the beginning of a document say of all of it; each comes with its end."""
        speaker, since, answering, asking = "", body, "", ""
        for line, end in lines:
            found = (self.heading(line) or self.examiner(line)) if len(line) <= _MOST_HEADING else None
            if found is None:
                continue
            part, name = found
            if part is Part.ANSWERS:
                answering = answering or name
            elif part is Part.ASKS:
                asking = asking or name
            elif not speaker:
                speaker, since = name, end
        return Section(since, speaker, answering, asking)

    def later(self, spans: Sequence[tuple[int, int]], opening: Section) -> Iterator[Section]:
        """Yield the sections that headings farther down open: those with a paragraph to themselves, behind a sentence,
        or any behind the first lines.
        """
        last, told = opening, False
        for number, (start, end) in enumerate(spans):
            line = self.text[start:end].strip(" *#_\t0123456789")
            is_prose = line.endswith((".", "!", "?", "”", '"'))
            told = told or (is_prose and start >= opening.start)
            if end - start > _MOST_LATER or is_prose or not (told or number >= _HEAD_LINES):
                continue
            found = self.heading(line) or self.examiner(line)
            if found is None or not (found[0] is not Part.SPEAKS or self._is_alone(spans, number)):
                continue
            part, name = found
            if part is Part.SPEAKS:
                section = Section(end, name)
            elif part is Part.ANSWERS:
                section = Section(end, "", name)
            else:
                section = Section(end, last.speaker, last.answering, name)
            if (section.speaker, section.answering, section.asking) != (last.speaker, last.answering, last.asking):
                yield section
                last = section

    def examiner(self, line: str) -> tuple[Part, str] | None:
        """Return who asks from a line of a transcript on: "BY MR. KESTREL:"."""
        match = _patterns(self.ruleset).byline.match(line) if line.endswith(":") and line.isupper() else None
        name = self.name(line[match.end() :]) if match is not None else ""
        return (Part.ASKS, name) if name else None

    def _is_alone(self, spans: Sequence[tuple[int, int]], number: int) -> bool:
        """Whether a line has a paragraph to itself: a blank line, or none, stands on both sides."""
        start, end = spans[number]
        above = self.text[spans[number - 1][1] + 1 : start] if number else "\n"
        below = self.text[end + 1 : spans[number + 1][0]] if number + 1 < len(spans) else "\n"
        return "\n" in above and "\n" in below

    def heading(self, line: str) -> tuple[Part, str] | None:
        """Return whom a heading names, and what that one does in what follows; None for any other line."""
        if not line or (line[-1] == "." and not line.isupper()) or '"' in line or "“" in line:
            return None
        patterns = _patterns(self.ruleset)
        for match in patterns.named.finditer(line):
            before = line[: match.start()].split()
            if not match["noun"][0].isupper() or len(before) > _MOST_BEFORE:
                continue
            name = self.name(line[match.end() :])
            asked = fold(match["noun"]) in self.asked
            if name and (" " in name or name.isupper()) and (asked or match["colon"] is None):
                asks = fold(match["joint"] or "") in self.asker_joints and fold(match["noun"]) in self.led
                return (Part.ASKS if asks else Part.ANSWERS if asked else Part.SPEAKS), name
        owned = patterns.owned.match(line)
        if owned is not None:
            name = self.name(owned["owner"])
            if name and len(line.split()) <= _MOST_NAME * 2:
                return (Part.ANSWERS if fold(owned["noun"]) in self.asked else Part.SPEAKS), name
        return None

    def labelled(self, line: str) -> Iterator[str]:
        """Yield the author whom a line names by a label: "From: Ann Roe", "Posted by Ann Roe on 6 March"."""
        match = _patterns(self.ruleset).author.match(line)
        if match is not None and (name := self.name(line[match.end() :].strip(" :"))):
            yield name

    def byline(self, line: str) -> Iterator[str]:
        """Yield the author of a byline: "By Ann Roe, mayor of Hull"."""
        match = _patterns(self.ruleset).byline.match(line)
        if match is not None and len(line.split()) <= _MOST_NAME * 2 and line[-1] != ".":
            name = self.name(line[match.end() :])
            if " " in name:
                yield name

    def titled(self, line: str) -> str:
        """Return the name before a title: "Ann Roe: The river will not wait"; empty for any other line."""
        before, colon, title = line.partition(":")
        return before if colon and title.strip() and " " in before and self.name(before) == before else ""

    def is_opinion(self, line: str) -> bool:
        """Whether a line marks what follows as an opinion."""
        if len(line) > _MOST_SHORT:
            return False
        first = fold(_PARTS.split(line)[0]).strip(" .*#")
        return len(line.split()) <= _OPINION * 4 and first in self.ruleset.words("quote_opinion_line")

    def is_formal(self, line: str) -> bool:
        """Whether a line is one that only a release, a transcript or a filing has."""
        stripped = line.strip(" *#_\t-–—")
        if not stripped:
            return bool(line.strip().count("#") >= len("###"))
        # In running prose the words are those of anybody: "the court", "a hearing".
        if stripped[-1] in ".?!" or len(stripped.split()) > _MOST_NAME:
            return False
        found = _patterns(self.ruleset).formal.search(fold(stripped))
        return found is not None and (stripped.isupper() or found.start() == 0 or stripped[-1] in ",:")

    def signature(self, lines: Sequence[str]) -> tuple[str, bool]:
        """Return who signs a document at its end, empty for nobody, and whether the words are the signer's own."""
        signs_for = _patterns(self.ruleset).signs_for
        for number, line in enumerate(lines):
            if len(line) > _MOST_SHORT:
                continue
            marked = _SIGNED.match(line)
            closing = fold(line).strip(" ,.:!") in self.ruleset.words("quote_letter_closing")
            if marked is None and not closing:
                continue
            behind = [line[marked.end() :]] if marked else []
            behind += lines[number + 1 : number + 4]
            for place, each in enumerate(behind):
                mark = _SIGNED.match(each)
                name = self.name(each[mark.end() :].strip() if mark else each)
                if name:
                    rest = " ".join(fold(after) for after in behind[place:])
                    # A reporter signs with a dash, too.
                    is_own = closing or line.startswith("/s/")
                    return name, is_own and signs_for.search(rest) is None
        return "", False

    def blocks(self, spans: Sequence[tuple[int, int]]) -> Iterator[Block]:
        """Yield what lines with a colon at their end introduce: the next paragraph, or all that follows where a line at
        the beginning names the kind of record: "Mayor Holt issued the following statement:".
        """
        for number, (start, end) in enumerate(spans[:-1]):
            line = self.text[start:end].rstrip(" *_")
            if not line.endswith(":") or len(line) > _MOST_HEADING or len(line.split()) < 3:
                continue
            speaker = self.introduced(start, start + len(line))
            if not speaker:
                continue
            whole = number < _FIRST_LINES and _patterns(self.ruleset).noun.search(line) is not None
            last = len(self.text) if whole else self._paragraph_end(spans, number + 1)
            yield Block(spans[number + 1][0], last, speaker)

    def posts(self, body: int, *, is_report: bool) -> Iterator[Block]:
        """Yield the posts that a text shows, each with its author behind it: "— Ann Roe (@annroe) March 4".

        A post is a paragraph in a report, and else all from the one before it.
        """
        after = body
        for match in POST_CREDIT.finditer(self.text) if "(@" in self.text else ():
            last = len(self.text[: match.start()].rstrip(" \t\n>"))
            line, paragraph = self.text.rfind("\n", 0, last), self.text.rfind("\n\n", 0, last)
            begin = after if not is_report else max(after, line if paragraph < 0 else paragraph)
            if begin < last:
                yield Block(begin, match.start(), match["name"])
            end = self.text.find("\n", match.end())
            after = len(self.text) if end < 0 else end

    def _paragraph_end(self, spans: Sequence[tuple[int, int]], first: int) -> int:
        for number in range(first, len(spans) - 1):
            if "\n" in self.text[spans[number][1] + 1 : spans[number + 1][0]]:
                return spans[number][1]
        return spans[-1][1]

    def introduced(self, start: int, end: int) -> str:
        """Return whom a line that ends in a colon introduces; empty where it names nobody."""
        frame = narrative(self.text, start, end, self.words)
        if not frame.words or not (frame.cues or _patterns(self.ruleset).noun.search(self.text, start, end)):
            return ""
        found = introduction(frame) if frame.cues else None
        phrase = found.source if found is not None and found.cue is not None else self._issuer(frame)
        if phrase is None:
            named = self.heading(self.text[start:end].rstrip(" :"))
            return named[1] if named is not None else ""
        source = read_source(frame, phrase)
        if source.kind == "pronoun" or frame.bits[phrase[0]] & PRONOUN:
            return ""
        return source.names[0] if source.names else source.text

    def _issuer(self, frame: Frame) -> Phrase | None:
        """Return the subject of the first verb in the past: "Mayor Holt issued the following statement:"."""
        at = next(
            (n for n, bit in enumerate(frame.bits) if n and bit & (PAST | OTHER_VERB) and not bit & CAPITAL), None
        )
        if at is None or frame.bits[at - 1] & AUXILIARY:
            return None
        return subject_before(frame, at)

    def name(self, words: str) -> str:
        """Return the name with which some words begin, with its office; empty where they begin with none."""
        found: list[str] = []
        upper = words.isupper()
        for match in _NAME_WORD.finditer(words):
            before = words[: match.start()].rstrip()
            if before[-1:] in {",", ":", ";", "(", "|", "—", "–", "·"} or (
                before[-1:] == "." and (not found or len(found[-1]) > 4)
            ):
                break
            word = match[0]
            low = word.lower().rstrip(".")
            bits = self.words.bits.get(low, 0)
            joint = low in self.joints or bool(bits & PARTICLE)
            role = bool(bits & (ROLE | TITLE))
            if (upper and bits & _NO_NAME and not joint) or not (word[0].isupper() or joint or (role and not found)):
                break
            found.append(word)
        while found and (found[-1].lower() in self.joints or self.words.bits.get(found[-1].lower(), 0) & PARTICLE):
            found.pop()
        while found and found[0].lower() in self.joints:
            found.pop(0)
        if not found or len(found) > _MOST_NAME or not found[-1][0].isupper():
            return ""
        return spelt(" ".join(_person(found, self.words, self.office_joints))).removesuffix("’s").removesuffix("'s")


def _person(words: list[str], lexicon_: Lexicon, office_joints: frozenset[str]) -> list[str]:
    """Return the name behind an office of several words: "Tomas Ek" of "Minister for Ports Tomas Ek"."""
    low = [word.lower() for word in words]
    joints = [n for n, word in enumerate(low) if word in office_joints]
    opens = lexicon_.bits.get(low[0], 0) & (ROLE | TITLE)
    if not joints or not opens or len(words) - joints[-1] < 4:
        return words
    given = next((n for n in range(joints[-1] + 1, len(words) - 1) if lexicon_.bits.get(low[n], 0) & GIVEN), None)
    return words[given:] if given is not None else words[-2:]


_NO_NAME: Final = PRONOUN | AUXILIARY | PREPOSITION  # among words in capitals, of which a name has none


@record
class _Patterns:
    """The expressions made of the word lists."""

    named: re.Pattern[str]
    owned: re.Pattern[str]
    author: re.Pattern[str]
    byline: re.Pattern[str]
    formal: re.Pattern[str]
    signs_for: re.Pattern[str]
    noun: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(ruleset: Ruleset) -> _Patterns:
    noun = alternation(ruleset.words("quote_heading_noun"))
    record_noun = alternation(ruleset.words("quote_record_noun"))
    joint = alternation(ruleset.words("quote_record_joint"))
    between = rf"[^.:;,\n]{{0,{_BETWEEN}}}?"
    return _Patterns(
        named=regex(rf"(?i)\b(?P<noun>{noun})s?(?:{between}\s(?P<joint>{joint})\s+|(?P<colon>\s*:\s+))"),
        owned=regex(
            rf"(?P<owner>[^\W\d_a-z][\w.’'-]*(?: [\w.’'-]+){{0,6}}?)['’]s?\s(?i:[\w-]+ )?(?i:(?P<noun>{noun}))\b"
        ),
        author=regex(
            rf"(?i)(?:{alternation(ruleset.words('quote_author_label'))})(?:\s*:\s*|\s+(?<=by\s)|\s+(?<=to\s))"
        ),
        byline=regex(rf"(?i)(?:{alternation(ruleset.words('quote_byline'))})[ \t]+"),
        formal=regex(rf"\b(?:{alternation(ruleset.words('quote_record_line'))})\b"),
        signs_for=regex(rf"\b(?:{alternation(ruleset.words('quote_signs_for'))})\b"),
        noun=regex(rf"(?i)\b(?:{record_noun})s?\b"),
    )
