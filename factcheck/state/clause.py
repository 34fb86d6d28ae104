"""Who does what around a claim: the verb that governs it, that verb's subject, what hangs on the claim's noun."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from factcheck.state.lexicon import Lexicon, Tag, Verb
from factcheck.text.tokens import TokenKind, Tokens

Bounds = tuple[int, int]

_MARK = Tag.MARK
_VERB = Tag.VERB
_HARD = frozenset((";", ":", "—", "–", "(", ")", "“", "”", '"', "``", "''", "[", "]"))
_ENDS = _HARD | {","}
_OPENS = (Tag.SUBORDINATOR, Tag.RELATIVE)
_NOMINAL = (Tag.NOUN, Tag.NAME, Tag.FIGURE)
_OF_A_PHRASE = (Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.PREPOSITION, Tag.FIGURE)
_LINKING = (Tag.ADVERB, Tag.SUBORDINATOR)
_ASIDE = 2  # words
_WITHIN = (Tag.NOUN, Tag.DETERMINER, Tag.PREPOSITION, Tag.NAME, Tag.VERB, Tag.AUXILIARY, Tag.ADVERB, Tag.PRONOUN)
_SKIPPED = (Tag.ADVERB, Tag.NEGATION, Tag.AUXILIARY)


class Phrase(Struct, frozen=True):
    """Tokens `first` to `stop` of a document, with the word that heads them, as token numbers."""

    first: int
    stop: int
    head: int


class Sentence(Struct, frozen=True, eq=False):
    """The tags of a sentence's tokens; `first` is the number of its first token.

    `parting` says of the tokens that were asked for whether they part two clauses.
    """

    tokens: Tokens
    first: int
    tags: list[Tag]
    parting: dict[int, bool] = field(default_factory=dict)

    @property
    def stop(self) -> int:
        """The token behind the sentence."""
        return self.first + len(self.tags)

    def tag(self, index: int) -> Tag:
        """The tag of a token; MARK outside the sentence."""
        place, tags = index - self.first, self.tags
        return tags[place] if 0 <= place < len(tags) else _MARK


class Clause(Struct, frozen=True, eq=False):
    """The part of a sentence around a claim: tokens `first` to `stop`; the claim's own are `start` to `end`.

    `verb` is the token of the verb that governs the claim, `subject` its phrase where it is not the claim.
    `is_subject` says that the claim stands before its verb.
    """

    sentence: Sentence
    first: int
    stop: int
    start: int
    end: int
    verb: int | None
    subject: Phrase | None
    is_subject: bool


def tagged(
    tokens: Tokens, start: int, end: int, values: Sequence[Bounds], lexicon: Lexicon, counted: Sequence[Bounds] = ()
) -> Sentence:
    """The sentence at a span of the text with a tag for each token; the words of `values` (spans) are figures.

    Of `counted` (spans) the last word is what is counted, and no verb: "5,100 boxes".
    """
    stretch = tokens.between(start, end)
    tags = _tags_by_themselves(tokens, stretch, values, counted, lexicon)
    nouns = {tokens.at(close) - 1 for _, close in counted}
    doubtful: list[int] = []
    for place, index in enumerate(stretch):
        if tags[place] not in (Tag.NOUN, Tag.NAME):
            continue
        verb = lexicon.verb(tokens.forms[index].folded)
        if verb is not None and index in nouns and not verb.participle:
            continue
        if verb is not None and _is_verb(tokens, tags, place, index, verb, lexicon):
            named = lexicon.opens_name[tokens.forms[index].folded] and _begins_a_name(tokens, index, lexicon)
            if not named:
                tags[place] = Tag.VERB
                if place > 1 and tags[place - 2] is Tag.AUXILIARY and tokens.forms[index - 1].folded in lexicon.adverbs:
                    tags[place - 1] = Tag.ADVERB  # "was first elected"
        elif _may_be_predicate(tokens, tags, place, index, verb, lexicon):
            doubtful.append(place)
    for place in doubtful:
        if _is_only_verb(tokens, tags, place, stretch.start):
            tags[place] = Tag.VERB
    return Sentence(tokens, stretch.start, tags)


def _tags_by_themselves(
    tokens: Tokens, stretch: range, values: Sequence[Bounds], counted: Sequence[Bounds], lexicon: Lexicon
) -> list[Tag]:
    """The tag of each token without its neighbours, but for those of a value and for the numbers of what is counted."""
    tags = lexicon.tags(tokens.forms[stretch.start : stretch.stop])
    for begin, close in values:
        for index in tokens.between(begin, close):
            if tags[index - stretch.start] is not Tag.RELATIVE:  # "who is 38": still opens a clause
                tags[index - stretch.start] = Tag.FIGURE
    for begin, close in counted:  # "four people": a number in words, too
        for index in tokens.between(begin, close):
            if tokens.forms[index].folded in lexicon.cardinals:
                tags[index - stretch.start] = Tag.FIGURE
    return tags


def _begins_a_name(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word and the next are one name for a thing: "net profit"."""
    if index + 1 >= len(tokens):
        return False
    return lexicon.compound_class(f"{tokens.forms[index].folded} {tokens.forms[index + 1].folded}") is not None


