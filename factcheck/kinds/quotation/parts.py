"""Where quotations begin and end: the marks of a text paired, whatever is missing or doubled."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, final

from factcheck.kinds.quotation.marks import CLOSE, EITHER, OPEN, STOPS, WORD, Mark, Page, find_marks, pauses
from factcheck.kinds.quotation.singles import between_singles
from factcheck.kinds.room import Spans
from factcheck.model import Sentence
from factcheck.ruleset import Ruleset

_LONGEST: Final = 4000  # signs between two marks of one quotation
_MOST_LINES: Final = 12  # that a quotation may run over where a line breaks after each sentence
_LONGEST_UNCLOSED: Final = 800
_REACH: Final = 110  # signs behind a pause in which a speaker may be named
_SHORT_REST: Final = 10  # words behind "…, he said" that still leave it the end of its paragraph


@final
@dataclass(eq=False)
class Part:
    """A stretch of quoted words: `start` and `end` inside the marks, `opens` and `closes` around them.

    `follows` is the start of the part that this one continues, for a quotation re-opened in a new paragraph.
    """

    start: int
    end: int
    opens: int
    closes: int
    rule: str
    follows: int | None = None


def parts(text: str, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans = ()) -> list[Part]:
    """The quoted stretches of a text in order, none inside another."""
    page, doubles, singles = find_marks(text, sentences, ruleset, taken)
    if page is None:
        return []
    found = [part for part in _paired(doubles, page) if part.start < part.end]
    if not singles:
        return found
    outer = between_singles(page, singles, [(part.opens, part.closes) for part in found])
    quoted = [_trimmed(page.text, (at + 1, end), (at, end + 1), rule) for at, end, rule in outer]
    return _merged(found, [part for part in quoted if part.start < part.end])


def _merged(doubles: list[Part], singles: list[Part]) -> list[Part]:
    """Both kinds in order; a pair of single marks may hold double ones, British style, and then takes them in."""
    starts = [part.opens for part in singles]
    kept = []
    for part in doubles:
        index = bisect_right(starts, part.opens) - 1
        if index < 0 or part.opens >= singles[index].closes:
            kept.append(part)
    return sorted([*kept, *singles], key=lambda part: part.start)


def _paired(marks: list[Mark], page: Page) -> Iterator[Part]:
    """The parts between double marks, in order."""
    index, free = 0, 0
    follows: int | None
    reopened: int | None = None
    while index < len(marks):
        mark = marks[index]
        closing = _closing(marks, index, page) if mark.turn != CLOSE else None
        follows, reopened = reopened, None
        if closing is not None:
            end = marks[closing]
            yield from _split(mark, end, page, follows)
            index = closing
        else:
            part = _unopened(mark, page, free) if mark.turn == CLOSE else _unclosed(marks, index, page, follows)
            if part is not None:
                yield part
                whole = mark.turn != CLOSE and part.closes == page.lines[mark.line][1]
                reopened = part.start if whole and _is_reopened(marks, index + 1, mark.line, page) else None
        free = marks[index].end
        index += 1


def _closing(marks: list[Mark], index: int, page: Page) -> int | None:
    """The index of the mark that closes the one at `index`; None when it stands alone."""
    opening = marks[index]
    at = index + 1
    while at < len(marks) and marks[at].at - opening.end < _LONGEST:
        mark = marks[at]
        if mark.line != opening.line:
            near = mark.line - opening.line <= _MOST_LINES
            closes = _closes_later(mark, page) or (_lead(opening, page) in {"", ",", ":"} and _speaks(marks, at, page))
            return at if near and closes else None
        if mark.turn != OPEN or _is_its_closer(mark, opening, page):
            return at
        alike = mark.rule == opening.rule or page.text[mark.at] == '"'
        if alike and _is_after_stop(mark, page) and page.tells(mark.end, page.lines[mark.line][1]):
            return at
        nested = [m.turn for m in marks[at + 1 : at + 3] if m.line == opening.line] == [CLOSE, CLOSE]
        if not nested:
            closes = alike and _stands_for_close(marks, at, page) and not _is_told_before(opening, mark, page)
            return at if closes else None
        at += 2
    return None


def _is_told_before(opening: Mark, mark: Mark, page: Page) -> bool:
    """Whether "he said" stands between two marks, so that the words quoted ended before the second opens."""
    if page.tells(opening.end, mark.at):
        return True
    return any(page.tells(after, mark.at) for _, after in pauses(page.text, opening.end, mark.at))


def _is_after_stop(mark: Mark, page: Page) -> bool:
    """Whether a comma or another stop stands before a mark on its line."""
    before = page.text[max(page.lines[mark.line][0], mark.at - 3) : mark.at].rstrip()[-1:]
    return bool(before) and before in STOPS


def _is_its_closer(mark: Mark, opening: Mark, page: Page) -> bool:
    """Whether a glyph that opens in its own family closes in the opening one's: „…“."""
    return mark.rule != opening.rule and page.text[mark.at : mark.end] in page.closers[opening.rule]


def _lead(mark: Mark, page: Page) -> str:
    """The last sign before a mark in its paragraph; nothing where the mark opens it."""
    return page.text[page.lines[mark.line][0] : mark.at].rstrip()[-1:]


