"""Two statements slot by slot: the same, compatible, unknown or conflicting."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from factcheck.align.topic import Topic
from factcheck.model import Slot, Statement
from factcheck.records import Members
from factcheck.state.lexicon import Lexicon, lexicon_of
from factcheck.text.folding import fold

_COPIED = 0.75  # the share of the shorter sentence's words from which two sentences are near copies
_FEWEST = 3  # words that two near copies share
_COUNTED = ("count", "number")
_BOUNDS = frozenset(("begins", "ends", "by", "range"))  # the extents of dates


class SlotRelation(Members):
    """How one slot of two statements relates; unknown is not same."""

    CONFLICTING = 0
    UNKNOWN = 1
    COMPATIBLE = 2
    SAME = 3


class SlotComparison(Struct, frozen=True, gc=False):
    """The relation of one slot, with the words it was read from on both sides."""

    name: str
    relation: SlotRelation
    one: Slot | None
    two: Slot | None

    @property
    def reason(self) -> str:
        """The two sides of a draft and a source in words: "measure: “profit” in the draft, “sales” in the source"."""
        sides = ((self.one, "draft"), (self.two, "source"))
        told = [f"“{slot.text}” in the {text}" for slot, text in sides if slot is not None]
        return f"{self.name}: {', '.join(told)}{' only' if len(told) == 1 else ''}"


class SlotComparisons(Struct, frozen=True, gc=False):
    """The slots of two statements compared; `counts_a_fate`: both count those who died, were hurt or went missing.

    `of_other_accounts`: they measure two things of which news keeps accounts, such as profit and debt.
    `of_other_fates`: they count those of two fates, such as dead and hurt.
    `of_other_means`: one is an average and one a median.
    """

    slots: tuple[SlotComparison, ...]
    counts_a_fate: bool = False
    of_other_accounts: bool = False
    of_other_fates: bool = False
    of_other_means: bool = False

    def of(self, name: str) -> SlotRelation:
        """The relation of one slot."""
        return next(each.relation for each in self.slots if each.name == name)

    @property
    def relations(self) -> tuple[tuple[str, str], ...]:
        """The name of each slot with that of its relation, in the order in which they are shown."""
        return tuple((each.name, each.relation.name.lower()) for each in self.slots)

    @property
    def agreement(self) -> int:
        """How many of measure, bearer and event are the same in both."""
        return sum(self.of(name) is SlotRelation.SAME for name in ("measure", "bearer", "event"))

    @property
    def conflicts(self) -> tuple[SlotComparison, ...]:
        """The slots that say that these are two facts."""
        return tuple(each for each in self.slots if each.relation is SlotRelation.CONFLICTING)


def compare_slots(a: Statement, b: Statement, lexicon: Lexicon) -> SlotComparisons:
    """The slots of two statements, in the order in which they are shown; symmetric."""
    return SlotComparisons(tuple(_compared(a, b, lexicon)))


def _compared(a: Statement, b: Statement, lexicon: Lexicon) -> Iterator[SlotComparison]:
    yield from _compared_cores(a, b, lexicon)
    yield SlotComparison("state", _marked(a.state, b.state, lexicon.lenient_states), a.state, b.state)
    yield SlotComparison("change", _change(a, b), a.change, b.change)
    yield SlotComparison("where", _shared(a.where, b.where), a.where, b.where)
    yield SlotComparison("when", when_of(a.when, b.when), a.when, b.when)
    yield SlotComparison("extent", _extent(a.extent, b.extent, lexicon), a.extent, b.extent)


def _compared_cores(a: Statement, b: Statement, lexicon: Lexicon) -> Iterator[SlotComparison]:
    yield SlotComparison("measure", _measure(a.measure, b.measure, lexicon), a.measure, b.measure)
    yield SlotComparison("bearer", _bearer(a.bearer, b.bearer, lexicon), a.bearer, b.bearer)
    yield SlotComparison("event", _event(a.event, b.event, lexicon), a.event, b.event)


def when_of(one: Slot | None, two: Slot | None) -> SlotRelation:
    """Two times of a fact conflict where they share no day, or name two months or days of an unknown year."""
    if one is None or two is None or len(one.concepts) != len(two.concepts):
        return SlotRelation.UNKNOWN
    if one.concepts == two.concepts:
        return SlotRelation.SAME
    if len(one.concepts) == 1:
        first, second = one.concepts[0], two.concepts[0]
        apart = not first.startswith(second) and not second.startswith(first)
    else:
        apart = one.concepts[0] > two.concepts[1] or two.concepts[0] > one.concepts[1]
        apart = apart and not _may_be_one_time(one, two)
    return SlotRelation.CONFLICTING if apart else SlotRelation.COMPATIBLE


def _may_be_one_time(one: Slot, two: Slot) -> bool:
    """Whether two times are told by one word, or as one month or day, and the year of either is worked out.

    What "last year" and "June" are counted from is not always known.
    """
    texts = [fold(slot.text) for slot in (one, two)]
    if all(any(char.isdigit() for char in text) for text in texts):
        return False
    days = [slot.concepts[0][len("2020-") :] for slot in (one, two)]
    return texts[0] == texts[1] or (days[0] == days[1] and not any(_is_year(slot) for slot in (one, two)))


def _is_year(slot: Slot) -> bool:
    """Whether a time begins with a year and is longer than a month."""
    first, last = slot.concepts
    return first[5:] == "01-01" and last[5:7] != "01"


def _extent(one: Slot | None, two: Slot | None, lexicon: Lexicon) -> SlotRelation:
    """The extents of two figures; of two dates, one that begins a time conflicts with one that ends a time."""
    bounds = [slot.concepts[0] for slot in (one, two) if slot is not None and slot.concepts[0] in _BOUNDS]
    if not bounds:
        return _marked(one, two, lexicon.lenient_extents)
    if len(bounds) == 1:
        return SlotRelation.UNKNOWN
    if bounds[0] == bounds[1]:
        return SlotRelation.SAME
    return SlotRelation.CONFLICTING if "begins" in bounds and "range" not in bounds else SlotRelation.COMPATIBLE


def _change(a: Statement, b: Statement) -> SlotRelation:
    """Changes that are marked: where a move ended is what is so since; where it began is what was so at that time."""
    ends = _ENDS if when_of(a.when, b.when) is SlotRelation.SAME else _LEVEL
    return _marked(a.change, b.change, ends)


_LEVEL = frozenset(("level",))
_ENDS = frozenset(("level", "level_before"))


def _shared(one: Slot | None, two: Slot | None) -> SlotRelation:
    if one is None or two is None or set(one.concepts).isdisjoint(two.concepts):
        return SlotRelation.UNKNOWN
    return SlotRelation.SAME


def _measure(one: Slot | None, two: Slot | None, lexicon: Lexicon) -> SlotRelation:
    if one is None or two is None:
        return SlotRelation.UNKNOWN
    mine, theirs = set(one.concepts), set(two.concepts)
    if mine & theirs:
        return SlotRelation.SAME
    if any(lexicon.is_person(each) for each in mine) and any(lexicon.is_person(each) for each in theirs):
        generic = lexicon.generic_persons
        return SlotRelation.COMPATIBLE if mine & generic or theirs & generic else SlotRelation.CONFLICTING
    return SlotRelation.CONFLICTING


def _bearer(one: Slot | None, two: Slot | None, lexicon: Lexicon) -> SlotRelation:
    """Names that are disjoint are two bearers; a generic noun ("the company") may stand for any name.

    Whom a pronoun means is not sure enough to tell two bearers apart: the minister may act for the ministry.
    """
    if one is None or two is None:
        return SlotRelation.UNKNOWN
    mine, theirs = set(one.concepts), set(two.concepts)
    if one.inferred or two.inferred:
        return SlotRelation.UNKNOWN if mine.isdisjoint(theirs) else SlotRelation.SAME
    if _abbreviates(one, two, lexicon) or _abbreviates(two, one, lexicon):
        return SlotRelation.SAME
    if _are_two_names(one, two, lexicon):
        return SlotRelation.CONFLICTING
    if mine & theirs:
        return SlotRelation.SAME
    if mine & lexicon.generic or theirs & lexicon.generic:
        return SlotRelation.COMPATIBLE
    return SlotRelation.CONFLICTING if _names(one) and _names(two) else SlotRelation.UNKNOWN


def _are_two_names(one: Slot, two: Slot, lexicon: Lexicon) -> bool:
    """Whether two bearers are named in full and share no word of their names; both may be told "of the vote"."""
    mine, theirs = _name_words(one, lexicon), _name_words(two, lexicon)
    if len(mine) < _FULL_NAME or len(theirs) < _FULL_NAME:
        return False
    return mine.isdisjoint(theirs) or _are_of_one_family(mine, theirs, one, two, lexicon)


def _are_of_one_family(mine: set[str], theirs: set[str], one: Slot, two: Slot, lexicon: Lexicon) -> bool:
    """Whether two names in full share the last word alone: "Ruth Obi" and "Daniel Obi"; a title is no given name."""
    shared, rest = mine & theirs, mine ^ theirs
    last = [fold(slot.text.split()[-1]) for slot in (one, two)]
    if last[0] != last[1] or shared != {last[0]}:
        return False
    return not any(lexicon.is_title(each) or lexicon.is_listed_noun(each) or len(each) < _GIVEN for each in rest)


_GIVEN = 3  # letters; fewer are initials or a particle


def _abbreviates(short: Slot, long: Slot, lexicon: Lexicon) -> bool:
    """Whether a bearer has the initials of another one's name: WHO, the World Health Organization."""
    names = [word for word in long.text.split() if word[:1].isupper() and fold(word) not in lexicon.closed]
    return len(names) >= _FULL_NAME and "".join(word[0] for word in names) in short.text.replace(".", "").split()


