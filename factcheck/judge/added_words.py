"""The words of a draft's quotation that no source has, where the sources have the rest of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from factcheck.align import Alignment, Topic
from factcheck.judge.context import JudgementContext, evidence_from, finding_at, shorten
from factcheck.kinds.quotation.cut_negation import denies, negation_before
from factcheck.kinds.quotation.quote_alignment import Words
from factcheck.kinds.quotation.quote_editing import ELLIPSIS, INSERTED, is_negated
from factcheck.kinds.quotation.quote_words import expanded, folded_words, letters
from factcheck.model import Difference, Document, Finding, Judged, Quotation, Severity
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import WORD, fold, words

_RUN = 3  # words in a row that a source has of a quotation
_FEWEST = 2  # words added in a row; a single one leads in: "And", "Look"
_PARTS = frozenset((Difference.PART_OF, Difference.TRIMMED, Difference.OVERLAP))
_MARKS = " ,.;:!?“”\"'‘’"
_GAP = regex(rf"{INSERTED.pattern}|{ELLIPSIS.pattern}")


def added_to(topic: Topic, support: Sequence[Alignment], context: JudgementContext) -> str:
    """The words of a draft's quotation that stand nowhere in the sources, where each source that agrees has but a part
    of it; the longest run of them. A source's part supports no more than itself.
    """
    draft, ruleset = topic.value, context.ruleset
    if topic.family != "quote" or not isinstance(draft, Quotation):
        return ""
    if any(not _is_shorter(each, draft, ruleset) for each in support):
        return ""
    pieces = [words(piece) for piece in _GAP.split(draft.quote)]
    named = {each.topic.claim.document for each in support}
    likely = sorted(context.documents.values(), key=lambda each: each.id not in named)
    if all(any(_has(each, piece) for each in likely) for piece in pieces):
        return ""  # most quotations
    in_full = [(piece, _in_full(piece, ruleset)) for piece in _GAP.split(draft.quote)]
    known = [_joined(_text_in_full(each.text, ruleset)) for each in likely if each.id in named]
    if not any(any(_unknown(full, known, ruleset)) for _, full in in_full):
        return ""
    runs = [piece[at : at + _RUN] for piece in pieces for at in range(len(piece) - _RUN + 1)]
    # Reading all words of a text is slow: only those texts are read that have some words of the quotation in a row.
    sought = [(max(run, key=len), f" {' '.join(run)} ") for run in runs]
    near = [each for each in likely if each.id not in named and _has_any(each, sought)]
    known += [_joined(_text_in_full(each.text, ruleset)) for each in near]
    found = [
        (end - start, _as_written(piece, start, end, ruleset))
        for piece, full in in_full
        for start, end in _unknown(full, known, ruleset)
        if not _stands(("".join(full[start:end]),), known)
    ]
    return max(found, key=lambda each: each[0], default=(0, ""))[1]


def _has(document: Document, run: Sequence[str]) -> bool:
    """Whether words stand in a row in a document."""
    # Most texts lack one of the words, and need not be cut into words.
    folded = _folded(document.text)
    return all(word in folded for word in run) and f" {' '.join(run)} " in _in_one_line(document.text)


def _has_any(document: Document, runs: Sequence[tuple[str, str]]) -> bool:
    """Whether one of some runs of words stands in a document; each is given by its longest word, and in one line."""
    folded = _folded(document.text)
    likely = [run for word, run in runs if word in folded]
    return bool(likely) and any(run in _in_one_line(document.text) for run in likely)


@lru_cache(maxsize=512)
def _folded(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=512)
def _in_one_line(text: str) -> str:
    """The folded words of a text, with a blank between every two and at both ends."""
    return f" {' '.join(WORD.findall(_folded(text)))} "


def added_verdict(
    topic: Topic, support: Sequence[Alignment], added: str, context: JudgementContext
) -> tuple[Judged, list[Finding]]:
    """The verdict on a quotation of which the sources have a part only; `added` are words that they do not have."""
    claim = topic.claim
    denied = next((each for each in support if _is_denied(each, topic, context)), None)
    evidence = evidence_from(topic, [*([denied] if denied else ()), *support], context)
    source = evidence[0].claim
    text = f"{source.document} has “{shorten(source.text)}”"
    if denied is not None:
        message = f"negation added: “{shorten(claim.text)}”, where {text}"
        reason = f"negation added: “{shorten(added)}” stands in no source"
        finding = finding_at("quote-altered", Severity.error, message, claim, evidence)
        return Judged(claim, "differ", context.witnesses([source]), reason, evidence), [finding]
    reason = f"the sources have a part of it, without “{shorten(added)}”"
    message = f"“{shorten(claim.text)}”: “{shorten(added)}” stands in no source; {text}"
    finding = finding_at("quote-not-found", Severity.warning, message, claim, evidence)
    return Judged(claim, "unsupported", 0, reason, evidence), [finding]


def _is_denied(alignment: Alignment, topic: Topic, context: JudgementContext) -> bool:
    """Whether a draft's quotation denies what is a sentence by itself in a source."""
    draft, source, claim = topic.value, alignment.topic.value, alignment.topic.claim
    if not isinstance(draft, Quotation) or not isinstance(source, Quotation):
        return False
    if not source.quote.lstrip(_MARKS)[:1].isupper():
        return False
    before = context.documents[claim.document].text[claim.sentence.start : claim.start]
    if denies(folded_words(before, context.ruleset), context.ruleset):
        return False
    return bool(negation_before(source.quote, draft.quote, context.ruleset))


