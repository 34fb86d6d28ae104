"""What all tests have in common."""

from __future__ import annotations

from hypothesis import settings

# A deadline is an absolute time, and says how busy the machine was.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
