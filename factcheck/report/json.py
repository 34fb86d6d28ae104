"""JSON, version 1: the whole report as one object on one line."""

from __future__ import annotations

import re

import msgspec

from factcheck.model import Report
from factcheck.regex_cache import regex
from factcheck.report import v1
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import INVISIBLE

_ENCODER = msgspec.json.Encoder()
# Controls beyond those that JSON escapes anyway, invisible marks, and "##[error]", which a CI log takes for an order.
_OBEYED = regex(f"[\x7f-\x9f\u2028\u2029{INVISIBLE}]|##(?=\\w*\\[)")


def render(report: Report, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """The report as one JSON object."""
    return encode(v1.of(report)) + "\n"


def encode(shape: object) -> str:
    """JSON text of an output struct, which a terminal or a CI log can show without obeying it.

    What a string holds is kept as it is: what would be obeyed is written as `\\u…`. File names that are not UTF-8
    arrive with lone surrogates, which JSON cannot carry: they become "?".
    """
    try:
        text = _ENCODER.encode(shape).decode()
    except UnicodeEncodeError:
        import json

        text = json.dumps(msgspec.to_builtins(shape), ensure_ascii=False, separators=(",", ":"))
        text = text.encode("utf-8", "replace").decode()
    if text.isascii() and "##" not in text and "\x7f" not in text:
        return text
    return _OBEYED.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    # A pair of escapes for what lies beyond 16 bits; of "##" the first stays.
    units = match[0][-1].encode("utf-16-be").hex()
    return match[0][:-1] + "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
