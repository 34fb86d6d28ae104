"""The typer application: commands, groups, help, completion, and messages for wrong command lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from factcheck.cli.arguments import spread, taken_by_sources
from factcheck.cli.manual import Command, epilog
from factcheck.cli.output import tell
from factcheck.config import nearest

# typer has moved this class between versions; its public BadParameter always derives from it.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]

# The function of each command, as module.function of this package; only the requested one is imported.
COMMANDS = {
    "check": "check.check",
    "compare": "compare.compare",
    "extract": "extract.extract",
    "explain": "explain.explain",
    "rules": "rules.rules",
    "config": "config.show",
    "init": "init.init",
    "lsp": "lsp.lsp",
}

GROUPS = {
    "baseline": (
        "Findings that are put off: written down, shown, not counted.",
        {"update": "baseline.update", "show": "baseline.show"},
    ),
}


def build(requested: str = "") -> typer.Typer:
    """The application with the one requested command or group, or with all of them where none has that name.

    Importing and inspecting all commands takes typer 15 ms, `check` alone 3 ms, beside the 150 ms of a small check.
    A requested command is the application itself: the options that stand before a command cannot have been given.
    """
    app = typer.Typer(
        name="factcheck",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        add_completion=requested not in COMMANDS,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    if requested in COMMANDS:
        _add(app, requested, COMMANDS[requested], epilog(requested))
        return app
    app.callback()(root)
    known = (*COMMANDS, *GROUPS)
    for name in (requested,) if requested in known else known:
        if name in COMMANDS:
            _add(app, name, COMMANDS[name], epilog(name))
        else:
            summary, commands = GROUPS[name]
            group = typer.Typer(help=summary, rich_markup_mode=None)
            for each, function in commands.items():
                _add(group, each, function, epilog(f"{name} {each}"))
            app.add_typer(group, name=name)
    return app


def _add(app: typer.Typer, name: str, function: str, last: str) -> None:
    module, _, attribute = function.partition(".")
    command = getattr(import_module(f"factcheck.cli.{module}"), attribute)
    app.command(name, cls=Command, epilog=last)(command)


def _show_version(context: typer.Context, requested: bool) -> None:
    if requested:
        from factcheck.cli.version import described

        text = described()
        sys.stdout.write(text if context.params.get("verbose") else text[: text.index("\n") + 1])
        raise typer.Exit


def root(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_show_version)
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="With --version: show also how factcheck was installed.", is_eager=True)
    ] = False,
) -> None:
    """A linter for facts: every number, date and quotation of a news text, against its sources.

    `factcheck COMMAND --help` says what a command takes, with examples.
    """


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status, 2 for an invalid command line.

    Raises FactcheckError when the work cannot be done.
    """
    try:
        # As click names the context of a command in a group.
        name, own = ("factcheck", arguments)
        if arguments[0] in COMMANDS:
            name, own = f"factcheck {arguments[0]}", arguments[1:]
        return build(arguments[0])(args=spread(own), prog_name=name, standalone_mode=False) or 0
    except UsageError as error:
        tell(f"factcheck: {_usage(error, arguments)}")
    return 2


def _usage(error: Exception, arguments: Sequence[str]) -> str:
    """typer's message in one line, with the nearest known name where a command or option is unknown."""
    message: str = getattr(error, "format_message", error.__str__)()
    command = arguments[0] if arguments[0] in (*COMMANDS, *GROUPS) else ""
    unknown = getattr(error, "option_name", None) if "No such option" in message else None
    if unknown:
        context = getattr(error, "ctx", None)
        known = [name for each in context.command.params for name in each.opts] if context else []
        message = f"no such option: {unknown}{nearest(unknown, known)}"
    elif not command and "No such command" in message:
        message = f"no such command: {arguments[0]}{nearest(arguments[0], (*COMMANDS, *GROUPS))}"
    elif command in GROUPS and "No such command" in message:
        _, commands = GROUPS[command]
        message = f"no such command: {' '.join(arguments[:2])}{nearest(arguments[1], commands)}"
    elif "Missing argument" in message and len(taken := taken_by_sources(arguments)) > 1:
        import shlex

        whole = " ".join(arguments[: 2 if command in GROUPS else 1])
        message = (
            f"no draft: --sources takes all paths behind it, {shlex.join(taken)}; "
            f"put the draft before it: factcheck {whole} {shlex.join(taken[-1:])} --sources {shlex.join(taken[:-1])}"
        )
    way_out = f"factcheck {command} --help".replace("  ", " ")
    return f"{message[:1].lower()}{message[1:].rstrip('.')} (see `{way_out}`)"
