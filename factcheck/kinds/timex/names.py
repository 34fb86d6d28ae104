"""Words that look like dates but are not: verbs, surnames, newspapers, titles in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from factcheck.kinds.timex.conditions import Match
from factcheck.kinds.timex.grammar import Pattern
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_TITLE_REACH: Final = 60  # characters before an expression in which the quotation mark of its title may stand
_WORD_REACH: Final = 24  # characters before an expression that hold the one or two words before it
_HEADLINE_LENGTH: Final = 120  # characters: a longer line is no headline in title case
_SUPERLATIVE_LENGTH: Final = 4  # letters that a superlative has more than: "hottest", not "West"
_SUBTITLE: Final = regex(r": (?:An?|The) [A-Z]")
_SENTENCE_END: Final = frozenset('.!?:;\x00"()')
_AFTER_DASH: Final = regex(r"\s?[-/]\s?([a-z]+)")
_DASHES: Final = ("-", "–", "—", "/")
_NEXT_WORD: Final = regex(r"\s?(?:'s)?\s*([^\W\d_])([^\W\d_]*)")


def is_no_date(pattern: Pattern, match: Match, trigger: tuple[int, int], text: str, low: str) -> bool:
    """Whether letter case and neighbouring words show that a match is no time expression."""
    begin = trigger[0]
    capital = text[begin].isupper()
    if not capital and low[begin].isdigit():
        if pattern.capital == "figures" and text[trigger[1] - 1] == "h":  # "2h" is two hours, "2H" half a year
            return True
        return _is_quoted_alone(text, *match.span()) or (
            pattern.shape == "year" and _is_work_title(text, *match.span())
        )
    word = low[begin : trigger[1]]
    if pattern.capital == "all":
        return not text[begin : trigger[1]].isupper()
    if not capital:
        if word in pattern.homographs:
            return not _is_certain(pattern, match)
        doubtful = pattern.capital == "yes" and word in pattern.words("lower_is_no_holiday")
        return doubtful and not match["year"]
    if pattern.name and _is_name(pattern, word, (begin, match.end()), text, low):
        return True
    if pattern.capital in ("no", "unit") and _is_capitalised_inside(pattern, match, begin, text, low):
        return True
    return _is_title(pattern, text, low, *match.span())


def _is_certain(pattern: Pattern, match: Match) -> bool:
    """Whether a month in small letters stands in an unambiguous date: with a year, or with an ordinal as day."""
    if not pattern.small:
        return not pattern.name and bool(match.groupdict().get("year"))
    groups = match.groupdict()
    day = groups.get("day") or ""
    return bool(groups.get("year")) or not day.isdigit() or "may" not in match[0]


def _is_name(pattern: Pattern, word: str, span: tuple[int, int], text: str, low: str) -> bool:
    """Whether a capitalised month or weekday is a name, a verb at the start of a sentence, or part of a title."""
    words = pattern.words
    start, end = span
    previous = _previous_word(low, start)
    if _is_named_weekday(words, low, start, end) or _is_newspaper(words, text, end):
        return True
    is_date = previous in words("time_preposition") or (
        text[start - 1 : start] in _DASHES and (previous in words("month") or previous in words("weekday"))
    )
    is_date = is_date or _is_first_of_two(words, low, end) or _is_ranked(words, previous)
    if word in words("short_name"):
        stopped = text[end - 1] == "." or text[end : end + 1] == "."
        return not (is_date or stopped) or (word in words("short_first_name") and _next_is_capitalised(text, end))
    if word not in words("also_a_name"):
        return False
    if previous in words("name_title"):
        return True
    if word in words("also_a_verb") and not is_date:
        dates = previous in words("month_article") and _is_before_noun(words, text, end)
        return not dates and not _has_adjective(low, start, end)
    surname = (
        bool(previous) and not is_date and text[start - 2 : start - 1].isalpha() and _follows_proper_noun(text, start)
    )
    joined = previous in words("name_joiner") and _capital_follows(text, end)
    return surname or joined or (not is_date and _next_is_capitalised(text, end))


def _is_named_weekday(words: Callable[[str], dict[str, str]], low: str, start: int, end: int) -> bool:
    """Whether a weekday ends the name of an event: "Bloody Sunday", "Super Bowl Sunday"."""
    before = low[max(0, start - _WORD_REACH) : start].split()[-2:]
    weekday = low[start:end].rstrip(".")
    return any(" ".join((*before[at:], weekday)) in words("named_weekday") for at in range(len(before)))


def _is_ranked(words: Callable[[str], dict[str, str]], previous: str) -> bool:
    """Whether a month is ranked against others, which shows it to be one: "the hottest May", "a record March"."""
    return previous in words("month_rank") or (len(previous) > _SUPERLATIVE_LENGTH and previous.endswith("est"))


def _has_adjective(low: str, start: int, end: int) -> bool:
    """Whether a month ends a clause after an article and adjective: "after a weak March."."""
    stopped = low[end - 1] == "." or low[end : end + 1] in _STOPS
    return stopped and _WITH_ADJECTIVE.search(low, max(0, start - _WORD_REACH), start) is not None


_STOPS: Final = frozenset(".,;)")
_WITH_ADJECTIVE: Final = regex(r"\ban?\s[a-z-]+\s$")


def _is_before_noun(words: Callable[[str], dict[str, str]], text: str, end: int) -> bool:
    """Whether a month modifies the noun after it: "the May election", "a March meeting"."""
    following = _NEXT_WORD.match(text, end)
    if following is None or text[end : end + 1] != " " or following[1].isupper():
        return False
    return following[0].strip() not in words("no_month_noun")


def _is_newspaper(words: Callable[[str], dict[str, str]], text: str, end: int) -> bool:
    """Whether a weekday begins the name of a newspaper: "the Sunday Times"."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and following[1].isupper() and following[0].strip().lower() in words("newspaper_word")


