"""What a source implies: a sum, a difference, a percent change, a share or a ratio of two of its figures, a span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from msgspec import Struct

from factcheck.align.score import one_sentence, topic_score
from factcheck.align.slots import SlotComparisons, SlotRelation, core_slots_of, near_copies
from factcheck.align.topic import Topic
from factcheck.kinds.quantity.compare import plain, shown
from factcheck.kinds.timex.compare import compare as compare_times
from factcheck.model import Quantity, TimeExpression
from factcheck.ruleset import Ruleset
from factcheck.state.lexicon import Tag, lexicon_of
from factcheck.text.folding import fold

_MOST = 8  # figures of one sentence that are paired
_FEW = 12  # persons
_NEAR_RATIO = Decimal("0.05")  # "twice" is two times give or take this share
_OF_ONE_MEASURE = 0.5  # of the least score, where both operands measure what the draft does
_NOUGHT = Decimal(0)
_HUNDRED = Decimal(100)
_ADDED = ("money", "count", "number", "quantity")  # kinds that are summed
_SAME, _CONFLICTING = SlotRelation.SAME, SlotRelation.CONFLICTING
_UP, _DOWN, _BEFORE = "change_up", "change_down", "level_before"


class Implied(Struct, frozen=True):
    """A value that two claims of one sentence give together, and the reckoning as one line."""

    by: tuple[Topic, Topic]
    reason: str


def pairs(topics: Iterable[Topic]) -> tuple[tuple[Topic, Topic], ...]:
    """Every two figures of one unit, and every two dates, that one sentence gives, in both orders."""
    sentences: dict[tuple[str, int], list[Topic]] = {}
    for topic in topics:
        if _is_plain(topic) or _is_dated(topic):
            sentences.setdefault((topic.claim.document, topic.claim.sentence.start), []).append(topic)
    return tuple(
        pair
        for members in sentences.values()
        if len(members) > 1
        for pair in permutations(members[:_MOST], 2)
        if _may_be_paired(*pair)
    )


def implied(topic: Topic, pairs: Sequence[tuple[Topic, Topic]], least: float, ruleset: Ruleset) -> Implied | None:
    """The two claims of a source that give a draft's value together; the nearest in topic, at least `least` near.

    Both must be of what the draft's claim is of: two figures of other things give any third one by chance.
    """
    best: tuple[float, Implied] | None = None
    for first, second in pairs:
        reason = _reckoned(topic, first, second, ruleset)
        if reason is None or not _are_of_the_same(topic, first, second):
            continue
        score = max(topic_score(topic, first), topic_score(topic, second))
        alike = all(_counts_the_same(topic, each, core_slots_of(topic, each)) for each in (first, second))
        needed = least * _OF_ONE_MEASURE if alike else least
        near = score >= needed or _are_of_one_happening(topic, first)
        if near and (best is None or score > best[0]):
            best = score, Implied((first, second), reason)
    return best[1] if best else None


def _are_of_one_happening(topic: Topic, operand: Topic) -> bool:
    """Whether two claims tell of one happening to one bearer, in however few common words."""
    found = core_slots_of(topic, operand)
    return found.of("bearer") is _SAME and found.of("event") is _SAME


def reckoned_beside(topic: Topic, beside: Sequence[Topic], ruleset: Ruleset) -> Iterator[Implied]:
    """The pairs of figures of a draft's own sentence that give a share or a change which it states beside them."""
    if topic.claim.kind not in ("percent", "ratio"):
        return
    figures = [each for each in beside if each is not topic and _is_plain(each)]
    for a, b in permutations(figures[:_MOST], 2):
        if not _leads_to(a, b, topic):
            continue
        if _may_be_paired(a, b) and (reason := _reckoned(topic, a, b, ruleset)) is not None:
            yield Implied((a, b), reason)


