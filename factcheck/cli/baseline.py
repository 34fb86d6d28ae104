"""`factcheck baseline`: write and list known findings; and the `--baseline` option of other commands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from msgspec.structs import replace
from typer import Argument

from factcheck import config
from factcheck.cli import options, output
from factcheck.cli.checking import Checked, CheckRequest, checked, joined
from factcheck.errors import ConfigError

FILE = "factcheck-baseline.json"


def compared(found: Iterable[Checked]) -> list[Checked]:
    """The reports with their findings marked as new or known where the configuration names a baseline.

    Known findings that no longer occur are counted on standard error.
    """
    found = list(found)
    if all(each.settings.baseline is None for each in found):
        return found
    from factcheck.gate import baseline

    marked = []
    gone = 0
    for each in found:
        path = each.settings.baseline
        if path is None:
            marked.append(each)
            continue
        known = baseline.load(path)
        report = baseline.marked(each.report, known, path)
        gone += baseline.gone(known, report, path)
        marked.append(replace(each, report=report))
    if gone:
        what = "1 finding of the baseline is" if gone == 1 else f"{gone:,} findings of the baseline are"
        output.tell(f"factcheck: {what} gone; `factcheck baseline update` drops what is gone")
    return marked


def update(
    drafts: Annotated[list[str], Argument(metavar="DRAFT", hidden=True)],
    sources: options.Sources = None,
    published: options.Published = None,
    min_origins: options.MinOrigins = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    no_ignores: options.NoIgnores = False,
    rules: options.Rules = None,
    config_file: options.ConfigFile = None,
    allow_unreadable: options.AllowUnreadable = False,
    as_sources: options.AsSources = False,
) -> int:
    """Write the findings of drafts to the baseline, or with `--compare` those of sources compared with each other.

    They do not count from then on. Findings of other documents stay in it as long as those documents do; `check` and
    `compare` of the same documents need a baseline each.
    """
    from factcheck.gate.baseline import encode, load, updated

    folders = tuple(rules or ())
    flags = {
        "sources": sources,
        "published": config.given_day(published),
        "min_origins": config.given_count(min_origins),
        "select": config.given_names("--select", select, folders),
        "ignore": config.given_names("--ignore", ignore, folders),
        "baseline": baseline,
    }
    request = CheckRequest(drafts, flags, config_file, folders, "-", allow_unreadable, not no_ignores)
    if as_sources and (sources or min_origins is not None):
        raise ConfigError("--compare: the documents are the sources; leave out --sources and --min-origins")
    by_file: dict[str, list[Checked]] = {}
    for each in [_compared(drafts, request)] if as_sources else checked(request):
        by_file.setdefault(each.settings.baseline or FILE, []).append(each)
    for path, found in by_file.items():
        change = updated(load(path) if Path(path).exists() else None, joined([each.report for each in found]), path)
        output.write(encode(change.baseline), Path(path))
        size = change.baseline.size
        parts = f"{change.new:,} new, {change.kept:,} kept, {change.gone:,} gone"
        output.tell(f"factcheck: {path}: {size:,} finding{'' if size == 1 else 's'} ({parts})")
    return 0


def _compared(sources: list[str], request: CheckRequest) -> Checked:
    """The report of `compare` on the sources."""
    from factcheck.cli.compare import comparison
    from factcheck.cli.reading import Reading

    settings = config.load(request.config_file).override(**{**request.flags, "sources": None})
    reading = Reading(settings.published, request.stdin_filename, request.allow_unreadable)
    return comparison(sources, settings, reading, request.rules, None)


def show(
    baseline: options.Baseline = None,
    config_file: options.ConfigFile = None,
    table_format: options.TableFormat = None,
    color: options.Colour = "auto",
) -> int:
    """List the findings that the baseline knows."""
    from factcheck.gate.baseline import load
    from factcheck.report.screen import flat
    from factcheck.report.table import draw

    rendering = output.render_options(color, table_format)
    path = baseline or config.load(config_file).baseline or FILE
    known = load(path)
    rows = [
        (flat(draft), flat(entry.rule), flat(entry.claim), str(entry.count))
        for draft, entries in sorted(known.findings.items())
        for entry in sorted(entries)
    ]
    if rows:
        output.write(draw(("draft", "finding", "claim", "times"), rows, rendering))
    output.write(f"{known.size:,} findings in {len(known.findings):,} drafts\n")
    return 0
