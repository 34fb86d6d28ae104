"""Which cue attributes a quotation: right after it, before it, or at the end of its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final, final

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    ACCORDING,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GIVEN,
    GROUP,
    MARK,
    NO_GIVEN_NAME,
    NOUN,
    ORGANISATION,
    PAPER,
    PARTICIPLE,
    PAST,
    PHRASE,
    PLACE,
    POSSESSIVE,
    PREPOSITION,
    PRESENT,
    PRONOUN,
    QUOTE,
    QUOTED,
    RELATIVE,
    ROLE,
    SIGN,
    SPEECH,
    SPEECH_NOUN,
    SUBORDINATOR,
    SUFFIX,
    TIME,
    VERB,
    WEAK,
    Lexicon,
)
from factcheck.kinds.quotation.phrases import Phrase, head_end, main_subject, phrase_after, phrase_before
from factcheck.kinds.quotation.subjects import (
    cue_subject,
    governing_subject,
    inserted,
    skip_adjuncts,
    subject_before,
    whole_phrase,
)
from factcheck.kinds.quotation.verbs import agrees, cue_end, is_passive

_REACH: Final = 45
_AGENT_REACH: Final = 8
_NOUN_REACH: Final = 4
_CLAUSE_REACH: Final = 12
_DASHES: Final = frozenset(("—", "–", "-"))
_PAUSED: Final = _DASHES | {",", "?", "!", "…"}
_GAP: Final = _DASHES | {",", "…", "as"}
_QUOTED_REACH: Final = 14
_WHEN: Final = QUOTE | MARK | TIME | ADVERB
_NO_PLAIN_PRONOUN: Final = RELATIVE | DETERMINER | CONJUNCTION | SUBORDINATOR | PREPOSITION | ADVERB | AUXILIARY | VERB
_PLAIN_NAME: Final = CAPITAL | GIVEN | NO_GIVEN_NAME | NOUN | PLACE | SUFFIX
_VERB_FORM: Final = SPEECH | VERB | PHRASE | WEAK | CAPITAL | PREPOSITION


@final
@dataclass(eq=False)
class Attribution:
    """Whose words a quotation gives: the phrase that names the source, the cue's tokens, and how it was read.

    `how`: "after" or "before" the quotation, "late" at its sentence's end, "noun" by a noun of speech.
    """

    source: Phrase
    cue: Phrase | None
    how: str


def attribution(frame: Frame, at: int, ending: str) -> Attribution | None:
    """The attribution of the quotation at a token; `ending` is the last sign inside its marks."""
    # "He asked, “Why?” Kelly left." must not look ahead; "“Why?” Kelly asked." must.
    lead = frame.words[at - 1] if at else ""
    introduced = lead in {":", ","} and _has_cue(frame, at - 2)
    goes_on = lead == "," and (ending == "," or ending in _DASHES)
    looks_on = ending != "." and (not introduced or goes_on) and not _is_object(frame, at)
    found = _after(frame, at, ending) if looks_on else None
    if found is not None and (found.cue is None or not frame.bits[found.cue[0]] & ACCORDING):
        return found
    before = _before(frame, at)
    if found is not None:
        # "Kelly told them it was “…,” according to the complaint": the complaint tells that Kelly spoke.
        return before if before and before.cue and frame.bits[before.cue[0]] & SPEECH else found
    return (
        before
        or _late(frame, at)
        or _weak(frame, at)
        or (_after(frame, at, ending) if not looks_on else None)
        or _introduced(frame, at)
    )


def _is_object(frame: Frame, at: int) -> bool:
    """Whether a verb's clause has the quotation for its object: "while Kelly called it “…,” Roe said"."""
    if at < 2 or not _is_object_word(frame.words[at - 1], frame.lexicon):
        return False
    near = range(at - 2, max(-1, at - (_AGENT_REACH if frame.words[at - 1] == "as" else 3)), -1)
    return any(frame.bits[n] & VERB and not frame.bits[n] & (SPEECH | WEAK) for n in near)


