"""Speech, a doubted or borrowed word, or a title: what quotation marks are there for."""

from __future__ import annotations

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import CAPITAL, FUNCTION, POSSESSIVE, QUOTE, SIGN, Lexicon
from factcheck.kinds.quotation.marks import Part

_LONGEST_TITLE = 9
_STRONG = frozenset(("after", "late"))


def role_of(text: str, part: Part, frame: Frame, at: int, how: str, words: Lexicon) -> str:  # noqa: PLR0913
    """ "quotation", "scare" or "title"."""
    quoted = text[part.start : part.end].strip()
    tokens = quoted.split()
    if _is_title(quoted, tokens, frame, at, how, words):
        return "title"
    if how in {"", "subject"} and len(tokens) <= 4 and quoted[-1:] not in "!?":
        return "scare"
    previous = frame.words[at - 1].lower() if at else ""
    if (
        previous in words.naming
        and how != "after"
        and len(tokens) <= 4
        and previous in {"so-called", "known", "nicknamed"}
    ):
        return "scare"
    return "quotation"


def _is_title(quoted: str, tokens: list[str], frame: Frame, at: int, how: str, words: Lexicon) -> bool:  # noqa: PLR0913
    """Whether the words are the name of a work or a nickname: capitalised throughout, and no sentence."""
    if how in _STRONG or len(tokens) > _LONGEST_TITLE or (quoted[-1:] in "!?" and len(tokens) > 2):
        return False
    if not quoted[:1].isupper() and not quoted[:1].isdigit():
        return False
    content = [word for word in tokens if words.bits.get(word.lower().strip(",.'’"), 0) & FUNCTION == 0]
    if (
        not content
        or not all(word[:1].isupper() or word[:1].isdigit() for word in content)
        or not tokens[0][:1].isupper()
    ):
        return False
    before = at > 0 and frame.bits[at - 1] & CAPITAL
    after = (
        at + 1 < len(frame.words) and frame.bits[at + 1] & CAPITAL and not frame.bits[at + 1] & (SIGN | QUOTE)
    )
    if before and after and len(tokens) <= 3:
        return True
    if (
        len(tokens) > 1
        and at > 1
        and frame.bits[at - 1] & POSSESSIVE
        and how == "before"
        and quoted[-1:].isalnum()
    ):
        return True  # on CNN’s “Late Hour”
    near = frame.words[max(0, at - 6) : at] + frame.words[at + 1 : at + 3]
    return (
        any(word.lower() in words.works for word in near)
        or how == ""
        or (len(tokens) > 1 and how != "before")
    )