def _is_first_of_two(words: Callable[[str], dict[str, str]], low: str, end: int) -> bool:
    """Whether a hyphen and another month or weekday follow: "Jan-Feb", "Mon-Fri"."""
    following = _AFTER_DASH.match(low, end)
    return following is not None and (following[1] in words("month") or following[1] in words("weekday"))


def _previous_word(low: str, start: int) -> str:
    """The word directly before an offset, without its marks; empty at the start of a line."""
    before = low[max(0, start - _WORD_REACH) : start]
    if not before or before[-1] == "\x00":
        return ""
    last = before.split()[-1].rpartition("\x00")[2] if not before.isspace() else ""
    return last.rstrip("-").rpartition("-")[2].strip(".('\"")


def _next_is_capitalised(text: str, end: int) -> bool:
    """Whether a capitalised word of the same sentence follows."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and following[1].isupper() and text[end : end + 2] != ". "


def _capital_follows(text: str, end: int) -> bool:
    """Whether a blank and a capital follow directly, as in a first name with its surname."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


def _follows_proper_noun(text: str, start: int) -> bool:
    """Whether the word directly before is capitalised without beginning a sentence."""
    at = text.rfind(" ", max(0, start - _TITLE_REACH), start - 1) + 1
    return text[at].isupper() and at > 1 and text[at - 2] not in _SENTENCE_END


def _is_capitalised_inside(pattern: Pattern, match: Match, begin: int, text: str, low: str) -> bool:
    """Whether a common noun is capitalised within a sentence: "Fashion Week", "the Six-Day War".

    False in headlines: a short line without final punctuation may be in title case throughout.
    """
    start = match.start()
    if text[begin + 1 : begin + 2].isupper():
        return False
    if low[start].isdigit() and pattern.capital == "unit":
        return False
    head = text[max(0, start - 3) : start].rstrip()
    if begin == start and (not head or head[-1] in _SENTENCE_END or head[-1] in "\n“‘—"):
        return False
    begin, end = max(0, start - _HEADLINE_LENGTH), start + _HEADLINE_LENGTH
    line = text[begin:start].rpartition("\n")[2] + text[start:end].partition("\n")[0]
    return line[-1:] in ".!?\"”’'" or len(line) > _HEADLINE_LENGTH


def _is_quoted_alone(text: str, start: int, end: int) -> bool:
    """Whether an expression fills its quotation marks."""
    return start > 0 and text[start - 1] in '"“‘«' and text[end : end + 1] in ('"', "”", "’", "»")


def _is_work_title(text: str, start: int, end: int) -> bool:
    """Whether a year begins the title of a work within a line: "2001: A Space Odyssey"."""
    return (
        _SUBTITLE.match(text, end) is not None and text[start - 1 : start] == " " and text[: start - 1][-1:].islower()
    )


@lru_cache(maxsize=8)
def _title_pattern(ruleset: Ruleset) -> re.Pattern[str]:
    """A title: capitalised words with small words such as "of" between them."""
    pattern = r"[A-Z0-9][\w'’-]*(?:[ :,]+(?:[A-Z0-9][\w'’-]*|{title_word}))+[!?]?"
    return ruleset.compile(pattern, case=True)


def _is_title(pattern: Pattern, text: str, low: str, start: int, end: int) -> bool:
    """Whether the expression is part of a title in quotation marks."""
    begin = max(0, start - _TITLE_REACH)
    opening = max(low.rfind('"', begin, start), text.rfind("‘", begin, start))
    if opening < 0 or text[opening] == "”":
        return False
    inside = _title_pattern(pattern.ruleset).match(text, opening + 1)
    if inside is None or inside.end() < end:
        return False
    return text[inside.end() : inside.end() + 1] in ('"', "”", "’", ",")
