"""Impossible dates, weekdays that do not match their date, ages that do not match a date of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.consistency.figures import quantity
from factcheck.consistency.outline import Hit, Slip
from factcheck.model import Claim, Document, Sentence, Severity, Span, TimeExpression
from factcheck.regex_cache import regex
from factcheck.ruleset import Rule, Ruleset

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_YEAR = regex(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_WORD = regex(r"[a-z]+")
_NEAR = timedelta(days=60)  # from the anchor date; a date without a year this near has the anchor's year
_GREGORIAN = 1753  # first full year of the Gregorian calendar in Britain and its colonies; earlier weekdays are unsure


def impossible(
    document: Document, sentences: Sequence[Sentence], rule: Rule, pattern: re.Pattern[str], ruleset: Ruleset
) -> Iterator[Slip]:
    """ "June 31, 2019", "the fifth quarter of 2019"."""
    if _YEAR.search(document.text) is None:  # without a year no day is impossible
        return
    for found in pattern.finditer(document.text):
        message = f"a year has four quarters, and no {found['quarter']}"
        if not found["quarter"]:
            name, day = found["month"] or found["month_behind"], found["day"] or found["day_before"]
            year, month = int(found["year"] or found["year_behind"]), int(ruleset.words("month")[name.lower()])
            from calendar import monthrange  # seldom needed

            last = monthrange(year, month)[1]
            if int(day) <= last:
                continue
            message = f"{_MONTHS[month - 1]} {year} has {last} days, and no {day}"
        at = next(each for each in sentences if each.start <= found.start() < each.end)
        yield Slip(_stated(document, at, rule, found), Severity.error, message)


def _stated(document: Document, sentence: Sentence, rule: Rule, found: re.Match[str]) -> Claim:
    """An impossible date as a claim, held and without days."""
    return Claim(
        document.id,
        "date",
        found.start(),
        found.end(),
        *document.places.at(found.start()),
        found[0],
        Span(sentence.start, sentence.end),
        rule.id,
        TimeExpression(None, "DATE", held="no calendar has it"),
        sentence.article,
    )


def weekday(claim: Claim, found: re.Match[str], document: Document, ruleset: Ruleset) -> Slip | None:
    """ "Monday, March 14, 2017", which was a Tuesday."""
    value = claim.value
    if not isinstance(value, TimeExpression) or value.first is None or value.first != value.last:
        return None
    day = value.first
    named = found["weekday"] or found["weekday_behind"]
    said = int(ruleset.words("weekday")[" ".join(named.lower().rstrip(".").split())])
    if day.isoweekday() == said or day.year < _GREGORIAN:
        return None
    # A year that the text does not name was resolved to the nearest one, which may be wrong.
    certain = _YEAR.search(claim.text) is not None
    if not certain:
        near = document.anchor is not None and abs(day - document.anchor) <= _NEAR
        other_year = said in {_moved(day, years).isoweekday() for years in (-1, 1)}
        if other_year and not near:
            return None
        certain = near and not other_year
    message = f"{day.day} {_MONTHS[day.month - 1]} {day.year} was a {_WEEKDAYS[day.weekday()]}"
    message = message if document.anchor is None or day <= document.anchor else message.replace(" was ", " is ")
    return Slip(claim, Severity.error if certain else Severity.warning, f"{message}, not a {_WEEKDAYS[said - 1]}")


def _moved(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)


def age(hit: Hit) -> Slip | None:
    """ "born on 3 March 1950, died on 2 May 2010 aged 61"."""
    claim = hit.claim("age")
    value = quantity(claim) if claim else None
    spans = _life(hit)
    if claim is None or value is None or spans is None or value.unit not in (None, "year"):
        return None
    (born, born_by), (then, then_by), others = spans
    least, most = _full_years(born_by, then), _full_years(born, then_by)
    low, high = value.low, value.high
    if (
        least < 0
        or (high is not None and high < 0)
        or ((low is None or low <= most) and (high is None or high >= least))
    ):
        return None
    stated = "event" in hit.match.groupdict() or "life" in hit.match.groupdict()
    off = min(abs(int(bound) - end) for bound in (low, high) if bound is not None for end in (least, most))
    worked_out = f"{least}" if least == most else f"{least} or {most}" if most == least + 1 else f"{least} to {most}"
    birth = _date_text(born, born_by)
    message = f"born {birth}, {_event_text(then, then_by, stated=stated)} makes {worked_out}, not {claim.text}"
    return Slip(claim, Severity.error if stated or off > 1 else Severity.warning, message, others)


Days = tuple[date, date]  # first and last possible day


def _life(hit: Hit) -> tuple[Days, Days, tuple[Claim, ...]] | None:
    """The possible days of a birth and those on which the age is stated to hold, with the claims that give them.

    None where one of the two is missing or unsure.
    """
    groups = hit.match.groupdict()
    if "life" in groups:
        life = hit.claim("life")
        value = life.value if life else None
        if life is None or not isinstance(value, TimeExpression) or value.first is None or value.last is None:
            return None
        if "/" not in (value.timex or "") or value.last.year - value.first.year < 1:
            return None
        first, last = value.first.year, value.last.year
        return _year(first), _year(last), (life,)
    birth = _days(hit.claim("birth"))
    event = hit.claim("event") if "event" in groups else None
    then = _days(event) if event else None if "event" in groups else _today(hit)
    if birth is None or then is None:
        return None
    return birth, then, tuple(claim for claim in (hit.claim("birth"), event) if claim is not None)


def _today(hit: Hit) -> Days | None:
    """The document's date; None where it has none or the sentence names another time."""
    published = hit.document.anchor
    words = set(_WORD.findall(hit.outline.text.lower()))
    dates = sum(isinstance(claim.value, TimeExpression) for claim in hit.outline.claims)
    if published is None or dates > 1 or not words.isdisjoint(hit.ruleset.words("no_longer")):
        return None
    return published, published


def _year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def _days(claim: Claim | None) -> Days | None:
    value = claim.value if claim else None
    if claim is None or not isinstance(value, TimeExpression) or value.first is None or value.last is None:
        return None
    if value.held or value.mod or not any(char.isdigit() for char in claim.text):
        return None
    return value.first, value.last


def _full_years(born: date, then: date) -> int:
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


def _date_text(first: date, last: date) -> str:
    if first == last:
        return f"on {first.day} {_MONTHS[first.month - 1]} {first.year}"
    return f"in {first.year}"


def _event_text(first: date, last: date, *, stated: bool) -> str:
    text = _date_text(first, last)
    return f"{text.split(' ', 1)[1]}" if stated else f"the document's date, {text[3:]},"
