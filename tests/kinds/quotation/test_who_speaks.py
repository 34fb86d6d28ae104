"""Who is the speaker of a quotation, where the nearest noun, name or paragraph is not: passages with the speakers."""

from __future__ import annotations

import pytest

from factcheck.kinds.quotation import QUOTATION
from tests.kinds.quotation.reading import RULES, only, read

# A credit below the words.
CREDITED = [
    ("“The harbour belongs to all of us.”\n— Mayor Lena Ortiz, on Friday", "Lena Ortiz"),
    ("“The harbour belongs to all of us.”\n\n— Mayor Lena Ortiz", "Lena Ortiz"),
    ("“The harbour belongs to all of us.”\n(Lena Ortiz)", "Lena Ortiz"),
    ("“The harbour belongs to all of us.” — Rep. Lena Ortiz (D-Ohio), in a letter", "Lena Ortiz"),
    ("“The harbour belongs to all of us.”\n\nLena Ortiz, harbour historian, on the plan", "Lena Ortiz"),
    ("“The harbour belongs to all of us.”\nLena Ortiz", "Lena Ortiz"),
    ("“The harbour belongs to all of us.”\n— a dock worker", "a dock worker"),
    ("“The harbour belongs to all of us.”\n— Lena Ortiz, who runs the port", "Lena Ortiz"),
    ("“The harbour belongs to all of us.” That was how Lena Ortiz, the mayor, put it.", "Lena Ortiz"),
    ("“The harbour belongs to all of us.” So said Lena Ortiz.", "Lena Ortiz"),
    ("“The harbour belongs to all of us.” Those were the words of Lena Ortiz.", "Lena Ortiz"),
    ("And from Mayor Lena Ortiz:\n\n“The harbour belongs to all of us.”", "Lena Ortiz"),
    ("From the desk of Lena Ortiz, mayor of Hull:\n“The harbour belongs to all of us.”", "Lena Ortiz"),
    ("STATEMENT BY MAYOR LENA ORTIZ\n\n“The harbour belongs to all of us.”", "MAYOR LENA ORTIZ"),
    # No credit: a sentence, an unfinished line, a pronoun, an article further down, words behind a dash.
    ("“The harbour belongs to all of us.”\n\nLena Ortiz, the mayor, walked in.", None),
    ("“The harbour belongs to all of us.”\n\nLena Ortiz, the mayor,", None),
    ("“The harbour belongs to all of us.”\n— she", None),
    ("“The harbour belongs to all of us.”\n\n\n\n— Lena Ortiz", None),
    ("“The harbour belongs to all of us.”\n— closed on Monday", None),
    ("“The harbour belongs to all of us.”\n— Lena Ortiz won. The rest is known.", None),
    ("“The harbour belongs to all of us.” That was how it ended.", None),
    ("“The harbour belongs to all of us.” That was how", None),
    ("“The harbour belongs to all of us.” Those who heard it wept.", None),
]


# An office of a place or a body: the name behind it is not the speaker's.
OFFICES = [
    ("“The harbour belongs to all of us,” the mayor of Orrel said.", "the mayor of Orrel"),
    ("“The harbour belongs to all of us,” said the chairman of Orrel Ferries.", "the chairman of Orrel Ferries"),
    ("“The harbour belongs to all of us,” said the director of the Orrel Trust.", "the director of the Orrel Trust"),
    ("“The harbour belongs to all of us,” said the secretary of state Ann Roe.", "Ann Roe"),
    ("“The harbour belongs to all of us,” Secretary of State Ann Roe said.", "Ann Roe"),
]


@pytest.mark.parametrize(("text", "speaker"), OFFICES)
def test_an_office_is_not_the_body_of_which_it_is(text: str, speaker: str) -> None:
    assert only(text).speaker == speaker


@pytest.mark.parametrize(("text", "speaker"), CREDITED)
def test_a_credit_below_the_words(text: str, speaker: str | None) -> None:
    assert only(text).speaker == speaker


