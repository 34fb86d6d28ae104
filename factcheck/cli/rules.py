"""`factcheck rules`: list the rules, explain one finding or rule, run the examples, write the reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from factcheck import config
from factcheck.cli import complete, options, output
from factcheck.config import nearest
from factcheck.errors import ConfigError
from factcheck.report import RenderOptions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.report.catalogue import Entry
    from factcheck.ruleset import Rule, Ruleset

TEST = "test"
FORMATS = ("text", "markdown")


def rules(
    name: Annotated[
        str | None,
        Argument(metavar="NAME|test", hidden=True, autocompletion=complete.rules),
    ] = None,
    lists: Annotated[bool, Option("--lists", help="List the word lists, to which your own rules may add.")] = False,
    rules: options.Rules = None,
    config_file: options.ConfigFile = None,
    output_to: Annotated[
        str,
        Option(
            "--output",
            metavar="FORMAT[=FILE]",
            help="text or markdown; to FILE instead of standard output.",
            autocompletion=lambda incomplete: [each for each in FORMATS if each.startswith(incomplete)],
        ),
    ] = "text",
    table_format: options.TableFormat = None,
    color: options.Colour = "auto",
) -> int:
    """Show the rules in force, or explain one.

    Without a name: all findings and rules in a table, or the whole reference with `--output markdown`. With the name of
    a finding or of a rule: what it catches and why, examples, and how to do without it. `test` runs the examples of all
    rules, your own and those of other languages included, and exits with 1 when one of them does not hold.
    """
    from factcheck.ruleset import languages, load_rules

    (to,), rendering = output.targets([output_to], known=FORMATS), output.render_options(color, table_format)
    ruleset = load_rules(*config.load(config_file).rules, *(rules or ()))
    others = [ruleset.reading(language) for language in languages(ruleset.folders)]
    if lists:
        from factcheck.report.wordlists import listed_words

        if name is not None:
            raise ConfigError(f"--lists: it lists all; leave out '{name}'")
        output.write(listed_words(ruleset, rendering), to.path)
        return 0
    if name == TEST:
        return _test(ruleset, others, rendering)
    output.write(_shown(_named(name, ruleset, others) if name else None, ruleset, rendering, to), to.path)
    return 0


def _shown(item: Entry | Rule | None, ruleset: Ruleset, rendering: RenderOptions, to: output.Target) -> str:
    from factcheck.report.reference import explained, listed, page, section

    if to.format == "markdown":
        return page(ruleset) if item is None else section(item)
    return listed(ruleset, rendering) if item is None else explained(item, rendering)


def _named(name: str, ruleset: Ruleset, others: Iterable[Ruleset]) -> Entry | Rule:
    """The finding or rule of a name; of a rule that several languages have, that of the default language."""
    from factcheck.report.catalogue import BY_NAME

    rules = {rule.id: rule for each in (*others, ruleset) for rule in each.rules}
    known: dict[str, Entry | Rule] = {**rules, **BY_NAME}
    short = {id.split("/", 1)[-1]: id for id in rules}
    found = known.get(name) or known.get(short.get(name, ""))
    if found is None:
        near = nearest(name, known) or nearest(name, short)
        raise ConfigError(f"no finding or rule '{name}'{near} (`factcheck rules` lists them)")
    return found


def _test(ruleset: Ruleset, others: Iterable[Ruleset], rendering: RenderOptions) -> int:
    """Run every example and write the failures to standard output; 1 when there are any, else 0.

    Of another language, only its own rules are run: `ruleset` has those that serve every language.
    """
    from factcheck.examples import run
    from factcheck.report.screen import flat, paint

    tested = [(ruleset, ruleset.rules), *((each, each.own_rules) for each in others)]
    failures = [failure for each, rules in tested for failure in run(each, rules)]
    for failure in failures:
        where = paint(f"{flat(failure.path)}: {flat(failure.rule)}:", "strong", rendering)
        text = f" in “{flat(failure.text)}”" if failure.text else ""
        output.write(f"{where} {flat(failure.problem)}{text}\n")
    every = [rule for _, rules in tested for rule in rules]
    count = sum(len(rule.examples) for rule in every)
    output.write(f"{count} examples of {len(every)} rules: {len(failures) or 'no'} failures\n")
    return int(bool(failures))
