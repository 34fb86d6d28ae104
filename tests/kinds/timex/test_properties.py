"""Properties that hold for any date and any text."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.kinds.timex import TIMEX, document_date
from factcheck.kinds.timex.days import easter, nth_weekday
from factcheck.model import Document
from factcheck.segment import sentences
from tests.kinds.timex.reading import RULES, read

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


FORMS = {
    "month first": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "abbreviated": lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    "padded": lambda d: f"{MONTHS[d.month - 1]} {d.day:02}, {d.year}",
    "day first": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "ISO": lambda d: d.isoformat(),
    "dots": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "with weekday": lambda d: f"{WEEKDAYS[d.weekday()]}, {MONTHS[d.month - 1]} {d.day}, {d.year}",
    "no comma": lambda d: f"{MONTHS[d.month - 1]} {d.day} {d.year}",
    "ordinal": lambda d: f"{MONTHS[d.month - 1]} {_ordinal(d.day)}, {d.year}",
    "ordinal first": lambda d: f"the {_ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    "log": lambda d: f"{d.day:02}/{MONTHS[d.month - 1][:3]}/{d.year}",
    "weekday behind": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year} ({WEEKDAYS[d.weekday()]})",
}
LONGER = {
    "month": lambda d: (f"{MONTHS[d.month - 1]} {d.year}", f"{d:%Y-%m}"),
    "month in figures": lambda d: (f"{SHORT[d.month - 1]} {d.year}", f"{d:%Y-%m}"),
    "year": lambda d: (f"the year {d.year}", f"{d.year}"),
    "decade": lambda d: (f"the {d.year // 10}0s", f"{d.year // 10}"),
    "quarter": lambda d: (f"the {NTH[(d.month - 1) // 3]} quarter of {d.year}", f"{d.year}-Q{(d.month + 2) // 3}"),
    "quarter in figures": lambda d: (f"Q{(d.month + 2) // 3} {d.year}", f"{d.year}-Q{(d.month + 2) // 3}"),
    "half": lambda d: (f"the {NTH[(d.month - 1) // 6]} half of {d.year}", f"{d.year}-H{(d.month + 5) // 6}"),
    "season": lambda d: (f"the summer of {d.year}", f"{d.year}-SU"),
    "fiscal year": lambda d: (f"fiscal {d.year}", f"FY{d.year}"),
    "part": lambda d: (f"late {MONTHS[d.month - 1]} {d.year}", f"{d:%Y-%m}"),
    "years": lambda d: (f"from {d.year} to {d.year + 3}", f"{d.year}/{d.year + 3}"),
    "part of a day": lambda d: (f"the night of {d.day} {MONTHS[d.month - 1]} {d.year}", f"{d.isoformat()}TNI"),
    "clock": lambda d: (f"15:13 GMT on {d.day} {MONTHS[d.month - 1]} {d.year}", f"{d.isoformat()}T15:13+00:00"),
}
NTH = ("first", "second", "third", "fourth")
DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))
MODERN = st.dates(date(1900, 1, 1), date(2096, 12, 31))
WORDS = (
    "the", "a", "of", "in", "on", "from", "to", "between", "and", "since", "last", "next", "early", "mid-", "two",
    "three", "May", "March", "Thursday", "Sun", "week", "years", "year", "days", "ago", "later", "earlier", "2017",
    "1970s", "'90s", "23", "7:37", "a.m.", "ET", "(20:13 GMT)", "01/02/2017", "every", "quarter", "half", "noon",
    "Christmas", "fiscal", "said", "will", ",", ".", "\n", "\n\n", "–", "“", "”", "2012–13", "Q3", "now", "the day",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=40, deadline=None)
@given(day=DAYS, published=DAYS)
def test_a_full_date_reads_back_as_itself_on_any_day(form: str, day: date, published: date) -> None:
    written = FORMS[form](day)
    found = [value for _, _, value in read(f"It was sealed on {written}, they say.", published)]
    assert [(value.timex, value.first, value.last) for value in found] == [(day.isoformat(), day, day)]


@pytest.mark.parametrize("form", LONGER)
@settings(max_examples=25, deadline=None)
@given(day=MODERN, published=DAYS)
def test_a_longer_unit_reads_back_as_itself_on_any_day(form: str, day: date, published: date) -> None:
    written, wanted = LONGER[form](day)
    assert [value.timex for _, _, value in read(f"It was sealed in {written}, they say.", published)] == [wanted]


@settings(max_examples=60, deadline=None)
@given(day=DAYS)
def test_a_date_line_reads_back_as_itself(day: date) -> None:
    line = f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
    wanted = (day, "date line") if day.year >= 1900 else None
    assert document_date(f"Harbour reopens\n{line}\nFerries were full.") == wanted


@settings(max_examples=60, deadline=None)
@given(published=DAYS, weekday=st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_the_week_of_publication(published: date, weekday: str) -> None:
    ((_, _, past),) = read(f"She said {weekday} it was over.", published)
    ((_, _, future),) = read(f"She will speak {weekday}.", published)
    assert past.first is not None
    assert future.first is not None
    assert timedelta(0) <= published - past.first < timedelta(7)
    assert timedelta(0) <= future.first - published < timedelta(7)
    assert WEEKDAYS[past.first.weekday()] == WEEKDAYS[future.first.weekday()] == weekday


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=14), joint=st.sampled_from((" ", "")))
def test_any_run_of_time_words_is_read_in_order_and_without_overlap(words: list[str], joint: str) -> None:
    text = joint.join(words)
    spans = [(mention.start, mention.end) for _, mention, _ in read(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    for _, _, value in read(text):
        assert value.first is None or value.last is None or value.first <= value.last
        assert value.timex or value.held


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    read(text, None)
    document_date(text)


@settings(max_examples=80, deadline=None)
@given(one=st.lists(st.sampled_from(WORDS), max_size=6), two=st.lists(st.sampled_from(WORDS), max_size=6))
def test_comparison_is_symmetric(one: list[str], two: list[str]) -> None:
    for _, _, first in read(" ".join(one)):
        assert TIMEX.compare(first, first, RULES).relation in ("same", "held")
        for _, _, second in read(" ".join(two)):
            there, back = TIMEX.compare(first, second, RULES), TIMEX.compare(second, first, RULES)
            assert (there.relation, there.wording) == (back.relation, back.wording)


@pytest.mark.parametrize(("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2017, 4, 16), (2024, 3, 31)])
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@given(year=st.integers(1900, 2100), month=st.integers(1, 12), weekday=st.integers(1, 7))
def test_last_weekday_of_a_month(year: int, month: int, weekday: int) -> None:
    last = nth_weekday(year, month, weekday, -1)
    assert (last.year, last.month, last.isoweekday()) == (year, month, weekday)
    assert (last + timedelta(7)).month != month


_SCRIPT = """
from datetime import date
from tests.kinds.timex.reading import read
text = "It fell Thursday at 15:13 ET, two weeks ago, last May, on 12 June 2016 at 9 p.m. London time and in 1,5 s."
print([(s, v.timex, v.first, v.last) for s, _, v in read(text, date(2017, 2, 23))])
"""


def test_neither_time_zone_nor_locale_nor_clock_changes_a_value() -> None:
    printed = set()
    for zone, locale in (("UTC", "C"), ("Pacific/Kiritimati", "de_DE.UTF-8"), ("America/Los_Angeles", "tr_TR.UTF-8")):
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1", "PYTHONTZPATH": ""}
        run = subprocess.run(
            [sys.executable, "-c", _SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        printed.add(run.stdout)
    assert len(printed) == 1
    assert "2017-02-23T15:13-05:00" in printed.pop()


def _seconds(text: str) -> float:
    document = Document(id="long", text=text, published=date(2017, 2, 23))
    lines = sentences(document, RULES)
    begin = time.process_time()
    list(TIMEX.normalise(TIMEX.find(document, lines, RULES, ()), document, lines, RULES))
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit",
    [
        "The port reopened on Tuesday, two weeks after May 3, 2016, they said last night. ",
        "two three four five six seven ",
        "the last two or three of the ",
        "1 2 3 4 5 6 7 8 9 ",
        "2016-2017-2018/",
        "between 7 and 8 and 9 to ",
        "Monday, Tuesday, Wednesday, ",
        "early mid late early the end of the ",
    ],
)
def test_running_time_is_linear_in_the_text(unit: str) -> None:
    read(unit)
    short, long = "x " + unit * 400, "x " + unit * 3200
    ratio = _seconds(long) / max(min(_seconds(short) for _ in range(3)), 1e-4)
    assert ratio < 8 * 4
