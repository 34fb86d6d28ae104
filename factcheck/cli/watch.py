"""`--watch`: run again whenever one of the files has been saved."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Set
from pathlib import Path

from factcheck.cli.output import tell
from factcheck.errors import ConfigError, FactcheckError
from factcheck.report.phrasing import count

PAUSE = 0.3  # seconds between two looks at the files
CLEAR = "\x1b[2J\x1b[H"

State = dict[str, tuple[int, int]]


def watch(
    run: Callable[[], int],
    paths: Iterable[str],
    *,
    written: Iterable[Path] = (),
    pause: Callable[[], object] | None = None,
) -> int:
    """Run, and again after each change below the paths, until Ctrl-C; the exit status of the last run.

    What goes wrong in a run is told and waits for the next change: a half-saved draft does not end the watch. What the
    run itself writes (`written`) is no change. ConfigError when standard input is to be watched.
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
    """When each file was changed and how large it is; a file that comes or goes is a change too."""
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
    """The files of a folder and those below it; hidden ones are not read and not watched."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))