def _may_be_predicate(
    tokens: Tokens, tags: list[Tag], place: int, index: int, verb: Verb | None, lexicon: Lexicon
) -> bool:
    """Whether a word that may be a noun stands between a noun and what it may govern: "Lane pays 14", "nurses earn 14".

    The base form is a verb only behind a plural, and a word of no list only where it ends as the past does.
    """
    form = tokens.forms[index]
    if not place or form.capital or tags[place - 1] not in _NOMINAL:
        return False
    if tags[place - 1] is Tag.FIGURE:  # "126 stand empty", but not "the 300 block of Main Street"
        if place + 1 < len(tags) and tokens.forms[index + 1].folded in lexicon.of_words:
            return False
        counts = tokens.forms[index - 1].kind is TokenKind.FIGURE  # but not "a 35 percent increase"
        return counts and verb is not None and not verb.sure and form.folded == verb.base
    behind = tags[place + 1] if place + 1 < len(tags) else Tag.MARK
    object_follows = behind in (Tag.NOUN, Tag.NAME) and verb is not None and form.folded == verb.base
    if behind not in (Tag.FIGURE, Tag.DETERMINER, Tag.PRONOUN) and not object_follows:
        return False
    if verb is None or verb.sure:
        return verb is None and form.folded.endswith(lexicon.endings.past)
    if form.folded.endswith(lexicon.endings.third_person):
        return True
    before = range(index - 1, index - 1 - place, -1)
    subject = next((at for at in before if tags[place - index + at] not in _OF_A_PHRASE), index - place - 1) + 1
    return any(
        lexicon.is_plural(tokens.forms[at].folded)
        for at in range(subject, index)
        if tags[place - index + at] in (Tag.NOUN, Tag.NAME)
    )


