"""Options of rendering: they vary how a report looks for people, not what it says."""

from __future__ import annotations

from msgspec import Struct

from factcheck.model import Severity


class RenderOptions(Struct, frozen=True):
    """Colour, the width in columns, tabulate's name of the table format, and what to show.

    `claims` adds every claim with its verdict, `statistics` a count of each kind of finding, `all_facts`
    the facts that one origin alone tells. `fail_on` is the severity
    from which the exit status is 1, for formats with failures of their own.
    """

    colour: bool = False
    width: int = 110
    table_format: str = "simple"
    claims: bool = False
    statistics: bool = False
    all_facts: bool = False
    fail_on: Severity = Severity.error


PLAIN = RenderOptions()
