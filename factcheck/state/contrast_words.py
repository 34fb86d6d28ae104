"""What the word lists say of two words by which two things, places or states are told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.cached import cached_property
from factcheck.ruleset import Ruleset
from factcheck.state.lexicon import Lexicon, inflections_of, lexicon_of
from factcheck.text.folding import fold
from factcheck.text.remembered import Remembered

_BEGINNING = 3  # letters by which nouns are grouped; a plural begins as its singular does

_ROOT = 5  # letters that two nouns of one root begin with
_LEAST_OF_A_NAME = 5  # letters from which a name with another letter is a slip of the pen: "Finch", "Fynch"
_LEAST_OF_A_STEM = 3  # letters at the beginning of two names that make one of them a form of the other


class ContrastWords:
    """The lists of contrasts of a ruleset, by folded form; the long ones are read when they are asked for.

    `granted` are the classes of verbs of giving and receiving.
    """

    def __init__(self, ruleset: Ruleset) -> None:
        """Read the short lists."""
        self._ruleset = ruleset
        self.lexicon: Lexicon = lexicon_of(ruleset)
        self.wholes = frozenset(map(fold, ruleset.words("place_whole")))
        self.unrealised = frozenset(ruleset.words("unrealised_state"))
        self.receiving = frozenset(ruleset.words("receiving_class"))
        self.granted = self.lexicon.giving | self.receiving
        self.holding = frozenset(ruleset.words("holding_class"))
        self.giver_prepositions = frozenset(ruleset.words("giver_preposition"))
        self.neighbour_words = frozenset(ruleset.words("neighbour_word"))
        self.owner_prepositions = tuple(ruleset.words("owner_preposition"))
        self.own_words = frozenset(ruleset.words("own_word"))
        self._interchangeable = frozenset(ruleset.words("interchangeable_class"))
        self._singulars: Remembered[str] = Remembered(self._read_singular)

    @cached_property
    def _short_names(self) -> Mapping[str, str]:
        return self._ruleset.words("quote_short_name")

    @cached_property
    def _nationalities(self) -> Mapping[str, str]:
        return self._ruleset.words("nationality")

    @cached_property
    def _titles(self) -> frozenset[str]:
        return frozenset((*self._ruleset.words("quote_title"), *self._ruleset.words("name_title")))

    @cached_property
    def _sides(self) -> Mapping[str, str]:
        return {fold(word): side for word, side in self._ruleset.words("contrast").items()}

    def side(self, folded: str) -> str:
        """The dimension and the side that a word says of a noun ("age/old"), or the nation; "" where it says none."""
        side = self._sides.get(folded)
        if side is None:
            land = self._nationalities.get(folded)
            side = f"nation/{land}" if land else ""
        return side

    def is_party(self, folded: str) -> bool:
        """Whether a word names a party where it is written as a name: "Conservative" and not "conservative"."""
        return self.side(folded).startswith("party/")

    @cached_property
    def levels(self) -> Mapping[str, float]:
        """How wide a place of a kind is."""
        return self._levels("place_level")

    def level(self, folded: str) -> float | None:
        """How wide the place is that a noun names; None for any other word."""
        level = self.levels.get(folded)
        if level is not None or folded[:_BEGINNING] not in self._beginnings_of_levels:
            return level
        return self.levels.get(self.singular(folded))

    @cached_property
    def _beginnings_of_levels(self) -> frozenset[str]:
        return frozenset(word[:_BEGINNING] for word in self.levels)

    @cached_property
    def reaches(self) -> Mapping[str, float]:
        """How wide the places are of which adverbs tell."""
        return self._levels("place_reach")

    def _levels(self, name: str) -> Mapping[str, float]:
        return {fold(word): float(level) for word, level in self._ruleset.words(name).items()}

    @cached_property
    def _umbrellas(self) -> frozenset[str]:
        return frozenset(map(fold, self._ruleset.words("umbrella_noun")))

    @cached_property
    def _bearers(self) -> Mapping[str, str]:
        return {fold(word): name for word, name in self._ruleset.words("generic_bearer").items()}

    @cached_property
    def _by_beginning(self) -> Mapping[str, Sequence[str]]:
        """The nouns of the lists by their first letters."""
        found: dict[str, list[str]] = {}
        for word in (*self._umbrellas, *self._bearers, *self.levels):
            found.setdefault(word[:_BEGINNING], []).append(word)
        return {start: sorted(words) for start, words in found.items()}

    def singular(self, folded: str) -> str:
        """The singular of a noun of the lists; any other word itself."""
        return self._singulars[folded]

    def _read_singular(self, folded: str) -> str:
        alike = self._by_beginning.get(folded[:_BEGINNING], ())
        return inflections_of(alike, "plural", self._ruleset).get(folded, folded) if folded not in alike else folded

    def is_title(self, folded: str) -> bool:
        """Whether a capitalised word beside a name says what somebody is, and is no part of the name."""
        word = folded.rstrip(".")
        return word in self._titles or self._is_person(word)

    def _is_person(self, folded: str) -> bool:
        return any(map(self.lexicon.is_person, self.lexicon.noun_classes[folded]))

    def is_umbrella(self, folded: str) -> bool:
        """Whether a noun may stand for a thing that another text names by its kind."""
        return self.singular(folded) in self._umbrellas or folded in self.lexicon.generic_persons

    def is_common_noun(self, folded: str) -> bool:
        """Whether a list has a word as a noun, so that its capital at the beginning of a sentence makes no name."""
        return self.singular(folded) in self._bearers or self.lexicon.is_listed_noun(folded)

    def are_two_kinds(self, one: str, two: str) -> bool:
        """Whether two nouns name two kinds of things: neither synonyms, nor may one of them stand for the other."""
        if not self._meanings(one).isdisjoint(self._meanings(two)):
            return False
        if self.is_umbrella(one) or self.is_umbrella(two) or _are_akin(one, two):
            return False
        first, second = (self._bearers.get(self.singular(each)) for each in (one, two))
        if first is not None and first == second and first in self._interchangeable:
            return False
        # "The mayor paid", "the council paid": somebody acts for a body.
        return self._is_person(one) == self._is_person(two) or (first is None and second is None)

    def _meanings(self, folded: str) -> frozenset[str]:
        return frozenset((*self.lexicon.noun_classes[folded], self.lexicon.language.concept[folded]))

    def are_two_names(self, one: tuple[str, ...], two: tuple[str, ...]) -> bool:
        """Whether the words of two names are those of two: each has one that is no form or slip of one of the other."""
        mine = [word for word in one if not any(self._are_one_word(word, other) for other in two)]
        theirs = [word for word in two if not any(self._are_one_word(word, other) for other in one)]
        if not mine or not theirs:
            return False
        if len(mine) < len(one) and all(map(self.is_umbrella, (*mine, *theirs))):
            return False  # "Tormont Group", "Tormont Company"
        return not _abbreviates(one, two) and not _abbreviates(two, one)

    def _are_one_word(self, one: str, two: str) -> bool:
        """Whether two words of names are one: an initial, a short form, a derived form, or a slip of a letter."""
        if self._short_names.get(one, one) == self._short_names.get(two, two):
            return True
        short, long = sorted((one.rstrip("."), two.rstrip(".")), key=len)
        if short[:1] != long[:1]:
            return False  # nobody mistakes the first letter: "Norvik", "Sorvik"
        if len(short) == 1 or (len(short) >= _LEAST_OF_A_STEM and long.startswith(short)):
            return True
        return len(short) >= _LEAST_OF_A_NAME and _are_one_letter_apart(short, long)


@lru_cache(maxsize=8)
def contrast_words_of(ruleset: Ruleset) -> ContrastWords:
    """The contrast words of a ruleset, read once."""
    return ContrastWords(ruleset)


def _are_akin(one: str, two: str) -> bool:
    """Whether two nouns seem made of one word: "mine" and "miners", "prosecution" and "prosecutors"."""
    return one in two or two in one or one[:_ROOT] == two[:_ROOT]


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name is made of the first letters of another: "UN"."""
    return len(short) == 1 and len(long) > 1 and short[0].replace(".", "") == "".join(word[0] for word in long)


def _are_one_letter_apart(short: str, long: str) -> bool:
    """Whether one letter is changed or added, or two neighbours changed places."""
    start = next((at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    mine, theirs = short[start:], long[start:]
    if len(theirs) > len(mine):
        return mine == theirs[1:]
    return mine[1:] == theirs[1:] or mine[:2][::-1] + mine[2:] == theirs
