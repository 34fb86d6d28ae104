"""The lock files pin every requirement of pyproject.toml at an allowed version, with hashes and without URLs."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"


def entries(name: str) -> dict[str, tuple[Requirement, list[str]]]:
    """The requirement line and the hashes of each package in a lock file, by name."""
    found = {}
    text = re.sub(r"^#.*\n", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    for entry in text.replace("\\\n", " ").splitlines():
        line, *hashes = entry.split(" --hash=")
        requirement = Requirement(line.strip())
        found[canonicalize_name(requirement.name)] = (requirement, [each.strip() for each in hashes])
    return found


@pytest.mark.parametrize(
    ("name", "required"),
    [
        (RUNTIME, WANTED),
        (
            DEVELOPMENT,
            [*WANTED, *EXTRAS["dev"], *EXTRAS["lsp"], *EXTRAS["files"], *PROJECT["build-system"]["requires"]],
        ),
    ],
)
def test_requirements_are_locked_at_an_allowed_version(name, required):
    locked = entries(name)
    for requirement in map(Requirement, required):
        (pin,) = locked[canonicalize_name(requirement.name)][0].specifier
        assert pin.operator == "=="
        assert requirement.specifier.contains(pin.version), f"{requirement}: {name} has {pin.version}; run `make lock`"


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT])
def test_every_package_has_hashes_and_no_url(name):
    assert all(hashes for _, hashes in entries(name).values())
    assert all(re.fullmatch("sha256:[0-9a-f]{64}", each) for _, hashes in entries(name).values() for each in hashes)
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_both_locks_have_the_same_versions():
    development = entries(DEVELOPMENT)
    for name, (requirement, hashes) in entries(RUNTIME).items():
        assert (development[name][0].specifier, development[name][1]) == (requirement.specifier, hashes)


def test_development_packages_are_not_in_the_runtime_lock():
    assert (
        not {"pytest", "mypy", "ruff", "hatchling", "setuptools", "pygls", "pypdfium2", "openpyxl"}
        & entries(RUNTIME).keys()
    )


def test_every_imported_package_is_a_requirement():
    """A package installed only as a dependency of another would be missing once the other drops it."""
    required = {canonicalize_name(Requirement(each).name) for each in (*WANTED, *EXTRAS["lsp"], *EXTRAS["files"])}
    required |= {"mypy", "setuptools"}  # optional imports of the build hook
    required |= {"lsprotocol"}  # the types of the pygls API
    owners = packages_distributions()
    strange = set()
    for path in (ROOT / "factcheck").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            for top in {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"factcheck"}:
                if not required & {canonicalize_name(owner) for owner in owners.get(top, [])}:
                    strange.add((path.name, top))
    assert strange == set()


def test_the_extra_of_all_formats_has_those_of_each():
    each = [EXTRAS[name] for name in ("pdf", "msg", "xlsx", "warc")]
    assert sorted(EXTRAS["files"]) == sorted(requirement for some in each for requirement in some)
    assert set(EXTRAS["files"]) <= set(EXTRAS["dev"])
