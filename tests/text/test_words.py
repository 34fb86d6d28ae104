from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.words import Words

WAKING = frozenset(("may", "five", "boats"))


def triggered(text: str) -> list[tuple[int, str]]:
    """The words that wake a rule or hold a figure, each with its offset."""
    words = Words(text, WAKING)
    return [(start, words.pieces[place]) for place, start in zip(words.triggered, words.starts, strict=True)]


def test_words_that_wake_stand_where_they_stand() -> None:
    assert triggered("On 5 May, USD34m went to five men.") == [(3, "5"), (5, "may"), (10, "usd34m"), (25, "five")]


def test_other_letters_part_words_at_their_own_places() -> None:
    text = "café fermé: FIVE or 12 €"
    assert triggered(text) == [(12, "five"), (20, "12")]
    assert Words(text, WAKING).beyond == "éé€"


def test_figures_behind_letters_are_told() -> None:
    assert Words("an A4 sheet", WAKING).mixed
    assert not Words("at 5pm on the 20th", WAKING).mixed


@given(st.text(), st.frozensets(st.sampled_from("abc05")))
def test_pieces_give_the_length_of_the_text_and_only_its_letters(text: str, waking: frozenset[str]) -> None:
    words = Words(text, waking)
    assert sum(map(len, words.pieces)) + len(words.pieces) - 1 == len(text)
    for place, start in zip(words.triggered, words.starts, strict=True):
        piece = words.pieces[place]
        assert text[start : start + len(piece)].lower() == piece
        assert piece in waking or any(char.isdigit() for char in piece)
