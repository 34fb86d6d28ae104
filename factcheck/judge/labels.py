"""What a cluster is called: what its values measure, and of whom or of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.align import Topic
from factcheck.judge.brief_clause import brief_clause, excerpt, plain_label, verbatim, without_verb
from factcheck.judge.quote_label import quote_label
from factcheck.model import Quotation, Slot


def label(members: Sequence[Topic]) -> str:
    """What the claims of a cluster state, in a few words: "age of Olin Marsh"; "the storm killed … people in Hallow".

    Of a figure or a date it is the clause of a typical claim, with a gap for the value, where it is best understood by
    itself; of an age the person; of a quotation its speaker and its first words.
    """
    if isinstance(members[0].claim.value, Quotation):
        return quote_label(members)
    if members[0].family == "age" and (bearer := _bearer(members)):
        return f"age of {bearer}"
    found = None
    typical = _most_typical(members)
    # Of a claim that stands alone, few labels are shown: its words as they stand would cost too much.
    for write in (brief_clause, plain_label) if len(members) == 1 else (brief_clause, verbatim, plain_label):
        best = None
        for topic in typical:
            brief = write(topic)
            if best is None or brief.fault < best.fault - _BETTER:
                best = brief
            if brief.fault < _BETTER:
                break
        if best is not None and (found is None or best.fault < found.fault):
            found = best
        if found is not None and found.fault < _UNSURE:
            break
    return found.text if found is not None and found.fault < _UNREAD else excerpt(typical[0])


def _most_typical(members: Sequence[Topic]) -> list[Topic]:
    """The claims that stand best for the others: the more their slots are those of most, and the fuller they are."""
    if len(members) == 1:
        return list(members)
    slots = {each.order: [_concepts(each, name) for name in _SLOTS] for each in members}
    counts = Counter(pair for each in slots.values() for pair in enumerate(each))

    def rank(topic: Topic) -> tuple[float, int, int]:
        filled = [pair for pair in enumerate(slots[topic.order]) if pair[1]]
        shared = sum(counts[pair] for pair in filled) / len(members)
        return (-shared - _FILLED * len(filled), len(topic.words_before), topic.order)

    return sorted(members, key=rank)[:_CANDIDATES]


def _concepts(topic: Topic, name: str) -> tuple[str, ...]:
    slot: Slot | None = getattr(topic.core, name)
    return () if slot is None else slot.concepts


def _bearer(members: Sequence[Topic]) -> str:
    """Whose age it is: the name that most members give.

    A name that is only taken to be that of a described person names none.
    """
    known = [(each, each.person) for each in members if each.person is not None and not each.person.inferred]
    names = Counter(without_verb(name, each) for each, person in known for name in person.names)
    if names:
        return max(names, key=lambda name: (names[name], len(name)))
    if any(not person.many for _, person in known):
        return ""
    slots = ((each.core.bearer, each.claim.start) for each in members)
    named = (slot.text for slot, start in slots if slot is not None and not slot.inferred and slot.end <= start)
    return next((name for name in named if name.istitle()), "")


_SLOTS = ("measure", "bearer", "event")
_FILLED = 0.1  # what a slot that is read counts, as a share of the members with the same one
_BETTER = 0.1  # by how much less fault a less typical claim must have to be told
_UNSURE = 0.45  # the fault from which a clause is not told
_UNREAD = 0.95  # the fault from which nothing but the words around the value is told
_CANDIDATES = 6  # claims whose clauses are tried
