"""Find the subject of a cue verb: before it, after it, or shared with the clause that governs it."""

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
    MARK,
    NOUN,
    ORGANISATION,
    OTHER_VERB,
    PAPER,
    PARTICIPLE,
    PASSIVE,
    PAST,
    PERSON_NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUOTE,
    RELATIVE,
    ROLE,
    SIGN,
    SPEECH,
    SUBORDINATOR,
    TIME,
    TITLE,
    VERB,
    WEAK,
)
from factcheck.kinds.quotation.phrases import (
    Phrase,
    as_subject,
    can_speak,
    head_end,
    introduces,
    is_name,
    is_party_tag,
    main_subject,
    name_after_role,
    opens_aside,
    phrase_after,
    phrase_before,
)
from factcheck.kinds.quotation.verbs import agrees, cue_end, is_aspectual, is_passive

_DASHES: Final = frozenset(("—", "–", "-"))
_PAUSES: Final = _DASHES | {","}
_LONGEST_PHRASE: Final = 16  # tokens of a subject between a quotation and its verb; longer ones hold another clause
_LONGEST_HEARD: Final = 6  # tokens between a verb of perception and the verb of whom it perceives
_MOST_MOVED: Final = 6  # tokens between a causing verb and "to": "prompting Kelly to call it"


def subject_before(frame: Frame, at: int, left: int = 0) -> Phrase | None:
    """Return the subject of the verb at a token, at or after token `left`; None when there is none."""
    last = skip_adjuncts(frame, at - 1, left)
    if last < left:
        return None
    bits, word = frame.bits[last], frame.low(last)
    if word in frame.lexicon.thing_relatives or word in frame.lexicon.person_relatives:
        return _antecedent(frame, last, left)
    if bits & PRONOUN and not bits & RELATIVE:
        return last, last
    if word in _PAUSES:
        outer = _before_parenthesis(frame, last, left)
        return outer or _phrase_before_aside(frame, last, left)
    if bits & SIGN or (bits & CONJUNCTION and not bits & CAPITAL):
        return None
    return _free_phrase(frame, last, left)


def skip_adjuncts(frame: Frame, at: int, left: int) -> int:
    """Step back from `at` over adverbs, auxiliaries, "on Thursday" and bracketed asides; return the token reached."""
    while at >= left:
        bits, word = frame.bits[at], frame.words[at]
        if word == ")":
            at = _open_bracket(frame, at, left) - 1
        elif bits & TIME:
            glue = frame.lexicon.time_glue
            while at >= left and (frame.bits[at] & (TIME | DIGITS) or frame.low(at) in glue):
                at -= 1  # "his wife of 20 years"
            if at > left and frame.bits[at] & PREPOSITION and not frame.bits[at] & CAPITAL:
                at -= 1  # "a handbook from 1998"
        elif bits & CAPITAL:
            break
        elif (bits & (ADVERB | AUXILIARY) and not bits & PRONOUN) or _is_manner(frame, at, left):
            at -= 1
        else:
            break
    return at


def _is_manner(frame: Frame, at: int, left: int) -> bool:
    """Whether a word in -ly is an adverb; right after a determiner it is the noun: "the family", "the weekly"."""
    if not frame.words[at].endswith("ly") or len(frame.words[at]) <= len("only") or frame.bits[at] & NOUN:
        return False
    before = frame.low(at - 1) if at > left else ""
    return before not in frame.lexicon.articles and before not in frame.lexicon.speech_owners


def _open_bracket(frame: Frame, at: int, left: int) -> int:
    """Return the token of the opening bracket before `at`; `left` when there is none."""
    while at > left and frame.words[at] != "(":
        at -= 1
    return at


