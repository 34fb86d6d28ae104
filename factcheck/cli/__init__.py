"""The command line: the only package that prints and exits.

Exit status 0: nothing found; 1: findings; 2: the work could not be done.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

_GC_THRESHOLD = 1_000_000  # container objects allocated between two garbage collections


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; `argv` defaults to the arguments of the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:  # handled here: importing typer takes as long as starting Python
        from factcheck import __version__

        sys.stdout.write(f"factcheck {__version__}\n")
        return 0
    # The model's structs form no reference cycles; collecting garbage as often as by default takes a tenth of a short
    # run.
    gc.set_threshold(_GC_THRESHOLD)
    from factcheck.cli.run import run

    return run(arguments)


def start() -> NoReturn:
    """Run the command of `sys.argv` and end the process with its exit status."""
    status = main()
    # Keep the interpreter's last garbage collection from traversing all modules and rules: without this line a check
    # of one sentence takes 1.3 times the CPU.
    gc.freeze()
    sys.exit(status)
