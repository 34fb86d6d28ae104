"""The end of each command's help: examples to copy, and the meaning of the exit status."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

FAILED = "2  the work could not be done: a wrong option, a file that cannot be read"
OF_FINDINGS = ("0  nothing at or above --fail-on", "1  findings at or above it", FAILED)
STATUS = {
    "check": OF_FINDINGS,
    "compare": OF_FINDINGS,
    "extract": OF_FINDINGS,
    "rules": ("0  done", "1  an example does not hold (`rules test`)", FAILED),
}

EXAMPLES = {
    "check": [
        ("a draft against a folder of notes", "factcheck check draft.md --sources notes/"),
        ("what the sources would change", "factcheck check draft.md --sources notes/ --diff"),
        ("again whenever the draft is saved", "factcheck check draft.md --sources notes/ --watch"),
        (
            "in a workflow on GitHub",
            "factcheck check drafts/ --sources notes/ --output github --output sarif=out.sarif",
        ),
        ("from another program", "factcheck check - --stdin-filename draft.md --sources notes/ --output json"),
    ],
    "compare": [
        ("who agrees with whom", "factcheck compare wire/*.html"),
        ("the same for a spreadsheet", "factcheck compare wire/ --output csv=facts.csv"),
    ],
    "extract": [
        ("every claim of a story", "factcheck extract story.md"),
        ("a corpus, as JSON lines", "factcheck extract corpus.jsonl --output jsonl=claims.jsonl"),
    ],
    "explain": [
        ("why the claims of a line were judged as they were", "factcheck explain draft.md:14 --sources notes/"),
        ("the claim at a column", "factcheck explain draft.md:14:22 --sources notes/"),
    ],
    "config": [
        ("what is in force here, and from where", "factcheck config"),
        ("what is in force for a draft", "factcheck config drafts/harbour.md"),
    ],
    "init": [
        ("a factcheck.toml, a pre-commit entry and a workflow, where none stands", "factcheck init"),
    ],
    "baseline update": [
        ("the findings of an archive put off", "factcheck baseline update archive/ --sources notes/"),
    ],
    "baseline show": [
        ("what is put off", "factcheck baseline show"),
    ],
    "rules": [
        ("the rules in force", "factcheck rules"),
        ("a finding or a rule explained", "factcheck rules number-differs"),
        ("the whole reference", "factcheck rules --output markdown"),
        ("your own rules tried", "factcheck rules test --rules house-rules"),
    ],
    "lsp": [("what an editor starts", "factcheck lsp")],
}


class Command(TyperCommand):
    """A command whose usage line names its arguments as they are written."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The argument as `DRAFT...`, where typer would write `{DRAFT}...`."""
        return [piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)]


def epilog(command: str) -> str:
    """The text below a command's options."""
    calls = [f"  {call}\n      {purpose}" for purpose, call in EXAMPLES.get(command, ())]
    status = [f"  {line}" for line in STATUS.get(command, ("0  done", FAILED))]
    return "\n".join(("\b", "Examples:", *calls, "", "\b", "Exit status:", *status))
