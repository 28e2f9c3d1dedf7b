"""Starts without a picture clear the caches; one with a picture forgets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.desk import starts


@pytest.fixture
def cache(state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kept = tmp_path / "cache" / "kiosk" / "qmlcache"
    kept.mkdir(parents=True)
    (kept.parents[1] / "others").mkdir()
    return kept


def test_the_third_start_after_two_in_vain_clears_the_caches(
    cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    starts.begin()
    starts.begin()
    assert cache.exists()
    starts.begin()
    assert not cache.exists()
    assert [path.name for path in cache.parents[1].iterdir()] == ["others"]
    assert "2 starts have come to no picture" in caplog.text
    caplog.clear()


def test_a_picture_forgets_them(cache: Path) -> None:
    for _ in range(5):
        starts.begin()
        starts.succeed()
    assert cache.exists()


def test_a_file_that_holds_no_number_counts_nothing(cache: Path, state: Path) -> None:
    starts.begin()
    (state / "campaign-kiosk" / "starts").write_bytes(b"\xff\0")
    starts.begin()
    assert cache.exists()


def test_a_disk_that_takes_nothing_stops_no_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    starts.begin()
    starts.succeed()
