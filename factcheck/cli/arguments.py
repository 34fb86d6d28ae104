"""Rewrite the arguments of a command line as the option parser expects them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

GREEDY = "--sources"


def spread(arguments: Iterable[str]) -> list[str]:
    """Rewrite `--sources a b` as `--sources a --sources b`, up to the next option or `--`; drafts may follow `--`.

    `--sources=a` takes that one path only.
    """
    return list(_spread(arguments))


def _spread(arguments: Iterable[str]) -> Iterator[str]:
    greedy = has_value = False
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            yield argument
            yield from remaining
        elif argument.startswith("-") and argument != "-":
            greedy, has_value = argument == GREEDY, False
            yield argument
        else:
            if greedy and has_value:
                yield GREEDY
            has_value = True
            yield argument


def taken_by_sources(arguments: Iterable[str]) -> list[str]:
    """The paths that the last `--sources` takes, up to the next option."""
    paths: list[str] = []
    greedy = False
    for argument in arguments:
        if argument.startswith("-") and argument != "-":
            greedy = argument == GREEDY
            paths = [] if greedy else paths
        elif greedy:
            paths.append(argument)
    return paths
