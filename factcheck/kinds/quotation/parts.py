"""Pair the quotation marks of a text into quoted spans, missing and doubled marks included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, final

from factcheck.kinds.quotation.marks import CLOSE, EITHER, OPEN, STOPS, WORD, Mark, Page, find_marks, pauses
from factcheck.kinds.quotation.singles import between_singles
from factcheck.kinds.room import Spans
from factcheck.model import Sentence
from factcheck.records import record
from factcheck.ruleset import Ruleset

_LONGEST: Final = 4000  # characters between the two marks of a quotation; beyond that the marks do not belong together
_MOST_LINES: Final = 12  # paragraphs of one quotation, in copy that breaks the line after each sentence
_LONGEST_UNCLOSED: Final = 800  # characters of a paragraph that an unclosed mark quotes whole
_REACH: Final = 110  # characters after a first attribution in which another may end the quotation later
_SHORT_REST: Final = 10  # blanks after "…, he said" up to which the attribution ends its paragraph


@final
@record
class Part:
    """A quoted span: `start` and `end` inside the marks, `opens` and `closes` around them, all offsets into the text.

    `follows` is the `start` of the part that this one continues, when a quotation is re-opened in a new paragraph.
    """

    start: int
    end: int
    opens: int
    closes: int
    rule: str
    follows: int | None = None


def parts(text: str, sentences: Sequence[Sentence], ruleset: Ruleset, taken: Spans = ()) -> list[Part]:
    """Return the quoted spans of a text in order, none nested; `taken` are the spans that earlier kinds claimed."""
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
    """Merge both kinds in order; single marks around double ones (British style) replace the double ones."""
    starts = [part.opens for part in singles]
    kept = []
    for part in doubles:
        index = bisect_right(starts, part.opens) - 1
        if index < 0 or part.opens >= singles[index].closes:
            kept.append(part)
    return sorted([*kept, *singles], key=lambda part: part.start)


def _paired(marks: list[Mark], page: Page) -> Iterator[Part]:
    """Yield the parts between double marks, in order."""
    index, free_from = 0, 0
    follows: int | None
    reopened: int | None = None
    while index < len(marks):
        mark = marks[index]
        closing = _closing(marks, index, page) if mark.direction != CLOSE else None
        follows, reopened = reopened, None
        if closing is not None:
            end = marks[closing]
            yield from _split(mark, end, page, follows)
            index = closing
        else:
            part = (
                _unopened(mark, page, free_from) if mark.direction == CLOSE else _unclosed(marks, index, page, follows)
            )
            if part is not None:
                yield part
                whole = mark.direction != CLOSE and part.closes == page.lines[mark.line][1]
                reopened = part.start if whole and _is_reopened(marks, index + 1, mark.line, page) else None
        free_from = marks[index].end
        index += 1


def _closing(marks: list[Mark], index: int, page: Page) -> int | None:
    """Return the index of the mark that closes the one at `index`; None when it is unclosed."""
    opening = marks[index]
    at = index + 1
    while at < len(marks) and marks[at].at - opening.end < _LONGEST:
        mark = marks[at]
        if mark.line != opening.line:
            near = mark.line - opening.line <= _MOST_LINES
            closes = _is_later_closer(mark, page) or (
                _char_before(opening, page) in {"", ",", ":"} and _closes_despite_glyph(marks, at, page)
            )
            return at if near and closes else None
        if mark.direction != OPEN or _is_its_closer(mark, opening, page):
            return at
        alike = mark.rule == opening.rule or page.text[mark.at] == '"'
        if alike and _is_after_stop(mark, page) and page.has_attribution(mark.end, page.lines[mark.line][1]):
            return at
        nested = [m.direction for m in marks[at + 1 : at + 3] if m.line == opening.line] == [CLOSE, CLOSE]
        if not nested:
            closes = alike and _stands_for_close(marks, at, page) and not _is_attributed_between(opening, mark, page)
            return at if closes else None
        at += 2
    return None


def _is_attributed_between(opening: Mark, mark: Mark, page: Page) -> bool:
    """Whether an attribution stands between two marks, so that the quotation ends before the second opens."""
    if page.has_attribution(opening.end, mark.at):
        return True
    return any(page.has_attribution(after, mark.at) for _, after in pauses(page.text, opening.end, mark.at))


def _is_after_stop(mark: Mark, page: Page) -> bool:
    """Whether a comma or another stop stands right before a mark in its paragraph."""
    before = page.text[max(page.lines[mark.line][0], mark.at - 3) : mark.at].rstrip()[-1:]
    return bool(before) and before in STOPS


def _is_its_closer(mark: Mark, opening: Mark, page: Page) -> bool:
    """Whether a glyph that opens in its own rule closes in the rule of the opening mark: „…“."""
    return mark.rule != opening.rule and page.text[mark.at : mark.end] in page.closers[opening.rule]


def _char_before(mark: Mark, page: Page) -> str:
    """Return the last character before a mark in its paragraph; empty when the mark begins the paragraph."""
    return page.text[page.lines[mark.line][0] : mark.at].rstrip()[-1:]


def _closes_despite_glyph(marks: list[Mark], at: int, page: Page) -> bool:
    """Whether an opening glyph in a later paragraph closes, since its paragraph ends or "he said" follows it."""
    mark, line_end = marks[at], page.lines[marks[at].line][1]
    return _stands_for_close(marks, at, page) and (mark.end == line_end or page.has_attribution(mark.end, line_end))


def _is_later_closer(mark: Mark, page: Page) -> bool:
    """Whether a mark in a later paragraph closes; wire copy may break the line after each sentence."""
    return mark.direction == CLOSE and mark.at > page.lines[mark.line][0] and not page.text[mark.at - 1].isdigit()


def _stands_for_close(marks: list[Mark], at: int, page: Page) -> bool:
    """Whether an opening glyph, or a straight mark with its blank on the wrong side, is a misprinted closing mark.

    True after a stop when no mark in the paragraph closes it, or when "he said" follows it.
    """
    mark, follower = marks[at], marks[at + 1] if at + 1 < len(marks) else None
    if not _is_after_stop(mark, page):
        return False
    closed = follower is not None and follower.line == mark.line and follower.direction != OPEN
    return not closed or page.has_attribution(mark.end, page.lines[mark.line][1])


def _is_reopened(marks: list[Mark], index: int, line: int, page: Page) -> bool:
    """Whether the mark at `index` opens the paragraph right after paragraph `line`."""
    if index >= len(marks) or line + 1 >= len(page.lines):
        return False
    return marks[index].direction != CLOSE and marks[index].at == page.lines[line + 1][0]


def _unclosed(marks: list[Mark], index: int, page: Page, follows: int | None) -> Part | None:
    """Return the part of an unclosed mark: up to its attribution, else its paragraph; None when neither is clear."""
    mark, follower = marks[index], marks[index + 1] if index + 1 < len(marks) else None
    line_end = page.lines[mark.line][1]
    limit = follower.at if follower and follower.line == mark.line else line_end
    previous = _char_before(mark, page)
    if mark.direction == EITHER or (previous and previous not in ",:.?!"):
        return None
    if previous and previous in ",?!" and page.has_attribution(mark.end, limit):
        return None  # a closing mark whose opening one is missing
    reopened_next = limit == line_end and _is_reopened(marks, index + 1, mark.line, page)
    cut, after = _attribution_pause(page, mark.end, limit) or (None, limit)
    # "…, he said no, and …" may itself be quoted when the next paragraph re-opens the quotation.
    inside = (
        reopened_next
        and page.text.count(" ", cut, line_end) > _SHORT_REST
        and not page.has_only_attribution(after, limit)
    )
    if cut is not None and not inside:
        return _trimmed(page.text, (mark.end, cut), (mark.at, cut), mark.rule, follows)
    ended = limit == line_end and page.text[line_end - 1] in ".?!…" and previous != "."
    if reopened_next or (ended and line_end - mark.end < _LONGEST_UNCLOSED):
        return _trimmed(page.text, (mark.end, line_end), (mark.at, line_end), mark.rule, follows)
    return None


def _attribution_pause(page: Page, start: int, limit: int) -> tuple[int, int] | None:
    """Return the pause at which an attribution ends quoted words: offset after the stop, offset of the next word."""
    first = None
    for pause in pauses(page.text, start, limit):
        if first is None and page.has_attribution(pause[1], limit):
            first = pause
        # "…, my store, my workers, said Roe": the quotation extends to an inverted attribution.
        if first is not None and page.has_only_attribution(pause[1], limit, inverted=True):
            return pause
        if first is not None and pause[1] - first[1] > _REACH:
            break
    return first


def _unopened(mark: Mark, page: Page, free_from: int) -> Part | None:
    """Return the part of a closing mark without an opening one: its sentence up to the mark; None if that is unclear.

    An attribution must follow ("…,” he said"), to show that the mark closes. Earlier sentences may be quoted too or may
    introduce the speaker, so they are left out.
    """
    line_start, line_end = page.lines[mark.line]
    begin = max(line_start, free_from)
    if mark.at - begin < 2 or page.text[mark.at - 1] not in ",?!" or not page.has_attribution(mark.end, line_end):
        return None
    if begin > line_start or any(
        page.has_attribution(after, mark.at) for _, after in pauses(page.text, begin, mark.at)
    ):
        return None
    begin = max(begin, page.sentence_start(mark.at))
    return _trimmed(page.text, (begin, mark.at), (begin, mark.end), mark.rule)


def _split(mark: Mark, closing: Mark, page: Page, follows: int | None) -> Iterator[Part]:
    """Yield the part between two marks, split at blank lines."""
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
    """Return the part without the blanks inside its marks; empty when it holds no word."""
    start, end = inside
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    has_word = start < end and (text[start].isalnum() or WORD.search(text, start, end))
    return Part(start, end if has_word else start, *around, rule, follows)
