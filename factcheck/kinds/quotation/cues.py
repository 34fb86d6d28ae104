"""Find the cue that attributes a quotation: right after it, before it, or at the end of its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final, final

from factcheck.kinds.quotation.frames import Frame
from factcheck.kinds.quotation.lexicon import (
    ACCORDING,
    ADVERB,
    AUXILIARY,
    BASE,
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
    OTHER_VERB,
    PAPER,
    PARTICIPLE,
    PASSIVE,
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
    TITLE,
    VERB,
    WEAK,
    Lexicon,
)
from factcheck.kinds.quotation.papers import letter_author
from factcheck.kinds.quotation.phrases import (
    Phrase,
    can_speak,
    head_end,
    main_subject,
    opens_aside,
    phrase_after,
    phrase_before,
)
from factcheck.kinds.quotation.subjects import (
    cue_subject,
    governing_subject,
    parenthetical_subject,
    skip_adjuncts,
    subject_before,
    whole_phrase,
)
from factcheck.kinds.quotation.verbs import agrees, cue_end, is_noun_here, is_passive
from factcheck.records import record

# Distances in tokens. They bound the work on long sentences and exclude cues of clauses unrelated to the quotation.
_REACH: Final = 45  # from a quotation to a cue after it; subjects with titles and asides are long
_AGENT_REACH: Final = 8  # from a passive verb to its "by"
_NOUN_REACH: Final = 4  # from a noun of speech to its owner or its quotation
_LONGEST_OBJECT: Final = 6  # tokens from a verb of naming to the quotation, its object between them
_TOLD_REACH: Final = 4  # from a verb of telling to the "that" behind whom it tells
_CLAUSE_REACH: Final = 12  # from a cue to a quotation that it introduces with "that" or a colon
_DASHES: Final = frozenset(("—", "–", "-"))
_PAUSED: Final = _DASHES | {",", "?", "!", "…"}
_GAP: Final = _DASHES | {",", "…", "as"}
_QUOTED_REACH: Final = 14  # tokens from "quoted" to "as saying"; the name and title of the speaker stand between
_TIMING: Final = QUOTE | MARK | TIME | ADVERB
_NO_PLAIN_PRONOUN: Final = RELATIVE | DETERMINER | CONJUNCTION | SUBORDINATOR | PREPOSITION | ADVERB | AUXILIARY | VERB
_PLAIN_NAME: Final = CAPITAL | GIVEN | NO_GIVEN_NAME | NOUN | PLACE | SUFFIX
_VERB_FORM: Final = SPEECH | VERB | PHRASE | WEAK | CAPITAL | PREPOSITION


@final
@record
class Attribution:
    """The attribution read beside a quotation: token ranges of its source and its cue, and where it was read.

    `cue` is None for a source without a verb ("Kelly: “…”"). `how` is "after" or "before" the quotation, "late" at the
    end of its sentence, "noun" for a noun of speech.
    """

    source: Phrase
    cue: Phrase | None
    how: str


def attribution(frame: Frame, at: int, ending: str) -> Attribution | None:
    """Return the attribution of the quotation at a token; None when its sentence has none.

    `ending` is the last character inside its marks: only a pause there ("…,” Kelly said") lets a source follow.
    """
    found = _attribution(frame, at, ending)
    return found if found is None or found.cue is not None else _of_headline(frame, found)


def _of_headline(frame: Frame, found: Attribution) -> Attribution:
    """Return the attribution of a headline, whose verbs are capitalised as well: "Captains Warn Kelly: “…”"."""
    first, last = found.source
    if not all(frame.bits[at] & CAPITAL for at in range(first, last + 1)):
        return found
    for verb in range(first + 1, last):
        bits, subject = frame.lexicon.bits.get(frame.low(verb), 0), frame.low(verb - 1)
        many = subject.endswith("s") and not frame.lexicon.bits.get(subject, 0) & GIVEN
        if bits & FINITE and bits & (PRESENT if not many else BASE):
            return Attribution((first, verb - 1), (verb, verb), found.how)
    return found


def _attribution(frame: Frame, at: int, ending: str) -> Attribution | None:
    # "He asked, “Why?” Kelly left." must not look ahead; "“Why?” Kelly asked." must.
    lead = frame.words[at - 1] if at else ""
    introduced = lead in {":", ","} and _has_cue(frame, at - 2)
    is_interrupted = lead == "," and (ending == "," or ending in _DASHES)
    may_follow = ending != "." and (not introduced or is_interrupted) and not _is_object(frame, at)
    if lead == "," and is_interrupted and at > 2 and frame.words[at - 3] in frame.lexicon.thing_relatives:
        may_follow = not introduced  # "found a note that said, “…,” Kelly said": the words are those of the note
    found = _after(frame, at, ending) if may_follow else None
    if found is not None and ending in "?!" and _begins_sentence(frame, found):
        found = None
    if found is not None and found.cue is not None and not frame.bits[found.cue[0]] & (SPEECH | ACCORDING):
        found = _later_in_sentence(frame, at) or found  # "…," Kelly decided that it was over, Roe said
    if found is not None and ending == ",":
        inner = _told_inside(frame, at, found)
        if inner is not None:
            return inner
    reported = found is not None and _is_reported_as(frame, at)
    if found is not None and not reported and (found.cue is None or not frame.bits[found.cue[0]] & ACCORDING):
        return found
    before = _letter(frame, at) or _before(frame, at)
    if found is not None:
        # "Kelly told them it was “…,” according to the complaint": Kelly is the speaker, the complaint only reports it;
        # so does the state in "Kelly denied calling him “…,” as the state alleges".
        spoken = before and before.cue and (reported or frame.bits[before.cue[0]] & SPEECH)
        return before if spoken else found
    return (
        before
        or _later_in_sentence(frame, at)
        or _weak_attribution(frame, at)
        or (_after_stop(frame, at, ending) if not may_follow else None)
        or _colon_subject(frame, at)
    )


def _letter(frame: Frame, at: int) -> Attribution | None:
    """Read a letter before a colon: "Kelly left Roe a note: “…”", "The clerk read the note from Kelly aloud: “…”"."""
    if at < _NOUN_REACH or frame.words[at - 1] != ":":
        return None
    nouns = [n for n in range(max(0, at - _CLAUSE_REACH), at - 1) if frame.words[n] in frame.lexicon.letter_nouns]
    source = letter_author(frame, at - 1) if nouns else None
    return Attribution(source, (nouns[-1], nouns[-1]), "noun") if source is not None else None


def _told_inside(frame: Frame, at: int, outer: Attribution) -> Attribution | None:
    """Read whose words a speaker reports: Kelly in "Kelly told them that it was “…,” she testified"; None for others.

    The clause with the quotation must follow the inner verb at once, and nothing in it may deny or delimit it.
    """
    if outer.cue is None or not frame.cues or frame.cues[0] > at or not frame.bits[outer.cue[0]] & SPEECH:
        return None
    cue = next((cue for cue in _cues_before(frame, at) if frame.bits[cue] & SPEECH), None)
    if cue is None or not frame.bits[cue] & (PAST | PARTICIPLE) or at - cue > _CLAUSE_REACH or at - cue < 2:
        return None
    between = range(cue + 1, at)
    if not frame.text[max(0, frame.start(at) - 2) : frame.start(at)].rstrip()[-1:].isalnum():
        return None  # another sentence, on a page without blanks between them
    if any(frame.bits[n] & (SIGN | RELATIVE) or (frame.words[n] == "that" and n > cue + _TOLD_REACH) for n in between):
        return None
    if any(frame.low(n) in frame.lexicon.denials for n in range(max(0, cue - 3), cue)):
        return None
    found = _cue_before(frame, cue, at)
    return found if found is not None and can_speak(frame, found.source) else None


def _is_reported_as(frame: Frame, at: int) -> bool:
    """Whether "as" stands between a quotation and the attribution after it: "…," as the state alleges."""
    behind = at + 1 + (frame.words[at + 1 : at + 2] == [","])
    return frame.words[behind : behind + 1] == ["as"]


def _after_stop(frame: Frame, at: int, ending: str) -> Attribution | None:
    """Read an attribution after quoted words that end in a full stop: “It is over.” Kelly said on Monday.

    A clause behind the verb shows another sentence: “It is over.” Kelly said he would leave.
    """
    found = _after(frame, at, ending)
    if found is None or found.cue is None:
        return found
    behind = max(found.cue[1], found.source[1]) + 1
    ended = behind >= len(frame.words) or frame.bits[behind] & (SIGN | PREPOSITION | TIME | ADVERB)
    return found if ended else None


def _begins_sentence(frame: Frame, found: Attribution) -> bool:
    """Whether a subject and verb behind quoted words begin another sentence: “Why?” Kelly said she did not know."""
    if found.cue is None or found.cue[0] < found.source[0] or frame.bits[found.cue[0]] & ACCORDING:
        return False
    behind = found.cue[1] + 1
    if behind >= len(frame.words):
        return False
    bits, word = frame.bits[behind], frame.words[behind]
    acts = frame.words[behind] in frame.lexicon.gaze_joints or bits & DETERMINER
    if not frame.bits[found.cue[0]] & SPEECH and acts:
        return True  # “Why?” Kelly looked at Roe. “Why?” Kelly folded her hands.
    subject = bits & PRONOUN and not bits & (DETERMINER | RELATIVE) and word not in frame.lexicon.object_pronouns
    return bool(subject) or word == "that"


def _is_object(frame: Frame, at: int) -> bool:
    """Whether a quotation is the object of another clause's verb: "while Kelly called it “…,” Roe said"."""
    if at < 2 or not frame.cues or frame.cues[0] >= at:
        return False
    if not _is_object_word(frame.words[at - 1], frame.lexicon):
        return _is_named_by(frame, at)
    near = range(at - 2, max(-1, at - (_AGENT_REACH if frame.words[at - 1] == "as" else 3)), -1)
    return any(frame.bits[n] & VERB and not frame.bits[n] & (SPEECH | WEAK) for n in near)