def _free_phrase(frame: Frame, last: int, left: int) -> Phrase | None:
    """Return the phrase that ends at a token, or the head that it modifies: "banners in the square read"."""
    phrase = phrase_before(frame, last, left)
    for _ in range(3):
        if phrase is None:
            return None
        at = phrase[0] - 1
        if _is_unclosed_aside(frame, phrase, left):
            return phrase_before(frame, at - 1, left)
        if at <= left:
            return phrase
        bits = frame.bits[at]
        if bits & RELATIVE and not bits & CAPITAL and not frame.bits[phrase[0]] & (CAPITAL | DETERMINER | NOUN):
            return _antecedent(frame, at, left)
        past = bits & (PAST | OTHER_VERB) or frame.words[at].endswith("ed")
        if at - 2 >= left and frame.words[at - 1] in frame.lexicon.person_relatives and past:
            return _antecedent(frame, at - 1, left)  # "a man who answered the phone said"
        if not bits & PREPOSITION or bits & SUBORDINATOR or frame.bits[at - 1] & SIGN:
            return phrase
        name = _name_behind(frame, *phrase) if frame.bits[at - 1] & (CONJUNCTION | FINITE) else None
        if name is not None:
            return name
        phrase = phrase_before(frame, at - 1, left)
    return phrase


def _name_behind(frame: Frame, first: int, last: int) -> Phrase | None:
    """Return the name at the end of what follows a preposition: Kelly in "that in a recorded call Kelly boasted".

    None without a plain noun before the name, which a role would belong to: "with attorney Ann Roe".
    """
    at = last
    while at > first and frame.bits[at] & CAPITAL:
        at -= 1
    closes = frame.bits[at] & (CAPITAL | PERSON_NOUN | POSSESSIVE | FUNCTION)
    return None if closes or at in (first, last) or not frame.bits[first] & DETERMINER else (at + 1, last)


def _is_unclosed_aside(frame: Frame, phrase: Phrase, left: int) -> bool:
    """Whether a phrase is an apposition that no comma closes: "Ann Roe, head of the union said"."""
    first, last = phrase
    if first - 3 < left or frame.words[first - 1] != ",":
        return False
    named = frame.bits[first - 2] & frame.bits[first - 3] & CAPITAL
    if (
        named
        and frame.low(first) in frame.lexicon.indefinite_articles
        and frame.bits[head_end(frame, first, last)] & ROLE
    ):
        name = phrase_before(frame, first - 2, left)
        return name is not None and name[0] == left and is_name(frame, name) and not frame.bits[left] & FUNCTION
    if not frame.bits[first] & ROLE or frame.bits[first] & CAPITAL:
        return False
    return bool(named) and any(frame.words[at] in frame.lexicon.post_joints for at in range(first + 1, last))


def _antecedent(frame: Frame, relative: int, left: int) -> Phrase | None:
    """Return the antecedent of a relative pronoun: the phrase before it."""
    last = relative - 1
    while last >= left and frame.bits[last] & MARK and frame.words[last] in {",", ")", "—", "–"}:
        if frame.words[last] == ")":
            last = _open_bracket(frame, last, left)
        last -= 1
    if last < left or frame.bits[last] & SIGN:
        return None
    phrase = phrase_before(frame, last, left)
    if phrase is not None and frame.low(relative) in frame.lexicon.person_relatives:
        phrase = _person_within(frame, *phrase)
    while phrase is not None and phrase[0] - 2 >= left and frame.words[phrase[0] - 1] == ",":
        outer = phrase_before(frame, phrase[0] - 2, left)
        owned = any(frame.bits[at] & POSSESSIVE for at in range(phrase[0], phrase[1]))
        explains = (
            owned or frame.low(phrase[0]) in frame.lexicon.indefinite_articles or is_party_tag(frame.words[phrase[0]])
        )
        if outer is None or not explains or not frame.bits[head_end(frame, *outer)] & CAPITAL:
            break
        phrase = outer  # "Ann Roe, a Democrat, who said", "Ann Roe, D-Ohio, who said"
    return phrase


