"""The marked events are consistent: every mark is in its document, and the figures match."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import combinations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.marks import EVENTS, FIXTURES, OF_RECORDS, Event, Mark, load, load_records, locate

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))
WEEKDAY_AND_DATE = re.compile(
    rf"({'|'.join(WEEKDAYS)}),?\s(?:(\d\d?)\s({'|'.join(MONTHS)})|({'|'.join(MONTHS)})\s(\d\d?))\b(?:,?\s(\d{{4}}))?"
)
QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|‘[^’\n]*’")
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")
FIGURE = re.compile(r"\d[\d.,]*")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
DRAFTS = ("draft-clean.md", "draft-errors.md")


def page_text(page: str) -> str:
    body = LexborHTMLParser(page).body
    assert body is not None
    return body.text(separator="\n")


@cache
def sources(name: str) -> dict[str, str]:
    """The visible text of each source."""
    found: dict[str, str] = {}
    for path in sorted((FIXTURES / name / "sources").iterdir()):
        text = path.read_text("utf-8")
        if path.suffix == ".jsonl":
            found.update({line["id"]: line["text"] for line in map(json.loads, text.splitlines())})
        elif path.suffix == ".html":
            found[path.name] = page_text(text)
        else:
            found[path.name] = text
    return found


def draft(name: str, which: str) -> str:
    return (FIXTURES / name / which).read_text("utf-8")


def year(name: str) -> int:
    found = re.search(r"^published: (\d{4})", draft(name, "draft-clean.md"), re.MULTILINE)
    assert found is not None
    return int(found[1])


def marks(event: Event) -> Iterator[Mark]:
    yield from event.claim
    for topic in event.topic:
        yield from topic.members


def dates_with_weekday(text: str, default_year: int) -> Iterator[tuple[str, str, date]]:
    for found in WEEKDAY_AND_DATE.finditer(text):
        weekday, day, month, month_first, day_after, stated = found.groups()
        number = MONTHS.index(month or month_first) + 1
        yield found[0], weekday, date(int(stated or default_year), number, int(day or day_after))


def long_sentences(text: str) -> set[str]:
    """The lower-case sentences of at least eight words, without quotations."""
    plain = QUOTED.sub(" ", FRONT_MATTER.sub("", text)).lower()
    found = (re.findall(r"\w+", sentence) for sentence in SENTENCE_END.split(plain))
    return {" ".join(words) for words in found if len(words) >= 8}


def body_words(text: str) -> int:
    return len(FRONT_MATTER.sub("", text).split())


@pytest.mark.parametrize("name", EVENTS)
def test_every_mark_is_in_its_document(name: str) -> None:
    texts = sources(name)
    missing = [mark for mark in marks(load(name)) if locate(texts[mark.document], mark) is None]
    assert not missing
    assert not [trap for trap in load(name).trap if locate(texts[trap.document], trap) is None]
    assert not [slip for slip in load(name).slip if locate(draft(name, "draft-errors.md"), slip) is None]


@pytest.mark.parametrize("name", EVENTS)
def test_no_span_is_marked_twice_with_one_kind(name: str) -> None:
    texts = sources(name)
    placed = [(claim.document, locate(texts[claim.document], claim), claim.kind) for claim in load(name).claim]
    assert not [place for place, times in Counter(placed).items() if times > 1]


@pytest.mark.parametrize("name", EVENTS)
def test_undoing_the_slips_gives_the_clean_draft(name: str) -> None:
    text = draft(name, "draft-errors.md")
    spans = [(locate(text, slip), slip) for slip in load(name).slip]
    for span, slip in sorted(spans, key=lambda pair: pair[0] or (0, 0), reverse=True):
        assert span is not None
        text = text[: span[0]] + slip.was + text[span[1] :]
    assert text == draft(name, "draft-clean.md")


@pytest.mark.parametrize("name", OF_RECORDS)
def test_undoing_the_slips_in_quotations_gives_the_clean_draft(name: str) -> None:
    text = draft(name, "draft-errors.md")
    for slip in load_records(name).slip:
        assert text.count(slip.text) == 1, slip
        text = text.replace(slip.text, slip.was)
    assert text == draft(name, "draft-clean.md")
    assert len({slip.type for slip in load_records(name).slip}) >= 8


@pytest.mark.parametrize("name", EVENTS)
def test_weekdays_match_their_dates(name: str) -> None:
    texts = [*sources(name).values(), draft(name, "draft-clean.md")]
    found = [hit for text in texts for hit in dates_with_weekday(text, year(name))]
    assert found
    assert not [text for text, weekday, day in found if WEEKDAYS[day.weekday()] != weekday]


@pytest.mark.parametrize("name", EVENTS)
def test_marked_days_match_their_weekdays(name: str) -> None:
    for claim in load(name).claim:
        named = [weekday for weekday in WEEKDAYS if claim.kind == "date" and weekday in claim.text]
        if named and claim.first is not None:
            assert WEEKDAYS[date.fromisoformat(claim.first).weekday()] == named[0], claim
        if claim.first is not None and claim.last is not None:
            assert date.fromisoformat(claim.first) <= date.fromisoformat(claim.last), claim


@pytest.mark.parametrize("name", EVENTS)
def test_relative_days_lie_within_a_fortnight_of_the_event(name: str) -> None:
    stated = [day for text in sources(name).values() for *_, day in dates_with_weekday(text, year(name))]
    near = timedelta(days=14)
    for claim in load(name).claim:
        if claim.kind == "date" and claim.first is not None and any(map(claim.text.startswith, WEEKDAYS)):
            day = date.fromisoformat(claim.first)
            assert min(stated) - near <= day <= max(stated) + near, claim


@pytest.mark.parametrize("name", EVENTS)
def test_stated_sums_and_changes_hold(name: str) -> None:
    event = load(name)
    for total in event.sum:
        assert sum(total.parts) == total.total, total
    for change in event.change:
        percent = (change.after - change.before) / change.before * 100
        assert percent.quantize(change.percent) == change.percent, change


@pytest.mark.parametrize("name", EVENTS)
def test_figures_of_sums_and_changes_are_in_the_articles(name: str) -> None:
    def bare(figure: str) -> str:
        return re.sub(r"\D", "", figure).strip("0")

    event = load(name)
    written = {bare(figure) for text in sources(name).values() for figure in FIGURE.findall(text)}
    used = [figure for total in event.sum for figure in (*total.parts, total.total)]
    used += [figure for change in event.change for figure in (change.before, change.after)]
    assert not [figure for figure in used if bare(str(figure)) not in written]


@pytest.mark.parametrize("name", EVENTS)
def test_one_value_in_two_units_is_one_value(name: str) -> None:
    def number(text: str) -> Decimal:
        found = FIGURE.search(text)
        assert found is not None
        return Decimal(found[0].replace(",", ""))

    for pair in load(name).same:
        text = sources(name)[pair.document]
        assert pair.left in text, pair
        assert pair.right in text, pair
        right = number(pair.right)
        assert (number(pair.left) * pair.factor).quantize(right) == right, pair


@pytest.mark.parametrize("name", EVENTS)
def test_only_declared_copies_share_a_sentence(name: str) -> None:
    texts = sources(name) | {"draft-clean.md": draft(name, "draft-clean.md")}
    declared = [set(origin.documents) for origin in load(name).origin]
    for left, right in combinations(sorted(texts), 2):
        shared = long_sentences(texts[left]) & long_sentences(texts[right])
        if any({left, right} <= group for group in declared):
            assert len(shared) >= 2, (left, right)
        else:
            assert not shared, (left, right)


def test_no_sentence_is_in_two_events() -> None:
    everything = {name: set().union(*map(long_sentences, sources(name).values())) for name in EVENTS}
    for left, right in combinations(EVENTS, 2):
        assert not everything[left] & everything[right]


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_large_enough_to_measure(name: str) -> None:
    event = load(name)
    assert len(event.complete) >= 3
    assert len(event.topic) >= 8
    assert any(topic.origins < len(topic.members) for topic in event.topic)
    assert 8 <= len(event.slip) <= 13
    assert len({slip.type for slip in event.slip}) >= 7
    assert all(100 <= body_words(text) <= 450 for text in sources(name).values())
    assert all(250 <= body_words(draft(name, which)) <= 600 for which in DRAFTS)


@pytest.mark.parametrize("name", EVENTS)
def test_a_topic_matches_the_marks_of_its_members(name: str) -> None:
    event = load(name)
    claims = {(claim.document, claim.text, claim.within, claim.nth): claim for claim in event.claim}
    for topic in event.topic:
        keys = [(mark.document, mark.text, mark.within, mark.nth) for mark in topic.members]
        plain = [claims[key] for key in keys if key in claims]
        stated = {Decimal(claim.number or claim.low or 0) for claim in plain if claim.number or claim.low}
        exact = {Decimal(claim.number) for claim in plain if claim.number and not claim.hedge and not claim.unit}
        if (topic.verdict == "differ" or topic.course) and topic.kind == "count":
            assert len(stated) > 1, topic.about
        elif topic.kind == "count" and exact:
            assert max(exact) - min(exact) <= max(exact) / 100, topic.about


def test_the_events_cover_the_intended_cases() -> None:
    everything = "\n".join(text for name in EVENTS for text in sources(name).values())
    for wanted in ("AR-15", "Boeing 737", "percentage points", "One in five", "tens of thousands", "doubled"):
        assert wanted.lower() in everything.lower(), wanted
    assert "CalderÃ³n" in everything  # a text with an encoding error
    assert any(line.count('"') % 2 for line in everything.splitlines())  # an unclosed quotation
    assert any(line.count("“") > line.count("”") for line in everything.splitlines())
