"""Noun phrases around cue verbs: who stands before or after a verb, by the small words between."""

from __future__ import annotations

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    ADVERB,
    AUXILIARY,
    BASE,
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
    PAPER,
    PARTICIPLE,
    PARTICLE,
    PASSIVE,
    PAST,
    PERSON_NOUN,
    PHRASE,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
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
    Lexicon,
)

Phrase = tuple[int, int]  # first and last token

_ADJUNCT = TIME | ADVERB | AUXILIARY
_OPENS_ASIDE = (
    DETERMINER
    | RELATIVE
    | PREPOSITION
    | PERSON_NOUN
    | TITLE
    | TIME
    | ADVERB
    | PARTICIPLE
    | PAST
    | CONJUNCTION
)
_LINKS = frozenset(("of", "for", "with", "to", "from", "at", "in", "by", "on", "about"))
_DASHES = frozenset(("—", "–", "-"))


def cue_end(frame: Frame, at: int, words: Lexicon) -> int | None:
    """The last token of the cue that begins at a token: a verb, or a fixed phrase; None for any other word."""
    bits = frame.bits[at]
    if bits & PHRASE:
        for rest in words.phrases[frame.words[at].lower()]:
            last = at + len(rest)
            if tuple(word.lower() for word in frame.words[at + 1 : last + 1]) == rest:
                return last
    return at if bits & VERB and not is_noun_here(frame, at) else None


def is_noun_here(frame: Frame, at: int) -> bool:
    """Whether a word that is a cue verb's form stands as a noun: "his claims", "in the report", "Comment"."""
    bits = frame.bits[at]
    if at == 0:
        return False
    before = frame.bits[at - 1]
    if bits & PARTICIPLE:
        return bool(before & (DETERMINER | POSSESSIVE)) and not before & (GROUP | PRONOUN)
    if bits & PAST and not bits & (BASE | PRESENT):
        return frame.words[at - 1].lower() in {"the", "a", "an", "this"}
    if at > 1 and before & ADVERB and frame.bits[at - 2] & DETERMINER and not before & AUXILIARY:
        return True
    if before & (POSSESSIVE | PREPOSITION) or (before & DETERMINER and not before & GROUP):
        return frame.words[at - 1].lower() != "to"
    return bool(bits & CAPITAL)


def is_passive(frame: Frame, at: int) -> bool:
    """Whether a past form has a form of "be" before it: its subject did not speak."""
    if not frame.bits[at] & PAST:
        return False
    before = at - 1
    while before >= 0 and frame.bits[before] & ADVERB:
        before -= 1
    return before >= 0 and bool(frame.bits[before] & PASSIVE) and bool(frame.bits[before] & AUXILIARY)


def subject_before(frame: Frame, at: int, left: int) -> Phrase | None:
    """The subject of the verb at a token, looking back no further than `left`."""
    last = skip_adjuncts(frame, at - 1, left)
    if last < left:
        return None
    bits, word = frame.bits[last], frame.words[last]
    if bits & PRONOUN and not bits & RELATIVE and word.lower() not in {"who"}:
        return last, last
    if word.lower() in {"who", "which", "that"}:
        return antecedent(frame, last, left)
    if word == "," or word in _DASHES:
        return _before_aside(frame, last, left)
    if bits & SIGN or (bits & CONJUNCTION and not bits & CAPITAL):
        return None
    return _free_phrase(frame, last, left)


def _free_phrase(frame: Frame, last: int, left: int) -> Phrase | None:
    """The phrase that ends at a token, or the one that it hangs on by a preposition: "banners in the square read"."""
    phrase = phrase_before(frame, last, left)
    for _ in range(3):
        if phrase is None:
            return None
        at = phrase[0] - 1
        if _is_open_aside(frame, phrase, left):
            return phrase_before(frame, at - 1, left)
        relative = at > left and frame.bits[at] & RELATIVE and not frame.bits[at] & CAPITAL
        if relative and not frame.bits[phrase[0]] & (CAPITAL | DETERMINER | NOUN):
            return antecedent(frame, at, left)
        governed = at > left and frame.bits[at] & PREPOSITION and not frame.bits[at] & SUBORDINATOR
        if not governed or frame.bits[at - 1] & SIGN:
            return phrase
        phrase = phrase_before(frame, at - 1, left)
    return phrase


def _is_open_aside(frame: Frame, phrase: Phrase, left: int) -> bool:
    """Whether a phrase explains the name before it though no comma closes it: "Ann Roe, head of the union said"."""
    first, last = phrase
    if (
        first - 3 < left
        or frame.words[first - 1] != ","
        or not frame.bits[first] & ROLE
        or frame.bits[first] & CAPITAL
    ):
        return False
    named = frame.bits[first - 2] & frame.bits[first - 3] & CAPITAL
    return bool(named) and any(frame.words[at] in {"of", "for", "at"} for at in range(first + 1, last))


