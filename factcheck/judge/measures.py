"""Whether a source's figure that agrees with a draft's is of the same measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.align import Alignment, Topic, is_rare, one_sentence, rarity_of_value
from factcheck.align.bearers import Bearers, bearers
from factcheck.align.precision import is_figure, is_narrow, is_rounded_bound
from factcheck.align.slots import SlotComparisons, SlotRelation, core_slots_of, near_copies, slots_of
from factcheck.judge.everyday import is_everyday, is_pair
from factcheck.kinds.quantity.compare import as_percent
from factcheck.model import Difference, Quantity
from factcheck.state.lexicon import lexicon_of
from factcheck.text.folding import fold

_SAME, _CONFLICTING = SlotRelation.SAME, SlotRelation.CONFLICTING
_COUNTED = ("count", "number")
_COMPARABLE = 0.5  # share of an equal figure's score from which slots that are the same say more than the words around
_CORE = ("measure", "bearer", "event")
_CONTEXT = 0.3  # share of the context from which an equal telling figure is of one event, whatever its report tells
_TWO_FACTS = 2  # slots that conflict, so that an end of a range is of another matter: one may be misread
_ALIKE = (SlotRelation.SAME, SlotRelation.COMPATIBLE)
_BY_UNIT = ("quantity", "age")


def is_of_another_measure(
    each: Alignment, topic: Topic, alignments: Sequence[Alignment], taken: Mapping[int, Sequence[Topic]]
) -> bool:
    """Whether a figure that agrees with a draft's is surely of another measure.

    Words that are in no list may be other words for one thing: so what counts is that both measures are known to be
    two, or that the document has another figure for exactly what the draft measures.
    """
    if not isinstance(topic.value, Quantity) or not isinstance(each.topic.value, Quantity):
        return False
    found = slots_of(topic, each.topic)
    if _counts_acts_of(topic, each.topic) or _counts_acts_of(each.topic, topic):
        return False
    if found.of_other_accounts or found.of_other_fates or found.of_other_means:
        return True
    counted = topic.claim.kind in _COUNTED and each.topic.claim.kind in _COUNTED
    sums = _is_part_of_sum(topic, each.topic) or _is_part_of_sum(each.topic, topic)
    if counted and (sums or _is_part_of_many(found)):
        return True
    if _counts_what_stands_beside(each, topic, found):
        return True
    return any(
        _is_better(other, each, topic, found) or _is_in_the_words(other, each, topic, found, taken)
        for other in alignments
    )


def _is_in_the_words(
    other: Alignment, each: Alignment, topic: Topic, found: SlotComparisons, taken: Mapping[int, Sequence[Topic]]
) -> bool:
    """Whether the words of a draft's clause stand around another figure, that no claim of the draft has, and not around
    the equal one: "a van burnt out 40 kilometres away", where roads were checked for 40 kilometres around and the van
    found 14 kilometres away.
    """
    if topic.claim.kind not in _UNCOUNTED or other.comparison.relation != "different" or other.topic.order in taken:
        return False
    if other.score < each.score or not _is_of_one_unit(topic, other.topic) or found.agreement:
        return False
    more = _shared(topic.clause, other.topic.clause) - _shared(topic.clause, each.topic.clause)
    return more >= _CLEARLY and not any(slots_of(topic, other.topic).of(name) is _CONFLICTING for name in _OF_A_RIVAL)


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(min(weight, other[word]) for word, weight in one.items() if word in other)


def _is_of_one_unit(a: Topic, b: Topic) -> bool:
    return (
        a.claim.kind == b.claim.kind
        and isinstance(a.value, Quantity)
        and isinstance(b.value, Quantity)
        and a.value.unit == b.value.unit
    )


_UNCOUNTED = ("money", "percent", "quantity", "number")
_CLEARLY = 4.0  # weight of two words of middling rarity
_OF_A_RIVAL = ("measure", "bearer", "event", "change", "when")


def _is_part_of_many(found: SlotComparisons) -> bool:
    """Whether one figure counts some of a whole and the other what each of many has, or has on average."""
    extent = next(each for each in found.slots if each.name == "extent")
    sides = [set(slot.concepts) if slot is not None else set() for slot in (extent.one, extent.two)]
    return any("part" in one and not _SPREAD.isdisjoint(two) for one, two in (sides, reversed(sides)))


_SPREAD = frozenset(("each", "average"))


def _is_part_of_sum(total: Topic, part: Topic) -> bool:
    """Whether one figure is what all come to and the other counts some: "came to 900", "900 of the filings"."""
    event = total.core.event
    if event is None or _SUM not in event.concepts or total.features.part:
        return False
    return part.features.part


_SUM = "total"


def _counts_what_stands_beside(each: Alignment, topic: Topic, found: SlotComparisons) -> bool:
    """Whether a source's sentence names what the draft counts, and its equal figure counts another thing: "nine engines
    fought the fire, which killed several people" says nothing of nine people.
    """
    source = each.topic.value
    if topic.claim.kind not in _COUNTED or topic.head is None or each.topic.head in (None, topic.head):
        return False
    if is_pair(topic.claim) or not isinstance(source, Quantity) or _names(topic, source.noun or ""):
        return False
    counted = topic.core.measure
    if counted is None or found.of("measure") in _ALIKE or found.of("event") in _ALIKE:
        return False
    noun = each.topic.value.noun if isinstance(each.topic.value, Quantity) else None
    if noun and _names(topic, noun):
        return False
    return each.topic.vocabulary.names_beside(each.topic.claim, counted.concepts)


def _is_better(other: Alignment, each: Alignment, topic: Topic, found: SlotComparisons) -> bool:
    """Whether another figure of a document is of what the draft's is, and the equal one is of another noun or act."""
    if other.comparison.relation != "different" or other.topic.claim.document != each.topic.claim.document:
        return False
    if topic.family == "share":
        rival = slots_of(topic, other.topic)
        told = all(rival.of(name) is _SAME for name in ("bearer", "event"))
        happens = each.topic.core.event is not None and found.agreement == 0  # another act of another
        return told and happens and other.score >= each.score * _COMPARABLE
    # A figure without a noun ("22 Democrats, and 35 left") may count what the one before it counts.
    noun = each.topic.value.noun if isinstance(each.topic.value, Quantity) else None
    if other.score < each.score * _COMPARABLE or noun is None or topic.claim.kind not in _COUNTED:
        return False
    one = one_sentence(other.topic, each.topic)  # then one act may be told of both: it brought nine men and six boats
    if found.of("measure") in _ALIKE or (found.of("event") is _SAME and not one) or _names(topic, noun):
        return False
    rival = slots_of(topic, other.topic)
    if any(rival.of(name) is _CONFLICTING for name in _CORE):
        return False
    if rival.counts_a_fate:
        return True
    # A noun of what became of those counted ("12,929 cases") is no measure: it is read as the event.
    other_noun = found.of("measure") is _CONFLICTING or each.topic.core.measure is None
    return rival.of("measure") is _SAME and other_noun


