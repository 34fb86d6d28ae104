"""Group articles that share copy or an outlet, so that agreement is counted by independent origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.model import Origin
from factcheck.origin.copy import article, overlaps
from factcheck.origin.credit import agencies_of
from factcheck.origin.index import root_of
from factcheck.origin.outlet import of_one_outlet
from factcheck.ruleset import Ruleset
from factcheck.segment import Parsed

Member = tuple[str, int]
Link = tuple[Member, Member, float]  # two articles and their share of common words; 0 for a common outlet
_MAX_REASONS = 3  # reasons shown for one origin; further ones are counted


class Origins(Struct, frozen=True):
    """The origins, ordered by their first articles, and the id of the origin of each article.

    `partly` are the pairs of articles of two origins that share some of their copy, each pair in order.
    """

    groups: tuple[Origin, ...]
    members: dict[Member, str]
    partly: frozenset[tuple[Member, Member]] = frozenset()

    def of(self, document: str, article: int = 0) -> str:
        """The id of the origin of an article, given its document's id and its number within the page."""
        return self.members[document, article]

    def share_some_copy(self, one: Member, other: Member) -> bool:
        """Whether two articles of different origins have some of their copy in common."""
        return (min(one, other), max(one, other)) in self.partly

    def count(self, members: Iterable[Member]) -> int:
        """The number of independent origins of some articles."""
        return len({self.of(*member) for member in members})


def origins(parsed: Mapping[str, Parsed], ruleset: Ruleset) -> Origins:
    """Group the articles of documents by origin; the order of the documents does not matter."""
    setting = ruleset.setting("origin")
    ordered = [parsed[name] for name in sorted(parsed)]
    paragraphs = {(each.document.id, number): spans for each in ordered for number, spans in _paragraphs(each).items()}
    texts = {
        member: [parsed[member[0]].document.text[start:end] for start, end in spans]
        for member, spans in paragraphs.items()
    }
    articles = [
        article(*member, parsed[member[0]].tokens, spans, setting["run"]) for member, spans in paragraphs.items()
    ]
    closest = sorted(overlaps(articles, setting), key=lambda overlap: -overlap.share)
    links: list[Link] = [(each.shorter.key, each.longer.key, each.share) for each in closest if each.whole]
    pairs = [sorted((each.shorter.key, each.longer.key)) for each in closest if not each.whole]
    # The source of a page with several articles, such as an aggregator, is not the outlet of any of them.
    documents = [each.document for each in ordered]
    sources = {(document.id, 0): document.source for document in documents if (document.id, 1) not in texts}
    links.extend((one, other, 0.0) for one, other in of_one_outlet(texts, sources, ruleset))
    root, used = _joined(texts, links)
    reasons = {member: _reason(group, texts, ruleset) for member, group in used.items()}
    return replace(_numbered(root, reasons), partly=frozenset((one, other) for one, other in pairs))


def _paragraphs(parsed: Parsed) -> dict[int, list[tuple[int, int]]]:
    """The spans of the paragraphs of each article of a document; a document without text is one empty article."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for sentence in parsed.sentences:
        if sentence.start >= parsed.document.body:
            key = (sentence.article, sentence.paragraph)
            spans[key] = (spans.get(key, (sentence.start, 0))[0], sentence.end)
    found: dict[int, list[tuple[int, int]]] = {0: []}
    for (number, _), span in spans.items():
        found.setdefault(number, []).append(span)
    return found


def _joined(members: Iterable[Member], links: Iterable[Link]) -> tuple[dict[Member, Member], dict[Member, list[Link]]]:
    """The first member of each member's group, and for each group the links that joined it, by its first member."""
    first = {member: member for member in members}
    used: dict[Member, list[Link]] = {}
    for link in links:
        root, merged = sorted((root_of(first, link[0]), root_of(first, link[1])))
        if root != merged:
            first[merged] = root
            used[root] = [*used.get(root, ()), *used.pop(merged, ()), link]
    return {member: root_of(first, member) for member in first}, used


def _numbered(root: Mapping[Member, Member], reasons: Mapping[Member, str]) -> Origins:
    together: dict[Member, list[Member]] = {}
    for member in sorted(root):
        together.setdefault(root[member], []).append(member)
    groups: list[Origin] = []
    numbers: dict[Member, str] = {}
    for number, (first, members) in enumerate(together.items(), 1):
        names = tuple(dict.fromkeys(document for document, _ in members))
        groups.append(Origin(id=f"o{number}", documents=names, reason=reasons.get(first, "")))
        numbers.update(dict.fromkeys(members, f"o{number}"))
    return Origins(groups=tuple(groups), members=numbers)


def _reason(links: Sequence[Link], texts: Mapping[Member, Sequence[str]], ruleset: Ruleset) -> str:
    reasons = [_link_reason(link, texts, ruleset) for link in links[:_MAX_REASONS]]
    return "; ".join(reasons + ([f"and {len(links) - _MAX_REASONS} more"] if len(links) > _MAX_REASONS else []))


def _link_reason(link: Link, texts: Mapping[Member, Sequence[str]], ruleset: Ruleset) -> str:
    one, other, share = link
    if not share:
        return f"{_label(one, texts)} and {_label(other, texts)} are of one outlet"
    credited = agencies_of(texts[one], ruleset) & agencies_of(texts[other], ruleset)
    both = f" (both credit {', '.join(sorted(credited))})" if credited else ""
    part = f"{share * 100:.0f} % of its unquoted words"
    return f"{_label(one, texts)} shares {part} with {_label(other, texts)}{both}"


def _label(member: Member, texts: Mapping[Member, Sequence[str]]) -> str:
    document, number = member
    return f"{document} (article {number + 1})" if (document, 1) in texts else document
