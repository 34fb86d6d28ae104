"""Who speaks where two people ask and answer, and in clauses whose subject is not the nearest name."""

from __future__ import annotations

import pytest

from tests.kinds.quotation.reading import read

TURNS = [
    # Who answers is asked or addressed, and is not who spoke last.
    ("“Is it true?” Ms. Lisle asked Mr. Dorn.\n\n“It is a rumour,” he replied.", ["Lisle", "Dorn"]),
    ("“Why now?” Mr. Dorn asked Ms. Lisle.\n\nShe waited.\n\n“It was time,” she said.", ["Dorn", "Lisle"]),
    ("“Mr. Loomis, sit down,” the judge said.\n\n“I will not,” he replied.", ["the judge", "Loomis"]),
    ("“Sit down, Mr. Loomis,” the judge said.\n\n“I will not,” he replied.", ["the judge", "Loomis"]),
    (
        "“Mr. Loomis, sit down,” the judge said. “Now.” He stood. “I will not,” he replied.",
        ["the judge"] * 2 + ["Loomis"],
    ),
    ("“Is it true?” Mr. Hale asked.\n\n“It is,” he said.", ["Hale", "Hale"]),  # nobody else is known
    ("Mr. Dorn met Mr. Hale. “Is it true?” Mr. Hale said. “We shall see,” he added.", ["Hale", "Hale"]),
    ("The judge turned to Mr. Orr. “Ready?” she said.\n\n“Not yet,” he said.", ["the judge", "Orr"]),
    # A question that is only reported.
    ("Sen. Lyra Quell asked the witness, Dr. Piet Sayles, if he knew. “We guessed,” he said.", ["Piet Sayles"]),
    ("Lyra Quell pressed the city manager, Len Abbot, on the overruns. “It was late,” he said.", ["Len Abbot"]),
    (
        "Ruth Ames told the panel: “It failed.” Counsel Nell Orr asked if she had said so. “Twice,” she said.",
        ["Ruth Ames"] * 2,
    ),
    (
        "Mr. Dorn told the panel: “It failed.” Asked by the chair, Ty Loomis, if it had, he replied: “Yes.”",
        ["Dorn"] * 2,
    ),
    ("Ms. Quell asked Ms. Abbot to leave. “It is late,” she said.", ["Quell"]),  # wants no answer
    # Paragraphs without an attribution.
    (
        "“Did you see it?” Lena Reyes asked.\n\n“No,” Officer Pruitt said.\n\n“Did he?”\n\n“No, he did not.”",
        ["Lena Reyes", "Pruitt"] * 2,
    ),
    ("“Did you see it?” Lena Reyes asked.\n\n“It was dark in there.”", ["Lena Reyes"] * 2),
    ("“Did you see it?” Lena Reyes asked Officer Pruitt.\n\n“It was dark in there.”", ["Lena Reyes", "Pruitt"]),
]

PRONOUNS = [
    ("Ms. Orr and Mr. Hale ran the shop. “I trusted him with it,” she said.", "Orr"),
    ("Ms. Orr and Ms. Hale ran the shop. “I trusted them with it,” she said.", None),
    ("“The people are tired,” she said.\n\nMs. Orr, a Democrat, is up for re-election.", "Orr"),
    ("The hall was full. “The people are tired,” she said.\n\nMs. Orr, a Democrat, is up for re-election.", None),
    ("When he heard that it was “a gift to the rich,” Mr. Orr laughed.", "Orr"),
    ("When aides caught up with Rep. Don Hale outside, he shrugged. “Ask my office,” he said.", "Don Hale"),
    ("The 54-year-old wept. “I failed everyone,” she said.", "the 54-year-old"),
    ("Lena Orr beams. The 58-year-old came by bus. “It was worth it,” she said.", "Lena Orr"),
    ("Aides accused the president of waste. He wrote: “It is all lies.”", "the president"),
    ("Mr. Orr met Mayor Lena Hale. Afterward, she said the talks were “frank and rather loud.”", "Lena Hale"),
    ("“He is no monster,” Karl Orr said, with a hand on his wife, Samira. “He is sick,” she said.", "Samira"),
    ("“Are you he?”\n\nasked Karl Orr, a friend of Ms. Hale.\n\n“I am not,” she said.", "Hale"),
    ("The Ohio Republican asked Ms. Hale whether it was right, to which she responded: “It is right.”", "Hale"),
    ("Within minutes a man in a cap was shouting. “You are all crooks!” he yelled.", "a man"),
    ("Millers Warn Roe: “The pond will be dry by June”", "Millers"),
    ("Ann Roe, 3 pm\n“The pond will be dry by June”\n\nTom Hale (owner), 4.30", "Ann Roe"),
    ("Anna Roe\n“The pond will be dry by June”\n\nTom Hale", "Anna Roe"),
    ("Ann Roe (mill), 3 pm\n- “The pond is low”\n- “It will be dry by June”", "Ann Roe"),
    ("Ann Roe, a miller\n“The pond will be dry by June,” Tom Hale said.", "Tom Hale"),
    ("Ann Roe came late.\n“The pond will be dry by June.”\n\n– Tom Hale", "Tom Hale"),
    ("I, Ann Roe, swear that the owner, Tom Hale, told me: “The pond will be dry by June.”", "Tom Hale"),
    ("Critics Slam Mayor Roe:\n\n“The pond will be dry by June.”", "critics"),
    ("Ann Roe Tells Council: “The pond will be dry by June”", "Ann Roe"),
    ("Rolf Burns: “The pond will be dry by June”", "Rolf Burns"),
    ("Charles Tell Roe: “The pond will be dry by June”", "Charles Tell Roe"),
    ("Private Ben Hale was the oldest.\n\nIn the evening Captain Tom Roe spoke. “We sail,” he said.", "Tom Roe"),
    ("Private Ben Hale was the oldest.\n\nOn the same day Tom Roe spoke. “We sail,” he said.", "Tom Roe"),
    ("The ad, narrated by his old mother, Irma, ran in May. “He is a good boy,” she says.", "Irma"),
    ("Ilse Orr and her colleague, Mads Kjaer, met in May. “We agree on all but fish,” he joked.", "Mads Kjaer"),
    ("Karl Orr wept. His wife, Samira, nodded. “He is sick,” she said.", "Samira"),
    ("A clerk who gave her name only as Junie held a candle. “I had to come,” she said.", "Junie"),
    ("A clerk who dressed as Junie held a candle. “I had to come,” she said.", "a clerk"),
]

