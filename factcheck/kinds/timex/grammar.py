"""The rules of dates compiled: what wakes a rule, what may stand before an expression, what joins two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Final

from factcheck.kinds.timex.conditions import Check, Match, conditions, cue_check
from factcheck.model import Kind
from factcheck.productions import ExpressionOptions, FollowingOptions, JoinOptions, WeakOptions
from factcheck.regex_cache import regex
from factcheck.ruleset import Rule, Ruleset, alternation
from factcheck.text.remembered import Remembered
from factcheck.text.words import Words

_SPLIT: Final = regex(r"[\s-]+")
_AROUND_WORD: Final = " -,'(\""
SHUT, OPEN = -2, -1
FIGURE: Final = "0"  # stands for all figures among the words that open an expression
_FIRST_WORD: Final = regex(r"[a-z]+")
_LISTED: Final = regex(r"\{(\w+)\}")
# Lists whose words may stand before the word that wakes a rule.
_LEADING: Final = (
    "time_lead", "time_turn", "time_nth", "vague_length", "length_word", "cardinal", "day_word", "date_mod",
    "date_side", "date_since", "length_hedge", "times_per", "century_word",
)  # fmt: skip
_OPENING: Final = (
    "time_opener",
    "time_turn",
    "time_nth",
    "vague_length",
    "cardinal",
    "day_word",
    "times_per",
    "century_word",
)


@dataclass(eq=False)
class Pattern:
    """One rule's expression and conditions, each compiled when it is first asked."""

    rule: Rule
    ruleset: Ruleset
    lists: dict[str, dict[str, str]]  # the word lists asked for so far, shared with the grammar
    kind: Kind
    shape: str = ""
    name: bool = False
    capital: str = ""
    small: bool = False
    weak: bool = False
    sometimes_weak: bool = False
    no_words: dict[str, str] = field(default_factory=dict)  # triggers that in small letters are other words
    opens: frozenset[str] = frozenset()  # the words with which its expressions may begin; none: any may
    _match: Callable[[str, int], Match | None] | None = None
    _checks: tuple[Check, ...] | None = None
    _is_sure: Check | None = None

    def match(self, low: str, start: int) -> Match | None:
        """Try the rule's pattern at a place of folded text."""
        if self._match is None:
            self._match = self.ruleset.compile(self.rule.pattern or "(?!)", self.rule.id, case=True).match
        return self._match(low, start)

    @property
    def checks(self) -> tuple[Check, ...]:
        """What must hold of a match besides the pattern."""
        if self._checks is None:
            self._checks = tuple(check for _, check in conditions(self.rule, self.ruleset))
        return self._checks

    def is_sure(self, match: Match, low: str) -> bool:
        """Whether the cue is there without which the rule is only weak, where it asks for one."""
        if not self.sometimes_weak:
            return True
        if self._is_sure is None:
            self._is_sure = cue_check(self.rule, self.ruleset)
        return self._is_sure(match, low)

    def words(self, name: str) -> dict[str, str]:
        """A word list."""
        found = self.lists.get(name)
        if found is None:
            found = self.lists[name] = self.ruleset.words(name)
        return found


@dataclass(eq=False)
class Woken:
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


# A unit before "old" is somebody's age, which is no time expression.
_UNAGED: Final = r"(?![a-z]|[- ]olds?(?![a-z]))"
_OLD: Final = ("old", "olds")


@dataclass(eq=False)
class Opening:
    """A word that begins triggers: what each of them wakes, and the words that may stand second in one."""

    word: str
    surfaces: dict[str, Woken]
    second: frozenset[str]
    _scan: re.Pattern[str] | None = None

    def trigger(self, low: str, start: int, following: str) -> str:
        """The longest trigger that stands at a place, where this word does; `following` is the next word's run."""
        end = start + len(self.word)
        if following not in self.second and (following or not low[end : end + 1].isspace()):
            return self.word if self.word in self.surfaces else ""
        if self._scan is None:
            self._scan = regex(alternation(self.surfaces) + _UNAGED)
        hit = self._scan.match(low, start)
        return hit[0] if hit else ""

    def wakes(self, trigger: str) -> Woken:
        """What a trigger wakes; a run of blanks in it is one."""
        return self.surfaces.get(trigger) or self.surfaces[" ".join(trigger.split())]


