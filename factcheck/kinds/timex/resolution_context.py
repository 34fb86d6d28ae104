"""The context in which an expression is resolved: publication date, last date mentioned, tense of the verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from factcheck.kinds.timex.days import OffCalendarError
from factcheck.kinds.timex.grammar import Grammar
from factcheck.kinds.timex.history import is_history
from factcheck.kinds.timex.timex_reading import TimexReading
from factcheck.records import record
from factcheck.regex_cache import regex

_NEAR_REACH: Final = 1  # sentences back in which an antecedent still gives the year or the day
_RECENT: Final = 14  # days before publication: news is about days as recent as this wherever the text mentioned them
_FOCUS_REACH: Final = 3  # sentences back to which "the day" and "in the morning" may refer
ANTECEDENT_REACH: Final = 4  # sentences back to which "two weeks later" may refer
_CUE_REACH: Final = 110  # characters on each side of a date in which the verb of its clause may stand
_DOUBTFUL_DISTANCE: Final = 210  # days: a verb away from its date is doubted when it points further than this
_PAST_DISTANCE: Final = 150  # days: without evidence of tense, news with a date this far away is about the past
_MAX_UNTIL_WORDS: Final = 3  # words in the longest entry of `until_word`
_LEAP_GAP: Final = 8  # years between two 29ths of February, at most
_MONTH_OF_MAY: Final = regex(r"\bMay\b")
_DAY_UNITS: Final = frozenset(("D", "T", "P"))
_DATED_UNITS: Final = frozenset(("D", "M", "R", "T", "P"))
_LINK_REACH: Final = 28  # characters between two dates of one enumeration
_MAX_WORDS_TO_DATE: Final = 3  # words between a past verb and the date that it governs
_MAX_WORDS_TO_OBJECT: Final = 4  # from a past verb to its object: "raised its full-year profit forecast"
_HISTORY_AGE: Final = 3  # years before publication from which a date may belong to a historical narrative
_LOOK_BACK: Final = timedelta(days=60)  # a narrative may go back this far from its last date
_WORD_MARKS: Final = ".,;:()\"'!?\x00"


class UndatedError(Exception):
    """A relative expression has no date to count from: no publication date, and no date near it."""


@record
class ResolutionContext:
    """Where an expression stands and what is known there.

    `antecedent` is the last date mentioned before it, `antecedent_distance` sentences back, ending at `antecedent_end`;
    `last_day` is the last single day mentioned, `last_day_distance` sentences back. `span` and `sentence` are offsets
    of the expression and of its sentence in the text. `published` is the publication date, None where unknown.

    `year`, `after`, `before` and `weekday` are constraints from a joined expression: the year, the date on or after
    which and on or before which it falls, and its weekday (1 is Monday). `day_first` gives the order of day and month
    in the document, None where unknown.
    """

    grammar: Grammar
    text: str
    low: str
    span: tuple[int, int]
    sentence: tuple[int, int]
    published: date | None
    antecedent: TimexReading | None = None
    antecedent_distance: int = 99
    antecedent_end: int = 0
    last_day: date | None = None
    last_day_distance: int = 99
    year: int | None = None
    after: date | None = None
    before: date | None = None
    weekday: int | None = None
    day_first: Callable[[], bool | None] | None = None

    @property
    def today(self) -> date:
        """The publication date. Raises UndatedError without one."""
        if self.published is None:
            raise UndatedError
        return self.published

    @property
    def base(self) -> date:
        """The publication date, else the antecedent's first day when it is near and has a stated year.

        Raises UndatedError without either.
        """
        if self.published is not None:
            return self.published
        last = self.near_antecedent()
        if last is None or last.first is None or not last.stated:
            raise UndatedError
        return last.first

    def near_antecedent(self) -> TimexReading | None:
        """The last date mentioned, if in the same sentence or the one before; else None."""
        return self.antecedent if self.antecedent_distance <= _NEAR_REACH else None

    @property
    def focus_day(self) -> date:
        """The single day last mentioned in the sentences close by, else the publication date."""
        return self.last_day if self.last_day is not None and self.last_day_distance <= _FOCUS_REACH else self.today

    @property
    def story_day(self) -> date | None:
        """The day to which a clock time without one belongs.

        The last single day mentioned, if past and either near in the text or recent; else the publication date.
        """
        last, published = self.last_day, self.published
        if last is None or published is None or last > published:
            return published
        return last if self.last_day_distance <= _FOCUS_REACH or (published - last).days <= _RECENT else published

    @property
    def has_stated_year(self) -> bool:
        """Whether the text itself gives the year of a date without one, rather than the publication date."""
        return self.year is not None or self.published is None or self.history_day is not None

    @property
    def history_day(self) -> date | None:
        """In a text that narrates history, the first day of the antecedent; else None."""
        last, published = self.antecedent, self.published
        if last is None or last.first is None or published is None or last.first.year > published.year - _HISTORY_AGE:
            return None
        return last.first if is_history(self.low, published.year, self.grammar.ruleset) else None

    @property
    def antecedent_day(self) -> date:
        """The first day of the antecedent if it is close enough to count from, else the publication date."""
        if (
            self.antecedent is not None
            and self.antecedent_distance <= ANTECEDENT_REACH
            and self.antecedent.first is not None
        ):
            return self.antecedent.first
        return self.today

    def counts_from_antecedent(self) -> bool:
        """Whether "the next month" counts from a past antecedent; "next month" counts from publication."""
        last, published = self.antecedent, self.published
        if (
            last is None
            or last.first is None
            or published is None
            or self.antecedent_distance > ANTECEDENT_REACH
            or last.first >= published
        ):
            return False
        return self.low.startswith("the next ", self.span[0]) and self.direction() <= 0

    @property
    def plan_start_day(self) -> date | None:
        """The past day from which a plan in the past is counted: "left Friday and was due to land Saturday"."""
        last, published = self.near_antecedent(), self.published
        if last is None or last.first is None or published is None or last.unit not in _DAY_UNITS:
            return None
        between = self.low[max(self.antecedent_end, self.sentence[0]) : self.span[0]]
        planned = last.first <= published and any(words in between for words in self.grammar.words("past_plan"))
        return last.first if planned else None

    def direction(self) -> int:
        """Above 0 when the clause is about the future, below 0 about the past, 0 without evidence.

        2 and -2 when the evidence stands beside the date: "will meet on Friday", "ended at Easter", "April saw".
        """
        start, end = self.span
        grammar = self.grammar
        words = self._words(max(self.sentence[0], start - _CUE_REACH), start)
        if words and self.low.startswith("from ", start):
            words.append("from")  # "runs from Aug. 30 through Sept. 3"
        until = any(" ".join(words[-size:]) in grammar.untils for size in range(1, _MAX_UNTIL_WORDS + 1))
        if " ".join(words[-2:]) in grammar.words("past_lead"):
            return -2
        if until and words[-2:-1] != ["not"]:
            return 2 if any(_cue(words, at, grammar) > 0 for at in range(len(words))) else 1
        between = 0
        for at in range(len(words) - 1, -1, -1):
            if (sign := _cue(words, at, grammar)) and not (sign > 0 and _is_made_on_a_day(words, at, grammar)):
                return 2 * sign if between <= _max_words_between(words, at, sign, grammar) else sign
            between += words[at] not in grammar.clause_links and not words[at].endswith("est")
            if words[at][-1] in ";:":
                break
        words = self._words(end, min(self.sentence[1], end + _CUE_REACH))
        if words and words[0] in grammar.words("month_ahead"):
            return 2
        for at, word in enumerate(words):
            if not (sign := _cue(words, at, grammar)):
                continue
            # "the June 3 hearing has been scheduled"
            if word in grammar.words("past_auxiliary") and words[at : at + 2] != ["had", "to"]:
                sign_ahead = next((1 for ahead in (at + 1, at + 2) if _is_future(words, ahead, grammar)), sign)
                is_past = at == 0 and sign_ahead < 0 and word in grammar.words("past_copula")  # "sales in January were"
                return 2 * sign_ahead if is_past else sign_ahead
            return 2 * sign if sign < 0 and at <= 1 else sign
        return 0

    def _words(self, start: int, end: int) -> list[str]:
        """The words in a range of the text, without the month of May, so that it is not taken for the verb."""
        low = self.low[start:end]
        if "may" in low:
            for name in _MONTH_OF_MAY.finditer(self.text, start, end):
                low = f"{low[: name.start() - start]}---{low[name.end() - start :]}"
        return low.split()


def _max_words_between(words: Sequence[str], at: int, sign: int, grammar: Grammar) -> int:
    """How many words may separate a verb from a date that it surely governs: "was $2 a share in March".

    0 where another verb may govern the date.
    """
    if sign > 0:
        return 1
    reports = words[at].strip(_WORD_MARKS) in grammar.words("report_verb")
    if reports or words[at] in grammar.words("perfect_auxiliary"):
        return 0
    following = words[at + 2 :]  # "agreed Thursday to meet on": the date is another verb's, not in "went to Oslo on"
    return 0 if "to" in following[:-1] or any(word[-1] in ",;:" for word in words[at:]) else _MAX_WORDS_TO_DATE


def _is_made_on_a_day(words: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a word before a date is what a verb of the past made on that day: "unveiled a plan Tuesday to"."""
    if words[at] not in grammar.words("future_object") or words[at + 1 :] not in ([], ["on"]):
        return False
    return any(_cue(words, before, grammar) < 0 for before in range(max(at - _MAX_WORDS_TO_OBJECT, 0), at))


