"""The command line: the only place that prints and exits. 0: nothing found; 1: findings; 2: not done."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

_SELDOM = 200_000  # containers between two looks for cycles


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:  # answered here: importing typer takes as long as Python's own start
        from factcheck import __version__

        sys.stdout.write(f"factcheck {__version__}\n")
        return 0
    # The nouns hold no cycles: looking for some again and again costs a short run a tenth of its time.
    gc.set_threshold(_SELDOM)
    from factcheck.cli.run import run

    return run(arguments)


def start() -> NoReturn:
    """Run the command that the process was started for, and end the process with its exit status."""
    status = main()
    # Python looks for cycles in all modules and rules before it ends, unless it is told to leave what there is alone:
    # without this line a check of one sentence takes 1.3 times the CPU.
    gc.freeze()
    sys.exit(status)
