"""The publication date that a document prints about itself: in a date line, dateline, byline, footer or caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from factcheck.kinds.timex.days import date_or_none
from factcheck.kinds.timex.find import fold
from factcheck.kinds.timex.foreign import foreign_date
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, load_rules

_PLACE = regex(r"[\s*_]*([^,.:;()|–—-]{2,40})")  # words before the first mark: a dateline begins with a place
_LETTERS = regex(r"[^\W\d_]+")
_NAMED_GROUP = regex(r"\(\?P<(\w+)>")
_FULL_YEAR = regex(r"(?:19|20)\d\d")
_WITHIN = ("caption", "stamp")  # the evidence that may stand within a line
_MONTHS = 12
_LEAP_YEAR = 2024  # in which every day of a month exists


def document_date(text: str) -> tuple[date, str] | None:
    """The publication date printed in a document, and the name of the evidence for it; None without a full date.

    Date lines, datelines, bylines and footers are searched before captions, and upper lines before lower ones.
    """
    if not _FULL_YEAR.search(text):
        return None
    ruleset = load_rules()
    head, foot = _head_and_foot_lines(text, ruleset)
    slugs = _with_year(head[: ruleset.setting("timex.document.slug_lines")])
    head, foot = _with_year(head), _with_year(foot)
    evidence = (
        ("date line", "line", head),
        ("dateline", "dateline", head),
        ("dateline", "opening", head),
        ("byline", "byline", head),
        ("date line", "stamp", head),
        ("date line", "slug", slugs),
        ("footer", "footer", foot),
        ("date line", "foreign", head),
        ("caption", "caption", head),
    )
    for name, pattern, lines in evidence:
        found = list(islice(_dates(pattern, lines, ruleset), 2))
        if found and (pattern != "opening" or len(found) == 1):  # several such lines are a chronicle
            return found[0], name
    return None


def yearless_dateline(text: str) -> tuple[int, int] | None:
    """The month and the day of a dateline that states no year ("KELBRIDGE, March 11 (CNA) -"); None without one.

    A line at the top that states a year is left to `document_date`.
    """
    ruleset = load_rules()
    setting = ruleset.setting("timex.document")
    pattern: re.Pattern[str] | None = None
    lines = (line.strip() for line in text[: setting["caption_length"]].splitlines())
    for line in [line for line in lines if line][: setting["head_lines"]]:
        if not _opens_with_capitals(line) or _FULL_YEAR.search(line[: setting["dateline_length"]]):
            continue
        pattern = pattern or _evidence_pattern(ruleset, "dateline", "month_and_day")
        found = pattern.match(fold(line, ()))
        if found is not None and (month_and_day := _matched_month_and_day(found, ruleset)):
            return month_and_day
    return None


def _matched_month_and_day(found: re.Match[str], ruleset: Ruleset) -> tuple[int, int] | None:
    groups = found.groupdict()
    month = ruleset.words("month")[groups["month"] or groups["month2"]]
    number, day = int(month), int(groups["day"] or groups["day2"])
    return (number, day) if date_or_none(_LEAP_YEAR, number, day) else None


def _head_and_foot_lines(text: str, ruleset: Ruleset) -> tuple[list[str], list[str]]:
    """The first non-blank lines of a text, each cut to the longest caption, and the last ones."""
    setting = ruleset.setting("timex.document")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    longest = setting["caption_length"]
    return [line[:longest] for line in lines[: setting["head_lines"]]], lines[-setting["foot_lines"] :]


def _with_year(lines: Iterable[str]) -> list[str]:
    """The lines that have a year: no others have a full date."""
    return [line for line in lines if _FULL_YEAR.search(line)]


def _dates(pattern: str, lines: Iterable[str], ruleset: Ruleset) -> Iterator[date]:
    """The full dates in lines that match one of the patterns of `timex.document`."""
    for line in lines:
        if pattern == "dateline" and not _opens_with_capitals(line):
            continue
        compiled = _evidence_pattern(ruleset, pattern)
        low = fold(line, ())
        if pattern in ("dateline", "opening"):
            found = compiled.match(low)
        else:
            found = compiled.search(low) if pattern in _WITHIN else compiled.fullmatch(low)
        if found is not None and pattern == "stamp" and not _is_stamp(line, found):
            continue
        if found is not None and pattern == "slug" and not _is_slug(line[: found.end("head")], ruleset):
            continue
        if found is not None and (day := _matched_day(found, line, ruleset)):
            yield day


def _opens_with_capitals(line: str) -> bool:
    """Whether a line begins like a dateline: a place name in capitals, or up to three capitalised words."""
    place = _PLACE.match(line)
    if place is None:
        return False
    words = place[1].split()
    return bool(words) and (words[0].isupper() or (len(words) <= 3 and all(word[0].isupper() for word in words)))


def _is_stamp(line: str, found: re.Match[str]) -> bool:
    """Whether a word of publication and a date are a stamp, not prose: "published March 3, 2017" may be a book."""
    return line[found.start()].isupper() and any((found[name] or "").strip() for name in ("colon", "clock", "behind"))


def _is_slug(head: str, ruleset: Ruleset) -> bool:
    """Whether the words before a date are names or newsroom words rather than prose: "Porto Lindo", "First lead"."""
    words = _LETTERS.findall(head)
    known = ruleset.setting("timex.document.slug_words")
    return bool(words) and words[0][0].isupper() and all(word[0].isupper() or word in known for word in words)


@lru_cache(maxsize=32)
def _evidence_pattern(ruleset: Ruleset, name: str, of_day: str = "date") -> re.Pattern[str]:
    """A pattern of `timex.document`, compiled with the pattern `of_day` in place of {date}.

    A second {date} has "_" added to its group names, since a regular expression cannot name a group twice.
    """
    setting: dict[str, str] = ruleset.setting("timex.document")
    pattern = setting[name].replace("{date}", setting[of_day], 1).replace("{time}", setting["time"])
    if "{date}" in pattern:
        again = _NAMED_GROUP.sub(r"(?P<\1_>", setting[of_day])
        pattern = pattern.replace("{date}", again)
    return ruleset.compile(pattern, f"timex.document.{name}{'' if of_day == 'date' else f'.{of_day}'}", case=True)


def _matched_day(found: re.Match[str], line: str, ruleset: Ruleset) -> date | None:
    """The date in the groups of a match; the suffix of a group's name says which alternative matched."""
    groups = found.groupdict()
    if written := groups.get("foreign"):
        return foreign_date(written, ruleset.words("foreign_month")[groups["word"] or ""])
    for mark in ("", "2", "3", "_", "2_", "3_"):
        if not groups.get(f"year{mark}"):
            continue
        month = groups[f"month{mark}"] or ""
        number = int(month) if month.isdigit() else int(ruleset.words("month")[month])
        return date_or_none(int(groups[f"year{mark}"] or 0), number, int(groups[f"day{mark}"] or 0))
    for mark in ("", "_"):
        if groups.get(f"year4{mark}"):
            figures = (int(groups[f"first{mark}"] or 0), int(groups[f"second{mark}"] or 0))
            return _day_in_figures(*figures, int(groups[f"year4{mark}"] or 0), line, ruleset)
    return None


def _day_in_figures(first: int, second: int, year: int, line: str, ruleset: Ruleset) -> date | None:
    """The day of "14/09/2013" or "09/14/2013"; None where either figure may be the month and no zone tells which."""
    if first == second or second > _MONTHS:
        return date_or_none(year, first, second)
    if first > _MONTHS:
        return date_or_none(year, second, first)
    zone = ruleset.compile(ruleset.setting("timex.document.month_first"), "timex.document.month_first", case=True)
    return date_or_none(year, first, second) if zone.search(fold(line, ())) else None
