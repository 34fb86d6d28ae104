"""Compare the wording of two quotations: verbatim, trimmed, altered or a paraphrase."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.kinds.quotation.speakers import are_different
from factcheck.model import Comparison, Difference, Quotation, Value
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import WORD, fold
from factcheck.text.tokens import language_of

Words = tuple[str, ...]
Change = tuple[Words, Words]
Step = tuple[int, int, int, int]  # word indices: start and end in the shorter wording, start and end in the longer

_INITIALS = regex(r"\b(?:[^\W\d_]\.[ ]?){2,}")
_PERCENT = regex(r"\s?%|\bper cent\b")
_BRACKET = regex(r"\[[^\]\[]{0,80}\]|\([^()]{0,80}\)")
_GAP = regex(rf"{_BRACKET.pattern}|(?:\s*\.){{3,4}}|…")
_MARKED = regex(r"(?:\s*\.){3,4}|…|\[|\(")
_MARGINS = (0, 2, 6)  # words added on both sides of the best window; an insertion may lie outside it
_PARTIAL_PENALTY = 0.05  # similarity that a very short part of a quotation loses against the whole
_SHORTEST_STEM = 3  # letters before an ending that is respelt; "raise" keeps its own
_FEWEST_LETTERS = 8  # of a wording compared without its blanks; a shorter one occurs by chance


def compare(a: Quotation, b: Quotation, ruleset: Ruleset) -> Comparison:
    """Compare two wordings; when the words agree, compare the speakers too."""
    found = _compare_words(a.quote, b.quote, ruleset)
    if found.relation == "different":
        if "quotation" in (a.role, b.role) and a.role == b.role:
            return found
        return Comparison("held", Difference.NO_STATEMENT, "a borrowed word or a title, not a statement")
    if are_different(a, b, ruleset):
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
    if _letters(first) == _letters(second):
        return Comparison("same", Difference.SPACING, "the same words but for hyphens or blanks")
    return (
        _contracted(first, second, ruleset)
        or _partial(first, second, a, b, ruleset)
        or _altered(first, second, ruleset)
    )


def _contracted(first: Words, second: Words, ruleset: Ruleset) -> Comparison | None:
    """Return "consistent" when only contractions differ ("nobody's", "nobody has"), else None."""
    if _match_at(_expanded(first, ruleset), _expanded(second, ruleset), 0, whole=True):
        return Comparison("consistent", Difference.CONTRACTION, "the same words but for contractions")
    return None


def _partial(first: Words, second: Words, a: str, b: str, ruleset: Ruleset) -> Comparison | None:
    """Return "consistent" when one wording is part of the other, whole or with its cuts marked, else None."""
    short, long = sorted((first, second), key=len)
    if _contains(long, short):
        return Comparison("consistent", Difference.PART_OF, "one quotation is part of the other")
    small, large = sorted((_expanded(short, ruleset), _expanded(long, ruleset)), key=len)
    if any(_match_at(small, large, at, whole=False) for at in range(len(large) - len(small) + 1)):
        return Comparison("consistent", Difference.PART_OF, "one quotation is part of the other, but for contractions")
    if _is_marked_cut(a, second, ruleset) or _is_marked_cut(b, first, ruleset):
        return Comparison("consistent", Difference.TRIMMED, "words left out, and marked as left out")
    return None


def _contains(long: Words, short: Words) -> bool:
    """Whether the words of `short` are consecutive in `long`, hyphens and blanks aside."""
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return True
    letters = _letters(short)
    if len(letters) < _FEWEST_LETTERS:
        return False
    starts, at = {0}, 0
    for word in long:
        at += len(word.replace("'", ""))
        starts.add(at)
    where = _letters(long).find(letters)
    return where in starts and where + len(letters) in starts


def _is_marked_cut(quote: str, whole: Words, ruleset: Ruleset) -> bool:
    """Whether the pieces of a quotation between ellipses and brackets occur in `whole`, in order.

    Also true when one wording contains the other after the bracketed insertions are removed.
    """
    if not _MARKED.search(quote):
        return False
    at = 0
    for piece in _GAP.split(quote):
        words = folded_words(piece, ruleset)
        found = next((n for n in range(at, len(whole) - len(words) + 1) if whole[n : n + len(words)] == words), None)
        if found is None:
            bare = folded_words(_BRACKET.sub(" ", quote), ruleset)
            return bare != folded_words(quote, ruleset) and (_contains(bare, whole) or _contains(whole, bare))
        at = found + len(words)
    return at > 0


def _altered(first: Words, second: Words, ruleset: Ruleset) -> Comparison:
    """Say which words differ; "paraphrase" when too few agree to be one wording."""
    agreeing, changes = _changes(first, second)
    if agreeing < ruleset.setting("quotation.paraphrase_below") * min(len(first), len(second)):
        return Comparison("different", Difference.PARAPHRASE, "other words for what may be the same statement")
    if not changes:
        return Comparison("consistent", Difference.OVERLAP, "the two overlap, and agree where they do")
    if _is_trimmed(changes, ruleset):
        left_out = " … ".join(" ".join(removed or added) for removed, added in changes)
        return Comparison("different", Difference.TRIMMED_UNMARKED, f"“{left_out}” left out without a mark")
    count = sum(max(len(removed), len(added)) for removed, added in changes)
    reason = "; ".join(_described(removed, added) for removed, added in changes)
    return Comparison("different", Difference.WORDS_CHANGED, reason, count)


def _is_trimmed(changes: Sequence[Change], ruleset: Ruleset) -> bool:
    """Whether one wording only omits words of the other, and none of them is a negation."""
    if any(removed for removed, _ in changes) and any(added for _, added in changes):
        return False
    negations = ruleset.words("quote_negation")
    return not any(word in negations or word.endswith("n't") for change in changes for side in change for word in side)


def leaves_out(trimmed: Quotation, whole: Quotation, ruleset: Ruleset) -> bool:
    """Whether the first quotation omits words of the second without a mark and adds none.

    `compare` is symmetric and does not say which of the two is the shorter; omission is a cut, addition is not.
    """
    first, second = folded_words(trimmed.quote, ruleset), folded_words(whole.quote, ruleset)
    if compare(trimmed, whole, ruleset).difference is not Difference.TRIMMED_UNMARKED:
        return False
    return all(not removed for removed, _ in _changes(first, second)[1])


def _described(removed: Words, added: Words) -> str:
    """Describe one change for the reason of a comparison: missing, added or replaced words."""
    if not added:
        return f"“{' '.join(removed)}” missing"
    if not removed:
        return f"“{' '.join(added)}” added"
    return f"“{' '.join(removed)}” → “{' '.join(added)}”"


def _changes(first: Words, second: Words) -> tuple[int, list[Change]]:
    """Return how many words agree, and the differing runs, at the best alignment of the two wordings."""
    from rapidfuzz import fuzz

    swapped = (len(first), first) > (len(second), second)
    short, long = (second, first) if swapped else (first, second)
    codes = {word: chr(256 + index) for index, word in enumerate(dict.fromkeys((*short, *long)))}
    needle, hay = ("".join(codes[word] for word in words) for words in (short, long))
    window = fuzz.partial_ratio_alignment(needle, hay)
    begin, end = (window.dest_start, window.dest_end) if window else (0, len(hay))
    # Insertions need more of the longer wording than the window, so wider windows are tried too.
    margins = (*_MARGINS, len(long))
    tried = [_steps(needle, hay, max(0, begin - margin), min(len(hay), end + margin)) for margin in margins]
    steps = min(tried, key=lambda found: (_cost(found), sum(b - a for a, b, _, _ in found)))
    agreeing = len(short) - sum(b - a for a, b, _, _ in steps)
    changes = [(short[a:b], long[c:d]) for a, b, c, d in steps if not _is_overhang((a, b, c, d), len(short), len(long))]
    return agreeing, [(added, removed) for removed, added in changes] if swapped else changes


def _cost(steps: Sequence[Step]) -> int:
    """Return the number of words that an alignment changes."""
    return sum(max(b - a, d - c) for a, b, c, d in steps)


def _is_overhang(step: Step, short: int, long: int) -> bool:
    """Whether a step holds words at an end of the shorter wording that extend beyond the end of the longer."""
    a, b, c, d = step
    return c == d and ((a == 0 and c == 0) or (b == short and d == long))


def _steps(needle: str, hay: str, begin: int, end: int) -> list[Step]:
    """Return the differing runs of two coded wordings; words of `hay` before or after `needle` are no difference."""
    from rapidfuzz.distance import Levenshtein

    steps = [
        (step.src_start, step.src_end, begin + step.dest_start, begin + step.dest_end)
        for step in Levenshtein.opcodes(needle, hay[begin:end])
        if step.tag != "equal" and not (step.tag == "insert" and step.src_start in (0, len(needle)))
    ]
    # Align words missing at an end with the words that the longer wording has there.
    if steps and steps[0][0] == 0 and steps[0][2] == steps[0][3]:
        a, b, c, d = steps[0]
        steps[0] = (a, b, max(0, c - (b - a)), d)
    if steps and steps[-1][1] == len(needle) and steps[-1][2] == steps[-1][3]:
        a, b, c, d = steps[-1]
        steps[-1] = (a, b, c, min(len(hay), d + (b - a)))
    return steps


@lru_cache(maxsize=1 << 14)
def folded_words(quote: str, ruleset: Ruleset) -> Words:
    """Return a quotation's words without case, accents, marks and spelling variants of English."""
    joined = _INITIALS.sub(lambda match: match[0].replace(".", "").replace(" ", "") + " ", quote)
    return tuple(_normalised_spelling(word, ruleset) for word in WORD.findall(_PERCENT.sub(" percent", fold(joined))))


