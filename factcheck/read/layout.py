"""Reading order of a printed page: from placed words to columns, lines and paragraphs.

A page is cut into bands by horizontal gaps; bands that share a gutter, that is, a vertical gap, are columns, read one
after the other. Coordinates are points from the upper left corner of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from factcheck.read.blocks import raised
from factcheck.regex_cache import regex

_MIN_GUTTER = 0.8  # heights of a letter; LaTeX and browsers set 1, and a loosely set line has blanks of up to 0.7
_SURE_GUTTER = 1.2  # heights of a letter; no blank of a line is as wide
_WIDE_GUTTER = 2.5  # heights of a letter; such a gap needs fewer lines
_FIRST_BANDS = 4  # bands in which a gutter shows itself
_MIN_ROWS, _MIN_ROWS_OF_WIDE = 4, 2
_NEW_PARAGRAPH = 1.3  # usual distances of lines
_OTHER_SIZE = 1.12  # ratio of sizes
_DROP_CAP = 1.7  # sizes of the text
_RAISED_SIZE = 0.85  # sizes of the line
_MAX_TABLE_WORDS = 3.2  # words of a cell on average; a narrow column of prose has four or more in a line
_DIVIDING = 0.02  # share of lines that end in a hyphen where a program divides words; compounds alone make up less
_CELL_GAP = 0.45  # sizes between two cells; a blank has 0.25 to 0.33
_BLANK = 0.75  # sizes of a blank at most, where one is written; it is as wide as a letter in a typewriter's font
_SAME_ROW = 0.75  # usual distances of the rows of a table
_STOPPED = regex(r"[.!?…:;][\"'”’»)\]]*$")
_LIST_MARK = regex(r"(?:[•‣▪◦·*–—-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])")
_FIGURE = regex(r"[-+−$€£]*\d[\d.,/%-]*%?|[-–—]|n/a")
_LAST_PART = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*$")
_FIRST_PART = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HYPHENS = ("-", "\xad", "\u2010", "\x02")


class Word(Struct, gc=False):
    """A word on a page: its text, edges, baseline, the size of its font, and whether a blank stands before it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    is_spaced: bool = False


class Line(Struct):
    """A line of a column."""

    text: str
    left: float
    right: float
    base: float
    size: float
    first_width: float
    page: int = 0


class Paragraph(Struct):
    """Lines that belong together, between the edges of their column; of a row of a table, `table` is its place."""

    lines: list[Line]
    left: float
    right: float
    table: tuple[float, float] | None = None


def paragraphs(words: Sequence[Word]) -> list[Paragraph]:
    """The paragraphs of a page in reading order."""
    return [paragraph for column in _columns(list(words), 0) for paragraph in column]


# Columns.


def _columns(words: list[Word], depth: int) -> Iterator[list[Paragraph]]:
    """Yield the paragraphs of each region in reading order."""
    bands = _bands(words)
    single: list[Word] = []
    at = 0
    while at < len(bands):
        end, gutters = _common_gutters(bands, at) if depth < 8 else (at, [])
        if not gutters or (at and single and _continues(bands[at - 1], bands[at], gutters)):
            single += bands[at]
            at += 1
            continue
        region = [word for band in bands[at:end] for word in band]
        parts = _parts(region, gutters)
        if any(_are_marks(part) for part in parts):
            single += region
            at = end
            continue
        if single:
            yield _lines_to_paragraphs(_lines(single))
            single = []
        if _is_table(bands[at:end], gutters):
            end = _end_of_table(bands, at, end)
            yield _rows([word for band in bands[at:end] for word in band])
        else:
            for part in parts:
                yield from _columns(part, depth + 1)
        at = end
    if single:
        yield _lines_to_paragraphs(_lines(single))


def _bands(words: list[Word]) -> list[list[Word]]:
    """Words in bands, between which a horizontal line crosses none."""
    bands: list[list[Word]] = []
    bottom = float("-inf")
    for word in sorted(words, key=lambda word: (word.base - word.size * 0.6, word.left)):
        # The box of a letter reaches into the lines above and below: a band is as high as small letters.
        top, low = word.base - 0.5 * word.size, word.base
        if top >= bottom:
            bands.append([])
        bands[-1].append(word)
        bottom = max(bottom, low)
    return bands


def _gaps(words: Sequence[Word], least: float) -> list[tuple[float, float]]:
    """The vertical gaps between words that are at least so wide."""
    found: list[tuple[float, float]] = []
    right = float("inf")
    for word in sorted(words, key=lambda word: word.left):
        if word.left - right >= least:
            found.append((right, word.left))
        right = word.right if right == float("inf") else max(right, word.right)
    return found


