"""Text of articles inside markup that must not take it for its own: Markdown and XML."""

from __future__ import annotations

import re

from factcheck.regex_cache import regex
from factcheck.report.screen import flat

# Emphasis, code, links, tables, mathematics, addresses that become links; `<` and `&` have names of their own. Marks
# that count only at the beginning of a line are let be: no line begins with an article's text.
_MARKS = regex(r"[\\`*_{}\[\]~|$]|(?<=:)//|(?<=\bwww)\.|#(?=\S)", re.IGNORECASE)
# GitHub and GitLab options for "@name", "#12" and "!12" in what is displayed, where a backslash no longer shows.
_CALL = regex(r"([@#!~&%])(?=\w)")
_NOT_XML = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
JOINER = "\u2060"  # a word joiner: takes no room, and ends a name


def markdown(text: str) -> str:
    """The text on one line as Markdown shows it literally, in a cell of a table too."""
    called = _CALL.sub(rf"\1{JOINER}", flat(text))
    named = called.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKS.sub(lambda mark: "".join(f"\\{char}" for char in mark[0]), named)


def xml(text: str) -> str:
    """The text as the content of an element or an attribute; what XML 1.0 cannot carry is shown as such."""
    text = _NOT_XML.sub("\ufffd", flat(text))
    for char, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "apos")):
        text = text.replace(char, f"&{name};")
    return text