def _is_object_word(word: str, words: Lexicon) -> bool:
    return word == "as" or word in words.objects


def _introduced(frame: Frame, at: int) -> Attribution | None:
    """Kelly was more blunt: “…”"""
    if at < 2 or frame.words[at - 1] != ":":
        return None
    source = main_subject(frame, at)
    bits = frame.bits[source[1]] if source is not None else 0
    named = bits & (CAPITAL | ROLE) and not bits & (ORGANISATION | TIME)
    return Attribution(source, None, "before") if source and named else None


def _has_cue(frame: Frame, at: int) -> bool:
    """Whether one of the few words before a quotation's comma is a verb of speech."""
    return any(frame.bits[n] & SPEECH and cue_end(frame, n) is not None for n in range(max(0, at - 5), at + 1))


def _after(frame: Frame, at: int, ending: str) -> Attribution | None:
    """ "…," Kelly said; "…," said Kelly, who …; "…," according to Kelly."""
    begin, right = at + 1, len(frame.words)
    while begin < right and frame.words[begin] in _GAP:
        begin += 1
    if begin + 2 < right and frame.words[begin] in frame.lexicon.copulas and frame.words[begin + 1] in {"how", "what"}:
        begin += 2  # "…" is how Kelly put it
        ending = ","
    if begin >= right or frame.bits[begin] & QUOTE or _opens_clause(frame, begin):
        return None
    found = _plainly(frame, begin, right)
    if found is not None:
        return found
    paused = ending in _PAUSED
    found = _according(frame, begin, right, "after") or _inverted(frame, begin, right)
    if found is not None:
        return found
    limit = min(right, begin + _REACH, *(token for token, _ in frame.quotes if token > at))
    for cue in frame.cues:
        bits = frame.bits[cue]
        if begin < cue < limit and bits & PARTICIPLE and bits & SPEECH and frame.words[cue - 1] in frame.lexicon.heard:
            source = phrase_after(frame, begin, cue)
            return Attribution(source, (cue, cue), "after") if source and source[0] == begin else None
        if not (begin < cue < limit and bits & (FINITE | PHRASE) and (paused or bits & SPEECH)):
            continue
        if ending in "?!" and frame.words[cue] in frame.lexicon.never_asks:
            return None
        if (
            not bits & SPEECH
            and frame.words[cue + 2 : cue + 3] == [QUOTED]
            and frame.words[cue + 1] in frame.lexicon.objects
        ):
            return None  # "…!” Kelly called it “…”
        found = _quoted_as(frame, cue, right) or _subject_and_cue(frame, begin, cue)
        if found is not None:
            return found
    blocked = any(frame.bits[n] & QUOTE for n in range(begin, min(right, begin + _REACH)))
    return _unlisted(frame, at, begin, right) if paused and not blocked else None


def _plainly(frame: Frame, begin: int, right: int) -> Attribution | None:
    """The commonest attributions, told at a glance: "he said", "Ann Roe said"."""
    bits, cue = frame.bits, begin
    if bits[begin] & PRONOUN and not bits[begin] & _NO_PLAIN_PRONOUN:
        cue += 1
    else:
        while cue < right and bits[cue] & CAPITAL and not bits[cue] & ~_PLAIN_NAME:
            cue += 1
    if begin < cue < right and bits[cue] & _VERB_FORM == SPEECH | PAST:
        return Attribution((begin, cue - 1), (cue, cue), "after")
    return None


def _opens_clause(frame: Frame, at: int) -> bool:
    """Whether a word behind a quotation goes on or begins a clause, so that no subject for it can follow."""
    joins = frame.bits[at] & (CONJUNCTION | SUBORDINATOR | PREPOSITION) and _according_end(frame, at) is None
    return bool(joins) and not frame.bits[at] & (CAPITAL | DETERMINER)


