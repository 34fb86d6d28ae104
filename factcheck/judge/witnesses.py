"""Which of the sources that agree with a claim count as witnesses: those that surely tell of the draft's own fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from factcheck.align import Alignment, Topic, topic_score
from factcheck.align.precision import is_open, is_range, is_rounded_bound
from factcheck.align.slots import SlotComparisons, SlotRelation, near_copies, slots_of
from factcheck.judge.everyday import is_everyday
from factcheck.model import Difference, Quantity, Slot, TimeExpression
from factcheck.text.folding import fold

_CONTEXT = 0.25  # share of the context from which an outlet that gives the same value tells of the same fact
_CLOSER = 1.5  # so many times the context of one claim is that of another claim of the draft with the same value
_PARTS = ("START", "MID", "END")  # "late Friday" says more than "Friday"
_LIKE = 5.0  # weight of two rare words of a clause
_ONE_WORD = 1.0  # weight of a word that stands in every sentence
_PAIR = 2
_NONE_TAKEN: Mapping[int, Sequence[Topic]] = {}
_CORE = ("measure", "event", "bearer")
_CONFLICTING, _SAME = SlotRelation.CONFLICTING, SlotRelation.SAME


def witnesses_of(
    topic: Topic, support: Sequence[Alignment], taken: Mapping[int, Sequence[Topic]]
) -> Sequence[Alignment]:
    """The sources that count as witnesses of a claim, or the likeliest one where none surely does.

    On one Thursday much happens, and there is more than one $25 billion: a second outlet with an equal value is no
    second witness unless it tells of the same fact. `taken` are the claims of the draft that have a source's value.
    """
    if len(support) < _PAIR:
        return support
    sure = [each for each in support if is_witness(each, topic, taken)]
    return sure or [max(support, key=lambda a: (a.score, -a.topic.order))]


def is_witness(alignment: Alignment, topic: Topic, taken: Mapping[int, Sequence[Topic]] = _NONE_TAKEN) -> bool:
    """Whether a source's value is surely of the draft's fact, and as precise as the draft's.

    An equal figure is, unless the two tell of other bearers or times, or of other acts in another context. A date, a
    small count and a figure that merely agrees must be of the same act or bearer, or stand in the same context.
    """
    source = alignment.topic
    if topic.family == "quote":
        return alignment.score > 0 or " " in topic.claim.text.strip()  # one word is said by many people
    if _leaves_open(topic, source):
        return False
    found = slots_of(topic, source)
    if found.of("when") is _CONFLICTING or _counts_other_things(topic, source, found):
        return False
    if near_copies(topic, source):
        return True
    if _is_a_frame(topic) or found.of("bearer") is _CONFLICTING:
        return False
    if topic.family == "date":
        return _is_of_one_act(alignment, topic, found)
    if topic.family == "share" and found.of("change") is _CONFLICTING:
        return False
    if alignment.score >= _CONTEXT:
        return True
    if found.of("event") is _CONFLICTING:
        return False
    if _is_equal(alignment, topic) and not is_everyday(topic.claim):
        return not _is_closer_to_another(alignment, topic, taken)
    return any(found.of(name) is _SAME for name in _CORE) or _are_in_like_clauses(topic, source)


def _counts_other_things(topic: Topic, source: Topic, found: SlotComparisons) -> bool:
    """Whether a vague number is of another noun: "millions of lives" says nothing of "millions of jobs"."""
    value = topic.claim.value
    if not isinstance(value, Quantity) or value.number is not None or value.noun is None:
        return False
    return found.of("measure") is _CONFLICTING and not (topic.features.anyone or source.features.anyone)


def _is_of_one_act(alignment: Alignment, topic: Topic, found: SlotComparisons) -> bool:
    """Whether a source's date is of the act that the draft's is of; one that merely agrees must be of the same verb."""
    source = alignment.topic
    if not _is_equal(alignment, topic):
        return found.of("event") is _SAME
    if found.of("event") is _SAME or not topic.words_beside.isdisjoint(source.words_beside):
        return True
    if not topic.happenings.isdisjoint(source.happenings):
        return True
    near = alignment.score >= _CONTEXT
    if _are_other_acts(topic, source, found):
        # Much is done on one day in one place.
        return _shared(topic.act_words, source.act_words, topic) >= (_ONE_WORD if near else _LIKE)
    if near or found.of("bearer") is _SAME or _are_in_like_clauses(topic, source):
        return True
    return _names_the_actor(topic, source)


def _are_in_like_clauses(topic: Topic, source: Topic) -> bool:
    """Whether two claims have telling words of their clauses in common, which say what happens and not to whom."""
    return (
        _shared(topic.act_words, source.act_words, topic) + _shared(topic.act_names, source.act_names, topic) >= _LIKE
    )


def _shared(mine: Mapping[str, Set[str]], theirs: Mapping[str, Set[str]], topic: Topic) -> float:
    """How telling the words of one clause are that another has, too, in any word of their classes."""
    rarity = topic.vocabulary.rarity
    return sum(
        max((min(rarity(word), rarity(other)) for other, named in theirs.items() if named & classes), default=0.0)
        for word, classes in mine.items()
    )


def _are_other_acts(topic: Topic, source: Topic, found: SlotComparisons) -> bool:
    """Whether both sentences say what was done on a day, in other words, so that it is hardly one act; what somebody
    said is none that was done.

    It is where one clause has the other's verb, too: "will begin marking up", "will begin its markup".
    """
    mine, theirs = topic.core.event, source.core.event
    if topic.is_said or source.is_said:
        return topic.is_said != source.is_said and (theirs if topic.is_said else mine) is not None
    if mine is None or theirs is None or found.of("event") in (_SAME, SlotRelation.COMPATIBLE):
        return False
    return not _tells_of(source, mine) and not _tells_of(topic, theirs)


def _tells_of(topic: Topic, event: Slot) -> bool:
    """Whether the clause of a claim has a word for what happened in another's."""
    return any(not classes.isdisjoint(event.concepts) for classes in topic.act_words.values())


