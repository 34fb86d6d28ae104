"""Find the block of text to which a comment applies, in Markdown and in HTML."""

from __future__ import annotations

import re

from factcheck.regex_cache import regex

Block = tuple[int, int]

_LINE = regex(r"[^\n]*\n?")
_HEADING = regex(r"[ ]{0,3}#{1,6}\s")
_ITEM = regex(r"\s*(?:[-*+•]|\d{1,9}[.)]|\|)(?:\s|(?<=\|))")
_BLOCKS = (
    "address|article|aside|blockquote|body|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header"
    "|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_TAG = regex(rf"<(/?)({_BLOCKS})\b[^>]*>", re.IGNORECASE)
# Elements with optional end tags, and the start tags that close them; any block closes a paragraph.
_ENDED_BY = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": ("td", "th", "tr"),
    "th": ("td", "th", "tr"),
    "tr": ("tr", "tbody", "tfoot"),
}


def markdown_block(prose: str, start: int, end: int) -> Block:
    """The span of the block after a comment that is alone on its lines, else of the block that contains the comment.

    `prose` is the text with its comments blanked out. A block is a heading, or lines up to a blank line; a comment
    inside a list or table applies to its item or row.
    """
    first = prose.rfind("\n", 0, start) + 1
    last = _LINE.match(prose, end)
    if not prose[first : last.end() if last else end].strip():
        following = regex(r"\S").search(prose, end)
        if following is None:
            return end, end
        begin = prose.rfind("\n", 0, following.start()) + 1
        return begin, _block_end(prose, begin)
    begin = _block_start(prose, first)
    items = [each for each in _line_starts(prose, begin, _block_end(prose, begin)) if _ITEM.match(prose, each)]
    if not items or items[0] > start:
        return begin, _block_end(prose, begin)
    return (
        max(each for each in items if each <= start),
        min((each for each in items if each > start), default=_block_end(prose, begin)),
    )


def _line_starts(prose: str, begin: int, end: int) -> list[int]:
    return [begin, *(at + 1 for at in range(begin, end - 1) if prose[at] == "\n")]


def _block_end(prose: str, begin: int) -> int:
    """The end of the block whose first line starts at `begin`."""
    line = _LINE.match(prose, begin)
    end = line.end() if line else begin
    if _HEADING.match(prose, begin):
        return end
    while end < len(prose) and (line := _LINE.match(prose, end)) and line[0].strip() and not _HEADING.match(line[0]):
        end = line.end()
    return end


def _block_start(prose: str, first: int) -> int:
    """The start of the block that contains the line starting at `first`."""
    while first > 0 and not _HEADING.match(prose, first):
        above = prose.rfind("\n", 0, first - 1) + 1
        if not prose[above : first - 1].strip() or _HEADING.match(prose, above):
            break
        first = above
    return first


def html_block(page: str, start: int, end: int) -> Block:
    """The span of the element right after a comment, else the span around the comment up to the nearest block tags.

    `page` is the page with comments and scripts blanked out.
    """
    following = regex(r"\S").search(page, end)
    tag = _TAG.match(page, following.start()) if following else None
    if tag and not tag[1]:
        return tag.start(), _element_end(page, tag)
    before = max((each.end() for each in _TAG.finditer(page, 0, start)), default=0)
    after = _TAG.search(page, end)
    return before, after.start() if after else len(page)


def _element_end(page: str, first: re.Match[str]) -> int:
    """The end of the element that a start tag opens."""
    opened = [first[2].lower()]
    if opened == ["hr"]:
        return first.end()
    for tag in _TAG.finditer(page, first.end()):
        name = tag[2].lower()
        if tag[1]:
            if name not in opened:  # the end tag of an enclosing element
                return tag.start()
            del opened[len(opened) - 1 - opened[::-1].index(name) :]
            if not opened:
                return tag.end()
            continue
        while opened and (opened[-1] == "p" or name in _ENDED_BY.get(opened[-1], ())):
            opened.pop()
        if not opened:
            return tag.start()
        if name != "hr":
            opened.append(name)
    return len(page)
