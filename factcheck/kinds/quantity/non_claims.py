"""Numbers that are no claims: labels, model names, list numbers, footnote marks, parts of addresses and clock times."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.kinds.quantity.grammar import Grammar
from factcheck.regex_cache import regex

_CODE: Final = regex(r"(?:\$[A-Z]{1,2}|[A-Z]{1,3}\$|[A-Z]{3}|Rs\.?|[A-Za-z]{2})$")
_ATTACHED: Final = regex(r"[^\W\d_]+")
_DIGITS_ONLY_LINE: Final = regex(r"[\d\s.,|/-]*(?:\n|$)")
_LIST_NUMBER: Final = regex(r"\d{1,3}[.)](?:[ \t]|$)")
_PHONE: Final = regex(r"[-. )/]\d{3,}")
_DOTTED: Final = regex(r"\.\d+\.\d")
_OPENERS: Final = frozenset("’ \t\n\u00a0\u202f([{\"'“‘«—–-~<>≈≥≤+±,;…|*>")


# The reasons why a number is no figure, printed by `extract --explain`; names in braces are word lists.
TRAPS: Final = {
    "name": "a name that holds a number ({name_with_number})",
    "joined": "joined to what stands before it, as in “AR-15”",
    "code": "a figure that begins with 0 is a code",
    "telephone": "a telephone number, by its form or by a word before it ({telephone_word})",
    "string": "part of a code, an address, a number of a list or a note, or a line of bare figures",
    "counter": "an image counter, as in “2/31”",
    "label": "the word before it makes it a name ({label}), as in “Flight 370”",
    "street": "the number of a house in a street",
    "like-a-name": "a name, by its neighbours or by the rest of the text, as in “iPhone 4”",
    "score": "two figures joined that no word of votes or matches explains",
    "dimensions": "dimensions or odds, as in “3-D”",
    "compound": "an idiom ({compound_idiom}), or a name with a number",
    "year": "four digits that may be a year and count nothing",
    "vague": "a vague number that counts nothing",
    "loose": "a pronoun or a manner of speaking ({ordinal_idiom})",
    "in-a-word": "the second part of a compound, or a word of a name",
    "no-numeral": "no number is made of these words",
    "one": "“one” counts nothing here",
    "scale": "a scale without its number",
    "ordinal": "an ordinal in a name, a century or an idiom",
    "of-time": "a part of a time",
}


def is_non_claim_before(text: str, pos: int, g: Grammar) -> bool:
    """Return whether the text before a digit shows that no figure begins there."""
    if pos == 0:
        return False
    char = text[pos - 1]
    if char == " ":
        return False
    if char in _OPENERS:
        return (char in "-–" and _joined_before(text, pos, g)) or (char in "'‘’" and _short_year(text, pos))
    if char.isalnum() or char == "_":
        return not (char.isalpha() and _currency_before(text, pos, g))
    if char == "#":
        return True
    if char == ".":
        return pos > 1 and text[pos - 2].isalnum() and not _currency_before(text, pos, g)
    return char in "/@:^\\=&%?"


def _short_year(text: str, pos: int) -> bool:
    """Return whether an apostrophe replaces the century of a year: "'08"."""
    return text[pos : pos + 2].isdigit() and not text[pos + 2 : pos + 3].isalnum()


def _currency_before(text: str, pos: int, g: Grammar) -> bool:
    """Return whether a currency code or sign touches the offset from the left."""
    found = _CODE.search(text[max(0, pos - 4) : pos])
    return found is not None and (found[0] in g.money.codes or found[0] in g.money.signs)


def _joined_before(text: str, pos: int, g: Grammar) -> bool:
    """Return whether a hyphen joins the digits to what stands before it: "AR-15", "2016-17", "555-1234".

    The hyphens of "$26-$31" and " -5" do not.
    """
    if pos > 1 and text[pos - 2].isalnum():
        before = text[max(0, pos - 10) : pos - 1].lower()
        decade = text[pos + 2 : pos + 3] == "s" and before.endswith(g.sets.part_of_life)
        return not before.endswith(g.sets.read_on) and not decade
    return pos > 1 and text[pos - 2] in ")]"


def is_non_claim_after(text: str, start: int, end: int, g: Grammar, *, notes: bool) -> bool:
    """Return whether the text after a digit string shows that it is no figure.

    `notes` says that the text may hold lists of notes, whose numbers are then left out.
    """
    following = text[end : end + 1]
    if following in ("", " ", "\n"):
        if _alone_on_its_line(text, start, end):
            return True
        return notes and _REFERENCE.match(text, text.rfind("\n", max(0, start - _LINE), start) + 1) is not None
    if following == "]" and text[start - 1 : start] == "[":
        return True
    if following == ")" and text[start - 1 : start] in ("(", "") and end - start < 3:
        return text[max(0, start - 2) : max(0, start - 1)] in ("", "\n")
    if following in "/:\\@_=^" and text[end + 1 : end + 2].isalnum():
        return following != "/" or text[end + 1].isdigit()
    if following == ".":
        if (
            _DOTTED.match(text, end)
            or text[end : end + 3] == ". ^"
            or ("." in text[start:end] and text[end + 1 : end + 2].isdigit())
        ):
            return True
        return _at_line_start(text, start) and _LIST_NUMBER.match(text, start) is not None
    if following == ")" and _at_line_start(text, start):
        return True
    if following in "-–" and _PHONE.match(text, end) and end - start == 3 and text[end + 4 : end + 5] != ",":
        return text[end + 4 : end + 5].isdigit() and len(_digits_at(text, end + 1)) == 4
    if following.isalpha():
        attached = _letters_after(text, end)
        # "24703L202" is a part number.
        behind = text[end + len(attached) : end + len(attached) + 3]
        return (len(behind) == 3 and behind.isdigit() and attached != "x") or not _unit_like(attached, g)
    return False


def _digits_at(text: str, at: int) -> str:
    """Return the run of digits that starts at an offset."""
    end = at
    while end < len(text) and text[end].isdigit():
        end += 1
    return text[at:end]


def _letters_after(text: str, end: int) -> str:
    """Return the letters that touch the end of a figure."""
    found = _ATTACHED.match(text, end)
    return found[0] if found else ""


def _unit_like(word: str, g: Grammar) -> bool:
    """Return whether letters that touch a figure may name a scale, unit or currency."""
    return (
        word in g.short_scales
        or word.lower() in g.sets.attached_words
        or word in g.units_cased
        or word in g.units_ambiguous
        or word.lower() in g.units
        or word in g.money.cent_signs
        or word in g.money.codes
        or word in g.money.signs
    )


def _at_line_start(text: str, start: int) -> bool:
    """Return whether only indentation or a bullet stands before the offset on its line."""
    line = text.rfind("\n", max(0, start - _INDENT), start) + 1
    return start - line < _INDENT and not text[line:start].strip(" \t*-•")


# Longest indentation and longest headline, in characters. They bound the search for a line break, so that a text
# without line breaks is read in linear time.
_INDENT: Final = 80
_LINE: Final = 400


# Characters before a number on its line; longer lines of bare numbers are tables.
_COUNTER: Final = 12


def _alone_on_its_line(text: str, start: int, end: int) -> bool:
    """Return whether a number stands alone or among bare numbers on its line: a counter, a page number, a menu."""
    line = text.rfind("\n", max(0, start - _COUNTER - 1), start) + 1
    if start - line > _COUNTER or any(char.isalpha() for char in text[line:start]):
        return False
    if line == 0 and "\n" not in text:
        return False
    return _DIGITS_ONLY_LINE.match(text, end) is not None


def word_before(text: str, start: int, floor: int) -> str:
    """Return the word one space before an offset; empty without one."""
    if start <= floor or text[start - 1] not in " \u00a0":
        return ""
    pieces = text[max(floor, start - _REACH) : start - 1].rsplit(None, 1)
    if not pieces or text[start - 2].isspace():
        return ""
    word = pieces[-1]
    if not word.isalpha():
        word = _AFTER_MARK.split(word)[-1]
    return word if word[:1].isalpha() else ""


# Characters before an offset in which the word before it begins; no word is longer.
_REACH: Final = 60
_AFTER_MARK: Final = regex(r"[(\[{\"“‘,;:—–]")


# A line of a list of notes, as encyclopedias print it: "7. ^ memo 2".
_REFERENCE: Final = regex(r"\s*\d{1,3}\. \^")


def follows_a_label_word(text: str, start: int, floor: int, g: Grammar) -> bool:
    """Return whether a word before the number makes it a name: "Flight 370", "page 4"."""
    word = word_before(text, start, floor)
    if not word:
        return False
    plain = word.lower().rstrip(".")
    if plain in g.labels and (not word.islower() or plain in g.labels_lower):
        # "No 10 people came" looks like "No 10 came"; it is rare, so "No" is taken for a label.
        return not (plain in g.sets.label_capitals and not word[0].isupper())
    return plain in g.sets.titles


def end_of_label(text: str, start: int, end: int, g: Grammar) -> int:
    """Return the end of the numbers of a label, with further numbers: "pages 4 and 5", "Photo 2 of 31"."""
    counted = _OF_MANY.match(text, end)
    if counted is not None and word_before(text, start, 0).lower() in g.sets.counter_labels:
        return counted.end()
    found = _AND_ANOTHER.match(text, end)
    return found.end() if found and text[start - 2 : start] == "s " else end


_AND_ANOTHER: Final = regex(r"(?:, \d{1,4})*,?(?: (?:and|or|to) |[-–])\d{1,4}(?![\w%]|[.,:]\d)")


_OF_MANY: Final = regex(r"\s?(?:of|/)\s?\d{1,4}(?![\w%/]|[.,]\d)")


def end_of_counter(text: str, start: int, end: int) -> int | None:
    """Return the end of an image counter: "2/31 The hall in May" on a line of its own, "2 / 31"; None without one."""
    if text[end : end + 1] != "/" and text[end : end + 3] != " / ":
        return None
    found = _COUNTER_OF.match(text, start)
    apart = text[end : end + 1] == " "
    return found.end() if found is not None and (apart or _at_line_start(text, start)) else None


_COUNTER_OF: Final = regex(r"\d{1,3} ?/ ?\d{1,3}(?=[ \t]*(?:\n|$)|\s+[A-Z])")


def is_house_number(text: str, start: int, end: int, g: Grammar) -> bool:
    """Return whether a street's name follows the number: "12 Elm Street", "221B Elm Street"."""
    at = end + 1 if text[end : end + 1].isalpha() else end
    return end - start < 6 and text[at + 1 : at + 2].isupper() and g.phrases.street.match(text, at) is not None


