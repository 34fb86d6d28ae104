"""Rarer forms of attribution, each the case of one branch of the reading."""

from __future__ import annotations

import pytest

from tests.kinds.quotation.reading import only, read

FORMS = [
    # Attribution after the quotation.
    ("“We go,” to the “other” pier and back.", [None, None]),
    ("“We go,” said.", [None]),
    ("“We go,” said he would come.", [None]),
    ("“We go,” the Herald quoted him.", ["Herald"]),
    ("“We go,” Ann Roe sadly crowed.", ["Ann Roe"]),
    ("“We go,” crowed and left.", [None]),
    ("“We go,” Ann Roe and the crew of the old ferry that sank said.", [None]),
    ("“We go,” Ann Roe (the mayor) said.", ["Ann Roe"]),
    ("“We go,” Ann Roe and her deputy said.", [None]),
    ("“We go” was all that Ann Roe would say.", ["Ann Roe"]),
    ("“We go,” Johnson & Moor told the Herald.", ["Johnson & Moor"]),
    ("“We go,” Ann Roe Jr. said.", ["Ann Roe"]),
    ("“We go,” a spokesman close to Ann Roe said.", ["a spokesman close to Ann Roe"]),
    ("“We go,” people familiar with the matter said.", ["people familiar with the matter"]),
    ("“We go,” said Hull council leader Ann Roe on Monday.", ["Ann Roe"]),
    ("“We go,” said a director at the Harbour Institute in Hull.", ["a director"]),
    ("“We go,” said the club Monday.", ["the club"]),
    ("“We go,” said that.", [None]),
    ("“We go,” said both sides.", ["both sides"]),
    ("“We go,” climbers said.", ["climbers"]),
    ("“We go,” Ann Roe loudly blustered.", ["Ann Roe"]),
    ("“We go,” blustered union chief Ann Roe.", ["Ann Roe"]),
    ("“We go,” Harbor Liaison Ann Roe said.", ["Ann Roe"]),
    ("The “pier” is, in the words of Ann Roe, too near.", ["Ann Roe"]),
    ("The “pier” is all that he hopes to say.", [None]),
    ("A handbook from 1998 described the pier as “a hole in the sea.”", ["a handbook"]),
    ("It went according to what was known. “We go home now,” she said.", [None]),
    ("Mayor Jo Brand came late. The mayor smiled. “We go,” she said.", ["Jo Brand"]),
    ("OSPO, March 3 — It rained. Ospo woke late. “We go,” she said.", [None]),
    ("Ospo was shut. Those who live in Ospo left. “We go,” she said.", [None]),
    ("“We go,” said Mr. House.", ["House"]),
    ("“We go,” said Ms. Davis’ s sister Crystal.", ["Crystal"]),
    ("“We go,” Crews and Ann Roe said.", ["crews and Ann Roe"]),
    ("“We go,” la Roe said.", ["Roe"]),
    ("“We go,” also later said nothing.", [None]),
    ("“We go,” Department of Food and Drug Safety deputy head Ann Roe said.", ["Ann Roe"]),
    ("“We go,” Ann Roe wants to say.", ["Ann Roe"]),
    ("“We go,” Ann Roe used to say.", ["Ann Roe"]),
    # Attribution before it.
    ("The Herald quoted Tom Hale as saying that the pier was “a hole in the sea.”", ["Tom Hale"]),
    ("Ann Roe repeated her claim that it was “a hole in the sea.”", ["Ann Roe"]),
    ("Ann Roe’s words were “a gift to all of us.”", ["Ann Roe"]),
    ("Ann Roe’s plan was “a gift to all of us.”", [None]),
    ("Ann Roe was “a gift to all of us.”", [None]),
    ("Ann Roe’s answer was clear: “We go home now.”", ["Ann Roe"]),
    ("The first chants of “Hull” rose.", [None]),
    ("In the report of Monday, “no more than this” was found.", [None]),
    ("Monday night: “No way out of it.”", [None]),
    ("Ann Roe and others: “No way out of it.”", ["Ann Roe"]),
    ("Ann Roe, Tom Hale’s aide, said “no way out of it.”", ["Ann Roe"]),
    ("Ann Roe (who came late), who won, said “no way out of it.”", ["Ann Roe"]),
    ("The crew, who were late, said “no way out of it.”", ["the crew"]),
    ("But who said “no way out of it,” nobody knew.", [None]),
    ("“Now,” who said “no way out of it,” nobody knew.", [None, None]),
    ("A woman who lives on the quay behind the pier told them it was “a hole in the sea.”", ["a woman"]),
    ("Ann Roe of the board in the old town of Hull said it was “a hole in the sea.”", ["Ann Roe"]),
    ("With Tom Hale calling it “a hole in the sea,” nobody came.", ["Tom Hale"]),
    ("After telling them it was “a hole in the sea,” Ann Roe left.", ["Ann Roe"]),
    ("Calling it “a hole in the sea” was wrong.", [None]),
    ("“We go,” said Ann Roe, “at dawn.”", ["Ann Roe", "Ann Roe"]),
    ("“We go” said Ann Roe “at dawn.”", ["Ann Roe", "Ann Roe"]),
    ("Told then that it was “a hole in the sea,” nobody came.", [None]),
    ("A week ago and in the rain said “a hole in the sea.”", [None]),
    ("Officers say it was “a hole in the sea.”", ["officers"]),
    ("The report say it was “a hole in the sea.”", ["the report"]),
    ("To say it was “a hole in the sea” is wrong.", [None]),
    ("In his report “no more than this at all” stood.", [None]),
    ("Ann Roe was using the word “hole” as “a mere figure of speech.”", ["Ann Roe", "Ann Roe"]),
    ("Tough talk of “a hole in the sea” won.", [None]),
    ("and so: “No way out of it.”", [None]),
    ("It is crews said “no way out of it.”", ["crews"]),
    ("On Monday Ann Roe said it was “a hole in the sea.”", ["Ann Roe"]),
    ("Banners in the square by the gate near the wall at the pier read: “Shut it.”", ["Banners"]),
    ("A letter (from May), which said “no way out of it,” burned.", ["a letter"]),
    ("The “wall”, as planned, said “no way out of it.”", [None, None]),
    ("It was Monday, the day of rain, said “no way out of it.”", [None]),
    ("The “wall” is, as said, high.", [None]),
    ("The “wall” is high, Tom Hale wrote, and long.", ["Tom Hale"]),
    ("The “wall” is high, he said.", [None]),
    # Speaker from the sentence before.
    ("It is the so-called “free port.” “We do not sail tonight.”", [None, None]),
    (
        "“We sail,” Ann Roe said.\n\nIt is the so-called “free port.”\n\n“We do not sail tonight.”",
        ["Ann Roe", None, None],
    ),
    ("As said before, it rained. “We do not sail tonight.”", [None]),
    ("The wait ended when, at noon, Tom Hale sent this out:\n\n“We do not sail tonight.”", ["Tom Hale"]),
    ("Tonight:\n\n“We do not sail tonight.”", ["Tonight"]),
    ("Ann Roe spoke.\n\n“A pier.\n\n“A port.\n\n“A ferry,” added Tom Hale.", ["Tom Hale"] * 3),
    ("Ann Roe spoke at last\n\n“We do not sail tonight.”", [None]),
    ("“They cried, ‘Run.’” Tom Hale left.", [None]),
    ("The pier is shut, most notably its old arm:\n\n“We will mend it before winter.”", [None]),
    ("The pier is shut, namely from end to end:\n\n“We will mend it before winter.”", [None]),
    ("Ann Roe (Labour): “We will mend it before winter.”", ["Ann Roe"]),
    ("It is what the builders call “a hole in the sea.”", ["the builders"]),
    ("He led the first chants of “mend the pier now” on Monday.", [None]),
    ("Pollard dubbed it a war against the northern states that were “a hole in the sea.”", ["Pollard"]),
]