@dataclass(eq=False)
class Joint:
    """A rule that joins two neighbours, or a length and the word after it; what it makes is of `shape`."""

    rule: Rule
    kind: Kind
    shape: str
    suffix: re.Pattern[str] | None = None


@dataclass(eq=False)
class Grammar:
    """All that finding and reading need of a ruleset.

    `openings` are the first words of all triggers; `figure` is a quick look at a figure that may wake a rule, `shapes`
    tells its shape, and `wake` what that wakes.
    `places` says where in a token before a trigger an expression may begin, and with which word. OPEN: it may hold the
    token but not begin there; SHUT: it cannot hold it. `prefix_ends` are the last words of all that may be absorbed
    before an expression. `clause_break` are words that open a clause, `clause_links` stand between a clause and its
    date. After `modals` what looks like a past form is none; `untils` stand before a date that is to come. `cues` tell
    whether a clause speaks of what is to come: first word → (words, surface, 1 or -1). `one_clause` is what may stand
    between a clock and its day.
    """

    ruleset: Ruleset
    lists: dict[str, dict[str, str]]
    openings: dict[str, Opening]
    figure: re.Pattern[str]
    shapes: re.Pattern[str]
    wake: dict[str, Woken]
    places: dict[str, tuple[int, str]]
    date_prefixes: dict[str, tuple[str, str]]
    length_prefixes: dict[str, tuple[str, str]]
    prefix_ends: frozenset[str]
    joints: dict[tuple[str, str, str], Joint]
    suffixes: dict[str, tuple[Joint, ...]]
    clause_break: dict[str, str]
    clause_links: dict[str, str]
    modals: dict[str, str]
    untils: dict[str, str]
    cues: dict[str, tuple[tuple[int, str, int], ...]]
    one_clause: re.Pattern[str]

    def words(self, name: str) -> dict[str, str]:
        """A word list."""
        found = self.lists.get(name)
        if found is None:
            found = self.lists[name] = self.ruleset.words(name)
        return found


@lru_cache(maxsize=8)
def grammar_of(ruleset: Ruleset) -> Grammar:
    """The grammar of a ruleset."""
    lists: dict[str, dict[str, str]] = {}
    patterns = [_pattern(rule, ruleset, lists) for rule in ruleset.room("timex") if rule.pattern and rule.trigger]
    wake: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for word in dict.fromkeys(_triggers(pattern.rule, ruleset)):
            wake.setdefault(word, []).append(pattern)
    shapes: Mapping[str, str] = ruleset.setting("timex.shapes")
    triggered = {word: _triggered(found) for word, found in wake.items()}
    joined = [rule for rule in ruleset.room("timex") if not rule.trigger]
    dates = {**_prefixes(ruleset, "date_mod", "mod"), **_prefixes(ruleset, "date_side", "side")}
    dates |= _prefixes(ruleset, "date_since", "since")
    lengths = _prefixes(ruleset, "length_hedge", "hedge")
    return Grammar(
        ruleset=ruleset,
        lists=lists,
        openings=_openings({word: found for word, found in triggered.items() if word not in shapes}),
        figure=ruleset.compile(f"[0-9](?={ruleset.setting('timex.figure')})", "timex.figure", case=True),
        shapes=_shapes(shapes, ruleset),
        wake={_shape_group(shapes, word): found for word, found in triggered.items() if word in shapes},
        places=_places(_leading(ruleset, _LEADING), _leading(ruleset, _OPENING, first=True)),
        date_prefixes=dates,
        length_prefixes=lengths,
        prefix_ends=frozenset(surface.split()[-1] for table in (dates, lengths) for surface in table),
        joints=dict(_joints(ruleset.room("timex"))),
        suffixes=_suffixes(joined, ruleset),
        clause_break=ruleset.words("clause_break"),
        clause_links=ruleset.words("clause_link"),
        modals=ruleset.words("modal_word"),
        untils=ruleset.words("until_word"),
        cues=_cues(ruleset),
        one_clause=ruleset.compile(r" (?:(?!{clause_end}\b)[a-z'-]+ )*", case=True),
    )


def _pattern(rule: Rule, ruleset: Ruleset, lists: dict[str, dict[str, str]]) -> Pattern:
    options = rule.read_options(ExpressionOptions)
    return Pattern(
        rule=rule,
        ruleset=ruleset,
        lists=lists,
        kind=rule.kind or "date",
        shape=options.shape,
        name=options.name,
        capital=options.capital or "",
        small=options.small == "firm",
        weak=isinstance(options, WeakOptions),
        sometimes_weak=options.without == "weak",
        no_words=ruleset.words("also_a_word"),
        opens=_opening_words(options.opens, ruleset),
    )


