"""Find articles about the same event from one outlet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.origin.credit import outlet_of
from factcheck.origin.index import meeting, root_of
from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

Member = tuple[str, int]

# The last word of a capitalised name inside a sentence, or an acronym: names of people and places identify an event.
_NAME = regex(r"(?<=[a-z,] )(?:[A-Z][\w.'’-]+ ){0,5}([A-Z][a-z]+|[A-Z]{2,})\b")


def of_one_outlet(
    texts: Mapping[Member, Sequence[str]], sources: Mapping[Member, str | None], ruleset: Ruleset
) -> Iterator[tuple[Member, Member]]:
    """Yield pairs of articles of one outlet that share enough names to be about the same event.

    Without the condition on names, one outlet would join its articles about all events into one origin.
    """
    outlets: dict[str, list[Member]] = {}
    for member, paragraphs in texts.items():
        outlet = outlet_of(sources.get(member), paragraphs, ruleset)
        if outlet is not None:
            outlets.setdefault(outlet, []).append(member)
    common = frozenset(ruleset.words("calendar_name"))
    for members in outlets.values():
        if len(members) > 1:
            names = [frozenset(_NAME.findall("\n".join(texts[member]))) - common for member in members]
            yield from _pairs(members, names, ruleset.setting("origin"))


def _pairs(
    members: Sequence[Member], names: Sequence[frozenset[str]], setting: Mapping[str, Any]
) -> Iterator[tuple[Member, Member]]:
    parents = {index: index for index, found in enumerate(names) if found}
    for earlier, later, common in meeting(names, setting["heads"]):
        fewer = min(len(names[earlier]), len(names[later]))
        if common >= max(setting["outlet_share"] * fewer, min(setting["outlet_names"], fewer / 2)):
            parents[root_of(parents, later)] = root_of(parents, earlier)
            yield members[earlier], members[later]
    # An article without names joins the outlet's event only if there is just one.
    roots = {root_of(parents, index) for index in parents}
    nameless = [index for index, found in enumerate(names) if not found]
    one = min(roots) if len(roots) == 1 else min(nameless, default=0)
    if len(roots) <= 1 or len(nameless) > 1:
        yield from ((members[one], members[index]) for index in nameless if index != one)