_FULL_NAME = 2  # words


def _name_words(slot: Slot, lexicon: Lexicon) -> set[str]:
    """The capitalised words of a slot's last name, without determiners."""
    words: list[str] = []
    for word in reversed(slot.text.split()):
        folded = fold(word)
        if not word[:1].isupper() or folded in lexicon.closed:
            if words:
                break
            continue
        words.append(folded)
    return set(words)


def are_two_named(a: Topic, b: Topic) -> bool:
    """Whether the bearers of two claims are both named, and have no word of their names in common."""
    lexicon, one, two = lexicon_of(a.vocabulary.ruleset), a.core.bearer, b.core.bearer
    if one is None or two is None or _abbreviates(one, two, lexicon) or _abbreviates(two, one, lexicon):
        return False
    names = [_capitals(slot, lexicon) for slot in (one, two)]
    return all(names) and names[0].isdisjoint(names[1])


def are_named_alike(a: Topic, b: Topic) -> bool:
    """Whether the bearers of two claims have a word of their names in common."""
    names = [_capitals(topic.core.bearer, lexicon_of(topic.vocabulary.ruleset)) for topic in (a, b)]
    return not names[0].isdisjoint(names[1])


def _capitals(slot: Slot | None, lexicon: Lexicon) -> set[str]:
    """The words of a slot that are written as names are; a known noun that begins a sentence is none."""
    words = slot.text.split() if slot is not None else []
    return {
        folded.removesuffix("'s").removesuffix("'")
        for place, word in enumerate(words)
        if word[:1].isupper()
        and (folded := fold(word)) not in lexicon.closed
        and (place or not lexicon.is_listed_noun(folded))
    }


