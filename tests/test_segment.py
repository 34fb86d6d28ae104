"""Segmentation into sentences, paragraphs and articles."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.ruleset import load_rules
from factcheck.segment import sentences

RULES = load_rules()


def split(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [" ".join(text[s.start : s.end].split()) for s in sentences(Document(id="x", text=text), RULES)]


def articles(text: str) -> list[str]:
    """The first sentence of each article."""
    first: dict[int, str] = {}
    for sentence in sentences(Document(id="x", text=text), RULES):
        first.setdefault(sentence.article, text[sentence.start : sentence.end])
    return list(first.values())


# A bar stands where a sentence ends.
@pytest.mark.parametrize(
    "marked",
    [
        "The dam broke at noon. | Twelve people drowned. | Who knew?",
        "Mr. Roe met Mrs. Lind and Dr. Osei. | Messrs. Roe and Lind signed.",
        "The U.S. Senate voted. | It was in the U.S. | The vote was close.",
        "He sailed from the U.K. in May. | Troops of the U.N. Security Force left.",
        "The cost of 3.2 million. | It rose 4.5 percent, to $1.25.",
        "On Feb. 23, 2017, it rained. | It stopped in Feb. | The sun came out.",
        "She finished No. 5 in the race. | Was it fair? | “No. | It was not,” she said.",
        "See Fig. 3 and pp. 12 to 14. | Art. 5 says so.",
        "Sen. J. Kelly and W. E. B. Hart spoke. | So did George H. W. Penn.",
        "A talk of U. S. officials. | Then they left.",
        "The shop opens at 9 a.m. Monday. | It shuts at 5 p.m. | Police keep watch.",
        "At 3:13 p.m. ET it began. | At 8 a.m. GMT it was over.",
        "Harbour Inc. said so. | Later came Harbour Inc. | The board met.",
        "He lives in Reno, Nev. | Dana Roe lives in Salem, Ore., and in Miami.",
        "“We won’t go.” | She left. | “It is late,” he said.",
        '"We won\'t go." | She left. | "It is late," he said.',
        "``We will not go. '' | She left. | ``It is late, '' he said.",
        "It is late. | ''We will go, '' she said. | ''Now. ''",
        "“Why now?” he asked. | “Why now?” Dana Roe asked. | “Why now?” | The room was silent.",
        "“Stop!” the young mayor of Lindal shouted. | “Stop!” Mayor Dana Roe shouted.",
        "Shares of Yahoo! rose. | Fans of Jeopardy! Masters cheered.",
        "He waited ... and left. | She wept… | Nobody came.",
        "The toll is known.[12] | The cause is not.[13]",
        "The wall is 12 ft. Roe built it. | What a room he was in. | Roe built it.",
        "It fell (about 3 p.m.) on the road. | (Nobody was hurt.) | The road shut.",
        "He is 6 ft. 2 in. tall. | Roe vs. Lind was dull.",
        "1. The first point. | It is short.",
        "What is a. dot. doing here.",
        "IT BEGAN ON FEB. 2 AT 10 P.M. FRIDAY. | MR. ROE SPOKE.",
        "The firm’s iPad sold. | iPhone sales fell.",
    ],
)
def test_sentences_end_where_marked(marked):
    assert split(marked.replace(" | ", " ")) == marked.split(" | ")


def test_a_newline_ends_a_sentence():
    text = "Dam Breaks in Lindal\nBy Dana Roe\n\n- twelve dead\n- forty hurt\nNobody knew why."
    assert split(text)[:4] == ["Dam Breaks in Lindal", "By Dana Roe", "- twelve dead", "- forty hurt"]


PROSE = [
    "The ferry Aurora struck a sandbank outside Lindal shortly before dawn on Tuesday with 212 "
    "passengers and a crew of 14 aboard, the harbour master said.",
    "Nobody was hurt. Tugs pulled the ship free at high water, and she reached the quay under her own "
    "power at 9.40 a.m., four hours behind her timetable, with a bent propeller and a small leak.",
    "The company that runs the line, Northern Ferries, said that it would hold an inquiry. “We owe our "
    "passengers an answer,” its chairwoman, Dana Roe, told reporters on the quay. “They shall have one.”",
]


@pytest.mark.parametrize("width", [50, 64, 72, 80, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_joined(width, newline):
    wrapped = "\n\n".join(textwrap.fill(each, width, break_on_hyphens=False) for each in PROSE)
    assert split(wrapped.replace("\n", newline)) == split("\n\n".join(PROSE))


def test_headings_and_lists_of_a_wrapped_text_are_not_joined():
    body, more = textwrap.fill(PROSE[1], 60), textwrap.fill(PROSE[0], 60)
    text = f"# Ferry aground\n\nNorthern Ferries\n{body}\n- 212 passengers\n- a crew of 14\n\n{more}\n"
    found = split(text)
    assert found[:3] == ["# Ferry aground", "Northern Ferries", "Nobody was hurt."]
    assert {"- 212 passengers", "- a crew of 14"} <= set(found)


def test_one_wrapped_paragraph_is_joined():
    text = "The ferry Aurora struck a sandbank outside Lindal before dawn with\ntwo hundred passengers aboard.\n"
    assert len(split(text)) == 1


def test_lines_of_uneven_width_are_paragraphs():
    text = "The ferry ran aground.\nNobody was hurt, said its master.\nTugs came.\nShe was freed at noon."
    assert len(split(text)) == 4


def test_long_items_of_a_wrapped_text_are_not_joined():
    items = [f"- the ferry {name} of the line to Lindal and the far islands" for name in ("Aurora", "Bris", "Cirrus")]
    text = "\n".join(items) + "\n\n" + textwrap.fill(" ".join(PROSE), 62)
    assert split(text)[:3] == items
    numbered = [item.replace("-", f"{number}.") + "." for number, item in enumerate(items, 1)]
    assert split("\n".join(numbered) + "\n\n" + textwrap.fill(" ".join(PROSE), 62))[:3] == numbered


def test_a_text_of_long_items_alone_has_no_wrap_width():
    items = [f"- the ferry {name} of the line to Lindal and the far islands" for name in ("Aurora", "Boreas", "Cirrus")]
    assert split("\n".join([*items, items[0]])) == [*items, items[0]]


def test_lines_of_about_one_length_that_end_in_stops_are_paragraphs():
    lines = [
        f"The ferry {name} left the quay with {count} on board." for name, count in (("Aurora", 212), ("Bris", 97))
    ]
    assert split("\n".join(lines * 3)) == lines * 3


def test_long_lines_of_uneven_length_are_paragraphs():
    lines = [
        "The ferry Aurora left the quay at Lindal at noon",
        f"{PROSE[2][:85]}",
        "Nobody was hurt and the ship was freed.",
    ]
    lines = [line + end for end in (" today", " on Tuesday", " in the year") for line in lines]
    assert split("\n".join(lines)) == [sentence for line in lines for sentence in split(line)]


def test_two_lines_are_joined_only_before_a_lower_case_letter():
    first = "The harbour master of Lindal said that the big ferry, the"
    assert len(split(f"{first}\nAurora, had been towed free.")) == 2
    assert len(split(f"{first}\nlarger one, had been towed free.")) == 1


def test_a_list_among_short_lines_is_not_joined():
    lines = [
        "Lindal",
        "Oslo",
        "The ferry Aurora of the line to Lindal and islands",
        "Bergholm",
        "Odda",
        "Voss",
        "Roe",
    ]
    lines += [
        "The ferry Bris, which is the smaller of the two ships",
        "The ferry Cirrus, sold in 2014 to a line in Oslo",
    ]
    assert split("\n".join([*lines, lines[2]])) == [*lines, lines[2]]


def test_a_headline_is_not_joined_to_what_follows():
    text = "Northern Ferries Holds Inquiry Into the Grounding of Its Ship\non 3 March 2019\n\n" + "\n\n".join(PROSE)
    assert split(text)[:2] == text.split("\n")[:2]


def test_front_matter_is_not_joined_to_the_body():
    front = "---\ntitle: Ferry aground\npublished: 2019-03-05\n---\n"
    text = front + "\n\n".join(textwrap.fill(each, 70) for each in PROSE)
    found = sentences(Document(id="x", text=text, body=len(front)), RULES)
    assert [text[s.start : s.end] for s in found][1:3] == ["title: Ferry aground", "published: 2019-03-05"]
    assert text[found[4].start :].startswith("The ferry Aurora")


def test_paragraphs_are_counted():
    found = sentences(Document(id="x", text="One. Two.\n\nThree.\nFour. Five."), RULES)
    assert [sentence.paragraph for sentence in found] == [0, 0, 1, 2, 2]


FIRST = "Ferry Aground Off Lindal\n\nBy Dana Whitlock\n\n" + "\n\n".join(PROSE)
SECOND = (
    "Council votes to close the valley road\n\nLINDAL — The council voted on Monday to close the valley road "
    "until the end of the year, after a report that found cracks in two of its bridges.\n\nThe vote was 9 to "
    "4. Traders in the valley said that the closure would cost them a third of their summer trade, and that "
    "nobody had asked them.\n"
)
ENDS = [
    "Tom Roe in Oslo contributed to this report.",
    "Reporting for this article was supported by the Harbour Fund.",
    "(Reporting by Ann Lee; Editing by Tom Roe)",
    "(END) Harbour Newswires",
    "###",
    "-30-",
    "Copyright (c) 2019 Harbour Press & Company, Inc.",
    "© 2019 Harbour Press. All rights reserved.",
]


@pytest.mark.parametrize("end", ENDS)
def test_an_end_line_and_a_headline_separate_two_articles(end):
    assert articles(f"{FIRST}\n\n{end}\n\n{SECOND}") == [
        "Ferry Aground Off Lindal",
        "Council votes to close the valley road",
    ]


@pytest.mark.parametrize(
    "after",
    [
        "",
        "Related Articles\n\nCouncil votes to close the valley road\n\nFerry line to be sold",
        "Sign up for our newsletter\n\nThe best of the harbour, every morning before eight, in your inbox "
        "and free of charge.",
        "About the Harbour Fund\n\n" + PROSE[2],
        *(
            f"{line}\n\n{PROSE[0]}\n\n{PROSE[1]}"
            for line in (
                "Ferry",
                "Write to desk@harbour.example",
                "what we know:",
                "The desk thanks its readers.",
            )
        ),
        PROSE[1],
    ],
)
@pytest.mark.parametrize("end", ENDS)
def test_other_text_after_the_end_is_no_article(end, after):
    assert len(articles(f"{FIRST}\n\n{end}\n\n{after}")) == 1


def test_a_box_of_links_separates_articles_only_before_a_byline():
    headline, rest = SECOND.split("\n\n", 1)
    assert len(articles(f"{FIRST}\n\nRelated Articles\n\n{SECOND}")) == 1
    assert len(articles(f"{FIRST}\n\nRelated Articles\n\n{headline}\n\nBy Tom Roe\n\n{rest}")) == 2


def test_a_second_dateline_under_a_headline_opens_an_article():
    first = FIRST.replace("The ferry", "LINDAL (AP) — The ferry", 1)
    second = SECOND.replace("LINDAL —", "LINDAL (AP) —")
    assert len(articles(f"{first}\n\n{second}")) == 2
    assert len(articles(f"{FIRST}\n\n{second}")) == 1
    assert len(articles(f"{first}\n\n" + second.split("\n\n", 1)[1])) == 1


def test_a_copyright_line_at_the_top_ends_nothing():
    assert len(articles(f"Copyright 2019 Harbour Press\n\n{FIRST}")) == 1


def test_articles_are_numbered_from_zero():
    text = f"{FIRST}\n\n{ENDS[0]}\n\n{SECOND}\n\n{ENDS[3]}\n\nFerry line to be sold\n\n" + "\n\n".join(PROSE)
    found = sentences(Document(id="x", text=text), RULES)
    assert sorted({sentence.article for sentence in found}) == [0, 1, 2]


def test_a_project_may_add_an_end_line(tmp_path):
    text = f"{FIRST}\n\n*HOUSE*\n\n{SECOND}"
    (tmp_path / "house.toml").write_text(
        "[[rule]]\nid = 'segment/house'\nsummary = 'house sign'\npattern = '^\\*HOUSE\\*$'\n"
        "examples = [{ text = '*HOUSE*', find = '*HOUSE*' }, { text = 'house' }]\n",
        encoding="utf-8",
    )
    found = sentences(Document(id="x", text=text), load_rules(tmp_path))
    assert found[-1].article == 1
    assert len(articles(text)) == 1


@pytest.mark.parametrize("piece", [".", '."', ". '", "? ", "Mr.\t", "a\t", "“", "- 30 -\n", "A. ", "\r"])
def test_long_repetitions_take_linear_time(piece):
    found = sentences(Document(id="x", text=piece * 40_000 + "The end."), RULES)
    assert found[-1].end == len(piece) * 40_000 + len("The end.")


WORDS = """Mr. |U.S. |“Why?” |he said. |No. 5|a.m. |'' |" |(|)|[1]|- |## |© 2019 X|(AP) — |The |ferry |3.2 """
BREAKS = ["\n", "\r\n", "\r", "\n\n", " ", "\t", "\u2028", "\x0b", ". ", "... ", "… "]
PIECES = st.sampled_from([*WORDS.split("|"), *BREAKS])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_is_covered_in_order(text):
    end = 0
    for sentence in sentences(Document(id="x", text=text), RULES):
        assert end <= sentence.start < sentence.end
        assert text[end : sentence.start].strip() == ""
        covered = text[sentence.start : sentence.end]
        assert covered == covered.strip()
        end = sentence.end
    assert text[end:].strip() == ""


@given(st.lists(PIECES, max_size=40).map("".join))
def test_paragraph_and_article_numbers_never_decrease(text):
    found = sentences(Document(id="x", text=text), RULES)
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)
    assert [s.article for s in found] == sorted(s.article for s in found)
