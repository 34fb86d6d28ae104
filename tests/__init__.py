"""Tests of factcheck; `tests.gold` measures it on the marked events of fixtures/."""
