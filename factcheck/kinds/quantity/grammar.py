"""The word lists and rules of the room, compiled once for a ruleset."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from factcheck import disk_cache
from factcheck.errors import IncompleteLanguageError
from factcheck.kinds.quantity.vocabulary import Phrases, WordSets, phrases, word_sets
from factcheck.kinds.room import numerals
from factcheck.productions import FigureOptions
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.ruleset import Rule, Ruleset, alternation
from factcheck.text.numerals import NumeralReader
from factcheck.text.remembered import Remembered


@record
class Pattern:
    """A rule with its patterns before and after the numeral, each compiled at first use, and its options.

    `unit` is the unit of its figure, `most` and `least` the largest and the smallest number allowed, `width` the
    distance from the number to the top of the range that it means (9 for "30s"). With `either`, one of the two patterns
    is enough. With `beside`, the text before the numeral is required but is no part of the figure. `triggers` are the
    words next to the numeral that select the rule (word lists written out). `ahead` and `behind` are the characters of
    which one must stand right before or after the numeral, checked before the patterns; empty means any.
    """

    rule: Rule
    ruleset: Ruleset
    unit: str | None
    most: int | None
    least: int | None
    width: int | None
    either: bool
    triggers: tuple[str, ...] = ()
    ahead: str = ""
    behind: str = ""
    beside: bool = False
    _before: re.Pattern[str] | None = None
    _after: re.Pattern[str] | None = None

    @property
    def before(self) -> re.Pattern[str] | None:
        """The pattern of the text before the numeral; None where the rule has none."""
        if self._before is None and self.rule.before:
            self._before = self._compiled(self.rule.before)
        return self._before

    @property
    def after(self) -> re.Pattern[str] | None:
        """The pattern of the text behind the numeral; None where the rule has none."""
        if self._after is None and self.rule.after:
            self._after = self._compiled(self.rule.after)
        return self._after

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        return self.ruleset.compile(pattern, f"{self.rule.path}: rule '{self.rule.id}'")


@record
class NounWord:
    """The role that a word may have in a noun phrase.

    It `stops` the phrase, unless it is the first word and `opens` it. It may be the `head`. `goes_on` marks the plural
    of a person, which may follow another plural in one phrase ("women soldiers"). `dotted` words end in a dot,
    `stopped` ones in a full stop rather than the dot of an abbreviation.
    """

    stops: bool
    opens: bool
    head: bool
    goes_on: bool
    dotted: bool
    stopped: bool


@record
class Money:
    """The surface forms of currencies, with their codes.

    Signs and codes stand before or after a figure, names and cents after it. `sign_ends` and `sign_tails` are the last
    character and last two characters of signs and codes, for a quick check. `doubtful` codes are also words,
    `ambiguous` names mean several currencies or other things, and `words` near a figure show that its pounds are money.
    """

    signs: dict[str, str]
    sign_ends: frozenset[str]
    sign_tails: frozenset[str]
    codes: dict[str, str]
    doubtful: dict[str, str]
    names: dict[str, str]
    ambiguous: dict[str, str]
    words: frozenset[str]
    cents: dict[str, str]
    cent_signs: dict[str, str]


@record
class Hedges:
    """Hedges before and after a figure, with their types; `ends` and `tails` are the last word and last two of each."""

    before: dict[str, str]
    ends: frozenset[str]
    tails: frozenset[str]
    after: dict[str, str]


@record
class Idioms:
    """Words that make the number before them an idiom: "first lady" (`ordinal`), "six-figure" (`compound`)."""

    ordinal: frozenset[str]
    compound: frozenset[str]


@record
class Triggers:
    """Where a figure may begin: at digits, at a currency code that touches its digits ("USD34"), or at a number word.

    Number words count when written "two", "Two" or "TWO". `attached` matches code and digits. `every` finds all
    triggers after a character that is no part of a word, `first` one at the beginning of a text.
    """

    words: frozenset[str]
    attached: re.Pattern[str]
    first: re.Pattern[str]
    every: re.Pattern[str]


@record
class Grammar:
    """The tables that the finder looks up, most of them from the word lists of the same name in rules/en.

    `by_word_after` and `by_word_before` map a trigger word next to the numeral to its rules; `untriggered` rules are
    always tried; `one_in` is the rule for "one in five". `names` maps a number to the names that contain it.
    `noun_words` gives the role of a word in a noun phrase. `verbs` says whether a word is a past form, `with_verb`
    whether a string without spaces holds one ("said", "“said", "(said"). `before_words` and `behind_words` are the
    words next to a figure that may belong to it; beside other words the full checks are skipped.
    """

    reader: NumeralReader
    triggers: Triggers
    by_word_after: dict[str, tuple[Pattern, ...]]
    by_word_before: dict[str, tuple[Pattern, ...]]
    untriggered: tuple[Pattern, ...]
    one_in: Pattern
    hedges: Hedges
    quantifiers: dict[str, str]
    multipliers: dict[str, str]
    bands: dict[str, str]
    short_scales: dict[str, str]
    units: dict[str, str]
    units_cased: dict[str, str]
    units_ambiguous: dict[str, str]
    rates: dict[str, str]
    money: Money
    labels: frozenset[str]
    labels_lower: frozenset[str]
    names: dict[str, tuple[tuple[int, str], ...]]
    ordinal_words: frozenset[str]
    idioms: Idioms
    placing: dict[str, str]
    persons_only: frozenset[str]
    score_words: frozenset[str]
    sure_score_words: frozenset[str]
    not_a_surname: frozenset[str]
    number_words: frozenset[str]
    states: frozenset[str]
    past_verbs: frozenset[str]
    function_words: frozenset[str]
    before_words: frozenset[str]
    behind_words: frozenset[str]
    unit_heads: frozenset[str]
    unit_starts: frozenset[str]
    noun_words: dict[str, NounWord]
    verbs: dict[str, bool]
    with_verb: dict[str, bool]
    sets: WordSets
    phrases: Phrases


@lru_cache(maxsize=8)
def grammar(ruleset: Ruleset) -> Grammar:
    """Return the grammar of the room for a ruleset."""
    patterns = [_pattern(rule, ruleset) for rule in ruleset.room("quantity") if rule.before or rule.after]
    words, verbs = ruleset.words, Remembered(_verbs(ruleset))
    plain = [p for p in patterns if p.rule.reading != "one_in"]
    return Grammar(
        reader=numerals(ruleset),
        triggers=_triggers(ruleset),
        by_word_after=_by_trigger(p for p in plain if p.rule.after),
        by_word_before=_by_trigger(p for p in plain if p.rule.before),
        untriggered=tuple(p for p in plain if not p.triggers),
        one_in=_one_in(patterns, ruleset),
        hedges=_hedges(ruleset),
        quantifiers=words("quantifier"),
        multipliers=words("multiplier"),
        bands=words("band"),
        short_scales=words("short_scale"),
        units=words("unit"),
        units_cased=words("unit_cased"),
        units_ambiguous=words("unit_ambiguous"),
        rates=words("unit_rate"),
        money=_money(ruleset),
        labels=frozenset(words("label")),
        labels_lower=frozenset(words("label_lower")),
        names=_names(ruleset),
        ordinal_words=frozenset(words("ordinal")),
        idioms=Idioms(frozenset(words("ordinal_idiom")), frozenset(words("compound_idiom"))),
        persons_only=frozenset((*words("person_noun"), *words("kin"))) - frozenset(words("person_or_verb")),
        placing=words("placing"),
        score_words=frozenset(words("score_word")),
        sure_score_words=frozenset(words("score_word")) - frozenset(words("loose_score_word")),
        not_a_surname=frozenset(words("not_a_surname")),
        number_words=frozenset((*words("cardinal"), *words("scale"), *words("scale_plural"))),
        states=frozenset(words("state")),
        past_verbs=frozenset(words("past_verb")),
        function_words=frozenset(words("function_word")),
        before_words=_before_words(ruleset, plain),
        behind_words=_behind_words(ruleset, patterns),
        unit_heads=_unit_words(ruleset)[0],
        unit_starts=_unit_words(ruleset)[1],
        noun_words=Remembered(_noun_words(ruleset)),
        verbs=verbs,
        with_verb=Remembered(lambda token: any(verbs[word] for word in WORD.findall(token))),
        sets=word_sets(ruleset),
        phrases=phrases(ruleset),
    )


def _one_in(patterns: Iterable[Pattern], ruleset: Ruleset) -> Pattern:
    """The rule for "one in seven"; IncompleteLanguageError if the language has none."""
    for pattern in patterns:
        if pattern.rule.reading == "one_in":
            return pattern
    raise IncompleteLanguageError(ruleset.language, "no rule quantity/… with the reading 'one_in'")


def _noun_words(ruleset: Ruleset) -> Callable[[str], NounWord]:
    """Return a function that gives the role of a word in a noun phrase."""
    words = ruleset.words
    plural, person, nationality = words("plural_noun"), words("person_noun"), words("nationality")
    numbers = {*words("cardinal"), *words("scale"), *words("scale_plural")}
    function, past, no_noun = words("function_word"), words("past_verb"), words("not_a_noun")
    openers = words("noun_opener")

    def is_head(word: str) -> bool:
        if word in no_noun:
            return False
        if word in plural or (word in nationality and word.endswith(("s", "ese", "ish", "ch"))):
            return True
        last = word.rsplit("-", 1)[-1]
        return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))) or last in plural

    def look_up(token: str) -> NounWord:
        word = token.lower().rstrip(".")
        number = word in numbers or word.partition("-")[0] in numbers
        small = word in function or (word in past and word not in plural)
        dotted = token.endswith(".")
        return NounWord(
            stops=number or small,
            opens=not number and word in openers,
            head=is_head(word) or _is_plural_of_initials(token.rstrip(".")),
            goes_on=not number and not small and token.lower() in person and is_head(word),
            dotted=dotted,
            stopped=dotted and not token[:-1].isupper(),
        )

    return look_up


def _is_plural_of_initials(token: str) -> bool:
    """Return whether a word is the plural of initials: "MRIs", "RBIs"."""
    return len(token) > 2 and token[-1] == "s" and token[:-1].isupper() and token.isalpha()


def _verbs(ruleset: Ruleset) -> Callable[[str], bool]:
    """Return a function that says whether a word is a past form, by the word list or by its ending."""
    past, plural = ruleset.words("past_verb"), ruleset.words("plural_noun")
    numbers, short = ruleset.words("scale"), ruleset.words("short_past")

    def look_up(word: str) -> bool:
        if not word[:1].islower():
            return False
        if word in past:
            return True
        return word.endswith("ed") and (len(word) > 4 or word in short) and word not in plural and word not in numbers

    return look_up


WORD: Final = regex(r"[^\W\d_][\w'’.-]*")


def _before_words(ruleset: Ruleset, patterns: Iterable[Pattern]) -> frozenset[str]:
    """Return the words that may belong to a following figure: hedges, labels, currencies, minus and rule triggers."""
    rules = {word for pattern in patterns if pattern.rule.before for word in pattern.triggers}
    bounds = {surface.rsplit(None, 1)[-1] for surface in ruleset.words("hedge")}
    names = ("currency_sign", "currency_code")
    currencies = {surface.lower().rsplit(None, 1)[-1] for name in names for surface in ruleset.words(name)}
    labels = {*ruleset.words("label"), *ruleset.words("figure_title"), *ruleset.words("minus_word")}
    return frozenset(rules | bounds | currencies | labels | {"of", "between"})


def _behind_words(ruleset: Ruleset, patterns: Iterable[Pattern]) -> frozenset[str]:
    """Return the words that may belong to a preceding figure: units, hedges, range words and rule triggers.

    The triggers of a rule whose context before is no part of the claim stand before a figure, and not behind it.
    """
    rules = {word for pattern in patterns if not pattern.beside for word in pattern.triggers}
    bounds = {surface.split()[0].lstrip("-") for surface in ruleset.words("hedge_after")}
    scales = {surface.lower() for surface in ruleset.words("short_scale")}
    return frozenset(
        rules
        | bounds
        | scales
        | _unit_words(ruleset)[0]
        | {"to", "or", "and", "in", "out", "of", "over", "per", "through"}
    )


def _hedges(ruleset: Ruleset) -> Hedges:
    before = ruleset.words("hedge")
    return Hedges(
        before=before,
        ends=frozenset(surface.rsplit(None, 1)[-1] for surface in before),
        tails=frozenset(" ".join(surface.split()[-2:]) for surface in before),
        after=ruleset.words("hedge_after"),
    )


def _money(ruleset: Ruleset) -> Money:
    words = ruleset.words
    signs, codes = words("currency_sign"), words("currency_code")
    return Money(
        signs=signs,
        sign_ends=frozenset(surface[-1] for surface in (*signs, *codes)),
        sign_tails=_tails((*signs, *codes)),
        codes=codes,
        doubtful=words("currency_code_ambiguous"),
        names=words("currency_name"),
        ambiguous=words("currency_ambiguous"),
        words=frozenset(words("money_word")),
        cents=words("currency_cent"),
        cent_signs=words("currency_cent_sign"),
    )


def _tails(surfaces: Iterable[str]) -> frozenset[str]:
    """Return the last two characters of each sign in all mixtures of case, or the one character of a short sign."""
    both = ((s[-2:-1], s[-1]) for s in surfaces)
    return frozenset(a + b for x, y in both for a in (x.lower(), x.upper()) for b in (y.lower(), y.upper()))


def _names(ruleset: Ruleset) -> dict[str, tuple[tuple[int, str], ...]]:
    """Return the names that contain a number, by that number: the offset of the number in the name, and the name."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    number_in_name = ruleset.compile(r"\d+|\b(?:{cardinal}|{scale}|{ordinal})\b")
    for surface in ruleset.words("name_with_number"):
        number = number_in_name.search(surface)
        if number is not None:
            found[number[0]] = (*found.get(number[0], ()), (number.start(), surface))
    return found


