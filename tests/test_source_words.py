"""What a check says of a draft's quotation whose words stand in a source without quotation marks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from factcheck import check, load_rules
from factcheck.model import Document, Judged, Severity

RULES = load_rules()

ALTERED, OTHER, ABSENT = ("quote-altered", "error"), ("quote-misattributed", "error"), ("quote-not-found", "warning")

RELEASE = """STATEMENT BY HARBOUR MASTER EDDA FLINT ON THE NEW PIER

Oxhaven, 3 March 2031. The old pier has carried our catch for ninety winters, and it can carry no more. I will not send
another crew across planks that bend under a barrow. We shall rebuild it in stone.

### """

HEARING = """OXHAVEN HARBOUR COMMITTEE
Hearing of 4 March 2031

CHAIRWOMAN MARLOW: We begin with the pier. Captain Brandt, you have the floor.

CAPTAIN OLE BRANDT: Thank you. I crossed the pier on Friday with a full barrow, and two planks broke under me. Nobody
from the office came to look.

CHAIRWOMAN MARLOW: Did you report it?

CAPTAIN BRANDT: I reported it twice in writing. (Laughter.) The second letter came back unopened."""

HANSARD = """Pier Repairs

Nora Pells (Oxhaven East) (Lab)
I beg to move that this House regrets the closing of the pier. No minister has set foot on it since the autumn gales.

The Minister for Ports (Tomas Ek)
The hon. Member was told in October that the survey would take six months. I have nothing to add to that answer."""

DEPOSITION = """IN THE COUNTY COURT OF OXHAVEN
Flint v. Northern Quay Company
Case No. 31-118

 1              EXAMINATION OF OLE BRANDT
 2   BY MR. KESTREL:
 3   Q.  When did you last see the bolts?
 4   A.  I saw the bolts on Friday morning, and half of them
 5   were rusted through.
 6   Q.  Did you tell the company?
 7   A.  I told the foreman and he walked away."""

SUBTITLES = """1
00:00:01,000 --> 00:00:03,500
EDDA FLINT: We will rebuild the pier

2
00:00:03,500 --> 00:00:06,000
in stone before the herring
come back.

3
00:00:06,200 --> 00:00:08,000
OLE BRANDT: I shall believe it when I walk on it."""

THREAD = """Edda Flint @eddaflint · 3 Mar
1/3 The pier is closed from tonight. I signed the order at noon and I stand by it.

Edda Flint @eddaflint · 3 Mar
2/3 Crews will land at the north quay, free of charge, until the stone is laid.

Ole Brandt @capt_brandt · 3 Mar
The north quay floods at every spring tide and she knows it."""

INITIALS = """Edda Flint (EF), harbour master, spoke with Judith Amsel (JA) on 5 March.

JA: Why stone?

EF: Stone does not ask for paint every second summer.

JA: And the cost?

EF: It will cost us two good seasons, and I would pay three."""

ZOOM = """Judith Amsel  00:00:04
Good morning, and thanks for joining.

Edda Flint  00:00:09
Happy to. The divers found a crack as wide as my hand in the third pillar.

Judith Amsel  00:00:21
Who knew of it before the gales?"""

LETTER = """Dear Councillor Pells,

You ask why the pier was closed without a vote. A vote does not mend a pillar, and I could not wait for one.

Yours sincerely,

Edda Flint
Harbour Master of Oxhaven"""

COLUMN = """OPINION

Oxhaven deserves a pier of stone
By Nora Pells

For ninety winters we patched the pier and called it thrift. It was never thrift, it was fear of the invoice."""

FILING = """IN THE COUNTY COURT OF OXHAVEN

EDDA FLINT, Plaintiff,
v.
NORTHERN QUAY COMPANY, Defendant.

COMPLAINT

1. Plaintiff is the harbour master of Oxhaven.

2. Defendant knew for eleven years that the bolts of the pier were of the wrong steel, and said nothing.

Respectfully submitted,

/s/ Amos Kestrel
Attorney for Plaintiff"""