def _subject_and_cue(frame: Frame, begin: int, cue: int) -> Attribution | None:
    """Kelly said; the president's spokesman, John Roe, told reporters."""
    last = cue_end(frame, cue)
    if last is None or is_passive(frame, cue):
        return None
    if frame.words[cue - 1] == "to" or frame.words[cue - 2 : cue] == ["to", "have"]:
        # "Kelly is expected to say": few words, and no clause of their own, between.
        source = phrase_after(frame, begin, cue) if frame.bits[cue] & SPEECH and cue - begin < _CLAUSE_REACH else None
        between = frame.bits[source[1] + 1 : cue - 1] if source and source[0] == begin else []
        plain = 0 < len(between) <= _NOUN_REACH and not any(bits & (SIGN | RELATIVE | PRONOUN) for bits in between)
        return Attribution(source, (cue, last), "after") if source and plain else None
    if not agrees(frame, cue):
        return None
    source = subject_before(frame, cue, begin)
    if source is not None and not _starts_at(frame, source, begin):
        source = None
    if source is None or source[1] < cue - 1:
        source = whole_phrase(frame, begin, cue) or source or _far_subject(frame, begin, cue)
    return Attribution(source, (cue, last), "after") if source else None


def _far_subject(frame: Frame, begin: int, cue: int) -> Phrase | None:
    """A subject right behind the quotation, its verb behind a long aside: "…," Kelly, who …, on Monday, told us."""
    if frame.words[cue - 1] != "," or not frame.bits[cue] & SPEECH:
        return None
    source = phrase_after(frame, begin, cue)
    if source is None or source[0] != begin or frame.words[source[1] + 1] != ",":
        return None
    return source if frame.words[source[1] + 2] == "who" else None


def _starts_at(frame: Frame, source: Phrase, begin: int) -> bool:
    """Whether nothing but adverbs, or the role_mention that it explains, stands before a subject."""
    if source[0] - 1 > begin and frame.words[source[0] - 1] == ",":
        called = phrase_before(frame, source[0] - 2, begin)
        if called is not None and frame.bits[head_end(frame, *called)] & ROLE:
            source = called  # "the mayor’s spokesman, Tom Hale, told"
    return all(frame.bits[at] & ADVERB and not frame.bits[at] & GROUP for at in range(begin, source[0]))


def _according(frame: Frame, at: int, right: int, how: str) -> Attribution | None:
    """According to Kelly."""
    last = _according_end(frame, at)
    source = phrase_after(frame, last + 1, right) if last is not None and last + 1 < right else None
    return Attribution(source, (at, last), how) if source is not None and last is not None else None


def _according_end(frame: Frame, at: int) -> int | None:
    """The last token of a phrase such as "according to" that begins at a token; None where none does."""
    if not frame.bits[at] & ACCORDING:
        return None
    for rest in frame.lexicon.according.get(frame.low(at), ()):
        last = at + len(rest)
        if tuple(word.lower() for word in frame.words[at + 1 : last + 1]) == rest:
            return last
    return None


def _inverted(frame: Frame, begin: int, right: int) -> Attribution | None:
    """said Kelly; added the mayor."""
    bits = frame.bits[begin]
    if not bits & (PAST | PRESENT) or not bits & (SPEECH | WEAK) or bits & (CAPITAL | PREPOSITION):
        return None
    last, source = cue_end(frame, begin), phrase_after(frame, begin + 1, right)
    if last is None or source is None:
        return None
    following = frame.bits[source[1] + 1] if source[1] + 1 < right else 0
    if following & AUXILIARY and not following & PREPOSITION:
        return None  # "…," says he is; "…," says Kelly has
    return Attribution(source, (begin, last), "after")


def _quoted_as(frame: Frame, cue: int, right: int) -> Attribution | None:
    """The paper quoted Kelly as saying; Kelly was quoted as saying."""
    if frame.words[cue] not in frame.lexicon.quoting:
        return None
    saying = next((n for n in range(cue + 1, min(right, cue + _QUOTED_REACH)) if frame.words[n] == "as"), None)
    if saying is None or saying + 1 >= right or not frame.bits[saying + 1] & PARTICIPLE:
        return None
    passive = is_passive(frame, cue)
    source = subject_before(frame, cue) if passive else phrase_after(frame, cue + 1, saying)
    return Attribution(source, (cue, cue), "after") if source else None


