"""Which unlike counts of one event are steps of a course: how many were arrested or without power by then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from factcheck.align.slots import SlotRelation, slots_of
from factcheck.align.topic import Topic, family
from factcheck.model import Claim, Document, Quantity
from factcheck.state.lexicon import Lexicon, lexicon_of
from factcheck.text.folding import fold
from factcheck.text.tokens import TokenKind

_LATER = timedelta(hours=2)  # between two reports, from which the later one may know of more
_WEEK = timedelta(days=7)
_MOST_VALUES = 12  # values of one act that are compared each with each
_NEWS = 4  # days within which reports follow one course
_COUNTED = ("count", "number")


def are_steps(a: Topic, b: Topic) -> bool:
    """Whether two unlike counts are one fact that went on: of one act that adds up and one kind of thing, the later one
    the higher, and each the only such count of its report.
    """
    if a.family != "number" or b.family != "number" or a.claim.document == b.claim.document:
        return False
    if a.event_cluster != b.event_cluster or not _number(a.claim) or not _number(b.claim):
        return False
    order = order_of(a.vocabulary.document(a.claim.document), b.vocabulary.document(b.claim.document))
    if order is None:
        return False
    early, late = (a, b) if order else (b, a)
    if not 1 < _number(early.claim) < _number(late.claim) or not acts_in_common(early, late):
        return False
    if any(map(_counts_some, (early, late))) or not _are_of_one_kind(early, late):
        return False
    here, there = (each.vocabulary.reader(each.claim.document).place_beside(each.claim) for each in (early, late))
    if here is not None and there is not None and here != there:
        return False
    if not (_is_alone(early) and _is_alone(late)):
        return False
    loose = (*_LOOSE, _STATE) if _CUT_OFF in acts_in_common(early, late) else _LOOSE
    return all(each.name in loose for each in slots_of(early, late).conflicts)


_LOOSE = ("measure", "event", "bearer")  # the kind of thing and the act are compared by themselves
_STATE = "state"  # "without power"


def step_pairs(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of unlike counts of one act of one event, each of two documents; a few of each, so that they grow with the
    counts.
    """
    found: dict[tuple[int, str], dict[str, Topic]] = defaultdict(dict)
    for topic in topics:
        if topic.family != "number" or not _number(topic.claim):
            continue
        for act in sorted(acts_of(topic.claim, topic)):
            others = found[topic.event_cluster, act]
            yield from ((earlier, topic) for key, earlier in others.items() if key != topic.key)
            if len(others) < _MOST_VALUES:
                others.setdefault(topic.key, topic)


def order_of(one: Document, two: Document) -> bool | None:
    """Whether the first of two documents is the earlier one; None where it is not known, or hours make no difference.

    Times of day are compared where both state them in the same way.
    """
    if one.anchor is None or two.anchor is None or abs((one.anchor - two.anchor).days) > _NEWS:
        return None
    first, second = one.published_at, two.published_at
    if first is not None and second is not None and (first.tzinfo is None) == (second.tzinfo is None):
        return _before(first, second)
    return None if one.anchor == two.anchor else one.anchor < two.anchor


def _before(first: datetime, second: datetime) -> bool | None:
    return None if abs(second - first) < _LATER else first < second


def acts_in_common(a: Topic, b: Topic) -> frozenset[str]:
    """The acts that add up which are told of what two figures count."""
    return acts_of(a.claim, a) & acts_of(b.claim, b)


def acts_of(claim: Claim, topic: Topic) -> frozenset[str]:
    """The acts that add up which a figure of the topic's document counts: arrests, evacuations."""
    lexicon = lexicon_of(topic.vocabulary.ruleset)
    event = topic.vocabulary.core(claim).event
    found = frozenset(event.concepts) if event is not None else frozenset()
    if not found <= lexicon.accumulating:
        found = frozenset()  # "left two missing": a verb of many senses
    noun = getattr(claim.value, "noun", None)
    act = lexicon.act(fold(noun.split()[-1])) if noun else None
    if act is not None and act in lexicon.accumulating:
        found = frozenset((act,))  # "made 12 arrests"
    return found | {_CUT_OFF} if _is_cut_off(claim, topic, lexicon) else found


