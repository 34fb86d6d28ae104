"""Find, layer, validate and compile the rule files: rules/*.toml → one frozen Ruleset.

A rule file holds word lists (`[lists]`: an array of surfaces, or a table surface = meaning), settings
(`[settings]`, any table) and rules (`[[rule]]`). Later layers replace rules by id and add to lists and settings.
A folder of two letters ("en") directly under a rules folder holds the rules of that language; what lies elsewhere
serves every language. The rules of one language are never loaded with those of another.
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

from factcheck import disk_cache, productions
from factcheck.errors import RuleError, nearest
from factcheck.model import Kind
from factcheck.productions import Options, OptionsType
from factcheck.regex_cache import regex, written

PLACEHOLDER = regex(r"\{([a-z][a-z_]*)\}")
DEFAULT_LANGUAGE = "en"
_LANGUAGE_FOLDER = regex(r"[a-z]{2}")
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
    `reading` names the function of the room that gives the value; `options` are that function's, as they stand in the
    file; `factcheck/productions.py` says which there are. `told` are its examples in msgpack: they are many times as
    long as the rule, and few runs ask for them.
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
    options: dict[str, Any] = {}
    path: str = ""
    told: msgspec.Raw = _NONE

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """What the rule finds, and near-misses."""
        return msgspec.msgpack.decode(self.told, type=tuple[Example, ...])

    @cached_property
    def _read(self) -> Options:
        has_pattern, has_trigger = self.pattern is not None, bool(self.trigger)
        return productions.read(self.room, self.reading, self.options, pattern=has_pattern, trigger=has_trigger)

    def read_options(self, wanted: type[OptionsType]) -> OptionsType:
        """The options as the struct of the rule's production, which must be the wanted one."""
        options = self._read
        if not isinstance(options, wanted):
            raise TypeError(f"{self.id} takes {type(options).__name__}, not {wanted.__name__}")
        return options

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
    `language` is the ISO 639-1 code of the texts that they read, `folders` what was layered over the built-in rules.
    """

    rules: tuple[Rule, ...]
    lists: dict[str, Words | msgspec.Raw]
    parts: dict[str, str]
    settings: dict[str, Any] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)  # word lists as their alternations, where at hand
    language: str = DEFAULT_LANGUAGE
    folders: tuple[Path, ...] = ()

    def reading(self, language: str | None) -> Ruleset:
        """The same rules for texts of another language; these, where no rule file is of that language."""
        if language is None or language == self.language or not _speaks(self.folders, language):
            return self
        return _load(self.folders, language)

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
            return regex(self.expand(pattern, where), 0 if case else re.IGNORECASE)
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


def load_rules(*folders: Path | str, language: str = DEFAULT_LANGUAGE) -> Ruleset:
    """The built-in rules for texts of a language (ISO 639-1) with the given folders layered over them.

    Raises RuleError when a file cannot be read, is not TOML, or holds a rule that cannot be compiled.
    """
    return _load(tuple(Path(folder).resolve() for folder in folders), language)


@cache
def _load(folders: tuple[Path, ...], language: str) -> Ruleset:
    read = _shipped(language)
    # A language that only a project brings is held to the names of the one that ships.
    known = read if language == DEFAULT_LANGUAGE else _shipped(DEFAULT_LANGUAGE)
    shipped = {*known.lists, *known.parts, *read.lists, *read.parts}
    settings = {**known.settings, **read.settings}
    own: list[_Own] = []
    for folder in folders:
        own += _layer(folder, [(path, _content(path)) for path in _toml_files(folder, language)], read, over=settings)
    ruleset = Ruleset(
        tuple(read.rules.values()), read.lists, read.parts, read.settings, read.written, language, folders
    )
    _check_names(own, shipped, ruleset)
    return ruleset


@cache
def _speaks(folders: tuple[Path, ...], language: str) -> bool:
    """Whether any rule file is of a language."""
    return any((folder / language).is_dir() for folder in (rules_folder(), *folders))


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


def _shipped(language: str) -> _Read:
    """The rules that ship with the program for one language, parsed now or at an earlier start."""
    folder, name = rules_folder(), f"rules.{language}.msgpack"
    files = [(path, _content(path)) for path in _toml_files(folder, language)]
    digest = disk_cache.digest_of((path.as_posix(), content) for path, content in files)
    held = disk_cache.load(name, digest, _Kept)
    if held is not None:
        return _Read(dict(held.lists), held.parts, held.settings, held.rules, held.written)
    read = _Read()
    _layer(folder, files, read)
    if disk_cache.is_enabled():
        lists = ((name, _words(name, read.lists)) for name in read.lists)
        read.written = {name: _tree(sorted(words)) for name, words in lists if words}
    disk_cache.store(name, digest, read)
    return read


def _words(name: str, lists: dict[str, Words | msgspec.Raw]) -> Words:
    """A word list, decoded once; an empty one where there is none."""
    found = lists.get(name, {})
    if isinstance(found, msgspec.Raw):
        lists[name] = found = msgspec.msgpack.decode(found, type=Words)
    return found


class _Own(Struct):
    """A file of a user's: its path, what stands in it, its rules."""

    path: Path
    file: _RuleFile
    rules: list[Rule]