def _is_named_by(frame: Frame, at: int) -> bool:
    """Whether a quotation is what a verb calls its object: "Kelly fought it, calling the bill “…,” while Roe said"."""
    for n in range(at - 2, max(-1, at - _LONGEST_OBJECT), -1):
        bits = frame.bits[n]
        if bits & (SIGN | CONJUNCTION | PREPOSITION) and not bits & DETERMINER:
            return False
        if bits & VERB:
            named = frame.bits[n + 1] & (DETERMINER | CAPITAL | POSSESSIVE)
            return bool(named) and n > 0 and frame.words[n] in frame.lexicon.calling_verbs and not is_passive(frame, n)
    return False


def _is_object_word(word: str, words: Lexicon) -> bool:
    """Whether a word before a quotation makes it an object: an object pronoun, or "as"."""
    return word == "as" or word in words.object_pronouns


def _colon_subject(frame: Frame, at: int) -> Attribution | None:
    """Kelly was more blunt: “…”: return the subject of a clause that ends in a colon and has no cue."""
    if at < 2 or frame.words[at - 1] != ":":
        return None
    source = main_subject(frame, at)
    bits = frame.bits[source[1]] if source is not None else 0
    named = bits & (CAPITAL | ROLE) and not bits & (ORGANISATION | TIME)
    return Attribution(source, None, "before") if source and named else None


def _has_cue(frame: Frame, at: int) -> bool:
    """Whether a verb of speech is among the six tokens that end at `at`."""
    return any(frame.bits[n] & SPEECH and cue_end(frame, n) is not None for n in range(max(0, at - 5), at + 1))


