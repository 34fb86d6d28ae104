"""The word lists in force, as a table: a user who adds words finds the names of the lists here."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.regex_cache import regex
from factcheck.report.render_options import RenderOptions
from factcheck.report.screen import flat
from factcheck.report.table import draw
from factcheck.ruleset import Ruleset, list_origins

_SENTENCE_END = regex(r"\.\s+(?=[A-Z])")
_SHOWN = 4  # words of a list without a comment


def listed_words(ruleset: Ruleset, options: RenderOptions) -> str:
    """A table of all word lists: name, number of entries, the files that define it, and what its comment says."""
    return draw(("list", "entries", "file", "words"), list(_rows(ruleset)), options)


def _rows(ruleset: Ruleset) -> Iterator[tuple[str, str, str, str]]:
    origins = list_origins(ruleset)
    for name in sorted(ruleset.lists):
        words = ruleset.words(name)
        paths, comment = origins[name]
        about = _SENTENCE_END.split(comment, maxsplit=1)[0].rstrip(".") or ", ".join([*words][:_SHOWN])
        yield flat(name), f"{len(words):,}", flat(", ".join(paths)), flat(about)