@pytest.mark.parametrize(("text", "speakers"), FORMS, ids=[case[0] for case in FORMS])
def test_speaker(text: str, speakers: list[str | None]) -> None:
    assert [value.speaker for value in read(text)] == speakers


PRONOUNS = [
    ("The crews met the board. They called it “a hole in the sea.”", "the crews"),
    ("Ann Roe and Tom Hale met. They called it “a hole in the sea.”", "Ann Roe and Tom Hale"),
    ("Ann Roe and Tom Hale called it “a trap.” Later they said it was “a hole in the sea.”", "Ann Roe and Tom Hale"),
    ("The Harbour Board called it “a trap.” Later it said it was “a hole in the sea.”", "Harbour Board"),
    ("The crew called it “a trap.” Later it said it was “a hole in the sea.”", "the crew"),
    ("Ann Roe and Tom Hale called it “a trap.” Later he said it was “a hole in the sea.”", "Tom Hale"),
    ("HCN called it “a trap.” Later he said it was “a hole in the sea.”", None),
    ("Ann Roe sang.\n\nNEW HARBOUR — She said it was “a hole in the sea.”", "Ann Roe"),
    ("OLD HULL — Ann Roe sang. Later she said it was “a hole in the sea.”", "Ann Roe"),
    ("HULL — He said it was “a hole in the sea.”", None),
    ("The opposition called it “a trap.” Later he said it was “a hole in the sea.”", None),
    ("It rained in Ulm, Ann Roe and all. Roe said it was “a hole in the sea.”", "Ann Roe"),
    ("Upstairs, Ann Roe sang. Later she said it was “a hole in the sea.”", "Ann Roe"),
    ("In May, in Hull, at noon, in rain, Ann Roe sang. Later she said it was “a hole in the sea.”", "Ann Roe"),
    ("Ann Roe came. It called the pier “a hole in the sea.”", None),
    ("The boards met. It called the pier “a hole in the sea.”", None),
    ("An aide called it “a trap.” Later he said it was “a hole in the sea.”", "an aide"),
    ("Aides called it “a trap.” Later he said it was “a hole in the sea.”", None),
    ("Hull Inc. rose. Later he said it was “a hole in the sea.”", None),
    ("At Intel crews met. Intel said no. Later he said it was “a hole in the sea.”", None),
    ("He met Tom Hale. Later he said it was “a hole in the sea.”", None),
    ("Reed met la Reed. “We go,” Reed said of “a hole in the sea.”", "Reed"),
    ("“Reed, Added Reed” and (Reed. Reed said it was “a hole in the sea.”", "Reed"),
    ("Mayor of Hull, the mayor sang. The mayor said it was “a hole in the sea.”", "the mayor"),
    ("Mayor Hull sang. The mayor said it was “a hole in the sea.”", "Hull"),
    ("A mayoral aide, the vice mayor Ann Roe, sang. The mayor said it was “a hole in the sea.”", "the mayor"),
]


