"""Whatever write fails, what was kept before is whole."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from kiosk.desk.shelf import Shelf, is_whole
from kiosk.desk.staff import secret
from kiosk.desk.visits import Visits, read
from kiosk.machine import whole
from kiosk.machine.mirror import NotCopied
from tests.desk.test_visits import DAY, one
from tests.machine.failing import at_every_call

KNOCK = (1, 3, 2, 4, 1, 3)


def test_a_file_is_the_one_before_or_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_bytes(b"before")

    def check(well: bool) -> None:
        held = file.read_bytes()
        assert held in (b"before", b"after")
        assert held == b"after" or not well
        file.write_bytes(b"before")

    assert at_every_call(lambda: whole.write(file, b"after", safe=True), check) == 4


def test_content_is_the_version_before_or_the_new_one(content: Path) -> None:
    shelf = Shelf(content)
    shelf.keep(shelf.copy().folder)
    before = shelf.good
    assert before is not None
    number = 0

    def take() -> None:
        nonlocal number
        number += 1
        with open(content / "note.yaml", "w") as note:  # the author's disk is another
            note.write(f"# {number}")
        try:
            copy = shelf.copy()
        except NotCopied as error:
            raise OSError(str(error)) from None
        if copy.not_kept:
            shutil.rmtree(copy.folder)
            raise OSError(copy.not_kept)
        shelf.keep(copy.folder)

    def check(well: bool) -> None:
        good = Shelf(content).good
        assert good is not None
        assert is_whole(good)
        assert (good / "exhibit.yaml").read_bytes() == (content / "exhibit.yaml").read_bytes()
        shelf.sweep()

    assert at_every_call(take, check) > 5


def test_a_pin_is_the_one_before_or_the_new_one(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_STAFF", str(tmp_path / "staff.json"))
    secret.write("1111", KNOCK)

    def check(well: bool) -> None:
        kept = secret.read()
        assert secret.is_right(kept, "2222" if well else "1111") or not well
        assert secret.is_right(kept, "1111") or secret.is_right(kept, "2222")

    assert at_every_call(lambda: secret.write("2222", KNOCK), check) > 3


def test_a_full_disk_costs_the_visit_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "visits.db"
    kept = Visits(file, DAY)
    kept.add(DAY, one())
    assert kept._ledger._file is not None
    (pages,) = kept._ledger._file.execute("PRAGMA page_count").fetchone()
    kept._ledger._file.execute(f"PRAGMA max_page_count = {pages}")
    full = one("x" * 9000)
    kept.add(DAY, full)
    assert "database or disk is full" in caplog.text
    kept._ledger._file.execute("PRAGMA max_page_count = 100000")
    kept.add(DAY + dt.timedelta(days=1), one())
    kept.close()
    found = read(file)
    assert found[DAY].of("language") == {"en": 1}
    assert found[DAY + dt.timedelta(days=1)].of("language") == {"en": 1}
    caplog.clear()
