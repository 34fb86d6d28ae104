"""A document's own date: a line that is only a date, a dateline, a byline, an agency's footer, a caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from factcheck.kinds.timex.days import made
from factcheck.kinds.timex.find import fold
from factcheck.kinds.timex.foreign import foreign_date
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, load_rules

_HEAD = regex(r"[\s*_]*([^,.:;()|–—-]{2,40})")
_LETTERS = regex(r"[^\W\d_]+")
_NAMED = regex(r"\(\?P<(\w+)>")
_FULL_YEAR = regex(r"(?:19|20)\d\d")


def document_date(text: str) -> tuple[date, str] | None:
    """The date that a document states of itself, and which evidence gave it.

    Only a full date counts. A line that is only a date, a dateline, a byline or a footer is trusted before a
    caption; among lines the upper one first.
    """
    if not _FULL_YEAR.search(text):
        return None
    ruleset = load_rules()
    head, foot = _head_and_foot(text, ruleset)
    evidence = (
        ("date line", "line", head),
        ("dateline", "dateline", head),
        ("byline", "byline", head),
        ("date line", "slug", head[: ruleset.setting("timex.document.slug_lines")]),
        ("footer", "footer", foot),
        ("date line", "foreign", head),
        ("caption", "caption", head),
    )
    for name, pattern, lines in evidence:
        for found in _dates(pattern, lines, ruleset):
            return found, name
    return None


def _head_and_foot(text: str, ruleset: Ruleset) -> tuple[list[str], list[str]]:
    setting = ruleset.setting("timex.document")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    longest = setting["caption_length"]
    return [line[:longest] for line in lines[: setting["head_lines"]]], lines[-setting["foot_lines"] :]


def _dates(pattern: str, lines: Iterable[str], ruleset: Ruleset) -> Iterator[date]:
    expression = _expression(ruleset, pattern)
    for line in lines:
        if not _FULL_YEAR.search(line):
            continue
        low = fold(line, ())
        if pattern == "dateline":
            found = expression.match(low) if _opens_with_capitals(line) else None
        else:
            found = expression.search(low) if pattern == "caption" else expression.fullmatch(low)
        if found is not None and pattern == "slug" and not _is_slug(line[: found.end("head")], ruleset):
            continue
        if found is not None and (day := _day(found, ruleset)):
            yield day


def _opens_with_capitals(line: str) -> bool:
    """Whether a line begins as datelines do: with a place in capitals, or one word before its comma."""
    place = _HEAD.match(line)
    if place is None:
        return False
    words = place[1].split()
    return bool(words) and (words[0].isupper() or (len(words) <= 3 and all(word[0].isupper() for word in words)))


def _is_slug(head: str, ruleset: Ruleset) -> bool:
    """Whether the words before a date are names or an editor's, not prose: "Porto Lindo", "First lead"."""
    words = _LETTERS.findall(head)
    known = ruleset.setting("timex.document.slug_words")
    return bool(words) and words[0][0].isupper() and all(word[0].isupper() or word in known for word in words)


@lru_cache(maxsize=32)
def _expression(ruleset: Ruleset, name: str) -> re.Pattern[str]:
    setting: dict[str, str] = ruleset.setting("timex.document")
    pattern = setting[name].replace("{date}", setting["date"], 1).replace("{time}", setting["time"])
    if "{date}" in pattern:
        again = _NAMED.sub(r"(?P<\1_>", setting["date"])
        pattern = pattern.replace("{date}", again)
    return ruleset.compile(pattern, f"timex.document.{name}", case=True)


def _day(found: re.Match[str], ruleset: Ruleset) -> date | None:
    groups = found.groupdict()
    if written := groups.get("foreign"):
        return foreign_date(written, ruleset.words("foreign_month")[groups["word"] or ""])
    for mark in ("", "2", "3", "_", "2_", "3_"):
        if not groups.get(f"year{mark}"):
            continue
        month = groups[f"month{mark}"] or ""
        number = int(month) if month.isdigit() else int(ruleset.words("month")[month])
        return made(int(groups[f"year{mark}"] or 0), number, int(groups[f"day{mark}"] or 0))
    return None
