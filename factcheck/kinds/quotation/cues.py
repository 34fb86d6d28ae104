"""Which cue attributes a quotation: the one right after it, the one before it, or the one that ends its sentence."""

from __future__ import annotations

from msgspec import Struct

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    ADVERB,
    AUXILIARY,
    BASE,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GROUP,
    MARK,
    NOUN,
    PAPER,
    PARTICIPLE,
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
    SIGN,
    SPEECH,
    SPEECH_NOUN,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB,
    WEAK,
    Lexicon,
)
from factcheck.kinds.quotation.phrases import (
    Phrase,
    cue_end,
    is_passive,
    main_subject,
    phrase_after,
    phrase_before,
    skip_adjuncts,
    sound,
    subject_before,
)

_REACH = 45


class Attribution(Struct, frozen=True):
    """Whose words a quotation gives: the phrase that names the source, the cue's tokens, and how it was read.

    `how`: "after" or "before" the quotation, "late" at its sentence's end, "noun" by a speech noun, "subject" of a
    clause without a cue.
    """

    source: Phrase
    cue: Phrase | None
    how: str


def attribution(frame: Frame, at: int, bounds: Phrase, ending: str, words: Lexicon) -> Attribution | None:
    """The attribution of the quotation at a token; `ending` is the last sign inside its marks."""
    left, right = bounds
    # "He asked, “Why?” Kelly left." must not look ahead; "“Why?” Kelly asked." must.
    introduced = at > left and frame.words[at - 1] in {":", ","} and _has_cue_at(frame, at - 2, left, words)
    looks_on = ending != "." and not (introduced and ending not in {",", "—", "–", "-"})
    return (
        (after(frame, at, right, ending, words) if looks_on else None)
        or before(frame, at, left, words)
        or late(frame, at, right, words)
        or weak(frame, at, left, right, words)
        or (after(frame, at, right, ending, words) if not looks_on else None)
    )


def sentence_bounds(frame: Frame, at: int) -> Phrase:
    """The tokens of the sentence that holds a token: from, to (exclusive)."""
    left = at
    while left > 0 and not frame.bits[left - 1] & STOP:
        left -= 1
    right = at
    while right < len(frame.bits) and not frame.bits[right] & STOP:
        right += 1
    return left, right


def _has_cue_at(frame: Frame, at: int, left: int, words: Lexicon) -> bool:
    """Whether one of the few words before a quotation's comma is a verb of speech."""
    return any(
        frame.bits[n] & SPEECH and cue_end(frame, n, words) is not None
        for n in range(max(left, at - 5), at + 1)
    )


def after(frame: Frame, at: int, right: int, ending: str, words: Lexicon) -> Attribution | None:
    """ "…," Kelly said; "…," said Kelly, who …; "…," according to Kelly."""
    paused = ending in {",", "?", "!", "—", "–", "-", "…"}
    begin = at + 1
    while begin < right and frame.words[begin] in {",", "—", "–", "-", "...", "…", "as"}:
        begin += 1
    if begin >= right or frame.bits[begin] & QUOTE or _opens_clause(frame, begin):
        return None
    inverted = _inverted(frame, begin, right, words)
    if inverted is not None:
        return inverted
    for cue in range(begin + 1, min(right, begin + _REACH)):
        bits = frame.bits[cue]
        if bits & QUOTE:
            return None
        if not bits & (FINITE | PHRASE) or not (paused or bits & SPEECH):
            continue
        quoted = _quoted_as(frame, cue, right, words)
        if quoted is not None:
            return quoted
        last = cue_end(frame, cue, words)
        if last is None or is_passive(frame, cue) or not _agrees(frame, cue):
            continue
        source = subject_before(frame, cue, begin)
        if source is None or not _starts_at(frame, source, begin) or source[1] < cue - 1:
            source = _whole(frame, begin, cue) or (
                source if source and _starts_at(frame, source, begin) else None
            )
        if source is not None:
            return Attribution(source, (cue, last), "after")
    return _unlisted(frame, at, begin, right, words) if paused else None