def _is_shorter(alignment: Alignment, draft: Quotation, ruleset: Ruleset) -> bool:
    """Whether a source has but a part of a draft's quotation."""
    source = alignment.topic.value
    if alignment.comparison.difference not in _PARTS or not isinstance(source, Quotation):
        return False
    if alignment.comparison.difference is Difference.OVERLAP:
        return True
    return len(letters(folded_words(source.quote, ruleset))) < len(letters(folded_words(draft.quote, ruleset)))


def _unknown(piece: Words, known: Sequence[str], ruleset: Ruleset) -> Iterator[tuple[int, int]]:
    """The runs of words of a piece of a quotation that say something and of which the sources have none; `known` are
    the words of the sources, joined.
    """
    size = min(_RUN, len(piece))
    begins = [at for at in range(len(piece) - size + 1) if _stands(piece[at : at + size], known)]
    met = {at + n for at in begins for n in range(size)}
    start = 0
    for at in range(len(piece) + 1):
        if at == len(piece) or at in met:
            run = piece[start:at]
            if _says_something(run, ruleset):
                yield start, at
            start = at + 1


def _stands(run: Words, known: Sequence[str]) -> bool:
    """Whether words stand in a row in one of some texts, given as joined words."""
    sought = _joined(run)
    return any(sought in text for text in known)


def _joined(words: Words) -> str:
    """Words as one text in which a run of words can be looked for."""
    return "\0".join(("", *words, ""))


def _says_something(run: Words, ruleset: Ruleset) -> bool:
    """Whether words that are added say something: they deny, or more than one of them, not all of them common, stand
    there. "I am" and "And you know" lead in.
    """
    if is_negated(run, ruleset):
        return True
    names = ("quote_common_word", "quote_filler", "quote_pronoun", "quote_first_person", "auxiliary", "quote_auxiliary")
    return len(run) >= _FEWEST and any(all(word not in ruleset.words(name) for name in names) for word in run)


def _as_written(piece: str, start: int, end: int, ruleset: Ruleset) -> str:
    """The words of a piece from one to another as the draft has them."""
    words = piece.split()
    sizes = [len(_in_full(word, ruleset)) for word in words]
    ends = list(accumulate(sizes))
    shown_words = [
        word for word, size, stop in zip(words, sizes, ends, strict=True) if start < stop and stop - size < end
    ]
    return " ".join(shown_words).strip(_MARKS)


@lru_cache(maxsize=256)
def _text_in_full(text: str, ruleset: Ruleset) -> Words:
    return _in_full(text, ruleset)


def _in_full(text: str, ruleset: Ruleset) -> Words:
    return tuple(word.partition("|")[0] for word in expanded(folded_words(text, ruleset), ruleset))
