"""How fast the program is, beside a yardstick measured in the same run. Ratios are printed; no time is asserted.

Run with `make bench`. The text is the fixtures' articles, over and over, which tell two or three times as many facts
as news at large: `make bench TEXTS=corpus.jsonl` measures on texts of your own.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.model import Document
from factcheck.read import documents
from factcheck.ruleset import load_rules

pytestmark = pytest.mark.bench
FIXTURES = Path(__file__).parents[2] / "fixtures"
RULES = load_rules()
WORD = re.compile(r"\b(?:about|over|more|than|said|million|percent|people|police|years?)\b", re.IGNORECASE)


def articles() -> list[str]:
    given = os.environ.get("TEXTS")
    paths = [given] if given else sorted(str(path) for path in FIXTURES.glob("*/sources"))
    return [document.text for document in documents(paths, published=date(2024, 1, 5))]


def spent(work: Callable[[], object]) -> float:
    """CPU seconds of the best of three runs."""
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def yardstick(texts: list[str]) -> float:
    """CPU seconds of one case-insensitive alternation over the same text: what any rule engine must beat or join."""
    return spent(lambda: [sum(1 for _ in WORD.finditer(text)) for text in texts])


def extraction(texts: list[str]) -> float:
    corpus = [Document(id=str(n), text=text, published=date(2024, 1, 5)) for n, text in enumerate(texts)]
    return spent(lambda: sum(1 for _ in pipeline.extract(corpus, RULES)))


def test_extraction_beside_one_regular_expression(capsys: pytest.CaptureFixture[str]) -> None:
    texts = articles()
    texts *= max(1, 300_000 // sum(map(len, texts)))
    size = sum(map(len, texts)) / 1e6
    claims = sum(1 for _ in pipeline.extract([Document(id="all", text="\n\n".join(texts))], RULES))
    ours, rule = extraction(texts), yardstick(texts)
    with capsys.disabled():
        print(f"\nextract: {size / ours:.2f} MB per CPU second, {ours / rule:.0f} times one alternation's time")
        print(f"{claims / size / 1000:.0f} claims a kilobyte, {ours / claims * 1e6:.0f} microseconds each")
    assert ours > rule


def test_extraction_is_linear(capsys: pytest.CaptureFixture[str]) -> None:
    text = "\n\n".join(articles()[:40])
    once, more = extraction([text]), extraction(["\n\n".join([text] * 10)])
    with capsys.disabled():
        print(f"\nextract, one document ten times as long: {more / once:.1f} times the time")
    assert more < 20 * once


def test_check_as_a_whole_process(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = articles()
    draft = tmp_path / "draft.txt"
    draft.write_text(" ".join(" ".join(texts[:3]).split()[:600]), encoding="utf-8")
    for number in range(20):
        (tmp_path / f"source-{number}.txt").write_text(texts[number % len(texts)], encoding="utf-8")
    command = [sys.executable, "-m", "factcheck"]
    sources = [str(path) for path in sorted(tmp_path.glob("source-*.txt"))]

    def wall(*arguments: str) -> float:
        begin = time.perf_counter()
        run = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
        assert run.returncode in (0, 1), run.stderr
        if "json" in arguments:
            assert json.loads(run.stdout)["claims"]
        return time.perf_counter() - begin

    bare = min(wall("--version") for _ in range(3))
    whole = min(wall("check", str(draft), "--sources", *sources, "--output", "json") for _ in range(3))
    with capsys.disabled():
        print(f"\ncheck, 600 words against 20 sources: {whole:.2f} s, {whole / bare:.0f} times --version")
    assert whole > bare


def test_extraction_beside_quantulum3(capsys: pytest.CaptureFixture[str]) -> None:
    # A peer that reads numbers and units alone; in the `bench` extra, because it brings much along.
    parser = pytest.importorskip("quantulum3.parser", reason="pip install 'factcheck-cli[bench]' brings quantulum3")
    texts = articles()[:6]
    size = sum(map(len, texts)) / 1e6
    parser.parse("5 miles")
    peer = spent(lambda: [parser.parse(text) for text in texts])
    ours = extraction(texts)
    with capsys.disabled():
        print(
            f"\nextract, all kinds: {peer / ours:.0f} times as fast as quantulum3 ({size / peer:.3f} MB per CPU second)"
        )
    assert ours < peer