def is_digit_for_word(text: str, start: int, end: int, before: str, g: Grammar) -> bool:
    """Return whether a 2 or 4 is written for "to" or "for" in a name: "Builders 4 Change", "Kids 2 Kids".

    Between two capitalised words, the digit after the plural of a person is no count: a verb would have to precede it.
    """
    if text[start:end] not in _FOR_A_WORD or not before[:1].isupper() or not text[end + 1 : end + 2].isupper():
        return False
    following = _ATTACHED.match(text, end + 1)
    lower = before.lower()
    return (following is not None and following[0].lower() == lower) or (
        lower.endswith("s") and lower in g.persons_only
    )


_FOR_A_WORD: Final = frozenset(("2", "4"))


def named_numbers(text: str, triggers: Iterable[tuple[int, int]], g: Grammar) -> frozenset[str]:
    """Return the numbers of three or four digits that the text uses as names somewhere ("Boeing 737").

    They are read as names wherever the text uses them.
    """
    names = set()
    for start, end in triggers:
        if start < 3 or end - start not in (3, 4) or text[start - 1] != " " or not text[start].isdigit():
            continue
        if g.phrases.counts.match(text, end) or _is_counted_after_place(text, start, end, g):
            continue
        word = word_before(text, start, max(0, start - 24)).removesuffix("'s").removesuffix("’s")
        if word[:1].isupper() and not _common_word(word, g):
            names.add(text[start:end])
    return frozenset(names)


