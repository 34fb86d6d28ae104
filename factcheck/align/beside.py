"""Which claims may be shown beside one that no source states, and are no candidates for the same fact.

Candidates share a family and a word or the value. A reader also compares "1.6" with "1.2 percent", "54 minutes" with
"the 64th minute", and a crowd of 23,800 with an attendance of 28,300.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from msgspec import Struct

from factcheck.align.candidates import is_bare
from factcheck.align.topic import Topic
from factcheck.cached import cached_property
from factcheck.kinds.quantity.compare import as_percent
from factcheck.kinds.timex.lengths import number_and_unit
from factcheck.model import Claim, Quantity, TimeExpression
from factcheck.regex_cache import regex
from factcheck.state.lexicon import lexicon_of
from factcheck.text.folding import fold

# The families that may tell in another form what one of a family tells, a figure without a unit that of all measures.
_MEASURED = ("share", "age", "money", "quantity")
_OF_TIME: Mapping[str, tuple[str, ...]] = {
    "duration": ("ordinal", "date"),
    "date": ("duration", "ordinal"),
    "ordinal": ("duration", "date"),
}
_FEW = 3  # values of one unit, one of which is probably what the draft's should have been
_MOST = 8  # claims of other families that are looked at
_MANY_TIMES = 5  # from here on a number is no other reading of one
_YEAR = 4  # letters of a year
_PAIR = 2  # digits, or tokens of a number with its unit
_TRANSPOSED = 3  # digits from which two figures hardly have the same ones by chance
_CHANGED = 4  # digits from which two figures hardly have all but one by chance


class Beside(Struct, frozen=True, dict=True):
    """The topics of some sources, entered by what is asked for when it is first asked for."""

    topics: Sequence[Topic] = ()

    def near(self, topic: Topic) -> list[Topic]:
        """The topics of other families that stand in a topic's words, and those whose value looks like its own."""
        found = dict.fromkeys(chain(self._related(topic), self._alike(topic), self._bounded(topic)))
        return [each for each in found if not topic.is_of_another_event(each)]

    def of_one_unit(self, topic: Topic) -> list[Topic]:
        """The values that the sources have in the unit of a topic's, where they are few; none many times as large."""
        units = list(_units_of(topic))
        if not units:
            return []
        of_family = self._by_unit("time" if topic.family in _TIMED else topic.family)
        told = dict.fromkeys(chain.from_iterable(of_family.get(key, ()) for key in units))
        found = [each for each in told if not topic.is_of_another_event(each)]
        return [each for each in found if _are_of_one_size(topic, each)] if len({a.key for a in found}) <= _FEW else []

    def _by_unit(self, family: str) -> Mapping[tuple[str, str], Sequence[Topic]]:
        """The topics of a family by their units; those of all times together."""
        found = self._units.get(family)
        if found is None:
            found = defaultdict(list)
            families = _TIMED if family == "time" else (family,)
            for each in self.topics:
                if each.family in families:
                    for key in _units_of(each):
                        found[key].append(each)
            self._units[family] = found
        return found

    @cached_property
    def _units(self) -> dict[str, dict[tuple[str, str], list[Topic]]]:
        """The topics of each family by their units."""
        return {}

    def _related(self, topic: Topic) -> Iterator[Topic]:
        families = _MEASURED if is_bare(topic.claim) else _OF_TIME.get(topic.family, ())
        if families is not _MEASURED and _counted(topic) is None:
            return  # most dates count nothing
        for name in families:
            by_stem = self._by_stem(name)
            hits = Counter(chain.from_iterable(by_stem[word] for word in topic.weights if word in by_stem))
            for each, _ in sorted(hits.items(), key=lambda one: (-one[1], one[0].order))[:_MOST]:
                if name in _MEASURED or _counts_one_unit(topic, each):
                    yield each

    def _alike(self, topic: Topic) -> Iterator[Topic]:
        for key in _patterns(topic.claim):
            alike = self._by_digits.get((topic.family, key), ())
            yield from (each for each in alike if each.key != topic.key)

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
            for key in _patterns(each.claim):
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


