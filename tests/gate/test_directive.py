"""Parsing of directives, and the errors of invalid ones."""

import pytest

from factcheck.errors import ConfigError
from factcheck.gate.directive import Directive, in_comment


def read(text: str) -> Directive | None:
    return in_comment(f"<!-- factcheck: {text} -->", "draft.md:3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ignore[number-differs] told by phone", Directive("ignore", ("number-differs",), (), "told by phone")),
        ("ignore[number, date-differs]", Directive("ignore", ("number", "date-differs"), (), "")),
        ("ignore", Directive("ignore", (), (), "")),
        ("ignore: told by phone", Directive("ignore", (), (), "told by phone")),
        ('ignore[number-differs]="48,300" – a  slip', Directive("ignore", ("number-differs",), ("48,300",), "a slip")),
        ("ignore[number] = \"5\", “7”,\n'9' why", Directive("ignore", ("number",), ("5", "7", "9"), "why")),
        ('ignore="48,300"', Directive("ignore", (), ("48,300",), "")),
        ("OFF [quote]\n  the poem", Directive("off", ("quote",), (), "the poem")),
        ("on", Directive("on", (), (), "")),
    ],
)
def test_directives(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", ["ignore[number, date-differs]", 'ignore="5", "7"', "off[quote]", "on"])
def test_a_directive_is_shown_as_written(text):
    assert str(read(text)) == text


@pytest.mark.parametrize("comment", ["<!-- ignore this -->", "<!-- see factcheck: ignore -->", "<!---->"])
def test_other_comments_are_no_directives(comment):
    assert in_comment(comment, "draft.md:3") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ignre[number]", "'ignre' is none of ignore, off, on; is it 'ignore'?"),
        ("", "'' is none of ignore, off, on"),
        ("[number-differs]", "is none of ignore, off, on"),
        ("ignore[nmber-differs]", "no finding 'nmber-differs'; is it 'number-differs'?"),
        ("ignore[]", "no finding ''"),
        ("ignore[number,]", "no finding ''"),
        ('ignore[number]="48,300', 'no value in quotation marks after "="'),
        ("ignore[number]=48,300", 'no value in quotation marks after "="'),
        ('ignore[number]="5", six', 'no value in quotation marks after "="'),
        ('off[number]="5"', "off takes no value; write ignore[number]=…"),
    ],
)
def test_an_invalid_directive_is_an_error_with_its_place(text, message):
    with pytest.raises(ConfigError) as error:
        read(text)
    assert str(error.value).startswith("draft.md:3: ")
    assert message in str(error.value)
