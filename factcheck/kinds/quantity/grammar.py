"""The word lists and rules of the room, compiled once for a ruleset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from factcheck.kinds.room import numerals
from factcheck.ruleset import Rule, Ruleset, alternation
from factcheck.text.numerals import NumeralReader


class Pattern(Struct, frozen=True):
    """A rule with its two sides compiled; `either` says that one side is enough.

    `ahead` and `behind` are the characters of which one must stand next to the numeral: a cheap look first.
    """

    rule: Rule
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    either: bool
    ahead: str = ""
    behind: str = ""


class Money(Struct, frozen=True):
    """What names a currency: signs and codes before or behind a figure, names and cents behind it."""

    signs: Mapping[str, str]
    sign_ends: frozenset[str]
    codes: Mapping[str, str]
    names: Mapping[str, str]
    ambiguous: Mapping[str, str]
    cents: Mapping[str, str]
    cent_signs: Mapping[str, str]


class Grammar(Struct, frozen=True):
    """All that the finder looks up."""

    reader: NumeralReader
    words: re.Pattern[str]
    by_word_after: Mapping[str, tuple[Pattern, ...]]
    by_word_before: Mapping[str, tuple[Pattern, ...]]
    untriggered: tuple[Pattern, ...]
    one_in: Pattern
    hedges: Mapping[str, str]
    hedge_ends: frozenset[str]
    hedges_after: Mapping[str, str]
    quantifiers: Mapping[str, str]
    multipliers: Mapping[str, str]
    short_scales: Mapping[str, str]
    units: Mapping[str, str]
    units_cased: Mapping[str, str]
    units_ambiguous: Mapping[str, str]
    rates: Mapping[str, str]
    money: Money
    labels: frozenset[str]
    labels_lower: frozenset[str]
    names: Mapping[str, tuple[tuple[int, str], ...]]
    unit_heads: frozenset[str]
    ordinal_words: frozenset[str]
    ordinal_idioms: frozenset[str]
    one_counts: frozenset[str]
    score_words: frozenset[str]
    not_a_surname: frozenset[str]
    plural_nouns: frozenset[str]
    person_nouns: frozenset[str]
    not_nouns: frozenset[str]
    number_words: frozenset[str]
    states: frozenset[str]
    count_words: frozenset[str]
    past_verbs: frozenset[str]
    function_words: frozenset[str]
    nationalities: frozenset[str]


@lru_cache(maxsize=8)
def grammar(ruleset: Ruleset) -> Grammar:
    """The room's grammar for a ruleset."""
    patterns = [_pattern(rule, ruleset) for rule in ruleset.room("quantity") if rule.before or rule.after]
    words = ruleset.words
    plain = [p for p in patterns if p.rule.reading != "one_in"]
    return Grammar(
        reader=numerals(ruleset),
        words=_trigger_words(ruleset),
        by_word_after=_by_trigger(p for p in plain if p.after is not None),
        by_word_before=_by_trigger(p for p in plain if p.before is not None),
        untriggered=tuple(p for p in plain if not p.rule.trigger),
        one_in=next(p for p in patterns if p.rule.reading == "one_in"),
        hedges=words("hedge"),
        hedge_ends=frozenset(words_.rsplit(None, 1)[-1] for words_ in words("hedge")),
        hedges_after=words("hedge_after"),
        quantifiers=words("quantifier"),
        multipliers=words("multiplier"),
        short_scales=words("short_scale"),
        units=words("unit"),
        units_cased=words("unit_cased"),
        units_ambiguous=words("unit_ambiguous"),
        rates=words("unit_rate"),
        money=_money(ruleset),
        labels=frozenset(words("label")),
        labels_lower=frozenset(words("label_lower")),
        names=_names(words("name_with_number")),
        unit_heads=_unit_heads(ruleset),
        ordinal_words=frozenset(words("ordinal")),
        ordinal_idioms=frozenset(words("ordinal_idiom")),
        one_counts=frozenset(words("one_counts")),
        score_words=frozenset(words("score_word")),
        not_a_surname=frozenset(words("not_a_surname")),
        plural_nouns=frozenset(words("plural_noun")),
        person_nouns=frozenset(words("person_noun")),
        number_words=frozenset((*words("cardinal"), *words("scale"), *words("scale_plural"))),
        count_words=frozenset(words("count_word")),
        states=frozenset(words("state")),
        not_nouns=frozenset(words("not_a_noun")),
        past_verbs=frozenset(words("past_verb")),
        function_words=frozenset(words("function_word")),
        nationalities=frozenset(words("nationality")),
    )


def _money(ruleset: Ruleset) -> Money:
    words = ruleset.words
    signs, codes = words("currency_sign"), words("currency_code")
    return Money(
        signs=signs,
        sign_ends=frozenset(surface[-1] for surface in (*signs, *codes)),
        codes=codes,
        names=words("currency_name"),
        ambiguous=words("currency_ambiguous"),
        cents=words("currency_cent"),
        cent_signs=words("currency_cent_sign"),
    )


_NUMBER_IN_NAME = re.compile(
    r"\d+|\b(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Hundred|First|Second|Third|Fifth|Sixth|Seventh)\b"
)


def _names(surfaces: Iterable[str]) -> dict[str, tuple[tuple[int, str], ...]]:
    """Names with a number in them, by that number: how far before it the name begins, and the name."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for surface in surfaces:
        number = _NUMBER_IN_NAME.search(surface)
        if number is not None:
            found[number[0]] = (*found.get(number[0], ()), (number.start(), surface))
    return found


def _unit_heads(ruleset: Ruleset) -> frozenset[str]:
    """The first words of everything that may name a unit or a currency, in lower case."""
    lists = (
        "unit",
        "unit_cased",
        "unit_ambiguous",
        "currency_name",
        "currency_ambiguous",
        "currency_code",
        "currency_cent",
        "currency_cent_sign",
        "currency_sign",
    )
    surfaces = (surface for name in lists for surface in ruleset.words(name))
    return frozenset(re.split(r"[ /.-]", surface.lower().lstrip("."), maxsplit=1)[0] for surface in surfaces)


def _pattern(rule: Rule, ruleset: Ruleset) -> Pattern:
    where = f"{rule.path}: rule '{rule.id}'"
    return Pattern(
        rule=rule,
        before=ruleset.compile(rule.before, where) if rule.before else None,
        after=ruleset.compile(rule.after, where) if rule.after else None,
        either=rule.options.get("either") == "yes",
        ahead=rule.options.get("ahead", ""),
        behind=rule.options.get("behind", ""),
    )


def _by_trigger(patterns: Iterable[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, tuple[Pattern, ...]] = {}
    for pattern in patterns:
        for word in pattern.rule.trigger:
            found[word] = (*found.get(word, ()), pattern)
    return found


def _trigger_words(ruleset: Ruleset) -> re.Pattern[str]:
    """Every word that may begin a figure, at a word's beginning, in the three cases that news uses."""
    lists = ("cardinal", "scale", "scale_plural", "ordinal", "multiplier")
    lower = {word for name in lists for word in ruleset.words(name) if word.isalpha() and len(word) > 2}
    lower |= {surface.split()[0] for surface in ruleset.words("vague")} | {"half", "quarter", "third"}
    lower -= {"lac", "mln", "bln", "trn", "mn", "bn", "tn"}
    every = lower | {word.capitalize() for word in lower} | {word.upper() for word in lower}
    return re.compile(rf"\b{alternation(every)}\b|[½⅓⅔¼¾⅛⅜⅝⅞]")