def _units_of(topic: Topic) -> Iterator[tuple[str, str]]:
    """What a value is told in: its unit, what it counts, or that it is a share, an age, a year or a day of a month."""
    value, family = topic.claim.value, topic.family
    counted = _counted(topic) if family in _TIMED else None
    if counted is not None:
        yield "time", counted[1]  # "nine years", "nine years ago", "every nine years", "the ninth year"
    if isinstance(value, TimeExpression):
        if counted is None and topic.claim.kind == "date" and any(map(str.isdigit, topic.claim.text)):
            yield "date", "year" if len(value.timex or "") == _YEAR else "day" if value.first == value.last else "month"
    elif not isinstance(value, Quantity):
        return
    elif family == "share":
        yield family, "part" if value.unit is not None or (value.number or value.low or 1) < 1 else "times"
    elif family in ("age", "ordinal"):
        yield family, ""
    elif value.unit is not None:
        yield family, value.unit
    elif value.noun:
        lexicon = lexicon_of(topic.vocabulary.ruleset)
        for each in lexicon.noun_classes[fold(value.noun.split()[-1])]:
            yield family, "person" if lexicon.is_person(each) else each


def _are_of_one_size(a: Topic, b: Topic) -> bool:
    """Whether neither of two numbers is many times the other, as far as they are known."""
    one, two = _size(a), _size(b)
    return one is None or two is None or min(one, two) * _MANY_TIMES >= max(one, two)


def _size(topic: Topic) -> Decimal | None:
    """The number of a figure, a share as a percentage, or that of a time in its unit."""
    value = topic.claim.value
    if isinstance(value, Quantity):
        number = as_percent(value).number
        return None if number is None else abs(number)
    counted = _counted(topic)
    return Decimal(counted[0]) if counted is not None and counted[0].isdigit() else None


_TIMED = ("duration", "date", "set", "ordinal")


def digits_of(claim: Claim) -> str | None:
    """The digits of a figure without noughts behind them; None of any other value."""
    number = claim.value.number if isinstance(claim.value, Quantity) else None
    return None if number is None else "".join(map(str, number.normalize().as_tuple().digits))


def _patterns(claim: Claim) -> Iterator[str]:
    """The keys that a value has in common with the same digits in another order ("640", "460"), and with all but one of
    them; of a date those of its year.
    """
    value = claim.value
    if isinstance(value, TimeExpression):
        for year in _YEARS.findall(claim.text):
            yield from _without_one(year)
        return
    digits = digits_of(claim)
    number = value.number if isinstance(value, Quantity) else None
    if digits is None or number is None or len(digits) < _PAIR:
        return
    written = f"{abs(number):f}".rstrip("0").removesuffix(".") if number != int(number) else f"{abs(int(number))}"
    if len(written) >= _TRANSPOSED:
        yield "".join(sorted(written))
    if len(digits) >= _CHANGED:
        yield from _without_one(written)


def _without_one(digits: str) -> Iterator[str]:
    return (f"{digits[:place]}?{digits[place + 1 :]}" for place in range(len(digits)))


_YEARS = regex(r"(?<![\d.,])[12]\d{3}(?![\d.,]\d)")


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
    places = tokens.between(claim.start, claim.end)
    if len(places) < _PAIR:
        return None
    cardinals, ordinals = (topic.vocabulary.ruleset.words(name) for name in ("cardinal", "ordinal"))
    number = None
    for index in places:
        form = tokens.forms[index]
        named = cardinals.get(form.folded) or ordinals.get(form.folded)
        if named or form.text.isdigit():
            number = named or form.text
        elif number is not None and form.concept and tokens.forms[index - 1].spaced:  # not the "th" of "64th"
            return number, form.concept
    return None
