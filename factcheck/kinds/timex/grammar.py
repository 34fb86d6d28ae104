"""The compiled rules of dates: which trigger tries which pattern, what may stand before a trigger, what joins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import product
from typing import Final

from factcheck.kinds.timex.conditions import Check, Match, conditions, cue_check
from factcheck.model import Kind
from factcheck.productions import ExpressionOptions, FollowingOptions, JoinOptions, WeakOptions
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.ruleset import Rule, Ruleset, alternation
from factcheck.text.remembered import Remembered
from factcheck.text.words import pieces_of

_WORD_GAPS: Final = regex(r"[\s-]+")
_WORD_MARKS: Final = " -,'(\""
OUTSIDE, INSIDE = -2, -1  # see `Grammar.token_starts`
FIGURE: Final = "0"  # the first word of every expression that begins with a digit
_FIRST_WORD: Final = regex(r"[a-z]+")
_LIST_NAME: Final = regex(r"\{(\w+)\}")
# Word lists whose words may stand in an expression before its trigger.
_LEAD_LISTS: Final = (
    "time_lead", "time_turn", "time_nth", "vague_length", "length_word", "cardinal", "day_word", "date_mod",
    "date_side", "date_since", "length_hedge", "times_per", "century_word",
)  # fmt: skip
# Word lists whose words may begin an expression before its trigger.
_OPENER_LISTS: Final = (
    "time_opener",
    "time_turn",
    "time_nth",
    "vague_length",
    "cardinal",
    "day_word",
    "times_per",
    "century_word",
)


@record
class Pattern:
    """One rule's pattern and conditions, each compiled at first use.

    `capital`, `name` and `small` are the checks of letter case of `names.py`. A `weak` pattern counts only as part of a
    joined expression; a `sometimes_weak` one does so when its cue is missing.
    """

    rule: Rule
    ruleset: Ruleset
    lists: dict[str, dict[str, str]]  # the word lists loaded so far, shared with the grammar
    kind: Kind
    homographs: dict[str, str]  # triggers that are other words in small letters
    shape: str = ""
    name: bool = False
    capital: str = ""
    small: bool = False
    weak: bool = False
    sometimes_weak: bool = False
    opens: frozenset[str] = frozenset()  # words with which its expressions may begin; empty: any
    _match: Callable[[str, int], Match | None] | None = None
    _checks: tuple[Check, ...] | None = None
    _is_sure: Check | None = None

    def match(self, low: str, start: int) -> Match | None:
        """Match the rule's pattern at an offset of folded text."""
        if self._match is None:
            self._match = self.ruleset.compile(self.rule.pattern or "(?!)", self.rule.id, case=True).match
        return self._match(low, start)

    @property
    def checks(self) -> tuple[Check, ...]:
        """The conditions that a match must meet, cheap ones first."""
        if self._checks is None:
            self._checks = tuple(check for _, check in conditions(self.rule, self.ruleset))
        return self._checks

    def is_sure(self, match: Match, low: str) -> bool:
        """Whether a match counts on its own: the rule needs no cue, or its cue is present. Otherwise it is weak."""
        if not self.sometimes_weak:
            return True
        if self._is_sure is None:
            self._is_sure = cue_check(self.rule, self.ruleset)
        return self._is_sure(match, low)

    def words(self, name: str) -> dict[str, str]:
        """A word list, surface → meaning."""
        found = self.lists.get(name)
        if found is None:
            found = self.lists[name] = self.ruleset.words(name)
        return found


@record
class TriggerPatterns:
    """The patterns to try at a trigger, cached by the word with which an expression begins."""

    patterns: tuple[tuple[Pattern, frozenset[str]], ...]
    by_first_word: dict[str, tuple[Pattern, ...]]

    def starting_with(self, word: str) -> tuple[Pattern, ...]:
        """The patterns whose expressions may begin with a word (FIGURE for all figures)."""
        found = self.by_first_word.get(word)
        if found is None:
            found = tuple(pattern for pattern, opens in self.patterns if not opens or word in opens)
            self.by_first_word[word] = found
        return found


