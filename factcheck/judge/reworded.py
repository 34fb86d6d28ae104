"""A source that has a draft's figure in a statement that the draft alters → verdict and finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.align import Alignment, Topic
from factcheck.align.precision import is_range
from factcheck.align.reworded import Alteration, Altered, alteration, are_of_one_measure, wordings_of
from factcheck.align.slots import slots_of
from factcheck.judge.context import JudgementContext, confidence_of, evidence_from, shorten
from factcheck.model import Finding, Judged, Quantity, Severity, Slot
from factcheck.state.lexicon import Lexicon, lexicon_of
from factcheck.text.folding import fold

_RULE = "wording-altered"
_COUNTED = ("count", "number")

AlteredStatement = tuple[Alignment, Alteration]


def altered_statements(
    topic: Topic, agreeing: Sequence[Alignment]
) -> tuple[Sequence[Alignment], Sequence[AlteredStatement]]:
    """The sources' claims of an equal value, and those whose statement the draft turns round or leaves a limit out of.

    The latter do not support the draft's claim.
    """
    wordings = wordings_of(topic.vocabulary) if agreeing and topic.family != "quote" else None
    if wordings is None:
        return agreeing, ()
    compared = [(each, alteration(topic, each.topic, wordings) or _turned(topic, each)) for each in agreeing]
    altered = [(each, found) for each, found in compared if found is not None]
    return [each for each, found in compared if found is None], altered


def _turned(topic: Topic, agreeing: Alignment) -> Alteration | None:
    """The words by which a draft has a rise where the source has a fall of the same measure, or the reverse."""
    other = agreeing.topic
    if any(isinstance(each.value, Quantity) and is_range(each.value) for each in (topic, other)):
        return None  # it is the range of a forecast that is "narrowed to 3 to 5 percent"
    mine, theirs = way_of(topic), way_of(other)
    if mine is None or theirs is None or mine[0] == theirs[0]:
        return None
    found = slots_of(topic, other)
    if not are_of_one_measure(topic, other, found):
        return None
    return Alteration(Altered.DIRECTION, *_with_value(mine[1], topic), *_with_value(theirs[1], other))


def _with_value(way: Slot, topic: Topic) -> tuple[int, int]:
    """The words that say which way a figure moved, up to the figure where they stand right beside it."""
    claim = topic.claim
    start, end = min(way.start, claim.start), max(way.end, claim.end)
    return (start, end) if way.end + 1 >= claim.start and way.start <= claim.end + 1 else (way.start, way.end)


def are_turned(topic: Topic, other: Topic) -> bool:
    """Whether one of two figures is of a rise and the other of a fall, whatever rose and fell."""
    if any(not isinstance(each.value, Quantity) or is_range(each.value) for each in (topic, other)):
        return False
    mine, theirs = way_of(topic), way_of(other)
    if mine is not None and theirs is not None:
        return mine[0] != theirs[0]
    if mine is None and theirs is None:
        return False
    told, bare = (mine, other) if mine is not None else (theirs, topic)
    compared = _way_from_before(bare)
    return told is not None and compared is not None and told[0] != compared


def _way_from_before(topic: Topic) -> str | None:
    """Whether a level lies above or below the earlier one behind it: "stood at 274, compared with 251 a year ago"."""
    claim, value = topic.claim, topic.value
    behind = [each for each in topic.vocabulary.figures(claim) if each.start >= claim.end]
    if not behind or not isinstance(value, Quantity):
        return None
    earlier = min(behind, key=lambda one: one.start)
    change = topic.vocabulary.statement(earlier).change
    if change is None or _BEFORE not in change.concepts or not isinstance(earlier.value, Quantity):
        return None
    now, then = value.number, earlier.value.number
    if now is None or then is None or now == then or value.unit != earlier.value.unit:
        return None
    return _UP if now > then else _DOWN


_BEFORE = "level_before"
_UP, _DOWN = "up", "down"


def way_of(topic: Topic) -> tuple[str, Slot] | None:
    """Whether what a figure measures rises or falls, and the words that say so: "fell by", "rose to", "a drop of"."""
    lexicon = lexicon_of(topic.vocabulary.ruleset)
    stated = topic.statement
    if topic.family == "date":
        return None
    # Where a value is the end of a move the verb says which way. Of people counted "fell" may say that they died, and
    # "cut" that one of them is a part.
    moved = stated.event if stated.change is not None and "level" in stated.change.concepts else None
    if moved is not None and topic.claim.kind in _COUNTED:
        first = lexicon.verb_classes[fold(moved.text)][0]
        moved = moved if lexicon.ways.get(first) is not None else None
    if moved is None and stated.change is None and topic.claim.kind == "percent":
        moved = stated.event  # "exports rose 11 percent"
    for slot in (stated.change, moved, stated.measure):
        if slot is None:
            continue
        words = slot.text.split()
        ways = {lexicon.ways.get(each) for each in slot.concepts}
        if slot is stated.measure and len(words) == 1:
            ways |= {lexicon.ways.get(each) for each in lexicon.verb_classes[fold(words[0])]}
        found = ways - {None}
        if len(found) == 1:
            return str(found.pop()), slot
    return _way_set_off(topic, lexicon)


def _way_set_off(topic: Topic, lexicon: Lexicon) -> tuple[str, Slot] | None:
    """The move of which an amount set off from its verb is: "fell most in the north, by 11 percent"."""
    tokens, claim = topic.vocabulary.tokens(topic.claim.document), topic.claim
    before = list(tokens.words(claim.sentence.start, claim.start))
    if not before or tokens.forms[before[-1]].folded not in lexicon.amount_words:
        return None
    for index in reversed(before):
        word = tokens.forms[index].folded
        ways = {lexicon.ways.get(each) for each in lexicon.verb_classes[word]} - {None}
        if len(ways) == 1:
            return str(ways.pop()), Slot((word,), word, tokens.starts[index], tokens.end(index))
    return None


def stated_elsewhere(topic: Topic, support: Sequence[Alignment]) -> bool:
    """Whether a source states it as the draft does: a slot is the same and none conflicts."""
    compared = [slots_of(topic, each.topic) for each in support]
    return any(each.agreement and not each.conflicts for each in compared)


def reported_once(verdicts: Iterable[tuple[Judged, list[Finding]]]) -> Iterator[tuple[Judged, list[Finding]]]:
    """The verdicts without the findings that report an alteration again: each figure of a sentence meets it."""
    seen: set[tuple[object, ...]] = set()
    for judged, findings in verdicts:
        kept = []
        for each in findings:
            if each.rule == _RULE:
                sentence, source = judged.claim.sentence, each.evidence[0].claim
                place = each.start if each.severity is Severity.error else sentence.start
                key = (each.document, place, source.document, source.sentence.start, each.severity)
                if key in seen:
                    continue
                seen.add(key)
            kept.append(each)
        yield judged, kept


def altered_verdict(
    topic: Topic, altered: Sequence[AlteredStatement], context: JudgementContext
) -> tuple[Judged, list[Finding]]:
    """The verdict on a claim that its sources state otherwise, or with a limit that the draft leaves out."""
    claim = topic.claim
    nearest, alteration = max(altered, key=lambda each: (each[1].turns, each[0].score))
    source = context.documents[nearest.topic.claim.document]
    draft = context.drafts.get(claim.document)
    mine = draft.text[alteration.start : alteration.end] if draft is not None else claim.text
    theirs = source.text[alteration.other_start : alteration.other_end]
    reason = f"{alteration.altered.value}: “{shorten(mine)}”, where {source.id} has “{shorten(theirs)}”"
    evidence = evidence_from(topic, [each for each, _ in altered], context)
    judged = Judged(claim, "differ", context.witnesses([nearest.topic.claim]), reason, evidence)
    severity = Severity.error if alteration.turns else Severity.warning
    line, column = draft.places.at(alteration.start) if draft is not None else (claim.line, claim.column)
    start, end = (alteration.start, alteration.end) if draft is not None else (claim.start, claim.end)
    finding = Finding(
        _RULE,
        severity,
        reason,
        claim.document,
        start,
        end,
        line,
        column,
        evidence,
        confidence=confidence_of(evidence),
    )
    return judged, [finding]
