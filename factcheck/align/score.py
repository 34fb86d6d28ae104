"""How surely two claims speak of one fact: the shared context, and what vetoes it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from factcheck.align.contrasts import have_one_holder
from factcheck.align.date_wording import as_worded
from factcheck.align.topic import Topic
from factcheck.kinds import room_of
from factcheck.kinds.quotation import shared_words, similarity
from factcheck.model import SENSE_CUT, Comparison, Difference, Quantity, Quotation, TimeExpression
from factcheck.ruleset import Ruleset


class Alignment(Struct, frozen=True):
    """Two claims side by side: the score of their topics in 0..1 and how their values relate."""

    topic: Topic
    score: float
    comparison: Comparison


class Part(Struct, frozen=True):
    """A piece of a score in words: what matched or stood against it, with what it gave ("+0.10") or left ("× 0.55")."""

    value: str
    what: str


_MOST_WORDS = 6  # so many shared words are shown, the weightiest first
_SAME_EVENT = 0.25  # what it adds that one person is said to have done one thing
_SAME_NOUN = 0.1  # what it adds that both count the same noun
_OTHER_NOUN = 0.55  # what is left of the score when the counted nouns differ
OTHER_EVENT = 0.5  # what is left between documents of two events, unless a telling value is equal
OTHER_FACT = (
    0.5  # what is left of the score of two values that differ when an incompatibility says that they are two facts
)
_TOLL_GROWS = 8  # so many times a first report's toll may be the last one's
WORLDS_APART = 20  # so many times as large is another thing
_NOUGHT = Decimal(0)
_PARAPHRASE_WORDS = 8  # other words for one statement: only between quotations at least this long, of one speaker
_ORDERED = 3  # numbers of which the sum is rounded as they are ordered
_FEW_WORDS = 3  # a quotation shorter than this is held to differ from another unless it is the same


def align(a: Topic, b: Topic, ruleset: Ruleset, shared: float | None = None) -> Alignment:
    """How `b` stands to `a`; `shared` is their `topic_score`, where that is known."""
    first, second = a.value, b.value
    comparison = room_of(a.claim.kind).compare(first, second, ruleset)
    if comparison.relation == "different" and isinstance(first, TimeExpression):
        comparison = as_worded(a.claim, b.claim, ruleset) or comparison
    if isinstance(first, Quotation) and isinstance(second, Quotation):
        score = quotation_score(first, second, comparison, ruleset)
    else:
        score = topic_score(a, b) if shared is None else shared
    if score and _apart(a, b, comparison):
        score *= OTHER_EVENT
    if score and comparison.relation == "different" and incompatibility(a, b):
        score *= OTHER_FACT
    return Alignment(b, score, comparison)


def incompatibility(a: Topic, b: Topic) -> str:
    """Why two figures that differ are two facts and no contradiction; nothing where they may be one."""
    one, two = a.features, b.features
    if are_worlds_apart(a, b):
        return "they are of another magnitude"
    if _is_one_a_part(a, b):
        return "one counts a part, the other the whole"
    if a.claim.kind == "age" and a.event is not None and b.event is not None and a.event != b.event:
        return f"they are the ages of two: {a.event[0]}, {b.event[0]}"
    if one.mean != two.mean:
        return "one is an average, the other a count"
    if one.fate is not None and two.fate is not None and one.fate != two.fate:
        return f"they tell of different fates: {one.fate}, {two.fate}"
    if one.year is not None and two.year is not None and one.year != two.year:
        return f"they are of different years: {one.year[1:]}, {two.year[1:]}"
    if one.names and two.names and not one.names & two.names:
        return f"they count others: {', '.join(sorted(one.names))}; {', '.join(sorted(two.names))}"
    return ""


def tells_a_part_of_the_other(a: Topic, b: Topic) -> bool:
    """Whether two figures that differ are told to be two facts for the one reason that one counts a part."""
    return _is_one_a_part(a, b) and not are_worlds_apart(a, b)


def _is_one_a_part(a: Topic, b: Topic) -> bool:
    return a.features.part != b.features.part and not have_one_holder(a, b)


def one_toll(a: Topic, b: Topic) -> bool:
    """Whether two counts say what became of the people of one event, each as a whole: reports of it differ by time."""
    one, two = a.features, b.features
    if not one.toll or one.fate != two.fate or one.year != two.year or one.part or two.part or a.is_of_another_event(b):
        return False
    if not is_as_many_as_a_toll(a, b):
        return False
    return all(topic.head is None or topic.features.anyone for topic in (a, b))


def is_as_many_as_a_toll(a: Topic, b: Topic) -> bool:
    """Whether one count may be what the other has grown to in a later report."""
    return _times(a, b) <= _TOLL_GROWS


def are_worlds_apart(a: Topic, b: Topic) -> bool:
    """Whether one figure is many times the other, and not by noughts: 23 points are no slip for 2,129."""
    if _times(a, b) < WORLDS_APART:
        return False
    values = (topic.claim.value for topic in (a, b))
    digits = {v.number.normalize().as_tuple().digits for v in values if isinstance(v, Quantity) and v.number}
    return len(digits) > 1


def _times(a: Topic, b: Topic) -> Decimal:
    """How many times one figure is the other, as written in one unit; 0 where that cannot be said."""
    first, second = a.claim.value, b.claim.value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity) or first.unit != second.unit:
        return _NOUGHT
    few, many = sorted((abs(first.number or _NOUGHT), abs(second.number or _NOUGHT)))
    return many / few if few else _NOUGHT


def quotation_score(a: Quotation, b: Quotation, comparison: Comparison, ruleset: Ruleset) -> float:
    """How likely two quotations give one utterance: by their words, and by their speaker where the words differ."""
    shortest, longest = sorted((len(a.quote.split()), len(b.quote.split())))
    if comparison.relation == "different" and comparison.difference is not Difference.OTHER_SPEAKER:
        if shortest <= _FEW_WORDS:
            return 0.0
        if comparison.difference is Difference.PARAPHRASE:
            # Two outlets' translations of one utterance: too little for an error, enough to be shown side by side.
            if shortest < _PARAPHRASE_WORDS or not have_one_speaker(a, b):
                return 0.0
        else:
            from factcheck.kinds.quotation.utterance import one_utterance  # most quotations differ too much

            if not one_utterance(a, b, comparison, ruleset):
                return 0.0
    if comparison.relation == "different" and _only_names_shared(a.quote, b.quote, ruleset):
        return 0.0
    if shortest <= _FEW_WORDS and longest > 2 * shortest and not have_one_speaker(a, b):
        return 0.0
    return similarity(a, b, ruleset)


def _only_names_shared(a: str, b: str, ruleset: Ruleset) -> bool:
    """Whether two quotations have little in common but a name: "the heart of the Harbour Act", "the Harbour Act"."""
    one, two = _uncapitalised(a, ruleset), _uncapitalised(b, ruleset)
    common = len(one & two)
    named = len(shared_words(a, ruleset) & shared_words(b, ruleset)) > common
    return named and (common < 2 or 2 * common < min(len(one), len(two)))


def _uncapitalised(quote: str, ruleset: Ruleset) -> frozenset[str]:
    """The telling stems of a quotation without those of its names; its first word may have a capital."""
    first, *rest = quote.split() or [""]
    small = [first.lower(), *(word for word in rest if not word.strip("[(‘“\"'")[:1].isupper())]
    return shared_words(" ".join(small), ruleset)


def have_one_speaker(a: Quotation, b: Quotation) -> bool:
    """Whether two quotations are of people of one last name."""
    return bool(a.speaker and b.speaker and a.speaker.split()[-1] == b.speaker.split()[-1])


def topic_score(a: Topic, b: Topic) -> float:
    """How much of their weighted context two topics share, in 0..1 (Dice), less where they count other things."""
    few, many = a.weights, b.weights
    if len(few) > len(many):
        few, many = many, few
    shared, common = 0.0, few.keys() & many.keys()
    # The sum hangs on the order of the words, which in a set is any, from three words on.
    for found in common if len(common) < _ORDERED else filter(common.__contains__, few):
        weight, other = few[found], many[found]
        shared += weight if weight < other else other
    total = a.total + b.total
    # Two dates without a word around them have nothing that tells them apart.
    score = 2 * shared / total if total else 1.0
    event, head = a.event, a.head
    if event is not None and event == b.event:
        score = min(1.0, score + _SAME_EVENT)
    if head is None or (other_head := b.head) is None:
        return score
    if head != other_head:
        return score * _OTHER_NOUN
    return score if a.features.anyone else min(1.0, score + _SAME_NOUN)


def one_sentence(a: Topic, b: Topic) -> bool:
    """Whether two claims stand in one sentence of one document: then they are two facts."""
    return a.claim.document == b.claim.document and a.claim.sentence == b.claim.sentence


def parts_of(a: Topic, alignment: Alignment) -> tuple[Part, ...]:
    """The pieces of which the score of an alignment is made, in the order in which they are reckoned."""
    b = alignment.topic
    if isinstance(a.claim.value, Quotation):
        return (Part(f"{alignment.score:.2f}", "how alike the words are, and the speakers"), *_event_part(a, alignment))
    shared = sorted((word for word in a.weights if word in b.weights), key=lambda word: (-a.weights[word], word))
    weight = 2 * sum(min(a.weights[word], b.weights[word]) for word in shared) / ((a.total + b.total) or 1.0)
    written = _as_written(a)
    shown = ", ".join(written.get(word, word.lstrip("#<")) for word in shared[:_MOST_WORDS]) or "none"
    more = f" and {len(shared) - _MOST_WORDS} more" if len(shared) > _MOST_WORDS else ""
    parts = [Part(f"{weight:.2f}", f"shared words around it: {shown}{more}")]
    if a.event is not None and a.event == b.event:
        parts.append(Part(f"+{_SAME_EVENT:.2f}", "one person is said to have done one thing"))
    if a.head is not None and b.head is not None:
        if a.head != b.head:
            parts.append(Part(f"× {_OTHER_NOUN:.2f}", f"other things are counted: {_counted(a)}, {_counted(b)}"))
        elif not a.features.anyone:
            parts.append(Part(f"+{_SAME_NOUN:.2f}", f"the same is counted: {_counted(a)}"))
    return (*parts, *_event_part(a, alignment))


def _as_written(topic: Topic) -> dict[str, str]:
    """The concepts of a claim's paragraph up to its sentence, each with the word that a reader finds there."""
    tokens = topic.vocabulary.tokens(topic.claim.document)
    start, end = topic.claim.sentence.start, topic.claim.sentence.end
    paragraph = tokens.text.rfind("\n", 0, start) + 1
    words = [*tokens.between(start, end), *tokens.between(paragraph, start)]
    return {tokens.forms[index].concept: tokens.forms[index].text for index in reversed(words)}


def _counted(topic: Topic) -> str:
    """The noun that a claim counts, as it is written."""
    noun = topic.claim.value.noun if isinstance(topic.claim.value, Quantity) else None
    return noun.split()[-1] if noun else topic.head or ""


def _event_part(a: Topic, alignment: Alignment) -> tuple[Part, ...]:
    found = []
    if _apart(a, alignment.topic, alignment.comparison):
        found.append(Part(f"× {OTHER_EVENT:.2f}", "the documents tell of different events"))
    if alignment.comparison.relation == "different" and (why := incompatibility(a, alignment.topic)):
        found.append(Part(f"× {OTHER_FACT:.2f}", why))
    return tuple(found)


_OF_ONE_UTTERANCE = SENSE_CUT | {Difference.WORDS_CHANGED, Difference.TRIMMED_UNMARKED}


def _apart(a: Topic, b: Topic, comparison: Comparison) -> bool:
    """Whether two claims tell of two events, and neither an equal telling value nor one utterance speaks against it."""
    if a.family == "quote" and comparison.difference in _OF_ONE_UTTERANCE:
        return False
    return (comparison.relation != "same" or a.rarity == "common") and a.is_of_another_event(b)