def _after(frame: Frame, at: int, ending: str) -> Attribution | None:
    """Read an attribution after a quotation: "…," Kelly said; "…," said Kelly, who …; "…," according to Kelly."""
    begin, right = _behind_gap(frame, at + 1), len(frame.words)
    if begin - 2 > at and frame.words[begin - 2] in frame.lexicon.copulas:
        ending = ","
    if begin >= right or frame.bits[begin] & QUOTE or _opens_clause(frame, begin) or _is_comment(frame, begin, right):
        return None
    found = _simple_attribution(frame, begin, right)
    if found is not None:
        return found
    paused = ending in _PAUSED
    found = _according(frame, begin, right, "after") or _inverted(frame, begin, right)
    if found is not None and (paused or can_speak(frame, found.source)):
        return found
    following = [token for token, _ in frame.quotes if token > at]
    found, ended = _by_cue_after(frame, begin, min(right, begin + _REACH, *following), ending)
    if found is not None or ended or not paused or (following and following[0] < begin + _REACH):
        return found
    return _unlisted_verb(frame, at, begin, right) or (_verbless(frame, begin, right) if ending == "," else None)


def _behind_gap(frame: Frame, begin: int) -> int:
    """Return the token behind the pause after a quotation, and behind "is how" in "…" is how Kelly put it."""
    right = len(frame.words)
    while begin < right and frame.words[begin] in _GAP:
        begin += 1
    pointed = begin + 2 < right and frame.words[begin + 1] in frame.lexicon.summing_words
    return begin + 2 if pointed and frame.words[begin] in frame.lexicon.copulas else begin


def _by_cue_after(frame: Frame, begin: int, limit: int, ending: str) -> tuple[Attribution | None, bool]:
    """Read the attribution by the first cue between two tokens that has one; also whether a cue rules out any other."""
    right, paused = len(frame.words), ending in _PAUSED
    for cue in frame.cues[bisect_right(frame.cues, begin) :]:
        bits = frame.bits[cue]
        if cue >= limit:
            break
        if bits & PARTICIPLE and bits & SPEECH and frame.words[cue - 1] in frame.lexicon.perception_verbs:
            source = phrase_after(frame, begin, cue)
            return Attribution(source, (cue, cue), "after") if source and source[0] == begin else None, True
        if not (bits & (FINITE | PHRASE) and (paused or bits & SPEECH)):
            continue
        if bits & WEAK and frame.words[cue - 1] == "," and frame.words[cue + 1 : cue + 2] == ["as"]:
            continue  # "a scheme, known as"
        if ending in "?!" and frame.words[cue] in frame.lexicon.non_question_verbs:
            return None, True
        called = frame.words[cue + 2 : cue + 3] == [QUOTED] and frame.words[cue + 1] in frame.lexicon.object_pronouns
        if not bits & SPEECH and called:
            return None, True  # "…!” Kelly called it “…”
        found = _quoted_as(frame, cue, right) or _subject_and_cue(frame, begin, cue)
        if found is not None:
            return found, True
    return None, False


def _verbless(frame: Frame, begin: int, right: int) -> Attribution | None:
    """Read a name alone after a quotation that ends in a comma: "…," Ann Roe, whose firm made the poll."""
    source = phrase_after(frame, begin, right)
    if source is None or source[0] != begin or frame.bits[begin] & DETERMINER:
        return None
    if not frame.bits[source[1]] & CAPITAL or frame.bits[source[1]] & TITLE:
        return None
    behind = source[1] + 1
    described = behind + 1 < right and frame.words[behind] == "," and opens_aside(frame, behind + 1)
    return Attribution(source, None, "after") if behind >= right or described else None


def _simple_attribution(frame: Frame, begin: int, right: int) -> Attribution | None:
    """Read the commonest attributions without parsing phrases: "he said", "Ann Roe said"."""
    bits, cue = frame.bits, begin
    if bits[begin] & PRONOUN and not bits[begin] & _NO_PLAIN_PRONOUN:
        cue += 1
    else:
        while cue < right and bits[cue] & CAPITAL and not bits[cue] & ~_PLAIN_NAME:
            cue += 1
    if begin < cue < right and bits[cue] & _VERB_FORM == SPEECH | PAST:
        return Attribution((begin, cue - 1), (cue, cue), "after")
    return None


def _is_comment(frame: Frame, begin: int, right: int) -> bool:
    """Whether a noun of speech behind a quotation speaks of the quotation: "…," a claim Kelly disputes."""
    if frame.words[begin] not in frame.lexicon.articles:
        return False
    noun = next((at for at in range(begin + 1, min(begin + 4, right)) if frame.bits[at] & SPEECH_NOUN), right)
    if noun + 1 >= right or noun > begin + 3:
        return False
    behind = frame.bits[noun + 1]
    return bool(behind & (CAPITAL | PRONOUN | RELATIVE)) or frame.words[noun + 1] == "that"


def _opens_clause(frame: Frame, at: int) -> bool:
    """Whether the word after a quotation continues or begins a clause, so that no source can follow."""
    joins = frame.bits[at] & (CONJUNCTION | SUBORDINATOR | PREPOSITION) and _according_end(frame, at) is None
    return bool(joins) and not frame.bits[at] & (CAPITAL | DETERMINER)


def _subject_and_cue(frame: Frame, begin: int, cue: int) -> Attribution | None:
    """Read a subject before its cue: "Kelly said"; "the president's spokesman, John Roe, told reporters"."""
    last = cue_end(frame, cue)
    if last is None or is_passive(frame, cue):
        return None
    if frame.words[cue - 1] == "to" or frame.words[cue - 2 : cue] == ["to", "have"]:
        # "Kelly is expected to say": only a few words and no other clause may stand between subject and verb.
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
    """Return a subject right after the quotation, its verb after an aside: "…," Kelly, who …, on Monday, told us;
    "…," the usher, a retired cook, said.
    """
    if frame.words[cue - 1] != "," or not frame.bits[cue] & SPEECH:
        return None
    source = phrase_after(frame, begin, cue)
    if source is None or source[0] != begin or source[1] + 2 >= cue or frame.words[source[1] + 1] != ",":
        return None
    return source if opens_aside(frame, source[1] + 2) else None