DECLARATION = """DECLARATION OF OLE BRANDT

I, Ole Brandt, declare as follows:

3. The foreman told me to stop writing letters if I wished to keep my mooring.

I declare under penalty of perjury that the foregoing is true and correct.

/s/ Ole Brandt"""

MINUTES = """Minutes of the harbour committee, 4 March 2031

Present: E. Flint, N. Pells, O. Brandt

Ms Flint said that the stone would arrive by barge at the end of April.

Captain Brandt asked who would pay for the lost landings of two whole seasons."""

STORY = """By Judith Amsel

OXHAVEN, 4 March 2031 — The harbour master closed the pier on Monday night after divers found a
crack in a pillar.

“I could not wait for a vote,” Edda Flint told reporters. She said the stone would arrive by barge at the end of April.

“The north quay floods,” said Captain Ole Brandt, who has fished here for thirty years."""

NOTES = """Call with E. Flint, 5 March, 10:40

Flint: we have money for one winter of repairs and not a day longer
me: and after that?
Flint: after that we swim"""

QUESTIONS = """Q&A: Edda Flint, harbour master of Oxhaven

Question: What keeps you awake?
Answer: The third pillar keeps me awake, and so does the fourth.

Question: Will you resign?
Answer: Not before the last stone is laid."""

CAPTIONS = """[10:02] >> EDDA FLINT: I have closed piers before, but never one that I learned to walk on.
[10:03] >> JUDITH AMSEL: Will it open again in your time as harbour master?"""

QUOTED_BY_ANOTHER = """CAPTAIN BRANDT: The foreman looked at me and said, “You will be out of this harbour by Sunday,”
and I laughed.

CHAIRWOMAN MARLOW: Thank you, Captain."""

BOLD = """**Judith Amsel:** Who owns the pier now?

**Edda Flint:** The town owns the pier, the company owns the bolts, and nobody owns the mistake."""

RECORD = """Mr. PELLS. Mr. Speaker, I rise to speak of a pier that this chamber has forgotten for eleven years.

The SPEAKER. The gentleman's time has expired.

Ms. FLINT. I thank the gentleman for every word, and I ask for an unanimous vote on the stone."""

EMAIL = """From: Edda Flint
To: Amos Kestrel
Subject: bolts
Date: 2 March 2031

Amos, the bolts you sent are of the same steel as the ones that broke. I am sending all of them back."""

INTRODUCED = """Harbour master Edda Flint issued the following statement on Monday:

The third pillar has a crack as wide as my hand. Whoever walks on the pier tonight walks alone."""

LABELLED_LINES = """EDDA FLINT
I closed the pier because I could count the stars through it.

OLE BRANDT
You could have counted the complaints instead.

EDDA FLINT
I did that too."""

SPEECH = """Remarks by Minister for Ports Tomas Ek at the opening of the fish market (as prepared)

Friends, a harbour without a pier is a pond. We have found the money for the stone, and we shall find it again in
a year."""

HANDLES = """@eddaflint: The divers go down again at seven, and I go down with them.

@capt_brandt: Take a lamp. Nobody has changed one down there since the flood."""

VTT = """WEBVTT

00:01.000 --> 00:04.000
<v Edda Flint>Whoever sold us these bolts should be made to sleep on the pier.

00:04.000 --> 00:07.000
<v Ole Brandt>I would gladly hold the lamp for him."""

LEASE = """The lease of the north quay reads as follows:

The Company shall keep every bolt, plank and pillar in such order as a prudent mariner would expect."""

POST = """Posted by Edda Flint on 6 March 2031

People ask whether I am sorry. I am sorry for every crew that lost a landing, and for nothing else."""

COURT = """THE COURT: Mr. Kestrel, you may proceed.

MR. KESTREL: The company knew, your honour, and it kept the letter in a drawer for eleven years.

THE COURT: I have read the letter, and I will not have it read to me again."""

CONFERENCE = """PRESS CONFERENCE, 5 MARCH 2031

REPORTER: Will the herring fleet be paid for the lost weeks?

EDDA FLINT (HARBOUR MASTER): The fleet will be paid in full, and before the company is paid a penny.

OLE BRANDT, SKIPPER: I have heard that song before.

UNIDENTIFIED MALE: When will you resign?"""

