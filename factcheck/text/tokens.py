"""Tokenise a text once into words, figures, punctuation marks and line breaks, with the word classes of its language.

A token is an index into the stream. Properties of the surface form alone (folded form, stem, word classes) are a
`Form`, computed once for each distinct surface and shared by all tokens that have it; offsets are in a list beside the
forms. Tokenising therefore costs one regular expression match and one dictionary look-up for each token.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate
from typing import Final, final

from factcheck import disk_cache
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset
from factcheck.text.folding import fold
from factcheck.text.remembered import Remembered


class TokenKind(IntEnum):
    """The character class of a token."""

    WORD = 0  # letters, with apostrophes between them, or abbreviated: "don't", "U.S", "a.m"
    FIGURE = 1  # digits, with commas, full stops and colons between them: "4,460", "5.9", "15:13"
    MARK = 2  # any other single character, and the typewriter quotation marks `` and ''
    BREAK = 3  # white space that contains a line break


# Python counts superscripts, vulgar fractions, Roman numerals and circled numbers as letters; here they are figures.
_LETTER: Final = r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u218b\u2460-\u249b]"
# Characters that do not end a word: soft hyphens, zero-width characters and combining accents, which are invisible or
# part of the letter before them.
_INNER: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300-\u036f"
# A piece is a token with the blanks behind it, so that the pieces join to the whole text; line breaks are tokens.
_BLANKS: Final = r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*"
# Full stops join short runs of letters only: "U.S", "a.m", "Ph.D", but not "the end.Next".
_ABBREVIATION: Final = rf"(?:{_LETTER}{{1,2}}\.)+{_LETTER}{{1,3}}(?!{_LETTER})"
_WORD: Final = rf"(?:{_ABBREVIATION}|{_LETTER}+)(?:(?:['’]|[{_INNER}]+){_LETTER}+)*[{_INNER}]*"
_FIGURE: Final = r"\d+(?:[.,:]\d+)*"
# The first alternative, an ASCII word and one blank, matches two pieces of three and halves the time of tokenising.
_PIECE: Final = regex(rf"[a-zA-Z]+ (?! )|(?:{_WORD}|{_FIGURE}|``|''|\S){_BLANKS}|\s+")
_WORD_KIND: Final = TokenKind.WORD
_FIGURE_KIND: Final = TokenKind.FIGURE
_BREAK_KIND: Final = TokenKind.BREAK
_NO_CLASSES: Final[Mapping[str, str]] = {}


@final
class Form:
    """A distinct surface form with its lexical properties.

    `folded` is the surface without letter case, accents and typographic marks. `lexical` is true of a word or figure,
    `spaced` if blanks follow, `capital` if the first letter is upper case.
    """

    __slots__ = (
        "_classes",
        "_concept",
        "_language",
        "_stem",
        "capital",
        "folded",
        "kind",
        "lexical",
        "size",
        "spaced",
        "text",
    )

    def __init__(self, text: str, kind: TokenKind, folded: str, spaced: bool, language: Language) -> None:
        self.text = text
        self.kind = kind
        self.lexical = kind is _WORD_KIND or kind is _FIGURE_KIND
        self.folded = folded
        self.spaced = spaced
        self.size = len(text)
        self.capital = kind is _WORD_KIND and text[0].isupper()
        self._language = language
        self._classes: Mapping[str, str] | None = None if kind is _WORD_KIND else _NO_CLASSES
        self._stem: str | None = None
        self._concept: str | None = None

    @property
    def classes(self) -> Mapping[str, str]:
        """The word lists that contain the word, each with the word's meaning there; most words are never asked."""
        if self._classes is None:
            self._classes = self._language.classes_of_folded(self.text, self.folded)
        return self._classes

    @property
    def abbreviates(self) -> bool:
        """Whether a full stop behind the word may belong to an abbreviation."""
        return self.kind is TokenKind.WORD and self._language.abbreviates(self.text, self.classes)

    @property
    def stem(self) -> str:
        """The folded word without its inflection; the digits of a figure; empty for a mark."""
        if self._stem is None:
            word = self.kind is TokenKind.WORD
            self._stem = self._language.stem[self.folded] if word else self.folded if self._is_figure else ""
        return self._stem

    @property
    def concept(self) -> str:
        """The key by which topics are compared: the stem shared by all synonyms of a word; "#" and digits for a figure.

        Empty for marks and for function words (the lists in the language's `tokens.no_concept`).
        """
        if self._concept is None:
            if self.kind is TokenKind.WORD:
                self._concept = self._language.concept[self.folded]
            else:
                self._concept = "#" + self.folded.replace(",", "") if self._is_figure else ""
        return self._concept

    @property
    def _is_figure(self) -> bool:
        return self.kind is TokenKind.FIGURE


