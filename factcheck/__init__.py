"""A linter for facts: every number, date and quotation of a news text, against its sources.

    import factcheck

    rules = factcheck.load_rules()
    drafts = list(factcheck.documents(["draft.md"]))
    sources = list(factcheck.documents(["notes/"]))
    report = factcheck.check(drafts, sources, rules)

Names are imported at first use, so that `import factcheck` is fast.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.errors import ConfigError, DocumentError, FactcheckError, InputError, RuleError
    from factcheck.model import (
        Claim,
        Cluster,
        Document,
        Evidence,
        Finding,
        Judged,
        Mention,
        Origin,
        Quantity,
        Quotation,
        Report,
        Sentence,
        Severity,
        Span,
        TimeExpression,
    )
    from factcheck.pipeline import check, compare, extract
    from factcheck.read import documents
    from factcheck.ruleset import Ruleset, load_rules

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Cluster",
    "ConfigError",
    "Document",
    "DocumentError",
    "Evidence",
    "FactcheckError",
    "Finding",
    "InputError",
    "Judged",
    "Mention",
    "Origin",
    "Quantity",
    "Quotation",
    "Report",
    "RuleError",
    "Ruleset",
    "Sentence",
    "Severity",
    "Span",
    "TimeExpression",
    "__version__",
    "check",
    "compare",
    "documents",
    "extract",
    "load_rules",
]

_MODULES = {  # where a public name is defined; names not listed are in `model`
    "check": "pipeline",
    "compare": "pipeline",
    "documents": "read",
    "load_rules": "ruleset",
    "Ruleset": "ruleset",
    "ConfigError": "errors",
    "DocumentError": "errors",
    "FactcheckError": "errors",
    "InputError": "errors",
    "RuleError": "errors",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'factcheck' has no attribute '{name}'")
    found = getattr(import_module(f"factcheck.{_MODULES.get(name, 'model')}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__


class _Package(ModuleType):
    """The package, with `extract` always the function: importing the submodule of that name must not replace it."""

    @property
    def extract(self) -> Any:
        return import_module("factcheck.pipeline").extract

    @extract.setter
    def extract(self, submodule: object) -> None:
        pass


sys.modules[__name__].__class__ = _Package
