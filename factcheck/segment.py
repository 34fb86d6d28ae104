"""Segment a text into articles (where a page holds several), paragraphs and sentences.

A newline is a paragraph break, except in a hard-wrapped text, where a full line continues on the next one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from factcheck.model import Document, Sentence
from factcheck.productions import BoundaryOptions
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.tokens import Form, Language, TokenKind, Tokens, language_of

Bounds = tuple[int, int]

_LINE: Final = regex(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")
_ODD_BREAKS: Final = ("\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
_MARKER: Final = regex(r"(?:[-*+•‣◦▪>]|[a-zA-Z]\)|#{1,6})\s|[=_~#*-]{3,}[ \t]*$|\|", re.MULTILINE)
ITEM: Final = regex(r"(?:[-–*+•‣◦▪]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s")  # what an item of a list begins with
_NUMBERED: Final = regex(r"\d{1,3}[.)]\s")
_STOPPED: Final = regex(r"[.!?…:;][\s'\"”’»)\]]*$")
_FIRST_WORD: Final = regex(r"\S+")
_STOP: Final = regex(r"[.!?…](?!\w)")
_STOPS: Final = frozenset(".!?…")
_ELLIPSIS: Final = frozenset(".…")
# Marks that belong to the sentence before them, and those of them that close a quotation.
_CLOSING: Final = frozenset((".", "!", "?", "…", '"', "'", "’", "”", "»", ")", "]", "''"))
_CLOSERS: Final = frozenset(('"', "”", "»", "'", "’", "''"))
_DETACHED: Final = frozenset(('"', "”", "''"))  # wire copy may have a blank before these closing marks
_OPENERS: Final = frozenset(('"', "“", "‘", "`", "'", "«", "``"))
_CONTINUES: Final = frozenset(",;:)]}%&=/–—-")
_MAX_CLOSING: Final = 12  # closing marks behind a stop; a bound against degenerate text
_MAX_SPEAKER_WORDS: Final = 7  # words from the first of a speaker's name to the reporting verb; names are rarely longer
_NAME_MARKS: Final = ("'", "’", "&", "-")  # marks inside a name or a word
_MAX_FRONT: Final = (
    11  # paragraphs from the end of an article to the running text of the next: headline, byline, credits
)
_MAX_HEADLINE: Final = 130  # characters of a headline
_TRIGGERED_ROLES: Final = ("end", "weak end", "dateline")
# Share of a text's lines that must fit the pattern of a hard-wrapped text; the rest are headings, lists and last lines.
_MIN_SHARE: Final = 0.6


class Parsed:
    """A document with the input of every later step: its tokens, its sentences in order, and its ruleset.

    `ruleset` holds the rules of the document's language. The tokens are cut when they are first asked for: extraction
    needs no more than the sentences.
    """

    def __init__(self, document: Document, sentences: tuple[Sentence, ...], ruleset: Ruleset) -> None:
        self.document = document
        self.sentences = sentences
        self.ruleset = ruleset
        self._tokens: Tokens | None = None
        self._folded: list[str] | None = None

    @property
    def tokens(self) -> Tokens:
        """The tokens of the document's text."""
        if self._tokens is None:
            self._tokens = language_of(self.ruleset).tokens(self.document.text)
        return self._tokens

    @property
    def folded(self) -> list[str]:
        """The folded words and figures of the document's text, in order."""
        if self._folded is None:
            self._folded = [form.folded for form in self.tokens.forms if form.lexical]
        return self._folded


def parse(document: Document, ruleset: Ruleset) -> Parsed:
    """Split a document into sentences by the rules of its language."""
    ruleset = ruleset.reading(document.language)
    return Parsed(document, _sentences(document, ruleset), ruleset)


def sentences(document: Document, ruleset: Ruleset) -> tuple[Sentence, ...]:
    """The sentences of a document in order: trimmed, without overlap, together covering all text but white space."""
    return parse(document, ruleset).sentences


def _sentences(document: Document, ruleset: Ruleset) -> tuple[Sentence, ...]:
    text, language, marked = document.text, language_of(ruleset), _marked_names(ruleset)
    paragraphs = paragraph_spans(text, ruleset, document.body)
    later = article_starts(text, paragraphs, ruleset)
    found = []
    for index, (start, end) in enumerate(paragraphs):
        article = bisect_right(later, index) if later else 0
        ends = _plain_ends(text, start, end, language)
        if ends is None:
            tokens = language.tokens(text[start:end])
            ends = [(start + close, start + following) for close, following in _token_ends(tokens, marked)]
        begin = start
        for close, following in ends:
            found.append(Sentence(begin, close, index, article))
            begin = following
        found.append(Sentence(begin, end, index, article))
    return tuple(found)


