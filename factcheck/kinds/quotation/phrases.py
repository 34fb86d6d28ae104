"""Find noun phrases by the function words in and around them, without a parser."""

from __future__ import annotations

from typing import Final

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    DIGITS,
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
_MOST_PLAIN_WORDS: Final = 4  # words of no listed class in one phrase; more are likely to include its verb
_LONGEST_NAME, _LONGEST_OFFICE = 4, 7  # words of a name, and of a name with its office
_OUTSIDE, _INSIDE, _PLAIN, _OPENING = range(4)  # position of a token relative to a noun phrase


def phrase_before(frame: Frame, last: int, left: int = 0) -> Phrase | None:
    """Return the noun phrase that ends at a token and begins at or after `left`; None when there is none."""
    at, plain = last, 0
    while at >= left:
        position = _position_before(frame, at, last, left)
        if position == _OUTSIDE or (position == _PLAIN and plain == _MOST_PLAIN_WORDS):
            break
        plain += position == _PLAIN
        if position == _OPENING:
            while at > left and frame.bits[at - 1] & DETERMINER and not frame.bits[at] & CAPITAL:
                at -= 1
            opening = frame.bits[at] & CAPITAL and not frame.bits[at - 1] & PREPOSITION
            if at - 1 <= left or opening or not _links_back(frame, at - 1, left):
                at -= 1
                break
            at -= 1
        at -= 1
    return as_subject(frame, at + 1, last)


def _position_before(frame: Frame, at: int, last: int, left: int) -> int:
    """Return the position of a token relative to the noun phrase after it: outside, inside, plain word or opening."""
    bits = frame.bits[at]
    if bits & (SIGN | RELATIVE) or (bits & PRONOUN and not bits & DETERMINER):
        return _INSIDE if frame.words[at] == "&" else _OUTSIDE
    if bits & AUXILIARY and not bits & PREPOSITION:
        return _OUTSIDE
    if bits & CAPITAL and not _opens_sentence(frame, at, left):
        if bits & TIME and not bits & NOUN:
            return _OUTSIDE
        initial = (
            len(frame.words[at]) == 1
            and at > left
            and not frame.words[at - 1].isupper()
            and frame.bits[at - 1] & frame.bits[at + 1 if at < last else at] & CAPITAL
        )
        return _OPENING if bits & DETERMINER and not initial else _INSIDE  # "Margaret A. Roe"
    if bits & DETERMINER:
        return _OPENING
    if bits & (PREPOSITION | CONJUNCTION):
        return _INSIDE if _links_back(frame, at, left) else _OUTSIDE
    if bits & DIGITS and at > left and at < last and frame.bits[at - 1] & POSSESSIVE:
        return _INSIDE  # "Kelly’s 2020 campaign"
    if bits & (ADVERB | TIME | OTHER_VERB):
        return _OUTSIDE
    if bits & FINITE and not bits & (NOUN | SPEECH_NOUN) and at != last:
        # "the appeals court": a verb's form right after an article is a noun.
        return _INSIDE if at > left and frame.low(at - 1) in frame.lexicon.articles - {"this"} else _OUTSIDE
    return _INSIDE if bits & (NOUN | POSSESSIVE) else _PLAIN


def _opens_sentence(frame: Frame, at: int, left: int) -> bool:
    """Whether a function word is capitalised only because it begins a sentence."""
    small = frame.bits[at] & (CONJUNCTION | SUBORDINATOR | PREPOSITION)
    return bool(small) and (at == left or bool(frame.bits[at - 1] & SIGN))


def _links_back(frame: Frame, at: int, left: int) -> bool:
    """Whether a function word is inside a noun phrase: "a spokesman for Kelly", "Court of Appeal", "Kelly and Roe"."""
    if at <= left:
        return False
    word, before, after = frame.low(at), frame.bits[at - 1], frame.bits[at + 1]
    if word == "and":
        if before & (ROLE | TITLE) and (
            not before & CAPITAL or (after | frame.bits[min(at + 2, len(frame.bits) - 1)]) & TITLE
        ):
            return True  # "Ethics Chair and state Sen. Ann Roe"
        both = before & after & CAPITAL and not (before | after) & POSSESSIVE
        # "Mediators from Oman and Qatar": the joined names belong to the people before them.
        owned = at - 2 > left and frame.bits[at - 3] & PERSON_NOUN and frame.low(at - 2) in frame.lexicon.person_joints
        return bool(both) and bool(owned or _name_opens_clause(frame, at - 1, left))
    if word in frame.lexicon.part_joints:
        heads = before & (NOUN | CAPITAL | DETERMINER) or frame.words[at - 1].endswith("s")
        return bool(heads) and not before & AUXILIARY
    if word not in frame.lexicon.person_joints:
        return False
    joined = before & (ROLE | GROUP | PAPER) or frame.words[at - 1] in frame.lexicon.joinable_words
    return bool(joined) or is_reduced_relative(frame, at - 1)


