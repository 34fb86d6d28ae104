"""Normalise the language tag that a file states."""

from __future__ import annotations

import re

_SUBTAG = r"([A-Za-z]{2,3})(?:[-_].*)?"


def language_code(stated: str | None) -> str | None:
    """The primary subtag of a language tag in lower case: "en" for "en-GB"; None if the value is no tag."""
    found = re.fullmatch(_SUBTAG, stated.strip()) if stated else None
    return found[1].lower() if found else None
