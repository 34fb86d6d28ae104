"""Whether a source gives the words of a quotation to another person, where one of the two is named by a pronoun."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.align import Alignment, Topic
from factcheck.kinds.quotation.speakers import are_different
from factcheck.model import Comparison, Difference, Quotation
from factcheck.state.clause import Sentence
from factcheck.state.lexicon import Tag
from factcheck.text.folding import fold

_FEWEST = 5  # words that two people hardly say alike
_SEXES = ("m", "f")


def of_another_speaker(alignment: Alignment, topic: Topic) -> Alignment | None:
    """The alignment of a source that has the draft's words whole and names another speaker; None for any other.

    A pronoun names the person with whom the sentence before it begins: "Mayor Ann Roe was blunt. “We were too slow,”
    she said."
    """
    source = alignment.topic
    draft, other = topic.claim.value, source.claim.value
    if not isinstance(draft, Quotation) or not isinstance(other, Quotation) or alignment.comparison.relation != "same":
        return None
    if len(draft.quote.split()) < _FEWEST or "quotation" not in (draft.role, other.role):
        return None
    here, there = _named(topic, draft), _named(source, other)
    if here is None or there is None or not are_different(here, there, topic.vocabulary.ruleset):
        return None
    how = f"{draft.speaker} here, {other.speaker} there"
    return replace(alignment, comparison=Comparison("different", Difference.OTHER_SPEAKER, how))


def _named(topic: Topic, value: Quotation) -> Quotation | None:
    """The quotation with its speaker's name for the pronoun beside it; None where the pronoun may mean another."""
    pronouns = topic.vocabulary.ruleset.words("quote_pronoun")
    if not value.named or pronouns.get(value.named.lower()) not in _SEXES:
        return value
    claim = topic.claim
    before = topic.vocabulary.reader(claim.document).sentence_before(claim)
    if not value.speaker or before is None or claim.start > claim.sentence.start + 1:
        return None
    return replace(value, named=value.speaker) if _begins_with(before, value.speaker) else None


def _begins_with(sentence: Sentence, name: str) -> bool:
    """Whether a person's name is the first in a sentence, before any verb."""
    forms, last = sentence.tokens.forms, fold(name.rsplit(maxsplit=1)[-1])
    for index in range(sentence.first, sentence.stop):
        if sentence.tag(index) in (Tag.VERB, Tag.AUXILIARY):
            return False
        if forms[index].folded == last:
            return True
    return False