def _person_within(frame: Frame, first: int, last: int) -> Phrase:
    """Return the part of a phrase that "who" refers to: "a fundraiser" in "an email from a fundraiser"."""
    head = frame.bits[head_end(frame, first, last)]
    if head & PERSON_NOUN or (head & CAPITAL and not head & PAPER):
        return first, last
    joint = next((at for at in range(last, first, -1) if frame.bits[at] & PREPOSITION), first)
    person = frame.bits[last] & (CAPITAL | PERSON_NOUN)
    return (joint + 1, last) if first < joint < last and person else (first, last)


def _phrase_before_aside(frame: Frame, comma: int, left: int) -> Phrase | None:
    """Return the phrase before an aside between commas or dashes: "Kelly, a retired general, said"."""
    furthest = inner = None
    for at in range(comma - 1, left, -1):
        if frame.bits[at] & QUOTE or (frame.words[at] == "that" and frame.bits[at - 1] & VERB):
            break  # "Kelly, a clerk, swore that the owner, Ann Roe, said"
        if frame.words[at] not in _PAUSES or not _can_be_explained(frame, at - 1):
            continue
        phrase = _explained(frame, at, comma, left)
        if phrase is not None and phrase[0] > at and _opens_own_clause(frame, at, left):
            return phrase  # "the party, whose leader, Ann Roe, said", "and its leader, Ann Roe, said"
        if inner is not None and inner[0] == at + 1:  # "Kelly, R-Ohio, head of the panel, said"
            if phrase is None or not _is_in_aside(frame, phrase, left):
                return phrase
            inner = phrase
            continue
        if phrase is not None and _is_introductory(frame, phrase, left, at):
            # "On Twitter, Kelly’s aide, John Roe, said": the first comma closes an introduction.
            behind = _explained(frame, furthest, comma, at + 1) if furthest else phrase_after(frame, at + 1, comma)
            return inner or behind
        if not opens_aside(frame, at + 1):
            furthest = at
        elif phrase is None or not _is_in_aside(frame, phrase, left):
            return phrase
        else:
            inner = inner or phrase
    return inner or (_explained(frame, furthest, comma, left) if furthest is not None else None)


def _before_parenthesis(frame: Frame, comma: int, left: int) -> Phrase | None:
    """Return the subject before a parenthesis that only reports: Roe in "Roe, she said, told her"; None without one."""
    verb = comma - 1
    if verb - 3 < left or not frame.bits[verb] & SPEECH or not frame.bits[verb] & (PAST | PRESENT):
        return None
    pronoun = frame.bits[verb - 1] & PRONOUN and not frame.bits[verb - 1] & (DETERMINER | RELATIVE)
    return phrase_before(frame, verb - 3, left) if pronoun and frame.words[verb - 2] == "," else None


def _opens_own_clause(frame: Frame, comma: int, left: int) -> bool:
    """Whether the role before a comma is the subject of a clause that begins with it: behind "whose", or ", but"."""
    role = phrase_before(frame, comma - 1, left)
    if role is None or role[0] <= left:
        return False
    opener = role[0] - 1
    if frame.low(opener) in frame.lexicon.owning_relatives:
        return True
    if frame.words[opener - 1] != "," or frame.low(opener) not in frame.lexicon.coordinators:
        return False
    # "Kelly, 70, and his running mate, Ann Roe, said" is one clause; two have a verb before the joint.
    return any(frame.bits[at] & (FINITE | OTHER_VERB) or frame.words[at].endswith("ed") for at in range(left, opener))


def _is_introductory(frame: Frame, phrase: Phrase, left: int, comma: int) -> bool:
    """Whether a phrase before a comma is of what introduces the sentence: "On Twitter,", "Welcoming the ruling,"."""
    if phrase[0] - 1 == left and frame.bits[left] & PREPOSITION:
        return True
    first = next((at for at in range(left, comma + 1) if frame.words[at] == ","), comma)
    verbs = FINITE | AUXILIARY | OTHER_VERB | QUOTE
    if first == comma and frame.bits[left] & PREPOSITION and not any(frame.bits[n] & verbs for n in range(left, comma)):
        return True  # "At a town hall in Hull,"
    return (
        first == comma and phrase[0] > left and bool(frame.bits[left] & PARTICIPLE) and introduces(frame, left, comma)
    )


