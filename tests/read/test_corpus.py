"""Corpora: one document per line, with offsets that map back to the line."""

import io
import json
import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.read import corpus, documents


def read(lines: str | bytes) -> list[Document]:
    raw = lines if isinstance(lines, bytes) else lines.encode()
    return [document for document in corpus.read(io.BytesIO(raw), "a.jsonl") if isinstance(document, Document)]


def test_the_fields_of_a_line(put):
    line = {
        "id": "a",
        "text": "---\ntitle: no front matter here\n---\nOne.\r\n",
        "title": "T",
        "published": "2019-03-05T08:00:00",
        "source": "Harbour Post",
        "url": "https://example.org/a",
        "gold": [{"text": "not this"}],
    }
    (document,) = documents([put("a.jsonl", json.dumps(line))])
    assert document.text == line["text"]
    assert (document.id, document.title, document.source, document.url) == (
        "a",
        "T",
        "Harbour Post",
        line["url"],
    )
    assert (document.published, document.published_from) == (date(2019, 3, 5), "metadata")
    assert document.body == 0


@pytest.mark.parametrize(
    ("author", "expected"), [('"Ann Roe"', "Ann Roe"), ('["Ann Roe", "Tom Ek"]', None), ('{"name": "Ann Roe"}', None)]
)
def test_an_author_is_a_name(author, expected):
    assert [document.author for document in read(f'{{"text": "One.", "author": {author}}}')] == [expected]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('{"text": "One."}', "a.jsonl:1"),
        ('{"id": null, "text": "One."}', "a.jsonl:1"),
        ('{"id": "", "text": "One."}', "a.jsonl:1"),
        ('{"id": 17, "text": "One."}', "17"),
        ('{"id": 0, "text": "One."}', "0"),
    ],
)
def test_a_document_without_id_is_named_by_file_and_line(line, name):
    assert [document.id for document in read(line)] == [name]


def test_blank_lines_are_left_out_but_counted():
    found = read('\n{"text": "One."}\r\n  \n{"text": "Two."}')
    assert [document.id for document in found] == ["a.jsonl:2", "a.jsonl:4"]
    assert [document.places.at(0) for document in found] == [(2, 11), (4, 11)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_corpus_may_carry_a_byte_order_mark(encoding):
    found = read('{"text": "Café"}\n{"text": "Två"}\n'.encode(encoding))
    assert [document.text for document in found] == ["Café", "Två"]
    assert found[1].places.at(2) == (2, 13)


@pytest.mark.parametrize(
    "line",
    [
        r'{"id": "a", "text": "x“Ten” said"}',
        r'{"meta": {"text": "Ten"}, "list": ["text", "Ten"], "text": "Ten"}',
        r'{"title": "\"text\": \"", "text":"He \"knew\": Ten"}',
        r'{"text": "no", "text": "\u201cTen\u201d \\ \/ \n Ten"}',
        r'{"text": "\ud83d\ude00 \uD83D\uDE00 Ten", "id": "\\"}',
        r'{"te\u0078t": "\tTen"}',
        '  {"text"  :  "😀 Ten"}',
    ],
)
def test_escapes_do_not_move_the_column(line):
    (document,) = read("\n\n" + line)
    offset = document.text.rindex("Ten")
    number, column = document.places.at(offset)
    assert number == 3
    assert line[column - 1 :].startswith("Ten")


@given(st.text(max_size=40), st.booleans(), st.data())
def test_each_character_maps_to_its_column(text, ascii_only, data):
    line = json.dumps({"id": "a", "text": text}, ensure_ascii=ascii_only)
    try:
        (document,) = read(line)
    except UnicodeEncodeError:
        return  # a lone surrogate cannot be written without escapes
    if not text:
        assert document.places.at(0) == (1, line.rindex('"') + 1)
        return
    offset = data.draw(st.integers(0, len(text) - 1))
    _, column = document.places.at(offset)
    rest = line[column - 1 :]
    assert json.loads(f'"{rest[: -len(chr(34) + chr(125))]}"') == text[offset:]


def test_a_corpus_is_read_lazily(tmp_path):
    path = tmp_path / "big.jsonl"
    line = json.dumps({"text": "The ferry ran aground. " * 200}) + "\n"
    path.write_text(line * 2000, encoding="utf-8")
    next(documents([str(path)], published=date(2019, 3, 5)))  # imports happen before the measurement
    tracemalloc.start()
    try:
        assert sum(1 for _ in documents([str(path)], published=date(2019, 3, 5))) == 2000
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < path.stat().st_size / 4
