"""A film tried on this machine, by a process of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.exhibit.files.trial import amiss
from kiosk.workbench.films import RUN, unheld
from tests.media.showing import with_film
from tests.meeting import SMALL, read

FILMS = Path(__file__).parent
UNREAD = b"\0\0\0\x20ftypisom" + bytes(20) + b"\0\0\0\x80moov" + bytes(120)
"""A film whose boxes are whole, and hold nothing."""


@pytest.mark.parametrize(("film", "codec"), [("red-blue.mp4", "H264"), ("red-blue.webm", "VP9")])
def test_a_film_that_plays_is_told_with_its_codec_and_size(film: str, codec: str) -> None:
    said: list[str] = []

    def run(command: Sequence[str]) -> str:
        said.append(RUN(command))
        return said[0]

    assert amiss(FILMS / film, run) == ("", "")
    told = json.loads(said[0])
    assert (told["codec"], told["width"], told["height"]) == (codec, 128, 72)
    assert 0 < told["shown"] <= told["due"]


def test_what_no_codec_reads_is_a_warning_at_its_file(tmp_path: Path) -> None:
    folder = with_film(tmp_path)
    (folder / "red-blue.mp4").write_bytes(UNREAD)
    (found,) = unheld(read(folder), folder)
    assert found.steps == ("pictures", 0, "film", "file")
    assert found.severity == "warning"
    assert found.message.startswith('"red-blue.mp4": is not played by this machine: ')


@pytest.mark.parametrize(
    ("codec", "silent", "heard", "said"),
    [
        ("H264", False, True, ""),
        ("AV1", True, False, ""),
        ("H264", True, True, "has sound, and is said to be silent"),
        ("MPEG4", True, False, "is not played by browsers, on the site (MPEG4)"),
    ],
)
def test_what_others_would_not_see_or_hear_is_told(
    codec: str, silent: bool, heard: bool, said: str
) -> None:
    told = {"codec": codec, "heard": heard, "width": 640, "height": 360, "rate": 25}
    answer = json.dumps(told | {"due": 50, "shown": 50, "broken": ""})
    assert amiss(Path("a.mp4"), lambda _: answer, silent=silent)[0] == said


def test_each_file_is_tried_once() -> None:
    tried: list[str] = []

    def run(command: object) -> str:
        tried.append(str(command))
        return ""

    assert list(unheld(read(SMALL.parent / "galleries"), SMALL.parent / "galleries", run)) == []
    assert len(tried) == len({*tried}) == 5