def _unlisted(frame: Frame, at: int, begin: int, right: int) -> Attribution | None:
    """A subject and a past form that no list knows, right behind a quotation's comma: "…," Kelly crowed."""
    if begin + 1 >= right or frame.words[at + 1] in {",", "as"}:
        return None
    inverted_verb = frame.words[begin].endswith("ed") and not frame.bits[begin] & ~VERB
    source = phrase_after(frame, begin + 1 if inverted_verb else begin, right)
    if source is None or frame.bits[source[0]] & (CONJUNCTION | PREPOSITION):
        return None
    if inverted_verb:
        named = frame.bits[source[0]] & (CAPITAL | DETERMINER | NOUN)
        return Attribution(source, (begin, begin), "after") if named else None
    verb = source[1] + 1
    while verb < right and (frame.bits[verb] & ADVERB or frame.words[verb].endswith("ly")):
        verb += 1
    past = verb < right and frame.words[verb].endswith("ed") and not frame.bits[verb] & (SIGN | CAPITAL)
    return Attribution(source, (verb, verb), "after") if past and source[0] == begin else None


def _before(frame: Frame, at: int) -> Attribution | None:
    """Kelly said: "…"; he described it as "…"; Kelly's remark about "…"."""
    is_phrase = at + 1 < len(frame.words) and frame.low(at + 1) in frame.lexicon.phrase_nouns
    for cue in range(at - 1, -1, -1) if is_phrase else _cues_before(frame, at):
        bits = frame.bits[cue]
        found = _used(frame, cue, at) if is_phrase and at - cue <= _NOUN_REACH else None
        if found is None and bits & SPEECH_NOUN:
            found = (_worded(frame, cue, at) if frame.words[cue] == "words" else None) or _owned(frame, cue, at)
        if found is None and bits & (VERB | PHRASE | ACCORDING):
            found = _cue_at(frame, cue, at)
        if found is not None:
            return found
    return None


def _cues_before(frame: Frame, at: int) -> list[int]:
    """The tokens before another that may be cues, the nearest first."""
    return frame.cues[bisect_left(frame.cues, at) - len(frame.cues) - 1 :: -1] if at else []


def _cue_at(frame: Frame, cue: int, at: int) -> Attribution | None:
    """The attribution by the word at a token before a quotation, unless it is a weak one."""
    bits = frame.bits[cue]
    if not bits & (VERB | PHRASE):
        return _according(frame, cue, at, "before")
    found = _quoted_as(frame, cue, at) if bits & FINITE else None
    if found is None and bits & WEAK:
        found = _written(frame, cue, at)
    if found is not None or (bits & WEAK and not bits & PHRASE):
        return found
    if bits & PARTICIPLE and frame.words[cue - 1] == "as" and _is_quoted_before(frame, cue):
        return None
    return _cue_before(frame, cue, at)


def _written(frame: Frame, cue: int, at: int) -> Attribution | None:
    """A sign that read “…”; signs reading: “…”."""
    owner = cue - 2 if cue > 1 and frame.words[cue - 1] in {"that", "which"} else cue - 1
    if at - cue > 2 or owner < 0 or not frame.bits[owner] & PAPER:
        return None
    source = phrase_before(frame, owner)
    return Attribution(source, (cue, cue), "before") if source else None


def _is_quoted_before(frame: Frame, saying: int) -> bool:
    """Whether "as saying" belongs to "quoted", whose speaker it is."""
    return any(frame.words[n] in frame.lexicon.quoting for n in range(max(0, saying - _QUOTED_REACH), saying))


