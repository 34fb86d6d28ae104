"""Parse the values of flags: severities, dates, counts, names of findings; ConfigError if invalid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.config.names import check_name
from factcheck.errors import ConfigError, nearest
from factcheck.model import Severity


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
        return date.fromisoformat(flag)
    except ValueError:
        raise ConfigError(f"--published: {no_day(flag)}") from None


def no_day(given: object) -> str:
    """The error message for an invalid date."""
    return f"'{given}' is no date; write it as 2017-02-23 (other forms are read in documents only)"


def given_count(flag: str | None) -> int | None:
    """The number given to `--min-origins`, at least 1; None without the flag."""
    if flag is None:
        return None
    if not flag.isascii() or not flag.isdigit() or int(flag) < 1:
        raise ConfigError(f"--min-origins: '{flag}' is no count of origins; give 1 or more")
    return int(flag)
