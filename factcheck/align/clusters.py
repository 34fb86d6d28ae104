"""Group claims that speak of one fact: the surest pairs first, never chaining unlike ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, combinations

from msgspec.structs import replace

from factcheck.align.bearers import (
    Bearers,
    are_alone_of_age,
    are_in_conflict,
    are_of_one_role,
    are_on_one_side,
    are_one_by_role,
    are_surely_one,
    bearers,
    likely_pairs,
)
from factcheck.align.candidates import MOST_NEAR, PairIndex
from factcheck.align.coming_days import are_one_coming_day, note_coming_days, pairs_of_coming_days
from factcheck.align.contrasts import contrast
from factcheck.align.counterparts import (
    Counterparts,
    are_among_others,
    are_news_of_two_times,
    are_of_two_scores,
    is_rounded,
)
from factcheck.align.courses import are_steps, step_pairs
from factcheck.align.event_dates import (
    are_of_one_happening,
    are_other_acts,
    are_two_happenings,
    are_weeks_apart,
    clock_of,
    dates_of_one_happening,
    day_name_of,
    day_of,
    harm_days,
)
from factcheck.align.facts import (
    are_first_tolls,
    are_of_one_measure,
    are_told_once_alike,
    are_two_tolls,
    are_whole_tolls,
    bare_pairs,
    enough_of_one_measure,
    is_first_toll,
    is_one_by_value,
    is_plain_sum_of_rate,
    may_be_of_one_measure,
    of_one_toll,
    toll_pairs,
)
from factcheck.align.lead_days import (
    are_told_as_one_day,
    is_restated_day,
    may_be_day_of_report,
    note_lead_days,
    pairs_of_told_days,
    pairs_with_day_of_report,
)
from factcheck.align.longer_times import holds_one_happening, is_past_time, pairs_of_longer_times
from factcheck.align.loose_figures import is_one_loosely, may_be_one_loosely
from factcheck.align.match_scores import of_one_score, score_pairs
from factcheck.align.moments import are_of_one_moment, are_two_clocks, by_the_clock, note_clocks, pairs_of_clocks
from factcheck.align.neighbours import are_neighboured_alike, neighbour_pairs
from factcheck.align.one_length import are_of_one_length, may_be_of_one_length
from factcheck.align.one_value import groups_of_one_value
from factcheck.align.other_forms import are_in_other_forms, in_other_forms, pairs_in_other_forms
from factcheck.align.precision import is_range
from factcheck.align.rates import of_one_period
from factcheck.align.reconciled import are_of_two_polls
from factcheck.align.restated import restated_pairs, sizes_in_one_unit
from factcheck.align.score import OTHER_EVENT, Alignment, align, one_sentence, one_toll, topic_score
from factcheck.align.slots import SlotRelation, core_slots_of, near_copies, slots_of
from factcheck.align.sole_bearers import are_of_sole_bearer, note_sole_bearers, pairs_of_sole_bearers
from factcheck.align.stated import only_contains
from factcheck.align.stretches import by_stretch, share_a_stretch
from factcheck.align.told_otherwise import tells_otherwise
from factcheck.align.topic import Topic
from factcheck.align.unlike_dates import is_longer_than_a_day
from factcheck.kinds.quotation import similarity
from factcheck.kinds.quotation.quote_words import folded_words
from factcheck.model import NEAR_MISSES, Difference, Quantity, Quotation, Value
from factcheck.ruleset import Ruleset
from factcheck.state.lexicon import lexicon_of
from factcheck.text.folding import words

Pair = tuple[float, int, int]
Values = tuple[str, int, str, str]
Seen = dict[tuple[int, int], Alignment]

_NEAR = Decimal("0.05")  # as far apart may be two figures that are one, rounded
_A_DAY = timedelta(1)
_MOST_FIGURES = 12  # of one sentence
_OF_ONE_MOMENT = 5.0  # what two times of one minute score more
_OF_ONE_EVENT = 1.0  # the same of two days with which two reports begin
_OF_ONE_HAPPENING = 2.0  # what two dates of one happening score more: they are joined before all others


def clusters(
    topics: Sequence[Topic], ruleset: Ruleset, counterparts: Counterparts | None = None
) -> list[tuple[Topic, ...]]:
    """The topics in groups of one fact each, in the order of their first claim; most groups hold one topic."""
    leaders, apart = _with_copies(topics), _side_by_side(topics, ruleset)
    note_clocks(topics)
    note_lead_days(topics)
    note_coming_days(topics)
    note_sole_bearers(topics)
    counterparts = counterparts or Counterparts(topics)
    groups = _clusters([copies[0] for copies in leaders.values()], apart, counterparts, ruleset)
    whole = (chain.from_iterable(leaders[topic.order] for topic in group) for group in groups)
    return [tuple(sorted(group, key=_order)) for group in whole]


def _order(topic: Topic) -> int:
    return topic.order


def _with_copies(topics: Sequence[Topic]) -> dict[int, list[Topic]]:
    """The topics by the first of those with their value in a copy of their sentence, in reports of one event.

    Fifty reports that repeat one sentence are one candidate, and do not crowd out those in other words. An age is that
    of whom the text around names.
    """
    first: dict[tuple[str, str, int, bool, int, str], int] = {}
    found: dict[int, list[Topic]] = {}
    for topic in topics:
        leader = topic.order
        if topic.family != "age":
            claim, sentence = topic.claim, topic.claim.sentence
            words = topic.vocabulary.tokens(claim.document).text[sentence.start : sentence.end]
            group = (topic.family, topic.key, topic.event_cluster, is_first_toll(topic))
            leader = first.setdefault((*group, claim.start - sentence.start, words), topic.order)
        found.setdefault(leader, []).append(topic)
    return found


def _clusters(
    topics: Sequence[Topic], apart: frozenset[Values], counterparts: Counterparts, ruleset: Ruleset
) -> list[tuple[Topic, ...]]:
    """The topics in groups of one fact each, where no two are copies."""
    settings = ruleset.setting("align")
    places = {topic.order: position for position, topic in enumerate(topics)}
    seen: Seen = {}
    edges: list[Pair] = []
    unlike: list[Pair] = []
    for a, b in _pairs_of_candidates(topics):
        if (a.order, b.order) in seen:
            continue
        if a.claim.document == b.claim.document and a.family != "quote" and one_sentence(a, b):
            continue
        may_join, shared = _may_join(a, b, settings, ruleset)
        if not may_join:
            continue
        alignment = _aligned(a, b, seen, ruleset, shared)
        if joins(alignment, a, settings) and not _are_two(alignment, a, apart):
            edges.append((alignment.score + _sureness(alignment, a), places[a.order], b.order))
        if counterparts.are_of_one_fact(a, alignment):
            unlike.append((alignment.score, places[a.order], b.order))
    found = (
        likely_pairs,
        pairs_of_sole_bearers,
        toll_pairs,
        step_pairs,
        score_pairs,
        bare_pairs,
        neighbour_pairs,
        pairs_in_other_forms,
    )
    for a, b in chain.from_iterable(pairs(topics) for pairs in found):
        if not one_sentence(a, b) and joins(alignment := _aligned(a, b, seen, ruleset), a, settings):
            edges.append((alignment.score + _sureness(alignment, a), places[a.order], b.order))
    for a, b in counterparts.pairs(topics):
        if (a.order, b.order) not in seen and counterparts.are_of_one_fact(a, each := _aligned(a, b, seen, ruleset)):
            unlike.append((each.score, places[a.order], b.order))
    for sureness, a, b in _pairs_of_dates(topics, seen, ruleset):
        edges.append((_aligned(a, b, seen, ruleset).score + sureness, places[a.order], b.order))
    ranked, last = (sorted((-score, a, places[b]) for score, a, b in each) for each in (edges, unlike))
    return _grown(topics, ranked, last, apart, seen, ruleset)


def _pairs_of_candidates(topics: Sequence[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """The pairs of claims that share rare words or their value, the first in the text before the second."""
    index = PairIndex(topics)
    near: dict[int, set[int]] = {}
    for topic in topics:
        candidates = index.near(topic)
        near[topic.order] = {other.order for other in candidates}
        for other in candidates:
            # A pair is looked at once. The first may have had too many candidates to have a second of its value.
            if other.order < topic.order:
                known = near[other.order]
                if topic.key != other.key or len(known) < MOST_NEAR or topic.order in known:
                    continue
            yield (topic, other) if topic.order < other.order else (other, topic)


def _pairs_of_dates(topics: Sequence[Topic], seen: Seen, ruleset: Ruleset) -> Iterator[tuple[float, Topic, Topic]]:
    """The pairs of dates that are one by what happened on them, with what they score more than by their words.

    Times by the clock are joined first, then days, then times to days: the times of one day may be of several acts.
    """
    for a, b in pairs_of_clocks(topics):
        if _may_agree(_aligned(a, b, seen, ruleset), a):
            yield _OF_ONE_MOMENT, a, b
        elif are_two_clocks(a, b):
            yield 0.0, a, b
    for a, b in pairs_with_day_of_report(topics):
        yield 0.0, a, b
    for a, b in chain(pairs_of_told_days(topics), pairs_of_coming_days(topics)):
        if _may_agree(_aligned(a, b, seen, ruleset), a):
            yield _OF_ONE_EVENT, a, b
    for a, b in pairs_of_longer_times(topics):
        if _may_agree(_aligned(a, b, seen, ruleset), a):
            yield 0.0, a, b
    for a, b in dates_of_one_happening(topics):
        if _may_agree(_aligned(a, b, seen, ruleset), a):
            yield _OF_ONE_HAPPENING + (clock_of(a) is None) + (clock_of(b) is None), a, b


def _aligned(a: Topic, b: Topic, seen: Seen, ruleset: Ruleset, shared: float | None = None) -> Alignment:
    """The alignment of a pair, reckoned once; `shared` is their `topic_score`, where that is known."""
    found = seen.get((a.order, b.order))
    if found is None:
        seen[a.order, b.order] = found = compared(a, b, ruleset, shared)
    return found


def compared(a: Topic, b: Topic, ruleset: Ruleset, shared: float | None = None) -> Alignment:
    """How two claims of sources stand to each other; `shared` is their `topic_score`, where that is known.

    "At least two" and "three" agree as far as they go: only of a draft it is asked how near its bound comes. So do two
    wordings of what was spoken that differ in small words, and two translations of it cannot be compared: only a draft
    is to have the very words of its source. Whom two reports name as the speaker of the same words, the one who is
    named beside them or the one who spoke for them, makes no other utterance of them.
    """
    found = align(a, b, ruleset, shared)
    if a.family != b.family:
        return in_other_forms(found, a)
    found = by_the_clock(of_one_period(found, a, ruleset), a)
    if (by_shared_words := by_stretch(found, a, ruleset)) is not None:
        return by_shared_words
    difference, one, two = found.comparison.difference, a.claim.value, b.claim.value
    if difference is Difference.OTHER_SPEAKER and _shorter(a, b) >= _OF_ONE_MOUTH:
        return replace(found, comparison=replace(found.comparison, relation="consistent"))
    if difference is Difference.PARAPHRASE and found.comparison.relation == "different":
        return replace(found, comparison=replace(found.comparison, relation="held"))
    if (
        found.comparison.relation == "different"
        and a.claim.kind == b.claim.kind == "money"
        and is_plain_sum_of_rate(a, b)
    ):
        return replace(found, comparison=replace(found.comparison, relation="consistent"))
    if difference is not Difference.BOUND_STRETCHED and not (
        difference in _REWORDED
        and isinstance(one, Quotation)
        and isinstance(two, Quotation)
        and not tells_otherwise(one, two, ruleset)
    ):
        return found
    return replace(found, comparison=replace(found.comparison, relation="consistent"))


_OF_TWO_KEYS = ("duration", "quantity")  # the families in which one value may be given in two units
_REWORDED = (Difference.WORDS_CHANGED, Difference.TRIMMED_UNMARKED)
_OTHER_WORDS = (*_REWORDED, Difference.PARAPHRASE, Difference.OTHER_SPEAKER)


def _may_join(a: Topic, b: Topic, settings: dict[str, float], ruleset: Ruleset) -> tuple[bool, float | None]:
    """Whether a pair can be near enough, before its values are compared: most candidates share a few words only.

    With it the `topic_score` of the pair, where that had to be reckoned.
    """
    one, two, apart = a.claim.value, b.claim.value, a.event_cluster != b.event_cluster
    if isinstance(one, Quotation) and isinstance(two, Quotation):
        enough = min(settings["join_quote_equal"], settings["join_quote_different"])
        score = similarity(one, two, ruleset, enough)
        return score >= enough and (
            not apart or score * OTHER_EVENT >= enough or _letters(one, ruleset) == _letters(two, ruleset)
        ), None
    same_key = a.key == b.key
    alike = not apart and (same_key or a.family in _OF_TWO_KEYS) and a.claim.document != b.claim.document
    if alike and (is_one_by_value(a, b) or may_be_one_loosely(a, b)):
        return True, None
    score = shared = topic_score(a, b)
    rarity = a.rarity
    if not apart and (
        (same_key and (may_be_of_one_measure(a, b, score) or are_told_once_alike(a, b, score)))
        or (a.family == "duration" and may_be_of_one_length(a, b, score))
    ):
        return True, shared
    if apart and rarity == "common":
        score *= OTHER_EVENT
    more, least = settings[f"equal_{rarity}"], settings["join_date_equal"]
    if isinstance(one, Quantity):
        least = min(settings["join_number_equal"], settings["join_toll_different"])
    if score + max(more, 0.0) < least:
        return False, shared  # as of most pairs: their values need not be compared
    if same_key or (isinstance(one, Quantity) and isinstance(two, Quantity) and _are_one_rounded(one, two)):
        if score <= min(settings["least"], settings[f"least_{rarity}"]):
            return False, shared
        score += more
    return score >= least, shared


def _letters(quotation: Quotation, ruleset: Ruleset) -> str:
    """The letters of a quotation: two have the same words, hyphens and blanks aside, only where these are the same."""
    return "".join(folded_words(quotation.quote, ruleset)).replace("'", "")


def _side_by_side(topics: Sequence[Topic], ruleset: Ruleset) -> frozenset[Values]:
    """The pairs of figures that one sentence of an event gives side by side: they are two facts, here and elsewhere.

    "$334 million, including $281 million in cash" says that another report's $281 million is no other price, and "in
    2009 and 2010" that 2010 is no other year. A toll is left out, which a report may give beside an older one, and so
    are everyday figures that count other things, and days.
    """
    tolls = ruleset.words("cumulative").keys()
    restated = {two.order: one.order for one, two in restated_pairs(topics, ruleset)}
    sentences: dict[tuple[str, int], list[Topic]] = {}
    for topic in topics:
        counts = isinstance(topic.claim.value, Quantity) and not tolls & topic.weights.keys()
        if counts or (topic.family == "date" and is_longer_than_a_day(topic)):
            sentences.setdefault((topic.claim.document, topic.claim.sentence.start), []).append(topic)
    found: set[Values] = set()
    for members in sentences.values():
        for a, b in combinations(members[:_MOST_FIGURES], 2):
            if a.family == b.family and a.key != b.key and _are_telling(a, b) and restated.get(b.order) != a.order:
                found.add(_values(a, b))
    return frozenset(found)


def _are_telling(a: Topic, b: Topic) -> bool:
    return a.family == "date" or (a.head is not None and a.head == b.head) or "common" not in (a.rarity, b.rarity)


def _values(a: Topic, b: Topic) -> Values:
    return a.family, a.event_cluster, min(a.key, b.key), max(a.key, b.key)


def _are_two(alignment: Alignment, topic: Topic, apart: frozenset[Values]) -> bool:
    if topic.family == alignment.topic.family == "age":
        if are_of_sole_bearer(topic, alignment.topic):
            return False
        found = bearers(topic, alignment.topic)
        if found in (Bearers.TWO, Bearers.ONE):
            return found is Bearers.TWO
    return alignment.comparison.relation == "different" and _values(topic, alignment.topic) in apart


def joins(alignment: Alignment, topic: Topic, settings: dict[str, float]) -> bool:
    """Whether a pair is sure enough to stand in one cluster."""
    relation = alignment.comparison.relation
    one, two = topic.claim.document, alignment.topic.claim.document
    if relation == "different" and not topic.vocabulary.are_surely_one_event(one, two):
        return False
    if topic.family != alignment.topic.family and are_in_other_forms(topic, alignment.topic):
        return True
    if (decided := _by_what_they_state(alignment, topic, settings)) is not None:
        return decided
    if relation == "held":
        return _are_one_sum(alignment, topic, settings) or (
            topic.family == "date" and may_be_day_of_report(topic, alignment.topic)
        )
    if relation == "consistent" and only_contains(topic, alignment.topic):
        return False
    if _are_one_by_value(alignment, topic):
        return True
    kind = "quote" if topic.family == "quote" else "date" if topic.family in ("date", "duration", "set") else "number"
    equal = topic.family != "quote" and (relation == "same" or _one_figure(alignment, topic))
    rarity = topic.rarity
    bonus = settings[f"equal_{rarity}"] if equal else 0.0
    alone = relation == "same" and topic.event_cluster == alignment.topic.event_cluster and kind == "number"
    ways = "toll" if relation == "different" and _may_be_one_toll(topic, alignment.topic) else kind
    least: float = settings[f"least_{rarity}"] if alone else settings["least"]
    enough: float = settings[f"join_{ways}_{'different' if relation == 'different' else 'equal'}"]
    if relation == "different" and kind == "number" and not _may_conflict(alignment, topic):
        return False
    if relation == "different" and kind == "number" and alignment.score < enough:
        enough = min(enough, enough_of_one_measure(topic, alignment.topic, settings))
    if alignment.score <= least or alignment.score + bonus < enough:
        return False
    if topic.family == "date" and not _may_be_one_day(alignment, topic, settings):
        return False
    # Last, as it reads both clauses.
    return relation == "same" or topic.family == "quote" or contrast(topic, alignment.topic) is None


def _are_one_by_value(alignment: Alignment, topic: Topic) -> bool:
    """Whether a pair is of one fact by its values and where they stand, whatever the words around."""
    other, relation = alignment.topic, alignment.comparison.relation
    equal = relation == "same" or _one_figure(alignment, topic) or _is_without_unit(alignment, topic)
    if equal and is_one_by_value(topic, other):
        return True
    if is_one_loosely(topic, alignment):
        return True
    if relation == "different":
        return topic.family == "date" and are_two_clocks(topic, other)
    if are_neighboured_alike(topic, other) or are_told_once_alike(topic, other, alignment.score):
        return True
    if topic.family != "date":
        return False
    if are_told_as_one_day(topic, other) or (relation != "held" and are_one_coming_day(topic, other)):
        return True
    return relation == "consistent" and holds_one_happening(topic, other)


def _by_what_they_state(alignment: Alignment, topic: Topic, settings: dict[str, float]) -> bool | None:
    """Whether a pair is of one fact by what the two state, such as one toll or one score; None where the words around
    must decide.
    """
    other, relation = alignment.topic, alignment.comparison.relation
    if topic.family == "quote" and alignment.comparison.difference in _OTHER_WORDS:
        return alignment.score >= settings["join_quote_different"] and _is_one_utterance(alignment, topic)
    if topic.family == "age" and relation != "held":
        of_one = _are_of_one(alignment, topic, settings)
        if of_one is not None:
            return of_one
    if topic.toll is not None and (of_one := of_one_toll(topic, other)) is not None:
        return of_one
    if relation == "different" and are_steps(topic, other):
        return True
    # The words around join the others, and cost less to compare.
    few = alignment.score < settings["join_number_equal"]
    if few and relation == "same" and are_of_one_measure(topic, other, alignment.score):
        return True
    if relation != "different" and topic.match_score is not None:
        of_one = of_one_score(topic, other)
        if of_one is not None:
            return of_one
    if relation != "different" and topic.family == "duration" and are_of_one_length(topic, other, alignment.score):
        return True
    # "More than 600 killed" may hold beside "more than 300 took shelter", and is no more precise count of them.
    stretched = alignment.comparison.difference is Difference.BOUND_STRETCHED
    return False if stretched and (topic.toll is None) != (other.toll is None) else None


def _may_conflict(alignment: Alignment, topic: Topic) -> bool:
    """Whether two unlike figures may be of one fact, as those of copied sentences are.

    One more than twice the other is so by a slip only, and a bare number only where both say what it measures.
    """
    other, near_miss = alignment.topic, alignment.comparison.difference in NEAR_MISSES
    one, two = topic.claim.value, other.claim.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.number is None or two.number is None:
        return True
    if is_rounded(one.number, two.number) or are_of_two_scores(topic, other) or are_of_two_polls(topic, other):
        return False
    sizes = sorted((abs(one.number), abs(two.number)))
    if topic.counts_since != other.counts_since:
        return False
    far = sizes[0] * _FAR < sizes[1] and not near_miss
    bare = "number" in (topic.claim.kind, other.claim.kind)
    if are_among_others(topic, other, far=far):
        return False
    if (far or bare or topic.claim.kind == "ordinal") and near_copies(topic, other):
        return True
    if topic.claim.kind == "ordinal" and None not in (topic.core.event, other.core.event):
        return core_slots_of(topic, other).of("event") >= SlotRelation.COMPATIBLE  # one place is named for two acts
    return not far and (not bare or slots_of(topic, other).of("measure") is SlotRelation.SAME)


_FAR = 2


def _is_one_utterance(alignment: Alignment, topic: Topic) -> bool:
    """Whether two quotations of unlike words are of one utterance, which one of them or both give wrongly.

    Other words of one speaker are another statement, but for two translations of one; a changed word says something
    only where most are the same. A few words are said by many.
    """
    comparison = alignment.comparison
    if comparison.difference is Difference.PARAPHRASE:
        two = topic.claim.document != alignment.topic.claim.document  # one translates it once
        return two and alignment.score >= _TRANSLATED and _share_a_phrase(topic, alignment.topic)
    shorter = _shorter(topic, alignment.topic)
    if comparison.difference is Difference.OTHER_SPEAKER:
        return shorter >= _OF_ONE_MOUTH
    return comparison.difference is not Difference.WORDS_CHANGED or comparison.size * _SAME_WORDS <= shorter


def _shorter(a: Topic, b: Topic) -> int:
    """The words of the shorter one of two quotations."""
    return min(len(each.claim.text.split()) for each in (a, b))


def _share_a_phrase(a: Topic, b: Topic) -> bool:
    """Whether two quotations have a run of words in common that names two things: "concern and irritation"."""
    closed = lexicon_of(a.vocabulary.ruleset).closed
    one, two = (words(each.claim.text) for each in (a, b))
    runs = {tuple(one[at : at + _PHRASE]) for at in range(len(one) - _PHRASE + 1)}
    shared = (run for at in range(len(two) - _PHRASE + 1) if (run := tuple(two[at : at + _PHRASE])) in runs)
    return any(sum(word not in closed for word in run) > 1 for run in shared)


_TRANSLATED = 0.62  # similarity from which other words of one speaker may be another translation
_PHRASE = 3  # words
_OF_ONE_MOUTH = 5  # words that two people hardly say alike
_OF_TWO_MOUTHS = 8  # words that are one utterance whomever two reports name as the speaker
_SAME_WORDS = 3  # so many times as many words as are changed has a quotation of the same utterance


def _may_be_one_toll(a: Topic, b: Topic) -> bool:
    """Whether two unlike counts may be of one toll by the words nearby; where tolls are read, both are tolls."""
    return one_toll(a, b) and (not a.vocabulary.reads(a.claim) or (a.toll is not None and b.toll is not None))


def _may_agree(alignment: Alignment, topic: Topic) -> bool:
    """Whether two dates do not differ; of one weekday they do in the time of one day, and a month apart."""
    if alignment.comparison.difference is not Difference.SAME_WEEKDAY:
        zones = alignment.comparison.difference is Difference.ZONE  # 07:37 in the town is another time than 07:37 GMT
        return alignment.comparison.relation != "different" and not zones
    day = day_of(topic)
    return (day is None or day != day_of(alignment.topic)) and not are_weeks_apart(topic, alignment.topic)


def _clocks_first(group: Sequence[int], topics: Sequence[Topic]) -> list[int]:
    """The members of a group of dates, those with a time by the clock first: these are what may differ on one day."""
    return sorted(group, key=lambda position: clock_of(topics[position]) is None)


def _may_be_one_day(alignment: Alignment, topic: Topic, settings: dict[str, float]) -> bool:
    """Whether two dates may be one: a weekday is no other of another month, "today" of two reports are two days, and an
    equal year in other words may be that of another act.
    """
    other, comparison = alignment.topic, alignment.comparison
    if comparison.relation == "different":
        return all(each.vocabulary.names_a_date(each.claim) for each in (topic, other))
    if not _may_agree(alignment, topic) or are_two_happenings(topic, other):
        return False
    unsure = comparison.relation == "same" and alignment.score < settings["join_date_other_act"]
    return not (unsure and are_other_acts(topic, other))


def _sureness(alignment: Alignment, topic: Topic) -> float:
    """What a pair scores more: those that agree are joined before those that differ, ages of one name before all.

    "At least five" and "24" agree, and are two reports of a toll that rose: equal tolls are joined before them. What
    reports give first as the whole is joined before what they tell further on, as of those who died in one place.
    """
    counts = topic.claim.kind != "quantity"  # and no magnitude
    agrees = alignment.comparison.relation != "different"
    agrees = agrees and not (counts and are_two_tolls(topic, alignment.topic))
    named = topic.family == "age" and bearers(topic, alignment.topic) >= Bearers.MAYBE
    tolls = topic.toll is not None and of_one_toll(topic, alignment.topic) is True
    whole = tolls and counts and are_whole_tolls(topic, alignment.topic)
    return 2.0 * (named or tolls) + 1.0 * agrees + 2.0 * whole


def _are_of_one(alignment: Alignment, topic: Topic, settings: dict[str, float]) -> bool | None:
    """Whether two ages are of one person, by who is named or described; None where the words around must decide."""
    found, other = bearers(topic, alignment.topic), alignment.topic
    if alignment.comparison.relation != "different" and are_of_sole_bearer(topic, other):
        return True
    if found is Bearers.TWO:
        return False
    one_event = topic.event_cluster == other.event_cluster
    if alignment.comparison.relation != "different":
        if found is Bearers.ONE:
            return True
        if not one_event:
            return None
        if found is Bearers.MAYBE:
            return True
        if alignment.comparison.relation == "consistent" and (_is_range(topic) or _is_range(other)):
            return False  # "between 20 and 30" is said of several people, or of one whom nobody knows
        if found is Bearers.UNKNOWN and not are_alone_of_age(topic, other):
            return False
        alike = found is Bearers.ALIKE or are_on_one_side(topic, other)
        least: float = settings["join_age_alike" if alike else "join_age_unnamed"]
        return alignment.score >= least
    if not one_event or not are_in_conflict(topic, alignment, found):
        return False
    if are_one_by_role(topic, other, found):
        return alignment.score >= settings["join_age_alike"]
    return True if found is Bearers.ONE else None


def _is_range(topic: Topic) -> bool:
    return isinstance(topic.claim.value, Quantity) and is_range(topic.claim.value)


def _are_one_sum(alignment: Alignment, topic: Topic, settings: dict[str, float]) -> bool:
    """Whether two documents give one sum in two currencies, which cannot be compared but are one fact."""
    other = alignment.topic
    if alignment.comparison.difference is not Difference.UNITS or {topic.claim.kind, other.claim.kind} != {"money"}:
        return False
    if topic.claim.document == other.claim.document or topic.event_cluster != other.event_cluster:
        return False
    if _rate(topic) != _rate(other):
        return False
    return alignment.score >= settings["join_number_different"] and not slots_of(topic, other).conflicts


def _rate(topic: Topic) -> str:
    """For what a sum is paid: "hour" of "USD/hour", nothing of a plain sum."""
    unit = topic.claim.value.unit if isinstance(topic.claim.value, Quantity) else None
    return (unit or "").partition("/")[2]


def _is_without_unit(alignment: Alignment, topic: Topic) -> bool:
    """Whether two figures agree of which one has no unit, or none for the period that the other names."""
    a, b = topic.claim.value, alignment.topic.claim.value
    if alignment.comparison.relation != "consistent" or not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    return a.unit != b.unit and a.number is not None and a.number == b.number


def _one_figure(alignment: Alignment, topic: Topic) -> bool:
    """Whether two claims that agree state one figure: "about 14,000" and "over 14,000", "nearly 3,100" and "3,086"."""
    a, b = topic.claim.value, alignment.topic.claim.value
    if alignment.comparison.relation != "consistent" or not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    if alignment.comparison.difference is Difference.CONVERTED:
        sizes = sizes_in_one_unit(a, b, topic.vocabulary.ruleset)
        return sizes is not None and is_near(*sizes)
    if a.number is None or b.number is None or a.unit != b.unit:
        return False
    return a.number == b.number or (None not in (a.low, a.high, b.low, b.high) and _are_near(a, b))


def _are_near(a: Value, b: Value) -> bool:
    """Whether two figures of one unit may be one, rounded."""
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.unit != b.unit:
        return False
    if a.number is None or b.number is None:
        return False
    return is_near(a.number, b.number)


def _are_one_rounded(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may be one, rounded, or in two units."""
    return _are_near(a, b) if a.unit == b.unit else _are_in_two_units(a, b)


