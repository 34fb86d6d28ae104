"""Run one command: the only place where an exception becomes a line on standard error and exit status 2."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from factcheck import regex_cache
from factcheck.cli.output import silence, tell
from factcheck.errors import FactcheckError

INTERRUPTED = 130  # the exit status that shells and typer give after Ctrl-C


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    try:
        from factcheck.cli import app

        return app.run(arguments or ["--help"])
    except FactcheckError as error:
        tell(f"factcheck: {error}")
    except BrokenPipeError:
        silence(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # status 2; Python's own status 1 for a crash would mean findings
        import traceback

        traceback.print_exc(limit=-8)
        tell("factcheck: this is a bug in factcheck; please report it with the lines above")
    finally:
        regex_cache.store()
    return 2
