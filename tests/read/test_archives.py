"""Packed files and web archives: members, limits, and what cannot be read."""

import gzip
import zipfile
from io import BytesIO

import pytest

from factcheck.errors import InputError
from factcheck.read import archives, documents, limits
from tests.read import made


def read(name: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The documents of a file, and the messages of what cannot be read."""
    problems: list[InputError] = []
    found = [(each.id, each.text) for each in documents([name], unreadable=problems.append)]
    return found, [str(problem) for problem in problems]


def test_members_are_read_by_their_formats(put):
    parts = {
        "b.txt": "Ten men.",
        "x/a.md": "Nine.",
        ".hidden.txt": "8",
        "__MACOSX/b.txt": "7",
        "x/": "",
        "photo.jpg": "6",
    }
    found, problems = read(put("a.zip", made.packed(parts)))
    assert (found, problems) == ([("a.zip!b.txt", "Ten men."), ("a.zip!x/a.md", "Nine.")], [])


def test_a_member_is_a_file_of_its_own(put):
    (document,) = documents([put("a.zip", made.packed({"b.txt": "One.\nTen men."}))])
    assert (document.path, document.places.at(5)) == ("a.zip!b.txt", (2, 1))


def test_what_cannot_be_read_is_named_for_each_member(put):
    found, problems = read(put("a.zip", made.packed({"a.txt": "Ten.", "b.doc": "x", "c.docx": "x"})))
    assert found == [("a.zip!a.txt", "Ten.")]
    assert [problem.partition(": ")[0] for problem in problems] == ["a.zip!b.doc", "a.zip!c.docx"]


def test_files_packed_within_packed_files(put):
    inner = made.packed({"a.txt": "Ten."})
    found, problems = read(put("a.zip", made.packed({"b.zip": inner, "c.txt.gz": gzip.compress(b"Nine.")})))
    assert (found, problems) == ([("a.zip!b.zip!a.txt", "Ten."), ("a.zip!c.txt.gz!c.txt", "Nine.")], [])
    for _ in range(4):
        inner = made.packed({"b.zip": inner})
    found, problems = read(put("a.zip", inner))
    assert found == []
    assert "packed more than 3 times" in problems[0]


def test_a_bomb_is_not_unpacked(put, monkeypatch):
    bomb = made.packed({"a.txt": b"0" * (5 << 20), "b.txt": "Ten."})
    found, problems = read(put("a.zip", bomb))
    assert found == [("a.zip!b.txt", "Ten.")]
    assert "a.zip: a.txt grows more than 300 times" in problems[0]
    monkeypatch.setattr(archives, "MAX_PART", 1 << 20)
    monkeypatch.setattr(limits, "MAX_PART", 1 << 20)
    found, problems = read(put("a.txt.gz", gzip.compress(b"0" * (2 << 20))))
    assert (found, problems) == (
        [],
        ["a.txt.gz: larger than 1 MB when unpacked; unpack it, and name what is to be read"],
    )


def test_a_size_that_lies_is_found_out(put):
    raw = made.packed({"a.txt": b"0" * 100_000})
    lie = raw.replace((100_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    found, problems = read(put("a.zip", lie))
    assert found == []
    assert problems[0].startswith("a.zip: damaged, or not a zip file")


def test_all_members_together_have_a_limit(put, monkeypatch):
    monkeypatch.setattr(archives, "MAX_WHOLE", 40)
    members = {f"{at}.txt": "Ten men at sea." for at in range(4)}
    found, problems = read(put("a.zip", made.packed(members)))
    assert (len(found), len(problems)) == (2, 2)


def test_a_zip_file_with_a_password(put):
    raw = made.packed({"a.txt": "Ten."})
    locked = raw.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )
    assert read(put("a.zip", locked))[1] == ["a.zip: a.txt has a password; save it without one"]


@pytest.mark.parametrize("name", ["a.zip", "a.txt.gz", "a.warc", "a.warc.gz"])
@pytest.mark.parametrize("raw", [b"", b"rubbish", b"PK\x03\x04rubbish", b"\x1f\x8brubbish"])
def test_a_broken_file_is_an_error(name, raw, put):
    found, problems = read(put(name, raw))
    assert found == []
    assert problems[0].startswith(f"{name}: ")


def test_an_empty_zip_file_is_an_error(put):
    raw = BytesIO()
    zipfile.ZipFile(raw, "w").close()
    assert read(put("a.zip", raw.getvalue()))[1] == ["a.zip: no file to read in it; leave it out"]


PAGE = made.html(["Flood", "Ten men drowned at the harbour wall on Monday night, the council said."])


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_the_pages_of_a_web_archive(name, put):
    pages = [
        ("http://x.example/a", "text/html; charset=utf-8", PAGE),
        ("http://x.example/style.css", "text/css", b"a{}"),
        ("http://x.example/b.txt", "text/plain; charset=iso-8859-15", "Cost: 5 €.".encode("iso-8859-15")),
        ("http://x.example/a", "text/html", PAGE),
        ("http://x.example/c.pdf", "application/pdf", b"%PDF"),
    ]
    raw = made.warc(pages)
    found, problems = read(put(name, raw if name == "a.warc" else gzip.compress(raw)))
    assert [each[0] for each in found] == [
        f"{name}!http://x.example/a",
        f"{name}!http://x.example/b.txt",
        f"{name}!http://x.example/a (2)",
    ]
    assert found[1][1] == "Cost: 5 €."
    assert [problem.partition(": ")[0] for problem in problems] == [f"{name}!http://x.example/c.pdf"]


def test_a_record_of_a_wrong_length_is_told(put, capsys):
    raw = made.warc([("http://x.example/a", "text/html", PAGE)])
    _, problems = read(put("a.warc", raw.replace(b"</html>", b"</html>x")))
    assert len(problems) == 1
    assert "1 of its records are not as long as they state" in problems[0]
    assert capsys.readouterr().err == ""


def test_the_address_of_a_page_and_failed_answers(put):
    raw = made.warc([("http://x.example/a", "text/html", PAGE)])
    (document,) = documents([put("a.warc", raw)])
    assert document.url == "http://x.example/a"
    assert read(put("a.warc", raw.replace(b"200 OK", b"404 No")))[1] == [
        "a.warc: no page in it that was answered with success; leave it out"
    ]
