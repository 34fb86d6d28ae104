"""Noun phrases, found by the small words in and around them."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    FUNCTION,
    GIVEN,
    GROUP,
    MARK,
    NOUN,
    ORGANISATION,
    OTHER_VERB,
    PAPER,
    PARTICIPLE,
    PARTICLE,
    PAST,
    PERSON_NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    SIGN,
    SPEECH_NOUN,
    SUBORDINATOR,
    TIME,
    TITLE,
    VERB,
)
from factcheck.kinds.quotation.verbs import agrees, is_noun_here

Phrase = tuple[int, int]  # first and last token

_OPENS_ASIDE: Final = (
    DETERMINER | RELATIVE | PREPOSITION | PERSON_NOUN | TITLE | TIME | ADVERB | PARTICIPLE | PAST | CONJUNCTION
)
_MOST_PLAIN_WORDS: Final = 4
_LONGEST_NAME, _LONGEST_OFFICE = 4, 7  # words
_OUTSIDE, _INSIDE, _PLAIN, _OPENING = range(4)


def phrase_before(frame: Frame, last: int, left: int = 0) -> Phrase | None:
    """The noun phrase that ends at a token, not reaching back beyond `left`."""
    at, plain = last, 0
    while at >= left:
        place = _place_before(frame, at, last, left)
        if place == _OUTSIDE or (place == _PLAIN and plain == _MOST_PLAIN_WORDS):
            break
        plain += place == _PLAIN
        if place == _OPENING:
            while at > left and frame.bits[at - 1] & DETERMINER and not frame.bits[at] & CAPITAL:
                at -= 1
            opening = frame.bits[at] & CAPITAL and not frame.bits[at - 1] & PREPOSITION
            if at - 1 <= left or opening or not _links_back(frame, at - 1, left):
                at -= 1
                break
            at -= 1
        at -= 1
    return sound(frame, at + 1, last)


def _place_before(frame: Frame, at: int, last: int, left: int) -> int:
    """What a token is to the noun phrase behind it."""
    bits = frame.bits[at]
    if bits & (SIGN | RELATIVE) or (bits & PRONOUN and not bits & DETERMINER):
        return _INSIDE if frame.words[at] == "&" else _OUTSIDE
    if bits & AUXILIARY and not bits & PREPOSITION:
        return _OUTSIDE
    if bits & CAPITAL and not _opens_sentence(frame, at, left):
        if bits & TIME and not bits & NOUN:
            return _OUTSIDE
        return _OPENING if bits & DETERMINER else _INSIDE
    if bits & DETERMINER:
        return _OPENING
    if bits & (PREPOSITION | CONJUNCTION):
        return _INSIDE if _links_back(frame, at, left) else _OUTSIDE
    if bits & (ADVERB | TIME | OTHER_VERB) or (bits & FINITE and not bits & (NOUN | SPEECH_NOUN) and at != last):
        return _OUTSIDE
    return _INSIDE if bits & (NOUN | POSSESSIVE) else _PLAIN


def _opens_sentence(frame: Frame, at: int, left: int) -> bool:
    """Whether a small word owes its capital to its place alone."""
    small = frame.bits[at] & (CONJUNCTION | SUBORDINATOR | PREPOSITION)
    return bool(small) and (at == left or bool(frame.bits[at - 1] & SIGN))


def _links_back(frame: Frame, at: int, left: int) -> bool:
    """Whether a small word joins a noun phrase: "a spokesman for Kelly", "Court of Appeal", "Kelly and Roe"."""
    if at <= left:
        return False
    word, before, after = frame.low(at), frame.bits[at - 1], frame.bits[at + 1]
    if word == "and":
        if before & (ROLE | TITLE) and not before & CAPITAL:
            return True
        both = before & after & CAPITAL and not (before | after) & POSSESSIVE
        return bool(both) and _name_opens_clause(frame, at - 1, left)
    if word == "of":
        heads = before & (NOUN | CAPITAL | DETERMINER) or frame.words[at - 1].endswith("s")
        return bool(heads) and not before & AUXILIARY
    if word not in frame.lexicon.person_joints:
        return False
    joined = before & (ROLE | GROUP | PAPER) or frame.words[at - 1] in frame.lexicon.joined
    return bool(joined) or is_told_of(frame, at - 1)


def is_told_of(frame: Frame, at: int) -> bool:
    """Whether a word says what became of the people before it: "two aides briefed on the plan"."""
    return at > 0 and frame.words[at].endswith("ed") and bool(frame.bits[at - 1] & PERSON_NOUN)


def _name_opens_clause(frame: Frame, last: int, left: int) -> bool:
    """Whether the name that ends at a token begins its clause, so that what is joined to it is a subject too."""
    at = last
    while at >= left and frame.bits[at] & (CAPITAL | PARTICLE) and not frame.bits[at] & (CONJUNCTION | SUBORDINATOR):
        at -= 1
    return at < left or bool(frame.bits[at] & SIGN) or (at == left and bool(frame.bits[at] & (CONJUNCTION | ADVERB)))


def sound(frame: Frame, first: int, last: int) -> Phrase | None:
    """The phrase if it can be a subject: it has a name, a determiner, or a noun for people or papers."""
    while first <= last and frame.bits[first] & (CONJUNCTION | ADVERB):
        if frame.bits[first] & (DETERMINER | NOUN) and (frame.words[first] != "that" or first == last):
            break
        first += 1
    if first > last:
        return None
    if first == last and frame.bits[first] & DETERMINER and not frame.bits[first] & GROUP:
        named = first > 0 and frame.bits[first] & frame.bits[first - 1] & CAPITAL  # "BBC One"
        return (first, last) if frame.low(first) in frame.lexicon.alone and not named else None
    head = head_end(frame, first, last)
    bits = frame.bits[head]
    if bits & POSSESSIVE and not bits & NOUN:
        return None
    if bits & (CAPITAL | NOUN) or frame.bits[first] & (DETERMINER | POSSESSIVE):
        return first, last
    plural = frame.words[head].endswith("s") and head - first <= 2
    return (first, last) if plural and not bits & FUNCTION else None


def head_end(frame: Frame, first: int, last: int) -> int:
    """The last token of a phrase's head: before its first preposition."""
    for at in range(first + 1, last + 1):
        if frame.bits[at] & PREPOSITION and not frame.bits[at] & CAPITAL:
            # "people familiar with the matter": the head is the people.
            return at - 2 if at - 2 >= first and frame.words[at - 1] in frame.lexicon.nearness else at - 1
    return last


