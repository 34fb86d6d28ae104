"""What can go wrong outside the program: each error names the place, the problem and the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class FactcheckError(Exception):
    """The work cannot be done; the message is one line for the user. The command line exits with 2."""


class InputError(FactcheckError):
    """A document that is missing, unreadable or no text."""


class ConfigError(FactcheckError):
    """A setting, flag or config file that cannot be used."""


class RuleError(FactcheckError):
    """A rule file that cannot be used."""


class DocumentError(FactcheckError):
    """A document on which factcheck itself failed; `__cause__` is the error, `document` the document's id.

    A bug: whoever sees it is asked to report it.
    """

    def __init__(self, document: str, error: Exception) -> None:
        """Word the error with the line of factcheck that raised it."""
        said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        super().__init__(f"{document}: left out, factcheck failed on it: {said}{_place(error)}; {BUG}")
        self.__cause__ = error
        self.document = document


BUG = "this is a bug in factcheck; please report it with this line and, if you may, the document"

Failed = Callable[[DocumentError], object]


def leave_out(document: str, error: Exception, failed: Failed | None) -> None:
    """Hand a document's unexpected error to `failed`; without one raise it as a DocumentError.

    A FactcheckError is of the run (a rule file that cannot be used), not of the document: it is raised as it is.
    """
    if isinstance(error, FactcheckError):
        raise error
    failure = DocumentError(document, error)
    if failed is None:
        raise failure from error
    failed(failure)


def _place(error: Exception) -> str:
    """` (kinds/timex/compare.py:66)`, the last line of factcheck that an error went through; else nothing."""
    place, step = "", error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename.replace("\\", "/")
        if "factcheck/" in file:
            place = f" ({file.rpartition('factcheck/')[2]}:{step.tb_lineno})"
        step = step.tb_next
    return place


def nearest(name: str, known: Iterable[str]) -> str:
    """`; is it 'sources'?` for a name that is close to a known one, else nothing."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1)
    return f"; is it '{close[0]}'?" if close else ""
