"""What was counted: the verb nearest a figure and its subject, read without a tagger."""

from __future__ import annotations

import re

from factcheck.kinds.quantity.grammar import Grammar

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_BREAK = re.compile(r"[,;:()—–]|\s(?:and|but|that|which|while|because|although|when|after|before|as)\s")
_AUXILIARIES = re.compile(
    r"\s+(?:(?:who|that|were|was|are|is|be|been|being|have|has|had|will|would|could|may|might|also|reportedly|not|[a-z]+ly)\s+)*([a-z]+)"
)
_REACH = 90


def verb_and_subject(
    text: str, start: int, end: int, bounds: tuple[int, int], g: Grammar
) -> tuple[str | None, str | None]:
    """The verb and the subject of the clause around a figure; None where they cannot be told.

    Behind the figure a participle says what became of the counted ("59 people were killed"); before it stands the verb
    that took the figure as its object or complement ("Mexico returned 143,057 migrants"), and before that its subject.
    """
    behind = _AUXILIARIES.match(text, end, bounds[1])
    if behind and _is_verb(behind[1], g):
        return behind[1], None
    stretch = text[max(bounds[0], start - _REACH) : start]
    words = list(_WORD.finditer(stretch))
    for index in range(len(words) - 1, -1, -1):
        if _is_verb(words[index][0], g):
            begin = words[index].start()
            breaks = [match.end() for match in _BREAK.finditer(stretch, 0, begin)]
            subject = [word for word in words[:index] if not breaks or word.start() >= breaks[-1]]
            return words[index][0], _subject(stretch, subject, g)
    return None, None


def _is_verb(word: str, g: Grammar) -> bool:
    if not word[0].islower():
        return False
    return word in g.past_verbs or (len(word) > 4 and word.endswith("ed") and word not in g.plural_nouns)


def _subject(stretch: str, words: list[re.Match[str]], g: Grammar) -> str | None:
    """The last words before the verb that are no function words at their ends."""
    taken = words[-5:]
    while taken and taken[-1][0].lower() in g.function_words:
        taken = taken[:-1]
    for index in range(len(taken) - 1, -1, -1):
        word = taken[index][0].lower()
        if word in g.function_words and word not in ("the", "of"):
            taken = taken[index + 1 :]
            break
    while taken and taken[0][0].lower() in g.function_words:
        taken = taken[1:]
    return " ".join(stretch[taken[0].start() : taken[-1].end()].split()) if taken else None
