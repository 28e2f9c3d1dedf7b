"""`kiosk render`: a picture of every screen, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.publish import pictures
from kiosk.stage.stage import Stage

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"
TOUR = [
    *("01-attract-1", "02-attract-2", "03-home", "04-playing-1", "05-phases-1", "06-phases-2"),
    *("07-forces", "08-maps", "09-maps-firth", "10-maps-moor", "11-lessons-1", "12-lessons-2"),
    *("13-disagreements-1", "14-card-formations", "15-card-sources", "16-card-places"),
    *("17-card-people", "18-card-terms", "19-sources-phases", "20-sources-maps", "21-key"),
    *("22-positions", "23-events", "24-questions", "25-comfort", "26-warning"),
]
SMALL = (640, 360)
SEEN = ("home", "playing-1", "phases-1")


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    exhibit = read_exhibit(MINIMAL).exhibit
    assert exhibit is not None
    return exhibit


def colours(picture: QImage) -> int:
    spots = ((x, y) for x in range(0, picture.width(), 4) for y in range(0, picture.height(), 4))
    return len({picture.pixel(x, y) for x, y in spots})


def test_every_screen_is_a_picture(qapp: QGuiApplication, exhibit: Exhibit, tmp_path: Path) -> None:
    assert pictures.run(exhibit, MINIMAL, tmp_path, languages=("en",), sizes=(SMALL,))
    names = [f"{name}.en.640x360.png" for name in TOUR]
    assert sorted(file.name for file in tmp_path.iterdir()) == [*names, "27-closed.640x360.png"]
    for file in tmp_path.iterdir():
        picture = QImage(str(file))
        assert (picture.width(), picture.height()) == SMALL
        assert colours(picture) > 10, file.name


def test_pictures_come_out_the_same_again(
    qapp: QGuiApplication,
    exhibit: Exhibit,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = pictures.shots(exhibit)
    chosen = tuple(shot for shot in every if shot.name in ("02-attract-2", "03-home", "07-forces"))
    monkeypatch.setattr(pictures, "shots", lambda *_: (every[0], *chosen))
    for folder in ("one", "two"):
        assert pictures.run(exhibit, MINIMAL, tmp_path / folder, languages=("en",), sizes=(SMALL,))
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name


def test_a_phase_is_shown_at_play_and_then_at_its_own_hour(
    qapp: QGuiApplication, exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [shot for shot in pictures.shots(exhibit) if shot.name[3:] in SEEN]
    seen: list[Stage] = []

    def opened(_: object, stage: Stage) -> QImage:
        seen.append(stage)
        return QImage()

    monkeypatch.setattr(pictures, "at_rest", opened)
    for shot, draw in pictures._toured(exhibit, MINIMAL, chosen, "en", SMALL):
        draw()
        stage = seen[-1]
        playing, moment = stage.playhead.playing, stage.playhead.moment
        phase = exhibit.phases[0]
        told = moment in [event.at for event in phase.events] and moment != phase.moment
        if "playing" in shot.name:
            assert (playing, told) == (True, True)
        elif shot.name.endswith("phases-1"):
            assert (playing, moment) == (False, phase.moment)
    assert len(seen) == len(SEEN)


def test_a_screen_that_fails_is_named_and_the_rest_is_drawn(
    qapp: QGuiApplication,
    exhibit: Exhibit,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, second, *_ = pictures.shots(exhibit)

    def fail(*_: object) -> None:
        raise ValueError("no such screen")

    monkeypatch.setattr(pictures, "shots", lambda *_: (replace(first, open=fail), second))
    assert not pictures.run(exhibit, MINIMAL, tmp_path, languages=("en",), sizes=(SMALL,))
    assert capsys.readouterr().err == "01-attract-1.en.640x360.png: no such screen\n"
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "02-attract-2.en.640x360.png",
        "03-closed.640x360.png",
    ]


def test_large_text_stands_in_the_name(
    qapp: QGuiApplication,
    exhibit: Exhibit,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = next(shot for shot in pictures.shots(exhibit, 200) if shot.name == "03-home")
    usual = next(shot for shot in pictures.shots(exhibit) if shot.name == "03-home")
    names = [[shot.name[3:] for shot in pictures.shots(exhibit, scale)] for scale in (125, 150)]
    assert [name for name in names[1] if name not in names[0]] == ["menu"]
    for scale, shot in ((100, usual), (200, home)):
        monkeypatch.setattr(pictures, "shots", lambda *_, shot=shot: (shot,))
        assert pictures.run(
            exhibit, MINIMAL, tmp_path, languages=("en",), sizes=(SMALL,), text_scale=scale
        )
    large, small = (tmp_path / f"03-home.en.640x360{text}.png" for text in (".text200", ""))
    assert large.read_bytes() != small.read_bytes()


def test_a_folder_that_cannot_be_made(
    exhibit: Exhibit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert not pictures.run(exhibit, MINIMAL, file / "out", languages=("en",))
    assert capsys.readouterr().err == f"{file}/out: Not a directory\n"