def _is_in_aside(frame: Frame, phrase: Phrase, left: int) -> bool:
    """Whether a phrase is inside the aside of another: "Kelly, head of the club at York, Maine, and a poet, said"."""
    before = phrase[0] - 1
    if before <= left:
        return False
    if frame.bits[before] & PREPOSITION:
        return True
    if frame.words[before] != ",":
        return False
    outer = phrase_before(frame, before - 1, left)
    head = frame.bits[head_end(frame, *outer)] if outer else 0
    if outer is None or not head & (CAPITAL | PERSON_NOUN):
        return False
    opens = outer[0] == left
    if not head & CAPITAL and is_name(frame, phrase) and (opens or phrase[0] < phrase[1]):
        return False  # "his spokeswoman, Ann Roe, 45, said"
    if opens or frame.words[outer[0] - 1] == ",":
        return True
    return bool(frame.bits[outer[0] - 1] & PREPOSITION) and not introduces(frame, left, phrase[0])


def _can_be_explained(frame: Frame, at: int) -> bool:
    """Whether a phrase with an apposition can end at a token."""
    if frame.words[at] == ")":
        return True
    if frame.words[at] in frame.lexicon.object_pronouns and frame.words[at - 1] in frame.lexicon.part_joints:
        return True  # "one of them, Ann Roe,"
    if frame.bits[at] & TIME and not frame.bits[at] & CAPITAL:
        at = max(0, skip_adjuncts(frame, at, 0))
    bits = frame.bits[at]
    if not bits and frame.bits[_behind_owner(frame, at + 2)] & (GIVEN | TITLE) and frame.bits[at + 2] & CAPITAL:
        return True  # an unlisted role: "the bill’s sponsor, Ann Roe,", "his shadow, Labour’s Ann Roe,"
    if bits & (SIGN | ADVERB):
        return False
    if bits & (CAPITAL | PERSON_NOUN | PAPER | POSSESSIVE | ORGANISATION):
        return True
    phrase = phrase_before(frame, at) if frame.bits[at + 2] & CAPITAL else None
    if phrase is None or (not bits and frame.bits[at + 2] & frame.bits[at + 3] & CAPITAL):
        return phrase is not None  # "the plumber, Ann Roe,"
    return bool(frame.bits[head_end(frame, *phrase)] & ROLE)  # "counsel to the inquiry, Ann Roe,"


def _behind_owner(frame: Frame, at: int) -> int:
    """Return the token behind a capitalised owner, or the token itself: Ann in "Labour’s Ann Roe"."""
    owner = frame.bits[at] & POSSESSIVE and frame.bits[at] & CAPITAL and at + 1 < len(frame.words)
    return at + 1 if owner and frame.bits[at + 1] & CAPITAL else at


def _explained(frame: Frame, opening: int, closing: int, left: int) -> Phrase | None:
    """Return the phrase before the aside, or the aside when it holds the name: "his spokesman, John Doe, said"."""
    last = skip_adjuncts(frame, opening - 1, left)
    phrase = phrase_before(frame, last, left) if last >= left else None
    if phrase is None:
        return None
    verb = phrase[0] - 1
    past = frame.bits[verb] & (PAST | OTHER_VERB) or frame.words[verb].endswith("ed")
    if verb - 1 > left and past and frame.words[verb - 1] in frame.lexicon.person_relatives:
        return _antecedent(frame, verb - 1, left)  # "Two aides who left the office last year, both of"
    at = head_end(frame, *phrase)
    begin = _behind_owner(frame, opening + 1) if not frame.bits[at] else opening + 1
    inside = begin, next((n for n in range(begin, closing) if frame.bits[n] & SIGN), closing) - 1
    two = inside[0] < inside[1] and is_name(frame, inside)
    unlisted = not frame.bits[at] and (frame.bits[inside[0]] & (GIVEN | TITLE) or two)
    has_role = unlisted or (
        frame.bits[at] & (ROLE | TITLE)
        and (not frame.bits[at] & CAPITAL or at < phrase[1] or frame.bits[phrase[0]] & DETERMINER)
    )  # "the Bishop of Hull, Tom Hale,", "the top Democrat, Ann Roe,"
    if not has_role and frame.low(at) not in frame.lexicon.subject_determiners:
        return phrase
    name = name_after_role(frame, *inside), head_end(frame, *inside)  # "Sen. Ann Roe of Ohio"
    placed = name[1] < inside[1]
    if not is_name(frame, name) or (
        placed and (name[0] == name[1] or frame.words[name[1] + 1] not in frame.lexicon.part_joints)
    ):
        return phrase
    return inside[0], name[1]


