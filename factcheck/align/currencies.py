"""Sums whose words leave their currency open: "48 cents" is of euros where the texts speak of no other currency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from factcheck.model import Claim, Quantity
from factcheck.ruleset import Ruleset


def in_currency(claims: Sequence[Claim], all_claims: Iterable[Claim], ruleset: Ruleset) -> dict[int, Quantity]:
    """The values of the claims in bare cents, by their places in the sequence, in the one currency of all claims.

    Nothing where these name several currencies that have cents, or none.
    """
    asked = [place for place, claim in enumerate(claims) if claim.kind == "money" and _is_open(claim, ruleset)]
    if not asked:
        return {}
    of_cents = ruleset.words("currency_of_cents")
    named = {_currency(each) for each in all_claims if each.kind == "money" and not _is_open(each, ruleset)}
    if len(found := named & of_cents.keys()) != 1:
        return {}
    (currency,) = found
    completed = {}
    for place in asked:
        value = claims[place].value
        if isinstance(value, Quantity):
            _, per, rest = (value.unit or "").partition("/")
            completed[place] = replace(value, unit=f"{currency}{per}{rest}")
    return completed


def _is_open(claim: Claim, ruleset: Ruleset) -> bool:
    """Whether a claim is of cents, and its words do not say of which currency, as "Canadian cents" do."""
    if claim.kind != "money":
        return False
    words = claim.text.lower().split()
    places = [at for at, word in enumerate(words) if word in ruleset.words("open_cent")]
    named = ruleset.words("currency_cent")
    return bool(places) and " ".join(words[max(0, places[0] - 1) : places[0] + 1]) not in named


def _currency(claim: Claim) -> str:
    return (claim.value.unit or "").partition("/")[0] if isinstance(claim.value, Quantity) else ""
