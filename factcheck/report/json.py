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
# Control characters that JSON does not escape anyway, invisible characters, and "##[error]", a command to a CI log.
_UNSAFE = regex(f"[\x7f-\x9f\u2028\u2029{INVISIBLE}]|##(?=\\w*\\[)")


def render(report: Report, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """The report as one JSON object."""
    return encode(v1.of(report)) + "\n"


def encode(shape: object) -> str:
    """The JSON text of an output struct, safe to show on a terminal or in a CI log.

    The decoded strings are unchanged: characters that a terminal or log would obey are written as `\\u…`. Only lone
    surrogates, which come from file names that are not UTF-8 and have no JSON form, become "?".
    """
    try:
        text = _ENCODER.encode(shape).decode()
    except UnicodeEncodeError:
        import json

        text = json.dumps(msgspec.to_builtins(shape), ensure_ascii=False, separators=(",", ":"))
        text = text.encode("utf-8", "replace").decode()
    if text.isascii() and "##" not in text and "\x7f" not in text:
        return text
    return _UNSAFE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    # Two escapes for a code point beyond 16 bits; of "##" only the second character is escaped.
    units = match[0][-1].encode("utf-16-be").hex()
    return match[0][:-1] + "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