SAID = {
    "statement": ("“I will not send another crew across planks that bend under a barrow,” Edda Flint said.", RELEASE),
    "statement, part": (
        "“It can carry no more,” harbour master Edda Flint said of the pier.",
        RELEASE,
    ),
    "hearing": ("“Nobody from the office came to look,” Captain Ole Brandt said.", HEARING),
    "hearing, two sentences": (
        "“I reported it twice in writing. The second letter came back unopened,” Brandt told the committee.",
        HEARING,
    ),
    "hearing, marked cut": (
        "“I crossed the pier on Friday … and two planks broke under me,” Captain Brandt said.",
        HEARING,
    ),
    "hansard": ("“No minister has set foot on it since the autumn gales,” said Nora Pells.", HANSARD),
    "hansard, office": (
        "“I have nothing to add to that answer,” Tomas Ek, the minister for ports, told the House.",
        HANSARD,
    ),
    "deposition": ("“I told the foreman and he walked away,” Ole Brandt testified.", DEPOSITION),
    "deposition, over a line": ("“Half of them were rusted through,” Brandt testified.", DEPOSITION),
    "subtitles": ("“We will rebuild the pier in stone before the herring come back,” said Edda Flint.", SUBTITLES),
    "thread": ("“I signed the order at noon and I stand by it,” Edda Flint wrote.", THREAD),
    "thread, handle": ("“The north quay floods at every spring tide and she knows it,” tweeted Ole Brandt.", THREAD),
    "initials": ("“Stone does not ask for paint every second summer,” said Edda Flint, the harbour master.", INITIALS),
    "time codes": ("“The divers found a crack as wide as my hand in the third pillar,” Edda Flint said.", ZOOM),
    "letter": ("“A vote does not mend a pillar, and I could not wait for one,” Edda Flint wrote to Pells.", LETTER),
    "column": ("“It was never thrift, it was fear of the invoice,” Nora Pells wrote.", COLUMN),
    "filing": (
        "“Defendant knew for eleven years that the bolts of the pier were of the wrong steel,” the complaint says.",
        FILING,
    ),
    "filing, party": (
        "Edda Flint says in her complaint that the company “knew for eleven years that the bolts of the pier were of "
        "the wrong steel, and said nothing.”",
        FILING,
    ),
    "declaration": ("“The foreman told me to stop writing letters,” Ole Brandt said in a declaration.", None),
    "notes": ("“We have money for one winter of repairs and not a day longer,” Edda Flint said.", NOTES),
    "questions": ("“Not before the last stone is laid,” Edda Flint said.", QUESTIONS),
    "captions": ("“I have closed piers before, but never one that I learned to walk on,” said Edda Flint.", CAPTIONS),
    "bold": ("“The town owns the pier, the company owns the bolts, and nobody owns the mistake,” Flint said.", BOLD),
    "record": ("“I thank the gentleman for every word,” Flint said.", RECORD),
    "email": ("“I am sending all of them back,” Edda Flint wrote to the supplier.", EMAIL),
    "introduced": ("“Whoever walks on the pier tonight walks alone,” harbour master Edda Flint said.", INTRODUCED),
    "labelled lines": (
        "“I closed the pier because I could count the stars through it,” Edda Flint said.",
        LABELLED_LINES,
    ),
    "speech": ("“A harbour without a pier is a pond,” Tomas Ek said.", SPEECH),
    "handles": ("“The divers go down again at seven, and I go down with them,” Edda Flint tweeted.", HANDLES),
    "voice tags": ("“Whoever sold us these bolts should be made to sleep on the pier,” said Edda Flint.", VTT),
    "lease": (
        "The company must keep the quay “in such order as a prudent mariner would expect,” the lease says.",
        LEASE,
    ),
    "post": ("“I am sorry for every crew that lost a landing, and for nothing else,” Edda Flint wrote.", POST),
    "court": ("“It kept the letter in a drawer for eleven years,” Amos Kestrel told the court.", COURT),
    "court, judge": ("“I have read the letter, and I will not have it read to me again,” the judge said.", COURT),
    "conference": ("“The fleet will be paid in full,” said harbour master Edda Flint.", CONFERENCE),
    "conference, aside": ("“I have heard that song before,” said Ole Brandt, a skipper.", CONFERENCE),
}
SAID["declaration"] = (
    "“The foreman told me to stop writing letters if I wished to keep my mooring,” Ole Brandt said in a declaration.",
    DECLARATION,
)

