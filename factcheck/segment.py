"""Articles within a page, paragraphs, sentences.

A newline is a paragraph break, unless the text is hard-wrapped: then a line that is full goes on in the next.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from factcheck.expressions import expression
from factcheck.model import Document, Sentence
from factcheck.ruleset import Ruleset

Bounds = tuple[int, int]

_LINE: Final = expression(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")
_ODD_BREAKS: Final = ("\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_MARKER: Final = expression(r"(?:[-*+•‣◦▪>]|[a-zA-Z]\)|#{1,6})\s|[=_~#*-]{3,}[ \t]*$|\|", re.MULTILINE)
_NUMBERED: Final = expression(r"\d{1,3}[.)]\s")
_STOPPED: Final = expression(r"[.!?…:;][\s'\"”’»)\]]*$")
_FIRST_WORD: Final = expression(r"\S+")
# Group 1 is the stop with the marks that close on it; a detached '' or ” closes too, as wire copy has it. The
# form without the ellipsis is for text that has none: one mark beyond Latin-1 makes the search much slower.
# The two negative lookaheads keep the search from giving back what it took: possessive repeats, which would say the
# same, give wrong groups on Python before 3.11.5.
_DETACHED: Final = r"[ \t](?:''|”|\")(?=\s)"
_CLOSING: Final = (
    rf"((?=\s\w)|(?:[.!?…\"'’”»)\]]|{_DETACHED}|\[\d{{1,3}}\]){{0,12}}(?!{_DETACHED}))\s+(?!\s|['\"”’»)\]]+$)"
)
_STOP: Final = expression(r"[.!?]" + _CLOSING)
_STOP_OR_ELLIPSIS: Final = expression(r"[.!?…]" + _CLOSING)
_TOKEN: Final = expression(r"[\w.&]+$")
_WORD: Final = expression(r"([^\w\s]*)([^\W\d_]+(?:['’]\w+)?)")
_SPELT: Final = expression(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LONGEST: Final = 12  # characters of a word before a stop that are looked at
_CLOSERS: Final = frozenset("\"”»'’")
_OPENERS: Final = frozenset("\"“‘`'«")
_CONTINUES: Final = frozenset(",;:)]}%&=/–—-")
_ELLIPSIS: Final = (".", "…")
_WAKING: Final = ("end", "weak end", "dateline")


def sentences(document: Document, ruleset: Ruleset) -> tuple[Sentence, ...]:
    """The sentences of a document: in order, trimmed, without overlap, over all text that is not blank."""
    grammar = _grammar(ruleset)
    text = document.text
    stops = (_STOP_OR_ELLIPSIS if "…" in text else _STOP).finditer
    paragraphs = paragraph_spans(text, ruleset, document.body)
    later = article_starts(text, paragraphs, ruleset)
    found = []
    for index, (start, end) in enumerate(paragraphs):
        article = bisect_right(later, index) if later else 0
        begin = start
        for stop in stops(text, start, end):
            following = stop.end()
            if text[following].islower() and not text[following + 1 : following + 2].isupper():
                continue
            if _ends(text, begin, stop, grammar):
                found.append(Sentence(begin, stop.end(1), index, article))
                begin = following
        found.append(Sentence(begin, end, index, article))
    return tuple(found)


@dataclass(eq=False)
class _Grammar:
    """The word lists of rules/en/segment.toml as the splitter asks for them."""

    abbreviations: dict[str, str]
    after_clock: frozenset[str]
    starters: frozenset[str]
    marked_names: frozenset[str]
    spoken: re.Pattern[str]


_ABBREVIATIONS: Final = ("before_name", "before_figure", "after_figure", "after_comma", "clock", "either")


@lru_cache(maxsize=8)
def _grammar(ruleset: Ruleset) -> _Grammar:
    roles: dict[str, str] = {}
    for role in _ABBREVIATIONS:
        for word in ruleset.words(f"abbreviation_{role}"):
            roles[word] = f"{roles.get(word, '')} {role}"
    return _Grammar(
        abbreviations=roles,
        after_clock=frozenset(ruleset.words("after_clock")),
        starters=frozenset(ruleset.words("sentence_starter")),
        marked_names=frozenset(ruleset.words("name_with_mark")),
        spoken=ruleset.compile(r"[A-Z][\w.'’-]*(?:\s+[\w.'’-]+){0,6}?\s+{sentence_cue}\b", "sentence_cue", case=True),
    )


def _ends(text: str, begin: int, stop: re.Match[str], grammar: _Grammar) -> bool:
    """Whether the sentence that begins at `begin` ends at the stop; no small letter follows."""
    at, following, closing = stop.start(), stop.end(), stop[1]
    mark = text[at]
    if text[following] in _CONTINUES:
        return False
    if mark == "…" or (mark == "." and closing[:1] in _ELLIPSIS):
        return not text[at - 1].isspace() or len(closing) > 2 or _starts(text, following, grammar)
    if mark == ".":
        return _full_stop_ends(text, begin, at, following, grammar)
    if not closing:
        return _token(text, begin, at) + mark not in grammar.marked_names
    return closing[-1] not in _CLOSERS or not grammar.spoken.match(text, following)


def _full_stop_ends(text: str, begin: int, at: int, following: int, grammar: _Grammar) -> bool:
    begins = max(begin, at - _LONGEST)
    token = text[max(begins, text.rfind(" ", begins, at) + 1) : at]
    if not token.isalpha():
        token = _token(text, begin, at)
    role = grammar.abbreviations.get(token.capitalize() if token.isupper() and token.isalpha() else token)
    if role is not None:
        return _abbreviation_ends(text, begin, at - len(token), following, role, grammar)
    if not token or token.isdecimal():
        return text[at - 1] != "(" if not token else at - len(token) > begin
    return not _SPELT.fullmatch(token) or _starts(text, following, grammar)


def _abbreviation_ends(text: str, begin: int, at: int, following: int, role: str, grammar: _Grammar) -> bool:
    """Whether a sentence ends with the abbreviation at `at`, by its role and the word that follows."""
    if "before_name" in role or ("before_figure" in role and text[following].isdigit()):
        return False
    if "clock" in role:
        word = _WORD.match(text, following)
        goes_on = word is not None and not grammar.after_clock.isdisjoint((word[2], word[2].capitalize()))
        return not goes_on and text[following] not in "(0123456789"
    before = text[max(begin, at - 2) : at].rstrip()
    if "after_comma" in role and before.endswith(",") and text[following].isupper():
        return True
    if "after_figure" in role and not before[-1:].isdigit():
        return True
    if "before_figure" in role:
        return True
    word = _WORD.match(text, following)
    return _starts(text, following, grammar) or bool(
        word and word[1] and word[1][0] in _OPENERS and word[2][0].isupper()
    )


def _starts(text: str, following: int, grammar: _Grammar) -> bool:
    """Whether the next word is one that with a capital nearly always begins a sentence."""
    word = _WORD.match(text, following)
    if word is None or word[2] not in grammar.starters:
        return False
    return len(word[2]) > 1 or text[word.end() : word.end() + 1] != "."


def _token(text: str, begin: int, end: int) -> str:
    """The word right before an offset, with its inner stops; longer words lose their beginning."""
    found = _TOKEN.search(text, max(begin, end - _LONGEST), end)
    return found[0] if found else ""


def paragraph_spans(text: str, ruleset: Ruleset, body: int = 0) -> list[Bounds]:
    """The paragraphs of a text, trimmed: its lines, or what hard-wrapped lines make together."""
    head, lines = _line_spans(text, 0, body), _line_spans(text, body, len(text))
    narrowest, widest = ruleset.setting("segment.line_widths")
    fitting = [
        index
        for index, (start, end) in enumerate(lines[:-1])
        if narrowest <= end - start <= widest and _touch(text, end, lines[index + 1][0])
    ]
    if not fitting:
        return head + lines
    steady = len(fitting) >= 3
    width = _wrap_width(text, lines, fitting, ruleset) if steady else max(end - start for start, end in lines)
    if width is None or width > widest:
        return head + lines
    goes_on = frozenset(index for index in fitting if _goes_on(text, lines[index], lines[index + 1], width, steady))
    if not goes_on:
        return head + lines
    joined: list[Bounds] = []
    for index, (start, end) in enumerate(lines):
        joined.append((joined.pop()[0], end) if index - 1 in goes_on else (start, end))
    return head + joined


def _line_spans(text: str, start: int, end: int) -> list[Bounds]:
    """The lines that are not blank, without the white space around them."""
    if start == end:
        return []
    if any(mark in text for mark in _ODD_BREAKS) or text.count("\r") != text.count("\r\n"):
        return [line.span() for line in _LINE.finditer(text, start, end)]
    spans = []
    for line in text[start:end].split("\n"):
        bare = line.strip()
        if bare:
            begin = start if line[0] == bare[0] else start + line.index(bare[0])
            spans.append((begin, begin + len(bare)))
        start += len(line) + 1
    return spans


def _touch(text: str, end: int, following: int) -> bool:
    """Whether no blank line stands between the end of a line and the next one."""
    return following - end == 1 or text.count("\n", end, following) == 1


def _wrap_width(text: str, lines: Sequence[Bounds], inner: Sequence[int], ruleset: Ruleset) -> int | None:
    """The width at which the lines of a hard-wrapped text break; None when it is not steady."""
    lengths = sorted(lines[index][1] - lines[index][0] for index in inner)
    if lengths[len(lengths) // 3] < lengths[-1] * 0.6:
        return None
    width = lengths[len(lengths) * 19 // 20]
    counted = [index for index in inner if not _MARKER.match(text, lines[index + 1][0])]
    if len(counted) < 3:
        return None
    touching = sum(_touch(text, line[1], following[0]) for line, following in pairwise(lines))
    if len(counted) < touching * 0.6:
        return None
    full = sum(_is_full(text, lines[index], lines[index + 1], width) for index in counted)
    stopped = sum(_is_stopped(text, lines[index]) for index in counted)
    setting = ruleset.setting("segment")
    share = len(counted)
    return width if full >= setting["full_lines"] * share and stopped <= setting["stopped_lines"] * share else None


def _goes_on(text: str, line: Bounds, following: Bounds, width: int, steady: bool) -> bool:
    """Whether a line goes on in the next: no room for the next word, or a break before a small letter.

    Without a steady width, which takes a few lines to show, both are asked for.
    """
    full = _is_full(text, line, following, width)
    small = text[following[0]].islower() and not _is_stopped(text, line)
    if not (full or small) or (not steady and not (full and small)):
        return False
    if text[line[0]] == "#" or _MARKER.match(text, following[0]):
        return False
    return small or not (_is_stopped(text, line) and _NUMBERED.match(text, following[0]))


def _is_full(text: str, line: Bounds, following: Bounds, width: int) -> bool:
    word = _FIRST_WORD.match(text, *following)
    return word is not None and line[1] - line[0] + 1 + word.end() - word.start() > width


def _is_stopped(text: str, line: Bounds) -> bool:
    return _STOPPED.search(text, max(line[0], line[1] - 6), line[1]) is not None


def article_starts(text: str, paragraphs: Sequence[Bounds], ruleset: Ruleset) -> list[int]:
    """The paragraphs at which a page's second and later articles begin; none for a page of one article.

    A new article needs the end of the one before it (or a further dateline), a headline, and running text on
    both sides of the join.
    """
    articles = _article_rules(ruleset)
    woken = _woken(text, paragraphs, articles)
    if not woken:
        return []
    page = _Page(text, paragraphs, ruleset, articles, woken)
    starts: list[int] = []
    for headline, prose in sorted(set(page.openings())):
        last = starts[-1] if starts else 0
        if headline > last and page.has_article(last, headline) and page.has_article(prose, len(paragraphs)):
            starts.append(headline)
    return starts


@dataclass(eq=False)
class _Page:
    """A page's paragraphs, with the questions that decide where an article begins."""

    text: str
    paragraphs: Sequence[Bounds]
    ruleset: Ruleset
    rules: _ArticleRules
    woken: Sequence[int]

    def openings(self) -> Iterator[tuple[int, int]]:
        """Pairs (headline, first paragraph of running text) after an end or over a further dateline."""
        for end in self.matching("end", "weak end"):
            prose = next(filter(self.is_prose, range(end + 1, min(end + 12, len(self.paragraphs)))), None)
            headline = self.headline(end + 1, prose) if prose is not None else None
            if prose is None or headline is None:
                continue
            if self.matches("end", end) or self.has_byline(headline + 1, prose):
                yield headline, prose
        for dateline in self.matching("dateline")[1:]:
            headline = self.headline(dateline - 4, dateline)
            if headline is not None:
                yield headline, dateline

    def matching(self, *roles: str) -> list[int]:
        """The paragraphs that a rule of one of the roles matches, among those that a trigger woke."""
        return [index for index in self.woken if any(self.matches(role, index) for role in roles)]

    def matches(self, role: str, index: int) -> bool:
        """Whether a rule of a role matches a paragraph."""
        line = self.line(index)
        return any(rule.search(line) for rule in _patterns(self.ruleset, role))

    def line(self, index: int) -> str:
        """A paragraph's text."""
        return self.text[slice(*self.paragraphs[index])]

    def words(self, index: int) -> int:
        """Roughly how many words a paragraph has."""
        return self.text.count(" ", *self.paragraphs[index]) + 1

    def is_prose(self, index: int) -> bool:
        """Whether a paragraph is running text: long enough, and ended by a full stop or a closing mark."""
        setting = self.ruleset.setting("segment.prose_words")
        return self.words(index) >= setting and _is_stopped(self.text, self.paragraphs[index])

    def has_article(self, start: int, end: int) -> bool:
        """Whether the paragraphs hold running text enough for an article."""
        wanted = self.ruleset.setting("segment.article_words")
        for index in range(start, min(end, len(self.paragraphs))):
            if self.is_prose(index):
                wanted -= self.words(index)
            if wanted <= 0:
                return True
        return False

    def headline(self, start: int, end: int) -> int | None:
        """The first headline among the few short lines right before running text."""
        nearest = range(max(start, end - 4, 0), end)
        after = next((index + 1 for index in reversed(nearest) if self.is_prose(index)), nearest.start)
        return next(filter(self.is_headline, range(after, end)), None)

    def is_headline(self, index: int) -> bool:
        """Whether a paragraph looks like a headline: few words, a capital first, no full stop."""
        line = self.line(index)
        least, most = self.ruleset.setting("segment.headline_words")
        if not least <= self.words(index) <= most or len(line) > 130:
            return False
        first = line.lstrip("\"'“‘#* ")[:1]
        ended = line[-1] in ".,;:…-" or "@" in line or "://" in line
        if ended or not (first.isupper() or first.isdigit()):
            return False
        return not self.matches("no headline", index)

    def has_byline(self, start: int, end: int) -> bool:
        """Whether a byline stands under the headline or a dateline opens the running text."""
        return any(self.matches("byline", index) for index in range(start, end + 1))