def _common_gutters(bands: list[list[Word]], at: int) -> tuple[int, list[tuple[float, float]]]:
    """The end of the longest run of bands from `at` that share a gutter, and its gutters; none if it is short."""
    gutters: list[tuple[float, float]] = []
    size = _size([word for band in bands[at : at + _FIRST_BANDS] for word in band])
    for end in range(at + 1, min(at + _FIRST_BANDS, len(bands)) + 1):
        # A band may lie in one column only: where the lines of two columns are not level, each band does.
        words = [word for band in bands[at:end] for word in band]
        gutters = _gaps(words, _least_gutter(words))
        if gutters:
            break
    best: tuple[int, list[tuple[float, float]]] = (at, [])
    shared, end = gutters, at
    spread = 0
    for number in range(at, len(bands)):
        shared = _narrowed(shared, bands[number], _least_gutter(bands[number]))
        if not shared:
            break
        spread += any(_sides(bands[number], gap) == (True, True) for gap in shared)
        end = number + 1
        widest = max(right - left for left, right in shared)
        enough = _MIN_ROWS_OF_WIDE if widest >= _WIDE_GUTTER * size else _MIN_ROWS
        if spread >= enough or _both_sides(bands[at:end], shared, enough, size):
            best = (end, shared)
    end, shared = best
    # Bands at the end on one side only of every gutter, such as a last line over all columns, end the region.
    return end, [gap for gap in shared if _both_sides(bands[at:end], [gap], 2)]


def _least_gutter(band: Sequence[Word]) -> float:
    """The least width of a gutter beside a band: the blanks of a headline are wider than a gutter of small text."""
    return _MIN_GUTTER * _size(band)


def _size(words: Sequence[Word]) -> float:
    return median(word.size for word in words)


def _continues(before: list[Word], band: list[Word], gutters: Sequence[tuple[float, float]]) -> bool:
    """Whether a band on one side of all gutters is the next line of the text over all columns above it."""
    if any(_sides(band, gap) == (True, True) for gap in gutters):
        return False
    last, first = max(before, key=lambda word: word.base), band[0]
    return abs(first.size - last.size) < 0.05 * last.size and first.base - last.base < 1.6 * last.size


def _narrowed(gutters: list[tuple[float, float]], band: list[Word], least: float) -> list[tuple[float, float]]:
    """What a band leaves free of some gutters."""
    found: list[tuple[float, float]] = []
    for left, right in gutters:
        free = [(left, right)]
        for word in band:
            cut: list[tuple[float, float]] = []
            for begin, end in free:
                if word.right <= begin or word.left >= end:
                    cut.append((begin, end))
                else:
                    cut += [(begin, word.left), (word.right, end)]
            free = [(begin, end) for begin, end in cut if end - begin >= least]
        if free:
            found.append(max(free, key=lambda gap: gap[1] - gap[0]))
    return found


def _sides(band: Sequence[Word], gap: tuple[float, float]) -> tuple[bool, bool]:
    return any(word.right <= gap[0] + 1 for word in band), any(word.left >= gap[1] - 1 for word in band)


def _both_sides(
    bands: Sequence[Sequence[Word]], gutters: Sequence[tuple[float, float]], lines: int, size: float = 0.0
) -> bool:
    """Whether some gutter has so many lines on each of its sides; a wider one needs two lines on one side, as at the
    end of a text, where columns are short.
    """
    words = [word for band in bands for word in band]
    for left, right in gutters:
        before = {round(word.base) for word in words if word.right <= left + 1}
        after = {round(word.base) for word in words if word.left >= right - 1}
        fewest, most = sorted((len(before), len(after)))
        if fewest >= lines or (size and right - left >= _SURE_GUTTER * size and fewest >= 2 and most >= lines):
            return True
    return False


def _parts(words: list[Word], gutters: Sequence[tuple[float, float]]) -> list[list[Word]]:
    edges = sorted((left + right) / 2 for left, right in gutters)
    parts: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    for word in words:
        middle = (word.left + word.right) / 2
        parts[sum(middle > edge for edge in edges)].append(word)
    return [part for part in parts if part]


def _are_marks(words: Sequence[Word]) -> bool:
    """Whether a part holds only the marks of a list, which belong to the text beside them."""
    return all(_LIST_MARK.fullmatch(word.text) for word in words)


