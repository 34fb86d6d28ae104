"""Which figures state one fact by what they count, whatever their values: the tolls of one event.

A toll is told by the event, the fate and whom it counts. Two equal ones of an event are one fact; two unlike ones are
where each is what its report gives as the whole, of people who may be the same, at a time and a place that may be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from factcheck.align.candidates import is_bare
from factcheck.align.one_length import are_equally_long
from factcheck.align.precision import is_open
from factcheck.align.score import are_worlds_apart, is_as_many_as_a_toll, topic_score
from factcheck.align.slots import SlotRelation, core_slots_of, may_be_of_one_time, slots_of, when_of
from factcheck.align.topic import Topic, value_key
from factcheck.model import Quantity, Slot, Value
from factcheck.state.lexicon import lexicon_of
from factcheck.text.folding import fold

_MOST_ALIKE = 4  # tolls of one value with which a further one is compared
_MOST_VALUES = 12  # values of one toll that are compared each with each
_LEAD = 1200  # code points at the beginning of a report, in which it tells what it is about
_NEAR = 0.25  # the share of words from which tolls elsewhere in two reports are of one event
_FAR = 0.1  # the same of equal tolls, of which one is told with a time of long ago
_READINGS = Decimal("0.1")  # by how much of the larger one two measurements of one thing may differ
_ABOUT = Decimal("0.25")  # by how much of the larger one two figures of one measure may differ
_SPECIFIC = 2  # significant digits from which reports of one event hardly give a figure of two things
_LONG = r"tPT?(?!1\D)\d+[YMWDHS]"  # the key of a duration of two units or more
_NOUGHT = Decimal(0)
_CULPRITS = 2  # of those who did it, so many at most die
_LONG_AGO = timedelta(days=60)  # before a report, from which a time that only one of two names is another event's


def of_one_toll(a: Topic, b: Topic) -> bool | None:
    """Whether two counts are of one toll by their slots; None where the words around must decide."""
    one, two = a.toll, b.toll
    if one is None or two is None:
        return None
    if one.fate != two.fate:
        return False
    if a.event_cluster != b.event_cluster:
        return None
    alike = _may_be_one_group(a, b) and not are_of_two_times(a, b)
    if _number(a) != _number(b):
        return _may_differ(a, b) if alike else False
    sure = one.fate in lexicon_of(a.vocabulary.ruleset).toll_fates and not _is_of_long_ago(a, b)
    sure = sure and (one.whole or two.whole)
    return True if alike and (sure or topic_score(a, b) >= _FAR) else None


def _may_differ(a: Topic, b: Topic) -> bool | None:
    """Whether two unlike tolls are what two reports give as the whole of one event."""
    toll, lexicon = a.toll, lexicon_of(a.vocabulary.ruleset)
    if toll is None or toll.fate not in lexicon.toll_fates | lexicon.event_units:
        return None
    if not are_first_tolls(a, b):
        return False
    if toll.fate in lexicon.event_units and not _are_two_readings(a, b):
        return False
    if not (is_as_many_as_a_toll(a, b) or _may_rise_far(a, b)) or _is_of_long_ago(a, b) or _are_of_two_places(a, b):
        return False
    if _follows_long_ago(a) != _follows_long_ago(b) or _spans(a) != _spans(b):
        return False
    if _count_others_as_well(a, b) or _count_others_as_well(b, a) or _falls_far(a, b):
        return False
    means = _means(a), _means(b)
    if means[0] and means[1] and means[0].isdisjoint(means[1]):
        return False
    score = topic_score(a, b)
    if _counts_some(a, b) and (score < _NEAR or _is_a_small_part(a, b)):
        return False
    return score >= _NEAR or all(topic.claim.start < _LEAD for topic in (a, b))


def _may_rise_far(a: Topic, b: Topic) -> bool:
    """Whether the lower one of two tolls is told as the least that is known: "at least five people"."""
    few = a if _number(a) < _number(b) else b
    value = few.claim.value
    return isinstance(value, Quantity) and value.bound == "above" and is_open(value) and not are_worlds_apart(a, b)


def _falls_far(a: Topic, b: Topic) -> bool:
    """Whether the later of two reports counts less than half: a toll is put right by a few only."""
    told = [topic.vocabulary.anchor(topic.claim.document) for topic in (a, b)]
    if told[0] is None or told[1] is None or told[0] == told[1]:
        return False
    early, late = (a, b) if told[0] < told[1] else (b, a)
    return 2 * _number(late) < _number(early)


def are_first_tolls(a: Topic, b: Topic) -> bool:
    """Whether two claims are what two documents first give as a whole toll: these say what the reports make of it."""
    return is_first_toll(a) and is_first_toll(b)


def are_whole_tolls(a: Topic, b: Topic) -> bool:
    """Whether two tolls are what two reports first give as the whole, or give again or as a higher one further on, and
    none of them gives the other's as well.
    """
    if not (_gives_the_whole(a) and _gives_the_whole(b)):
        return False
    return a.key == b.key or not (_gives_too(a, b) or _gives_too(b, a))


def _gives_the_whole(topic: Topic) -> bool:
    """Whether a toll has the value of the first whole one of its fate in its document, or a higher one."""
    toll = topic.toll
    first = topic.vocabulary.first_toll(topic.claim.document, toll.fate) if toll is not None else None
    return first is not None and _number_of(first.value) <= _number(topic)


def _gives_too(topic: Topic, other: Topic) -> bool:
    """Whether the document of a toll gives the value of another as well, of people in general."""
    toll = topic.toll
    return toll is not None and _number(other) in topic.vocabulary.tolls(topic.claim.document, toll.fate)


def are_two_tolls(a: Topic, b: Topic) -> bool:
    """Whether two claims state tolls of two sizes: "more than 50 people", "more than 40 people"."""
    return a.toll is not None and b.toll is not None and _number(a) != _number(b)


def _number(topic: Topic) -> Decimal:
    return _number_of(topic.claim.value)


def _number_of(value: Value) -> Decimal:
    return (value.number or _NOUGHT) if isinstance(value, Quantity) else _NOUGHT


def _counts_some(a: Topic, b: Topic) -> bool:
    """Whether the smaller of two tolls may be that of some of the people: "one woman", "two children"."""
    few, many = (a, b) if _number(a) < _number(b) else (b, a)
    one, two = (topic.toll.who if topic.toll is not None else None for topic in (few, many))
    if one is None or (two is not None and not set(one.concepts).isdisjoint(two.concepts)):
        return False
    lexicon = lexicon_of(a.vocabulary.ruleset)
    return lexicon.generic_persons.isdisjoint(one.concepts) or not lexicon.sexed.isdisjoint(one.concepts)


def _count_others_as_well(a: Topic, b: Topic) -> bool:
    """Whether the first of two tolls is of several events, or counts those who did it as well ("six died, including the
    gunman"), or those who died ("ten were shot", "one died and nine were hurt"), and the other does not.
    """
    one, two = a.toll, b.toll
    if one is None or two is None or one.of_several != two.of_several:
        return True
    more = _number(a) - _number(b)
    if one.with_culprits and not two.with_culprits:
        return 0 < more <= _CULPRITS
    within = lexicon_of(a.vocabulary.ruleset).fates_within.get(one.fate)
    if within is None or more <= 0 or one.apart_from == within:
        return False
    counted = (topic.vocabulary.first_toll(topic.claim.document, within) for topic in (a, b))
    return any(each is not None and _number_of(each.value) == more for each in counted)


def _are_two_readings(a: Topic, b: Topic) -> bool:
    """Whether two measurements may be of one thing: those of two quakes of one week lie further apart."""
    few, many = sorted((_number(a), _number(b)))
    return many - few <= _READINGS * many


def _is_a_small_part(a: Topic, b: Topic) -> bool:
    """Whether one of two figures is at most half of the other."""
    few, many = sorted((_number(a), _number(b)))
    return 2 * few <= many


def _may_be_one_group(a: Topic, b: Topic) -> bool:
    """Whether two nouns may count the same people: "six adults", "six people", but not "two women", "two officers"."""
    one, two = (topic.toll.who if topic.toll is not None else None for topic in (a, b))
    if one is None or two is None or not set(one.concepts).isdisjoint(two.concepts):
        return True
    lexicon = lexicon_of(a.vocabulary.ruleset)
    return any(not lexicon.generic_persons.isdisjoint(slot.concepts) for slot in (one, two))


def is_first_toll(topic: Topic) -> bool:
    """Whether a toll is the first whole one of its fate in its document."""
    toll = topic.toll
    first = topic.vocabulary.first_toll(topic.claim.document, toll.fate) if toll is not None else None
    return first is not None and first.start == topic.claim.start


def are_of_two_times(a: Topic, b: Topic) -> bool:
    """Whether two figures are of times that have no day in common."""
    one, two = _time(a), _time(b)
    return one is not None and two is not None and when_of(one, two) is SlotRelation.CONFLICTING


def _is_of_long_ago(a: Topic, b: Topic) -> bool:
    """Whether one of two claims names a time long before the other's report, and that one does not name it."""
    times = _time(a), _time(b)
    if (times[0] is None) == (times[1] is None):
        return False
    dated, other = (times[0], b) if times[0] is not None else (times[1], a)
    told = other.vocabulary.anchor(other.claim.document)
    if dated is None or len(dated.concepts) == 1 or told is None:
        return False
    first, last = map(date.fromisoformat, dated.concepts)
    return last < told - _LONG_AGO and not other.vocabulary.names_a_day_of(other.claim.document, first, last)


def _time(topic: Topic) -> Slot | None:
    """The time of a figure, else the only date of its sentence.

    That of a toll must be long before the report: "August 1982: Eight people killed, three injured". Another may be
    that of the news: "The trial of the man who hurt nine began Thursday".
    """
    told = topic.statement.when
    if told is not None:
        return told
    beside, anchor = topic.vocabulary.only_date(topic.claim), topic.vocabulary.anchor(topic.claim.document)
    if beside is None or anchor is None or topic.toll is None or len(beside.concepts) == 1:
        return beside
    return beside if date.fromisoformat(beside.concepts[1]) < anchor - _LONG_AGO else None


def _follows_long_ago(topic: Topic) -> bool:
    """Whether a figure without a time stands behind a sentence with a date of long before its report."""
    told, before = topic.vocabulary.anchor(topic.claim.document), topic.vocabulary.date_before(topic.claim)
    if told is None or before is None or len(before.concepts) == 1 or _time(topic) is not None:
        return False
    return date.fromisoformat(before.concepts[1]) < told - _LONG_AGO


def _is_one_narrower(a: Topic, b: Topic) -> bool:
    """Whether one of two counts is of some of those whom the other is of: "the surviving victims", "ten victims"."""
    lexicon = lexicon_of(a.vocabulary.ruleset)
    mine, theirs = (
        {folded for word in bearer.text.split() if (folded := fold(word)) not in lexicon.closed and word.islower()}
        if (bearer := topic.core.bearer) is not None
        else set()
        for topic in (a, b)
    )
    people = any(lexicon.is_person(each) for word in mine & theirs for each in lexicon.noun_classes[word])
    return people and mine != theirs


def _spans(topic: Topic) -> frozenset[str]:
    """The time over which a toll came about, where it is that of several events: "over an eight-hour stretch"."""
    return topic.vocabulary.reader(topic.claim.document).spans(topic.claim)


def _means(topic: Topic) -> frozenset[str]:
    """By what means harm was done, as the sentence of a toll tells it: a gun, a crash, a disease."""
    vocabulary, sentence = topic.vocabulary, topic.claim.sentence
    tokens, lexicon = vocabulary.tokens(topic.claim.document), lexicon_of(vocabulary.ruleset)
    words, classes = vocabulary.ruleset.words("harm_word"), vocabulary.ruleset.words("harm_class")
    found = set()
    for index in tokens.between(sentence.start, sentence.end):
        folded = tokens.forms[index].folded
        verb = lexicon.verb(folded)
        names = (lexicon.act(folded), verb.name if verb is not None else None)
        found |= {words.get(folded, ""), *(classes.get(name or "", "") for name in names)}
    return frozenset(filter(None, found))


def _are_of_two_places(a: Topic, b: Topic) -> bool:
    """Whether each names a place that the other's document does not name; behind the lead, whether one does."""
    named = [(topic, topic.statement.where) for topic in (a, b)]
    strange = [
        where is not None and not other.vocabulary.has_any(other.claim.document, where.concepts)
        for (_, where), other in zip(named, (b, a), strict=True)
    ]
    return all(strange) or any(
        far and topic.claim.start >= _LEAD for far, (topic, _) in zip(strange, named, strict=True)
    )


def is_one_by_value(a: Topic, b: Topic) -> bool:
    """Whether two figures are of one fact for their equal value alone, whatever the words around.

    Reports of one event that have a name in common and give 214, $3.1 billion or 52.4 percent once each hardly mean two
    things by it; nor by "nine years", where the sentences share a word or an act.
    """
    return a.is_told_once and b.is_told_once and are_of_one_telling_value(a, b)


def are_of_one_telling_value(a: Topic, b: Topic) -> bool:
    """Whether two figures of one event have a value that is seldom that of two things; see `is_one_by_value`."""
    if a.event_cluster != b.event_cluster or a.claim.document == b.claim.document or not _have_a_telling_value(a, b):
        return False
    if not a.vocabulary.share_a_name(a.claim.document, b.claim.document):
        return False  # short reports without a name in common say too little to be of one event
    return may_be_of_one_time(a, b)


def _have_a_telling_value(a: Topic, b: Topic) -> bool:
    """Whether two figures have one value that is seldom that of two things."""
    if a.family == b.family == "duration":
        if not _is_long(a) or not _is_long(b) or not are_equally_long(a, b):
            return False
        return topic_score(a, b) > 0 or core_slots_of(a, b).of("event") is SlotRelation.SAME
    if a.key != b.key:
        return False
    if _are_of_one_kind(a, b) and _is_specific(a) and _is_specific(b):
        return True
    return _is_one_odd_count(a, b) or _is_one_high_place(a, b)


def _are_of_one_kind(a: Topic, b: Topic) -> bool:
    """Whether two figures may measure one thing: of one kind, two counts, or a bare number and one with its unit."""
    if a.claim.kind == b.claim.kind or a.family == b.family == _COUNTED:
        return True
    bare, other = (a, b) if a.claim.kind == _COUNTED else (b, a)
    return is_bare(bare.claim) and other.claim.kind in _WITH_UNIT


def bare_pairs(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of a figure with a unit and a bare number with its value, which may leave out the unit: "47.6" percent."""
    bare: dict[tuple[int, str], list[Topic]] = defaultdict(list)
    measured: list[Topic] = []
    for topic in topics:
        if topic.claim.kind in _WITH_UNIT:
            measured.append(topic)
        elif is_bare(topic.claim) and _is_specific(topic):
            bare[topic.event_cluster, topic.key].append(topic)
    for topic in measured:
        for other in bare.get((topic.event_cluster, topic.key), ())[:_MOST_ALIKE]:
            yield (topic, other) if topic.order < other.order else (other, topic)


def is_plain_sum_of_rate(a: Topic, b: Topic) -> bool:
    """Whether one of two equal sums is for a period that the other leaves out: "save $240 million a year", "$240m"."""
    one, two = a.claim.value, b.claim.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.number is None or one.number != two.number:
        return False
    units = (one.unit or "", two.unit or "")
    if ("/" in units[0]) == ("/" in units[1]) or units[0].partition("/")[0] != units[1].partition("/")[0]:
        return False
    return is_one_by_value(a, b) and core_slots_of(a, b).of("measure") is not SlotRelation.CONFLICTING


def are_told_once_alike(a: Topic, b: Topic, score: float) -> bool:
    """Whether two equal counts are of one fact as each report gives its count once, in sentences with much in common:
    "three banks", "at least three banks".
    """
    if a.family not in _SMALL or a.key != b.key or a.event_cluster != b.event_cluster:
        return False
    if a.claim.document == b.claim.document:
        return False
    if a.match_score is not None or (_is_a_pair(a) and _is_quoted(a) != _is_quoted(b)):
        return False
    least = _ONE_NOUN if a.head is not None and a.head == b.head else _OTHER_NOUN
    of_people = a.claim.kind == "count" and counts_people(a) and counts_people(b)
    if score < least + (_SMALLER if _number(a) < _MANY and not of_people else 0.0):
        return False
    if not any(word != a.head and not word.startswith("<") for word in a.weights.keys() & b.weights.keys()):
        return False  # nothing but what is counted: "two officers"
    core = core_slots_of(a, b)
    told = of_people and score >= _CLOSER
    told = told or core.of("event") is SlotRelation.SAME or not a.names_beside.isdisjoint(b.names_beside)
    if _number(a) < _MANY and not told:
        return False
    conflicts = core.conflicts
    if conflicts and (a.family != _COUNTED or any(each.name != "measure" for each in conflicts)):
        return False  # "two counts of murder" are "two murder charges"
    return _is_told_of_one_thing(a) and _is_told_of_one_thing(b) and may_be_of_one_time(a, b)


def _is_told_of_one_thing(topic: Topic) -> bool:
    """Whether a report gives a value once, or of people once: "two guards", who are "two officers" further on; or
    otherwise only of people, if it counts things: "300 houses", and "300 people" who slept outdoors.
    """
    if topic.is_told_once:
        return True
    of_people = counts_people(topic)
    if topic.claim.kind != "count" or not (of_people or (_number(topic) > _DOZENS[0] and topic.core.measure)):
        return False
    vocabulary, lexicon = topic.vocabulary, lexicon_of(topic.vocabulary.ruleset)
    measures = [
        vocabulary.core(claim).measure
        for claim in vocabulary.claims_of(topic.claim.document)
        if claim.kind == "count" and value_key(claim.value) == topic.key
    ]
    heads = {measure.concepts: any(map(lexicon.is_person, measure.concepts)) for measure in measures if measure}
    return sum(each == of_people for each in heads.values()) == 1 and (of_people or all(measures))


def _is_a_pair(topic: Topic) -> bool:
    """Whether a figure is one or two, of which there are many in each report: "two countries"."""
    return topic.family == _COUNTED and _number(topic) <= _PAIR


def _is_quoted(topic: Topic) -> bool:
    """Whether a figure stands within a direct quotation."""
    claims = topic.vocabulary.claims_of(topic.claim.document)
    return any(
        each.kind == "quote" and each.start <= topic.claim.start and topic.claim.end <= each.end for each in claims
    )


def _is_specific(topic: Topic) -> bool:
    """Whether a figure is none that two things have by chance: of two digits or more, and no everyday count."""
    value = topic.claim.value
    if not isinstance(value, Quantity) or value.number is None or topic.family == "age":
        return False
    digits = len(value.number.normalize().as_tuple().digits)
    return digits >= _SPECIFIC and topic.rarity != "common"


def _is_one_odd_count(a: Topic, b: Topic) -> bool:
    """Whether two counts below 1,000 are of one fact as none of them is round and they stand near words in common: "51
    knockouts" and "51 wins by knockout", but not those of two bearers.
    """
    if a.family != _COUNTED or b.family != _COUNTED or not (_is_odd(a) and _is_odd(b)):
        return False
    core, score = core_slots_of(a, b), topic_score(a, b)
    if core.of("bearer") is SlotRelation.CONFLICTING:
        return False
    if score >= _WORDS or (score >= _A_WORD and not a.names_beside.isdisjoint(b.names_beside)):
        return True
    alike = core.of("event") in (SlotRelation.SAME, SlotRelation.COMPATIBLE)
    return alike and core.of("measure") is not SlotRelation.CONFLICTING


def _is_one_high_place(a: Topic, b: Topic) -> bool:
    """Whether two ordinals from the tenth on are of one fact as they are of one noun, or near words in common: "the
    12th actor to play the Doctor", "the Twelfth Doctor".
    """
    if a.family != "ordinal" or b.family != "ordinal" or _number(a) < _FEW:
        return False
    if not a.vocabulary.are_surely_one_event(a.claim.document, b.claim.document):
        return False
    return (a.head is not None and a.head == b.head) or topic_score(a, b) >= _CLOSER


def _is_odd(topic: Topic) -> bool:
    """Whether a count is none that is often told: no small and no round one, no dozen, and no figure of a score."""
    number = _number(topic)
    if not _FEW < number < _THOUSAND or number != int(number) or topic.match_score is not None:
        return False
    if number >= _HUNDRED:
        return len(number.normalize().as_tuple().digits) >= _SPECIFIC
    return number % _HAND != 0 and number not in _DOZENS


def _is_long(topic: Topic) -> bool:
    """Whether a duration is of a number of units and not "a day", "all year"."""
    return re.fullmatch(_LONG, topic.key) is not None


def toll_pairs(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of tolls of one event and fate: equal ones, and what two documents first give as the whole.

    Each is compared with a few of its value and with one of each of a few others: the pairs grow with the tolls.
    """
    equal: dict[tuple[int, str, str], list[Topic]] = defaultdict(list)
    firsts: dict[tuple[int, str], dict[str, Topic]] = defaultdict(dict)
    for topic in topics:
        toll = topic.toll
        if toll is None:
            continue
        alike = equal[topic.event_cluster, toll.fate, topic.key]
        yield from ((earlier, topic) for earlier in alike)
        if len(alike) < _MOST_ALIKE:
            alike.append(topic)
        if toll.whole and is_first_toll(topic):
            others = firsts[topic.event_cluster, toll.fate]
            yield from ((earlier, topic) for key, earlier in others.items() if key != topic.key)
            if len(others) < _MOST_VALUES:
                others.setdefault(topic.key, topic)


def enough_of_one_measure(a: Topic, b: Topic, settings: Mapping[str, float]) -> float:
    """The score from which two unlike figures are one fact as they say how much of one thing one bearer has or did.

    Figures further apart are rather of two times or two parts.
    """
    otherwise = settings["join_number_different"]
    if a.event_cluster != b.event_cluster or a.claim.kind != b.claim.kind:
        return otherwise
    few, many = sorted((_number(a), _number(b)))
    if many - few > _ABOUT * many:
        return otherwise
    core = core_slots_of(a, b)
    if core.of("measure") is not SlotRelation.SAME or core.of("bearer") is not SlotRelation.SAME:
        return otherwise
    found = slots_of(a, b)
    if found.conflicts or found.of_other_accounts or found.of_other_fates:
        return otherwise
    if a.claim.kind == "count" and _is_one_narrower(a, b):
        return otherwise
    told = core.of("event") is SlotRelation.SAME
    if not told and counts_people(a):  # "searched for three men", "treated four men"
        return otherwise
    return settings["join_slots_different" if told else "join_toll_different"]


def counts_people(topic: Topic) -> bool:
    """Whether a figure counts people, of whom there are groups in every act."""
    measure, lexicon = topic.core.measure, lexicon_of(topic.vocabulary.ruleset)
    return topic.toll is not None or (measure is not None and any(lexicon.is_person(each) for each in measure.concepts))


def may_be_of_one_measure(a: Topic, b: Topic, score: float) -> bool:
    """Whether two equal counts of one event may be one fact by what they count, however few words stand around both."""
    return a.family == _COUNTED and a.key == b.key and score >= _ALIKE and a.event_cluster == b.event_cluster


def are_of_one_measure(a: Topic, b: Topic, score: float) -> bool:
    """Whether two equal counts of one event are one fact: they count the same, of one bearer or act, and no slot
    conflicts.

    Small counts of things stand everywhere ("two games"), and must have one bearer and one act; of people there are
    hardly two groups of four or more in one event.
    """
    if not may_be_of_one_measure(a, b, score):
        return False
    measure, other = a.core.measure, b.core.measure
    if measure is None or other is None or set(measure.concepts).isdisjoint(other.concepts):
        return False
    core = core_slots_of(a, b)
    if core.conflicts:
        return False
    of_people = any(map(lexicon_of(a.vocabulary.ruleset).is_person, measure.concepts))
    known = sum(core.of(name) is SlotRelation.SAME for name in ("bearer", "event"))
    known += _number(a) >= _MANY and (known > 0 or (of_people and score >= _CLOSER))
    if known < (1 if of_people else _BOTH):
        return False
    found = slots_of(a, b)
    return not (found.conflicts or found.of_other_accounts or found.of_other_fates)


_SMALL = ("number", "ordinal", "duration")
_SMALLER = 0.1  # by how much more so of counts up to three, of which there are several in most reports
_PAIR = 2
_ONE_NOUN = 0.1  # the share of words from which equal counts of one noun, given once each, are one fact
_OTHER_NOUN = 0.15  # and those of other nouns
_WITH_UNIT = ("percent", "money", "quantity", "age")
_FEW = 10  # from ten downwards counts are told of many things
_HUNDRED = 100
_THOUSAND = 1000
_HAND = 5  # what is counted in fives is rounded
_DOZENS = (12, 24, 36, 48)
_WORDS = 0.08  # the share of words from which two such counts are one fact,
_A_WORD = 0.05  # and where both sentences have a name in common
_COUNTED = "number"  # the family of counts
_ALIKE = 0.1  # the share of words from which two equal counts of one measure, and one bearer or act, are one fact
_CLOSER = 0.15  # the same where neither the bearer nor the act is known to be the same
_MANY = 4  # from this many on an event has hardly two groups of one size
_BOTH = 2
