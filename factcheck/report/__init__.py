"""Reports in every format: each module gives `render(Report, Look) → str`, pure; heavy imports wait."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import Claim, Report
from factcheck.report import concise, json, jsonl, text
from factcheck.report.look import PLAIN, Look

Renderer = Callable[[Report, Look], str]

FORMATS: dict[str, Renderer] = {
    "text": text.render,
    "concise": concise.render,
    "json": json.render,
    "jsonl": jsonl.render,
}

# Formats that can write each claim of `extract` while the documents are still being read.
LINES: dict[str, Callable[[Claim, Look], str]] = {"concise": concise.line, "jsonl": jsonl.line}

__all__ = ["FORMATS", "LINES", "PLAIN", "Look", "Renderer"]
