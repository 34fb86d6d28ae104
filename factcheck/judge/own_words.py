"""Whether the words of a draft's clause stand around another figure of a source, and not around the equal one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.align import Alignment, Topic, one_sentence
from factcheck.align.slots import SlotRelation, core_slots_of, near_copies
from factcheck.model import Quantity

_BY_OTHER_RULES = ("age", "ordinal")  # whose age it is, and which it was, is told by other means
_CONFLICTING = SlotRelation.CONFLICTING
_SEVERAL = 2  # words of the draft's that stand around a figure of another sentence
_TELLING = 6.0  # their weight: that of two words of middling rarity


def rivals_in_the_words(
    each: Alignment, topic: Topic, alignments: Sequence[Alignment], taken: Mapping[int, Sequence[Topic]]
) -> Iterator[Alignment]:
    """The source's other figures that have words of the draft's clause around them, where the equal one has none of
    them, and a word of its own that the draft lacks: "340 of them with heatstroke" for "1,120 people for heatstroke",
    where 1,120 had "complaints linked to the heat".

    A figure of another sentence needs several such words. `taken` are the draft's claims that have a source's value.
    """
    source = each.topic
    if each.comparison.relation != "same" or topic.claim.kind in _BY_OTHER_RULES or near_copies(topic, source):
        return
    found = core_slots_of(topic, source)
    for other in alignments:
        if other.comparison.relation != "different" or other.topic.order in taken:
            continue
        beside = one_sentence(other.topic, source)
        if not beside and (
            other.topic.claim.document != source.claim.document or other.topic.claim.kind != topic.claim.kind
        ):
            continue
        if not _is_of_one_unit(source, other.topic):
            continue
        words = _words_for(topic, other.topic, source)
        if not words or not (beside or _are_enough(words, topic)) or not _tells_more(source, topic, other.topic):
            continue
        rival = core_slots_of(topic, other.topic)
        if found.agreement and rival.agreement <= found.agreement:
            continue
        if rival.of("measure") is not _CONFLICTING or found.of("measure") is _CONFLICTING:
            yield other


def _words_for(topic: Topic, other: Topic, equal: Topic) -> list[str]:
    """The words of a draft's clause, but for what it counts, that stand around another figure; none where one of them
    stands around the equal figure and not around that one.
    """
    found: list[str] = []
    counted = _counted(topic)
    theirs, its = _around(other), _around(equal) | equal.words_pointed_at
    for word, meanings in topic.own_words.items():
        if word in counted:
            continue
        there, here = not meanings.isdisjoint(theirs), not meanings.isdisjoint(its)
        if here and not there:
            return []
        if there and not here:
            found.append(word)
    return found


def _are_enough(words: Sequence[str], topic: Topic) -> bool:
    return len(words) >= _SEVERAL and sum(map(topic.vocabulary.rarity, words)) >= _TELLING


def _tells_more(equal: Topic, topic: Topic, other: Topic) -> bool:
    """Whether an equal figure is told of something that neither the draft's sentence nor the other figure has."""
    known = _around(topic) | topic.sentence_concepts | _around(other)
    return any(meanings.isdisjoint(known) for meanings in equal.own_words.values())


def _around(topic: Topic) -> frozenset[str]:
    return frozenset[str]().union(*topic.own_words.values())


def _counted(topic: Topic) -> frozenset[str]:
    """The concepts of the words of a claim itself."""
    tokens, claim = topic.vocabulary.tokens(topic.claim.document), topic.claim
    return frozenset(tokens.forms[index].concept for index in tokens.between(claim.start, claim.end))


def _is_of_one_unit(a: Topic, b: Topic) -> bool:
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        return a.value.unit == b.value.unit
    return a.claim.kind == b.claim.kind
