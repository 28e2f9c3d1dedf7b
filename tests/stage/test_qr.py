"""The QR code beside the sources: the address of the exhibit's site, if it has one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
import segno
from PySide6.QtGui import QAccessible, QGuiApplication, QImage

from kiosk.stage.images.qr import QUIET, QrPictures
from tests.meeting import SMALL
from tests.window import Visitor

ADDRESS = "https://museum.example/culloden?from=kiosk&l=en#top"


def modules(image: QImage, count: int) -> list[list[bool]]:
    """Which squares of a code's picture are dark."""
    side = image.width() // count
    middle = side // 2
    return [
        [image.pixelColor(x * side + middle, y * side + middle).lightness() < 128
         for x in range(count)]
        for y in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("width", [41, 200, 333])
def test_a_code_says_the_address_in_whole_pixels(qapp: QGuiApplication, width: int) -> None:
    picture = QrPictures().picture(f"{quote(ADDRESS, safe='')}/{width}")
    code = segno.make_qr(ADDRESS, error="m")
    count = int(code.symbol_size(border=QUIET)[0])
    assert picture.width() == picture.height() == count * max(1, width // count)
    assert modules(picture, count) == [
        [bool(m) for m in row] for row in code.matrix_iter(border=QUIET)
    ]


@pytest.fixture
def with_site(tmp_path: Path) -> Path:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    text = (content / "exhibit.yaml").read_text("utf-8")
    licence = "  licence: CC BY 4.0\n"
    assert licence in text
    (content / "exhibit.yaml").write_text(text.replace(licence, f"{licence}  web: {ADDRESS}\n"))
    return content


def test_the_sources_end_with_the_code_and_its_address(
    meet: Callable[..., Visitor], with_site: Path
) -> None:
    visitor = meet(with_site, (1920, 1080))
    visitor.stand_still()
    visitor.wake()
    visitor.open("phases")
    visitor.stage.navigation.openSheet("sources")
    visitor.settle()
    assert ADDRESS in visitor.texts()
    names = [seen.name for seen in visitor.seen(QAccessible.Role.Graphic)]
    assert f"QR code of {ADDRESS}" in names


def test_without_a_site_there_is_no_code(meet: Callable[..., Visitor]) -> None:
    visitor = meet(SMALL, (1920, 1080))
    visitor.stand_still()
    visitor.wake()
    visitor.open("phases")
    visitor.stage.navigation.openSheet("sources")
    visitor.settle()
    names = [seen.name for seen in visitor.seen(QAccessible.Role.Graphic)]
    assert not [name for name in names if name.startswith("QR")]
    assert visitor.word("read_on") not in visitor.texts()
