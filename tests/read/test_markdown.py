"""Markdown: front matter gives the metadata and stays in the text."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.markdown import front_matter, read

STORY = """---
Title: "Ferry aground: 212 safe"   # working title
published: 2019-03-05
source: 'Harbour Post'
url: https://example.org/ferry
tags:
  - ferry
  - lindal
---

# Ferry aground

Twelve were hurt.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter_gives_the_fields_and_stays_in_the_text(read_one, newline):
    text = STORY.replace("\n", newline)
    document = read_one("a.md", text)
    assert document.text == text
    assert document.text[document.body :].startswith(newline + "# Ferry")
    assert document.title == "Ferry aground: 212 safe"
    assert document.source == "Harbour Post"
    assert document.url == "https://example.org/ferry"
    assert (document.published, document.published_from) == (date(2019, 3, 5), "front matter")
    assert document.places.at(text.index("Twelve")) == (13, 1)


@pytest.mark.parametrize("key", ["author", "byline"])
def test_front_matter_names_the_author(read_one, key):
    assert read_one("a.md", f"---\n{key}: Ann Roe\n---\nOne.").author == "Ann Roe"


@pytest.mark.parametrize(
    ("key", "value", "day"),
    [
        ("date", "2019-03-05T08:00:00+02:00", date(2019, 3, 5)),
        ("pubdate", "5 March 2019", date(2019, 3, 5)),
        ("Published At", "5 mars 2019", date(2019, 3, 5)),
        ("publication-date", "Tue, 05 Mar 2019 10:00 GMT", date(2019, 3, 5)),
        ("date", "25.03.2019", date(2019, 3, 25)),
        ("date", "03/25/2019", date(2019, 3, 25)),
        ("date", "03/05/2019", None),
        ("date", "Tuesday", None),
        ("date", "tomorrow at 8", None),
        ("date", "2019", None),
        ("date", "March 2019", None),
        ("date", "2019-13-45", None),
        ("date", "31/02/2019", None),
        ("date", "", None),
        ("updated", "2019-03-05", None),
    ],
)
def test_the_date_is_parsed_or_none(read_one, key, value, day):
    document = read_one("a.md", f"---\n{key}: {value}\n---\nIt rained.")
    assert document.published == day
    assert document.published_from == ("front matter" if day else None)


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.",
        "---\n\nA rule above, and a rule below.\n\n---\n",
        "---\ntitle: never closed\n",
        "\n---\ntitle: not at the top\n---\n",
        "----\ntitle: four dashes\n---\n",
    ],
)
def test_texts_without_front_matter(text):
    assert front_matter(text) == ({}, 0)


def test_the_first_of_two_entries_counts_and_empty_ones_do_not():
    text = "---\ntitle: A\ntitle: B\nsource:\n...\nx"
    assert front_matter(text) == ({"title": "A", "source": ""}, text.index("x"))


@given(st.text(alphabet="a5 \n<!->", max_size=60))
def test_prose_has_comments_blanked_out(text):
    (document,) = read(io.BytesIO(text.encode()), "draft.md")
    prose = document.prose()
    assert len(prose) == len(document.text)
    for offset, (char, shown) in enumerate(zip(document.text, prose, strict=True)):
        inside = any(span.start <= offset < span.end for span in document.comments)
        assert shown == (" " if inside and not char.isspace() else char)
    assert all(document.text[span.start : span.end][:4] == "<!--" for span in document.comments)