def whole_phrase(frame: Frame, begin: int, cue: int) -> Phrase | None:
    """Return all tokens between a quotation and a verb if they can be one noun phrase, else None."""
    end = skip_adjuncts(frame, cue - 1, begin)
    if end < begin or end - begin > _LONGEST_PHRASE:
        return None
    broken = SIGN | AUXILIARY | RELATIVE | PRONOUN | CONJUNCTION
    for at in range(begin, end + 1):
        if frame.words[at] == "that" and at > begin:
            return None  # "a view that many shared"
        if frame.bits[at] & broken and not frame.bits[at] & (DETERMINER | CAPITAL):
            inner = frame.words[at] == "and" and begin < at < end
            roles = inner and frame.bits[begin] & DETERMINER and frame.bits[at - 1] & frame.bits[end] & ROLE
            if not (inner and (roles or frame.bits[at - 1] & frame.bits[at + 1] & CAPITAL)):
                return None
    return as_subject(frame, begin, end)


def cue_subject(frame: Frame, cue: int, at: int) -> Phrase | None:
    """Return the subject of a cue verb before the quotation at token `at`; None when there is none."""
    bits = frame.bits[cue]
    previous = cue - 1
    while previous >= 0 and frame.bits[previous] & ADVERB and not frame.bits[previous] & CAPITAL:
        previous -= 1
    if previous < 0:
        return _subject_after_clause(frame, cue) if bits & PARTICIPLE else _inverted_subject(frame, cue, at)
    if bits & PARTICIPLE and frame.words[previous] in frame.lexicon.perception_verbs and previous > 1:
        return subject_before(frame, previous)  # "Kelly can be heard saying"
    manner = _manner_before(frame, cue)
    if manner is not None:
        previous = manner - 1 - (frame.words[manner - 1] == ",")
        return _joined_subject(frame, previous) or governing_subject(frame, previous)
    if _lacks_subject(frame, cue, previous):
        return _shared_subject(frame, cue, previous)
    if _follows_quote(frame, previous):
        source = phrase_after(frame, cue + 1, at)
        if not bits & SPEECH:
            return main_subject(frame, cue)  # "Kelly, whom some call “…,” dismissed the plan as"
        is_clause = source is not None and source[1] + 1 < at and frame.bits[source[1] + 1] & AUXILIARY
        # "Kelly, who calls it “…,” says Roe is a “…”": Roe is the subject of a clause, not of "says".
        return main_subject(frame, cue) if is_clause else source
    if not agrees(frame, cue):
        near = range(previous - 1, max(0, previous - _LONGEST_HEARD), -1)
        hears = next((at for at in near if frame.words[at] in frame.lexicon.perception_verbs), None)
        heard = phrase_before(frame, previous, hears + 1) if hears is not None else None
        return heard if hears is not None and heard and heard[0] == hears + 1 else None  # "a guard heard Kelly brag"
    source = subject_before(frame, cue)
    if bits & SPEECH and source is not None and source[0] > 2:
        source = _outer_subject(frame, cue, source) or source
    if source is None and bits & SPEECH:
        return parenthetical_subject(frame, cue, at) or _clause_opener(frame, cue)
    return source


