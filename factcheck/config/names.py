"""The names of findings, by which, or by a prefix of which, findings are selected and ignored."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.errors import ConfigError, nearest

UNUSED_IGNORE = "unused-ignore"

FINDINGS = (
    "number-differs",
    "unit-differs",
    "date-differs",
    "quote-altered",
    "quote-misattributed",
    "quote-not-found",
    "quote-trimmed-unmarked",
    "wording-altered",
    "unsupported",
    "single-source",
    "copied-not-confirmed",
    "superseded",
    "sources-differ",
    "self-contradiction",
    "weekday-mismatch",
    "sum-mismatch",
    "percent-mismatch",
    "zone-mismatch",
    UNUSED_IGNORE,
)


def known(folders: Iterable[str] = ()) -> tuple[str, ...]:
    """All names of findings, including those defined by consistency rules in the folders."""
    from factcheck.ruleset import load_rules

    rules = (rule for rule in load_rules(*folders).rules if rule.room == "consistency")
    own = (rule.options.get("finding", rule.id.split("/", 1)[1]) for rule in rules)
    return tuple(dict.fromkeys((*FINDINGS, *own)))


def check_name(prefix: str, what: str, folders: Iterable[str] = ()) -> None:
    """Raise ConfigError, with the most similar name, if `prefix` is not a prefix of any finding's name."""
    if not _is_prefix(prefix, FINDINGS) and not _is_prefix(prefix, names := known(folders)):
        near = nearest(prefix, names) or f" (there are {', '.join(names)})"
        raise ConfigError(f"{what}: no finding '{prefix}'{near}")


def _is_prefix(prefix: str, names: Iterable[str]) -> bool:
    return bool(prefix) and any(name.startswith(prefix) for name in names)
