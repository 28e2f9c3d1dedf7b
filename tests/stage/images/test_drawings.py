"""Pictures of the exhibit: drawings and photographs at the width asked, and broken ones."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageReader

from kiosk.stage.images.drawings import DrawingPictures
from kiosk.telling.drawings import photograph as decoded
from tests.exhibit.made import exhibit

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30"/>'
UPRIGHT_BY_A_TURN = (  # EXIF: orientation 6, the top of the picture is on the right
    b"\xff\xe1\x00\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
)


def asked(folder: Path, file: str, width: int) -> QImage:
    record = {"id": "p", "name": "n", "file": file, "alt": "a", "credit": "c"}
    pictures = DrawingPictures(exhibit(pictures=[record]), folder)
    return pictures.requestImage(f"p/xx/{width}", QSize(), QSize())


def photograph(path: Path, width: int = 400, height: int = 300) -> Path:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("teal"))
    assert made.save(str(path))
    return path


@pytest.mark.parametrize("file", ["a.png", "a.jpg", "a.webp", "a.JPG", "a.svg"])
@pytest.mark.parametrize("width", [100, 800])
def test_a_picture_is_as_wide_as_asked_and_keeps_its_shape(
    tmp_path: Path, file: str, width: int
) -> None:
    if file == "a.svg":
        (tmp_path / file).write_text(f"{SVG}</svg>", "utf-8")
    else:
        photograph(tmp_path / file)

    image = asked(tmp_path, file, width)

    assert (image.width(), image.height()) == (width, width * 3 // 4)
    assert image.pixelColor(5, 5) != QColor(0, 0, 0, 0)


def test_a_photograph_stands_upright(tmp_path: Path) -> None:
    path = photograph(tmp_path / "a.jpg")
    data = path.read_bytes()
    path.write_bytes(data[:2] + UPRIGHT_BY_A_TURN + data[2:])

    image = asked(tmp_path, "a.jpg", 300)

    assert (image.width(), image.height()) == (300, 400)


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.png", b""),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.webp", b"RIFF\4\0\0\0WEBP"),
        ("a.svg", b"<svg"),
        ("a.svg", SVG.replace("40 30", "1 1e300").encode() + b"</svg>"),
        ("a.svg", SVG.encode() + b'<g id="a"><use href="#a"/></g></svg>'),
        ("a.gif", b"GIF89a"),
        ("a.png", None),
    ],
)
@pytest.mark.qt_log_ignore("JPEG")
def test_a_broken_picture_is_logged_and_left_empty(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, file: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / file).write_bytes(data)

    assert asked(tmp_path, file, 300).isNull()
    assert [(record.levelno, record.message) for record in caplog.records] == [
        (logging.ERROR, "no picture for p/xx/300")
    ]
    caplog.clear()


def test_a_photograph_for_paper_may_be_as_large_as_one_on_the_screen(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    path = photograph(tmp_path / "a.png", 1000, 1000)
    QImageReader.setAllocationLimit(1)
    assert decoded(path, 100).width() == 100


def test_a_photograph_too_narrow_to_be_shown_takes_no_memory(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    photograph(tmp_path / "a.png", 2, 9000)
    assert asked(tmp_path, "a.png", 3000).isNull()
    assert len(caplog.records) == 1
    caplog.clear()
