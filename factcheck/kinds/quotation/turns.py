"""Read the turns of a transcript: the labels that name who speaks, and what nobody speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import Final

from factcheck.kinds.quotation.lexicon import (
    AUXILIARY,
    DETERMINER,
    GIVEN,
    GROUP,
    ORGANISATION,
    PAPER,
    PARTICLE,
    PLACE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    SPEECH,
    TIME,
    TITLE,
    Lexicon,
    lexicon,
)
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, alternation
from factcheck.text.folding import fold

_CLOCK: Final = r"[\[(<]?\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?\b[\])>]?"
_CLOCKS: Final = regex(_CLOCK)
_CUE_LINE: Final = regex(rf"\s*{_CLOCK}\s*(?:-->|[-–—])\s*{_CLOCK}[^\n]*")
_COUNT: Final = r"\(?\d{1,2}/(?:\d{1,2}|n)?\)?(?=\s)"  # a post of a thread: "2/7"
_STAMP: Final = r"\[[^\]\n]{0,24}\d{1,2}:\d\d[^\]\n]{0,12}\]|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?"  # [12/03/2031, 10:40]
_LEAD: Final = regex(rf"(?:[\s>*#_•·]|[-–—](?=\s)|{_STAMP}|{_CLOCK}|{_COUNT}|[A-Z]\d{{1,3}}\.\s)*")
_NUMBERED: Final = regex(r"[ \t]*\d{1,2}[ \t]{2,}")  # the line numbers of a court transcript
_VOICE: Final = regex(r"<v(?:\.[\w.]+)? ([^>\n]+)>")  # WebVTT
_COLON: Final = regex(r"\s*[*_]*:[*_]*(?=\s|$)")
_STOPPED: Final = regex(r"([^\W\d_]+\.?(?: [^\W\d_a-z][^\Wa-z]*(?:['’.-][^\Wa-z]+)*){0,4})\.\s+(?=\S)")
_DASHED: Final = regex(r"([^\W\d_a-z][^\Wa-z]*(?:[ .'’-]+[^\Wa-z]+)*)\s+(?:—|–|--)\s+(?=\S)")
_TITLED_DASH: Final = regex(r"([^\W\d_a-z][^\W\d_A-Z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){1,3})\s+(?:—|–|--?)\s+(?=\S)")
_JOINED_OFFICE: Final = regex(r"\s[-–—]\s")
_ASIDE: Final = regex(r"\s*[\[(]([^\])\n]*)[\])]")
_HANDLE: Final = regex(r"(?:(?<=[\s(])|^)@(\w{2,})(?!\.\w)")
_CREDIT: Final = r"[—–-]{1,2}\s?(?P<name>[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,3}) \(@\w+\)(?!\s*:)"
POST_CREDIT: Final = regex(_CREDIT)  # behind or below a post: "— Ann Roe (@annroe) March 4"
_CREDIT_LINE: Final = regex(rf"[\s>*_]*{_CREDIT}")
_INITIALS: Final = regex(r"(?:[A-Z]\.?){2,3}")
_FULL_NAME: Final = regex(r"\b[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,2}")
_WORD: Final = regex(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*\.?")
_BLANK_LINE: Final = regex(r"\n[ \t\r]*\n")
_DASHES: Final = ("—", "–", " - ", "--")
_LETTERS: Final = regex(r"[^\W\d_]+")
_MOST_LABEL: Final = 90  # code points
_MOST_WORDS: Final = 6  # of a name with its title
_LEAST_TURN: Final = 3  # words; what stands behind a label on its own line
_NO_NAME: Final = PREPOSITION | AUXILIARY | PRONOUN  # among words in capitals, of which a name has none
_NO_PERSON: Final = _NO_NAME | DETERMINER | ROLE | GROUP | ORGANISATION | PAPER | PLACE | TIME
_SPARSE: Final = 6  # paragraphs for each label, from which on a label is of its own paragraph only
_NUMBERED_SHARE: Final = 0.6  # of the lines of a page with numbered lines begin with one


class Label(Enum):
    """What a label says of the speaker."""

    NAME = "a name"
    ROLE = "an office"
    UNNAMED = "somebody"
    ASKS = "who asks"
    ANSWERS = "who answers"
    HANDLE = "an account"


@record
class Turn:
    """What one speaker says: the span from behind the label to the next one.

    `speaker` is the name, the office or the account of the label; empty where it names none. `is_sure` says that it can
    be nothing but a speaker's label.
    """

    start: int
    end: int
    label: Label
    speaker: str
    is_sure: bool


@record
class Turns:
    """The turns of a text in order, and the spans that nobody speaks: labels, time codes, line numbers."""

    turns: list[Turn]
    unspoken: list[tuple[int, int]]


@record
class _Line:
    """A line: its span, where its words begin behind marks and time codes, and the label that it may open with.

    `words` is where the words behind the label begin; `own` says that the label has the line to itself, `has_aside`
    that something stands in brackets behind it: a constituency, a party.
    """

    start: int
    end: int
    words: int
    label: Label | None = None
    speaker: str = ""
    is_sure: bool = False
    own: bool = False
    has_aside: bool = False


def turns_of(text: str, ruleset: Ruleset) -> Turns:
    """Return the turns of a text; none where it is no transcript."""
    words = lexicon(ruleset)
    reader = _Labels(text, words, ruleset)
    unspoken: list[tuple[int, int]] = []
    lines = list(_lines(text, reader, unspoken))
    kept = _kept(lines, text, words)
    unspoken += [(line.start, line.words) for line in lines if line.words > line.start]
    turns: list[Turn] = []
    is_sparse = len(kept) < 2 or len(kept) * _SPARSE < len(lines)
    for number, line in enumerate(kept):
        end = kept[number + 1].start if number + 1 < len(kept) else len(text)
        if is_sparse and not line.is_sure and (line.own or " " not in line.speaker):
            continue
        if is_sparse:
            end = min(end, _paragraph_end(text, line))
        assert line.label is not None
        if len(text[line.words : end].split()) < _LEAST_TURN and (line.own or line.label is Label.HANDLE):
            continue
        is_sure = line.is_sure or (not is_sparse and " " in line.speaker) or _stands_elsewhere(line, text)
        turns.append(Turn(line.words, end, line.label, line.speaker, is_sure))
    return Turns(turns, sorted(unspoken))


def line_spans(text: str, body: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines from an offset on that are not blank."""
    while body < len(text):
        end = text.find("\n", body)
        end = len(text) if end < 0 else end
        if text[body:end].strip():
            yield body, end
        body = end + 1


