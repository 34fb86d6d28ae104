"""Where two sentences of the same words say who did what to whom, and two of these have changed places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from factcheck.state.clause import Phrase, Sentence, clause_around
from factcheck.state.lexicon import Lexicon, Tag
from factcheck.text.tokens import TokenKind

_OF_A_PHRASE = (Tag.DETERMINER, Tag.NOUN, Tag.NAME)
_NOMINAL = (Tag.NOUN, Tag.NAME)
_AGENT, _PATIENT = "agent", "patient"


class Role(Struct, frozen=True):
    """Who has a part in what a verb says: the agent, the patient, or what hangs on it by a preposition."""

    verb: frozenset[str]
    part: str
    filler: frozenset[str]
    phrase: Phrase


def crossed_roles(mine: Sentence, theirs: Sentence, lexicon: Lexicon) -> tuple[Role, Role, Role, Role] | None:
    """Two roles of a sentence whose fillers the other has the other way round, and these two of the other."""
    ours, others = list(_roles(mine, lexicon)), list(_roles(theirs, lexicon))
    for one, two in combinations(ours, 2):
        if not one.filler.isdisjoint(two.filler):
            continue
        first = _filled(one, two.filler, others)
        second = _filled(two, one.filler, others)
        if first is None or second is None or _is_filled(one, others) or _is_filled(two, others):
            continue
        return one, two, first, second
    return None


def _filled(role: Role, filler: frozenset[str], others: list[Role]) -> Role | None:
    """The same part in the same act, with some other filler."""
    return next((each for each in others if _is_part(role, each) and not each.filler.isdisjoint(filler)), None)


def _is_filled(role: Role, others: list[Role]) -> bool:
    return _filled(role, role.filler, others) is not None


def _is_part(one: Role, two: Role) -> bool:
    return one.part == two.part and not one.verb.isdisjoint(two.verb)


def _roles(sentence: Sentence, lexicon: Lexicon) -> Iterator[Role]:
    """The roles of each verb of a sentence, but for those that a pronoun or a figure has."""
    for index in range(sentence.first, sentence.stop):
        if sentence.tag(index) is not Tag.VERB:
            continue
        verb = _classes(index, sentence, lexicon)
        if not lexicon.reports.isdisjoint(verb):
            continue
        clause = clause_around(sentence, index, index + 1)
        subject = clause_around(sentence, index + 1, index + 1).subject
        passive = _is_passive(index, sentence, lexicon)
        if subject is not None:
            yield from _role(verb, _PATIENT if passive else _AGENT, subject, sentence)
        yield from _behind(index, verb, clause.stop, sentence, lexicon, passive=passive)


def _behind(
    index: int, verb: frozenset[str], stop: int, sentence: Sentence, lexicon: Lexicon, *, passive: bool
) -> Iterator[Role]:
    """The roles of what stands behind a verb: its object, and what hangs on it by prepositions."""
    forms, part, at = sentence.tokens.forms, "" if passive else _PATIENT, index + 1
    while at < stop and sentence.tag(at) is not Tag.VERB:
        if sentence.tag(at) is Tag.PREPOSITION:
            word = forms[at].folded
            part = _AGENT if passive and word in lexicon.agent_words else word
        elif sentence.tag(at) in _OF_A_PHRASE:
            first = at
            while at < stop and sentence.tag(at) in _OF_A_PHRASE:
                at += 1
            head = next((each for each in range(at - 1, first - 1, -1) if sentence.tag(each) in _NOMINAL), None)
            if head is not None and part:
                yield from _role(verb, part, Phrase(first, at, head), sentence)
                part = ""
            continue
        elif forms[at].kind is TokenKind.WORD and sentence.tag(at) not in (Tag.ADVERB, Tag.FIGURE):
            return
        at += 1


def _role(verb: frozenset[str], part: str, phrase: Phrase, sentence: Sentence) -> Iterator[Role]:
    if sentence.tag(phrase.head) not in _NOMINAL:
        return
    words = [phrase.head]
    while (
        sentence.tag(words[-1] - 1) is Tag.NAME and sentence.tag(phrase.head) is Tag.NAME and words[-1] > phrase.first
    ):
        words.append(words[-1] - 1)
    concepts = [sentence.tokens.forms[each].concept for each in words]
    filler = frozenset(concepts) - {""}
    if filler:
        yield Role(verb, part, filler, phrase)


def _classes(index: int, sentence: Sentence, lexicon: Lexicon) -> frozenset[str]:
    folded = sentence.tokens.forms[index].folded
    verb = lexicon.verb(folded)
    return frozenset((verb.base if verb is not None else folded, *lexicon.verb_classes[folded]))


def _is_passive(index: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a participle stands behind a form of "be"."""
    verb = lexicon.verb(sentence.tokens.forms[index].folded)
    if verb is None or not verb.participle:
        return False
    at = index - 1
    while at > sentence.first and sentence.tag(at) in (Tag.ADVERB, Tag.NEGATION):
        at -= 1
    return lexicon.auxiliaries.get(sentence.tokens.forms[at].folded) == "be"


__all__ = ["Role", "crossed_roles"]