def _names(topic: Topic, noun: str) -> bool:
    """Whether a draft may count what a source does.

    "10 delegates" may be its "10 delegate votes", and "12 aircraft" its 12 deliveries where the draft speaks of these.
    """
    words = [topic.vocabulary.language.concept[fold(word)] for word in noun.split()]
    return words[-1] in topic.sentence_concepts or topic.head in words


def _other_extents(found: SlotComparisons, topic: Topic) -> bool:
    """Whether both figures say how much of a whole they are, and not the same; "about" and "at least" do not say so."""
    extent = next(each for each in found.slots if each.name == "extent")
    if extent.relation is not _CONFLICTING or extent.one is None or extent.two is None:
        return False
    lenient = lexicon_of(topic.vocabulary.ruleset).lenient_extents
    return not lenient.issuperset(extent.one.concepts) and not lenient.issuperset(extent.two.concepts)


def is_told_in_other_words(each: Alignment, topic: Topic) -> bool:
    """Whether an equal figure is the draft's though the words around it are others.

    It must be no everyday figure; a slot must be the same and none conflict. As good as the same are "people" for
    "residents", and the unit of a length or an age.
    """
    draft, source = topic.value, each.topic.value
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity) or topic.claim.kind == "ordinal":
        return False
    if is_everyday(topic.claim) or not _is_one_figure(draft, source):
        return False
    found = slots_of(topic, each.topic)
    if any(found.of(name) is _CONFLICTING for name in ("bearer", "event", "change", "when")):
        return False
    if _other_extents(found, topic):
        return False
    if _counts_acts_of(topic, each.topic) or _counts_acts_of(each.topic, topic):
        return True
    if found.of("measure") is _CONFLICTING:
        return _counts_a_kind(topic, each.topic)
    if topic.claim.kind == "age":
        return bearers(topic, each.topic) is not Bearers.UNKNOWN  # of two who are not named, many are of one age
    if topic.claim.kind in _BY_UNIT:
        return True
    return found.of("bearer") is _SAME or any(found.of(name) in _ALIKE for name in ("measure", "event"))


def is_of_another_event(each: Alignment, topic: Topic) -> bool:
    """Whether a source's value stands in a report of another event, and is not surely what the draft states.

    Surely it is of a bearer that both name, in a near copy of the sentence, or a telling figure in the same context:
    every flood has its rain, and every election its turnout.
    """
    if not topic.is_of_another_event(each.topic) or near_copies(topic, each.topic):
        return False
    if each.comparison.relation == "same" and each.score >= _CONTEXT and rarity_of_value(topic.claim) != "common":
        return False  # a telling figure in the same context
    return not _is_of_one_name(topic, each.topic) or bool(slots_of(topic, each.topic).conflicts)