def _is_only_verb(tokens: Tokens, tags: list[Tag], place: int, first: int) -> bool:
    """Whether no other verb stands between the marks around a word, or the words that open clauses: each needs one."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(tags) and tokens.forms[first + at].text not in _ENDS and tags[at] not in _OPENS:
            if tags[at] in (Tag.VERB, Tag.AUXILIARY):
                return False
            at += step
    return True


def _is_verb(tokens: Tokens, tags: list[Tag], place: int, index: int, verb: Verb, lexicon: Lexicon) -> bool:
    """Whether a word that may be a verb is one, by its neighbours."""
    infinitive = lexicon.infinitive
    sure, participle = verb.sure, verb.participle
    before = tags[place - 1] if place else Tag.MARK
    if before is Tag.ADVERB and place > 1:
        before = tags[place - 2]
    if tokens.forms[index].capital and place and before is not Tag.MARK:
        return False  # within a name
    if place + 1 < len(tags) and tokens.touches(index + 1) and tokens.forms[index + 1].text == "-":
        return False
    if before is Tag.PREPOSITION and tokens.forms[index - 1].folded in infinitive:
        return not participle
    coordinated = before is Tag.COORDINATOR and tokens.forms[index].folded == verb.base
    if coordinated and _is_coordinated(tokens, tags, place, index, infinitive):
        return True
    if before in (Tag.DETERMINER, Tag.PREPOSITION):
        if sure and place == 1 and tokens.forms[index - 1].folded in lexicon.demonstratives:
            return not _heads_a_noun(tags, place)  # "This happened on Monday"
        # "the wounded man", "a rise": no verb; "of killing three" names a happening.
        return participle and before is Tag.PREPOSITION and sure
    behind = tags[place + 1] if place + 1 < len(tags) else Tag.MARK
    if participle and not tokens.forms[index].capital and _has_object(tokens, tags, place, index, lexicon):
        return True
    apposed = place > 1 and tokens.forms[index - 1].text == "," and tags[place - 2] in (Tag.NOUN, Tag.NAME)
    if participle and apposed and behind in (Tag.PREPOSITION, Tag.ADVERB):
        return True  # "The choir, set up in 1994, sings"
    if before is Tag.AUXILIARY and tags[place - 1] is Tag.AUXILIARY and not sure:
        # "has been coach of": behind a form of "be" stands no base form.
        is_base = tokens.forms[index].folded == verb.base and not participle
        return not (is_base and lexicon.auxiliaries.get(tokens.forms[index - 1].folded) == "be")
    if before in (Tag.AUXILIARY, Tag.PRONOUN, Tag.RELATIVE, Tag.NEGATION):
        return True
    return sure


def _has_object(tokens: Tokens, tags: list[Tag], place: int, index: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind a participle makes it the past of a verb: "injured 20", "the boy shot himself", "had a
    gun and shot Olin Marsh".
    """
    if place + 1 >= len(tags):
        return False
    behind = tags[place + 1]
    if behind in (Tag.FIGURE, Tag.DETERMINER) or tokens.forms[index + 1].folded in lexicon.object_pronouns:
        return True
    return behind is Tag.NAME and place > 0 and tags[place - 1] is Tag.COORDINATOR


def _heads_a_noun(tags: list[Tag], place: int) -> bool:
    """Whether a noun stands right behind a word: "This injured man"."""
    return place + 1 < len(tags) and tags[place + 1] in (Tag.NOUN, Tag.NAME)


def _is_coordinated(tokens: Tokens, tags: list[Tag], place: int, index: int, infinitive: frozenset[str]) -> bool:
    """Whether a base form and the one before "and" hang on one auxiliary or "to": "would raise fees and cut rents"."""
    if place + 1 >= len(tags) or tags[place + 1] not in (*_NOMINAL, Tag.DETERMINER):
        return False
    at = place - 2
    while at > 0 and tags[at] in (*_NOMINAL, Tag.DETERMINER):
        at -= 1
    if at <= 0 or tags[at] is not Tag.VERB:
        return False
    return tags[at - 1] is Tag.AUXILIARY or tokens.forms[index - place + at - 1].folded in infinitive


def clause_around(sentence: Sentence, start: int, end: int) -> Clause:
    """The clause of a claim whose tokens are `start` to `end`."""
    first, stop = _bounds(sentence, start, end)
    verb, is_subject = _governor(sentence, start, end, first, stop)
    subject = None if verb is None or is_subject else _subject(sentence, verb, first)
    return Clause(sentence, first, stop, start, end, verb, subject, is_subject)


def clause_behind(clause: Clause) -> Clause | None:
    """The clause behind one without a verb that opens its sentence ("On Friday, Olin sued"); None without one."""
    sentence = clause.sentence
    if clause.first != sentence.first or clause.stop >= sentence.stop or sentence.tokens.forms[clause.stop].text != ",":
        return None
    behind = range(clause.stop + 1, sentence.stop)
    verb = next((index for index in behind if sentence.tag(index) is Tag.VERB), None)
    if verb is None:
        return None
    first, stop = _bounds(sentence, verb, verb + 1)
    return Clause(
        sentence, first, stop, clause.start, clause.end, verb, _subject(sentence, verb, first), is_subject=False
    )


def accompanied(clause: Clause) -> Clause | None:
    """The clause of a claim that a preposition gives to a subject: "With 310 people, the mine is …"; None without one.

    A participle behind the claim stays its verb: "with 310 people hired, the mine is …".
    """
    sentence = clause.sentence
    begin: int | None = clause.end
    if sentence.tag(clause.end) not in (Tag.DETERMINER, Tag.NAME):
        commas = (index for index in range(clause.end, sentence.stop) if sentence.tokens.forms[index].text == ",")
        begin = next((index + 1 for index in commas), None)
    if begin is None:
        return None
    verb = next((each for each in range(begin, sentence.stop) if sentence.tag(each) in (Tag.VERB, Tag.AUXILIARY)), None)
    subject = None if verb is None else noun_phrase_before(sentence, verb - 1, begin)
    if subject is None:
        return None
    own = clause.verb if clause.verb is not None and clause.end <= clause.verb < begin else None
    stop = sentence.stop if own is None else clause.stop
    return Clause(
        sentence,
        clause.first,
        stop,
        clause.start,
        clause.end,
        own if own is not None else verb,
        subject,
        is_subject=False,
    )


