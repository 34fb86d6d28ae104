"""The dates of one happening, in whatever words: "was shot on Saturday night", "Saturday's shooting"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from factcheck.align.slots import SlotRelation, copied_sentences, core_slots_of, near_copies
from factcheck.align.topic import Topic
from factcheck.model import Claim, TimeExpression, Value
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.state.clause import Clause, clause_around, noun_phrase_before
from factcheck.state.lexicon import Tag
from factcheck.state.slots import StatementReader
from factcheck.text.tokens import Form

_TIMED = ("date", "time")
_A_DAY, _A_WEEK = timedelta(1), timedelta(7)
_LEADS = (Tag.PREPOSITION, Tag.ADVERB, Tag.DETERMINER, Tag.SUBORDINATOR)
_OF_A_PHRASE = (Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.PREPOSITION, Tag.FIGURE, Tag.ADVERB)
_NAMED = (Tag.NOUN, Tag.NAME)
_VERBAL = (Tag.VERB, Tag.AUXILIARY)
_FEW = 3  # dates of one happening to which each further one is linked
_MOST = 60  # dates of one day and event with which a further one is compared
_BESIDE = 3  # tokens behind "another" in which the noun of the other happening stands
_ADVERB = "ly"
_GERUND = "ing"
_PAST = "ed"
_OF_AN_OBJECT = (Tag.NAME, Tag.DETERMINER, Tag.FIGURE, Tag.PRONOUN)
_WITH_AN_OBJECT = (Tag.NAME, Tag.NOUN, Tag.DETERMINER, Tag.PRONOUN)
_NO_HARM = "none"
_DEATH = frozenset(("die",))
_CLOCK = regex(r"T(\d\d):(\d\d)")
_WEEK = "-W"
_HELD_DAY = regex(r"XXXX-(?:WXX-\d|\d\d-\d\d)")


class Happening(Struct, frozen=True, gc=False):
    """What a date is the day of: classes of acts, whether it is a harm, and the means by which that is done.

    `other` says that the text tells it from the event that it reports, `follows` that it is what follows a harm on a
    day of its own, or a time that the date only bounds; `beside` that a harm stands in the sentence, and not in the
    clause of the date; `itself` that the date is that of the harm, and not of what was done at once because of it.
    """

    acts: frozenset[str]
    harm: bool = False
    means: frozenset[str] = frozenset()
    other: bool = False
    follows: bool = False
    beside: bool = False
    itself: bool = False


def day_of(topic: Topic) -> date | None:
    """The day that a date or a time of a day names; None for a longer time, or where the day is not known."""
    value = topic.value
    if not isinstance(value, TimeExpression) or topic.claim.kind not in _TIMED or value.held:
        return None
    if value.first is None or value.last is None or value.last - value.first > _A_DAY:
        return None
    return value.first if value.last == value.first or topic.claim.kind == "time" else None


def day_name_of(topic: Topic) -> date | str | None:
    """The day of a date, or what an undated text says of it: "XXXX-WXX-2" of a Tuesday; None where it names no day."""
    value = topic.value
    if topic.claim.kind not in _TIMED or not isinstance(value, TimeExpression) or not value.held:
        return day_of(topic)
    known = (value.timex or "").partition("T")[0]
    return known if _HELD_DAY.fullmatch(known) else None


def are_on_one_day(a: Topic, b: Topic, *, near: bool = True) -> bool:
    """Whether two dates are one day, as far as an undated text says: "Tuesday" may be any Tuesday.

    With `near` it must be one of which a report tells as of its own days.
    """
    one, two = day_name_of(a), day_name_of(b)
    if one is None or two is None:
        return False
    if isinstance(one, date) and isinstance(two, str):
        return two in _names(one) and (not near or _may_be_a_bare_weekday(a, two))
    if isinstance(one, str) and isinstance(two, date):
        return one in _names(two) and (not near or _may_be_a_bare_weekday(b, one))
    return one == two


def _may_be_a_bare_weekday(dated: Topic, held: str) -> bool:
    """Whether an undated report may mean a known day by its weekday alone: that of a report of those days."""
    if _WEEK not in held:
        return True
    day, told = day_of(dated), dated.vocabulary.anchor(dated.claim.document)
    if day is None:
        return False
    return abs(told - day) <= _A_WEEK if told is not None else dated.vocabulary.names_a_weekday(dated.claim)


def _names(day: date) -> tuple[str, str]:
    """What an undated text may call a day."""
    return f"XXXX-WXX-{day.isoweekday()}", f"XXXX-{day.month:02}-{day.day:02}"


def are_of_one_happening(a: Topic, b: Topic) -> bool:
    """Whether two dates are the day of one happening: the harm that reports of one event tell, or acts of one class."""
    if a.event_cluster != b.event_cluster or not are_on_one_day(a, b):
        return False
    one, two = happening_of(a), happening_of(b)
    if one is None or two is None or one.other or two.other:
        return False
    if one.harm and two.harm and not (one.beside and two.beside):
        return not one.means or not two.means or not one.means.isdisjoint(two.means)
    if (one.harm and not one.beside) or (two.harm and not two.beside) or one.acts.isdisjoint(two.acts):
        return False
    if a.is_said or b.is_said:  # one may say two things on a day
        return False
    return core_slots_of(a, b).of("bearer") is not SlotRelation.CONFLICTING


def are_two_happenings(a: Topic, b: Topic) -> bool:
    """Whether two days are those of two happenings: two harms by two means, a harm and what followed it, or two acts
    that lists tell apart.
    """
    if day_of(a) is None or day_of(b) is None or copied_sentences(a, b):
        return False
    one, two = happening_of(a), happening_of(b)
    if one is None or two is None or one.beside or two.beside:
        return False
    if one.harm and two.harm:
        return one.other != two.other or bool(one.means and two.means and one.means.isdisjoint(two.means))
    if one.harm != two.harm:
        return one.follows or two.follows
    return one.acts.isdisjoint(two.acts) and core_slots_of(a, b).of("event") is SlotRelation.CONFLICTING


def happening_of(topic: Topic) -> Happening | None:
    """What a date is the day of; None where its clause does not say, or says only who told it."""
    known = topic.vocabulary.dated_happenings
    if topic.order not in known:
        reader = topic.vocabulary.reader(topic.claim.document)
        reading = _Reading(reader, topic.claim)
        found = reading.happening()
        if (found is None or not (found.harm or found.follows)) and _is_only_day(topic):
            found = reading.with_harm_beside(found)
        known[topic.order] = found
    return known[topic.order]


def _is_only_day(topic: Topic) -> bool:
    """Whether no other day than that of a date stands in its sentence."""
    if day_name_of(topic) is None:
        return False
    value, values = topic.value, (each.value for each in topic.vocabulary.dates(topic.claim))
    return not any(isinstance(each, TimeExpression) and not _may_be_one_day(each, value) for each in values)


def _may_be_one_day(one: Value, two: Value) -> bool:
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return False
    if one.first is not None or two.first is not None:
        return one.first == two.first
    return (one.timex or "").partition("T")[0] == (two.timex or "").partition("T")[0]


def clock_of(topic: Topic) -> int | None:
    """The minute of the day of a time by the clock; None for any other."""
    value = topic.value
    if topic.claim.kind != "time" or not isinstance(value, TimeExpression) or "/" in (value.timex or ""):
        return None
    found = _CLOCK.search(value.timex or "")
    return int(found[1]) * 60 + int(found[2]) if found is not None else None


def dates_of_one_happening(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of dates that are the day of one happening in reports of one event.

    Each is linked to the first few, so that the pairs grow with the dates.
    """
    for known, members in _by_day(topics):
        if len({topic.claim.document for topic in members}) < len(members[:2]):
            continue
        for index, topic in enumerate(members):
            linked = 0
            for earlier in members[: min(index, _MOST)]:
                if isinstance(known, str) and isinstance(day_name_of(earlier), date):
                    break  # of two known days
                if are_of_one_happening(earlier, topic):
                    yield (earlier, topic) if earlier.order < topic.order else (topic, earlier)
                    linked += 1
                    if linked == _FEW:
                        break


