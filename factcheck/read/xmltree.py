"""Parse XML without fetching anything and without entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.read.limits import damaged

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_PROLOG = 1 << 16


def parse(raw: bytes, name: str, what: str = "XML") -> _Element:
    """The root element of an XML file; InputError if it is not well-formed or declares entities."""
    from lxml import etree

    start = raw.replace(b"\0", b"")
    doctype = start.find(b"<!DOCTYPE", 0, _MAX_PROLOG)
    if doctype >= 0 and b"<!ENTITY" in start[doctype:]:
        raise InputError(f"{name}: declares XML entities, which factcheck does not read; save it without them")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, strip_cdata=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name, what, error) from None
    if root is None:
        raise damaged(name, what, "empty")
    return root


def local(node: _Element) -> str:
    """The name of an element without its namespace; empty for an entity or a comment."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(node: _Element) -> str:
    """The namespace of an element; empty without one."""
    tag = node.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag[:1] == "{" else ""


def child(node: _Element, *names: str) -> _Element | None:
    """The first descendant on a path of local names."""
    found: _Element | None = node
    for name in names:
        found = next((each for each in found if local(each) == name), None) if found is not None else None
    return found


def children(node: _Element, name: str) -> list[_Element]:
    """The children of a local name."""
    return [each for each in node if local(each) == name]


def words(node: _Element | None) -> str:
    """All text in an element with white space as single blanks; empty for none."""
    return " ".join("".join(node.itertext()).split()) if node is not None else ""