WRONG = {
    "statement, a word": (
        "“I will not send another ship across planks that bend under a barrow,” Edda Flint said.",
        RELEASE,
        ALTERED,
    ),
    "hearing, a word": ("“I reported it once in writing,” Captain Brandt told the committee.", HEARING, ALTERED),
    "hearing, another": ("“Nobody from the office came to look,” Chairwoman Ines Marlow said.", HEARING, OTHER),
    "hansard, another": ("“No minister has set foot on it since the autumn gales,” said Tomas Ek.", HANSARD, OTHER),
    "deposition, a word": ("“I told the foreman and he ran away,” Ole Brandt testified.", DEPOSITION, ALTERED),
    "subtitles, another": ("“I shall believe it when I walk on it,” said Edda Flint.", SUBTITLES, OTHER),
    "subtitles, a word": (
        "“We will rebuild the pier in timber before the herring come back,” said Edda Flint.",
        SUBTITLES,
        ALTERED,
    ),
    "thread, another": (
        "“The north quay floods at every spring tide and she knows it,” wrote Edda Flint.",
        THREAD,
        OTHER,
    ),
    "initials, a word": (
        "“It will cost us two good seasons, and I would pay four,” said Edda Flint.",
        INITIALS,
        ALTERED,
    ),
    "initials, another": (
        "“It will cost us two good seasons, and I would pay three,” said Judith Amsel.",
        INITIALS,
        OTHER,
    ),
    "letter, cut": ("“I could wait for one,” Edda Flint wrote to Pells.", LETTER, ALTERED),
    "letter, another": (
        "“A vote does not mend a pillar, and I could not wait for one,” Nora Pells wrote.",
        LETTER,
        OTHER,
    ),
    "column, another": ("“It was never thrift, it was fear of the invoice,” Edda Flint wrote.", COLUMN, OTHER),
    "filing, a word": (
        "“Defendant knew for twelve years that the bolts of the pier were of the wrong steel,” the complaint says.",
        FILING,
        ALTERED,
    ),
    "notes, a word": (
        "“We have money for two winters of repairs and not a day longer,” Edda Flint said.",
        NOTES,
        ALTERED,
    ),
    "questions, cut": ("“I will resign before the last stone is laid,” Edda Flint said.", QUESTIONS, ABSENT),
    "court, another": ("“It kept the letter in a drawer for eleven years,” Edda Flint told the court.", COURT, OTHER),
    "speech, a word": ("“We have lost the money for the stone,” Tomas Ek said.", SPEECH, ALTERED),
    "bold, another": ("“The town owns the pier, the company owns the bolts,” Judith Amsel said.", BOLD, OTHER),
    "minutes": ("“The stone would arrive by barge at the end of April,” Edda Flint said.", MINUTES, ABSENT),
    "story": ("“The harbour master closed the pier on Monday night,” Ole Brandt said.", MINUTES, ABSENT),
    "a question's words": ("“What keeps you awake?” Edda Flint asked.", QUESTIONS, ABSENT),
    "nowhere": ("“Every plank on the pier is sound as a bell,” Edda Flint said.", HEARING, ABSENT),
}


