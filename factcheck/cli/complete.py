"""What a shell proposes for the value of an option, asked for only while somebody completes one."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Severity
from factcheck.report import FORMATS


def _beginning(incomplete: str, known: Iterable[str]) -> list[str]:
    return [name for name in known if name.startswith(incomplete)]


def formats(incomplete: str) -> list[str]:
    """Names of output formats."""
    return _beginning(incomplete, FORMATS)


def severities(incomplete: str) -> list[str]:
    """What `--fail-on` takes."""
    return _beginning(incomplete, (each.name for each in reversed(Severity)))


def colours(incomplete: str) -> list[str]:
    """What `--color` takes."""
    from factcheck.cli.output import COLOURS

    return _beginning(incomplete, COLOURS)


def tables(incomplete: str) -> list[str]:
    """tabulate's names for kinds of tables."""
    from tabulate import tabulate_formats

    return _beginning(incomplete, tabulate_formats)


def findings(incomplete: str) -> list[str]:
    """Names of findings."""
    from factcheck.report.catalogue import BY_NAME

    return _beginning(incomplete, BY_NAME)


def rules(incomplete: str) -> list[str]:
    """What `factcheck rules` explains: findings and the rules that ship with the program."""
    from factcheck.ruleset import load_rules

    return _beginning(incomplete, ("test", *findings(""), *(rule.id for rule in load_rules().rules)))
