"""One article in every format: the same claims, each with its place."""

import re

import pytest

import factcheck
from tests.read import made

ARTICLE = [
    "Storm repairs in Orme cost $14.2 million",
    "ORME, June 14 – Storm repairs at the harbour of Orme will cost $14.2 million, the council said on Thursday. Some "
    "3,200 homes in 12 streets were without power for 9 days after the night of 2 June 2018.",
    "“We have never paid so much for a sea wall,” said Nora Holt, the mayor. She is 58 years old and R&D chief of a "
    "firm that has 41 employees.",
    "In 2011 the town paid €4.5 million for 600 metres of wall; 18 percent of it fell in 2018.",
]
RULES = factcheck.load_rules()
FORMATS = {
    "a.docx": made.docx,
    "a.odt": made.odt,
    "a.rtf": made.rtf,
    "a.eml": made.eml,
    "a.msg": made.msg,
    "a.rss": made.rss,
    "a.atom": made.atom,
    "a.xml": made.nitf,
    "b.xml": made.newsml,
    "c.xml": lambda article: made.g2(made.g2_item(article)),
    "d.xml": made.wordpress,
    "a.json": made.ninjs,
    "a.srt": made.srt,
    "a.vtt": made.vtt,
    "a.zip": made.zipped,
    "a.txt.gz": made.gzipped,
    "a.pdf": lambda article: made.pdf([made.printed(article)]),
    "a.warc": lambda article: made.warc([("http://orme.example/a", "text/html; charset=utf-8", made.html(article))]),
}


def claims(documents) -> list[tuple[str, str]]:
    found = factcheck.extract(documents, RULES)
    return [(claim.kind, " ".join(claim.text.split())) for claim in found]


def expected() -> list[tuple[str, str]]:
    return claims([factcheck.Document(id="a", text="\n\n".join(ARTICLE))])


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_has_the_same_claims_in_every_format(name, put):
    assert len(expected()) > 10
    assert claims(factcheck.documents([put(name, FORMATS[name](ARTICLE))])) == expected()


@pytest.mark.parametrize("name", [name for name in FORMATS if not name.endswith((".zip", ".gz", ".warc"))])
def test_every_claim_has_its_line_and_column(name, put):
    (document,) = factcheck.documents([put(name, FORMATS[name](ARTICLE))])
    lines = re.split(r"\r\n?|\n", document.places.raw)
    for claim in factcheck.extract([document], RULES):
        written = lines[claim.line - 1][claim.column - 1 :]
        first = claim.text.split()[0].strip("“”")
        assert written.startswith((first, f"“{first}", first.replace("&", "&amp;"))) or "\\u" in written, (
            claim,
            written,
        )
