"""What a rule may say: for each room its readings, and for each reading the options that it takes, with their types.

A rule file is checked against this list when it is loaded, so that a misspelt reading or option is told before any
text is read. A room takes the options of its rules as the struct that stands here (`Rule.read_options`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeVar, get_args, get_type_hints

import msgspec
from msgspec import Struct

from factcheck.errors import RuleError, nearest

YES = "yes"  # an older way to write true
_NAMES = {int: "a whole number", str: "a text", bool: "true or false"}


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """No options."""


OptionsType = TypeVar("OptionsType", bound=Options)


class FigureOptions(Options, frozen=True):
    """What a numeral becomes between the two sides of a rule.

    Its `unit`; the largest number it may be (`most`); how far a range reaches above it (`width`). One side is enough
    with `either`; what stands before is no part of the figure with `beside`. One of the characters of `ahead` must
    stand right before it, one of `behind` right after it.
    """

    unit: str | None = None
    most: int | None = None
    width: int | None = None
    either: bool = False
    beside: bool = False
    ahead: str = ""
    behind: str = ""


class ExpressionOptions(Options, frozen=True):
    """A time expression that a trigger wakes, with the conditions of `kinds/timex/conditions.py`.

    Joins know it by its `shape`. `opens` are the words with which it may begin ("0": a figure, "{list}": a word list).
    `capital` says which letter case shows that it is no time, `name` that it may be somebody's name, `small` "firm"
    that a month in small letters needs a day or year. With `without` "weak" one without its cue counts only joined.
    """

    shape: str = ""
    opens: str = ""
    capital: Literal["all", "figures", "no", "unit", "yes"] | None = None
    name: bool = False
    small: Literal["firm"] | None = None
    needs: str | None = None
    not_after: str | None = None
    not_before: str | None = None
    not_touching: str | None = None
    spared: str | None = None
    cue: str | None = None
    sure: str = ""
    sure_after: str | None = None
    without: Literal["weak"] | None = None
    not_near: str | None = None
    near_half: str = ""
    rate: str | None = None
    not_rate: str | None = None


class WeakOptions(ExpressionOptions, frozen=True):
    """The same for one that counts only joined: with an expression of a shape in `right`, behind a word of `gap`."""

    weak: bool = False
    gap: str = ""
    right: str = ""


class ReferenceOptions(ExpressionOptions, frozen=True):
    """The same; `ref` is the word list that gives the TIMEX3 of "now" and its like."""

    ref: str = "present_ref"


class FollowingOptions(Options, frozen=True):
    """Words that make another time of an expression whose shape is in `left`: "two weeks" and "ago"."""

    left: str


class JoinOptions(Options, frozen=True):
    """Two expressions, of shapes in `left` and `right`, that are one of `shape` with a word of `gap` between them."""

    left: str
    right: str
    gap: str
    shape: str = ""


class MarkOptions(Options, frozen=True):
    """The marks that open and close a quotation."""

    open: str
    close: str


class BoundaryOptions(Options, frozen=True):
    """What a line says of the article that it stands in, and whether its trigger stands `at` its start."""

    role: Literal["end", "weak end", "byline", "dateline", "no headline"] = "end"
    at: Literal["start"] | None = None


class CheckOptions(Options, frozen=True):
    """The signs that a sentence must hold ("#" a figure, "%" a percentage, …) and the name of the finding."""

    signs: str = ""
    finding: str | None = None


class SenseOptions(Options, frozen=True):
    """Words whose change turns a sentence: `what` they say, in messages, and how bad a change is.

    A word `list` gives their meanings; `names` leaves out words that are no names, `figure` says they are figures.
    """

    what: str
    severity: Literal["note", "warning", "error"]
    list: str | None = None
    names: bool = False
    figure: bool = False


class Production(Struct, frozen=True):
    """Rules of one form: the options they take and their readings (None: the rule names none)."""

    options: type[Options]
    readings: tuple[str | None, ...] = (None,)


# The readings of rules/en/timex: of an expression by itself, of the words behind one, and of two that are joined.
_EXPRESSIONS = (
    *("calendar_day", "foreign_day", "day_range", "month_year", "month", "turn_month", "iso_day", "numeric_day"),
    *("year_range", "decade", "short_decade", "year", "short_year", "era_year", "day_alone", "spelt_year", "century"),
    *("weekday", "turn_weekday", "weekday_number", "holiday", "season", "iso_instant", "clock", "clock_range"),
    *("clock_words", "noon", "turn_unit", "the_unit", "year_end", "to_date", "new_year", "nth_in_a_row", "unit_before"),
    *("same_period", "fiscal_year", "quarter", "length", "past_length", "vague_length", "in_length", "weeks_on"),
    *("deictic", "deictic_part", "day_part", "now", "part_set", "season_set", "weekday_set", "rate", "frequency"),
)
_FOLLOWING = ("ago", "later", "from_now")
_JOINED = (
    *("left", "right", "date_and_time", "time_and_date", "time_on_day", "set_and_time", "time_and_set", "range"),
    *("period_to", "time_range", "part_of", "fiscal_and_quarter", "year_and_part", "turn_and_weekday", "shifted"),
    *("ago_day", "now"),
)
EXPRESSION = (Production(ExpressionOptions, _EXPRESSIONS), Production(ReferenceOptions, ("reference",)))
WEAK = (Production(WeakOptions, _JOINED),)  # it has no meaning before it is joined
FOLLOWING = (Production(FollowingOptions, _FOLLOWING),)
JOINED = (Production(JoinOptions, _JOINED),)

PRODUCTIONS: dict[str, tuple[Production, ...]] = {
    "quantity": (Production(FigureOptions, (None, "one_in")),),
    "timex": (*EXPRESSION, *WEAK, *FOLLOWING, *JOINED),
    "quotation": (Production(MarkOptions, ("double", "single")),),
    "segment": (Production(BoundaryOptions),),
    "naming": (Production(Options),),
    "origin": (Production(Options),),
    "consistency": (
        Production(
            CheckOptions,
            (
                *(None, "parts_and_total", "split_of_total", "part_above_total", "percent_change", "percentages"),
                *("times_change", "loss_and_level", "share", "ratio_and_percent", "unit_pair", "zone_pair", "age"),
            ),
        ),
    ),
    "wording": (Production(SenseOptions, ("kept", "turned", "bounded", "replaced")),),
}
# Options that are regular expressions, and those that name a word list.
PATTERNS = frozenset(
    (
        *("not_after", "not_before", "not_touching", "spared", "cue", "sure_after", "not_near", "near_half"),
        *("rate", "not_rate"),
    )
)
LISTS = frozenset(("ref", "list"))


def read(room: str, reading: str | None, options: Mapping[str, Any], *, pattern: bool, trigger: bool) -> Options:
    """The options of a rule as the struct of its production.

    `pattern` and `trigger` say whether the rule has them: in timex they tell an expression from a join. RuleError,
    without the place, for a room, a reading or an option that there is not, or an option of another type.
    """
    if room not in PRODUCTIONS:
        raise RuleError(f"no rules are called '{room}/…'{nearest(room, PRODUCTIONS)} ({', '.join(PRODUCTIONS)})")
    forms, of = PRODUCTIONS[room], ""
    if room == "timex":
        weak = options.get("weak") in (True, YES)
        of, forms = _form(pattern=pattern, trigger=trigger, weak=weak)
    known = {name: form for form in forms for name in form.readings}
    if reading not in known:
        names = sorted(name for name in known if name is not None)
        told = f"no reading '{reading}'" if reading else "needs a reading"
        near = nearest(reading, names) if reading else ""
        raise RuleError(told + (near or f" ({of}{', '.join(names) or 'these rules have none'})"))
    return _convert(options, known[reading].options)


def _form(*, pattern: bool, trigger: bool, weak: bool) -> tuple[str, tuple[Production, ...]]:
    """The productions of a rule of timex, and what tells that they are."""
    if not pattern:
        return "without a pattern it joins two expressions: ", JOINED
    if not trigger:
        return "without a trigger it adds words to an expression: ", FOLLOWING
    return ("a weak expression is joined: ", WEAK) if weak else ("", EXPRESSION)


def _convert(options: Mapping[str, Any], wanted: type[Options]) -> Options:
    for name in options:
        if name not in wanted.__struct_fields__:
            known = sorted(wanted.__struct_fields__)
            told = nearest(name, known) or f" (it takes {', '.join(known) or 'none'})"
            raise RuleError(f"no option '{name}'{told}")
    try:
        return msgspec.convert(_with_true(options, wanted), wanted, strict=False)
    except msgspec.ValidationError as error:
        raise RuleError(_in_words(str(error), options, wanted)) from None


def _with_true(options: Mapping[str, Any], wanted: type[Options]) -> Mapping[str, Any]:
    """The options with true for "yes", where that is what is asked for."""
    if YES not in options.values():
        return options
    defaults = wanted.__struct_defaults__
    optional = dict(zip(wanted.__struct_fields__[-len(defaults) :], defaults, strict=True))
    return {name: True if value == YES and optional.get(name) is False else value for name, value in options.items()}


def _in_words(problem: str, options: Mapping[str, Any], wanted: type[Options]) -> str:
    """What msgspec says of an option, with what it may be."""
    if missing := re.search(r"missing required field `(\w+)`", problem):
        return f"option '{missing[1]}' is missing"
    found = re.search(r" - at `\$\.([a-z_]+)", problem)
    if found is None:
        return problem
    name, value = found[1], options[found[1]]
    wants = [each for each in _leaves(get_type_hints(wanted)[name]) if each is not type(None)]
    choices = [each for each in wants if isinstance(each, str)]
    if choices:
        return f"option '{name}' is {value!r}{nearest(str(value), choices)} ({', '.join(choices)})"
    return f"option '{name}' is {value!r}; give {' or '.join(_NAMES[each] for each in wants)}"


def _leaves(hint: Any) -> Iterator[Any]:
    """The types and the texts of which a type is made: `int | None` → int, None; `Literal["a", "b"]` → "a", "b"."""
    if parts := get_args(hint):
        for part in parts:
            yield from _leaves(part)
    else:
        yield hint