_UNIT_LISTS: Final = (
    "unit",
    "unit_cased",
    "unit_ambiguous",
    "currency_name",
    "currency_ambiguous",
    "currency_code",
    "currency_code_ambiguous",
    "currency_cent",
    "currency_cent_sign",
    "currency_sign",
)
UnitWords = tuple[frozenset[str], frozenset[str]]
_FORM: Final[Any] = UnitWords


@lru_cache(maxsize=8)
def _unit_words(ruleset: Ruleset) -> UnitWords:
    """Return the first words of units and currencies, and their beginnings, from two words on.

    They come from the disk cache where the lists are unchanged.
    """
    made_from = [(name, ruleset.packed(name)) for name in _UNIT_LISTS]
    name, digest = f"units-{ruleset.language}.msgpack", disk_cache.digest_of(made_from)
    found: UnitWords | None = disk_cache.load(name, digest, _FORM)
    if found is None:
        # As one text the surface forms are lower-cased in a third of the time, and searched without a string of each.
        surfaces = chain.from_iterable(ruleset.words(each) for each in _UNIT_LISTS)
        text = "\0".join(("", *surfaces)).lower().replace("-", " ")
        found = _unit_heads(text, ruleset.words("currency_code")), _unit_starts(text)
        disk_cache.store(name, digest, found)
    return found


