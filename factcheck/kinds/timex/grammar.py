"""The rules of dates compiled: what wakes a rule, what may stand before an expression, what joins two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial

from msgspec import Struct, field

from factcheck.errors import RuleError
from factcheck.expressions import expression
from factcheck.kinds.timex.conditions import Check, Match, conditions, cue_check
from factcheck.model import Kind
from factcheck.ruleset import Rule, Ruleset, alternation

_SPLIT = expression(r"[\s-]+")
_AROUND_WORD = " -,'(\""
SHUT, OPEN = -2, -1
FIGURE = "0"  # stands for all figures among the words that open an expression
_FIRST_WORD = expression(r"[a-z]+")
_LISTED = expression(r"\{(\w+)\}")
# Lists whose words may stand before the word that wakes a rule.
_LEADING = (
    "time_lead", "time_turn", "time_nth", "vague_length", "length_word", "cardinal", "day_word", "date_mod",
    "date_side", "date_since", "length_hedge", "times_per", "century_word",
)  # fmt: skip
_OPENING = (
    "time_opener",
    "time_turn",
    "time_nth",
    "vague_length",
    "cardinal",
    "day_word",
    "times_per",
    "century_word",
)


class Pattern(Struct, frozen=True, eq=False, dict=True):
    """One rule's expression and conditions, each compiled when it is first asked."""

    rule: Rule
    ruleset: Ruleset
    kind: Kind
    shape: str = ""
    name: bool = False
    capital: str = ""
    weak: bool = False

    @cached_property
    def match(self) -> Callable[[str, int], Match | None]:
        """Try the rule's pattern at a place of folded text."""
        return self.ruleset.compile(self.rule.pattern or "(?!)", self.rule.id, case=True).match

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """What must hold of a match besides the pattern."""
        return tuple(conditions(self.rule, self.ruleset))

    @cached_property
    def is_sure(self) -> Check | None:
        """For a rule that without its cue is only weak: whether the cue is there."""
        weak = self.rule.options.get("without") == "weak"
        return cue_check(self.rule, self.ruleset) if weak else None

    @cached_property
    def opens(self) -> frozenset[str]:
        """The words with which its expressions may begin; none where the rule does not tell."""
        return _opening_words(self.rule, self.ruleset)

    @cached_property
    def no_words(self) -> frozenset[str]:
        """Trigger words that in small letters are other words."""
        return frozenset(self.ruleset.words("also_a_word"))


class Woken(Struct, frozen=True, eq=False):
    """The patterns that a trigger wakes; `plans` keeps those that may begin with a word, once it was asked."""

    patterns: tuple[tuple[Pattern, frozenset[str]], ...]
    plans: dict[str, tuple[Pattern, ...]] = field(default_factory=dict)

    def opened_by(self, word: str) -> tuple[Pattern, ...]:
        """The patterns that may begin with a word (FIGURE for all figures)."""
        plan = self.plans.get(word)
        if plan is None:
            plan = tuple(pattern for pattern, opens in self.patterns if not opens or word in opens)
            self.plans[word] = plan
        return plan


class Joint(Struct, frozen=True, eq=False):
    """A rule that joins two neighbours, or a length and the word after it."""

    rule: Rule
    kind: Kind
    suffix: re.Pattern[str] | None = None