def _is_table(bands: Sequence[Sequence[Word]], gutters: Sequence[tuple[float, float]]) -> bool:
    """Whether a region is a table: most of its bands have short cells in several columns, or figures in one."""
    cells = [_parts(list(band), gutters) for band in bands]
    lines = [len(_lines(part)) for row in cells for part in row]
    if max(lines) > 3:
        return False  # columns whose lines are not level
    filled = [row for row in cells if len(row) > 1]
    if len(filled) < max(2, 0.6 * len(cells)):
        return False
    counts = [len(part) for row in filled for part in row]
    figures = sum(all(_FIGURE.fullmatch(word.text) for word in part) for row in filled for part in row)
    return sum(counts) / len(counts) <= _MAX_TABLE_WORDS or figures >= 0.4 * len(counts)


class _Cell(Struct, gc=False):
    """What stands together in a line of a table."""

    text: str
    left: float
    right: float


def _rows(words: Sequence[Word]) -> list[Paragraph]:
    """The rows of a table, each one paragraph of a line, its cells separated by tabs."""
    size = _size(words)
    grouped = sorted(_grouped(words), key=lambda row: row[0].base)
    lines = [_line(list(row)) for row in grouped]
    cells = [_cells(row, size) for row in grouped]
    columns = _columns_of(cells)
    table = (lines[0].left, lines[0].base)
    numbers = _row_numbers(lines, cells)
    found: list[Paragraph] = []
    for line, number in zip(lines, numbers, strict=True):
        if number == len(found):
            line.text = ""
            found.append(Paragraph([line], line.left, line.right, table))
    texts = [[""] * len(columns) for _ in found]
    for row, number in zip(cells, numbers, strict=True):
        for cell in row:
            at = max(range(len(columns)), key=lambda at: _shared(cell, columns[at]))
            texts[number][at] = f"{texts[number][at]} {cell.text}".strip()
    for paragraph, row_texts in zip(found, texts, strict=True):
        paragraph.lines[0].text = "\t".join(row_texts)
    return found


def _end_of_table(bands: Sequence[Sequence[Word]], at: int, end: int) -> int:
    """The end of a table with the rows that a long cell has kept out: as many cells as most rows, no farther apart."""
    cells = [_cells(band, _size(band)) for band in bands[at:end]]
    usual = max(set(map(len, cells)), key=lambda count: (list(map(len, cells)).count(count), count))
    pitch = max(b[0].base - a[0].base for a, b in pairwise(bands[at:end]))
    while end < len(bands) and bands[end][0].base - bands[end - 1][0].base <= 1.2 * pitch:
        if len(_cells(bands[end], _size(bands[end]))) != usual or usual < 2:
            break
        end += 1
    return end


def _cells(row: Sequence[Word], size: float) -> list[_Cell]:
    """The cells of a line: words between which there is no more than a blank."""
    found: list[list[Word]] = []
    right = float("-inf")
    for word in sorted(row, key=lambda word: word.left):
        if word.left - right > (_BLANK if word.is_spaced else _CELL_GAP) * size:
            found.append([])
        found[-1].append(word)
        right = max(right, word.right)
    return [_Cell(_line(words).text, words[0].left, max(word.right for word in words)) for words in found]


def _columns_of(cells: Sequence[Sequence[_Cell]]) -> list[_Cell]:
    """The columns of a table, from the lines that have most cells: cells above each other are of one column."""
    counts = sorted((len(row) for row in cells), reverse=True)
    most = next((count for count in counts if counts.count(count) > 1), counts[0])
    found: list[_Cell] = []
    for cell in sorted((cell for row in cells if len(row) == most for cell in row), key=lambda cell: cell.left):
        if found and cell.left < found[-1].right:
            found[-1].right = max(found[-1].right, cell.right)
        else:
            found.append(_Cell("", cell.left, cell.right))
    return found


def _shared(cell: _Cell, column: _Cell) -> float:
    """How much of a cell lies in a column; negative, the distance between them, if none does."""
    return min(cell.right, column.right) - max(cell.left, column.left)


def _row_numbers(lines: Sequence[Line], cells: Sequence[Sequence[_Cell]]) -> list[int]:
    """The number of the row of each line: lines that are nearer to each other than rows are, or go on, make up one."""
    pitches = [b.base - a.base for a, b in pairwise(lines)]
    usual = median(pitches) if pitches else 0.0
    most = max(map(len, cells))
    numbers = [0]
    for at, pitch in enumerate(pitches, 1):
        goes_on = len(cells[at]) < most and all(cell.text[0].islower() for cell in cells[at])
        numbers.append(numbers[-1] + (pitch > _SAME_ROW * usual and not goes_on))
    return numbers


# Lines.


