"""The errors shown to users. Each message names the place, the problem and a way to fix it."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class FactcheckError(Exception):
    """The work cannot be done; the message is one line for the user. The command line exits with 2."""


class InputError(FactcheckError):
    """A document that is missing, unreadable or not text."""


class ConfigError(FactcheckError):
    """A setting, flag or config file that cannot be used."""


class RuleError(FactcheckError):
    """A rule file that cannot be used."""


class IncompleteLanguageError(RuleError):
    """The rules of a language lack something that its texts need. Documents of other languages can be processed."""

    def __init__(self, language: str, problem: str) -> None:
        """Make the message from the code of the language and what is missing."""
        super().__init__(
            f"the rules for language '{language}' are incomplete: {problem}; "
            f"define it in the folder {language}/ of your rules"
        )
        self.language = language


class DocumentError(FactcheckError):
    """An unexpected error, that is, a bug, while processing a document, or incomplete rules for its language.

    `__cause__` is the original error, `document` the document's id. For a bug the message asks for a report.
    """

    def __init__(self, document: str, error: Exception) -> None:
        """Make the message from the original error and the line of factcheck that raised it."""
        if isinstance(error, IncompleteLanguageError):
            super().__init__(f"{document}: left out: {error}")
        else:
            problem = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            super().__init__(f"{document}: left out, factcheck failed on it: {problem}{_place(error)}; {BUG}")
        self.__cause__ = error
        self.document = document


BUG = "this is a bug in factcheck; please report it with this line and, if you may, the document"


def is_of_run(error: Exception) -> bool:
    """Whether an error concerns the whole run, not only the document that is being processed."""
    return isinstance(error, FactcheckError) and not isinstance(error, IncompleteLanguageError)


Failed = Callable[[DocumentError], object]


def leave_out(document: str, error: Exception, failed: Failed | None) -> None:
    """Pass an error that concerns a document to `failed` as a DocumentError; raise it if `failed` is None.

    An error that concerns the whole run, for example an invalid rule file, is raised unchanged.
    """
    if is_of_run(error):
        raise error
    failure = DocumentError(document, error)
    if failed is None:
        raise failure from error
    failed(failure)


def _place(error: Exception) -> str:
    """` (kinds/timex/compare.py:66)`: the innermost line of factcheck in the traceback; empty if there is none."""
    place, step = "", error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename.replace("\\", "/")
        if "factcheck/" in file:
            place = f" ({file.rpartition('factcheck/')[2]}:{step.tb_lineno})"
        step = step.tb_next
    return place


def nearest(name: str, known: Iterable[str]) -> str:
    """`; is it 'sources'?` for the most similar known name; empty if none is similar."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1)
    return f"; is it '{close[0]}'?" if close else ""