def spelt(name: str) -> str:
    """Return a name in capitals, or with a surname in capitals, as names are written; any other name as it stands."""
    if not name.rpartition(" ")[2].isupper():
        return name
    return _LETTERS.sub(lambda match: match[0].capitalize() if match[0].isupper() else match[0], name)


def stage_directions(text: str, ruleset: Ruleset) -> list[tuple[int, int]]:
    """The spans of remarks in brackets that nobody speaks: "[laughter]"."""
    return [match.span() for match in _stage(ruleset).finditer(text)]


@lru_cache(maxsize=8)
def _stage(ruleset: Ruleset) -> re.Pattern[str]:
    """A remark in brackets that nobody speaks."""
    return regex(rf"(?i)[\[(](?:{alternation(ruleset.words('quote_stage_direction'))})\b[^\])\n]{{0,24}}[\])]")


def _lines(text: str, reader: _Labels, unspoken: list[tuple[int, int]]) -> Iterator[_Line]:
    """Yield the lines that are not blank; those of time codes go to `unspoken`, with the number before them."""
    spans = list(line_spans(text))
    numbered = [_NUMBERED.match(text, start, end) for start, end in spans]
    is_numbered = sum(each is not None for each in numbered) >= max(3, _NUMBERED_SHARE * len(spans))
    for index, (start, end) in enumerate(spans):
        if (
            text[start].isalpha() and text[start + 1 : start + 2].islower()
        ):  # most lines: no mark, figure or label of one letter
            yield reader.read(start, start, end)
            continue
        if _CUE_LINE.fullmatch(text, start, end):
            unspoken.append((start, end))
            continue
        following = spans[index + 1] if index + 1 < len(spans) else None
        alone = text[start:end].strip().isdigit()
        if alone and following and _CUE_LINE.fullmatch(text, *following):
            unspoken.append((start, end))
            continue
        if index and text.find("(@", start, end) >= 0 and _CREDIT_LINE.match(text, start, end):
            unspoken.append((start, end))
            continue
        begin = numbered[index]
        lead = _LEAD.match(text, begin.end() if is_numbered and begin else start, end)
        reader.above = spans[index - 1] if index and spans[index - 1][1] + 1 == start else None
        yield reader.read(start, lead.end() if lead else start, end)


