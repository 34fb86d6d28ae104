"""How a report is to look: what renderers for people may vary without changing what they say."""

from __future__ import annotations

from msgspec import Struct


class Look(Struct, frozen=True):
    """Colour or none, the width to keep to, and tabulate's name for the kind of table."""

    colour: bool = False
    width: int = 110
    table_format: str = "simple"


PLAIN = Look()
