"""The word lists of units, currencies, nationalities and nouns agree with each other and with pint."""

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations
from typing import Any

import pint
import pytest

from factcheck.ruleset import load_rules

RULES = load_rules()
UNIT_LISTS = ("unit", "unit_cased", "unit_ambiguous")
CODE_LISTS = (
    "currency_sign",
    "currency_code",
    "currency_code_ambiguous",
    "currency_name",
    "currency_ambiguous",
    "currency_cent",
    "currency_cent_sign",
)
ANY_CASE_LISTS = (
    "unit",
    "unit_rate",
    "currency_name",
    "currency_ambiguous",
    "currency_cent",
    "nationality",
    "plural_noun",
    "person_noun",
    "not_a_noun",
    "past_verb",
    "function_word",
)
# Units that have another name in pint, or none: the expression that pint reads instead.
PINT_NAME = {
    "barrel": "oil_barrel",
    "barrel_of_oil_equivalent": "5.8e6 * Btu",
    "beat": "1",
    "decade": "10 * year",
    "dot": "dot",
    "dunam": "1000 * meter ** 2",
    "frame": "1",
    "gigatonne": "1e9 * metric_ton",
    "hundred_kilometer": "100 * kilometer",
    "million_british_thermal_unit": "1e6 * Btu",
    "milliampere_hour": "milliampere * hour",
    "ampere_hour": "ampere * hour",
    "newton_meter": "newton * meter",
    "part_per_billion": "1e-9",
    "part_per_million": "1e-6",
    "part_per_trillion": "1e-12",
    "quarter": "year / 4",
    "quintal": "100 * kilogram",
    "tola": "11.6638038 * gram",
    "ton_of_oil_equivalent": "tonne_of_oil_equivalent",
}
# Codes without a currency name: metals, accounting units, and currencies whose name belongs to another code.
NAMELESS = [
    "AZM",
    "BYR",
    "CLF",
    "CSD",
    "CUC",
    "GHC",
    "MRO",
    "MZM",
    "PLZ",
    "ROL",
    "SDD",
    "SLL",
    "SVC",
    "TMM",
    "TRL",
    "VEB",
    "VED",
    "VEF",
    "XAG",
    "XAU",
    "XCG",
    "YUM",
    "ZMK",
    "ZWD",
    "ZWG",
]
NOT_IN_PINT = frozenset(("TEU", "decibel"))
# Units derived from the foot. For these pint before 0.26 uses the survey foot, 2e-6 longer than the international one.
SURVEY_FOOT = frozenset(("acre", "acre_foot", "bushel/acre", "fathom", "furlong"))


@pytest.fixture(scope="module")
def registry() -> Any:
    return pint.UnitRegistry()


def pint_expression(name: str) -> str:
    """Return the name of a unit as an expression that pint reads: square_mile → (mile ** 2)."""

    def one(part: str) -> str:
        part = PINT_NAME.get(part, part)
        part = re.sub(r"^square_(\w+)$", r"\1 ** 2", part)
        part = re.sub(r"^cubic_(\w+)$", r"\1 ** 3", part)
        return f"({part})"

    return " / ".join(one(part) for part in name.split("/"))


def base_size(registry: Any, name: str) -> Any:
    """Return the size of one unit in the base units of pint."""
    read = registry(pint_expression(name))
    return read.to_base_units() if hasattr(read, "to_base_units") else registry.Quantity(read)


def base_units(registry: Any, name: str) -> str:
    return str(base_size(registry, name).units)


SIZES = {
    name: (line.split()[0], [Decimal(part) for part in line.split()[1:]])
    for name, line in RULES.words("unit_size").items()
}


@pytest.mark.parametrize("list_name", UNIT_LISTS)
def test_every_meaning_has_a_size(list_name: str) -> None:
    assert sorted(set(RULES.words(list_name).values()) - set(SIZES)) == []


def test_every_size_belongs_to_a_listed_unit_or_time() -> None:
    named = {name for list_name in (*UNIT_LISTS, "unit_rate") for name in RULES.words(list_name).values()}
    times = {name for name, (dimension, _) in SIZES.items() if dimension == "time"}
    assert sorted(set(SIZES) - named - times) == []