@final
class Tokens:
    """The tokens of a text: token `i` has the form `forms[i]` and starts at `starts[i]`, in code points.

    `starts` has one entry more than `forms`: the length of the text.
    """

    __slots__ = ("forms", "language", "starts", "text")

    def __init__(self, text: str, language: Language) -> None:
        pieces = _PIECE.findall(text)
        self.text = text
        self.language = language
        self.forms: list[Form] = list(map(language.forms.__getitem__, pieces))
        self.starts: list[int] = list(accumulate(map(len, pieces), initial=0))

    def __len__(self) -> int:
        return len(self.forms)

    def end(self, index: int) -> int:
        """The offset at which a token ends, without the blanks behind it."""
        return self.starts[index] + self.forms[index].size

    def at(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.starts, offset, 0, len(self.forms))

    def holding(self, offset: int) -> int:
        """The token (or the blanks behind it) that contains an offset; the first token for a negative offset."""
        return max(0, bisect_right(self.starts, offset, 0, len(self.forms)) - 1)

    def between(self, start: int, end: int) -> range:
        """The tokens that start within a span of the text."""
        starts, last = self.starts, len(self.forms)
        first = bisect_left(starts, start, 0, last)
        return range(first, bisect_left(starts, end, first, last))

    def words(self, start: int, end: int) -> list[int]:
        """The words and figures among the tokens that start within a span of the text."""
        forms = self.forms
        return [index for index in self.between(start, end) if forms[index].lexical]

    def touches(self, index: int) -> bool:
        """Whether a token follows the one before it without a blank or a line break."""
        if index <= 0 or index >= len(self.forms):
            return False
        before = self.forms[index - 1]
        return not before.spaced and before.kind is not TokenKind.BREAK

    def touches_word(self, index: int) -> bool:
        """Whether a token is a word or figure that follows the one before it without a blank."""
        return self.touches(index) and self.forms[index].lexical


# The first word of each entry of a list joined by NUL, empty where its end is not plain: "W.Va", "don't".
_FIRSTS: Final = regex(r"(?:\A|\0)(?:([a-zA-Z]+)(?=[ \0-]|\Z))?[^\0]*")


def _longest_first(entry: tuple[tuple[str, ...], str]) -> tuple[int, tuple[str, ...]]:
    return -len(entry[0]), entry[0]


def _by_first_word(words: Mapping[str, str]) -> dict[str, str]:
    """The entries of a word list by their first words, or by nothing where these are not plain to see.

    Each entry has its meaning behind a tab, and the entries of one word are joined by NUL.
    """
    found: dict[str, list[str]] = defaultdict(list)
    firsts = _FIRSTS.findall("\0".join(words).lower()) if words else ()
    for first, (entry, meaning) in zip(firsts, words.items(), strict=True):
        found[first].append(f"{entry}\t{meaning}")
    return {first: "\0".join(entries) for first, entries in found.items()}


_LEAST_STORED: Final = 8_000  # bytes of a word list from which loading its entries takes less time than grouping them


def _stored_by_first_word(ruleset: Ruleset, name: str) -> dict[str, str]:
    """The entries of a word list by their first words, those of a long list from the disk cache."""
    packed = ruleset.packed(name)
    if len(packed) < _LEAST_STORED:
        return _by_first_word(ruleset.words(name))
    file, digest = f"phrases-{ruleset.language}-{name}.msgpack", disk_cache.digest_of([(name, packed)])
    found: dict[str, str] | None = disk_cache.load(file, digest, dict[str, str])
    if found is None:
        found = _by_first_word(ruleset.words(name))
        disk_cache.store(file, digest, found)
    return found


