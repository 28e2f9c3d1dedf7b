"""What `kiosk run` shows first: the content that was good last, else the folder as it is."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.desk import fallback
from kiosk.desk.fallback import last_good
from kiosk.desk.shelf import SUMS, Shelf
from kiosk.exhibit.reading import stamp
from tests.desk.conftest import edit


def kept(content: Path) -> Path:
    shelf = Shelf(content)
    return shelf.keep(shelf.copy().folder)


def test_without_a_good_one_the_folder_is_shown(content: Path) -> None:
    shown, reading = last_good(content)
    assert shown == content
    assert reading.exhibit is not None


def test_a_broken_entry_hides_itself_alone(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = last_good(content)[1].exhibit
    edit(content, "kind: town", "kind: twon", "forces.yaml")
    reading = last_good(content)[1]
    assert before is not None
    assert reading.exhibit is not None
    assert len(reading.exhibit.places) == len(before.places) - 1
    assert '"twon" is not one of' in capsys.readouterr().err


@pytest.mark.parametrize("harm", ["mistake", "emptied", "gone"])
def test_a_good_one_outlives_what_becomes_of_the_folder(content: Path, harm: str) -> None:
    good = kept(content)
    if harm == "mistake":
        edit(content, "exhibit:", "exibit:")
    else:
        shutil.rmtree(content)
        if harm == "emptied":
            content.mkdir()
    shown, reading = last_good(content)
    assert shown == good
    assert reading.exhibit is not None
    assert reading.problems == ()


def test_a_good_one_that_is_good_no_longer_gives_way(content: Path) -> None:
    good = kept(content)
    edit(good, "exhibit:", "exibit:")
    (good / SUMS).unlink()
    shown, reading = last_good(content)
    assert shown == content
    assert reading.exhibit is not None


def test_the_copy_before_a_damaged_one_is_shown_though_the_folder_is_gone(
    content: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = kept(content), kept(content)
    (second / "exhibit.yaml").write_bytes(b"")
    shutil.rmtree(content)
    shown, reading = last_good(content)
    assert shown == first
    assert reading.exhibit is not None
    assert caplog.messages == [f"the kept content {second} is damaged"]
    caplog.clear()


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every folder listed as content is a share that hangs."""
    woken = threading.Event()
    monkeypatch.setattr(stamp, "files_in", lambda _: woken.wait() and ([], []))
    monkeypatch.setattr(fallback, "ANSWER_S", 0.0)
    yield
    woken.set()


def test_a_share_that_hangs_keeps_no_good_content_from_the_screen(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = kept(content)
    monkeypatch.setattr(fallback, "answers", lambda _: pytest.fail("the folder was asked"))
    monkeypatch.setattr(fallback, "read", lambda _: pytest.fail("the folder was read"))
    assert last_good(content)[0] == good


@pytest.mark.parametrize(
    ("is_kept", "answers_s", "shows_kept", "asked"),
    [
        (True, 1, False, [None]),
        (True, 99, True, [None]),
        (False, 1, False, [None]),
        (False, 20, False, [None, fallback.PATIENCE_S]),
    ],
)
def test_who_takes_no_changes_gets_the_folder_or_the_last_good_content(
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    is_kept: bool,
    answers_s: float,
    shows_kept: bool,
    asked: list[float | None],
) -> None:
    good = kept(content) if is_kept else None
    waits: list[float | None] = []

    def answers(folder: Path, seconds: float | None = None) -> bool:
        waits.append(seconds)
        return answers_s <= (seconds or fallback.ANSWER_S)

    monkeypatch.setattr(fallback, "answers", answers)
    shown, reading = fallback.as_it_is(content)
    assert shown == (good if shows_kept else content)
    assert reading.exhibit is not None
    assert waits == asked
    said = f"{content} does not answer; what was last found clean is shown"
    assert caplog.messages == ([said] if shows_kept else [])
    caplog.clear()


@pytest.mark.usefixtures("silent")
def test_a_share_that_hangs_at_first_is_waited_for(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fallback, "read", lambda _: pytest.fail("the folder was read"))
    shown, reading = last_good(content)
    assert (shown, reading.exhibit) == (content, None)
    assert capsys.readouterr().err == f".:1:1: {content}: does not answer (it is waited for)\n"