def _lines(words: Sequence[Word]) -> list[Line]:
    """The lines of a column from top to bottom."""
    if not words:
        return []
    usual = _size(words)
    caps = [word for word in words if _is_drop_cap(word, usual, words)]
    lines = [_line(row) for row in _grouped([word for word in words if word not in caps])]
    lines.sort(key=lambda line: (line.base, line.left))
    for cap in caps:
        _set_drop_cap(cap, lines)
    return lines


def _grouped(words: Sequence[Word]) -> list[list[Word]]:
    """Words by lines."""
    rows: list[list[Word]] = []
    # Small raised words join the line on whose words they are set, so the larger words come first.
    for word in sorted(words, key=lambda word: (-round(word.size), word.base)):
        row = _row_of(word, rows)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return rows


def _row_of(word: Word, rows: list[list[Word]]) -> list[Word] | None:
    for row in rows:
        first = row[0]
        distance = word.base - first.base
        if abs(distance) <= 0.25 * max(word.size, first.size):
            return row
        # Raised or lowered: smaller, and between the top and the bottom of the line.
        if word.size <= _RAISED_SIZE * first.size and -0.75 * first.size < distance < 0.35 * first.size:
            return row
    return None


def _line(row: list[Word]) -> Line:
    row.sort(key=lambda word: word.left)
    main = max(row, key=lambda word: (word.size, word.right - word.left))
    text = ""
    right = row[0].left
    for word in row:
        is_raised = word.size <= _RAISED_SIZE * main.size and word.base < main.base - 0.15 * main.size
        gap = word.left - right
        shown = raised(text[-4:], word.text) if is_raised else word.text
        if not shown:
            right = max(right, word.right)
            continue
        touches = gap < 0.12 * main.size and text
        text += shown if not text or (touches and (is_raised or gap < 0.05 * main.size)) else f" {shown}"
        right = max(right, word.right)
    return Line(
        text,
        row[0].left,
        right,
        main.base,
        main.size,
        row[0].right - row[0].left,
    )


def _is_drop_cap(word: Word, usual: float, words: Sequence[Word]) -> bool:
    """Whether a word is a large first letter: nothing else of its size stands in its line."""
    if len(word.text.strip("“\"'‘")) != 1 or not word.text[-1].isupper() or word.size < _DROP_CAP * usual:
        return False
    return not any(
        other is not word and other.size > 0.8 * word.size and abs(other.base - word.base) < 0.25 * word.size
        for other in words
    )


def _set_drop_cap(cap: Word, lines: list[Line]) -> None:
    """Put a large first letter before the uppermost line that stands beside it."""
    beside = [line for line in lines if line.left >= cap.left + 1 and cap.base - cap.size <= line.base <= cap.base + 2]
    if not beside:
        lines.insert(0, Line(cap.text, cap.left, cap.right, cap.base, cap.size, cap.right - cap.left))
        return
    beside[0].text = cap.text + beside[0].text
    for line in beside:
        line.left = cap.left


# Paragraphs.


def _lines_to_paragraphs(lines: list[Line]) -> list[Paragraph]:
    found: list[Paragraph] = []
    shapes = {size: _shape(lines, size) for size in {line.size for line in lines}}
    for line in lines:
        left, right, usual = shapes[line.size]
        if not found or _begins(line, found[-1].lines, left, right, usual):
            found.append(Paragraph([], left, right))
        found[-1].lines.append(line)
    return found


def _shape(lines: Sequence[Line], size: float) -> tuple[float, float, float]:
    """The edges of a column's lines of about a size, and the usual distance of two of them."""
    alike = [_alike(line.size, size) for line in lines]
    own = [line for line, is_alike in zip(lines, alike, strict=True) if is_alike]
    pitches = [
        b.base - a.base
        for (a, b), is_alike in zip(pairwise(lines), alike[1:], strict=True)
        if is_alike and _alike(a.size, b.size) and b.base > a.base
    ]
    return min(line.left for line in own), max(line.right for line in own), _usual(pitches)


def _alike(a: float, b: float) -> bool:
    """Whether two sizes are about the same."""
    return max(a, b) <= _OTHER_SIZE * min(a, b)


def _usual(pitches: list[float]) -> float:
    """The usual distance of two lines: the smallest of those that are frequent."""
    if not pitches:
        return 0.0
    counts = Counter(round(pitch * 2) / 2 for pitch in pitches)
    near = {pitch: counts[pitch] + counts[pitch - 0.5] + counts[pitch + 0.5] for pitch in counts}
    return min(near, key=lambda pitch: (-near[pitch], pitch))