def _starts_at(frame: Frame, source: Phrase, begin: int) -> bool:
    """Whether only adverbs, or the role that the subject explains, stand between `begin` and a subject."""
    if source[0] - 1 > begin and frame.words[source[0] - 1] == ",":
        role = phrase_before(frame, source[0] - 2, begin)
        if role is not None and frame.bits[head_end(frame, *role)] & ROLE:
            source = role  # "the mayor’s spokesman, Tom Hale, told"
    return all(frame.bits[at] & ADVERB and not frame.bits[at] & GROUP for at in range(begin, source[0]))


def _according(frame: Frame, at: int, right: int, how: str) -> Attribution | None:
    """Read "according to Kelly" at a token; None when no such phrase begins there."""
    last = _according_end(frame, at)
    source = phrase_after(frame, last + 1, right) if last is not None and last + 1 < right else None
    return Attribution(source, (at, last), how) if source is not None and last is not None else None


def _according_end(frame: Frame, at: int) -> int | None:
    """Return the last token of a phrase such as "according to" that begins at a token; None when none does."""
    if not frame.bits[at] & ACCORDING:
        return None
    for rest in frame.lexicon.according.get(frame.low(at), ()):
        last = at + len(rest)
        if tuple(word.lower() for word in frame.words[at + 1 : last + 1]) == rest:
            return last
    return None


def _inverted(frame: Frame, begin: int, right: int) -> Attribution | None:
    """Read a cue before its subject: "said Kelly"; "added the mayor"."""
    bits = frame.bits[begin]
    if not bits & FINITE or not bits & (SPEECH | WEAK) or bits & (CAPITAL | PREPOSITION):
        return None
    last, source = cue_end(frame, begin), phrase_after(frame, begin + 1, right)
    if last is None or source is None:
        return None
    if not bits & (PAST | PRESENT) and not _is_plural(frame, source):
        return None  # "…," write the authors
    following = frame.bits[source[1] + 1] if source[1] + 1 < right else 0
    if following & AUXILIARY and not following & PREPOSITION:
        return None  # "…," says he is; "…," says Kelly has
    return Attribution(source, (begin, last), "after")


def _is_plural(frame: Frame, source: Phrase) -> bool:
    """Whether a subject agrees with the base form of a verb: "the authors", "Kelly and Roe"."""
    head = head_end(frame, *source)
    if frame.words[source[0] - 1] == ",":
        head = source[0] - 2  # "the authors, Ann Roe and Tom Hale"
    return bool(frame.bits[head] & GROUP) or frame.words[head][-1] == "s" or "and" in frame.words[source[0] : head]


def _quoted_as(frame: Frame, cue: int, right: int) -> Attribution | None:
    """Read "the paper quoted Kelly as saying" and "Kelly was quoted as saying"."""
    if frame.words[cue] not in frame.lexicon.quoting_verbs:
        return None
    saying = next((n for n in range(cue + 1, min(right, cue + _QUOTED_REACH)) if frame.words[n] == "as"), None)
    if saying is None or saying + 1 >= right or not frame.bits[saying + 1] & PARTICIPLE:
        return None
    passive = is_passive(frame, cue)
    source = subject_before(frame, cue) if passive else phrase_after(frame, cue + 1, saying)
    return Attribution(source, (cue, cue), "after") if source else None


def _unlisted_verb(frame: Frame, at: int, begin: int, right: int) -> Attribution | None:
    """Read a subject with an -ed verb that no list has, after a quotation that ends in a pause: "…," Kelly crowed."""
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
    """Read an attribution before a quotation: Kelly said: "…"; he described it as "…"; Kelly's remark about "…"."""
    fixed = _of_oneself(frame, at) or _uttered_from(frame, at) or _words_were(frame, at)
    if fixed is not None:
        return fixed
    doubtful: Attribution | None = None
    is_phrase = at + 1 < len(frame.words) and frame.low(at + 1) in frame.lexicon.phrase_nouns
    for cue in range(at - 1, -1, -1) if is_phrase else _cues_before(frame, at):
        bits = frame.bits[cue]
        found = _used_phrase(frame, cue, at) if is_phrase and at - cue <= _NOUN_REACH else None
        if found is None and bits & SPEECH_NOUN:
            found = (
                _in_words_of(frame, cue, at) if frame.words[cue] in frame.lexicon.own_words else None
            ) or _owned_noun(frame, cue, at)
        if found is None and bits & (VERB | PHRASE | ACCORDING):
            found = _cue_at(frame, cue, at)
        if found is None or _is_told_person(frame, cue, at):
            continue
        thing = not bits & (SPEECH | ACCORDING | SPEECH_NOUN) and not can_speak(frame, found.source)
        if (thing and doubtful is None) or _is_country_told_of(frame, found.source):
            doubtful = doubtful or found  # "Kelly said the gap compared with last year is “…”": a gap does not compare
            continue
        return found if doubtful is None or (bits & SPEECH and can_speak(frame, found.source)) else doubtful
    return doubtful


def _is_told_person(frame: Frame, cue: int, at: int) -> bool:
    """Whether a cue only says which people are told: "asked" in "Kelly told workers who asked for masks that …"."""
    if cue < 3 or frame.words[cue - 1] not in frame.lexicon.person_relatives:
        return False
    that = next((n for n in range(cue + 2, at) if frame.words[n] == "that"), None)
    people = phrase_before(frame, cue - 2)
    if that is None or people is None or not people[0]:
        return False
    told = frame.bits[people[0] - 1]
    return bool(told & SPEECH and told & FINITE and not any(frame.bits[n] & SIGN for n in range(cue, that)))


