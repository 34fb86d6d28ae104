"""The public names of `import factcheck`, which are imported at first use."""

import subprocess
import sys

import pytest

import factcheck


@pytest.mark.parametrize("name", factcheck.__all__)
def test_every_public_name_is_there(name):
    assert getattr(factcheck, name) is not None
    assert name in dir(factcheck)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        factcheck.chek  # noqa: B018


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running some code."""
    script = f"import sys\n{code}\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_importing_the_package_loads_no_submodules():
    assert not {"msgspec", "typer", "factcheck.model", "factcheck.pipeline"} & loaded("import factcheck")


def test_the_version_is_shown_without_building_the_commands():
    modules = loaded("from factcheck.cli import main; main(['--version'])")
    assert not {"typer", "msgspec", "factcheck.cli.app"} & modules


@pytest.mark.parametrize("name", ["extract", "compare", "check"])
def test_functions_are_not_replaced_by_submodules(name):
    code = "import factcheck.pipeline, factcheck.extract, factcheck.cli.app"
    assert "called" in loaded(f"{code}\nassert callable(factcheck.{name})\nsys.modules['called'] = None")
