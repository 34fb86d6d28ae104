"""Feeds and agency items: which items are read, their metadata and their places."""

import json

import pytest

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read import documents
from tests.read import made

ARTICLE = ["Flood takes bridge", "Ten men drowned.", "R&D cost $12 million."]
TEXT = "\n\n".join(ARTICLE)


@pytest.fixture
def read(put):
    def read(name: str, raw: bytes | str) -> list[Document]:
        return list(documents([put(name, raw)]))

    return read


@pytest.mark.parametrize(
    ("name", "raw", "source"),
    [
        ("a.rss", made.rss(ARTICLE), "Orme Herald"),
        ("a.atom", made.atom(ARTICLE), "Orme Herald"),
        ("a.xml", made.wordpress(ARTICLE), "Orme Herald"),
        ("a.xml", made.nitf(ARTICLE), "Orme Agency"),
        ("a.xml", made.newsml(ARTICLE), "Orme Agency"),
        ("a.xml", made.g2(made.g2_item(ARTICLE)), "Orme Agency"),
        ("a.json", made.ninjs(ARTICLE, provider="Orme Agency"), "Orme Agency"),
    ],
)
def test_an_item_and_its_metadata(name, raw, source, read):
    (found,) = read(name, raw)
    assert (found.id, found.text, found.title) == (name, TEXT, ARTICLE[0])
    assert (str(found.published), found.published_from, found.source) == ("2018-06-14", "metadata", source)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.xml", made.nitf(ARTICLE, "canceled")),
        ("a.xml", made.newsml(ARTICLE, "Canceled")),
        ("a.xml", made.g2(made.g2_item(ARTICLE, "canceled"))),
        ("a.xml", made.g2(made.g2_item(ARTICLE, "withheld"))),
        ("a.json", made.ninjs(ARTICLE, pubstatus="canceled")),
        ("a.xml", made.wordpress(ARTICLE, "trash")),
    ],
)
def test_a_cancelled_item_is_not_read(name, raw, read):
    with pytest.raises(InputError, match=rf"{name}: nothing to read: it"):
        read(name, raw)


def test_a_cancellation_holds_for_the_versions_before_it(read):
    raw = made.g2(
        made.g2_item(ARTICLE), made.g2_item(["Other", "Nine."], guid="b"), made.g2_item([""], "canceled", version=2)
    )
    (found,) = read("a.xml", raw)
    assert (found.id, found.text) == ("a.xml#2", "Other\n\nNine.")
    assert found.remarks == ("item 1 is left out: cancelled", "item 3 is left out: canceled")


def test_the_newest_version_of_an_item_is_read(read):
    raw = made.g2(made.g2_item(["Flood", "12 dead"], version=10), made.g2_item(["Flood", "9 dead"], version=9))
    (found,) = read("a.xml", raw)
    assert found.text == "Flood\n\n12 dead"
    assert found.remarks == ("item 2 is left out: replaced by a newer version",)


def test_a_deleted_entry_of_atom_is_not_read(read):
    raw = (
        made.atom(ARTICLE)
        .replace(b"<entry>", b"<entry><id>urn:a</id>")
        .replace(b"</feed>", b'<deleted-entry ref="urn:a"/></feed>')
    )
    with pytest.raises(InputError, match="item 1 is left out"):
        read("a.atom", raw)


def test_an_embargo_is_told(read):
    (found,) = read("a.xml", made.nitf(ARTICLE, "embargoed"))
    assert found.remarks == ("under embargo",)
    (found,) = read("a.json", made.ninjs(ARTICLE, embargoed="2018-06-15"))
    assert found.remarks == ("under embargo until 2018-06-15",)


def test_the_items_of_a_feed_are_documents_with_their_own_places(read):
    item = (
        "<item><title>Toll</title><description>&lt;p&gt;Some 12 men &amp;amp; 3 dogs.&lt;/p&gt;</description></item>\n"
    )
    first, second = read("a.rss", f"<rss><channel><title>Herald</title>\n{item}{item}</channel></rss>")
    assert [each.id for each in (first, second)] == ["a.rss#1", "a.rss#2"]
    assert first.text == "Toll\n\nSome 12 men & 3 dogs."
    at = first.text.index("3 dogs")
    assert first.places.at(at) == (2, item.index("3 dogs") + 1)
    assert second.places.at(at) == (3, item.index("3 dogs") + 1)


