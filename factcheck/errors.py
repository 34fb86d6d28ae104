"""What can go wrong outside the program: each error names the place, the problem and the way out."""

from __future__ import annotations

from collections.abc import Iterable


class FactcheckError(Exception):
    """The work cannot be done; the message is one line for the user. The command line exits with 2."""


class InputError(FactcheckError):
    """A document that is missing, unreadable or no text."""


class ConfigError(FactcheckError):
    """A setting, flag or config file that cannot be used."""


class RuleError(FactcheckError):
    """A rule file that cannot be used."""


def nearest(name: str, known: Iterable[str]) -> str:
    """`; is it 'sources'?` for a name that is close to a known one, else nothing."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1)
    return f"; is it '{close[0]}'?" if close else ""