def _outer_subject(frame: Frame, cue: int, inner: Phrase) -> Phrase | None:
    """Return a subject with a clause about its last noun: "The captain of a ferry that struck a pier told us"."""
    if not frame.bits[0] & DETERMINER:
        return None
    outer = main_subject(frame, cue)
    if outer is None or outer[0] or not frame.bits[head_end(frame, *outer)] & PERSON_NOUN:
        return None
    relative = outer[1] + 1
    if frame.words[relative] not in frame.lexicon.thing_relatives or inner[0] <= relative + 1:
        return None
    broken = any(frame.bits[at] & (SIGN | SPEECH | CONJUNCTION) for at in range(relative + 1, cue))
    return None if broken else outer


def _lacks_subject(frame: Frame, cue: int, previous: int) -> bool:
    """Whether a cue has no subject of its own: a participle, an infinitive, a second verb after "and"."""
    bits = frame.bits[cue]
    participle = bits & PARTICIPLE and not bits & FINITE and not frame.bits[previous] & PASSIVE
    return bool(participle) or frame.low(previous) == "to" or frame.words[previous] in frame.lexicon.verb_joints


def _shared_subject(frame: Frame, cue: int, previous: int) -> Phrase | None:
    """Return the subject that a participle, an infinitive or a second verb shares with another verb."""
    placed = frame.low(previous) in frame.lexicon.place_adverbs and frame.bits[previous - 1] & PERSON_NOUN
    if frame.bits[cue] & PARTICIPLE and placed:
        previous -= 1  # "a man inside yelling"
    bits = frame.bits[previous]
    named = bits & (CAPITAL | PERSON_NOUN) and not bits & (POSSESSIVE | PREPOSITION | SUBORDINATOR)
    if frame.bits[cue] & PARTICIPLE and named:
        phrase = phrase_before(frame, previous)
        written = phrase is not None and frame.bits[head_end(frame, *phrase)] & PAPER and phrase[0]
        passed = phrase is not None and _is_passed(frame, phrase)
        if not passed and not (phrase and written and frame.low(phrase[0] - 1) == "in"):
            return phrase  # but "Kelly left in a letter to the board saying “…”"
    if frame.bits[cue] & PARTICIPLE and frame.words[previous] in frame.lexicon.subject_determiners:
        return previous, previous  # "with one calling it"
    if previous == 0 and bits & (PREPOSITION | SUBORDINATOR):
        return _subject_after_clause(frame, cue)
    if frame.words[previous] == "to":
        near = range(max(0, previous - _MOST_MOVED), previous - 1)
        causing = next((at for at in near if frame.low(at) in frame.lexicon.causing_verbs), None)
        if causing is not None:
            return phrase_after(frame, causing + 1, previous)  # "prompting Kelly to call it “…”"
        made = phrase_before(frame, previous - 1)
        if made is not None and made[0] and frame.low(made[0] - 1) == "for" and can_speak(frame, made):
            return made  # "only for Kelly to call it “…”"
    return _inner_subject(frame, cue, previous) or governing_subject(frame, cue)


def _is_passed(frame: Frame, phrase: Phrase) -> bool:
    """Whether a body is only where somebody went: the ministry in "Hundreds marched past the ministry chanting"."""
    first, last = phrase
    head, verb = frame.bits[head_end(frame, first, last)], first - 2
    if verb < 1 or not head & ORGANISATION or head & ROLE or not frame.bits[first - 1] & PREPOSITION:
        return False
    return frame.words[verb].endswith("ed") or bool(frame.bits[verb] & (OTHER_VERB | PAST))


