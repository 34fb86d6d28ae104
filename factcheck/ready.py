"""`python -m factcheck.ready`: what every start would parse and compile, kept beside the bytecode at set-up."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pkgutil import walk_packages

import factcheck
from factcheck import expressions
from factcheck.examples import run
from factcheck.model import Document
from factcheck.report import FORMATS
from factcheck.ruleset import compile_rules

_WOKEN = """LONDON, March 3 (Reuters) - "About 24,000 people left on Monday," the mayor, Ann Lee, said.
Nearly one in five of them, some 4.5 million dollars poorer, will be back by May 2012, at 7:30 a.m. GMT.
"""


def make_ready() -> None:
    """Parse the rules and compile the expressions that a check needs, and keep both."""
    compile_rules()
    for module in walk_packages(factcheck.__path__, "factcheck."):
        if not module.name.startswith("factcheck.lsp"):  # an extra, perhaps not installed
            import_module(module.name)
    ruleset = factcheck.load_rules()
    for _ in run(ruleset):  # their examples wake all rules
        pass
    document = Document(id="ready.txt", text=_WOKEN, published=date(2012, 3, 4))
    report = factcheck.check([document], [document], ruleset)
    for write in FORMATS.values():
        write(report)
    expressions.keep(always=True)


if __name__ == "__main__":
    make_ready()
