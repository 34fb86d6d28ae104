"""What flags and files say, as values: severities, days, counts, names of findings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.config.names import check_name
from factcheck.errors import ConfigError, nearest
from factcheck.model import Severity


def severity(text: str, what: str = "--fail-on") -> Severity:
    """The severity of that name; ConfigError for any other."""
    try:
        return Severity[text]
    except KeyError:
        names = [each.name for each in reversed(Severity)]
        raise ConfigError(f"{what}: '{text}' is none of {', '.join(names)}{nearest(text, names)}") from None


def given_names(flag: str, values: Sequence[str] | None, folders: Sequence[str] = ()) -> tuple[str, ...] | None:
    """The names that `--select` or `--ignore` gives, also with commas between them; None when it is not given."""
    if not values:
        return None
    names = tuple(name.strip() for value in values for name in value.split(","))
    for name in names:
        check_name(name, flag, folders)
    return names


def given_severity(flag: str | None) -> Severity | None:
    """The severity that `--fail-on` names, None when it is not given."""
    return None if flag is None else severity(flag)


def given_day(flag: str | None) -> date | None:
    """The day that `--published` names, None when it is not given."""
    if flag is None:
        return None
    try:
        return date.fromisoformat(flag)
    except ValueError:
        raise ConfigError(f"--published: {no_day(flag)}") from None


def no_day(given: object) -> str:
    """What is wrong with a day that is not written as one."""
    return f"'{given}' is no date; write it as 2017-02-23"


def given_count(flag: str | None) -> int | None:
    """The number that `--min-origins` gives, None when it is not given."""
    if flag is None:
        return None
    if not flag.isascii() or not flag.isdigit() or int(flag) < 1:
        raise ConfigError(f"--min-origins: '{flag}' is no count of origins; give 1 or more")
    return int(flag)
