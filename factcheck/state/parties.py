"""On which side of a crime or an accident a document puts a person: among those harmed, or those held to have done it.

Two persons of one age who are only described are told apart by it: "a 17-year-old was charged with the murder of a
17-year-old boy".
"""

from __future__ import annotations

from factcheck.state.clause import Sentence
from factcheck.state.lexicon import Lexicon, Tag

HARMED, HELD = "harmed", "held"
_BEFORE = 6  # tokens before an age in which the person is named: "the suspect, Marsh of Ferris, 22"
_BEHIND = 14  # tokens behind an age within which its verb stands: "Marsh, 22, of Ferris, who police say was shot"
_OF_A_PHRASE = (Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.PRONOUN)
_OPENS = (Tag.DETERMINER, Tag.PRONOUN, Tag.ADVERB)


def party_of(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> str:
    """The side of the person whose age stands at tokens `start` to `end`: HARMED, HELD, or "" where nothing tells."""
    return (
        _named(sentence, start, end, lexicon) or _governed(sentence, start, lexicon) or _behind(sentence, end, lexicon)
    )


def _named(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> str:
    """The side by a noun that stands for the person: "the 18-year-old shooter", "the victim, Olin Marsh, 22"."""
    last = end
    while sentence.tag(last) in (Tag.NOUN, Tag.NAME):
        last += 1
    found = _side_of_noun(sentence, last - 1, lexicon) if last > end else ""
    index = start - 1
    while not found and index >= max(sentence.first, start - _BEFORE) and _is_in_apposition(sentence, index):
        found = _side_of_noun(sentence, index, lexicon)
        index -= 1
    return found


def _is_in_apposition(sentence: Sentence, index: int) -> bool:
    form = sentence.tokens.forms[index]
    return sentence.tag(index) in _OF_A_PHRASE or form.text == ","


def _side_of_noun(sentence: Sentence, index: int, lexicon: Lexicon) -> str:
    folded = sentence.tokens.forms[index].folded
    return next((side for each in lexicon.noun_classes[folded] if (side := lexicon.party_nouns.get(each))), "")


def _governed(sentence: Sentence, start: int, lexicon: Lexicon) -> str:
    """The side by what stands before the person: "killed a 19-year-old", "the death of", "the arrest of", "shot by"."""
    index = start - 1
    while index >= sentence.first and sentence.tag(index) in _OPENS:
        index -= 1
    if index < sentence.first:
        return ""
    folded = sentence.tokens.forms[index].folded
    if sentence.tag(index) is Tag.AUXILIARY:
        return _of_subject(sentence, index, lexicon)
    if sentence.tag(index) is Tag.PREPOSITION:
        found = _side(sentence, index - 1, lexicon)
        if folded in lexicon.agent_words:
            return HELD if _is_agent(sentence, index, lexicon) else ""
        return found if folded in lexicon.whole_prepositions or found == HELD else ""
    return _side(sentence, index, lexicon) if not _is_passive(sentence, index, lexicon) else ""


def _of_subject(sentence: Sentence, index: int, lexicon: Lexicon) -> str:
    """The side by the subject of "was": "the dead man was a 71-year-old", "the shooter is 19"."""
    index -= 1
    while index >= sentence.first and sentence.tag(index) in _OF_A_PHRASE:
        if sentence.tokens.forms[index].folded in lexicon.harm_adjectives:
            return HARMED
        side = _side_of_noun(sentence, index, lexicon)
        if side:
            return side
        index -= 1
    return ""


def _is_agent(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether "by" follows a passive of harm: "was shot in the head by"."""
    for at in range(index - 1, max(sentence.first, index - _BEFORE) - 1, -1):
        if sentence.tag(at) in (Tag.VERB, Tag.MARK):
            return _side(sentence, at, lexicon) == HARMED and _is_passive(sentence, at, lexicon)
    return False


def _side(sentence: Sentence, index: int, lexicon: Lexicon, *, passive: bool = False) -> str:
    """The side of whom a verb, or the noun of what it does, has as its object; of a verb of two meanings, that which it
    has in the passive: "was held".
    """
    if index < sentence.first:
        return ""
    classes = lexicon.verb_classes[sentence.tokens.forms[index].folded]
    if not passive:
        classes = classes[:1]
    return next((side for each in classes if (side := lexicon.parties.get(each))), "")


def _is_passive(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether an auxiliary of the passive stands before a participle, at most an adverb between."""
    at = index - 1
    while at >= sentence.first and sentence.tag(at) is Tag.ADVERB:
        at -= 1
    return at >= sentence.first and sentence.tokens.forms[at].folded in lexicon.passive_auxiliaries


def _behind(sentence: Sentence, end: int, lexicon: Lexicon) -> str:
    """The side by the first verb behind the person: "was charged", "died", "was found shot", "shot Marsh"."""
    forms, passive = sentence.tokens.forms, False
    for index in range(end, min(sentence.stop, end + _BEHIND)):
        tag, folded = sentence.tag(index), forms[index].folded
        if tag is Tag.AUXILIARY or folded in lexicon.passive_auxiliaries:
            passive = passive or folded in lexicon.passive_auxiliaries
        elif tag is Tag.VERB or (passive and _side(sentence, index, lexicon)):
            side = _side(sentence, index, lexicon, passive=passive)
            verb = lexicon.verb(folded)
            if passive:
                if side or verb is None or verb.name not in lexicon.finding:
                    return side
                continue  # "was found shot"
            if side == HELD or verb is None:
                return ""
            if not side or sentence.tag(index + 1) is Tag.FIGURE or forms[index + 1].folded in lexicon.reflexives:
                return ""
            return HELD if sentence.tag(index + 1) in _OF_A_PHRASE else HARMED
        elif (
            tag in _ENDS
            or forms[index].text in _STOPS
            or (tag is Tag.RELATIVE and folded not in lexicon.person_relatives)
        ):
            break
    return ""


_ENDS = (Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.PRONOUN)
_STOPS = frozenset((";", ":", "–", "—", "(", ")", "“", "”", '"'))