def is_name(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase is capitalised words only: at most four of them, or more with an office among them."""
    first, last = phrase
    small, bits = PREPOSITION | CONJUNCTION | TIME, frame.bits[first : last + 1]
    longest = _LONGEST_OFFICE if any(bit & (TITLE | ROLE) for bit in bits[:-1]) else _LONGEST_NAME
    return 0 < len(bits) <= longest and all(
        (bit & CAPITAL and not bit & small) or (0 < n < len(bits) - 1 and bit & PARTICLE) for n, bit in enumerate(bits)
    )


def phrase_after(frame: Frame, first: int, limit: int) -> Phrase | None:
    """The noun phrase that begins at a token, before `limit`; the name behind a role where it gives one."""
    while first < limit and frame.bits[first] & ADVERB and not frame.bits[first] & (CAPITAL | DETERMINER | GROUP):
        first += 1
    if first >= limit:
        return None
    bits = frame.bits[first]
    if bits & PRONOUN and not bits & (DETERMINER | RELATIVE):
        return first, first
    if bits & (SIGN | AUXILIARY | RELATIVE):
        return None
    if bits & (PREPOSITION | CONJUNCTION) and not bits & (CAPITAL | DETERMINER):
        return None
    last = _extend(frame, first, limit)
    if last < first:
        return None
    return _name_behind(frame, first, last, limit) or sound(frame, first, last)


def _extend(frame: Frame, first: int, limit: int) -> int:
    """The last token of the noun phrase that begins at a token."""
    plain, headed = 0, False
    for at in range(first, limit):
        if not _may_follow(frame, at, first, limit):
            return at - 1
        bits = frame.bits[at]
        if (bits & CAPITAL and (at > first or not bits & FUNCTION)) or _is_particle(frame, at, first, limit):
            headed = True
        elif bits & (PREPOSITION | CONJUNCTION) and not (bits & DETERMINER and at == first):
            plain, headed = 0, False
        elif bits & (NOUN | POSSESSIVE):
            headed = bool(bits & (PERSON_NOUN | PAPER | ORGANISATION))
        elif not bits & DETERMINER:
            plain += 1
            if at > first and frame.words[at].endswith("ed") and at + 1 < limit and frame.bits[at + 1] & DETERMINER:
                return at - 1  # "an usher carried the news"
            if at > first and frame.bits[at - 1] & POSSESSIVE:
                headed = True  # "Kelly’s answer"
            elif not _goes_on(frame, at, first, limit, headed=headed) and (
                headed or plain > _MOST_PLAIN_WORDS or _is_after_name(frame, at, first)
            ):
                return at - 1
    return limit - 1


def _is_particle(frame: Frame, at: int, first: int, limit: int) -> bool:
    """Whether a small word stands inside a name: "Ann de Roe", "Jan van der Meer"."""
    if not (first < at < limit - 1 and frame.bits[at] & PARTICLE):
        return False
    before, behind = at - 1, at + 1
    while before > first and frame.bits[before] & PARTICLE and not frame.bits[before] & CAPITAL:
        before -= 1
    while behind < limit - 1 and frame.bits[behind] & PARTICLE and not frame.bits[behind] & CAPITAL:
        behind += 1
    return bool(frame.bits[before] & frame.bits[behind] & CAPITAL)


def _may_follow(frame: Frame, at: int, first: int, limit: int) -> bool:
    """Whether a token can belong to the noun phrase before it, or open it."""
    bits = frame.bits[at]
    if bits & SIGN:
        return frame.words[at] == "&" and at > first
    if bits & CAPITAL and (at > first or not bits & FUNCTION):
        return at == first or not bits & TIME or bool(bits & NOUN)
    if bits & (RELATIVE | TIME | OTHER_VERB) or (bits & PRONOUN and not bits & DETERMINER):
        return False
    if bits & AUXILIARY and not bits & PREPOSITION:
        return False
    if bits & (PREPOSITION | CONJUNCTION) and not (bits & DETERMINER and at == first):
        return _links_on(frame, at, limit)
    if bits & FINITE and not bits & (NOUN | SPEECH_NOUN) and at > first:
        return is_noun_here(frame, at)
    if bits & DETERMINER and not bits & NOUN:
        return at == first or bool(frame.bits[at - 1] & (PREPOSITION | DETERMINER | CONJUNCTION))
    return bool(bits & (NOUN | POSSESSIVE)) or not bits & ADVERB or frame.words[at].endswith("ly")


def _goes_on(frame: Frame, at: int, first: int, limit: int, *, headed: bool) -> bool:
    """Whether a plain word behind a noun goes on the phrase: "the government handbook from"."""
    # "Tough talk about …": a bare form goes with no one person, so it is a noun and the capital the sentence's.
    bare = first == 0 and frame.bits[at] & SPEECH_NOUN and not agrees(frame, at)
    near = frame.words[at] in frame.lexicon.nearness and at + 1 < limit and frame.words[at + 1] in {"with", "to"}
    if bare or near or _leads_to_name(frame, at, limit):
        return True
    if not headed or not frame.bits[first] & DETERMINER or frame.words[at].endswith(("ed", "ly")):
        return False
    compound = frame.bits[at - 1] & (CAPITAL | GROUP | ORGANISATION | POSSESSIVE) and frame.words[at - 1][-1] != "s"
    if frame.bits[at - 1] & CAPITAL and frame.bits[at - 2] & PERSON_NOUN and not frame.bits[at - 2] & CAPITAL:
        return False  # "his brother Tom nods"
    ends = at + 1 >= limit or frame.bits[at + 1] & (PREPOSITION | VERB | SIGN | AUXILIARY | NOUN)
    return bool(compound) and bool(ends)


def _is_after_name(frame: Frame, at: int, first: int) -> bool:
    """Whether a plain word comes right behind a name that opened the phrase: it is the verb."""
    if at == first or frame.bits[first] & DETERMINER:
        return False
    return bool(frame.bits[at - 1] & CAPITAL) and not frame.bits[at - 1] & POSSESSIVE


def _leads_to_name(frame: Frame, at: int, limit: int) -> bool:
    """Whether a few plain words lead to a role with its name: "(Trend Labs) advanced threat researcher Ann Roe"."""
    for n in range(at, min(at + 4, limit - 1)):
        bits = frame.bits[n]
        if bits & (SIGN | FUNCTION | FINITE | ADVERB | TIME):
            return False
        if bits & (ROLE | TITLE) and not bits & CAPITAL and frame.bits[n + 1] & CAPITAL:
            return True
    return False


def _links_on(frame: Frame, at: int, limit: int) -> bool:
    """Whether the noun phrase goes on behind a small word."""
    if at + 1 >= limit or frame.bits[at + 1] & (SIGN | AUXILIARY | PRONOUN) & ~DETERMINER:
        return False
    word, after, before = frame.low(at), frame.bits[at + 1], frame.bits[at - 1]
    if word == "and":
        return bool(before & after & CAPITAL)
    if word in {"of", "for"}:
        return not after & TIME
    if word in {"by", "from", "to", "with"}:
        return bool(before & (PAPER | ROLE)) or frame.words[at - 1] in frame.lexicon.joined
    placed = before & (ROLE | GROUP) and after & (CAPITAL | DETERMINER) and not after & TIME
    return word in {"at", "in"} and bool(placed)


def _name_behind(frame: Frame, first: int, last: int, limit: int) -> Phrase | None:
    """The name in an aside after a role: "his spokesman, John Doe," gives John Doe."""
    if last + 2 >= limit or frame.words[last + 1] != ",":
        return None
    head = frame.bits[head_end(frame, first, last)]
    known = head & PERSON_NOUN or frame.words[first] == "one"
    begin = called_name(frame, last + 2, limit)
    # "the panellist, Ann Roe,": a role_mention that no list has, if a given name follows it.
    if head & CAPITAL or not (known or (frame.bits[begin] & GIVEN and not head & NOUN)):
        return None
    at = begin
    while at < limit and frame.bits[at] & (CAPITAL | PARTICLE) and not frame.bits[at] & (TIME | PREPOSITION):
        at += 1
    closed = at >= limit or frame.bits[at] & (SIGN | VERB | RELATIVE if known else SIGN)
    return (last + 2, at - 1) if closed and is_name(frame, (begin, at - 1)) else None


def called_name(frame: Frame, first: int, limit: int) -> int:
    """Where the name begins behind a role_mention in small letters: "human rights lawyer Ann Roe"."""
    for at in range(first, min(first + _MOST_PLAIN_WORDS, limit - 1)):
        if frame.bits[at] & (CAPITAL | SIGN | FUNCTION):
            break
        if frame.bits[at + 1] & CAPITAL and (frame.bits[at] & (ROLE | TITLE) or frame.bits[at + 1] & TITLE):
            return at + 1
    return first


def main_subject(frame: Frame, limit: int, at: int = 0) -> Phrase | None:
    """The first noun phrase of a sentence, behind what introduces it ("In a speech on Monday, Kelly …").

    `at` is where it begins.
    """
    for _ in range(4):
        at = _skip_opening(frame, at, limit)
        if at >= limit or frame.bits[at] & QUOTE:
            return None
        if (
            at + 2 < limit
            and frame.words[at + 1] == ","
            and not opens_aside(frame, at + 2)
            and not frame.bits[at] & GIVEN
        ):
            at += 2
        elif not introduces(frame, at, limit):
            source = phrase_after(frame, at, limit)
            if source is None or not _is_adjunct(frame, source, limit):
                return source
            at = source[1] + 1
            while frame.words[at] != ",":
                at += 1
            at += 1
        else:
            comma = next((n for n in range(at, limit) if frame.words[n] == ","), None)
            if comma is None and not frame.bits[at] & TIME:
                return phrase_after(frame, at + 1, limit) if frame.bits[at] & SUBORDINATOR else None
            if comma is not None and _is_about(frame, comma, limit):
                return phrase_before(frame, comma - 1, at)
            at = at + 1 if comma is None else comma + 1
    return None


def _is_adjunct(frame: Frame, phrase: Phrase, limit: int) -> bool:
    """Whether a phrase before a comma is no subject, since a name behind it is: "A few feet away, Kelly said"."""
    behind = phrase[1] + 1
    while behind < limit and frame.bits[behind] & ADVERB:
        behind += 1
    if behind + 1 >= limit or frame.words[behind] != "," or not frame.bits[behind + 1] & CAPITAL:
        return False
    head = frame.bits[head_end(frame, *phrase)]
    return not head & (CAPITAL | NOUN | POSSESSIVE) and not opens_aside(frame, behind + 1)


def _is_about(frame: Frame, comma: int, limit: int) -> bool:
    """Whether an introduction names whom a sentence is about: "To Ann Roe, the mayor, that line was new"."""
    if comma + 2 >= limit or not frame.bits[comma + 1] & DETERMINER:
        return False
    after = next((n + 1 for n in range(comma + 2, limit) if frame.words[n] == ","), limit)
    named = phrase_before(frame, comma - 1)
    bits = frame.bits[after] if after < limit else 0
    clause = (bits & (DETERMINER | PRONOUN) and not bits & RELATIVE) or frame.words[after : after + 1] == ["there"]
    return bool(clause) and named is not None and is_name(frame, named) and bool(frame.bits[named[1]] & CAPITAL)


def _skip_opening(frame: Frame, at: int, limit: int) -> int:
    """Step over "But", "Indeed", "Still" and signs at a sentence's beginning."""
    while at < limit and frame.bits[at] & (CONJUNCTION | ADVERB | MARK):
        if frame.bits[at] & (DETERMINER | NOUN | PREPOSITION | TIME):
            break
        if frame.bits[at] & SUBORDINATOR and frame.low(at) not in frame.lexicon.coordinates:
            break
        at += 1
    return at


def introduces(frame: Frame, at: int, limit: int) -> bool:
    """Whether a word opens an introduction: "In", "When", "Reached by telephone", "Three years ago"."""
    bits = frame.bits[at]
    if bits & (PREPOSITION | TIME | PARTICIPLE | SUBORDINATOR | PAST):
        return True
    following = frame.bits[at + 1] if at + 1 < limit else 0
    if bits & OTHER_VERB and following & PREPOSITION:
        return True
    if following & TIME and frame.words[at + 1].endswith("s") and not bits & NOUN:
        return True  # "Seventeen minutes later"
    if bits & DETERMINER:
        return bool(following & TIME) or _is_while(frame, at, limit)
    shaped = frame.words[at].endswith(("ing", "ed")) and not bits & (NOUN | GIVEN)
    return shaped and (not bits & CAPITAL or bool(following & (PREPOSITION | DETERMINER | TIME)))


def _is_while(frame: Frame, at: int, limit: int) -> bool:
    """Whether a length of time stands at a token: "a few minutes", "an awkward week"."""
    if at + 2 >= limit or frame.low(at) not in {"a", "an"} or not frame.bits[at + 2] & TIME:
        return False
    return frame.words[at + 1] == "few" or not frame.bits[at + 1] & (SIGN | CAPITAL | NOUN)


def opens_aside(frame: Frame, at: int) -> bool:
    """Whether a word behind a comma begins an explanation of the name before it."""
    bits, word = frame.bits[at], frame.words[at]
    if bits & CAPITAL and word.lower() not in frame.lexicon.aside_openers:
        return bool(bits & POSSESSIVE)  # "Roe, Kelly’s aide, said"
    return bool(bits & _OPENS_ASIDE) or word[0].isdigit() or word.endswith(("ing", "ed", "er"))
