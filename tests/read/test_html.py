"""Web pages: main text, metadata, and the mapping of offsets to the page."""

import io
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.read.html import main_text, metadata, read

BODY = """<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Dam fails above Lindal</h1>
<div class="share"><a href="#">Share on the net</a></div>
<p>LINDAL &mdash; A dam failed on <b>Saturday</b>,   killing
  12 people and forcing 3,400 from their homes, officials said.</p>
<h2>“Too late”</h2>
<p>&#8220;We won&#8217;t rest,&#8221; said the <a href="/m">mayor</a>, Tom Roe. He spoke for 20&nbsp;minutes
before the evening session of the council, which then voted 9 to 4 to close the valley road.</p>
<ul><li>Dead: 12 &amp; missing: 5</li><li>Hurt: 31</li></ul>
<!-- <p>Dead: 13</p> -->
<table><tr><td>Cost</td><td>&euro;2.5 million</td></tr><tr><td>Days</td><td>90</td></tr></table>
<p>Repairs will take until the end of the year at the least, the council said in a statement on Sunday.</p>
<script>var dead = "14 people";</script></article>
<footer>Copyright 2019 Harbour Post</footer>"""
PAGE = f"<html><head><title>12 dead</title><meta charset='utf-8'></head>\n<body>{BODY}</body></html>"


def page(raw: str | bytes) -> Document:
    (document,) = read(io.BytesIO(raw if isinstance(raw, bytes) else raw.encode()), "a.html")
    return document


def test_the_main_text_without_menus_scripts_and_share_bars():
    text = page(PAGE).text
    assert "killing 12 people and forcing 3,400 from their homes, officials said.\n\n" in text
    assert "“We won’t rest,” said the mayor, Tom Roe." in text
    for furniture in ("World", "Share", "var dead", "13", "Copyright"):
        assert furniture not in text


@pytest.mark.parametrize("raw", [PAGE, PAGE.replace("\n", "\r\n")])
def test_words_map_to_their_places_in_the_page(raw):
    document = page(raw)
    lines = re.split(r"\r\n|\n", raw)
    looked_for = [
        "Dam fails",
        "12 people",
        "3,400",
        "Saturday",
        "mayor",
        "20",
        "minutes",
        "9 to 4",
        "31",
        "90",
        "2.5",
        "5",
    ]
    for words in looked_for:
        line, column = document.places.at(re.search(rf"\b{words}\b", document.text).start())
        assert lines[line - 1][column - 1 :].startswith(words), words


def test_a_word_split_by_the_page_is_one_word():
    document = page("<p>It made 1<b>2</b><span>,5</span>00 euros.<br>Then it shut.</p>")
    assert document.text == "It made 12,500 euros.\nThen it shut."
    assert document.places.at(document.text.index("2,500")) == (1, 16)
    assert document.places.at(document.text.index("Then")) == (1, 49)


def test_an_entity_maps_to_its_place():
    document = page(PAGE)
    line, column = document.places.at(document.text.index("“We"))
    assert PAGE.split("\n")[line - 1][column - 1 :].startswith("&#8220;We")
    line, column = document.places.at(document.text.index("t rest"))
    assert PAGE.split("\n")[line - 1][column - 1 :].startswith("t rest")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "<html><body><p>Two men were hurt.</p><p>Police said 12 fled.</p></body></html>",
            "Two men were hurt.\n\nPolice said 12 fled.",
        ),
        ("<p>Two <i>men</i>\n were hurt.</p>", "Two men were hurt."),
        ("<div><div>Two men were hurt.</div></div>", "Two men were hurt."),
        ("<ul><li>Two <p>hurt</p></li><li>12 <b>fled</b></li></ul>", "Two\n\nhurt\n\n12 fled"),
        ("Two men were hurt.<br>Police said 12 fled.", "Two men were hurt.\nPolice said 12 fled."),
        ("Two men were hurt.<br><br>Police said 12 fled.", "Two men were hurt.\n\nPolice said 12 fled."),
        ("Two men were hurt.", "Two men were hurt."),
        ("<html><head><title>T</title></head></html>", ""),
        ("", ""),
    ],
)
def test_a_very_short_page_keeps_its_paragraphs(raw, text):
    assert main_text(raw) == text