def _are_in_two_units(a: Value, b: Value) -> bool:
    """Whether two figures have two units, and may be one in another unit."""
    return isinstance(a, Quantity) and isinstance(b, Quantity) and None not in (a.unit, b.unit) and a.unit != b.unit


def is_near(one: Decimal, two: Decimal) -> bool:
    """Whether two numbers may be one, rounded."""
    return abs(one - two) <= _NEAR * max(abs(one), abs(two))


def _grown(
    topics: Sequence[Topic],
    edges: Iterable[Pair],
    unlike: Iterable[Pair],
    apart: frozenset[Values],
    seen: Seen,
    ruleset: Ruleset,
) -> list[tuple[Topic, ...]]:
    """Merge along the edges, the surest first, where the groups agree on the whole; then two groups along a pair of
    unlike values that is of one fact, where nothing speaks for two. A measure in two units is one from the start.
    """
    group = list(range(len(topics)))
    members: dict[int, list[int]] = {position: [position] for position in group}
    places = {topic.order: position for position, topic in enumerate(topics)}
    for one, two in restated_pairs(topics, ruleset):
        group[places[two.order]] = group[places[one.order]]
        members[group[places[one.order]]] += members.pop(places[two.order])
    harms = harm_days(topics)

    def merge(a: int, b: int) -> None:
        keep, gone = sorted((group[a], group[b]))
        for position in members[gone]:
            group[position] = keep
        members[keep] += members.pop(gone)

    for _, a, b in edges:
        first, second = members[group[a]], members[group[b]]
        if first is second:
            continue
        if topics[a].family == "quote":
            if _are_one_statement(first, second, (a, b), topics, harms, seen, ruleset):
                merge(a, b)
        elif _alike(first, second, topics, apart, harms, seen, ruleset):
            merge(a, b)
    for a, b in groups_of_one_value(topics, group):
        merge(a, b)
    for _, a, b in unlike:
        first, second = members[group[a]], members[group[b]]
        if first is not second and _may_be_unlike(first, second, topics, apart, harms, seen, ruleset):
            merge(a, b)
    return [tuple(topics[position] for position in sorted(found)) for _, found in sorted(members.items())]


