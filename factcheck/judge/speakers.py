"""Whether a source gives the words of a quotation to another person, where one of the two is not named beside it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.align import Alignment, Topic, Vocabulary
from factcheck.align.score import have_one_speaker
from factcheck.kinds.quotation.offices import hold_other_offices, is_namesake
from factcheck.kinds.quotation.quote_compare import shared_words
from factcheck.kinds.quotation.quote_words import folded_words
from factcheck.kinds.quotation.speakers import are_different
from factcheck.model import Claim, Comparison, Difference, Quotation, Value
from factcheck.state.clause import Sentence
from factcheck.state.lexicon import Tag
from factcheck.text.folding import fold

_FEWEST = 5  # words that two people hardly say alike
_BETWEEN = 12  # words between two quotations of one speaker, where one of them goes on with the other
_PHRASE = 8  # words of which two people may well say fewer alike
_PART = 0.8  # of a longer quotation; a part is shorter
_TELLING = 3  # words that are not common
_SEXES = ("m", "f")
_OPENING = (Tag.VERB, Tag.PREPOSITION, Tag.SUBORDINATOR)


def of_another_speaker(alignment: Alignment, topic: Topic) -> Alignment | None:
    """The alignment of a source that has the draft's words whole and names another speaker; None for any other.

    A pronoun names the person with whom the sentence before it begins: "Mayor Ann Roe was blunt. “We were too slow,”
    she said." A quotation that goes on behind the words of its speaker is that person's: "“We were slow,” Roe said.
    “We were asleep.”"
    """
    source = alignment.topic
    draft, other = topic.claim.value, source.claim.value
    if not isinstance(draft, Quotation) or not isinstance(other, Quotation) or not _has_whole(alignment, draft, other):
        return None
    if len(draft.quote.split()) < _FEWEST or "quotation" not in (draft.role, other.role):
        return None
    here, there = _named(topic, draft), _named(source, other)
    if here is None or there is None or not _are_two(here, there, topic, source):
        return None
    how = f"{draft.speaker} here, {other.speaker} there"
    return replace(alignment, comparison=Comparison("different", Difference.OTHER_SPEAKER, how))


def _are_two(here: Quotation, there: Quotation, topic: Topic, source: Topic) -> bool:
    """Whether the speakers of a draft's quotation and of a source's are two people, by their names or offices."""
    ruleset = topic.vocabulary.ruleset
    if are_different(here, there, ruleset):
        return True
    texts = [each.vocabulary.document(each.claim.document).text for each in (topic, source)]
    return hold_other_offices(here, there, texts, ruleset) or is_namesake(here, there, texts, ruleset)


def proves_no_other_speaker(against: Alignment, topic: Topic, support: Sequence[Alignment]) -> bool:
    """Whether a source that names another speaker of a draft's words shows no slip: another source gives them to the
    draft's own, two people having said them; or they are a few common words in what the other said.
    """
    draft, other = topic.claim.value, against.topic.claim.value
    if against.comparison.difference is not Difference.OTHER_SPEAKER:
        return False
    if not isinstance(draft, Quotation) or not isinstance(other, Quotation):
        return False
    for each in support:
        value = each.topic.claim.value
        if not isinstance(value, Quotation) or not _has_whole(each, draft, value):
            continue
        known = _named(each.topic, value)
        if known is not None and known.named and have_one_speaker(draft, value):
            return True
    ruleset = topic.vocabulary.ruleset
    words = folded_words(draft.quote, ruleset)
    if len(words) >= _PHRASE or len(words) > _PART * len(folded_words(other.quote, ruleset)):
        return False
    return len(shared_words(draft.quote, ruleset)) < _TELLING


def as_named(topic: Topic) -> Value:
    """A claim's value; a quotation with the name of its speaker where that is known without standing beside it."""
    value = topic.claim.value
    return (_named(topic, value) or value) if isinstance(value, Quotation) else value


def _has_whole(alignment: Alignment, draft: Quotation, source: Quotation) -> bool:
    """Whether a source has all words of a draft's quotation, in one that may be longer."""
    if alignment.comparison.relation == "same":
        return True
    return alignment.comparison.difference is Difference.PART_OF and len(draft.quote) <= len(source.quote)


def _named(topic: Topic, value: Quotation) -> Quotation | None:
    """The quotation with its speaker's name for the pronoun beside it, or for none; None where another may be meant."""
    vocabulary, speaker = topic.vocabulary, value.speaker
    if not value.named:
        return replace(value, named=speaker) if speaker and _goes_on(topic.claim, speaker, vocabulary) else value
    if not _is_pronoun(value.named, vocabulary):
        return value
    return replace(value, named=speaker) if speaker and _is_led_in(topic.claim, speaker, vocabulary) else None


def _is_pronoun(named: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.ruleset.words("quote_pronoun").get(named.lower()) in _SEXES


def _goes_on(claim: Claim, speaker: str, vocabulary: Vocabulary) -> bool:
    """Whether a quotation goes on with what its speaker says right before it, with no more between the two than whose
    words they are; or follows, in one paragraph, a sentence that begins with that person's name.

    Who is meant by a pronoun between the two is known only where the sentence before it begins with that name.
    """
    text = vocabulary.tokens(claim.document).text
    quotations = (each for each in vocabulary.claims_of(claim.document) if each.kind == "quote")
    last = max((each for each in quotations if each.end <= claim.start), key=lambda each: each.end, default=None)
    between = "" if last is None else text[last.end : claim.start]
    if last is None or not isinstance(last.value, Quotation) or "\n" in between:
        return _is_led_in(claim, speaker, vocabulary)
    if len(between.split()) > _BETWEEN or last.value.speaker != speaker:
        return _is_led_in(claim, speaker, vocabulary)
    if not last.value.named:
        return _goes_on(last, speaker, vocabulary)
    return not _is_pronoun(last.value.named, vocabulary) or _is_led_in(last, speaker, vocabulary)


def _is_led_in(claim: Claim, speaker: str, vocabulary: Vocabulary) -> bool:
    """Whether a quotation opens its sentence, and the sentence before it in its paragraph begins with a name."""
    before = vocabulary.reader(claim.document).sentence_before(claim)
    if before is None or claim.start > claim.sentence.start + 1:
        return False
    text, start = vocabulary.tokens(claim.document).text, before.tokens.starts[before.first]
    return "\n" not in text[start : claim.start] and _begins_with(before, speaker)


def _begins_with(sentence: Sentence, name: str) -> bool:
    """Whether a person's name is the first in a sentence, before any verb but those of a clause that opens it: "Asked
    about the price, Roe laughed."
    """
    forms, last = sentence.tokens.forms, fold(name.rsplit(maxsplit=1)[-1])
    opens = sentence.tag(sentence.first) in _OPENING
    for index in range(sentence.first, sentence.stop):
        if opens:
            opens = forms[index].text != ","
            continue
        if sentence.tag(index) in (Tag.VERB, Tag.AUXILIARY):
            return False
        if forms[index].folded == last:
            return True
    return False
