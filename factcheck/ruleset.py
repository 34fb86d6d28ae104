"""Find, layer, validate and compile the rule files: rules/*.toml → one frozen Ruleset.

A rule file holds word lists (`[lists]`: an array of surfaces, or a table surface = meaning), settings
(`[settings]`, any table) and rules (`[[rule]]`). Later layers replace rules by id and add to lists and settings.
A folder of two letters ("en") directly under a rules folder holds the rules of that language; what lies elsewhere
serves every language. The rules of two languages are never loaded together.
Patterns are regular expressions in which `{name}` is replaced by a word list or by a named part (`[parts]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from factcheck import disk_cache, productions
from factcheck.cached import cached_property
from factcheck.errors import IncompleteLanguageError, RuleError, nearest
from factcheck.model import Kind
from factcheck.productions import Options, OptionsType
from factcheck.regex_cache import regex, written

PLACEHOLDER = regex(r"\{([a-z][a-z_]*)\}")
DEFAULT_LANGUAGE = "en"
_LANGUAGE_FOLDER = regex(r"[a-z]{2}")
_LIKE_A_LANGUAGE_FOLDER = regex(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?")  # "ES", "es-MX"
# What the rules of a language must define so that its texts can be cut into tokens and sentences: these lists, those
# that `tokens.classes` and `tokens.cased` name, and these tables of settings. Others are needed by rules only.
LANGUAGE_LISTS = ("name_with_mark", "synonym")
LANGUAGE_SETTINGS = {
    "tokens": ("classes", "cased", "abbreviations", "no_concept", "possessive", "endings", "least_before_ending"),
    "stem": ("endings", "least", "doubled", "silent", "last"),
    "segment": ("line_widths", "full_lines", "stopped_lines", "headline_words", "prose_words", "article_words"),
}
PACKAGED = Path(__file__).parent / "_rules"
CHECKOUT = Path(__file__).parent.parent / "rules"


class Example(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A line of text and the match expected in it; without `find` it is a near-miss, in which the rule must not match.

    The other keys are compared with the attributes of the claim's value where they are given; "none" means no value.
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
        """Yield the (attribute, expected value as text) pairs that the example states."""
        for name in self.__struct_fields__:
            wanted = getattr(self, name)
            if name not in ("text", "find", "published", "kind") and wanted is not None:
                yield name, wanted


Words = dict[str, str]  # surface → meaning
_NO_EXAMPLES = msgspec.Raw(msgspec.msgpack.encode(()))


class Rule(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """One rule as written in its file.

    `pattern` is a complete regular expression; `before` and `after` are the context of a numeral, which the numeral
    reader finds. `reading` names the function that computes the value, `options` are its options as written;
    `factcheck/productions.py` lists both. `packed_examples` are the examples in msgpack: they are many times as long
    as the rule, and most runs never decode them.
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
    packed_examples: msgspec.Raw = _NO_EXAMPLES

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The examples, decoded: lines with a match, and near-misses."""
        return msgspec.msgpack.decode(self.packed_examples, type=tuple[Example, ...])

    @cached_property
    def _read(self) -> Options:
        has_pattern, has_trigger = self.pattern is not None, bool(self.trigger)
        return productions.read(self.room, self.reading, self.options, pattern=has_pattern, trigger=has_trigger)

    def read_options(self, wanted: type[OptionsType]) -> OptionsType:
        """The options as the struct of the rule's production; TypeError if that is not `wanted`."""
        options = self._read
        if not isinstance(options, wanted):
            raise TypeError(f"{self.id} takes {type(options).__name__}, not {wanted.__name__}")
        return options

    @property
    def room(self) -> str:
        """The part of the id before the slash (quantity, timex, …), which names the component that runs the rule."""
        return self.id.split("/", 1)[0]


class _Examples(Struct, frozen=True):
    examples: tuple[Example, ...] = ()


class _RuleFile(Struct, frozen=True, forbid_unknown_fields=True):
    lists: dict[str, list[str] | dict[str, str]] = {}
    parts: dict[str, str] = {}
    settings: dict[str, Any] = {}
    rule: list[dict[str, Any]] = []