def _are_of_one_day(pairs: Sequence[tuple[Topic, Topic]], seen: Seen, ruleset: Ruleset) -> bool | None:
    """Whether two groups of dates may be one by what happened on them; None where the words around must decide."""
    asked = [(a, b) for a, b in pairs if _both_name_a_day(a, b) or _both_have_a_clock(a, b)]
    of_one = sum(are_of_one_happening(a, b) or are_of_one_moment(a, b) for a, b in asked)
    if not asked or 2 * of_one < len(asked):
        return None
    return all(_may_stand_together(_aligned(a, b, seen, ruleset), a) for a, b in pairs)


def _both_name_a_day(a: Topic, b: Topic) -> bool:
    return day_name_of(a) is not None and day_name_of(b) is not None


def _both_have_a_clock(a: Topic, b: Topic) -> bool:
    return clock_of(a) is not None and clock_of(b) is not None


def _may_stand_together(alignment: Alignment, topic: Topic) -> bool:
    """Whether two dates may stand in one group: those that agree, two times of one harm, and times of two zones."""
    if _may_agree(alignment, topic) or are_two_clocks(topic, alignment.topic):
        return True
    return alignment.comparison.relation == "held"


def _are_of_two_events(topic: Topic, alignment: Alignment, harms: Mapping[str, Set[date]]) -> bool:
    """Whether two claims that are not the same are from reports of two events: of other names and words, or, as two bus
    crashes are told in the same words, of harms on other days and without a name in common.

    Those that differ must surely be of one event, and so must days and lengths of time, which events share by chance.
    """
    a, b, relation = topic, alignment.topic, alignment.comparison.relation
    by_chance = a.family in ("date", "duration", "set")
    if (by_chance or relation == "different") and not a.vocabulary.are_surely_one_event(
        a.claim.document, b.claim.document
    ):
        return True
    if relation == "same":
        return False
    if a.event_cluster != b.event_cluster:
        return True
    mine, theirs = harms.get(a.claim.document), harms.get(b.claim.document)
    if not mine or not theirs or min(abs(one - two) for one in mine for two in theirs) <= _A_DAY:
        return False
    return not a.vocabulary.share_a_name(a.claim.document, b.claim.document)


