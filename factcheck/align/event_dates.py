"""The dates of one happening, in whatever words: "was shot on Saturday night", "Saturday's shooting"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from factcheck.align.slots import SlotRelation, copied_sentences, core_slots_of, near_copies
from factcheck.align.topic import Topic
from factcheck.model import Claim, TimeExpression
from factcheck.ruleset import Ruleset
from factcheck.state.clause import Clause, clause_around
from factcheck.state.lexicon import Tag
from factcheck.state.slots import StatementReader
from factcheck.text.tokens import Form

_TIMED = ("date", "time")
_A_DAY, _A_WEEK = timedelta(1), timedelta(7)
_LEADS = (Tag.PREPOSITION, Tag.ADVERB, Tag.DETERMINER, Tag.SUBORDINATOR)
_OF_A_PHRASE = (Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.PREPOSITION, Tag.FIGURE, Tag.ADVERB)
_NAMED = (Tag.NOUN, Tag.NAME)
_FEW = 3  # dates of one happening to which each further one is linked
_MOST = 60  # dates of one day and event with which a further one is compared
_BESIDE = 3  # tokens behind "another" in which the noun of the other happening stands
_ADVERB = "ly"


class Happening(Struct, frozen=True, gc=False):
    """What a date is the day of: classes of acts, whether it is a harm, and the means by which that is done.

    `other` says that the text tells it from the event that it reports, `follows` that it is what follows a harm on a
    day of its own, or a time that the date only bounds.
    """

    acts: frozenset[str]
    harm: bool = False
    means: frozenset[str] = frozenset()
    other: bool = False
    follows: bool = False


def day_of(topic: Topic) -> date | None:
    """The day that a date or a time of a day names; None for a longer time, or where the day is not known."""
    value = topic.value
    if not isinstance(value, TimeExpression) or topic.claim.kind not in _TIMED or value.held:
        return None
    if value.first is None or value.last is None or value.last - value.first > _A_DAY:
        return None
    return value.first if value.last == value.first or topic.claim.kind == "time" else None


def are_of_one_happening(a: Topic, b: Topic) -> bool:
    """Whether two dates are the day of one happening: the harm that reports of one event tell, or acts of one class."""
    if a.event_cluster != b.event_cluster or day_of(a) is None or day_of(a) != day_of(b):
        return False
    one, two = happening_of(a), happening_of(b)
    if one is None or two is None or one.other or two.other:
        return False
    if one.harm and two.harm:
        return not one.means or not two.means or not one.means.isdisjoint(two.means)
    if one.harm != two.harm or one.acts.isdisjoint(two.acts):
        return False
    return core_slots_of(a, b).of("bearer") is not SlotRelation.CONFLICTING


def are_two_happenings(a: Topic, b: Topic) -> bool:
    """Whether two days are those of two happenings: two harms by two means, a harm and what followed it, or two acts
    that lists tell apart.
    """
    if day_of(a) is None or day_of(b) is None or copied_sentences(a, b):
        return False
    one, two = happening_of(a), happening_of(b)
    if one is None or two is None:
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
        known[topic.order] = _Reading(reader, topic.claim).happening()
    return known[topic.order]


def dates_of_one_happening(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of dates that are the day of one happening in reports of one event.

    Each is linked to the first few, so that the pairs grow with the dates.
    """
    days: dict[tuple[int, date], list[Topic]] = defaultdict(list)
    for topic in topics:
        day = day_of(topic) if topic.family == "date" else None
        if day is not None:
            days[topic.event_cluster, day].append(topic)
    for members in days.values():
        if len({topic.claim.document for topic in members}) < len(members[:2]):
            continue
        for index, topic in enumerate(members):
            linked = 0
            for earlier in members[: min(index, _MOST)]:
                if are_of_one_happening(earlier, topic):
                    yield earlier, topic
                    linked += 1
                    if linked == _FEW:
                        break


