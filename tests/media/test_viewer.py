"""The viewer of an enlarged picture: what of it is seen, and which tiles, at any size."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
import pyvips
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QColor, QImage

from kiosk.exhibit.files.deepzoom import DeepZoom
from kiosk.media.viewer import View, tiles_of, whole
from kiosk.workbench.tiling import NotTiled, tile
from tests.media.showing import with_film, with_scan
from tests.meeting import Meet
from tests.window import walk

SCAN = DeepZoom(2500, 1200, 512, 0, "jpg", Path("/scan_files"))
ROOM = (1000.0, 600.0)

sizes = st.floats(1, 30_000)
rooms = st.tuples(st.floats(200, 4000), st.floats(200, 4000))


def test_all_of_a_picture_stands_in_the_middle_of_its_room() -> None:
    assert whole(2500, 1200, ROOM) == View(0, 60, 1000, 480, ROOM)
    assert whole(600, 1200, ROOM) == View(350, 0, 300, 600, ROOM)


@given(sizes, sizes, rooms, st.floats(1, 40), st.floats(0, 1), st.floats(0, 1))
def test_what_is_enlarged_about_a_point_fills_the_room(
    width: float, height: float, room: tuple[float, float], factor: float, x: float, y: float
) -> None:
    view = whole(width, height, room).zoomed(factor, x * room[0], y * room[1])
    for at, size, length in ((view.left, view.across, room[0]), (view.top, view.down, room[1])):
        if size >= length:
            assert at <= 1e-6
            assert at + size >= length - 1e-6
        else:
            assert at == pytest.approx((length - size) / 2)


@given(st.floats(1, 12), st.floats(0, 1), st.floats(0, 1), st.sampled_from([1.0, 1.5, 2.0]))
def test_the_tiles_that_are_seen_cover_what_is_seen(
    factor: float, x: float, y: float, ratio: float
) -> None:
    view = whole(2500, 1200, ROOM).zoomed(factor, x * ROOM[0], y * ROOM[1])
    tiles = [*tiles_of(SCAN, view, ratio)]
    assert len({tile.key for tile in tiles}) == len(tiles) <= 60
    left, top = max(0.0, -view.left), max(0.0, -view.top)
    seen = (min(ROOM[0], view.across) * min(ROOM[1], view.down)) if factor else 0
    covered = 0.0
    for one in tiles:
        wide = min(one.fromLeft + one.across, left + ROOM[0]) - max(one.fromLeft, left)
        high = min(one.fromTop + one.down, top + ROOM[1]) - max(one.fromTop, top)
        covered += max(0.0, wide) * max(0.0, high)
    assert covered == pytest.approx(seen, rel=1e-6)


def test_a_level_is_as_fine_as_the_glass() -> None:
    view = whole(2500, 1200, ROOM)
    levels = [
        {one.key.split("/")[0] for one in tiles_of(SCAN, view.zoomed(factor, 0, 0), ratio)}
        for factor, ratio in ((1, 1), (1, 2), (2, 1), (8, 2))
    ]
    assert levels == [{"11"}, {"12"}, {"12"}, {"12"}]  # 1250, 2500, and never more


def test_a_touch_enlarges_a_picture_to_its_finest_tiles(meet: Meet, tmp_path: Path) -> None:
    visitor = meet(with_scan(tmp_path))
    visitor.stand_still()
    visitor.wake()
    visitor.stage.navigation.openCard("pictures/moor")
    visitor.settle()
    visitor.touch(visitor.button("Enlarge: Moor"))
    visitor.settle()
    assert visitor.stage.navigation.sheet == "picture"
    assert not visitor.has_button("To the north")  # nothing to move while all is seen
    while visitor.has_button("Closer"):
        before = visitor.stage.viewer.across
        visitor.touch(visitor.button("Closer"))
        visitor.settle()
        if visitor.stage.viewer.isClosest:
            break
        assert visitor.stage.viewer.across > before
    visitor.touch(visitor.button("To the north"))
    visitor.touch(visitor.button("To the west"))
    visitor.settle()
    (picture,) = (one for one in visitor.seen(QAccessible.Role.Graphic) if one.name == "A moor")
    at = picture.area.center().toPoint()
    assert colour(visitor.window.grabWindow(), at.x(), at.y()) == "green"
    visitor.touch(visitor.button("Close"))
    visitor.settle()
    assert str(visitor.stage.navigation.card) == "pictures/moor"


@pytest.mark.parametrize(("behind", "screens"), [(with_scan, 1), (with_film, 2)])
def test_what_lies_under_tiles_is_no_larger_than_the_glass(
    meet: Meet, tmp_path: Path, behind: Callable[[Path], Path], screens: int
) -> None:
    visitor = meet(behind(tmp_path), river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.navigation.openCard("pictures/moor")
    visitor.stage.viewer.open("moor")
    visitor.stage.navigation.openSheet("picture")
    visitor.settle()
    (picture,) = (one for one in visitor.seen(QAccessible.Role.Graphic) if one.name == "A moor")
    glass = picture.item.parentItem()
    (base,) = (item for item in walk(picture.item) if item.property("asked") is not None)
    address = base.property("source").toString().partition("?")[0]
    assert int(address.rpartition("/")[2]) == screens * glass.width()


def colour(image: QImage, x: int, y: int) -> str:
    """The scan is green, its still is white."""
    seen = QColor(image.pixel(x, y))
    return "green" if seen.green() > 150 > seen.red() else seen.name()


def test_tiles_take_the_place_of_older_ones(tmp_path: Path) -> None:
    scan = tmp_path / "scan.png"
    for size in (1300, 700):
        image = QImage(size, 600, QImage.Format.Format_RGB32)
        image.fill(QColor("green"))
        assert image.save(str(scan))
        assert tile(scan) == (tmp_path / "scan.dzi", size, 600)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "scan.dzi", "scan.png", "scan_files"
    ]  # fmt: skip
    columns = {path.name.split("_")[0] for path in (tmp_path / "scan_files" / "10").iterdir()}
    assert columns == {"0", "1"}


@pytest.mark.parametrize("ending", ["jpg", "png", "tif"])
def test_a_scan_that_is_not_whole_gives_no_tiles(
    tmp_path: Path, ending: str, caplog: pytest.LogCaptureFixture
) -> None:
    scan = tmp_path / f"scan.{ending}"
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    assert image.save(str(scan))
    held = scan.read_bytes()
    scan.write_bytes(held[: len(held) // 2])
    with pytest.raises(NotTiled, match="is damaged, cut short or no picture"):
        tile(scan)
    caplog.clear()  # libvips' own words
    assert [*tmp_path.iterdir()] == [scan]


def test_a_scan_that_claims_to_be_larger_than_it_is_gives_no_tiles(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    scan = tmp_path / "scan.jpg"
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    assert image.save(str(scan))
    held = bytearray(scan.read_bytes())
    at = held.index(b"\xff\xc0") + 5  # the height and the width of a frame (ITU-T T.81, B.2.2)
    held[at : at + 4] = struct.pack(">HH", 6000, 9000)
    scan.write_bytes(held)
    with pytest.raises(NotTiled, match="is damaged, cut short or no picture"):
        tile(scan)
    caplog.clear()  # libvips' own words
    assert [*tmp_path.iterdir()] == [scan]


def test_a_disk_without_room_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        detail = "wbuffer_write: write failed\nsystem error: No space left on device\n"
        raise pyvips.Error("unable to call dzsave", detail)

    scan = tmp_path / "scan.png"
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    assert image.save(str(scan))
    monkeypatch.setattr(pyvips.Image, "dzsave", full, raising=False)
    with pytest.raises(NotTiled, match=r"scan\.dzi: No space left on device"):
        tile(scan)
