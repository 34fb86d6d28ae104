"""`python -m factcheck.ready`: what every start would parse and compile, kept beside the bytecode at set-up."""

from __future__ import annotations

from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory

import factcheck
from factcheck import cli, expressions
from factcheck.examples import run
from factcheck.ruleset import compile_rules

_FILES = {
    "draft.md": """---
title: The ready town
---
<!-- factcheck: ignore[number-differs]="4,000" a trial -->
"About 24,000 people left on Monday," the mayor, Ann Lee, said. Some 4,100 have come back since May 2, 2012.
""",
    "wire.txt": """LONDON, March 3, 2012 (Reuters) - "About 24,000 people left on Monday," Ann Lee, the mayor, said.

Nearly one in five, some 4.5 million dollars poorer, will be back by May 2012, at 7:30 a.m. GMT.

Published 1 March 2012, a caption. Reporting by Joe Bloggs; Copyright 2012 Reuters.
""",
    "other.txt": "OSLO (AP) - On 4 April 2012 an editor of the Associated Press contributed to this report.\n\n"
    "Some 4,100 have come back since May 9, 2012.\n",
    "page.html": '<html><head><meta name="date" content="2012-03-04"></head><body><p>Some 40 left.</p></body></html>',
}


def make_ready() -> None:
    """Parse the rules and compile the expressions that the commands need, and keep both."""
    compile_rules()
    for module in walk_packages(factcheck.__path__, "factcheck."):
        if not module.name.startswith("factcheck.lsp"):  # an extra, perhaps not installed
            import_module(module.name)
    for _ in run(factcheck.load_rules()):  # their examples wake all rules
        pass
    with TemporaryDirectory() as folder, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        for name, text in _FILES.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        draft, *sources = (str(Path(folder) / name) for name in _FILES)
        cli.main(["check", draft, "--sources", *sources, "--fail-on", "never"])
    expressions.keep(always=True)


if __name__ == "__main__":
    make_ready()