class Ruleset(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """All rules in force. Compared by identity, so that it can be the key of a cache of compiled rules.

    `lists` are word lists, in msgpack until first used: a text without quotations needs only half of them. `language`
    is the ISO 639-1 code of the language they are for, `folders` are those layered over the built-in rules.
    """

    rules: tuple[Rule, ...]
    lists: dict[str, Words | msgspec.Raw]
    parts: dict[str, str]
    settings: dict[str, Any] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)  # word lists as regular expressions, where cached
    language: str = DEFAULT_LANGUAGE
    folders: tuple[Path, ...] = ()

    def reading(self, language: str | None) -> Ruleset:
        """The rules of the same folders for another language; `self` if no folder has rules for it."""
        if language is None or language == self.language or not _has_language(self.folders, language):
            return self
        return _load(self.folders, language)

    def room(self, name: str) -> tuple[Rule, ...]:
        """The rules whose id starts with `name/`, in the order of their files."""
        return self._by_room.get(name, ())

    @property
    def rooms(self) -> Set[str]:
        """The rooms that have rules: a language need not support all kinds of claim."""
        return self._by_room.keys()

    @cached_property
    def _by_room(self) -> dict[str, tuple[Rule, ...]]:
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            found.setdefault(rule.room, []).append(rule)
        return {room: tuple(rules) for room, rules in found.items()}

    @property
    def own_rules(self) -> tuple[Rule, ...]:
        """The rules from the folders of the language, without those that serve every language."""
        return tuple(rule for rule in self.rules if rule.path.startswith(f"{self.language}/"))

    def words(self, name: str) -> dict[str, str]:
        """A word list as surface → meaning; in a plain list a surface is its own meaning. RuleError if unknown."""
        found = self.lists.get(name)
        if isinstance(found, dict):
            return found
        if found is None:
            raise self._lacks(f"no word list {{{name}}}{_nearest(name, self.lists)}")
        return _words(name, self.lists)

    def packed(self, name: str) -> bytes:
        """A word list in msgpack, for a digest; RuleError if unknown."""
        found = self.lists.get(name)
        return bytes(found) if isinstance(found, msgspec.Raw) else msgspec.msgpack.encode(self.words(name))

    def setting(self, name: str) -> Any:
        """A table or value of the settings, by dotted name; RuleError if there is none."""
        found: Any = self.settings
        for part in name.split("."):
            if not isinstance(found, dict) or part not in found:
                raise self._lacks(f"no setting '{name}' in the rule files")
            found = found[part]
        return found

    def _lacks(self, problem: str) -> RuleError:
        """The error for something that the rules do not define; the built-in rules define all that is needed."""
        if self.language == DEFAULT_LANGUAGE:
            return RuleError(problem)
        return IncompleteLanguageError(self.language, problem)

    def expand(self, pattern: str, where: str = "pattern") -> str:
        """The pattern with its placeholders replaced by word lists and parts; `where` names it in a RuleError."""

        def replacement(match: re.Match[str]) -> str:
            name = match[1]
            if name in self.parts:
                return f"(?:{self.expand(self.parts[name], where)})"
            if name in self.lists:
                return self.written.get(name) or alternation(self.words(name))
            near = _nearest(name, [*self.lists, *self.parts])
            raise self._lacks(f"{where} names no word list {{{name}}}{near}")

        return PLACEHOLDER.sub(replacement, pattern)

    def compile(self, pattern: str, where: str = "pattern", *, case: bool = False) -> re.Pattern[str]:
        """The compiled pattern, case-insensitive except with `case` or inside `(?-i:…)`."""
        try:
            return regex(self.expand(pattern, where), 0 if case else re.IGNORECASE)
        except re.error as error:
            raise RuleError(f"{where}: not a regular expression: {error}") from None


def alternation(words: Iterable[str]) -> str:
    """A regular expression group that matches the longest of the words; a space matches any white space.

    It is a trie of common prefixes, which the engine matches many times faster than a plain alternation.
    """
    ordered = sorted(set(words))
    return written("\0".join(ordered), lambda: _trie(ordered))


def _trie(ordered: Sequence[str]) -> str:
    return f"(?:{_branches(ordered, 0)})"