def _by_day(topics: Iterable[Topic]) -> Iterator[tuple[date | str, list[Topic]]]:
    """The dates of each event by their days, and those of undated texts with the known days that they may be."""
    days: dict[tuple[int, date | str], list[Topic]] = defaultdict(list)
    known: list[tuple[date, Topic]] = []
    for topic in topics:
        day = day_name_of(topic) if topic.family == "date" else None
        if day is not None:
            days[topic.event_cluster, day].append(topic)
        if isinstance(day, date):
            known.append((day, topic))
    for each, topic in known:
        for name in _names(each):
            if (held := days.get((topic.event_cluster, name))) is not None:
                held.append(topic)
    yield from ((day, members) for (_, day), members in days.items())


def harm_days(topics: Iterable[Topic]) -> dict[str, set[date]]:
    """The days on which each document says that the harm was done of which it reports."""
    found: dict[str, set[date]] = {}
    for topic in topics:
        day = day_of(topic) if topic.family == "date" else None
        happening = happening_of(topic) if day is not None else None
        if happening is None or day is None or happening.other or happening.beside:
            continue
        if happening.harm:
            found.setdefault(topic.claim.document, set()).add(day)
    return found


def are_other_acts(a: Topic, b: Topic) -> bool:
    """Whether two times longer than a day are those of two acts, as far as their verbs say: much is done in one year.

    A day of a month or a year is telling by itself.
    """
    if day_of(a) is not None or a.core.event is None or b.core.event is None or near_copies(a, b):
        return False
    return core_slots_of(a, b).of("event") < SlotRelation.COMPATIBLE