def _used(frame: Frame, cue: int, at: int) -> Attribution | None:
    """Kelly used the “…” phrase."""
    if frame.low(cue) not in frame.lexicon.uses:
        return None
    source = cue_subject(frame, cue, at)
    return Attribution(source, (cue, cue), "before") if source else None


def _owned(frame: Frame, noun: int, at: int) -> Attribution | None:
    """Kelly's earlier remark that “…”, his claim of “…”; None when nobody owns it, or more is said of it."""
    following = frame.low(noun + 1) if noun + 1 < at else ""
    led = following == "that" or frame.words[at - 1] in {":", "as"}
    if at - noun > (_CLAUSE_REACH if led else _NOUN_REACH):
        return None
    # "Kelly’s answer was “…”" is his, "Kelly’s remark was called “…”" another's.
    stated = (
        following in frame.lexicon.copulas
        and (noun + 2 == at or frame.words[at - 1] == ":")
        and not _has_cue(frame, noun)
    )
    verb = following and frame.bits[noun + 1] & (AUXILIARY | FINITE) and not frame.bits[noun + 1] & PREPOSITION
    return None if verb and not stated else _owner(frame, noun)


def _owner(frame: Frame, noun: int) -> Attribution | None:
    """Whose a noun of speech is."""
    for owner in range(noun - 1, max(0, noun - _NOUN_REACH) - 1, -1):
        bits = frame.bits[owner]
        if bits & POSSESSIVE:
            return Attribution(phrase_before(frame, owner) or (owner, owner), (noun, noun), "noun")
        if frame.low(owner) in frame.lexicon.speech_owners:
            if owner and frame.bits[owner - 1] & VERB:
                return None  # "he repeated his claim": the verb is the better cue
            return Attribution((owner, owner), (noun, noun), "noun")
        if bits & (SIGN | PREPOSITION | VERB | DETERMINER):
            return None
    return None


def _cue_before(frame: Frame, cue: int, at: int) -> Attribution | None:
    """The attribution by a cue somewhere before a quotation."""
    last = cue_end(frame, cue)
    if last is None or last >= at or _is_foretold(frame, cue):
        return None
    # "using the term “…” as an adjective": the term alone is the user's, not what follows.
    if last < at - 1 and frame.low(last) in frame.lexicon.phrase_nouns:
        return None
    if is_passive(frame, cue) or _is_done_by(frame, cue, last):
        source = _agent(frame, last, at)
    elif last == cue == at - 1 and frame.low(cue) in frame.lexicon.namers and not _is_named_by(frame, cue, at):
        source = None  # "a practice called “…”"
    else:
        source = cue_subject(frame, cue, at)
    return Attribution(source, (cue, last), "before") if source else None


def _is_foretold(frame: Frame, cue: int) -> bool:
    """Whether another says what somebody would say: "Kelly said Roe would respond “…”"."""
    if frame.bits[cue] & (PAST | PRESENT) or frame.words[cue - 1] not in frame.lexicon.modals:
        return False
    for before in range(cue - 2, 0, -1):
        bits = frame.bits[before]
        if bits & SIGN:
            return False
        if bits & SPEECH and bits & (PAST | PRESENT) and cue_end(frame, before) is not None:
            return True
    return False


def _is_done_by(frame: Frame, cue: int, last: int) -> bool:
    """Whether a past form without a form of "be" is passive: "the plan, denounced by Kelly as “…”"."""
    bits = frame.bits[cue]
    return bool(bits & PAST) and not bits & (WEAK | SPEECH) and frame.words[last + 1] == "by"


def _is_named_by(frame: Frame, cue: int, at: int) -> bool:
    """Whether a naming verb has a subject: "what he called “…”", "a plan that Kelly called “…”", "a figure Kelly …"."""
    near = frame.words[max(0, cue - _CLAUSE_REACH) : cue - 1]
    if "what" in near or "that" in near or "which" in near:
        return True
    ended = at + 1 >= len(frame.words) or frame.bits[at + 1] & SIGN
    named = phrase_before(frame, cue - 1) if ended and frame.bits[cue - 1] & CAPITAL else None
    return named is not None and named[0] > 0 and not frame.bits[named[0] - 1] & (PREPOSITION | SIGN)


