"""Completions for the values of options; the imports are made only while a shell completes one."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Severity
from factcheck.report import FORMATS


def _matching(incomplete: str, known: Iterable[str]) -> list[str]:
    return [name for name in known if name.startswith(incomplete)]


def formats(incomplete: str) -> list[str]:
    """Names of output formats."""
    return _matching(incomplete, FORMATS)


def severities(incomplete: str) -> list[str]:
    """The values of `--fail-on`."""
    return _matching(incomplete, (each.name for each in reversed(Severity)))


def colours(incomplete: str) -> list[str]:
    """The values of `--color`."""
    from factcheck.cli.output import COLOURS

    return _matching(incomplete, COLOURS)


def tables(incomplete: str) -> list[str]:
    """tabulate's names of table formats."""
    from tabulate import tabulate_formats

    return _matching(incomplete, tabulate_formats)


def findings(incomplete: str) -> list[str]:
    """Names of findings."""
    from factcheck.report.catalogue import BY_NAME

    return _matching(incomplete, BY_NAME)


def rules(incomplete: str) -> list[str]:
    """The arguments of `factcheck rules`: "test", the findings, and the rules that ship with the program."""
    from factcheck.ruleset import load_rules

    return _matching(incomplete, ("test", *findings(""), *(rule.id for rule in load_rules().rules)))