def _unit_heads(surfaces: str, codes: Iterable[str]) -> frozenset[str]:
    """Return the first words of units and currencies, whose surface forms have a NUL before each."""
    # "30 MUSD": balance sheets write millions so.
    return frozenset((*_UNIT_HEAD.findall(surfaces), *(f"m{code.lower()}" for code in codes)))


_UNIT_HEAD: Final = regex(r"\0\.*([^ ./\0]*)")


def _unit_starts(surfaces: str) -> frozenset[str]:
    """Return the names of units of several words and their beginnings, from two words on."""
    names = {surface for surface in surfaces.split("\0") if " " in surface}
    found: set[str] = set()
    while names:
        found |= names
        names = {begin for begin in (surface.rpartition(" ")[0] for surface in names) if " " in begin}
    return frozenset(found)


def _pattern(rule: Rule, ruleset: Ruleset) -> Pattern:
    options = rule.read_options(FigureOptions)
    return Pattern(
        rule=rule,
        ruleset=ruleset,
        unit=options.unit,
        most=options.most,
        least=options.least,
        width=options.width,
        either=options.either,
        triggers=tuple(dict.fromkeys(_triggers_of(rule, ruleset))),
        ahead=options.ahead,
        behind=options.behind,
        beside=options.beside,
    )


