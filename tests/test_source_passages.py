"""Whose words a passage of a source is, and where it begins and ends."""

from __future__ import annotations

import pytest

from factcheck import check, load_rules
from factcheck.model import Document, Severity

RULES = load_rules()

ALTERED, OTHER, ABSENT = ("quote-altered", "error"), ("quote-misattributed", "error"), ("quote-not-found", "warning")

MILL = "The mill opens its gates again on the first of May."
MILL_DRAFT = "“The mill opens its gates again on the first of May,” Nora Quist said."


def told(draft: str, *sources: str | Document) -> list[tuple[str, str]]:
    """The findings above a note on the quotations of a draft."""
    documents = [
        each if isinstance(each, Document) else Document(id=f"s{n}", text=each) for n, each in enumerate(sources)
    ]
    found = check([Document(id="draft", text=draft)], documents, RULES).findings
    return [(each.rule, each.severity.name) for each in found if each.severity > Severity.note and "quote" in each.rule]


@pytest.mark.parametrize(
    "above",
    [
        "THE WEAVERS ARE NOT LEAVING",
        "Why the weavers cannot leave",
        "# Nobody is leaving the valley",
        "- We are not shutting the mill\n-",
        "• The looms are not for hire\n•",
        "To: those who have not written yet\nSubject: No strike in the valley",
    ],
)
def test_a_line_without_a_stop_is_no_part_of_the_next_sentence(above: str) -> None:
    joint = " " if above.endswith(("-", "•")) else "\n\n"
    assert told(MILL_DRAFT, f"STATEMENT BY MAYOR NORA QUIST\n\n{above}{joint}{MILL}") == []


def test_a_sentence_that_lines_cut_is_whole() -> None:
    source = (
        "STATEMENT BY MAYOR NORA QUIST\n\nI have not said that\n\nthe mill opens its gates again on the first of May."
    )
    assert told(MILL_DRAFT, source) == [ALTERED]
    captions = (
        "1\n00:00:01,000 --> 00:00:03,500\nSVEN RASK: Who signed it?\n\n"
        "2\n00:00:03,500 --> 00:00:06,000\nNORA QUIST: It was never\n\n"
        "3\n00:00:06,000 --> 00:00:09,000\nMayor Lund who signed the lease of the mill in March."
    )
    assert told("“Mayor Lund … signed the lease of the mill in March,” Nora Quist said.", captions) == [ALTERED]


@pytest.mark.parametrize("text", [". The bridge", "By . a", "Statement by . Quist", "— ."])
def test_a_line_without_a_name_names_nobody(text: str) -> None:
    assert told("“The bridge is older than the mill,” Nora Quist said.", text) == [ABSENT]


POSTS = """The vote is lost and we start again on Monday.

— Nora Quist (@noraquist) May 4, 2031

Nobody read the bill.

I did, every page of it.

— Sven Rask (@svenrask_mp) May 4, 2031"""

MINUTES = """STATEMENT BY MAYOR NORA QUIST

3 May 2031

The mill opens its gates again on the first of June.

Statement by Chief Sven Rask

We searched the mill from the loft to the wheel and found nobody.

Interview with Dr. Ida Morel

Q. Who was hurt?

A. Two weavers broke an arm when the stairs gave way."""

DEPOSED = """DEPOSITION OF IDA MOREL

EXAMINATION BY MR. LUND

Q. Did you see the stairs give way?

A. The stairs gave way before the bell rang.

EXAMINATION BY MS. FALK

Q. Who rang the bell on that morning?

A. Nobody rang it."""


@pytest.mark.parametrize(
    ("quote", "speaker", "other", "source"),
    [
        ("The vote is lost and we start again on Monday", "Nora Quist", "Sven Rask", POSTS),
        ("I did, every page of it", "Sven Rask", "Nora Quist", POSTS),
        ("The mill opens its gates again on the first of June", "Nora Quist", "Sven Rask", MINUTES),
        ("We searched the mill from the loft to the wheel", "Sven Rask", "Nora Quist", MINUTES),
        ("Two weavers broke an arm when the stairs gave way", "Ida Morel", "Nora Quist", MINUTES),
        ("The stairs gave way before the bell rang", "Ida Morel", "Mr. Lund", DEPOSED),
        ("Who rang the bell on that morning?", "Ms. Falk", "Ida Morel", DEPOSED),
    ],
)
def test_words_are_those_of_the_nearest_heading_or_credit(quote: str, speaker: str, other: str, source: str) -> None:
    assert told(f"“{quote},” {speaker} said.".replace("?,”", "?”"), source) == []
    assert told(f"“{quote},” {other} said.".replace("?,”", "?”"), source) == [OTHER]


