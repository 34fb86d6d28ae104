"""Subtitles: cues joined into paragraphs, speakers, and the times as places."""

import pytest

from factcheck.errors import InputError
from factcheck.read import documents
from factcheck.read.subtitles import contents


def cues(*texts: str, gap: float = 0.1) -> str:
    """Subtitles of two seconds each."""
    found, at = [], 0.0
    for number, text in enumerate(texts, 1):
        found.append(f"{number}\n{stamp(at)} --> {stamp(at + 2)}\n{text}\n")
        at += 2 + gap
    return "\n".join(found)


def stamp(seconds: float) -> str:
    return f"00:{int(seconds) // 60:02}:{seconds % 60:06.3f}".replace(".", ",")


def texts(raw: str) -> list[str]:
    return [block.text for block in contents(raw.encode(), "a.srt").blocks]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (("The bill rose to $14", "million on Monday."), ["The bill rose to $14 million on Monday."]),
        (("<i>Ten</i> men", "{\\an8}at <b>sea</b>."), ["Ten men at sea."]),
        (("Ten\nmen &amp; dogs",), ["Ten men & dogs"]),
        (("HOLT: Ten men.", "LUND: Nine."), ["HOLT: Ten men.", "LUND: Nine."]),
        (("- Ten men.\n- Nine.",), ["Ten men.", "Nine."]),
        ((">> Ten men.", ">> Nine."), ["Ten men.", "Nine."]),
        (("<v Nora Holt>Ten", "<v Nora Holt>men.", "<v.loud Karl>Nine."), ["Nora Holt: Ten men.", "Karl: Nine."]),
        (("Ten men", "Ten men\nat sea", "at sea\nwere found."), ["Ten men at sea were found."]),
    ],
)
def test_cues_are_joined_to_paragraphs(given, read):
    assert texts(cues(*given)) == read


def test_a_pause_after_a_sentence_begins_a_paragraph():
    assert texts(cues("Ten men.", "Nine.", gap=3)) == ["Ten men.", "Nine."]
    assert texts(cues("Ten", "men.", gap=3)) == ["Ten men."]


def test_every_word_has_its_cue_line_and_column(put):
    raw = (
        "WEBVTT - 99\r\n\r\nNOTE 98 remarks\r\n\r\nintro\r\n"
        "00:01.000 --> 00:04.000 align:start\r\n<v Nora Holt>Ten <b>men</b>\r\n\r\n"
        "01:00:04.000 --> 01:00:06.000\r\n  at &lt;12 feet.\r\n"
    )
    (document,) = documents([put("a.vtt", raw)])
    assert document.text == "Nora Holt: Ten men at <12 feet."
    found = {
        word: (*document.places.at(at), document.places.label(at))
        for word in ("Ten", "men", "at", "12")
        if (at := document.text.index(word)) >= 0
    }
    assert found == {
        "Ten": (7, 14, "00:00:01"),
        "men": (7, 21, "00:00:01"),
        "at": (10, 3, "01:00:04"),
        "12": (10, 10, "01:00:04"),
    }


def test_cues_without_blank_lines_and_numbers():
    assert texts("1\n00:00:01,000 --> 00:00:02,000\nTen men\n2\n00:00:02,000 --> 00:00:03,000\nat sea.") == [
        "Ten men at sea."
    ]


@pytest.mark.parametrize("raw", ["", "Ten men.", "WEBVTT\n\n00:01.000 --> 00:04.000\n\n"])
def test_a_file_without_a_cue_is_an_error(raw):
    with pytest.raises(InputError, match="no subtitles in it"):
        contents(raw.encode(), "a.srt")