def _opens_clause(frame: Frame, at: int) -> bool:
    """Whether a word behind a quotation begins a clause of its own, so that no cue for it can follow."""
    return bool(frame.bits[at] & (CONJUNCTION | SUBORDINATOR)) and not frame.bits[at] & (CAPITAL | DETERMINER)


def _quoted_as(frame: Frame, cue: int, right: int, words: Lexicon) -> Attribution | None:
    """The paper quoted Kelly as saying; Kelly was quoted as saying."""
    if frame.words[cue].lower() not in {"quoted", "quotes", "cited"}:
        return None
    saying = next((n for n in range(cue + 1, min(right, cue + 14)) if frame.words[n] == "as"), None)
    if saying is None or saying + 1 >= right or not frame.bits[saying + 1] & PARTICIPLE:
        return None
    passive = is_passive(frame, cue)
    source = subject_before(frame, cue, 0) if passive else phrase_after(frame, cue + 1, saying, words)
    return Attribution(source, (cue, saying + 1), "after") if source else None


def _unlisted(frame: Frame, at: int, begin: int, right: int, words: Lexicon) -> Attribution | None:
    """A subject and a past form that no list knows, right behind the comma of a quotation: "…," Kelly crowed."""
    if begin + 1 >= right or frame.words[at + 1] in {",", "as"}:
        return None
    inverted = frame.words[begin].endswith("ed") and not frame.bits[begin] & ~VERB
    source = phrase_after(frame, begin + 1 if inverted else begin, right, words)
    if source is None or frame.bits[source[0]] & (CONJUNCTION | PREPOSITION):
        return None
    if inverted:
        named = frame.bits[source[0]] & (CAPITAL | DETERMINER | NOUN)
        return Attribution(source, (begin, begin), "after") if named else None
    verb = source[1] + 1
    while verb < right and frame.bits[verb] & ADVERB:
        verb += 1
    past = verb < right and frame.words[verb].endswith("ed") and not frame.bits[verb] & (SIGN | CAPITAL)
    return Attribution(source, (verb, verb), "after") if past and source[0] == begin else None


def _whole(frame: Frame, begin: int, cue: int) -> Phrase | None:
    """All that stands between a quotation and a verb, where it can be one noun phrase."""
    end = skip_adjuncts(frame, cue - 1, begin)
    if end < begin or end - begin > 16:
        return None
    broken = SIGN | AUXILIARY | RELATIVE | PRONOUN | CONJUNCTION
    for at in range(begin, end + 1):
        if frame.bits[at] & broken and not frame.bits[at] & (DETERMINER | CAPITAL):
            joined = (
                frame.words[at] == "and"
                and begin < at < end
                and frame.bits[at - 1] & frame.bits[at + 1] & CAPITAL
            )
            if not joined:
                return None
    return sound(frame, begin, end)


def _starts_at(frame: Frame, source: Phrase, begin: int) -> bool:
    return all(frame.bits[at] & ADVERB and not frame.bits[at] & GROUP for at in range(begin, source[0]))


def _agrees(frame: Frame, cue: int) -> bool:
    """Whether a bare verb form has a subject that it can go with: "officials say", "would say"."""
    bits = frame.bits[cue]
    if bits & (PAST | PRESENT) or not bits & BASE:
        return True
    before, word = frame.bits[cue - 1], frame.words[cue - 1].lower()
    if word == "to":
        return False
    return (
        bool(before & (GROUP | AUXILIARY | ADVERB))
        or word in {"they", "we", "i", "who", "you"}
        or word.endswith("s")
    )