def _is_of_one_name(a: Topic, b: Topic) -> bool:
    """Whether the bearers of two claims have a name in common: a word that both write with a capital."""
    names = [
        {word for word in topic.core.bearer.text.split() if word[:1].isupper()} if topic.core.bearer else set()
        for topic in (a, b)
    ]
    return not names[0].isdisjoint(names[1])


def _counts_a_kind(a: Topic, b: Topic) -> bool:
    """Whether one of two figures counts what is a kind of what the other counts: nurses and health workers."""
    kinds = lexicon_of(a.vocabulary.ruleset).kinds_of
    mine, theirs = (set(each.core.measure.concepts) if each.core.measure is not None else set() for each in (a, b))
    return any(kinds.get(each, frozenset()) & theirs for each in mine) or any(
        kinds.get(each, frozenset()) & mine for each in theirs
    )


def _counts_acts_of(a: Topic, b: Topic) -> bool:
    """Whether one figure counts the acts that were done to what another counts: 640 burglaries, 640 homes burgled."""
    noun = a.value.noun if isinstance(a.value, Quantity) else None
    if not noun or b.core.event is None or a.claim.kind not in _COUNTED:
        return False
    act = lexicon_of(a.vocabulary.ruleset).act(fold(noun.split()[-1]))
    return act is not None and act in b.core.event.concepts


def _is_one_figure(draft: Quantity, source: Quantity) -> bool:
    """Whether two quantities that agree have one number, or a draft's "nearly" or "more than" rounds the source's."""
    draft, source = as_percent(draft), as_percent(source)
    if None not in (draft.unit, source.unit) and draft.unit != source.unit:
        return False
    if source.number is None:
        return False
    if draft.number == source.number:
        return True
    if draft.bound not in ("above", "below") or source.bound not in (None, "about"):
        return False
    return is_narrow(draft) or is_rounded_bound(draft, source)


def is_another_rank(each: Alignment, topic: Topic) -> bool:
    """Whether two equal ordinals share no more than their number: "first ladies", "the first decade"."""
    if topic.claim.kind != "ordinal" or near_copies(topic, each.topic):
        return False
    if _noun_words(topic) & _noun_words(each.topic):
        return False
    found = core_slots_of(topic, each.topic)
    return all(found.of(name) is not _SAME for name in _CORE)


def _noun_words(topic: Topic) -> set[str]:
    """The concepts of what a figure counts or ranks: "third impeachment trial"."""
    noun = topic.value.noun if isinstance(topic.value, Quantity) else None
    return {topic.vocabulary.language.concept[fold(word)] for word in (noun or "").split()}


def only_holds(each: Alignment, topic: Topic, alignments: Sequence[Alignment]) -> bool:
    """Whether a draft's range or bound ("more than 500") only holds a source's figure, which is not its own.

    It holds many figures: so it is confirmed only by one of which a slot is the same and none conflicts; so is one end
    of a source's range, unless two slots conflict. In a near copy
    it is confirmed unless another figure of the sentence, which it does not hold, stands nearer to the draft's words.
    """
    draft, source = topic.value, each.topic.value
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity):
        return False
    if each.comparison.difference is Difference.END_OF_RANGE and source.number is None:
        found = slots_of(topic, each.topic)
        against = sum(found.of(name) is _CONFLICTING for name in (*_CORE, "change"))
        return against >= _TWO_FACTS and not near_copies(topic, each.topic)
    if is_figure(draft, source, each.comparison):
        return False
    found = slots_of(topic, each.topic)
    if _other_extents(found, topic):
        return True
    if is_rare(each.topic.claim) and is_rounded_bound(draft, source):
        return False
    if any(found.of(name) is _CONFLICTING for name in _CORE):
        return True
    if near_copies(topic, each.topic):
        return any(
            other.comparison.relation == "different"
            and other.score > each.score
            and one_sentence(other.topic, each.topic)
            for other in alignments
        )
    if topic.head is not None and topic.head == each.topic.head:
        return False
    asked = [name for name in _CORE if not (name == "measure" and _says_nothing(topic, each.topic))]
    return not any(found.of(name) is _SAME or (found.of(name) in _ALIKE and name != "bearer") for name in asked)


def _says_nothing(a: Topic, b: Topic) -> bool:
    """Whether a measure of two figures is of neither: that both are ages, or that something rose."""
    one, two = a.core.measure, b.core.measure
    shared = set(one.concepts) & set(two.concepts) if one is not None and two is not None else set()
    return a.claim.kind == "age" or shared <= lexicon_of(a.vocabulary.ruleset).courses


def is_part_of(part: Topic, whole: Topic) -> bool:
    """Whether a figure is given right before its whole: "four of its 16 beds"."""
    if not one_sentence(part, whole) or part.claim.end > whole.claim.start:
        return False
    tokens, lexicon = part.vocabulary.tokens(part.claim.document), lexicon_of(part.vocabulary.ruleset)
    first, *rest = [tokens.forms[at].folded for at in tokens.between(part.claim.end, whole.claim.start)] or [""]
    return first in lexicon.whole_prepositions and all(word in lexicon.closed for word in rest)
