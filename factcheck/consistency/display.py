"""Headlines, captions and pull quotes against the body of their article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.consistency.context_words import context, kinds_of_event
from factcheck.consistency.figures import head, quantity
from factcheck.consistency.outline import Slip
from factcheck.kinds import room_of
from factcheck.model import NEAR_MISSES, Claim, Document, Quantity, Sentence, Severity
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_STOPPED = regex(r"[.!?…:;,][\s'\"”’»)\]*_]*$")
_CAPTION = regex(
    r"^[ \t>*_]*(?:(?:(?:File )?(?:Photo(?:graph)?|Picture|Image|Caption)|Pictured)\b[^:.\n]{0,40}:|!\[)[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_PULLED = regex(r"^[ \t]*>[ \t]?[^\n]{8,240}$", re.MULTILINE)
_MOST = 40  # stretches and figures in them that are looked at: more of them are a gallery or a table
_LONGEST = 200  # code points of a headline
_DISPLAYS = 6  # lines before the first paragraph of an article: headline, standfirst, byline
_FIGURES = frozenset(("count", "number", "money", "percent", "quantity"))
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_ANYONE = frozenset(("peopl", "person", "dead", "injur", "wound", "hurt", "kill", "victim", "casualti"))  # stems
_TELLING = 3  # digits of a figure that is not like another by chance
_SHARED = 2  # words that a headline and a sentence of the body share when they tell of one thing

Stretch = tuple[int, int, str]


def displays(document: Document, sentences: Sequence[Sentence]) -> list[Stretch]:
    """The stretches of a document that repeat its body: headlines, captions, pull quotes; in the order of the text."""
    found = [(match.start(), match.end(), "caption") for match in _CAPTION.finditer(document.text, document.body)]
    if ">" in document.text:
        pulled = _PULLED.finditer(document.text, document.body)
        found += [(match.start(), match.end(), "pull quote") for match in pulled]
    return sorted([*found, *_headlines(document.text, sentences)])[:_MOST]


def _headlines(text: str, sentences: Sequence[Sentence]) -> Iterator[Stretch]:
    """The lines before the first full sentence of each article."""
    article, count = -1, _DISPLAYS
    for index, sentence in enumerate(sentences):
        if sentence.article != article:
            article, count = sentence.article, 0
        if count >= _DISPLAYS:
            continue
        following = sentences[index + 1] if index + 1 < len(sentences) else None
        alone = following is not None and following.article == article and following.paragraph != sentence.paragraph
        long = sentence.end - sentence.start > _LONGEST
        if not alone or long or _STOPPED.search(text[max(sentence.start, sentence.end - 8) : sentence.end]):
            count = _DISPLAYS
            continue
        count += 1
        yield sentence.start, sentence.end, "headline"


def display_figures(
    document: Document, claims: Sequence[Claim], stretches: Sequence[Stretch], ruleset: Ruleset
) -> Iterator[Slip]:
    """Figures of headlines and captions that the body gives otherwise, and nowhere so."""
    if not stretches:
        return
    shown: list[tuple[Claim, Stretch]] = []
    body: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind not in _FIGURES or quantity(claim) is None:
            continue
        if stretch := _inside(claim, stretches):
            shown.append((claim, stretch))
        else:
            body[claim.article].append(claim)
    for claim, stretch in shown[:_MOST]:
        if slip := _against(claim, stretch[2], body[claim.article], document, ruleset):
            yield slip


def _inside(claim: Claim, stretches: Sequence[Stretch]) -> Stretch | None:
    return next((each for each in stretches if each[0] <= claim.start < each[1]), None)


def _against(claim: Claim, what: str, body: Sequence[Claim], document: Document, ruleset: Ruleset) -> Slip | None:
    value = claim.value
    if not isinstance(value, Quantity) or value.number is None or _implied(value, body):
        return None
    if _stands(claim, document):
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
            message = f"{how}: “{claim.text}” in the {what}, “{each.text}” in the text"
            return Slip(claim, Severity.warning, message, (each,))
    return None


def _stands(claim: Claim, document: Document) -> bool:
    """Whether the figure, as it is written, stands once more in the document, whatever it counts there."""
    found = re.search(r"\d[\d.,]*", claim.text)
    return found is not None and document.text.count(found[0].rstrip(".,")) > 1


def _implied(value: Quantity, body: Sequence[Claim]) -> bool:
    """Whether two figures of the body add up to it, or leave it when one is taken from the other."""
    known = {number for each in body if (number := getattr(each.value, "number", None)) is not None}
    number = value.number or 0
    return any(number - each in known or number + each in known for each in known)


def _one_fact(claim: Claim, other: Claim, document: Document, ruleset: Ruleset) -> bool:
    """Whether a headline's figure and one of the body speak of one thing: same count, or same kind of event."""
    first, second = head(claim, ruleset), head(other, ruleset)
    events = kinds_of_event(document, claim, ruleset), kinds_of_event(document, other, ruleset)
    same_event = not events[0].isdisjoint(events[1])
    if events[0] and events[1] and not same_event:
        return False
    alike = first is not None and first == second
    if first is not None and second is not None and not alike and not (same_event and {first, second} & _ANYONE):
        return False
    if len(figure_digits(claim)) < _TELLING and not (alike or same_event):
        return False
    if _YEAR.search(_told(other, document)) and not _YEAR.search(_told(claim, document)):
        return False  # the body looks back
    shared = context(document, claim, ruleset) & context(document, other, ruleset)
    return len(shared) >= _SHARED + (not alike and not same_event)


def _told(claim: Claim, document: Document) -> str:
    return document.text[claim.sentence.start : claim.sentence.end]


def figure_digits(claim: Claim) -> str:
    """The digits of a figure without the noughts at its ends."""
    value = quantity(claim)
    return "".join(map(str, value.number.normalize().as_tuple().digits)) if value and value.number is not None else ""


def where_shown(claim: Claim, stretches: Sequence[Stretch]) -> str | None:
    """ "headline", "caption" or "pull quote" for a claim that stands in one."""
    stretch = _inside(claim, stretches)
    return stretch[2] if stretch else None