# A name, the draft, the source, and the findings above a note.
SHAPES = [
    (
        "witness label",
        "“I did not see the boat,” Ole Brandt told the court.",
        "EXAMINATION OF OLE BRANDT BY MR. KESTREL\n\nMR. KESTREL: Where were you?\n\nTHE WITNESS: I did not see the "
        "boat. I was below.",
        [],
    ),
    (
        "possessive",
        "“A town without a quay is a village with fish,” Mayor Anna Holt said.",
        "Mayor Anna Holt's remarks to the council, 5 May 2031\n\nA town without a quay is a village with fish. Let "
        "us be a town.",
        [],
    ),
    (
        "possessive other",
        "“A town without a quay is a village with fish,” Tomas Ek said.",
        "Mayor Anna Holt's remarks to the council, 5 May 2031\n\nA town without a quay is a village with fish. Let "
        "us be a town.",
        [OTHER],
    ),
    (
        "release org",
        "“Northern Quay Company will replace every bolt of the pier at its own cost,” the company said in a statement.",
        "FOR IMMEDIATE RELEASE\n\nNorthern Quay to replace bolts\n\nNorthern Quay Company will replace every bolt of "
        "the pier at its own cost by the first of June.\n\n###",
        [],
    ),
    (
        "release person",
        "“Northern Quay Company will replace every bolt of the pier at its own cost,” said chief executive Lars Venn.",
        "FOR IMMEDIATE RELEASE\n\nNorthern Quay to replace bolts\n\nNorthern Quay Company will replace every bolt of "
        "the pier at its own cost by the first of June.\n\n“We owe it to the town,” said chief executive Lars "
        "Venn.\n\n###",
        [ABSENT],
    ),
    (
        "question time",
        "“What has the minister done for the crews of Oxhaven?” asked Nora Pells.",
        "Q3. Nora Pells (Oxhaven East) (Lab): What has the minister done for the crews of Oxhaven?\n\nTomas Ek: The "
        "minister has met them twice.",
        [],
    ),
    (
        "magazine",
        "“The third pillar keeps me awake, and so does the fourth,” Edda Flint said.",
        "Interview with Edda Flint\n\n**What keeps you awake?**\n\nThe third pillar keeps me awake, and so does the "
        "fourth.\n\n**Will you resign?**\n\nNot before the last stone is laid.",
        [],
    ),
    (
        "whatsapp",
        "“We meet at the quay at noon and not before,” Edda Flint wrote.",
        "[12/03/2031, 10:40] Edda Flint: We meet at the quay at noon and not before\n[12/03/2031, 10:41] Ole Brandt: "
        "I will bring the lamp and the letters",
        [],
    ),
    (
        "whatsapp other",
        "“I will bring the lamp and the letters,” Edda Flint wrote.",
        "[12/03/2031, 10:40] Edda Flint: We meet at the quay at noon and not before\n[12/03/2031, 10:41] Ole Brandt: "
        "I will bring the lamp and the letters",
        [OTHER],
    ),
    (
        "slack",
        "“We meet at the quay at noon and not before,” Edda Flint wrote.",
        "Edda Flint  10:40 AM\nWe meet at the quay at noon and not before\n\nOle Brandt  10:41 AM\nI will bring the "
        "lamp and the letters",
        [],
    ),
    (
        "email reply",
        "“The bolts are the best that money can buy,” Amos Kestrel wrote.",
        "From: Edda Flint\nTo: Amos Kestrel\n\nYou wrote this in October. It is not so.\n\nOn Mon, 3 Mar 2031, Amos "
        "Kestrel wrote:\n> The bolts are the best that money can buy.",
        [],
    ),
    (
        "given names",
        "“I would sooner swim than sign that lease again,” Edda Flint said.",
        "Harbour Talk, episode 12. Host: Judith Amsel. Guest: Edda Flint.\n\nJUDITH: Would you sign again?\n\nEDDA: "
        "I would sooner swim than sign that lease again.",
        [],
    ),
    (
        "given other",
        "“I would sooner swim than sign that lease again,” Judith Amsel said.",
        "Harbour Talk, episode 12. Host: Judith Amsel. Guest: Edda Flint.\n\nJUDITH: Would you sign again?\n\nEDDA: "
        "I would sooner swim than sign that lease again.",
        [OTHER],
    ),
    (
        "letter no closing",
        "“My father drove the first pile of that pier,” Ole Brandt wrote to the paper.",
        "LETTERS TO THE EDITOR\n\nMy father drove the first pile of that pier, and I shall draw the last.\n\nOle "
        "Brandt\nOxhaven",
        [],
    ),
    (
        "facebook",
        "“The pier is closed from tonight,” Edda Flint wrote on Facebook.",
        "Edda Flint\n3 March at 10:40\n\nThe pier is closed from tonight. Please tell your crews.",
        [],
    ),
    (
        "bare QA",
        "“I saw the bolts on Friday morning,” Ole Brandt testified.",
        "DEPOSITION OF OLE BRANDT\n\nQ   When did you see the bolts?\nA   I saw the bolts on Friday morning.\nQ   "
        "Whom did you tell?\nA   I told the foreman.",
        [],
    ),
    (
        "dash labels",
        "“We shall rebuild it in stone,” said Edda Flint.",
        "Judith Amsel – What comes next?\n\nEdda Flint – We shall rebuild it in stone.\n\nJudith Amsel – And the "
        "cost?\n\nEdda Flint – Two good seasons.",
        [],
    ),
    (
        "dash labels other",
        "“We shall rebuild it in stone,” said Judith Amsel.",
        "Judith Amsel – What comes next?\n\nEdda Flint – We shall rebuild it in stone.\n\nJudith Amsel – And the "
        "cost?\n\nEdda Flint – Two good seasons.",
        [OTHER],
    ),
    (
        "pull quote",
        "“A harbour is a promise to those at sea,” said Edda Flint.",
        "The new pier\n\nA harbour is a promise to those at sea.\n\n— Edda Flint, harbour master",
        [],
    ),
    (
        "label with role",
        "“The stone comes by barge,” said Edda Flint.",
        "Edda Flint - Harbour Master: The stone comes by barge.\n\nOle Brandt - Skipper: The barge comes when it "
        "likes.",
        [],
    ),
    (
        "senator",
        "“I have not seen one honest bolt,” Sen. Nora Pells said.",
        "SEN. PELLS: I have not seen one honest bolt in this whole affair.\n\nMR. VENN: With respect, Senator, they "
        "were certified.",
        [],
    ),
    (
        "senator other",
        "“With respect, Senator, they were certified and stamped,” Nora Pells said of the bolts.",
        "SEN. PELLS: I have not seen one honest bolt in this whole affair.\n\nMR. VENN: With respect, Senator, they "
        "were certified and stamped.",
        [OTHER],
    ),
    (
        "interpreter",
        "“The water came over the rail before anybody woke,” Ilka Dorn said.",
        "ILKA DORN, DECKHAND [through interpreter]: The water came over the rail before anybody woke.",
        [],
    ),
    (
        "speaker number",
        "“Nobody told the night shift,” Edda Flint said.",
        "Speaker 1 (Judith Amsel): Who knew?\nSpeaker 2 (Edda Flint): Nobody told the night shift.",
        [],
    ),
    (
        "speaker number other",
        "“Nobody told the night shift,” Judith Amsel said.",
        "Speaker 1 (Judith Amsel): Who knew?\nSpeaker 2 (Edda Flint): Nobody told the night shift.",
        [("quote-misattributed", "warning")],
    ),
    ("bracket", "“[The pier] is closed from tonight,” Edda Flint wrote.", THREAD, []),
    (
        "marked cut across",
        "“The old pier has carried our catch … and it can carry no more,” Edda Flint said.",
        RELEASE,
        [],
    ),
    (
        "negation cut",
        "The bolts were “sound and of the right steel,” Edda Flint said.",
        "EDDA FLINT: The bolts were not sound and of the right steel. They were scrap.",
        [ALTERED],
    ),
    (
        "condition cut",
        "“I will resign from this office,” Edda Flint said.",
        "EDDA FLINT: If the third pillar falls, I will resign from this office.",
        [ALTERED],
    ),
    (
        "figures",
        "“We counted 41 broken planks on the pier,” Edda Flint said.",
        "EDDA FLINT: We counted 14 broken planks on the pier. Nobody had reported them.",
        [ALTERED],
    ),
    (
        "embedded tweet",
        "“Great day for the crews of Oxhaven and for their boats,” tweeted Tomas Ek.",
        "OXHAVEN, 4 March 2031 — The pier opened on Monday.\n\n“It holds,” said Edda Flint. “I walked on it,” said "
        "Ole Brandt.\n\nGreat day for the crews of Oxhaven and for their boats! — Tomas Ek (@tomasek) March 4, "
        "2031\n\nThe minister was in the capital.",
        [],
    ),
    (
        "statement colon",
        "“The bolts met every standard,” Northern Quay said.",
        "Statement from Northern Quay Company:\n\nThe bolts met every standard that was in force when they were "
        "delivered.",
        [],
    ),
    (
        "statement to paper",
        "“The bolts met every standard,” spokeswoman Lia Venn said.",
        "Statement attributable to Lia Venn, spokeswoman, Northern Quay Company:\n\nThe bolts met every standard "
        "that was in force when they were delivered.",
        [],
    ),
    (
        "affidavit other",
        "“I warned the foreman three times,” Edda Flint said in an affidavit.",
        "AFFIDAVIT OF OLE BRANDT\n\n1. I warned the foreman three times, and three times he laughed.",
        [OTHER],
    ),
    (
        "ruling",
        "“The company knew and kept silent,” Judge Kamp wrote.",
        "IN THE COUNTY COURT OF OXHAVEN\n\nJUDGMENT\n\nKAMP J:\n\n12. The company knew and kept silent for eleven "
        "years.",
        [],
    ),
    (
        "said in headline",
        "“Quay owners knew,” Edda Flint said.",
        "Quay owners knew, says harbour master\n\nBy Judith Amsel\n\nOXHAVEN — The owners of the quay knew of the "
        "bolts, the harbour master said on Friday.",
        [],
    ),
    (
        "hearing cont paragraphs",
        "“No letter was ever answered,” Captain Brandt said.",
        "CHAIRWOMAN MARLOW: Go on.\n\nCAPTAIN BRANDT: I wrote in May.\n\nI wrote in June, and I wrote in July with a "
        "photograph.\n\nNo letter was ever answered.\n\nCHAIRWOMAN MARLOW: Thank you.",
        [],
    ),
    (
        "crosstalk",
        "“We will rebuild the pier in stone,” Edda Flint said.",
        "JUDITH AMSEL: How?\n\nEDDA FLINT: We will rebuild [crosstalk] the pier in stone.",
        [],
    ),
    (
        "filler",
        "“We will rebuild the pier in stone,” Edda Flint said.",
        "JUDITH AMSEL: How?\n\nEDDA FLINT: We will, um, rebuild the pier, you know, in stone.",
        [],
    ),
    (
        "reporters question",
        "“Will you resign before the summer?” Edda Flint asked.",
        "REPORTER: Will you resign before the summer?\n\nEDDA FLINT: I will not.",
        [ABSENT],
    ),
    (
        "two same words",
        "“The pier is safe,” Tomas Ek said.",
        "EDDA FLINT: The pier is safe.\n\nTOMAS EK: I agree. The pier is safe.",
        [],
    ),
    (
        "dateline caps",
        "“The council shut the pier without a vote,” Ole Brandt said.",
        "OXHAVEN: The council shut the pier without a vote on Monday, officials said.\n\n“It is about time,” said "
        "Edda Flint.",
        [ABSENT],
    ),
]