def _is_country_told_of(frame: Frame, source: Phrase) -> bool:
    """Whether a speaker is a country of whom another speaker tells: “Kelly said Mexico stressed an “…” process”."""
    head, told = head_end(frame, *source), source[0] - 1
    if told > 0 and frame.words[told] == "that":
        told -= 1
    if told < 1 or not frame.bits[head] & PLACE or frame.bits[head] & POSSESSIVE:
        return False
    return frame.low(told) in frame.lexicon.clause_verbs


def _of_oneself(frame: Frame, at: int) -> Attribution | None:
    """Read "Kelly introduced himself as “…”", whatever the verb."""
    verb = at - 3
    if verb < 1 or frame.words[at - 1] != "as" or frame.words[at - 2] not in frame.lexicon.reflexives:
        return None
    shared = frame.bits[verb] & PARTICIPLE or frame.words[verb].endswith("ing")
    source = governing_subject(frame, verb) if shared else subject_before(frame, verb)
    return Attribution(source, (verb, verb), "before") if source else None


def _words_were(frame: Frame, at: int) -> Attribution | None:
    """Read "Kelly’s last words to them, according to Roe, were “…”" and "the first words of Kelly were “…”"."""
    if at < _NOUN_REACH or frame.words[at - 1] not in frame.lexicon.copulas:
        return None
    for noun in range(at - 2, max(0, at - _QUOTED_REACH), -1):
        if frame.words[noun] in frame.lexicon.own_words:
            if frame.words[noun + 1] in frame.lexicon.part_joints:
                source = phrase_after(frame, noun + 2, at - 1)
                return Attribution(source, (noun, noun), "noun") if source else None
            return _owner(frame, noun)
        if frame.bits[noun] & QUOTE or (frame.bits[noun] & SPEECH and frame.bits[noun] & FINITE):
            return None
    return None


def _cues_before(frame: Frame, at: int) -> list[int]:
    """Return the candidate cue tokens before `at`, nearest first."""
    return frame.cues[bisect_left(frame.cues, at) - len(frame.cues) - 1 :: -1] if at else []


def _cue_at(frame: Frame, cue: int, at: int) -> Attribution | None:
    """Read the attribution by one candidate cue before a quotation; weak verbs count only in `_written`."""
    bits = frame.bits[cue]
    if not bits & (VERB | PHRASE):
        return _according(frame, cue, at, "before")
    found = _quoted_as(frame, cue, at) if bits & FINITE else None
    if found is None and bits & WEAK:
        found = _on_display(frame, cue, at)
    if found is not None or (bits & WEAK and not bits & PHRASE):
        return found
    if bits & PARTICIPLE and frame.words[cue - 1] == "as" and _is_quoted_before(frame, cue):
        return None
    return _cue_before(frame, cue, at)


def _on_display(frame: Frame, cue: int, at: int) -> Attribution | None:
    """Read "a sign that read “…”" and "signs reading: “…”"."""
    if frame.bits[cue] & PARTICIPLE and is_noun_here(frame, cue):
        return None  # "the court’s reading"
    owner = cue - 2 if cue > 1 and frame.words[cue - 1] in frame.lexicon.thing_relatives else cue - 1
    one = owner == 0 and frame.low(owner) in frame.lexicon.subject_determiners  # "One read, “…”"
    modifier = phrase_before(frame, owner) if owner > 0 else None
    if modifier is not None and modifier[0] > 1 and frame.words[modifier[0] - 1].endswith("ing"):
        owner = modifier[0] - 2  # "a memo bearing his initials reads: “…”"
    if at - cue > 2 or owner < 0 or not (frame.bits[owner] & PAPER or one):
        return None
    source = phrase_before(frame, owner)
    return Attribution(source, (cue, cue), "before") if source else None


def _is_quoted_before(frame: Frame, saying: int) -> bool:
    """Whether "as saying" belongs to an earlier "quoted", which decides the speaker."""
    return any(frame.words[n] in frame.lexicon.quoting_verbs for n in range(max(0, saying - _QUOTED_REACH), saying))


def _used_phrase(frame: Frame, cue: int, at: int) -> Attribution | None:
    """Read "Kelly used the “…” phrase"."""
    if frame.low(cue) not in frame.lexicon.use_verbs:
        return None
    source = cue_subject(frame, cue, at)
    return Attribution(source, (cue, cue), "before") if source else None


def _owned_noun(frame: Frame, noun: int, at: int) -> Attribution | None:
    """Read a noun of speech with its owner: "Kelly's earlier remark that “…”", "his claim of “…”".

    None when it has no owner, or when it is the subject of another verb.
    """
    if frame.bits[noun] & BASE and frame.bits[noun - 1] & GROUP:
        return None  # "Kelly’s lawyers call it"
    following = frame.low(noun + 1) if noun + 1 < at else ""
    copula = _copula_behind(frame, noun, at) if following == "," else None
    if (
        copula is not None
        and (frame.words[copula + 1] == "that" or copula + 1 == at)
        and at - copula <= _NOUN_REACH + 1
    ):
        return _owner(frame, noun)  # "Kelly’s only comment, on Monday, was that it was “…”"
    goes_on = at + 1 < len(frame.words) and bool(frame.bits[at + 1] & AUXILIARY)
    judged = following == "that" and frame.words[at - 1] in frame.lexicon.copulas and not goes_on
    if (noun + 1 == at or judged) and _is_of_outer_clause(frame, noun):
        return None
    if noun + 2 == at and following == "as":
        judging = _judging_verb(frame, noun)
        if judging is not None:
            subject = subject_before(frame, judging)
            return Attribution(subject, (judging, judging), "before") if subject else None
        if _is_judged_as(frame, noun):
            return None
    led = following == "that" or frame.words[at - 1] in {":", "as"}
    if at - noun > (_CLAUSE_REACH if led else _NOUN_REACH):
        return None
    # "Kelly’s answer was “…”" quotes Kelly, "Kelly’s remark was called “…”" quotes somebody else.
    stated = (
        following in frame.lexicon.copulas
        and (noun + 2 == at or frame.words[at - 1] == ":")
        and not _has_cue(frame, noun)
        and not _is_told_that(frame, noun)
    )
    verb = following and frame.bits[noun + 1] & (AUXILIARY | FINITE) and not frame.bits[noun + 1] & PREPOSITION
    return None if verb and not stated else _owner(frame, noun)


