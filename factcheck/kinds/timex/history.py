"""Whether a text narrates history, so that days without a year are counted from the year mentioned before them."""

from __future__ import annotations

from functools import lru_cache

from factcheck.regex_cache import regex
from factcheck.ruleset import Ruleset

_YEAR = regex(r"(?<![\d,.$£€#/-])(?:1[4-9]|20)\d\d(?![\d%]|[,.]\d)")


@lru_cache(maxsize=32)
def is_history(low: str, published: int, ruleset: Ruleset) -> bool:
    """Whether a folded text names many years long before `published` and few dates relative to publication.

    `published` is the year of publication. The thresholds are those of `timex.history` in words.toml.
    """
    setting = ruleset.setting("timex.history")
    years = [int(year) for year in _YEAR.findall(low)]
    past = sum(year <= published - setting["long_ago"] for year in years)
    present = len(years) - past
    if past < setting["years"] or present * setting["share"] > past:
        return False
    news = ruleset.compile(setting["news"], "timex.history.news", case=True)
    return bool(len(news.findall(low)) * setting["share"] <= past)
