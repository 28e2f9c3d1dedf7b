"""Photographs: what is said of a file that is not what it states."""

from __future__ import annotations

import contextlib
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter

from kiosk.exhibit.files.drawing import DrawingError
from kiosk.exhibit.files.photograph import Photograph, read_photograph

FORMATS = ("png", "jpg", "webp")
ANEW = " (save or copy it anew)"
LARGE = "more than 40 million (save it smaller; a screen has two to eight million)"
Alter = Callable[[bytes], bytes]


def image(width: int = 40, height: int = 30) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(0xFF806040)
    for x in range(min(width, 200)):
        made.setPixel(x, x % height, 0xFF000000 | x * 99991 & 0xFFFFFF)
    return made


def saved(folder: Path, name: str, made: QImage, quality: int = 80) -> Path:
    writer = QImageWriter(str(folder / name))
    writer.setQuality(quality)
    assert writer.write(made), writer.errorString()
    return folder / name


def said(path: Path) -> str:
    with pytest.raises(DrawingError) as error:
        read_photograph(path)
    return error.value.message + (f" ({error.value.hint})" if error.value.hint else "")


def png(width: int, height: int, rows: bytes, interlaced: int = 0) -> bytes:
    """A PNG of grey pixels, of 8 bits each."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, interlaced)
    data = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + data


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("quality", [80, 100])
@pytest.mark.parametrize(
    "pixels",
    [QImage.Format.Format_RGB32, QImage.Format.Format_Grayscale8, QImage.Format.Format_ARGB32],
)
def test_a_sound_photograph_states_its_size(
    tmp_path: Path, format: str, quality: int, pixels: QImage.Format
) -> None:
    path = saved(tmp_path, f"a.{format}", image().convertToFormat(pixels), quality)
    assert read_photograph(path) == Photograph(40, 30)


@pytest.mark.parametrize(
    "pixels",
    [QImage.Format.Format_Mono, QImage.Format.Format_Indexed8, QImage.Format.Format_RGBA64],
)
def test_a_png_of_any_depth_is_sound(tmp_path: Path, pixels: QImage.Format) -> None:
    assert read_photograph(saved(tmp_path, "a.png", image(41).convertToFormat(pixels))).width == 41


@pytest.mark.parametrize("width", range(1, 10))
@pytest.mark.parametrize("height", range(1, 10))
def test_an_interlaced_png_is_sound(tmp_path: Path, width: int, height: int) -> None:
    turn = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
    rows = b""
    for x, y, dx, dy in (*turn, (0, 1, 1, 2)):
        columns = len(range(x, width, dx))
        rows += bytes(1 + columns) * len(range(y, height, dy)) if columns else b""
    path = tmp_path / "a.png"
    path.write_bytes(png(width, height, rows, interlaced=1))

    assert not QImageReader(str(path)).read().isNull()
    assert read_photograph(path) == Photograph(width, height)


@pytest.mark.parametrize("format", FORMATS)
def test_srgb_is_the_one_colour_profile(tmp_path: Path, format: str) -> None:
    for space, right in (("SRgb", True), ("AdobeRgb", False), ("DisplayP3", False)):
        made = image()
        made.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace[space]))
        path = saved(tmp_path, f"{space}.{format}", made)
        if right:
            assert read_photograph(path).profile
        else:
            assert said(path) == (
                "has a colour profile other than sRGB (export it in RGB with the profile sRGB)"
            )


def test_the_colours_of_print_are_refused(tmp_path: Path) -> None:
    made = image().convertToFormat(QImage.Format.Format_CMYK8888)
    assert said(saved(tmp_path, "a.jpg", made)) == (
        "has the colours of print, CMYK (export it in RGB with the profile sRGB)"
    )


@pytest.mark.parametrize("format", FORMATS)
def test_a_photograph_cut_short(tmp_path: Path, format: str) -> None:
    path = saved(tmp_path, f"a.{format}", image())
    path.write_bytes(path.read_bytes()[:-20])
    assert said(path) == f"is cut short{ANEW}"


def jpeg_of(width: int, height: int) -> Alter:
    def alter(data: bytes) -> bytes:
        at = data.index(b"\xff\xc0") + 5
        return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]

    return alter


def webp_of(width: int, height: int) -> Alter:
    def alter(data: bytes) -> bytes:
        at = data.index(b"\x9d\x01\x2a") + 3
        return data[:at] + struct.pack("<HH", width, height) + data[at + 4 :]

    return alter


@pytest.mark.parametrize(
    ("name", "alter", "line"),
    [
        ("a.jpg", jpeg_of(7000, 5000),
         f"says that it is 7000 × 5000 pixels, but holds another number of them{ANEW}"),
        ("a.jpg", jpeg_of(0, 5000), f"does not say how large it is{ANEW}"),
        ("a.jpg", jpeg_of(8000, 5001), f"is 8000 × 5001 pixels, {LARGE}"),
        ("a.webp", webp_of(8000, 5001), f"is 8000 × 5001 pixels, {LARGE}"),
        ("a.jpg", jpeg_of(7000, 500), "is 7000 wide and 500 high, too narrow to be shown"),
        ("a.jpg", lambda data: data[:20] + b"\0" + data[21:], f"is damaged{ANEW}"),
        ("a.jpg", lambda data: b"", "is no picture of any kind known here, but is named as JPEG"
                                    f"{ANEW}"),
        ("a.png", lambda data: png(10, 10, bytes(90_000_000)),
         f"says that it is 10 × 10 pixels, but holds another number of them{ANEW}"),
        ("a.png", lambda data: png(4000, 3000, bytes(100)),
         f"says that it is 4000 × 3000 pixels, but holds another number of them{ANEW}"),
        ("a.png", lambda data: png(2**31, 2**31, b""),
         f"is 2147483648 × 2147483648 pixels, {LARGE}"),
        ("a.png", lambda data: data[:60] + b"xx" + data[62:], f"is damaged{ANEW}"),
        ("a.png", lambda data: data + bytes(20_000_000), "is larger than 20 MB (save it smaller)"),
        ("a.webp", lambda data: data[:20] + b"xxxxxx" + data[26:], f"is damaged{ANEW}"),
        ("a.webp", lambda data: b"RIFF\4\0\0\0WAVE", f"holds no WebP picture{ANEW}"),
        ("a.webp", lambda data: data[:8] + b"WEBPVP8X\x0a\0\0\0\2\0\0\0\0\0\0\0\0\0"
                                + data[12:], "moves; a picture here stands still "
                                             "(save one picture of it)"),
        ("a.webp", lambda data: data[:8] + b"WEBPVP8X\x0a\0\0\0\0\0\0\0\x63\0\0\x63\0\0"
                                + data[12:],
         f"says that it is 100 × 100 pixels, but holds another number of them{ANEW}"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_what_it_states(
    tmp_path: Path, name: str, alter: Alter, line: str
) -> None:
    path = saved(tmp_path, name, image())
    path.write_bytes(alter(path.read_bytes()))
    assert said(path) == line


def test_a_file_named_as_another_kind(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.png", image()).rename(tmp_path / "a.JPG")
    assert said(path) == f"holds a PNG picture, but is named as JPEG{ANEW}"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FORMATS), st.integers(0, 700), st.binary(max_size=12), st.booleans())
def test_any_bytes_are_read_or_refused(
    tmp_path: Path, format: str, at: int, put: bytes, cut: bool
) -> None:
    path = tmp_path / f"a.{format}"
    data = saved(tmp_path, path.name, image(20, 20)).read_bytes()
    path.write_bytes(data[:at] + put + (b"" if cut else data[at + len(put) :]))
    with contextlib.suppress(DrawingError):
        assert read_photograph(path).width > 0
