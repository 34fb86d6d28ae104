"""`--show-sources` and the fields of documents in JSON tell what was read of each source."""

import json

from factcheck import load_rules
from factcheck.cli.reading import tell_sources
from factcheck.pipeline import compare
from factcheck.read import documents
from factcheck.report import v1
from factcheck.report.json import render

RULES = load_rules()


def test_a_line_for_each_source(tmp_path, capsys):
    post = "---\ntitle: Rain\ndate: 2019-03-05\nsource: Harbour Post\n---\nTwelve men fled, and 40 houses fell.\n"
    (tmp_path / "a.md").write_text(post, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Nobody fled.\n", encoding="utf-8")
    report = compare(list(documents([tmp_path])), RULES)
    tell_sources(report)
    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith("a.md: 8 words, 2 claims, 2019-03-05 (front matter), Harbour Post, Markdown")
    assert second.endswith("b.txt: 2 words, 0 claims, no day, no outlet, text")
    shown = json.loads(render(report))["documents"]
    assert [(each["words"], each["claims"], each["format"]) for each in shown] == [(8, 2, "Markdown"), (2, 0, "text")]
    assert v1.claim_numbers(report) == {each.id: number for each, number in zip(report.documents, (2, 0), strict=True)}