ESSAY = """What the valley owes its weavers

By Nora Quist

I learned to weave before I learned to read. We have asked for a new roof in each of these ten years."""

HANDLES = """@noraquist
The vote is lost and we start again on Monday.

@svenrask_mp
I read every page of the bill before I voted."""

NAMED_HANDLES = """Nora Quist
@mill_mayor
The vote is lost and we start again on Monday.
9:14 PM

Sven Rask
@loomfan
I read every page of the bill before I voted.
9:20 PM"""

DASHED = """Nora Quist — The weavers asked for a roof in each of these years.

Sven Rask — I read every page of the bill before I voted."""


@pytest.mark.parametrize(
    ("quote", "speaker", "other", "source", "expected"),
    [
        ("I learned to weave before I learned to read", "Nora Quist", "Sven Rask", ESSAY, ABSENT),
        ("I read every page of the bill before I voted", "Sven Rask", "Nora Quist", HANDLES, ABSENT),
        ("I read every page of the bill before I voted", "Sven Rask", "Nora Quist", NAMED_HANDLES, OTHER),
        ("I read every page of the bill before I voted", "Sven Rask", "Nora Quist", DASHED, OTHER),
    ],
)
def test_words_are_those_of_the_writer_or_the_account(
    quote: str, speaker: str, other: str, source: str, expected: tuple[str, str]
) -> None:
    assert told(f"“{quote},” {speaker} wrote.", source) == []
    assert told(f"“{quote},” {other} wrote.", source) == [expected]


def test_an_i_of_a_report_is_not_its_reporters() -> None:
    asked = "By Ida Morel\n\nWhat do you weave?\n\nI weave sails for the herring fleet.\n\nFor whom?\n\nFor all."
    assert told("“I weave sails for the herring fleet,” Nora Quist said.", asked) == []


def test_a_name_before_a_title_is_the_authors() -> None:
    source = "Nora Quist: What the valley owes\n\nI learned to weave before I learned to read. Then came the fire."
    assert told("“I learned to weave before I learned to read,” Nora Quist wrote.", source) == []


@pytest.mark.parametrize("author", ["Nora Quist", "By Nora Quist", "Nora Quist, weaver"])
def test_words_are_those_of_the_author_whom_the_metadata_name(author: str) -> None:
    source = Document(id="s", text="The weavers' hall will stay open until the last loom is sold.", author=author)
    for speaker, rules in (("Nora Quist", ["single-source"]), ("Sven Rask", ["quote-not-found"])):
        text = f"“The weavers' hall will stay open until the last loom is sold,” {speaker} wrote."
        assert [each.rule for each in check([Document(id="draft", text=text)], [source], RULES).findings] == rules


@pytest.mark.parametrize("passing", ["If I may -- ", "If I may, ", "Come what may, ", "As you might, "])
def test_a_modal_of_a_clause_in_passing_limits_nothing(passing: str) -> None:
    source = f"NORA QUIST: {passing}the weavers lost forty days of wages over the winter.\n\nSVEN RASK: They did."
    draft = Document(id="draft", text="“The weavers lost forty days of wages over the winter,” Nora Quist said.")
    found = check([draft], [Document(id="s0", text=source)], RULES).findings
    assert [each.rule for each in found if each.severity > Severity.note] == []


def test_a_modal_of_the_statement_limits_it() -> None:
    source = "NORA QUIST: The weavers may have lost forty days of wages over the winter.\n\nSVEN RASK: They did."
    draft = Document(id="draft", text="The weavers have lost forty days of wages over the winter, Nora Quist said.")
    found = check([draft], [Document(id="s0", text=source)], RULES).findings
    assert "wording-altered" in [each.rule for each in found]