def _begins(line: Line, before: list[Line], left: float, right: float, usual: float) -> bool:
    """Whether a line begins a paragraph."""
    last = before[-1]
    if not _alike(line.size, last.size):
        return True
    pitch = line.base - last.base
    if (usual and pitch > _NEW_PARAGRAPH * usual) or pitch > 2.2 * line.size:
        return True
    if last.text.endswith(_HYPHENS) and not last.text.endswith((" -", " –")):
        return False
    if _LIST_MARK.match(line.text) and line.text[:1] in "•‣▪◦":
        return True
    em = line.size
    is_indented = line.left - left > 0.6 * em and line.left - last.left > 0.6 * em
    hangs = len(before) == 1 and _LIST_MARK.match(last.text) is not None
    if (
        is_indented
        and not hangs
        and line.left - left < 4 * em
        and (_STOPPED.search(last.text) or line.text[:1].isupper())
    ):
        return True
    # The first word of this line would have had room on the line before, so that one ended by itself.
    room = right - last.right
    fits = line.first_width + 0.3 * em < room - 0.4 * em
    centred = abs((line.left + line.right) - (last.left + last.right)) < em and line.left - left > em
    return (
        fits
        and not centred
        and not (line.text[:1].islower() and not _STOPPED.search(last.text) and room < 0.4 * (right - left))
    )


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph at the head of a column or a page continues the last one of the column before."""
    if before.table or after.table:
        return False
    last, first = before.lines[-1], after.lines[0]
    if max(last.size, first.size) > 1.05 * min(last.size, first.size):
        return False
    if last.text.endswith(_HYPHENS) or first.text[:1].islower():
        return not _STOPPED.search(last.text)
    is_full = before.right - last.right < (2 if len(before.lines) > 1 else 0.5) * last.size
    is_indented = first.left - after.left > 0.6 * first.size
    return is_full and not is_indented and not _STOPPED.search(last.text)


class Hyphens(Struct, frozen=True):
    """What tells a hyphen that divides a word from that of a compound.

    `words` are the words and the compounds inside the lines of the file, in lower case; `divides` says that it divides
    words at the ends of lines at all.
    """

    words: frozenset[str]
    divides: bool


def hyphens_of(paragraphs: Sequence[Sequence[Line]], typeset: bool) -> Hyphens:
    """What the lines of a file tell about its hyphens; `typeset` says that the program which made it divides words."""
    words = _vocabulary([line.text for lines in paragraphs for line in lines])
    ends = 0
    for lines in paragraphs:
        for line, following in pairwise(lines):
            before, after = _LAST_PART.search(line.text[:-1]), _FIRST_PART.match(following.text)
            if line.text.endswith(_HYPHENS) and before and after and following.text[0].islower():
                if before[0].lower() + after[0].lower() in words:
                    return Hyphens(words, True)
                ends += 1
    return Hyphens(words, typeset or ends >= max(2, _DIVIDING * sum(map(len, paragraphs))))


def joined(lines: Sequence[Line], hyphens: Hyphens) -> tuple[str, tuple[int, ...]]:
    """The text of a paragraph and the offsets at which its lines begin, except the first.

    A hyphen at the end of a line is dropped unless the word has it elsewhere in the file, it stands between figures
    and words, or the file divides no words.
    """
    text = ""
    breaks: list[int] = []
    for line in lines:
        if not text:
            text = line.text
            continue
        if text.endswith(_HYPHENS) and len(text) > 1 and not text[-2].isspace():
            breaks.append(len(_unhyphenated(text, line.text, hyphens)))
            text = _unhyphenated(text, line.text, hyphens) + line.text
        else:
            text += " "
            breaks.append(len(text))
            text += line.text
    return text, tuple(breaks)


def _unhyphenated(text: str, following: str, hyphens: Hyphens) -> str:
    """A line that ends in a hyphen, without it where it only divides the word."""
    mark, stem = text[-1], text[:-1]
    before, after = _LAST_PART.search(stem), _FIRST_PART.match(following)
    if mark == "\xad":
        return stem
    if before is None or after is None or not following[:1].islower():
        return f"{stem}-"
    first, last = before[0].lower(), after[0].lower()
    if first + last in hyphens.words:
        return stem
    is_compound = f"{first}-{last}" in hyphens.words or "-" in stem.rsplit(maxsplit=1)[-1]
    return f"{stem}-" if is_compound or not hyphens.divides else stem


def _vocabulary(texts: Sequence[str]) -> frozenset[str]:
    """The words, and the pairs of words with a hyphen, inside lines."""
    found: set[str] = set()
    for text in texts:
        for word in text.lower().split():
            plain = word.strip(".,;:!?\"'“”‘’()[]")
            found.add(plain)
            found.update(f"{a}-{b}" for a, b in pairwise(plain.split("-")) if a and b)
    return frozenset(found)
