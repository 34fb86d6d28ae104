"""`factcheck init`: write a starter configuration, a pre-commit entry and a workflow where the project has none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from msgspec import Struct
from typer import Argument, Option

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

# Users replace these by the repository and revision to install from; until then the workflow fails with a message.
PLACEHOLDERS = ("FILL-IN-REPOSITORY", "FILL-IN-REVISION")

HOOK_ENTRY = """\
  - repo: FILL-IN-REPOSITORY  # the Git repository to install factcheck from
    rev: FILL-IN-REVISION     # a commit or tag of it
    hooks:
      - id: factcheck
        files: ^{drafts}/
"""

WORKFLOW = """\
name: factcheck
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
env:
  FACTCHECK_REPOSITORY: FILL-IN-REPOSITORY  # the Git repository to install factcheck from (https://...)
  FACTCHECK_REVISION: FILL-IN-REVISION      # a commit or tag of it
jobs:
  factcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - name: Install factcheck
        run: |
          case "${{FACTCHECK_REPOSITORY:-FILL-IN}} ${{FACTCHECK_REVISION:-FILL-IN}}" in *FILL-IN*)
            echo "::error file={workflow}::Fill in FACTCHECK_REPOSITORY, the Git repository to install factcheck from,\
 and FACTCHECK_REVISION, a commit or tag of it."
            exit 2
          esac
          python -m pip install --quiet "factcheck-cli @ git+$FACTCHECK_REPOSITORY@$FACTCHECK_REVISION"
      - run: factcheck check {drafts} --output concise
"""
WORKFLOW_PATH = ".github/workflows/factcheck.yml"


class Starter(Struct, frozen=True):
    """A file to write, its text, and the lines to add by hand where the file exists already.

    An existing file that contains one of the `signs` runs factcheck already and needs no change.
    """

    path: Path
    text: str
    by_hand: str = ""
    signs: tuple[str, ...] = ()


def init(
    folder: Annotated[str, Argument(metavar="[FOLDER]", help="Where the project lies.")] = ".",
    dry_run: Annotated[bool, Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
) -> int:
    """Write a starter configuration, a pre-commit entry and a workflow; a file that stands is left as it is."""
    place = Path(folder)
    if not place.is_dir():
        raise ConfigError(f"{folder}: no such folder; make it first")
    wanted = starters(place)
    prevented = [each for each in wanted if not _done(each, dry_run=dry_run)]
    if unfilled := [str(each.path) for each in wanted if _unfilled(each.path)]:
        output.tell(
            f"factcheck: replace {PLACEHOLDERS[0]} by the Git repository to install factcheck from, "
            f"and {PLACEHOLDERS[1]} by a commit or tag of it, in {' and '.join(unfilled)}"
        )
    return 2 if prevented else 0


def starters(place: Path) -> list[Starter]:
    """The starter files for a project, with the names of its folders of drafts and sources filled in."""
    names = {"drafts": _folder(place, DRAFTS), "sources": _folder(place, SOURCES), "workflow": WORKFLOW_PATH}
    entry = HOOK_ENTRY.format(**names)
    return [
        Starter(place / FILE, CONFIG.format(**names)),
        Starter(place / ".pre-commit-config.yaml", f"repos:\n{entry}", entry, ("id: factcheck", "factcheck check")),
        Starter(place / WORKFLOW_PATH, WORKFLOW.format(**names), signs=("factcheck check",)),
    ]


def _unfilled(path: Path) -> bool:
    if not path.is_file():
        return False
    text = path.read_text(encoding="utf-8", errors="replace")
    return any(placeholder in text for placeholder in PLACEHOLDERS)


def _folder(place: Path, usual: Sequence[str]) -> str:
    return next((name for name in usual if (place / name).is_dir()), usual[0])


def _done(each: Starter, *, dry_run: bool) -> bool:
    """Write a starter, or report why not; False when an existing file needs a change by hand."""
    if (existing := _existing(each)) is not None:
        output.tell(f"factcheck: {existing} stands and was left as it is{'; add to it by hand:' * bool(each.by_hand)}")
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


def _existing(each: Starter) -> Path | None:
    """The existing file that prevents writing a starter; None where there is none or it needs no change."""
    project = each.path.parent / PROJECT
    if each.path.name == FILE and project.is_file() and table(project, str(project)) is not None:
        return project
    if not each.path.exists() or each.path.is_dir():
        return each.path if each.path.is_dir() else None
    text = each.path.read_text(encoding="utf-8", errors="replace")
    has_it = text == each.text or any(sign in text for sign in each.signs)
    return None if has_it else each.path