@lru_cache(maxsize=1 << 16)
def _normalised_spelling(word: str, ruleset: Ruleset) -> str:
    """Return the spelling under which a word and its variants compare equal."""
    common = ruleset.words("quote_spelling").get(word)
    if common is not None or not word.isalpha() or len(word) < 5:
        return common or word
    for variant, usual in ruleset.words("quote_spelling_our").items():
        if variant in word:
            return word.replace(variant, usual)
    for ending, usual in ruleset.words("quote_spelling_ending").items():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + usual
    return word


def _letters(words: Sequence[str]) -> str:
    """Return the letters of the words without blanks and apostrophes."""
    return "".join(words).replace("'", "")


def _expanded(words: Words, ruleset: Ruleset) -> list[str]:
    """Return the words with contractions expanded; an ambiguous ending becomes "is|has"."""
    whole, endings = ruleset.words("quote_contraction"), ruleset.words("quote_contraction_ending")
    out: list[str] = []
    for word in words:
        if word in whole:
            out += whole[word].split()
            continue
        ending = next((e for e in endings if word.endswith(e) and len(word) > len(e)), None) if "'" in word else None
        out += [word] if ending is None else [word[: -len(ending)], endings[ending]]
    return out


def _match_at(small: list[str], large: list[str], at: int, *, whole: bool) -> bool:
    """Whether `small` matches `large` at index `at`; an ambiguous ending matches each of its readings."""
    if whole and len(small) != len(large):
        return False
    for word, other in zip(small, large[at : at + len(small)], strict=False):
        if word != other and word not in other.split("|") and other not in word.split("|"):
            return False
    return True


