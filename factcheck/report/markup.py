"""Escape the text of articles for Markdown and XML."""

from __future__ import annotations

import re

from factcheck.regex_cache import regex
from factcheck.report.screen import flat

# Markup for emphasis, code, links, tables, mathematics and bare URLs; `<` and `&` become entities. Markup that works
# only at the beginning of a line is left as it is, since no line begins with an article's text.
_MARKS = regex(r"[\\`*_{}\[\]~|$]|(?<=:)//|(?<=\bwww)\.|#(?=\S)", re.IGNORECASE)
# GitHub and GitLab turn "@name", "#12" and "!12" into references after backslash escapes have been removed.
_REFERENCE = regex(r"([@#!~&%])(?=\w)")
_NOT_XML = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
JOINER = "\u2060"  # a word joiner: invisible, and breaks a reference


def markdown(text: str) -> str:
    """The text on one line, escaped so that Markdown shows it literally, also in a table cell."""
    unlinked = _REFERENCE.sub(rf"\1{JOINER}", flat(text))
    escaped = unlinked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKS.sub(lambda mark: "".join(f"\\{char}" for char in mark[0]), escaped)


def xml(text: str) -> str:
    """The text escaped for an element or attribute; characters that XML 1.0 does not allow become U+FFFD."""
    text = _NOT_XML.sub("\ufffd", flat(text))
    for char, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "apos")):
        text = text.replace(char, f"&{name};")
    return text
