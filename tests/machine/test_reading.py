"""A content folder read once: the next start has the same exhibit, and needs no reader."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.exhibit import reader
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine import compiled
from kiosk.machine.reading import reading_of
from tests.meeting import CONTENT, SMALL

BARE = """
import sys
from pathlib import Path
from kiosk import app, closed
from kiosk.machine.reading import reading_of
from kiosk.machine import folders
from kiosk.machine.settings import read_settings
from kiosk.telling.wordbook import words

exhibit = reading_of(Path(sys.argv[1])).exhibit
for language in exhibit.exhibit.languages:
    words(folders.resources() / "words", language)
read_settings(Path(sys.argv[2]))
print(*sorted({"markdown_it", "pydantic", "pydantic_core", "yaml"} & {*sys.modules}))
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "kiosk" / "compiled"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing reads."""

    def refuse(*_: object) -> None:
        raise AssertionError("it was read")

    monkeypatch.setattr(reader, "read_exhibit", refuse)


@pytest.mark.parametrize("folder", [SMALL, CONTENT], ids=["minimal", "handan"])
def test_what_was_read_once_is_the_same_exhibit(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = reading_of(folder)
    whole = read_exhibit(folder)
    unread(monkeypatch)
    assert first == reading_of(folder) == whole
    assert whole.exhibit is not None


def test_content_that_has_changed_is_read(content: Path) -> None:
    before = reading_of(content).exhibit
    file = content / "exhibit.yaml"
    file.write_text(file.read_text("utf-8").replace("licence: ", "licence: not "), "utf-8")
    after = reading_of(content).exhibit
    assert before
    assert after
    assert after.exhibit.licence == f"not {before.exhibit.licence}"


def test_content_in_another_folder_is_the_same(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = reading_of(content)
    other = shutil.copytree(content, tmp_path / "other")
    unread(monkeypatch)
    assert reading_of(Path(other)) == first


def test_a_drawing_that_lacks_is_missed(content: Path) -> None:
    """Reading looks at files too, so that the content is more than its YAML."""
    assert reading_of(content).problems == ()
    named = next(path for path in content.rglob("*") if path.suffix in (".svg", ".geojson"))
    named.unlink()
    assert reading_of(content) == read_exhibit(content)


def test_content_with_a_problem_is_read_each_time(content: Path, cache: Path) -> None:
    (content / "more.yaml").write_text("placess: []\n")
    assert reading_of(content).problems
    assert not cache.exists()


def test_a_damaged_record_is_made_anew(
    content: Path, cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = reading_of(content)
    [file] = cache.iterdir()
    file.write_text("nothing\n{}")
    assert reading_of(content) == first
    assert file.read_text("utf-8").count("Panels") == 1
    caplog.clear()


def test_what_is_no_exhibit_is_read(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "recall", lambda *_: ("a", 1))
    assert reading_of(content) == read_exhibit(content)


def test_a_second_start_imports_no_reader(content: Path, tmp_path: Path) -> None:
    story = content / "story.yaml"
    story.write_text(story.read_text("utf-8").replace("Men who had", "Men who *had*"), "utf-8")
    settings = tmp_path / "settings.yaml"
    settings.write_text("idle_s: 90\nhours: {daily: '10:00-18:00'}\n")
    command = [sys.executable, "-c", BARE, str(content), str(settings)]
    said = [
        subprocess.run(
            command, env=os.environ, capture_output=True, text=True, check=True, timeout=60
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["markdown_it pydantic_core yaml", ""]
