"""One fact told twice in a document, with two values: only near misses of telling figures, ages and quotations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.consistency.context_words import context, kinds_of_event, names
from factcheck.consistency.display import Stretch, where_shown
from factcheck.consistency.figures import head, quantity
from factcheck.consistency.outline import Slip
from factcheck.kinds import room_of
from factcheck.model import Claim, Difference, Document, Quantity, Quotation, Severity
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

FIGURES = ("count", "money", "quantity", "percent")
_DIGITS = 3  # figures with fewer digits are alike by chance
_ALIKE = 0.6  # the share of the shorter sentence's telling words that the other must hold
_SHARED = 4
_MOST = 6  # claims under one key: more of them are a table
_SLIPS = frozenset((Difference.DIGITS_TRANSPOSED, Difference.ONE_DIGIT_CHANGED))
_SMALL = 3  # letters of a word that tells nothing
_HALF = 0.5  # the share of the other words that two quotations must have in common to be looked at
_MARKS = ".,;:!?…'\"“”‘’()[]"
_QUOTED = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_WORD = regex(r"[a-z]+")
_ALTERED = 2  # words changed, at most
_LONG_QUOTE = 5
_LONG_ENOUGH = 9  # words from which two quotations of the body are taken for one
_WHOLE = 0.85  # the share of the shorter one's words that must stand in the other
_BEARER = regex(r"((?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+),? \(?$")


def figures_twice(
    document: Document, claims: Sequence[Claim], stretches: Sequence[Stretch], ruleset: Ruleset
) -> Iterator[Slip]:
    """Long figures of one unit and noun, a digit apart, in two sentences that say the same."""
    keyed: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = claim.value
        if not isinstance(value, Quantity) or not value.number or len(claim.text) < _DIGITS:
            continue
        noun = head(claim, ruleset)
        if noun is None and value.unit is None:
            continue
        for key in _keys(value.number):
            keyed[claim.article, value.unit, noun, key].append(claim)
    seen: set[tuple[int, int]] = set()
    for group in keyed.values():
        if not 1 < len(group) <= _MOST:
            continue
        for first, second in combinations(sorted(group, key=lambda claim: claim.start), 2):
            if (first.start, second.start) not in seen and first.sentence != second.sentence:
                seen.add((first.start, second.start))
                if where_shown(first, stretches) or where_shown(second, stretches):
                    continue  # told as a headline's
                if slip := _told_twice(first, second, document, ruleset):
                    yield slip


def _keys(number: Decimal) -> Iterator[Hashable]:
    """Under which a figure meets those that differ from it in one digit, or hold its digits in another order."""
    _, digits, exponent = abs(number).normalize().as_tuple()
    if len(digits) < _DIGITS:
        return
    yield "order", tuple(sorted(digits)), exponent
    for place in range(len(digits)):
        yield place, digits[:place], digits[place + 1 :], exponent


def _told_twice(first: Claim, second: Claim, document: Document, ruleset: Ruleset) -> Slip | None:
    found = room_of(first.kind).compare(first.value, second.value, ruleset)
    if found.relation != "different" or found.difference not in _SLIPS:
        return None
    one, two = context(document, first, ruleset), context(document, second, ruleset)
    shared = len(one & two)
    if shared < _SHARED or shared < _ALIKE * min(len(one), len(two)):
        return None
    apart = names(document, first) ^ names(document, second)
    if apart & names(document, first) and apart & names(document, second):
        return None
    events = kinds_of_event(document, first, ruleset), kinds_of_event(document, second, ruleset)
    if events[0] and events[1] and events[0].isdisjoint(events[1]):
        return None
    if _other_moment(first, second, document, ruleset):
        return None
    message = f"{found.wording}: “{first.text}” above, “{second.text}” here, in two sentences that say the same"
    return Slip(second, Severity.warning, message, (first,))


def _other_moment(first: Claim, second: Claim, document: Document, ruleset: Ruleset) -> bool:
    """Whether either sentence speaks of two moments, or of a figure that moved."""
    words = ruleset.words("other_moment")
    for claim in (first, second):
        text = document.text[claim.sentence.start : claim.sentence.end].lower()
        if not set(_WORD.findall(text)).isdisjoint(words):
            return True
    return False


def ages_twice(document: Document, claims: Sequence[Claim]) -> Iterator[Slip]:
    """One person of two ages: "Jane Roe, 45" and later "Jane Roe, 54"."""
    known: dict[tuple[int, str], Claim] = {}
    for claim in claims:
        value = quantity(claim) if claim.kind == "age" else None
        if value is None or value.number is None or value.hedge:
            continue
        found = _BEARER.search(document.text[max(0, claim.start - 60) : claim.start])
        if found is None:
            continue
        first = known.setdefault((claim.article, found[1]), claim)
        before = first.value
        if isinstance(before, Quantity) and before.number != value.number:
            message = f"{found[1]} is {value.number} here, {before.number} above"
            yield Slip(claim, Severity.warning, message, (first,))


def quotations_twice(
    claims: Sequence[Claim], stretches: Sequence[Stretch], ruleset: Ruleset
) -> Iterator[tuple[str, Slip]]:
    """Quotations of one article that differ in a word or two, each with "display" or "body" for where it stands."""
    posted: dict[tuple[int, str], list[int]] = defaultdict(list)
    quotes: list[tuple[Claim, int]] = []
    if len(claims) < 2:
        return
    for claim in claims:
        value = claim.value
        if not isinstance(value, Quotation) or value.quote.count(" ") < _LONG_QUOTE - 1:
            continue
        words = {word.strip(_MARKS) for word in value.quote.lower().split() if len(word) > _SMALL}
        shared: Counter[int] = Counter()
        for word in words:
            before = posted[claim.article, word]
            if before:
                shared.update(before)
            if len(before) < _MOST:
                before.append(len(quotes))
        quotes.append((claim, len(words)))
        for place in sorted(shared):
            first, size = quotes[place]
            if 1 < shared[place] >= _HALF * min(size, len(words)) and (
                slip := _altered(first, claim, stretches, ruleset)
            ):
                yield slip


def _altered(first: Claim, second: Claim, stretches: Sequence[Stretch], ruleset: Ruleset) -> tuple[str, Slip] | None:
    found = room_of("quote").compare(first.value, second.value, ruleset)
    if found.relation != "different" or found.difference is not Difference.WORDS_CHANGED or found.size > _ALTERED:
        return None
    shown = where_shown(first, stretches) or where_shown(second, stretches)
    words = [
        _QUOTED.findall(value.quote.lower()) for value in (first.value, second.value) if isinstance(value, Quotation)
    ]
    short, long = sorted(words, key=len)
    if sum(word in long for word in short) < (len(short) - 1 if shown else _WHOLE * len(short)):
        return None
    if shown is None and (len(short) < _LONG_ENOUGH or found.size != 1):
        return None
    if shown is not None:
        claim, other = (first, second) if where_shown(first, stretches) else (second, first)
        return "display", Slip(claim, Severity.warning, f"{found.wording} in the {shown}: {found.reason}", (other,))
    return "body", Slip(
        second, Severity.warning, f"{found.wording} from the same words above: {found.reason}", (first,)
    )
