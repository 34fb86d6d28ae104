"""What the README shows of the hooks is what they take."""

import re

import yaml

from factcheck.cli.init import PLACEHOLDERS, WORKFLOW_PATH, starters
from tests.hooks.newsroom import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)]


def load(name: str):
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_action_has_the_inputs_that_are_shown():
    steps = [step for block in BLOCKS if isinstance(block, list) for step in block]
    (shown,) = [step["with"] for step in steps if step.get("uses") == "@".join(PLACEHOLDERS)]
    assert shown.keys() <= load("action.yml")["inputs"].keys()
    assert "drafts" in shown


def test_the_template_has_the_variables_that_are_shown():
    (shown,) = [block for block in BLOCKS if "include" in block]
    (file,) = [each["file"] for each in shown["include"]]
    variables = load(file.removeprefix("/"))["factcheck"]["variables"]
    assert shown["variables"].keys() <= variables.keys()
    assert all(f"`{name}`" in README or name in shown["variables"] for name in variables)


def test_the_hook_that_is_shown_is_there():
    (shown,) = [block["repos"] for block in BLOCKS if "repos" in block]
    assert {hook["id"] for repo in shown for hook in repo["hooks"]} == {
        hook["id"] for hook in load(".pre-commit-hooks.yaml")
    }


def test_the_variables_of_the_workflow_are_those_shown():
    (shown,) = [block["env"] for block in BLOCKS if "env" in block]
    (starter,) = [each for each in starters(ROOT) if each.path == ROOT / WORKFLOW_PATH]
    assert shown == yaml.safe_load(starter.text)["env"]
