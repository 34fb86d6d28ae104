"""The build hook of the wheel: what it compiles, and that it falls back to a pure-Python wheel."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONFIG = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]


def load() -> ModuleType:
    """The hook module, which is outside the package."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


hook = load()
CANNOT = hook.reason_against("auto")
needs_compiler = pytest.mark.skipif(bool(CANNOT), reason=f"nothing can be compiled here: {CANNOT}")
needs_false = pytest.mark.skipif(not shutil.which("false"), reason="no command that always fails")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The hook for a package of one module; `CC` and FACTCHECK_COMPILE are not set."""
    for name in ("CC", hook.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "factcheck").mkdir()
    (tmp_path / "factcheck" / "__init__.py").write_text("")
    (tmp_path / "factcheck" / "one.py").write_text("def twice(number: int) -> int:\n    return 2 * number\n")
    config = {"requires": ["mypy"], "exclude": [], "groups": {"all": ["factcheck/one.py"]}}
    return hook.CustomBuildHook(str(tmp_path), config, None, None, "", "wheel")  # type: ignore[arg-type]


def built(small: Any) -> tuple[dict[str, Any], str]:
    """The hook's build data, and its note."""
    data: dict[str, Any] = {"force_include": {}}
    small.initialize("standard", data)
    packed = {target: Path(source) for source, target in data["force_include"].items()}
    return data, packed["factcheck/_build.txt"].read_text(encoding="utf-8")


def test_each_pattern_matches_modules_without_structs() -> None:
    groups = hook.modules_of(ROOT, hook.groups_of(CONFIG))
    assert "factcheck/kinds/timex/find.py" in groups["timex"]
    modules = [path for paths in groups.values() for path in paths]
    assert len(modules) == len(set(modules)) > 40
    assert [path for path in modules if "(Struct" in (ROOT / path).read_text(encoding="utf-8")] == []
    assert not any(path.endswith("__init__.py") for path in modules)


def test_a_pattern_that_matches_nothing_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match=r"no file is named factcheck/gone\.py"):
        hook.modules_of(ROOT, {"one": ["factcheck/gone.py"], "": []})


def test_mypy_is_the_one_that_checks_the_sources() -> None:
    extra = SETTINGS["project"]["optional-dependencies"]["dev"]
    assert {need for need in CONFIG["requires"] if not need.startswith("msgspec")} <= set(extra)
    assert {need for need in CONFIG["requires"] if need.startswith("msgspec")} <= set(
        SETTINGS["project"]["dependencies"]
    )


@needs_compiler
def test_modules_are_compiled(small: Any) -> None:
    assert small.dependencies() == ["mypy"]
    data, note = built(small)
    assert (data["pure_python"], data["infer_tag"], note) == (False, True, "compiled\n")
    assert {name.partition(".")[0] for name in data["force_include"].values()} == {
        "factcheck/one",
        "factcheck/_build",
        "factcheck_all__mypyc",
    }


@needs_compiler
@needs_false
def test_a_compiler_that_fails_leaves_a_plain_wheel(small: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "false")
    data, note = built(small)
    assert set(data) == {"force_include"} and set(data["force_include"].values()) == {"factcheck/_build.txt"}
    assert "false" in note and "CompileError" in note and len(note) < 130  # as this or that setuptools words it
    monkeypatch.setenv(hook.VARIABLE, "yes")
    with pytest.raises(RuntimeError, match=r"FACTCHECK_COMPILE=yes, but .*CompileError"):
        built(small)


@pytest.mark.skipif(sys.platform == "win32", reason="setuptools looks for the compiler by itself")
def test_nothing_is_fetched_or_run_where_there_is_no_compiler(small: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CC", "no-such-compiler -O")
    assert small.dependencies() == []
    assert built(small)[1] == "no C compiler (no-such-compiler)\n"


def test_a_plain_wheel_can_be_selected(small: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(hook.VARIABLE, "no")
    assert small.dependencies() == []
    assert built(small)[1] == "FACTCHECK_COMPILE=no\n"


def test_an_editable_install_runs_the_sources(small: Any) -> None:
    data: dict[str, Any] = {"force_include": {}}
    small.initialize("editable", data)
    assert data == {"force_include": {}}


def test_an_unknown_choice_is_an_error(small: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(hook.VARIABLE, "maybe")
    with pytest.raises(ValueError, match="FACTCHECK_COMPILE=maybe: not one of auto, no, yes"):
        small.dependencies()


def test_missing_headers_are_the_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if CANNOT or sys.platform == "win32":
        pytest.skip(CANNOT or "the headers come with Python")
    monkeypatch.setattr(hook.sysconfig, "get_path", lambda _: str(tmp_path))
    assert hook.reason_against("auto").startswith("the headers of Python are not installed (no ")
