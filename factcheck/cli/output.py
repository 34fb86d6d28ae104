"""Where results go: standard output or files that are whole or not there; messages go to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TextIO

from msgspec import Struct
from msgspec.structs import replace

from factcheck.config import nearest
from factcheck.errors import ConfigError
from factcheck.model import Claim, Report, Severity
from factcheck.report import FORMATS, PLAIN, RenderOptions, line_of

COLOURS = ("auto", "always", "never")
WIDTHS = 80, 160


class Target(Struct, frozen=True):
    """One `--output`: a format, and the file it goes to (None for standard output); errors name the flag."""

    format: str
    path: Path | None = None
    flag: str = "--output: "


def targets(given: Sequence[str] | None, *, diff: bool = False, known: Iterable[str] = FORMATS) -> tuple[Target, ...]:
    """The outputs asked for; text to standard output when none is; `diff` asks for that format there."""
    asked = [*(given or ()), *(["diff"] if diff else ())]
    found = tuple(_target(each, known) for each in asked or ["text"])
    to_stdout = [each.format for each in found if each.path is None]
    if len(to_stdout) > 1:
        names = " and ".join(to_stdout)
        raise ConfigError(f"--output: {names} would both go to standard output; give one a file: {to_stdout[-1]}=FILE")
    return found


def _target(given: str, known: Iterable[str]) -> Target:
    name, equals, file = given.partition("=")
    if name not in known:
        raise ConfigError(f"--output: no format '{name}'{nearest(name, known)} (there are {', '.join(known)})")
    if not equals:
        return Target(name)
    path = Path(file)
    if not file or path.is_dir() or not path.parent.is_dir():
        raise ConfigError(
            f"--output: '{given}' names no file that can be written; give {name}=FILE in a folder that exists"
        )
    return Target(name, path)


def look(colour: str, table_format: str | None) -> RenderOptions:
    """How standard output is to options: colour and the terminal's width only where it is a terminal."""
    if colour not in COLOURS:
        raise ConfigError(f"--color: '{colour}' is none of {', '.join(COLOURS)}{nearest(colour, COLOURS)}")
    if table_format is not None:
        _known_table(table_format)
    width = RenderOptions().width
    if _is_terminal(sys.stdout):
        import shutil  # with all that it imports, for a terminal only

        width = max(WIDTHS[0], min(shutil.get_terminal_size().columns, WIDTHS[1]))
    return RenderOptions(coloured(colour), width, table_format or RenderOptions().table_format)


def _known_table(name: str) -> None:
    from tabulate import tabulate_formats

    if name not in tabulate_formats:
        raise ConfigError(
            f"--table-format: tabulate has no '{name}'{nearest(name, tabulate_formats)}"
            f" (some are simple, grid, github, outline, tsv)"
        )


def coloured(when: str) -> bool:
    """Whether to colour: the flag decides, then NO_COLOR, FORCE_COLOR, then whether it is a terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return _is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def put(report: Report, to: Iterable[Target], how: RenderOptions) -> None:
    """Write the report in each format: everything is rendered before the first byte is written."""
    rendered = [(target, FORMATS[target.format](report, _for(target, how))) for target in to]
    for target, text in rendered:
        _write(text, target)


def write(text: str, path: Path | None = None) -> None:
    """Write text to standard output, or as a whole file."""
    _write(text, Target("text", path, flag=""))


def _write(text: str, target: Target) -> None:
    try:
        with _opened(target) as out:
            out.write(text)
    except BrokenPipeError:  # whoever read our output has seen enough
        silence(sys.stdout)
    except OSError as error:
        raise ConfigError(f"standard output cannot be written: {error.strerror}") from None


def stream(claims: Iterable[Claim], to: Sequence[Target], how: RenderOptions) -> None:
    """Write each claim as it comes, in formats of one line a claim."""
    try:
        with ExitStack() as whole:
            writers = [(whole.enter_context(_opened(each)).write, line_of(each.format), _for(each, how)) for each in to]
            for claim in claims:
                for write, line, own in writers:
                    write(line(claim, own))
    except BrokenPipeError:
        silence(sys.stdout)


def _for(target: Target, how: RenderOptions) -> RenderOptions:
    """Files get neither colour nor the terminal's width."""
    return how if target.path is None else replace(how, colour=PLAIN.colour, width=PLAIN.width)


@contextmanager
def _opened(target: Target) -> Iterator[IO[str]]:
    """A stream to write to; a file comes into being only when all has gone well."""
    if target.path is None:
        yield _stdout()
        sys.stdout.flush()
        return
    try:
        with _replacing(target.path) as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ConfigError(f"{target.flag}{target.path}: cannot be written: {error.strerror}") from None


@contextmanager
def _replacing(path: Path) -> Iterator[IO[str]]:
    if Path("/dev") in path.parents or (path.exists() and not path.is_file()):  # nothing that could be replaced
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        return
    path = path.resolve()  # a link stays a link
    import tempfile  # with all that it imports, for a file only

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions that the file has, or that a plain `open` would give."""
    if path.exists():
        return path.stat().st_mode
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _stdout() -> TextIO:
    """Standard output in UTF-8 with plain line breaks, whatever the locale: same input, same bytes."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return sys.stdout


def tell(message: str) -> None:
    """One line on standard error, safe for a terminal."""
    from factcheck.report.screen import flat

    with suppress(BrokenPipeError):
        sys.stderr.write(flat(message) + "\n")


def silence(stream: TextIO) -> None:
    """Send the rest nowhere, so that the interpreter's last flush does not complain of a closed pipe."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def status(report: Report, fail_on: Severity) -> int:
    """0 when nothing is as bad as that, else 1; `never` fails on nothing."""
    return int(fail_on is not Severity.never and report.worst >= fail_on)
