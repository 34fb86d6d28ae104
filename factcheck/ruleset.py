"""Find, layer, validate and compile the rule files: rules/*.toml → one frozen Ruleset.

A rule file holds word lists (`[lists]`: an array of surfaces, or a table surface = meaning), settings
(`[settings]`, any table) and rules (`[[rule]]`). Later layers replace rules by id and add to lists and settings.
Patterns are regular expressions in which `{name}` stands for a word list or for a named part (`[parts]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from factcheck import kept
from factcheck.errors import RuleError
from factcheck.expressions import expression, written
from factcheck.model import Kind

PLACEHOLDER = expression(r"\{([a-z][a-z_]*)\}")
PACKAGED = Path(__file__).parent / "_rules"
CHECKOUT = Path(__file__).parent.parent / "rules"


class Example(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A line of text and what the rule finds in it; without `find` it is a near-miss and the rule must find nothing.

    The other keys are compared with the claim's value, each only where it is given; "none" means no value.
    `published` dates the document (default 2017-02-23, a Thursday; "none" for an undated one); `kind` is the claim's.
    """

    text: str
    find: str | None = None
    published: str | None = None
    kind: str | None = None
    number: str | None = None
    low: str | None = None
    high: str | None = None
    hedge: str | None = None
    unit: str | None = None
    noun: str | None = None
    verb: str | None = None
    subject: str | None = None
    bound: str | None = None
    timex: str | None = None
    first: str | None = None
    last: str | None = None
    mod: str | None = None
    event: str | None = None
    quote: str | None = None
    speaker: str | None = None
    cue: str | None = None
    role: str | None = None
    held: str | None = None

    def expectations(self) -> Iterator[tuple[str, str]]:
        """The (attribute, wanted value as text) pairs that the example states."""
        for name in self.__struct_fields__:
            wanted = getattr(self, name)
            if name not in ("text", "find", "published", "kind") and wanted is not None:
                yield name, wanted


Words = dict[str, str]  # surface → meaning
_NONE = msgspec.Raw(msgspec.msgpack.encode(()))


