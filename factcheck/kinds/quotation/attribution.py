"""Attribute each quotation of a document to a speaker and a cue."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from factcheck.kinds.quotation.credit_lines import (
    CREDIT_MARKS,
    begins_with_name,
    credit_line,
    is_near_below,
    pointing_back,
    points_back,
)
from factcheck.kinds.quotation.cues import (
    Attribution,
    attribution,
    clause_subject,
    heading_author,
    introduction,
    is_standalone,
    narrative_attribution,
)
from factcheck.kinds.quotation.frames import Frame, Sentences, frames
from factcheck.kinds.quotation.lexicon import CAPITAL, MARK, NOUN, PASSIVE, SPEECH, lexicon
from factcheck.kinds.quotation.names import People
from factcheck.kinds.quotation.parts import Part
from factcheck.kinds.quotation.phrases import Phrase, head_end
from factcheck.kinds.quotation.resolving import Reading, ResolvedAttribution, addressee, people_in, resolve, subjects
from factcheck.kinds.quotation.roles import role_of
from factcheck.kinds.quotation.sources import read_source
from factcheck.kinds.quotation.verbs import is_passive
from factcheck.model import Document, Quotation, Sentence
from factcheck.ruleset import Ruleset

_NESTED: Final = frozenset("\"'”’»")  # closing marks that may end the quoted words themselves
# Sentences by which an unclosed quotation may precede the one that re-opens it; farther marks are unrelated.
_MOST_BETWEEN: Final = 4
# Words of the shortest quotation attributed to the subject of its sentence without a cue; shorter ones are mostly
# borrowed words that the subject did not speak.
_LEAST_WORDS: Final = 4
_TURNS: Final = 3  # quotations before one that show whose turn it is
_BULLETS: Final = " \t-–—*•"
_OPENING_MARKS: Final = ('"', "“", "«", "„", "'", "‘")
_LONGEST_CREDIT: Final = 140  # characters of a line that credits a quotation; longer ones are paragraphs


def quotations(
    document: Document, sentences: Sequence[Sentence], parts: Sequence[Part], ruleset: Ruleset
) -> list[Quotation]:
    """Return the `Quotation` of each part, in the order of the parts."""
    if not parts:
        return []
    words, text = lexicon(ruleset), document.text
    spans = Sentences(text, sentences, [sentence.start for sentence in sentences])
    reading = Reading(spans, parts, words, People(text, words, {}), [], {}, {})
    roles: list[str] = []
    for frame in frames(spans, parts, words):
        for at, index in frame.quotes:
            part = parts[index]
            found = attribution(frame, at, _ending(text, part))
            resolved = _line_above(reading, part) if found is None or found.cue is None else None
            if resolved is None:
                resolved = _resolved(reading, frame, found, at) if found else _without_cue(reading, frame, at, index)
            role = role_of(frame, part, at, resolved.how)
            roles.append(role)
            reading.attributions.append(resolved if role == "quotation" else ResolvedAttribution())
    attributions = reading.attributions
    if any(part.follows is not None for part in parts):
        attributions = _with_chains_filled(parts, attributions)
    return [
        Quotation(text[part.start : part.end], resolved.speaker, resolved.cue, role, resolved.named)
        for part, resolved, role in zip(parts, attributions, roles, strict=True)
    ]


def _ending(text: str, part: Part) -> str:
    """Return the last character of the quoted words, closing nested marks aside; empty when there is none."""
    end = part.end
    while end > part.start and text[end - 1] in _NESTED:
        end -= 1
    return text[end - 1] if end > part.start else ""


def _resolved(reading: Reading, frame: Frame, found: Attribution, at: int) -> ResolvedAttribution:
    """Resolve the attribution that was read beside a quotation at a token."""
    source = read_source(frame, found.source)
    cue = frame.spelt(*found.cue) if found.cue else None
    behind = bool(frame.quotes) and found.how in {"after", "late"} and ":" not in frame.words[:at]
    return ResolvedAttribution(resolve(reading, source, behind=behind), source.text, cue, found.how)


def _without_cue(reading: Reading, frame: Frame, at: int, index: int) -> ResolvedAttribution:
    """Attribute a quotation that has no cue of its own.

    In order: the speaker of the part that it continues, the preceding sentences if it stands alone, the subject of
    its own sentence. Empty when none applies.
    """
    part = reading.parts[index]
    if is_standalone(frame):
        credited = _credited(reading, part)
        if credited is not None:
            return credited
    if part.follows is not None and index:
        return _inherited(reading.attributions[-1].speaker)
    if is_standalone(frame):
        return _standalone(reading, index)
    continued = _continued(reading, frame, at, index)
    if continued is not None:
        return continued
    spoken = [cue for cue in frame.cues if cue < at and frame.bits[cue] & SPEECH]
    if any(is_passive(frame, cue) for cue in spoken):
        return ResolvedAttribution()  # "Kelly was asked whether it was “…”"
    subject = clause_subject(frame, at)
    if subject is None or reading.text.count(" ", part.start, part.end) + 1 < _LEAST_WORDS:
        return ResolvedAttribution()
    source = read_source(frame, subject)
    thing = source.kind == "other" and not frame.bits[head_end(frame, *subject)] & (NOUN | CAPITAL)
    if not spoken and (thing or frame.bits[at - 1] & PASSIVE):
        return ResolvedAttribution()  # the subject is described, it does not speak: "the plan was “a gift to us all”"
    return ResolvedAttribution(resolve(reading, source), named="", how="subject")


def _credited(reading: Reading, part: Part) -> ResolvedAttribution | None:
    """Attribute a quotation to whom the line or the sentence below it credits; None when that names nobody."""
    text, index = reading.text, reading.sentences.at(part.closes - 1)
    spans = reading.sentences.spans
    if spans[index].end <= part.closes:
        index += 1
    if index >= len(spans):
        return None
    below = spans[index]
    start = max(below.start, part.closes)
    gap = text[part.closes : start]
    if not is_near_below(gap):
        return None
    if "\n" not in gap and text[start] not in CREDIT_MARKS:
        line = reading.narrative(below.start, below.end) if points_back(text, start, reading.words) else None
        source = pointing_back(line, reading.words) if line is not None else None
    else:
        line, source = _line_below(reading, part, start, below.end)
    if line is None or source is None:
        return None
    named = read_source(line, source)
    speaker = resolve(reading, named) if named.kind != "pronoun" else None
    return ResolvedAttribution(speaker, named.text, how="after") if speaker else None


def _line_above(reading: Reading, part: Part) -> ResolvedAttribution | None:
    """Attribute a quotation to the name that heads the lines of quotations among which it stands, as in notes."""
    text, start = reading.text, reading.text.rfind("\n", 0, part.opens) + 1
    end = start - 1
    if end <= 0 or text[start : part.opens].strip(_BULLETS) or not _ends_line(text, part.closes):
        return None
    start = text.rfind("\n", 0, end) + 1
    while start and text[start:end].lstrip(_BULLETS)[:1] in _OPENING_MARKS:
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
    if text[max(0, start - 2) : start] not in {"", "\n\n"} or not _may_head(text, start, end):
        return None
    line = reading.narrative(start, end)
    source = credit_line(line)
    named = read_source(line, source) if source is not None else None
    speaker = resolve(reading, named) if named is not None and named.kind == "name" else None
    return ResolvedAttribution(speaker, named.text, how="before") if named and speaker else None


def _ends_line(text: str, at: int) -> bool:
    end = text.find("\n", at)
    return not text[at : len(text) if end < 0 else end].strip(" .,")


def _may_head(text: str, start: int, end: int) -> bool:
    """Whether a line may be a name with what it says of them; cheaper than to read the line."""
    return 0 < end - start <= _LONGEST_CREDIT and text[end - 1] not in ".!?:" and begins_with_name(text, start, end)


def _line_below(reading: Reading, part: Part, start: int, stop: int) -> tuple[Frame | None, Phrase | None]:
    """Return the line that begins at an offset with whom it credits; `stop` is where its first sentence ends."""
    text = reading.text
    line_end = text.find("\n", start)
    end = line_end if line_end >= 0 else len(text)
    own_line = text[start] not in CREDIT_MARKS
    if end - start > _LONGEST_CREDIT or text[stop:end].strip():
        return None, None
    if own_line and (
        text[text.rfind("\n", 0, part.opens) + 1 : part.opens].strip() or not begins_with_name(text, start, end)
    ):
        return None, None
    line = reading.narrative(start, end)
    return line, credit_line(line)


def _inherited(speaker: str | None) -> ResolvedAttribution:
    """Return an attribution inherited from the context; empty without a speaker."""
    return ResolvedAttribution(speaker, named="", how="carried") if speaker else ResolvedAttribution()


def _standalone(reading: Reading, index: int) -> ResolvedAttribution:
    """Attribute a quotation that is a sentence of its own to the speaker or subject of the sentence before it."""
    spans, part = reading.sentences.spans, reading.parts[index]
    here = reading.sentences.at(part.opens)
    quoted = reading.text[part.start : part.end]
    if quoted[-1].isalnum() and len(quoted.split()) <= reading.words.scare_words:
        return ResolvedAttribution()  # a heading
    if here == 0 or spans[here - 1].article != spans[here].article:
        return ResolvedAttribution()
    before = spans[here - 1]
    told = addressee(reading, index - 1, "") if index and _answers_previous(reading, index) else None
    told = told or _next_in_turn(reading, index)
    if told is not None:
        return _inherited(told)
    last = _last_speaker(reading, index, before.start)
    if last is not None:
        return _inherited(last)
    if index and _reopens_previous(reading, index, here):
        return _inherited(reading.attributions[-1].speaker)
    frame = reading.narrative(before.start, before.end)
    introduced = reading.text[before.end - 1] in ":,"
    found = introduction(frame) if introduced else heading_author(frame, before.end) or narrative_attribution(frame)
    if found is not None:
        resolved = _resolved(reading, frame, found, 0)
        return resolved if introduced else _inherited(resolved.speaker)
    _, sources = subjects(reading, before, before.end)
    if sources and sources[0].kind == "pronoun":
        return _inherited(resolve(reading, sources[0]))  # She smiled.
    return _inherited(people_in(reading, before, "")[0])


def _continued(reading: Reading, frame: Frame, at: int, index: int) -> ResolvedAttribution | None:
    """Attribute a quotation that opens a sentence of other words to the speaker of the sentence before it.

    “The goal is peace” and an end to the siege. The words begin as a sentence does; borrowed words and titles do not.
    """
    part, spans = reading.parts[index], reading.sentences.spans
    words = reading.text[part.start : part.end].split()
    if len(words) < _LEAST_WORDS or not any(word.islower() for word in words[1:]):
        return None
    first = next((token for token, bits in enumerate(frame.bits) if not bits & MARK), at)
    if first != at:
        joined = frame.quotes and frame.quotes[0][0] == first and reading.attributions[-1].how == "carried"
        return _inherited(reading.attributions[-1].speaker) if joined else None
    here = reading.sentences.at(part.opens)
    if not words[0][0].isupper() or here == 0 or spans[here - 1].article != spans[here].article:
        return None
    last = _last_speaker(reading, index, spans[here - 1].start)
    return _inherited(last) if last else None


def _reopens_previous(reading: Reading, index: int, here: int) -> bool:
    """Whether a quotation re-opens the previous one, which no mark closed.

    Some copy breaks the line after each sentence and opens each line with a mark.
    """
    last = reading.parts[index - 1]
    if last.closes != last.end or here - reading.sentences.at(last.opens) > _MOST_BETWEEN:
        return False
    between = reading.text[last.end : reading.parts[index].opens]
    return "\n\n" not in between and not between.split("\n", 1)[0].strip()


def _answers_previous(reading: Reading, index: int) -> bool:
    """Whether a quotation in a paragraph of its own may answer the one before it: “Why?” Kelly asked Roe. ¶ “It was
    late.” It may also go on with what Kelly said.
    """
    text, last = reading.text, reading.parts[index - 1]
    asked = text[last.end - 1] == "?" and reading.attributions[index - 1].cue in reading.words.asking_verbs
    return (
        asked and "\n" in text[last.closes : reading.parts[index].opens] and text[reading.parts[index].end - 1] != "?"
    )


def _next_in_turn(reading: Reading, index: int) -> str | None:
    """Return whose turn it is where two people ask and answer in paragraphs of their own; None in any other place."""
    if index < _TURNS - 1:
        return None
    text, first = reading.text, max(0, index - _TURNS)
    parts, speakers = reading.parts[first : index + 1], [each.speaker for each in reading.attributions[first:index]]
    asks = [text[part.end - 1] == "?" for part in parts]
    apart = all("\n" in text[a.closes : b.opens] for a, b in pairwise(parts[-3:]))
    if not apart or not speakers[-1] or not speakers[-2] or speakers[-1] == speakers[-2] or asks[-3] == asks[-2]:
        return None
    if asks[-1]:
        return speakers[-2] if asks[-3] else None  # asks again
    known = len(speakers) == _TURNS and asks[-4] and not asks[-3] and speakers[-3] == speakers[-1]
    return speakers[-2] if known else None  # answers again


def _last_speaker(reading: Reading, index: int, since: int) -> str | None:
    """Return the speaker of the last quotation that ends after offset `since`; None when there is none."""
    last: str | None = None
    for before in range(index - 1, -1, -1):
        attribution, closes = reading.attributions[before], reading.parts[before].closes
        # “Why?” ¶ Kelly asked. ¶ “…”: the sentence before is the attribution of the one before that.
        if closes <= since and (attribution.how != "after" or reading.text[closes:since].strip()):
            break
        if attribution.speaker and attribution.how == "after":
            return attribution.speaker  # the main clause, whatever its asides quote
        last = last or attribution.speaker
    return last


def _with_chains_filled(parts: Sequence[Part], attributions: list[ResolvedAttribution]) -> list[ResolvedAttribution]:
    """Return the attributions, a cue in a later paragraph of a quotation applied to its earlier paragraphs."""
    whole = list(attributions)
    for index in range(len(parts) - 1, 0, -1):
        linked = parts[index].follows == parts[index - 1].start
        own = whole[index].cue is not None or whole[index].how == "chain"
        if linked and own and whole[index - 1].how in {"", "carried"}:
            whole[index - 1] = ResolvedAttribution(whole[index].speaker, named="", how="chain")
    return whole
