"""What a reading may ask of its surroundings: the day of publication, the last date told, the verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from factcheck.kinds.timex.days import OffCalendarError
from factcheck.kinds.timex.grammar import Grammar
from factcheck.kinds.timex.history import is_history
from factcheck.kinds.timex.timex_reading import TimexReading
from factcheck.regex_cache import regex

_NEAR: Final = 1  # sentences back from which a date told still gives the year or the day
_NEWS: Final = 14  # days before publication that a story may be about, however far back it told them
_STORY: Final = 3  # sentences back to which "the day" and "in the morning" may refer
FAR: Final = 4  # sentences back to which "two weeks later" may refer
_CUE_REACH: Final = 110
_LONG_WAY: Final = 210  # days
_HALF_WAY: Final = 150  # days: as far off as this, news without a verb that tells speaks rather of what was
_LONGEST_UNTIL: Final = 3  # words
_LEAP: Final = 8  # so many years may lie between two 29ths of February
_MAY: Final = regex(r"\bMay\b")
_ONE_DAY: Final = frozenset(("D", "T", "P"))
_DAYS_STATED: Final = frozenset(("D", "M", "R", "T", "P"))
_BREATH: Final = 28  # characters between two dates that are told in one breath
_SURE_WORDS: Final = 3
_LONG_AGO: Final = 3  # years
_SHORTLY: Final = timedelta(days=60)
_STRIP: Final = ".,;:()\"'!?\x00"


class UndatedError(Exception):
    """A relative expression has no date to be counted from."""


@dataclass(eq=False)
class ResolutionContext:
    """Where an expression stands and what is known there.

    `year`, `after`, `before` and `weekday` are hints from a joined neighbour: the year it states, the day that this
    one follows or comes before, the weekday that it falls on.
    """

    grammar: Grammar
    text: str
    low: str
    span: tuple[int, int]
    sentence: tuple[int, int]
    published: date | None
    told: TimexReading | None = None
    told_back: int = 99
    told_end: int = 0
    told_date: date | None = None
    told_date_back: int = 99
    year: int | None = None
    after: date | None = None
    before: date | None = None
    weekday: int | None = None
    day_first: Callable[[], bool | None] | None = None

    @property
    def today(self) -> date:
        """The day of publication."""
        if self.published is None:
            raise UndatedError
        return self.published

    @property
    def base(self) -> date:
        """The day of publication; in a document without one, a day or year that the text states close by."""
        if self.published is not None:
            return self.published
        told = self.told_near()
        if told is None or told.first is None or not told.stated:
            raise UndatedError
        return told.first

    def told_near(self) -> TimexReading | None:
        """The last date told, when it was told in this sentence or the one before."""
        return self.told if self.told_back <= _NEAR else None

    @property
    def day_spoken_of(self) -> date:
        """The single day told last in the sentences close by, else the day of publication."""
        return self.told_date if self.told_date is not None and self.told_date_back <= _STORY else self.today

    @property
    def day_of_story(self) -> date | None:
        """The day that a time without one belongs to: the past one told last, when it is near; else of publication."""
        told, published = self.told_date, self.published
        if told is None or published is None or told > published:
            return published
        return told if self.told_date_back <= _STORY or (published - told).days <= _NEWS else published

    @property
    def is_sure_of_year(self) -> bool:
        """Whether a day told without its year still has it from the text, not from publication."""
        return self.year is not None or self.published is None or self.day_of_history is not None

    @property
    def day_of_history(self) -> date | None:
        """In a text that tells history, the day told last: a day or month without its year is near it."""
        told, published = self.told, self.published
        if told is None or told.first is None or published is None or told.first.year > published.year - _LONG_AGO:
            return None
        return told.first if is_history(self.low, published.year, self.grammar.ruleset) else None

    @property
    def told_day(self) -> date:
        """The day from which a story counts on: the last one told, else the day of publication."""
        if self.told is not None and self.told_back <= FAR and self.told.first is not None:
            return self.told.first
        return self.today

    def is_next_in_story(self) -> bool:
        """Whether "the next month" is counted from a past date told before it, not from publication as "next month"."""
        told, published = self.told, self.published
        if told is None or told.first is None or published is None or self.told_back > FAR or told.first >= published:
            return False
        return self.low.startswith("the next ", self.span[0]) and self.direction() <= 0

    @property
    def day_planned_from(self) -> date | None:
        """The past day told before from which a plan was told: "left Friday and was due to land Saturday"."""
        told, published = self.told_near(), self.published
        if told is None or told.first is None or published is None or told.unit not in _ONE_DAY:
            return None
        between = self.low[max(self.told_end, self.sentence[0]) : self.span[0]]
        planned = told.first <= published and any(words in between for words in self.grammar.words("past_plan"))
        return told.first if planned else None

    def direction(self) -> int:
        """Above 0 when the clause speaks of what is to come, below of what was, 0 when it does not say.

        2 and -2 when what tells it stands right beside: "will meet on Friday", "ended at Easter", "April saw".
        """
        start, end = self.span
        grammar = self.grammar
        words = self._words(max(self.sentence[0], start - _CUE_REACH), start)
        if words and self.low.startswith("from ", start):
            words.append("from")  # "runs from Aug. 30 through Sept. 3"
        until = any(" ".join(words[-size:]) in grammar.untils for size in range(1, _LONGEST_UNTIL + 1))
        if " ".join(words[-2:]) in grammar.words("past_lead"):
            return -2
        if until and words[-2:-1] != ["not"]:
            return 2 if any(_cue(words, at, grammar) > 0 for at in range(len(words))) else 1
        between = 0
        for at in range(len(words) - 1, -1, -1):
            if sign := _cue(words, at, grammar):
                return 2 * sign if between <= _near(words, at, sign, grammar) else sign
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
                told = next((1 for ahead in (at + 1, at + 2) if _is_to_come(words, ahead, grammar)), sign)
                was = at == 0 and told < 0 and word in grammar.words("past_copula")  # "sales in January were"
                return 2 * told if was else told
            return 2 * sign if sign < 0 and at <= 1 else sign
        return 0

    def _words(self, start: int, end: int) -> list[str]:
        """The words of a stretch; "May" the name is not the verb that looks ahead."""
        low = self.low[start:end]
        if "may" in low:
            for name in _MAY.finditer(self.text, start, end):
                low = f"{low[: name.start() - start]}---{low[name.end() - start :]}"
        return low.split()


def _near(words: Sequence[str], at: int, sign: int, grammar: Grammar) -> int:
    """Over how many words between them a verb still surely tells the time of the date: "was $2 a share in March"."""
    if sign > 0:
        return 1
    reports = words[at].strip(_STRIP) in grammar.words("report_verb")
    if reports or words[at] in grammar.words("perfect_auxiliary"):
        return 0
    following = words[at + 2 :]  # "agreed Thursday to meet on": the date is another verb's, not in "went to Oslo on"
    return 0 if "to" in following[:-1] or any(word[-1] in ",;:" for word in words[at:]) else _SURE_WORDS


def _is_to_come(words: Sequence[str], at: int, grammar: Grammar) -> bool:
    return at < len(words) and _cue(words, at, grammar) > 0


def _cue(words: Sequence[str], at: int, grammar: Grammar) -> int:
    word = words[at].strip(_STRIP)
    sign = -1 if len(word) > 4 and word.endswith("ed") and word not in grammar.words("no_past_form") else 0
    for size, surface, told in grammar.cues.get(word, ()):
        if size == 1 or " ".join(words[at : at + size]).strip(_STRIP) == surface:
            sign = told
            break
    return 0 if sign < 0 and at and words[at - 1] in grammar.modals else sign


def _days_in(years: range, day_in: Callable[[int], date | None]) -> dict[date, int]:
    return {day: year for year in years if (day := _day_in(year, day_in))}


def _day_in(year: int, day_in: Callable[[int], date | None]) -> date | None:
    try:
        return day_in(year)
    except OffCalendarError:
        return None


def nearest(candidates: Sequence[date], today: date, direction: int) -> date:
    """The candidate that a writer of this day means, by the verb and by closeness.

    A verb further off that points at a day most of a year away is not believed when the other one is close.
    """
    closest = min(candidates, key=lambda day: abs((day - today).days))
    if not direction and abs((closest - today).days) > _HALF_WAY:
        return max((day for day in candidates if day <= today), default=closest)
    ahead = [day for day in candidates if (day >= today if direction > 0 else day <= today)]
    if not direction or not ahead:
        return closest
    meant = min(ahead) if direction > 0 else max(ahead)
    far = abs((meant - today).days)
    doubtful = abs(direction) == 1 and far > _LONG_WAY
    return closest if doubtful and abs((closest - today).days) < far / 2 else meant


def year_of(context: ResolutionContext, day_in: Callable[[int], date | None], *, sure: int = 1) -> int | None:
    """The year of a day (or of a month's or quarter's first day) that is told without one.

    With `sure` at 2 the verb is believed however far off the day is that it points at.
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
        found = _days_in(range(base.year - _LEAP, base.year + _LEAP + 1), day_in)
    if not found:
        return None
    if context.after is not None:
        return min((year for day, year in found.items() if day >= base), default=None)
    if context.before is not None:
        return max((year for day, year in found.items() if day <= base), default=None)
    if (start := context.day_planned_from) is not None and context.direction() > 0:
        return min((year for day, year in found.items() if day >= start), default=None)
    if context.published is None:
        told = context.told
        onward = [day for day in found if day >= base] if told is not None and told.unit in ("Y", "M") else []
        return found[min(onward) if onward else nearest(list(found), base, 0)]
    closest = nearest(list(found), base, 0)
    if closest.isoweekday() == context.weekday:
        return found[closest]
    return found[nearest(list(found), base, sure * context.direction())]


