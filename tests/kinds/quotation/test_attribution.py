"""The speaker and the cue of a quotation."""

from __future__ import annotations

import pytest

from tests.kinds.quotation.reading import only, read

AFTER = [
    ("“The pier is shut,” Ann Roe said.", "Ann Roe", "said"),
    ("“The pier is shut,” said Ann Roe.", "Ann Roe", "said"),
    ("“The pier is shut,” said Gustav Moor, who once ran the port of Hull.", "Gustav Moor", "said"),
    (
        "“The pier is shut,” Ann Roe, the deputy head of the Harbour Institute at Hull, told the Daily Post.",
        "Ann Roe",
        "told",
    ),
    ("“The pier is shut,” Harbour Secretary Ann Roe told reporters on Monday.", "Ann Roe", "told"),
    ("“The pier is shut,” Gov. Ann Roe of Maine said Tuesday.", "Ann Roe", "said"),
    ("“The pier is shut,” Rep. Ann Roe (D-Maine) said in a statement.", "Ann Roe", "said"),
    ("“The pier is shut,” Sen. Ann Roe, D-Maine, said.", "Ann Roe", "said"),
    ("“The pier is shut,” Mr. Moor — the harbour master — said with a shrug.", "Moor", "said"),
    ("“The pier is shut,” according to Ann Roe of the Harbour Institute.", "Ann Roe", "according to"),
    ("“The pier is shut,” as Ann Roe put it.", "Ann Roe", "put it"),
    ("“The pier is shut,” Ann Roe later tweeted.", "Ann Roe", "tweeted"),
    ("“Given the storm,” Roe decided that the pier should be shut, Tom Hale said.", "Tom Hale", "said"),
    ("“The pier is shut,” Ann Roe decided that day.", "Ann Roe", "decided"),
    ("“The pier is shut,” Ann Roe crowed.", "Ann Roe", "crowed"),
    ("“The pier is shut,” crowed union chief Ann Roe, in an interview.", "Ann Roe", "crowed"),
    ("“The pier is shut!” the crowd chanted.", "the crowd", "chanted"),
    ("“Is the pier shut?” asked Ann Roe.", "Ann Roe", "asked"),
    ("“Is the pier shut?” Roe asked.", "Roe", "asked"),
    ("“The pier is shut,” police said.", "police", "said"),
    ("“The pier is shut,” campaign officials say.", "campaign officials", "say"),
    ("“The pier is shut,” read a sign on the gate.", "a sign", "read"),
    ("“The pier is shut,” the letter said.", "the letter", "said"),
    ("“The pier is shut,” said the letter by Sen. Ann Roe and six others.", "Ann Roe", "said"),
    ("“The pier is shut,” a harbour official said on condition of anonymity.", "a harbour official", "said"),
    ("“The pier is shut,” one adviser conceded, who asked not to be named.", "one adviser", "conceded"),
    ("“The pier is shut,” a source with knowledge of the plan said.", "a source with knowledge of the plan", "said"),
    ("“The pier is shut,” his spokesman, Tom Hale, said.", "Tom Hale", "said"),
    ("“The pier is shut,” said one of the owners, Tom Hale, 74.", "Tom Hale", "said"),
    ("“The pier is shut,” club chairman and owner Tom Hale said.", "Tom Hale", "said"),
    ("“The pier is shut,” said Marine Labs advanced tide researcher Tom Hale.", "Tom Hale", "said"),
    ("“The pier is shut,” the Herald quoted Tom Hale as saying.", "Tom Hale", "quoted"),
    ("“The pier is shut,” Tom Hale was quoted as saying by the Herald.", "Tom Hale", "was quoted"),
    ("“The pier is shut,” Hale shot back.", "Hale", "shot back"),
    ("“The pier is shut,” says the 31-year-old.", "the 31-year-old", "says"),
    ("“The pier is shut,” said Juror No. 8, one of six women.", "Juror No. 8", "said"),
    ("“The pier is shut,” Secretary of the Interior Tom Hale said.", "Tom Hale", "said"),
    ("“The pier is shut,” Tom Hale and Ann Roe said in a letter.", "Tom Hale and Ann Roe", "said"),
    ("“The pier is shut,” the White House said.", "White House", "said"),
    ("“The pier is shut,” Bay Foods CEO Tom Hale wrote.", "Tom Hale", "wrote"),
    ("“The pier is shut,” he has no doubt, and left.", None, None),
    ("“The pier is shut,” while Ann Roe said it was open.", None, None),
]


