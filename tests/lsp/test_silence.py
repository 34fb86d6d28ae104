"""Where the comment goes that ignores a finding, and what it says."""

import pytest

from factcheck.lsp.silence import comment
from factcheck.model import Finding, Severity
from factcheck.read import documents

SAID = '<!-- factcheck: ignore[number-differs]="7 ships" -->'


def commented(name: str, text: str, words: str = "7 ships") -> str | None:
    """The text with the comment for a finding at some words."""
    (draft,) = documents(["-"], stdin=text.encode(), stdin_filename=name)
    start = draft.text.index(words)
    line, column = draft.places.at(start)
    found = Finding("number-differs", Severity.error, "m", draft.id, start, start + len(words), line, column)
    insert = comment(found, draft)
    if insert is None:
        return None
    lines = text.split("\n")
    own = lines[insert.line - 1]
    lines[insert.line - 1] = own[: insert.column - 1] + insert.text + own[insert.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("@7 ships sank.\n", id="first line"),
        pytest.param("One.\n\n@Two\nlines, 7 ships.\n", id="paragraph"),
        pytest.param("---\ntitle: T\n---\n@Two, 7 ships.\n", id="under front matter"),
        pytest.param("# Head\n@Two\n7 ships.\n", id="under a heading"),
        pytest.param("Text\n@## Of 7 ships\nmore\n", id="heading"),
        pytest.param("One.\n\n@- a\n- 7 ships\n- c\n", id="list"),
        pytest.param("1. a\n\n   @so 7 ships\n", id="continued item"),
        pytest.param("One.\n\n@| a | b |\n| - | - |\n| 7 ships | d |\n", id="table"),
        pytest.param("One.\r\n\r\n@Of 7 ships.\r\n", id="CRLF"),
    ],
)
def test_in_markdown_it_stands_above_the_block(marked):
    before, after = marked.split("@")
    indent = before.rpartition("\n")[2]
    line_break = "\r\n" if "\r\n" in marked else "\n"
    assert commented("draft.md", before + after) == f"{before}{SAID}{line_break}{indent}{after}"


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("<p>One.</p>\n@<p>Of <b>7 ships</b>.</p>\n", id="paragraph"),
        pytest.param("<ul>\n  <li>One.</li>\n  @<li>Of\n  7 ships</li></ul>\n", id="item"),
        pytest.param("<body><h1>Head</h1>@<p>Of 7 ships.</p></body>\n", id="one line"),
    ],
)
def test_in_a_page_it_stands_before_the_element(marked):
    before, after = marked.split("@")
    line = before.rpartition("\n")[2]
    indent = line[: len(line) - len(line.lstrip())]
    assert commented("draft.html", before + after) == f"{before}{SAID}\n{indent}{after}"


def test_other_formats_have_no_comments():
    assert commented("draft.txt", "7 ships sank.\n") is None


@pytest.mark.parametrize("words", ['"7 ships"', "7 -- ships", "7\nships"])
def test_a_value_that_a_comment_cannot_hold_is_left_out(words):
    text = f"Of {words} more.\n"
    assert commented("draft.md", text, words) == f"<!-- factcheck: ignore[number-differs] -->\n{text}"
