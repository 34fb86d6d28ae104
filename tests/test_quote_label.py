"""What a cluster of quotations is called."""

from types import SimpleNamespace

import pytest

from factcheck.judge import quote_label
from factcheck.model import Quotation

_GIVEN = ("Ada", "Bo", "Cleo", "Dov", "Eli", "Fay", "Gil", "Hana", "Ivo", "Joss", "Kit", "Lea")


@pytest.mark.parametrize("given", _GIVEN)
def test_of_two_speakers_of_one_document_who_rank_alike_the_first_is_told(given):
    values = [Quotation("the dam will hold", f"{given} {last}", named=last) for last in ("Orme", "Pell")]
    members = [SimpleNamespace(claim=SimpleNamespace(document="a.txt", value=value)) for value in values]
    assert quote_label._speaker(members) == f"{given} Orme"
    assert quote_label._speaker(members[::-1]) == f"{given} Pell"
