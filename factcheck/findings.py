"""The findings by name: what each one catches. They are selected, ignored and silenced by these names."""

from __future__ import annotations

from collections.abc import Iterable

UNUSED_IGNORE = "unused-ignore"

FINDINGS: dict[str, str] = {
    "number-differs": "a source has another number for the same fact",
    "unit-differs": "a source has the same figure in another unit or currency",
    "date-differs": "a source has another date or time for the same fact",
    "quote-altered": "a source has the quotation in other words",
    "quote-misattributed": "a source has the quotation from another speaker",
    "quote-not-found": "the quotation stands in no source",
    "unsupported": "no source speaks of the claim",
    "single-source": "fewer independent origins than asked for say so",
    "copied-not-confirmed": "all sources that say so share one origin",
    "self-contradiction": "the draft says two things of one fact",
    "weekday-mismatch": "the date does not fall on the weekday named with it",
    "sum-mismatch": "the parts do not make the total that is given",
    "percent-mismatch": "the figures do not make the percentage that is given",
    "zone-mismatch": "the two times that are given are not one instant",
    UNUSED_IGNORE: "a comment or a sidecar file silences a finding that is not there",
}


def named(prefix: str, among: Iterable[str] = tuple(FINDINGS)) -> tuple[str, ...]:
    """The findings whose name begins so; none for a name that means nothing."""
    return tuple(name for name in among if prefix and name.startswith(prefix))
