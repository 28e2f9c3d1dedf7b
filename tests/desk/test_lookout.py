"""A folder looked at from another process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.desk import lookout as lookouts
from kiosk.desk.lookout import Lookout
from kiosk.exhibit.reading.stamp import Digests, digests_of
from tests.desk.conftest import edit
from tests.patience import PATIENCE_MS

Begin = Callable[[Digests | None], Lookout]


@pytest.fixture
def begin(qapp: QGuiApplication, content: Path) -> Iterator[Begin]:
    made: list[Lookout] = []

    def begin(known: Digests | None) -> Lookout:
        made.append(Lookout(content, known, 0))
        return made[-1]

    yield begin
    for lookout in made:
        lookout.close()
        lookout.deleteLater()


def test_what_is_not_known_is_told_at_first(begin: Begin, qtbot: QtBot) -> None:
    with qtbot.waitSignal(begin(None).changed, timeout=PATIENCE_MS):
        pass


def test_what_is_known_is_not_told_but_a_change_is(
    begin: Begin, content: Path, qtbot: QtBot
) -> None:
    told: list[None] = []
    lookout = begin(digests_of(content))
    lookout.changed.connect(lambda: told.append(None))
    qtbot.waitUntil(lambda: lookout.answered, timeout=PATIENCE_MS)
    assert told == []
    with qtbot.waitSignal(lookout.changed, timeout=PATIENCE_MS):
        edit(content, "Culloden", "Drumossie")


def test_a_folder_that_hangs_is_logged_and_the_exhibit_goes_on(
    begin: Begin,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    content: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(lookouts, "ANSWER_MS", 0)
    monkeypatch.setattr(lookouts, "MODULE", "tests.desk.hanging")
    lookout = begin(None)
    with qtbot.assertNotEmitted(lookout.changed):
        qtbot.waitUntil(lambda: bool(caplog.messages), timeout=PATIENCE_MS)
    assert caplog.messages == [f"{content} does not answer; what is shown stays"]
    caplog.clear()