def skip_adjuncts(frame: Frame, at: int, left: int) -> int:
    """Step back over adverbs, auxiliaries, "on Thursday" and bracketed asides."""
    while at >= left:
        bits, word = frame.bits[at], frame.words[at].lower()
        if word == ")":
            while at > left and frame.words[at] != "(":
                at -= 1
            at -= 1
        elif bits & TIME:
            at = _skip_time(frame, at, left)
        elif (bits & (ADVERB | AUXILIARY) and not bits & (CAPITAL | PRONOUN)) or (
            word.endswith("ly") and len(word) > 4 and not bits & CAPITAL
        ):
            at -= 1
        else:
            break
    return at


def _skip_time(frame: Frame, at: int, left: int) -> int:
    glue = {"on", "in", "the", "this", "of", "at", "that", "a", "few", "same"}
    while at >= left and (frame.bits[at] & TIME or frame.words[at].lower() in glue):
        at -= 1
    return at


def antecedent(frame: Frame, relative: int, left: int) -> Phrase | None:
    """What a relative pronoun stands for: the phrase before it."""
    last = relative - 1
    while last >= left and frame.bits[last] & MARK and frame.words[last] in {",", ")", "—", "–"}:
        if frame.words[last] == ")":
            while last > left and frame.words[last] != "(":
                last -= 1
        last -= 1
    if last < left or frame.bits[last] & SIGN:
        return None
    return phrase_before(frame, last, left)


def _before_aside(frame: Frame, comma: int, left: int) -> Phrase | None:
    """The phrase that an aside between commas or dashes explains: "Kelly, a retired general, said"."""
    fallback = None
    for at in range(comma - 1, left, -1):
        word, bits = frame.words[at], frame.bits[at]
        if bits & QUOTE:
            break
        if word != "," and word not in _DASHES:
            continue
        before = frame.bits[at - 1]
        if before & SIGN and frame.words[at - 1] != ")":
            continue
        named = before & (CAPITAL | PERSON_NOUN | PAPER | POSSESSIVE) or frame.words[at - 1] == ")"
        if not named:
            continue
        if _opens_aside(frame, at + 1):
            return _named_in_aside(frame, at, comma, left)
        fallback = at
    return _named_in_aside(frame, fallback, comma, left) if fallback is not None else None


def _opens_aside(frame: Frame, at: int) -> bool:
    """Whether a word behind a comma begins an explanation of the name before it."""
    bits, word = frame.bits[at], frame.words[at]
    if bits & CAPITAL and word.lower() not in {"who", "the", "a", "an"}:
        return False
    return bool(bits & _OPENS_ASIDE) or word[0].isdigit() or word.endswith(("ing", "ed", "er"))


def _named_in_aside(frame: Frame, opening: int, closing: int, left: int) -> Phrase | None:
    """The phrase before the aside; the aside itself where it is the name: "his spokesman, John Doe, said"."""
    before = skip_adjuncts(frame, opening - 1, left)
    phrase = phrase_before(frame, before, left) if before >= left else None
    inside = (opening + 1, closing - 1)
    if phrase is None:
        return None
    head = frame.bits[head_end(frame, *phrase)]
    return inside if head & ROLE and not head & CAPITAL and is_name(frame, inside) else phrase


