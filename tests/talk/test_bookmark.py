"""Where a talk stood is kept whole, found again soon after, and gone once the talk was ended."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kiosk.talk.bookmark import FRESH, Left, read_bookmark, remove_bookmark, write_bookmark
from kiosk.talk.delivery import Bookmark

NOW = dt.datetime(2025, 3, 4, 10, 30)
LEFT = Left("short", "en", NOW, Bookmark(slide=3, show="phases/a", step=2, seconds=61.5))


@pytest.mark.parametrize(
    ("talk", "passed", "found"),
    [
        ("short", dt.timedelta(0), LEFT),
        ("short", FRESH, LEFT),
        ("short", FRESH + dt.timedelta(seconds=1), None),
        ("short", dt.timedelta(minutes=-1), None),  # the clock was set back
        ("long", dt.timedelta(0), None),
    ],
)
def test_which_talk_is_found_again(
    tmp_path: Path, talk: str, passed: dt.timedelta, found: Left | None
) -> None:
    file = tmp_path / "state" / "talk.json"
    write_bookmark(file, LEFT)
    assert read_bookmark(file, talk, NOW + passed) == found
    assert list(file.parent.iterdir()) == [file]


def test_an_ended_talk_leaves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "talk.json"
    write_bookmark(file, LEFT)
    remove_bookmark(file)
    remove_bookmark(file)
    assert read_bookmark(file, "short", NOW) is None
    assert list(tmp_path.iterdir()) == []


ENDLESS = json.dumps(
    {
        "talk": "short",
        "language": "en",
        "at": NOW.isoformat(),
        "bookmark": {"slide": float("inf"), "show": "", "step": 0, "seconds": 0.0},
    }
)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"at": "soon"}', '{"at": 3}', ENDLESS, "[" * 200_000]
)
def test_a_file_that_is_not_sound_starts_anew(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "talk.json"
    file.write_text(text, "utf-8")
    assert read_bookmark(file, "short", NOW) is None
    (said,) = caplog.messages
    assert said.startswith(f"{file}: the talk starts anew: ")
    caplog.clear()


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OSError, match="file"):
        write_bookmark(tmp_path / "file" / "talk.json", LEFT)