CLAUSES = [
    (
        "Una Cale praised the budget, but the council president, Roy Orr, said it was “smoke, mirrors and a prayer.”",
        "Roy Orr",
    ),
    ("The state says that in a recorded call Mr. Orr boasted, “They will never look.”", "Orr"),
    ("“We find for the state,” the usher, a retired cook, announced.", "the usher"),
    ("Mr. Orr denied calling the officer “a crooked little man,” as the state alleges.", "Orr"),
    (
        "The first minister, Morag Vane, brushed aside Mr. Orr’s criticism as “the usual noise from a small party.”",
        "Morag Vane",
    ),
    (
        "Branded “a national embarrassment” by his own party’s chairman, Mr. Orr vowed to stay.",
        "his own party’s chairman",
    ),
    ("Lena Orr said the premier’s remark that migrants were “a burden to us all” was beneath him.", "the premier"),
    ("Mr. Orr left the town hall to cries of “shame on all of you” from protesters.", "protesters"),
    ("Aides found a note in the car that said, “Tell them I am sorry,” Sheriff Hank Orr said.", "a note"),
    ("A clerk told the court that a guard heard Ms. Orr brag: “I got away with it.”", "Orr"),
    ("Ms. Orr told them the firm was “as good as finished now,” her husband testified.", "Orr"),
    ("Ms. Orr never told them the firm was “as good as finished now,” Mr. Hale testified.", "Hale"),
    ("Mr. Orr turned to his mother and whooped, “I love you.”", "Orr"),
    ("What the witness called “a scuffle with some men” went on for hours.", "the witness"),
    ("The Bank of Hull’s governor, Lena Orr, said prices would be “sticky for a while.”", "Lena Orr"),
    ("“It is a boat with a hole,” warned the board’s lone dissenter, accountant Hal Orr.", "Hal Orr"),
    ("The vote delighted them — “a shot in the arm,” the Chamber of Commerce said.", "Chamber of Commerce"),
    ("Witness 4 told the panel that managers “looked the other way.”", "Witness 4"),
    ("The Speaker, Sir Hugh Orr, rebuked them. “I will not have it,” he said.", "Hugh Orr"),
    ("At a hall in Elko, a rancher, Jeb Orr, said that Washington “does not know that we exist.”", "Jeb Orr"),
    (
        "While Gov. Ruth Orr has vowed a veto, calling the bill “mean and dumb,” its sponsor, Bo Hale, insists it is.",
        "Ruth Orr",
    ),
    ("While some aides said so, Mr. Orr went further, claiming that it “totally vindicates” him.", "Orr"),
    ("Cy Hale, an adviser and spokesman for Ms. Orr’s 2020 campaign said it was “over for all of them.”", "Cy Hale"),
    ("Margaret A. Orr, the commissioner, said that it was “over for all of them.”", "Margaret A. Orr"),
    ("Mr. Orr in the past several weeks has said that it was “over for all of them.”", "Orr"),
    ("“It is over for all of them,” Ethics Chair and state Sen. Max Orr said.", "Max Orr"),
    ("“It is over for all of them,” Mc\u00adCale said.", "McCale"),
    ("“It is over for all of them,” said Ann Orr.Police left.", "Ann Orr"),
    ("Ms. Hale’s co-accused, Jade Orr, shouted: “You are a liar.”", "Jade Orr"),
    ("In papers, Ms. Hale’s attorneys call the suit “frivolous from the start.”", "Ms. Hale’s attorneys"),
    (
        "Two aides who left the office last year, both of whom were shy, called him “a screamer and a bore.”",
        "two aides",
    ),
    ("Sloan, whom critics call “the Hammer,” dismissed the inquiry as “theater of the worst kind.”", "Sloan"),
    (
        "“Until further notice,” a scheme, known as Orr, would run “on the old terms for all,” Ann Hale said.",
        "Ann Hale",
    ),
    ("Similarly, Senator Al Orr, Democrat of Ohio, said: “It is the worst of all choices.”", "Al Orr"),
    ("Emily Orr KC told jurors he was “living two lives and lying in both.”", "Emily Orr"),
    ("“Is it over for all of them?”\n\nRep. Bobby L. Orr, Illinois Democrat, tweeted.", "Bobby L. Orr"),
]


@pytest.mark.parametrize(("text", "speakers"), TURNS, ids=lambda case: str(case)[:90])
def test_turns(text: str, speakers: list[str | None]) -> None:
    assert [value.speaker for value in read(text)] == speakers


@pytest.mark.parametrize(("text", "speaker"), PRONOUNS + CLAUSES, ids=lambda case: str(case)[:90])
def test_speaker_of_the_last_quotation(text: str, speaker: str | None) -> None:
    assert read(text)[-1].speaker == speaker