class Rule(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """One rule as its file gives it.

    `pattern` is a whole expression; `before` and `after` are the two sides of a numeral, which its reader finds.
    `reading` names the function of the room that gives the value; `options` are that function's words. `told` are its
    examples in msgpack: they are many times as long as the rule, and few runs ask for them.
    """

    id: str
    summary: str
    kind: Kind | None = None
    why: str = ""
    pattern: str | None = None
    before: str | None = None
    after: str | None = None
    reading: str | None = None
    trigger: tuple[str, ...] = ()
    options: dict[str, str] = {}
    path: str = ""
    told: msgspec.Raw = _NONE

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """What the rule finds, and near-misses."""
        return msgspec.msgpack.decode(self.told, type=tuple[Example, ...])

    @property
    def room(self) -> str:
        """The part of the id before the slash: quantity, timex or quotation."""
        return self.id.split("/", 1)[0]


class _Examples(Struct, frozen=True):
    examples: tuple[Example, ...] = ()


class _RuleFile(Struct, frozen=True, forbid_unknown_fields=True):
    lists: dict[str, list[str] | dict[str, str]] = {}
    parts: dict[str, str] = {}
    settings: dict[str, Any] = {}
    rule: list[dict[str, Any]] = []


class Ruleset(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """All rules in force. Equal only to itself, so that rooms may cache what they compile from it.

    `lists` are word lists, in msgpack until they are asked for: a text without a quotation asks for half of them.
    """

    rules: tuple[Rule, ...]
    lists: dict[str, Words | msgspec.Raw]
    parts: dict[str, str]
    settings: dict[str, Any] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)  # word lists as their alternations, where at hand

    def room(self, name: str) -> tuple[Rule, ...]:
        """The rules of one room, in the order of their files."""
        return tuple(rule for rule in self.rules if rule.room == name)

    def words(self, name: str) -> dict[str, str]:
        """A word list as surface → meaning; a plain list's surfaces mean themselves."""
        found = self.lists.get(name)
        if isinstance(found, dict):
            return found
        if found is None:
            raise RuleError(f"no word list {{{name}}}{_nearest(name, self.lists)}")
        return _words(name, self.lists)

    def setting(self, name: str) -> Any:
        """A table or value of the settings, by dotted name."""
        found: Any = self.settings
        for part in name.split("."):
            if not isinstance(found, dict) or part not in found:
                raise RuleError(f"no setting '{name}' in the rule files")
            found = found[part]
        return found

    def expand(self, pattern: str, where: str = "pattern") -> str:
        """The pattern with its word lists and parts written out."""

        def put(match: re.Match[str]) -> str:
            name = match[1]
            if name in self.parts:
                return f"(?:{self.expand(self.parts[name], where)})"
            if name in self.lists:
                return self.written.get(name) or alternation(self.words(name))
            near = _nearest(name, [*self.lists, *self.parts])
            raise RuleError(f"{where} names no word list {{{name}}}{near}")

        return PLACEHOLDER.sub(put, pattern)

    def compile(self, pattern: str, where: str = "pattern", *, case: bool = False) -> re.Pattern[str]:
        """The pattern as a regular expression; letter case counts only with `case` or inside `(?-i:…)`."""
        try:
            return expression(self.expand(pattern, where), 0 if case else re.IGNORECASE)
        except re.error as error:
            raise RuleError(f"{where}: not a regular expression: {error}") from None


def alternation(words: Iterable[str]) -> str:
    """A group that matches the longest of the words; a space matches any run of blanks.

    Written as a tree of common beginnings, which the engine walks many times faster than a plain list.
    """
    ordered = sorted(set(words))
    return written("\0".join(ordered), lambda: _tree(ordered))


def _tree(ordered: Sequence[str]) -> str:
    return f"(?:{_branches(ordered, 0)})"


def _branches(words: Sequence[str], begin: int) -> str:
    """What follows the first `begin` characters, which the words, in order, have in common."""
    optional = len(words[0]) == begin if words else False
    ends: list[str] = []
    first, count = int(optional), len(words)
    while first < count:
        letter, last = words[first][begin], first + 1
        while last < count and words[last][begin] == letter:
            last += 1
        if last - first == 1:
            ends.append(_escaped(words[first][begin:]))
        else:
            alike = _alike(words[first], words[last - 1])
            ends.append(_escaped(words[first][begin:alike]) + _branches(words[first:last], alike))
        first = last
    if not ends:
        return ""
    group = ends[0] if len(ends) == 1 and not optional else f"(?:{'|'.join(ends)})"
    return f"{group}?" if optional else group


def _alike(one: str, other: str) -> int:
    """How many characters two words begin with alike."""
    for at, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return at
    return min(len(one), len(other))


def _escaped(text: str) -> str:
    if text.isalpha():
        return text
    return re.escape(text).replace(r"\ ", r"\s+")


def rules_folder() -> Path:
    """The rules that ship with the program: inside the wheel, or beside the package in a checkout."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


def load_rules(*folders: Path | str) -> Ruleset:
    """The built-in rules with the given folders layered over them.

    Raises RuleError when a file cannot be read, is not TOML, or holds a rule that cannot be compiled.
    """
    return _load(tuple(Path(folder).resolve() for folder in folders))


@cache
def _load(folders: tuple[Path, ...]) -> Ruleset:
    read = _shipped()
    for folder in folders:
        _layer(folder, [(path, _content(path)) for path in _toml_files(folder)], read)
    return Ruleset(tuple(read.rules.values()), read.lists, read.parts, read.settings, read.written)


class _Kept(Struct):
    """Rules as they are kept."""

    lists: dict[str, msgspec.Raw] = {}
    parts: dict[str, str] = {}
    settings: dict[str, Any] = {}
    rules: dict[str, Rule] = {}
    written: dict[str, str] = {}


class _Read(Struct):
    """Rules while they are layered."""

    lists: dict[str, Words | msgspec.Raw] = {}
    parts: dict[str, str] = {}
    settings: dict[str, Any] = {}
    rules: dict[str, Rule] = {}
    written: dict[str, str] = {}


def _shipped() -> _Read:
    """The rules that ship with the program, parsed now or at an earlier start."""
    folder = rules_folder()
    files = [(path, _content(path)) for path in _toml_files(folder)]
    digest = kept.digest_of((path.as_posix(), content) for path, content in files)
    held = kept.taken(_KEPT, digest, _Kept)
    if held is not None:
        return _Read(dict(held.lists), held.parts, held.settings, held.rules, held.written)
    read = _Read()
    _layer(folder, files, read)
    if kept.writes():
        lists = ((name, _words(name, read.lists)) for name in read.lists)
        read.written = {name: _tree(sorted(words)) for name, words in lists if words}
    kept.keep(_KEPT, digest, read)
    return read


def _words(name: str, lists: dict[str, Words | msgspec.Raw]) -> Words:
    """A word list, decoded once; an empty one where there is none."""
    found = lists.get(name, {})
    if isinstance(found, msgspec.Raw):
        lists[name] = found = msgspec.msgpack.decode(found, type=Words)
    return found


_KEPT = "rules.msgpack"


def _layer(folder: Path, files: Iterable[tuple[Path, bytes]], read: _Read) -> None:
    """Lay the rules of a folder's files over those already read."""
    for path, content in files:
        parsed = _parse(path, content)
        for name, words in parsed.lists.items():
            table = words if isinstance(words, dict) else {word: word for word in words}
            read.lists[name] = {**_words(name, read.lists), **table}
            read.written.pop(name, None)
        read.parts.update(parsed.parts)
        _merge(read.settings, parsed.settings)
        for raw in parsed.rule:
            rule = _rule(raw, path, path.relative_to(folder) if folder.is_dir() else Path(path.name))
            read.rules[rule.id] = rule


def _toml_files(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such rules folder; give a folder of .toml rule files")
    return sorted(folder.rglob("*.toml"))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from None


def _parse(path: Path, content: bytes) -> _RuleFile:
    import tomli  # seldom needed: what ships with the program is parsed already

    try:
        return msgspec.convert(tomli.loads(content.decode().replace("\r\n", "\n")), _RuleFile)
    except UnicodeDecodeError:
        raise RuleError(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except tomli.TOMLDecodeError as error:
        raise RuleError(f"{path}: not TOML: {error}") from None
    except msgspec.ValidationError as error:
        raise RuleError(f"{path}: {error}; a rule file holds [lists], [parts], [settings] and [[rule]]") from None


def _rule(raw: dict[str, Any], path: Path, shown: Path) -> Rule:
    try:
        examples = msgspec.convert(raw, _Examples).examples
        told = msgspec.Raw(msgspec.msgpack.encode(examples)) if examples else _NONE
        given = {key: value for key, value in raw.items() if key != "examples"}
        return msgspec.structs.replace(msgspec.convert({**given, "path": shown.as_posix()}, Rule), told=told)
    except msgspec.ValidationError as error:
        name = raw.get("id", "?")
        raise RuleError(f"{path}: rule '{name}': {error}; see `factcheck rules` for rules to learn from") from None


def _merge(into: dict[str, Any], new: dict[str, Any]) -> None:
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def _nearest(name: str, known: Iterable[str]) -> str:
    import difflib  # for a mistake only

    close = difflib.get_close_matches(name, list(known), n=1)
    return f"; is it {{{close[0]}}}?" if close else ""
