"""Plain command lines, read without typer: importing it takes as long as a small check.

Plain is what can be read in one way only: long options by their full names, each with a value that looks like no
option, and enough arguments. All else (help, completion, `--`, what is missing or misspelt) is left to typer, which
gives the same values for what is read here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import Struct

from factcheck.cli.arguments import spread
from factcheck.cli.options import Argument, Option

COMMANDS = ("check", "compare", "explain", "extract", "rules")  # each a function in the module of that name
COMPLETING = "_FACTCHECK_COMPLETE"


class Parameter(Struct, frozen=True):
    """A parameter of a command: how often it takes a value (a flag takes none), and whether it must be given."""

    name: str
    described: Option | Argument
    repeats: bool
    is_flag: bool
    required: bool


def read(arguments: Sequence[str]) -> Callable[[], int] | None:
    """The command with its values, where the arguments are plain; else None."""
    if arguments[0] not in COMMANDS or COMPLETING in os.environ:
        return None
    command: Callable[..., int] = getattr(import_module(f"factcheck.cli.{arguments[0]}"), arguments[0])
    values = _values(spread(arguments[1:]), parameters(command))
    return None if values is None else partial(command, **values)


def parameters(command: Callable[..., int]) -> list[Parameter]:
    """The parameters of a command, by its annotations and defaults."""
    hints = get_type_hints(command, include_extras=True)
    del hints["return"]
    optional = len(hints) - len(getattr(command, "__defaults__", None) or ())
    return [_parameter(name, hint, required=place < optional) for place, (name, hint) in enumerate(hints.items())]


def _parameter(name: str, hint: Any, *, required: bool) -> Parameter:
    kind, described = get_args(hint)
    kinds = [each for each in get_args(kind) if each is not NoneType] if get_origin(kind) is not list else []
    whole = kinds[0] if kinds else kind
    return Parameter(name, described, get_origin(whole) is list, whole is bool, required)


def _values(arguments: Sequence[str], known: Sequence[Parameter]) -> dict[str, Any] | None:
    """The values that are given, by parameter; None where they are not plain."""
    options = {each.described.flag: each for each in known if isinstance(each.described, Option)}
    found: dict[str, Any] = {}
    given: list[str] = []
    left = iter(arguments)
    for argument in left:
        if not _looks_like_an_option(argument):
            given.append(argument)
            continue
        name, equals, value = argument.partition("=")
        option = options.get(name)
        if option is None or (option.is_flag and equals):
            return None
        if not option.is_flag and not equals:
            value = next(left, "")
        if not _put(found, option, value):
            return None
    return found if _placed(given, known, found) else None


def _looks_like_an_option(argument: str) -> bool:
    return argument.startswith("-") and argument != "-"


def _put(found: dict[str, Any], parameter: Parameter, value: str) -> bool:
    """Put a value down; False where it is missing or could be meant otherwise."""
    if parameter.is_flag:
        found[parameter.name] = True
        return True
    if not value or _looks_like_an_option(value) or (parameter.name in found and not parameter.repeats):
        return False
    if parameter.repeats:
        found.setdefault(parameter.name, []).append(value)
    else:
        found[parameter.name] = value
    return True


def _placed(given: Sequence[str], known: Sequence[Parameter], found: dict[str, Any]) -> bool:
    """Put down what stands without an option; False where it is too much or too little."""
    places = [each for each in known if isinstance(each.described, Argument)]
    for value in given:
        if not places or not _put(found, places[0], value):
            return False
        if not places[0].repeats:
            places.pop(0)
    return all(each.name in found for each in known if each.required)