def _may_be_unlike(
    first: Sequence[int],
    second: Sequence[int],
    topics: Sequence[Topic],
    apart: frozenset[Values],
    harms: Mapping[str, Set[date]],
    seen: Seen,
    ruleset: Ruleset,
) -> bool:
    """Whether two groups may give two values of one fact: no document gives both, and no slots of them conflict; or
    where some do, most pairs are alike, or one claim is alike to most of the other group.
    """
    pairs = [(a, b) for a in first[:6] for b in second[:6]]
    alike: Counter[int] = Counter()
    conflicts = False
    for one, two in pairs:
        a, b = topics[one], topics[two]
        found = _aligned(a, b, seen, ruleset)
        if one_sentence(a, b) or _are_two(found, a, apart) or _are_of_two_events(a, found, harms):
            return False
        if are_news_of_two_times(a, b):
            return False
        if a.claim.document == b.claim.document and found.comparison.relation == "different":
            return False
        if core_slots_of(a, b).conflicts:
            conflicts = True
        elif found.score >= _LIKE:
            alike.update((one, two))
    if not conflicts or alike.total() >= len(pairs):
        return True
    sizes = {**dict.fromkeys(first, len(second[:6])), **dict.fromkeys(second, len(first[:6]))}
    return any(sizes[each] > 1 and 2 * many > sizes[each] for each, many in alike.items())