_LISTED: Final = regex(r"\{(\w+)\}")


def _triggers_of(rule: Rule, ruleset: Ruleset) -> Iterator[str]:
    """Yield the trigger words of a rule; of a surface form with several words, the first."""
    for trigger in rule.trigger:
        if listed := _LISTED.fullmatch(trigger):
            yield from (surface.split()[0] for surface in ruleset.words(listed[1]))
        else:
            yield trigger


def _by_trigger(patterns: Iterable[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, tuple[Pattern, ...]] = {}
    for pattern in patterns:
        for word in pattern.triggers:
            found[word] = (*found.get(word, ()), pattern)
    return found


def _triggers(ruleset: Ruleset) -> Triggers:
    lists = ("cardinal", "scale", "scale_plural", "ordinal", "multiplier", "band")
    words = {word for name in lists for word in ruleset.words(name) if word.isalpha() and len(word) > 2}
    words |= {surface.split()[0] for surface in ruleset.words("vague")} | {*ruleset.words("part_alone")}
    words -= {*ruleset.words("scale_abbreviation")}
    codes = {surface for name in ("currency_code", "currency_sign") for surface in ruleset.words(name)}
    codes |= {surface[1:] for surface in codes if surface.startswith("$")}  # "$US40 million"
    letters = alternation(code for code in codes if code.isascii() and code.isalpha())
    attached = rf"(?=[A-Z][A-Za-z]*\d){letters}\d+"
    cased = alternation(form for word in words for form in (word, word.capitalize(), word.upper()))
    every = rf"(?=[\d{PARTS}A-Za-z])([\d{PARTS}]\d*|{cased}\b|{attached})"
    return Triggers(frozenset(words), regex(attached), regex(every), regex(_EDGE + every))


PARTS: Final = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# Characters that are no part of a word. The regex engine finds a character class fastest.
_EDGE: Final = r"[\x00-/:-@\[-^`{-©«-±´¶-¸»¿×÷\u2000-\u206f\u20a0-\u20cf\u2190-\u245f\u2500-\u2bff\u3000-\u3003]"
EDGE: Final = regex(_EDGE)
