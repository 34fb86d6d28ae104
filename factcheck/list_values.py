"""The schema of word lists: what the values of the built-in lists may be.

A word list maps surfaces to values ("million" → "1000000"). A user's lists are validated against `KINDS` when they are
loaded, so that a value that cannot be used is an error before any text is read. The values of lists that are not named
here are free, and a list of surfaces without values is its own value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from factcheck.errors import nearest
from factcheck.regex_cache import regex

Words = Mapping[str, str]

_NUMBER = r"[0-9]{1,28}(?:\.[0-9]{1,28})?"
_MOST_CHOICES = 12  # written out in an error message


class Kind(Struct, frozen=True):
    """A kind of value: its description in error messages, the pattern of a whole value, and a further condition."""

    wanted: str
    pattern: str
    accepts: Callable[[str], bool] = bool


def _is_fraction_size(value: str) -> bool:
    top, bottom = value.split("/")
    return int(top) > 0 and int(bottom) > 0


def _is_range(value: str) -> bool:
    low, high = map(Decimal, value.split(".."))
    return low <= high


def _is_positive(value: str) -> bool:
    return Decimal(value) > 0


def _has_positive_factor(value: str) -> bool:
    return Decimal(value.split()[1]) > 0


def _is_zone(value: str) -> bool:
    from zoneinfo import ZoneInfo

    if "/" not in value:
        return True
    try:
        return bool(ZoneInfo(value))
    except (KeyError, OSError, ValueError):  # there is no such zone
        return False


COUNT = Kind('a whole number, for example "7"', r"0|[1-9][0-9]{0,27}")
POSITIVE_COUNT = Kind('a whole number above 0, for example "1000000"', r"[1-9][0-9]{0,38}")
POSITIVE_NUMBER = Kind('a number above 0, for example "0.5"', _NUMBER, _is_positive)
DENOMINATOR = Kind('a whole number above 1: the denominator, "3" for a third', r"[2-9]|[1-9][0-9]{1,27}")
FRACTION = Kind('a fraction, for example "3/4"', r"[0-9]{1,9}/[0-9]{1,9}", _is_fraction_size)
RANGE = Kind('two whole numbers, for example "2..9"', r"[0-9]{1,39}\.\.[0-9]{1,39}", _is_range)
MONTH = Kind('the number of a month, "1" to "12"', r"[1-9]|1[0-2]")
WEEKDAY = Kind('the number of a weekday, "1" (Monday) to "7"', r"[1-7]")
DAY_OF_MONTH = Kind('the number of a day, "1" to "31"', r"[1-9]|[12][0-9]|3[01]")
DECADE = Kind('the first year of a decade: "0", "20" to "90"', r"0|[2-9]0")
CENTURY = Kind('the number of a century, "1" to "21"', r"[1-9]|1[0-9]|2[01]")
HOUR = Kind('an hour, "0" to "24"', r"[0-9]|1[0-9]|2[0-4]")
DAYS = Kind('a number of days from today, for example "-1"', r"-?[0-9]{1,3}")
DAY_AND_PART = Kind('days from today and a part of the day, for example "-1EV"', r"-?[0-9]{1,3}(?:MO|MI|AF|EV|NI)")
NTH = Kind('a whole number above 0, or "-1" for the last', r"-1|[1-9][0-9]{0,3}")
VAGUE_COUNT = Kind('a whole number above 0, or "X" for an unknown one', r"X|[1-9][0-9]{0,8}")
FREQUENCY = Kind('the time between two occasions, for example "P1W"', r"P[1-9][0-9]?[DWMQY]|PT[1-9][0-9]?[HMS]")
HOLIDAY = Kind(
    'a day of the year: "12-25", "11.4.4" (month, weekday, which of them) or "easter-2"',
    r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[1-9]|1[0-2])\.[1-7]\.(?:[1-4]|-1)(?:\+[0-9]{1,2})?|easter[+-][0-9]{1,3}",
)
ZONE = Kind(
    'a time zone, for example "Europe/Madrid" or "+01:00"',
    r"Z|local|[+-][01][0-9]:[0-5][0-9]|[A-Z]\w+/[\w/+-]+",
    _is_zone,
)
CURRENCY = Kind('the three capital letters of a currency, for example "EUR"', r"[A-Z]{3}")
SIZE = Kind(
    'a dimension and a factor above 0, for example "length 1609.344"',
    rf"\S+ {_NUMBER}(?:e-?[0-9]{{1,2}})?(?: -?{_NUMBER})?",
    _has_positive_factor,
)
UNIT = Kind("the name of a known unit", r"[^\s/]\S*")
NAME = Kind("a text that is not empty", r"(?s:.*\S.*)")
BUILT_IN = Kind("a value of the built-in list", r"(?s:.*)")

# The word lists whose values are of a kind. The values of `BUILT_IN` are codes that the program knows.
KINDS: dict[Kind, tuple[str, ...]] = {
    COUNT: ("cardinal",),
    POSITIVE_COUNT: ("scale", "scale_plural", "short_scale", "ordinal"),
    POSITIVE_NUMBER: ("multiplier", "length_part", "place_level", "place_reach"),
    DENOMINATOR: ("denominator",),
    FRACTION: ("vulgar_fraction",),
    RANGE: ("vague", "band", "quantifier"),
    MONTH: ("month",),
    WEEKDAY: ("weekday",),
    DAY_OF_MONTH: ("day_word",),
    DECADE: ("decade_word",),
    CENTURY: ("century_word",),
    HOUR: ("clock_word",),
    DAYS: ("deictic",),
    DAY_AND_PART: ("deictic_part",),
    NTH: ("time_nth",),
    VAGUE_COUNT: ("vague_length", "times_per"),
    FREQUENCY: ("time_frequency",),
    HOLIDAY: ("holiday",),
    ZONE: ("time_zone", "standard_zone"),
    CURRENCY: (
        *("currency_ambiguous", "currency_cent", "currency_cent_sign", "currency_code", "currency_name"),
        "currency_sign",
    ),
    SIZE: ("unit_size",),
    UNIT: ("unit", "unit_ambiguous", "unit_cased"),
    NAME: (
        *("agency", "contrary", "contrast", "exclusive", "measure", "nationality", "outlet", "quote_contraction"),
        *(
            "quote_contraction_ending",
            "quote_office",
            "quote_role_abbreviation",
            "quote_scale",
            "quote_short_name",
            "quote_spelling",
        ),
        *("quote_spelling_ending", "quote_spelling_our", "synonym", "unit_rate"),
    ),
    BUILT_IN: (
        *("age_unit", "clock_bound", "clock_night", "clock_part", "course", "date_mod", "date_side", "date_since"),
        *("day_part", "foreign_month", "future_ref", "hedge", "hedge_after", "length_hedge", "moment", "past_ref"),
        *("placing", "present_ref", "quote_honorific", "quote_noun_sex", "quote_owner", "quote_pronoun"),
        *("scale_of_many", "season", "time_turn", "time_unit", "time_way", "turn_back", "turn_unit", "weekdays"),
    ),
}
OF_UNITS = ("unit", "unit_ambiguous", "unit_cased", "unit_rate")  # lists whose values name units
OF_LIST = {name: kind for kind, names in KINDS.items() for name in names}


def problems(
    name: str, given: Words, *, has_values: bool, built_in: Words, units: Callable[[], Collection[str]]
) -> Iterator[str]:
    """Yield what is wrong with each entry of a word list in a user's file.

    `has_values` says whether the file gives values at all, `built_in` is the list as shipped, `units` gives the names
    of the known units.
    """
    kind = OF_LIST.get(name)
    for surface, value in given.items():
        if not surface.strip():
            yield f"list '{name}' has an empty entry; remove it, or write the word that it stands for"
        elif kind is None:
            continue
        elif not has_values and kind is not NAME:
            wanted = _choices(built_in) if kind is BUILT_IN else kind.wanted
            yield f"list '{name}': '{surface}' has no value; write {{ \"{surface}\" = \"…\" }} with {wanted}"
        elif kind is BUILT_IN:
            if value not in built_in.values():
                near = nearest(value, filter(None, built_in.values()))
                yield f"list '{name}': the value of '{surface}' is '{value}'{near or f'; give {_choices(built_in)}'}"
        elif not (regex(kind.pattern).fullmatch(value) and kind.accepts(value)):
            yield f"list '{name}': the value of '{surface}' is '{value}'; give {kind.wanted}"
        elif kind is UNIT and value not in units():
            near = nearest(value, units())
            yield (
                f"list '{name}': the value of '{surface}' is '{value}', which is no known unit{near or ';'}"
                f"{' If not,' if near else ''} give its size in the list 'unit_size'"
            )


def _choices(built_in: Words) -> str:
    values = sorted({f'"{value}"' for value in built_in.values()})
    more = ", …" if len(values) > _MOST_CHOICES else ""
    return f"one of {', '.join(values[:_MOST_CHOICES])}{more}"