def _is_counted_after_place(text: str, start: int, end: int, g: Grammar) -> bool:
    """Return whether a place opens the sentence and a plural follows the number: "In Velden 412 chimneys fell"."""
    opened = _PLURAL.match(text, end) and g.phrases.place_first.search(text, max(0, start - _REACH), start)
    return opened is not None


_PLURAL: Final = regex(r" (?:[a-z-]+ )?[a-z]{2,}s\b")


def _common_word(word: str, g: Grammar) -> bool:
    """Return whether a capitalised word is an ordinary word, number, currency or hedge rather than a name."""
    lower = word.lower().rstrip(".")
    return (
        lower in g.function_words
        or lower in g.not_a_surname
        or lower in g.number_words
        or lower in g.past_verbs
        or word in g.money.codes
        or word in g.money.signs
        or lower in g.hedges.before
        or (len(word) < 3 and word not in ("A", "B"))
    )


def follows_a_name(text: str, start: int, floor: int, g: Grammar) -> bool:
    """Return whether a capitalised word right before a bare number makes it part of a name: "iPhone 4", "FTSE 100"."""
    word = word_before(text, start, floor)
    if not word or not any(char.isupper() for char in word) or _common_word(word, g):
        return False
    first = start - len(word) - 1 <= floor
    if first and not word.isupper() and word[0].isupper() and word[1:].islower():
        return False
    return not _title_case(text, start)


