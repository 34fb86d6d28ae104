"""The index that finds the pairs of sets with common elements."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.origin.index import meeting, root_of

SETS = st.lists(st.frozensets(st.integers(0, 9), max_size=6), max_size=12)


@given(SETS)
def test_all_pairs_with_common_elements_are_found(sets):
    wanted = [
        (earlier, later, len(sets[earlier] & sets[later]))
        for later in range(len(sets))
        for earlier in range(later)
        if sets[earlier] & sets[later]
    ]
    assert list(meeting(sets, heads=99)) == wanted


@given(SETS, st.integers(1, 3))
def test_with_few_heads_the_sets_of_an_element_stay_connected(sets, heads):
    parents = {index: index for index in range(len(sets))}
    for earlier, later, _ in meeting(sets, heads):
        parents[root_of(parents, later)] = root_of(parents, earlier)
    for earlier, one in enumerate(sets):
        for later, other in enumerate(sets):
            if one & other:
                assert root_of(parents, earlier) == root_of(parents, later)
