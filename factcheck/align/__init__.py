"""Which claims speak of the same fact: topics, candidates by rare shared words, an explainable score, clusters."""

from factcheck.align.candidates import Index
from factcheck.align.elided import elided, may_stand
from factcheck.align.implied import implied, pairs
from factcheck.align.rarity import is_rare, rarity_of_value
from factcheck.align.score import (
    WORLDS_APART,
    Alignment,
    Part,
    align,
    are_worlds_apart,
    one_sentence,
    parts_of,
    topic_score,
)
from factcheck.align.topic import Topic, Vocabulary, topics

__all__ = [
    "WORLDS_APART",
    "Alignment",
    "Index",
    "Part",
    "Topic",
    "Vocabulary",
    "align",
    "are_worlds_apart",
    "elided",
    "implied",
    "is_rare",
    "may_stand",
    "one_sentence",
    "pairs",
    "parts_of",
    "rarity_of_value",
    "topic_score",
    "topics",
]
