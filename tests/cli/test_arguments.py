"""`--sources` takes several paths, which the option parser does not do by itself."""

import pytest

from factcheck.cli.arguments import spread


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("check d --sources a b --output json", "check d --sources a --sources b --output json"),
        ("check d --sources a b c", "check d --sources a --sources b --sources c"),
        ("check d --sources a --sources b c", "check d --sources a --sources b --sources c"),
        ("check --sources a b -- d e", "check --sources a --sources b -- d e"),
        ("check --sources=a d", "check --sources=a d"),
        ("check d --sources a - --color never", "check d --sources a --sources - --color never"),
        ("check d --published 2019-06-03 e", "check d --published 2019-06-03 e"),
        ("check d --sources", "check d --sources"),
        ("check d -- --sources a b", "check d -- --sources a b"),
    ],
)
def test_spread(given, wanted):
    assert spread(given.split()) == wanted.split()
