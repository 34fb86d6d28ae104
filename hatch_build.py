"""Hatch build hook: compile the modules that take most of the extraction time to machine code with mypyc.

The modules and the build requirements are listed in pyproject.toml (`tool.hatch.build.targets.wheel.hooks.custom`).
The environment variable FACTCHECK_COMPILE decides:

- `auto` (the default): compile if there is a C compiler; if there is none, or compiling fails, build the pure-Python
  wheel, which gives the same results.
- `no`: build the pure-Python wheel.
- `yes`: fail if the modules cannot be compiled.

Editable installs are never compiled. The result is recorded in the wheel as factcheck/_build.txt, which
`factcheck --version --verbose` shows.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "factcheck"
NOTE = "_build.txt"
VARIABLE = "FACTCHECK_COMPILE"
CHOICES = ("auto", "no", "yes")
LONGEST = 120  # characters of a reason: setuptools may give the whole command of the compiler


class CustomBuildHook(BuildHookInterface[Any]):
    """Compile the groups of modules listed in the hook's configuration, and add them to the wheel."""

    def dependencies(self) -> list[str]:
        """The requirements of the build: none for a pure-Python wheel."""
        return [] if reason_against(choice()) else list(self.config["requires"])

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the modules, and add the compiled files and the build note to the wheel.

        Raises RuntimeError if FACTCHECK_COMPILE=yes and the modules cannot be compiled.
        """
        if version == "editable":
            return
        self._temporary = TemporaryDirectory(prefix="factcheck-build-")  # removed when the build ends
        folder = Path(self._temporary.name)
        selected = choice()
        reason = reason_against(selected) or compiled(Path(self.root), folder, groups_of(self.config))
        if reason and selected == "yes":
            raise RuntimeError(f"{VARIABLE}=yes, but {reason}")
        if reason:
            self.app.display_warning(f"factcheck is built as plain Python: {reason}")
        else:
            built = folder / "lib"
            modules = [path for suffix in ("so", "pyd") for path in sorted(built.rglob(f"*.{suffix}"))]
            build_data["force_include"].update({str(path): path.relative_to(built).as_posix() for path in modules})
            build_data.update(pure_python=False, infer_tag=True)
        note = folder / NOTE
        note.write_text(f"{reason or 'compiled'}\n", encoding="utf-8")
        build_data["force_include"][str(note)] = f"{PACKAGE}/{NOTE}"


def choice() -> str:
    """The value of FACTCHECK_COMPILE, by default "auto".

    Raises ValueError if it is not one of `CHOICES`.
    """
    selected = os.environ.get(VARIABLE, "") or "auto"
    if selected not in CHOICES:
        raise ValueError(f"{VARIABLE}={selected}: not one of {', '.join(CHOICES)}")
    return selected


def reason_against(selected: str) -> str:
    """The reason not to compile for a choice of FACTCHECK_COMPILE; an empty string if there is none."""
    if selected == "no":
        return f"{VARIABLE}=no"
    if platform.python_implementation() != "CPython":
        return f"mypyc compiles for CPython only, not for {platform.python_implementation()}"
    if sys.platform == "win32":
        return ""  # setuptools looks for Visual Studio itself, and reports if there is none
    command = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if not shutil.which(command):
        return f"no C compiler ({command})"
    header = Path(sysconfig.get_path("include"), "Python.h")
    return "" if header.is_file() else f"the headers of Python are not installed (no {header})"


def groups_of(config: Mapping[str, Any]) -> dict[str, Sequence[str]]:
    """The file patterns of each group; the patterns of excluded modules have the key ""."""
    return {**config["groups"], "": config["exclude"]}


def modules_of(root: Path, patterns: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The modules of each group, as paths relative to the root.

    Raises FileNotFoundError for a pattern that matches no file.
    """
    found = {
        name: [path.relative_to(root).as_posix() for pattern in each for path in matching(root, pattern)]
        for name, each in patterns.items()
    }
    excluded = set(found.pop(""))
    return {name: [path for path in paths if path not in excluded] for name, paths in found.items()}


def matching(root: Path, pattern: str) -> list[Path]:
    """The files that a pattern matches, sorted; FileNotFoundError if there are none."""
    paths = sorted(root.glob(pattern))
    if not paths:
        raise FileNotFoundError(f"pyproject.toml: no file is named {pattern}")
    return paths


def compiled(root: Path, folder: Path, patterns: Mapping[str, Sequence[str]]) -> str:
    """Compile the modules into `folder/lib`; the reason of a failure, or an empty string.

    mypy exits the process when it fails, so it runs in a subprocess, on a copy of the sources.
    """
    shutil.copytree(root / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("*.so", "*.pyd", "__pycache__"))
    groups = modules_of(root, patterns)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).resolve()), json.dumps(groups)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return ""
    output = f"{done.stdout}\n{done.stderr}".strip().splitlines() or [f"the compiler ended with {done.returncode}"]
    reason = next((line for line in output if "error:" in line), output[-1])
    return reason if len(reason) <= LONGEST else f"{reason[:LONGEST]}…"


def compile_here(groups: Mapping[str, Sequence[str]]) -> None:
    """Compile groups of modules, given as paths relative to the current folder, into `lib`.

    Each group becomes one shared library, in which modules call each other directly. Raises ImportError without mypyc
    or setuptools, and the errors of setuptools without a working compiler.
    """
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    # The wheel's dependencies are not installed for the build, except msgspec, whose types mypy needs.
    options = ["--config-file=", "--cache-dir=cache", "--ignore-missing-imports"]
    extensions = mypycify(
        [*options, *(path for paths in groups.values() for path in paths)],
        opt_level="1",  # compiles in half the time of -O3, and runs as fast: the Python runtime takes most of the time
        debug_level="0",
        separate=[(list(paths), f"{PACKAGE}_{name}") for name, paths in groups.items()],
        target_dir="c",
    )
    for extension in extensions:  # a warning that a newer compiler adds is no reason for a plain wheel
        extension.extra_compile_args = [each for each in extension.extra_compile_args if each != "-Werror"]
    command = build_ext(Distribution({"name": PACKAGE, "ext_modules": extensions}))
    command.parallel = os.cpu_count()
    command.build_temp, command.build_lib = "o", "lib"
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    compile_here(json.loads(sys.argv[1]))
