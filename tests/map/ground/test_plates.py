"""The base map's pictures: painted when the camera needs one, and only then."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.map.camera import MapCamera
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import CONTRAST
from kiosk.map.ground.plates import PlatePictures, Plates
from tests.patience import PATIENCE_MS

HERE = (114.0, 34.0, 116.0, 36.0)


class CountingMap:
    def __init__(self) -> None:
        self.painted: list[tuple[Frame, frozenset[str]]] = []

    def paint(self, frame: Frame, hidden: frozenset[str] = frozenset()) -> QImage:
        self.painted.append((frame, hidden))
        return QImage(4, 4, QImage.Format.Format_RGB32)


@pytest.fixture
def base() -> CountingMap:
    return CountingMap()


@pytest.fixture
def camera() -> MapCamera:
    made = MapCamera((110.0, 30.0, 120.0, 40.0))
    made.setScreen(1280, 720, 0, 0, 1280, 720)
    made.jump_to(HERE)
    return made


@pytest.fixture
def plates(qapp: QGuiApplication, base: CountingMap, camera: MapCamera) -> Plates:
    made = Plates(lambda: cast(BaseMap, base), camera, threaded=False)
    made.draw(frozenset(), 5.0)
    return made


def covers(plates: Plates, camera: MapCamera) -> bool:
    """Whether the near plate lies under the whole screen."""
    left, top = camera.originX, camera.originY
    right, bottom = left + 1280 / camera.scale, top + 720 / camera.scale
    near = plates.near
    return bool(
        near.source
        and near.originX <= left + 1e-3
        and near.originY <= top + 1e-3
        and near.originX + near.spanX >= right - 1e-3
        and near.originY + near.spanY >= bottom - 1e-3
    )


def test_a_rest_is_covered_by_a_sharp_picture(plates: Plates, camera: MapCamera) -> None:
    assert covers(plates, camera)
    assert plates.whole.source
    frame = plates.near.frame
    assert frame is not None
    assert frame.px_per_km == pytest.approx(camera.scale)


def test_a_quick_hand_finds_ground_around_the_sharp_picture(
    plates: Plates, camera: MapCamera
) -> None:
    around, near = plates.around, plates.near.frame
    assert near is not None
    assert around.frame is not None
    across = 1280 / camera.scale
    assert around.originX <= camera.originX - 0.9 * across
    assert around.originX + around.spanX >= camera.originX + 1.9 * across
    assert around.frame.width * around.frame.height < near.width * near.height
    before = around.source
    camera.pan(300, 0)
    assert around.source == before
    camera.pan(900, 0)
    assert around.source != before


@pytest.mark.parametrize(("dx", "painted"), [(40, False), (-40, False), (900, True)])
def test_a_short_drag_needs_no_new_picture(
    plates: Plates, camera: MapCamera, base: CountingMap, dx: float, painted: bool
) -> None:
    before = len(base.painted)
    camera.pan(dx, 0)
    assert (len(base.painted) > before) is painted
    assert covers(plates, camera)


@pytest.mark.parametrize(("factor", "painted"), [(1.1, False), (1.5, True), (0.5, True)])
def test_a_zoom_is_painted_anew_when_it_would_blur(
    plates: Plates, camera: MapCamera, base: CountingMap, factor: float, painted: bool
) -> None:
    before = len(base.painted)
    camera.zoom(factor, 640, 360)
    assert (len(base.painted) > before) is painted
    assert covers(plates, camera)


def test_a_view_that_is_flown_to_is_painted_at_its_own_scale(
    plates: Plates, camera: MapCamera, base: CountingMap
) -> None:
    before = len(base.painted)
    camera.jump_to((114.1, 34.1, 115.9, 35.9))
    assert len(base.painted) > before
    frame = plates.near.frame
    assert frame is not None
    assert frame.px_per_km == pytest.approx(camera.scale)


def test_a_flight_is_painted_for_its_end_before_it_is_there(
    plates: Plates, camera: MapCamera
) -> None:
    camera.fly_to((111.0, 31.0, 112.0, 32.0))
    frame = plates.near.frame
    assert frame is not None
    assert frame.px_per_km == pytest.approx(camera.destination.scale)
    assert plates.past.source
    for step in range(11):
        camera.fly(step / 10)
    assert covers(plates, camera)
    assert plates.past.source == ""


def test_hidden_layers_are_painted_without(plates: Plates, base: CountingMap) -> None:
    plates.draw(frozenset({"rivers"}), 5.0)
    assert base.painted[-1][1] == frozenset({"rivers"})
    before = len(base.painted)
    plates.draw(frozenset({"rivers"}), 5.0)
    assert len(base.painted) == before


def test_pictures_that_are_no_longer_shown_are_let_go(plates: Plates, camera: MapCamera) -> None:
    first = plates.near.source.rpartition("/")[2]
    assert not plates.pictures.picture(first).isNull()
    for west in (111.0, 112.0, 113.0):
        camera.jump_to((west, 31.0, west + 0.5, 31.5))
    assert plates.pictures.picture(first).isNull()
    assert plates.past.source == ""
    for plate in (plates.near, plates.around, plates.whole):
        assert not plates.pictures.picture(plate.source.rpartition("/")[2]).isNull()


def test_it_tells_when_all_is_sharp(plates: Plates, camera: MapCamera) -> None:
    settled: list[Any] = []
    plates.settled.connect(lambda: settled.append(True))
    camera.pan(900, 0)
    assert len(settled) == 1
    camera.pan(1, 0)
    assert len(settled) == 1


def test_threads_paint_the_same(qapp: QGuiApplication, camera: MapCamera, qtbot: Any) -> None:
    base = CountingMap()
    plates = Plates(lambda: cast(BaseMap, base), camera)
    with qtbot.waitSignal(plates.settled, timeout=PATIENCE_MS):
        plates.draw(frozenset(), 5.0)
    assert covers(plates, camera)
    plates.close()


def test_a_flight_has_its_first_frame_before_anything_is_painted(
    qapp: QGuiApplication, camera: MapCamera, qtbot: Any
) -> None:
    base = CountingMap()
    plates = Plates(lambda: cast(BaseMap, base), camera)
    with qtbot.waitSignal(plates.settled, timeout=PATIENCE_MS):
        plates.draw(frozenset(), 5.0)
    before = len(base.painted)
    camera.fly_to((111.0, 31.0, 112.0, 32.0))
    assert not plates._busy
    with qtbot.waitSignal(plates.near.changed, timeout=PATIENCE_MS):
        assert len(base.painted) == before
    assert plates.near.frame is not None
    assert plates.near.frame.px_per_km == pytest.approx(camera.destination.scale)
    plates.close()


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0])
def test_a_picture_is_as_fine_as_the_screen(
    plates: Plates, camera: MapCamera, base: CountingMap, ratio: float
) -> None:
    plates.setProperty("pixelRatio", ratio)
    assert covers(plates, camera)
    frame = plates.near.frame
    assert frame is not None
    assert frame.px_per_km == pytest.approx(camera.scale * ratio)
    assert frame.px_per_mm == pytest.approx(5.0 * ratio)
    before = len(base.painted)
    camera.pan(40, 0)
    assert len(base.painted) == before


def test_other_colours_are_painted_anew_and_once(plates: Plates, base: CountingMap) -> None:
    plates.draw(frozenset(), 5.0, CONTRAST)
    frame = plates.near.frame
    assert frame is not None
    assert frame.palette is CONTRAST
    before = len(base.painted)
    plates.draw(frozenset(), 5.0, CONTRAST)
    assert len(base.painted) == before


def test_under_another_picture_the_whole_ground_alone_is_kept(
    plates: Plates, base: CountingMap, camera: MapCamera
) -> None:
    assert plates.near.source
    assert plates.around.source
    plates.hold(True)
    assert (plates.near.source, plates.around.source) == ("", "")
    assert plates.whole.source
    painted = len(base.painted)
    camera.jump_to((114.2, 34.2, 115.0, 35.0))
    assert len(base.painted) == painted
    plates.hold(False)
    assert covers(plates, camera)


def test_two_kiosks_of_a_process_have_no_address_in_common() -> None:
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    one, other = PlatePictures(), PlatePictures()
    numbers = [pictures.keep(picture) for pictures in (one, other, one, other)]
    assert len(set(numbers)) == 4
    assert one.picture(numbers[1]).isNull()