def _inner_subject(frame: Frame, cue: int, previous: int) -> Phrase | None:
    """Return the subject of a clause of its own that a second verb or a participle goes on with.

    "she" in "Roe left, he said, and then she turned to her aide and asked “…”" and in "Kelly said she had laughed and
    called it “…”"; an aide in "Kelly left because an aide ran past him yelling “…”".
    """
    joined = frame.words[previous] in frame.lexicon.verb_joints
    if not joined and not (frame.bits[cue] & PARTICIPLE and frame.words[previous] != ","):
        return None
    for at in range(previous - 1, 0, -1):
        bits = frame.bits[at]
        if bits & SIGN:
            return None
        before = frame.bits[at - 1]
        reported = before & VERB or frame.words[at - 1] == "that"
        subject = bits & PRONOUN and not bits & (DETERMINER | RELATIVE)
        if subject and frame.words[at] not in frame.lexicon.object_pronouns:
            if joined and before & SUBORDINATOR and frame.low(at - 1) not in frame.lexicon.coordinators:
                return None  # "Kelly saw people as they came in and said"
            told = reported and not (frame.words[at + 1] in frame.lexicon.perfect_auxiliaries and joined)
            perfect = told or frame.bits[at + 2] & PASSIVE or frame.words[at + 2] == "been"
            return None if reported and perfect else (at, at)
        if frame.words[at] == "that" and joined and not bits & CAPITAL:
            return _told_subject(frame, cue, at, previous)
        if bits & SUBORDINATOR and not joined and frame.low(at) not in frame.lexicon.coordinators:
            phrase = phrase_after(frame, at + 1, previous)
            opens = phrase is not None and frame.bits[phrase[0]] & (DETERMINER | CAPITAL)
            verb = phrase[1] + 1 if phrase else previous
            return phrase if opens and verb < previous and not frame.bits[verb] & (PREPOSITION | SIGN) else None
    return None


def _told_subject(frame: Frame, cue: int, that: int, joint: int) -> Phrase | None:
    """Return of whom somebody tells that they acted and spoke: Kelly in "Roe says that Kelly phoned her and told her".

    None where the second verb judges, as whoever tells may: "Roe said that Kelly resigned and called it “a loss”".
    """
    telling = any(frame.bits[n] & SPEECH and frame.bits[n] & FINITE for n in range(max(0, that - 3), that))
    if not telling or not frame.bits[cue] & SPEECH or frame.words[cue] in frame.lexicon.calling_verbs:
        return None
    source = phrase_after(frame, that + 1, joint)
    if source is None or not frame.bits[head_end(frame, *source)] & (CAPITAL | ROLE):
        return None
    verb = source[1] + 1
    verb += verb < joint and frame.words[verb] in frame.lexicon.perfect_auxiliaries
    acted = verb < joint and (frame.bits[verb] & OTHER_VERB or frame.words[verb].endswith("ed"))
    return source if acted else None


def _joined_subject(frame: Frame, joint: int) -> Phrase | None:
    """Return the subject of the verb before "and": Kelly in "Roe said Kelly took her arm and"; None when it is far."""
    for at in range(joint - 1, max(0, joint - _LONGEST_PHRASE), -1):
        bits, word = frame.bits[at], frame.words[at]
        if bits & SIGN:
            return None
        verb = bits & (OTHER_VERB | PAST) and cue_end(frame, at) != at
        if (verb or (word.endswith("ed") and not bits)) and frame.bits[at - 1] & (CAPITAL | PRONOUN | PERSON_NOUN):
            return subject_before(frame, at)
    return None


def _follows_quote(frame: Frame, previous: int) -> bool:
    """Whether a verb comes right after an earlier quotation: "…," said Kelly, "…"."""
    if frame.bits[previous] & QUOTE:
        return True
    return frame.words[previous] == "," and previous > 0 and bool(frame.bits[previous - 1] & QUOTE)


def _inverted_subject(frame: Frame, cue: int, at: int) -> Phrase | None:
    """Return the subject of a cue that opens the sentence: Said Kelly: “…”"""
    source = phrase_after(frame, cue + 1, at) if frame.bits[cue] & PAST else None
    return source if source and source[1] + 1 < at and frame.words[source[1] + 1] in {":", ","} else None