def test_a_credit_outweighs_the_speaker_of_the_paragraph_before() -> None:
    text = "“We were first,” Tom Hale said.\n\n“The harbour belongs to all of us.”\nLena Ortiz, historian, on the plan"
    assert [each.speaker for each in read(text)] == ["Tom Hale", "Lena Ortiz"]


# What stands nearest to the words did not speak them.
OUTER = [
    ("Hale said Ortiz’s latest remarks showed “a lack of care for the port.”", "Hale"),
    ("Hale said Ortiz’s argument “falls apart at a touch.”", "Hale"),
    ("Hale said Ortiz’s claim that the port was shut was “wishful thinking.”", "Hale"),
    ("Hale called Ortiz’s proposal “a bridge to the past.”", "Hale"),
    ("Hale dismissed Ortiz’s remarks as “the usual noise.”", "Hale"),
    ("Hale’s spokesman, Jon Bell, called Ortiz’s comments “a stunt for the cameras.”", "Jon Bell"),
    ("Hale recalled Ortiz’s remark that it was “a bridge to the past.”", "Ortiz"),
    ("Hale said the share of ships compared with last year is “rather small.”", "Hale"),
    ("The agency said rents continued to rise at a “modest pace.”", "the agency"),
    ("Hale said that France stressed an “orderly” return.", "Hale"),
    ("Hale said France was bold. France said it was “ready for the ships.”", "France"),
    ("The suit accuses the port of airing claims it “knew to be false.”", "the suit"),
    ("Ortiz said Hale took the keys and, in a low voice, said, “You are done here.”", "Hale"),
    ("Ortiz rose and, with a shrug, said, “You are done here.”", "Ortiz"),
    ("After a fire at the port (Hale called it “grim”), Ortiz stirred things up by saying, “Rats did it.”", "Ortiz"),
    ("The board was silent, only for Ortiz to tweet on Monday that “the pier is lost for good.”", "Ortiz"),
    ("A clerk got a note from a donor who introduced himself as “a friend of the port.”", "a donor"),
    ("Hale has described himself as “a plain dock hand.”", "Hale"),
    ("Ortiz’s curt reply: “No Way.”", "Ortiz"),
    ("“It fell apart,” Hale said in court, a claim Ortiz disputes.", "Hale"),
    ("Hale told the court it was “full of holes,” a description Judge Ortiz accepted.", "Hale"),
    ("Welcoming the ruling, Mayor Lena Ortiz, a Democrat, said it was “long overdue.”", "Lena Ortiz"),
    ("The party, whose leader, Lena Ortiz, said it was “a dark day for the port,” walked out.", "Lena Ortiz"),
    ("Two judges differed. One of them, Lena Ortiz, said it was “a dark day for the port.”", "Lena Ortiz"),
    ("A tape on which the mayor can be heard saying, “Make it go away.”", "the mayor"),
    ("Her only comment, on Friday, was that she was “praying for the port.”", None),
    ("Ortiz’s only comment, on Friday, was that she was “praying for the port.”", "Ortiz"),
    ("While his deputy, Labour’s Lena Ortiz, urged the board to “stand up and fight,” Hale left.", "Lena Ortiz"),
    ("Ortiz’s husband of 20 years, Jon Bell, called it “a load of old rope.”", "Jon Bell"),
]


@pytest.mark.parametrize(("text", "speaker"), OUTER)
def test_the_nearest_noun_did_not_speak(text: str, speaker: str | None) -> None:
    assert read(text)[-1].speaker == speaker or [each.speaker for each in read(text)] == [speaker]