@pytest.mark.parametrize(("text", "speaker"), PRONOUNS, ids=[case[0] for case in PRONOUNS])
def test_antecedent(text: str, speaker: str | None) -> None:
    assert read(text)[-1].speaker == speaker


def test_only_the_first_occurrences_of_a_name_are_examined() -> None:
    assert only("Roe. " * 70 + "Ann Roe left. “We go,” Roe said.").speaker == "Roe"


def test_an_unclosed_mark_without_an_attribution_quotes_nothing() -> None:
    assert read("“We go, the man I told you of\n\nIt rained.") == []
    assert read("“We go, the old pier\n\nIt rained.") == []


def test_a_dash_decides_the_direction_of_a_straight_mark() -> None:
    assert only('"But why—" he asked.').quote == "But why—"
    assert only('It was so—"as ever"—and so.').quote == "as ever"


def test_a_straight_mark_on_the_wrong_side_of_a_blank_closes_before_an_attribution() -> None:
    assert [v.quote for v in read('"We go home, "according to Ann Roe, who left "early" that day.')] == [
        "We go home,",
        "early",
    ]


def test_a_closing_mark_without_an_opening_one_does_not_quote_the_attribution() -> None:
    text = 'The crews are tired of it all, "Tom Hale explains, "I sail at dawn, and so do they.\nWe all sail."'
    assert [v.quote for v in read(text)] == ["I sail at dawn, and so do they.\nWe all sail."]
