"""No pattern has possessive quantifiers or atomic groups, for which Python before 3.11.5 reports wrong groups."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from factcheck.ruleset import rules_folder

ROOT = Path(__file__).parent.parent

# Runs without the cache, so that each expression is compiled and recorded with its flags.
_COMPILED = """
import json, pkgutil, sys
from datetime import date
from importlib import import_module
import factcheck
from factcheck import regex_cache

regex_cache._sre = None
regex_cache._known.cache_clear()
for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
    if module.name != "factcheck.__main__":
        import_module(module.name)
rules = factcheck.load_rules()
for rule in rules.rules:
    for pattern in (rule.pattern, rule.before, rule.after):
        if pattern:
            rules.compile(pattern)
text = "“We go,” said Jo Roe on 5 May 2017. About 30 of 50 people left at 9 a.m. for $3 million. It fell 5% last week."
document = factcheck.Document("a.md", text, published=date(2017, 5, 6))
factcheck.check([document], [document], rules)
json.dump(list(regex_cache._new_patterns.values()), sys.stdout)
"""


def repeats(pattern: str, flags: int = 0) -> bool:
    """Whether a pattern has a possessive quantifier or an atomic group."""
    parsed = import_module("re._parser").parse(pattern, flags)
    return any(name in {"POSSESSIVE_REPEAT", "ATOMIC_GROUP"} for name in operations(parsed))


def operations(parsed: Any) -> Iterator[str]:
    """The names of the operations in a parsed expression, at all depths."""
    if isinstance(parsed, tuple | list) or type(parsed).__name__ == "SubPattern":
        for each in parsed:
            yield from operations(each)
    elif hasattr(parsed, "name"):  # an operation code of the parser
        yield str(parsed)


@pytest.mark.parametrize("pattern", ["a*+", "(?:a|b)++c", "a?+", "(x|a{1,3}+)", "(?>ab|a)c", "(?=(?!a(?>b)))"])
def test_possessive_patterns_are_detected(pattern: str) -> None:
    assert repeats(pattern)


@pytest.mark.parametrize("pattern", ["a*", "[-*+•]", r"\++", "a+?", r"(?=(a|b))\1"])
def test_other_patterns_are_not_detected(pattern: str) -> None:
    assert not repeats(pattern)


def test_no_compiled_pattern_is_possessive() -> None:
    ran = subprocess.run([sys.executable, "-c", _COMPILED], capture_output=True, text=True, check=True, cwd=ROOT)
    compiled = json.loads(ran.stdout)
    assert len(compiled) > 200
    assert [pattern for pattern, flags in compiled if repeats(pattern, flags)] == []


def strings() -> Iterator[tuple[Path, str]]:
    """Yield the string literals in calls of `regex`, and those in the rule files."""
    for path in sorted((ROOT / "factcheck").rglob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        calls = (node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "expression")
        for node in (inner for call in calls for inner in ast.walk(call)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path, node.value
    literal = re.compile(r"'''(.*?)'''|'([^'\n]*)'", re.DOTALL)
    for path in sorted(rules_folder().rglob("*.toml")):
        for found in literal.finditer(path.read_text(encoding="utf-8")):
            yield path, found[1] or found[2] or ""


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_no_literal_is_a_possessive_pattern() -> None:
    found = []
    for path, literal in strings():
        try:
            if repeats(literal.replace("{{", "{").replace("}}", "}")):
                found.append((path.name, literal))
        except (re.error, OverflowError):
            continue  # not a pattern, or only part of one
    assert found == []
