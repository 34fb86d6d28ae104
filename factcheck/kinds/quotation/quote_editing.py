"""Tell what an outlet did to a quotation from what it got wrong: brackets, ellipses, masked words, handles."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache

from factcheck.kinds.quotation.quote_alignment import Change, WordAlignment, Words, align_words
from factcheck.kinds.quotation.quote_words import expanded, expanded_alike, figures, folded_words, letters, same_word
from factcheck.records import record, replace
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

BRACKET = regex(r"\[[^\]\[]{0,80}\]|\([^()]{0,80}\)")
_MASKED = r"(?<![\w*])[^\W\d_]{1,4}(?:\*{2,}|(?:-{2,}|[–—]{2,})(?=[^\W\d_]))[^\W\d_]{0,6}"  # d***ed, d---ed
ELLIPSIS = regex(r"(?:\s*\.){3,4}|…")
_MARKED = regex(rf"{ELLIPSIS.pattern}|\[|\(|{_MASKED}")
INSERTED = regex(rf"{BRACKET.pattern}|{_MASKED}")
_HANDLE = regex(r"(?<!\w)@(\w+)")
_LONGEST_FILLER = 2  # words
_LONGEST_REPLACED = 8  # words for which an outlet's brackets stand
_FEWEST_AGREEING = 3  # words of a piece between ellipses by which it is found, or all of a shorter one
_FEWEST_HANDLE_LETTERS = 4  # of a name that stands in a handle


@record
class _Wording:
    """A wording's words, and the word indices before which an outlet took words out to put its own."""

    words: Words
    gaps: frozenset[int] = frozenset()


@lru_cache(maxsize=1 << 14)
def is_marked(quote: str) -> bool:
    """Whether an outlet marked that it edited a quotation: by an ellipsis, brackets or masked letters."""
    return _MARKED.search(quote) is not None


@lru_cache(maxsize=1 << 12)
def differing_words(a: str, b: str, ruleset: Ruleset) -> WordAlignment:
    """Return how two wordings are aligned, without the differences that an outlet's editing explains.

    What stands in brackets is the outlet's own and may replace words; an ellipsis may replace any number of them.
    """
    handles = [letters(folded_words(handle, ruleset)) for handle in _HANDLE.findall(f"{a} {b}")]
    pairs = itertools.product(_readings(a, ruleset), _readings(b, ruleset))
    return min((_align(one, other, handles, ruleset) for one, other in pairs), key=_cost)


def _cost(alignment: WordAlignment) -> tuple[int, int]:
    """The words that an alignment changes; of two that change as many, the one in which more agree costs less."""
    return sum(max(len(each.removed), len(each.added)) for each in alignment.changes), -alignment.agreeing


@lru_cache(maxsize=1 << 12)
def wordings(quote: str, ruleset: Ruleset) -> tuple[Words, ...]:
    """The words of a quotation as it stands and, where an outlet inserted some, without those."""
    return tuple(_whole(pieces).words for pieces in _readings(quote, ruleset))


def _readings(quote: str, ruleset: Ruleset) -> list[list[_Wording]]:
    """Return the pieces between ellipses of a quotation as it stands, and without the words that an outlet inserted."""
    pieces = [piece for piece in ELLIPSIS.split(quote) if folded_words(piece, ruleset)]
    plain = [_Wording(folded_words(piece, ruleset)) for piece in pieces]
    bare = [_without_insertions(piece, ruleset) for piece in pieces]
    return [plain, bare] if any(each.gaps and each.words for each in bare) else [plain]


def _without_insertions(piece: str, ruleset: Ruleset) -> _Wording:
    words: Words = ()
    gaps: set[int] = set()
    at = 0
    for match in INSERTED.finditer(piece):
        if is_negated(folded_words(match[0], ruleset), ruleset):
            continue
        words += folded_words(piece[at : match.start()], ruleset)
        gaps.add(len(words))
        at = match.end()
    return _Wording(words + folded_words(piece[at:], ruleset), frozenset(gaps))