def _leads_to(a: Topic, b: Topic, share: Topic) -> bool:
    """Whether a share stands behind two figures, and nothing is joined to them before it.

    In "sales sank 12 percent, and the unit will cut 230 of 1,900 posts" it is of something else.
    """
    last = max(a.claim.end, b.claim.end)
    if last > share.claim.start:
        return False
    tokens = share.vocabulary.tokens(share.claim.document)
    lexicon = lexicon_of(share.vocabulary.ruleset)
    between = (tokens.forms[index].folded for index in tokens.between(last, share.claim.start))
    return all(word in lexicon.alternatives or lexicon.closed.get(word) is not Tag.COORDINATOR for word in between)


def _is_plain(topic: Topic) -> bool:
    """Whether a claim is a figure that may be reckoned with: no range, no bound, no estimate."""
    value = topic.claim.value
    return isinstance(value, Quantity) and value.number is not None and value.bound is None and value.held is None


def _is_dated(topic: Topic) -> bool:
    value = topic.value
    return isinstance(value, TimeExpression) and value.type == "DATE" and value.first is not None


def _may_be_paired(a: Topic, b: Topic) -> bool:
    if a.family != b.family or a.key == b.key:
        return False
    one, two = a.claim.value, b.claim.value
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        alike = a.head is None or b.head is None or a.head == b.head
        return one.unit == two.unit and (alike or (_counts_persons(a) and _counts_persons(b)))
    return True


def _counts_persons(topic: Topic) -> bool:
    """Whether a figure counts persons of some kind: passengers, crew."""
    noun = topic.value.noun if isinstance(topic.value, Quantity) else None
    lexicon = lexicon_of(topic.vocabulary.ruleset)
    return noun is not None and any(lexicon.is_person(each) for each in lexicon.noun_classes[fold(noun.split()[-1])])


def _are_of_the_same(topic: Topic, a: Topic, b: Topic) -> bool:
    """Whether two figures or dates measure what a draft's claim does, of the same bearer, as far as the texts say."""
    one, two = core_slots_of(topic, a), core_slots_of(topic, b)
    for operand, found in ((a, one), (b, two)):
        if found.of("measure") is _CONFLICTING:
            return False
        if found.of("bearer") is _CONFLICTING and not _names_what_it_measures(operand, topic):
            return False
    if near_copies(topic, a):
        return True
    if topic.claim.kind in _ADDED and a.head != b.head and a.head is not None and b.head is not None:
        # 48 people on board: 44 passengers and four crew. A small sum of persons comes about by chance.
        number = getattr(topic.value, "number", None)
        return topic.head in topic.vocabulary.anyone and number is not None and number > _FEW
    if topic.claim.kind in _ADDED:
        return all(_counts_the_same(topic, each, found) for each, found in ((a, one), (b, two)))
    if isinstance(topic.value, TimeExpression):
        return any(found.of(name) is _SAME for found in (one, two) for name in ("bearer", "event"))
    return any(_counts_the_same(topic, each, found) for each, found in ((a, one), (b, two)))


def _counts_the_same(topic: Topic, operand: Topic, found: SlotComparisons) -> bool:
    """Whether an operand measures what a draft's claim does, or is of one happening with it."""
    if topic.head is not None and topic.head == operand.head:
        return True
    if _names_what_it_measures(topic, operand) or _names_what_it_measures(operand, topic):
        return True
    return found.of("measure") is _SAME or (found.of("event") is _SAME and found.of("bearer") is not _CONFLICTING)


def _names_what_it_measures(a: Topic, b: Topic) -> bool:
    """Whether what one figure measures is the bearer of another that names no measure: "rents rose by half", "the rent
    went from 400 to 600 euros".
    """
    measure, bearer = a.core.measure, b.core.bearer
    if measure is None or bearer is None or b.core.measure is not None:
        return False
    return set(measure.concepts) <= set(bearer.concepts)


def _reckoned(topic: Topic, a: Topic, b: Topic, ruleset: Ruleset) -> str | None:
    """How `a` and `b` give the value of a draft's claim, in words."""
    value, one, two = topic.value, a.claim.value, b.claim.value
    if isinstance(value, TimeExpression):
        return _span(value, a, b, ruleset) if value.type == "DURATION" else None
    if not isinstance(value, Quantity) or not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return None
    added = value.unit == one.unit and topic.claim.kind in _ADDED
    for found, reason in _values(topic, a, b, added):
        if _fits(value, found, "count" if added else topic.claim.kind):
            return reason.format(shown(one), shown(two), plain(round(found, 2)))
    return None