@final
class Phrases:
    """A word list prepared for look-up in a token stream; an entry may have several words."""

    def __init__(self, entries: dict[str, str], language: Language) -> None:
        """Prepare the entries of a list by their first words, as `_by_first_word` gives them.

        They are tokenised in the same way as texts, so that "W.Va" and "per cent" match. An entry whose first token is
        plain to see is tokenised when a text has that token: most texts have few of them.
        """
        self._language = language
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._waiting = entries
        self._add_all(entries.pop("", ""))
        for prepared in self._by_first.values():
            prepared.sort(key=_longest_first)
        self._firsts = {*self._waiting, *self._by_first}

    def _add_all(self, entries: str) -> None:
        for entry in entries.split("\0") if entries else ():
            text, _, meaning = entry.rpartition("\t")
            self._add(text, meaning)

    def _add(self, entry: str, meaning: str) -> None:
        folded: tuple[str, ...] = tuple(entry.lower().split(" "))
        # Words of ASCII letters with one blank between them are tokens as they stand.
        if not (entry.isascii() and all(map(str.isalpha, folded))):
            folded = tuple(form.folded for form in Tokens(entry, self._language).forms)
        if folded:
            self._by_first.setdefault(folded[0], []).append((folded, meaning))

    def _entries(self, first: str) -> Sequence[tuple[tuple[str, ...], str]]:
        """The entries that begin with a folded form, the longest first."""
        waiting = self._waiting.pop(first, None)
        if waiting is not None:
            self._add_all(waiting)
            self._by_first[first].sort(key=_longest_first)
        return self._by_first.get(first, ())

    def match(self, tokens: Tokens, index: int, stop: int) -> tuple[int, str] | None:
        """The longest entry that starts at `index` and ends by `stop`: the index behind it, and its meaning."""
        forms = tokens.forms
        if index >= stop or forms[index].folded not in self._firsts:
            return None
        for folded, meaning in self._entries(forms[index].folded):
            last = index + 1
            for expected in folded[1:]:
                if last < stop and forms[last].kind is _BREAK_KIND:  # a hard-wrapped line
                    last += 1
                if last >= stop or forms[last].folded != expected:
                    break
                last += 1
            else:
                return last, meaning
        return None

    def find(self, tokens: Tokens, first: int, stop: int) -> Iterator[tuple[int, int, str]]:
        """Yield (first token, index behind the last, meaning) for the entries in a token range, without overlap."""
        firsts, behind, stop = self._firsts, first, min(stop, len(tokens.forms))
        for index, form in enumerate(tokens.forms[first:stop], first):
            if form.folded not in firsts or index < behind:
                continue
            found = self.match(tokens, index, stop)
            if found is not None:
                yield index, found[0], found[1]
                behind = found[0]


