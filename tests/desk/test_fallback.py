"""What `kiosk run` shows first: the content that was good last, else a copy of the folder."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from pathlib import Path

import pytest

from kiosk.desk import fallback
from kiosk.desk.fallback import as_it_is, last_good
from kiosk.desk.shelf import SUMS, Shelf
from kiosk.exhibit.reading.files import files_in
from kiosk.exhibit.reading.stamp import digests_of, stamp_of
from kiosk.machine import mirror
from tests.desk.conftest import edit


def kept(content: Path) -> Path:
    shelf = Shelf(content)
    return shelf.keep(shelf.copy().folder)


def is_copy(shown: Path, content: Path) -> bool:
    return shown != content and (stamp_of(shown), digests_of(shown)) == (
        stamp_of(content),
        digests_of(content),
    )


@pytest.mark.parametrize("show", [last_good, as_it_is])
def test_without_a_good_one_a_copy_of_the_folder_is_shown(
    content: Path, show: Callable[[Path], fallback.Shown]
) -> None:
    shown, reading = show(content)
    assert is_copy(shown, content)
    assert reading.exhibit is not None


def test_a_folder_that_is_none_is_said_to_be_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert last_good(tmp_path / "none")[1].exhibit is None
    assert capsys.readouterr().err == f".:1:1: {tmp_path / 'none'}: is not a folder\n"


def test_what_cannot_be_copied_is_shown_from_where_it_lies(
    content: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(shutil, "copy2", full)
    shown, reading = last_good(content)
    assert shown == content
    assert reading.exhibit is not None
    said = f"{content} is shown from where it lies: No space left on device"
    assert caplog.messages == [said]
    caplog.clear()


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
    assert is_copy(shown, content)
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
def woken(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Every folder listed to be copied is on a share that hangs until this comes."""
    woken = threading.Event()
    monkeypatch.setattr(mirror, "files_in", lambda folder: woken.wait() and files_in(folder))
    yield woken
    woken.set()


@pytest.mark.usefixtures("woken")
def test_a_share_that_hangs_keeps_no_good_content_from_the_screen(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as answering:
        answering.setattr(mirror, "files_in", files_in)
        good = kept(content)
    monkeypatch.setattr(fallback, "_taken", lambda _: pytest.fail("the folder was asked"))
    assert last_good(content)[0] == good


@pytest.mark.parametrize(
    ("is_kept", "answers_s", "shows_kept", "asked"),
    [
        (True, 1, False, [fallback.ANSWER_S]),
        (True, 99, True, [fallback.ANSWER_S]),
        (False, 1, False, [fallback.ANSWER_S]),
        (False, 20, False, [fallback.ANSWER_S, fallback.PATIENCE_S]),
    ],
)
def test_who_takes_no_changes_gets_the_folder_or_the_last_good_content(
    content: Path,
    woken: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    is_kept: bool,
    answers_s: float,
    shows_kept: bool,
    asked: list[float],
) -> None:
    with monkeypatch.context() as answering:
        answering.setattr(mirror, "files_in", files_in)
        good = kept(content) if is_kept else None
    waits: list[float] = []

    def within(taken: Sequence[Future[fallback.Shown]], seconds: float) -> None:
        waits.append(seconds)
        if answers_s <= seconds:
            woken.set()
            wait(taken)

    monkeypatch.setattr(fallback, "wait", within)
    shown, reading = as_it_is(content)
    assert shown == good if shows_kept else is_copy(shown, content)
    assert reading.exhibit is not None
    assert waits == asked
    said = f"{content} does not answer; what was last found clean is shown"
    assert caplog.messages == ([said] if shows_kept else [])
    caplog.clear()


@pytest.mark.usefixtures("woken")
@pytest.mark.parametrize(("show", "hint"), [(last_good, " (it is waited for)"), (as_it_is, "")])
def test_a_share_that_hangs_at_first_is_said_to(
    content: Path,
    show: Callable[[Path], fallback.Shown],
    hint: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(fallback, "wait", lambda taken, seconds: None)
    shown, reading = show(content)
    assert (shown, reading.exhibit) == (content, None)
    assert capsys.readouterr().err == f".:1:1: {content}: does not answer{hint}\n"