def _is_told_that(frame: Frame, noun: int) -> bool:
    """Whether a noun of speech is the subject of what somebody tells: "Roe said that Kelly’s dismissal was “…”"."""
    that = next((n for n in range(noun - 1, max(0, noun - _CLAUSE_REACH), -1) if frame.words[n] == "that"), 0)
    if not that or any(frame.bits[n] & (SIGN | VERB) for n in range(that, noun)):
        return False
    return any(frame.bits[n] & SPEECH and frame.bits[n] & FINITE for n in range(max(0, that - _NOUN_REACH), that))


def _copula_behind(frame: Frame, noun: int, at: int) -> int | None:
    """Return the copula behind an aside of a noun of speech: "was" in "her comment, on Monday, was"; else None."""
    comma = next((n for n in range(noun + 2, min(at, noun + _CLAUSE_REACH)) if frame.words[n] == ","), at)
    return comma + 1 if comma + 2 <= at and frame.words[comma + 1] in frame.lexicon.copulas else None


def _judging_verb(frame: Frame, noun: int) -> int | None:
    """Return a past verb of no list whose object is a noun of speech: “Roe brushed aside Kelly’s claim as “…””."""
    owner = next((at for at in range(noun - 1, max(0, noun - _NOUN_REACH), -1) if frame.bits[at] & POSSESSIVE), 0)
    kind = frame.bits[owner] & CAPITAL
    verb = owner - 1
    while verb > 0 and (frame.bits[verb] & CAPITAL if kind else not frame.bits[verb] & (DETERMINER | SIGN | VERB)):
        verb -= 1
    verb -= not kind and bool(frame.bits[verb] & DETERMINER)
    if verb > 1 and not frame.words[verb].endswith("ed"):
        verb -= 1  # "brushed aside", "swatted away"
    past = frame.words[verb].endswith("ed") and not frame.bits[verb] & (VERB | NOUN | CAPITAL)
    return verb if owner and verb > 0 and past else None


def _is_judged_as(frame: Frame, noun: int) -> bool:
    """Whether a noun of speech before "as" is the object of another speaker: “Roe dismissed his claim as “…””."""
    for at in range(noun - 1, max(-1, noun - _QUOTED_REACH), -1):
        if frame.bits[at] & SIGN:
            return False
        if frame.bits[at] & FINITE and cue_end(frame, at) is not None:
            return not frame.bits[at] & SPEECH
    return False


def _is_of_outer_clause(frame: Frame, noun: int) -> bool:
    """Whether a noun of speech right before a quotation belongs to the clause of another speaker.

    “Roe called Kelly’s claim “…”” quotes Roe; so does “Roe said Kelly’s claim “…””, where the noun is a subject.
    """
    for at in range(noun - 1, max(-1, noun - _QUOTED_REACH), -1):
        bits, word = frame.bits[at], frame.low(at)
        if bits & SIGN:
            return False
        if bits & VERB and cue_end(frame, at) is not None:
            return word in frame.lexicon.calling_verbs or word in frame.lexicon.clause_verbs
        if bits & CONJUNCTION and word == "that":
            return True
    return False


def _owner(frame: Frame, noun: int) -> Attribution | None:
    """Return the attribution to the owner of a noun of speech; None when it has none."""
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
    """Read the attribution by a cue verb or phrase before a quotation."""
    last = cue_end(frame, cue)
    if last is None or last >= at or _is_predicted(frame, cue):
        return None
    # "using the term “…” as an adjective": the cue covers the quotation right after it, not later ones.
    if last < at - 1 and frame.low(last) in frame.lexicon.phrase_nouns:
        return None
    if is_passive(frame, cue) or _is_reduced_passive(frame, cue, last):
        source = _agent(frame, last, at)
    elif last == cue == at - 1 and frame.low(cue) in frame.lexicon.naming_verbs and not _has_namer(frame, cue, at):
        source = None  # "a practice called “…”"
    else:
        source = cue_subject(frame, cue, at)
    return Attribution(source, (cue, last), "before") if source else None


def _is_predicted(frame: Frame, cue: int) -> bool:
    """Whether a cue is only predicted by another speaker: "Kelly said Roe would respond “…”"."""
    if frame.bits[cue] & (PAST | PRESENT) or frame.words[cue - 1] not in frame.lexicon.modals:
        return False
    for before in range(cue - 2, 0, -1):
        bits = frame.bits[before]
        if bits & SIGN:
            return False
        if bits & SPEECH and bits & (PAST | PRESENT) and cue_end(frame, before) is not None:
            return True
    return False


def _is_reduced_passive(frame: Frame, cue: int, last: int) -> bool:
    """Whether a past form without "be" is passive: "the plan, denounced by Kelly as “…”"."""
    bits = frame.bits[cue]
    if not bits & PAST or bits & (WEAK | SPEECH):
        return False
    behind = last + 1
    if (
        cue == 0 and frame.words[behind] not in frame.lexicon.agent_prepositions
    ):  # "Branded “…” by Roe, Kelly vowed", "Described as “…” by Roe, Kelly"
        behind += (frame.words[behind] == "as") + 1
        if not frame.bits[behind - 1] & QUOTE:
            return False
    return behind < len(frame.words) and frame.words[behind] in frame.lexicon.agent_prepositions