def are_weeks_apart(a: Topic, b: Topic) -> bool:
    """Whether two dates are more than a week apart: of what a bare weekday means no more than a week is in doubt."""
    one, two = a.value, b.value
    if not isinstance(one, TimeExpression) or not isinstance(two, TimeExpression):
        return False
    return one.first is not None and two.first is not None and abs(one.first - two.first) > _A_WEEK


class _Words:
    """The word lists by which happenings are told."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.classes = ruleset.words("harm_class")
        self.words = ruleset.words("harm_word")
        self.adjectives = frozenset(ruleset.words("harm_adjective"))
        self.simultaneous = frozenset(ruleset.words("simultaneous_word"))
        self.happens = frozenset(ruleset.words("happening_verb_class"))
        self.responses = frozenset(ruleset.words("first_response_class"))
        self.aftermath = frozenset(ruleset.words("aftermath_class"))
        self.others = ruleset.words("other_happening")
        self.pairs = ruleset.words("harm_words")
        self.arrives = frozenset(ruleset.words("arriving_verb"))
        self.dying = frozenset(ruleset.words("dying_verb"))
        self.ordinals = frozenset(ruleset.words("ordinal"))
        self.lasting = frozenset(ruleset.words("lasting_verb"))
        self.told_dead = frozenset(word for word, meaning in ruleset.words("dying_verb").items() if meaning)
        self.sickbeds = frozenset(ruleset.words("sickbed_word"))
        self.meanwhile = frozenset(ruleset.words("meanwhile_word"))
        self.bounds = ruleset.words("date_bound")


@lru_cache(maxsize=8)
def _words_of(ruleset: Ruleset) -> _Words:
    return _Words(ruleset)


class _Reading:
    """Reads what one date is the day of."""

    def __init__(self, reader: StatementReader, claim: Claim) -> None:
        self._reader = reader
        self._tokens = reader.tokens
        self._lexicon = reader.lexicon
        self._claim = claim
        self._words = _words_of(reader.ruleset)
        self._clause = reader.clause(claim)
        self._sentence = self._clause.sentence
        self._start, self._end = self._clause.start, self._clause.end

    def happening(self) -> Happening | None:
        """The happening of the date."""
        attached = self._attached() or self._of_phrase_cut_off()
        if attached is not None:
            return attached
        bound = self._words.bounds.get(self._tokens.forms[self._start - 1].folded)
        if bound is not None and not self._names_harm(self._start - 2):  # "the shooting from Thursday"
            return Happening(frozenset((bound,)), follows=True)
        clause = self._governing()
        near = self._phrase_before()
        verb = self._verb(clause)
        if verb is None:
            return self._told_here_or_beside(clause, near, ())
        names = (*self._reader.happening(verb, self._sentence), *self._for_which(verb, clause))
        base = self._lexicon.verb(self._tokens.forms[verb].folded)
        words = {*names[:1], *((base.base,) if base is not None else ())}
        if words & self._words.happens or (words & self._words.arrives and self._is_harm(clause)):
            return self._taking_place(clause, near, names)
        if words & self._words.dying and self._is_of_a_death(words, clause):
            return Happening(_DEATH, follows=True)
        if words & self._words.responses:
            return self._told(range(self._sentence.first, self._sentence.stop), near, names)
        if words & self._lexicon.reports:
            if verb >= self._end and (told := self._told(range(clause.first, self._start), near, ())) is not None:
                return told  # "was shot on Monday, police said"
            return Happening(frozenset(names), follows=True)
        if words & (self._words.aftermath | self._words.lasting):
            beside = self._told(self._before(clause, self._words.meanwhile), near, names)
            if beside is not None and beside.harm:
                return beside  # "were shot while they attended a funeral on Monday"
            found = self._told(near, near, names)
            return found if found is None or found.harm else replace(found, follows=True)
        return self._told_here_or_beside(clause, near, names)

    def with_harm_beside(self, happening: Happening | None) -> Happening | None:
        """A happening that follows no harm, with the harm that the sentence tells beside its clause."""
        sentence, acts = self._sentence, happening.acts if happening is not None else frozenset()
        if not acts.isdisjoint(self._words.aftermath) or not self._is_told_as_done():
            return happening
        found = self._told(range(sentence.first, sentence.stop), (), acts)
        return replace(found, beside=True) if found is not None and found.harm else happening

    def _is_told_as_done(self) -> bool:
        """Whether the verb that governs the date is in the past: "stopped", "was cleaning", but not "opens"."""
        clause = self._governing()
        index = self._verb(clause)
        if index is None:
            return False
        word, verb = self._tokens.forms[index].folded, self._lexicon.verb(self._tokens.forms[index].folded)
        if word.endswith(_GERUND):
            return self._sentence.tag(index - 1) is Tag.AUXILIARY
        return (
            verb is not None
            and verb.participle
            and (word != verb.base or self._sentence.tag(index - 1) is Tag.AUXILIARY)
        )

    def _told_here_or_beside(self, clause: Clause, near: list[int], names: Iterable[str]) -> Happening | None:
        """What the clause of the date tells, or a harm of that time that the clauses beside it tell."""
        found = self._told(_words_in(clause), near, names)
        if found is not None and found.harm:
            itself = clause.verb is not None and self._harm(clause.verb) is not None
            return replace(found, itself=itself and not self._is_one_of_many(clause))
        beside = self._told(self._beside(clause), near, names)
        return beside if beside is not None and beside.harm else found

    def _governing(self) -> Clause:
        """The clause of the date; of "shortly before 2 a.m. Sunday" the one that the subordinator would end.

        Of a date that stands by itself it is the one behind it ("On Monday, 9 May, a man was shot"), else the one
        before ("died after a strike on Monday").
        """
        sentence, first = self._sentence, self._start
        while sentence.tag(first - 1) in _LEADS and first > sentence.first:
            first -= 1
        clause = self._clause
        if any(sentence.tag(index) is Tag.SUBORDINATOR for index in range(first, self._start)):
            clause = clause_around(sentence, first, self._end)
        if clause.verb is not None:
            main = self._behind_participle(clause.verb)
            return clause if main is None else self._at(main)
        if any(self._harm(index) is not None for index in _words_in(clause)):
            return clause
        before = range(clause.first - 1, sentence.first - 1, -1)
        verb = next((index for index in before if sentence.tag(index) is Tag.VERB), None)
        if verb is None or all(sentence.tag(index) in _LEADS for index in range(clause.first, self._start)):
            behind = range(self._end, sentence.stop)
            verb = next((index for index in behind if sentence.tag(index) is Tag.VERB), None)
        main = None if verb is None else self._behind_participle(verb)
        return clause if verb is None else self._at(verb if main is None else main)

    def _behind_participle(self, verb: int) -> int | None:
        """The main verb behind one that only describes its subject: "on Friday Marsh, living in Oxton, fell", "a woman
        crossing a street to attend a service on Friday was run over", where that tells of a harm.
        """
        sentence = self._sentence
        if sentence.tag(verb) is not Tag.VERB or not self._is_without_time(verb):
            return None
        if verb < self._start:
            main = self._verb_at(self._end)
            tells_harm = main is not None and any(self._harm(index) is not None for index in (main, main + 1))
            return main if tells_harm else None
        forms = self._tokens.forms
        if not any(forms[index].text == "," for index in range(self._end + 1, verb)):
            return None
        commas = (index for index in range(verb + 1, sentence.stop) if forms[index].text == ",")
        return next((main for comma in commas if (main := self._verb_at(comma + 1)) is not None), None)

    def _is_without_time(self, verb: int) -> bool:
        """Whether a verb is a participle without an auxiliary, or an infinitive."""
        sentence, forms = self._sentence, self._tokens.forms
        if forms[verb - 1].folded in self._lexicon.infinitive:
            return sentence.tag(verb - 2) is not Tag.VERB
        known = self._lexicon.verb(forms[verb].folded)
        before = verb - 1
        while sentence.tag(before) in (Tag.ADVERB, Tag.NEGATION, Tag.COORDINATOR):
            before -= 1
        if sentence.tag(before) is Tag.AUXILIARY:
            return False
        if forms[verb].folded.endswith(_GERUND):
            return True
        by = sentence.tag(verb + 1) in (Tag.PREPOSITION, Tag.SUBORDINATOR)
        return known is not None and known.participle and by and sentence.tag(before) is Tag.MARK

    def _verb_at(self, index: int) -> int | None:
        """The verb of a predicate that begins at a token: "fell", "was later shot"; None of another word."""
        sentence, helped = self._sentence, False
        while sentence.tag(index) in (Tag.AUXILIARY, Tag.ADVERB, Tag.NEGATION):
            helped |= sentence.tag(index) is Tag.AUXILIARY
            index += 1
        folded = self._tokens.forms[index].folded
        if sentence.tag(index) is not Tag.VERB:
            return index if helped and folded.endswith(_PAST) else None
        return None if folded.endswith(_GERUND) and not helped else index

    def _at(self, verb: int) -> Clause:
        """The clause of a verb, as that of the date."""
        sentence, before = self._sentence, verb - 1
        around = clause_around(sentence, verb, verb + 1)
        while sentence.tag(before) in (Tag.AUXILIARY, Tag.ADVERB, Tag.NEGATION):
            before -= 1
        subject = noun_phrase_before(sentence, before, around.first)
        return Clause(
            sentence, around.first, around.stop, self._start, self._end, verb, subject, is_subject=verb >= self._end
        )

    def _beside(self, clause: Clause) -> list[int]:
        """The tokens of the clauses that are of the time of another: "was shot as" before "he sat down on Monday", and
        what stands behind "he sat down on Monday when"; of two things that one does, the first.
        """
        sentence = self._sentence
        found = self._before(clause, self._words.simultaneous)
        if clause.stop < sentence.stop - 1 and self._tokens.forms[clause.stop].folded in self._words.simultaneous:
            found += range(clause.stop + 1, sentence.stop)
        return found

    def _before(self, clause: Clause, links: frozenset[str]) -> list[int]:
        """The tokens of the clause before one that a word of some kind links to it."""
        sentence, link = self._sentence, clause.first - 1
        if link <= sentence.first:
            return []
        linked = self._tokens.forms[link].folded in links
        if not linked and not (sentence.tag(link) is Tag.COORDINATOR and clause.verb == clause.first):
            return []
        return _words_in(clause_around(sentence, link - 1, link))

    def _verb(self, clause: Clause) -> int | None:
        """The verb that governs the date: the last one before it, or the one behind it where the one before only says
        which is meant ("The man charged with theft on Monday pleaded"), but for a relative clause of a harm.

        Behind an adverb in -ly it may be a noun elsewhere ("was fatally shot"), and behind a preposition, with an
        object, too ("for shooting a man").
        """
        sentence, forms = self._sentence, self._tokens.forms
        found = clause.verb if clause.verb is not None and sentence.tag(clause.verb) is Tag.VERB else None
        if not clause.first <= self._start < clause.stop:
            return found
        for index in range(min(self._start, clause.stop) - 1, clause.first - 1, -1):
            if sentence.tag(index) is Tag.VERB and not self._is_named(index):
                harms = self._is_relative(clause) and self._harm(index) is not None
                return index if harms or not clause.is_subject else found
            if index == found:
                break
            verb = self._lexicon.verb(forms[index].folded)
            if verb is None or not verb.participle:
                continue
            if forms[index - 1].folded.endswith(_ADVERB):
                return index
            if self._is_gerund(index) and index + 1 < self._start and sentence.tag(index + 1) in _OF_AN_OBJECT:
                return index
        return found

    def _for_which(self, verb: int, clause: Clause) -> tuple[str, ...]:
        """The classes of what is done for the purpose that a verb behind "to" names: "beat Marsh to keep his title"."""
        sentence, forms = self._sentence, self._tokens.forms
        if forms[verb - 1].folded not in self._lexicon.infinitive or sentence.tag(verb - 2) is Tag.VERB:
            return ()
        before = (index for index in range(verb - 2, clause.first - 1, -1) if sentence.tag(index) is Tag.VERB)
        return next((self._reader.happening(index, sentence) for index in before), ())

    def _is_relative(self, clause: Clause) -> bool:
        """Whether a clause hangs on a relative pronoun, or the one does to which "and" joins it."""
        sentence, link = self._sentence, clause.first - 1
        if sentence.tag(link) is Tag.COORDINATOR and sentence.tag(clause.first) is Tag.VERB:
            link = clause_around(sentence, link - 1, link).first - 1
        return sentence.tag(link) is Tag.RELATIVE

    def _is_named(self, index: int) -> bool:
        """Whether a verb in -ing is a noun that has no object: "on suspicion of drunk driving early on Sunday"; or a
        participle only describes a noun: "a court-ordered stint".
        """
        sentence, before = self._sentence, index - 1
        if self._tokens.forms[before].text == "-" and sentence.tag(index + 1) in _NAMED:
            return True
        if not self._tokens.forms[index].folded.endswith(_GERUND) or sentence.tag(index + 1) in _WITH_AN_OBJECT:
            return False
        while sentence.tag(before) in _NAMED and before >= self._clause.first:
            before -= 1
        return sentence.tag(before) is Tag.PREPOSITION

    def _is_gerund(self, index: int) -> bool:
        """Whether a word is a verb as a noun behind a preposition: "for shooting"."""
        behind_preposition = self._sentence.tag(index - 1) is Tag.PREPOSITION
        return behind_preposition and self._tokens.forms[index].folded.endswith(_GERUND)

    def _is_of_a_death(self, words: Set[str], clause: Clause) -> bool:
        """Whether a time by the clock is that at which one was told to be dead, or died of his wounds in hospital: the
        harm was done before.
        """
        if _CLOCK.search(getattr(self._claim.value, "timex", None) or "") is None:
            return False
        if words & self._words.told_dead:
            return True
        forms = self._tokens.forms
        return any(forms[index].folded in self._words.sickbeds for index in range(clause.first, clause.stop))

    def _attached(self) -> Happening | None:
        """The happening named by the noun that the date belongs to: "Saturday's shooting", "the Aug. 3 attack"."""
        forms, sentence = self._tokens.forms, self._sentence
        stop = self._end
        while sentence.tag(stop) in _NAMED or _text(forms, stop) == "-":
            stop += 1
        if stop == self._end:
            return None
        run = range(self._end, stop)
        owned = forms[self._end - 1].folded.endswith(("'s", "s'"))
        named = [index for index in run if self._act(index) is not None or self._harm(index) is not None]
        if named:
            found = self._told(named, named, ())
            if found is None or found.harm:
                return found if found is None else replace(found, itself=True)
            return replace(found, follows=not found.acts.isdisjoint(self._words.aftermath))
        if owned:
            return Happening(frozenset(filter(None, (forms[stop - 1].concept,))))
        return None

    def _of_phrase_cut_off(self) -> Happening | None:
        """The harm named before an aside, where the date ends the subject and only its verb stands behind it: "the
        shooting of Nils Orr, 15, on Sunday sparked protests".
        """
        sentence, clause = self._sentence, self._clause
        if sentence.tag(self._end) not in _VERBAL or clause.first == sentence.first:
            return None
        if any(sentence.tag(index) not in _LEADS for index in range(clause.first, self._start)):
            return None
        first = clause.first - 1
        while first >= sentence.first and sentence.tag(first) not in _VERBAL:
            first -= 1
        found = self._told(range(first + 1, clause.first), (), ())
        return found if found is not None and found.harm else None

    def _phrase_before(self) -> list[int]:
        """The tokens of the phrase right before the date: "a shooting in Brooklyn on" before "Monday night"."""
        sentence, index = self._sentence, self._start - 1
        while index >= sentence.first and (
            sentence.tag(index) in _OF_A_PHRASE or _text(self._tokens.forms, index) == "-"
        ):
            index -= 1
        return list(range(index + 1, self._start))

    def _taking_place(self, clause: Clause, near: list[int], names: Iterable[str]) -> Happening:
        """What happened: as the subject names it, else whatever harm the report is of."""
        subject = clause.subject
        phrase = range(subject.first, subject.stop) if subject is not None else range(0)
        found = self._told([*phrase, *near], [*phrase, *near], ())
        itself = not self._is_one_of_many(clause)
        if found is not None and (found.harm or found.acts):
            return replace(found, itself=itself and found.harm)
        return Happening(frozenset(names), harm=True, other=self._is_other(), itself=itself)

    def _is_harm(self, clause: Clause) -> bool:
        """Whether the subject of a clause names a harm: "the attack came at 9 p.m."."""
        subject = clause.subject
        return subject is not None and any(self._names_harm(index) for index in range(subject.first, subject.stop))

    def _is_one_of_many(self, clause: Clause) -> bool:
        """Whether a clause tells of one of several harms: "the first shooting", "the worst of the shootings"."""
        forms = self._tokens.forms
        return any(
            forms[index].folded in self._words.ordinals
            or (self._names_harm(index) and self._lexicon.is_plural(forms[index].folded))
            for index in _words_in(clause)
        )

    def _told(self, words: Iterable[int], near: Iterable[int], names: Iterable[str]) -> Happening | None:
        """The happening that some words tell; the acts are those of the verb and of the nouns near the date."""
        means = [found for index in words if (found := self._harm(index)) is not None]
        acts = frozenset((*names, *(act for index in near if (act := self._act(index)) is not None)))
        if not means and not acts:
            return None
        return Happening(acts, bool(means), frozenset(filter(None, means)), self._is_other())

    def _act(self, index: int) -> str | None:
        """The class of acts that a noun names."""
        if self._sentence.tag(index) not in _NAMED:
            return None
        folded = self._tokens.forms[index].folded.removesuffix("'s")
        return self._lexicon.act(folded)

    def _harm(self, index: int) -> str | None:
        """By what means a word tells that harm was done, empty where it does not say; None where it tells of none."""
        if self._start <= index < self._end:
            return None
        folded = self._tokens.forms[index].folded.removesuffix("'s")
        found = self._words.words.get(folded)
        if found is not None:
            return found
        if self._is_in_a_name(index):
            return None
        before = index - 2 if self._tokens.forms[index - 1].text == "-" else index - 1
        if (of_two := self._words.pairs.get(f"{self._tokens.forms[before].folded} {folded}")) is not None:
            return None if of_two == _NO_HARM else of_two  # "opened fire", "cease-fire"
        if folded in self._words.adjectives:
            return ""
        if self._sentence.tag(index) is Tag.VERB:
            classes = self._reader.happening(index, self._sentence)
            return self._words.classes.get(classes[0]) if classes else None
        act = self._act(index)
        if act is not None:
            return self._words.classes.get(act)
        verb = self._lexicon.verb(folded)
        return self._words.classes.get(verb.name) if verb is not None and verb.participle else None

    def _is_in_a_name(self, index: int) -> bool:
        """Whether a word is one of the words of a name: "Sinking Spring"."""
        tag = self._sentence.tag
        return tag(index) is Tag.NAME and Tag.NAME in (tag(index - 1), tag(index + 1))

    def _names_harm(self, index: int) -> bool:
        """Whether a word is a noun for a harm, and no participle of one."""
        folded = self._tokens.forms[index].folded
        return folded in self._words.words or self._words.classes.get(self._act(index) or "") is not None

    def _is_other(self) -> bool:
        """Whether the sentence tells of another happening than the one reported: "in a separate shooting"."""
        forms, sentence = self._tokens.forms, self._sentence
        for index in range(sentence.first, sentence.stop):
            many = self._words.others.get(forms[index].folded)
            if many is None:
                continue
            harms = [each for each in range(index + 1, min(index + _BESIDE, sentence.stop)) if self._names_harm(each)]
            if harms and (many or not self._lexicon.is_plural(forms[harms[-1]].folded)):
                return True
            if many and self._is_done_to_another(index):
                return True
        return False

    def _is_done_to_another(self, index: int) -> bool:
        """Whether a word before a thing is that of a further target of harm: "attacked another school"."""
        sentence, stop = self._sentence, index + 1
        if sentence.tag(index - 1) is not Tag.VERB or self._harm(index - 1) is None:
            return False
        while sentence.tag(stop) in _NAMED:
            stop += 1
        if stop == index + 1:
            return False
        classes = self._lexicon.noun_classes[self._tokens.forms[stop - 1].folded]
        return not any(self._lexicon.is_person(each) for each in classes)


def _words_in(clause: Clause) -> list[int]:
    """The tokens of a clause."""
    return list(range(clause.first, clause.stop))


def _text(forms: Sequence[Form], index: int) -> str:
    """The text of a token; empty behind the last."""
    return forms[index].text if index < len(forms) else ""