def _triggered(patterns: Iterable[Pattern]) -> Woken:
    return Woken(tuple((pattern, pattern.opens) for pattern in patterns))


def _opening_words(opens: str, ruleset: Ruleset) -> frozenset[str]:
    """The words with which a rule's expressions may begin; none where the rule does not tell."""
    found: set[str] = set()
    for word in opens.split():
        listed = _LISTED.fullmatch(word)
        found.update(map(first_word, ruleset.words(listed[1]) if listed else (word,)))
    return frozenset(found)


def first_word(text: str, start: int = 0) -> str:
    """The letters that stand at a place of a text; FIGURE where a figure does."""
    found = _FIRST_WORD.match(text, start)
    return found[0] if found else FIGURE if text[start : start + 1].isdigit() else ""


def _places(lead: frozenset[str], openers: frozenset[str]) -> dict[str, tuple[int, str]]:
    return Remembered(partial(_place_in, lead, openers))


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


def _openings(wake: Mapping[str, Woken]) -> dict[str, Opening]:
    by_first: dict[str, dict[str, Woken]] = {}
    second: dict[str, set[str]] = {}
    for surface, triggered in wake.items():
        first, *others = Words(surface, frozenset()).pieces
        by_first.setdefault(first, {})[surface] = triggered
        second.setdefault(first, set(_OLD)).add(others[0] if others else _OLD[0])
    return {first: Opening(first, surfaces, frozenset(second[first])) for first, surfaces in by_first.items()}


def _shapes(shapes: Mapping[str, str], ruleset: Ruleset) -> re.Pattern[str]:
    """The shapes of figures, told apart by the name of the group that matches."""
    pattern = "|".join(f"(?P<shape{index}>{shape})" for index, shape in enumerate(shapes.values()))
    return ruleset.compile(pattern, "timex.shapes", case=True)


def _leading(ruleset: Ruleset, names: Iterable[str], *, first: bool = False) -> frozenset[str]:
    """The words of some lists, or only the first of each surface."""
    surfaces = (_SPLIT.split(surface) for name in names for surface in ruleset.words(name))
    return frozenset(part for parts in surfaces for part in (parts[:1] if first else parts) if part)


def _cues(ruleset: Ruleset) -> dict[str, tuple[tuple[int, str, int], ...]]:
    found: dict[str, list[tuple[int, str, int]]] = {}
    for name, sign in (("past_cue", -1), ("future_cue", 1)):
        for surface in ruleset.words(name):
            words = surface.split()
            found.setdefault(words[0], []).append((len(words), surface, sign))
    return {word: tuple(sorted(cues, reverse=True)) for word, cues in found.items()}


def _prefixes(ruleset: Ruleset, name: str, slot: str) -> dict[str, tuple[str, str]]:
    return {surface: (slot, meaning) for surface, meaning in ruleset.words(name).items()}


def _joints(rules: Iterable[Rule]) -> Iterator[tuple[tuple[str, str, str], Joint]]:
    """The pairs of shapes that a rule joins; a rule with a pattern joins what follows its own shape."""
    for rule in rules:
        if rule.pattern and not rule.trigger:
            continue
        if rule.pattern:
            own = rule.read_options(ExpressionOptions)
            if not isinstance(own, WeakOptions):
                continue
            ways, shape = (own.shape, own.gap, own.right), "part-of"
        else:
            pair = rule.read_options(JoinOptions)
            ways, shape = (pair.left, pair.gap, pair.right), pair.shape
        lefts, gaps, rights = ways
        joint = Joint(rule, rule.kind or "date", shape)
        for gap in gaps.split("|"):
            for left in lefts.split():
                for right in rights.split():
                    yield (left, gap, right), joint


def _suffixes(rules: Iterable[Rule], ruleset: Ruleset) -> dict[str, tuple[Joint, ...]]:
    by_shape: dict[str, tuple[Joint, ...]] = {}
    for rule in rules:
        if not rule.pattern:
            continue
        suffix = ruleset.compile(rule.pattern, rule.id, case=True)
        joint = Joint(rule, rule.kind or "date", "shifted", suffix)
        for shape in rule.read_options(FollowingOptions).left.split():
            by_shape[shape] = (*by_shape.get(shape, ()), joint)
    return by_shape