def _is_future(words: Sequence[str], at: int, grammar: Grammar) -> bool:
    return at < len(words) and _cue(words, at, grammar) > 0


def _cue(words: Sequence[str], at: int, grammar: Grammar) -> int:
    """The tense that the word at an index signals: 1 for future, -1 for past, 0 for none."""
    word = words[at].strip(_WORD_MARKS)
    sign = -1 if len(word) > 4 and word.endswith("ed") and word not in grammar.words("no_past_form") else 0
    for size, surface, cue_sign in grammar.cues.get(word, ()):
        if size == 1 or " ".join(words[at : at + size]).strip(_WORD_MARKS) == surface:
            sign = cue_sign
            break
    return 0 if sign < 0 and at and words[at - 1] in grammar.modals else sign


def _days_in(years: range, day_in: Callable[[int], date | None]) -> dict[date, int]:
    """The day in each of the years, as day → year, without years that have no such day."""
    return {day: year for year in years if (day := _day_in(year, day_in))}


def _day_in(year: int, day_in: Callable[[int], date | None]) -> date | None:
    """The date that `day_in` gives for a year; None past the ends of the calendar."""
    try:
        return day_in(year)
    except OffCalendarError:
        return None


def nearest(candidates: Sequence[date], today: date, direction: int) -> date:
    """The candidate that a writer on the day `today` most likely means, by tense and distance.

    A verb at some distance from its date is overruled when it points most of a year away and another candidate is
    close.
    """
    closest = min(candidates, key=lambda day: abs((day - today).days))
    if not direction and abs((closest - today).days) > _PAST_DISTANCE:
        return max((day for day in candidates if day <= today), default=closest)
    ahead = [day for day in candidates if (day >= today if direction > 0 else day <= today)]
    if not direction or not ahead:
        return closest
    meant = min(ahead) if direction > 0 else max(ahead)
    far = abs((meant - today).days)
    doubtful = abs(direction) == 1 and far > _DOUBTFUL_DISTANCE
    return closest if doubtful and abs((closest - today).days) < far / 2 else meant


