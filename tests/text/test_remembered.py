import pytest

from factcheck.text.remembered import Remembered


def test_a_word_is_computed_once() -> None:
    asked: list[str] = []

    def shout(word: str) -> str:
        asked.append(word)
        return word.upper()

    remembered = Remembered(shout)
    assert [remembered["pier"], remembered["pier"], remembered["ferry"]] == ["PIER", "PIER", "FERRY"]
    assert asked == ["pier", "ferry"]


def test_the_number_of_entries_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.text.remembered._MAX_ENTRIES", 3)
    remembered = Remembered(len)
    assert [remembered[word] for word in ("a", "bb", "ccc", "dddd", "a")] == [1, 2, 3, 4, 1]
    assert len(remembered) <= 3