# A unit before "old" is an age ("two years old"), not a time expression.
_NOT_AN_AGE: Final = r"(?![a-z]|[- ]olds?(?![a-z]))"
_OLD_WORDS: Final = ("old", "olds")


@record
class TriggerStart:
    """A first word of triggers: the patterns of each trigger, and the words that may stand second in one."""

    word: str
    patterns: dict[str, TriggerPatterns]
    second: frozenset[str]
    _scan: re.Pattern[str] | None = None

    def trigger(self, low: str, start: int, following: str) -> str:
        """The longest trigger at the offset where this word stands; empty when there is none.

        `following` is the next word of the text, a cheap test of whether a trigger of several words is possible at all.
        """
        end = start + len(self.word)
        if following not in self.second and (following or not low[end : end + 1].isspace()):
            return self.word if self.word in self.patterns else ""
        if self._scan is None:
            self._scan = regex(alternation(self.patterns) + _NOT_AN_AGE)
        hit = self._scan.match(low, start)
        return hit[0] if hit else ""

    def patterns_for(self, trigger: str) -> TriggerPatterns:
        """The patterns of a trigger as written; a run of blanks in it counts as one."""
        return self.patterns.get(trigger) or self.patterns[" ".join(trigger.split())]


@record
class Joint:
    """A rule that joins two neighbours, or appends a suffix to one; the result has the shape `shape`."""

    rule: Rule
    kind: Kind
    shape: str
    suffix: re.Pattern[str] | None = None


@record
class Grammar:
    """Everything that finding and reading time expressions need of a ruleset.

    Triggers:

    - `trigger_starts`: the first words of all triggers
    - `figure`: a quick test of whether a figure can be a trigger; `shapes` classifies it, by the name of the group that
      matches, and `shape_patterns` are the patterns of each such shape
    - `token_starts`: for a token before a trigger, where in it an expression may begin (offset and first word).
      INSIDE: an expression may contain the token but not begin with it; OUTSIDE: it cannot contain it

    Prefixes, joins and readings:

    - `date_prefixes`, `length_prefixes`: words absorbed before an expression; `prefix_ends` are the last words of all
    - `joints`: by left shape, text between and right shape; `suffixes`: by the shape before them
    - `clause_break`: a mark, or a word between two blanks, that begins a clause
    - `clause_links`: words between a clause and its date
    - `modals`: words after which a form such as "cut" is no past tense; `untils`: words before a future date
    - `cues`: signs of the tense of a clause, first word → (number of words, surface, 1 for future or -1 for past)
    - `clock_to_day`: the text that may stand between a clock time and the weekday that dates it
    """

    ruleset: Ruleset
    lists: dict[str, dict[str, str]]
    trigger_starts: dict[str, TriggerStart]
    figure: re.Pattern[str]
    shapes: re.Pattern[str]
    shape_patterns: dict[str, TriggerPatterns]
    token_starts: dict[str, tuple[int, str]]
    date_prefixes: dict[str, tuple[str, str]]
    length_prefixes: dict[str, tuple[str, str]]
    prefix_ends: frozenset[str]
    joints: dict[tuple[str, str, str], Joint]
    suffixes: dict[str, tuple[Joint, ...]]
    clause_break: re.Pattern[str]
    clause_links: dict[str, str]
    modals: dict[str, str]
    untils: dict[str, str]
    cues: dict[str, tuple[tuple[int, str, int], ...]]
    clock_to_day: re.Pattern[str]

    def words(self, name: str) -> dict[str, str]:
        """A word list, surface → meaning."""
        found = self.lists.get(name)
        if found is None:
            found = self.lists[name] = self.ruleset.words(name)
        return found


