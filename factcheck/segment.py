"""Articles within a page, paragraphs, sentences.

A newline is a paragraph break, unless the text is hard-wrapped: then a line that is full goes on in the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from factcheck.model import Document, Sentence
from factcheck.productions import BoundaryOptions
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.tokens import Form, TokenKind, Tokens, language_of

Bounds = tuple[int, int]

_LINE: Final = regex(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")
_ODD_BREAKS: Final = ("\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_MARKER: Final = regex(r"(?:[-*+•‣◦▪>]|[a-zA-Z]\)|#{1,6})\s|[=_~#*-]{3,}[ \t]*$|\|", re.MULTILINE)
_NUMBERED: Final = regex(r"\d{1,3}[.)]\s")
_STOPPED: Final = regex(r"[.!?…:;][\s'\"”’»)\]]*$")
_FIRST_WORD: Final = regex(r"\S+")
_STOP: Final = regex(r"[.!?…](?!\w)")
_STOPS: Final = frozenset(".!?…")
_ELLIPSIS: Final = frozenset(".…")
# Marks that close on the sentence before them, and those that only a quotation has.
_CLOSING: Final = frozenset((".", "!", "?", "…", '"', "'", "’", "”", "»", ")", "]", "''"))
_CLOSERS: Final = frozenset(('"', "”", "»", "'", "’", "''"))
_DETACHED: Final = frozenset(('"', "”", "''"))  # close a quotation behind a blank too, as wire copy has it
_OPENERS: Final = frozenset(('"', "“", "‘", "`", "'", "«", "``"))
_CONTINUES: Final = frozenset(",;:)]}%&=/–—-")
_MOST_CLOSING: Final = 12  # marks behind a stop
_MOST_NAME: Final = 7  # words from a speaker's name to the verb of saying
_NEAR: Final = ("'", "’", "&", "-")  # marks inside a name or a word
_TRIGGERED_ROLES: Final = ("end", "weak end", "dateline")


@dataclass(eq=False)
class Parsed:
    """A document with what every later step reads: its tokens, cut once, and its sentences in order.

    `ruleset` are the rules of the document's language.
    """

    document: Document
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    ruleset: Ruleset


def parse(document: Document, ruleset: Ruleset) -> Parsed:
    """Cut a document into tokens and sentences, by the rules of its language."""
    ruleset = ruleset.reading(document.language)
    tokens = language_of(ruleset).tokens(document.text)
    return Parsed(document, tokens, _sentences(document, tokens, ruleset), ruleset)


def sentences(document: Document, ruleset: Ruleset) -> tuple[Sentence, ...]:
    """The sentences of a document: in order, trimmed, without overlap, over all text that is not blank."""
    return parse(document, ruleset).sentences


def _sentences(document: Document, tokens: Tokens, ruleset: Ruleset) -> tuple[Sentence, ...]:
    text, starts, forms = document.text, tokens.starts, tokens.forms
    paragraphs = paragraph_spans(text, ruleset, document.body)
    later = article_starts(text, paragraphs, ruleset)
    marked = _marked_names(ruleset)
    stops = [tokens.at(found.start()) for found in _STOP.finditer(text)]
    found = []
    at = 0
    for index, (start, end) in enumerate(paragraphs):
        article = bisect_right(later, index) if later else 0
        begin = start
        last = tokens.at(end)
        while at < len(stops) and stops[at] < last:
            stop = stops[at]
            at += 1
            form = forms[stop]
            if stop + 1 == last or starts[stop] < begin:
                continue
            if form.spaced and forms[stop + 1].capital and _is_plain(forms[stop - 1], form):  # most stops by far
                closing, following = stop + 1, stop + 1
            else:
                closing = _closing(tokens, stop, last)
                ended = _end(tokens, stop, closing, begin, last, marked)
                if closing > stop + 1:
                    at = bisect_left(stops, closing, at)
                if ended is None:
                    continue
                following = ended
            found.append(Sentence(begin, tokens.end(closing - 1), index, article))
            begin = starts[following]
        found.append(Sentence(begin, end, index, article))
    return tuple(found)


def _is_plain(before: Form, stop: Form) -> bool:
    """Whether a full stop stands behind a word that is no abbreviation."""
    return stop.text == "." and before.kind is TokenKind.WORD and not before.spaced and not before.abbreviates


@lru_cache(maxsize=8)
def _marked_names(ruleset: Ruleset) -> frozenset[str]:
    return frozenset(ruleset.words("name_with_mark"))


def _end(tokens: Tokens, stop: int, closing: int, begin: int, last: int, marked: frozenset[str]) -> int | None:
    """The first token of the next sentence, where the one that begins at an offset ends with a stop; else None.

    `closing` is the token behind the marks that close on the stop, `last` the one behind the paragraph.
    """
    forms = tokens.forms
    following = closing
    if following < last and forms[following].kind is TokenKind.BREAK:
        following += 1
    elif not forms[following - 1].spaced:
        return None
    if following >= last or all(form.text in _CLOSING and form.text not in _STOPS for form in forms[following:last]):
        return None
    word = forms[following]
    if word.text[0].islower() and not word.text[1:2].isupper():
        return None
    return following if _ends(tokens, begin, stop, closing, following, last, marked) else None


def _closing(tokens: Tokens, stop: int, last: int) -> int:
    """The token behind a stop and the marks that close on it: quotation marks, brackets, footnote numbers."""
    forms = tokens.forms
    index = stop + 1
    for _ in range(_MOST_CLOSING):
        if index >= last:
            break
        form = forms[index]
        if not tokens.touches(index):
            ends = form.spaced or index + 1 >= last or forms[index + 1].kind is TokenKind.BREAK
            if not (form.text in _DETACHED and forms[index - 1].kind is not TokenKind.BREAK and ends):
                break
            index += 1
        elif form.text in _CLOSING:
            index += 1
        elif form.text == "[" and _is_footnote(tokens, index, last):
            index += 3
        else:
            break
    return index


def _is_footnote(tokens: Tokens, index: int, last: int) -> bool:
    forms = tokens.forms
    if index + 2 >= last or forms[index].spaced or forms[index + 1].spaced or forms[index + 2].text != "]":
        return False
    number = forms[index + 1].text
    return number.isdecimal() and len(number) <= 3


def _ends(
    tokens: Tokens, begin: int, stop: int, closing: int, following: int, last: int, marked: frozenset[str]
) -> bool:
    """Whether the sentence that begins at `begin` ends at the stop; no small letter follows."""
    forms = tokens.forms
    mark = forms[stop].text
    if forms[following].text[0] in _CONTINUES:
        return False
    behind = forms[stop + 1].text if closing > stop + 1 else ""
    if mark == "…" or (mark == "." and behind in _ELLIPSIS):
        joined = tokens.touches(stop) or stop == 0
        return joined or closing - stop > 3 or _starts(tokens, following, last)
    if mark == ".":
        return _full_stop_ends(tokens, begin, stop, following, last)
    if closing == stop + 1:
        return not (tokens.touches(stop) and forms[stop - 1].text + mark in marked)
    return forms[closing - 1].text not in _CLOSERS or not _is_spoken(tokens, following, last)


def _full_stop_ends(tokens: Tokens, begin: int, stop: int, following: int, last: int) -> bool:
    """Whether a full stop ends a sentence, by the word that it follows and the word behind it."""
    before = tokens.forms[stop - 1] if tokens.touches(stop) and tokens.starts[stop] > begin else None
    if before is None:
        return True
    classes = before.classes
    role = [name for name in _ABBREVIATIONS if name in classes] if classes else ()
    if role:
        return _abbreviation_ends(tokens, begin, stop, following, last, role)
    if before.kind is TokenKind.MARK:
        return before.text != "("
    if before.text.isdecimal() and not tokens.touches(stop - 1):
        return tokens.starts[stop - 1] > begin
    return not _is_spelt(before.text) or _is_glued(tokens, stop - 1) or _starts(tokens, following, last)


def _is_glued(tokens: Tokens, index: int) -> bool:
    """Whether a word is the end of a longer one: the "P" of "S&P", the "d" of "3d"."""
    before = tokens.forms[index - 1]
    return tokens.touches(index) and (before.kind is not TokenKind.MARK or before.text == "&")


_ABBREVIATIONS: Final = (
    "abbreviation_before_name",
    "abbreviation_before_figure",
    "abbreviation_after_figure",
    "abbreviation_after_comma",
    "abbreviation_clock",
    "abbreviation_either",
)


def _is_spelt(text: str) -> bool:
    """Whether a word is letters with full stops between: "U.S", the "J" of "J. Moss"."""
    return text[0].isalpha() and all(len(piece) == 1 for piece in text.split("."))


def _abbreviation_ends(tokens: Tokens, begin: int, stop: int, following: int, last: int, role: Sequence[str]) -> bool:
    """Whether a sentence ends with the abbreviation before a stop, by its lists and the word that follows."""
    forms = tokens.forms
    first = forms[following]
    is_figure = first.kind is TokenKind.FIGURE
    if "abbreviation_before_name" in role or ("abbreviation_before_figure" in role and is_figure):
        return False
    word = _word(tokens, following, last)
    if "abbreviation_clock" in role:
        named = word is not None and "after_clock" in _capitalised(tokens, forms[word])
        return not named and not is_figure and first.text != "("
    before = forms[stop - 2] if stop > 1 and tokens.starts[stop - 2] >= begin else None
    if "abbreviation_after_comma" in role and before is not None and before.text == "," and first.capital:
        return True
    if "abbreviation_after_figure" in role and (before is None or before.kind is not TokenKind.FIGURE):
        return True
    if "abbreviation_before_figure" in role:
        return True
    opened = word is not None and word > following and first.text in _OPENERS and forms[word].capital
    return opened or _starts(tokens, following, last)


def _capitalised(tokens: Tokens, form: Form) -> Sequence[str]:
    """The classes of a word as it is written, and with a capital."""
    return (*form.classes, *tokens.language.classes_of(form.text.capitalize()))


def _word(tokens: Tokens, index: int, last: int) -> int | None:
    """The word at a token, behind the marks that touch it."""
    forms = tokens.forms
    while index < last and forms[index].kind is TokenKind.MARK and not forms[index].spaced:
        index += 1
    return index if index < last and forms[index].kind is TokenKind.WORD else None


def _starts(tokens: Tokens, following: int, last: int) -> bool:
    """Whether the next word is one that with a capital nearly always begins a sentence."""
    word = _word(tokens, following, last)
    if word is None or "sentence_starter" not in tokens.forms[word].classes:
        return False
    initial = tokens.forms[word].size == 1 and word + 1 < last and tokens.forms[word + 1].text == "."
    return not (initial and tokens.touches(word + 1))


def _is_spoken(tokens: Tokens, index: int, last: int) -> bool:
    """Whether a name and, a few words on, a verb of saying follow a quotation's question or exclamation mark."""
    forms = tokens.forms
    if not forms[index].capital:
        return False
    words = 0
    for each in range(index + 1, last):
        form = forms[each]
        if form.kind is TokenKind.WORD:
            if "sentence_cue" in form.classes and not tokens.touches(each):
                return True
            words += not tokens.touches(each)
        elif form.kind is TokenKind.MARK and form.text not in _NEAR and form.text != ".":
            return False
        if words >= _MOST_NAME:
            return False
    return False


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
    triggered = _triggered(text, paragraphs, articles)
    if not triggered:
        return []
    page = _Page(text, paragraphs, ruleset, articles, triggered)
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
    triggered: Sequence[int]

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
        return [index for index in self.triggered if any(self.matches(role, index) for role in roles)]

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
    triggers = [rule for rule in ruleset.room("segment") if rule.read_options(BoundaryOptions).role in _TRIGGERED_ROLES]
    at_start = [rule for rule in triggers if rule.read_options(BoundaryOptions).at == "start"]
    beginnings = tuple(word for rule in at_start for word in rule.trigger)
    return _ArticleRules(
        beginnings=beginnings,
        initials=frozenset(word[0] for word in beginnings),
        anywhere=tuple(word for rule in triggers if rule not in at_start for word in rule.trigger),
        always=not all(rule.trigger for rule in triggers),
    )


@lru_cache(maxsize=64)
def _patterns(ruleset: Ruleset, role: str) -> list[re.Pattern[str]]:
    rules = [rule for rule in ruleset.room("segment") if rule.read_options(BoundaryOptions).role == role]
    return [ruleset.compile(rule.pattern or "(?!)", rule.id) for rule in rules]


def _triggered(text: str, paragraphs: Sequence[Bounds], rules: _ArticleRules) -> Sequence[int]:
    """The paragraphs in which a trigger of the rules about articles stands."""
    if rules.always:
        return range(len(paragraphs))
    begins, initials = text.startswith, rules.initials
    triggered = {
        index
        for index, (start, _) in enumerate(paragraphs)
        if text[start] in initials and begins(rules.beginnings, start)
    }
    for word in rules.anywhere:
        at = text.find(word)
        while at >= 0:
            triggered.add(bisect_right(paragraphs, (at, len(text))) - 1)
            at = text.find(word, at + 1)
    return sorted(triggered)
