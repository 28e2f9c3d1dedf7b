"""Recorded narration, sentence by sentence."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.rules.recordings import MAX_BYTES

Alter = Callable[[str, str, str], Path]

OGG = b"OggS" + bytes(24) + b"OpusHead"
HERE = "story.yaml:5:16: phases[night-march].recording: "
LOST = "the recording is not played"


def told(alter: Alter, recording: str, narration: str = "After dark the army set out.") -> Path:
    lines = f"    recording: {recording}\n" + (f"    narration: {narration}\n" if narration else "")
    return alter("story.yaml", "    short: Night march\n", f"    short: Night march\n{lines}")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.ogg", OGG),
        ("a.opus", OGG),
        ("a.ogg", b"OggS" + bytes(24) + b"\x01vorbis"),
        ("a.OGG", OGG),
        ("a.flac", b"fLaC\0\0\0\x22"),
        ("a.mp3", b"ID3\4\0"),
        ("a.mp3", b"\xff\xfb\x90\x64"),
        ("a.wav", b"RIFF\x24\0\0\0WAVEfmt "),
    ],
)
def test_sound_files_that_can_be_played(alter: Alter, name: str, data: bytes) -> None:
    folder = told(alter, name)
    (folder / name).write_bytes(data)
    reading = read_exhibit(folder, thorough=True)
    assert reading.problems == ()
    assert reading.exhibit is not None
    assert reading.exhibit.phases[0].recording is not None
    assert reading.exhibit.phases[0].recording.in_("en") == name


def test_what_python_writes_is_a_wave_file(alter: Alter) -> None:
    folder = told(alter, "{en: a.wav}")
    with wave.open(str(folder / "a.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(800))
    assert read_exhibit(folder, thorough=True).problems == ()


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.ogg", None, f'{HERE}there is no file "a.ogg" ({LOST})'),
        ("a.ogg", b"ID3", f'{HERE}"a.ogg": holds .mp3 sound ({LOST}; rename it to end in .mp3)'),
        ("a.mp3", b"<html>", f'{HERE}"a.mp3": holds no .mp3 sound ({LOST}; save it anew)'),
        ("a.mp3", b"", f'{HERE}"a.mp3": holds no .mp3 sound ({LOST}; save it anew)'),
        ("a.doc", OGG, f'{HERE}"a.doc": is not a sound file by its name ({LOST}; one of .wav, '
                       ".ogg, .opus, .flac, .mp3)"),
        ("a.ogg", OGG + bytes(MAX_BYTES),
         f'{HERE}"a.ogg": is larger than 20 MB ({LOST}; save it as .ogg (Opus))'),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_played_leaves_the_phase(
    alter: Alter, name: str, data: bytes | None, line: str
) -> None:
    folder = told(alter, name)
    if data is not None:
        (folder / name).write_bytes(data)
    reading = read_exhibit(folder, thorough=True)
    assert [str(problem) for problem in reading.problems] == [line]
    assert reading.exhibit is not None
    assert reading.exhibit.phases[0].recording is None


@pytest.mark.parametrize(
    ("recording", "narration", "line"),
    [
        ("a.ogg", "", f"is not there to be read ({LOST}; write narration: with the words that are "
                      "spoken)"),
        ("{en: a.ogg, fr: a.ogg}", "Out.",
         f'"fr" is not a language of the exhibit ({LOST}; the exhibit has en)'),
        ("{}", "Out.", f"is not recorded in en ({LOST})"),
    ],
)  # fmt: skip
def test_a_recording_is_there_in_each_language_and_can_be_read(
    alter: Alter, recording: str, narration: str, line: str
) -> None:
    folder = told(alter, recording, narration)
    (folder / "a.ogg").write_bytes(OGG)
    (problem,) = read_exhibit(folder).problems
    assert str(problem).endswith(line)


@pytest.mark.parametrize(
    ("file", "old"),
    [("exhibit.yaml", "  licence: CC BY 4.0\n"), ("exhibit.yaml", "    line: Ground and sleep\n")],
)
def test_the_title_and_the_panels_are_shown_without_a_recording(
    alter: Alter, file: str, old: str
) -> None:
    indent = old[: len(old) - len(old.lstrip())]
    folder = alter(file, old, f"{old}{indent}narration: Out.\n{indent}recording: gone.ogg\n")
    reading = read_exhibit(folder)
    assert [problem.message for problem in reading.problems] == ['there is no file "gone.ogg"']
    assert reading.exhibit is not None