def harm_days(topics: Iterable[Topic]) -> dict[str, set[date]]:
    """The days on which each document says that the harm was done of which it reports."""
    found: dict[str, set[date]] = {}
    for topic in topics:
        day = day_of(topic) if topic.family == "date" else None
        happening = happening_of(topic) if day is not None else None
        if day is not None and happening is not None and happening.harm and not happening.other:
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
        self.others = frozenset(ruleset.words("other_happening"))
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
        self._words = _words_of(reader.ruleset)
        self._clause = reader.clause(claim)
        self._sentence = self._clause.sentence
        self._start, self._end = self._clause.start, self._clause.end

    def happening(self) -> Happening | None:
        """The happening of the date."""
        attached = self._attached()
        if attached is not None:
            return attached
        bound = self._words.bounds.get(self._tokens.forms[self._start - 1].folded)
        if bound is not None:
            return Happening(frozenset((bound,)), follows=True)
        clause = self._governing()
        near = self._phrase_before()
        verb = self._verb(clause)
        if verb is None:
            return self._told(_words_in(clause), near, ())
        names = self._reader.happening(verb, self._sentence)
        base = self._lexicon.verb(self._tokens.forms[verb].folded)
        words = {*names[:1], *((base.base,) if base is not None else ())}
        if words & self._words.happens:
            return self._taking_place(clause, near, names)
        if words & self._words.responses:
            return self._told(range(self._sentence.first, self._sentence.stop), near, names)
        if words & self._lexicon.reports:
            if verb >= self._end and (told := self._told(range(clause.first, self._start), near, ())) is not None:
                return told  # "was shot on Monday, police said"
            return Happening(frozenset(names), follows=True)
        if words & self._words.aftermath:
            found = self._told(near, near, names)
            return found if found is None or found.harm else replace(found, follows=True)
        found = self._told(_words_in(clause), near, names)
        if found is not None and found.harm:
            return found
        beside = self._told(self._beside(clause), near, names)
        return beside if beside is not None and beside.harm else found

    def _governing(self) -> Clause:
        """The clause of the date; of "shortly before 2 a.m. Sunday" the one that the subordinator would end."""
        sentence, first = self._sentence, self._start
        while sentence.tag(first - 1) in _LEADS and first > sentence.first:
            first -= 1
        if any(sentence.tag(index) is Tag.SUBORDINATOR for index in range(first, self._start)):
            return clause_around(sentence, first, self._end)
        return self._clause

    def _beside(self, clause: Clause) -> list[int]:
        """The tokens of the clauses that are of the time of another: "was shot as" before "he sat down on Monday"."""
        forms, sentence = self._tokens.forms, self._sentence
        found: list[int] = []
        if clause.first > sentence.first and forms[clause.first - 1].folded in self._words.simultaneous:
            before = clause.first - 2
            found += _words_in(clause_around(sentence, before, before + 1))
        if clause.stop < sentence.stop - 1 and forms[clause.stop].folded in self._words.simultaneous:
            behind = clause.stop + 1
            found += _words_in(clause_around(sentence, behind, behind + 1))
        return found

    def _verb(self, clause: Clause) -> int | None:
        """The verb that governs the date; behind an adverb in -ly it may be a noun elsewhere: "was fatally shot"."""
        found = clause.verb if clause.verb is not None and self._sentence.tag(clause.verb) is Tag.VERB else None
        for index in range(self._start - 1, clause.first if found is None else max(found, clause.first), -1):
            verb = self._lexicon.verb(self._tokens.forms[index].folded)
            if verb is not None and verb.participle and self._tokens.forms[index - 1].folded.endswith(_ADVERB):
                return index
        return found

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
            return self._told(named, named, ())
        if owned:
            return Happening(frozenset(filter(None, (forms[stop - 1].concept,))))
        return None

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
        if found is not None and (found.harm or found.acts):
            return found
        return Happening(frozenset(names), harm=True, other=self._is_other())

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

    def _names_harm(self, index: int) -> bool:
        """Whether a word is a noun for a harm, and no participle of one."""
        folded = self._tokens.forms[index].folded
        return folded in self._words.words or self._words.classes.get(self._act(index) or "") is not None

    def _is_other(self) -> bool:
        """Whether the sentence tells of another happening than the one reported: "in a separate shooting"."""
        forms, sentence = self._tokens.forms, self._sentence
        return any(
            forms[index].folded in self._words.others
            and any(self._names_harm(each) for each in range(index + 1, min(index + _BESIDE, sentence.stop)))
            for index in range(sentence.first, sentence.stop)
        )


def _words_in(clause: Clause) -> range:
    """The tokens of a clause."""
    return range(clause.first, clause.stop)


def _text(forms: Sequence[Form], index: int) -> str:
    """The text of a token; empty behind the last."""
    return forms[index].text if index < len(forms) else ""
