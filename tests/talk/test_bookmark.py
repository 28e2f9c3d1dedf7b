"""Where a talk stood is kept whole, found again soon after, and gone once the talk was ended."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.talk.bookmark import FRESH, Left, read_bookmark, remove_bookmark, write_bookmark
from kiosk.talk.delivery import Bookmark
from tests.meeting import SMALL
from tests.talk.conftest import Speak

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


# ------------------------------------------------------------ taken up again


def test_a_talk_that_broke_off_goes_on_where_it_was(
    speak: Speak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "talk.json"
    broken = speak(bookmark=file)
    broken.open("phases/crossing")
    broken.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_L)
    kept = file.read_text("utf-8")

    again = speak(bookmark=file)
    again.await_sight(lambda: again.word("talk_left") in again.texts())
    again.press(Qt.Key.Key_PageDown)
    assert (again.show, again.place[1]) == ("phases/crossing", 2)
    assert again.stage.preferences.language == "zh"
    assert json.loads(file.read_text("utf-8"))["bookmark"] == json.loads(kept)["bookmark"]


def test_where_nothing_can_be_kept_the_talk_goes_on_and_says_so_once(
    speak: Speak, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    file = tmp_path / "file" / "talk.json"
    speaker = speak(SMALL, bookmark=file)
    speaker.press(*[Qt.Key.Key_PageDown] * 3)
    assert caplog.messages[-1:] == [f"{file}: File exists; a talk that breaks off starts anew"]
    assert sum("breaks off" in said for said in caplog.messages) == 1
    assert speaker.place == (3, 0)
    caplog.clear()


def test_a_talk_that_was_ended_is_not_offered(speak: Speak, tmp_path: Path) -> None:
    file = tmp_path / "talk.json"
    speaker = speak(SMALL, bookmark=file)
    speaker.press(Qt.Key.Key_PageDown)
    assert file.exists()
    speaker.lectern.end()
    assert not file.exists()