def parenthetical_subject(frame: Frame, cue: int, limit: int) -> Phrase | None:
    """Return the subject of a parenthetical cue: It was, said Kelly, a “…”."""
    if frame.words[cue - 1] != "," or not frame.bits[cue] & (PAST | PRESENT):
        return None
    source = phrase_after(frame, cue + 1, limit)
    if source is None or frame.bits[source[0]] & (PRONOUN | TIME):
        return None
    rest = source[1] + 1
    closed = rest >= len(frame.words) or frame.bits[rest] & (SIGN | RELATIVE | PREPOSITION)
    if rest < len(frame.words) and frame.words[rest] == "to":
        return None  # ", urged the government to": an object
    return source if closed else None


def _clause_opener(frame: Frame, cue: int) -> Phrase | None:
    """Return the phrase that opens the cue's clause: "an aide speaking on background said"."""
    start = cue
    while start > 0 and not frame.bits[start - 1] & (SIGN | CONJUNCTION):
        start -= 1
    if cue - start < 2 or frame.bits[start] & PREPOSITION:
        return None
    source = phrase_after(frame, start, cue)
    return source if source and frame.bits[source[0]] & (CAPITAL | DETERMINER | PERSON_NOUN) else None


def _subject_after_clause(frame: Frame, cue: int) -> Phrase | None:
    """Return the subject after a participle clause that opens the sentence: "Calling it “…”, Kelly said"."""
    limit = len(frame.words)
    for at in range(cue + 1, limit):
        if frame.words[at] == "," or frame.bits[at] & QUOTE:
            source = phrase_after(frame, at + 1, limit)
            if source is not None:
                return source
    return None


def _manner_before(frame: Frame, cue: int) -> int | None:
    """Return where an adjunct between a joint and a verb begins: "she rose and, in a low voice, said"; else None."""
    at = cue - 1 - (frame.words[cue - 1] == ",")
    while at > 0 and not frame.bits[at] & (SIGN | CONJUNCTION | CAPITAL | PRONOUN | AUXILIARY | QUOTE):
        if frame.bits[at] & PREPOSITION and frame.bits[at + 1] & DETERMINER:
            joint = at - 1 - (frame.words[at - 1] == ",")
            return at if joint > 0 and frame.words[joint] in frame.lexicon.verb_joints else None
        at -= 1
    return None


def governing_subject(frame: Frame, end: int) -> Phrase | None:
    """Return the subject of the clause before a participle, an infinitive or a second verb."""
    start = next((at + 1 for at in range(end - 1, -1, -1) if frame.words[at] == ";"), 0)
    if not start and frame.bits[0] & SUBORDINATOR and frame.low(0) not in frame.lexicon.coordinators:
        main = next((at + 1 for at in range(end) if frame.words[at] == ","), 0)
        if all(frame.bits[at] & (ADVERB | SIGN) for at in range(main, end)):
            main = 0  # "While Kelly said so, calling it": still the same clause
    else:
        main = start  # "While some said so, Kelly went further, claiming": the clause before the comma does not govern
    aside = _closed_aside(frame, end)
    for cue in reversed(frame.cues):
        bits = frame.bits[cue]
        if cue < main:
            break
        if (
            cue > end
            or cue in aside
            or not bits & (PAST | PRESENT)
            or (bits & WEAK and not is_aspectual(frame, cue))
            or (cue_end(frame, cue) is None and not is_aspectual(frame, cue))
            or is_passive(frame, cue)
        ):
            continue
        source = subject_before(frame, cue, main)
        if source is not None:
            return source
    return main_subject(frame, end, start)


def _closed_aside(frame: Frame, end: int) -> range:
    """Return the tokens of the last aside in brackets that closes before a token; empty without one."""
    close = next((at for at in range(end - 1, -1, -1) if frame.words[at] == ")"), -1)
    return range(_open_bracket(frame, close, 0), close) if close >= 0 else range(0)
