"""Arguments as people write them → as the option parser wants them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

GREEDY = "--sources"


def spread(arguments: Iterable[str]) -> list[str]:
    """`--sources a b` as `--sources a --sources b`, up to the next option or `--`, which drafts may follow.

    `--sources=a` takes that one path only.
    """
    return list(_spread(arguments))


def _spread(arguments: Iterable[str]) -> Iterator[str]:
    waiting = taking = False
    given = iter(arguments)
    for argument in given:
        if argument == "--":
            yield argument
            yield from given
        elif argument.startswith("-") and argument != "-":
            waiting = taking = argument == GREEDY
            yield argument
        else:
            if taking and not waiting:
                yield GREEDY
            waiting = False
            yield argument


def taken_by_sources(arguments: Iterable[str]) -> list[str]:
    """The paths that the last `--sources` takes, up to the next option."""
    taken: list[str] = []
    taking = False
    for argument in arguments:
        if argument.startswith("-") and argument != "-":
            taking = argument == GREEDY
            taken = [] if taking else taken
        elif taking:
            taken.append(argument)
    return taken
