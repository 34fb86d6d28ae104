from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.tally import bits_of, most_frequent

LISTS = st.lists(st.sets(st.integers(0, 90), min_size=1, max_size=30).map(sorted), max_size=14)


@given(LISTS, st.integers(1, 50), st.integers(0, 90))
def test_the_most_frequent_positions_are_those_that_a_counter_finds(
    lists: list[list[int]], most: int, without: int
) -> None:
    counts = Counter(position for each in lists for position in each if position != without)
    expected = sorted(counts, key=lambda position: (-counts[position], position))[:most]
    assert most_frequent(map(bits_of, lists), most, without) == expected


def test_a_list_counts_as_often_as_it_is_given() -> None:
    rare, common = bits_of([3, 9]), bits_of([2, 4])
    assert most_frequent([rare, common, rare], 9, without=4) == [3, 9, 2]
    assert most_frequent([rare, common, rare], 1, without=3) == [9]
    assert most_frequent([], 3, without=0) == []
    assert bits_of([]) == 0