def _is_a_frame(topic: Topic) -> bool:
    """Whether a claim is the period of a rate and says nothing alone: the "a week" of "60 hours a week"."""
    return topic.claim.kind == "set" and not any(char.isdigit() for char in topic.claim.text)


def _names_the_actor(topic: Topic, source: Topic) -> bool:
    """Whether a source's sentence names him who does what a draft's date is of; "until Friday" is of another fact, and
    what he did is of another than what he said.
    """
    actor = topic.core.bearer
    if actor is None or _is_act(topic) != _is_act(source):
        return False
    if (topic.statement.extent is None) != (source.statement.extent is None):
        return False
    return topic.vocabulary.language.concept[fold(actor.text.split()[-1])] in source.sentence_concepts


def _is_act(topic: Topic) -> bool:
    return topic.core.event is not None and not topic.is_said


def _is_equal(alignment: Alignment, topic: Topic) -> bool:
    """Whether two values are one, as written or in another unit."""
    comparison = alignment.comparison
    if comparison.relation == "same" or comparison.difference is Difference.CONVERTED:
        return True
    draft, source = topic.claim.value, alignment.topic.claim.value
    if isinstance(draft, TimeExpression) and isinstance(source, TimeExpression):
        return draft.first is not None and draft.first == draft.last == source.first == source.last
    if not isinstance(draft, Quantity) or not isinstance(source, Quantity):
        return False
    return draft.number is not None and draft.number == source.number


def _leaves_open(topic: Topic, source: Topic) -> bool:
    """Whether a source gives a bound or a range where the draft gives the figure itself, or a figure that lies
    anywhere beyond the draft's bound; or no more than the day of a time, or the part of it.
    """
    draft, other = topic.claim.value, source.claim.value
    if isinstance(draft, TimeExpression) and isinstance(other, TimeExpression):
        mine, theirs = ((value.timex or "").partition("T")[2] for value in (draft, other))
        if mine[:1].isdigit() and not theirs[:1].isdigit():
            return True
        return bool(mine or draft.mod in _PARTS) and not theirs and other.mod not in _PARTS
    if not isinstance(draft, Quantity) or not isinstance(other, Quantity) or is_range(draft):
        return False
    if is_open(draft):
        return draft.number != other.number and not is_rounded_bound(draft, other)
    return is_open(other) or is_range(other)


def _is_closer_to_another(alignment: Alignment, topic: Topic, taken: Mapping[int, Sequence[Topic]]) -> bool:
    """Whether another figure of the draft with the same value stands much nearer to a source's; a date that is told
    twice is one date.
    """
    if topic.family == "date":
        return False
    others = [each for each in taken.get(alignment.topic.order, ()) if each is not topic]
    return any(topic_score(each, alignment.topic) > _CLOSER * alignment.score for each in others)
