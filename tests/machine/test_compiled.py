"""Records kept from one start to the next: taken whole and of the same sources alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit import model
from kiosk.exhibit.model import Certainty, Source, Words
from kiosk.exhibit.plain import kinds_in, plain, restored
from kiosk.machine import compiled

KINDS = kinds_in(model).values()
SOURCE = Source(id="diary", title=Words({"en": "A diary", "zh": "日记"}), where=Words("Kept"))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "kiosk" / "compiled"


def only(folder: Path) -> Path:
    [file] = folder.iterdir()
    return file


def test_what_was_kept_is_recalled(cache: Path) -> None:
    assert compiled.recall("source", "a: 1", KINDS) is None
    compiled.keep("source", "a: 1", SOURCE)
    assert compiled.recall("source", "a: 1", KINDS) == SOURCE


def test_other_sources_have_other_records(cache: Path) -> None:
    compiled.keep("source", "a: 1", SOURCE)
    assert compiled.recall("source", "a: 2", KINDS) is None
    assert compiled.recall("other", "a: 1", KINDS) is None


def test_other_code_makes_its_own(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled.keep("source", "a: 1", SOURCE)
    monkeypatch.setattr(compiled, "code", lambda: "newer")
    assert compiled.recall("source", "a: 1", KINDS) is None


def test_the_code_is_told_by_what_stands_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("exhibit/model.py", "machine/settings.py", "machine/hours.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A = 1\n")
    (tmp_path / "machine" / "keymap.py").write_text("B = 1\n")
    monkeypatch.setattr(compiled, "CODE", tmp_path)
    before = compiled.code.__wrapped__()
    (tmp_path / "exhibit" / "model.py").write_text("A = 2\n")
    assert compiled.code.__wrapped__() != before


@pytest.mark.parametrize("at", [0, 70, -3])
def test_a_file_with_another_letter_is_made_anew(
    cache: Path, at: int, caplog: pytest.LogCaptureFixture
) -> None:
    compiled.keep("source", "a: 1", SOURCE)
    file = only(cache)
    text = bytearray(file.read_bytes())
    text[at] ^= 1
    file.write_bytes(text)
    assert compiled.recall("source", "a: 1", KINDS) is None
    assert "made anew" in caplog.text
    caplog.clear()


def test_a_file_cut_short_is_made_anew(cache: Path, caplog: pytest.LogCaptureFixture) -> None:
    compiled.keep("source", "a: 1", SOURCE)
    only(cache).write_bytes(only(cache).read_bytes()[:90])
    assert compiled.recall("source", "a: 1", KINDS) is None
    caplog.clear()


def test_a_file_renamed_to_other_sources_is_made_anew(
    cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    compiled.keep("source", "a: 1", SOURCE)
    first = only(cache)
    compiled.keep("source", "a: 2", SOURCE)
    second = next(file for file in cache.iterdir() if file != first)
    first.replace(second)
    assert compiled.recall("source", "a: 2", KINDS) is None
    caplog.clear()


@pytest.mark.parametrize(
    "value",
    [
        ["Source", "diary"],
        ["Source"],
        ["Nobody", 1],
        ["Popen", "true"],
        ["moment", "yesterday"],
        ["mapping", 3],
        ["Certainty", "sure"],
        [],
    ],
)
def test_what_is_no_record_is_not_made(value: Any) -> None:
    with pytest.raises(ValueError, match="is not made of records"):
        restored(value, KINDS)


def test_values_of_every_form_come_back() -> None:
    value = (None, True, 1, 1.5, "", Certainty.NARRATED, dt.datetime(1945, 10, 22, 4), {"a": (1,)})
    assert restored(plain(value), KINDS) == value


def test_what_no_record_holds_is_not_kept() -> None:
    with pytest.raises(TypeError, match="set"):
        plain({1, 2})


def test_only_the_newest_stay(cache: Path) -> None:
    for number in range(compiled.MOST + 3):
        compiled.keep("source", f"a: {number}", SOURCE)
    compiled.keep("other", "a: 1", SOURCE)
    assert len([*cache.glob("source-*")]) == compiled.MOST
    assert len([*cache.glob("other-*")]) == 1


def test_a_folder_that_takes_nothing_only_makes_it_slower(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kiosk").write_text("a file")
    compiled.keep("source", "a: 1", SOURCE)
    assert compiled.recall("source", "a: 1", KINDS) is None
