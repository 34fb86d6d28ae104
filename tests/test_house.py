"""House rules: top-level files, length of functions, no machine names, no installation by name."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = {"factcheck", "rules", "fixtures", "tests", ".ci"}
FILES = {
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Makefile",
    "requirements.txt",
    "requirements-dev.txt",
    ".gitignore",
}
MAY_COME = {"hatch_build.py", "action.yml", ".pre-commit-hooks.yaml"}
SCREEN = 45

# Written in pieces, so that this file does not say what it forbids.
_HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "registry.npm" + "js.org", "pkg" + ".dev")
# No index has the package: whoever installs it by its name gets nothing, or something that is not ours.
_BY_NAME = re.compile(
    r"factcheck-cli(?:\[\w+\])?==|(?:pip|pipx) install (?:-\S+ )*['\"]?factcheck(?!-cli(?:\[\w+\])? @ )"
)
_PLACES = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users|opt|mnt)/[\w.]|[A-Z]:\\Users\\")


def tracked() -> list[Path]:
    """The files of the repository: those tracked or not ignored by git."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_the_top_level_is_as_designed():
    top = {path.parts[0] for path in tracked()}
    assert top - FOLDERS - FILES - MAY_COME == set()
    assert {"factcheck", "rules", "fixtures", "tests"} | FILES <= top


def bodies() -> list[tuple[str, int]]:
    """Each function of the package with the number of lines of its body without docstring."""
    found = []
    for path in sorted((ROOT / "factcheck").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
                found.append((f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines))
    return found


def test_no_function_is_longer_than_a_screen():
    measured = bodies()
    assert len(measured) > 100
    assert [(name, lines) for name, lines in measured if lines > SCREEN] == []


def test_no_file_names_a_machine_or_a_package_host():
    said = []
    for path in tracked():
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if _PLACES.search(line) or any(host in line for host in _HOSTS):
                said.append(f"{path}:{number}: {line.strip()[:80]}")
    assert said == []


@pytest.mark.parametrize(
    ("line", "by_name"),
    [
        ("pip install factcheck-cli", True),
        ("pip install --quiet 'factcheck-cli[lsp]'", True),
        ('additional_dependencies: ["factcheck-cli==0.1.0"]', True),
        ("pipx install factcheck", True),
        ("pip install '.[lsp]'", False),
        ('pip install --quiet "factcheck-cli @ git+$FACTCHECK_REPOSITORY@$FACTCHECK_REVISION"', False),
        ("pip install . in a checkout of factcheck", False),
    ],
)
def test_an_installation_by_name_is_recognised(line, by_name):
    assert bool(_BY_NAME.search(line)) is by_name


def test_nothing_is_installed_by_its_name_alone():
    said = []
    for path in tracked():
        if path.parts[0] not in ("fixtures", "tests"):
            text = (ROOT / path).read_text(encoding="utf-8")
            said += [f"{path}:{number}" for number, line in enumerate(text.splitlines(), 1) if _BY_NAME.search(line)]
    assert said == []


def test_the_version_is_said_once():
    import tomllib

    import factcheck

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == factcheck.__version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {factcheck.__version__}" in changes
