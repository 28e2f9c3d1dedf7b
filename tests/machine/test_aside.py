"""A process beside the picture: orders go to it, answers come back, and its end is told."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.machine.aside import ENDED, Aside
from tests.patience import PATIENCE_MS

ECHOES = """
import sys
for line in sys.stdin:
    print(line, end="", flush=True)
"""

Said = list[dict[str, Any] | str]


@pytest.fixture
def beside() -> Iterator[tuple[Aside, Said]]:
    aside, said = Aside(), list[dict[str, Any] | str]()
    aside.answered.connect(said.append)
    aside.failed.connect(said.append)
    yield aside, said
    aside.close()


def test_orders_go_out_and_answers_come_in(beside: tuple[Aside, Said], qtbot: QtBot) -> None:
    aside, said = beside
    assert aside.start((sys.executable, "-c", ECHOES))
    aside.order(play=1)
    aside.order(stop=True)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=PATIENCE_MS)
    assert said == [{"play": 1}, {"stop": True}]
    assert aside.runs


def test_a_process_that_goes_is_told_once(beside: tuple[Aside, Said], qtbot: QtBot) -> None:
    aside, said = beside
    assert aside.start((sys.executable, "-c", ""))
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert said == [ENDED]
    assert not aside.runs
    aside.order(play=1)  # nobody is there to hear it
    assert said == [ENDED]


def test_an_order_to_one_that_has_gone_unheard_tells_so(beside: tuple[Aside, Said]) -> None:
    aside, said = beside
    others = set(threading.enumerate())
    assert aside.start((sys.executable, "-c", ""))
    for listener in set(threading.enumerate()) - others:
        listener.join(PATIENCE_MS / 1000)
    aside.order(play=1)
    assert said == [ENDED]


def test_one_that_cannot_be_begun_is_told(beside: tuple[Aside, Said]) -> None:
    aside, said = beside
    assert not aside.start(("/nowhere/player",))
    assert said == ["No such file or directory"]


def test_what_is_closed_is_not_heard_any_more(beside: tuple[Aside, Said], qtbot: QtBot) -> None:
    aside, said = beside
    assert aside.start((sys.executable, "-c", ECHOES))
    aside.order(play=1)
    aside.close()
    assert aside.start((sys.executable, "-c", ECHOES))
    aside.order(play=2)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert said == [{"play": 2}]


def test_what_listens_to_a_process_does_not_hold_who_began_it() -> None:
    """Its thread would else send by an object that Qt may have taken down meanwhile."""
    aside = Aside()
    assert aside.start((sys.executable, "-c", ECHOES))
    gone = weakref.ref(aside)
    del aside
    gc.collect()
    assert gone() is None
