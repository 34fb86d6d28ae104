"""The role of quotation marks: speech, a borrowed word, or a title."""

from __future__ import annotations

import pytest

from tests.kinds.quotation.reading import read

CASES = [
    ("She starred in the film “The Long Winter” and sang.", "title"),
    ("The `` Harbour Lights '' star left.", "title"),
    ("Tom “Red” Hale won.", "title"),
    ("Tom “Red” Hale says it is over.", "title"),
    ("It is over, said Ann Roe, author of “On Harbours.”", "title"),
    ("It is over, Ann Roe told HCN’s Tom Hale in a talk on HCN’s “Frontier.”", "title"),
    ("Speaking on “Dawn & Dusk,” Ann Roe left.", "title"),
    ("On “State of Play,” Ann Roe said the pier was shut.", "title"),
    ("Ann Roe said Monday on HCN’s “This Week” that it was over.", "title"),
    ("The hats are gone, and “Make Hull Great” with them.", "title"),
    ("She first saw Hull on the “Harbour Nights” show.", "title"),
    ("The mayor's “Harbour First” plan failed.", "title"),
    ("A practice called “Hull Mooring Inc.” grew.", "title"),
    ("Cities known as “free ports” would lose money.", "scare"),
    ("The so-called “free ports” would lose money.", "scare"),
    ("The troubling “pattern” goes on.", "scare"),
    ("It is also termed a “drive-by” flaw.", "scare"),
    ("Ann Roe spoke.\n\n‘Completely false’\n\nIt rained.", "scare"),
    ("Ann Roe called the plan “a gamble.”", "quotation"),
    ("Ann Roe said it “as an adjective” to mean little.", "quotation"),
    ("“Never,” Ann Roe said.", "quotation"),
    ("“No Way,” Ann Roe said.", "quotation"),
    ("Tom “we go” Hale says.", "quotation"),
    ("Ann Roe spoke. “Not One.”", "quotation"),
    ("The crowd was glad. “Four more years!”", "quotation"),
    ("He dubbed her “Iron Ann,” Ann Roe said.", "quotation"),
    ("1984 sold well, and “7 Days in May On A Long And Very Cold Winding Sea Road” too.", "quotation"),
]


@pytest.mark.parametrize(("text", "role"), CASES, ids=[case[0] for case in CASES])
def test_role(text: str, role: str) -> None:
    (value,) = read(text)
    assert value.role == role
    if role != "quotation":
        assert (value.speaker, value.cue, value.named) == (None, None, None)