def judged(draft: str, *sources: str) -> tuple[list[Judged], list[tuple[str, str]]]:
    """The verdicts on the draft's quotations, and the findings on them above a note."""
    documents = [Document(id=f"s{number}", text=text) for number, text in enumerate(sources)]
    report = check([Document(id="draft", text=draft)], documents, RULES)
    found = [(f.rule, f.severity.name) for f in report.findings if f.severity > Severity.note]
    quotes = [each for each in report.judged if each.claim.kind == "quote"]
    return quotes, [each for each in found if each[0].startswith("quote")]


@pytest.mark.parametrize("name", SAID)
def test_words_of_a_record_confirm_a_quotation(name: str) -> None:
    draft, source = SAID[name]
    assert source is not None
    quotes, found = judged(draft, source)
    assert found == []
    assert [each.verdict for each in quotes if len(each.claim.text.split()) > 2] == ["single"]
    asked = quotes[-1].claim.text.strip(".,?").split("…")[-1].split()[-1].lower()
    assert asked.strip(".,") in quotes[-1].evidence[0].quote.lower()


@pytest.mark.parametrize("name", WRONG)
def test_words_of_a_record_refute_a_quotation(name: str) -> None:
    draft, source, expected = WRONG[name]
    assert judged(draft, source)[1] == [expected]


