"""Word sets and regular expressions built from the word lists of a ruleset.

A single word is looked up in a set; text is matched with an expression that names word lists. Neither repeats the
words, so that a word that a user adds to a list is recognised wherever the list is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, final

from factcheck.ruleset import Ruleset, alternation


@final
class WordSets:
    """Words that are looked up one at a time; the comments in rules/en give the purpose of each list.

    Fields that are tuples hold arguments of `str.startswith` or `str.endswith`, spaces included.
    """

    scales: dict[str, str]
    age_units: dict[str, str]
    percent_names: frozenset[str]
    minus_words: frozenset[str]
    minus_ends: frozenset[str]
    titles: frozenset[str]
    label_capitals: frozenset[str]
    saying_verbs: frozenset[str]
    quantifiers_of_one: frozenset[str]
    over_verbs: frozenset[str]
    up_verbs: frozenset[str]
    periods: frozenset[str]
    sure_rate_words: frozenset[str]
    rate_starts: frozenset[str]
    units_or_words: frozenset[str]
    units_or_verbs: frozenset[str]
    units_or_prepositions: frozenset[str]
    units_spaced: frozenset[str]
    years_of_money: frozenset[str]
    plain_dollars: frozenset[str]
    dollar_signs: tuple[str, ...]
    attached_words: frozenset[str]
    multiplier_nouns: frozenset[str]
    multiplier_adverbs: frozenset[str]
    before_no_frequency: frozenset[str]
    times_noun: str
    interest_words: frozenset[str]
    ordinal_names: frozenset[str]
    ordinal_labels: frozenset[str]
    ordinal_series: frozenset[str]
    place_verbs: frozenset[str]
    numbered_names: frozenset[str]
    common_parts: frozenset[str]
    parts_alone: frozenset[str]
    parts_of_towns: frozenset[str]
    part_adjectives: frozenset[str]
    clause_conjunctions: frozenset[str]
    passed_over: frozenset[str]
    subject_joints: frozenset[str]
    noun_joints: frozenset[str]
    bounds_of_time: frozenset[str]
    strength_words: frozenset[str]
    one_counts: frozenset[str]
    one_compounds: frozenset[str]
    one_limits: frozenset[str]
    one_idioms: frozenset[str]
    toll_verbs: frozenset[str]
    match_words: frozenset[str]
    count_words: frozenset[str]
    before_verbs: frozenset[str]
    telephone_words: frozenset[str]
    counter_labels: frozenset[str]
    hedge_heads: frozenset[str]
    apiece: tuple[str, ...]
    multiplied: tuple[str, ...]
    multiplier_particles: tuple[str, ...]
    determiners: tuple[str, ...]
    part_in_series: tuple[str, ...]
    part_bounds: tuple[str, ...]
    part_of_life: tuple[str, ...]
    read_on: tuple[str, ...]
    part_words: tuple[str, ...]

    def __init__(self, fields: dict[str, Any]) -> None:
        """Set the declared fields: a dataclass of so many takes milliseconds to define at every start."""
        for name, value in fields.items():
            setattr(self, name, value)


@final
class Phrases:
    """Regular expressions with word lists in them, named for what they find."""

    after_auxiliaries: re.Pattern[str]
    score: re.Pattern[str]
    forecast: re.Pattern[str]
    participle: re.Pattern[str]
    of_a_number: re.Pattern[str]
    part_of: re.Pattern[str]
    of_a_scale: re.Pattern[str]
    rate_of_time: re.Pattern[str]
    more: re.Pattern[str]
    metres: re.Pattern[str]
    converted: re.Pattern[str]
    of_stone: re.Pattern[str]
    of: re.Pattern[str]
    between: re.Pattern[str]
    minus: re.Pattern[str]
    minus_again: re.Pattern[str]
    quantifier_before: re.Pattern[str]
    age_behind_one: re.Pattern[str]
    child: re.Pattern[str]
    children: re.Pattern[str]
    as_many: re.Pattern[str]
    no_frequency: re.Pattern[str]
    tied: re.Pattern[str]
    shared_position: re.Pattern[str]
    of_places: re.Pattern[str]
    ordinal_compound: re.Pattern[str]
    first_time: re.Pattern[str]
    in_series: re.Pattern[str]
    of_whole: re.Pattern[str]
    of_time: re.Pattern[str]
    of_a_point: re.Pattern[str]
    opinion: re.Pattern[str]
    band_part: re.Pattern[str]
    percent: re.Pattern[str]
    grows: re.Pattern[str]
    changed: re.Pattern[str]
    ranging: re.Pattern[str]
    rate: re.Pattern[str]
    compared: re.Pattern[str]
    hedge_after: re.Pattern[str]
    scale_after: re.Pattern[str]
    street: re.Pattern[str]
    counts: re.Pattern[str]
    place_first: re.Pattern[str]
    model_before: re.Pattern[str]
    scored: re.Pattern[str]
    needed: re.Pattern[str]
    paired: re.Pattern[str]
    other_subject: re.Pattern[str]
    named_dollar: re.Pattern[str]

    def __init__(self, fields: dict[str, Any]) -> None:
        """Set the declared fields: a dataclass of so many takes milliseconds to define at every start."""
        for name, value in fields.items():
            setattr(self, name, value)


# Fields that hold the words of one list: field → list name.
_SETS: Final = {
    "minus_words": "minus_word",
    "percent_names": "percent_name",
    "titles": "figure_title",
    "label_capitals": "label_capital",
    "saying_verbs": "saying_verb",
    "quantifiers_of_one": "quantifier_of_one",
    "over_verbs": "over_verb",
    "up_verbs": "up_verb",
    "periods": "period",
    "sure_rate_words": "sure_rate_word",
    "units_or_words": "unit_or_word",
    "units_or_verbs": "unit_or_verb",
    "units_or_prepositions": "unit_or_preposition",
    "units_spaced": "unit_spaced",
    "years_of_money": "year_of_money",
    "plain_dollars": "plain_dollar",
    "multiplier_nouns": "multiplier_or_noun",
    "multiplier_adverbs": "multiplier_adverb",
    "before_no_frequency": "before_no_frequency",
    "interest_words": "interest_word",
    "ordinal_names": "ordinal_name",
    "ordinal_labels": "ordinal_label",
    "ordinal_series": "ordinal_series",
    "place_verbs": "place_verb",
    "numbered_names": "numbered_name",
    "common_parts": "common_part",
    "parts_alone": "part_alone",
    "parts_of_towns": "part_of_town",
    "part_adjectives": "part_adjective",
    "clause_conjunctions": "clause_conjunction",
    "passed_over": "passed_over",
    "subject_joints": "subject_joint",
    "noun_joints": "noun_joint",
    "bounds_of_time": "bound_of_time",
    "strength_words": "strength_word",
    "one_counts": "one_counts",
    "one_compounds": "one_compound",
    "one_limits": "one_limits",
    "one_idioms": "one_idioms",
    "toll_verbs": "toll_verb",
    "match_words": "match_word",
    "count_words": "count_word",
    "before_verbs": "before_verb",
    "telephone_words": "telephone_word",
    "counter_labels": "counter_label",
}

# Expressions that ignore letter case: field → pattern.
_ANY_CASE: Final = {
    "part_of": r"(\d|\b[a-z]+) of (?:the|{owner_word}) $",
    "of_a_scale": (
        r"(?:a|one|three)[ -]quarters?\b(?P<scale>[ -](?:{scale}|(?:full )?percentage[ -]points?|points?)\b"
        r"|\sof an? (?!year|decade|century))?"
    ),
    "of": r"\s+(?:head\s+)?of\s+(?:(?:the|{owner_word}|our|those|these|all)\s+)?",
    "between": r"\bbetween\s+(?:{minus_word}\s+)?\S{0,4}$",
    # Not the second half of "plus or minus" and "+/-".
    "minus": r"(?:(?<!plus or )\b{minus_word}[\s-]+|(?<![\w\)\]/–-])[-−])$",
    "minus_again": r"{minus_word}\s+|[-−](?=\d)",
    "quantifier_before": r"\b({quantifier}|{quantifier_of_one})\s+$",
    "child": r"\b{kin}\b[^.;]{0,60}$",
    "children": r"\b{kin}(?:,\s|\s\()$",
    "as_many": r"\s+as\s+{as_much_word}\b",
    # Behind "twice" where it does not say how often: "twice daily", "twice the size".
    "no_frequency": r"\s+(?:{after_no_frequency}|{owner_word}|{rate_word})\b",
    "shared_position": r"\b{shared_position}\s$",
    "tied": r"\b{tie_word} for $",
    # Behind an ordinal: "second in points", "second-degree murder", "first time since 1980", "third in two days".
    "of_places": r"\s(?!{not_ordinal_scope}\b){place_scope}\b",
    "ordinal_compound": r"-{ordinal_compound}\b",
    "first_time": r"\s{counted_time}\s{time_scope}\b",
    "in_series": r"\s(?!{not_ordinal_scope}\b){ordinal_scope}\b",
    "of_whole": r"\s+(?:of|the|all|{owner_word}|those|an?|what)\b",
    # The part of a band that is meant: "the mid-single digits", "a low-to-mid teens rate".
    "band_part": r"\b(?:({band_part})[\s-]to[\s-])?({band_part})[\s-]$",
    "percent": r"(?:\s|-)(?:{percent_name}|percentage)\b(?!\spoints?)|\s?%",
    "grows": r"\b{growth_word}\b",
    "changed": r"\b{change_verb}\s+(?:\w+\s+)?\S{0,4}$",
    "ranging": r"\b{range_word}\s+(?:\w+\s+)?from\s+\S{0,4}$|\b{range_verb}\s+from\s+\S{0,4}$",
    "rate": r"(?:\s?/\s?|\s+({rate_word})\s+|-(?:an?|per)-)([a-z]+(?:[ -][a-z]+)?)",
    "model_before": (
        r"\b(?:the|an?|this|that|{owner_word}|{model_adjective}|[a-z]+-(?!high|low|best|worst|par|under|over)[a-z]+"
        r"|[A-Z]\w+['’]s)[ \u00a0]$"
    ),
}
# Expressions that are case-sensitive: field → pattern.
_CASED: Final = {
    "after_auxiliaries": r"\s+(?:(?:{passed_over}|[a-z]+ly)\s+)*([a-z]+)",
    "score": (
        r"(?:\s?[-–]\s?|\s+to\s+|-to-)(\d{1,3})"
        r"(?![\w%-]|[.,]\d|\s?(?:{percent_name}|percentage|{scale}|{scale_plural})\b)"
    ),
    "forecast": r"\s(?:had\s)?{forecast_verb}\b",
    "participle": r"(?:\s+{participle_lead})*\s+([a-z]+(?:ed|en|ing)|{state})\b",
    # Up to the numeral of "of the 12 jurors", "of 224 seats".
    "of_a_number": r" of (?:(?:the|{owner_word}|our|those|these|all) |[A-Z]\w*['’]s )?(?=\d|[a-z])",
    "rate_of_time": r"{rate_word} ",
    "more": r"\s+{more_word}\b(?!\s+than)",
    "metres": r"\s+{metre_word}\b",
    "converted": r"(?:(?:\b|\d){length_before_metres}|[\"”'’]) ?\($",
    "of_stone": r" (?!{behind_weight}\b)[a-z]",
    "age_behind_one": r" {age_unit}[ -]old",
    # "a hundredth of a second" is a time.
    "of_time": r"\s+of\s+an?\s+{period}\b",
    # "half a percentage point", "a quarter-point rate cut".
    "of_a_point": (
        r"(?:\s+(?:of\s+)?an?\s+|\s|-)(?:full[\s-])?percentage[\s-]points?\b"
        r"|-points?(?=\s(?:interest[\s-]rate\s|rate\s)?{rate_move}\b)"
    ),
    "opinion": r"\s{opinion_verb}\b",
    "compared": r" (?:{compared_word}|on(?=[.,;]|$))",
    "scale_after": r" ({scale})\b",
    "street": r" (?:[NSEW]\.? )?(?:[A-Z]\w+ ){1,3}{street_word}\b",
    "counts": r"\w|[,.:]\d|[%/]|\s?(?:{scale}|{scale_plural}|{percent_name}|percentage|people)\b",
    "place_first": r"(?:^|[.!?:;\n“\"]\s*){place_opener} (?:[A-Z][\w'’-]+ ){1,3}$",
    "scored": r"\b{scoring_verb}\s+an?\s$",
    "needed": r" (?:[a-z]+ed|{counted_by}|{state})\b",
    # Between two figures of one unit that stand before one preposition: "61 percent in the north and 47 in the south".
    "paired": r"(?:\s[a-z]+)?\s({paired_preposition})\s[^.;:()\n]{1,40}?[,;]?\s(?:{joining_word}\s)?",
    # Between two figures of one unit that two subjects have: "9 pounds, the pike 41".
    "other_subject": r"(?:\s[a-z]+)?(?:,|;|,?\s{joining_word})\s(?:the|an?|{owner_word})\s(?:[a-z][\w’'-]*\s){1,3}",
}


def word_sets(ruleset: Ruleset) -> WordSets:
    """Return the word sets of a ruleset."""
    words = ruleset.words
    owners, rates = words("owner_word"), words("rate_word")
    plain: dict[str, Any] = {field: frozenset(words(name)) for field, name in _SETS.items()}
    plain |= {
        "scales": words("scale"),
        "age_units": words("age_unit"),
        "attached_words": frozenset((*words("attached_word"), *words("scale"))),
        "minus_ends": _either_case(word[-1] for word in words("minus_word")),
        "rate_starts": _either_case(word[0] for word in rates),
        "dollar_signs": _dollar_signs(ruleset),
        "hedge_heads": _either_case(surface.lstrip("-")[0] for surface in words("hedge_after")),
        "apiece": tuple(f" {word} " if word in rates else f" {word}" for word in words("apiece_word")),
        "multiplied": tuple(f" {word} " for word in ("the", *owners, "what", "that")),
        "multiplier_particles": tuple(f" {word} " for word in words("multiplier_particle")),
        "determiners": tuple(f"{word} " for word in ("the", *owners, "our")),
        "part_in_series": tuple(f"{word} " for word in words("part_in_series")),
        "part_bounds": tuple(f"{word} " for word in words("part_bound")),
        "part_of_life": tuple(words("part_of_life")),
        "read_on": tuple(words("read_on")),
        "times_noun": next(iter(words("times_noun")), ""),
        "part_words": tuple(f"{form} " for word in (*rates, "one", "three") for form in (word, word.capitalize())),
    }
    return WordSets(plain)


def phrases(ruleset: Ruleset) -> Phrases:
    """Return the compiled expressions of a ruleset."""
    compiled: dict[str, Any] = {field: ruleset.compile(pattern) for field, pattern in _ANY_CASE.items()}
    compiled |= {field: ruleset.compile(pattern, case=True) for field, pattern in _CASED.items()}
    dollars = alternation(_dollar_signs(ruleset))
    dollar = rf"\b((?:[A-Z][\w.]+ ){{0,1}}[A-Z][\w.]+) dollars?\b|\b({dollars})"
    compiled["hedge_after"] = ruleset.compile(rf"(?:-?\+|{_hedge_after_figure(ruleset)})")
    compiled["named_dollar"] = ruleset.compile(dollar, case=True)
    return Phrases(compiled)


def _either_case(letters: Iterable[str]) -> frozenset[str]:
    """Return the letters in lower and upper case."""
    return frozenset(form for letter in letters for form in (letter.lower(), letter.upper()))


def _hedge_after_figure(ruleset: Ruleset) -> str:
    """Return the pattern of a hedge after a figure: words after a space, or after a hyphen that touches the digits."""
    surfaces = ruleset.words("hedge_after")
    joined = alternation(surface for surface in surfaces if surface.startswith("-"))
    apart = alternation(surface for surface in surfaces if surface[0].isalpha())
    return rf"\s?{joined}\b|\s+{apart}\b(?!-|\s+than\b)"


def _dollar_signs(ruleset: Ruleset) -> tuple[str, ...]:
    """Return the signs of dollars that contain a country's letters: A$, HK$."""
    dollars = {code for name, code in ruleset.words("currency_name").items() if name.endswith(" dollars")}
    signs = ruleset.words("currency_sign").items()
    return tuple(sorted(s for s, code in signs if code in dollars and " " not in s and s[0].isalpha() and s[-1] == "$"))