# Nouns that speak, and what a subject may look like.
SUBJECTS = [
    ("“The pier is lost,” the family said in a statement.", "the family"),
    ("“The pier is lost,” the weekly wrote.", "the weekly"),
    ("The appeals court, in an unsigned opinion, said the port had “lost its way.”", "the appeals court"),
    ("“The pier is lost,” write the study’s authors, Lena Ortiz and Tom Hale.", "the study’s authors"),
    ("“The pier is lost,” write the study’s authors, Lena Ortiz, Tom Hale and Jon Bell.", "Lena Ortiz"),
    ("“The pier is lost,” write a friend.", None),
    ("“The pier is lost,” write the port’s friends.", "the port’s friends"),
    ("According to a 2015 port study, “the pier is lost.”", "a 2015 port study"),
    ("It drew fire from men like Sen. Tom Hale, R-Ohio, who said “the pier is lost.”", "Tom Hale"),
    ("It drew fire from Tom Hale, a Republican, who said “the pier is lost.”", "Tom Hale"),
    ("“The pier is lost,” Rep. Tom Hale (R) of Ohio, the chairman, said.", "Tom Hale"),
    ("Health and Human Services Secretary Lena Ortiz said it was “a sad day.”", "Lena Ortiz"),
    ("Veterans and Labor officials said it was “a sad day.”", "Veterans and Labor officials"),
    ("“The pier is lost,” explained pollster Jan Hale of Hale Research.", "Jan Hale"),
    ("“The pier is lost,” said the first officer on the scene, Sgt. Lena Ortiz.", "Lena Ortiz"),
    ("“The pier is lost,” said the first officer on the scene, looking up.", "the first officer"),
    ("“The pier is lost,” Lena Ortiz, whose firm built it.", "Lena Ortiz"),
    ("“The pier is lost,” neighbor Lena Ortiz.", "Lena Ortiz"),
    ("“The pier is lost” was all she would say.", None),
    ("Lena Ortiz, a Polish politician and activist said it was “a sad day for the port.”", "Lena Ortiz"),
    ("Mediators from Oman and Qatar said the talks were “going well so far.”", "mediators from Oman and Qatar"),
    ("Critics within his own party, Tom Hale among them, have called it “a sad day.”", "critics"),
    ("Outside, a crowd waved signs. One read, “Hands off our port.”", "One"),
]


@pytest.mark.parametrize(("text", "speaker"), SUBJECTS)
def test_subjects_that_speak(text: str, speaker: str | None) -> None:
    assert only(text).speaker == speaker


