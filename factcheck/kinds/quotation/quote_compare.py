"""Compare the wording of two quotations: verbatim, trimmed, altered or a paraphrase."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from functools import lru_cache

from factcheck.kinds.quotation.quote_alignment import Change, Words
from factcheck.kinds.quotation.quote_editing import (
    BRACKET,
    ELLIPSIS,
    differing_words,
    is_marked,
    is_moved,
    is_negated,
    names_another_time,
    only_articles_differ,
    only_fillers_differ,
    wordings,
)
from factcheck.kinds.quotation.quote_words import expanded, figures, folded_words, letters, same_word, shown
from factcheck.kinds.quotation.speakers import are_different
from factcheck.model import Comparison, Difference, Quotation, Relation
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, alternation
from factcheck.text.tokens import language_of

_GAP = regex(rf"{BRACKET.pattern}|{ELLIPSIS.pattern}")
_ECHO = 2  # words that two people say alike, as one takes up what the other said: "a farce"
_ROUNDING = 0.001  # by so much may a percentage be off
_PARTIAL_PENALTY = 0.05  # similarity that a very short part of a quotation loses against the whole
_CUT_BEFORE = 3  # words before a piece among which a negation belongs to it
_FEWEST_LETTERS = 8  # of a wording compared without its blanks; a shorter one occurs by chance


def compare(a: Quotation, b: Quotation, ruleset: Ruleset) -> Comparison:
    """Compare two wordings; when the words agree, compare the speakers too."""
    found = _compare_words(a.quote, b.quote, ruleset)
    if found.relation == "different":
        if "quotation" in (a.role, b.role) and a.role == b.role:
            return found
        return Comparison("held", Difference.NO_STATEMENT, "a borrowed word or a title, not a statement")
    if are_different(a, b, ruleset):
        if min(len(folded_words(each.quote, ruleset)) for each in (a, b)) <= _ECHO:
            return Comparison("held", Difference.NO_STATEMENT, "a word or two that both may have used")
        return Comparison("different", Difference.OTHER_SPEAKER, f"{a.speaker} here, {b.speaker} there")
    return found


def _compare_words(a: str, b: str, ruleset: Ruleset) -> Comparison:
    """Compare two wordings, from the strictest agreement to the loosest."""
    first, second = folded_words(a, ruleset), folded_words(b, ruleset)
    if not first or not second:
        return Comparison("held", Difference.NO_WORDS, "a quotation without words")
    if first == second:
        exact = " ".join(a.split()) == " ".join(b.split())
        return Comparison("same", Difference.VERBATIM if exact else Difference.TYPOGRAPHY, "the same words")
    if letters(first) == letters(second) and figures(first) == figures(second):
        return Comparison("same", Difference.SPACING, "the same words but for hyphens or blanks")
    return (
        _contracted(first, second, ruleset)
        or _partial(first, second, a, b, ruleset)
        or _altered(a, b, first, second, ruleset)
    )


def _contracted(first: Words, second: Words, ruleset: Ruleset) -> Comparison | None:
    """Return "consistent" when only contractions differ ("nobody's", "nobody has"), else None."""
    if _match_at(_in_full(first, ruleset), _in_full(second, ruleset), 0, whole=True):
        return Comparison("consistent", Difference.CONTRACTION, "the same words but for contractions")
    return None


def _partial(first: Words, second: Words, a: str, b: str, ruleset: Ruleset) -> Comparison | None:
    """Return "consistent" when one wording is part of the other, whole or with its cuts marked, else None."""
    cuts = [each for each in (_marked_cut(a, second, ruleset), _marked_cut(b, first, ruleset)) if each is not None]
    cut = next((each for each in cuts if each.relation == "different"), cuts[0] if cuts else None)
    if cut is not None and cut.relation == "different":
        return cut
    short, long = sorted((first, second), key=len)
    if _contains(long, short):
        return Comparison("consistent", Difference.PART_OF, "one quotation is part of the other")
    small, large = sorted((_in_full(short, ruleset), _in_full(long, ruleset)), key=len)
    known = _readings_of(large)
    if _readings_in(small, known) == len(small) and any(
        _match_at(small, large, at, whole=False) for at in range(len(large) - len(small) + 1)
    ):
        return Comparison("consistent", Difference.PART_OF, "one quotation is part of the other, but for contractions")
    return cut


def _contains(long: Words, short: Words) -> bool:
    """Whether the words of `short` are consecutive in `long`, hyphens and blanks aside."""
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return True
    wanted = letters(short)
    if len(wanted) < _FEWEST_LETTERS:
        return False
    starts, at = {0}, 0
    for word in long:
        at += len(word.replace("'", ""))
        starts.add(at)
    where = letters(long).find(wanted)
    if where not in starts or where + len(wanted) not in starts:
        return False
    begin, end = (sorted(starts).index(each) for each in (where, where + len(wanted)))
    return figures(short) == figures(long[begin:end])


def _marked_cut(quote: str, whole: Words, ruleset: Ruleset) -> Comparison | None:
    """Return the relation when the pieces of a quotation between ellipses and brackets occur in `whole`, in order.

    Also "consistent" when one wording contains the other after the bracketed insertions are removed. A negation that
    was cut out is an alteration, marked or not.
    """
    if not is_marked(quote):
        return None
    own = [folded_words(each, ruleset) for each in BRACKET.findall(quote)]
    if any(is_negated(words, ruleset) for words in own):
        return None
    at = 0
    marks = _GAP.findall(quote)
    gaps = [folded_words(gap, ruleset) for gap in marks]
    for number, piece in enumerate(_GAP.split(quote)):
        words = folded_words(piece, ruleset)
        found = next((n for n in range(at, len(whole) - len(words) + 1) if whole[n : n + len(words)] == words), None)
        if found is None:
            return _without_brackets(quote, whole, ruleset)
        if number and at and names_another_time(gaps[number - 1], whole[at:found], ruleset):
            reason = f"“{shown(whole[at:found])}” → “{shown(gaps[number - 1])}”"
            return Comparison("different", Difference.WORDS_CHANGED, reason, len(gaps[number - 1]))
        near = whole[max(at, found - _CUT_BEFORE) : found]
        is_cut = number and words and _turns(near, ruleset) and (not at or found - at <= _CUT_BEFORE)
        is_cut = is_cut and not is_negated(whole[at - 1 : at] if at else (), ruleset)
        governed = number and words and at and whole[at - 1] in ruleset.words("auxiliary")
        if not is_cut and governed and is_negated(whole[at : at + 1], ruleset):
            is_cut, near = True, whole[at : at + 1]  # "would … sign" of "would never, under any circumstances, sign"
        negated = is_negated(whole[at - 1 : at] if at else (), ruleset)
        if (
            number
            and not is_cut
            and not negated
            and words
            and (denied := _denied(marks[number - 1], whole[at:found], ruleset))
        ):
            is_cut, near = True, denied
        if is_cut:
            reason = f"“{shown(near)}” missing, where the cut is marked"
            difference = Difference.NEGATION_CUT if is_negated(near, ruleset) else Difference.HEDGE_CUT
            return Comparison("different", difference, reason, len(near))
        at = found + len(words)
    return Comparison("consistent", Difference.TRIMMED, "words left out, and marked as left out") if at else None


def _denied(mark: str, cut: Words, ruleset: Ruleset) -> Words:
    """The words cut out or replaced that say that what follows is not so: "far from", "not" right before it, or
    a denied subject for which brackets stand ("[The minister] has" of "Nobody has").
    """
    if is_negated(cut[-1:], ruleset):
        return cut[-1:]
    if mark.startswith(("[", "(")) and is_negated(cut[:1], ruleset):
        return cut
    if len(cut) <= _CUT_BEFORE and _denying_phrase(ruleset).search(" ".join(cut)) is not None:
        return cut
    return ()


@lru_cache(maxsize=8)
def _denying_phrase(ruleset: Ruleset) -> re.Pattern[str]:
    return regex(rf"\b{alternation(ruleset.words('quote_denying_phrase'))}\b")


def _turns(words: Words, ruleset: Ruleset) -> bool:
    """Whether words turn what follows into its contrary, or end in a hedge of it: "may", "probably"."""
    return is_negated(words, ruleset) or (bool(words) and words[-1] in ruleset.words("quote_hedge"))


def _without_brackets(quote: str, whole: Words, ruleset: Ruleset) -> Comparison | None:
    """Return "consistent" when one wording contains the other once the bracketed insertions are removed."""
    bare = folded_words(BRACKET.sub(" ", quote), ruleset)
    if bare != folded_words(quote, ruleset) and (_contains(bare, whole) or _contains(whole, bare)):
        return Comparison("consistent", Difference.TRIMMED, "an insertion in brackets, and the words around it")
    return None


_PARAPHRASE = Comparison("different", Difference.PARAPHRASE, "other words for what may be the same statement")


def _most_agreeing(a: str, b: str, ruleset: Ruleset) -> int:
    """An upper bound of the words of one quotation that agree with some of the other, contracted or in full."""
    return max(
        _readings_in(_either_way(one, ruleset), _readings_of(_either_way(other, ruleset)))
        for one in wordings(a, ruleset)
        for other in wordings(b, ruleset)
    )


def _readings_in(words: Words, readings: Set[str]) -> int:
    """How many words are among the words of a wording, each in one of its readings."""
    ambiguous = (word.split("|") for word in words if "|" in word)
    return sum(map(readings.__contains__, words)) + sum(not readings.isdisjoint(each) for each in ambiguous)


@lru_cache(maxsize=1 << 14)
def _in_full(words: Words, ruleset: Ruleset) -> Words:
    """The words of a wording with contractions expanded."""
    return tuple(expanded(words, ruleset))


@lru_cache(maxsize=1 << 14)
def _either_way(words: Words, ruleset: Ruleset) -> Words:
    """The words of a wording, and those that contractions among them stand for, each as often as the words lack it."""
    more = Counter(_in_full(words, ruleset)) - Counter(words)
    return (*words, *more.elements())


@lru_cache(maxsize=1 << 14)
def _readings_of(words: Words) -> frozenset[str]:
    """The words of a wording, an ambiguous ending in each of its readings."""
    return frozenset(reading for word in words for reading in word.split("|"))


def _altered(a: str, b: str, first: Words, second: Words, ruleset: Ruleset) -> Comparison:
    """Say which words differ; "paraphrase" when too few agree to be one wording."""
    fewest = ruleset.setting("quotation.paraphrase_below") * min(len(first), len(second))
    # Most pairs have few words in common, in whatever order: these need not be aligned.
    if _most_agreeing(a, b, ruleset) < fewest:
        return _PARAPHRASE
    found = differing_words(a, b, ruleset)
    if found.agreeing < fewest:
        return _PARAPHRASE
    if not found.changes:
        return Comparison("consistent", Difference.OVERLAP, "the two overlap, and agree where they do")
    if only_articles_differ(a, b, found.changes, ruleset):
        return Comparison("consistent", Difference.TRIMMED, "only an article differs beside marked cuts")
    if _is_trimmed(found.changes, ruleset) and not is_moved(found):
        left_out = " … ".join(shown(each.removed or each.added) for each in found.changes)
        relation: Relation = "consistent" if only_fillers_differ(found, ruleset) else "different"
        return Comparison(relation, Difference.TRIMMED_UNMARKED, f"“{left_out}” left out without a mark")
    count = sum(max(len(each.removed), len(each.added)) for each in found.changes)
    reason = "; ".join(_described(each) for each in found.changes)
    return Comparison("different", Difference.WORDS_CHANGED, reason, count)


def _is_trimmed(changes: Sequence[Change], ruleset: Ruleset) -> bool:
    """Whether one wording only omits words of the other, and none of them is a negation."""
    if any(each.removed for each in changes) and any(each.added for each in changes):
        return False
    return not any(is_negated((*each.removed, *each.added), ruleset) for each in changes)


def leaves_out(trimmed: Quotation, whole: Quotation, ruleset: Ruleset) -> bool:
    """Whether the first quotation omits words of the second without a mark and adds none.

    `compare` is symmetric and does not say which of the two is the shorter; omission is a cut, addition is not.
    """
    if compare(trimmed, whole, ruleset).difference is not Difference.TRIMMED_UNMARKED:
        return False
    return all(not each.removed for each in differing_words(trimmed.quote, whole.quote, ruleset).changes)


def _described(change: Change) -> str:
    """Describe one change for the reason of a comparison: missing, added or replaced words."""
    removed, added = shown(change.removed), shown(change.added)
    if not added:
        return f"“{removed}” missing"
    if not removed:
        return f"“{added}” added"
    return f"“{removed}” → “{added}”"


def _match_at(small: Words, large: Words, at: int, *, whole: bool) -> bool:
    """Whether `small` matches `large` at index `at`; an ambiguous ending matches each of its readings."""
    if whole and len(small) != len(large):
        return False
    return all(same_word(word, other) for word, other in zip(small, large[at : at + len(small)], strict=False))


def similarity(a: Quotation, b: Quotation, ruleset: Ruleset, least: float = 0.0) -> float:
    """Return how likely two quotations give one statement, from 0 to 1; a part scores slightly below the whole.

    What is below `least` may be given as any number below it, which takes less time.
    """
    from rapidfuzz import fuzz

    first, second = folded_words(a.quote, ruleset), folded_words(b.quote, ruleset)
    if not first or not second:
        return 0.0
    cutoff = max(0.0, 100 * least - _ROUNDING)
    alike = fuzz.partial_ratio(" ".join(first), " ".join(second), score_cutoff=cutoff) / 100
    first_stems, second_stems = shared_words(a.quote, ruleset), shared_words(b.quote, ruleset)
    common = len(first_stems & second_stems)
    likeness = max(alike, common / min(len(first_stems), len(second_stems))) if common > 2 else alike
    # Among candidates that contain the same words, prefer the one nearest in length.
    short, long = sorted((len(first), len(second)))
    return likeness * (1 - _PARTIAL_PENALTY * (1 - short / long))


@lru_cache(maxsize=1 << 14)
def shared_words(quote: str, ruleset: Ruleset) -> frozenset[str]:
    """Return the stems under which a quotation is indexed: its rarer words, or all when it has only common ones."""
    common, stem = ruleset.words("quote_common_word"), language_of(ruleset).stem
    words = folded_words(quote, ruleset)
    rarer = frozenset(stem[word] for word in words if (len(word) > 3 or word.isdigit()) and word not in common)
    return rarer or frozenset(stem[word] for word in words)
