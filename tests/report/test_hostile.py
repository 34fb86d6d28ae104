"""Text from articles can break no format: each format against each hostile text, and against any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.report import FORMATS, RenderOptions
from tests.report.hostile import READERS, TEXTS, reports

LOOKS = {name: RenderOptions(claims=True, statistics=True) for name in FORMATS}
ANY = st.text(st.characters(exclude_categories=()), max_size=60)
MARKS = st.text(alphabet="|`*_[]()<>&%:#@=+-\\\n\r\t\x1b\x00\"'{}0a, \u2028\u202e\ufffe\udcff", max_size=40)


def test_every_format_has_a_reader():
    assert list(READERS) == list(FORMATS)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_breaks_no_format(name, text):
    for report in reports(text):
        READERS[name](FORMATS[name](report, LOOKS[name]), report)


@pytest.mark.parametrize("name", FORMATS)
@given(text=ANY | MARKS)
@settings(max_examples=60, deadline=None)
def test_any_text_breaks_no_format(name, text):
    for report in reports(text):
        READERS[name](FORMATS[name](report, LOOKS[name]), report)