def similarity(a: Quotation, b: Quotation, ruleset: Ruleset) -> float:
    """Return how likely two quotations give one statement, from 0 to 1; a part scores slightly below the whole."""
    from rapidfuzz import fuzz

    first, second = folded_words(a.quote, ruleset), folded_words(b.quote, ruleset)
    if not first or not second:
        return 0.0
    letters = fuzz.partial_ratio(" ".join(first), " ".join(second)) / 100
    first_stems, second_stems = shared_words(a.quote, ruleset), shared_words(b.quote, ruleset)
    common = len(first_stems & second_stems)
    likeness = max(letters, common / min(len(first_stems), len(second_stems))) if common > 2 else letters
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


_COMMON_RUN = 4  # words in a row that two wordings of one utterance share
_SURE_RUN = 6  # the same where the speakers have different last names: words in a row that nobody shares by chance


def one_utterance(a: Value, b: Value, comparison: Comparison, ruleset: Ruleset) -> bool:
    """Whether two quotations whose words differ give one utterance, and not two statements of like words.

    They share a run of words; a longer one where their speakers have different last names. A paraphrase is another
    statement.
    """
    if not isinstance(a, Quotation) or not isinstance(b, Quotation) or comparison.difference is Difference.PARAPHRASE:
        return False
    first, second = folded_words(a.quote, ruleset), folded_words(b.quote, ruleset)
    same = bool(a.speaker and b.speaker and a.speaker.split()[-1] == b.speaker.split()[-1])
    return common_run(first, second) >= (_COMMON_RUN if same else _SURE_RUN)


def common_run(first: Words, second: Words) -> int:
    """The length of the longest run of words that two sequences share."""
    best = 0
    row = [0] * (len(second) + 1)
    for word in first:
        row = [0, *(row[index] + 1 if word == other else 0 for index, other in enumerate(second))]
        best = max(best, *row)
    return best
