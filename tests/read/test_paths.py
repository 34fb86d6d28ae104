"""Files, folders, globs and standard input."""

import io
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read import READERS, dated, distinct, documents, reader_of


def ids(*paths, **given) -> list[str]:
    return [document.id for document in documents(paths, **given)]


def test_paths_are_read_in_the_order_given_and_once(put):
    for name in ("b.txt", "a.txt", "notes/d.md", "notes/c.txt", "notes/deep/e.html"):
        put(name, "One.")
    assert ids("b.txt", "a.txt", "./b.txt") == ["b.txt", "a.txt"]
    assert ids("notes", "b.txt", "notes/c.txt") == ["notes/c.txt", "notes/d.md", "notes/deep/e.html", "b.txt"]
    assert ids(Path("a.txt")) == ["a.txt"]


def test_a_folder_gives_all_files_but_those_beside_documents(put):
    for name in (
        "n/a.txt",
        "n/b.TXT",
        "n/c.png",
        "n/.d.txt",
        "n/.git/e.txt",
        "n/README",
        "n/~$a.docx",
        "n/p_files/x.txt",
    ):
        put(name, "One.")
    assert ids("n") == ["n/README", "n/a.txt", "n/b.TXT"]


@pytest.mark.parametrize("given", ["n", "n/*"])
def test_each_file_that_cannot_be_read_is_told_by_itself(put, given):
    for name in ("n/a.txt", "n/b.sketch", "n/c.pages", "n/d.txt"):
        put(name, "One.")
    errors = []
    assert [each.id for each in documents([given], unreadable=errors.append)] == ["n/a.txt", "n/d.txt"]
    assert [str(error).partition(":")[0] for error in errors] == ["n/b.sketch", "n/c.pages"]
    with pytest.raises(InputError, match=r"b\.sketch: no reader for \.sketch files"):
        list(documents([given]))


def test_content_tells_the_format_before_the_suffix(put):
    put("page.txt", "<!DOCTYPE html><html><body><p>Twelve men fled.</p></body></html>")
    put("mail.txt", "From: a@example.org\nMessage-ID: <1@example.org>\n\nTwelve men fled.\n")
    put("cues.txt", "1\n00:00:01,000 --> 00:00:02,000\nTwelve men fled.\n")
    put("note.xyz", "{\\rtf1 Twelve men fled.}")
    assert {each.text.strip() for each in documents(["page.txt", "mail.txt", "cues.txt", "note.xyz"])} == {
        "Twelve men fled."
    }


@pytest.mark.parametrize("day", ["0001-01-01", "1850-05-04", "2199-01-01"])
def test_a_day_of_no_publication_is_told_and_not_taken(put, day):
    put("a.html", f'<meta property="article:published_time" content="{day}"><p>Twelve men fled.</p>')
    (document,) = documents(["a.html"])
    assert document.published is None
    assert day in document.remarks[0]


def test_globs_are_sorted(put):
    for name in ("w/2.txt", "w/10.txt", "w/x/3.txt"):
        put(name, "One.")
    assert ids("w/*.txt") == ["w/10.txt", "w/2.txt"]
    assert ids("w/**/*.txt") == ["w/10.txt", "w/2.txt", "w/x/3.txt"]


def test_a_name_with_brackets_is_a_file_before_it_is_a_glob(put):
    assert ids(put("a[1].txt", "One.")) == ["a[1].txt"]


def test_a_name_without_suffix_is_plain_text(put):
    assert ids(put("draft", "One.")) == ["draft"]


@pytest.mark.parametrize("given", [b"One.\n", io.BytesIO(b"One.\n"), io.StringIO("One.\n"), "wrapped"])
def test_standard_input(given):
    stdin = io.TextIOWrapper(io.BytesIO(b"One.\n")) if given == "wrapped" else given
    (document,) = documents(["-", "-"], stdin=stdin)
    assert (document.id, document.text) == ("-", "One.\n")


def test_standard_input_defaults_to_that_of_the_process(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"One.\n")))
    assert [document.text for document in documents(["-"])] == ["One.\n"]