def _branches(words: Sequence[str], begin: int) -> str:
    """The expression for the rest of sorted words that have their first `begin` characters in common."""
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
            common = _common_prefix(words[first], words[last - 1])
            ends.append(_escaped(words[first][begin:common]) + _branches(words[first:last], common))
        first = last
    if not ends:
        return ""
    group = ends[0] if len(ends) == 1 and not optional else f"(?:{'|'.join(ends)})"
    return f"{group}?" if optional else group


def _common_prefix(one: str, other: str) -> int:
    """The length of the common prefix of two words."""
    for at, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return at
    return min(len(one), len(other))


def _escaped(text: str) -> str:
    if text.isalpha():
        return text
    return re.escape(text).replace(r"\ ", r"\s+")


def rules_folder() -> Path:
    """The folder of the built-in rules: inside the wheel, or beside the package in a checkout."""
    return PACKAGED if PACKAGED.is_dir() else CHECKOUT


def load_rules(*folders: Path | str, language: str = DEFAULT_LANGUAGE) -> Ruleset:
    """The built-in rules for texts of a language (ISO 639-1) with the given folders layered over them.

    Raises RuleError when a file cannot be read, is not TOML, or holds a rule that cannot be compiled.
    """
    return _load(tuple(Path(folder).resolve() for folder in folders), language)


@cache
def _load(folders: tuple[Path, ...], language: str) -> Ruleset:
    read = _shipped(language)
    # Rules for a language without built-in rules are validated against the names and settings of the default language.
    known = read if language == DEFAULT_LANGUAGE else _shipped(DEFAULT_LANGUAGE)
    shipped = {*known.lists, *known.parts, *read.lists, *read.parts}
    settings = {**known.settings, **read.settings}
    built_in = {**known.lists, **read.lists}
    own: list[_UserFile] = []
    for folder in folders:
        own += _layer(folder, [(path, _content(path)) for path in _toml_files(folder, language)], read, over=settings)
    ruleset = Ruleset(
        tuple(read.rules.values()), read.lists, read.parts, read.settings, read.written, language, folders
    )
    if language != DEFAULT_LANGUAGE and (missing := list(_missing(ruleset))):
        raise IncompleteLanguageError(language, ", ".join(missing))
    _check_names(own, shipped, ruleset)
    _check_values(own, built_in, ruleset)
    return ruleset


def _missing(ruleset: Ruleset) -> Iterator[str]:
    """Yield each list and setting that a language lacks for its texts to be cut into tokens and sentences."""
    for table, names in LANGUAGE_SETTINGS.items():
        given = ruleset.settings.get(table)
        if given is None:
            yield f"no [settings.{table}]"
        else:
            yield from (f"no setting '{table}.{name}'" for name in names if name not in given)
    tokens = ruleset.settings.get("tokens", {})
    for name in dict.fromkeys((*LANGUAGE_LISTS, *tokens.get("classes", ()), *tokens.get("cased", ()))):
        if name not in ruleset.lists:
            yield f"no word list '{name}'"


_LIST = regex(r"\[lists\.([a-z_]+)\]|([a-z_]+)\s*=")


def list_origins(ruleset: Ruleset) -> dict[str, tuple[list[str], str]]:
    """By the name of each word list: the rule files that define it, and the comment above its first definition."""
    found: dict[str, tuple[list[str], str]] = {}
    for folder in (rules_folder(), *ruleset.folders):
        for path in _toml_files(folder, ruleset.language):
            shown = path.relative_to(folder).as_posix() if path != folder else path.name
            for name, comment in _commented_lists(_content(path).decode()):
                paths, first = found.setdefault(name, ([], comment))
                found[name] = paths, first or comment
                if shown not in paths:
                    paths.append(shown)
    return found


def _commented_lists(toml: str) -> Iterator[tuple[str, str]]:
    """Yield each word list of a rule file with the comment right above it, on one line."""
    comment: list[str] = []
    plain = False
    for line in toml.splitlines():
        if line.startswith("#"):
            comment.append(line.lstrip("# ").rstrip())
            continue
        match = _LIST.match(line)
        if line.startswith("["):
            plain = line.startswith("[lists]")
        if match and (match[1] or plain):
            yield match[1] or match[2], " ".join(comment)
        comment = []