_LIKE = 0.2  # share of the context from which two claims of groups that are merged are alike


def _alike(
    first: Sequence[int],
    second: Sequence[int],
    topics: Sequence[Topic],
    apart: frozenset[Values],
    harms: Mapping[str, Set[date]],
    seen: Seen,
    ruleset: Ruleset,
) -> bool:
    """Whether two groups may be one: on average their pairs are not below the chaining limit."""
    settings = ruleset.setting("align")
    if topics[first[0]].family == "date":
        first, second = (_clocks_first(group, topics) for group in (first, second))
    pairs = [(topics[a], topics[b]) for a in first[:6] for b in second[:6]]
    if pairs[0][0].family == "date" and (of_one := _are_of_one_day(pairs, seen, ruleset)) is not None:
        return of_one
    if any(one_sentence(a, b) and not is_restated_day(a, b) for a, b in pairs):
        return False
    aligned = [(a, _aligned(a, b, seen, ruleset)) for a, b in pairs]
    if any(_are_two(each, a, apart) for a, each in aligned):
        return False
    # Two values of one document are two facts: two shocks of a quake, two of its victims.
    if any(
        a.claim.document == b.topic.claim.document
        and (b.comparison.relation == "different" or are_two_tolls(a, b.topic))
        for a, b in aligned
    ):
        return False
    # Reports of two events agree where they give one figure; what differs between them is another fact.
    if any(_are_of_two_events(a, each, harms) for a, each in aligned):
        return False
    # Whose age it is, is decided by those whom a name tells, where there are such.
    named = [(a, each) for a, each in aligned if a.family == "age" and are_surely_one(a, each.topic)]
    # Only one report of several may tell the role by which another means the person.
    named = named or [(a, each) for a, each in aligned if a.family == "age" and are_of_one_role(a, each.topic)]
    aligned = named or [(a, each) for a, each in aligned if are_first_tolls(a, each.topic)] or aligned
    if pairs[0][0].family == "date" and any(a.claim.document != b.claim.document for a, b in pairs):
        return _are_told_as_one(aligned, settings)
    if any(are_in_other_forms(a, each.topic) for a, each in aligned):
        return True
    one_value = all(a.key == each.topic.key for a, each in aligned)
    enough: float = len(aligned) * settings["chain_equal" if one_value else "chain"]
    return sum(joins(each, a, settings) for a, each in aligned) >= enough