def _has_namer(frame: Frame, cue: int, at: int) -> bool:
    """Whether a naming verb has a subject: "what he called “…”", "a plan that Kelly called “…”", "a figure Kelly …"."""
    near = [word.lower() for word in frame.words[max(0, cue - _CLAUSE_REACH) : cue - 1]]
    if "what" in near or "that" in near or "which" in near:
        return True
    ended = at + 1 >= len(frame.words) or frame.bits[at + 1] & SIGN
    named = phrase_before(frame, cue - 1) if ended and frame.bits[cue - 1] & CAPITAL else None
    return named is not None and named[0] > 0 and not frame.bits[named[0] - 1] & (PREPOSITION | SIGN)


def _agent(frame: Frame, cue: int, at: int) -> Phrase | None:
    """Return the agent of a passive: "was described by Kelly as “…”", "was called “…” by Kelly"."""
    for by in (*range(cue + 1, min(at, cue + _AGENT_REACH)), at + 1):
        if by < len(frame.words) and frame.words[by] in frame.lexicon.agent_prepositions:
            limit = at if by < at else len(frame.words)
            if cue == 0 or frame.bits[0] & PAST:  # the main clause begins behind the comma
                limit = next((n for n in range(by + 1, limit) if frame.words[n] == ","), limit)
            return phrase_after(frame, by + 1, limit)
    return None


def _later_in_sentence(frame: Frame, at: int) -> Attribution | None:
    """Read an attribution later in the sentence: The “…” should be built farther south, Kelly said."""
    right = len(frame.words)
    for cue in frame.cues[bisect_right(frame.cues, at) :]:
        bits = frame.bits[cue]
        found = _according(frame, cue, right, "late") if bits & ACCORDING else None
        if found is None and frame.words[cue] in frame.lexicon.own_words:
            found = _in_words_of(frame, cue, right)
        if found is not None:
            return found
        if bits & SPEECH and bits & FINITE and not is_passive(frame, cue) and agrees(frame, cue):
            source = _source_after_comma(frame, cue, at, right)
            last = cue_end(frame, cue)
            if source is not None and last is not None:
                return Attribution(source, (cue, last), "late")
    return None


def _source_after_comma(frame: Frame, cue: int, at: int, right: int) -> Phrase | None:
    """Return the source of a cue after a comma: ", Kelly said" or ", said Kelly"."""
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


def _weak_attribution(frame: Frame, at: int) -> Attribution | None:
    """Read a weak verb, a noun of speech without an owner, or a speaker label before a colon."""
    for cue in _cues_before(frame, at):
        bits = frame.bits[cue]
        found = _cue_before(frame, cue, at) if bits & WEAK else None
        reach = _CLAUSE_REACH if frame.words[at - 1] == ":" else _NOUN_REACH
        if found is None and bits & SPEECH_NOUN and at - cue < reach:
            source = (
                governing_subject(frame, cue)
                if frame.words[cue - 1] not in frame.lexicon.greeting_prepositions
                else None
            )
            # "Tough talk of “…”": the words right before the noun belong to its own phrase, they are no subject.
            found = Attribution(source, (cue, cue), "noun") if source and source[1] < cue - 1 else None
        if found is not None:
            return found
    unlisted = _unlisted_before(frame, at)
    if unlisted is not None:
        return unlisted
    if at > 1 and frame.words[at - 1] == ":":
        return _speaker_label(frame, at)
    return _signature(frame, at) or _predicate_noun(frame, at)


def _uttered_from(frame: Frame, at: int) -> Attribution | None:
    """Read who utters a noun of speech: "left to cries of “…” from protesters"."""
    noun = at - 2
    if noun < 0 or frame.words[at - 1] not in frame.lexicon.part_joints or not frame.bits[noun] & SPEECH_NOUN:
        return None
    if at + 2 >= len(frame.words) or frame.words[at + 1] not in frame.lexicon.author_joints:
        return None
    source = phrase_after(frame, at + 2, len(frame.words))
    return Attribution(source, (noun, noun), "noun") if source and can_speak(frame, source) else None


def _unlisted_before(frame: Frame, at: int) -> Attribution | None:
    """Read a past verb of no list right before a pause and a quotation: "Kelly turned and whooped, “…”"."""
    verb = at - 2
    if verb < 1 or frame.words[at - 1] not in {",", ":"} or not frame.words[verb].endswith("ed"):
        return None
    if frame.bits[verb] & ~OTHER_VERB or frame.bits[verb - 1] & (DETERMINER | PREPOSITION | PASSIVE):
        return None
    joined = frame.words[verb - 1] in frame.lexicon.verb_joints
    source = governing_subject(frame, verb) if joined else subject_before(frame, verb)
    return Attribution(source, (verb, verb), "before") if source and can_speak(frame, source) else None


def _signature(frame: Frame, at: int) -> Attribution | None:
    """Read a signature at the end of the sentence: "…" — Ann Roe."""
    right = len(frame.words)
    if at + 2 >= right or frame.words[at + 1] not in _DASHES or not frame.bits[at + 2] & CAPITAL:
        return None
    source = phrase_after(frame, at + 2, right)
    ended = source is not None and (source[1] + 1 >= right or frame.words[source[1] + 1] in {",", "("})
    verbs = any(cue > at and frame.bits[cue] & VERB for cue in frame.cues)
    return Attribution(source, None, "after") if source and ended and not verbs else None