class Grammar(Struct, frozen=True, eq=False, dict=True):
    """All that finding and reading need of a ruleset."""

    ruleset: Ruleset
    scan: re.Pattern[str]
    figures: re.Pattern[str]
    wake: Mapping[str, Woken]
    lead: frozenset[str]
    openers: frozenset[str]
    date_prefixes: Mapping[str, tuple[str, str]]
    length_prefixes: Mapping[str, tuple[str, str]]
    joints: Mapping[tuple[str, str, str], Joint]
    suffixes: Mapping[str, tuple[Joint, ...]]

    def words(self, name: str) -> Mapping[str, str]:
        """A word list."""
        return self.ruleset.words(name)

    @cached_property
    def place_in(self) -> Callable[[str], tuple[int, str]]:
        """Where in a token before a trigger an expression may begin, and with which word.

        OPEN: it may hold the token but not begin there; SHUT: it cannot hold it.
        """
        return lru_cache(maxsize=4096)(partial(_place_in, self.lead, self.openers))

    @cached_property
    def prefix_ends(self) -> frozenset[str]:
        """The last words of all that may be absorbed before an expression."""
        return frozenset(
            surface.split()[-1] for table in (self.date_prefixes, self.length_prefixes) for surface in table
        )

    @cached_property
    def clause_break(self) -> re.Pattern[str]:
        """Where a clause ends. One class stands first: the engine then looks only at these characters."""
        words = alternation(self.words("clause_break"))
        marks = r"[;()\"“”\n—]"
        return expression(rf"[ ,:;()\"“”\n—](?:(?<={marks})|(?<=[,:])(?!\d)|(?<= ){words} )")

    @cached_property
    def clause_links(self) -> Mapping[str, str]:
        """Words that stand between a clause and its date."""
        return self.words("clause_link")

    @cached_property
    def modals(self) -> Mapping[str, str]:
        """Words after which what looks like a past form is none."""
        return self.words("modal_word")

    @cached_property
    def untils(self) -> Mapping[str, str]:
        """Words before a date that is to come."""
        return self.words("until_word")

    @cached_property
    def cues(self) -> dict[str, tuple[tuple[int, str, int], ...]]:
        """Words that tell whether a clause speaks of what is to come: first word → (words, surface, 1 or -1)."""
        found: dict[str, list[tuple[int, str, int]]] = {}
        for name, sign in (("past_cue", -1), ("future_cue", 1)):
            for surface in self.words(name):
                words = surface.split()
                found.setdefault(words[0], []).append((len(words), surface, sign))
        return {word: tuple(sorted(cues, reverse=True)) for word, cues in found.items()}


@lru_cache(maxsize=8)
def grammar_of(ruleset: Ruleset) -> Grammar:
    """The grammar of a ruleset."""
    patterns = [_pattern(rule, ruleset) for rule in ruleset.room("timex") if rule.pattern and rule.trigger]
    wake: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for word in dict.fromkeys(_triggers(pattern.rule, ruleset)):
            wake.setdefault(word, []).append(pattern)
    shapes: Mapping[str, str] = ruleset.setting("timex.shapes")
    joined = [rule for rule in ruleset.room("timex") if not rule.trigger]
    dates = {**_prefixes(ruleset, "date_mod", "mod"), **_prefixes(ruleset, "date_side", "side")}
    return Grammar(
        ruleset=ruleset,
        scan=_scanner([word for word in wake if word not in shapes], ruleset),
        figures=_figures(shapes, ruleset),
        wake={_shape_group(shapes, word): _woken(found) for word, found in wake.items()},
        lead=_leading(ruleset, _LEADING),
        openers=_leading(ruleset, _OPENING, first=True),
        date_prefixes={**dates, **_prefixes(ruleset, "date_since", "since")},
        length_prefixes=_prefixes(ruleset, "length_hedge", "hedge"),
        joints=dict(_joints(ruleset.room("timex"))),
        suffixes=_suffixes(joined, ruleset),
    )


def _pattern(rule: Rule, ruleset: Ruleset) -> Pattern:
    options = rule.options
    return Pattern(
        rule=rule,
        ruleset=ruleset,
        kind=rule.kind or "date",
        shape=options.get("shape", ""),
        name="name" in options,
        capital=options.get("capital", ""),
        weak="weak" in options,
    )


def _woken(patterns: Iterable[Pattern]) -> Woken:
    return Woken(tuple((pattern, pattern.opens) for pattern in patterns))


def _opening_words(rule: Rule, ruleset: Ruleset) -> frozenset[str]:
    """The words with which a rule's expressions may begin; none where the rule does not tell."""
    found: set[str] = set()
    for word in rule.options.get("opens", "").split():
        listed = _LISTED.fullmatch(word)
        found.update(map(first_word, ruleset.words(listed[1]) if listed else (word,)))
    return frozenset(found)


