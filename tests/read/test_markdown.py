"""Markdown: front matter gives the metadata and stays in the text."""

import io
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.front_matter import front_matter
from factcheck.read.markdown import read

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
    assert document.text == "Ferry aground: 212 safe\n\nFerry aground\n\nTwelve were hurt."
    assert text[document.places.start :].startswith(newline + "# Ferry")
    assert document.title == "Ferry aground: 212 safe"
    assert document.source == "Harbour Post"
    assert document.url == "https://example.org/ferry"
    assert (document.published, document.published_from) == (date(2019, 3, 5), "front matter")
    assert document.places.at(document.text.index("Twelve")) == (13, 1)
    assert document.places.at(0) == (2, 9)


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


POST = """---
title: Mill burns
---
# Mill **burns**

The mill made **12**,000 euros, ~~$12 million~~ $14 million, or \\$15, in *2019*.[^1] It has
[40 workers](https://example.org/300 "310 men"), `17` gates and ![18 men](a.png) no more.

> $5 million was lost.

* Nine people
* [x] *“We lost it all in an hour,”* he said

{{< figure src="a.jpg" caption="300" >}}

| Town | Cost (million crowns) |
| --- | ---: |
| Orme | 41.7 |

<p class="n12">It has <b>4</b>0 doors<sup>2</sup>.</p>

&ldquo;We&nbsp;won&rdquo; <del>35</del> 36 times. <https://example.org/12>{% include x.html n=13 %}

```
code 19
```

[^1]: 1951
[ref]: https://example.org/14
"""


def test_what_is_rendered_is_read(read_one):
    document = read_one("a.md", POST)
    assert document.text.split("\n\n") == [
        "Mill burns",
        "The mill made 12,000 euros, $14 million, or $15, in 2019. It has\n40 workers, gates and no more.",
        "$5 million was lost.",
        "Nine people",
        "“We lost it all in an hour,” he said",
        "Orme: Cost: 41.7 million crowns",
        "It has 40 doors.",
        "“We\xa0won” 36 times.",
        "1951\n[ref]: https://example.org/14",
    ]


@pytest.mark.parametrize(
    "words", ["Mill", "12,000", "$14", "2019", "40 workers", "$5", "Nine", "41.7", "40 doors", "36", "1951"]
)
def test_what_is_rendered_has_its_place_in_the_file(read_one, words):
    document = read_one("a.md", POST)
    start, end = document.places.file_span(*re.search(re.escape(words), document.text).span())
    written = re.sub(r"[*]|</?b>|\]\(.*", "", POST[start:end])
    assert written == words
    line, column = document.places.at(document.text.index(words))
    assert POST.split("\n")[line - 1][column - 1] == words[0]


@given(st.text(alphabet="a5 \n<!->*_[](){}|`#&;\\~$", max_size=80))
def test_any_text_is_read_and_each_character_stands_in_the_file(text):
    (document,) = read(io.BytesIO(text.encode()), "draft.md")
    for offset, char in enumerate(document.text):
        start, end = document.places.file_span(offset, offset + 1)
        assert 0 <= start < end <= len(text) or char == "\n"


@pytest.mark.parametrize(
    ("name", "front", "day"),
    [
        ("a.md", "---\npubDate: Mar 5 2019\n---\n", date(2019, 3, 5)),
        ("a.md", "---\npublishDate: 2019-03-05\nupdated: 2020-01-01\n---\n", date(2019, 3, 5)),
        ("a.md", "---\nmeta:\n  date: 2019-03-05\n---\n", date(2019, 3, 5)),
        ("a.md", '+++\ntitle = "A"\ndate = 2019-03-05T10:00:00Z\n+++\n', date(2019, 3, 5)),
        ("a.md", '{"title": "A", "date": "2019-03-05"}\n\n', date(2019, 3, 5)),
        ("2019-03-05-mill-burns.md", "", date(2019, 3, 5)),
        ("2019-03-05-mill-burns.md", "---\ndate: 2019-03-06\n---\n", date(2019, 3, 6)),
        ("a.md", "---\nurl: /2019/03/05/mill/\n---\n", date(2019, 3, 5)),
    ],
)
def test_where_posts_state_their_day(read_one, name, front, day):
    document = read_one(name, f"{front}It rained for an hour.")
    assert document.published == day
    assert document.text.endswith("It rained for an hour.")
