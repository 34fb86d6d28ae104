"""Decide whether two quotations whose words differ give one utterance, or two statements of like words."""

from __future__ import annotations

from factcheck.kinds.quotation.quote_alignment import Change, WordAlignment, Words, common_run
from factcheck.kinds.quotation.quote_compare import shared_words
from factcheck.kinds.quotation.quote_editing import differing_words
from factcheck.kinds.quotation.quote_words import expanded, folded_words
from factcheck.kinds.quotation.speakers import are_different
from factcheck.model import Comparison, Difference, Quotation, Value
from factcheck.ruleset import Ruleset
from factcheck.text.tokens import language_of

_RUN = 4  # words in a row that two wordings of one utterance share
_SHORT_RUN = 3  # the same where one word is changed
_RUN_OF_TWO = 6  # the same where two people are named: words in a row that nobody shares by chance
_PARALLEL = 8  # words that agree in two wordings that go side by side
_TELLING = 2  # words that are not common, shared by two short wordings
_ROOT = 5  # letters that two forms of a word have in common
_SHARE = 0.75  # of the words agree where a speaker is not named
_SHARE_OF_TWO = 0.8  # of the words agree where two people are named
_LEAST_SHARE = 0.6  # of the words agree where one speaker is named
_SHARE_OF_OPENING = 0.7  # of the words agree where the wordings end otherwise


def one_utterance(a: Value, b: Value, comparison: Comparison, ruleset: Ruleset) -> bool:
    """Whether two quotations whose words differ give one utterance, and not two statements of like words.

    They share a run of words, or go side by side from end to end, word for word. Of one speaker, they do not merely
    begin alike; of speakers who are not known to be one, most of the words agree, and more where the two are different
    people. A paraphrase is another statement.
    """
    if not isinstance(a, Quotation) or not isinstance(b, Quotation) or comparison.difference is Difference.PARAPHRASE:
        return False
    found = differing_words(a.quote, b.quote, ruleset)
    changed = sum(max(len(each.removed), len(each.added)) for each in found.changes)
    share = found.agreeing / max(1, found.agreeing + changed)
    run = common_run(_stems(found.first, ruleset), _stems(found.second, ruleset))
    two = are_different(a, b, ruleset)
    shared = shared_words(a.quote, ruleset) & shared_words(b.quote, ruleset)
    if not two and shared and _is_parallel(found):
        return True
    ends = _ends_otherwise(found)
    if a.speaker and b.speaker and _last(a.speaker) != _last(b.speaker):
        return run >= _RUN_OF_TWO and share >= (_SHARE_OF_TWO if two else _SHARE) and not (two and ends)
    begins = _begins_otherwise(found)
    if ends and share < (_SHARE_OF_TWO if begins else _SHARE_OF_OPENING):
        return False
    if share < _LEAST_SHARE or (begins and share < _SHARE and found.agreeing < _PARALLEL):
        return False
    if share < _SHARE_OF_OPENING and (_replaced(found, ruleset) >= _TELLING or _reworded(found) > 1):
        return False
    if a.speaker and b.speaker:
        if run <= _RUN and found.agreeing < _PARALLEL and (len(shared) < _TELLING or _goes_on(found)):
            return False
        goes_on = begins and found.end != (len(found.first), len(found.second))
        short = changed == 1 and share >= _SHARE and len(shared) >= _TELLING and not ends and not goes_on
        return run >= (_SHORT_RUN if short else _RUN)
    return run >= _RUN and share >= _SHARE


def has_words_changed(part: Value, draft: Value, source: Value, ruleset: Ruleset) -> bool:
    """Whether a quotation has the draft's words, with the word on either side, wherever a source has others."""
    if not isinstance(part, Quotation) or not isinstance(draft, Quotation) or not isinstance(source, Quotation):
        return False
    found = differing_words(draft.quote, source.quote, ruleset)
    words = _spaced(folded_words(part.quote, ruleset), ruleset)
    return all(
        _spaced(found.first[max(0, each.at - 1) : each.at + len(each.removed) + 1], ruleset) in words
        for each in found.changes
    )


def _spaced(words: Words, ruleset: Ruleset) -> str:
    """The words, contractions in full, with a blank before and after each."""
    return f" {' '.join(expanded(words, ruleset))} "


def _is_parallel(found: WordAlignment) -> bool:
    """Whether two wordings go side by side from their first word to their last, single words of them changed."""
    sides = [side for each in found.changes for side in (each.removed, each.added)]
    longer = max(len(found.first), len(found.second))
    if found.agreeing < _PARALLEL or 2 * found.agreeing <= longer or any(len(side) > 1 for side in sides):
        return False
    return found.begin == (0, 0) and longer == found.agreeing + len(found.changes)


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _stems(words: Words, ruleset: Ruleset) -> Words:
    stem = language_of(ruleset).stem
    return tuple(stem[word] for word in words)


def _replaced(found: WordAlignment, ruleset: Ruleset) -> int:
    """How many words that are not common stand in the place of others."""
    common = ruleset.words("quote_common_word")
    sides = (
        [w for w in words if len(w) >= _ROOT and w not in common]
        for each in found.changes
        if _is_other(each)
        for words in (each.removed, each.added)
    )
    counts = [len(words) for words in sides]
    return sum(min(pair) for pair in zip(counts[::2], counts[1::2], strict=True))


def _reworded(found: WordAlignment) -> int:
    """In how many places two words or more stand for others, or others for two words or more."""
    return sum(_is_other(each) and max(len(each.removed), len(each.added)) > 1 for each in found.changes)


def _ends_otherwise(found: WordAlignment) -> bool:
    """Whether the last words of one wording are others than those that the other has there."""
    last = found.changes[-1] if found.changes else None
    if last is None or not _is_other(last):
        return False
    return last.at + len(last.removed) == len(found.first) or last.to + len(last.added) == len(found.second)


def _goes_on(found: WordAlignment) -> bool:
    """Whether one wording ends with other words than the other has there, and that one has more behind them."""
    last = found.changes[-1] if found.changes else None
    if last is None or not _is_other(last):
        return False
    rests = (len(found.first) - last.at - len(last.removed), len(found.second) - last.to - len(last.added))
    return min(rests) == 0 and max(rests) > 0


def _begins_otherwise(found: WordAlignment) -> bool:
    """Whether the first words of one wording are others than those that the other has there."""
    first = found.changes[0] if found.changes else None
    return first is not None and _is_other(first) and not (first.at and first.to)


def _is_other(change: Change) -> bool:
    """Whether words are replaced by others, and none by a form of itself."""
    here, there = set(change.removed), set(change.added)
    removed, added = ({word[:_ROOT] for word in words} for words in (here - there, there - here))
    return bool(removed and added) and removed.isdisjoint(added)
