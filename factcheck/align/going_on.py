"""Which values are told as those of the moment: what is still so, or has been done by now.

"Now 35 percent contained", "are still missing", "has raised £20,000": a later report that gives another value does not
contradict the earlier one.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.align.courses import order_of
from factcheck.align.topic import Topic
from factcheck.model import Quantity
from factcheck.state.lexicon import Tag, lexicon_of

_GERUND = "ing"
_BE = "be"
_NOUGHT = Decimal(0)
_MEASURED = "quantity"


def has_gone_on(a: Topic, b: Topic) -> bool | None:
    """Whether of two unlike values of one fact the first is the older one, as the later report tells it as that of its
    moment; None where it does not, or nobody knows which is the later.
    """
    one, two = a.claim.value, b.claim.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.unit != two.unit:
        return None
    order = order_of(*(topic.vocabulary.document(topic.claim.document) for topic in (a, b)))
    if order is None:
        return None
    early, late = (a, b) if order else (b, a)
    return order if _is_told_anew(early, late) else None


def _is_told_anew(early: Topic, late: Topic) -> bool:
    if (may_pass(early) and may_pass(late)) or _is_of_the_moment(late):
        return True
    if _is_going_on(early) and _is_going_on(late):
        return True
    if not _is_done(late) or _number(late) <= _number(early):
        return False  # of what has been done by now there is more each day
    act = late.core.event
    measured = late.claim.kind == _MEASURED  # "has fallen 700 metres", once
    return not measured or (
        act is not None and not lexicon_of(late.vocabulary.ruleset).accumulating.isdisjoint(act.concepts)
    )


def may_pass(topic: Topic) -> bool:
    """Whether a figure counts those of a fate that does not last: who is missing is found."""
    lexicon, event = lexicon_of(topic.vocabulary.ruleset), topic.core.event
    return event is not None and lexicon.fate_group(event) in lexicon.passing_fates


def _is_of_the_moment(topic: Topic) -> bool:
    """Whether a word of the clause says that something is so now, or still."""
    reader = topic.vocabulary.reader(topic.claim.document)
    clause, words = reader.clause(topic.claim), lexicon_of(topic.vocabulary.ruleset).moment_words
    return any(reader.tokens.forms[index].folded in words for index in range(clause.first, clause.stop))


def _is_going_on(topic: Topic) -> bool:
    """Whether the verb of the clause says what is going on: "are fighting", "were fighting"."""
    reader = topic.vocabulary.reader(topic.claim.document)
    clause, lexicon = reader.clause(topic.claim), lexicon_of(topic.vocabulary.ruleset)
    verb, forms = clause.verb, reader.tokens.forms
    if verb is None or not forms[verb].folded.endswith(_GERUND):
        return False
    before = verb - 1
    while clause.sentence.tag(before) is Tag.ADVERB:
        before -= 1
    return lexicon.auxiliaries.get(forms[before].folded) == _BE


def _is_done(topic: Topic) -> bool:
    return topic.vocabulary.reader(topic.claim.document).is_done(topic.claim)


def _number(topic: Topic) -> Decimal:
    value = topic.claim.value
    return (value.number or _NOUGHT) if isinstance(value, Quantity) else _NOUGHT
