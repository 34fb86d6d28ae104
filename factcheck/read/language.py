"""The language that a file states for its text."""

from __future__ import annotations

import re

_SUBTAG = r"([A-Za-z]{2,3})(?:[-_].*)?"


def language_code(stated: str | None) -> str | None:
    """The primary subtag of a language tag in lower case: "en" of "en-GB"; None of what is no tag."""
    found = re.fullmatch(_SUBTAG, stated.strip()) if stated else None
    return found[1].lower() if found else None
