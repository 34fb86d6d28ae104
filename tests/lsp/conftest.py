"""A project with a draft and its sources, and an editor that is open on it."""

from pathlib import Path

import pytest

from tests.lsp.client import Client

LEDGER = (
    "The ferry company counted 43,800 crossings in the spring of 2019. "
    "The old bridge closed on 2 May 2019.\n\n"
    "“We will open the new bridge before the winter,” said Nora Lindqvist, the mayor of the town.\n"
)
GAZETTE = (
    "Town officials put the number of crossings in the spring of 2019 at 43,800. "
    "It was on 2 May 2019 that the old bridge closed to all traffic, "
    "three days after divers had found cracks in a pillar.\n"
)
WRONG = LEDGER.replace("43,800", "48,300")


@pytest.fixture
def desk(tmp_path) -> Path:
    """A folder with settings, two independent sources and a draft with a wrong figure."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "factcheck.toml").write_text('sources = ["notes"]\n', encoding="utf-8")
    (tmp_path / "notes" / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (tmp_path / "notes" / "ledger.txt").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "drafts" / "bridge.md").write_text(f"# The bridge\n\n{WRONG}", encoding="utf-8")
    return tmp_path


@pytest.fixture
def editor(desk):
    """An editor, not yet introduced to its server."""
    client = Client(desk)
    yield client
    client.kill()