def _kept(lines: Sequence[_Line], text: str, words: Lexicon) -> list[_Line]:
    """Return the lines whose labels are those of speakers.

    A name on a line of its own is one where several lines are such, or one with a title or a given name; a town in
    capitals opens a report ("HULL: The council …").
    """
    labelled = [line for line in lines if line.label is not None]
    is_all = 2 * sum(line.own and line.words < line.end for line in labelled) > len(lines)  # "Ann Roe — We open."
    often = Counter(line.speaker for line in labelled)
    inline = [line for line in labelled if not line.own]
    alone = [line for line in labelled if line.own]
    kept: list[_Line] = []
    for line in labelled:
        if line.own:
            repeated = len({each.speaker for each in alone}) < len(alone)
            several = len(alone) > 1 and (repeated or line.has_aside or is_all)
            if line.is_sure or several:
                kept.append(line)
            continue
        is_known = often[line.speaker] > 1 or len(inline) > 1 or line.label not in (Label.NAME, Label.ROLE)
        if (
            (line.is_sure and (is_known or not _opens_a_report(line, text, words)))
            or is_known
            or " " in line.speaker
            or _stands_elsewhere(line, text)
        ):
            kept.append(line)
    return kept


def _paragraph_end(text: str, line: _Line) -> int:
    """Where the paragraph behind a label ends: before a blank line, behind that of a label on a line of its own."""
    at = line.words
    while at < len(text) and text[at].isspace():
        at += 1
    end = _BLANK_LINE.search(text, at)
    return end.start() if end else len(text)


def _opens_a_report(line: _Line, text: str, words: Lexicon) -> bool:
    """Whether a single label in capitals may be a dateline: one word without a title, and somebody is said to speak."""
    if " " in line.speaker:
        return False
    behind = [words.bits.get(word.lower(), 0) for word in text[line.words : line.end].split()]
    return bool(words.bits.get(line.speaker.lower(), 0) & PLACE) or any(bit & SPEECH for bit in behind)


def _stands_elsewhere(line: _Line, text: str) -> bool:
    """Whether a surname in a label is that of somebody whom the text names in full."""
    return any(name[0].split()[-1] == line.speaker for name in _FULL_NAME.finditer(text))


