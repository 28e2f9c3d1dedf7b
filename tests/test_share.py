"""What runs goes on while the share with its content hangs, and never asks that itself."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from kiosk import app, cli
from kiosk.app import Kiosk
from kiosk.desk import intake
from kiosk.machine.settings import Settings
from kiosk.map.ground.basemap import BaseMap, state_of
from kiosk.stage.images.drawings import DrawingPictures
from kiosk.talk.lectern import Lectern
from tests.meeting import SMALL, read
from tests.patience import PATIENCE_MS
from tests.share import Share, share, touches  # noqa: F401  a fixture

SIZE = (1280, 720)
PICTURED = """
pictures:
  - id: drawing
    name: Drawing
    file: drawing.svg
    alt: One half
    credit: Made here
    sources: [outline]
  - id: photograph
    name: Photograph
    file: photograph.png
    alt: Teal
    credit: Made here
    sources: [outline]
talks:
  - id: pictured
    name: Pictures
    minutes: 2
    slides: [{show: title}, {show: pictures/drawing}, {show: pictures/photograph}]
"""


@pytest.fixture
def content(qapp: QGuiApplication, tmp_path: Path) -> Path:
    """A small exhibit with a layer, a drawing and a photograph."""
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    (content / "pictured.yaml").write_text(PICTURED, "utf-8")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
    (content / "drawing.svg").write_text(svg, "utf-8")
    photograph = QImage(400, 300, QImage.Format.Format_RGB32)
    photograph.fill(QColor("teal"))
    assert photograph.save(str(content / "photograph.png"))
    return content


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The pictures and layers that have been read."""
    painted: set[str] = set()
    paint, load = DrawingPictures.picture, BaseMap.__init__

    def picture(self: DrawingPictures, address: str) -> QImage:
        image = paint(self, address)
        assert not image.isNull()
        painted.add(address.partition("/")[0])
        return image

    def loaded(self: BaseMap, *given: object) -> None:
        load(self, *given)  # type: ignore[arg-type]
        painted.update(layer.id for layer, _ in self.layers)

    monkeypatch.setattr(DrawingPictures, "picture", picture)
    monkeypatch.setattr(BaseMap, "__init__", loaded)
    return painted


Way = Callable[[Path], int]


def visit(folder: Path, *, watch: bool) -> int:
    return cli.show(folder, Settings(sound=False, watch=watch), SIZE, lobby=False)


def talk(folder: Path) -> int:
    return cli.main(["present", str(folder), "--windowed", "--notes"])


ways = pytest.mark.parametrize(
    "way",
    [partial(visit, watch=True), partial(visit, watch=False), talk],
    ids=["visit", "visit that takes no changes", "talk"],
)

Run = Callable[[Way, Path, AbstractContextManager[object]], None]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, painted: set[str]) -> Iterator[Run]:
    """Runs an exhibit, and opens within a context all that has to be read."""
    kiosks: list[Kiosk] = []
    lecterns: list[Lectern] = []
    show, stand = Kiosk.show, Lectern.show

    def shown(kiosk: Kiosk) -> None:
        kiosks.append(kiosk)
        show(kiosk)

    def stands(lectern: Lectern) -> None:
        lecterns.append(lectern)
        stand(lectern)

    monkeypatch.setattr(Kiosk, "show", shown)
    monkeypatch.setattr(Lectern, "show", stands)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(cli, "collect_later", lambda kiosk: None)
    monkeypatch.setattr(intake, "FIRST_MS", 0)

    def open_picture(key: str) -> None:
        for kiosk in kiosks:
            kiosk.stage.session.touch()
            kiosk.stage.navigation.openCard(f"pictures/{key}")
        for lectern in lecterns:
            shows = [slide.show for slide in lectern.delivery.slides]
            lectern.delivery.jump(shows.index(f"pictures/{key}"))

    def live(within: AbstractContextManager[object]) -> int:
        for kiosk in kiosks:
            kiosk.window.releaseResources()  # Qt keeps what an earlier test has painted
        with within:
            for key in ("drawing", "photograph"):
                open_picture(key)
                qtbot.waitUntil(lambda key=key: key in painted, timeout=PATIENCE_MS)  # type: ignore[misc]
            qtbot.waitUntil(lambda: "nairn-water" in painted, timeout=PATIENCE_MS)
        return 0

    def run(way: Way, folder: Path, within: AbstractContextManager[object]) -> None:
        lived: Future[int] = Future()

        def until() -> int:
            try:
                lived.set_result(live(within))
            except BaseException as error:  # all is taken down before the test fails
                lived.set_exception(error)
            return 0

        monkeypatch.setattr(app, "live", until)
        assert way(folder) == lived.result() == 0

    yield run
    kiosks.clear()
    lecterns.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@ways
def test_the_window_never_asks_the_folder(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    with touches(content, monkeypatch) as found:
        run(way, content, nullcontext())
    assert found == []


@ways
def test_what_runs_goes_on_while_the_share_hangs(
    run: Run,
    content: Path,
    share: Callable[[Path], Share],  # noqa: F811
    way: Way,
) -> None:
    shared = share(content)
    run(way, shared.folder, shared.hanging())


def test_the_guard_sees_what_it_guards_against(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with touches(content, monkeypatch) as found:
        state_of(read(content).map, content)
    assert str(content / "exhibit.yaml") in found
    assert str(content / "map" / "river.geojson") in found