@dataclass(eq=False)
class _ArticleRules:
    """What wakes the rules about articles: beginnings of lines, strings anywhere, or nothing but the line."""

    beginnings: tuple[str, ...]
    initials: frozenset[str]
    anywhere: tuple[str, ...]
    always: bool


@lru_cache(maxsize=8)
def _article_rules(ruleset: Ruleset) -> _ArticleRules:
    waking = [rule for rule in ruleset.room("segment") if rule.options.get("role", "end") in _WAKING]
    at_start = [rule for rule in waking if rule.options.get("at") == "start"]
    beginnings = tuple(word for rule in at_start for word in rule.trigger)
    return _ArticleRules(
        beginnings=beginnings,
        initials=frozenset(word[0] for word in beginnings),
        anywhere=tuple(word for rule in waking if rule not in at_start for word in rule.trigger),
        always=not all(rule.trigger for rule in waking),
    )


@lru_cache(maxsize=64)
def _patterns(ruleset: Ruleset, role: str) -> list[re.Pattern[str]]:
    rules = [rule for rule in ruleset.room("segment") if rule.options.get("role", "end") == role]
    return [ruleset.compile(rule.pattern or "(?!)", rule.id) for rule in rules]


def _woken(text: str, paragraphs: Sequence[Bounds], rules: _ArticleRules) -> Sequence[int]:
    """The paragraphs in which a trigger of the rules about articles stands."""
    if rules.always:
        return range(len(paragraphs))
    begins, initials = text.startswith, rules.initials
    woken = {
        index
        for index, (start, _) in enumerate(paragraphs)
        if text[start] in initials and begins(rules.beginnings, start)
    }
    for word in rules.anywhere:
        at = text.find(word)
        while at >= 0:
            woken.add(bisect_right(paragraphs, (at, len(text))) - 1)
            at = text.find(word, at + 1)
    return sorted(woken)
