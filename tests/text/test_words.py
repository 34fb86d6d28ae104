from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.words import Words

TRIGGERS = frozenset(("may", "five", "boats"))


def triggered(text: str) -> list[tuple[int, str]]:
    """The trigger words and words with a digit, each with its offset."""
    words = Words(text, TRIGGERS)
    return [(start, words.pieces[index]) for index, start in zip(words.triggered, words.starts, strict=True)]


def test_triggers_have_their_offsets() -> None:
    assert triggered("On 5 May, USD34m went to five men.") == [(3, "5"), (5, "may"), (10, "usd34m"), (25, "five")]


def test_letters_beyond_ascii_separate_words_and_keep_offsets() -> None:
    text = "café fermé: FIVE or 12 €"
    assert triggered(text) == [(12, "five"), (20, "12")]
    assert Words(text, TRIGGERS).beyond == "éé€"


def test_digits_behind_letters_are_detected() -> None:
    assert Words("an A4 sheet", TRIGGERS).mixed
    assert not Words("at 5pm on the 20th", TRIGGERS).mixed


@given(st.text(), st.frozensets(st.sampled_from("abc05")))
def test_pieces_add_up_to_the_text(text: str, triggers: frozenset[str]) -> None:
    words = Words(text, triggers)
    assert sum(map(len, words.pieces)) + len(words.pieces) - 1 == len(text)
    for index, start in zip(words.triggered, words.starts, strict=True):
        piece = words.pieces[index]
        assert text[start : start + len(piece)].lower() == piece
        assert piece in triggers or any(char.isdigit() for char in piece)
