"""The room of numbers: counts, money, percentages, measures, ratios, ages and ordinals as intervals with a unit."""

from factcheck.kinds.quantity.compare import compare
from factcheck.kinds.quantity.find import find, trigger_words
from factcheck.kinds.quantity.interval import normalise
from factcheck.kinds.room import Room

QUANTITY = Room("quantity", trigger_words, find, normalise, compare)

__all__ = ["QUANTITY"]
