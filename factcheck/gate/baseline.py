"""Baseline files: known findings of a project, which are shown as known and do not affect the exit status."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from factcheck.errors import ConfigError
from factcheck.gate.ignores import SIDECAR
from factcheck.model import Finding, Report

_SHOWN = 80  # characters of a claim in the file; it is there for readers and is not compared
WAY_OUT = "`factcheck baseline update` writes it anew"


class Entry(Struct, frozen=True, order=True, forbid_unknown_fields=True, omit_defaults=True):
    """`count` findings with the same rule and fingerprint in one draft; `claim` is for readers only."""

    rule: str
    claim: str
    fingerprint: str
    count: int = 1


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """The known findings of each draft, by path relative to the folder of the baseline file."""

    version: Literal[1]
    findings: dict[str, list[Entry]] = {}

    @property
    def size(self) -> int:
        """The number of findings."""
        return sum(entry.count for entries in self.findings.values() for entry in entries)


class Change(Struct, frozen=True):
    """An updated baseline, with the numbers of findings that were added (new), unchanged (kept) and removed (gone)."""

    baseline: Baseline
    new: int
    kept: int
    gone: int


def load(path: str) -> Baseline:
    """Load a baseline; ConfigError if the file is missing or invalid."""
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=Baseline)
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such baseline; `factcheck baseline update DRAFT…` writes one") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}; mend that or name another baseline") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: no baseline: {error}; {WAY_OUT}") from None


def encode(baseline: Baseline) -> str:
    """The baseline as JSON, sorted, with one line per finding, so that diffs and merges stay small."""
    blocks = []
    for draft, entries in sorted(baseline.findings.items()):
        inner = ",\n".join(f"      {msgspec.json.encode(entry).decode()}" for entry in sorted(entries))
        blocks.append(f"    {msgspec.json.encode(draft).decode()}: [\n{inner}\n    ]")
    findings = "{\n" + ",\n".join(blocks) + "\n  }" if blocks else "{}"
    return f'{{\n  "version": {baseline.version},\n  "findings": {findings}\n}}\n'


def marked(report: Report, baseline: Baseline, path: str) -> Report:
    """The report with each finding that is not suppressed marked as "new" or "unchanged".

    An entry covers at most `count` findings with its fingerprint, the first ones of the draft.
    """
    left = {draft: _counts(entries) for draft, entries in baseline.findings.items()}
    findings = []
    for key, finding in _keyed(report, path):
        if finding.suppression is not None:
            findings.append(finding)
            continue
        counts = left.get(key, Counter())
        known = counts[finding.rule, finding.fingerprint] > 0
        counts[finding.rule, finding.fingerprint] -= known
        findings.append(replace(finding, baseline="unchanged" if known else "new"))
    return replace(report, findings=tuple(findings))


def updated(baseline: Baseline | None, report: Report, path: str) -> Change:
    """The baseline with the report's findings for the report's drafts, and without drafts whose files are gone."""
    old = {} if baseline is None else baseline.findings
    found: dict[str, list[Finding]] = {key: [] for key in _checked(report, path)}
    for key, finding in _keyed(report, path):
        if finding.suppression is None:
            found.setdefault(key, []).append(finding)
    texts = {draft.id: draft.text for draft in report.drafts}
    findings = {key: entries for key, entries in old.items() if key not in found and _exists(key, path)}
    findings |= {key: _entries(each, texts) for key, each in found.items() if each}
    new = kept = dropped = 0
    for key in old | findings:
        before, after = _counts(old.get(key, ())), _counts(findings.get(key, ()))
        new += (after - before).total()
        kept += (after & before).total()
        dropped += (before - after).total()
    return Change(Baseline(1, dict(sorted(findings.items()))), new, kept, dropped)


def gone(baseline: Baseline, report: Report, path: str) -> int:
    """The number of baseline findings of the report's drafts that the report no longer has."""
    known = sum(entry.count for key in _checked(report, path) for entry in baseline.findings.get(key, ()))
    return known - sum(finding.baseline == "unchanged" for finding in report.findings)


def draft_key(file: str, name: str, path: str) -> str:
    """The key of a draft in a baseline: its file relative to the baseline's folder; in a corpus with "#" and the id."""
    seen = Path(os.path.relpath(file, Path(path).parent)).as_posix()
    return seen if file == name else f"{seen}#{name}"


def _checked(report: Report, path: str) -> list[str]:
    """The keys of a report's drafts and of their sidecar files."""
    files = dict.fromkeys(draft.path + SIDECAR for draft in report.drafts if draft.path)
    drafts = (draft_key(draft.path or draft.id, draft.id, path) for draft in report.drafts)
    return [*drafts, *(draft_key(file, file, path) for file in files)]


def _keyed(report: Report, path: str) -> Iterator[tuple[str, Finding]]:
    keys = {draft.id: draft_key(draft.path or draft.id, draft.id, path) for draft in report.drafts}
    for finding in report.findings:
        yield keys.get(finding.document) or draft_key(finding.document, finding.document, path), finding


def _counts(entries: Iterable[Entry]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        counts[entry.rule, entry.fingerprint] += entry.count
    return counts


def _entries(findings: Iterable[Finding], texts: Mapping[str, str]) -> list[Entry]:
    """The entries for the findings of one draft: one per rule and fingerprint."""
    first: dict[tuple[str, str], Entry] = {}
    for finding in findings:
        key = finding.rule, finding.fingerprint
        claim = texts.get(finding.document, "")[finding.start : finding.end] or finding.message
        entry = first.get(key, Entry(finding.rule, " ".join(claim.split())[:_SHOWN], finding.fingerprint, 0))
        first[key] = replace(entry, count=entry.count + 1)
    return sorted(first.values())


def _exists(key: str, path: str) -> bool:
    """Whether the file of a draft still exists."""
    folder = Path(path).parent
    return (folder / key).exists() or ("#" in key and (folder / key.rpartition("#")[0]).exists())