def _are_one_statement(
    first: Sequence[int],
    second: Sequence[int],
    surest: tuple[int, int],
    topics: Sequence[Topic],
    harms: Mapping[str, Set[date]],
    seen: Seen,
    ruleset: Ruleset,
) -> bool:
    """Whether two groups quote one statement: two of them have words of it in common, most are alike, or all others
    agree with the fullest of the surest pair, of which they may be pieces that do not overlap.
    """
    a, b = (topics[position] for position in sorted(surest))
    pairs = [(a, b), *((topics[one], topics[two]) for one in first[:6] for two in second[:6])]
    aligned = [(one, _aligned(one, two, seen, ruleset)) for one, two in pairs]
    # Reports of two events agree where they give the same words; what differs between them is another statement.
    if any(_are_of_two_events(one, found, harms) for one, found in aligned):
        return False
    if any(_have_words_in_common(found, one) for one, found in aligned):
        return True
    # A few quoted words stand in many quotations: between those one shared part is not enough.
    settings = ruleset.setting("align")
    if sum(joins(found, one, settings) for one, found in aligned[1:]) > (len(aligned) - 1) * settings["chain"]:
        return True
    whole = max(a, b, key=lambda topic: len(topic.claim.text.split()))
    others = [topics[position] for position in (*first, *second) if topics[position] is not whole]
    rest = [(whole, other) if whole.order < other.order else (other, whole) for other in others]
    return all(_agree(_aligned(one, two, seen, ruleset), one, ruleset) for one, two in rest)


