"""`factcheck init`: a starter configuration, a pre-commit entry and a workflow, where none stands yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from msgspec import Struct
from typer import Argument, Option

from factcheck import __version__
from factcheck.cli import output
from factcheck.config import FILE, PROJECT
from factcheck.config.tomlfile import table
from factcheck.errors import ConfigError

SOURCES = ("sources", "notes", "wire")
DRAFTS = ("drafts", "stories", "articles", "content")

CONFIG = """\
# What a run of factcheck goes by in this folder and below; `factcheck config` shows what is in force.
# Paths start where this file lies.

sources = ["{sources}"]             # files, folders, globs
# published = 2017-02-23        # of documents that do not say
# fail-on = "error"             # or warning, note, never
# min-origins = 2               # or a table: min-origins = {{ default = 1, number = 2 }}
# select = []                   # only findings whose name begins so
# ignore = []                   # none whose name begins so
# baseline = "factcheck-baseline.json"  # written by `factcheck baseline update`

# [per-file-sources]            # for drafts that have sources of their own
# "{drafts}/*.md" = ["{sources}/{{stem}}"]

# [per-file-ignores]
# "{drafts}/archive" = ["single-source"]

# [outlets]                     # who published a source that does not say so itself
# "{sources}/wire-*.txt" = "Associated Press"

# [tolerances.quantity]         # figures of rules/compare.toml
# about = 0.1
"""

HOOK_ENTRY = """\
  - repo: local
    hooks:
      - id: factcheck
        name: factcheck
        entry: factcheck check
        language: python
        additional_dependencies: ["factcheck-cli=={version}"]
        files: ^{drafts}/.*\\.(md|markdown|txt|html?)$
"""

WORKFLOW = """\
name: factcheck
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  factcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install factcheck-cli=={version}
      - run: factcheck check {drafts} --output concise
"""


class Starter(Struct, frozen=True):
    """A file to write, its text, and what to add by hand where the file stands already."""

    path: Path
    text: str
    by_hand: str = ""


def init(
    folder: Annotated[str, Argument(metavar="[FOLDER]", help="Where the project lies.")] = ".",
    dry_run: Annotated[bool, Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
) -> int:
    """Write a starter configuration, a pre-commit entry and a workflow; a file that stands is left as it is."""
    place = Path(folder)
    if not place.is_dir():
        raise ConfigError(f"{folder}: no such folder; make it first")
    standing = [each for each in starters(place) if not _done(each, dry_run=dry_run)]
    return 2 if standing else 0


def starters(place: Path) -> list[Starter]:
    """The files for a project, with the folders of drafts and sources that it has."""
    names = {"drafts": _folder(place, DRAFTS), "sources": _folder(place, SOURCES), "version": __version__}
    entry = HOOK_ENTRY.format(**names)
    return [
        Starter(place / FILE, CONFIG.format(**names)),
        Starter(place / ".pre-commit-config.yaml", f"repos:\n{entry}", entry),
        Starter(place / ".github" / "workflows" / "factcheck.yml", WORKFLOW.format(**names)),
    ]


def _folder(place: Path, usual: Sequence[str]) -> str:
    return next((name for name in usual if (place / name).is_dir()), usual[0])


def _done(each: Starter, *, dry_run: bool) -> bool:
    """Write a starter, or say why not; False when another file stands in its place."""
    if (stands := _standing(each)) is not None:
        output.tell(f"factcheck: {stands} stands and was left as it is{'; add to it by hand:' * bool(each.by_hand)}")
        output.write(each.by_hand)
        return False
    if each.path.exists():
        output.tell(f"factcheck: {each.path} has what it needs")
    elif dry_run:
        output.tell(f"factcheck: would write {each.path}:")
        output.write(each.text)
    else:
        each.path.parent.mkdir(parents=True, exist_ok=True)
        output.write(each.text, each.path)
        output.tell(f"factcheck: wrote {each.path}")
    return True


def _standing(each: Starter) -> Path | None:
    """The file that stands in the way of a starter; one that has what it needs does not."""
    project = each.path.parent / PROJECT
    if each.path.name == FILE and project.is_file() and table(project, str(project)) is not None:
        return project
    if not each.path.exists() or each.path.is_dir():
        return each.path if each.path.is_dir() else None
    text = each.path.read_text(encoding="utf-8", errors="replace")
    has_it = text == each.text or (each.by_hand != "" and "factcheck check" in text)
    return None if has_it else each.path