def year_of(context: ResolutionContext, day_in: Callable[[int], date | None], *, sure: int = 1) -> int | None:
    """The year of a date without one; None where no year has such a day.

    `day_in` gives the date in a year. With `sure` at 2 the tense decides however far away the date is.
    """
    if context.year is not None:
        return context.year
    if (year := _year_beside(context, day_in)) is not None:
        return year
    if context.after is None and context.before is None and (year := _year_in_history(context, day_in)) is not None:
        return year
    base = context.after or context.before or context.base
    found = _days_in(range(base.year - 1, base.year + 2), day_in)
    if len(found) < 3:
        found = _days_in(range(base.year - _LEAP_GAP, base.year + _LEAP_GAP + 1), day_in)
    if not found:
        return None
    if context.after is not None:
        return min((year for day, year in found.items() if day >= base), default=None)
    if context.before is not None:
        return max((year for day, year in found.items() if day <= base), default=None)
    if (start := context.plan_start_day) is not None and context.direction() > 0:
        return min((year for day, year in found.items() if day >= start), default=None)
    if context.published is None:
        last = context.antecedent
        onward = [day for day in found if day >= base] if last is not None and last.unit in ("Y", "M") else []
        return found[min(onward) if onward else nearest(list(found), base, 0)]
    closest = nearest(list(found), base, 0)
    if closest.isoweekday() == context.weekday:
        return found[closest]
    return found[nearest(list(found), base, sure * context.direction())]


def _year_beside(context: ResolutionContext, day_in: Callable[[int], date | None]) -> int | None:
    """The year of a full date in the same enumeration: "on Aug. 5, 1998, and again on Aug. 7"."""
    last = context.antecedent
    if (
        last is None
        or last.first is None
        or not last.stated
        or context.antecedent_distance
        or last.unit not in _DATED_UNITS
    ):
        return None
    between = context.low[context.antecedent_end : context.span[0]]
    links = context.grammar.words("date_link")
    if len(between) > _LINK_REACH or any(word not in links for word in between.replace(",", " ").split()):
        return None
    found = ((year, _day_in(year, day_in)) for year in (last.first.year, last.first.year + 1))
    return next((year for year, day in found if day is not None and day >= last.first), None)


def _year_in_history(context: ResolutionContext, day_in: Callable[[int], date | None]) -> int | None:
    """In a historical narrative, the year of the next such day after the antecedent, or shortly before it."""
    last = context.history_day
    if last is None or context.antecedent is None:
        return None
    first = last if context.antecedent.unit == "Y" else last - min(_LOOK_BACK, last - date.min)
    found = ((year, _day_in(year, day_in)) for year in range(first.year, first.year + 2))
    return next((year for year, day in found if day is not None and day >= first), None)


def year_of_period(context: ResolutionContext, period_in: Callable[[int], tuple[date, date]]) -> int | None:
    """The year of a season, quarter or half without one.

    A future one may have begun, so its last day is compared; a past one may not have ended, so its first day is.
    """
    edge = 1 if context.direction() > 0 else 0
    return year_of(context, lambda year: period_in(year)[edge], sure=2)
