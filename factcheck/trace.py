"""Rejected readings, for `extract --explain` and `explain`, found by running the extractors a second time."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract import claims_of
from factcheck.kinds import KINDS
from factcheck.kinds.quantity import weigh as quantity
from factcheck.kinds.timex import weigh as timex
from factcheck.kinds.weighed import Weighed
from factcheck.model import Mention, Rejected
from factcheck.segment import Parsed


def rejected_in(parsed: Parsed) -> tuple[Rejected, ...]:
    """The rejected readings of a document in text order, without duplicates."""
    document = parsed.document
    text, place = document.text, document.places.at
    return tuple(
        Rejected(
            document.id,
            each.start,
            each.end,
            *place(each.start),
            text[each.start : each.end],
            each.by,
            each.why,
            document.places.file_span(each.start, each.end) if document.places.is_rendered else None,
        )
        for each in sorted(set(_weighed(parsed)))
        if each.start >= document.body
    )


def _weighed(parsed: Parsed) -> Iterator[Weighed]:
    document, sentences, ruleset = parsed.document, parsed.sentences, parsed.ruleset
    claimed = {(claim.start, claim.end, claim.rule) for claim in claims_of([parsed])}
    taken: list[tuple[int, int]] = []
    for room in KINDS:
        if room.name not in ruleset.rooms:
            continue
        mentions = list(room.find(document, sentences, ruleset, taken, None))
        readable = {_key(mention) for mention, _ in room.normalise(mentions, document, sentences, ruleset)}
        for mention in mentions:
            if _key(mention) not in readable:
                yield Weighed(mention.start, mention.end, mention.rule, "its words say no value here")
            elif _key(mention) not in claimed:
                yield Weighed(mention.start, mention.end, mention.rule, "a number holds these words")
        if room.name == "quantity":
            yield from quantity.weigh(document, sentences, ruleset, taken)
        taken = sorted([*taken, *((mention.start, mention.end) for mention in mentions)])
    if "timex" in ruleset.rooms:
        yield from timex.weigh(document, sentences, ruleset)


def _key(mention: Mention) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.rule