@pytest.mark.parametrize("name", sorted(set(SIZES) - NOT_IN_PINT))
def test_size_equals_that_of_pint(registry: Any, name: str) -> None:
    _, (factor, *offset) = SIZES[name]
    if not offset:
        near = 1e-5 if name in SURVEY_FOOT else 1e-9
        assert float(factor) == pytest.approx(base_size(registry, name).magnitude, rel=near)
        return
    for value in (-40, 0, 100):
        kelvin = registry.Quantity(value, name).to("kelvin").magnitude
        assert float(value * factor + offset[0]) == pytest.approx(kelvin, rel=1e-9)


def test_units_of_one_dimension_share_pint_base_units(registry: Any) -> None:
    found: dict[str, set[str]] = {}
    for name, (dimension, (_, *offset)) in SIZES.items():
        if name not in NOT_IN_PINT and not offset:
            found.setdefault(dimension, set()).add(base_units(registry, name))
    assert {dimension: units for dimension, units in found.items() if len(units) > 1} == {}


def test_rate_has_the_dimensions_of_its_parts() -> None:
    for name, (dimension, _) in SIZES.items():
        top, _, bottom = name.partition("/")
        if bottom and top in SIZES and bottom in SIZES and name != "british_thermal_unit/hour":
            assert dimension == f"{SIZES[top][0]}/{SIZES[bottom][0]}", name
            assert SIZES[name][1][0] == pytest.approx(SIZES[top][1][0] / SIZES[bottom][1][0]), name


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("mi", "mile"),
        ("kms", "kilometer"),
        ("square kilometres", "square_kilometer"),
        ("square feet", "square_foot"),
        ("sq ft", "square_foot"),
        ("km²", "square_kilometer"),
        ("miles an hour", "mile/hour"),
        ("km/h", "kilometer/hour"),
        ("knots", "knot"),
        ("degrees celsius", "degree_Celsius"),
        ("°f", "degree_Fahrenheit"),
        ("tonnes", "metric_ton"),
        ("tons", "ton"),
        ("light years", "light_year"),
        ("kilowatt hours", "kilowatt_hour"),
        ("acre feet", "acre_foot"),
        ("MW", "megawatt"),
        ("mW", "milliwatt"),
        ("Mbps", "megabit/second"),
        ("MB/s", "megabyte/second"),
        ("micrograms per cubic metre", "microgram/cubic_meter"),
        ("barrels", "barrel"),
    ],
)
def test_spellings_of_units(surface: str, name: str) -> None:
    assert {**RULES.words("unit"), **RULES.words("unit_cased")}[surface] == name


@pytest.mark.parametrize("surface", ["m", "g", "l", "in", "C", "F", "K", "V", "A", "t", "st", "bar", "stone"])
def test_ambiguous_unit_is_in_no_other_list(surface: str) -> None:
    assert surface in RULES.words("unit_ambiguous")
    assert surface.lower() not in RULES.words("unit")
    assert surface not in RULES.words("unit_cased")


def contradictions(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    return sorted(key for key in first.keys() & second.keys() if first[key] != second[key])


def lowered(words: Mapping[str, str]) -> dict[str, str]:
    return {surface.lower(): meaning for surface, meaning in words.items()}


def test_cased_abbreviation_has_the_meaning_of_its_lower_case() -> None:
    assert contradictions(RULES.words("unit"), lowered(RULES.words("unit_cased"))) == []


@pytest.mark.parametrize(("one", "other"), list(combinations(UNIT_LISTS, 2)))
def test_unit_is_in_one_list_only(one: str, other: str) -> None:
    assert sorted(RULES.words(one).keys() & RULES.words(other).keys()) == []


def test_pound_alone_is_both_weight_and_money() -> None:
    units = {*RULES.words("unit"), *(surface.lower() for surface in RULES.words("unit_cased"))}
    shared = units & {
        *RULES.words("currency_name"),
        *RULES.words("currency_ambiguous"),
        *RULES.words("currency_cent"),
    }
    assert shared == {"pound", "pounds"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("currency_name", "currency_ambiguous"),
        ("currency_name", "currency_cent"),
        ("currency_ambiguous", "currency_cent"),
        ("currency_code", "currency_code_ambiguous"),
        ("plural_noun", "not_a_noun"),
        ("plural_noun", "past_verb"),
        ("plural_noun", "function_word"),
        ("person_noun", "not_a_noun"),
        ("person_noun", "past_verb"),
        ("person_noun", "function_word"),
    ],
)
def test_lists_share_no_word(one: str, other: str) -> None:
    assert sorted(RULES.words(one).keys() & RULES.words(other).keys()) == []