class _Labels:
    """Reads the labels of one text."""

    def __init__(self, text: str, words: Lexicon, ruleset: Ruleset) -> None:
        self.text = text
        self.words = words
        self.turn_labels = ruleset.words("quote_turn_label")
        self.unnamed = ruleset.words("quote_unnamed_speaker")
        self.excluded = ruleset.words("quote_no_label")
        self.joints = ruleset.words("quote_office_joint")
        self.accounts: dict[str, str] = {}
        self.above: tuple[int, int] | None = None  # the line right above the one that is read
        self._by_initials: dict[str, str] | None = None
        self._full: dict[str, str] | None = None

    def read(self, start: int, begin: int, end: int) -> _Line:
        """Return a line with the label that it may open with."""
        text = self.text
        voice = _VOICE.match(text, begin, end) if text[begin : begin + 1] == "<" else None
        if voice is not None:
            return self._labelled(start, voice.end(), end, voice[1]) or _Line(start, end, voice.end())
        reach = min(end, begin + _MOST_LABEL)
        at = text.find(":", begin, reach)
        colon = _COLON.search(text, begin, reach) if at >= 0 else None
        if colon is not None:
            found = self._labelled(start, colon.end(), end, text[begin : colon.start()])
            if found is not None:
                return found
        stop = text.find(". ", begin, reach)
        titled = stop >= 0 and text.find(" ", begin, reach) == stop + 1  # "Mr. PELLS. I rise"
        stopped = _STOPPED.match(text, begin, end) if titled or (stop >= 0 and text[stop - 1].isupper()) else None
        if stopped is not None and self._is_stopped(stopped[1]):
            found = self._labelled(start, stopped.end(), end, stopped[1])
            if found is not None:
                return found
        has_dash = any(text.find(dash, begin, reach) >= 0 for dash in _DASHES)
        dashed = _DASHED.match(text, begin, end) if has_dash and text[begin + 1 : begin + 2].isupper() else None
        if dashed is not None and self._bits(dashed[1].split()[0]) & (TITLE | GIVEN):
            found = self._labelled(start, dashed.end(), end, dashed[1])
            if found is not None:
                return found
        found = self._alone(start, begin, end) if end == reach else None
        if found is None and has_dash:
            found = self._dashed(start, begin, end)
        return found or _Line(start, end, begin)

    def _dashed(self, start: int, begin: int, end: int) -> _Line | None:
        """Return a line that opens with a name and a dash; a dateline does so, too, but stands in a text once."""
        dashed = _TITLED_DASH.match(self.text, begin, end)
        found = self._read(dashed[1]) if dashed is not None else None
        if dashed is None or found is None or found[0] is not Label.NAME:
            return None
        return _Line(start, end, dashed.end(), Label.NAME, found[1], own=True)

    def _labelled(self, start: int, words: int, end: int, label: str) -> _Line | None:
        found = self._read(label)
        if found is None:
            return None
        lead = _LEAD.match(self.text, words, end)
        return _Line(start, end, lead.end() if lead else words, *found)

    def _alone(self, start: int, begin: int, end: int) -> _Line | None:
        """Return a line that is nothing but a label; None for any other."""
        label = self.text[begin:end]
        if end - begin > _MOST_LABEL or label.rstrip()[-1:] in {",", ";", "?", "!", "”", '"'}:
            return None
        coded = bool(_CLOCKS.search(self.text, start, end)) or "@" in label
        found = self._read(label.rstrip(" :*_"))
        if found is None or found[0] is Label.UNNAMED or (_JOINED_OFFICE.search(label) and not coded):
            return None
        kind, speaker, is_sure = found
        given = any(self._bits(word) & (GIVEN | TITLE) for word in speaker.split())
        is_sure = coded or kind in (Label.ASKS, Label.ANSWERS) or (label.isupper() and given and is_sure)
        if kind in (Label.ROLE, Label.NAME) and not is_sure and len(speaker.split()) < 2 and not label.isupper():
            return None
        return _Line(
            start, end, end, kind, speaker, is_sure, own=True, has_aside=label.rstrip(" :*_")[-1:] in {")", "]"}
        )

    def _is_stopped(self, label: str) -> bool:
        """Whether a label before a full stop is one: "Mr. PELLS. I rise", "THE COURT. Proceed", "Q. When?"."""
        first, *rest = label.split()
        if not rest:
            return fold(first) in self.turn_labels and first.isupper() and len(first) == 1
        opens = self._bits(first) & (TITLE | DETERMINER) or fold(first.rstrip(".")) in self.words.honorifics
        return bool(opens) and all(word.isupper() and "." not in word and len(word) > 1 for word in rest)

    def _read(self, label: str) -> tuple[Label, str, bool] | None:
        """Return what a label says: its kind, the speaker's name, and whether it can be nothing else."""
        label = " ".join(_CLOCKS.sub(" ", label).split()).strip(" *_·–—-")
        if not label or len(label) > _MOST_LABEL:
            return None
        account = _HANDLE.search(label)
        if account is not None:
            return self._account(label, account)
        asides = [each for each in _ASIDE.findall(label) if each]
        head = _JOINED_OFFICE.split(_ASIDE.sub("", label).split(",")[0].strip())[0]
        turn = self.turn_labels.get(fold(head).strip("."))
        if turn is not None:
            return (Label.ASKS if turn == "asks" else Label.ANSWERS), "", True
        words = head.split()
        plain = [fold(word).strip(".#") for word in words]
        if not words or len(words) > _MOST_WORDS or any(word in self.excluded for word in plain):
            return None
        if any(word in self.unnamed for word in plain) and not any(self._bits(w) & (GIVEN | TITLE) for w in plain[1:]):
            named = next((each for each in asides if self._is_name(each)), None)
            return (Label.NAME, spelt(named), True) if named else (Label.UNNAMED, "", not head.islower())
        if not all(_WORD.fullmatch(word) for word in words):
            return None
        return self._person(head, words, asides)

    def _account(self, label: str, account: re.Match[str]) -> tuple[Label, str, bool] | None:
        """Return the speaker of a post: the name before the account, or the one that had it before."""
        key, name = account[1].lower(), label[: account.start()].split(",", maxsplit=1)[0].strip(" (✓✔☑·-–—|")
        if name and not all(_WORD.fullmatch(word) and word[0].isupper() for word in name.split()):
            return None
        if any(fold(word).strip(".") in self.excluded for word in name.split()):
            return None
        if not name and self.above is not None:
            start, end = self.above
            over = self._read(self.text[start:end]) if "@" not in self.text[start:end] else None
            name = over[1] if over is not None and over[0] is Label.NAME and " " in over[1] else ""
        if name and len(name.split()) <= _MOST_WORDS:
            self.accounts[key] = spelt(name)
        known = self.accounts.get(key)
        return (Label.NAME, known, True) if known else (Label.HANDLE, account[1], True)

    def _person(self, head: str, words: list[str], asides: Sequence[str]) -> tuple[Label, str, bool] | None:
        bits = [self._bits(word) for word in words]
        if any(
            word[0].islower() and not bit & PARTICLE and word not in self.joints and n
            for n, (word, bit) in enumerate(zip(words, bits, strict=True))
        ):
            return None
        if words[0][0].islower() and not bits[0] & (DETERMINER | ROLE | TITLE):
            return None
        if bits[0] & DETERMINER or all(bit & (TITLE | ROLE | GROUP) for bit in bits):
            named = next((each for each in asides if self._is_name(each)), None)
            if named is not None:
                return Label.NAME, spelt(named), True
            offices = [bit for bit in bits[1:] or bits if bit & (TITLE | ROLE | ORGANISATION | GROUP)]
            return (Label.ROLE, spelt(head), head.isupper()) if offices or head.isupper() else None
        if words[0][0].islower():
            return None
        if len(words) == 1 and _INITIALS.fullmatch(head):
            known = self._initials().get(head.replace(".", ""))
            if known is not None:
                return Label.NAME, known, True
        last = bits[-1] & (ORGANISATION | PLACE | GROUP | PAPER | ROLE | TIME)
        opens = bits[0] & (GIVEN | TITLE)
        if last and not opens:
            return None
        if head.isupper() and any(bit & _NO_NAME and not bit & PARTICLE for bit in bits):
            return None
        name = spelt(head)
        if len(words) == 1:
            name = self._in_full().get(name, name)
        return Label.NAME, name, bool((head.isupper() and " " in name) or opens)

    def _is_name(self, words: str) -> bool:
        """Whether words in brackets behind an office are a person's name, and no party or place."""
        name = words.split()
        return len(name) > 1 and all(_WORD.fullmatch(word) and word[0].isupper() for word in name)

    def _in_full(self) -> dict[str, str]:
        """The full name by each given name and each surname that one person only has in the text."""
        if self._full is None:
            names = {each for match in _FULL_NAME.finditer(self.text) if (each := self._bare(match[0]))}
            parts = Counter(part for name in names for part in {name.split()[0], name.split()[-1]})
            self._full = {
                part: name for name in names for part in (name.split()[0], name.split()[-1]) if parts[part] == 1
            }
        return self._full

    def _bare(self, name: str) -> str:
        """A name of two words or more without the titles before it; empty for any other words."""
        words = name.split()
        while words and self._bits(words[0]) & (TITLE | ROLE | DETERMINER) and not self._bits(words[0]) & GIVEN:
            words = words[1:]
        is_name = len(words) > 1 and not any(self._bits(word) & _NO_PERSON for word in words)
        return " ".join(words).rstrip(".") if is_name and not name.isupper() else ""

    def _initials(self) -> dict[str, str]:
        """The first name of each pair or three of initials that the text has in full."""
        if self._by_initials is None:
            self._by_initials = {}
            for match in _FULL_NAME.finditer(self.text):
                names = match[0].split()
                for stop in range(2, len(names) + 1):
                    initials = "".join(name[0] for name in names[:stop])
                    self._by_initials.setdefault(initials, " ".join(names[:stop]))
        return self._by_initials

    def _bits(self, word: str) -> int:
        return self.words.bits.get(word.lower().strip(".:"), 0)
