"""SARIF 2.1.0: findings with their rules and places in the file, and the sources as related locations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck import __version__
from factcheck.model import Claim, Document, Finding, Report, Severity
from factcheck.regex_cache import regex
from factcheck.report.catalogue import BY_NAME, silencing
from factcheck.report.identity import numbered
from factcheck.report.json import encode
from factcheck.report.phrasing import by_weight, relation
from factcheck.report.place import Region, documents_of, path_of, region_of, written_at
from factcheck.report.proposal import proposals
from factcheck.report.render_options import PLAIN, RenderOptions
from factcheck.report.screen import flat
from factcheck.report.v1 import summary

LEVELS = {Severity.error: "error", Severity.warning: "warning", Severity.note: "note", Severity.never: "none"}
FINGERPRINT = "factcheckClaim/v1"
# In a SARIF message "[text](target)" is a link and "{0}" a placeholder.
_BRACKET = regex(r"[\[\]]")
_PLACEHOLDER = regex(r"\{(\d+)\}")


def render(report: Report, options: RenderOptions = PLAIN) -> str:  # noqa: ARG001
    """The report as a SARIF log of one run."""
    documents = documents_of(report)
    names = sorted({finding.rule for finding in report.findings} | BY_NAME.keys())
    described = zip(report.findings, numbered(report.findings), proposals(report.findings, report), strict=True)
    results = [
        {"ruleId": finding.rule, "ruleIndex": names.index(finding.rule)}
        | _result(finding, documents)
        | {"partialFingerprints": {FINGERPRINT: fingerprint}}
        | _fixes(finding, proposed, documents)
        for finding, fingerprint, proposed in described
    ]
    run: dict[str, Any] = {
        "tool": {"driver": _driver(names)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [{"executionSuccessful": True}],
        "artifacts": _artifacts(report, documents),
        "results": results,
    }
    if report.job == "check":
        counts = summary(report)
        run["properties"] = {"claims": counts.claims, "verdicts": counts.verdicts, "origins": counts.origins}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return encode({"$schema": schema, "version": "2.1.0", "runs": [run]}) + "\n"


def _driver(names: list[str]) -> dict[str, Any]:
    return {
        "name": "factcheck",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(name) for name in names],
    }


def _rule(name: str) -> dict[str, Any]:
    """The description of a rule, which code hosts show beside a finding."""
    entry = BY_NAME.get(name)
    camel = "".join(part.capitalize() for part in name.split("-"))
    if entry is None:
        return {"id": name, "name": camel}
    silent = f"To silence it: {silencing(name)}."
    return {
        "id": name,
        "name": camel,
        "shortDescription": {"text": entry.summary},
        "fullDescription": {"text": entry.why},
        "help": {
            "text": f"{entry.why} What to do: {entry.help}. {silent}",
            "markdown": f"{entry.why}\n\n**What to do:** {entry.help}.\n\n{silent}",
        },
        "defaultConfiguration": {"level": LEVELS[entry.severity]},
        "properties": {"tags": ["facts"]},
    }


def _artifacts(report: Report, documents: Mapping[str, Document]) -> list[dict[str, Any]]:
    """The checked files, then their sources, each once."""
    checked = report.drafts or report.documents
    roles = {path_of(each.id, documents): ["analysisTarget"] for each in checked}
    for each in report.documents:
        roles.setdefault(path_of(each.id, documents), [])
    shown: list[dict[str, Any]] = []
    for path, role in roles.items():
        shown.append({"location": {"uri": _uri(path)}} | ({"roles": role} if role else {}))
    return shown


def _result(finding: Finding, documents: Mapping[str, Document]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding.message)},
        "locations": [_location(finding, documents)],
        "relatedLocations": [
            {"id": number, "message": {"text": _message(f"{relation(each, finding)}: {each.quote}")}}
            | _location(each.claim, documents)
            for number, each in enumerate(by_weight(finding.evidence), 1)
        ],
        "suppressions": _suppressions(finding),
    }
    if finding.baseline is not None:
        result["baselineState"] = finding.baseline
    return result


def _fixes(finding: Finding, proposed: str | None, documents: Mapping[str, Document]) -> dict[str, Any]:
    """The proposal as a fix, where the file's text is available and contains the finding's text unchanged."""
    if proposed is None or written_at(finding, documents) is None:
        return {}
    where = _location(finding, documents)["physicalLocation"]
    replacement = {"deletedRegion": where["region"], "insertedContent": {"text": proposed}}
    change = {"artifactLocation": where["artifactLocation"], "replacements": [replacement]}
    return {"fixes": [{"description": {"text": "what the source says"}, "artifactChanges": [change]}]}


def _suppressions(finding: Finding) -> list[dict[str, Any]]:
    """The suppression of a finding; an empty list says that there is none, a missing one that nobody looked."""
    given = finding.suppression
    if given is None:
        return []
    shown: dict[str, Any] = {"kind": given.kind, "status": "accepted"}
    if given.reason:
        shown["justification"] = flat(given.reason)
    region = {"startLine": given.line, "startColumn": given.column}
    shown["location"] = {"physicalLocation": {"artifactLocation": {"uri": _uri(given.path)}, "region": region}}
    return [shown]


def _location(item: Finding | Claim, documents: Mapping[str, Document]) -> dict[str, Any]:
    region = _region(region_of(item, documents))
    uri = _uri(path_of(item.document, documents))
    shown: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
    if path_of(item.document, documents) != item.document:
        shown["logicalLocations"] = [{"name": flat(item.document), "kind": "resource"}]
    return shown


def _region(place: Region) -> dict[str, int]:
    shown = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    if place.offset is not None and place.length is not None:
        shown |= {"charOffset": place.offset, "charLength": place.length}
    return shown


def _uri(path: str) -> str:
    """A path as a URI reference, relative if given so: it then names the same file in every checkout."""
    from urllib.parse import quote

    written = path.replace("\\", "/").removeprefix("./")
    shown = quote(written, safe="/-._~!$&'()*+,;=@", errors="replace")
    return f"file://{shown}" if written.startswith("/") else shown


def _message(text: str) -> str:
    """The text with links and placeholders of SARIF escaped."""
    text = flat(text)
    if "](" in text:
        text = _BRACKET.sub(r"\\\g<0>", text)
    return _PLACEHOLDER.sub(r"{{\1}}", text)
