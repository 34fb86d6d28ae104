"""Lists of parts against their total, and parts against the whole they are taken from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.consistency.figures import head, meet, quantity, stated, widest
from factcheck.consistency.outline import Hit, Slip
from factcheck.kinds.quantity.compare import plain
from factcheck.model import Claim, Quantity, Severity
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_WORD = regex(r"[a-z]+")
_COUNTED = ("count", "number")
_NEAR = Decimal("0.1")  # share of the total; a sum further off is more likely a list of other things


@lru_cache(maxsize=8)
def _noun_after(ruleset: Ruleset) -> re.Pattern[str]:
    """A word in lower case after a part's sign, other than a conjunction."""
    return ruleset.compile(r"\s*-?\s?(?!{list_conjunction}\b)[a-z]", "noun after a part", case=True)


@lru_cache(maxsize=8)
def _more_items(ruleset: Ruleset) -> re.Pattern[str]:
    """The words by which a list goes on after its last part; matched against text in lower case."""
    return ruleset.compile(r"(?:,\s*)?{list_continues}\b", "rest of a list", case=True)


@lru_cache(maxsize=8)
def _predicate(ruleset: Ruleset) -> re.Pattern[str]:
    """The word that says what a part consists of: "12 were women"; group 1."""
    return ruleset.compile(r"\s(?:{part_copula}\s){0,2}([a-z]+)", "predicate of a part")


def parts_and_total(hit: Hit) -> Slip | None:
    """ "1,200 people: 700 men and 600 women": the parts of a list that claims to be complete."""
    total, parts = hit.claim("total"), hit.claims("parts")
    if total is None or len(parts) < 2:
        return None
    whole, values = quantity(total), [quantity(part) for part in parts]
    found = [value for value in values if value is not None and value.number is not None]
    if whole is None or whole.number is None or len(found) < len(parts):
        return None
    if {value.unit for value in found} != {whole.unit} or "ratio" in (part.kind for part in parts):
        return None
    if _is_open(hit) or (whole.unit is None and not _all_have_words(hit)):
        return None
    return _compared(hit, (total, whole), parts, found)


def _is_open(hit: Hit) -> bool:
    """Whether the list says that it is incomplete, or names one more item without a figure."""
    words = set(_WORD.findall(hit.words(hit.match.start(), hit.match.end())))
    goes_on = _more_items(hit.ruleset).match(hit.word("rest")) is not None
    return goes_on or not words.isdisjoint(hit.ruleset.words("open_list"))


def _all_have_words(hit: Hit) -> bool:
    """Whether each part has a noun or a word after it: "four from Spain", not the bare figures of "7, 8 and 9"."""
    text, noun = hit.outline.text, _noun_after(hit.ruleset)
    return all(head(claim, hit.ruleset) or noun.match(text, place + 1) for place, claim in hit.places("parts"))


def _compared(
    hit: Hit, total: tuple[Claim, Quantity], parts: Sequence[Claim], values: Sequence[Quantity]
) -> Slip | None:
    """The mismatch of parts and total, an error where neither rounding nor an overlap of the parts can explain it."""
    claim, whole = total
    pairs = list(zip(parts, values, strict=True))
    if meet(_added([stated(*pair) for pair in pairs]), stated(claim, whole)):
        return None
    certain = not meet(_added([widest(*pair) for pair in pairs]), widest(claim, whole))
    added = sum((value.number or Decimal(0) for value in values), Decimal(0))
    kinship = _kinship(hit, claim, parts)
    if kinship == "none" and not _is_near(added, whole, values):
        return None
    if hit.match.groupdict().get("comma") and not (kinship == "sure" and _names_persons(hit, (claim, *parts))):
        return None  # "14 people, 8 horses and 3 dogs" is a list of three
    severity = Severity.error if certain and kinship == "sure" else Severity.warning
    shown = " + ".join(plain(value.number or Decimal(0)) for value in values)
    message = f"{shown} = {plain(added)}, not {plain(whole.number or Decimal(0))}"
    return Slip(claim, severity, message, tuple(parts))


def _added(spans: Sequence[tuple[Decimal | None, Decimal | None]]) -> tuple[Decimal | None, Decimal | None]:
    lows, highs = [low for low, _ in spans], [high for _, high in spans]
    return (
        None if None in lows else sum((low for low in lows if low is not None), Decimal(0)),
        None if None in highs else sum((high for high in highs if high is not None), Decimal(0)),
    )


