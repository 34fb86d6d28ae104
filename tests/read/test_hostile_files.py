"""Broken and hostile files of every format: a document or an InputError that names the file, and nothing else."""

import random
import sys

import pytest

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read import documents
from tests.read import made
from tests.read.test_formats import ARTICLE, FORMATS

SHEETS = {
    "a.csv": lambda article: made.sheet([["Town", "Deaths"], *([each, "12"] for each in article)]),
    "a.xlsx": lambda article: made.workbook([["Town", "Deaths"], *([each, 12] for each in article)]),
}
EVERY = {**FORMATS, **SHEETS}
BOMB = (
    '<!DOCTYPE a [<!ENTITY a "12"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def read(name: str) -> tuple[list[Document], list[str]]:
    """The documents of a file, and the messages of what cannot be read."""
    problems: list[InputError] = []
    found = list(documents([name], unreadable=problems.append))
    assert found or problems
    return found, [str(problem) for problem in problems]


def damaged(raw: bytes, seed: int) -> bytes:
    """A file cut off, with other bytes, or with a part of it twice."""
    chance = random.Random(seed)
    at = chance.randrange(len(raw))
    kind = seed % 4
    if kind == 0:
        return raw[:at]
    if kind == 1:
        return raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
    if kind == 2:
        return raw[:at] + raw[max(0, at - 40) :]
    some = bytearray(raw)
    for _ in range(20):
        some[chance.randrange(len(some))] ^= 1 << chance.randrange(8)
    return bytes(some)


@pytest.mark.parametrize("name", EVERY)
def test_a_damaged_file_is_read_or_refused(name, put):
    raw = EVERY[name](ARTICLE)
    for seed in range(24):
        found, problems = read(put(name, damaged(raw, seed)))
        assert all(problem.startswith(name) for problem in problems), (seed, problems)
        for document in found:
            for offset in (0, len(document.text) // 2, len(document.text)):
                line, column = document.places.at(offset)
                assert line > 0
                assert column > 0


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("raw", [b"", b"\0", b"\xff" * 40, b"<", b"{}", b"[1]", b"{\\rtf1", b"PK\x05\x06" + bytes(18)])
def test_a_file_of_another_format_is_read_or_refused(name, raw, put):
    _, problems = read(put(name, raw))
    assert all(problem.startswith(name) for problem in problems)


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE, OUTSIDE.encode("utf-16").decode("latin-1")])
def test_entities_are_refused(declared, put):
    files = {
        "a.xml": f"{declared}<nitf><body><p>&a; men</p></body></nitf>".encode("latin-1"),
        "b.fodt": f"{declared}<a>&a;</a>".encode("latin-1"),
    }
    files["a.docx"] = made.packed(
        {
            "_rels/.rels": '<Relationships><Relationship Type="x/officeDocument" Target="a.xml"/></Relationships>',
            "a.xml": f'{declared}<w:document xmlns:w="{made.W}"><w:body>&a;</w:body></w:document>'.encode("latin-1"),
        }
    )
    for name, raw in files.items():
        found, problems = read(put(name, raw))
        assert found == []
        assert problems[0].startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.xml", b"<nitf><body>" + b"<p>" * 30_000 + b"12"),
        ("a.json", b'{"body_xhtml": "' + b"<div>" * 30_000 + b'12"}'),
        ("a.rtf", b"{\\rtf1" + b"{" * 30_000 + b"12"),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n" + b"<" * 30_000),
        ("a.eml", b"Subject: a\n\n" + b"> " * 30_000),
        ("a.csv", b'"' * 30_000),
        ("a.docx", made.docx_of("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000)),
    ],
)
def test_deep_nesting_is_read_or_refused_in_time(name, raw, put):
    read(put(name, raw))


@pytest.mark.parametrize(
    ("module", "extra", "name"),
    [
        ("olefile", "msg", "a.msg"),
        ("openpyxl", "xlsx", "a.xlsx"),
        ("warcio", "warc", "a.warc"),
        ("pypdfium2", "pdf", "a.pdf"),
    ],
)
def test_a_missing_extra_says_how_to_install_it(module, extra, name, put, monkeypatch):
    raw = EVERY[name](ARTICLE)
    for loaded in [each for each in sys.modules if each.partition(".")[0] == module]:
        monkeypatch.setitem(sys.modules, loaded, None)
    monkeypatch.setitem(sys.modules, module, None)
    _, problems = read(put(name, raw))
    assert len(problems) == 1
    assert f"needs {module}, which is not installed" in problems[0]
    assert problems[0].endswith(f"pip install '.[{extra}]'")


def test_nothing_is_imported_before_its_format_comes():
    import subprocess

    code = (
        "import sys, factcheck; assert list(factcheck.documents(['-'], stdin=b'Ten men.'));"
        "print([each for each in sys.argv[1:] if each in sys.modules])"
    )
    late = ("lxml", "pypdfium2", "openpyxl", "olefile", "warcio", "email", "zipfile")
    found = subprocess.run([sys.executable, "-c", code, *late], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
