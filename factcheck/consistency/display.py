"""Headlines, captions and pull quotes against the body of their article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.consistency.context_words import context, kinds_of_event
from factcheck.consistency.figures import head, quantity
from factcheck.consistency.outline import Slip
from factcheck.kinds import room_of
from factcheck.model import NEAR_MISSES, Claim, Document, Quantity, Sentence, Severity
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold
from factcheck.text.tokens import language_of

_END_PUNCTUATION = regex(r"[.!?…:;,][\s'\"”’»)\]*_]*$")
_PULL_QUOTE = regex(r"^[ \t]*>[ \t]?[^\n]{8,240}$", re.MULTILINE)
_MAX_CHECKED = 40  # display spans, and claims in them, that are checked; more of them are a gallery or a table
_MAX_HEADLINE = 200  # code points; a longer line is a paragraph
_MAX_DISPLAY_LINES = 6  # lines before the first paragraph of an article: headline, standfirst, byline
_FIGURES = frozenset(("count", "number", "money", "percent", "quantity"))
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_DISTINCTIVE_DIGITS = 3  # significant digits; shorter figures resemble each other by chance
_MIN_SHARED = 2  # stems that the sentences of a headline's figure and of the body's figure must share

DisplaySpan = tuple[int, int, str]  # start and end in code points; "headline", "caption" or "pull quote"


def displays(document: Document, sentences: Sequence[Sentence], ruleset: Ruleset) -> list[DisplaySpan]:
    """The spans of a document that repeat its body: headlines, captions, pull quotes; in the order of the text."""
    captions = _caption_pattern(ruleset).finditer(document.text, document.body)
    found = [(match.start(), match.end(), "caption") for match in captions]
    if ">" in document.text:
        quotes = _PULL_QUOTE.finditer(document.text, document.body)
        found += [(match.start(), match.end(), "pull quote") for match in quotes]
    return sorted([*found, *_headlines(document.text, sentences)])[:_MAX_CHECKED]


@lru_cache(maxsize=8)
def _caption_pattern(ruleset: Ruleset) -> re.Pattern[str]:
    """A line that begins with a caption label and a colon, or with a Markdown image."""
    return ruleset.compile(r"(?m)^[ \t>*_]*(?:{caption_label}\b[^:.\n]{0,40}:|!\[)[^\n]*", "caption")


@lru_cache(maxsize=8)
def _general_heads(ruleset: Ruleset) -> frozenset[str]:
    """The stems of head nouns that may count anyone: "12 dead" and "12 miners" may be one figure."""
    stem = language_of(ruleset).stem
    return frozenset(stem[fold(word)] for word in ruleset.words("general_head"))


def _headlines(text: str, sentences: Sequence[Sentence]) -> Iterator[DisplaySpan]:
    """The lines before the first full sentence of each article."""
    article, count = -1, _MAX_DISPLAY_LINES
    for index, sentence in enumerate(sentences):
        if sentence.article != article:
            article, count = sentence.article, 0
        if count >= _MAX_DISPLAY_LINES:
            continue
        following = sentences[index + 1] if index + 1 < len(sentences) else None
        alone = following is not None and following.article == article and following.paragraph != sentence.paragraph
        long = sentence.end - sentence.start > _MAX_HEADLINE
        if not alone or long or _END_PUNCTUATION.search(text[max(sentence.start, sentence.end - 8) : sentence.end]):
            count = _MAX_DISPLAY_LINES
            continue
        count += 1
        yield sentence.start, sentence.end, "headline"


def display_figures(
    document: Document, claims: Sequence[Claim], spans: Sequence[DisplaySpan], ruleset: Ruleset
) -> Iterator[Slip]:
    """Figures of headlines, captions and pull quotes that the body nowhere has and of which it has a near miss."""
    if not spans:
        return
    displayed: list[tuple[Claim, DisplaySpan]] = []
    body: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind not in _FIGURES or quantity(claim) is None:
            continue
        if span := _span_around(claim, spans):
            displayed.append((claim, span))
        else:
            body[claim.article].append(claim)
    for claim, span in displayed[:_MAX_CHECKED]:
        if slip := _against_body(claim, span[2], body[claim.article], document, ruleset):
            yield slip


def _span_around(claim: Claim, spans: Sequence[DisplaySpan]) -> DisplaySpan | None:
    return next((each for each in spans if each[0] <= claim.start < each[1]), None)


def _against_body(claim: Claim, where: str, body: Sequence[Claim], document: Document, ruleset: Ruleset) -> Slip | None:
    value = claim.value
    if not isinstance(value, Quantity) or value.number is None or _is_sum_or_difference(value, body):
        return None
    if _is_repeated(claim, document):
        return None
    near: list[tuple[Claim, str]] = []
    for each in body:
        found = room_of(claim.kind).compare(value, each.value, ruleset)
        if found.relation in ("same", "consistent"):
            return None
        near_miss = found.relation == "different" and found.difference in NEAR_MISSES
        if near_miss and getattr(each.value, "unit", None) == value.unit:
            near.append((each, found.wording))
    for each, how in near:
        if _one_fact(claim, each, document, ruleset):
            message = f"{how}: “{claim.text}” in the {where}, “{each.text}” in the text"
            return Slip(claim, Severity.warning, message, (each,))
    return None


def _is_repeated(claim: Claim, document: Document) -> bool:
    """Whether the figure, as written, occurs a second time in the document, whatever it counts there."""
    found = re.search(r"\d[\d.,]*", claim.text)
    return found is not None and document.text.count(found[0].rstrip(".,")) > 1


def _is_sum_or_difference(value: Quantity, body: Sequence[Claim]) -> bool:
    """Whether the number is the sum or the difference of two figures of the body."""
    known = {number for each in body if (number := getattr(each.value, "number", None)) is not None}
    number = value.number or 0
    return any(number - each in known or number + each in known for each in known)


def _one_fact(claim: Claim, other: Claim, document: Document, ruleset: Ruleset) -> bool:
    """Whether a headline's figure and one of the body state one fact: the same head noun, or the same kind of event."""
    first, second = head(claim, ruleset), head(other, ruleset)
    events = kinds_of_event(document, claim, ruleset), kinds_of_event(document, other, ruleset)
    same_event = not events[0].isdisjoint(events[1])
    if events[0] and events[1] and not same_event:
        return False
    alike = first is not None and first == second
    if first is not None and second is not None and not alike:
        general = _general_heads(ruleset)
        if not (same_event and (first in general or second in general)):
            return False
    if len(figure_digits(claim)) < _DISTINCTIVE_DIGITS and not (alike or same_event):
        return False
    if _YEAR.search(_sentence(other, document)) and not _YEAR.search(_sentence(claim, document)):
        return False  # the body's sentence is about an earlier year
    shared = context(document, claim, ruleset) & context(document, other, ruleset)
    return len(shared) >= _MIN_SHARED + (not alike and not same_event)


def _sentence(claim: Claim, document: Document) -> str:
    return document.text[claim.sentence.start : claim.sentence.end]


def figure_digits(claim: Claim) -> str:
    """The significant digits of a figure, without leading and trailing zeros; empty for other values."""
    value = quantity(claim)
    return "".join(map(str, value.number.normalize().as_tuple().digits)) if value and value.number is not None else ""


def where_shown(claim: Claim, spans: Sequence[DisplaySpan]) -> str | None:
    """ "headline", "caption" or "pull quote" for a claim in one of the spans; None for a claim in the body."""
    span = _span_around(claim, spans)
    return span[2] if span else None