def _predicate_noun(frame: Frame, at: int) -> Attribution | None:
    """Read a noun of speech as the predicate: "…" was Kelly's only comment."""
    if at + 2 >= len(frame.words) or frame.words[at + 1] not in frame.lexicon.copulas:
        return None
    nouns = (cue for cue in frame.cues if at + 2 < cue <= at + _CLAUSE_REACH and frame.bits[cue] & SPEECH_NOUN)
    return next((found for noun in nouns if (found := _owner(frame, noun))), None)


def _in_words_of(frame: Frame, noun: int, limit: int) -> Attribution | None:
    """Read "in Kelly's words" and "in the words of one adviser"."""
    begin, phrase = noun - 1, None
    words, lexicon = frame.words, frame.lexicon
    if noun + 2 < limit and words[noun + 1] in lexicon.part_joints and words[begin] in lexicon.definite_articles:
        phrase = phrase_after(frame, noun + 2, limit)
    elif begin > 0 and frame.bits[begin] & POSSESSIVE:
        phrase = phrase_before(frame, begin) or (begin, begin)
        begin = phrase[0]
    led = phrase is not None and begin > 0 and frame.low(begin - 1) in lexicon.words_prepositions
    return Attribution(phrase, (noun, noun), "noun") if phrase and led else None


def _speaker_label(frame: Frame, at: int) -> Attribution | None:
    """Read a speaker label: Kelly: “…”; Kelly on Roe: “…”; also right after another quotation."""
    first = next((n + 1 for n in range(at - 1, -1, -1) if frame.bits[n] & QUOTE), 0)
    if not frame.bits[first] & CAPITAL:
        return None
    last = skip_adjuncts(frame, at - 2, first)
    source = phrase_before(frame, last, first) if last >= first else None
    if source is None or source[0] != first:
        source = phrase_after(frame, first, at)
        if source is None or frame.words[source[1] + 1] not in frame.lexicon.label_joints:
            return None
    return Attribution(source, None, "before")


def clause_subject(frame: Frame, at: int) -> Phrase | None:
    """Return the main subject of a sentence, looked for before token `at` (anywhere when `at` is 0)."""
    return main_subject(frame, at or len(frame.words))


def is_standalone(frame: Frame) -> bool:
    """Whether a sentence is only quotations, or quotations and a time: "A minute later: “…”"."""
    if frame.standalone is None:
        frame.standalone = _is_only_quotations(frame)
    return frame.standalone


def _is_only_quotations(frame: Frame) -> bool:
    if frame.words[-1] != QUOTED or len(frame.words) > _CLAUSE_REACH:
        return all(bits & (QUOTE | MARK) for bits in frame.bits)
    glue = frame.lexicon.time_glue
    return all(bits & _TIMING or frame.low(at) in glue for at, bits in enumerate(frame.bits))


def narrative_attribution(frame: Frame) -> Attribution | None:
    """Return the attribution by the first cue of speech in a sentence without quotations; None when it has none."""
    for cue in frame.cues:
        bits = frame.bits[cue]
        if bits & ACCORDING:
            found = _according(frame, cue, len(frame.words), "late")
            if found is not None:
                return found
        if cue and bits & SPEECH and bits & (PAST | PRESENT) and not is_passive(frame, cue):
            last = cue_end(frame, cue)
            source = parenthetical_subject(frame, cue, len(frame.words)) or subject_before(frame, cue)
            if last is not None and source is not None:
                return Attribution(source, (cue, last), "late")
    return None


def _after_from(frame: Frame) -> int | None:
    """Return where the name begins in a heading: "And from Ann Roe:", "From the desk of Ann Roe:"; None in others."""
    at = next((n for n, bits in enumerate(frame.bits) if not bits & (CONJUNCTION | ADVERB | MARK)), len(frame.words))
    lexicon = frame.lexicon
    if at + 2 >= len(frame.words) or frame.low(at) not in lexicon.author_joints:
        return None
    desk = frame.words[at + 1] in lexicon.definite_articles and not lexicon.part_joints.isdisjoint(
        frame.words[at + 3 : at + 4]
    )
    at += 4 if desk and not frame.bits[at + 2] & NOUN else 1
    return at if at < len(frame.words) and frame.bits[at] & CAPITAL else None


def heading_author(frame: Frame, end: int) -> Attribution | None:
    """Return the author in a heading without a stop: "Statement by Mayor Ann Roe"; None for any other sentence."""
    if not frame.text[end - 1].isalnum():
        return None
    by = next((n for n in range(1, len(frame.words) - 1) if frame.low(n) in frame.lexicon.author_joints), 0)
    if not by or not frame.bits[by - 1] & (PAPER | SPEECH_NOUN):
        return None
    source = phrase_after(frame, by + 1, len(frame.words))
    return Attribution(source, None, "late") if source and frame.bits[source[1]] & CAPITAL else None


def introduction(frame: Frame) -> Attribution | None:
    """Return the attribution by a sentence that ends in a colon: "Kelly replied:", "Below is a statement by Kelly:"."""
    end = len(frame.words)
    found = _before(frame, end)
    if found is not None:
        return found
    at = _after_from(frame)
    if at is None:
        at = next(
            (
                n + 1
                for n in range(end - 2, 0, -1)
                if frame.words[n] in frame.lexicon.author_joints and frame.bits[n - 1] & PAPER
            ),
            None,
        )
    if at is None:
        at = end - 1
        while at > 0 and not (frame.bits[at - 1] & (SIGN | SUBORDINATOR) and at < end - 1):
            at -= 1
    source = phrase_after(frame, at, end)
    if source is None or not frame.bits[source[0]] & (CAPITAL | PRONOUN | ROLE | DETERMINER | GROUP):
        return None
    # "Most notably its old arm:": a determiner alone names nobody.
    lone = source[0] == source[1] and frame.bits[source[0]] & DETERMINER and not frame.bits[source[0]] & PRONOUN
    return None if lone else _of_headline(frame, Attribution(source, None, "late"))
