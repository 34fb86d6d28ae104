"""The block to which a comment applies. In each text the comment is `@`; the expected block is between « and »."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.gate.blocks import html_block, markdown_block

MARKDOWN = [
    "Before.\n\n@\n«After.\nMore.»\n\nLast.",
    "Before.\n\n@\n\n«After.»\n\nLast.",
    "@\n@\n«After.»",
    "«Before. @ More.\nStill.»\n\nAfter.",
    "Before.\n\n«@ More.\nStill.»\n\nAfter.",
    "Before.\n\n«More.\nStill. @»\n\nAfter.",
    "@\n«# A heading\n»Text.",
    "# A heading\n«Text. @\n»# Another",
    "«# A heading @\n»Text.",
    "@\n«- one\n- two»\n\nAfter.",
    "- one\n«- two @\n»- three\n",
    "- one\n«- two\n  goes on @\n»- three\n",
    "«1. one @\n»2. two\n",
    "| a | b |\n«| c @ | d |\n»| e | f |\n",
    "«Text before a list: @\n- one\n- two»\n",
    "Before.\n@\n«After.»\n",
    "Before.\r\n\r\n@\r\n«After.\r\n»\r\nLast.",
    "Before.\n\n@\n«»",
    "Before. \n@«»",
    "  @  \n«   After.\n»   \nLast.",
]

HTML = [
    "<p>Before.</p>\n@\n«<p>After.</p>»\n<p>Last.</p>",
    "<p>Before.</p>@ @ «<P class='a'>After <b>all</b>.</P>»<p>Last.</p>",
    "<p>«Before. @ More <b>still</b>.»</p><p>After.</p>",
    "<p>«@ Before.»</p><p>After.</p>",
    "<p>«Before. @»</p><p>After.</p>",
    "@«<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>»<p>After.</p>",
    "<ul>@«<li>one<ul><li>two</ul></li>»<li>three</ul>",
    "<ul>@«<li>one»<li>two</ul>",
    "<ul><li>one@«<li>two»</ul><p>After.</p>",
    "@«<p>one»<p>two",
    "@«<p>one»<blockquote>two</blockquote>",
    "@«<div><p>one<p>two</div>»<p>three",
    "<div>@«<p>one»</div><p>two</p>",
    "<table><tr>@«<td>1»<td>2</tr></table>",
    "<div>@«<hr>»<p>one</p></div>",
    "@«<div><hr><p>one</p></div>»<p>two</p>",
    "@«<h2>one</h2>»two",
    "@«<dl><dt>a<dd>b<dt>c</dl>»d",
    "«one @ two»",
    "@«<div>never closed",
    "<p>one</p>«@ two <span>three</span>»<p>four</p>",
]


def parsed(marked: str) -> tuple[str, list[int], tuple[int, int]]:
    """The text with a blank for each comment, the offsets of the comments, and the expected span."""
    plain = re.sub("[«»]", "", marked).replace("@", " ")
    comments = [at.start() for at in re.finditer("@", re.sub("[«»]", "", marked))]
    start = marked.find("«")
    end = marked.find("»") - 1 if "»" in marked else len(plain)
    return plain, comments, (start, end)


@pytest.mark.parametrize(("block", "marked"), [(markdown_block, m) for m in MARKDOWN] + [(html_block, h) for h in HTML])
def test_blocks(block, marked):
    text, comments, (start, end) = parsed(marked)
    for comment in comments:
        found = block(text, comment, comment + 1)
        assert text[slice(*found)].strip() == text[start:end].strip()


@given(st.text(alphabet="ab \n#-|1.<>/pli", max_size=60), st.integers(0, 59))
def test_any_text_has_a_block_within_it(text, at):
    for block in (markdown_block, html_block):
        start, end = block(text, min(at, len(text)), min(at + 1, len(text)))
        assert 0 <= start <= end <= len(text)
