"""Text for terminals: sanitise, shorten to a width, colour, and underline a span."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from itertools import accumulate

from factcheck.model import Quantity, Quotation, TimeExpression, Value
from factcheck.regex_cache import regex
from factcheck.report.render_options import RenderOptions

# An article may contain any control character (escape sequences begin with one), lone surrogates, and invisible
# characters that reorder or hide the text after them; a terminal must get none of these.
_CONTROL = regex(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u180e\ufff9-\ufffb\U000e0000-\U000e007f"
_INVISIBLE = regex(f"[{INVISIBLE}]")
_BLANK = regex(r"[\t\n\v\f\r\x85\u2028\u2029]")
# Commands to a CI log: "::error::" at the possible beginning of a line (GitHub), "##[error]" and "##vso[…]" anywhere
# (GitHub, Azure). Their marks are replaced by as many characters that look alike.
_CI_COMMAND = regex(r"(?<!\S)::|##(?=\w*\[)")
_LOOKALIKE = {"::": "\ua789\ua789", "##": "#\u266f"}
_COLOURS = {
    "error": "31;1",
    "warning": "33;1",
    "note": "36;1",
    "differ": "31",
    "unsupported": "33",
    "held": "35",
    "single": "36",
    "agree": "32",
    "strong": "1",
    "faint": "2",
}


def safe(text: str) -> str:
    """The text without invisible characters and CI commands, and with control characters replaced by U+FFFD."""
    if not (text.isascii() and text.isprintable()):
        text = _CONTROL.sub("\ufffd", _INVISIBLE.sub("", _BLANK.sub(" ", text)))
    return _CI_COMMAND.sub(lambda command: _LOOKALIKE[command[0]], text) if "::" in text or "##" in text else text


def flat(text: str) -> str:
    """The text sanitised and on one line, with runs of white space as one space."""
    return " ".join(safe(text).split())


def columns(text: str) -> int:
    """The number of terminal columns that the text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def shorten(text: str, width: int) -> str:
    """The text shortened to a width in columns, at a word boundary if one is near, with an ellipsis if it was cut."""
    if columns(text) <= width:
        return text
    kept = _fitting(text, width - 1)
    at_word = kept.rfind(" ")
    if at_word > len(kept) * 2 // 3:
        kept = kept[:at_word]
    return kept.rstrip(" ,;:—–-") + "…"


def _fitting(text: str, width: int) -> str:
    ends = accumulate(map(_columns, text))
    return "".join(char for char, end in zip(text, ends, strict=True) if end <= width)


def paint(text: str, style: str, options: RenderOptions) -> str:
    """The text in the colour of a style (a severity, a verdict, "strong" or "faint"); unchanged without colour."""
    code = _COLOURS.get(style)
    return f"\x1b[{code}m{text}\x1b[0m" if options.colour and code else text


_PER_COLUMN = 8  # characters, many of which may take no column: marks over a letter, invisible ones


def pointed(text: str, start: int, end: int, width: int, mark: str = "^") -> tuple[str, str]:
    """The line of the text that contains a span, cut to a width in columns, and the line of marks to put under it."""
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text)))
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = line_end if line_end >= 0 else len(text)
    end = min(end, line_end)
    # A line may be a whole book: no more of it is looked at than may be shown.
    reach = width * _PER_COLUMN
    line_start, line_end = max(line_start, start - reach), min(line_end, end + reach)
    before, inside, after = safe(text[line_start:start]), safe(text[start:end]), safe(text[end:line_end])
    before, inside, after = _window(before.lstrip(), inside, after.rstrip(), width)
    return safe((before + inside + after).rstrip()), " " * columns(before) + mark * max(1, columns(inside.rstrip("…")))


def _window(before: str, inside: str, after: str, width: int) -> tuple[str, str, str]:
    """The part of a line to show: the span with about twice as much text before it as after it, cut at words."""
    left, middle, right = columns(before), columns(inside), columns(after)
    if left + middle + right <= width:
        return before, inside, after
    if middle > width - 2:
        inside, middle, after, right = _fitting(inside, width - 2) + "…", width - 1, "", 0
    spare = width - middle
    room_right = max(spare // 3, spare - left)
    if right > room_right:
        after = _cut_at_blank(_fitting(after, room_right - 1)) + "…"
    room_left = spare - min(right, room_right)
    if left > room_left:
        kept = _fitting(before[::-1], room_left - 1)
        before = "…" + _cut_at_blank(kept)[::-1].lstrip()
    return before, inside, after


def _cut_at_blank(text: str) -> str:
    """The text up to its last space; all of it without one."""
    blank = text.rfind(" ")
    return text[:blank] if blank >= 0 else text


def gist(value: Value) -> str:
    """A short form of a claim's value."""
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, TimeExpression):
        return _time(value)
    assert isinstance(value, Quotation)
    return f"{value.speaker or '?'}{f' ({value.cue})' if value.cue else ''}"


def plain(number: Decimal | None) -> str | None:
    """A number in digits, without an exponent and without trailing zeros after the decimal point."""
    if number is None:
        return None
    digits = str(number)
    if "E" in digits:
        digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _quantity(value: Quantity) -> str:
    if value.held:
        return f"held: {value.held}"
    number, low, high = plain(value.number), plain(value.low), plain(value.high)
    interval = low if low == high else f"{low or ''}..{high or ''}"
    shown = number if number and number == interval else f"{number} ({interval})" if number else str(interval)
    return f"{shown} {value.unit}" if value.unit else shown


def _time(value: TimeExpression) -> str:
    if value.held:
        return f"held: {value.held}"
    days = [day.isoformat() for day in (value.first, value.last) if day]
    known = value.timex or "?"
    if not days or days[0] == known == days[-1]:
        return known
    first, last = (day.isoformat() if day else "" for day in (value.first, value.last))
    return f"{known} ({first if first == last else f'{first}..{last}'})"
