"""The module of dates, times, durations and sets (TIMEX3)."""

from factcheck.kinds.room import Room
from factcheck.kinds.timex.compare import compare
from factcheck.kinds.timex.dateline import document_date, yearless_dateline
from factcheck.kinds.timex.find import find, trigger_words
from factcheck.kinds.timex.normalise import normalise
from factcheck.kinds.timex.stamps import stamps

TIMEX = Room("timex", trigger_words, find, normalise, compare)

__all__ = ["TIMEX", "document_date", "stamps", "yearless_dateline"]
