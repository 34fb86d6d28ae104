"""The schema of rules: the readings of each group of rules, and the typed options of each reading.

Rule files are validated against it when they are loaded, so that a misspelt reading or option is an error before any
text is read. The code that runs a rule gets its options as one of these structs (`Rule.read_options`).

Annotations are evaluated here, and not kept as text: msgspec would compile each of the text at every start.
"""

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
    """Options for a numeral between the `before` and `after` of a rule.

    `unit` is the unit of the value, `most` and `least` the largest and the smallest number allowed, `width` the
    distance from the number to the upper bound of the range that it means ("fifties": 9). With `either` one of the two
    contexts is enough; with `beside` the context before is not part of the claim. One of the characters in `ahead` must
    be right before the numeral, one of those in `behind` right after it.
    """

    unit: str | None = None
    most: int | None = None
    least: int | None = None
    width: int | None = None
    either: bool = False
    beside: bool = False
    ahead: str = ""
    behind: str = ""


class ExpressionOptions(Options, frozen=True):
    """A time expression found by a trigger word, with the conditions of `kinds/timex/conditions.py`.

    Joins refer to it by its `shape`. `opens` lists the words with which it may begin ("0": a figure, "{list}": a word
    list). `capital` says which letter case rules out a time, `name` that it may be a personal name; `small` "firm"
    means that a month in lower case needs a day or year. With `without` "weak", a match without its `cue` is valid only
    as part of a join.
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
    """The same for an expression valid only as part of a join: a word of `gap` and a shape in `right` must follow."""

    weak: bool = False
    gap: str = ""
    right: str = ""


class ReferenceOptions(ExpressionOptions, frozen=True):
    """The same for "now" and the like; `ref` is the word list that maps them to TIMEX3 values."""

    ref: str = "present_ref"


class FollowingOptions(Options, frozen=True):
    """Words that modify a preceding expression whose shape is in `left`: "ago" behind "two weeks"."""

    left: str


class JoinOptions(Options, frozen=True):
    """Two expressions, of shapes in `left` and `right`, joined by a word of `gap` into one of shape `shape`."""

    left: str
    right: str
    gap: str
    shape: str = ""


class MarkOptions(Options, frozen=True):
    """The marks that open and close a quotation."""

    open: str
    close: str


class BoundaryOptions(Options, frozen=True):
    """The `role` of a line in its article; with `at` "start" the triggers must be at the start of the line."""

    role: Literal["end", "weak end", "byline", "dateline", "no headline"] = "end"
    at: Literal["start"] | None = None


class CheckOptions(Options, frozen=True):
    """The `signs` that a sentence must contain ("#" a figure, "%" a percentage, …), and the name of the finding."""

    signs: str = ""
    finding: str | None = None


class SenseOptions(Options, frozen=True):
    """Words whose change alters the meaning of a sentence.

    `what` names them in messages; `severity` is that of the finding. `list` is the word list with their meanings.
    `names` leaves out words that are not proper names, `figure` marks the words as figures.
    """

    what: str
    severity: Literal["note", "warning", "error"]
    list: str | None = None
    names: bool = False
    figure: bool = False


class Production(Struct, frozen=True):
    """A form of rule: its options, and the readings allowed (None: a rule without `reading`)."""

    options: type[Options]
    readings: tuple[str | None, ...] = (None,)


# The readings of rules/en/timex: for a single expression, for words behind an expression, and for two joined ones.
_EXPRESSIONS = (
    *("calendar_day", "foreign_day", "day_range", "month_year", "month", "turn_month", "iso_day", "numeric_day"),
    *("year_range", "decade", "short_decade", "year", "short_year", "era_year", "day_alone", "spelt_year", "century"),
    *("weekday", "turn_weekday", "weekday_number", "holiday", "season", "iso_instant", "clock", "clock_range"),
    *("clock_words", "noon", "turn_unit", "the_unit", "year_end", "to_date", "new_year", "nth_in_a_row", "unit_before"),
    *(
        "same_period",
        "fiscal_year",
        "quarter",
        "length",
        "length_by_clock",
        "past_length",
        "vague_length",
        "in_length",
        "weeks_on",
    ),
    *("deictic", "deictic_part", "day_part", "now", "part_set", "season_set", "weekday_set", "rate", "frequency"),
)
_FOLLOWING = ("ago", "later", "from_now")
_JOINED = (
    *("left", "right", "date_and_time", "time_and_date", "time_on_day", "set_and_time", "time_and_set", "range"),
    *("period_to", "time_range", "part_of", "fiscal_and_quarter", "year_and_part", "turn_and_weekday", "shifted"),
    *("ago_day", "now"),
)
EXPRESSION = (Production(ExpressionOptions, _EXPRESSIONS), Production(ReferenceOptions, ("reference",)))
WEAK = (Production(WeakOptions, _JOINED),)  # it has no value of its own
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
                *(
                    "times_change",
                    "loss_and_level",
                    "share",
                    "ratio_and_percent",
                    "unit_pair",
                    "zone_pair",
                    "age",
                    "direction",
                ),
            ),
        ),
    ),
    "wording": (Production(SenseOptions, ("kept", "turned", "bounded", "replaced")),),
}
# Options whose value is a regular expression, and options whose value is the name of a word list.
PATTERNS = frozenset(
    (
        *("not_after", "not_before", "not_touching", "spared", "cue", "sure_after", "not_near", "near_half"),
        *("rate", "not_rate"),
    )
)
LISTS = frozenset(("ref", "list"))


def read(room: str, reading: str | None, options: Mapping[str, Any], *, pattern: bool, trigger: bool) -> Options:
    """The options of a rule as the struct of its production.

    `pattern` and `trigger` say whether the rule has these keys, which in timex distinguishes expressions from joins.
    Raises RuleError (without the file, which the caller adds) for an unknown room, reading or option, or an option of
    the wrong type.
    """
    if room not in PRODUCTIONS:
        raise RuleError(f"no rules are called '{room}/…'{nearest(room, PRODUCTIONS)} ({', '.join(PRODUCTIONS)})")
    forms, of = PRODUCTIONS[room], ""
    if room == "timex":
        weak = options.get("weak") in (True, YES)
        of, forms = _form(pattern=pattern, trigger=trigger, weak=weak)
    known = next((form for form in reversed(forms) if reading in form.readings), None)
    if known is None:
        names = sorted({name for form in forms for name in form.readings if name is not None})
        problem = f"no reading '{reading}'" if reading else "needs a reading"
        near = nearest(reading, names) if reading else ""
        raise RuleError(problem + (near or f" ({of}{', '.join(names) or 'these rules have none'})"))
    return _convert(options, known.options)


def _form(*, pattern: bool, trigger: bool, weak: bool) -> tuple[str, tuple[Production, ...]]:
    """The productions of a timex rule, preceded by the reason for them, for error messages."""
    if not pattern:
        return "without a pattern it joins two expressions: ", JOINED
    if not trigger:
        return "without a trigger it adds words to an expression: ", FOLLOWING
    return ("a weak expression is joined: ", WEAK) if weak else ("", EXPRESSION)


def _convert(options: Mapping[str, Any], wanted: type[Options]) -> Options:
    for name in options:
        if name not in wanted.__struct_fields__:
            known = sorted(wanted.__struct_fields__)
            hint = nearest(name, known) or f" (it takes {', '.join(known) or 'none'})"
            raise RuleError(f"no option '{name}'{hint}")
    try:
        return msgspec.convert(_with_true(options, wanted), wanted, strict=False)
    except msgspec.ValidationError as error:
        raise RuleError(_in_words(str(error), options, wanted)) from None


def _with_true(options: Mapping[str, Any], wanted: type[Options]) -> Mapping[str, Any]:
    """The options with true for "yes" where the option is a boolean."""
    if YES not in options.values():
        return options
    defaults = wanted.__struct_defaults__
    optional = dict(zip(wanted.__struct_fields__[-len(defaults) :], defaults, strict=True))
    return {name: True if value == YES and optional.get(name) is False else value for name, value in options.items()}


def _in_words(problem: str, options: Mapping[str, Any], wanted: type[Options]) -> str:
    """msgspec's error about an option in plain words, with the values allowed."""
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
    """The types and literals in a type hint: `int | None` → int, None; `Literal["a", "b"]` → "a", "b"."""
    if parts := get_args(hint):
        for part in parts:
            yield from _leaves(part)
    else:
        yield hint