@final
class Language:
    """The lexicon of one language: word classes, stems and synonyms.

    `[settings.tokens]` of the language's rules names the word lists: those under `classes` are looked up by the folded
    form of a word, those under `cased` by the word as written.
    """

    def __init__(self, ruleset: Ruleset) -> None:
        """Index the word lists that serve as word classes."""
        settings = ruleset.setting("tokens")
        self.ruleset = ruleset
        self.forms: Remembered[Form] = Remembered(self._form)
        self.abbreviates_word: Remembered[bool] = Remembered(self._abbreviates_word)
        self._classes: dict[str, dict[str, str]] = {}
        for name in settings["classes"]:
            for word, meaning in ruleset.words(name).items():
                self._classes.setdefault(fold(word), {})[name] = meaning
        self._cased: dict[str, dict[str, str]] = {}
        for name in settings["cased"]:
            for word, meaning in ruleset.words(name).items():
                self._cased.setdefault(word, {})[name] = meaning
        self._abbreviations = frozenset(settings["abbreviations"])
        self._suffixes = [(ending, name) for name, endings in settings["endings"].items() for ending in endings]
        self._endings_of_classes = tuple(ending for ending, _ in self._suffixes)
        self._min_before_ending = settings["least_before_ending"]
        self._possessive = tuple(settings["possessive"])
        stems = ruleset.setting("stem")
        self._endings = [(ending, least, replacement) for ending, least, replacement in stems["endings"]]
        self._endings_by_last: Remembered[list[tuple[str, int, str]]] = Remembered(self._endings_in)
        self._stem_settings = (stems["least"], frozenset(stems["doubled"]), stems["silent"], dict(stems["last"]))
        self.stem: Remembered[str] = Remembered(self._stem)
        self._no_concept = frozenset(settings["no_concept"])
        self._synonyms = {self.stem[fold(word)]: meaning for word, meaning in ruleset.words("synonym").items()}
        self.concept: Remembered[str] = Remembered(self._concept)
        self._phrases: dict[str, Phrases] = {}

    def tokens(self, text: str) -> Tokens:
        """Tokenise a text."""
        return Tokens(text, self)

    def phrases(self, name: str) -> Phrases:
        """A word list as phrases, prepared at first use."""
        found = self._phrases.get(name)
        if found is None:
            self._phrases[name] = found = Phrases(_stored_by_first_word(self.ruleset, name), self)
        return found

    def classes_of(self, word: str) -> Mapping[str, str]:
        """The word lists that contain a word as written, each with the word's meaning there."""
        return self.classes_of_folded(word, fold(word))

    def classes_of_folded(self, word: str, folded: str) -> Mapping[str, str]:
        """The same of a word whose folded form is known."""
        found = self._classes.get(folded, _NO_CLASSES)
        cased = self._cased.get(word)
        if cased is None and word.isupper() and len(word) > 1 and word.isalpha():
            cased = self._cased.get(word.capitalize())  # "JAN" in a headline is "Jan"
        if len(folded) > self._min_before_ending and folded.endswith(self._endings_of_classes):
            found = {**{name: "" for ending, name in self._suffixes if folded.endswith(ending)}, **found}
        return {**found, **cased} if cased else found

    def abbreviates(self, word: str, classes: Mapping[str, str]) -> bool:
        """Whether a full stop behind a word may belong to it: a single letter, "U.S", or a listed abbreviation."""
        return len(word) == 1 or "." in word or bool(classes and not self._abbreviations.isdisjoint(classes))

    def _abbreviates_word(self, word: str) -> bool:
        return self.abbreviates(word, self.classes_of(word))

    def _form(self, piece: str) -> Form:
        bare = piece.rstrip()
        if not bare:
            return Form(piece, TokenKind.BREAK, "\n", False, self)
        spaced = len(bare) < len(piece)
        if bare[0].isalpha():
            return Form(bare, _WORD_KIND, bare.lower() if bare.isascii() else fold(bare), spaced, self)
        kind = TokenKind.FIGURE if bare[0].isnumeric() else TokenKind.MARK
        return Form(bare, kind, fold(bare) or bare, spaced, self)

    def _endings_in(self, last: str) -> list[tuple[str, int, str]]:
        """The endings of a word with that last letter, in the order in which they are tried."""
        return [each for each in self._endings if not each[0] or each[0].endswith(last)]

    def _stem(self, word: str) -> str:
        """A light stem of a folded word, by the endings in the language's rules.

        It is no lemma: the only requirement is that the inflected forms of one word share one string.
        """
        least, kept_double, silent, last = self._stem_settings
        if word.endswith(self._possessive):
            word = word[:-2]
        if len(word) < least:
            return word
        for ending, shortest, replacement in self._endings_by_last[word[-1:]]:
            if word.endswith(ending) and len(word) - len(ending) >= shortest:
                word = word[: -len(ending)] + replacement
                break
        if len(word) > least and word[-1] == word[-2] and word[-1] not in kept_double:
            word = word[:-1]
        if len(word) >= least and word.endswith(silent):
            word = word[: -len(silent)]
        if len(word) >= least and word[-1] in last:
            word = word[:-1] + last[word[-1]]
        return word

    def _concept(self, word: str) -> str:
        folded = word.lower() if word.isascii() else fold(word)
        if folded.endswith(self._possessive[0]):
            folded = folded[:-2]
        if len(folded) < 2 or not self._no_concept.isdisjoint(self._classes.get(folded, _NO_CLASSES)):
            return ""
        stem = self._stem(folded.replace(".", ""))  # asked for once: the concept is cached
        return self._synonyms.get(stem, stem)


@lru_cache(maxsize=8)
def language_of(ruleset: Ruleset) -> Language:
    """The lexicon of a ruleset's language, cached."""
    return Language(ruleset)