def _align(one: list[_Wording], other: list[_Wording], handles: list[str], ruleset: Ruleset) -> WordAlignment:
    found = _align_wordings(_whole(one), _whole(other), handles, ruleset)
    if found.changes and len(one) > 1 and len(other) == 1:
        return min(found, _align_pieces(one, other[0], handles, ruleset), key=_cost)
    if found.changes and len(other) > 1 and len(one) == 1:
        return min(found, _turned(_align_pieces(other, one[0], handles, ruleset)), key=_cost)
    return found


def _whole(pieces: Sequence[_Wording]) -> _Wording:
    words: Words = ()
    gaps: set[int] = set()
    for piece in pieces:
        gaps |= {len(words) + gap for gap in piece.gaps}
        words += piece.words
    return _Wording(words, frozenset(gaps))


def _align_pieces(pieces: Sequence[_Wording], whole: _Wording, handles: list[str], ruleset: Ruleset) -> WordAlignment:
    """Align the pieces between ellipses with the rest of the other wording, one after the other.

    A piece may stand before the beginning of the other wording or after its end; else it is to stand in it.
    """
    agreeing, at, done = 0, 0, 0
    changes: list[Change] = []
    begin, end = (0, 0), (0, 0)
    for piece in pieces:
        rest = _Wording(whole.words[at:], frozenset(gap - at for gap in whole.gaps if gap >= at))
        found = _align_wordings(piece, rest, handles, ruleset) if rest.words else None
        if found is None or not _is_found(found, piece):
            changes.append(Change(piece.words, (), done, at))
        else:
            if not agreeing:
                begin = (found.begin[0] + done, found.begin[1])
                changes = [] if not begin[1] else changes
            agreeing += found.agreeing
            changes += [Change(each.removed, each.added, each.at + done, each.to + at) for each in found.changes]
            end = (found.end[0] + done, found.end[1] + at)
            at = end[1]
        done += len(piece.words)
    if end[1] == len(whole.words):
        changes = [each for each in changes if each.at < end[0]]
    return WordAlignment(_whole(pieces).words, whole.words, agreeing, tuple(changes), begin, end)


def _is_found(found: WordAlignment, piece: _Wording) -> bool:
    """Whether enough of a piece agrees, apart from what extends beyond the other wording."""
    return found.agreeing >= min(_FEWEST_AGREEING, len(piece.words)) and 2 * found.agreeing >= (
        found.end[0] - found.begin[0]
    )


def _turned(found: WordAlignment) -> WordAlignment:
    changes = [Change(each.added, each.removed, each.to, each.at) for each in found.changes]
    return WordAlignment(found.second, found.first, found.agreeing, tuple(changes), found.begin[::-1], found.end[::-1])


def _align_wordings(one: _Wording, other: _Wording, handles: list[str], ruleset: Ruleset) -> WordAlignment:
    first, second = one, other
    if not one.gaps and not other.gaps:
        first, second = (_Wording(words) for words in expanded_alike(one.words, other.words, ruleset))
    found = align_words(first.words, second.words)
    kept = [each for each in found.changes if not _says_nothing(each, first, second, handles, ruleset)]
    return replace(found, changes=tuple(kept))


def _says_nothing(change: Change, first: _Wording, second: _Wording, handles: Sequence[str], ruleset: Ruleset) -> bool:
    """Whether a change is a contraction, a handle for a name, or the words for which an outlet's own stand."""
    removed, added, before, afters = _unlike(change, ruleset)
    if not removed and not added:
        return True
    if removed and added and _is_handle(removed, added, handles):
        return True
    here = (change.at + before, change.at + len(change.removed) - afters[0])
    there = (change.to + before, change.to + len(change.added) - afters[1])
    return _stands_for(removed, added, here, first, there, second, ruleset) or _stands_for(
        added, removed, there, second, here, first, ruleset
    )


def _stands_for(
    words: Words,
    others: Words,
    here: tuple[int, int],
    plain: _Wording,
    there: tuple[int, int],
    edited: _Wording,
    ruleset: Ruleset,
) -> bool:
    """Whether an outlet's own words in `edited` stand for these words of `plain`, at whose end any may follow."""
    places = set(there) if not others else set()
    if here[0] == 0:
        places.add(there[1])
    if here[1] == len(plain.words):
        places.add(there[0])
    return bool(places & edited.gaps) and len(words) <= _LONGEST_REPLACED and not is_negated(words, ruleset)