def _names(slot: Slot) -> bool:
    return any(word[:1].isupper() for word in slot.text.split()[1:]) or slot.text[:1].isupper()


def _event(one: Slot | None, two: Slot | None, lexicon: Lexicon) -> SlotRelation:
    """Two classes of happenings with several verbs each are two happenings; of lone verbs synonyms may be missing."""
    if one is None or two is None:
        return SlotRelation.UNKNOWN
    mine, theirs = set(one.concepts), set(two.concepts)
    if mine & theirs:
        return SlotRelation.SAME
    if any(lexicon.kinds_of.get(each, frozenset()) & theirs for each in mine) or any(
        lexicon.kinds_of.get(each, frozenset()) & mine for each in theirs
    ):
        return SlotRelation.COMPATIBLE
    known = lexicon.wide_classes
    return SlotRelation.CONFLICTING if mine <= known and theirs <= known else SlotRelation.UNKNOWN


def _marked(one: Slot | None, two: Slot | None, lenient: frozenset[str]) -> SlotRelation:
    """A slot that is mostly unmarked: what is marked on one side only is another state, unless it is a lenient one."""
    mine = set(one.concepts) - lenient if one is not None else set()
    theirs = set(two.concepts) - lenient if two is not None else set()
    if mine == theirs:
        return SlotRelation.SAME
    return SlotRelation.SAME if mine & theirs else SlotRelation.CONFLICTING


