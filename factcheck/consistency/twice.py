"""One fact stated twice in a document with different values: near misses of long figures, ages, and quotations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.consistency.context_words import context, kinds_of_event, names
from factcheck.consistency.display import DisplaySpan, where_shown
from factcheck.consistency.figures import head, quantity
from factcheck.consistency.outline import Slip
from factcheck.kinds import room_of
from factcheck.model import SENSE_CUT, Claim, Difference, Document, Quantity, Quotation, Severity
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

FIGURES = ("count", "money", "quantity", "percent")
_MIN_DIGITS = 3  # significant digits; figures with fewer resemble each other by chance
_ALIKE = 0.6  # share of the shorter sentence's content words that the other must contain
_MIN_SHARED = 4  # content words that both sentences must contain
_MAX_GROUP = 6  # claims under one key; more of them are a table
_SLIPS = frozenset((Difference.DIGITS_TRANSPOSED, Difference.ONE_DIGIT_CHANGED))
_SHORT_WORD = 3  # letters; words up to this length are not compared
_CANDIDATE_SHARE = 0.5  # share of the longer words that two quotations must share to be compared
_MARKS = ".,;:!?…'\"“”‘’()[]"
_QUOTED = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_WORD = regex(r"[a-z]+")
_CHANGED = SENSE_CUT | {Difference.WORDS_CHANGED}
_MAX_CHANGED = 2  # words; quotations that differ in more are different quotations
_MIN_QUOTE = 5  # words of a quotation that is compared; shorter ones resemble each other by chance
_MIN_BODY_QUOTE = 9  # words; shorter quotations of the body may repeat a phrase on purpose
_SAME_QUOTE = 0.85  # share of the shorter quotation's words that the longer one must contain
_PERSON_BEFORE = regex(r"((?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+),? \(?$")
_NAME_BEFORE = 60  # code points before an age in which the person's name ends


def figures_twice(
    document: Document, claims: Sequence[Claim], spans: Sequence[DisplaySpan], ruleset: Ruleset
) -> Iterator[Slip]:
    """Figures of one unit and head noun that differ in one digit or in their order, in two similar sentences."""
    keyed: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = claim.value
        if not isinstance(value, Quantity) or not value.number or len(claim.text) < _MIN_DIGITS:
            continue
        noun = head(claim, ruleset)
        if noun is None and value.unit is None:
            continue
        for key in _keys(value.number):
            keyed[claim.article, value.unit, noun, key].append(claim)
    seen: set[tuple[int, int]] = set()
    for group in keyed.values():
        if not 1 < len(group) <= _MAX_GROUP:
            continue
        for first, second in combinations(sorted(group, key=lambda claim: claim.start), 2):
            if (first.start, second.start) not in seen and first.sentence != second.sentence:
                seen.add((first.start, second.start))
                if where_shown(first, spans) or where_shown(second, spans):
                    continue  # reported as a mismatch of the headline or caption
                if slip := _contradiction(first, second, document, ruleset):
                    yield slip


def _keys(number: Decimal) -> Iterator[Hashable]:
    """Keys that a figure shares with figures that differ in one digit or have the same digits in another order.

    No keys for a figure with too few significant digits.
    """
    _, digits, exponent = abs(number).normalize().as_tuple()
    if len(digits) < _MIN_DIGITS:
        return
    yield "order", tuple(sorted(digits)), exponent
    for place in range(len(digits)):
        yield place, digits[:place], digits[place + 1 :], exponent


def _contradiction(first: Claim, second: Claim, document: Document, ruleset: Ruleset) -> Slip | None:
    found = room_of(first.kind).compare(first.value, second.value, ruleset)
    if found.relation != "different" or found.difference not in _SLIPS:
        return None
    one, two = context(document, first, ruleset), context(document, second, ruleset)
    shared = len(one & two)
    if shared < _MIN_SHARED or shared < _ALIKE * min(len(one), len(two)):
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
    """Whether either sentence compares two times, or states a figure that changed."""
    words = ruleset.words("other_moment")
    for claim in (first, second):
        text = document.text[claim.sentence.start : claim.sentence.end].lower()
        if not set(_WORD.findall(text)).isdisjoint(words):
            return True
    return False


def ages_twice(document: Document, claims: Sequence[Claim]) -> Iterator[Slip]:
    """One person with two ages: "Jane Roe, 45" and later "Jane Roe, 54"."""
    known: dict[tuple[int, str], Claim] = {}
    for claim in claims:
        value = quantity(claim) if claim.kind == "age" else None
        if value is None or value.number is None or value.hedge:
            continue
        found = _PERSON_BEFORE.search(document.text[max(0, claim.start - _NAME_BEFORE) : claim.start])
        if found is None:
            continue
        first = known.setdefault((claim.article, found[1]), claim)
        before = first.value
        if isinstance(before, Quantity) and before.number != value.number:
            message = f"{found[1]} is {value.number} here, {before.number} above"
            yield Slip(claim, Severity.warning, message, (first,))


def quotations_twice(
    claims: Sequence[Claim], spans: Sequence[DisplaySpan], ruleset: Ruleset
) -> Iterator[tuple[str, Slip]]:
    """Quotations of one article that differ in a word or two, each with "display" or "body" for where it occurs."""
    by_word: dict[tuple[int, str], list[int]] = defaultdict(list)
    quotes: list[tuple[Claim, int]] = []
    if len(claims) < 2:
        return
    for claim in claims:
        value = claim.value
        if not isinstance(value, Quotation) or value.quote.count(" ") < _MIN_QUOTE - 1:
            continue
        words = {word.strip(_MARKS) for word in value.quote.lower().split() if len(word) > _SHORT_WORD}
        shared: Counter[int] = Counter()
        for word in words:
            before = by_word[claim.article, word]
            if before:
                shared.update(before)
            if len(before) < _MAX_GROUP:
                before.append(len(quotes))
        quotes.append((claim, len(words)))
        for place in sorted(shared):
            first, size = quotes[place]
            if 1 < shared[place] >= _CANDIDATE_SHARE * min(size, len(words)) and (
                slip := _altered(first, claim, spans, ruleset)
            ):
                yield slip


def _altered(first: Claim, second: Claim, spans: Sequence[DisplaySpan], ruleset: Ruleset) -> tuple[str, Slip] | None:
    found = room_of("quote").compare(first.value, second.value, ruleset)
    if found.relation != "different" or found.difference not in _CHANGED or found.size > _MAX_CHANGED:
        return None
    shown = where_shown(first, spans) or where_shown(second, spans)
    words = [
        _QUOTED.findall(value.quote.lower()) for value in (first.value, second.value) if isinstance(value, Quotation)
    ]
    short, long = sorted(words, key=len)
    if sum(word in long for word in short) < (len(short) - 1 if shown else _SAME_QUOTE * len(short)):
        return None
    if shown is None and (len(short) < _MIN_BODY_QUOTE or found.size != 1):
        return None
    if shown is not None:
        claim, other = (first, second) if where_shown(first, spans) else (second, first)
        return "display", Slip(claim, Severity.warning, f"{found.wording} in the {shown}: {found.reason}", (other,))
    return "body", Slip(
        second, Severity.warning, f"{found.wording} from the same words above: {found.reason}", (first,)
    )
