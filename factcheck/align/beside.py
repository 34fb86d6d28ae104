"""Which claims may be shown beside one that no source states, and are no candidates for the same fact.

Candidates share a family and a word or the value. A reader also compares "1.6" with "1.2 percent", "54 minutes" with
"the 64th minute", and a crowd of 23,800 with an attendance of 28,300.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec import Struct

from factcheck.align.candidates import is_bare
from factcheck.align.topic import Topic
from factcheck.kinds.timex.lengths import number_and_unit
from factcheck.model import Claim, Quantity, TimeExpression

# The families that may tell in another form what one of a family tells, a figure without a unit that of all measures.
_MEASURED = ("share", "age", "money", "quantity")
_OF_TIME: Mapping[str, tuple[str, ...]] = {"duration": ("ordinal",), "date": ("duration",)}
_MOST = 8  # claims of other families that are looked at
_TRANSPOSED = 3  # digits from which two figures hardly have the same ones by chance
_CHANGED = 4  # digits from which two figures hardly have all but one by chance


class Beside(Struct, frozen=True, dict=True):
    """The topics of some sources, entered by what is asked for when it is first asked for."""

    topics: Sequence[Topic] = ()

    def near(self, topic: Topic) -> list[Topic]:
        """The topics of other families that stand in a topic's words, and those whose value looks like its own."""
        found = dict.fromkeys(chain(self._related(topic), self._alike(topic), self._bounded(topic)))
        return [each for each in found if not topic.is_of_another_event(each)]

    def _related(self, topic: Topic) -> Iterator[Topic]:
        families = _MEASURED if is_bare(topic.claim) else _OF_TIME.get(topic.family, ())
        for name in families:
            by_stem = self._by_stem(name)
            hits = Counter(chain.from_iterable(by_stem[word] for word in topic.weights if word in by_stem))
            for each, _ in sorted(hits.items(), key=lambda one: (-one[1], one[0].order))[:_MOST]:
                if name in _MEASURED or _counts_one_unit(topic, each):
                    yield each

    def _alike(self, topic: Topic) -> Iterator[Topic]:
        digits = digits_of(topic.claim)
        for key in _patterns(digits) if digits is not None else ():
            yield from (
                each for each in self._by_digits.get((topic.family, key), ()) if digits_of(each.claim) != digits
            )

    def _bounded(self, topic: Topic) -> Iterable[Topic]:
        """The lengths of time that one word bounds in one unit: "within 14 days", "within 40 days"."""
        bound = _bound(topic.claim)
        return self._by_bound.get(bound, ()) if bound is not None else ()

    def _by_stem(self, family: str) -> Mapping[str, Sequence[Topic]]:
        found = self._families.get(family)
        if found is None:
            found = defaultdict(list)
            for each in self.topics:
                if each.family == family:
                    for stem in each.vocabulary.stems(each.claim):
                        found[stem].append(each)
            self._families[family] = found
        return found

    @cached_property
    def _families(self) -> dict[str, dict[str, list[Topic]]]:
        """The topics of each family by the stems around them."""
        return {}

    @cached_property
    def _by_digits(self) -> Mapping[tuple[str, str], Sequence[Topic]]:
        found: dict[tuple[str, str], list[Topic]] = defaultdict(list)
        for each in self.topics:
            digits = digits_of(each.claim)
            for key in _patterns(digits) if digits is not None else ():
                found[each.family, key].append(each)
        return found

    @cached_property
    def _by_bound(self) -> Mapping[tuple[str, str], Sequence[Topic]]:
        found: dict[tuple[str, str], list[Topic]] = defaultdict(list)
        for each in self.topics:
            bound = _bound(each.claim)
            if bound is not None:
                found[bound].append(each)
        return found


def digits_of(claim: Claim) -> str | None:
    """The digits of a figure without noughts behind them; None of any other value."""
    number = claim.value.number if isinstance(claim.value, Quantity) else None
    return None if number is None else "".join(map(str, number.normalize().as_tuple().digits))


def _patterns(digits: str) -> Iterator[str]:
    """The keys that digits have in common with the same ones in another order, and with all but one of them."""
    if len(digits) >= _TRANSPOSED:
        yield "".join(sorted(digits))
    if len(digits) >= _CHANGED:
        for place in range(len(digits)):
            yield f"{digits[:place]}?{digits[place + 1 :]}"


def are_bounded_alike(a: Topic, b: Topic) -> bool:
    """Whether two lengths of time are bounded by one word and told in one unit."""
    bound = _bound(a.claim)
    return bound is not None and bound == _bound(b.claim)


def _bound(claim: Claim) -> tuple[str, str] | None:
    """The word that bounds a length of time, and its unit."""
    value = claim.value
    if not isinstance(value, TimeExpression) or value.hedge is None:
        return None
    counted = number_and_unit(value.timex)
    return None if counted is None else (value.hedge, counted[1])


def counts_one_time(a: Topic, b: Topic) -> bool:
    """Whether two times are one number of one unit: "82 minutes", "the 82nd minute"."""
    one, two = _counted(a), _counted(b)
    return one is not None and one == two


def _counts_one_unit(a: Topic, b: Topic) -> bool:
    """Whether two times count one unit: "54 minutes", "the 64th minute"."""
    one, two = _counted(a), _counted(b)
    return one is not None and two is not None and one[1] == two[1]


def _counted(topic: Topic) -> tuple[str, str] | None:
    """The number of a time and the word behind it, as a concept."""
    tokens, claim = topic.vocabulary.tokens(topic.claim.document), topic.claim
    numbers = [topic.vocabulary.ruleset.words(name) for name in ("cardinal", "ordinal")]
    number = None
    for index in tokens.between(claim.start, claim.end):
        form = tokens.forms[index]
        named = next((words[form.folded] for words in numbers if form.folded in words), None)
        if named is not None or form.text.isdigit():
            number = named or form.text
        elif number is not None and form.concept and tokens.forms[index - 1].spaced:  # not the "th" of "64th"
            return number, form.concept
    return None
