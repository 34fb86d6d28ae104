"""Whether the words of a draft's clause stand around another figure of a source, and not around the equal one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.align import Alignment, Topic, one_sentence
from factcheck.align.slots import SlotRelation, core_slots_of, near_copies
from factcheck.align.topic import value_key
from factcheck.model import Quantity
from factcheck.state.lexicon import lexicon_of

_BY_OTHER_RULES = ("age", "ordinal")  # whose age it is, and which it was, is told by other means
_SHARES = ("percent", "ratio", "number")
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
    if _stand_beside_one_figure(topic, source):
        return
    found = core_slots_of(topic, source)
    for other in alignments:
        if other.comparison.relation != "different" or other.topic.order in taken or _begins_a_move(other.topic, topic):
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


def _begins_a_move(other: Topic, topic: Topic) -> bool:
    """Whether a figure is the one from which another moved, where the draft's is not: "from 4.8 percent to 3.5"."""
    starts = lexicon_of(topic.vocabulary.ruleset).start_words
    return bool(starts.intersection(other.words_before[-1:])) and not starts.intersection(topic.words_before[-1:])


def _stand_beside_one_figure(a: Topic, b: Topic) -> bool:
    """Whether two equal figures are told right before or behind a second one that is equal, too: "77 votes to 73"."""
    beside = [_figures_beside(each) for each in (a, b)]
    return not beside[0].isdisjoint(beside[1])


def _figures_beside(topic: Topic) -> set[tuple[bool, str, str]]:
    """The figures that are joined to a claim's by a word or two: on which side, by which words, of which value."""
    claim, tokens = topic.claim, topic.vocabulary.tokens(topic.claim.document)
    found = set()
    for other in topic.vocabulary.figures(claim):
        first, last = (other, claim) if other.start < claim.start else (claim, other)
        joint = tokens.words(first.end, last.start)
        if last is not first and len(joint) <= _JOINED:
            words = " ".join(tokens.forms[index].folded for index in joint)
            found.add((other.start < claim.start, words, value_key(other.value)))
    return found


_JOINED = 2  # words between two figures that are told as one: "77 votes to 73"


def is_of_another_group(equal: Topic, topic: Topic) -> bool:
    """Whether a source gives an equal share of a group that it sets against others, and the draft has no word of it.

    "Among tenants under 30 the proportion is 41 percent; among single parents it is 44" says nothing of the former.

    Each noun at the draft's share stands in the source's sentence too: none may be another word for the group.
    """
    reader = equal.vocabulary.reader(equal.claim.document)
    if topic.family != "share" or not equal.own_words or not reader.is_pointed_at(equal.claim):
        return False
    figures = [each for each in equal.vocabulary.figures(equal.claim) if each.kind in _SHARES]
    if near_copies(topic, equal) or not any(reader.is_parted(each, equal.claim) for each in figures):
        return False  # set against nothing
    lexicon = lexicon_of(topic.vocabulary.ruleset)
    if any(not meanings.isdisjoint(topic.sentence_concepts | _around(topic)) for meanings in equal.own_words.values()):
        return False
    mine = topic.vocabulary.reader(topic.claim.document).own_nouns(topic.claim)
    return all(
        word in lexicon.share_nouns or not meanings.isdisjoint(equal.sentence_concepts)
        for word, meanings in mine.items()
    )


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