def head(*tags: str) -> str:
    return f"<html><head><title>T</title>{''.join(tags)}</head><body><p>It rained.</p></body></html>"


def json_ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


DAY = date(2019, 3, 5)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        (head(json_ld('{"@type": "NewsArticle", "datePublished": "2019-03-05T08:00:00Z"}')), DAY),
        (
            head(
                json_ld(
                    '[{"@type": "WebPage", "datePublished": "2018-01-01"},'
                    ' {"@type": "Article", "datePublished": "2019-03-05"}]'
                )
            ),
            DAY,
        ),
        (
            head(json_ld('{"@graph": [{"@type": "Thing"}, {"@type": "Article", "datePublished": "2019-03-05"}]}')),
            DAY,
        ),
        (
            head(json_ld("{not json}"), '<meta property="article:published_time" content="2019-03-05T08:00">'),
            DAY,
        ),
        (head(json_ld("3"), '<meta name="pubdate" content="5 March 2019">'), DAY),
        (head('<meta itemprop="datePublished" content="2019-03-05">'), DAY),
        (
            head(
                '<meta property="article:modified_time" content="2019-03-09">',
                '<meta name="DC.date" content="2019-03-05">',
            ),
            DAY,
        ),
        (
            head('<meta name="date" content="yesterday">').replace(
                "<p>", '<time datetime="2019-03-05T09:00">Tue</time><p>'
            ),
            DAY,
        ),
        (head('<link rel="canonical" href="https://example.org/2019/03/05/rain">'), DAY),
        (head(), None),
        (head().replace("It rained.", "It rained in 2017, and on 4 May 2016."), None),
        ("", None),
    ],
)
def test_the_date_of_publication(raw, day):
    assert metadata(raw).published == day
    document = page(raw)
    assert document.published == day
    assert document.published_from in (("metadata", "URL") if day else (None,))


def test_title_outlet_and_address():
    found = metadata(
        head(
            '<meta property="og:title" content="Rain at last">',
            '<meta property="og:site_name" content="Harbour Post">',
            '<link rel="canonical" href="https://example.org/rain">',
        )
    )
    assert (found.title, found.source, found.url) == (
        "Rain at last",
        "Harbour Post",
        "https://example.org/rain",
    )
    found = metadata(
        head(
            json_ld('{"publisher": {"name": "Harbour Post"}}'),
            '<meta property="og:url" content="https://example.org/r">',
        )
    )
    assert (found.title, found.source, found.url) == ("T", "Harbour Post", "https://example.org/r")
    found = metadata(head(json_ld("[" * 100_000), '<meta property="og:site_name" content="Harbour Post">'))
    assert (found.title, found.source) == ("T", "Harbour Post")
    found = metadata("<p>It rained.</p>")
    assert (found.title, found.source, found.url) == (None, None, None)


def test_the_page_may_state_its_encoding():
    raw = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź</p>'
    assert page(raw.encode("iso-8859-2")).text == "Łódź"


