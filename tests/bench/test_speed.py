"""How fast the program is, beside a yardstick measured in the same run. Ratios are printed; no time is asserted.

Run with `make bench`. The text is the fixtures' articles, over and over, which tell two or three times as many facts
as news at large: `make bench TEXTS=corpus.jsonl` measures on texts of your own, and compares up to a thousand of them.
"""

from __future__ import annotations

import gc
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.model import Claim, Document
from factcheck.read import documents
from factcheck.ruleset import load_rules
from factcheck.segment import Parsed, parse

pytestmark = pytest.mark.bench
FIXTURES = Path(__file__).parents[2] / "fixtures"
RULES = load_rules()
CALENDAR = re.compile("Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
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


def least(work: Callable[[], object]) -> float:
    """CPU seconds of one run, with the memory of earlier ones taken back first."""
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin


def yardstick(texts: list[str]) -> float:
    """CPU seconds of one case-insensitive alternation over the same text: what any rule engine must beat or join."""
    return spent(lambda: [sum(1 for _ in WORD.finditer(text)) for text in texts])


def extraction(texts: list[str]) -> float:
    corpus = [Document(id=str(n), text=text, published=date(2024, 1, 5)) for n, text in enumerate(texts)]
    return spent(lambda: sum(1 for _ in pipeline.extract(corpus, RULES)))


def elsewhere(text: str, number: int) -> str:
    """The text with other names and other figures: as if it told of another event."""
    digits = "123456789"
    other = str.maketrans(digits, digits[number % 9 :] + digits[: number % 9])
    named = re.sub(r"(?<=[a-z,] )([A-Z][a-z]+)\b", lambda name: _another(name[1], number), text)
    return re.sub(r"\d[\d.,]*\d", lambda figure: figure[0].translate(other), named)


def _another(name: str, number: int) -> str:
    return name if CALENDAR.match(name) else f"{name}{'aeiou'[number % 5]}{'lmnrst'[number // 5 % 6]}"


def corpus(most: int) -> list[Document]:
    """Different articles, of the fixtures' events and of others made of them."""
    texts = articles()
    if not os.environ.get("TEXTS"):
        texts = [
            elsewhere(text, number) if number else text for number in range(most // len(texts) + 1) for text in texts
        ]
    day = date(2024, 1, 5)
    return [Document(id=f"{place:04}", text=text, published=day) for place, text in enumerate(texts[:most])]


def of_children(work: Callable[[], object]) -> float:
    """CPU seconds that the processes started by some work took, the best of five runs."""
    resource = pytest.importorskip("resource", reason="not on Windows")
    found = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        work()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return min(found)


def test_comparison_is_linear(capsys: pytest.CaptureFixture[str]) -> None:
    documents = corpus(1000 if os.environ.get("TEXTS") else 120)
    half = documents[: len(documents) // 2]
    sizes = [sum(len(each.text) for each in some) for some in (half, documents)]
    once, more = (least(partial(pipeline.compare, some, RULES)) for some in (half, documents))
    with capsys.disabled():
        print(
            f"\ncompare, {len(documents)} articles: {more / len(documents) * 1000:.1f} ms each, "
            f"{more / once:.1f} times the time of {len(half)}, with {sizes[1] / sizes[0]:.1f} times their text"
        )
    assert more < 4 * once


def test_a_small_check_beside_python_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("draft.txt", "source.txt"):
        (tmp_path / name).write_text("The bridge cost 5 million dollars, the mayor said on Tuesday.", encoding="utf-8")
    check = ["-m", "factcheck", "check", str(tmp_path / "draft.txt"), "--sources", str(tmp_path / "source.txt")]
    bare, whole = (
        of_children(partial(subprocess.run, [sys.executable, *some], capture_output=True, check=True))
        for some in (["-c", "pass"], check)
    )
    with capsys.disabled():
        print(f"\ncheck, one line: {whole:.2f} s CPU, {whole / bare:.0f} times a bare start of Python")
    assert whole > bare


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
    text = "\n\n".join(articles()[:8])
    once, ten, hundred = (extraction(["\n\n".join([text] * times)]) for times in (1, 10, 100))
    with capsys.disabled():
        print(f"\none document ten times as long, {ten / once:.1f} times the time; a hundred, {hundred / once:.0f}")
    assert ten < 20 * once
    assert hundred < 20 * ten


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
    parser = pytest.importorskip("quantulum3.parser", reason="pip install '.[bench]' brings quantulum3")
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


def test_quotations_are_looked_for_in_whole_texts(capsys: pytest.CaptureFixture[str]) -> None:
    words = " ".join(articles()).split(" ")
    words *= 400_000 // len(words) + 1
    day = date(2024, 1, 5)
    texts = [" ".join(words[number * 2000 : (number + 1) * 2000]) for number in range(200)]
    sources = [Document(id=f"{number:03}", text=text, published=day) for number, text in enumerate(texts)]
    said = "“{}, and nobody asked us what we thought of it,” said Nora Lindqvist, the mayor."
    quoted = "\n\n".join(said.format(" ".join(words[n * 331 : n * 331 + 9])) for n in range(40))
    draft = Document(id="draft", text=quoted, published=day)
    prepared = pipeline.prepare(sources, RULES)
    whole = least(partial(pipeline.check, [draft], sources, RULES))
    # The search alone: what `check` does beside it does not look at words outside quotation marks.
    aligned = [topic for topic, _ in pipeline._aligned(prepared, *_read(draft))[0]]
    search = least(partial(prepared.words.found, aligned, aligned[0].vocabulary, 10**9))
    with capsys.disabled():
        print(f"\ncheck, 200 sources of 2,000 words: {whole:.1f} s, of which the words of 40 quotations {search:.2f} s")
    assert search < (whole - search) / 2


def _read(draft: Document) -> tuple[list[Claim], dict[str, Parsed]]:
    parsed = parse(draft, RULES)
    return list(pipeline.extract([draft], RULES)), {draft.id: parsed}