@pytest.mark.parametrize(("text", "speaker", "cue"), AFTER, ids=[case[0] for case in AFTER])
def test_cue_after_the_quotation(text: str, speaker: str | None, cue: str | None) -> None:
    value = only(text)
    assert (value.speaker, value.cue) == (speaker, cue)


BEFORE = [
    ("Ann Roe said: “The pier is shut.”", "Ann Roe", "said"),
    ("Ann Roe, 52, said, “The pier is shut.”", "Ann Roe", "said"),
    ("Ann Roe told a crowd in Hull on Monday that the pier was “shut for good.”", "Ann Roe", "told"),
    ("Harbour Secretary Ann Roe noted the “public and plain differences” of the ports.", "Ann Roe", "noted"),
    ("Speaking in Hull on Monday, Ann Roe, the harbour secretary, called it “a gamble.”", "Ann Roe", "called"),
    ("In an email to the Herald, Ann Roe denied “any wrongdoing at all.”", "Ann Roe", "denied"),
    ("Ann Roe said the pier cost too much and that voters “are tired of it.”", "Ann Roe", "said"),
    ("Ann Roe praised the crew and said it had done “all it could do.”", "Ann Roe", "said"),
    ("Ann Roe left the hall, calling the plan “a gamble with our money.”", "Ann Roe", "calling"),
    ("Ann Roe went on to describe the pier as “a hole in the sea.”", "Ann Roe", "describe"),
    ("Calling the pier “a hole in the sea,” Ann Roe left the hall.", "Ann Roe", "Calling"),
    ("Said Ann Roe: “The pier is shut.”", "Ann Roe", "Said"),
    ("It was, Ann Roe told them, “a total loss.”", "Ann Roe", "told"),
    ("It was, said Ann Roe, the club’s “last good year.”", "Ann Roe", "said"),
    ("The harbour was described by Ann Roe as “a hole in the sea.”", "Ann Roe", "described"),
    ("She was dubbed “Iron Ann” by Tom Hale in March.", "Tom Hale", "dubbed"),
    ("Ann Roe was quoted as saying that the pier was “a hole in the sea.”", "Ann Roe", "quoted"),
    ("According to Ann Roe, the pier is “a hole in the sea.”", "Ann Roe", "According to"),
    ("Ann Roe’s remark about “a military quay” drew laughs.", "Ann Roe", "remark"),
    ("Ann Roe’s claim that the pier was “never at risk” was mocked.", "Ann Roe", "claim"),
    ("A report by the board found that crews had “failed to report it.”", "a report by the board", "found"),
    ("The report said that crews had “failed to report it.”", "the report", "said"),
    ("Banners in the square outside parliament read: “Shut the pier.”", "Banners", "read"),
    ("Critics say the pier would be “a hole in the sea.”", "critics", "say"),
    ("Hull ministers, who expressed “concern and anger,” went home.", "Hull ministers", "expressed"),
    ("The clerk blamed Tom Hale, who spoke of “a rotten trade.”", "Tom Hale", "spoke"),
    ("An adviser to Roe, Jake Sully, said the pier “speaks for itself.”", "Jake Sully", "said"),
    ("One woman, Jane Cole, 45, of Hull, said “it was awful.”", "Jane Cole", "said"),
    ("Ann Roe, head of the dockers’ union said the pier was “a hole in the sea.”", "Ann Roe", "said"),
    ("An aide speaking on condition of anonymity said the pier was “a hole in the sea.”", "an aide", "said"),
    ("The two men said they were “deeply sorry for it.”", "the two men", "said"),
    ("When a reporter asked about it, Ann Roe snapped: “Sit down.”", "Ann Roe", "snapped"),
    ("Ann Roe: “The pier is shut.”", "Ann Roe", None),
    ("Roe on Hale: “He is unfit for it”", "Roe", None),
    ("The pier, Ann Roe said, was “a hole in the sea.”", "Ann Roe", "said"),
    ("Officials who worked for Ann Roe reportedly said the pier was “a hole.”", "officials", "said"),
    ("With tough talk about “a hole in the sea,” Ann Roe won.", None, None),
    ("Nobody knew what Ann Roe called “the northern question” then.", "Ann Roe", "called"),
    ("Ann Roe used the “hole in the sea” phrase twice.", "Ann Roe", "used"),
    ("Tom Hale said Ann Roe was using the word “hole” often.", "Ann Roe", "using the word"),
]