@pytest.mark.parametrize(
    ("draft", "source", "expected"), [each[1:] for each in SHAPES], ids=[each[0] for each in SHAPES]
)
def test_more_shapes_of_records(draft: str, source: str, expected: list[tuple[str, str]]) -> None:
    quotes, found = judged(draft, source)
    assert found == expected
    if not expected and "By Judith Amsel" not in source:
        assert {each.verdict for each in quotes} == {"single"}


def test_words_within_anothers_quotation_are_that_persons() -> None:
    quotes, found = judged("“You will be out of this harbour by Sunday,” the foreman said.", QUOTED_BY_ANOTHER)
    assert (found, [each.verdict for each in quotes]) == ([], ["single"])


def test_a_reporters_own_words_between_marks_are_told_as_such() -> None:
    draft = Document(id="draft", text="“The stone would arrive by barge at the end of April,” Edda Flint said.")
    report = check([draft], [Document(id="s0", text=STORY)], RULES)
    (found,) = [each for each in report.findings if each.rule == "quote-not-found"]
    assert "without quotation marks" in found.message and found.evidence[0].quote.startswith("She said")


def test_two_records_of_one_speech_are_two_origins() -> None:
    draft = "“Nobody from the office came to look,” Captain Ole Brandt said."
    story = "“Nobody from the office came to look,” Captain Ole Brandt told the committee."
    quotes, found = judged(draft, HEARING, story)
    assert (found, [each.verdict for each in quotes]) == ([], ["agree"])


