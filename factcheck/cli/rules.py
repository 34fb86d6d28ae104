"""`factcheck rules`: what is in force, one rule explained, examples run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from factcheck import config
from factcheck.cli import options, output
from factcheck.config import nearest
from factcheck.errors import ConfigError
from factcheck.report import Look
from factcheck.report.screen import flat, paint, safe
from factcheck.report.table import draw
from factcheck.ruleset import Example, Rule, Ruleset, load_rules

TEST = "test"


def rules(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME|test]",
            help="A rule to explain; `test` runs the examples of all.",
            show_default=False,
        ),
    ] = None,
    rules: options.Rules = None,
    config_file: options.ConfigFile = None,
    table_format: options.TableFormat = None,
    color: options.Colour = "auto",
) -> int:
    """List the rules in force, explain one, or run the examples that they carry."""
    how = output.look(color, table_format)
    ruleset = load_rules(*config.load(config_file).rules, *(rules or ()))
    if name == TEST:
        return _test(ruleset, how)
    output.write(listed(ruleset, how) if name is None else explained(_named(name, ruleset), how))
    return 0


def _named(name: str, ruleset: Ruleset) -> Rule:
    known = {rule.id: rule for rule in ruleset.rules}
    short = {rule.id.split("/", 1)[-1]: rule.id for rule in ruleset.rules}
    found = known.get(name) or known.get(short.get(name, ""))
    if found is None:
        near = nearest(name, known) or nearest(name, short)
        raise ConfigError(f"no rule '{name}'{near} (`factcheck rules` lists them)")
    return found


def listed(ruleset: Ruleset, how: Look) -> str:
    """A table of all rules."""
    rows = [(flat(rule.id), rule.kind or "", flat(rule.summary)) for rule in ruleset.rules]
    return draw(("rule", "kind", "summary"), rows, how)


def explained(rule: Rule, how: Look) -> str:
    """All there is to say of one rule."""
    return "".join(line + "\n" for line in _explained(rule, how))


def _explained(rule: Rule, how: Look) -> Iterator[str]:
    yield f"{paint(flat(rule.id), 'strong', how)}: {flat(rule.summary)}"
    if rule.why:
        yield ""
        yield flat(rule.why)
    yield ""
    for label, text in (
        ("kind", rule.kind),
        ("file", rule.path),
        ("before", rule.before),
        ("pattern", rule.pattern),
        ("after", rule.after),
        ("reading", rule.reading),
    ):
        if text:
            yield f"{label + ':':9}{safe(text.strip())}"
    yield ""
    yield "examples:"
    yield from (f"  {_example(example)}" for example in rule.examples)


def _example(example: Example) -> str:
    text = flat(example.text)
    if example.find is None:
        return f"- {text}  (nothing)"
    values = ", ".join(f"{name} {flat(wanted)}" for name, wanted in example.expectations())
    return f"+ {text}  → {flat(example.find)}{f': {values}' if values else ''}"


def _test(ruleset: Ruleset, how: Look) -> int:
    """Run every example; failures go to standard output, 1 when there are any."""
    from factcheck.examples import run

    failures = list(run(ruleset))
    for failure in failures:
        where = paint(f"{flat(failure.path)}: {flat(failure.rule)}:", "strong", how)
        text = f" in “{flat(failure.text)}”" if failure.text else ""
        output.write(f"{where} {flat(failure.problem)}{text}\n")
    count = sum(len(rule.examples) for rule in ruleset.rules)
    output.write(f"{count} examples of {len(ruleset.rules)} rules: {len(failures) or 'no'} failures\n")
    return int(bool(failures))
