"""Read numerals: digits with separators, scales, fractions and number words, with the precision they state.

A numeral is read at an offset where a trigger was found; the reader returns the longest numeral that starts there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, final

from factcheck.records import record
from factcheck.regex_cache import regex

# Thousands separated by commas (in groups of two as well, as in India), dots or single spaces; else plain digits.
# The decimal mark is a dot, or a comma after thousands separated by dots.
_DIGITS: Final = regex(
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])(?:,\d+)?"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"
    r"|[1-9]\d{0,2}(?:[\u00a0\u202f\u2009 ]\d{3})+(?![\d,]|\.\d{3})(?:\.\d+)?"
    r"|\d+(?:\.\d+)?"
    r"|\.\d+"
)
_DECIMAL_COMMA: Final = regex(r"(\d+),(\d{1,2})(?=\s?(?:%|[a-z]))")
_EXPONENT: Final = regex(r"[eE](?:([+-]\d{1,2})|(\d\d|(?<=\.\d[eE])\d))(?!\w|\.\d)")
_POWER: Final = regex(r"\s?[×x]\s?10(?:\^|\*\*)?(?:([-−–]\d{1,2})|(\d{1,2}))(?![\w.])")
_MIXED: Final = regex(r"[ -]?(?:(\d{1,2})[/⁄](\d{1,2})(?![\d/⁄])|([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))")
_SIMPLE_FRACTION: Final = regex(r"(\d{1,3})[/⁄](\d{1,3})(?![\d/⁄]|\.\d)")
_TOKEN: Final = regex(r"[A-Za-z]+|\d[\d,]*(?:\.\d+)?")
_GAP: Final = regex(r"(?:\s*-\s*|\s+)")
_AND: Final = regex(r"\s+and\s+", re.IGNORECASE)
_ARTICLE: Final = regex(r"(?:a|an|one)\s+", re.IGNORECASE)
# The fast path for most figures: digits, followed either by nothing that could belong to the number or by one word
# (group 3), which the caller looks up.
_PLAIN: Final = regex(
    r"(\d{1,3}(?:,\d{3}){1,9}|\d{1,30})(?:\.(\d{1,30}))?"
    r"(?:[ -]([A-Za-z]+)|(?=[%;:!?)\]\"”’']|[.,](?:[\s)\"”’']|\Z)|\Z))"
)
_NEXT_WORD: Final = regex(r"(?:\s*-\s*|\s+)([A-Za-z]+|\d)")
# Powers of ten up to 10^39: slightly more than the longest digit string that is read.
_POWERS: Final = tuple(Decimal(1).scaleb(power) for power in range(40))
_NEGATIVE_POWERS: Final = tuple(Decimal(1).scaleb(-power) for power in range(40))
_ORDINAL_DIGITS: Final = regex(r"(\d{1,3}(?:,\d{3})+|\d+)(st|nd|rd|th)\b", re.IGNORECASE)
MOST_DIGITS: Final = 28  # digits in a figure; decimal arithmetic rounds longer ones (its default precision is 28)
# Upper limit of a number in words: "million million million …" is rhetoric, not a figure.
_MAX_NUMBER: Final = Decimal("1e40")
# Upper limit of its words: "zero hundred zero hundred …" stays below every number.
_MOST_WORDS: Final = 40
_HUNDRED: Final = Decimal(100)
_MILLION: Final = Decimal(1_000_000)
_CENT: Final = Decimal("0.01")
# Denominators accepted after a slash; others are dates, scores or idioms ("9/11", "5/12", "24/7").
_WRITTEN_DENOMINATORS: Final = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32))


@final
@record
class Numeral:
    """A number with its span in the text.

    `number` is the value as written; `step` is the place value of the last digit stated ("3.2 million" → 100,000).
    `low` and `high` are set when the words state only bounds ("tens of thousands"). `form` is "digits", "words",
    "vague" or "fraction". `scaled` is true when a scale word ("million") is part of the numeral.
    """

    start: int
    end: int
    number: Decimal
    step: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    form: str = "digits"
    scaled: bool = False

    def replace(
        self,
        start: int | None = None,
        end: int | None = None,
        number: Decimal | None = None,
        step: Decimal | None = None,
    ) -> Numeral:
        """Return a copy with the given fields replaced."""
        return Numeral(
            self.start if start is None else start,
            self.end if end is None else end,
            self.number if number is None else number,
            self.step if step is None else step,
            self.low,
            self.high,
            self.form,
            self.scaled,
        )

    def times(self, factor: Decimal) -> Numeral:
        """Return the number multiplied by a scale that is written after a later number: "26 to 31 million"."""
        return self.replace(number=self.number * factor, step=self.step * factor)


@record
class Lexicon:
    """The number words of a language, as listed in the rule files: surface form → value."""

    cardinal: Mapping[str, str]
    scale: Mapping[str, str]
    scale_plural: Mapping[str, str]
    vague: Mapping[str, str]
    denominator: Mapping[str, str]
    ordinal: Mapping[str, str]
    vulgar_fraction: Mapping[str, str]
    part_alone: Mapping[str, str]


@record
class _Words:
    """Number words by class, each with the value that it adds or the factor by which it multiplies.

    `openers` may begin a numeral. `simple` maps each cardinal to its value and step. `continuing` may follow a word of
    a numeral as part of it. `standalone` are the parts that need neither an article nor a number ("half").
    """

    units: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    parts: dict[str, int]
    ordinals: dict[str, int]
    vague: dict[str, tuple[Decimal, Decimal]]
    vague_pattern: re.Pattern[str]
    vulgar: dict[str, tuple[int, int]]
    openers: frozenset[str]
    simple: dict[str, tuple[Decimal, Decimal]]
    continuing: frozenset[str]
    standalone: frozenset[str]


@final
@record
class _Run:
    """The state of a number while its words are read.

    `total` holds the finished groups ("two million"), `group` the group being read ("three hundred"; None before its
    first word), `last` the class of the last word read, `lowest` the smallest scale so far, `end` the end of the
    text that was read and `words` how many words were added.
    """

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    last: str = ""
    lowest: Decimal = _MAX_NUMBER
    end: int = 0
    words: int = 0


class NumeralReader:
    """Read the numeral or ordinal that starts at an offset of a text, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Sort the words of a lexicon into classes."""
        cardinals = {word: int(value) for word, value in lexicon.cardinal.items()}
        bounds = {
            surface: (Decimal(low), Decimal(high))
            for surface, (low, high) in ((s, v.split("..")) for s, v in lexicon.vague.items())
        }
        surfaces = sorted(bounds, key=lambda surface: (-len(surface), surface))
        scales = {word: int(value) for word, value in {**lexicon.scale, **lexicon.scale_plural}.items()}
        parts = {word: int(value) for word, value in lexicon.denominator.items()}
        self._w = _Words(
            units={w: v for w, v in cardinals.items() if v < 10},
            teens={w: v for w, v in cardinals.items() if 10 <= v < 20},
            tens={w: v for w, v in cardinals.items() if v >= 20},
            scales=scales,
            parts=parts,
            ordinals={w: int(v) for w, v in lexicon.ordinal.items()},
            vague=bounds,
            vague_pattern=regex(
                "(?:" + "|".join(s.replace(" ", r"\s+") for s in surfaces) + r")\b(?!-)", re.IGNORECASE
            ),
            vulgar={
                s: (int(a), int(b)) for s, (a, b) in ((s, v.split("/")) for s, v in lexicon.vulgar_fraction.items())
            },
            openers=frozenset((*cardinals, *scales, *(s.split()[0] for s in bounds), "a", "an", *lexicon.part_alone)),
            simple={word: (Decimal(value), _step_of(Decimal(value))) for word, value in cardinals.items()},
            continuing=frozenset(
                (*cardinals, *scales, *parts, *(f"{p}s" for p in parts), *lexicon.ordinal, "and", "point")
            ),
            standalone=frozenset(lexicon.part_alone),
        )

    @property
    def parts(self) -> Mapping[str, int]:
        """The words that name a part, with their denominators: half, third, quarter."""
        return self._w.parts

    def at(self, text: str, pos: int, *, joined: bool = True) -> Numeral | None:
        """Return the longest numeral that starts at `pos`, or None.

        Without `joined`, "and" ends it, as the first number of "between 100 and 200" requires.
        """
        char = text[pos]
        if char.isdigit() or (char == "." and text[pos + 1 : pos + 2].isdigit()):
            return self.plain(text, pos) or self._digits(text, pos, joined=joined)
        if char in self._w.vulgar:
            top, bottom = self._w.vulgar[char]
            return self._times_scale_after(text, _fraction(pos, pos + 1, top, bottom))
        token = _TOKEN.match(text, pos)
        if token is None or token[0].lower() not in self._w.openers:
            return None
        return self.simple(text, pos) or self._words(text, pos, joined=joined)

    def ordinal(self, text: str, pos: int) -> Numeral | None:
        """Return the ordinal that starts at `pos`, or None: "21st", "third", "one hundred twenty-fifth"."""
        if text[pos].isdigit():
            found = _ORDINAL_DIGITS.match(text, pos)
            if found is None:
                return None
            digits = found[1].replace(",", "")
            if found[2].lower() != _ordinal_suffix(digits) or len(digits) > MOST_DIGITS:
                return None
            number = Decimal(digits)
            return Numeral(pos, found.end(), number, Decimal(1), form="digits")
        run = _Run(end=pos)
        at = pos
        while token := _TOKEN.match(text, at):
            word = token[0].lower()
            if (value := self._w.ordinals.get(word)) is not None:
                return self._ordinal_ending_in(run, pos, token.end(), value)
            if not self._add_word(run, word, token.end()):
                return None
            gap = _AND.match(text, run.end) or _GAP.match(text, run.end)
            if gap is None:
                return None
            at = gap.end()
            if run.group and run.group >= _HUNDRED and self._second_hundred_at(text, at):
                return None
        return None

    def _ordinal_ending_in(self, run: _Run, start: int, end: int, value: int) -> Numeral | None:
        """Return the ordinal whose last word has this value; None when that word cannot follow those of the run."""
        if run.group is None and not run.total:
            return Numeral(start, end, Decimal(value), Decimal(1), form="words")
        group = run.group or Decimal(0)
        if value >= 100:
            number = run.total + max(group, Decimal(1)) * value
        elif run.last in ("tens", "hundred", "scale") and not (run.last == "tens" and value >= 10):
            number = run.total + group + value
        else:
            return None
        return Numeral(start, end, number, Decimal(1), form="words")

    def end_of_overlong(self, text: str, pos: int) -> int | None:
        """Return the end of the digits at `pos` when they are more than MOST_DIGITS, else None."""
        found = _DIGITS.match(text, pos)
        return found.end() if found is not None and _is_too_long(found[0]) else None

    def plain(self, text: str, pos: int) -> Numeral | None:
        """Return digits, alone or with one scale word after them; None where more text may belong to the number."""
        found = _PLAIN.match(text, pos)
        if found is None:
            return None
        whole, decimals, word = found.groups()
        digits = whole.replace(",", "")
        if len(digits) + len(decimals or "") > MOST_DIGITS:
            return None
        if decimals is not None:
            number, step = Decimal(f"{digits}.{decimals}"), _NEGATIVE_POWERS[len(decimals)]
        else:
            number, stated = Decimal(digits), digits.rstrip("0")
            step = _POWERS[len(digits) - len(stated) if stated else 0]
        if word is None:
            return Numeral(pos, found.end(), number, step)
        lower = word.lower()
        factor = self._w.scales.get(lower)
        if factor is not None:
            if self._may_continue(text, found.end(), digits=True):
                return None
            return Numeral(pos, found.end(), number * factor, step * factor, scaled=True)
        return None if lower in ("x", "and") else Numeral(pos, found.start(3) - 1, number, step)

    def _digits(self, text: str, pos: int, *, joined: bool) -> Numeral | None:
        """Return the numeral that starts with digits in any notation: fraction, decimal comma, exponent, scale."""
        if (found := _SIMPLE_FRACTION.match(text, pos)) and (part := self._slash_fraction(text, pos, found)):
            return part
        match = _DECIMAL_COMMA.match(text, pos)
        if match and not self._scale_after(text, match.end()):
            match = None
        plain = match or _DIGITS.match(text, pos)
        if plain is None or _is_too_long(plain[0]):
            return None
        number, step = _decimal(match[1] + "." + match[2] if match else plain[0])
        end = plain.end()
        if exponent := _EXPONENT.match(text, end) or _POWER.match(text, end):
            power = Decimal(10) ** int((exponent[1] or exponent[2]).replace("−", "-").replace("–", "-"))
            return Numeral(pos, exponent.end(), number * power, step * power)
        if step >= 1 and (mixed := _MIXED.match(text, end)):
            numeral = self._mixed(number, pos, mixed)
            if numeral is not None:
                return self._times_scale_after(text, numeral)
        if step == _CENT and (cents := self._with_cent_fraction(text, Numeral(pos, end, number, step))):
            return cents
        if not (scale := self._scale_after(text, end)):
            numeral = Numeral(pos, end, number, step)
            return self._with_fraction(text, numeral, None) if joined and step >= 1 else numeral
        return self._with_scale(text, Numeral(pos, end, number, step), scale, joined=joined)

    def _slash_fraction(self, text: str, pos: int, found: re.Match[str]) -> Numeral | None:
        """Return a fraction with a slash ("3/4", "1/2 million"); None for a date, a score or "24/7"."""
        top, bottom = int(found[1]), int(found[2])
        if not 0 < top < bottom:
            return None
        if bottom not in _WRITTEN_DENOMINATORS and not (top == 1 and text.startswith(" of ", found.end())):
            return None
        if pos and (text[pos - 1] in "/." or (text[pos - 1] == "-" and text[pos - 2 : pos - 1].isalnum())):
            return None
        return self._times_scale_after(text, _fraction(pos, found.end(), top, bottom))

    def _mixed(self, whole: Decimal, pos: int, mixed: re.Match[str]) -> Numeral | None:
        """Return a whole number with its fraction ("2 1/2", "2½"); None when the fraction is not below 1."""
        top, bottom = (int(mixed[1]), int(mixed[2])) if mixed[1] else self._w.vulgar[mixed[3]]
        if not 0 < top < bottom:
            return None
        part = Decimal(top) / Decimal(bottom)
        return Numeral(pos, mixed.end(), whole + part, Decimal(1) / Decimal(bottom), form="fraction")

    def _with_cent_fraction(self, text: str, numeral: Numeral) -> Numeral | None:
        """Return a price that ends in a fraction of a cent: "$5.62 1/4 a bushel"."""
        mixed = _MIXED.match(text, numeral.end)
        part = self._mixed(numeral.number, numeral.start, mixed) if mixed and text[numeral.end] == " " else None
        if part is None or text.startswith(" of ", part.end):
            return None
        return part.replace(number=numeral.number + (part.number - numeral.number) * _CENT, step=part.step * _CENT)

    def _scale_after(self, text: str, end: int) -> tuple[int, Decimal] | None:
        """Return the end and the factor of the scale word that follows a number, or None."""
        at = end
        if text[at : at + 1] in (" ", "-", "\u00a0", "\n"):
            at += 1
            while text[at : at + 1] in (" ", "\n"):
                at += 1
        token = _TOKEN.match(text, at)
        if token is None:
            return None
        value = self._w.scales.get(token[0].lower())
        return (token.end(), Decimal(value)) if value else None

    def _with_scale(self, text: str, numeral: Numeral, scale: tuple[int, Decimal], *, joined: bool) -> Numeral:
        """Return a number with its scale word and the smaller scales that follow: "4 thousand 3 hundred"."""
        end, factor = scale
        run = _Run(end=end, last="scale")
        if factor == _HUNDRED or (factor < 1000 and numeral.number < 1000):
            run.group, run.last = numeral.number * factor, "hundred"
        else:
            run.total, run.lowest = numeral.number * factor, factor
        step = numeral.step * factor
        # "hundred thousand", "1.5 lakh crore"
        while more := self._scale_after(text, run.end):
            so_far = (run.group or Decimal(0)) + run.total
            if so_far * more[1] > _MAX_NUMBER:
                break
            run.total, run.group, run.last = so_far * more[1], None, "scale"
            run.lowest, step, run.end = more[1], step * more[1], more[0]
        if joined and step >= 1 and numeral.number == int(numeral.number):
            self._add_following_words(text, run)
        number = run.total + (run.group or Decimal(0))
        if run.end != end:
            step = min(step, _step_of(number))
        whole = Numeral(numeral.start, run.end, number, step, scaled=True)
        return self._with_fraction(text, whole, run.lowest) if joined and run.last == "scale" else whole

    def _add_following_words(self, text: str, run: _Run) -> None:
        """Read the following words into the run while they continue the number."""
        while True:
            gap = _GAP.match(text, run.end)
            joint = _AND.match(text, run.end)
            if joint and run.last in ("hundred", "scale"):
                gap = joint
            if gap is None:
                return
            token = _TOKEN.match(text, gap.end())
            if token is None or (run.group and run.group >= _HUNDRED and self._hundred_follows(text, token.end())):
                return
            if gap is joint and self._fraction_begins(text, token):
                return
            if token[0][0].isdigit() and gap is not joint and self._starts_new_figure(text, token.end(), run):
                return
            if not self._add_word(run, token[0].lower(), token.end()):
                return

    def _starts_new_figure(self, text: str, end: int, run: _Run) -> bool:
        """Return whether digits after a scale start a new figure: "40 million 20-foot boxes", not "3 thousand 200"."""
        if text[end : end + 1] == "-":
            return True
        return run.last == "scale" and run.lowest >= _MILLION and self._scale_after(text, end) is None

    def _fraction_begins(self, text: str, token: re.Match[str]) -> bool:
        """Return whether a fraction begins at a word, so that "… and three quarters" does not add three."""
        return self._word_fraction(text, token.start(), None, token) is not None

    def _hundred_follows(self, text: str, end: int) -> bool:
        """Return whether the next word is "hundred": "one hundred and two hundred" is two numbers."""
        scale = self._scale_after(text, end)
        return scale is not None and scale[1] == _HUNDRED

    def _second_hundred_at(self, text: str, at: int) -> bool:
        """Return whether a word and "hundred" begin at `at`, as the second number of "one hundred two hundred"."""
        token = _TOKEN.match(text, at)
        return token is not None and self._hundred_follows(text, token.end())

    def simple(self, text: str, pos: int) -> Numeral | None:
        """Return the cardinal that is one word; None when it is not one or the number may continue after it."""
        token = _TOKEN.match(text, pos)
        number = self._w.simple.get(token[0].lower()) if token else None
        if token is None or number is None or self._may_continue(text, token.end()):
            return None
        return Numeral(pos, token.end(), number[0], number[1], form="words")

    def _may_continue(self, text: str, end: int, *, digits: bool = False) -> bool:
        """Return whether the next word, or digits where `digits` allows them, may continue the number."""
        found = _NEXT_WORD.match(text, end)
        if found is None:
            return False
        token = found[1]
        return digits if token[0].isdigit() else token.lower() in self._w.continuing

    def _words(self, text: str, pos: int, *, joined: bool) -> Numeral | None:
        """Return the numeral that starts with a word: vague, a fraction, an article with a scale, or a cardinal."""
        vague = self._w.vague_pattern.match(text, pos)
        bounds = self._w.vague.get(" ".join(vague[0].lower().split())) if vague else None
        if vague and bounds and not self._scale_after(text, vague.end()):
            low, high = bounds
            return Numeral(pos, vague.end(), low, low, low, high, form="vague", scaled=True)
        run = _Run(end=pos)
        article = _ARTICLE.match(text, pos)
        first = _TOKEN.match(text, article.end() if article else pos)
        if first is None:
            return None
        word = first[0].lower()
        if article and word in self._w.scales:
            run.group, run.last = Decimal(1), "unit"
            self._add_word(run, word, first.end())
        elif (part := self._word_fraction(text, pos, article, first)) is not None:
            return self._times_scale_after(text, part)
        else:
            first = _TOKEN.match(text, pos)
            if first is None or not self._add_word(run, first[0].lower(), first.end()):
                return None
        self._extend(text, run, joined=joined)
        number = run.total + (run.group or Decimal(0))
        numeral = Numeral(pos, run.end, number, _step_of(number), form="words", scaled=run.last in ("scale", "hundred"))
        if parts := self._plural_fraction(text, numeral):
            return parts
        return self._with_fraction(text, self._with_point(text, numeral), run.lowest if run.last == "scale" else None)

    def _parts_in_words(self, text: str, first: re.Match[str]) -> Numeral | None:
        """Return the number of parts that starts with a cardinal, or None: "twenty-three fiftieths"."""
        run = _Run(end=first.start())
        if not self._add_word(run, first[0].lower(), first.end()):
            return None
        self._add_following_words(text, run)
        number = run.total + (run.group or Decimal(0))
        return self._plural_fraction(text, Numeral(first.start(), run.end, number, Decimal(1), form="words"))

    def _plural_fraction(self, text: str, numeral: Numeral) -> Numeral | None:
        """Return a number of parts, or None: "twenty-three fifths", "fifty-four hundredths"."""
        gap = _GAP.match(text, numeral.end)
        token = _TOKEN.match(text, gap.end()) if gap else None
        name = token[0].lower() if token else ""
        bottom = self._w.parts.get(name.removesuffix("s"), 0) if name.endswith("s") else 0
        if token is None or not bottom:
            return None
        return Numeral(numeral.start, token.end(), numeral.number / bottom, Decimal(1) / bottom, form="fraction")

    def _extend(self, text: str, run: _Run, *, joined: bool) -> None:
        """Read the following words into the run; without `joined`, stop at "and"."""
        if joined:
            self._add_following_words(text, run)
            return
        while gap := _GAP.match(text, run.end):
            if run.group and run.group >= _HUNDRED and self._second_hundred_at(text, gap.end()):
                return
            token = _TOKEN.match(text, gap.end())
            if token is None or not self._add_word(run, token[0].lower(), token.end()):
                return

    def _add_word(self, run: _Run, word: str, end: int) -> bool:
        """Add one word to the number of the run; return False, leaving the run as it is, where it cannot follow."""
        w = self._w
        if run.words == _MOST_WORDS:
            return False
        if word in w.units or word in w.teens:
            value = w.units.get(word, w.teens.get(word, 0))
            fits = run.last in ("", "hundred", "scale") or (run.last == "tens" and 0 < value < 10)
            if not fits or (run.last == "tens" and word in w.teens):
                return False
            run.group = (run.group or Decimal(0)) + value
            run.last = "unit"
        elif word in w.tens:
            if run.last not in ("", "hundred", "scale"):
                return False
            run.group = (run.group or Decimal(0)) + w.tens[word]
            run.last = "tens"
        elif word in w.scales:
            if not self._add_scale(run, Decimal(w.scales[word])):
                return False
        elif word[0].isdigit():
            if run.last not in ("hundred", "scale") or "." in word or not 0 < len(word) < 4:
                return False
            run.group = (run.group or Decimal(0)) + int(word.replace(",", "") or 0)
            run.last = "unit"
        else:
            return False
        run.end = end
        run.words += 1
        return True

    @staticmethod
    def _add_scale(run: _Run, factor: Decimal) -> bool:
        """Multiply the current group of the run by a scale; return False where the scale cannot follow."""
        if run.group is None and run.last == "scale":
            if run.total * factor > _MAX_NUMBER:
                return False
            run.total, run.lowest = run.total * factor, factor
            return True
        group = run.group if run.group is not None else Decimal(1)
        if factor < 1000:
            if run.last == "hundred" and factor == _HUNDRED:
                return False
            run.group, run.last = group * factor, "hundred"
            return True
        if factor >= run.lowest:
            return False
        run.total, run.group, run.lowest, run.last = run.total + group * factor, None, factor, "scale"
        return True

    def _with_point(self, text: str, numeral: Numeral) -> Numeral:
        """Return the numeral with decimals in words: "twelve point ninety-nine", "two hundred point zero three"."""
        found = _POINT.match(text, numeral.end)
        if found is None:
            return numeral
        digits, end, at = "", found.end(), found.end()
        while len(digits) < MOST_DIGITS and (token := _TOKEN.match(text, at)):
            word = token[0].lower()
            value = self._w.units.get(word, self._w.teens.get(word, self._w.tens.get(word)))
            if value is None and word != "o":
                break
            tens_before = len(digits) > 1 and digits[-1] == "0" and value is not None and value < 10
            digits = digits[:-1] + str(value) if tens_before else digits + str(value or 0)
            end = token.end()
            gap = _GAP.match(text, end)
            if gap is None:
                break
            at = gap.end()
        if not digits:
            return numeral
        step = Decimal(1).scaleb(-len(digits))
        point = Numeral(numeral.start, end, numeral.number + int(digits) * step, step, form="words")
        return self._times_scale_after(text, point)

    def _with_fraction(self, text: str, numeral: Numeral, scale: Decimal | None) -> Numeral:
        """Return the numeral with a fraction joined by "and": "two and a half", "five and three quarters".

        After a `scale` the fraction is a part of that scale: "a million and a half" is 1.5 million.
        """
        found = _AND.match(text, numeral.end)
        if found is None:
            return numeral
        article = _ARTICLE.match(text, found.end())
        first = _TOKEN.match(text, article.end() if article else found.end())
        part = self._word_fraction(text, found.end(), article, first) if first else None
        if part is None and first is not None and not article:
            part = self._parts_in_words(text, first)
        if part is None or not 0 < part.number < 1:
            return numeral
        if scale is not None and self._scale_after(text, part.end):
            # "one billion and a half million"
            part = self._times_scale_after(text, part)
            return numeral.replace(end=part.end, number=numeral.number + part.number, step=part.step)
        if scale is not None:
            return numeral.replace(end=part.end, number=numeral.number + part.number * scale, step=part.step * scale)
        whole = Numeral(numeral.start, part.end, numeral.number + part.number, part.step, form="fraction")
        return self._times_scale_after(text, whole)

    def _word_fraction(
        self, text: str, pos: int, article: re.Match[str] | None, first: re.Match[str]
    ) -> Numeral | None:
        """Return a fraction in words, without a scale that may follow, or None.

        Examples: "half", "a third", "two-thirds", "three quarters". `first` is its first word after the `article`, if
        any.
        """
        word = first[0].lower()
        if word in self._w.standalone or (article and word in self._w.parts):
            return _fraction(pos, first.end(), 1, self._w.parts[word])
        if article:
            first_word = _TOKEN.match(text, pos)
            if first_word is None or first_word[0].lower() != "one":
                return None
            first, word = first_word, "one"
        top = self._w.units.get(word) or self._w.teens.get(word)
        gap = _GAP.match(text, first.end())
        token = _TOKEN.match(text, gap.end()) if gap and top else None
        if token is None or not top:
            return None
        name = token[0].lower()
        bottom = self._w.parts.get(name) or self._w.parts.get(name.removesuffix("s"), 0)
        if not bottom or (top > 1 and not name.endswith("s")):
            return None
        return _fraction(pos, token.end(), top, bottom)

    def _times_scale_after(self, text: str, part: Numeral) -> Numeral:
        """Return the fraction times the scale that follows, if any: "half a million", "2½ million"."""
        found = _OF_A.match(text, part.end)
        scale = self._scale_after(text, found.end() - 1 if found else part.end)
        if scale is None:
            return part
        end, factor = scale
        return Numeral(part.start, end, part.number * factor, part.step * factor, form=part.form, scaled=True)


_POINT: Final = regex(r"\s+point\s+", re.IGNORECASE)
_OF_A: Final = regex(r"\s+(?:of\s+)?an?\s+", re.IGNORECASE)


def _ordinal_suffix(digits: str) -> str:
    """Return the letters that end the ordinal of these digits, to tell "2nd" from "2st" (two stone)."""
    if digits[-2:-1] == "1":
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")


def _fraction(start: int, end: int, top: int, bottom: int) -> Numeral:
    """Return the fraction top/bottom as a numeral whose step is one part."""
    value = Decimal(top) / Decimal(bottom)
    return Numeral(start, end, value, Decimal(1) / Decimal(bottom), form="fraction")


def _is_too_long(written: str) -> bool:
    """Return whether a string has more than MOST_DIGITS digits."""
    return len(written) > MOST_DIGITS and sum(map(str.isdigit, written)) > MOST_DIGITS


def _decimal(written: str) -> tuple[Decimal, Decimal]:
    """Return the number in a digit string of either separator style, with the place value of its last digit."""
    digits = written
    for blank in ("\u00a0", "\u202f", "\u2009", " "):
        digits = digits.replace(blank, "")
    # Dots between thousands: two of them, or one with a comma behind it.
    dotted = digits.count(".") > 1 or 0 < digits.find(".") < digits.find(",")
    digits = digits.replace(".", "").replace(",", ".") if dotted else digits.replace(",", "")
    number = Decimal(digits)
    if "." in digits:
        return number, Decimal(1).scaleb(-len(digits.split(".")[1]))
    return number, _step_of(number)


def _step_of(number: Decimal) -> Decimal:
    """Return the place value of the last digit that is not zero: 31,000 → 1,000."""
    if number != int(number):
        return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent))
    if not number:
        return Decimal(1)
    digits = str(int(number))
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0")))
