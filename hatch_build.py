"""The build hook of the wheel: the modules that extraction spends its time in, compiled to machine code by mypyc.

Which modules, and what compiling them needs, stands in pyproject.toml (`tool.hatch.build.targets.wheel.hooks.custom`).
The environment variable FACTCHECK_COMPILE decides:

- `auto` (the default): compile where there is a C compiler; where there is none, or where it fails, build the plain
  wheel, which gives the same results.
- `no`: build the plain wheel.
- `yes`: fail where the modules cannot be compiled.

Editable installs always run the sources. A note of what was done is packed as factcheck/_build.txt;
`factcheck --version --verbose` shows it.
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


class CustomBuildHook(BuildHookInterface[Any]):
    """Compile the groups of modules that the hook's configuration names, and put them into the wheel."""

    def dependencies(self) -> list[str]:
        """What must be installed before the build: nothing for a plain wheel."""
        return [] if reason_against(choice()) else list(self.config["requires"])

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the compiled files and the note for the wheel.

        Raises RuntimeError where FACTCHECK_COMPILE=yes cannot be done.
        """
        if version == "editable":
            return
        self._temporary = TemporaryDirectory(prefix="factcheck-build-")  # removed when the build ends
        folder = Path(self._temporary.name)
        asked = choice()
        reason = reason_against(asked) or compiled(Path(self.root), folder, groups_of(self.config))
        if reason and asked == "yes":
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
    """The value of FACTCHECK_COMPILE.

    Raises ValueError for one that means nothing.
    """
    asked = os.environ.get(VARIABLE, "") or "auto"
    if asked not in CHOICES:
        raise ValueError(f"{VARIABLE}={asked}: not one of {', '.join(CHOICES)}")
    return asked


def reason_against(asked: str) -> str:
    """Why there is no use in trying to compile; an empty string where there is."""
    if asked == "no":
        return f"{VARIABLE}=no"
    if platform.python_implementation() != "CPython":
        return f"mypyc compiles for CPython only, not for {platform.python_implementation()}"
    if sys.platform == "win32":
        return ""  # setuptools looks for Visual Studio in places of its own, and says so where there is none
    command = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if not shutil.which(command):
        return f"no C compiler ({command})"
    header = Path(sysconfig.get_path("include"), "Python.h")
    return "" if header.is_file() else f"the headers of Python are not installed (no {header})"


def groups_of(config: Mapping[str, Any]) -> dict[str, Sequence[str]]:
    """The patterns of the modules of each group, and under an empty name those of modules that are left out."""
    return {**config["groups"], "": config["exclude"]}


def modules_of(root: Path, patterns: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The modules of each group, as paths from the root.

    Raises FileNotFoundError for a pattern that no file has.
    """
    found = {
        name: [path.relative_to(root).as_posix() for pattern in each for path in matching(root, pattern)]
        for name, each in patterns.items()
    }
    left_out = set(found.pop(""))
    return {name: [path for path in paths if path not in left_out] for name, paths in found.items()}


def matching(root: Path, pattern: str) -> list[Path]:
    """The files of a pattern, sorted."""
    paths = sorted(root.glob(pattern))
    if not paths:
        raise FileNotFoundError(f"pyproject.toml: no file is named {pattern}")
    return paths


def compiled(root: Path, folder: Path, patterns: Mapping[str, Sequence[str]]) -> str:
    """Compile the modules into `lib` in a folder; why that failed, or an empty string.

    mypy ends the process that it fails in, so it runs in one of its own, on a copy of the sources.
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
    said = f"{done.stdout}\n{done.stderr}".strip().splitlines() or [f"the compiler ended with {done.returncode}"]
    return next((line for line in said if "error:" in line), said[-1])


def compile_here(groups: Mapping[str, Sequence[str]]) -> None:
    """Compile groups of modules, as paths from the current folder, into `lib`.

    A group becomes one library; its modules call each other without Python between. Raises ImportError without mypyc
    or setuptools, and what setuptools raises without a compiler that works.
    """
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    # The wheel's own dependencies are not installed for its build, except msgspec, whose classes mypy must know.
    options = ["--config-file=", "--cache-dir=cache", "--ignore-missing-imports"]
    extensions = mypycify(
        [*options, *(path for paths in groups.values() for path in paths)],
        opt_level="1",  # compiles in half the time of 3; the result is as fast, as Python's own functions take the time
        debug_level="0",
        separate=[(list(paths), f"{PACKAGE}_{name}") for name, paths in groups.items()],
        target_dir="c",
    )
    command = build_ext(Distribution({"name": PACKAGE, "ext_modules": extensions}))
    command.parallel = os.cpu_count()
    command.build_temp, command.build_lib = "o", "lib"
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    compile_here(json.loads(sys.argv[1]))
