"""`factcheck config`: show every setting, and the file, line or flag that sets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from typer import Argument

from factcheck import config
from factcheck.cli import options, output
from factcheck.config import Config
from factcheck.config.patterns import matches
from factcheck.config.reading import FAMILIES
from factcheck.config.tolerances import defaults
from factcheck.config.tomlfile import Key, dotted, written
from factcheck.report.screen import paint, safe

DEFAULT = "default"
WIDEST = 60  # columns; longer lines do not move the comments of the others to the right
NO_FILE = "no factcheck.toml, and no [tool.factcheck] in a pyproject.toml, from here upwards"


def show(
    draft: Annotated[
        str | None,
        Argument(metavar="[DRAFT]", help="The draft that the nearest configuration is for.", show_default=False),
    ] = None,
    sources: options.Sources = None,
    published: options.Published = None,
    fail_on: options.FailOn = None,
    min_origins: options.MinOrigins = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    baseline: options.Baseline = None,
    rules: options.Rules = None,
    config_file: options.ConfigFile = None,
    color: options.Colour = "auto",
) -> int:
    """Show every setting in force, as TOML, and where it comes from."""
    folders = tuple(rules or ())
    start = Path(draft).absolute().parent if draft else None
    path = None if config_file else config.nearest_file(start) or config.nearest_file()
    settings = config.load(config_file or (str(path) if path else None))
    settings = settings.override(
        sources=sources,
        published=config.given_day(published),
        fail_on=config.given_severity(fail_on),
        min_origins=config.given_count(min_origins),
        select=config.given_names("--select", select, folders),
        ignore=config.given_names("--ignore", ignore, folders),
        baseline=baseline,
        rules=[*settings.rules, *folders] if folders else None,
    )
    config.ruleset(settings)  # raises RuleError for a folder of rules that cannot be used
    rendering = output.render_options(color, None)
    lines = [(safe(line), safe(where)) for line, where in setting_lines(settings, draft)]
    width = max(len(line) for line, _ in lines if len(line) <= WIDEST)
    output.write(paint(f"# {safe(settings.path or NO_FILE)}", "strong", rendering) + "\n")
    for line, where in lines:
        output.write(f"{line:{width}}  {paint(f'# {where}', 'note', rendering)}\n")
    return 0


def setting_lines(settings: Config, draft: str | None = None) -> Iterator[tuple[str, str]]:
    """Each setting as a line of TOML, with the file and line, flag, or "default" that sets it."""
    sources = settings.sources_of(draft)
    own = [pattern for pattern in settings.per_file_sources if matches(pattern, draft)]
    yield _line(settings, ("sources",), sources, *([("per-file-sources", own[-1])] if own else []))
    yield from _table(settings, ("per-file-sources",), settings.per_file_sources)
    yield from _table(settings, ("outlets",), settings.outlets)
    yield from _table(settings, ("tiers",), settings.tiers)
    yield _line(settings, ("published",), settings.published)
    yield _line(settings, ("fail-on",), settings.fail_on.name)
    yield from _origins(settings)
    yield _line(settings, ("select",), settings.select)
    yield _line(settings, ("ignore",), settings.ignore)
    yield from _table(settings, ("per-file-ignores",), settings.per_file_ignores)
    yield _line(settings, ("baseline",), settings.baseline)
    yield _line(settings, ("rules", "extend"), settings.rules, ("rules",))
    for table, values in defaults().items():
        yield from _table(settings, ("tolerances", table), {**values, **settings.tolerances.get(table, {})})


def _line(settings: Config, key: Key, value: Any, *first: Key) -> tuple[str, str]:
    """A key with its value, and where it is set: by one of the keys `first`, in order, or by the key itself."""
    places = (settings.origin[each].where() for each in (*first, key) if each in settings.origin)
    shown = f"# {dotted(key)} is not set" if value is None else f"{dotted(key)} = {written(value)}"
    return shown, next(places, DEFAULT)


def _table(settings: Config, key: Key, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not values:
        yield _line(settings, key, {})
    for name, value in values.items():
        yield _line(settings, (*key, name), value)


def _origins(settings: Config) -> Iterator[tuple[str, str]]:
    key, by_kind = ("min-origins",), settings.min_origins_by_kind
    if not by_kind:
        yield _line(settings, key, settings.min_origins, (*key, DEFAULT))
        return
    yield _line(settings, (*key, DEFAULT), settings.min_origins)
    for kind, number in by_kind.items():
        family = next(name for name, kinds in FAMILIES.items() if kind in kinds)
        yield _line(settings, (*key, kind), number, (*key, kind), (*key, family))