def _is_near(added: Decimal, whole: Quantity, values: Sequence[Quantity]) -> bool:
    """Whether the sum misses the total by so little that the list must be one of its parts."""
    number = whole.number or Decimal(0)
    largest = max(value.number or Decimal(0) for value in values)
    return largest < number and abs(added - number) <= max(Decimal(1), number * _NEAR)


def _kinship(hit: Hit, total: Claim, parts: Sequence[Claim]) -> str:
    """How surely the list names parts of the total: "sure", "likely" where parts may overlap, or "none"."""
    if total.kind not in _COUNTED:
        return "sure"
    if _do_not_overlap(hit):
        return "sure"
    nouns = [_last_word(part) for part in parts]
    heads = {head(part, hit.ruleset) for part in parts} - {None, head(total, hit.ruleset)}
    if head(total, hit.ruleset) is None:  # "30 swans and 45 geese, 75 in all"
        return "sure" if len(heads) < 2 else "likely"
    if not heads:
        return "sure" if len(set(nouns)) == 1 else "likely"
    persons = hit.ruleset.words("person_noun")
    if all(not noun or noun in persons for noun in (*nouns, _last_word(total))):
        return "likely"
    drawn = hit.match.groupdict()
    return "likely" if "drawn" in drawn and not drawn["drawn"] else "none"  # "30 swans and 45 geese, 75 birds in all"


def _do_not_overlap(hit: Hit) -> bool:
    """Whether the parts are mutually exclusive kinds of persons: men and women, dead and injured."""
    words = [_kind_word(hit, place, part) for place, part in hit.places("parts")]
    kinds = {hit.ruleset.words("exclusive").get(word) for word in words}
    return len(kinds) == 1 and None not in kinds and len(set(words)) == len(words)


def _kind_word(hit: Hit, place: int, part: Claim) -> str:
    """The word that says what was counted: the noun, or the predicate after the figure ("12 were women")."""
    exclusive = hit.ruleset.words("exclusive")
    noun = _last_word(part)
    if noun in exclusive:
        return noun
    after = _predicate(hit.ruleset).match(hit.outline.text, place + 1)
    return after[1].lower() if after and after[1].lower() in exclusive else noun


def _names_persons(hit: Hit, claims: Sequence[Claim]) -> bool:
    """Whether each claim has its own noun for the persons it counts, instead of words after it."""
    persons, exclusive = hit.ruleset.words("person_noun"), hit.ruleset.words("exclusive")
    nouns = [_last_word(claim) for claim in claims]
    return nouns[0] in persons and all(noun in exclusive for noun in nouns[1:])


def _last_word(claim: Claim) -> str:
    value = claim.value
    noun = value.noun if isinstance(value, Quantity) else None
    return noun.split()[-1].lower() if noun else ""


def split_of_total(hit: Hit) -> Slip | None:
    """ "Of the 640 pupils, 410 are girls and 260 are boys": exclusive parts that add up to more than the total."""
    slip = parts_and_total(hit)
    total, parts = hit.claim("total"), hit.claims("parts")
    if slip is None or total is None or not _do_not_overlap(hit):
        return None
    whole, values = quantity(total), [quantity(part) for part in parts]
    added = sum((value.number for value in values if value is not None and value.number is not None), Decimal(0))
    # A sum below the total leaves room for a third kind; a sum above it is always wrong.
    return slip if whole is not None and whole.number is not None and added > whole.number else None


def part_above_total(hit: Hit) -> Slip | None:
    """ "12 people, including 15 children", "15 of the 12 seats": a part greater than its whole."""
    total, part = hit.claim("total"), hit.claim("part")
    if total is None or part is None:
        return None
    whole, value = quantity(total), quantity(part)
    if whole is None or value is None or whole.unit != value.unit or whole.number is None or value.number is None:
        return None
    if whole.unit is None and not _of_one_kind(hit, total, part):
        return None
    top, bottom = widest(total, whole)[1], widest(part, value)[0]
    if top is None or bottom is None or bottom <= top:
        return None
    message = f"{plain(value.number)} is more than the {plain(whole.number)} of which it is a part"
    return Slip(part, Severity.error, message, (total,))


def _of_one_kind(hit: Hit, total: Claim, part: Claim) -> bool:
    """Whether both count persons, or both have the same head noun, or the part has no noun of its own."""
    if total.kind not in _COUNTED or part.kind not in _COUNTED:
        return False
    persons, first, second = hit.ruleset.words("person_noun"), _last_word(total), _last_word(part)
    if first in persons and second in persons:
        return True
    return head(total, hit.ruleset) == head(part, hit.ruleset) if second else bool(first)