def _layer(
    folder: Path, files: Iterable[tuple[Path, bytes]], read: _Read, over: dict[str, Any] | None = None
) -> list[_Own]:
    """Lay the rules of a folder's files over those already read; `over` are the settings that there are."""
    layers: list[_Own] = []
    for path, content in files:
        parsed = _parse(path, content)
        layer = _Own(path, parsed, [])
        layers.append(layer)
        if over is not None:
            _check_settings(parsed.settings, over, path)
        for name, words in parsed.lists.items():
            table = words if isinstance(words, dict) else {word: word for word in words}
            read.lists[name] = {**_words(name, read.lists), **table}
            read.written.pop(name, None)
        read.parts.update(parsed.parts)
        _merge(read.settings, parsed.settings)
        for raw in parsed.rule:
            rule = _rule(raw, path, path.relative_to(folder) if folder.is_dir() else Path(path.name))
            read.rules[rule.id] = rule
            layer.rules.append(rule)
    return layers


_OPEN = frozenset(("timex.shapes",))  # tables to which a user's file may add names
_TYPES = {int: "a whole number", float: "a number", str: "a text", list: "a list", dict: "a table"}


def _check_settings(new: dict[str, Any], known: dict[str, Any], path: Path, *under: str) -> None:
    """RuleError for a setting that there is not, or whose value is of another type than the one it replaces."""
    for key, value in new.items():
        name = ".".join((*under, key))
        if key not in known:
            if ".".join(under) in _OPEN:
                continue
            near = nearest(key, known) or f" ({', '.join(sorted(known))})"
            raise RuleError(f"{path}: no setting '{name}'{near}")
        default = known[key]
        if isinstance(default, dict) and isinstance(value, dict):
            _check_settings(value, default, path, *under, key)
        elif not _alike_in_type(value, default):
            items = f" of which each is {_TYPES[type(default[0])]}" if isinstance(default, list) else ""
            raise RuleError(f"{path}: setting '{name}' is {value!r}; give {_TYPES[type(default)]}{items}")


def _alike_in_type(value: Any, default: Any) -> bool:
    if isinstance(default, list):
        return isinstance(value, list) and all(any(_alike_in_type(each, one) for one in default) for each in value)
    return type(value) in ((int, float) if isinstance(default, float) else (type(default),))


def _check_names(own: Sequence[_Own], shipped: set[str], ruleset: Ruleset) -> None:
    """RuleError for a name of no word list in a user's rules, for an expression that is none, and for a word list or a
    part that nothing names.
    """
    used: set[str] = set()
    for layer in own:
        for rule in layer.rules:
            where = f"{layer.path}: rule '{rule.id}'"
            for text, is_pattern in _texts(rule):
                used.update(PLACEHOLDER.findall(text))
                ruleset.expand(text, where) if not is_pattern else ruleset.compile(text, where)
            for option in productions.LISTS & rule.options.keys():
                used.add(rule.options[option])
                ruleset.expand(f"{{{rule.options[option]}}}", where)
        for text in (*layer.file.parts.values(), *_strings(layer.file.settings)):
            used.update(PLACEHOLDER.findall(text))
    for layer in own:
        for name in (*layer.file.lists, *layer.file.parts):
            if name not in shipped and name not in used:
                raise RuleError(f"{layer.path}: no rule names {{{name}}}{_nearest(name, shipped)}")


def _texts(rule: Rule) -> Iterator[tuple[str, bool]]:
    """The texts of a rule in which word lists may be named, each with whether it is a whole expression."""
    for side in (rule.pattern, rule.before, rule.after):
        if side:
            yield side, True
    for trigger in rule.trigger:
        yield trigger, False
    for name, value in rule.options.items():
        if isinstance(value, str):
            yield value, name in productions.PATTERNS


def _strings(settings: dict[str, Any]) -> Iterator[str]:
    """All texts of a table of settings."""
    for value in settings.values():
        if isinstance(value, dict):
            yield from _strings(value)
        elif isinstance(value, str):
            yield value


def _toml_files(folder: Path, language: str) -> list[Path]:
    """The rule files of a folder for a language, in order: its own and those that serve every language."""
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such rules folder; give a folder of .toml rule files")
    return sorted(path for path in folder.rglob("*.toml") if _language_of(path, folder) in (None, language))


def _language_of(path: Path, folder: Path) -> str | None:
    first, *rest = path.relative_to(folder).parts
    return first if rest and _LANGUAGE_FOLDER.fullmatch(first) else None


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
        rule = msgspec.structs.replace(msgspec.convert({**given, "path": shown.as_posix()}, Rule), told=told)
        if rule.room == "timex" and rule.kind is None:
            raise RuleError("needs a kind and a reading")
        rule.read_options(Options)
    except RuleError as error:
        raise RuleError(f"{path}: rule '{raw['id']}': {error}") from None
    except msgspec.ValidationError as error:
        name, unknown = raw.get("id", "?"), re.search(r"unknown field `(\w+)`", str(error))
        near = nearest(unknown[1], (*Rule.__struct_fields__, "examples")) if unknown else ""
        way = near or "; see `factcheck rules` for rules to learn from"
        raise RuleError(f"{path}: rule '{name}': {error}{way}") from None
    return rule


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
