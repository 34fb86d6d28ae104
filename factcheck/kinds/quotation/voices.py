"""Say who speaks words of a document that stand outside quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import final

from factcheck.kinds.quotation.authors import Authors, authors_of
from factcheck.kinds.quotation.cues import narrative_attribution
from factcheck.kinds.quotation.frames import narrative
from factcheck.kinds.quotation.lexicon import GIVEN, lexicon
from factcheck.kinds.quotation.quote_words import whole_words
from factcheck.kinds.quotation.speakers import names_a_person, same_person
from factcheck.kinds.quotation.turns import Label, Turn, stage_directions, turns_of
from factcheck.model import Document, Quotation
from factcheck.records import record
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset, alternation
from factcheck.text.folding import fold, words

_OFFICE = 2  # words of an office that no list has; a single one is a given name
_SHORT_ACCOUNT = 4  # letters of a surname that stands in the name of an account by chance
_OPENING, _CLOSING = ("“", "„", "«"), ("”", "»")
_QUESTIONS = regex(r"\?[*_”\"]*[ \t]*(?=\n|$)")  # paragraphs that end in one are those of an interview without labels
_ASKED = 2  # of them
_STRAY = 1  # words of the first person that a report has: "we were told"
_QUOTED_STORY = 2  # quotations with a speaker in a report


@record
class Voice:
    """Whose the words of a passage are.

    `speaker` is None where nothing names the one who speaks. `is_prose` says that they are the words of a report, or of
    somebody who is not the one to whom the draft gives them: they confirm no quotation of that person. `is_doubtful`
    says that nothing shows whose they are: they confirm a quotation and refute none.
    """

    speaker: str | None
    is_prose: bool = False
    is_doubtful: bool = False


@final
class Voices:
    """The voices of one document, read once."""

    def __init__(self, document: Document, quotations: Sequence[Quotation], ruleset: Ruleset) -> None:
        """Read the turns of a document and its authors; `quotations` are those between its quotation marks."""
        text = document.text
        found = turns_of(text, ruleset)
        self._text = text
        self._ruleset = ruleset
        self._words = lexicon(ruleset)
        self._turns: list[Turn] = found.turns
        self._starts = [turn.start for turn in found.turns]
        self._unspoken = found.unspoken
        self._authors: Authors = authors_of(text, document.title, document.body, ruleset, document.author)
        told = sum(bool(each.speaker and each.cue) for each in quotations)
        self._tells = told > 0
        opens = bool(self._turns) and not text[document.body : self._turns[0].start].count("\n")
        self._is_writers = bool(self._authors.writer) and not self._tells and self._speaks_of_itself()
        self.is_record = (
            self._authors.is_record or self._is_writers or opens or sum(turn.is_sure for turn in self._turns) > 1
        )
        self.is_report = not self.is_record and (self._authors.is_report or told >= _QUOTED_STORY)

    def span_around(self, offset: int) -> tuple[int, int]:
        """The turn or the block in which an offset lies; the whole text where it lies in none."""
        turn = self._turn_at(offset)
        if turn is not None:
            return turn.start, turn.end
        number = bisect_right(self._starts, offset)
        since = self._turns[number - 1].end if number else 0
        first = self._starts[number] if number < len(self._starts) else len(self._text)
        for block in self._authors.blocks:
            if block.start <= offset < block.end:
                return max(block.start, since), min(block.end, first)
        return since, first

    def spoken(self, start: int, end: int) -> str:
        """The words of a span on one line, without the labels, time codes and remarks that nobody speaks."""
        text = self._text[:end]
        remarks = [(start + first, start + last) for first, last in stage_directions(text[start:], self._ruleset)]
        pieces, at = [], start
        for first, last in sorted((*self._unspoken, *remarks)):
            if last > at and first < end:
                pieces.append(text[at : max(at, first)])
                at = max(at, last)
        pieces.append(text[at:])
        return " ".join(whole_words(" ".join(pieces)).split())

    def is_cut(self, start: int, end: int) -> bool:
        """Whether a time code or the number of a line, which nobody speaks, stands in a span or at its end."""
        number = bisect_left(self._unspoken, (start, start))
        pieces = (self._text[slice(*each)] for each in self._unspoken[number:] if each[0] <= end)
        return any(char.isdigit() for piece in pieces for char in piece)

    def voice(self, start: int, end: int, asked: Quotation, context: str) -> Voice:
        """Whose the words of a span are; `asked` is the draft's quotation, `context` the draft's sentence around it."""
        turn = self._turn_at(start)
        if turn is not None:
            return self._of_turn(turn, asked)
        for block in self._authors.blocks:
            if block.start <= start < block.end:
                return Voice(block.speaker)
        authors = self._authors
        section = authors.section(start)
        if section.speaker and start >= section.start:
            return Voice(section.speaker)
        own = next((name for name in authors.bylines if self._is(name, asked)), None)
        if own is not None:
            return Voice(own)
        if self._is_writers and self._is_writer_speaking(start, end):
            return Voice(None, names_a_person(asked, self._ruleset))  # the "I" of a piece is its writer
        return Voice(None, self._is_prose(start, end, asked, context), is_doubtful=not self.is_record)

    def _turn_at(self, offset: int) -> Turn | None:
        number = bisect_right(self._starts, offset) - 1
        return self._turns[number] if number >= 0 and offset < self._turns[number].end else None

    def _of_turn(self, turn: Turn, asked: Quotation) -> Voice:
        """Whose a turn is: of the name in its label, or of the one whom the heading names as answering."""
        if turn.label is Label.NAME:
            if self._has_surname(turn.speaker, asked):
                return Voice(asked.speaker)
            if turn.is_sure or self._is(turn.speaker, asked) or self._labels(turn.speaker) > 1:
                return Voice(turn.speaker)
            return Voice(None, names_a_person(asked, self._ruleset))
        if turn.label is Label.HANDLE:
            return self._of_account(turn.speaker, asked)
        section = self._authors.section(turn.start)
        if turn.label is Label.ANSWERS and section.answering:
            return Voice(section.answering)
        if turn.label is Label.ASKS and section.asking:
            return Voice(section.asking)
        if turn.label is Label.ROLE and self._holds_office(turn.speaker):
            return Voice(self._authors.speaker)
        others = [each.speaker for each in self._turns if each.label is Label.NAME]
        others.append({Label.ASKS: section.answering, Label.ANSWERS: section.asking}.get(turn.label, ""))
        is_another = any(self._is(name, asked) for name in others if name)
        return Voice(None, is_another)

    def _has_surname(self, label: str, asked: Quotation) -> bool:
        """Whether a label of an office and a surname is the draft's speaker's: "HARBOUR MASTER SOLHEIM"."""
        *office, surname = words(label) or [""]
        named = words(asked.speaker or "")
        given = any(self._words.bits.get(word, 0) & GIVEN for word in office)
        return len(office) >= _OFFICE and not given and named[-1:] == [surname]

    def _of_account(self, account: str, asked: Quotation) -> Voice:
        """Whose a post is: of the draft's speaker where the account has the surname in it."""
        surname = fold((asked.speaker or "").rpartition(" ")[2])
        others = {each.speaker for each in self._turns if each.label is Label.NAME and each.speaker}
        accounts = {each.speaker for each in self._turns if each.label is Label.HANDLE} - {account}
        if len(surname) >= _SHORT_ACCOUNT and surname in fold(account):
            return Voice(asked.speaker)
        has_another = len(surname) >= _SHORT_ACCOUNT and any(surname in fold(each) for each in accounts)
        return Voice(None, has_another or any(self._is(name, asked) for name in others))

    def _labels(self, speaker: str) -> int:
        return sum(each.speaker == speaker for each in self._turns)

    def _holds_office(self, office: str) -> bool:
        """Whether the one whom the heading names has the office of a label: "THE MAYOR", "Remarks by Mayor Holt"."""
        return bool(self._authors.speaker) and set(words(office)[-1:]) <= set(words(self._authors.speaker))

    def _is(self, name: str, asked: Quotation) -> bool:
        return bool(asked.speaker) and same_person(name, asked.speaker or "", self._words)

    def _is_prose(self, start: int, end: int, asked: Quotation, context: str) -> bool:
        """Whether words that nobody is named for are a report's, and not those of the one who speaks in the draft.

        A report has no "we" of its own: where it has one it quotes, without marks or with a mark that nothing closes.
        """
        if self._is_attributed(start, end):
            return True
        if self._is_open(start) or self._has_first_person(start, end):
            return False
        if self.is_report:
            return True
        if not names_a_person(asked, self._ruleset):
            return False
        nouns = regex(rf"\b(?:{alternation(self._ruleset.words('quote_record_noun'))})\b")
        return self._tells or nouns.search(fold(context)) is None

    def _is_attributed(self, start: int, end: int) -> bool:
        """Whether a passage says itself who but "I" or "we" said it: "the council had no money, she said"."""
        passage = self.spoken(start, end)
        frame = narrative(passage, 0, len(passage), self._words)
        found = narrative_attribution(frame)
        return found is not None and frame.low(found.source[0]) not in self._ruleset.words("quote_first_person")

    def _has_first_person(self, start: int, end: int) -> bool:
        first_person = self._ruleset.words("quote_first_person").keys()
        return not first_person.isdisjoint(words(self.spoken(start, end)))

    def _speaks_of_itself(self) -> bool:
        """Whether a text has more than a stray "I" or "we", and is no interview without labels."""
        first_person = self._ruleset.words("quote_first_person")
        own = sum(word in first_person for word in words(self._text))
        return own > _STRAY and len(_QUESTIONS.findall(self._text)) < _ASKED

    def _is_writer_speaking(self, start: int, end: int) -> bool:
        """Whether a passage has an "I" or a "we" that is nobody's whom the writer quotes."""
        is_own = self._has_first_person(start, end) and not self._is_attributed(start, end)
        return is_own and not self._is_open(start)

    def _is_open(self, offset: int) -> bool:
        """Whether a quotation mark opens before an offset, in its line, and nothing closes it there."""
        before = self._text[self._text.rfind("\n", 0, offset) + 1 : offset]
        opened = max(map(before.rfind, _OPENING))
        return opened > max(map(before.rfind, _CLOSING)) or before.count('"') % 2 == 1
