"""Resolve time mentions to values in text order, each in the context of the dates before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from factcheck.kinds.timex import read_calendar, read_clock, read_joined, read_units
from factcheck.kinds.timex.day_month_order import day_first_of
from factcheck.kinds.timex.days import OffCalendarError, plus
from factcheck.kinds.timex.event import event_of
from factcheck.kinds.timex.grammar import grammar_of
from factcheck.kinds.timex.parts import Found, Parts
from factcheck.kinds.timex.resolution_context import ResolutionContext, UndatedError
from factcheck.kinds.timex.timex_reading import UNDATED, TimexReading
from factcheck.model import Document, Mention, Sentence, TimeExpression
from factcheck.records import replace
from factcheck.ruleset import Ruleset

READINGS: Final[dict[str, Callable[[Parts, ResolutionContext], TimexReading | None]]] = {
    "calendar_day": read_calendar.calendar_day,
    "foreign_day": read_calendar.foreign_day,
    "day_range": read_calendar.day_range,
    "month_year": read_calendar.month_year,
    "month": read_calendar.month,
    "turn_month": read_calendar.turn_month,
    "iso_day": read_calendar.iso_day,
    "numeric_day": read_calendar.numeric_day,
    "year_range": read_calendar.year_range,
    "decade": read_calendar.decade,
    "short_decade": read_calendar.short_decade,
    "year": read_calendar.year,
    "short_year": read_calendar.short_year,
    "era_year": read_calendar.era_year,
    "day_alone": read_calendar.day_alone,
    "spelt_year": read_calendar.spelt_year,
    "century": read_calendar.century,
    "weekday": read_calendar.weekday,
    "turn_weekday": read_calendar.turn_weekday,
    "weekday_number": read_calendar.weekday_number,
    "holiday": read_calendar.holiday,
    "season": read_calendar.season,
    "iso_instant": read_clock.iso_instant,
    "clock": read_clock.clock,
    "clock_range": read_clock.clock_range,
    "clock_words": read_clock.clock_words,
    "noon": read_clock.noon,
    "turn_unit": read_units.turn_unit,
    "the_unit": read_units.the_unit,
    "year_end": read_units.year_end,
    "to_date": read_units.to_date,
    "new_year": read_units.new_year,
    "nth_in_a_row": read_units.nth_in_a_row,
    "unit_before": read_units.unit_before,
    "same_period": read_units.same_period,
    "fiscal_year": read_units.fiscal_year,
    "quarter": read_units.quarter,
    "length": read_units.length,
    "length_by_clock": read_units.length_by_clock,
    "past_length": read_units.past_length,
    "vague_length": read_units.vague_length,
    "ago": read_units.ago,
    "later": read_units.later,
    "from_now": read_units.from_now,
    "in_length": read_units.in_length,
    "weeks_on": read_units.weeks_on,
    "deictic": read_units.deictic,
    "deictic_part": read_units.deictic_part,
    "day_part": read_units.day_part,
    "reference": read_units.reference,
    "now": read_units.now,
    "part_set": read_units.part_set,
    "season_set": read_units.season_set,
    "weekday_set": read_units.weekday_set,
    "rate": read_units.rate,
    "frequency": read_units.frequency,
}
JOINED: Final[dict[str, Callable[[Parts, ResolutionContext, read_joined.Reader], TimexReading | None]]] = {
    "left": read_joined.left,
    "right": read_joined.right,
    "date_and_time": read_joined.date_and_time,
    "time_and_date": read_joined.time_and_date,
    "time_on_day": read_joined.time_on_day,
    "set_and_time": read_joined.set_and_time,
    "time_and_set": read_joined.time_and_set,
    "range": read_joined.range_of,
    "period_to": read_joined.period_to,
    "time_range": read_joined.time_range,
    "part_of": read_joined.part_of,
    "fiscal_and_quarter": read_joined.fiscal_and_quarter,
    "year_and_part": read_joined.year_and_part,
    "turn_and_weekday": read_joined.turn_and_weekday,
    "shifted": read_joined.shifted,
    "ago_day": read_joined.ago_day,
    "now": read_joined.range_of,
}
_TYPES: Final = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET"}
_MIDNIGHT: Final = 24  # the hour
_CLOCKS: Final = ("clock", "noon")  # readings of a time by the clock in figures or by its name
_BOUND_REACH: Final = 24  # characters before a clock time in which a bound such as "no later than" may stand
# Long enough for a beginning, a middle and an end.
_DIVISIBLE_UNITS: Final = frozenset(("M", "Q", "S", "H", "Y", "DE", "CE"))


def normalise(
    mentions: Iterable[Mention], document: Document, sentences: Sequence[Sentence], ruleset: Ruleset
) -> Iterator[tuple[Mention, TimeExpression]]:
    """The mentions that can be resolved, each with its value, in text order."""
    grammar, text = grammar_of(ruleset), document.text
    antecedent: TimexReading | None = None
    antecedent_sentence, antecedent_end = -99, 0
    last_day: date | None = None
    last_day_sentence = -99
    undated = UNDATED
    if document.published is not None and document.anchor is None:
        undated = f"no date can be counted from the document's own, {document.published}"
    for mention in mentions:
        found = mention.parts
        if not isinstance(found, Found):
            continue
        parts, low = found.parts, found.low
        span = sentences[mention.sentence]
        context = ResolutionContext(
            grammar=grammar,
            text=text,
            low=low,
            span=(parts.start, parts.end),
            sentence=(span.start, span.end),
            published=document.anchor,
            antecedent=antecedent,
            antecedent_distance=mention.sentence - antecedent_sentence,
            antecedent_end=antecedent_end,
            last_day=last_day,
            last_day_distance=mention.sentence - last_day_sentence,
            day_first=lambda: day_first_of(document, ruleset),
        )
        when = _resolved(parts, context, undated)
        if when is None:
            continue
        if when.first is not None and when.type in ("DATE", "TIME") and parts.shape != "reference":
            antecedent, antecedent_sentence, antecedent_end = when, mention.sentence, parts.end
            if when.first == when.last:
                last_day, last_day_sentence = when.first, mention.sentence
        yield mention, time_expression(when, event_of(text, (span.start, span.end), (parts.start, parts.end), grammar))


def _resolved(parts: Parts, context: ResolutionContext, undated: str) -> TimexReading | None:
    """The value of an expression; None where the calendar has no such date.

    Held, with what is known of it, where the document gives no date to count from.
    """
    try:
        return read(parts, context)
    except UndatedError:
        day, clock = _partial_date(parts, context), _held_clock(parts, context)
        if day is None or clock is None:
            return TimexReading(day, _TYPES[parts.kind], held=undated)
        bound = parts.mod or _bound_before(parts, context)
        return TimexReading(f"{day}{clock}", _TYPES[parts.kind], mod=bound, held=undated)
    except OffCalendarError:
        return None


def _partial_date(parts: Parts, context: ResolutionContext) -> str | None:
    """What is known of a date without its year, as TIMEX3 writes it: XXXX-WXX-4, XXXX-06-11; else None."""
    inner = (parts.right, parts.left) if parts.rule.reading == "right" else (parts.left, parts.right)
    for part in inner:
        if part is not None and (found := _partial_date(part, context)):
            return found
    weekday, month, day = (parts.groups.get(name) for name in ("weekday", "month", "day"))
    words = context.grammar.words
    if month and (number := words("month").get(month.rstrip("."))):
        stated = f"XXXX-{int(number):02d}"
        figure = (day or "")[:2] if (day or "")[1:2].isdigit() else (day or "")[:1]
        return f"{stated}-{int(figure):02d}" if figure.isdigit() else stated
    number = words("weekday").get((weekday or "").rstrip("."))
    if number:
        return f"XXXX-WXX-{number}"
    return read_units.stated_quarter(parts, context) if parts.rule.reading == "quarter" else None


def _held_clock(parts: Parts, context: ResolutionContext) -> str | None:
    """The time by the clock of a date that is held, as in TIMEX3: T15:45 of "3.45 p.m. on Tuesday"; else None."""
    for part in (parts.left, parts.right):
        if part is not None and part.rule.reading in _CLOCKS:
            return read_clock.instant(None, read_clock.any_clock(part, context)).timex
    return None


def time_expression(when: TimexReading, event: str | None) -> TimeExpression:
    """The value of a claim, from a reading and its event."""
    return TimeExpression(
        timex=when.timex,
        type=when.type,
        first=when.first,
        last=when.last,
        mod=when.mod,
        hedge=when.hedge,
        event=event,
        held=when.held,
    )


def read(parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """The reading of an expression in its context; None where it has no value."""
    rule = parts.rule
    if parts.day is not None:
        context = replace(
            context, antecedent=read(parts.day, context), antecedent_distance=0, antecedent_end=parts.start
        )
    if parts.left is not None and parts.right is not None:
        when = _behind_midnight(JOINED[rule.reading or ""](parts, context, read), parts, context)
    else:
        when = READINGS[rule.reading or ""](parts, context)
    if when is None or when.held:
        return when
    if when.clock is not None and when.mod is None and not parts.mod:
        when.mod = _bound_before(parts, context)
    return _modified(when, parts, context) if parts.mod or parts.side or parts.since or parts.hedge else when


def _behind_midnight(when: TimexReading | None, parts: Parts, context: ResolutionContext) -> TimexReading | None:
    """A reading of "just after midnight Sunday", "Sunday after midnight": the hour that begins that day."""
    if when is None or when.clock is None or when.clock.hour != _MIDNIGHT or when.first is None:
        return when
    words = context.low[max(0, parts.start - _BOUND_REACH) : parts.end].split()
    bounds = context.grammar.words("clock_bound")
    hours = context.grammar.words("clock_word")
    named = (index for index, word in enumerate(words) if hours.get(word) == str(_MIDNIGHT))
    if not any(bounds.get(words[index - 1]) == "AFTER" for index in named if index):
        return when
    return read_clock.instant(when.first, replace(when.clock, hour=0), stated=when.stated)


def _bound_before(parts: Parts, context: ResolutionContext) -> str | None:
    """The TIMEX3 modifier of a clock time after a bound: "before 9:40 p.m.", "no later than noon"."""
    words = context.low[max(0, parts.start - _BOUND_REACH) : parts.start].rsplit(None, 2)
    bounds = context.grammar.words("clock_bound")
    return bounds.get(words[-1]) or bounds.get(" ".join(words[-2:])) if words else None


def _modified(when: TimexReading, parts: Parts, context: ResolutionContext) -> TimexReading:
    """A reading with the modifiers of its expression applied: hedge, part, side of publication, open end."""
    if parts.hedge and parts.rule.reading == "ago":
        return read_units.hedged_ago(when, parts, context)
    if parts.hedge:
        bound = context.grammar.words("length_hedge")[parts.hedge]
        return replace(when, hedge=parts.hedge, mod="APPROX" if bound == "about" else None)
    if parts.mod:
        first, last = _part_of_period(when, parts.mod)
        when = replace(when, mod=parts.mod, first=first, last=last)
    if parts.side and when.first and when.last and context.published and when.first <= context.published <= when.last:
        earlier = parts.side == "earlier"
        when = replace(
            when,
            mod="START" if earlier else "END",
            first=when.first if earlier else context.published,
            last=context.published if earlier else when.last,
        )
    if parts.since and when.first:
        when = replace(when, last=None, mod="AFTER")
    return when


def _part_of_period(when: TimexReading, mod: str) -> tuple[date | None, date | None]:
    """First and last day of the beginning, middle or end of a long period.

    Each is half of the period, since such words have no exact limits.
    """
    if when.first is None or when.last is None or when.unit not in _DIVISIBLE_UNITS or mod == "APPROX":
        return when.first, when.last
    quarter = ((when.last - when.first).days + 1) // 4
    if mod == "START":
        return when.first, plus(when.first, 2 * quarter)
    if mod == "END":
        return plus(when.last, -2 * quarter), when.last
    return plus(when.first, quarter), plus(when.last, -quarter)