def _values(topic: Topic, a: Topic, b: Topic, alike: bool) -> Iterator[tuple[Decimal, str]]:
    """What two figures give that a draft's claim may state, with the words for it."""
    x, y = (getattr(each.claim.value, "number", None) or _NOUGHT for each in (a, b))
    kind = topic.claim.kind
    if alike:
        if a.claim.start < b.claim.start and not _is_part(b):
            yield x + y, "{} and {} make {}"
        if x > y and not _is_anothers_rest(topic, a, b):
            yield x - y, "{} less {} is {}"
    elif kind == "percent" and x and y and a.claim.kind != "percent":
        way = _way(topic)
        if ((way == _UP and x < y) or (way == _DOWN and x > y)) and not _begins(b):
            yield abs(y - x) / abs(x) * _HUNDRED, "from {} to {} is a change of {} percent"
        if way is None and 0 < x < y:
            yield x / y * _HUNDRED, "{} of {} is {} percent"
    elif kind == "ratio" and y:
        yield x / y, "{} by {} is {}"
        way = _way(topic)
        # A fraction in words is loose, so the one must be said to have been the other before.
        if x and ((way == _UP and x < y) or (way == _DOWN and x > y)) and _was_before(a):
            yield abs(y - x) / abs(x), "from {} to {} is a change of {}"


def _is_anothers_rest(topic: Topic, whole: Topic, part: Topic) -> bool:
    """Whether a draft gives a bearer what is left when his own part is taken from a whole: of 45 seats, 21 are his."""
    if not topic.features.part or not one_sentence(whole, part):
        return False
    found = core_slots_of(topic, part)
    return found.of("bearer") is _SAME and found.of("event") is not _CONFLICTING


def _way(topic: Topic) -> str | None:
    """Whether a claim states how far something rose or fell; None where it states a level or a share."""
    change = topic.statement.change
    return next((each for each in change.concepts if each in (_UP, _DOWN)), None) if change is not None else None


def _begins(topic: Topic) -> bool:
    """Whether a figure is the one from which another rose or fell: "up from 100"."""
    before = topic.words_before[-1:]
    return bool(before) and before[0] in lexicon_of(topic.vocabulary.ruleset).start_words


def _was_before(topic: Topic) -> bool:
    """Whether a figure is said to be the one from which another rose or fell: "down from 80", "rose from 80"."""
    change = topic.statement.change
    return _begins(topic) or (change is not None and _BEFORE in change.concepts)


def _is_part(topic: Topic) -> bool:
    """Whether a figure counts some of a whole that is given beside it: "3 of them"."""
    return topic.features.part


def _fits(value: Quantity, found: Decimal, kind: str) -> bool:
    """Whether a reckoned value is what a claim states; shares and ratios are rounded as they are written."""
    if value.low is None or value.high is None or value.number is None:
        return False
    slack = Decimal(0)
    if value.bound is None and kind != "count":
        slack = abs(value.number) * _NEAR_RATIO
        if kind == "percent":
            slack = Decimal(1).scaleb(int(value.number.as_tuple().exponent)) / 2
    return value.low - slack <= found <= value.high + slack


def _span(value: TimeExpression, a: Topic, b: Topic, ruleset: Ruleset) -> str | None:
    """Whether a length is the time from one date to a later one, in the coarser of their grains."""
    one, two = a.value, b.value
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return None
    if one.first is None or two.first is None or one.first >= two.first:
        return None
    years = two.first.year - one.first.year
    if (one.timex or "").isdigit() or (two.timex or "").isdigit():
        length = f"P{years}Y"
    elif len(one.timex or "") == len("2018-06") or len(two.timex or "") == len("2018-06"):
        length = f"P{12 * years + two.first.month - one.first.month}M"
    else:
        length = f"P{(two.first - one.first).days}D"
    found = compare_times(value, TimeExpression(length, "DURATION"), ruleset)
    if found.relation not in ("same", "consistent"):
        return None
    return f"from “{a.claim.text}” to “{b.claim.text}”"