def _plain_ends(text: str, start: int, end: int, language: Language) -> list[Bounds] | None:
    """The sentence ends of a paragraph in which every full stop plainly ends one: (end, start of the next sentence).

    None where a stop is not plain, so that the words around it must be looked at: two thirds of the paragraphs of news
    have none, and need no tokens.
    """
    ends: list[Bounds] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        at = stop.start()
        if at + 1 >= end:
            break
        if text[at] != "." or text[at + 1] != " " or at + 2 >= end:
            return None
        following = text[at + 2]
        if not following.isupper():
            return None
        word = text[max(begin, text.rfind(" ", begin, at) + 1) : at]
        if not word.isalpha() or language.abbreviates_word[word]:
            return None
        ends.append((at + 1, at + 2))
        begin = at + 2
    return ends


def _token_ends(tokens: Tokens, marked: frozenset[str]) -> list[Bounds]:
    """The sentence ends of a paragraph: pairs (end, start of the next sentence), as offsets into its text."""
    starts, forms, last = tokens.starts, tokens.forms, len(tokens)
    stops = [index for index in range(last) if forms[index].text in _STOPS]
    ends: list[Bounds] = []
    begin = at = 0
    while at < len(stops):
        stop = stops[at]
        at += 1
        form = forms[stop]
        if stop + 1 == last or starts[stop] < begin:
            continue
        if stop and form.spaced and forms[stop + 1].capital and _is_plain(forms[stop - 1], form):
            closing, following = stop + 1, stop + 1
        else:
            closing = _closing(tokens, stop, last)
            ended = _end(tokens, stop, closing, begin, last, marked)
            if closing > stop + 1:
                at = bisect_left(stops, closing, at)
            if ended is None:
                continue
            following = ended
        ends.append((tokens.end(closing - 1), starts[following]))
        begin = starts[following]
    return ends


def _is_plain(before: Form, stop: Form) -> bool:
    """Whether `stop` is a full stop right behind a word that is no abbreviation."""
    return stop.text == "." and before.kind is TokenKind.WORD and not before.spaced and not before.abbreviates


@lru_cache(maxsize=8)
def _marked_names(ruleset: Ruleset) -> frozenset[str]:
    return frozenset(ruleset.words("name_with_mark"))