def _speaks(marks: list[Mark], at: int, page: Page) -> bool:
    """Whether an opening glyph in a later paragraph closes, as "he said" behind it shows."""
    mark, line_end = marks[at], page.lines[marks[at].line][1]
    return _stands_for_close(marks, at, page) and (mark.end == line_end or page.tells(mark.end, line_end))


def _closes_later(mark: Mark, page: Page) -> bool:
    """Whether a mark in a later paragraph closes: wire copy may break a line after each sentence."""
    return mark.turn == CLOSE and mark.at > page.lines[mark.line][0] and not page.text[mark.at - 1].isdigit()


def _stands_for_close(marks: list[Mark], at: int, page: Page) -> bool:
    """Whether an opening glyph, or a straight mark with its blank on the wrong side, was set for a closing one.

    A stop stands before it, and nothing on its line closes what it would open, or "he said" comes right behind.
    """
    mark, follower = marks[at], marks[at + 1] if at + 1 < len(marks) else None
    if not _is_after_stop(mark, page):
        return False
    closed = follower is not None and follower.line == mark.line and follower.turn != OPEN
    return not closed or page.tells(mark.end, page.lines[mark.line][1])


def _is_reopened(marks: list[Mark], index: int, line: int, page: Page) -> bool:
    """Whether the mark at `index` opens the paragraph right after `line`."""
    if index >= len(marks) or line + 1 >= len(page.lines):
        return False
    return marks[index].turn != CLOSE and marks[index].at == page.lines[line + 1][0]


def _unclosed(marks: list[Mark], index: int, page: Page, follows: int | None) -> Part | None:
    """What a mark without a closing one quotes: its paragraph, or the words up to the next cue; else nothing."""
    mark, follower = marks[index], marks[index + 1] if index + 1 < len(marks) else None
    line_end = page.lines[mark.line][1]
    limit = follower.at if follower and follower.line == mark.line else line_end
    lead = _lead(mark, page)
    if mark.turn == EITHER or (lead and lead not in ",:.?!"):
        return None
    if lead and lead in ",?!" and page.tells(mark.end, limit):
        return None  # It closes what no mark opened.
    goes_on = limit == line_end and _is_reopened(marks, index + 1, mark.line, page)
    cut, after = _told_at(page, mark.end, limit) or (None, limit)
    # "…, he said no, and …" may be a part of what is quoted where the next paragraph goes on.
    inside = goes_on and page.text.count(" ", cut, line_end) > _SHORT_REST and not page.tells_alone(after, limit)
    if cut is not None and not inside:
        return _trimmed(page.text, (mark.end, cut), (mark.at, cut), mark.rule, follows)
    ended = limit == line_end and page.text[line_end - 1] in ".?!…" and lead != "."
    if goes_on or (ended and line_end - mark.end < _LONGEST_UNCLOSED):
        return _trimmed(page.text, (mark.end, line_end), (mark.at, line_end), mark.rule, follows)
    return None


def _told_at(page: Page, start: int, limit: int) -> tuple[int, int] | None:
    """Where the words quoted pause for their speaker: behind the stop, and where the next word begins."""
    first = None
    for pause in pauses(page.text, start, limit):
        if first is None and page.tells(pause[1], limit):
            first = pause
        # "…, my store, my workers, said Roe": the words quoted reach as far as a verb that its subject follows.
        if first is not None and page.tells_alone(pause[1], limit, inverted=True):
            return pause
        if first is not None and pause[1] - first[1] > _REACH:
            break
    return first


def _unopened(mark: Mark, page: Page, free: int) -> Part | None:
    """What a mark without an opening one quotes, where "…,” he said" shows that it closes: its sentence up to it.

    What stands before the sentence may be quoted too, or tell of the speaker.
    """
    line_start, line_end = page.lines[mark.line]
    begin = max(line_start, free)
    if mark.at - begin < 2 or page.text[mark.at - 1] not in ",?!" or not page.tells(mark.end, line_end):
        return None
    if begin > line_start or any(page.tells(after, mark.at) for _, after in pauses(page.text, begin, mark.at)):
        return None
    begin = max(begin, page.sentence_start(mark.at))
    return _trimmed(page.text, (begin, mark.at), (begin, mark.end), mark.rule)


def _split(mark: Mark, closing: Mark, page: Page, follows: int | None) -> Iterator[Part]:
    """The part between two marks; one for each paragraph where a blank line stands between."""
    start, opens = mark.end, mark.at
    if mark.line == closing.line:
        yield _trimmed(page.text, (start, closing.at), (opens, closing.end), mark.rule, follows)
        return
    for line in range(mark.line, closing.line):
        line_end, following = page.lines[line][1], page.lines[line + 1][0]
        if page.text.count("\n", line_end, following) > 1:
            part = _trimmed(page.text, (start, line_end), (opens, line_end), mark.rule, follows)
            yield part
            follows, start, opens = part.start, following, following
    yield _trimmed(page.text, (start, closing.at), (opens, closing.end), mark.rule, follows)


def _trimmed(
    text: str, inside: tuple[int, int], around: tuple[int, int], rule: str, follows: int | None = None
) -> Part:
    """The part without the blanks inside its marks; empty when no word stands there."""
    start, end = inside
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    has_word = start < end and (text[start].isalnum() or WORD.search(text, start, end))
    return Part(start, end if has_word else start, *around, rule, follows)