def _agent(frame: Frame, cue: int, at: int) -> Phrase | None:
    """Who did what a passive tells: "was described by Kelly as “…”", "was called “…” by Kelly"."""
    for by in (*range(cue + 1, min(at, cue + _AGENT_REACH)), at + 1):
        if by < len(frame.words) and frame.words[by] == "by":
            return phrase_after(frame, by + 1, at if by < at else len(frame.words))
    return None


def _late(frame: Frame, at: int) -> Attribution | None:
    """The “…” should be built farther south, Kelly said."""
    right = len(frame.words)
    for cue in frame.cues[bisect_right(frame.cues, at) :]:
        bits = frame.bits[cue]
        found = _according(frame, cue, right, "late") if bits & ACCORDING else None
        if found is None and frame.words[cue] == "words":
            found = _worded(frame, cue, right)
        if found is not None:
            return found
        if bits & SPEECH and bits & FINITE and not is_passive(frame, cue) and agrees(frame, cue):
            source = _late_source(frame, cue, at, right)
            last = cue_end(frame, cue)
            if source is not None and last is not None:
                return Attribution(source, (cue, last), "late")
    return None


def _late_source(frame: Frame, cue: int, at: int, right: int) -> Phrase | None:
    """The source of a cue behind a comma: ", Kelly said" or ", said Kelly"."""
    paused = frame.words[cue - 1] == "," or (cue - 1 > at and frame.bits[cue - 1] & QUOTE)
    if paused and cue_end(frame, cue) is not None and frame.words[cue] not in frame.lexicon.never_inverted:
        source = phrase_after(frame, cue + 1, right)
        if source is not None and not frame.bits[source[0]] & (PRONOUN | CONJUNCTION):
            return source
    source = subject_before(frame, cue, at + 1)
    if source is None:
        return None
    gap = source[0] - 1
    return source if frame.words[gap] == "," or (gap > at and frame.bits[gap] & QUOTE) else None


def _weak(frame: Frame, at: int) -> Attribution | None:
    """By a weak verb, by a noun of speech that nobody owns, or by a person before a colon."""
    for cue in _cues_before(frame, at):
        bits = frame.bits[cue]
        found = _cue_before(frame, cue, at) if bits & WEAK else None
        reach = _CLAUSE_REACH if frame.words[at - 1] == ":" else _NOUN_REACH
        if found is None and bits & SPEECH_NOUN and at - cue < reach:
            source = governing_subject(frame, cue) if frame.words[cue - 1] not in frame.lexicon.greeted else None
            # "Tough talk of “…”": what stands right before the noun is its own phrase.
            found = Attribution(source, (cue, cue), "noun") if source and source[1] < cue - 1 else None
        if found is not None:
            return found
    if at > 1 and frame.words[at - 1] == ":":
        return _headed(frame, at)
    return _signed(frame, at) or _answered(frame, at)


def _signed(frame: Frame, at: int) -> Attribution | None:
    """ "…" — Ann Roe, and nothing behind."""
    right = len(frame.words)
    if at + 2 >= right or frame.words[at + 1] not in _DASHES or not frame.bits[at + 2] & CAPITAL:
        return None
    source = phrase_after(frame, at + 2, right)
    ended = source is not None and (source[1] + 1 >= right or frame.words[source[1] + 1] == ",")
    verbs = any(cue > at and frame.bits[cue] & VERB for cue in frame.cues)
    return Attribution(source, None, "after") if source and ended and not verbs else None


def _answered(frame: Frame, at: int) -> Attribution | None:
    """ "…" was Kelly's only comment."""
    if at + 2 >= len(frame.words) or frame.words[at + 1] not in frame.lexicon.copulas:
        return None
    nouns = (cue for cue in frame.cues if at + 2 < cue <= at + _CLAUSE_REACH and frame.bits[cue] & SPEECH_NOUN)
    return next((found for noun in nouns if (found := _owner(frame, noun))), None)


