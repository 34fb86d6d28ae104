"""Suppress findings by directives in comments and sidecar files, and report directives that suppress nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factcheck.config.names import UNUSED_IGNORE
from factcheck.errors import ConfigError, InputError
from factcheck.gate.fingerprint import digest
from factcheck.model import Document, Finding, Report, Severity, Span, Suppression, blanked
from factcheck.regex_cache import regex
from factcheck.text.folding import fold

if TYPE_CHECKING:
    from factcheck.gate.blocks import Block
    from factcheck.gate.directive import Directive

    Located = tuple[Directive, Suppression, Span]

SIDECAR = ".factcheck-ignore"
EVERYWHERE: Block = (0, 1 << 62)
NOWHERE: Block = (0, 0)

_PAGES = (".html", ".htm", ".xhtml")
_UNSEEN = regex(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_NOT_BLANK = regex(r"\S")
_SIDECAR_LINE = regex(r"(?:(?!ignore\b)(?P<id>\S+)[ \t]+)?(?P<directive>\S.*)", re.IGNORECASE)


class Ignore(Struct, frozen=True):
    """A directive, its place, and the range of file offsets that it covers (`reach`), by name of finding ("": all).

    `document` is the id of the document it applies to; None for a sidecar line that applies to all documents of a file.
    """

    directive: Directive
    place: Suppression
    span: Span
    reach: tuple[tuple[str, Block], ...]
    document: str | None

    def names(self, finding: Finding, offset: int, text: str) -> Iterator[str]:
        """Yield the names of the directive that cover a finding at an offset of the file; `text` are its words."""
        if self.document not in (None, finding.document):
            return
        values = self.directive.values
        if values and not any(_contains(text, value) for value in values):
            return
        for name, (start, end) in self.reach:
            if finding.rule.startswith(name) and start <= offset < end:
                yield name


def suppressed(report: Report, rules: Sequence[str] = ()) -> Report:
    """The report with suppressions added to the findings covered, and a finding for each unused directive.

    `rules` are folders of rules that may define findings. Raises ConfigError for an invalid directive, InputError for a
    sidecar file that cannot be read.
    """
    beside = {
        path: tuple(_in_sidecar(path, rules)) for path in dict.fromkeys(draft.path for draft in report.drafts) if path
    }
    inside = {draft.id: tuple(_in_comments(draft, rules)) for draft in report.drafts}
    drafts = {draft.id: draft for draft in report.drafts}
    used: set[tuple[Suppression, str]] = set()
    findings = []
    for finding in report.findings:
        draft = drafts.get(finding.document)
        ignores = () if draft is None else (*inside[draft.id], *beside.get(draft.path or "", ()))
        findings.append(finding if draft is None else _with_suppression(finding, draft, ignores, used))
    for draft in report.drafts:
        findings.extend(_unused_finding(each, draft, used) for each in inside[draft.id] if _unused_names(each, used))
    findings.extend(_unused_finding(each, None, used) for each in _flat(beside.values()) if _unused_names(each, used))
    order = {document: number for number, document in enumerate(drafts)}
    findings.sort(key=lambda finding: (order.get(finding.document, len(order)), finding.document, finding.start))
    return replace(report, findings=tuple(findings))


def _flat(given: Iterable[Sequence[Ignore]]) -> Iterator[Ignore]:
    return (each for several in given for each in several)


def _with_suppression(
    finding: Finding, draft: Document, ignores: Sequence[Ignore], used: set[tuple[Suppression, str]]
) -> Finding:
    """The finding with the first suppression that covers it; all that do are added to `used`."""
    if not ignores:
        return finding
    places = draft.places
    lines = places.line_starts
    offset = lines[min(finding.line - places.first_line, len(lines) - 1)] + finding.column - 1
    text = draft.text[finding.start : finding.end]
    for ignore in ignores:
        for name in ignore.names(finding, offset, text):
            used.add((ignore.place, name))
            if finding.suppression is None:
                finding = replace(finding, suppression=ignore.place)
    return finding


def _contains(text: str, value: str) -> bool:
    """Whether a text contains a value as a whole word or figure: "48,300" does not contain "48"."""
    wanted = re.escape(" ".join(fold(value).split()))
    return re.search(rf"(?<![\w])(?<!\d[.,]){wanted}(?!\w|[.,]\d)", " ".join(fold(text).split())) is not None


def _unused_names(ignore: Ignore, used: set[tuple[Suppression, str]]) -> list[str]:
    """The names of a directive that suppress nothing; [""] for an unused directive without names."""
    return [name for name in dict.fromkeys(name for name, _ in ignore.reach) if (ignore.place, name) not in used]


def _unused_finding(ignore: Ignore, draft: Document | None, used: set[tuple[Suppression, str]]) -> Finding:
    """The finding that reports a directive, or some of its names, as unused."""
    unused = _unused_names(ignore, used)
    what = "silences nothing; remove it"
    if ignore.directive.verb == "on":
        what = "ends nothing: nothing was switched off before it"
    elif len(unused) < len(ignore.directive.names):
        what = f"silences no {' or '.join(unused)}; take that name out"
    place, span = ignore.place, ignore.span
    start, end = (span.start, span.end) if draft is None else _in_text(draft, span)
    return Finding(
        rule=UNUSED_IGNORE,
        severity=Severity.warning,
        message=f"“{ignore.directive}” {what}",
        document=place.path if draft is None else draft.id,
        start=start,
        end=end,
        line=place.line,
        column=place.column,
        fingerprint=digest((UNUSED_IGNORE, str(ignore.directive))),
        in_file=(span.start, span.end) if draft is not None and draft.places.is_rendered else None,
    )


def _in_text(draft: Document, span: Span) -> tuple[int, int]:
    """A span of the file as a span of the document's text; empty if the text does not contain it, as in HTML."""
    steps = draft.places.steps
    if not steps:
        return span.start, span.end
    offsets = [file for _, file in steps]
    number = max(0, bisect_right(offsets, span.start) - 1)
    at, file = steps[number]
    following = steps[number + 1][0] if number + 1 < len(steps) else len(draft.text)
    offset = min(at + max(0, span.start - file), following)
    return offset, offset


