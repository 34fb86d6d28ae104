"""Which claims speak of the same fact: topics, candidates by rare shared words, an explainable score, clusters."""

from factcheck.align.candidates import Index
from factcheck.align.clusters import clusters, joins
from factcheck.align.rarity import is_rare, rarity_of_value
from factcheck.align.score import Alignment, align, one_sentence
from factcheck.align.topic import Topic, Vocabulary, topics

__all__ = [
    "Alignment",
    "Index",
    "Topic",
    "Vocabulary",
    "align",
    "clusters",
    "is_rare",
    "joins",
    "one_sentence",
    "rarity_of_value",
    "topics",
]