def _are_told_as_one(aligned: Sequence[tuple[Topic, Alignment]], settings: dict[str, float]) -> bool:
    """Whether two groups of dates may be one: most pairs of their documents have some pair of dates that may be.

    A report names the day of one happening again and again, with one thing more that happened on it each time. Parts of
    one day in two reports say nothing for or against it, nor do days that cannot be compared.
    """
    told: dict[tuple[str, str], bool] = {}
    for a, each in aligned:
        documents = (a.claim.document, each.topic.claim.document)
        if documents[0] == documents[1] or told.get(documents):
            continue
        joined = joins(each, a, settings)
        relation = each.comparison.relation
        if joined or relation in ("same", "different") or (relation == "consistent" and not _are_of_one_name(a, each)):
            told[documents] = joined
    share = settings["chain"]
    if all(is_past_time(a) for a, _ in aligned) or all(is_past_time(each.topic) for _, each in aligned):
        share *= _OF_ONE_YEAR
    return sum(told.values()) >= max(len(told) * share, 1.0)


def _are_of_one_name(a: Topic, alignment: Alignment) -> bool:
    return day_name_of(a) == day_name_of(alignment.topic)


_OF_ONE_YEAR = 0.5  # of the pairs that two groups of days, months and years of the past must have, these must have


def _agree(alignment: Alignment, topic: Topic, ruleset: Ruleset) -> bool:
    return alignment.comparison.relation != "different" and joins(alignment, topic, ruleset.setting("align"))


def _have_words_in_common(alignment: Alignment, topic: Topic) -> bool:
    """Whether one of two quotations is the other or a part of it, or both have a part in common, of more words than
    many people say alike.
    """
    found = alignment.comparison
    if found.difference is Difference.OTHER_SPEAKER:
        return _shorter(topic, alignment.topic) >= _OF_TWO_MOUTHS
    if found.difference is Difference.OVERLAP or found.difference in _OTHER_WORDS:
        return share_a_stretch(topic, alignment.topic, topic.vocabulary.ruleset)
    if found.relation not in ("same", "consistent") or found.difference not in _WHOLE_PARTS:
        return False
    return _shorter(topic, alignment.topic) >= _OF_ONE_MOUTH


_WHOLE_PARTS = (
    Difference.VERBATIM,
    Difference.TYPOGRAPHY,
    Difference.SPACING,
    Difference.CONTRACTION,
    Difference.PART_OF,
)
