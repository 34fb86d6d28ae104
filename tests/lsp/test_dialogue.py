"""Dialogues with the language server as an editor leads them: a process of its own, over standard input and output."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import __version__
from tests.lsp.client import FULL, Client
from tests.lsp.conftest import LEDGER, WRONG

ROOT = Path(__file__).parent.parent.parent
TEXT = f"# The bridge\n\n{WRONG}"
DRAFT = "drafts/bridge.md"


def names(diagnostics: list[dict]) -> list[str]:
    return [each["code"] for each in diagnostics]


def of(name: str, diagnostics: list[dict]) -> dict:
    (found,) = [each for each in diagnostics if each["code"] == name]
    return found


def span(line: int, start: int, end: int) -> dict:
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


def edited(text: str, edit: dict) -> str:
    """The text with an edit made as the client would; columns are those of ASCII lines."""
    lines = text.splitlines(keepends=True)
    start, end = edit["range"]["start"], edit["range"]["end"]
    assert start["line"] == end["line"]
    line = lines[start["line"]]
    lines[start["line"]] = line[: start["character"]] + edit["newText"] + line[end["character"] :]
    return "".join(lines)


def edit_of(action: dict, uri: str, version: int) -> dict:
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": version}
    (edit,) = change["edits"]
    return edit


def test_a_whole_dialogue(editor, desk):
    able = editor.start()
    assert able["textDocumentSync"] == {"openClose": True, "change": 1, "save": {"includeText": False}}
    assert able["hoverProvider"] is True
    assert able["codeActionProvider"]["codeActionKinds"] == ["quickfix"]
    (watched,) = editor.heard("client/registerCapability")["registrations"]
    assert {"globPattern": "**/factcheck.toml"} in watched["registerOptions"]["watchers"]

    uri = editor.open(DRAFT)
    wrong = of("number-differs", editor.diagnostics(uri, version=1))
    assert wrong["range"] == span(2, 26, 42)
    assert (wrong["severity"], wrong["source"]) == (1, "factcheck")
    assert wrong["message"].startswith("digits transposed: “48,300 crossings”, where notes/")
    told = {each["location"]["uri"]: each for each in wrong["relatedInformation"]}
    ledger = told[editor.uri("notes/ledger.txt")]
    assert ledger["location"]["range"] == span(0, 26, 42)
    assert ledger["message"].startswith("differs (48,300 is not 43,800): “The ferry company counted 43,800")

    over = editor.hover(uri, 2, 30)
    assert over["range"] == wrong["range"] and over["contents"]["kind"] == "markdown"
    assert over["contents"]["value"].startswith("**48,300 crossings**: count, 48300")
    assert f"[notes/ledger.txt:1:27]({editor.uri('notes/ledger.txt')}#L1)" in over["contents"]["value"]
    assert editor.hover(uri, 2, 2) is None

    write, ignore = editor.actions(uri, span(2, 30, 30))
    assert [each["kind"] for each in (write, ignore)] == ["quickfix"] * 2
    assert of("number-differs", write["diagnostics"])["range"] == wrong["range"]
    assert "“43,800" in write["title"]
    right = edited(TEXT, edit_of(write, uri, 1))
    assert right == f"# The bridge\n\n{LEDGER}"
    comment = '<!-- factcheck: ignore[number-differs]="48,300 crossings" -->'
    assert edited(TEXT, edit_of(ignore, uri, 1)) == f"# The bridge\n\n{comment}\n{WRONG}"

    editor.change(uri, 2, right)
    assert "number-differs" not in names(editor.diagnostics(uri, version=2))
    (desk / DRAFT).write_text(right, encoding="utf-8")
    editor.tell("textDocument/didSave", textDocument={"uri": uri})
    assert "number-differs" not in names(editor.diagnostics(uri, version=2))

    editor.tell("textDocument/didClose", textDocument={"uri": uri})
    assert editor.diagnostics(uri) == []
    assert editor.hover(uri, 2, 30) is None
    assert editor.stop() == 0
    assert b"".join(editor.errors) == b""


def test_an_editor_that_leaves_without_a_word_is_told_so_by_the_status(editor):
    editor.start()
    editor.send(method="exit")
    assert editor.process.wait(60) == 1


def test_the_server_says_who_it_is(editor):
    answer = editor.ask("initialize", processId=None, rootUri=None, capabilities={})
    assert answer["serverInfo"] == {"name": "factcheck", "version": __version__}
    assert answer["capabilities"]["positionEncoding"] == "utf-16"


def test_hasty_typing_is_checked_once(editor):
    editor.start()
    uri = editor.open(DRAFT)
    editor.diagnostics(uri, version=1)
    last = 40
    for version in range(2, last + 1):
        editor.change(uri, version, f"{TEXT}{'x' * version}")
    editor.diagnostics(uri, version=last)
    between = [each for each in editor.kept if each.get("method") == "textDocument/publishDiagnostics"]
    assert len(between) < last // 2


def test_a_question_is_answered_of_the_text_as_it_is_now(editor):
    """Not of the text before the last keystrokes, whose check is still waiting."""
    editor.start()
    uri = editor.open(DRAFT)
    editor.diagnostics(uri, version=1)
    editor.change(uri, 2, f"\n\n\n{TEXT}")
    assert editor.hover(uri, 5, 30)["range"] == span(5, 26, 42)
    (write, _) = editor.actions(uri, span(5, 30, 30))
    assert edit_of(write, uri, 2)["range"]["start"]["line"] == 5


def test_only_quick_fixes_of_what_is_at_hand_are_offered(editor):
    editor.start()
    uri = editor.open(DRAFT)
    assert editor.actions(uri, span(0, 0, 3)) == []
    assert editor.actions(uri, span(2, 30, 30), only=["refactor", "source.organizeImports"]) == []
    offered = editor.actions(uri, span(2, 30, 30), only=["quickfix"])
    assert offered == editor.actions(uri, span(0, 0, 5) | {"end": {"line": 2, "character": 30}})
    assert len(offered) == 2


def test_settings_are_read_again_when_they_change(editor, desk):
    editor.start()
    uri = editor.open(DRAFT)
    assert "single-source" in names(editor.diagnostics(uri, version=1))
    settings = 'sources = ["notes"]\nselect = ["number"]\n'
    (desk / "factcheck.toml").write_text(settings, encoding="utf-8")
    changed = [{"uri": editor.uri("factcheck.toml"), "type": 2}]
    editor.tell("workspace/didChangeWatchedFiles", changes=changed)
    assert names(editor.diagnostics(uri, version=1)) == ["number-differs"]


def test_a_source_is_read_again_when_it_changes(editor, desk):
    editor.start()
    uri = editor.open(DRAFT)
    assert "number-differs" in names(editor.diagnostics(uri, version=1))
    for source in (desk / "notes").iterdir():
        source.write_text(source.read_text(encoding="utf-8").replace("43,800", "48,300"), encoding="utf-8")
    editor.tell("textDocument/didSave", textDocument={"uri": uri})
    assert "number-differs" not in names(editor.diagnostics(uri, version=1))


def test_what_cannot_be_done_is_told_once_and_does_not_look_clean(editor, desk):
    editor.start()
    (desk / "factcheck.toml").write_text('sources = ["nots"]\n', encoding="utf-8")
    uri = editor.open(DRAFT)
    (found,) = editor.diagnostics(uri, version=1)
    assert (found["code"], found["severity"], found["range"]) == ("not-checked", 1, span(0, 0, 0))
    message = editor.heard("window/showMessage")
    assert message["type"] == 1
    assert message["message"].startswith("factcheck: nots: no such file or folder")
    editor.change(uri, 2, TEXT + "More.\n")
    assert names(editor.diagnostics(uri, version=2)) == ["not-checked"]
    (desk / "factcheck.toml").write_text("sources = [\n", encoding="utf-8")
    editor.tell("workspace/didChangeConfiguration", settings={})
    assert "not TOML" in editor.diagnostics(uri, version=2)[0]["message"]
    assert "not TOML" in editor.heard("window/showMessage")["message"]
    (desk / "factcheck.toml").write_text('sources = ["notes"]\n', encoding="utf-8")
    editor.change(uri, 3, TEXT)
    assert "number-differs" in names(editor.diagnostics(uri, version=3))
    assert not [each for each in editor.kept if each.get("method") == "window/showMessage"]


def test_typing_brings_no_messages(editor):
    """A comment half typed is a problem with each letter: underlined at once, told when the draft is saved."""
    editor.start()
    uri = editor.open(DRAFT)
    editor.diagnostics(uri, version=1)
    editor.change(uri, 2, f"<!-- factcheck: ign -->\n\n{TEXT}")
    (found,) = editor.diagnostics(uri, version=2)
    assert found["code"] == "not-checked" and "'ign'" in found["message"]
    editor.hover(uri, 2, 2)
    assert not [each for each in editor.kept if each.get("method") == "window/showMessage"]
    editor.tell("textDocument/didSave", textDocument={"uri": uri})
    assert "'ign'" in editor.heard("window/showMessage")["message"]


BROKEN = {
    "binary": "\x00\x01\x02 48,300 crossings",
    "halves of surrogate pairs": "\ud83d lone, and 48,300 crossings \udc00\n",
    "markup left open": "<!-- factcheck: ignore[\n“ ‘ [](((\n---\n",
    "front matter left open": "---\ntitle: [\n",
    "nothing": "",
    "odd line ends": "48,300\r48,300\u2028\x0b\x0c48,300\x85\r\n\r",
}


def test_broken_documents_do_not_stop_the_server(editor):
    editor.start()
    uri = editor.open(DRAFT, text="")
    for version, text in enumerate(BROKEN.values(), 2):
        editor.change(uri, version, text)
        editor.hover(uri, 0, 1)
        editor.actions(uri, span(0, 0, 5))
        found = editor.diagnostics(uri, version=version)
        assert ("not-checked" in names(found)) is ("\x00" in text)
    editor.change(uri, 99, TEXT)
    assert "number-differs" in names(editor.diagnostics(uri, version=99))
    assert editor.stop() == 0


def test_messages_that_mean_nothing_do_not_stop_the_server(editor):
    editor.start()
    editor.send_raw(b"{")
    editor.send_raw(b"[]")
    editor.tell("textDocument/didOpen", nonsense=1)
    editor.tell("no/such/thing")
    editor.tell("textDocument/didChange", textDocument={"uri": editor.uri("x.md"), "version": 1}, contentChanges=[])
    uri = editor.open(DRAFT)
    assert "number-differs" in names(editor.diagnostics(uri, version=1))


@pytest.mark.parametrize(
    ("offered", "chosen", "column"),
    [(["utf-16"], "utf-16", 31), (["utf-8", "utf-16"], "utf-8", 34), (["utf-32"], "utf-32", 30), (None, "utf-16", 31)],
)
def test_columns_are_counted_as_agreed(editor, offered, chosen, column):
    """An emoji is one code point, two units of UTF-16 and four of UTF-8; a combining mark is one, one and two."""
    general = {"positionEncodings": offered} if offered else {}
    assert editor.start({**FULL, "general": general})["positionEncoding"] == chosen
    uri = editor.open(DRAFT, text=f"# E\u0301t\u00e9\n\n🛳e\u0301 {WRONG}")
    wrong = of("number-differs", editor.diagnostics(uri, version=1))
    assert wrong["range"] == span(2, column, column + 16)
    assert editor.hover(uri, 2, column + 1)["range"] == wrong["range"]


def test_an_editor_of_few_abilities_is_told_the_same_in_plain_text(editor):
    editor.start({})
    uri = editor.open(DRAFT)
    wrong = of("number-differs", editor.diagnostics(uri, version=1))
    assert "relatedInformation" not in wrong
    assert "\nnotes/ledger.txt:1:27 differs: “The ferry company" in wrong["message"]
    over = editor.hover(uri, 2, 30)["contents"]
    assert over["kind"] == "plaintext" and over["value"].startswith("48,300 crossings: count, 48300")
    write, _ = editor.actions(uri, span(2, 30, 30))
    assert [edit["newText"] for edit in write["edit"]["changes"][uri]]
    assert not [each for each in editor.kept if each.get("method") == "client/registerCapability"]


def test_a_source_and_a_file_without_a_project_are_left_alone(editor, desk, tmp_path_factory):
    editor.start()
    uri = editor.open("notes/ledger.txt", language="plaintext")
    assert editor.diagnostics(uri, version=1) == []
    assert "it is one of its own sources" in editor.heard("window/logMessage")["message"]
    alone = tmp_path_factory.mktemp("elsewhere") / "letter.md"
    uri = editor.open(alone.as_uri(), text=WRONG)
    assert editor.diagnostics(uri, version=1) == []
    assert "there is no factcheck.toml" in editor.heard("window/logMessage")["message"]
    uri = editor.open("tool.py", text="crossings = 48_300", language="python")
    assert editor.diagnostics(uri, version=1) == []


def test_a_text_that_was_never_saved_is_a_draft_of_the_folder(editor):
    editor.start()
    uri = editor.open("untitled:Untitled-1", text=WRONG, language="plaintext")
    assert "number-differs" in names(editor.diagnostics(uri, version=1))
    (write,) = editor.actions(uri, span(0, 30, 30))  # plain text has no comments, and this one no file beside it
    assert write["title"].startswith("Write")


def test_what_is_ignored_in_a_comment_is_no_longer_told(editor):
    editor.start()
    uri = editor.open(DRAFT)
    place = of("number-differs", editor.diagnostics(uri, version=1))["range"]
    _, ignore = editor.actions(uri, place)
    silenced = edited(TEXT, edit_of(ignore, uri, 1))
    editor.change(uri, 2, silenced)
    assert "number-differs" not in (left := names(editor.diagnostics(uri, version=2))) and left
    editor.change(uri, 3, silenced.replace("48,300 crossings in", "43,800 crossings in"))
    idle = of("unused-ignore", editor.diagnostics(uri, version=3))
    assert idle["range"]["start"] == {"line": 2, "character": 0}
    editor.change(uri, 4, silenced.replace("ignore[", "ignor["))
    (found,) = editor.diagnostics(uri, version=4)
    assert found["code"] == "not-checked" and "'ignor'" in found["message"]


def test_plain_text_is_silenced_by_the_file_beside_it(editor, desk):
    editor.start()
    (desk / "drafts/bridge.txt").write_text(WRONG, encoding="utf-8")
    uri = editor.open("drafts/bridge.txt", language="plaintext")
    place = of("number-differs", editor.diagnostics(uri, version=1))["range"]
    _, ignore = editor.actions(uri, place)
    create, change = ignore["edit"]["documentChanges"]
    beside = editor.uri("drafts/bridge.txt.factcheck-ignore")
    assert create == {"kind": "create", "uri": beside, "options": {"ignoreIfExists": True}}
    assert change["textDocument"] == {"uri": beside, "version": None}
    (edit,) = change["edits"]
    assert edit == {"range": span(0, 0, 0), "newText": 'ignore[number-differs]="48,300 crossings"\n'}

    (desk / "drafts/bridge.txt.factcheck-ignore").write_text(edit["newText"], encoding="utf-8")
    editor.tell("textDocument/didSave", textDocument={"uri": uri})
    assert "number-differs" not in names(editor.diagnostics(uri, version=1))
    editor.change(uri, 2, LEDGER)
    idle = of("unused-ignore", editor.diagnostics(uri, version=2))
    assert idle["range"] == span(0, 0, 0)
    assert idle["message"].startswith("drafts/bridge.txt.factcheck-ignore:1: ")


def test_a_baseline_counts_in_the_editor_too(editor, desk):
    (desk / "factcheck.toml").write_text('sources = ["notes"]\nbaseline = "known.json"\n', encoding="utf-8")
    run = [sys.executable, "-P", "-m", "factcheck", "baseline", "update", DRAFT]
    subprocess.run(run, cwd=desk, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True)
    editor.start()
    uri = editor.open(DRAFT)
    assert editor.diagnostics(uri, version=1) == []
    editor.change(uri, 2, TEXT.replace("2 May", "5 May"))
    assert names(editor.diagnostics(uri, version=2)) == ["date-differs"]


def test_a_page_is_checked_where_its_markup_has_the_words(editor):
    editor.start()
    page = "<html><body>\n<p>One.</p>\n  <p>Fish &amp; chips. <b>The</b> ferry company counted 48,300 crossings\n"
    page += "in the spring of 2019.</p>\n</body></html>\n"
    uri = editor.open("drafts/page.html", text=page, language="html")
    wrong = of("number-differs", editor.diagnostics(uri, version=1))
    line = page.splitlines()[2]
    start = line.index("48,300")
    assert wrong["range"] == span(2, start, start + len("48,300 crossings"))
    write, ignore = editor.actions(uri, wrong["range"])
    assert edited(page, edit_of(write, uri, 1)) == page.replace("48,300", "43,800")
    comment = '<!-- factcheck: ignore[number-differs]="48,300 crossings" -->'
    assert edited(page, edit_of(ignore, uri, 1)) == page.replace("  <p>Fish", f"  {comment}\n  <p>Fish")


def test_another_config_is_given_on_the_command_line(desk):
    (desk / "other.toml").write_text('sources = ["notes"]\nignore = ["single"]\n', encoding="utf-8")
    editor = Client(desk, "--config", str(desk / "other.toml"))
    try:
        editor.start()
        uri = editor.open(DRAFT)
        assert names(editor.diagnostics(uri, version=1)) == ["number-differs"]
    finally:
        editor.kill()


def test_a_source_that_is_a_line_of_a_corpus_is_pointed_at(editor, desk):
    for source in (desk / "notes").iterdir():
        source.unlink()
    lines = [{"id": "p1", "text": "Nothing to see."}, {"id": "p2", "text": f"A “🛳”.\n{LEDGER}"}]
    corpus = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    (desk / "notes" / "wire.jsonl").write_text(corpus, encoding="utf-8")
    editor.start()
    uri = editor.open(DRAFT)
    place = of("number-differs", editor.diagnostics(uri, version=1))["relatedInformation"][0]["location"]
    assert place["uri"] == editor.uri("notes/wire.jsonl")
    line = corpus.splitlines()[1].encode("utf-16-le")
    start, end = (place["range"][edge]["character"] * 2 for edge in ("start", "end"))
    assert line[start:end].decode("utf-16-le") == "43,800 crossings"
    assert place["range"]["start"]["line"] == 1