def _inverted(frame: Frame, begin: int, right: int, words: Lexicon) -> Attribution | None:
    """said Kelly; according to Kelly; added the mayor."""
    word, bits = frame.words[begin].lower(), frame.bits[begin]
    if word == "according" and begin + 2 < right and frame.words[begin + 1] == "to":
        source = phrase_after(frame, begin + 2, right, words)
        return Attribution(source, (begin, begin + 1), "after") if source else None
    if not bits & (PAST | PRESENT) or bits & (CAPITAL | PREPOSITION) or not bits & (SPEECH | WEAK):
        return None
    last = cue_end(frame, begin, words)
    source = phrase_after(frame, begin + 1, right, words)
    if (
        last is None
        or source is None
        or frame.bits[source[0]] & PRONOUN
        and source[0] + 1 < right
        and frame.bits[source[0] + 1] & AUXILIARY
    ):
        return None
    return Attribution(source, (begin, last), "after")


def before(frame: Frame, at: int, left: int, words: Lexicon) -> Attribution | None:
    """Kelly said: "…"; he described it as "…"; Kelly's remark about "…"."""
    used = at + 1 < len(frame.words) and frame.words[at + 1].lower() in words.phrase_nouns
    for cue in range(at - 1, left - 1, -1):
        bits = frame.bits[cue]
        if used and at - cue <= 4 and frame.words[cue].lower() in words.uses:
            source = cue_subject(frame, cue, left, at, words)
            if source is not None:
                return Attribution(source, (cue, cue), "before")
        if (
            bits & SPEECH_NOUN
            and at - cue <= 4
            and not any(frame.bits[n] & (AUXILIARY | FINITE) for n in range(cue + 1, at))
        ):
            source = _owner(frame, cue, left)
            if source is not None:
                return Attribution(source, (cue, cue), "noun")
        quoted = _quoted_as(frame, cue, at, words) if bits & FINITE else None
        if quoted is not None:
            return quoted
        if not bits & VERB or bits & WEAK:
            if not frame.words[cue].lower() in words.phrases and frame.words[cue].lower() != "according":
                continue
        found = _cue_before(frame, cue, at, left, words)
        if found is not None:
            return found
    return None


def _cue_before(frame: Frame, cue: int, at: int, left: int, words: Lexicon) -> Attribution | None:
    if frame.words[cue].lower() == "according" and cue + 2 < at and frame.words[cue + 1] == "to":
        source = phrase_after(frame, cue + 2, at, words)
        return Attribution(source, (cue, cue + 1), "before") if source else None
    last = cue_end(frame, cue, words)
    if last is None or last >= at:
        return None
    # "using the term “…” as an adjective": the term alone is the user's, not what follows.
    if last < at - 1 and frame.words[last].lower() in words.phrase_nouns:
        return None
    if is_passive(frame, cue):
        return _agent(frame, cue, last, at, words)
    source = cue_subject(frame, cue, left, at, words)
    return Attribution(source, (cue, last), "before") if source else None


def _agent(frame: Frame, cue: int, last: int, at: int, words: Lexicon) -> Attribution | None:
    """Who did what a passive tells: "was described by Kelly as “…”"."""
    for by in range(last + 1, min(at, last + 8)):
        if frame.words[by] == "by":
            source = phrase_after(frame, by + 1, at, words)
            return Attribution(source, (cue, last), "before") if source else None
    return None


def cue_subject(frame: Frame, cue: int, left: int, at: int, words: Lexicon) -> Phrase | None:
    """Who does what a cue verb says: its subject, or that of the clause that it hangs on."""
    bits = frame.bits[cue]
    previous = cue - 1
    while previous >= left and frame.bits[previous] & ADVERB and not frame.bits[previous] & CAPITAL:
        previous -= 1
    if previous < left:
        return _behind(frame, cue, at, words) if bits & PARTICIPLE else _opening(frame, cue, at, words)
    joined = frame.words[previous] in {"and", "but", "or"} and not _is_pair(frame, previous)
    infinitive = frame.words[previous].lower() == "to"
    progressive = bits & PARTICIPLE and frame.bits[previous] & PASSIVE
    if (bits & PARTICIPLE and not bits & FINITE and not progressive) or infinitive or joined:
        if (
            bits & PARTICIPLE
            and frame.bits[previous] & CAPITAL
            and not frame.bits[previous] & (POSSESSIVE | PREPOSITION | SUBORDINATOR)
        ):
            return phrase_before(frame, previous, left)
        if previous == left and frame.bits[previous] & (PREPOSITION | SUBORDINATOR):
            return _behind(frame, cue, at, words)
        if bits & PARTICIPLE and frame.bits[previous] & PERSON_NOUN:
            return phrase_before(frame, previous, left)
        return _governing(frame, cue, left, words)
    if frame.bits[previous] & QUOTE or (
        frame.words[previous] == "," and previous > left and frame.bits[previous - 1] & QUOTE
    ):
        return phrase_after(frame, cue + 1, at, words)
    if not _agrees(frame, cue):
        return None
    source = subject_before(frame, cue, left)
    if source is None and bits & SPEECH:
        source = _inserted(frame, cue, previous, at, words) or _clause_opener(frame, cue, left, words)
    return source