def _unlike(change: Change, ruleset: Ruleset) -> tuple[Words, Words, int, tuple[int, int]]:
    """Return both sides of a change without the words that agree once contractions are expanded, and their number.

    They are as many before it on both sides; those after it may be as many letters in another number of words.
    """
    removed, added = tuple(expanded(change.removed, ruleset)), tuple(expanded(change.added, ruleset))
    before = after = 0
    while removed and added and same_word(removed[0], added[0]):
        removed, added, before = removed[1:], added[1:], before + 1
    while removed and added and same_word(removed[-1], added[-1]):
        removed, added, after = removed[:-1], added[:-1], after + 1
    afters = after, after
    for one, other in ((2, 1), (1, 2)):  # "e-mails", "emails"
        here, there = removed[-one:], added[-other:]
        if here and letters(here) == letters(there) and figures(here) == figures(there):
            removed, added, afters = removed[:-one], added[:-other], (after + one, after + other)
    return removed, added, before, afters


def _is_handle(removed: Sequence[str], added: Sequence[str], handles: Sequence[str]) -> bool:
    """Whether one side is a handle and the other the name in it: "@realAnnOrr", "Ann Orr"."""
    one, other = letters(removed), letters(added)
    return any(
        handle == whole and len(name) >= _FEWEST_HANDLE_LETTERS and name in handle
        for handle in handles
        for whole, name in ((one, other), (other, one))
    )


def is_negated(words: Sequence[str], ruleset: Ruleset) -> bool:
    """Whether the words hold a negation or a condition."""
    negations = ruleset.words("quote_negation")
    return any(word in negations or word.endswith("n't") for word in words)


def names_another_time(words: Words, others: Words, ruleset: Ruleset) -> bool:
    """Whether an outlet's own words name another month, weekday or figure than those for which they stand."""
    for name in ("month", "weekday"):
        known = ruleset.words(name)
        one, other = ({known[word] for word in each if word in known} for each in (words, others))
        if one and other and one.isdisjoint(other):
            return True
    here, there = figures(words), figures(others)
    return bool(here and there) and set(here).isdisjoint(there)


def only_articles_differ(a: str, b: str, changes: Sequence[Change], ruleset: Ruleset) -> bool:
    """Whether nothing but articles differs between two wordings of which one is marked as edited."""
    if not is_marked(a) and not is_marked(b):
        return False
    articles = ruleset.words("quote_article")
    return all(word in articles for each in changes for word in (*each.removed, *each.added))


def only_fillers_differ(found: WordAlignment, ruleset: Ruleset) -> bool:
    """Whether one wording lacks nothing of the other but words that carry no meaning in speech, or are said twice."""
    return all(
        _is_filler(each.removed, found.first, each.at, ruleset)
        and _is_filler(each.added, found.second, each.to, ruleset)
        for each in found.changes
    )


def _is_filler(words: Words, wording: Words, at: int, ruleset: Ruleset) -> bool:
    """Whether words of a wording are fillers from first to last ("you know"), or repeat the words beside them."""
    end = at + len(words)
    if words and words in (wording[max(0, at - len(words)) : at], wording[end : end + len(words)]):
        return True
    fillers = ruleset.words("quote_filler")
    kept: Words = ()
    while words:
        size = next((n for n in range(min(_LONGEST_FILLER, len(words)), 0, -1) if " ".join(words[:n]) in fillers), 0)
        kept, words = (kept, words[size:]) if size else ((*kept, words[0]), words[1:])
    # "we, you know, we shut it"
    return not kept or kept in (wording[max(0, at - len(kept)) : at], wording[end : end + len(kept)])


def is_moved(found: WordAlignment) -> bool:
    """Whether words left out stand right beside what agrees: "take your guns away", "take away your guns"."""
    return any(
        (each.added and not each.removed and _stands_beside(each.added, found.first, found.begin[0], found.end[0]))
        or (
            each.removed and not each.added and _stands_beside(each.removed, found.second, found.begin[1], found.end[1])
        )
        for each in found.changes
    )


def _stands_beside(words: Words, wording: Words, begin: int, end: int) -> bool:
    size = len(words)
    return wording[end : end + size] == words or (begin >= size and wording[begin - size : begin] == words)