def test_standard_input_takes_the_format_of_its_file_name():
    line = b'{"id": "a", "text": "One."}\n'
    assert [d.id for d in documents(["-"], stdin=line, stdin_filename="x.jsonl")] == ["a"]
    (document,) = documents(["-"], stdin=b"---\ntitle: T\n---\nOne.", stdin_filename="desk/x.md")
    assert (document.id, document.title) == ("desk/x.md", "T")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("draft.tx", "draft.tx: no such file or folder; is it draft.txt?"),
        ("zzz.txt", "zzz.txt: no such file or folder; give a file, a folder, a glob or -"),
        ("nowhere/draft.txt", "nowhere/draft.txt: no such file or folder; there is no folder nowhere either"),
        ("empty", "empty: no file to read in this folder; it takes one of .txt"),
        ("*.md", "*.md: matches no file; check the pattern or name the files"),
        ("memo.pages", "memo.pages: no reader for .pages files; save it as one of .txt, .md"),
        ("https://example.org/a", "https://example.org/a: an address, not a file; save the page"),
    ],
)
def test_an_unreadable_path_fails_at_once_with_a_way_out(put, path, message):
    put("draft.txt", "One.")
    put("memo.pages", "x")
    put("empty/scan.png", "x")
    with pytest.raises(InputError) as caught:
        documents(["draft.txt", path])
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "a.txt",
            b"GIF89a\x00\x01\x02",
            "a.txt: not text (binary); save it as text in UTF-8 or leave it out",
        ),
        ("a.txt", bytes(range(1, 32)) * 9, "a.txt: not text (binary)"),
        ("a.md", "One.".encode("utf-16")[2:], "a.md: not text (binary)"),
        ("a.txt", b"\xff\xfeO\x00n", "a.txt: not the utf-16-le its first bytes promise"),
        ("a.html", b"<p>\x00</p>", "a.html: not text (binary)"),
        (
            "a.jsonl",
            '{"text": "One."}\n{"text": 5}\n',
            "a.jsonl:2: Expected `str`, got `int` - at `$.text`; each line",
        ),
        (
            "a.jsonl",
            '{"id": 1}\n',
            "a.jsonl:1: Object missing required field `text`; each line holds one object",
        ),
        ("a.jsonl", '\n[{"text": "One."}]\n', "a.jsonl:2: Expected `object`, got `array`; each line"),
        ("a.jsonl", "{\n", "a.jsonl:1: not JSON (Input data was truncated); each line holds one object"),
        (
            "a.jsonl",
            '{"text": "One."}\n{"text": "One.", "more": ' + "[" * 100_000,
            "a.jsonl:2: nested too deeply; each line holds one object",
        ),
        ("a.jsonl", b'{"text": "caf\xe9"}', "a.jsonl:1: not UTF-8; save the corpus as UTF-8"),
        ("a.jsonl", b'{"text": "Two boats.", "note": "caf\xe9"}', "a.jsonl:1: not UTF-8; save the corpus as UTF-8"),
        ("a.jsonl", '{"text": "\\ud800 One."}', "a.jsonl:1: not JSON"),
        ("a.jsonl", '{"text": "One.", "published": 2019}', "a.jsonl:1: Expected `str | null`, got `int`"),
    ],
)
def test_errors_name_place_problem_and_way_out(put, name, content, message):
    with pytest.raises(InputError) as caught:
        list(documents([put(name, content)]))
    assert str(caught.value).startswith(message)


def test_with_a_callback_the_other_files_are_read(put):
    put("a.jsonl", '{"id": "a", "text": "One."}\nnot JSON\n{"id": "b", "text": "Two."}\n')
    put("b.txt", b"\x00")
    errors: list[InputError] = []
    assert ids("gone.txt", "a.jsonl", "b.txt", unreadable=errors.append) == ["a", "b"]
    assert [str(error).split(": ")[0] for error in errors] == ["gone.txt", "a.jsonl:2", "b.txt"]


def test_a_file_without_read_permission(put, monkeypatch):
    def deny(self, mode="r"):
        raise PermissionError(13, "Permission denied")

    put("a.txt", "One.")
    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(InputError, match=r"a\.txt: cannot be read: permission denied; mend that"):
        list(documents(["a.txt"]))


def test_a_folder_without_read_permission(put, monkeypatch):
    def deny(folder, onerror):
        onerror(PermissionError(13, "Permission denied", folder))
        return iter(())

    put("n/a.txt", "One.")
    monkeypatch.setattr("os.walk", deny)
    with pytest.raises(InputError, match=r"n: cannot be read: permission denied"):
        documents(["n"])


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl"])
@pytest.mark.parametrize("content", ["", "\n", "\ufeff"])
def test_an_empty_file_is_no_error(put, name, content):
    texts = [document.text.strip() for document in documents([put(name, content)])]
    assert texts == ([] if name == "a.jsonl" else [""])


def test_every_suffix_has_a_reader():
    assert {".txt", ".md", ".html", ".htm", ".jsonl"} <= READERS.keys()
    assert reader_of("A.HTML") is READERS[".html"]


FLAG = date(2019, 3, 9)


def test_a_stated_date_has_precedence_over_the_flag(put):
    put("a.md", "---\npublished: 2019-03-05\n---\nOne.")
    put("b.md", "One.")
    found = [(d.published, d.published_from) for d in documents(["a.md", "b.md"], published=FLAG)]
    assert found == [(date(2019, 3, 5), "front matter"), (FLAG, "flag")]


def test_a_date_in_the_text_has_precedence_over_the_flag(monkeypatch):
    monkeypatch.setattr(
        "factcheck.kinds.timex.document_date",
        lambda text: (date(2019, 3, 6), "dateline") if text.startswith("LINDAL") else None,
    )
    text = "---\ntitle: T\n---\nLINDAL, March 6, 2019 — One."
    document = Document(id="x", text=text, body=text.index("LINDAL"))
    assert dated(document, FLAG).published == date(2019, 3, 6)
    assert dated(document, FLAG).published_from == "dateline"
    assert dated(Document(id="x", text="One."), None).published_from is None


def test_two_documents_of_one_id_cannot_be_compared(put):
    put("a.jsonl", '{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n{"id": "a", "text": "Three."}')
    with pytest.raises(InputError, match=r"^a: two documents have this id \(lines 1 and 3\); give each its own$"):
        distinct(documents(["a.jsonl"]))
    assert len(distinct(documents([put("b.txt", "One."), put("c.txt", "One.")]))) == 2


def test_a_document_without_a_reader_fails_the_folder(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/a.txt").write_text("Ten men.", encoding="utf-8")
    (tmp_path / "notes/b.doc").write_bytes(b"\xd0\xcf")
    with pytest.raises(InputError, match=r"b\.doc: no reader for \.doc files"):
        list(documents(["notes"]))
    left_out: list[InputError] = []
    assert [document.id for document in documents(["notes"], unreadable=left_out.append)] == ["notes/a.txt"]
    assert [str(error).split(":")[0] for error in left_out] == ["notes/b.doc"]