STORIES = [
    Document(id="a", text=STORY),
    Document(id="b", text="HULL, 4 March 2031 – The pier of Oxhaven was shut on Monday, said Edda Flint, who runs it."),
]
ABROAD = Document(id="draft", text="“Every plank on the pier is sound as a bell,” Edda Flint said.")


@pytest.mark.parametrize(
    ("tiers", "severity"),
    [
        ((None, None), "note"),
        (("record", None), "warning"),
        (("story", "transcript"), "warning"),
        (("Wire", "story"), "note"),
        (("of our own", None), "note"),
    ],
)
def test_what_other_outlets_do_not_quote_is_a_note(tiers: tuple[str | None, str | None], severity: str) -> None:
    sources = [replace(each, tier=tier) for each, tier in zip(STORIES, tiers, strict=True)]
    found = [each for each in check([ABROAD], sources, RULES).findings if each.rule == "quote-not-found"]
    assert [each.severity.name for each in found] == [severity]


def test_a_source_of_unknown_form_is_held_to_be_a_record() -> None:
    found = check([ABROAD], [*STORIES, Document(id="c", text="The pier is made of wood.")], RULES).findings
    assert [each.severity.name for each in found if each.rule == "quote-not-found"] == ["warning"]


def test_nearly_the_same_words_in_a_story_are_a_warning() -> None:
    draft = Document(id="draft", text="“The north quay burns,” said Captain Ole Brandt, a skipper.")
    found = [each for each in check([draft], STORIES, RULES).findings if each.rule.startswith("quote")]
    assert [(each.rule, each.severity.name) for each in found] in (
        [("quote-not-found", "warning")],
        [("quote-altered", "error")],
    )


def test_a_figure_in_a_quotation_that_is_nowhere_is_not_reported_again() -> None:
    draft = Document(id="draft", text="“We have lost 57 landings to this pier since the gales,” Edda Flint said.")
    assert [each.rule for each in check([draft], STORIES, RULES).findings] == ["quote-not-found"]