FRAGMENTS = [
    "<p>",
    "</p>",
    "<b",
    ">",
    "&amp;",
    "&#x20AC;",
    "&bad",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    " 12 men. ",
    "Roe ",
    "\n",
    "<li>",
    "“",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_any_page_is_read_without_a_crash(raw):
    document = page(raw)
    for offset in range(len(document.text)):
        line, column = document.places.at(offset)
        assert line >= 1 and column >= 1


def test_an_unclosed_comment_costs_no_more_than_its_length():
    assert page(f"<p>{'It rained. ' * 12}</p>" + "<!-- " * 20000).places.at(0) == (1, 4)


ARTICLE = "<p>The mill had stood beside the river for longer than anybody could say, according to the owner.</p>"


def shown(body: str) -> str:
    return page(f"<html><body><article><h1>Mill burns</h1>{ARTICLE}{body}{ARTICLE}</article></body></html>").text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<p>It made $12<sup>3</sup> million in 2019<sup><a href='#n'>4</a></sup>.</p>",
            "It made $12 million in 2019.",
        ),
        ("<p>The yard has 500 m<sup>2</sup>, the 4<sup>th</sup>.</p>", "The yard has 500 m², the 4th."),
        ("<p>It has <del>35</del> 40 men<span hidden> and 5</span>.</p>", "It has 40 men."),
        ("<p>It has 40<span style='display: none'> 5</span> men.</p>", "It has 40 men."),
        ("<p>She said: <q>We lost it all.</q></p>", "She said: “We lost it all.”"),
        ("<p>It burned on <time datetime='2021-05-03'>Monday at 9</time>.</p>", "It burned on Monday at 9."),
        ("<p>It has 1,2&shy;00 men, 12<wbr>,000 in <b>4</b>0 towns.</p>", "It has 1,200 men, 12,000 in 40 towns."),
        ("<figure><figcaption>It had 40 men in 2019.</figcaption></figure>", "It had 40 men in 2019."),
        ("<aside><p>Two earlier fires were put out.</p></aside>", "Two earlier fires were put out."),
        (
            "<table><tr><th>Town</th><th>Cost (million crowns)</th></tr><tr><td>Orme</td><td>41.7</td></tr></table>",
            "Orme: Cost: 41.7 million crowns",
        ),
        ("<div class='related'><p>Seven hurt in a crash.</p></div>", None),
        ("<p>It has 40 men.<a href='#cmnt1'>[a]</a></p>", "It has 40 men."),
    ],
)
def test_what_a_page_shows_is_read(body, text):
    between = shown(body).split("\n\n")[2:-1]
    assert between == ([text] if text is not None else [])


def test_a_page_that_is_one_form_is_read():
    raw = "<form action='/'><h1>Mill burns</h1><p>It killed 15 people.</p><p>It was old.</p></form>"
    assert page(f"<html><body>{raw}</body></html>").text == "Mill burns\n\nIt killed 15 people.\n\nIt was old."


def test_what_is_declared_as_latin_1_has_its_euros():
    raw = '<meta charset="iso-8859-1"><p>It cost €12, “we” said.</p>'.encode("cp1252")
    assert page(raw).text == "It cost €12, “we” said."


def test_a_page_without_an_article_is_an_error():
    (error,) = read(io.BytesIO(b"<p>Please enable scripts.</p>" + b"<script>x()</script>" * 200), "a.html")
    assert "3 words to read" in str(error)


@pytest.mark.parametrize(
    "stated",
    [
        json_ld('{"@type": "NewsArticle", "headline": "Mill\nburns", "datePublished": "2019-03-05"}'),
        json_ld('//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2019-03-05",}\n//]]>'),
        json_ld('{"@type": "NewsArticle", "x": undefined, "datePublished": "2019-03-05"}'),
        '<time datetime="2019-03-09">Updated</time>'.replace("<time", "updated <time")
        + 'published <time datetime="2019-03-05">on Tuesday</time>',
        '<aside><time datetime="2019-04-01">other</time></aside><h1>Mill</h1><p>March 5, 2019, 4:19 PM</p>',
        "<h1>Mill</h1><p>Written: 2019-03-05 15:03 / Updated: 2019-03-09 15:30</p>",
        "<h1>Mill</h1><p>This story is from March 5, 2019</p>",
    ],
)
def test_where_pages_state_their_day(stated):
    assert metadata(f"<html><body>{stated}<p>It rained.</p></body></html>").published == DAY
