"""A name with a number in it that the sources give another number: "Highway 16" for "Highway 61"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from factcheck.model import Claim, Document, Evidence, Finding, Sentence, Severity
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold
from factcheck.wording import Altered, Sources, passage

RULE = "naming/number"
_COUNTED = ("count", "number")  # kinds of claims as which such a number may be read
_YEARS = range(1900, 2101)


class Named(Struct, frozen=True):
    """A name with a number in it where it stands."""

    name: str
    number: int
    start: int
    end: int


def misnumbered(
    draft: Document, sentences: Sequence[Sentence], claims: Sequence[Claim], sources: Sources, ruleset: Ruleset
) -> Iterator[Altered]:
    """The draft's names with a number that no source gives them, where all sources give one and the same other."""
    known: dict[str, dict[int, tuple[Document, Named]]] = {}
    asked = [each for each in _named(draft.text, ruleset) if not _is_other(each, claims)]
    wanted = {each.name for each in asked}
    for document, _ in sources.values():
        for each in _named(document.text, ruleset) if wanted else ():
            if each.name in wanted:
                known.setdefault(each.name, {}).setdefault(each.number, (document, each))
    for each in asked:
        numbers = known.get(each.name, {})
        if len(numbers) == 1 and each.number not in numbers:
            ((source, other),) = numbers.values()
            yield _altered(draft, _around(sentences, each), each, source, _around(sources[source.id][1], other), other)


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


def _altered(
    draft: Document, sentence: Sentence, mine: Named, source: Document, other_sentence: Sentence, theirs: Named
) -> Altered:
    found = passage(draft, sentence, (mine.start, mine.end), RULE)
    other = passage(source, other_sentence, (theirs.start, theirs.end), RULE)
    message = f"“{found.text}” stands in no source; {source.id} has “{other.text}”"
    told = Evidence(other, "different", source.text[other_sentence.start : other_sentence.end])
    finding = Finding(
        "unsupported",
        Severity.warning,
        message,
        draft.id,
        found.start,
        found.end,
        found.line,
        found.column,
        (told,),
    )
    return Altered(found, finding, is_figure=False)