def _worded(frame: Frame, noun: int, limit: int) -> Attribution | None:
    """In Kelly's words; in the words of one adviser."""
    begin, phrase = noun - 1, None
    if noun + 2 < limit and frame.words[noun + 1] == "of" and frame.words[begin] == "the":
        phrase = phrase_after(frame, noun + 2, limit)
    elif begin > 0 and frame.bits[begin] & POSSESSIVE:
        phrase = phrase_before(frame, begin) or (begin, begin)
        begin = phrase[0]
    led = phrase is not None and begin > 0 and frame.low(begin - 1) == "in"
    return Attribution(phrase, (noun, noun), "noun") if phrase and led else None


def _headed(frame: Frame, at: int) -> Attribution | None:
    """Kelly: “…”; Kelly on Roe: “…”; also right behind another quotation."""
    first = next((n + 1 for n in range(at - 1, -1, -1) if frame.bits[n] & QUOTE), 0)
    if not frame.bits[first] & CAPITAL:
        return None
    last = skip_adjuncts(frame, at - 2, first)
    source = phrase_before(frame, last, first) if last >= first else None
    if source is None or source[0] != first:
        source = phrase_after(frame, first, at)
        if source is None or frame.words[source[1] + 1] not in {"on", "to"}:
            return None
    return Attribution(source, None, "before")


def clause_subject(frame: Frame, at: int) -> Phrase | None:
    """The subject of the sentence that holds a token."""
    return main_subject(frame, at or len(frame.words))


def is_alone(frame: Frame) -> bool:
    """Whether nothing but quotations stands in a sentence, or only when they were said: "A minute later: “…”"."""
    if frame.alone is None:
        frame.alone = _is_alone(frame)
    return frame.alone


def _is_alone(frame: Frame) -> bool:
    if frame.words[-1] != QUOTED or len(frame.words) > _CLAUSE_REACH:
        return all(bits & (QUOTE | MARK) for bits in frame.bits)
    glue = frame.lexicon.time_glue
    return all(bits & _WHEN or frame.low(at) in glue for at, bits in enumerate(frame.bits))


def teller(frame: Frame) -> Attribution | None:
    """Who tells what a sentence without quotations says: its first cue of speech."""
    for cue in frame.cues:
        bits = frame.bits[cue]
        if bits & ACCORDING:
            found = _according(frame, cue, len(frame.words), "late")
            if found is not None:
                return found
        if cue and bits & SPEECH and bits & (PAST | PRESENT) and not is_passive(frame, cue):
            last = cue_end(frame, cue)
            source = inserted(frame, cue, len(frame.words)) or subject_before(frame, cue)
            if last is not None and source is not None:
                return Attribution(source, (cue, last), "late")
    return None


def introduction(frame: Frame) -> Attribution | None:
    """The attribution by a sentence that ends in a colon: "Kelly replied:", "Below is a statement by Kelly:"."""
    end = len(frame.words)
    found = _before(frame, end)
    if found is not None:
        return found
    at = next(
        (n + 1 for n in range(end - 2, 0, -1) if frame.words[n] in {"by", "from"} and frame.bits[n - 1] & PAPER), None
    )
    if at is None:
        at = end - 1
        while at > 0 and not (frame.bits[at - 1] & (SIGN | SUBORDINATOR) and at < end - 1):
            at -= 1
    source = phrase_after(frame, at, end)
    if source is None or not frame.bits[source[0]] & (CAPITAL | PRONOUN | ROLE | DETERMINER | GROUP):
        return None
    # "Most notably its old arm:" names nobody.
    lone = source[0] == source[1] and frame.bits[source[0]] & DETERMINER and not frame.bits[source[0]] & PRONOUN
    return None if lone else Attribution(source, None, "late")