@lru_cache(maxsize=8)
def grammar_of(ruleset: Ruleset) -> Grammar:
    """The compiled grammar of a ruleset."""
    lists: dict[str, dict[str, str]] = {}
    patterns = [_pattern(rule, ruleset, lists) for rule in ruleset.room("timex") if rule.pattern and rule.trigger]
    by_trigger: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for word in dict.fromkeys(_triggers(pattern.rule, ruleset)):
            by_trigger.setdefault(word, []).append(pattern)
    shapes: Mapping[str, str] = ruleset.setting("timex.shapes")
    # Most triggers are words of a list that share their patterns with the others of it.
    together = {tuple(found): _trigger_patterns(found) for found in by_trigger.values()}
    triggered = {word: together[tuple(found)] for word, found in by_trigger.items()}
    joined = [rule for rule in ruleset.room("timex") if not rule.trigger]
    dates = {**_prefixes(ruleset, "date_mod", "mod"), **_prefixes(ruleset, "date_side", "side")}
    dates |= _prefixes(ruleset, "date_since", "since")
    lengths = _prefixes(ruleset, "length_hedge", "hedge")
    return Grammar(
        ruleset=ruleset,
        lists=lists,
        trigger_starts=_trigger_starts({word: found for word, found in triggered.items() if word not in shapes}),
        figure=ruleset.compile(f"[0-9](?={ruleset.setting('timex.figure')})", "timex.figure", case=True),
        shapes=_shapes(shapes, ruleset),
        shape_patterns={_shape_group(shapes, word): found for word, found in triggered.items() if word in shapes},
        token_starts=_token_starts_of(
            _list_words(ruleset, _LEAD_LISTS), _list_words(ruleset, _OPENER_LISTS, first=True)
        ),
        date_prefixes=dates,
        length_prefixes=lengths,
        prefix_ends=frozenset(surface.split()[-1] for table in (dates, lengths) for surface in table),
        joints=_joints(ruleset.room("timex")),
        suffixes=_suffixes(joined, ruleset),
        clause_break=_clause_break(ruleset),
        clause_links=ruleset.words("clause_link"),
        modals=ruleset.words("modal_word"),
        untils=ruleset.words("until_word"),
        cues=_cues(ruleset),
        clock_to_day=ruleset.compile(r" (?:(?!{clause_end}\b)[a-z'-]+ )*", case=True),
    )


def _clause_break(ruleset: Ruleset) -> re.Pattern[str]:
    """The pattern of what parts two clauses; its group is the word behind a blank, without the blank behind that."""
    words = [word for word in ruleset.words("clause_break") if " " not in word]
    # It begins with a set of characters, for which expressions are searched fastest.
    word = alternation(words) if words else "(?!)"
    return regex(rf"""[(;)"“”—\n,: ](?:(?<= )(?=({word}) )|(?<=[,:])(?!\d)|(?<=[(;)"“”—\n]))""")


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
        homographs=ruleset.words("also_a_word"),
        opens=_opening_words(options.opens, ruleset),
    )


def _trigger_patterns(patterns: Iterable[Pattern]) -> TriggerPatterns:
    return TriggerPatterns(tuple((pattern, pattern.opens) for pattern in patterns), {})


def _opening_words(opens: str, ruleset: Ruleset) -> frozenset[str]:
    """The words with which a rule's expressions may begin; empty where the rule does not limit them."""
    found: set[str] = set()
    for word in opens.split():
        listed = _LIST_NAME.fullmatch(word)
        found.update(map(first_word, ruleset.words(listed[1]) if listed else (word,)))
    return frozenset(found)


def first_word(text: str, start: int = 0) -> str:
    """The run of letters at an offset of folded text; FIGURE for a digit, empty for anything else."""
    found = _FIRST_WORD.match(text, start)
    return found[0] if found else FIGURE if text[start : start + 1].isdigit() else ""


def _token_starts_of(lead: frozenset[str], openers: frozenset[str]) -> dict[str, tuple[int, str]]:
    """The answers of `_token_start`, cached by token."""
    return Remembered(partial(_token_start, lead, openers))


def _token_start(lead: frozenset[str], openers: frozenset[str], token: str) -> tuple[int, str]:
    """Where in a token an expression may begin, and its first word; see `Grammar`."""
    word = token.strip(_WORD_MARKS)
    if not _may_lead(word, lead):
        return OUTSIDE, ""
    return (token.index(word), first_word(word)) if word in openers or not word.isalpha() else (INSIDE, "")


def _may_lead(word: str, lead: frozenset[str]) -> bool:
    """Whether a word may stand in an expression before the trigger."""
    if word in lead:
        return True
    if not word or word[0].isdigit():
        return bool(word)
    return "-" in word and all(part in lead for part in word.split("-"))


