"""`--watch`: run again whenever one of the files is saved."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Set
from pathlib import Path

from factcheck.cli.output import tell
from factcheck.errors import ConfigError, FactcheckError
from factcheck.report.phrasing import count

PAUSE = 0.3  # seconds between two checks of the files
CLEAR = "\x1b[2J\x1b[H"  # clears a terminal and puts the cursor into its first line

State = dict[str, tuple[int, int]]  # path → time of the last change in nanoseconds, size in bytes


def watch(
    run: Callable[[], int],
    paths: Iterable[str],
    *,
    written: Iterable[Path] = (),
    pause: Callable[[], object] | None = None,
) -> int:
    """Run, and again after each change of a file below the paths, until Ctrl-C; the exit status of the last run.

    An error in a run is reported and does not end the watch: a draft may be half saved. Files that the run itself
    writes (`written`) are not watched. Raises ConfigError when standard input is among the paths.
    """
    paths = list(paths)
    if "-" in paths:
        raise ConfigError("--watch: standard input cannot be read twice; name a file")
    own = {path.resolve() for path in written}
    pause = pause or (lambda: time.sleep(PAUSE))
    status = 0
    try:
        while True:
            before = state(paths, own)
            if sys.stdout.isatty():
                sys.stdout.write(CLEAR)
            status = _status(run)
            tell(f"factcheck: watching {count(len(before), 'file')}; Ctrl-C ends it")
            while state(paths, own) == before:
                pause()
    except KeyboardInterrupt:
        return status


def _status(run: Callable[[], int]) -> int:
    try:
        return run()
    except FactcheckError as error:
        tell(f"factcheck: {error}")
        return 2


def state(paths: Iterable[str], own: Set[Path] = frozenset()) -> State:
    """The time of the last change and the size of each file below the paths, without those in `own`."""
    found: State = {}
    for path in _files(paths):
        if own and path.resolve() in own:
            continue
        try:
            status = path.stat()
        except OSError:
            continue
        found[str(path)] = status.st_mtime_ns, status.st_size
    return found


def _files(paths: Iterable[str]) -> Iterator[Path]:
    import glob

    for given in paths:
        matches = glob.glob(given, recursive=True) if glob.has_magic(given) else [given]  # noqa: PTH207
        for match in map(Path, matches):
            if match.is_dir():
                yield from _below(match)
            else:
                yield match


def _below(folder: Path) -> Iterator[Path]:
    """The files of a folder and its subfolders, without hidden ones, which are not read either."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))
