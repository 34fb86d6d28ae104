"""Classify what quotation marks are for: speech, a doubted or borrowed word, or a title."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import CAPITAL, FUNCTION, POSSESSIVE, PREPOSITION, ROLE
from factcheck.kinds.quotation.parts import Part

_NICKNAME_WORDS: Final = 3  # words of the longest nickname


def role_of(frame: Frame, part: Part, at: int, how: str) -> str:
    """Return "quotation", "scare" or "title"; `how` says how the quotation was attributed."""
    attributed = how in {"after", "late", "carried", "chain"}
    if at and _is_nickname(frame, part, at):
        return "title"  # Tom “Red” Hale said
    if attributed and not (at and frame.bits[at - 1] & PREPOSITION):
        return "quotation"
    quoted = frame.text[part.start : part.end]
    tokens, lexicon = quoted.split(), frame.lexicon
    if attributed:
        # On “State of Play,” she said.
        return "title" if len(tokens) > 1 and _is_capitalised(quoted, tokens, frame) else "quotation"
    if _is_capitalised(quoted, tokens, frame) and _is_title(tokens, frame, at, how):
        return "title"
    if len(tokens) > lexicon.scare_words:
        return "quotation"
    if how in {"", "subject"} and quoted[-1] not in "!?":
        return "scare"
    named = any(frame.low(n) in lexicon.naming_words for n in range(max(0, at - 2), at))
    return "scare" if named else "quotation"


def _is_nickname(frame: Frame, part: Part, at: int) -> bool:
    """Whether up to three capitalised words without a stop stand between two names: Tom “Red” Hale."""
    if at + 1 >= len(frame.bits) or not frame.bits[at - 1] & frame.bits[at + 1] & CAPITAL:
        return False
    quoted = frame.text[part.start : part.end]
    tokens = quoted.split()
    return len(tokens) <= _NICKNAME_WORDS and quoted[-1].isalnum() and _is_capitalised(quoted, tokens, frame)


def _is_capitalised(quoted: str, tokens: list[str], frame: Frame) -> bool:
    """Whether all content words are capitalised and the quotation is no exclamation or question."""
    lexicon = frame.lexicon
    if not (quoted[0].isupper() or quoted[0].isdigit()) or len(tokens) > lexicon.longest_title:
        return False
    if quoted[-1] in "!?" and len(tokens) > 2:
        return False
    spelt = [word for word in tokens if word[0].isalnum()]
    content = [word for word in spelt if not lexicon.bits.get(word.lower().strip(",.'’"), 0) & FUNCTION]
    return bool(content) and all(word[0].isupper() or word[0].isdigit() for word in content)


def _is_title(tokens: list[str], frame: Frame, at: int, how: str) -> bool:
    """Whether the context of capitalised words shows the name of a work, a programme or a slogan."""
    if how == "noun" and at and frame.words[at - 1] == ":":
        return False  # Kelly’s reply: “No Way.”
    before = frame.bits[at - 1] if at else 0
    after = frame.bits[at + 1] if at + 1 < len(frame.bits) else 0
    if after & ROLE and not after & CAPITAL and how != "after":
        return True  # the “Dawn & Dusk” host
    if how == "" or (len(tokens) > 1 and how != "before"):
        return True
    # Speaking on “State of Play,” on HCN’s “Late Hour”.
    aired = (at and frame.low(at - 1) in {"on", "the"}) or before & POSSESSIVE
    of_outlet = before & POSSESSIVE and before & CAPITAL and at > 1 and frame.bits[at - 2] & PREPOSITION
    if (aired and len(tokens) > 1) or of_outlet:
        return True
    near = frame.words[max(0, at - 6) : at] + frame.words[at + 1 : at + 3]
    return any(word.lower() in frame.lexicon.work_nouns for word in near)
