"""The command `factcheck lsp` around the server: what it needs, what it costs others, what it does about a bug."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.lsp.desk import Draft
from factcheck.lsp.server import Server

ROOT = Path(__file__).parent.parent.parent


def python(script: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-P", "-c", script],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("missing", ["pygls", "lsprotocol"])
def test_without_the_extra_it_says_what_to_install(missing):
    done = python(
        f"import sys; sys.modules['{missing}'] = None; from factcheck.cli import main; sys.exit(main(['lsp']))"
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == "factcheck: lsp: needs pygls, which is not installed; pip install '.[lsp]' in a checkout of factcheck\n"
    )


def test_another_missing_module_is_not_taken_for_the_extra():
    hidden = "sys.modules['factcheck.lsp.actions'] = None"
    done = python(f"import sys; {hidden}; from factcheck.cli import main; sys.exit(main(['lsp']))")
    assert done.returncode == 2
    assert "pip install" not in done.stderr and "this is a bug in factcheck" in done.stderr


def test_other_commands_do_not_pay_for_it():
    done = python(
        "import sys; from factcheck.cli import app; app.build(); print([name for name in sys.modules if 'ls' in name])"
    )
    assert "factcheck.cli.lsp" in done.stdout
    for name in ("pygls", "lsprotocol", "factcheck.lsp."):
        assert name not in done.stdout


def test_the_version_costs_no_more_than_before():
    script = "import sys; from factcheck.cli import main; main(['--version']); print(sorted(sys.modules))"
    loaded = python(script).stdout
    assert "'factcheck'" in loaded
    for name in ("typer", "pygls", "factcheck.cli.app", "msgspec"):
        assert f"'{name}'" not in loaded


def test_a_client_that_hangs_up_ends_the_server():
    done = python("import sys; from factcheck.cli import main; sys.exit(main(['lsp']))")
    assert (done.returncode, done.stdout) == (1, "")


def test_a_bug_is_told_and_does_not_end_the_server(capsys):
    server = Server()

    class Broken:
        def check(self, draft):
            raise ZeroDivisionError("by design")

    server._desk = Broken()
    draft = Draft("file:///draft.md", "7 ships", 1, Path("draft.md"))
    checked, (found,) = server._found(draft)
    assert checked.problem.startswith("this is a bug in factcheck")
    assert (found.code, found.message) == ("not-checked", f"not checked: {checked.problem}")
    assert "ZeroDivisionError: by design" in capsys.readouterr().err