def _opening(frame: Frame, cue: int, at: int, words: Lexicon) -> Phrase | None:
    """Said Kelly: “…”"""
    source = phrase_after(frame, cue + 1, at, words) if frame.bits[cue] & PAST else None
    return source if source and source[1] + 1 < at and frame.words[source[1] + 1] in {":", ","} else None


def _inserted(frame: Frame, cue: int, previous: int, at: int, words: Lexicon) -> Phrase | None:
    """It was, said Kelly, a “…”."""
    if frame.words[previous] != "," or not frame.bits[cue] & (PAST | PRESENT):
        return None
    source = phrase_after(frame, cue + 1, at, words)
    if source is None or frame.bits[source[0]] & (PRONOUN | TIME):
        return None
    rest = source[1] + 1
    closed = rest >= len(frame.words) or frame.bits[rest] & (SIGN | RELATIVE | PREPOSITION)
    return source if closed else None


def _clause_opener(frame: Frame, cue: int, left: int, words: Lexicon) -> Phrase | None:
    """The phrase that opens the cue's clause, however much stands between: "an aide speaking on background said"."""
    start = cue
    while start > left and not frame.bits[start - 1] & (SIGN | CONJUNCTION):
        start -= 1
    if cue - start < 2 or (frame.bits[start] & PREPOSITION):
        return None
    source = phrase_after(frame, start, cue, words)
    return source if source and frame.bits[source[0]] & (CAPITAL | DETERMINER | PERSON_NOUN) else None


def _is_pair(frame: Frame, conjunction: int) -> bool:
    return False


def _behind(frame: Frame, cue: int, at: int, words: Lexicon) -> Phrase | None:
    """The subject behind a participle clause that opens the sentence: "Calling it “…”, Kelly said"."""
    for comma in range(cue + 1, len(frame.words)):
        if frame.bits[comma] & STOP:
            break
        if frame.words[comma] == "," or (frame.bits[comma] & QUOTE and comma + 1 < len(frame.words)):
            source = phrase_after(frame, comma + 1, len(frame.words), words)
            if source:
                return source
    return None


def _governing(frame: Frame, end: int, left: int, words: Lexicon) -> Phrase | None:
    """The subject of the clause before a participle, an infinitive or a second verb."""
    for cue in range(end, left - 1, -1):
        bits = frame.bits[cue]
        if (
            bits & FINITE
            and bits & (PAST | PRESENT)
            and not bits & WEAK
            and cue_end(frame, cue, words) is not None
            and not is_passive(frame, cue)
        ):
            source = subject_before(frame, cue, left)
            if source is not None:
                return source
    return main_subject(frame, left, end, words)


def _owner(frame: Frame, noun: int, left: int) -> Phrase | None:
    """Whose remark it is: "Kelly's earlier remark", "his claim"; None when nobody owns it."""
    for at in range(noun - 1, max(left, noun - 4) - 1, -1):
        bits = frame.bits[at]
        if bits & POSSESSIVE:
            return phrase_before(frame, at, left) or (at, at)
        if frame.words[at].lower() in {"his", "her", "their"}:
            return at, at
        if bits & (SIGN | PREPOSITION | VERB | DETERMINER):
            return None
    return None


