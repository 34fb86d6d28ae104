"""`[tolerances]`: a project's own values for the thresholds in rules/compare.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from factcheck.errors import nearest
from factcheck.ruleset import Ruleset, load_rules, rules_folder

Tables = Mapping[str, Mapping[str, Any]]


@cache
def defaults() -> Tables:
    """The tables of the built-in rules/compare.toml."""
    import tomli  # slow to import, and needed only if a project sets tolerances

    parsed = tomli.loads((rules_folder() / "compare.toml").read_text(encoding="utf-8"))
    found: Tables = parsed["settings"]
    return found


def problem(table: str, name: str, value: Any) -> str | None:
    """The error message for an invalid tolerance; None for a valid one."""
    if table not in defaults():
        return f"unknown table 'tolerances.{table}'{nearest(table, defaults())}"
    if name not in defaults()[table]:
        return f"unknown key 'tolerances.{table}.{name}'{nearest(name, defaults()[table])}"
    default = defaults()[table][name]
    key = f"tolerances.{table}.{name}"
    if isinstance(default, list):
        texts = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return None if texts else f"{key} is {value!r}; give a list of texts"
    whole = isinstance(value, int) and not isinstance(value, bool)
    if isinstance(default, int):
        return None if whole and value >= 0 else f"{key} is {value!r}; give a whole number, 0 or more"
    share = (whole or isinstance(value, float)) and 0 <= value <= 1
    return None if share else f"{key} is {value!r}; give a share from 0 to 1"


def layered(folders: Sequence[str], tolerances: Tables) -> Ruleset:
    """The rules of the folders layered over the built-in ones, with these tolerances in place of theirs."""
    return _ruleset(tuple(folders), msgspec.json.encode(tolerances, order="deterministic"))


@cache
def _ruleset(folders: tuple[str, ...], tolerances: bytes) -> Ruleset:
    loaded = load_rules(*folders)
    given: Tables = msgspec.json.decode(tolerances)
    if not given:
        return loaded
    settings = dict(loaded.settings)
    for table, values in given.items():
        settings[table] = {**settings[table], **values}
    return msgspec.structs.replace(loaded, settings=settings)