_CUT_OFF = "cut off"


def _is_cut_off(claim: Claim, topic: Topic, lexicon: Lexicon) -> bool:
    """Whether a sentence says of a count of homes that they have no power or water."""
    if not _homes(claim, topic, lexicon):
        return False
    tokens, sentence = topic.vocabulary.tokens(claim.document), claim.sentence
    words = [tokens.forms[index] for index in tokens.between(sentence.start, sentence.end)]
    folded = [form.folded for form in words if form.kind is TokenKind.WORD]
    return any(
        (word in lexicon.supplies and not lexicon.lacking.isdisjoint(folded[max(0, at - _LACK) : at + _LACK + 1]))
        or word in lexicon.outages
        for at, word in enumerate(folded)
    )


_LACK = 2  # words around "power" in which "without", "no", "cutting", "out" stands


def _homes(claim: Claim, topic: Topic, lexicon: Lexicon) -> bool:
    """Whether a figure counts those who are supplied: homes, households, customers, people."""
    measure = topic.vocabulary.core(claim).measure
    if measure is None:
        return False
    return any(each in lexicon.supplied or lexicon.is_person(each) for each in measure.concepts)


def _are_of_one_kind(a: Topic, b: Topic) -> bool:
    """Whether two figures count one kind of thing; homes without power are told as households and as customers."""
    acts = acts_in_common(a, b)
    if _CUT_OFF in acts:
        return True
    one, two = a.core.measure, b.core.measure
    lexicon = lexicon_of(a.vocabulary.ruleset)
    nouns = [fold(noun.split()[-1]) if (noun := getattr(each.claim.value, "noun", None)) else "" for each in (a, b)]
    if any(lexicon.act(noun) in acts for noun in nouns):  # "12 arrests", "31 people arrested"
        return all(
            lexicon.act(noun) in acts or any(map(lexicon.is_person, lexicon.noun_classes[noun])) for noun in nouns
        )
    if one is None or two is None or set(one.concepts).isdisjoint(two.concepts):
        return False
    return slots_of(a, b).of("measure") is not SlotRelation.CONFLICTING


def _is_alone(topic: Topic) -> bool:
    """Whether no other figure of the topic's document is told of such an act: which of two went on cannot be known."""
    acts = acts_of(topic.claim, topic)
    if _is_past(topic.claim, topic):
        return False
    others = (
        each
        for each in topic.vocabulary.claims_of(topic.claim.document)
        if each.kind in _COUNTED and family(each) == topic.family and _number(each) not in (0, _number(topic.claim))
    )
    return not any(acts_of(each, topic) & acts and not _is_past(each, topic) for each in others)


def _is_past(claim: Claim, topic: Topic) -> bool:
    """Whether the only date of a claim's sentence is that of an earlier event: "Storm Hugo, in December, left …"."""
    beside, told = topic.vocabulary.only_date(claim), topic.vocabulary.anchor(claim.document)
    if beside is None or told is None or len(beside.concepts) == 1:
        return False
    return date.fromisoformat(beside.concepts[1]) < told - _WEEK


def _counts_some(topic: Topic) -> bool:
    """Whether a figure counts some only, or those of before: "12 more arrests", "four prior arrests"."""
    extent, lexicon = topic.statement.extent, lexicon_of(topic.vocabulary.ruleset)
    if topic.features.part or (extent is not None and not _PARTS.isdisjoint(extent.concepts)):
        return True
    return any(fold(word) in lexicon.earlier_words for word in topic.claim.text.split())


_PARTS = frozenset(("part", "addition", "each", "average"))


def _number(claim: Claim) -> Decimal:
    value = claim.value
    if claim.kind not in _COUNTED or not isinstance(value, Quantity) or value.number is None or value.unit is not None:
        return Decimal(0)
    return value.number
