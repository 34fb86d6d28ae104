"""How a report is to options: what renderers for people may vary without changing what they say."""

from __future__ import annotations

from msgspec import Struct

from factcheck.model import Severity


class RenderOptions(Struct, frozen=True):
    """Colour or none, the width to keep to, tabulate's name for the kind of table, and what else is to be shown.

    `claims` asks for every claim with its verdict, `statistics` for a count of each kind of finding. `fail_on` is
    what the exit status goes by, for a format in which something passes or fails.
    """

    colour: bool = False
    width: int = 110
    table_format: str = "simple"
    claims: bool = False
    statistics: bool = False
    fail_on: Severity = Severity.error


PLAIN = RenderOptions()
