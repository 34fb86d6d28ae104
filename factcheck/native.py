"""`python -m factcheck.native`: the rooms compiled to machine code beside their sources. Nothing but speed hangs on it.

mypyc makes C of the modules in which a run spends its time, and the machine's compiler makes extension modules of
that. Where mypyc, a compiler or Python's headers are missing, or refuse, or where the rules' examples do not hold
with what came out, the sources are run as they are, with the same results. A compiled module hides its source:
compile again after an edit, or take the compiled ones away (`--clean`); `make` does the first by itself.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGE = Path(__file__).parent
# What is compiled together calls itself without Python between: a room never calls another, so each is one piece.
# Left out are modules with structs, whose classes mypyc cannot take, and those that run once.
PIECES: dict[str, Sequence[str]] = {
    "": ("extract", "segment", "align/events", "align/rarity", "align/words"),
    "kinds/quantity": (
        *("article", "clause", "count", "figure", "find", "grammar", "interval", "measure", "noun", "place", "reading"),
        *(
            "share",
            "spread",
            "surround",
            "traps",
            "vocabulary",
            "../../text/folding",
            "../../text/numerals",
            "../../text/words",
        ),
    ),
    "kinds/timex": (
        *("conditions", "days", "event", "find", "grammar", "lengths", "names", "normalise", "order", "parts"),
        *("read_calendar", "read_clock", "read_joined", "read_units", "scene", "when"),
    ),
    "kinds/quotation": (
        *("attribution", "cues", "frames", "lexicon", "marks", "names", "parts", "phrases", "resolving", "roles"),
        *("singles", "sources", "speakers", "subjects", "verbs"),
    ),
}


def sources(piece: str) -> list[Path]:
    """The modules of a piece."""
    return [(PACKAGE / piece / f"{name}.py").resolve() for name in PIECES[piece]]


def compiled() -> Iterator[Path]:
    """The compiled modules that stand beside their sources, and beside the package what they share."""
    for suffix in (".so", ".pyd"):
        yield from sorted(PACKAGE.rglob(f"*{suffix}"))
        yield from sorted(PACKAGE.parent.glob(f"*__mypyc*{suffix}"))


def stale() -> list[Path]:
    """The sources that were edited after they were compiled, and would be run as they were before."""
    modules = ((path, path.with_name(f"{path.name.partition('.')[0]}.py")) for path in compiled())
    return [source for path, source in modules if source.exists() and source.stat().st_mtime > path.stat().st_mtime]


def clean() -> None:
    """Take the compiled modules away."""
    for path in compiled():
        path.unlink()


def compile_all(pieces: Mapping[str, Sequence[str]]) -> str:
    """Compile pieces in place, several at once; why there are no compiled modules in the end, or nothing."""
    clean()
    with ThreadPoolExecutor() as pool:
        runs = pool.map(lambda piece: _run("factcheck.native", "--piece", piece), pieces)
        problem = next(filter(None, runs), "") or _run("factcheck", "rules", "test")
    if problem:
        clean()
    return problem


def _run(*command: str) -> str:
    """Run a module in a process of its own; the line that says what went wrong."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=PACKAGE.parent, capture_output=True, text=True, check=False
    )
    said = f"{done.stdout}\n{done.stderr}".strip().splitlines() or [f"ended with {done.returncode}"]
    return "" if done.returncode == 0 else next((line for line in said if "error:" in line), said[-1])


def compile_piece(piece: str) -> None:
    """Compile a piece in place.

    Raises ImportError without mypyc, and what setuptools raises without a compiler or Python's headers.
    """
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    with TemporaryDirectory() as folder:
        options = ["--strict", "--config-file=", f"--cache-dir={folder}/cache"]
        modules = [path.relative_to(PACKAGE.parent.resolve()).as_posix() for path in sources(piece)]
        # -O1 compiles in half the time of -O3, and what it makes is as fast: the time goes into Python's own functions.
        extensions = mypycify([*options, *modules], opt_level="1", target_dir=f"{folder}/c")
        command = build_ext(Distribution({"name": "factcheck", "ext_modules": extensions}))
        command.inplace = True
        command.build_temp, command.build_lib = f"{folder}/o", f"{folder}/lib"
        command.ensure_finalized()
        command.run()


def main(arguments: Sequence[str]) -> int:
    """Compile everything, or with `--clean` take it away. 0 also where it cannot be compiled: nothing is lost."""
    if arguments[:1] == ["--piece"]:
        compile_piece(arguments[1])
    elif arguments == ["--clean"]:
        clean()
    elif problem := compile_all(PIECES):
        sys.stderr.write(f"factcheck is not compiled, and runs from its sources: {problem}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
