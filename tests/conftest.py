"""What all tests have in common."""

from __future__ import annotations

import pytest
from hypothesis import settings

from factcheck.native import stale

# A deadline is an absolute time, and says how busy the machine was.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_sessionstart() -> None:
    """What was compiled before it was edited would be tested as it was."""
    if edited := stale():
        way_out = "run `make test`, or `python -m factcheck.native --clean`"
        pytest.exit(f"edited since it was compiled: {', '.join(path.name for path in edited)}; {way_out}", returncode=4)
