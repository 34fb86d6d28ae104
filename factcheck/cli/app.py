"""The commands, and the one place where an error becomes a line on standard error and exit status 2."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from factcheck import expressions
from factcheck.cli import baseline, check, compare, explain, extract, init, lsp, rules
from factcheck.cli import config as configuration
from factcheck.cli.arguments import spread
from factcheck.cli.manual import Command, epilog
from factcheck.cli.output import silence, tell
from factcheck.config import nearest
from factcheck.errors import FactcheckError

# typer has moved this class between versions; its public BadParameter always derives from it.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]

COMMANDS: dict[str, Callable[..., int]] = {
    "check": check.check,
    "compare": compare.compare,
    "extract": extract.extract,
    "explain": explain.explain,
    "rules": rules.rules,
    "config": configuration.show,
    "init": init.init,
    "lsp": lsp.lsp,
}

GROUPS: dict[str, tuple[str, dict[str, Callable[..., int]]]] = {
    "baseline": (
        "Findings that are put off: written down, shown, not counted.",
        {"update": baseline.update, "show": baseline.show},
    ),
}


def build() -> typer.Typer:
    """The application with its commands."""
    app = typer.Typer(
        name="factcheck",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(root)
    for name, command in COMMANDS.items():
        app.command(name, cls=Command, epilog=epilog(name))(command)
    for name, (summary, commands) in GROUPS.items():
        group = typer.Typer(help=summary, rich_markup_mode=None)
        for each, command in commands.items():
            group.command(each, cls=Command, epilog=epilog(f"{name} {each}"))(command)
        app.add_typer(group, name=name)
    return app


def root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """A linter for facts: every number, date and quotation of a news text, against its sources.

    `factcheck COMMAND --help` says what a command takes, with examples.
    """


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status."""
    if not arguments:
        arguments = ["--help"]
    try:
        return build()(args=spread(arguments), prog_name="factcheck", standalone_mode=False) or 0
    except FactcheckError as error:
        tell(f"factcheck: {error}")
    except BrokenPipeError:
        silence(sys.stdout)
        return 0
    except UsageError as error:
        tell(f"factcheck: {_usage(error, arguments)}")
    except Exception:  # a crash must not look like a finding, as Python's own status 1 would
        traceback.print_exc(limit=-8)
        tell("factcheck: this is a bug in factcheck; please report it with the lines above")
    finally:
        expressions.keep()
    return 2


def _usage(error: Exception, arguments: Sequence[str]) -> str:
    """typer's own words on one line, with the nearest command or option when it names an unknown one."""
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
    way_out = f"factcheck {command} --help".replace("  ", " ")
    return f"{message[:1].lower()}{message[1:].rstrip('.')} (see `{way_out}`)"
