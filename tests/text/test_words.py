from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.words import Words, words_of


def placed(text: str) -> list[tuple[int, str]]:
    """The words that are there, each with its offset."""
    at, found = 0, []
    for piece in words_of(text).pieces:
        if piece:
            found.append((at, piece))
        at += len(piece) + 1
    return found


def test_words_stand_where_they_stand() -> None:
    assert placed("On 5 May, USD34m went.") == [(0, "on"), (3, "5"), (5, "may"), (10, "usd34m"), (17, "went")]


def test_other_letters_part_words_at_their_own_places() -> None:
    text = "le café fermé: 12 €"
    assert placed(text) == [(0, "le"), (3, "caf"), (8, "ferm"), (15, "12")]
    assert words_of(text).beyond == "éé€"


def test_figures_behind_letters_are_told() -> None:
    assert Words("an A4 sheet").mixed
    assert not Words("at 5pm on the 20th").mixed


@given(st.text())
def test_pieces_give_the_length_of_the_text_and_only_its_letters(text: str) -> None:
    pieces = words_of(text).pieces
    assert sum(map(len, pieces)) + len(pieces) - 1 == len(text)
    for at, piece in placed(text):
        assert text[at : at + len(piece)].lower() == piece


def test_long_texts_are_not_kept() -> None:
    text = "five boats " * 4000
    assert words_of(text) is not words_of(text)
    assert words_of("five boats") is words_of("five boats")