def _end(tokens: Tokens, stop: int, closing: int, begin: int, last: int, marked: frozenset[str]) -> int | None:
    """The first token of the next sentence if the sentence from offset `begin` ends at the stop; else None.

    `closing` is the index behind the stop's closing marks, `last` the index behind the paragraph.
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
    """The index behind a stop and its closing marks: quotation marks, brackets, footnote numbers."""
    forms = tokens.forms
    index = stop + 1
    for _ in range(_MAX_CLOSING):
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
    """Whether the sentence from offset `begin` ends at the stop, given that no lower-case word follows."""
    forms = tokens.forms
    mark = forms[stop].text
    if forms[following].text[0] in _CONTINUES:
        return False
    behind = forms[stop + 1].text if closing > stop + 1 else ""
    if mark == "…" or (mark == "." and behind in _ELLIPSIS):
        joined = tokens.touches(stop)
        return joined or closing - stop > 3 or _starts(tokens, following, last)
    if mark == ".":
        return _full_stop_ends(tokens, begin, stop, following, last)
    if closing == stop + 1:
        return not (tokens.touches(stop) and forms[stop - 1].text + mark in marked)
    return forms[closing - 1].text not in _CLOSERS or not _is_spoken(tokens, following, last)


def _full_stop_ends(tokens: Tokens, begin: int, stop: int, following: int, last: int) -> bool:
    """Whether a full stop ends a sentence, decided by the word before it and the word behind it."""
    before = tokens.forms[stop - 1] if tokens.touches(stop) and tokens.starts[stop] > begin else None
    if before is None:
        return True
    classes = before.classes
    role = [name for name in _ABBREVIATIONS if name in classes] if classes else ()
    if role:
        return _abbreviation_ends(tokens, begin, stop, following, last, role)
    if before.kind is TokenKind.MARK:
        return before.text != "("
    if before.text[0].isdecimal() and not any(map(str.isalpha, tokens.text[begin : tokens.starts[stop]])):
        return False  # a figure alone is the number of an item, or what the next sentence speaks of
    return not _is_dotted(before.text) or _is_glued(tokens, stop - 1) or _starts(tokens, following, last)


def _is_glued(tokens: Tokens, index: int) -> bool:
    """Whether a word is the last part of a longer one: the "P" of "S&P", the "d" of "3d"."""
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


def _is_dotted(text: str) -> bool:
    """Whether a word is single letters separated by full stops: "U.S", the "J" of "J. Moss"."""
    return text[0].isalpha() and all(len(piece) == 1 for piece in text.split("."))


def _abbreviation_ends(tokens: Tokens, begin: int, stop: int, following: int, last: int, role: Sequence[str]) -> bool:
    """Whether a sentence ends with an abbreviation, decided by its word lists (`role`) and the word that follows."""
    forms = tokens.forms
    first = forms[following]
    is_figure = first.kind is TokenKind.FIGURE
    if "abbreviation_before_name" in role or ("abbreviation_before_figure" in role and is_figure):
        return False
    word = _word(tokens, following, last)
    if "abbreviation_clock" in role:
        continues = word is not None and "after_clock" in _capitalised(tokens, forms[word])
        return not continues and not is_figure and first.text != "("
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
    """The word classes of a word as written, and those of the word with a capital."""
    return (*form.classes, *tokens.language.classes_of(form.text.capitalize()))


def _word(tokens: Tokens, index: int, last: int) -> int | None:
    """The word at a token, after any marks right before it; None if there is none."""
    forms = tokens.forms
    while index < last and forms[index].kind is TokenKind.MARK and not forms[index].spaced:
        index += 1
    return index if index < last and forms[index].kind is TokenKind.WORD else None


def _starts(tokens: Tokens, following: int, last: int) -> bool:
    """Whether the next word is a sentence starter: with a capital it nearly always begins a sentence."""
    word = _word(tokens, following, last)
    if word is None or "sentence_starter" not in tokens.forms[word].classes:
        return False
    initial = tokens.forms[word].size == 1 and word + 1 < last and tokens.forms[word + 1].text == "."
    return not (initial and tokens.touches(word + 1))


def _is_spoken(tokens: Tokens, index: int, last: int) -> bool:
    """Whether an attribution follows the "?" or "!" of a quotation: a name and soon after it a reporting verb."""
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
        elif form.kind is TokenKind.MARK and form.text not in _NAME_MARKS and form.text != ".":
            return False
        if words >= _MAX_SPEAKER_WORDS:
            return False
    return False


def paragraph_spans(text: str, ruleset: Ruleset, body: int = 0) -> list[Bounds]:
    """The trimmed paragraphs of a text: its lines, or in a hard-wrapped text groups of lines."""
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
    continued = frozenset(index for index in fitting if _continues(text, lines[index], lines[index + 1], width, steady))
    if not continued:
        return head + lines
    joined: list[Bounds] = []
    for index, (start, end) in enumerate(lines):
        joined.append((joined.pop()[0], end) if index - 1 in continued else (start, end))
    return head + joined


def _line_spans(text: str, start: int, end: int) -> list[Bounds]:
    """The spans of the lines that are not blank, trimmed."""
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
    """Whether the next line follows without a blank line in between."""
    return following - end == 1 or text.count("\n", end, following) == 1


def _wrap_width(text: str, lines: Sequence[Bounds], inner: Sequence[int], ruleset: Ruleset) -> int | None:
    """The width, in characters, at which a hard-wrapped text breaks its lines; None if its lines are not wrapped."""
    lengths = sorted(lines[index][1] - lines[index][0] for index in inner)
    # Wrapped lines are of similar length: two thirds of them reach this share of the longest.
    if lengths[len(lengths) // 3] < lengths[-1] * _MIN_SHARE:
        return None
    width = lengths[len(lengths) * 19 // 20]
    counted = [index for index in inner if not _MARKER.match(text, lines[index + 1][0])]
    if len(counted) < 3:
        return None
    touching = sum(_touch(text, line[1], following[0]) for line, following in pairwise(lines))
    if len(counted) < touching * _MIN_SHARE:
        return None
    full = sum(_is_full(text, lines[index], lines[index + 1], width) for index in counted)
    stopped = sum(_is_stopped(text, lines[index]) for index in counted)
    setting = ruleset.setting("segment")
    total = len(counted)
    return width if full >= setting["full_lines"] * total and stopped <= setting["stopped_lines"] * total else None


def _continues(text: str, line: Bounds, following: Bounds, width: int, steady: bool) -> bool:
    """Whether a line continues on the next: no room for the next word, or a break before a lower-case letter.

    Without a `steady` width, which takes at least three lines to establish, both conditions must hold.
    """
    full = _is_full(text, line, following, width)
    lower = text[following[0]].islower() and not _is_stopped(text, line)
    if not (full or lower) or (not steady and not (full and lower)):
        return False
    if text[line[0]] == "#" or _MARKER.match(text, following[0]):
        return False
    return lower or not (_is_stopped(text, line) and _NUMBERED.match(text, following[0]))


def _is_full(text: str, line: Bounds, following: Bounds, width: int) -> bool:
    word = _FIRST_WORD.match(text, *following)
    return word is not None and line[1] - line[0] + 1 + word.end() - word.start() > width


def _is_stopped(text: str, line: Bounds) -> bool:
    return _STOPPED.search(text, max(line[0], line[1] - 6), line[1]) is not None


def article_starts(text: str, paragraphs: Sequence[Bounds], ruleset: Ruleset) -> list[int]:
    """The indices of the paragraphs at which a page's second and later articles begin; empty for a single article.

    A new article needs an end line of the article before it (or a further dateline), a headline, and enough running
    text on both sides of the boundary.
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


