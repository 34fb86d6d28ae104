"""Write results to standard output or, as a whole or not at all, to files; write messages to standard error."""

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
WIDTHS = 80, 160  # columns: the least and greatest width of output on a terminal


class Target(Struct, frozen=True):
    """One `--output`: a format and its file, None for standard output; `flag` begins error messages."""

    format: str
    path: Path | None = None
    flag: str = "--output: "


def targets(given: Sequence[str] | None, *, diff: bool = False, known: Iterable[str] = FORMATS) -> tuple[Target, ...]:
    """The targets of `--output`, text to standard output by default; `diff` adds that format on standard output.

    Raises ConfigError for an unknown format, a file that cannot be written, or two formats on standard output.
    """
    requested = [*(given or ()), *(["diff"] if diff else ())]
    found = tuple(_target(each, known) for each in requested or ["text"])
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


def render_options(colour: str, table_format: str | None) -> RenderOptions:
    """The options for rendering to standard output: colour and the terminal's width only if it is a terminal.

    Raises ConfigError for an unknown value of `--color` or `--table-format`.
    """
    if colour not in COLOURS:
        raise ConfigError(f"--color: '{colour}' is none of {', '.join(COLOURS)}{nearest(colour, COLOURS)}")
    if table_format is not None:
        _known_table(table_format)
    width = RenderOptions().width
    if _is_terminal(sys.stdout):
        import shutil  # slow to import, and needed for a terminal only

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
    """Whether to use colour: the flag decides, then NO_COLOR, FORCE_COLOR, then whether the output is a terminal."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return _is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def put(report: Report, to: Iterable[Target], options: RenderOptions) -> None:
    """Write the report in each format; all formats are rendered before the first byte is written."""
    rendered = [(target, FORMATS[target.format](report, _for(target, options))) for target in to]
    for target, text in rendered:
        _write(text, target)


def write(text: str, path: Path | None = None) -> None:
    """Write text to standard output, or as a whole file."""
    _write(text, Target("text", path, flag=""))


def _write(text: str, target: Target) -> None:
    try:
        with _opened(target) as out:
            out.write(text)
    except BrokenPipeError:  # the reader, such as `head`, has closed the pipe
        silence(sys.stdout)
    except OSError as error:
        raise ConfigError(f"standard output cannot be written: {error.strerror}") from None


def stream(claims: Iterable[Claim], to: Sequence[Target], options: RenderOptions) -> None:
    """Write each claim as soon as it is extracted, in formats with one line per claim."""
    try:
        with ExitStack() as whole:
            writers = [
                (whole.enter_context(_opened(each)).write, line_of(each.format), _for(each, options)) for each in to
            ]
            for claim in claims:
                for write, line, own in writers:
                    write(line(claim, own))
    except BrokenPipeError:
        silence(sys.stdout)


def _for(target: Target, options: RenderOptions) -> RenderOptions:
    """The options for a target: files get neither colour nor the terminal's width."""
    return options if target.path is None else replace(options, colour=PLAIN.colour, width=PLAIN.width)


@contextmanager
def _opened(target: Target) -> Iterator[IO[str]]:
    """A stream to write to; a file appears only when writing has succeeded."""
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
    """A temporary file that replaces `path` in the end; devices and pipes are written to directly."""
    if Path("/dev") in path.parents or (path.exists() and not path.is_file()):
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        return
    path = path.resolve()  # replace the target of a symbolic link, not the link
    import tempfile  # slow to import, and needed for files only

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
    """The permissions of the file, or those that a plain `open` would give it."""
    if path.exists():
        return path.stat().st_mode
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _stdout() -> TextIO:
    """Standard output in UTF-8 with LF line breaks in every locale: the same input gives the same bytes."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return sys.stdout


def tell(message: str) -> None:
    """Write one line to standard error, without anything that a terminal would obey."""
    from factcheck.report.screen import flat

    with suppress(BrokenPipeError):
        sys.stderr.write(flat(message) + "\n")


def silence(stream: TextIO) -> None:
    """Redirect a stream to nowhere, so that the interpreter's last flush does not fail on the closed pipe."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def status(report: Report, fail_on: Severity) -> int:
    """1 when a finding that counts is at or above the severity, else 0; always 0 for `never`."""
    return int(fail_on is not Severity.never and report.worst >= fail_on)
