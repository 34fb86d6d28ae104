"""Properties of any text: no crash, valid spans, and a bad mark damages only its own quotation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.kinds.quotation import QUOTATION, similarity
from factcheck.kinds.quotation.quote_compare import _most_agreeing
from factcheck.kinds.quotation.quote_editing import differing_words
from factcheck.kinds.quotation.quote_words import folded_words
from factcheck.model import Mention, Quotation
from tests.kinds.quotation.reading import RULES, mentions

MARKS = ['"', "“", "”", "‘", "’", "'", "``", "''", "«", "»", "„"]
SIGNS = ["\n", "\n\n", " ", ", ", ". ", "? ", ": ", "—", "(", ")", "…", "5'10\""]
WORDS = """Ann Roe|Mr. Hale|he|she|who|that|and|to|by|a|the mayor|pier|words|U.S.|8|No|'90s|don’t|Reid 's|call'
said|told|was|shut|called|saying|according to|on Monday""".replace("\n", "|").split("|")
PIECES = st.sampled_from(MARKS + SIGNS + WORDS)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=60).map(" ".join) | st.lists(PIECES, max_size=60).map("".join)

PARAGRAPHS = [
    "“We sail at dawn,” Ann Roe said. “We sail in the rain.”",
    '"The pier is shut," Tom Hale told reporters, "and it stays so."',
    "``The count is over, '' Clerk Iris Lund said.",
    "Moor called the plan “a gamble with our money” and left.",
    "‘The pitch was frozen,’ coach Ivor Pugh said.",
    "« The strike goes on », Marc Petit said.",
    "Nothing was quoted here, and nobody spoke of 5'10\" or the '90s.",
    'Rita Moss said the water was "safe to drink" and "clear."',
    "“Is it over?” asked Jane Cole.",
]
MARK = re.compile(r"``|''|[\"“”‘«»]|(?<=,)’|'(?=\s)")


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    found = mentions(text)
    ends = [0] + [mention.end for mention, _ in found]
    for (mention, value), before in zip(found, ends, strict=False):
        assert before <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == value.quote
        assert value.role in ("quotation", "scare", "title")
    again = mentions(text)
    assert [(m.start, m.end, value) for m, value in again] == [(m.start, m.end, value) for m, value in found]


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=5), st.data())
@settings(max_examples=150, deadline=None)
def test_one_bad_mark_changes_no_quotation_of_another_paragraph(paragraphs: list[str], data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(paragraphs) - 1))
    marks = list(MARK.finditer(paragraphs[which]))
    damaged = list(paragraphs)
    if marks:
        mark = data.draw(st.sampled_from(marks))
        replacement = data.draw(st.sampled_from(["", mark[0] * 2]))
        damaged[which] = paragraphs[which][: mark.start()] + replacement + paragraphs[which][mark.end() :]
    assert elsewhere(damaged, which) == elsewhere(paragraphs, which)


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=5), st.data())
@settings(max_examples=150, deadline=None)
def test_a_stray_mark_changes_no_quotation_of_another_paragraph(paragraphs: list[str], data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(paragraphs) - 1))
    at = data.draw(st.integers(0, len(paragraphs[which])))
    replacement = data.draw(st.sampled_from(['"', "“", "”", "``", "''", "«", "‘"]))
    damaged = list(paragraphs)
    damaged[which] = damaged[which][:at] + replacement + damaged[which][at:]
    assert elsewhere(damaged, which) == elsewhere(paragraphs, which)


FIXTURES = Path(__file__).parents[3] / "fixtures"
ARTICLES = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.rglob("*")) if path.suffix in {".md", ".txt"}]
STORIES = [
    *(text for text in ARTICLES if MARK.search(text)),
    "\n\n".join(PARAGRAPHS),
    "Ann Roe spoke for an hour.\n\n“We sail at dawn.\n\n“We sail in the rain.\n\n“And we come back,” she said.\n\n"
    "Tom Hale disagreed. “The pier,” he said, “is shut.”\n\n“For good?” asked Jane Cole.\n\n“For good,” said Hale.",
    'Roe said: "We sail."\nThe crews cheered.\n"They cheered for an hour," said Tom Hale, "and then they went home."\n'
    'A sign read "Shut the pier" in red.\nHale, who paints, called it "a good red" and left.',
]


@pytest.mark.parametrize("text", STORIES, ids=range(len(STORIES)))
def test_one_bad_mark_anywhere_in_an_article_changes_no_other_quotation(text: str) -> None:
    """Remove and double each mark in turn; all other quotations keep their words, span, role, speaker and cue.

    A quotation next to the mark may change; paragraphs that re-open one quotation count as one.
    """
    before = mentions(text)
    for mark in MARK.finditer(text):
        begin, end = mark.span()
        own: set[int] = set()
        for number, (found, _) in enumerate(before):
            if found.start - 4 <= end and begin <= found.end + 4:
                own |= chain(text, before, number)
        for replacement in ("", mark[0] * 2):
            shift = len(replacement) - len(mark[0])
            kept = {
                f.start - shift * (f.start > begin): v for f, v in mentions(text[:begin] + replacement + text[end:])
            }
            others = [(f.start, value) for n, (f, value) in enumerate(before) if n not in own]
            assert [(start, kept.get(start)) for start, _ in others] == others


def chain(text: str, found: list[tuple[Mention, Quotation]], number: int) -> set[int]:
    """Return the indices of the parts of one quotation: no mark closes a part before the next one opens."""
    first = last = number
    while first > 0 and not MARK.match(text, found[first - 1][0].end) and is_next(text, found, first - 1):
        first -= 1
    while last + 1 < len(found) and not MARK.match(text, found[last][0].end) and is_next(text, found, last):
        last += 1
    return set(range(first, last + 1))


def is_next(text: str, found: list[tuple[Mention, Quotation]], number: int) -> bool:
    """Whether only a few sentences stand between a part and the one after it."""
    return text.count("\n", found[number][0].end, found[number + 1][0].start) <= 4


def elsewhere(paragraphs: list[str], which: int) -> list[tuple[int, Quotation]]:
    """Return the quotations of all paragraphs but one, each with the index of its paragraph."""
    text = "\n\n".join(paragraphs)
    starts = [len("\n\n".join(paragraphs[:n])) + 2 * (n > 0) for n in range(len(paragraphs))]
    found = []
    for mention, value in mentions(text):
        paragraph = max(n for n, start in enumerate(starts) if start <= mention.start)
        if paragraph != which:
            found.append((paragraph, value))
    return found


QUOTED_WORDS = [
    "we",
    "will",
    "not",
    "never",
    "shut",
    "the",
    "pier's",
    "nobody's",
    "can't",
    "…",
    "[it]",
    "20%",
    "colour",
]
QUOTES = st.lists(st.sampled_from(QUOTED_WORDS), max_size=12)


@given(QUOTES, QUOTES)
@settings(max_examples=200, deadline=None)
def test_comparison_is_symmetric(one: list[str], two: list[str]) -> None:
    first, second = Quotation(" ".join(one)), Quotation(" ".join(two))
    found, turned = QUOTATION.compare(first, second, RULES), QUOTATION.compare(second, first, RULES)
    assert (found.relation, found.wording) == (turned.relation, turned.wording)
    assert 0 <= similarity(first, second, RULES) <= 1
    assert similarity(first, second, RULES) == similarity(second, first, RULES)


def test_many_unpaired_marks_hide_no_quotation() -> None:
    """Each of 50 repeats has an unpaired mark and two quotations; both stay readable."""
    for bad in ('"', "“", "‘", "''"):
        text = (f"The pier {bad}was shut, he said.\n\n" + PARAGRAPHS[0] + "\n\n") * 50
        assert len(mentions(text)) >= 100


SPEECH = (
    """we we're will we'll not won't don't do nobody's nobody has is the pier's pier gonna going to 20 twenty one"""
)
EDITED = ["…", "...", "[has]", "(the pier)", "[n]ot", "p***er", "pier[s]", "@pier", "20[%]", "U[.]S."]
SPOKEN = (
    st.lists(st.sampled_from(SPEECH.split() + EDITED), min_size=1, max_size=12)
    .map(" ".join)
    .filter(lambda quote: folded_words(quote, RULES))
)


@given(SPOKEN, SPOKEN)
@example("we we'll", "we we will")
@settings(max_examples=300, deadline=None)
def test_wordings_that_are_not_aligned_could_not_have_agreed_more(one: str, other: str) -> None:
    """Two wordings with few words in common are a paraphrase without being aligned."""
    assert differing_words(one, other, RULES).agreeing <= _most_agreeing(one, other, RULES)
