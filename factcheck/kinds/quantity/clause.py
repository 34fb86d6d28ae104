"""Find the verb nearest to a figure and its subject, without a part-of-speech tagger."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quantity.grammar import WORD, Grammar
from factcheck.regex_cache import regex

# Splits a text into separators and words; words have the odd indices.
_WORD: Final = regex(f"({WORD.pattern})")
_BREAK: Final = regex(r"[,;:()—–]")
_NEXT: Final = regex(r"\s+([a-z]+)")
# Characters before a figure in which its verb is looked for; clauses are rarely longer.
VERB_REACH: Final = 90
# Words before a verb in which its subject is looked for; longer subjects are cut.
_SUBJECT_WORDS: Final = 5


def verb_and_subject(text: str, tokens: list[str], end: int, limit: int, g: Grammar) -> tuple[str | None, str | None]:
    """Return the verb and the subject of the clause around a figure; None for each that is not found.

    `tokens` are the strings between spaces before the figure, `end` is the end of the figure and `limit` the end of its
    sentence. A past form right after the figure is its verb ("59 people were killed"). Otherwise the verb is the last
    past form before the figure ("Mexico returned 143,057 migrants"), and the subject stands before that verb.
    """
    behind = _NEXT.match(text, end, limit) if text[end : end + 1].isspace() else None
    if behind is not None:
        word = behind[1]
        if word in g.sets.passed_over or word.endswith("ly"):
            behind = g.phrases.after_auxiliaries.match(text, end, limit)
            word = behind[1] if behind else ""
        if g.verbs[word]:
            return word, None
    for index in range(len(tokens) - 1, -1, -1):
        if g.with_verb[tokens[index]]:
            return _with_subject(tokens[: index + 1], g)
    return None, None


def _with_subject(tokens: list[str], g: Grammar) -> tuple[str | None, str | None]:
    """Return the last token, which is a verb, and its subject."""
    if not tokens[-1].isalpha():
        return _with_subject_among_punctuation(tokens, g)
    functions = g.function_words
    first = last = -1
    for index in range(len(tokens) - 2, max(-1, len(tokens) - 2 - _SUBJECT_WORDS), -1):
        word = tokens[index]
        if not word.isalpha():
            return _with_subject_among_punctuation(tokens, g)
        if word in g.sets.clause_conjunctions:
            break
        lower = word.lower()
        if lower not in functions:
            first = index
            if last < 0:
                last = index
        elif last >= 0 and lower not in g.sets.subject_joints:
            break
    return tokens[-1], " ".join(tokens[first : last + 1]) if last >= 0 else None


def _with_subject_among_punctuation(tokens: list[str], g: Grammar) -> tuple[str | None, str | None]:
    """Return the last verb and its subject where tokens contain punctuation."""
    # Take more tokens than a subject has words, since a token may hold no word ("–", "12").
    pieces = _WORD.split(" ".join(tokens[-3 * _SUBJECT_WORDS :]))
    for index in range(len(pieces) - 2, 0, -2):
        if g.verbs[pieces[index]]:
            return pieces[index], _subject(pieces, index, g)
    return None, None


def _subject(pieces: list[str], verb: int, g: Grammar) -> str | None:
    """Return the subject before a verb: the last words of its clause, without function words at either end.

    `pieces` alternates separators and words; `verb` is the index of the verb in it.
    """
    functions = g.function_words
    first = last = verb
    for index in range(verb - 2, max(-1, verb - 2 - 2 * _SUBJECT_WORDS), -2):
        between, word = pieces[index + 1], pieces[index]
        if (between != " " and _BREAK.search(between)) or (
            word in g.sets.clause_conjunctions and between[:1].isspace()
        ):
            break
        lower = word.lower()
        if lower not in functions:
            first = index
            if last == verb:
                last = index
        elif last != verb and lower not in g.sets.subject_joints:
            break
    return " ".join("".join(pieces[first : last + 1]).split()) if last != verb else None
