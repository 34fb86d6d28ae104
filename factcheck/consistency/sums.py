"""Parts and their total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from factcheck.consistency.figures import head, meet, quantity, stated, widest
from factcheck.consistency.outline import Hit, Slip
from factcheck.kinds.quantity.compare import plain
from factcheck.model import Claim, Quantity, Severity
from factcheck.regex_cache import regex

_WORD_BEHIND = regex(r"\s*-?\s?(?!and\b|or\b)[a-z]")
_GOES_ON = regex(r"(?:,\s*)?(?:and|plus|with|along)\b")
_SAID_OF = regex(r"\s(?:(?:of\sthem|were|was|are|is|have\sbeen|had\sbeen|being)\s){0,2}([a-z]+)", re.IGNORECASE)
_WORD = regex(r"[a-z]+")
_COUNTED = ("count", "number")
_NEAR = Decimal("0.1")


def parts_and_total(hit: Hit) -> Slip | None:
    """ "1,200 people: 700 men and 600 women": the parts of a list that is meant to be whole."""
    total, parts = hit.claim("total"), hit.claims("parts")
    if total is None or len(parts) < 2:
        return None
    whole, values = quantity(total), [quantity(part) for part in parts]
    found = [value for value in values if value is not None and value.number is not None]
    if whole is None or whole.number is None or len(found) < len(parts):
        return None
    if {value.unit for value in found} != {whole.unit} or "ratio" in (part.kind for part in parts):
        return None
    if _is_open(hit) or (whole.unit is None and not _all_say_what(hit)):
        return None
    return _judged(hit, (total, whole), parts, found)


def _is_open(hit: Hit) -> bool:
    """Whether the list says that it is not whole, or counts one thing more in words."""
    words = set(_WORD.findall(hit.words(hit.match.start(), hit.match.end())))
    return _GOES_ON.match(hit.word("rest")) is not None or not words.isdisjoint(hit.ruleset.words("open_list"))


def _all_say_what(hit: Hit) -> bool:
    """Whether each part has a noun or words behind it: "four from Spain", not the bare figures of "7, 8 and 9"."""
    text = hit.outline.text
    return all(head(claim, hit.ruleset) or _WORD_BEHIND.match(text, place + 1) for place, claim in hit.places("parts"))


def _judged(hit: Hit, total: tuple[Claim, Quantity], parts: Sequence[Claim], values: Sequence[Quantity]) -> Slip | None:
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
    """Whether the sum misses by so little that the list must be one of parts."""
    number = whole.number or Decimal(0)
    largest = max(value.number or Decimal(0) for value in values)
    return largest < number and abs(added - number) <= max(Decimal(1), number * _NEAR)


def _kinship(hit: Hit, total: Claim, parts: Sequence[Claim]) -> str:
    """ "sure" where the parts are of the total's kind and cannot overlap, "likely" where they may, else "none"."""
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
    """Whether the parts are kinds of persons of which nobody is of two: men and women, dead and injured."""
    words = [_kind_word(hit, place, part) for place, part in hit.places("parts")]
    kinds = {hit.ruleset.words("exclusive").get(word) for word in words}
    return len(kinds) == 1 and None not in kinds and len(set(words)) == len(words)


def _kind_word(hit: Hit, place: int, part: Claim) -> str:
    """The word that says what was counted: the noun, or what is said of it ("12 were women")."""
    exclusive = hit.ruleset.words("exclusive")
    noun = _last_word(part)
    if noun in exclusive:
        return noun
    behind = _SAID_OF.match(hit.outline.text, place + 1)
    return behind[1].lower() if behind and behind[1].lower() in exclusive else noun


def _names_persons(hit: Hit, claims: Sequence[Claim]) -> bool:
    """Whether each claim says itself, and not only the words behind it, what persons it counts."""
    persons, exclusive = hit.ruleset.words("person_noun"), hit.ruleset.words("exclusive")
    nouns = [_last_word(claim) for claim in claims]
    return nouns[0] in persons and all(noun in exclusive for noun in nouns[1:])


def _last_word(claim: Claim) -> str:
    value = claim.value
    noun = value.noun if isinstance(value, Quantity) else None
    return noun.split()[-1].lower() if noun else ""


def split_of_total(hit: Hit) -> Slip | None:
    """ "Of the 640 pupils, 410 are girls and 260 are boys": nobody is both, and together they are more."""
    slip = parts_and_total(hit)
    total, parts = hit.claim("total"), hit.claims("parts")
    if slip is None or total is None or not _do_not_overlap(hit):
        return None
    whole, values = quantity(total), [quantity(part) for part in parts]
    added = sum((value.number for value in values if value is not None and value.number is not None), Decimal(0))
    # The rest may be of a third kind; a surplus cannot.
    return slip if whole is not None and whole.number is not None and added > whole.number else None


def part_above_total(hit: Hit) -> Slip | None:
    """ "12 people, including 15 children", "15 of the 12 seats": a part is no more than its whole."""
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
    """Whether both count persons, or both the same noun, or the part names none of its own."""
    if total.kind not in _COUNTED or part.kind not in _COUNTED:
        return False
    persons, first, second = hit.ruleset.words("person_noun"), _last_word(total), _last_word(part)
    if first in persons and second in persons:
        return True
    return head(total, hit.ruleset) == head(part, hit.ruleset) if second else bool(first)
