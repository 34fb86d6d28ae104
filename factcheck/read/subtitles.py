"""Read subtitles (SubRip and WebVTT): cues joined into running text, with the time of each as its place.

A change of speaker and a pause between sentences begin a paragraph; a speaker's label begins it, as in a transcript.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import BinaryIO

from msgspec import Struct

from factcheck.errors import InputError
from factcheck.model import Document
from factcheck.read.blocks import Block, Contents, document
from factcheck.read.decoding import decode
from factcheck.regex_cache import regex

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = regex(rf"\s*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
_LINE = regex(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_TAG = regex(r"</?(?:[a-zA-Z][^<>]*|\d[\d:.]*)?>|\{\\[^{}]*\}|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|[\u200b\u200e\u200f\ufeff]")
_VOICE = regex(r"<v(?:\.[^\s>]*)?\s+([^<>]+)>")
_TURN = regex(r"\s*(?:>>+|[-–—])\s*(?=\S)")  # what marks another speaker where labels are missing
_LABEL = regex(r"(?:>>+\s*|[-–—]\s*)?(?:[A-Z][\w.'’&-]*\s){0,4}[A-Z][\w.'’&-]*(?:\s\([^()]*\))?:(?=\s|$)")
_ENDED = regex(r"[.!?…][\"'”’)\]]*$")
_PAUSE = 1.5  # seconds after the end of a sentence that begin a paragraph


class _Cue(Struct):
    begin: float
    end: float
    stamp: str
    lines: list[tuple[int, str]]  # offset in the file, line


def read(stream: BinaryIO, name: str) -> Iterator[Document]:
    """Yield the document of a subtitle file."""
    yield document(contents(stream.read(), name), name)


def contents(raw: bytes, name: str) -> Contents:
    """The paragraphs of a subtitle file; InputError if it has no cue."""
    text = decode(raw, name)
    cues = _cues(text)
    if not cues:
        raise InputError(f"{name}: no subtitles in it, that is, no line such as 00:00:01,000 --> 00:00:04,000; mend it")
    return Contents(_paragraphs(cues), raw=text)


def _cues(text: str) -> list[_Cue]:
    cues: list[_Cue] = []
    open_cue: _Cue | None = None
    for found in _LINE.finditer(text):
        line = found[0].rstrip("\r\n")
        timing = _TIMING.fullmatch(line) if "-->" in line else None
        if timing is not None:
            if open_cue is not None and open_cue.lines and open_cue.lines[-1][1].strip().isdigit():
                open_cue.lines.pop()  # the number of this cue, without a blank line before it
            open_cue = _Cue(_seconds(timing.groups()[:4]), _seconds(timing.groups()[4:]), _stamp(timing.groups()), [])
            cues.append(open_cue)
        elif not line.strip():
            open_cue = None if open_cue is None or open_cue.lines else open_cue
        elif open_cue is not None:
            open_cue.lines.append((found.start(), line))
    return [cue for cue in cues if cue.lines]


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = parts
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + int((rest or "0").ljust(3, "0")) / 1000


def _stamp(parts: tuple[str | None, ...]) -> str:
    return f"{int(parts[0] or 0):02}:{int(parts[1] or 0):02}:{parts[2]}"


class _Paragraph(Struct):
    """A paragraph while it is joined: its text, the steps to the file, the stamps of its cues."""

    text: str = ""
    steps: list[tuple[int, int]] = []
    places: list[tuple[int, str]] = []


def _paragraphs(cues: list[_Cue]) -> list[Block]:
    found: list[_Paragraph] = []
    speaker, end = "", 0.0
    previous: list[str] = []
    for cue in cues:
        shown = [(line, *_plain(line, at)) for at, line in cue.lines]
        texts = [text for _, text, _ in shown]
        for number, (line, text, steps) in enumerate(shown):
            # Captions that roll up repeat the last lines of the cue before.
            if not text or (number < len(previous) and texts[: number + 1] == previous[-number - 1 :]):
                continue
            voice = _VOICE.search(line)
            label = voice[1].strip() if voice is not None else ""
            is_turn = bool(_LABEL.match(text) or _TURN.match(text)) or label not in ("", speaker)
            is_pause = number == 0 and cue.begin - end >= _PAUSE and found and _ENDED.search(found[-1].text)
            if not found or is_turn or is_pause:
                found.append(_Paragraph())
                if label and (label != speaker or is_pause):
                    found[-1].text = f"{label}: "
            speaker = label or speaker
            _append(found[-1], text, steps, cue.stamp)
        previous, end = texts, cue.end
    return [
        Block(each.text.strip(), steps=tuple(each.steps), places=tuple(each.places))
        for each in found
        if each.text.strip()
    ]


def _append(paragraph: _Paragraph, text: str, steps: list[tuple[int, int]], stamp: str) -> None:
    turn = _TURN.match(text)
    cut = turn.end() if turn is not None and not paragraph.text else 0
    if paragraph.text and not paragraph.text[-1].isspace():
        paragraph.text += " "
    start = len(paragraph.text)
    before = max((index for index, step in enumerate(steps) if step[0] <= cut), default=0)
    first = (start, steps[before][1] + cut - steps[before][0])
    paragraph.steps += [first, *((start + at - cut, place) for at, place in steps[before + 1 :])]
    paragraph.places.append((start if paragraph.places else 0, stamp))
    paragraph.text += text[cut:]


def _plain(line: str, start: int) -> tuple[str, list[tuple[int, int]]]:
    """A line without tags and with its entities read, and the steps from it to the file."""
    parts: list[str] = []
    steps: list[tuple[int, int]] = []
    at = length = 0
    for tag in _TAG.finditer(line):
        if tag.start() > at:
            steps.append((length, start + at))
            parts.append(line[at : tag.start()])
            length += tag.start() - at
        if tag[0][0] == "&":
            steps.append((length, start + tag.start()))
            parts.append(unescape(tag[0]))
            length += len(parts[-1])
        at = tag.end()
    steps.append((length, start + at))
    text = "".join([*parts, line[at:]])
    lead = len(text) - len(text.lstrip())
    if lead:  # blanks before the text, within the first piece of it
        steps = [(max(0, offset - lead), place + max(0, lead - offset)) for offset, place in steps]
    return text.strip(), steps
