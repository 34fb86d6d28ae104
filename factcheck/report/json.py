"""JSON, version 1: the whole report as one object on one line."""

from __future__ import annotations

import msgspec

from factcheck.model import Report
from factcheck.report import v1
from factcheck.report.look import PLAIN, Look

_ENCODER = msgspec.json.Encoder()


def render(report: Report, look: Look = PLAIN) -> str:  # noqa: ARG001
    """The report as one JSON object."""
    return encode(v1.of(report)) + "\n"


def encode(shape: object) -> str:
    """JSON text of an output struct.

    File names that are not UTF-8 arrive with lone surrogates, which JSON cannot carry: they become "?".
    """
    try:
        return _ENCODER.encode(shape).decode()
    except UnicodeEncodeError:
        import json

        text = json.dumps(msgspec.to_builtins(shape), ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace").decode()
