"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

# No deadlines: the time of an example depends on the load of the machine.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
