"""What the tests of the hooks install from: a clone of this repository, and packages that are there already."""

import pytest

from tests.hooks.newsroom import copy_of_this_repository, offline


@pytest.fixture(scope="session")
def no_index(tmp_path_factory) -> dict[str, str]:
    """The environment variables by which pip asks no index."""
    return offline(tmp_path_factory.mktemp("lent"))


@pytest.fixture(scope="session")
def clone(tmp_path_factory) -> tuple[str, str]:
    """The address of a clone of this repository, and its commit."""
    folder = tmp_path_factory.mktemp("clone")
    revision = copy_of_this_repository(folder)
    return f"file://localhost{folder}", revision  # with a host, since pip before 23.3 refuses an address without one
