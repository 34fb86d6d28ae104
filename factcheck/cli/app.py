"""The commands as typer runs them: whatever the command line holds, with help, completion and a word on mistakes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any, get_args, get_type_hints

import typer
from msgspec.structs import asdict

from factcheck.cli import baseline, check, compare, explain, extract, init, lsp, rules
from factcheck.cli import config as configuration
from factcheck.cli.arguments import spread, taken_by_sources
from factcheck.cli.manual import Command, epilog
from factcheck.cli.options import Argument, Option
from factcheck.cli.output import tell
from factcheck.config import nearest

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
        app.command(name, cls=Command, epilog=epilog(name))(described(command))
    for name, (summary, commands) in GROUPS.items():
        group = typer.Typer(help=summary, rich_markup_mode=None)
        for each, command in commands.items():
            group.command(each, cls=Command, epilog=epilog(f"{name} {each}"))(described(command))
        app.add_typer(group, name=name)
    return app


def root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """A linter for facts: every number, date and quotation of a news text, against its sources.

    `factcheck COMMAND --help` says what a command takes, with examples.
    """


def described(command: Callable[..., int]) -> Callable[..., int]:
    """The command with its options and arguments as typer describes them."""

    @wraps(command)
    def typed(**values: Any) -> int:
        return command(**values)

    own = signature(command)
    hints = {name: _typed(hint) for name, hint in get_type_hints(command, include_extras=True).items()}
    parameters: list[Parameter] = [each.replace(annotation=hints[name]) for name, each in own.parameters.items()]
    typed.__dict__["__signature__"] = own.replace(parameters=parameters)
    typed.__annotations__ = hints
    return typed


def _typed(hint: Any) -> Any:
    kind, *described = get_args(hint) or (hint,)
    if described and isinstance(described[0], Option):
        given = asdict(described[0])
        return Annotated[kind, typer.Option(given.pop("flag"), **given)]
    if described and isinstance(described[0], Argument):
        return Annotated[kind, typer.Argument(**asdict(described[0]))]
    return hint


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status, 2 for a command line that means nothing.

    Raises FactcheckError when the work cannot be done.
    """
    try:
        return build()(args=spread(arguments), prog_name="factcheck", standalone_mode=False) or 0
    except UsageError as error:
        tell(f"factcheck: {_usage(error, arguments)}")
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
    elif "Missing argument" in message and len(taken := taken_by_sources(arguments)) > 1:
        draft, others = taken[-1], " ".join(taken[:-1])
        message = (
            f"no draft: --sources takes all paths behind it, {' '.join(taken)}; "
            f"put the draft before it: factcheck {command} {draft} --sources {others}"
        )
    way_out = f"factcheck {command} --help".replace("  ", " ")
    return f"{message[:1].lower()}{message[1:].rstrip('.')} (see `{way_out}`)"