def late(frame: Frame, at: int, right: int, words: Lexicon) -> Attribution | None:
    """The “…” should be built farther south, Kelly said."""
    for cue in range(at + 1, right):
        bits, word = frame.bits[cue], frame.words[cue].lower()
        if word == "according" and cue + 2 < right and frame.words[cue + 1] == "to":
            source = phrase_after(frame, cue + 2, right, words)
            return Attribution(source, (cue, cue + 1), "late") if source else None
        if not (bits & SPEECH and bits & FINITE) or is_passive(frame, cue) or not _agrees(frame, cue):
            continue
        last = cue_end(frame, cue, words)
        if last is not None and frame.words[cue - 1] == ",":
            source = phrase_after(frame, cue + 1, right, words)
            if source is not None and not frame.bits[source[0]] & (PRONOUN | CONJUNCTION):
                return Attribution(source, (cue, last), "late")
        source = subject_before(frame, cue, at + 1)
        if last is None or source is None:
            continue
        gap = source[0] - 1
        if frame.words[gap] == "," or (frame.bits[gap] & QUOTE and gap > at):
            return Attribution(source, (cue, last), "late")
    return None


def weak(frame: Frame, at: int, left: int, right: int, words: Lexicon) -> Attribution | None:
    """By a weak verb, by a person before a colon, or by a speech noun that nobody owns."""
    for cue in range(at - 1, left - 1, -1):
        bits = frame.bits[cue]
        if bits & WEAK and bits & VERB:
            found = _cue_before(frame, cue, at, left, words)
            if found is not None:
                return found
        if bits & SPEECH_NOUN and at - cue <= 3:
            source = _governing(frame, cue, left, words)
            if source is not None:
                return Attribution(source, (cue, cue), "noun")
    if at - 1 > left and frame.words[at - 1] == ":":
        source = phrase_before(frame, at - 2, left)
        if source and frame.bits[source[0]] & CAPITAL and source[0] == left:
            return Attribution(source, None, "before")
    return None


def clause_subject(frame: Frame, at: int, bounds: Phrase, words: Lexicon) -> Phrase | None:
    """The subject of the sentence that holds a token."""
    left, right = bounds
    return main_subject(frame, left, at if at > left else right, words)


def is_alone(frame: Frame, bounds: Phrase) -> bool:
    """Whether nothing but quotations stands in a sentence."""
    return all(frame.bits[n] & (QUOTE | MARK) for n in range(*bounds))


def teller(frame: Frame, words: Lexicon) -> Attribution | None:
    """Who tells what a sentence without quotations says: its first cue of speech."""
    for cue in range(1, len(frame.words)):
        bits = frame.bits[cue]
        if frame.words[cue - 1].lower() == "according" and frame.words[cue] == "to":
            source = phrase_after(frame, cue + 1, len(frame.words), words)
            return Attribution(source, (cue - 1, cue), "late") if source else None
        if bits & SPEECH and bits & (PAST | PRESENT) and not is_passive(frame, cue):
            last = cue_end(frame, cue, words)
            source = _inserted(frame, cue, cue - 1, len(frame.words), words) or subject_before(frame, cue, 0)
            if last is not None and source is not None:
                return Attribution(source, (cue, last), "late")
    return None


def introduction(frame: Frame, words: Lexicon) -> Attribution | None:
    """The attribution by a sentence that ends in a colon: "Kelly replied:", "Below is a statement by Kelly:"."""
    end = len(frame.words)
    found = before(frame, end, 0, words)
    if found is not None:
        return found
    for at in range(len(frame.words) - 2, 0, -1):
        if frame.words[at] in {"by", "from"} and frame.bits[at - 1] & PAPER:
            source = phrase_after(frame, at + 1, len(frame.words), words)
            return Attribution(source, None, "late") if source else None
    at = len(frame.words) - 1
    while at > 0 and not (frame.bits[at - 1] & (SIGN | SUBORDINATOR) and at < len(frame.words) - 1):
        at -= 1
    source = phrase_after(frame, at, len(frame.words), words)
    return Attribution(source, None, "late") if source else None
