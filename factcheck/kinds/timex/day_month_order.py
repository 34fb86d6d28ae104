"""Whether a document writes the day before the month: decides how to read dates such as 01/02/2017."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.model import Document
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_NUMERIC: Final = regex(r"(?<![\d/.-])(\d\d?)[/.-](\d\d?)[/.-](?:\d{4}|\d\d)(?![\d/])")


def day_first_of(document: Document, ruleset: Ruleset) -> bool | None:
    """True for day before month, False for month before day, None without evidence or with a tie."""
    return _evidence(document.text, f"{document.source or ''} {document.url or ''}".lower(), ruleset)


@lru_cache(maxsize=32)
def _evidence(text: str, outlet: str, ruleset: Ruleset) -> bool | None:
    """The order of day and month in a text.

    A date with a figure above 12 decides alone, unless two such dates contradict each other. Otherwise spellings in the
    text vote, and the outlet's name or address counts three times as much as one of them.
    """
    unambiguous = {int(one) > 12 for one, two in _NUMERIC.findall(text) if (int(one) > 12) != (int(two) > 12)}
    if unambiguous:
        return unambiguous.pop() if len(unambiguous) == 1 else None
    votes = 0
    for name, weight in (("day_first", 1), ("month_first", -1)):
        votes += weight * _count(f"{name}_text", text, ruleset)
        votes += 3 * weight * _count(f"{name}_outlet", outlet, ruleset)
    return votes > 0 if votes else None


def _count(name: str, text: str, ruleset: Ruleset) -> int:
    """How often a pattern of `timex.order` matches a text."""
    pattern = ruleset.setting(f"timex.order.{name}")
    return len(ruleset.compile(pattern, f"timex.order.{name}", case=True).findall(text)) if text else 0