@pytest.mark.parametrize("list_name", CODE_LISTS)
def test_currency_code_is_three_capitals(list_name: str) -> None:
    codes = set(RULES.words(list_name).values())
    assert sorted(code for code in codes if not re.fullmatch("[A-Z]{3}", code)) == []


@pytest.mark.parametrize("list_name", CODE_LISTS)
def test_every_currency_has_a_listed_code(list_name: str) -> None:
    known = {*RULES.words("currency_code").values(), *RULES.words("currency_code_ambiguous").values()}
    assert sorted(set(RULES.words(list_name).values()) - known) == []


def test_every_code_has_a_name_or_is_known_to_have_none() -> None:
    named = {*RULES.words("currency_name").values(), *RULES.words("currency_ambiguous").values()}
    assert sorted(set(RULES.words("currency_code").values()) - named) == NAMELESS


@pytest.mark.parametrize(
    ("surface", "code"),
    [
        ("u.s. dollars", "USD"),
        ("canadian dollars", "CAD"),
        ("euros", "EUR"),
        ("pounds sterling", "GBP"),
        ("pakistani rupees", "PKR"),
        ("rupees", "INR"),
        ("roubles", "RUB"),
        ("swiss francs", "CHF"),
        ("egyptian pounds", "EGP"),
        ("mexican pesos", "MXN"),
        ("renminbi", "CNY"),
        ("yen", "JPY"),
    ],
)
def test_names_of_currencies(surface: str, code: str) -> None:
    assert RULES.words("currency_name")[surface] == code


@pytest.mark.parametrize("surface", ["won", "pesos", "francs", "marks", "real", "pounds"])
def test_ambiguous_currency_is_no_plain_name(surface: str) -> None:
    assert surface in RULES.words("currency_ambiguous")
    assert surface not in RULES.words("currency_name")


def test_cent_belongs_to_a_currency() -> None:
    cents = RULES.words("currency_cent")
    assert [cents[word] for word in ("cents", "pence", "euro cents", "kopecks")] == [
        "USD",
        "GBP",
        "EUR",
        "RUB",
    ]


@pytest.mark.parametrize("list_name", ANY_CASE_LISTS)
def test_case_insensitive_list_is_in_lower_case(list_name: str) -> None:
    assert [surface for surface in RULES.words(list_name) if surface != surface.lower()] == []


@pytest.mark.parametrize("list_name", [*ANY_CASE_LISTS, *UNIT_LISTS, *CODE_LISTS])
def test_surface_form_has_single_spaces_only_between_words(list_name: str) -> None:
    assert [surface for surface in RULES.words(list_name) if surface != " ".join(surface.split())] == []


@pytest.mark.parametrize(
    ("list_name", "least"),
    [
        ("person_noun", 250),
        ("not_a_noun", 150),
        ("past_verb", 150),
        ("nationality", 400),
        ("currency_code", 160),
    ],
)
def test_list_has_a_minimum_length(list_name: str, least: int) -> None:
    assert len(RULES.words(list_name)) >= least


@pytest.mark.parametrize(
    ("surface", "country"),
    [
        ("hondurans", "honduras"),
        ("salvadoran", "el salvador"),
        ("americans", "united states"),
        ("briton", "united kingdom"),
        ("scots", "scotland"),
        ("swiss", "switzerland"),
    ],
)
def test_nationality_belongs_to_its_country(surface: str, country: str) -> None:
    assert RULES.words("nationality")[surface] == country


@pytest.mark.parametrize("word", ["people", "men", "children", "cattle", "aircraft", "species", "injured"])
def test_plurals_without_an_s(word: str) -> None:
    assert word in RULES.words("plural_noun")


@pytest.mark.parametrize("word", ["votes", "claims", "visits", "wins", "runs", "plans", "deaths", "lives", "targets"])
def test_plural_that_is_also_a_verb_is_a_noun(word: str) -> None:
    assert word not in RULES.words("not_a_noun")


@pytest.mark.parametrize("word", ["stolen", "broken", "frozen", "known"])
def test_participle_used_as_adjective_is_no_past_verb(word: str) -> None:
    assert word not in RULES.words("past_verb")