def _year_beside(context: ResolutionContext, day_in: Callable[[int], date | None]) -> int | None:
    """The year that a day told in the same breath states: "on Aug. 5, 1998, and again on Aug. 7"."""
    told = context.told
    if told is None or told.first is None or not told.stated or context.told_back or told.unit not in _DAYS_STATED:
        return None
    between = context.low[context.told_end : context.span[0]]
    links = context.grammar.words("date_link")
    if len(between) > _BREATH or any(word not in links for word in between.replace(",", " ").split()):
        return None
    found = ((year, _day_in(year, day_in)) for year in (told.first.year, told.first.year + 1))
    return next((year for year, day in found if day is not None and day >= told.first), None)


def _year_in_history(context: ResolutionContext, day_in: Callable[[int], date | None]) -> int | None:
    """The year of a day that history tells after another one: the next such day, or one that was shortly before."""
    told = context.day_of_history
    if told is None or context.told is None:
        return None
    first = told if context.told.unit == "Y" else told - min(_SHORTLY, told - date.min)
    found = ((year, _day_in(year, day_in)) for year in range(first.year, first.year + 2))
    return next((year for year, day in found if day is not None and day >= first), None)


def year_of_stretch(context: ResolutionContext, stretch_in: Callable[[int], tuple[date, date]]) -> int | None:
    """The year of a season, quarter or half told without one: what is to come may be the one that runs."""
    edge = 1 if context.direction() > 0 else 0
    return year_of(context, lambda year: stretch_in(year)[edge], sure=2)