def _bounds(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The tokens at which the clause around a stretch begins and ends."""
    least, most, first, stop, tags = sentence.first, sentence.stop, start, end, sentence.tags
    while first > least and (tags[first - 1 - least] in _WITHIN or not _parts(sentence, first - 1)):
        first -= 1
    while stop < most and (tags[stop - least] in _WITHIN or not _parts(sentence, stop)):
        stop += 1
    return first, stop


def _parts(sentence: Sentence, index: int) -> bool:
    """Whether a token that is no word within a clause parts two of them."""
    found = sentence.parting.get(index)
    if found is None:
        sentence.parting[index] = found = _is_parting(sentence, index)
    return found


def _is_parting(sentence: Sentence, index: int) -> bool:
    """Whether a token is a strong mark, a subordinator, a relative, or a comma or an "and" that parts two clauses."""
    tag = sentence.tag(index)
    form = sentence.tokens.forms[index]
    if (form.text == "," or tag is Tag.SUBORDINATOR) and _is_aside(sentence, index):
        return False
    if form.kind is TokenKind.BREAK or form.text in _HARD or tag is Tag.SUBORDINATOR:
        return True
    if tag is Tag.RELATIVE:
        return sentence.tag(index + 1) not in (Tag.MARK,)
    if tag is Tag.COORDINATOR and not _has_verb_before(sentence, index):
        return False  # "men, women and children have died", "ten men and 12 women died": one subject
    if form.text == "," or tag is Tag.COORDINATOR:
        return _begins_clause(sentence, index + 1)
    return False


def _is_aside(sentence: Sentence, index: int) -> bool:
    """Whether a token is of a word or two between commas that link two sentences: "the margin, though, fell"."""
    commas: list[int] = []
    for step in (-1, 1):
        at = index
        while not sentence.first <= at < sentence.stop or sentence.tokens.forms[at].text != ",":
            if sentence.tag(at) not in _LINKING or abs(at - index) > _ASIDE:
                return False
            at += step
        commas.append(at)
    if commas[0] == commas[1]:  # the comma itself: one of two with such words between them
        return any(_is_aside(sentence, index + step) for step in (-1, 1) if sentence.tag(index + step) in _LINKING)
    return commas[1] - commas[0] <= _ASIDE + 1


def _has_verb_before(sentence: Sentence, index: int) -> bool:
    """Whether a verb stands before a token, back to the next strong mark, subordinator or relative pronoun."""
    for each in range(index - 1, sentence.first - 1, -1):
        tag = sentence.tag(each)
        if tag in (Tag.VERB, Tag.AUXILIARY):
            return True
        form = sentence.tokens.forms[each]
        if tag is Tag.RELATIVE:
            return True  # "who is 38 and played": the relative pronoun is the subject
        if tag is Tag.SUBORDINATOR or form.kind is TokenKind.BREAK or form.text in _HARD:
            return False
    return False


def _begins_clause(sentence: Sentence, index: int) -> bool:
    """Whether a verb of its own stands behind a token before the next comma: a new clause, or a further predicate."""
    for each in range(index, sentence.stop):
        tag = sentence.tag(each)
        if tag in (Tag.VERB, Tag.AUXILIARY):
            return True
        if tag in (Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.RELATIVE):
            return False
        text = sentence.tokens.forms[each].text
        if text == "," or text in _HARD:
            return False
    return False


def _governor(sentence: Sentence, start: int, end: int, first: int, stop: int) -> tuple[int | None, bool]:
    """The verb that governs a stretch, and whether the stretch is its subject."""
    behind, before = _verb_behind(sentence, end, stop), _verb_before(sentence, start, first)
    if behind is not None and _touches(sentence, end, behind):
        return behind, True  # "10 people were killed", "10 killed"
    if before is not None:
        return before, False
    if behind is not None:
        return behind, True
    auxiliary = next((each for each in range(start - 1, first - 1, -1) if sentence.tag(each) is Tag.AUXILIARY), None)
    return auxiliary, False


def _verb_behind(sentence: Sentence, start: int, stop: int) -> int | None:
    """The first verb from a token on, before another."""
    first = sentence.first
    start = max(start, first)
    behind = sentence.tags[start - first : max(stop, first) - first]
    return start + behind.index(_VERB) if _VERB in behind else None


def _verb_before(sentence: Sentence, end: int, first: int) -> int | None:
    """The last verb before a token, back to another."""
    before = sentence.tags[max(0, first - sentence.first) : max(0, end - sentence.first)]
    before.reverse()
    return end - 1 - before.index(_VERB) if _VERB in before else None


def _touches(sentence: Sentence, end: int, verb: int) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between a stretch and a verb behind it."""
    return all(sentence.tag(each) in _SKIPPED for each in range(end, verb))


def subject_of(sentence: Sentence, verb: int) -> Phrase | None:
    """The subject of a verb; None where the sentence does not name it."""
    return _subject(sentence, verb, _bounds(sentence, verb, verb + 1)[0])


def _subject(sentence: Sentence, verb: int, first: int) -> Phrase | None:
    """The phrase before a verb, in its clause, or in the one before where the clause begins with the verb."""
    index = _before_chain(sentence, verb, first)
    if sentence.tag(first - 1) is Tag.RELATIVE and any(
        sentence.tag(each) is Tag.VERB for each in range(first, index + 1)
    ):
        return _antecedent(sentence, first - 1)  # "the people who crossed the river rose": the verb behind the relative
    if index > first and sentence.tokens.forms[index].text == ",":  # "Olin, a clerk, died": over the apposition
        opened = next((each for each in range(index - 1, first, -1) if sentence.tokens.forms[each].text == ","), None)
        if opened is not None:
            index = opened - 1
    found = noun_phrase_before(sentence, index, first)
    if found is None and index < first and first > sentence.first:
        link = sentence.tag(first - 1)
        if link is Tag.RELATIVE:  # "the ferry, which sank": the antecedent
            return _antecedent(sentence, first - 1)
        if link is Tag.COORDINATOR or sentence.tokens.forms[first - 1].text == ",":  # "killed 10 and injured 20"
            earlier = next(
                (each for each in range(first - 1, sentence.first - 1, -1) if sentence.tag(each) is Tag.VERB), None
            )
            if earlier is None and link is not Tag.COORDINATOR and verb == first:
                before = noun_phrase_before(sentence, first - 2, sentence.first)  # "The hall, built in 1913, was full"
                return _named_behind(sentence, first - 1) or _renamed(sentence, before) or before
            if earlier is not None:
                told = _told_to(sentence, first, earlier)
                return told or _subject(sentence, earlier, _bounds(sentence, earlier, earlier + 1)[0])
            return _named_behind(sentence, first - 1) or _behind_apposition(sentence, first - 1)
    return found


def _told_to(sentence: Sentence, first: int, earlier: int) -> Phrase | None:
    """Who is to do what an infinitive behind an apposition says: "ordered the firm, a baker, to pay"."""
    if sentence.tag(first) is not Tag.PREPOSITION or sentence.tag(first + 1) is not Tag.VERB:
        return None
    closing = first - 1
    opened = next((each for each in range(closing - 1, earlier, -1) if sentence.tokens.forms[each].text == ","), None)
    if opened is None or noun_phrase_before(sentence, closing - 1, opened + 1) is None:
        return None
    return _named_behind(sentence, closing) or noun_phrase_before(sentence, opened - 1, earlier + 1)


def _antecedent(sentence: Sentence, relative: int) -> Phrase | None:
    """The phrase before a relative pronoun and its comma."""
    stop = relative
    while stop > sentence.first and sentence.tokens.forms[stop - 1].text == ",":
        stop -= 1
    return noun_phrase_before(sentence, stop - 1, sentence.first)


def _behind_apposition(sentence: Sentence, closing: int) -> Phrase | None:
    """The phrase before an apposition that a comma closes: "Olin, a clerk at the port, died"."""
    opened = next(
        (each for each in range(closing - 1, sentence.first, -1) if sentence.tokens.forms[each].text == ","), None
    )
    return None if opened is None else noun_phrase_before(sentence, opened - 1, sentence.first)


def _named_behind(sentence: Sentence, closing: int) -> Phrase | None:
    """A description and the name that explains it, as one phrase: "her husband, the baker Ivo Ohl, was"; None where the
    apposition that a comma closes has no name, or explains one.
    """
    opened = next(
        (each for each in range(closing - 1, sentence.first, -1) if sentence.tokens.forms[each].text == ","), None
    )
    name = None if opened is None else noun_phrase_before(sentence, closing - 1, opened + 1)
    if opened is None or name is None or name.first != opened + 1 or sentence.tag(name.head) is not Tag.NAME:
        return None
    described = noun_phrase_before(sentence, opened - 1, sentence.first)
    if described is None or any(
        sentence.tag(index) is Tag.NAME and (index > sentence.first or described.stop == described.first + 1)
        for index in range(described.first, described.stop)
    ):
        return None
    return Phrase(described.first, closing, described.head)


def _renamed(sentence: Sentence, apposition: Phrase | None) -> Phrase | None:
    """The name of which a phrase behind a comma says more: "Sigrid Ohl, his sister, ran"; None where it is none."""
    if apposition is None or sentence.tokens.forms[apposition.first - 1].text != ",":
        return None
    found = noun_phrase_before(sentence, apposition.first - 2, sentence.first)
    return found if found is not None and sentence.tag(found.head) is Tag.NAME else None


def _before_chain(sentence: Sentence, verb: int, first: int) -> int:
    """The token before a chain of verbs: "expects to have to make" has the subject of "expects"."""
    index = verb - 1
    while index >= first:
        if index > first and sentence.tokens.forms[index].text == "-" and sentence.tokens.touches(index + 1):
            index -= 2  # "was re-elected"
            continue
        tag = sentence.tag(index)
        infinitive = tag is Tag.PREPOSITION and sentence.tag(index + 1) in (Tag.VERB, Tag.AUXILIARY)
        chained = tag is Tag.VERB and sentence.tag(index + 1) is Tag.PREPOSITION
        if tag not in _SKIPPED and not infinitive and not chained:
            break
        index -= 1
    return index


def noun_phrase_before(sentence: Sentence, last: int, first: int) -> Phrase | None:
    """The noun phrase that ends at a token, with the phrases that hang on it ("the mayor of Orme"); None where none."""
    index = last
    while index >= first and (
        sentence.tag(index) in _NOMINAL or sentence.tag(index) in (Tag.DETERMINER, Tag.PREPOSITION, Tag.PRONOUN)
    ):
        index -= 1
    begin = index + 1
    while begin <= last and sentence.tag(begin) is Tag.PREPOSITION:  # "In May the board": the board
        begin = _behind_prepositional(sentence, begin, last)
    if begin > last:
        return None
    head = _head(sentence, begin, last)
    return Phrase(begin, last + 1, head) if head is not None else None


def _behind_prepositional(sentence: Sentence, begin: int, last: int) -> int:
    """The token behind a phrase that a preposition begins: where the next determiner or name starts a phrase."""
    index = begin + 1
    while index <= last and sentence.tag(index) is Tag.DETERMINER:
        index += 1
    if sentence.tag(index) is Tag.FIGURE:  # "In the first quarter cheese exports fell"
        while index <= last and sentence.tag(index) is Tag.FIGURE:
            index += 1
        if sentence.tag(index) in (Tag.NOUN, Tag.NAME):
            return index
    while index <= last and sentence.tag(index) not in (Tag.DETERMINER, Tag.PRONOUN):
        if sentence.tag(index) is Tag.NAME and sentence.tag(index - 1) is Tag.NOUN:
            return index
        index += 1
    return index


def _head(sentence: Sentence, begin: int, last: int) -> int | None:
    """The last noun before the first preposition of a phrase."""
    found = None
    for index in range(begin, last + 1):
        tag = sentence.tag(index)
        if tag is Tag.PREPOSITION and found is not None:
            break
        if tag in (Tag.NOUN, Tag.NAME, Tag.PRONOUN):
            found = index
    return found