def is_reduced_relative(frame: Frame, at: int) -> bool:
    """Whether a participle modifies the people before it: "two aides briefed on the plan"."""
    return at > 0 and frame.words[at].endswith("ed") and bool(frame.bits[at - 1] & PERSON_NOUN)


def _name_opens_clause(frame: Frame, last: int, left: int) -> bool:
    """Whether the name that ends at a token begins its clause, so that a joined name belongs to the subject."""
    at = last
    while at >= left and frame.bits[at] & (CAPITAL | PARTICLE) and not frame.bits[at] & (CONJUNCTION | SUBORDINATOR):
        at -= 1
    return at < left or bool(frame.bits[at] & SIGN) or (at == left and bool(frame.bits[at] & (CONJUNCTION | ADVERB)))


def as_subject(frame: Frame, first: int, last: int) -> Phrase | None:
    """Return the phrase if it can be a subject (a name, a determiner, or a noun for people or papers), else None."""
    while first <= last and frame.bits[first] & (CONJUNCTION | ADVERB):
        if frame.bits[first] & (DETERMINER | NOUN) and (frame.words[first] != "that" or first == last):
            break
        first += 1
    if first > last:
        return None
    if first == last and frame.bits[first] & DETERMINER and not frame.bits[first] & GROUP:
        named = first > 0 and frame.bits[first] & frame.bits[first - 1] & CAPITAL  # "BBC One"
        return (first, last) if frame.low(first) in frame.lexicon.subject_determiners and not named else None
    head = head_end(frame, first, last)
    bits = frame.bits[head]
    if bits & POSSESSIVE and not bits & NOUN:
        return None
    if bits & (CAPITAL | NOUN) or frame.bits[first] & (DETERMINER | POSSESSIVE) or is_numbered_role(frame, first, head):
        return first, last
    plural = frame.words[head].endswith("s") and head - first <= 2
    return (first, last) if plural and not bits & FUNCTION else None


def is_numbered_role(frame: Frame, first: int, last: int) -> bool:
    """Whether a phrase ends in a person without a name: "Witness 4"."""
    return bool(
        first < last and frame.bits[last] & DIGITS and frame.bits[last - 1] & CAPITAL and frame.bits[last - 1] & ROLE
    )


def head_end(frame: Frame, first: int, last: int) -> int:
    """Return the last token of a phrase's head, before its first preposition."""
    for at in range(first + 1, last + 1):
        if frame.bits[at] & PREPOSITION and not frame.bits[at] & CAPITAL:
            named = frame.bits[at - 1] & CAPITAL and at + 1 < last and frame.bits[at + 1] & CAPITAL
            if named and any(frame.bits[n] & POSSESSIVE for n in range(at + 1, last)):
                continue  # "the Bank of England’s governor"
            # "people familiar with the matter": the head is the people.
            return at - 2 if at - 2 >= first and frame.words[at - 1] in frame.lexicon.nearness_adjectives else at - 1
    return last