# Across sentences: words that go on, pronouns, descriptions.
ACROSS = [
    ("“We were wrong,” Ortiz said. “The aim is peace at sea” and an end to the strike.", ["Ortiz", "Ortiz"]),
    ("“We were wrong,” Ortiz said. “The aim is peace” and “to end the strike at last” by May.", ["Ortiz"] * 3),
    ("“We were wrong,” Ortiz said. “Silent Night Holy Night” played.", ["Ortiz", None]),
    ("“We were wrong,” Ortiz said. “It is hard for them all.”Police said the pier was shut.", ["Ortiz", "Ortiz"]),
    ("“Why now and not in May?”\n\nHale asked.\n\n“The aim is peace at sea.”", ["Hale", "Hale"]),
    ("“Why now and not in May?”\n\nasked Rep. Tom Hale, a Democrat from Ohio.", ["Tom Hale"]),
    (
        "“Why now and not in May?”\n\nRep. Tom Hale, D-Ohio, asked at the long and noisy hearing on the port.",
        ["Tom Hale"],
    ),
    ("“Why now and not in May?”\n\nTom Hale has asked the board for the papers of the year and for the keys.", [None]),
    ("“It is shut,” Ortiz said, though Hale had not said it was “shut.” “Ask a judge.”", ["Ortiz", "Hale", "Ortiz"]),
    ("Lena Ortiz called on Tom Hale to quit. Hale should “stop at once,” she said.", ["Lena Ortiz"]),
    ("Lena Ortiz spoke. Worries about the port may be “one of the main things,” she said.", ["Lena Ortiz"]),
    ("Tom Hale was blunt: ships should “be sent home,” he said.", ["Tom Hale"]),
    ("Tom Hale and Jon Bell sued. The suit cites a law. “We will win,” they said.", ["Tom Hale and Jon Bell"]),
    ("“If honest,” Hale said. Ortiz, a few feet off, shook her head. “Unheard of,” she said.", ["Hale", "Ortiz"]),
    ("When a reporter asked about the port, Senator Hale bristled. “Next one please,” he said.", ["Hale"]),
    ("For Hale, it is simple. “Show up on time,” he said.", ["Hale"]),
    ("For years, it was simple. “Show up on time,” he said.", [None]),
    ("Sen. Lena Ortiz took to the floor. “We were wrong,” the Ohio Democrat said.", ["Lena Ortiz"]),
    (
        "Rep. Lena Ortiz, D-Ore., and Rep. Tom Hale, R-Ohio, met. “We were wrong,” the Oregon Democrat said.",
        ["Lena Ortiz"],
    ),
    ("Lena Ortiz, an Oregon Democrat, met Tom Hale. “We were wrong,” the Oregon Democrat said.", ["Lena Ortiz"]),
    ("Lena Ortiz, a Democrat from Oregon, met Tom Hale. “We were wrong,” the Oregon Democrat said.", ["Lena Ortiz"]),
    (
        "Lena Ortiz, an Oregon Democrat, and Jon Bell, an Ohio Democrat, met. “We won,” the Oregon Democrat said.",
        ["Lena Ortiz"],
    ),
    (
        "Lena Ortiz, a Democrat of Oregon, and Jon Bell, a Democrat from Ohio. “We won,” the Oregon Democrat says.",
        ["Lena Ortiz"],
    ),
    ("Lena Ortiz (D-N.H.) met Jon Bell (D-Ohio). “We won,” the New Hampshire Democrat said.", ["Lena Ortiz"]),
    ("Lena Ortiz (D-Ohio) met Jon Bell (D-Ohio). “We won,” the Ohio Democrat said.", ["Lena Ortiz"]),
    (
        "The mayor Lena Ortiz spoke. The mayor Lena Ortiz sat. The mayor Lena Ortiz rose. “We won,” the mayor said.",
        ["Lena Ortiz"],
    ),
    ("Prosecutor Lena Ortiz said Tom Hale lied. “We won,” the prosecutor said.", ["Lena Ortiz"]),
    ("Sen. Lena Ortiz spoke last. “We were wrong,” the lawmaker said.", ["Lena Ortiz"]),
    ("Mayor Lena Ortiz spoke last. “We were wrong,” the senator said.", ["the senator"]),
    ("Lena Ortiz agreed. “We were wrong,” said the nurse.", ["Lena Ortiz"]),
    ("Lena Ortiz agreed. “We were wrong,” said the witness.", ["the witness"]),
    ("Lena Ortiz met a nurse. “We were wrong,” said the nurse.", ["the nurse"]),
    ("Lena Ortiz rose with the nurse. “We were wrong,” said the nurse.", ["the nurse"]),
    ("Lena Ortiz was replaced by Tom Hale. “We were wrong,” the new minister said.", ["the new minister"]),
    ("Lena Ortiz agreed. The nurse said it was “wrong from the start.”", ["the nurse"]),
    ("In a talk, Ortiz was frank. “We were wrong,” the assemblywoman said.", ["Ortiz"]),
    ("“He is unfit,” Hale said of the mayor, who replied: “Hale is a fraud.”", ["Hale", "the mayor"]),
]


@pytest.mark.parametrize(("text", "speakers"), ACROSS)
def test_across_sentences(text: str, speakers: list[str | None]) -> None:
    assert [each.speaker for each in read(text)] == speakers


def test_a_word_that_two_people_use_is_an_echo() -> None:
    pairs = [("“a sham,”", "held"), ("“a sham from start to end,”", "different")]
    for words, relation in pairs:
        one, two = only(f"{words} Tom Hale said."), only(f"{words} Lena Ortiz said.")
        assert QUOTATION.compare(one, two, RULES).relation == relation