def slots_of(a: Topic, b: Topic) -> SlotComparisons:
    """The slots of two claims compared."""
    lexicon = lexicon_of(a.vocabulary.ruleset)
    return _with_classes(compare_slots(a.statement, b.statement, lexicon), a, b, lexicon)


def may_be_of_one_time(a: Topic, b: Topic) -> bool:
    """Whether neither the times nor the fates of two claims conflict, as by `slots_of`; no other slot is compared."""
    if when_of(a.statement.when, b.statement.when) is SlotRelation.CONFLICTING:
        return False
    if a.claim.kind not in _COUNTED or b.claim.kind not in _COUNTED:
        return True
    lexicon = lexicon_of(a.vocabulary.ruleset)
    one, two = _fate(a, lexicon), _fate(b, lexicon)
    return one is None or two is None or one == two


def core_slots_of(a: Topic, b: Topic) -> SlotComparisons:
    """The measure, the bearer and the event of two claims compared, as by `slots_of`; the other slots are not read."""
    lexicon = lexicon_of(a.vocabulary.ruleset)
    return _with_classes(SlotComparisons(tuple(_compared_cores(a.core, b.core, lexicon))), a, b, lexicon)


def _with_classes(found: SlotComparisons, a: Topic, b: Topic, lexicon: Lexicon) -> SlotComparisons:
    counted = a.claim.kind in _COUNTED and b.claim.kind in _COUNTED
    event = a.core.event
    fate = (
        counted
        and found.of("event") is SlotRelation.SAME
        and event is not None
        and not lexicon.fates.isdisjoint(event.concepts)
    )
    accounts = found.of("measure") is SlotRelation.CONFLICTING and _are_other_accounts(a, b, lexicon)
    fates = [_fate(topic, lexicon) for topic in (a, b)] if counted else []
    return SlotComparisons(
        found.slots,
        counts_a_fate=fate,
        of_other_accounts=accounts,
        of_other_fates=None not in fates and len(set(fates)) > 1,
        of_other_means=_are_other_means(a, b),
    )


def _fate(topic: Topic, lexicon: Lexicon) -> str | None:
    """What became of those that a figure counts, by its verb, or by the acts that it counts: "96 arrests"."""
    group = lexicon.fate_group(topic.core.event)
    noun = getattr(topic.claim.value, "noun", None) if group is None else None
    return lexicon.fate_of_act(fold(noun.split()[-1])) if noun else group


def _are_other_accounts(a: Topic, b: Topic, lexicon: Lexicon) -> bool:
    """Whether two figures are of accounts of two groups: sales may be told as revenue, and not as profit."""
    groups = [
        {lexicon.account_group(each) for each in topic.core.measure.concepts if lexicon.is_account(each)}
        for topic in (a, b)
        if topic.core.measure is not None
    ]
    return all(groups) and groups[0].isdisjoint(*groups[1:])


def _are_other_means(a: Topic, b: Topic) -> bool:
    """Whether one figure is an average and the other a median, by the last such word before each of them."""
    return a.mean is not None and b.mean is not None and a.mean != b.mean


def near_copies(a: Topic, b: Topic) -> bool:
    """Whether two claims stand in the same words: their sentences but for a few, or all that stands before them."""
    if copied_sentences(a, b):
        return True
    return words_alike_before(a, b) >= _FEWEST and not a.sentence_concepts.isdisjoint(b.sentence_concepts)


def copied_sentences(a: Topic, b: Topic) -> bool:
    """Whether the sentences of two claims have the same words but for a few."""
    one, two = a.sentence_concepts, b.sentence_concepts
    shared = len(one & two)
    return shared >= _FEWEST and shared >= _COPIED * min(len(one), len(two))


def are_twins(a: Topic, b: Topic) -> bool:
    """Whether the sentences of two claims have nearly the same words, in any order, and neither many more."""
    one, two = a.sentence_concepts, b.sentence_concepts
    shared = len(one & two)
    return shared >= _TWIN_FEWEST and 2 * shared >= _COPIED * (len(one) + len(two))


_TWIN_FEWEST = 4  # words that two twins share


def words_alike_before(a: Topic, b: Topic) -> int:
    """How many words right before two claims are the same."""
    same = 0
    for word, other in zip(reversed(a.words_before), reversed(b.words_before), strict=False):
        if word != other:
            break
        same += 1
    return same
