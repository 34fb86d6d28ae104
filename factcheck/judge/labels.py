"""What a cluster is called: what its values measure, and of whom or of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.align import Topic
from factcheck.judge.context import shorten
from factcheck.model import Claim, Quantity, Quotation, Slot
from factcheck.state.clause import Sentence
from factcheck.state.lexicon import Tag


def label(members: Sequence[Topic]) -> str:
    """What the claims of a cluster state, in a few words: "age of Olin Marsh"; "the storm killed … people in Hallow".

    Of a figure or a date it is the clause of the most typical claim, with a gap for the value; of an age the person; of
    a quotation its speaker and its words.
    """
    best = max(members, key=lambda topic: _typicality(topic, members))
    value = best.claim.value
    if isinstance(value, Quotation):
        speaker = value.speaker or next((_speaker(topic) for topic in members if _speaker(topic)), "quotation")
        return f"{speaker}: {shorten(value.quote)}"
    if best.family == "age" and (bearer := _bearer(best, members)):
        return f"age of {bearer}"
    return _clause(best) or best.claim.text


def _typicality(topic: Topic, members: Sequence[Topic]) -> tuple[float, int, int]:
    """How well a claim stands for the others: the more its slots are those of most, and the fuller they are."""
    value = topic.claim.value
    if isinstance(value, Quotation):
        return (bool(value.speaker), len(value.quote), -topic.order)
    slots = [_concepts(topic, name) for name in ("measure", "bearer", "event")]
    others = [Counter(_concepts(each, name) for each in members) for name in ("measure", "bearer", "event")]
    shared = sum(counts[slot] for slot, counts in zip(slots, others, strict=True) if slot)
    return (shared / len(members) + _FILLED * sum(map(bool, slots)), -len(topic.words_before), -topic.order)


def _concepts(topic: Topic, name: str) -> tuple[str, ...]:
    slot: Slot | None = getattr(topic.core, name)
    return () if slot is None else slot.concepts


def _speaker(topic: Topic) -> str:
    value = topic.claim.value
    return (value.speaker or "") if isinstance(value, Quotation) else ""


def _bearer(topic: Topic, members: Sequence[Topic]) -> str:
    """Whose age it is: the name that most members give, else the words by which the claim describes the person.

    A name that is only taken to be that of a described person names none.
    """
    persons = [each.person for each in members if each.person is not None and not each.person.inferred]
    names = Counter(name for person in persons for name in person.names)
    if names:
        return max(names, key=lambda name: (names[name], len(name)))
    slot = topic.core.bearer
    return "" if slot is None or slot.inferred else slot.text


def _clause(topic: Topic) -> str:
    """The words of the claim's clause around its value, with a gap for the value."""
    claim = topic.claim
    reader = topic.vocabulary.reader(claim.document)
    tokens, clause = reader.tokens, reader.clause(claim)
    start, end = claim.start, _value_end(claim)
    before, behind = tokens.words(tokens.starts[clause.first], start), tokens.words(end, tokens.starts[clause.stop])
    if len(before) + len(behind) < _FEW:  # a clause without a subject or a verb
        before, behind = tokens.words(claim.sentence.start, start), tokens.words(end, claim.sentence.end)
    before = before[_behind_dateline(topic, before) :]
    room = _MOST - min(len(before), _BEFORE)
    before, behind = before[-max(_BEFORE, _MOST - len(behind)) :], _trimmed(behind[:room], reader.sentence(claim))
    text = tokens.text
    first, owner = text[tokens.starts[before[0]] : start] if before else "", _owner(topic, before)
    if owner is not None:
        kept = before[1:] if tokens.forms[before[0]].folded in reader.lexicon.pronouns else before
        first = f"{owner} {text[tokens.starts[kept[0]] : start] if kept else ''}"
    last = text[end : tokens.end(behind[-1])] if behind else ""
    return " ".join(f"{first.strip()} {_GAP} {last.strip(_MARKS)}".split())


def _behind_dateline(topic: Topic, words: Sequence[int]) -> int:
    """How many of some words stand in a dateline: before the dash behind the figure that opens the sentence's text."""
    reader = topic.vocabulary.reader(topic.claim.document)
    forms, sentence = reader.tokens.forms, reader.sentence(topic.claim)
    return next(
        (
            place + 1
            for place, index in enumerate(words)
            if index - sentence.first < _DATELINE
            and sentence.tag(index) is Tag.FIGURE
            and forms[min(index + 1, len(forms) - 1)].text in _DASHES
            and not reader.tokens.touches(index + 1)
        ),
        0,
    )


def _trimmed(words: list[int], sentence: Sentence) -> list[int]:
    """The words without those at their end that only lead to a next one: "people in the"."""
    stop = len(words)
    while stop and sentence.tag(words[stop - 1]) not in _ENDS:
        stop -= 1
    return words[:stop]


def _value_end(claim: Claim) -> int:
    """Where a claim's value ends: before the noun that a figure counts."""
    noun = claim.value.noun if isinstance(claim.value, Quantity) else None
    at = claim.text.rfind(noun) if noun else -1
    return claim.start + at if at > 0 else claim.end


def _owner(topic: Topic, before: Sequence[int]) -> str | None:
    """The subject of the clause where the words do not name it: "Gray" of "Gray, 16, was shot", the name of "she"."""
    reader, bearer = topic.vocabulary.reader(topic.claim.document), topic.core.bearer
    if not before or bearer is None:
        return None
    sentence, leads = reader.sentence(topic.claim), before[0]
    if bearer.inferred:
        return bearer.text if reader.tokens.forms[leads].folded in reader.lexicon.pronouns else None
    return (
        bearer.text
        if sentence.tag(leads) in (Tag.VERB, Tag.AUXILIARY) and bearer.end <= reader.tokens.starts[leads]
        else None
    )


_GAP = "…"  # stands for the value, on which the documents may differ
_BEFORE, _MOST = 7, 13  # words of the clause: before the value where as many stand behind it, and in all
_MARKS = " ,;:–—-"
_DASHES = frozenset(("-", "--", "–", "—"))
_DATELINE = 12  # tokens of a sentence in which its dateline ends
_ENDS = frozenset((Tag.NOUN, Tag.NAME, Tag.VERB))  # with what a clause may end
_FEW = 2  # words; a clause of fewer says nothing
_FILLED = 0.1  # what a slot that is read counts, as a share of the members with the same one
