"""Running the examples of rules, and the problems reported for failed ones."""

import pytest

from factcheck.examples import problems, run
from factcheck.ruleset import Example, Rule, load_rules

RULES = load_rules()
COUNT = next(rule for rule in RULES.rules if rule.id == "quantity/count")
BOATS = "Five boats sank on 2 May 2019."


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (Example(BOATS, find="Five boats", number="5", noun="boats", unit="none", kind="count"), []),
        (Example("The toll was 1,500 boats.", find="1,500 boats", number="1500.0"), []),
        (Example(BOATS, find="Five boats", number="6"), ["number of “Five boats” is 5, not 6"]),
        (Example(BOATS, find="Five boats", number="five"), ["number of “Five boats” is 5, not five"]),
        (Example(BOATS, find="Five boats", hedge="about"), ["hedge of “Five boats” is none, not about"]),
        (Example(BOATS, find="Five boats", kind="money"), ["“Five boats” is of kind count, not money"]),
        (Example(BOATS), ["finds “Five boats” in a near-miss"]),
        (Example("The boats sank.", find="boats"), ["does not find “boats”; finds nothing"]),
    ],
)
def test_problems_of_an_example(example, expected):
    assert list(problems(example, COUNT, RULES)) == expected


def test_other_claims_found_are_named():
    (problem,) = problems(Example(BOATS, find="boats sank"), COUNT, RULES)
    assert problem.startswith("does not find “boats sank”; finds “Five boats” (quantity/count), “2 May 2019” (timex/")


def test_an_example_has_the_date_it_gives():
    thursday = next(
        rule for rule in RULES.rules for example in rule.examples if example.find == "Thursday" and rule.room == "timex"
    )
    text = "The council met on Thursday."
    dated = Example(text, find="Thursday", published="2019-06-03", first="2019-05-30")
    assert list(problems(dated, thursday, RULES)) == []
    (undated,) = problems(Example(text, find="Thursday", published="none", first="2019-05-30"), thursday, RULES)
    assert "first of “Thursday” is none" in undated


def test_a_rule_without_examples_fails():
    bare = Rule(id="quantity/bare", summary="nothing")
    assert [failure.problem for failure in run(RULES, [bare])] == [
        "has no example of what it finds; give one with `find`",
        "has no near-miss; give an example without `find`",
    ]
