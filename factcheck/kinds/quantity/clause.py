"""What was counted: the verb nearest a figure and its subject, read without a tagger."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quantity.grammar import WORD, Grammar
from factcheck.regex_cache import regex

# Splits into words with what stands between them: the odd places are the words.
_WORD: Final = regex(f"({WORD.pattern})")
_BREAK: Final = regex(r"[,;:()—–]")
_NEXT: Final = regex(r"\s+([a-z]+)")
# How far before a figure its verb is looked for, in characters.
REACH: Final = 90
_SUBJECT_WORDS: Final = 5


def verb_and_subject(text: str, tokens: list[str], end: int, limit: int, g: Grammar) -> tuple[str | None, str | None]:
    """The verb and the subject of the clause around a figure; None where they cannot be told.

    `tokens` are what stands before it between blanks, `end` is its end and `limit` that of its sentence. Behind the
    figure a participle says what became of the counted ("59 people were killed"); before it stands the verb that took
    the figure as its object or complement ("Mexico returned 143,057 migrants"), and before that its subject.
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
    """The last verb of some words and its subject."""
    if not tokens[-1].isalpha():
        return _among_marks(tokens, g)
    functions = g.function_words
    first = last = -1
    for index in range(len(tokens) - 2, max(-1, len(tokens) - 2 - _SUBJECT_WORDS), -1):
        word = tokens[index]
        if not word.isalpha():
            return _among_marks(tokens, g)
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


def _among_marks(tokens: list[str], g: Grammar) -> tuple[str | None, str | None]:
    """The last verb and its subject where marks stand among the words."""
    # More words than a subject has, since a token may hold none ("–", "12").
    pieces = _WORD.split(" ".join(tokens[-3 * _SUBJECT_WORDS :]))
    for index in range(len(pieces) - 2, 0, -2):
        if g.verbs[pieces[index]]:
            return pieces[index], _subject(pieces, index, g)
    return None, None


def _subject(pieces: list[str], verb: int, g: Grammar) -> str | None:
    """The last words before the verb, in its clause, that are no function words at their ends."""
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