def _in_comments(draft: Document, rules: Sequence[str]) -> Iterator[Ignore]:
    """Yield the directives in the comments of a Markdown file or a web page."""
    raw, is_page = draft.places.raw, Path(draft.path or "").suffix.lower() in _PAGES
    comments = draft.places.comments
    if not comments and not is_page:
        return iter(())
    from factcheck.gate.blocks import html_block, markdown_block  # most drafts have no comments

    if not is_page:
        prose = blanked(raw, comments)
        found = _located(draft, raw, comments, rules)
        return _covering(draft, found, lambda span: markdown_block(prose, span.start, span.end))
    if "factcheck" not in raw.lower():
        return iter(())
    page = _UNSEEN.sub(lambda unseen: _NOT_BLANK.sub(" ", unseen[0]), raw)
    spans = [Span(*each.span()) for each in _UNSEEN.finditer(raw) if each[1] is None]
    return _covering(draft, _located(draft, raw, spans, rules), lambda span: html_block(page, span.start, span.end))


def _located(draft: Document, raw: str, spans: Iterable[Span], rules: Sequence[str]) -> list[Located]:
    """The directives among the comments at some spans, with their places."""
    from factcheck.gate.directive import in_comment

    found = []
    for span in spans:
        line, column = _place(draft, span.start)
        given = in_comment(raw[span.start : span.end], f"{draft.id}:{line}", rules)
        if given is not None:
            found.append((given, Suppression("inSource", given.reason, draft.id, line, column), span))
    return found


def _covering(draft: Document, found: Sequence[Located], block: Callable[[Span], Block]) -> Iterator[Ignore]:
    """Yield the directives with their reach: a block, everything up to `on`, or with a value the whole draft."""
    for number, (given, place, span) in enumerate(found):
        names = given.names or ("",)
        if given.verb == "off":
            later = [(each.names, at.start) for each, _, at in found[number + 1 :] if each.verb == "on"]
            reach = [(name, (span.end, _reenabled(name, later))) for name in names]
        elif given.verb == "on":
            earlier = [name for each, _, _ in found[:number] if each.verb == "off" for name in each.names or ("",)]
            ends = any(not given.names or name in given.names for name in earlier)
            reach = [] if ends else [("", NOWHERE)]
        else:
            reach = [(name, EVERYWHERE if given.values else block(span)) for name in names]
        yield Ignore(given, place, span, tuple(reach), draft.id)


def _reenabled(name: str, later: Sequence[tuple[tuple[str, ...], int]]) -> int:
    """The offset at which a later `on` re-enables a name; the end of the range of offsets if there is none."""
    return next((at for names, at in later if not names or name in names), EVERYWHERE[1])


def _place(draft: Document, offset: int) -> tuple[int, int]:
    """The 1-based line and column of an offset of the file."""
    lines = draft.places.line_starts
    line = bisect_right(lines, offset)
    return line - 1 + draft.places.first_line, offset - lines[line - 1] + 1


def _in_sidecar(path: str, rules: Sequence[str]) -> Iterator[Ignore]:
    """Yield the directives of a draft's sidecar file, one per line; they apply to the whole draft.

    In the sidecar file of a corpus, the id of a document may precede a directive.
    """
    beside = path + SIDECAR
    try:
        text = Path(beside).read_text(encoding="utf-8")
    except FileNotFoundError:
        return
    except OSError as error:
        raise InputError(f"{beside}: cannot be read: {error.strerror}; mend that or remove the file") from None
    except UnicodeDecodeError:
        raise InputError(f"{beside}: not UTF-8 text; save it as UTF-8") from None
    from factcheck.gate.directive import directive  # most drafts have no such file

    start = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        found = _SIDECAR_LINE.fullmatch(line.strip())
        if found and not line.lstrip().startswith("#"):
            given = directive(found["directive"], f"{beside}:{number}", rules)
            if given.verb != "ignore":
                raise ConfigError(f"{beside}:{number}: {given.verb} belongs in a comment; a sidecar file takes ignore")
            place = Suppression("external", given.reason, beside, number)
            reach = tuple((name, EVERYWHERE) for name in given.names or ("",))
            yield Ignore(given, place, Span(start, start + len(line.rstrip())), reach, found["id"])
        start += len(line)