def can_speak(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase surely names somebody who can speak: a name, a pronoun, a noun for people, papers or bodies."""
    bits = frame.bits[head_end(frame, *phrase)]
    return bool(bits & (CAPITAL | NOUN | PRONOUN)) or frame.low(phrase[0]) in frame.lexicon.subject_determiners


def is_name(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase is capitalised words only: at most four, or seven with a title or role among them."""
    first, last = phrase
    small, bits = PREPOSITION | CONJUNCTION | TIME, frame.bits[first : last + 1]
    longest = _LONGEST_OFFICE if any(bit & (TITLE | ROLE) for bit in bits[:-1]) else _LONGEST_NAME
    return 0 < len(bits) <= longest and all(
        (bit & CAPITAL and not bit & small) or (0 < n < len(bits) - 1 and bit & PARTICLE) for n, bit in enumerate(bits)
    )


def is_party_tag(word: str) -> bool:
    """Whether a word gives a member's party and place: "R-Ohio", "D-Calif"."""
    return len(word) > len("R-O") and word[0].isupper() and word[1] == "-" and word[2].isupper()


def phrase_after(frame: Frame, first: int, limit: int) -> Phrase | None:
    """Return the noun phrase that begins at a token and ends before `limit`, or the name after a role in it."""
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
    return _appositive_name(frame, first, last, limit) or as_subject(frame, first, last)


def _extend(frame: Frame, first: int, limit: int) -> int:
    """Return the last token of the noun phrase that begins at `first`; `first - 1` when none begins."""
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
            elif not _continues(frame, at, first, limit, headed=headed) and (
                headed or plain > _MOST_PLAIN_WORDS or _is_after_name(frame, at, first)
            ):
                return at - 1
    return limit - 1


def _is_particle(frame: Frame, at: int, first: int, limit: int) -> bool:
    """Whether a lower-case particle stands inside a name: "Ann de Roe", "Jan van der Meer"."""
    if not (first < at < limit - 1 and frame.bits[at] & PARTICLE):
        return False
    before, behind = at - 1, at + 1
    while before > first and frame.bits[before] & PARTICLE and not frame.bits[before] & CAPITAL:
        before -= 1
    while behind < limit - 1 and frame.bits[behind] & PARTICLE and not frame.bits[behind] & CAPITAL:
        behind += 1
    return bool(frame.bits[before] & frame.bits[behind] & CAPITAL)


def _may_follow(frame: Frame, at: int, first: int, limit: int) -> bool:
    """Whether a token can continue the noun phrase that began at `first`, or open it."""
    bits = frame.bits[at]
    if bits & SIGN:
        return frame.words[at] == "&" and at > first
    if bits & CAPITAL and (at > first or not bits & FUNCTION):
        given = bits & GIVEN and at + 1 < limit and frame.bits[at + 1] & CAPITAL  # "pollster Jan Roe"
        return at == first or not bits & TIME or bool(bits & NOUN or given)
    if bits & TIME and bits & DIGITS and at == first + 1 and frame.bits[first] & DETERMINER:
        return True  # "a 2015 study"
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


def _continues(frame: Frame, at: int, first: int, limit: int, *, headed: bool) -> bool:
    """Whether a plain word after a noun continues the phrase: "the government handbook from"."""
    # "Tough talk about …": a base form does not agree with one person, so it is a noun, and the capital marks only the
    # beginning of the sentence.
    bare = first == 0 and frame.bits[at] & SPEECH_NOUN and not agrees(frame, at)
    near = (
        frame.words[at] in frame.lexicon.nearness_adjectives
        and at + 1 < limit
        and frame.words[at + 1] in {"with", "to"}
    )
    if bare or near or _leads_to_name(frame, at, limit):
        return True
    if not headed or not frame.bits[first] & DETERMINER or frame.words[at].endswith(("ed", "ly")):
        return False
    compound = frame.bits[at - 1] & (CAPITAL | GROUP | ORGANISATION | POSSESSIVE) and frame.words[at - 1][-1] != "s"
    if frame.bits[at - 1] & CAPITAL and frame.bits[at - 2] & PERSON_NOUN and not frame.bits[at - 2] & CAPITAL:
        return False  # "his brother Tom nods"
    ends = at + 1 >= limit or frame.bits[at + 1] & (PREPOSITION | VERB | SIGN | AUXILIARY | NOUN)
    owned = frame.bits[at - 2] & POSSESSIVE and frame.words[at + 1 : at + 2] == [
        ","
    ]  # "the board’s lone dissenter, Roe"
    return bool(compound or owned) and bool(ends)


def _is_after_name(frame: Frame, at: int, first: int) -> bool:
    """Whether a plain word follows a name that opened the phrase; it is then the verb."""
    if at == first or frame.bits[first] & DETERMINER:
        return False
    return bool(frame.bits[at - 1] & CAPITAL) and not frame.bits[at - 1] & POSSESSIVE


def _leads_to_name(frame: Frame, at: int, limit: int) -> bool:
    """Whether up to four words lead to a role with its name: "(Trend Labs) advanced threat researcher Ann Roe"."""
    for n in range(at, min(at + 4, limit - 1)):
        bits = frame.bits[n]
        if bits & (SIGN | FUNCTION | FINITE | ADVERB | TIME):
            return False
        if bits & (ROLE | TITLE) and not bits & CAPITAL and frame.bits[n + 1] & CAPITAL:
            return True
    return False


def _links_on(frame: Frame, at: int, limit: int) -> bool:
    """Whether the noun phrase continues after a preposition or conjunction."""
    if at + 1 >= limit or frame.bits[at + 1] & (SIGN | AUXILIARY | PRONOUN) & ~DETERMINER:
        return False
    word, after, before = frame.low(at), frame.bits[at + 1], frame.bits[at - 1]
    if word == "and":
        return bool(before & after & CAPITAL)
    if word in frame.lexicon.office_prepositions:
        return not after & TIME
    if word in {"by", "from", "to", "with"}:
        return bool(before & (PAPER | ROLE)) or frame.words[at - 1] in frame.lexicon.joinable_words
    placed = before & (ROLE | GROUP) and after & (CAPITAL | DETERMINER) and not after & TIME
    return word in {"at", "in"} and bool(placed)


def _appositive_name(frame: Frame, first: int, last: int, limit: int) -> Phrase | None:
    """Return the name in apposition to a role: John Doe in "his spokesman, John Doe,"; None when there is none."""
    last = _before_comma(frame, first, last, limit)
    if last + 2 >= limit or frame.words[last + 1] != ",":
        return None
    head = frame.bits[head_end(frame, first, last)]
    one = frame.low(first) == "one"
    known = head & PERSON_NOUN or one
    begin = name_after_role(frame, last + 2, limit)
    # "the panellist, Ann Roe,": an unlisted role, if a given name follows it.
    office = bool(
        frame.bits[first] & DETERMINER
        and head & (ROLE | TITLE)
        and begin == last + 2
        and frame.bits[begin] & (GIVEN | TITLE)
    )  # "the Speaker, Sir Hugh Roe,"
    if (head & CAPITAL and not one and not office) or not (known or (frame.bits[begin] & GIVEN and not head & NOUN)):
        return None
    at = begin
    while at < limit and frame.bits[at] & (CAPITAL | PARTICLE) and not frame.bits[at] & (TIME | PREPOSITION):
        at += 1
    closed = at >= limit or frame.bits[at] & (SIGN | VERB | RELATIVE if known else SIGN)
    return (last + 2, at - 1) if closed and is_name(frame, (begin, at - 1)) else None


def _before_comma(frame: Frame, first: int, last: int, limit: int) -> int:
    """Return where a role with its place ends before a titled name: "the first officer on the scene, Sgt. Ann Roe"."""
    if last + 1 >= limit or not frame.bits[last + 1] & PREPOSITION or not frame.bits[last] & ROLE:
        return last
    for at in range(last + 2, min(last + 2 + _LONGEST_NAME, limit - 2)):
        if frame.words[at] == ",":
            named = (
                frame.bits[first] & DETERMINER and frame.bits[at + 1] & (TITLE | GIVEN) and frame.bits[at + 1] & CAPITAL
            )
            return at - 1 if named else last
        if frame.bits[at] & (SIGN | VERB | AUXILIARY | RELATIVE):
            return last
    return last


def name_after_role(frame: Frame, first: int, limit: int) -> int:
    """Return where the name begins after a lower-case role: "human rights lawyer Ann Roe"; `first` without a role."""
    for at in range(first, min(first + _MOST_PLAIN_WORDS, limit - 1)):
        if frame.bits[at] & (CAPITAL | SIGN | FUNCTION):
            break
        if frame.bits[at + 1] & CAPITAL and (frame.bits[at] & (ROLE | TITLE) or frame.bits[at + 1] & TITLE):
            return at + 1
    return first


def main_subject(frame: Frame, limit: int, at: int = 0) -> Phrase | None:
    """Return the first noun phrase of a sentence after its introduction ("In a speech on Monday, Kelly …").

    `at` is the token at which the sentence begins. None when no subject stands before `limit`.
    """
    for _ in range(4):
        at = _skip_opening(frame, at, limit)
        if at >= limit or frame.bits[at] & QUOTE or frame.words[at + 1 : limit] == [","]:
            return None  # "Afterward," before a pronoun
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
            timed = _behind_time(frame, at, limit) if comma is None and frame.bits[at] & PREPOSITION else 0
            if timed:
                return phrase_after(frame, timed, limit)  # "Within minutes a man shouted"
            if comma is None and not frame.bits[at] & TIME:
                return phrase_after(frame, at + 1, limit) if frame.bits[at] & SUBORDINATOR else None
            if comma is not None and _introduces_viewpoint(frame, comma, limit):
                return phrase_before(frame, comma - 1, at)
            at = at + 1 if comma is None else comma + 1
    return None


def _behind_time(frame: Frame, at: int, limit: int) -> int:
    """Return the token behind a time that a preposition opens, where a noun phrase begins there; 0 for others."""
    first = at + 1
    if first + 1 < limit and frame.low(first) in frame.lexicon.articles:
        first += 1 if frame.bits[first + 1] & TIME else 2  # "In the evening", "On the same day"
    behind = first
    while behind < limit and frame.bits[behind] & (TIME | DIGITS):
        behind += 1
    opens = behind > first and behind < limit and frame.bits[behind] & (DETERMINER | CAPITAL | PRONOUN)
    return behind if opens else 0


def _is_adjunct(frame: Frame, phrase: Phrase, limit: int) -> bool:
    """Whether a phrase before a comma is an adjunct, since a name follows: "A few feet away, Kelly said"."""
    behind = phrase[1] + 1
    while behind < limit and frame.bits[behind] & ADVERB:
        behind += 1
    if behind + 1 >= limit or frame.words[behind] != "," or not frame.bits[behind + 1] & CAPITAL:
        return False
    head = frame.bits[head_end(frame, *phrase)]
    return not head & (CAPITAL | NOUN | POSSESSIVE) and not opens_aside(frame, behind + 1)


def _introduces_viewpoint(frame: Frame, comma: int, limit: int) -> bool:
    """Whether an introduction names the person whose view follows: "To Ann Roe, the mayor, that line was new"."""
    if comma + 2 >= limit or not frame.bits[comma + 1] & DETERMINER:
        return False
    after = next((n + 1 for n in range(comma + 2, limit) if frame.words[n] == ","), limit)
    named = phrase_before(frame, comma - 1)
    bits = frame.bits[after] if after < limit else 0
    clause = (bits & (DETERMINER | PRONOUN) and not bits & RELATIVE) or frame.words[after : after + 1] == ["there"]
    return bool(clause) and named is not None and is_name(frame, named) and bool(frame.bits[named[1]] & CAPITAL)


def _skip_opening(frame: Frame, at: int, limit: int) -> int:
    """Return the first token after "But", "Indeed", "Still" and punctuation at the beginning of a sentence."""
    while at < limit and frame.bits[at] & (CONJUNCTION | ADVERB | MARK):
        if frame.bits[at] & (DETERMINER | NOUN | PREPOSITION | TIME):
            break
        if frame.bits[at] & SUBORDINATOR and frame.low(at) not in frame.lexicon.coordinators:
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
        return bool(following & TIME) or _is_duration(frame, at, limit)
    if frame.words[at].endswith("ly") and following & (PREPOSITION | SUBORDINATOR) and not bits & (NOUN | GIVEN):
        return True  # "Shortly before noon"
    shaped = frame.words[at].endswith(("ing", "ed")) and not bits & (NOUN | GIVEN)
    joined = shaped and at + 2 < limit and frame.low(at + 1) in frame.lexicon.verb_joints
    if joined and frame.words[at + 2].endswith(("ing", "ed")) and not frame.bits[at + 2] & NOUN:
        return True  # "Handcuffed and wearing a jumpsuit"
    return shaped and (not bits & CAPITAL or bool(following & (PREPOSITION | DETERMINER | TIME)))


def _is_duration(frame: Frame, at: int, limit: int) -> bool:
    """Whether a duration begins at a token: "a few minutes", "an awkward week"."""
    if at + 2 >= limit or frame.low(at) not in frame.lexicon.indefinite_articles or not frame.bits[at + 2] & TIME:
        return False
    return frame.words[at + 1] == "few" or not frame.bits[at + 1] & (SIGN | CAPITAL | NOUN)


def opens_aside(frame: Frame, at: int) -> bool:
    """Whether a word after a comma begins an apposition or a clause about the name before it."""
    bits, word = frame.bits[at], frame.words[at]
    if bits & CAPITAL and word.lower() not in frame.lexicon.aside_openers:
        return bool(bits & POSSESSIVE)  # "Roe, Kelly’s aide, said"
    return bool(bits & _OPENS_ASIDE) or word[0].isdigit() or word.endswith(("ing", "ed", "er"))