def languages(folders: Iterable[Path]) -> list[str]:
    """The codes of the languages, besides the default, for which the built-in rules or the folders have a subfolder."""
    inside = (each for folder in (rules_folder(), *folders) if folder.is_dir() for each in folder.iterdir())
    found = {each.name for each in inside if each.is_dir() and _LANGUAGE_FOLDER.fullmatch(each.name)}
    return sorted(found - {DEFAULT_LANGUAGE})


@cache
def _has_language(folders: tuple[Path, ...], language: str) -> bool:
    """Whether the built-in rules or one of the folders has a subfolder for a language."""
    return any((folder / language).is_dir() for folder in (rules_folder(), *folders))


class _Cached(Struct):
    """Rules as stored in the disk cache; the same fields as `_Read`, with word lists still in msgpack."""

    lists: dict[str, msgspec.Raw] = {}
    parts: dict[str, str] = {}
    settings: dict[str, Any] = {}
    rules: dict[str, Rule] = {}
    written: dict[str, str] = {}


class _Read(Struct):
    """Rules while folders are being layered; mutable."""

    lists: dict[str, Words | msgspec.Raw] = {}
    parts: dict[str, str] = {}
    settings: dict[str, Any] = {}
    rules: dict[str, Rule] = {}
    written: dict[str, str] = {}


def _shipped(language: str) -> _Read:
    """The built-in rules of one language, parsed or from the disk cache."""
    folder, name = rules_folder(), f"rules.{language}.msgpack"
    paths = _toml_files(folder, language)
    # One file after the other: to hold all of them in memory takes as long again as reading them.
    digest = disk_cache.digest_of((path.as_posix(), _content(path)) for path in paths)
    cached = disk_cache.load(name, digest, _Cached)
    if cached is not None:
        return _Read(dict(cached.lists), cached.parts, cached.settings, cached.rules, cached.written)
    read = _Read()
    _layer(folder, [(path, _content(path)) for path in paths], read)
    if disk_cache.is_enabled():
        lists = ((name, _words(name, read.lists)) for name in read.lists)
        read.written = {name: _trie(sorted(words)) for name, words in lists if words}
    disk_cache.store(name, digest, read)
    return read


def _words(name: str, lists: dict[str, Words | msgspec.Raw]) -> Words:
    """A word list, decoded at first use; empty if there is none of that name."""
    found = lists.get(name, {})
    if isinstance(found, msgspec.Raw):
        lists[name] = found = msgspec.msgpack.decode(found, type=Words)
    return found


class _UserFile(Struct):
    """A rule file of the user: its path, its parsed content, its rules."""

    path: Path
    file: _RuleFile
    rules: list[Rule]


def _layer(
    folder: Path, files: Iterable[tuple[Path, bytes]], read: _Read, over: dict[str, Any] | None = None
) -> list[_UserFile]:
    """Merge the files of a folder into `read`; `over` are the known settings, against which new ones are checked.

    Without `over`, as for the built-in rules, nothing is checked. Raises RuleError.
    """
    layers: list[_UserFile] = []
    for path, content in files:
        parsed = _parse(path, content)
        layer = _UserFile(path, parsed, [])
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


_EXTENSIBLE = frozenset(("timex.shapes",))  # tables of settings to which a user's file may add keys
_TYPES = {int: "a whole number", float: "a number", str: "a text", list: "a list", dict: "a table"}


def _check_settings(new: dict[str, Any], known: dict[str, Any], path: Path, *under: str) -> None:
    """Raise RuleError for an unknown setting, or one whose value differs in type from the one it replaces."""
    for key, value in new.items():
        name = ".".join((*under, key))
        if key not in known:
            if ".".join(under) in _EXTENSIBLE:
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