def is_name(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase is capitalised words only, at most four of them."""
    first, last = phrase
    return 0 <= last - first <= 3 and all(
        frame.bits[at] & CAPITAL and not frame.bits[at] & (PREPOSITION | CONJUNCTION | TIME)
        for at in range(first, last + 1)
    )


def phrase_before(frame: Frame, last: int, left: int) -> Phrase | None:
    """The noun phrase that ends at a token."""
    at, plain = last, 0
    while at >= left:
        bits, word = frame.bits[at], frame.words[at]
        if bits & SIGN or bits & (AUXILIARY | RELATIVE) or (bits & PRONOUN and not bits & DETERMINER):
            if not (word == "&" or (word == "." and at > left)):
                break
        elif bits & CAPITAL and not (
            bits & (CONJUNCTION | SUBORDINATOR | PREPOSITION) and _begins(frame, at, left)
        ):
            if bits & TIME and not bits & NOUN:
                break
            if bits & DETERMINER:
                at -= 1
                break
        elif bits & DETERMINER:
            at -= 1
            while at >= left and frame.bits[at] & DETERMINER:
                at -= 1
            if at > left and _is_link(frame, at, left):
                at -= 1
                continue
            break
        elif bits & PREPOSITION or bits & CONJUNCTION:
            if not _is_link(frame, at, left):
                break
        elif bits & (ADVERB | TIME) or (bits & FINITE and not bits & (NOUN | SPEECH_NOUN) and at != last):
            break
        elif not bits & (NOUN | POSSESSIVE):
            plain += 1
            if plain > 4:
                break
        at -= 1
    return sound(frame, at + 1, last)


def _begins(frame: Frame, at: int, left: int) -> bool:
    return at == left or bool(frame.bits[at - 1] & SIGN)


def _is_link(frame: Frame, at: int, left: int) -> bool:
    """Whether a small word joins a noun phrase: "a spokesman for Kelly", "Department of Justice", "Kelly and Tillerson"."""
    word = frame.words[at].lower()
    if at <= left:
        return False
    before, after = frame.bits[at - 1], frame.bits[at + 1]
    if word == "and":
        if before & (ROLE | TITLE) and not before & CAPITAL:
            return True
        both = before & CAPITAL and after & CAPITAL and not (before | after) & POSSESSIVE
        return bool(both) and _clause_begins_with_name(frame, at - 1, left)
    if word not in _LINKS:
        return False
    if word == "of":
        return (
            bool(before & (NOUN | CAPITAL | DETERMINER) or frame.words[at - 1].endswith("s"))
            and not before & AUXILIARY
        )
    if word in {"for", "with", "to", "from", "at", "in"}:
        return bool(before & (ROLE | GROUP | PAPER)) or frame.words[at - 1] in {
            "close",
            "familiar",
            "secretary",
            "person",
            "people",
        }
    return bool(before & (PAPER | GROUP | ROLE)) and word in {"by", "on"}


def _clause_begins_with_name(frame: Frame, last: int, left: int) -> bool:
    at = last
    while (
        at >= left
        and frame.bits[at] & (CAPITAL | PARTICLE)
        and not frame.bits[at] & (CONJUNCTION | SUBORDINATOR)
    ):
        at -= 1
    return (
        at < left
        or bool(frame.bits[at] & SIGN)
        or (at == left and bool(frame.bits[at] & (CONJUNCTION | ADVERB)))
    )


def sound(frame: Frame, first: int, last: int) -> Phrase | None:
    """The phrase if it can be a subject: it has a name, a determiner, or a noun for people or papers."""
    while first <= last and frame.bits[first] & (CONJUNCTION | ADVERB):
        if frame.bits[first] & (DETERMINER | NOUN) and (frame.words[first] != "that" or first == last):
            break
        first += 1
    if first > last or (first == last and frame.bits[first] & DETERMINER and not frame.bits[first] & GROUP):
        return None
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
            return at - 1
    return last


def phrase_after(frame: Frame, first: int, limit: int, words: Lexicon) -> Phrase | None:
    """The noun phrase that begins at a token, after an inverted cue or "according to", or at a clause's beginning."""
    while (
        first < limit
        and frame.bits[first] & ADVERB
        and not frame.bits[first] & (CAPITAL | DETERMINER | GROUP)
    ):
        first += 1
    if first >= limit:
        return None
    bits = frame.bits[first]
    if bits & PRONOUN and not bits & (DETERMINER | RELATIVE):
        return first, first
    if bits & SIGN or bits & (AUXILIARY | RELATIVE):
        return None
    if bits & (PREPOSITION | CONJUNCTION) and not bits & (CAPITAL | DETERMINER):
        return None
    last = _extend(frame, first, limit)
    if last < first:
        return None
    named = _name_behind(frame, first, last, limit)
    return named or sound(frame, first, last)


def _extend(frame: Frame, first: int, limit: int) -> int:
    """The last token of the noun phrase that begins at a token."""
    at, plain, noun = first, 0, False
    while at < limit:
        bits = frame.bits[at]
        if bits & SIGN:
            if frame.words[at] not in {"&", "("} or at == first:
                break
            if frame.words[at] == "(":
                break
        elif bits & CAPITAL and at > first or bits & CAPITAL and not bits & FUNCTION:
            if bits & TIME and not bits & NOUN and at > first:
                break
            noun = True
        elif bits & (AUXILIARY | RELATIVE) or (bits & PRONOUN and not bits & DETERMINER) or bits & TIME:
            break
        elif bits & (PREPOSITION | CONJUNCTION) and not (bits & DETERMINER and at == first):
            if not _links_on(frame, at, limit):
                break
            noun = False
            plain = 0
        elif bits & FINITE and not bits & (NOUN | SPEECH_NOUN) and at > first and not is_noun_here(frame, at):
            break
        elif bits & NOUN:
            noun = bool(bits & (PERSON_NOUN | PAPER | ORGANISATION))
        elif bits & DETERMINER:
            if at > first and not frame.bits[at - 1] & (PREPOSITION | DETERMINER | CONJUNCTION):
                break
        elif bits & POSSESSIVE:
            noun = False
        elif bits & ADVERB and not frame.words[at].endswith("ly"):
            break
        else:
            plain += 1
            ends = at + 1 >= limit or frame.bits[at + 1] & (PREPOSITION | VERB | SIGN | AUXILIARY | NOUN)
            compound = frame.bits[at - 1] & (CAPITAL | GROUP | ORGANISATION | POSSESSIVE)
            if (
                noun
                and ends
                and compound
                and frame.bits[first] & DETERMINER
                and not frame.words[at].endswith(("ed", "ly"))
            ):
                at += 1
                continue
            if _leads_to_name(frame, at, limit):
                at += 1
                continue
            if (
                noun
                or plain > 4
                or (
                    at > first
                    and frame.bits[at - 1] & CAPITAL
                    and not frame.bits[at - 1] & POSSESSIVE
                    and not frame.bits[first] & DETERMINER
                )
            ):
                break
        at += 1
    return at - 1


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
    word = frame.words[at].lower()
    if at + 1 >= limit or frame.bits[at + 1] & (SIGN | AUXILIARY | PRONOUN) & ~DETERMINER:
        return False
    after, before = frame.bits[at + 1], frame.bits[at - 1]
    if word == "and":
        return bool(before & CAPITAL and after & CAPITAL)
    if word in {"of", "for"}:
        return not after & TIME
    if word in {"by", "from", "to", "with"}:
        return bool(before & (PAPER | ROLE)) or frame.words[at - 1] in {"close", "familiar"}
    return (
        word in {"at", "in"}
        and bool(before & (ROLE | GROUP))
        and bool(after & (CAPITAL | DETERMINER))
        and not after & TIME
    )


def _name_behind(frame: Frame, first: int, last: int, limit: int) -> Phrase | None:
    """The name in an aside after a role: "his spokesman, John Doe," gives John Doe."""
    if (
        last + 2 >= limit
        or frame.words[last + 1] != ","
        or not frame.bits[head_end(frame, first, last)] & PERSON_NOUN
        and frame.words[first] != "one"
    ):
        return None
    if frame.bits[head_end(frame, first, last)] & CAPITAL:
        return None
    at = last + 2
    while at < limit and frame.bits[at] & CAPITAL and not frame.bits[at] & (TIME | PREPOSITION):
        at += 1
    closed = at >= limit or frame.bits[at] & (SIGN | VERB | RELATIVE)
    return (last + 2, at - 1) if closed and is_name(frame, (last + 2, at - 1)) else None


def main_subject(frame: Frame, left: int, limit: int, words: Lexicon) -> Phrase | None:
    """The first noun phrase of a sentence, behind what introduces it ("In a speech on Monday, Kelly …")."""
    at = left
    for _ in range(4):
        while (
            at < limit
            and frame.bits[at] & (CONJUNCTION | ADVERB | MARK)
            and not frame.bits[at] & (DETERMINER | NOUN | PREPOSITION | TIME)
        ):
            if frame.bits[at] & SUBORDINATOR and frame.words[at].lower() not in {"yet", "but", "and"}:
                break
            at += 1
        if at >= limit or frame.bits[at] & QUOTE:
            return None
        bits, word = frame.bits[at], frame.words[at].lower()
        if (
            at + 2 < limit
            and frame.words[at + 1] == ","
            and not _opens_aside(frame, at + 2)
            and not bits & GIVEN
        ):
            at += 2
            continue
        introduces = bits & (PREPOSITION | TIME | PARTICIPLE | SUBORDINATOR | PAST) or _is_participle(
            frame, at, limit
        )
        if not introduces:
            return phrase_after(frame, at, limit, words)
        comma = next((n for n in range(at, limit) if frame.words[n] == ","), None)
        if comma is None:
            if bits & TIME:
                at += 1
                continue
            return _subject_inside(frame, at, limit, words)
        at = comma + 1
    return None


def _is_participle(frame: Frame, at: int, limit: int) -> bool:
    """Whether a word that no list knows, or a time, introduces: "Reached by telephone", "Three years ago"."""
    bits = frame.bits[at]
    following = frame.bits[at + 1] if at + 1 < limit else 0
    if bits & DETERMINER:
        return bool(following & TIME)
    shaped = frame.words[at].endswith(("ing", "ed")) and not bits & (NOUN | GIVEN)
    return shaped and (not bits & CAPITAL or bool(following & (PREPOSITION | DETERMINER | TIME)))


def _subject_inside(frame: Frame, at: int, limit: int, words: Lexicon) -> Phrase | None:
    """The subject of a clause without a comma behind its introduction: "In March Kelly said"."""
    return phrase_after(frame, at + 1, limit, words) if frame.bits[at] & SUBORDINATOR else None