@record
class _Page:
    """A page's paragraphs, with the predicates that decide where an article begins."""

    text: str
    paragraphs: Sequence[Bounds]
    ruleset: Ruleset
    rules: _ArticleRules
    triggered: Sequence[int]

    def openings(self) -> Iterator[tuple[int, int]]:
        """Yield pairs (headline, first paragraph of running text) after an end line or above a further dateline."""
        for end in self.matching("end", "weak end"):
            prose = next(filter(self.is_prose, range(end + 1, min(end + 1 + _MAX_FRONT, len(self.paragraphs)))), None)
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
        """The paragraphs that contain a trigger and match a rule of one of the roles."""
        return [index for index in self.triggered if any(self.matches(role, index) for role in roles)]

    def matches(self, role: str, index: int) -> bool:
        """Whether a rule of a role matches a paragraph."""
        line = self.line(index)
        return any(rule.search(line) for rule in _patterns(self.ruleset, role))

    def line(self, index: int) -> str:
        """A paragraph's text."""
        return self.text[slice(*self.paragraphs[index])]

    def words(self, index: int) -> int:
        """The approximate number of words of a paragraph, by its blanks."""
        return self.text.count(" ", *self.paragraphs[index]) + 1

    def is_prose(self, index: int) -> bool:
        """Whether a paragraph is running text: long enough, and ending with a full stop or a closing mark."""
        setting = self.ruleset.setting("segment.prose_words")
        return self.words(index) >= setting and _is_stopped(self.text, self.paragraphs[index])

    def has_article(self, start: int, end: int) -> bool:
        """Whether the paragraphs contain enough running text for an article."""
        missing = self.ruleset.setting("segment.article_words")
        for index in range(start, min(end, len(self.paragraphs))):
            if self.is_prose(index):
                missing -= self.words(index)
            if missing <= 0:
                return True
        return False

    def headline(self, start: int, end: int) -> int | None:
        """The first headline among the (at most four) short lines right before running text."""
        nearest = range(max(start, end - 4, 0), end)
        after = next((index + 1 for index in reversed(nearest) if self.is_prose(index)), nearest.start)
        return next(filter(self.is_headline, range(after, end)), None)

    def is_headline(self, index: int) -> bool:
        """Whether a paragraph looks like a headline: few words, a capital or digit first, no full stop."""
        line = self.line(index)
        least, most = self.ruleset.setting("segment.headline_words")
        if not least <= self.words(index) <= most or len(line) > _MAX_HEADLINE:
            return False
        first = line.lstrip("\"'“‘#* ")[:1]
        ended = line[-1] in ".,;:…-" or "@" in line or "://" in line
        if ended or not (first.isupper() or first.isdigit()):
            return False
        return not self.matches("no headline", index)

    def has_byline(self, start: int, end: int) -> bool:
        """Whether a byline or dateline matches one of the paragraphs, both ends included."""
        return any(self.matches("byline", index) for index in range(start, end + 1))


@record
class _ArticleRules:
    """The triggers of the rules about articles: line beginnings, strings anywhere; `always` if a rule has none."""

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
    """The indices of the paragraphs that contain a trigger of the rules about articles."""
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
