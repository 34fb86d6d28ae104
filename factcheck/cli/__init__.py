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
    if arguments[:1] == ["--version"]:  # answered here: building the commands takes many times as long
        from factcheck import __version__

        sys.stdout.write(f"factcheck {__version__}\n")
        return 0
    # The nouns hold no cycles: looking for some again and again costs a short run a tenth of its time.
    gc.set_threshold(_SELDOM)
    from factcheck.cli.run import run

    return run(arguments)


def start() -> NoReturn:
    """Run the command that the process was started for, and end the process with its exit status.

    Python would take all modules and rules apart before it ends, a sixth of a small check's time, for nothing: whoever
    asked to be told of the end is told, and what has been written is flushed.
    """
    import atexit
    import os

    status = main()
    if "threading" in sys.modules and sys.modules["threading"].active_count() > 1:
        sys.exit(status)
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):  # closed, or never open: Python says so in its own way
        sys.exit(status)
    os._exit(status)
