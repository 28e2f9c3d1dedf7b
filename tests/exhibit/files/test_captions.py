"""Captions as WebVTT files have them, and the sentence for each fault."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.files.captions import CaptionsError, Cue, caption_at, read_captions

WHOLE = """\ufeffWEBVTT - a film

STYLE
::cue { color: red }

NOTE nobody reads this
00:00.000 --> 00:01.000

1
00:01.000 --> 00:04.500 align:left
<v Ma>It rains &amp; rains.</v>

00:00:04.500 --> 01:00:05.000
Two lines,
<i>one</i> slanted.
"""
TIME = "00:01.000 --> 00:02.000"


def written(folder: Path, text: str) -> Path:
    file = folder / "a.vtt"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_file_is_read(tmp_path: Path, ends: str) -> None:
    file = tmp_path / "a.vtt"
    file.write_bytes(WHOLE.replace("\n", ends).encode())
    assert read_captions(file) == (
        Cue(1000, 4500, "It rains & rains."),
        Cue(4500, 3_605_000, "Two lines,\none slanted."),
    )


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("", "is no WebVTT", "its first line is WEBVTT; a program for captions saves .srt as .vtt"),
        ("1\n00:00:01,000 --> 00:00:02,000\nHello", "is no WebVTT",
         "its first line is WEBVTT; a program for captions saves .srt as .vtt"),
        ("WEBVTT\n", "holds no caption", "each is a line 00:01.000 --> 00:04.000, and text"),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nHello", "line 3: says no time from and to",
         "such as 00:01.000 --> 00:04.000"),
        ("WEBVTT\n\nHello", "line 4: says no time from and to", "such as 00:01.000 --> 00:04.000"),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nHello", "line 3: ends before it begins", ""),
        (f"WEBVTT\n\n{TIME}\nHello\n\n00:00.500 --> 00:02.000\nOh",
         "line 6: begins before the caption above it", ""),
        (f"WEBVTT\n\nfirst\n{TIME}\n<i></i>", "line 4: has no text", ""),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, said: str, hint: str) -> None:
    with pytest.raises(CaptionsError) as fault:
        read_captions(written(tmp_path, text))
    assert (str(fault.value), fault.value.hint) == (said, hint)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_bytes(b"WEBVTT\n\n\xff\xfe")
    with pytest.raises(CaptionsError, match="is not written in UTF-8"):
        read_captions(tmp_path / "a.vtt")
    with pytest.raises(CaptionsError, match="can't be read: No such file"):
        read_captions(tmp_path / "b.vtt")


@given(st.text())
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.vtt"
    file.write_bytes(f"WEBVTT\n\n{text}".encode("utf-8", "surrogatepass"))
    with contextlib.suppress(CaptionsError):
        assert all(cue.begins < cue.ends for cue in read_captions(file))


def test_a_caption_is_seen_in_its_time() -> None:
    cues = (Cue(0, 1000, "one"), Cue(900, 2000, "two"), Cue(3000, 4000, "three"))
    assert [caption_at(cues, ms) for ms in (0, 950, 1000, 2500, 3999, 4000)] == [
        "one", "one\ntwo", "two", "", "three", ""
    ]  # fmt: skip