def _triggers(rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    """The triggers of a rule, with each {list} expanded to its words."""
    for trigger in rule.trigger:
        if listed := _LIST_NAME.fullmatch(trigger):
            yield from ruleset.words(listed[1])
        else:
            yield trigger


def _shape_group(shapes: Mapping[str, str], word: str) -> str:
    """The group name for a shape of figures, which a regular expression needs as an identifier."""
    return f"shape{list(shapes).index(word)}" if word in shapes else word


def _trigger_starts(by_trigger: Mapping[str, TriggerPatterns]) -> dict[str, TriggerStart]:
    """The triggers by their first word, so that one look-up per word of a text finds them."""
    by_first: dict[str, dict[str, TriggerPatterns]] = {}
    second: dict[str, set[str]] = {}
    for surface, triggered in by_trigger.items():
        first, *others = pieces_of(surface)
        by_first.setdefault(first, {})[surface] = triggered
        second.setdefault(first, set(_OLD_WORDS)).add(others[0] if others else _OLD_WORDS[0])
    return {first: TriggerStart(first, surfaces, frozenset(second[first])) for first, surfaces in by_first.items()}


def _shapes(shapes: Mapping[str, str], ruleset: Ruleset) -> re.Pattern[str]:
    """One pattern for all shapes of figures; the name of the group that matches says which shape it is."""
    pattern = "|".join(f"(?P<shape{index}>{shape})" for index, shape in enumerate(shapes.values()))
    return ruleset.compile(pattern, "timex.shapes", case=True)


def _list_words(ruleset: Ruleset, names: Iterable[str], *, first: bool = False) -> frozenset[str]:
    """All words of some word lists, or only the first word of each surface."""
    surfaces = (_WORD_GAPS.split(surface) for name in names for surface in ruleset.words(name))
    return frozenset(part for parts in surfaces for part in (parts[:1] if first else parts) if part)


def _cues(ruleset: Ruleset) -> dict[str, tuple[tuple[int, str, int], ...]]:
    """The cues of past and future by their first word, longer ones first."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    for name, sign in (("past_cue", -1), ("future_cue", 1)):
        for surface in ruleset.words(name):
            words = surface.split()
            found.setdefault(words[0], []).append((len(words), surface, sign))
    return {word: tuple(sorted(cues, reverse=True)) for word, cues in found.items()}


def _prefixes(ruleset: Ruleset, name: str, slot: str) -> dict[str, tuple[str, str]]:
    """The words of a list that may be absorbed as prefix, surface → (slot in `Parts`, meaning)."""
    return {surface: (slot, meaning) for surface, meaning in ruleset.words(name).items()}


def _joints(rules: Iterable[Rule]) -> dict[tuple[str, str, str], Joint]:
    """The rules of joins by left shape, text between and right shape.

    A weak rule with a pattern joins its own shape to what follows ("the first week of" + "July").
    """
    found: dict[tuple[str, str, str], Joint] = {}
    for rule in rules:
        if rule.pattern and not rule.trigger:
            continue
        if rule.pattern:
            own = rule.read_options(ExpressionOptions)
            if not isinstance(own, WeakOptions):
                continue
            join, shape = (own.shape, own.gap, own.right), "part-of"
        else:
            pair = rule.read_options(JoinOptions)
            join, shape = (pair.left, pair.gap, pair.right), pair.shape
        lefts, gaps, rights = join
        joint = Joint(rule, rule.kind or "date", shape)
        found.update(dict.fromkeys(product(lefts.split(), gaps.split("|"), rights.split()), joint))
    return found


def _suffixes(rules: Iterable[Rule], ruleset: Ruleset) -> dict[str, tuple[Joint, ...]]:
    """The rules of suffixes by the shape before them."""
    by_shape: dict[str, tuple[Joint, ...]] = {}
    for rule in rules:
        if not rule.pattern:
            continue
        suffix = ruleset.compile(rule.pattern, rule.id, case=True)
        joint = Joint(rule, rule.kind or "date", "shifted", suffix)
        for shape in rule.read_options(FollowingOptions).left.split():
            by_shape[shape] = (*by_shape.get(shape, ()), joint)
    return by_shape