@pytest.mark.parametrize(("text", "speaker", "cue"), BEFORE, ids=[case[0] for case in BEFORE])
def test_cue_before_the_quotation(text: str, speaker: str | None, cue: str | None) -> None:
    value = only(text)
    assert (value.speaker, value.cue) == (speaker, cue)


LATE = [
    ("The oft-touted “wall” should be built farther out, Ann Roe said.", "Ann Roe", "said"),
    ("The “wall” should be built farther out, according to Ann Roe.", "Ann Roe", "according to"),
    ("The likely end is “more of the same” for crews, argued Ann Roe of the union.", "Ann Roe", "argued"),
    ("“We go” to the pier, said new Harbour Secretary Ann Roe.", "Ann Roe", "said"),
]


@pytest.mark.parametrize(("text", "speaker", "cue"), LATE, ids=[case[0] for case in LATE])
def test_cue_at_the_end_of_the_sentence(text: str, speaker: str, cue: str) -> None:
    value = only(text)
    assert (value.speaker, value.cue) == (speaker, cue)


SEQUENCES = [
    ("“We sail,” Ann Roe said, “at dawn or not at all.”", ["Ann Roe", "Ann Roe"]),
    ("“We sail,” Ann Roe said. “We sail at dawn.”", ["Ann Roe", "Ann Roe"]),
    ("“We sail,” Ann Roe said.\n\n“We sail at dawn.”", ["Ann Roe", "Ann Roe"]),
    ("“We sail,” Ann Roe said. “We do not,” Tom Hale said.", ["Ann Roe", "Tom Hale"]),
    ("“We sail,” Ann Roe said. Tom Hale told her: “We do not.”", ["Ann Roe", "Tom Hale"]),
    ("“We sail,” Ann Roe said, adding that it was “high time for it.”", ["Ann Roe", "Ann Roe"]),
    ("“We sail” and “we win,” said Ann Roe.", ["Ann Roe", "Ann Roe"]),
    ("Ann Roe was asked about it.\n\n“We sail.\n\n“We win,” added Tom Hale.", ["Tom Hale", "Tom Hale"]),
    ("Ann Roe offered another view. “We do not sail tonight.”", ["Ann Roe"]),
    ("Asked about the pier, Ann Roe replied:\n\n“We do not sail tonight.”", ["Ann Roe"]),
    ("Below is a statement by Ann Roe:\n\n“We do not sail tonight.”", ["Ann Roe"]),
    ("Nobody came, said Ann Roe.\n\n“We do not sail tonight.”", ["Ann Roe"]),
    ("It rained. It was cold. “We do not sail tonight.”", [None]),
    ("“We do not sail tonight.”", [None]),
    ("“Tonight we do not sail,”\nAnn Roe said.", ["Ann Roe"]),
    ("Ann Roe said “we sail.” The rest “goes by truck,” Tom Hale said.", ["Ann Roe", "Tom Hale"]),
]


@pytest.mark.parametrize(("text", "speakers"), SEQUENCES, ids=[case[0] for case in SEQUENCES])
def test_speakers_of_consecutive_quotations(text: str, speakers: list[str | None]) -> None:
    assert [value.speaker for value in read(text)] == speakers


def test_a_speaker_carried_over_is_not_named_beside_the_quotation() -> None:
    first, second = read("“We sail,” Harbour Secretary Ann Roe said. “We sail at dawn.”")
    assert (first.named, first.cue) == ("Harbour Secretary Ann Roe", "said")
    assert (second.named, second.cue) == ("", None)


def test_a_long_quotation_without_a_cue_takes_the_subject_as_speaker() -> None:
    value = only("Ann Roe ran on little but “a pier for every town on this coast.”")
    assert (value.speaker, value.cue, value.named) == ("Ann Roe", None, "")


def test_a_quotation_that_opens_an_article_inherits_no_speaker_from_the_article_before() -> None:
    prose = "The harbour was quiet that morning and the crews of the ferries went home long before noon came.\n\n"
    text = (
        "Ferries Stop for a Day\n\nBy Ann Roe\n\n" + prose * 4 + "Tom Hale shut the gate of the pier.\n\n"
        "Copyright (c) 2019 Harbour Press Ltd.\n\nCrews Go Back to Work\n\n“We do not sail tonight.”\n\n"
        "“We are tired,” he said.\n\n" + prose * 4
    )
    assert [value.speaker for value in read(text)] == [None, None]
