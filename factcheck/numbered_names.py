"""A name with a number in it that the sources give another number: "Highway 16" for "Highway 61"."""

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
_COUNTED = ("count", "number")  # kinds of claims as which such a number may be read
_YEARS = range(1900, 2101)


class Named(Struct, frozen=True):
    """A name with a number in it where it stands."""

    name: str
    number: int
    start: int
    end: int


def misnumbered(draft: Parsed, claims: Sequence[Claim], sources: Sources, ruleset: Ruleset) -> Iterator[Altered]:
    """The draft's names with a number that no source gives them, where all sources give one and the same other."""
    known: dict[str, dict[int, tuple[Parsed, Named]]] = {}
    asked = [each for each in _named(draft.document.text, ruleset) if not _is_other(each, claims)]
    wanted = {each.name for each in asked}
    for source in sources.values():
        for each in _named(source.document.text, ruleset) if wanted else ():
            if each.name in wanted:
                known.setdefault(each.name, {}).setdefault(each.number, (source, each))
    for each in asked:
        numbers = known.get(each.name, {})
        if len(numbers) == 1 and each.number not in numbers:
            ((source, other),) = numbers.values()
            yield _altered(draft, each, source, other)


def _named(text: str, ruleset: Ruleset) -> Iterator[Named]:
    pattern, no_name = _grammar(ruleset)
    for match in pattern.finditer(text):
        number = int(match["number"])
        name = match["name"]
        if fold(name) not in no_name and number not in _YEARS:
            yield Named(name, number, match.start(), match.end())


def _is_other(named: Named, claims: Sequence[Claim]) -> bool:
    """Whether the number belongs to a date, an amount, an age: a claim that is judged as such."""
    return any(claim.start < named.end and named.start < claim.end and claim.kind not in _COUNTED for claim in claims)


@lru_cache(maxsize=8)
def _grammar(ruleset: Ruleset) -> tuple[re.Pattern[str], frozenset[str]]:
    """The pattern, and the capitalised words that name nothing: months, days, small words."""
    (rule,) = (rule for rule in ruleset.room("naming") if rule.id == RULE)
    lists = ("no_name_of_a_number", "function_word", "month", "weekday")
    words: set[str] = set().union(*(map(fold, ruleset.words(name)) for name in lists))
    return ruleset.compile(rule.pattern or "(?!)", rule.id), frozenset(words)


def _around(sentences: Sequence[Sentence], named: Named) -> Sentence:
    """The sentence in which a name stands."""
    return next(each for each in sentences if each.start <= named.start < each.end)


def _altered(draft: Parsed, mine: Named, source: Parsed, theirs: Named) -> Altered:
    sentence = _around(source.sentences, theirs)
    found = passage(draft.document, _around(draft.sentences, mine), (mine.start, mine.end), RULE)
    other = passage(source.document, sentence, (theirs.start, theirs.end), RULE)
    message = f"“{found.text}” stands in no source; {source.document.id} has “{other.text}”"
    told = Evidence(other, "different", source.document.text[sentence.start : sentence.end])
    finding = Finding(
        "unsupported",
        Severity.warning,
        message,
        draft.document.id,
        found.start,
        found.end,
        found.line,
        found.column,
        (told,),
    )
    return Altered(found, finding, is_figure=False)