def first_word(text: str) -> str:
    """The letters that a text begins with; FIGURE for a text that begins with a figure."""
    found = _FIRST_WORD.match(text)
    return found[0] if found else FIGURE if text[:1].isdigit() else ""


def _place_in(lead: frozenset[str], openers: frozenset[str], token: str) -> tuple[int, str]:
    word = token.strip(_AROUND_WORD)
    if not _leads(word, lead):
        return SHUT, ""
    return (token.index(word), first_word(word)) if word in openers or not word.isalpha() else (OPEN, "")


def _leads(word: str, lead: frozenset[str]) -> bool:
    """Whether a word may stand in an expression before the one that wakes its rule."""
    if word in lead:
        return True
    if not word or word[0].isdigit():
        return bool(word)
    return "-" in word and all(part in lead for part in word.split("-"))


def _triggers(rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    for trigger in rule.trigger:
        if listed := _LISTED.fullmatch(trigger):
            yield from ruleset.words(listed[1])
        else:
            yield trigger


def _shape_group(shapes: Mapping[str, str], word: str) -> str:
    return f"shape{list(shapes).index(word)}" if word in shapes else word


def _scanner(words: Iterable[str], ruleset: Ruleset) -> re.Pattern[str]:
    """One expression for all triggers: it begins with the character before one, which most places are not.

    The engine refuses a branch by its first character alone, so each letter is a branch of its own. A unit before
    "old" is somebody's age, which is no time expression.
    """
    unaged = r"(?![a-z]|[- ]olds?(?![a-z]))"
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word)
    branches = [f"{alternation(by_letter[letter])}{unaged}" for letter in sorted(by_letter)]
    figure = ruleset.setting("timex.figure")
    return ruleset.compile(rf"[^a-z0-9](?:{'|'.join(branches)}|[0-9](?={figure}))", "timex.figure", case=True)


def _figures(shapes: Mapping[str, str], ruleset: Ruleset) -> re.Pattern[str]:
    """The shapes of figures, told apart by the name of the group that matches."""
    pattern = "|".join(f"(?P<shape{index}>{shape})" for index, shape in enumerate(shapes.values()))
    return ruleset.compile(pattern, "timex.shapes", case=True)


def _leading(ruleset: Ruleset, names: Iterable[str], *, first: bool = False) -> frozenset[str]:
    """The words of some lists, or only the first of each surface."""
    surfaces = (_SPLIT.split(surface) for name in names for surface in ruleset.words(name))
    return frozenset(part for parts in surfaces for part in (parts[:1] if first else parts) if part)


def _prefixes(ruleset: Ruleset, name: str, slot: str) -> dict[str, tuple[str, str]]:
    return {surface: (slot, meaning) for surface, meaning in ruleset.words(name).items()}


def _joints(rules: Iterable[Rule]) -> Iterator[tuple[tuple[str, str, str], Joint]]:
    """The pairs of shapes that a rule joins; a rule with a pattern joins what follows its own shape."""
    for rule in rules:
        options = rule.options
        if rule.kind is None or not rule.reading:
            raise RuleError(f"rule '{rule.id}' needs a kind and a reading")
        for gap in options.get("gap", "").split("|") if "right" in options else ():
            for left in options.get("left", options.get("shape", "")).split():
                for right in options["right"].split():
                    yield (left, gap, right), Joint(rule, rule.kind)


def _suffixes(rules: Iterable[Rule], ruleset: Ruleset) -> dict[str, tuple[Joint, ...]]:
    by_shape: dict[str, tuple[Joint, ...]] = {}
    for rule in rules:
        if not rule.pattern or rule.kind is None:
            continue
        joint = Joint(rule, rule.kind, ruleset.compile(rule.pattern, rule.id, case=True))
        for shape in rule.options.get("left", "").split():
            by_shape[shape] = (*by_shape.get(shape, ()), joint)
    return by_shape