def _check_names(own: Sequence[_UserFile], shipped: set[str], ruleset: Ruleset) -> None:
    """Raise RuleError for an unknown word list or an invalid regular expression in a user's rules, and for a word list
    or part that no rule uses.
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


def _check_values(own: Sequence[_UserFile], built_in: dict[str, Words | msgspec.Raw], ruleset: Ruleset) -> None:
    """Raise RuleError for an entry of a user's word list that is empty or whose value cannot be used."""
    if not any(layer.file.lists for layer in own):
        return
    from factcheck import list_values  # needed for the lists of users only

    @cache
    def units() -> frozenset[str]:
        listed = (unit for name in list_values.OF_UNITS for unit in _words(name, built_in).values())
        return frozenset((*listed, *ruleset.words("unit_size")))

    for layer in own:
        for name, words in layer.file.lists.items():
            table, has_values = (words, True) if isinstance(words, dict) else ({word: word for word in words}, False)
            known = _words(name, built_in)
            for problem in list_values.problems(name, table, has_values=has_values, built_in=known, units=units):
                raise RuleError(f"{layer.path}: {problem}")


def _texts(rule: Rule) -> Iterator[tuple[str, bool]]:
    """Yield each text of a rule that may have placeholders, and whether it is a complete regular expression."""
    for side in (rule.pattern, rule.before, rule.after):
        if side:
            yield side, True
    for trigger in rule.trigger:
        yield trigger, False
    for name, value in rule.options.items():
        if isinstance(value, str):
            yield value, name in productions.PATTERNS


def _strings(settings: dict[str, Any]) -> Iterator[str]:
    """Yield all strings in a table of settings, nested tables included."""
    for value in settings.values():
        if isinstance(value, dict):
            yield from _strings(value)
        elif isinstance(value, str):
            yield value


def _toml_files(folder: Path, language: str) -> list[Path]:
    """The rule files of a folder for a language, sorted: those of the language and those for every language."""
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such rules folder; give a folder of .toml rule files")
    inside = {path: path.parts[len(folder.parts) :] for path in sorted(folder.rglob("*.toml"))}
    for first in dict.fromkeys(parts[0] for parts in inside.values() if len(parts) > 1):
        like = _LIKE_A_LANGUAGE_FOLDER.fullmatch(first)
        if like and not _LANGUAGE_FOLDER.fullmatch(first):
            raise RuleError(
                f"{folder / first}: language folders have two lower-case letters; rename it to {like[1].lower()}"
            )
    others = {parts[0] for parts in inside.values() if len(parts) > 1 and _LANGUAGE_FOLDER.fullmatch(parts[0])}
    others.discard(language)
    return [path for path, parts in inside.items() if len(parts) == 1 or parts[0] not in others]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from None


def _parse(path: Path, content: bytes) -> _RuleFile:
    import tomli  # slow to import and seldom needed: the built-in rules come from the disk cache

    try:
        return msgspec.convert(tomli.loads(content.decode().replace("\r\n", "\n")), _RuleFile)
    except UnicodeDecodeError:
        raise RuleError(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except tomli.TOMLDecodeError as error:
        raise RuleError(f"{path}: not TOML: {error}") from None
    except msgspec.ValidationError as error:
        way = "a rule file holds [lists], [parts], [settings] and [[rule]]"
        if "$.lists[...]" in str(error):
            way = 'a list is ["word", …] or { word = "value", … }, and its values are texts in quotation marks'
        raise RuleError(f"{path}: {error}; {way}") from None


def _rule(raw: dict[str, Any], path: Path, shown: Path) -> Rule:
    try:
        examples = msgspec.convert(raw, _Examples).examples
        packed = msgspec.Raw(msgspec.msgpack.encode(examples)) if examples else _NO_EXAMPLES
        given = {key: value for key, value in raw.items() if key != "examples"}
        converted = msgspec.convert({**given, "path": shown.as_posix()}, Rule)
        rule = msgspec.structs.replace(converted, packed_examples=packed)
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


_ALIKE = 0.75  # difflib's ratio from which a name is suggested: a slip or two in a name of five letters


def _nearest(name: str, known: Iterable[str]) -> str:
    import difflib  # slow to import, and needed for an error message only

    close = difflib.get_close_matches(name, list(known), n=1, cutoff=_ALIKE)
    return f"; is it {{{close[0]}}}?" if close else ""
