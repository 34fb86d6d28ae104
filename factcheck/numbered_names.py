"""Find names whose number differs from the sources: "Highway 16" for "Highway 61"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from factcheck.altered_wording import Altered, Sources, passage
from factcheck.model import Claim, Evidence, Finding, Sentence, Severity
from factcheck.ruleset import Ruleset
from factcheck.segment import Parsed
from factcheck.text.folding import fold

RULE = "naming/number"
JOINED = "naming/joined"  # the number is written as one word with the letter that it belongs to
_COUNTED = ("count", "number")  # kinds of claims that the number of a name may be mistaken for
_YEARS = range(1900, 2101)  # read as years, not as part of a name: "Election 2016"


class NumberedName(Struct, frozen=True):
    """A name with a number, its span, and the rule by which it was found."""

    name: str
    number: int
    start: int
    end: int
    rule: str


def misnumbered(draft: Parsed, claims: Sequence[Claim], sources: Sources, ruleset: Ruleset) -> Iterator[Altered]:
    """Yield the draft's numbered names whose number is in no source, where all sources agree on another number."""
    known: dict[str, dict[int, tuple[Parsed, NumberedName]]] = {}
    candidates = [each for each in _numbered_names(draft.document.text, ruleset) if not _is_in_claim(each, claims)]
    names = {each.name for each in candidates}
    for source in sources.values():
        for each in _numbered_names(source.document.text, ruleset) if names else ():
            if each.name in names:
                known.setdefault(each.name, {}).setdefault(each.number, (source, each))
    for each in candidates:
        numbers = known.get(each.name, {})
        if len(numbers) == 1 and each.number not in numbers:
            ((source, other),) = numbers.values()
            yield _altered(draft, each, source, other)


def _numbered_names(text: str, ruleset: Ruleset) -> Iterator[NumberedName]:
    patterns, excluded = _grammar(ruleset)
    for rule, pattern in patterns:
        for match in pattern.finditer(text):
            number = int(match["number"])
            name = match["name"]
            if fold(name) not in excluded and number not in _YEARS:
                yield NumberedName(name, number, match.start(), match.end(), rule)


def _is_in_claim(named: NumberedName, claims: Sequence[Claim]) -> bool:
    """Whether the number belongs to a claim that is checked by itself, such as a date, an amount or an age.

    "Highway 61" may be read as a count; "12K" is one.
    """
    kinds = () if named.rule == JOINED else _COUNTED
    return any(claim.start < named.end and named.start < claim.end and claim.kind not in kinds for claim in claims)


@lru_cache(maxsize=8)
def _grammar(ruleset: Ruleset) -> tuple[tuple[tuple[str, re.Pattern[str]], ...], frozenset[str]]:
    """The patterns by rule, and the folded words that are no names although capitalised: months, weekdays, function
    words.
    """
    lists = ("no_name_of_a_number", "function_word", "month", "weekday")
    words: set[str] = set().union(*(map(fold, ruleset.words(name)) for name in lists))
    rules = (rule for rule in ruleset.room("naming") if rule.id in (RULE, JOINED))
    return tuple((rule.id, ruleset.compile(rule.pattern or "(?!)", rule.id)) for rule in rules), frozenset(words)


def _sentence_of(sentences: Sequence[Sentence], named: NumberedName) -> Sentence:
    """The sentence that contains a name."""
    return next(each for each in sentences if each.start <= named.start < each.end)


def _altered(draft: Parsed, mine: NumberedName, source: Parsed, theirs: NumberedName) -> Altered:
    sentence = _sentence_of(source.sentences, theirs)
    found = passage(draft.document, _sentence_of(draft.sentences, mine), (mine.start, mine.end), mine.rule)
    other = passage(source.document, sentence, (theirs.start, theirs.end), theirs.rule)
    message = f"“{found.text}” stands in no source; {source.document.id} has “{other.text}”"
    evidence = Evidence(other, "different", source.document.text[sentence.start : sentence.end])
    finding = Finding(
        "unsupported",
        Severity.warning,
        message,
        draft.document.id,
        found.start,
        found.end,
        found.line,
        found.column,
        (evidence,),
    )
    return Altered(found, finding, is_figure=False)