def test_content_is_taken_before_the_summary_of_it(read):
    raw = made.rss(ARTICLE).replace(b"<pubDate>", b"<description>Eleven men.</description><pubDate>")
    assert read("a.rss", raw)[0].text == TEXT


def test_an_rss_1_feed(read):
    raw = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Herald</title></channel>'
        "<item><title>Flood</title><description>Ten men.</description><dc:date>2018-06-14</dc:date></item></rdf:RDF>"
    )
    (found,) = read("a.xml", raw)
    assert (found.text, str(found.published)) == ("Flood\n\nTen men.", "2018-06-14")


def test_atom_text_is_read_by_its_type(read):
    def entry(kind: str, content: str) -> str:
        inner = f'<title>Flood</title><content type="{kind}">{content}</content>'
        raw = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{inner}</entry></feed>'
        return read("a.atom", raw)[0].text

    assert entry("text", "a &lt;b&gt; 5") == "Flood\n\na <b> 5"
    assert entry("html", "a &lt;b&gt;5&lt;/b&gt;") == "Flood\n\na 5"
    assert entry("xhtml", '<div xmlns="http://www.w3.org/1999/xhtml"><p>a</p><p>5</p></div>') == "Flood\n\na\n\n5"


def test_markup_is_read_without_what_is_no_text(read):
    markup = (
        "<p>$12<sup>3</sup> million and 5 km<sup>2</sup></p><script>99</script><p><del>98</del>Ten<br>men</p>"
        '<p hidden>97</p><p style="display: none">96</p><ul><li>One <q>two</q></li></ul><!-- 95 -->'
        "<table><tr><th>Town</th><th>Deaths</th></tr><tr><td>Orme</td><td>12</td></tr></table>"
        "<figure><img><figcaption>A bridge</figcaption></figure>"
    )
    (found,) = read("a.json", json.dumps({"uri": "a", "body_xhtml": markup}))
    assert found.text.split("\n\n") == [
        "$12 million and 5 km²",
        "Ten\nmen",
        "One “two”",
        "Orme: Deaths: 12",
        "A bridge",
    ]


def test_a_list_of_ninjs_and_version_2(read):
    items = [
        {
            "uri": "a",
            "headlines": [{"value": "Flood"}],
            "bodies": [{"contentType": "text/plain", "value": "Ten.\nNine."}],
        }
    ]
    (found,) = read("a.json", json.dumps({"_items": items}))
    assert found.text == "Flood\n\nTen.\n\nNine."
    assert found.places.at(found.text.index("Nine"))[0] == 1


def test_shortcodes_of_wordpress_are_no_text(read):
    raw = made.wordpress(["Flood", '[caption id="a_55" width="600"]A bridge[/caption] Ten men.', "Nine [5] women."])
    assert read("a.xml", raw)[0].text == "Flood\n\nA bridge Ten men.\n\nNine [5] women."


def test_the_encoding_of_the_declaration(read):
    raw = made.rss(["Café", "Ten men at a café."]).decode().replace("utf-8", "iso-8859-1").encode("latin-1")
    (found,) = read("a.rss", raw)
    assert found.text == "Café\n\nTen men at a café."
    assert found.places.at(found.text.index("Ten"))[0] == 5


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.xml", "<a><b>Ten</b></a>", "XML with the root <a>"),
        ("a.xml", "<rss><channel>", "damaged"),
        ("a.xml", "", "damaged"),
        ("a.xml", "<rss><channel><item/></channel></rss>", "it has no item with a text"),
        ("a.json", "{", "damaged"),
        ("a.json", '{"a": 1}', "JSON without a text"),
        ("a.json", "[" * 100_000, "damaged"),
        ("a.rss", '<!DOCTYPE r [<!ENTITY a "b">]><rss><item><title>&a;</title></item></rss>', "declares XML entities"),
    ],
)
def test_what_cannot_be_read_is_an_error(name, raw, message, read):
    with pytest.raises(InputError, match=message):
        read(name, raw)