def _title_case(text: str, at: int) -> bool:
    """Return whether the line is a headline in title case, where a capital does not show a name."""
    begin = text.rfind("\n", max(0, at - _LINE), at) + 1
    end = text.find("\n", at, at + _LINE)
    if at - begin >= _LINE or (end < 0 and len(text) > at + _LINE):
        return False
    line = text[begin : end if end >= 0 else len(text)]
    lower = sum(1 for word in line.split() if len(word) > 3 and word.islower())
    return lower == 0 and len(line) > 12


def follows_a_determiner(text: str, start: int, floor: int, g: Grammar) -> bool:
    """Return whether a determiner stands right before the number; without a plural noun it is a name: "the 787"."""
    if g.phrases.model_before.search(text[max(floor, start - 10) : start]) is None:
        return False
    return g.phrases.scored.search(text, max(floor, start - 16), start) is None


def counts_after_determiner(text: str, end: int, g: Grammar) -> bool:
    """Return whether the number after a determiner counts after all: "the 60 needed to pass", "the 43 who died"."""
    return g.phrases.needed.match(text, end) is not None


def is_capitalised_inside(text: str, start: int, sentence_start: int) -> bool:
    """Return whether a number word is capitalised within a sentence, as part of a name: "the Big Three"."""
    if not text[start].isupper() or start == sentence_start or text[start + 1 : start + 2].isupper():
        return False
    before = text[max(sentence_start, start - 2) : start]
    return before[-1:] == " " and before[:1] not in '.:;!?—–-"“”‘\n' and not _title_case(text, start)


def article_dollar(text: str, g: Grammar) -> str:
    """Return the code that a plain "$" means in a text: the only other dollar that the text names, else "USD"."""
    if "dollar" not in text and ("$" not in text or not any(sign in text for sign in g.sets.dollar_signs)):
        return "USD"
    named = set()
    for match in g.phrases.named_dollar.finditer(text):
        words = match[1].lower().split() if match[1] else []
        code = g.money.signs.get(match[2]) if match[2] else None
        for first in range(len(words)):
            code = code or g.money.names.get(" ".join(words[first:]) + " dollars")
        if code:
            named.add(code)
    return named.pop() if len(named) == 1 else "USD"


def follows_a_singular_noun(text: str, start: int, floor: int, g: Grammar) -> bool:
    """Return whether a singular noun right before makes a bare number its label: "note 7", "bulletin 4".

    Verbs, prepositions, hedges and words that precede counts ("a record 35") do not.
    """
    word = word_before(text, start, floor).lower().rstrip(".")
    if len(word) < 3 or not word.isalpha() or word.endswith(("s", "ed", "ing", "ly")):
        return False
    further = word_before(text, start - len(word) - 1, floor).lower()
    if further in g.sets.before_verbs:
        return False
    if further.endswith("s") and further not in g.function_words:
        # "Floods displace 400": the word after a plural is a verb.
        return False
    return not (
        word in g.function_words
        or word in g.past_verbs
        or word in g.number_words
        or word in g.hedges.ends
        or word in g.sets.count_words
        or word in g.score_words
        or word in g.states
    )
