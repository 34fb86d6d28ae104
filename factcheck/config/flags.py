"""Parse the values of flags: severities, dates, counts, names of findings; ConfigError if invalid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.config.names import check_name
from factcheck.errors import ConfigError, nearest
from factcheck.model import Severity
from factcheck.regex_cache import regex


def severity(text: str, what: str = "--fail-on") -> Severity:
    """The severity of that name; ConfigError, which names `what`, for an unknown one."""
    try:
        return Severity[text]
    except KeyError:
        names = [each.name for each in reversed(Severity)]
        raise ConfigError(f"{what}: '{text}' is none of {', '.join(names)}{nearest(text, names)}") from None


def given_names(flag: str, values: Sequence[str] | None, folders: Sequence[str] = ()) -> tuple[str, ...] | None:
    """The names given to `--select` or `--ignore`, repeated or separated by commas; None without the flag."""
    if not values:
        return None
    names = tuple(name.strip() for value in values for name in value.split(","))
    for name in names:
        check_name(name, flag, folders)
    return names


def given_severity(flag: str | None) -> Severity | None:
    """The value of `--fail-on`; None without the flag."""
    return None if flag is None else severity(flag)


def given_day(flag: str | None) -> date | None:
    """The date given to `--published`; None without the flag."""
    if flag is None:
        return None
    try:
        return written_day(flag) or date.fromisoformat(flag)
    except ValueError:
        raise ConfigError(f"--published: {no_day(flag)}") from None


def written_day(given: object) -> date | None:
    """The date of a text such as "21 June 2018" or "June 21, 2018", with a month of the English rules; else None."""
    found = regex(_WRITTEN_DAY).fullmatch(given) if isinstance(given, str) else None
    if found is None:
        return None
    from factcheck.ruleset import load_rules  # needed for this form only

    month = load_rules().words("month").get((found["month"] or found["first"]).lower())
    try:
        return date(int(found["year"]), int(month), int(found["day"] or found["second"])) if month else None
    except ValueError:  # 31 June
        return None


_WRITTEN_DAY = (
    r"\s*(?:(?P<day>\d{1,2})\s+(?P<month>[^\W\d_]+)|(?P<first>[^\W\d_]+)\.?\s+(?P<second>\d{1,2}))"
    r"\.?,?\s+(?P<year>\d{4})\s*"
)


def no_day(given: object) -> str:
    """The error message for an invalid date."""
    return f"'{given}' is no date; write it as 2017-02-23 or 23 February 2017"


def given_count(flag: str | None) -> int | None:
    """The number given to `--min-origins`, at least 1; None without the flag."""
    if flag is None:
        return None
    if not flag.isascii() or not flag.isdigit() or int(flag) < 1:
        raise ConfigError(f"--min-origins: '{flag}' is no count of origins; give 1 or more")
    return int(flag)
