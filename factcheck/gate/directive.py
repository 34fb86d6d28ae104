"""Parse directives such as `factcheck: ignore[number-differs] reason` in comments and sidecar files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from factcheck.config.names import check_name
from factcheck.errors import ConfigError, nearest
from factcheck.regex_cache import regex

VERBS = ("ignore", "off", "on")

_COMMENT = regex(r"<!--\s*factcheck\s*:\s*(.*?)\s*-->", re.DOTALL | re.IGNORECASE)
_DIRECTIVE = regex(r"(?P<verb>[\w-]+)[ \t]*(?:\[(?P<names>[^\]]*)\])?(?P<rest>.*)", re.DOTALL)
_VALUE = regex(r'\s*(?:"([^"]+)"|“([^”]+)”|\'([^\']+)\')')
_LEAD = regex(r"^[\s:–—-]+")


class Directive(Struct, frozen=True):
    """A parsed directive. Without names it applies to all findings; `values` limit it to findings with these words."""

    verb: str
    names: tuple[str, ...]
    values: tuple[str, ...]
    reason: str

    def __str__(self) -> str:
        """The directive as written in a comment, without its reason."""
        names = f"[{', '.join(self.names)}]" if self.names else ""
        values = ", ".join(f'"{value}"' for value in self.values)
        return f"{self.verb}{names}{'=' if values else ''}{values}"


def in_comment(comment: str, where: str, folders: Sequence[str] = ()) -> Directive | None:
    """The directive in an HTML comment; None if the comment is not for factcheck."""
    found = _COMMENT.fullmatch(comment)
    return directive(found[1], where, folders) if found else None


def directive(text: str, where: str, folders: Sequence[str] = ()) -> Directive:
    """Parse a directive; ConfigError, with the place `where`, if it is invalid or names an unknown finding."""
    found = _DIRECTIVE.fullmatch(text)
    if found is None or found["verb"].lower() not in VERBS:
        word = found["verb"] if found else text
        raise ConfigError(f"{where}: '{word}' is none of {', '.join(VERBS)}{nearest(word.lower(), VERBS)}")
    verb = found["verb"].lower()
    names = () if found["names"] is None else _names(found["names"], where, folders)
    values, rest = _values(found["rest"], where)
    if values and verb != "ignore":
        raise ConfigError(f"{where}: {verb} takes no value; write ignore{found[0][len(verb) : found.start('rest')]}=…")
    return Directive(verb, names, values, " ".join(_LEAD.sub("", rest).split()))


def _names(given: str, where: str, folders: Sequence[str]) -> tuple[str, ...]:
    names = tuple(name.strip() for name in given.split(","))
    for name in names:
        check_name(name, where, folders)
    return names


def _values(rest: str, where: str) -> tuple[tuple[str, ...], str]:
    """The quoted values after an equals sign, and the rest of the text."""
    if not rest.lstrip().startswith("="):
        return (), rest
    rest = rest.lstrip()[1:]
    values: list[str] = []
    while found := _VALUE.match(rest):
        values.append(next(filter(None, found.groups())))
        rest = rest[found.end() :]
        if not rest.lstrip().startswith(","):
            return tuple(values), rest
        rest = rest.lstrip()[1:]
    raise ConfigError(f'{where}: no value in quotation marks after "="; write ignore[number-differs]="48,300"')
