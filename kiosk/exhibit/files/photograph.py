"""Photographs: what the header of a PNG, JPEG or WebP file says, and whether the rest bears it out.

Read by the files' own specifications: PNG (ISO/IEC 15948), JPEG (ITU-T T.81), WebP (RFC 9649),
colour profiles (ICC.1:2022).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.exhibit.files.drawing import DrawingError, ratio_fault

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
ENDINGS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP"}
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG", b"RIFF": "WebP"}
_SRGB = ("sRGB".encode("ascii"), "sRGB".encode("utf-16-be"))
_AS_SRGB = "export it in RGB with the profile sRGB"
SAVE_ANEW = "save or copy it anew"


@dataclass(frozen=True)
class Photograph:
    """The size in pixels that a file states, and its colour profile if it carries one."""

    width: int
    height: int
    profile: bytes = b""


def read_photograph(path: Path) -> Photograph:
    """A photograph as its file states it, held against what that holds. Raises `DrawingError`."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DrawingError(f"is larger than {MAX_BYTES // 1_000_000} MB", "save it smaller")
        data = path.read_bytes()
    except OSError as error:
        raise DrawingError(f"can't be read: {error.strerror or error}") from None
    kind = ENDINGS[path.suffix.lower()]
    found = _kind_of(data)
    if found != kind:
        is_ = f"holds a {found} picture" if found else "is no picture of any kind known here"
        raise DrawingError(f"{is_}, but is named as {kind}", SAVE_ANEW)
    try:
        photograph = _READERS[kind](data)
    except IndexError:
        raise _cut_short() from None
    if photograph.profile:
        _check_profile(photograph.profile)
    return photograph


def photographed(path: Path) -> str:
    """The kind of photograph that a file begins as, whatever its name; "" for anything else."""
    try:
        with path.open("rb") as stream:
            return _kind_of(stream.read(12))
    except OSError:
        return ""


def _kind_of(data: bytes) -> str:
    return next((kind for begins, kind in _BEGINNINGS.items() if data.startswith(begins)), "")


def _sized(width: int, height: int, profile: bytes = b"") -> Photograph:
    if not (width and height):
        raise DrawingError("does not say how large it is", SAVE_ANEW)
    if width * height > MAX_PIXELS:
        raise DrawingError(
            f"is {width} × {height} pixels, more than {MAX_PIXELS // 1_000_000} million",
            "save it smaller; a screen has two to eight million",
        )
    if fault := ratio_fault(width, height):
        raise DrawingError(fault)
    return Photograph(width, height, profile)


def _cut_short() -> DrawingError:
    return DrawingError("is cut short", SAVE_ANEW)


def _lies(width: int, height: int) -> DrawingError:
    return DrawingError(
        f"says that it is {width} × {height} pixels, but holds another number of them", SAVE_ANEW
    )


def _check_profile(profile: bytes) -> None:
    space = profile[16:20]
    if space == b"CMYK":
        raise DrawingError("has the colours of print, CMYK", _AS_SRGB)
    if space != b"GRAY" and not any(name in profile for name in _SRGB):
        raise DrawingError("has a colour profile other than sRGB", _AS_SRGB)


# ---------------------------------------------------------------- PNG

_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a pixel by the colour type of a PNG."""
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
"""First column and row, and the steps, of the passes of an interlaced PNG but its last."""


def _png(data: bytes) -> Photograph:
    chunks = _png_chunks(data)
    name, header = next(chunks)
    if name != b"IHDR" or len(header) != 13:
        raise DrawingError("has no sound header", SAVE_ANEW)
    photograph = _sized(_big(header, 0, 4), _big(header, 4, 4))
    bits = header[8] * _SAMPLES.get(header[9], 0)
    expected = _png_size(photograph.width, photograph.height, bits, interlaced=header[12] == 1)
    inflated, profile, unpacking = 0, b"", zlib.decompressobj()
    try:
        for name, content in chunks:
            if name == b"iCCP":
                packed = content[content.index(0) + 2 :]
                profile = zlib.decompressobj().decompress(packed, MAX_BYTES)
            elif name == b"IDAT":
                for piece in _inflated(unpacking, content):
                    inflated += piece
                    if inflated > expected:
                        raise _lies(photograph.width, photograph.height)
    except (zlib.error, ValueError):
        raise DrawingError("is damaged", SAVE_ANEW) from None
    if inflated != expected:
        raise _lies(photograph.width, photograph.height)
    return Photograph(photograph.width, photograph.height, profile)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk; one that is not whole, or damaged, is refused."""
    start = 8
    while True:
        length, name = _big(data, start, 4), data[start + 4 : start + 8]
        end = start + 12 + length
        if end > len(data):
            raise _cut_short()
        if zlib.crc32(data[start + 4 : end - 4]) != _big(data, end - 4, 4):
            raise DrawingError("is damaged", SAVE_ANEW)
        if name == b"IEND":
            return
        yield name, data[start + 8 : end - 4]
        start = end


def _inflated(unpacking: zlib._Decompress, content: bytes) -> Iterator[int]:
    """The number of bytes that each step of unpacking gives, at most a megabyte."""
    while content and not unpacking.eof:
        yield len(unpacking.decompress(content, 1_000_000))
        content = unpacking.unconsumed_tail


def _png_size(width: int, height: int, bits: int, interlaced: bool) -> int:
    """The bytes of a PNG's rows when they are unpacked."""
    passes = [(width, height)]
    if interlaced:
        passes = [(-((x - width) // dx), -((y - height) // dy)) for x, y, dx, dy in _PASSES]
        passes.append((width, height // 2))
    return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in passes if columns > 0)


# ---------------------------------------------------------------- JPEG

_NO_FRAME = {0xC4, 0xC8, 0xCC}
_BARE = {0x01, *range(0xD0, 0xD8)}


def _jpeg(data: bytes) -> Photograph:
    photograph: Photograph | None = None
    profile = b""
    for marker, content, after in _jpeg_segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            if content[5] == 4:
                raise DrawingError("has the colours of print, CMYK", _AS_SRGB)
            photograph = _sized(_big(content, 3, 2), _big(content, 1, 2))
        elif marker == 0xE2 and content.startswith(b"ICC_PROFILE\0"):
            profile += content[14:]
        elif marker == 0xDA:
            if photograph is None:
                break
            end = data.rfind(b"\xff\xd9", after)
            if end < 0:
                raise _cut_short()
            blocks = -(photograph.width // -8) * -(photograph.height // -8)
            if (end - after) * 8 < blocks:  # each block of 8 × 8 takes a bit or more
                raise _lies(photograph.width, photograph.height)
            return Photograph(photograph.width, photograph.height, profile)
    raise DrawingError("has no sound header", SAVE_ANEW)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Marker and content of each segment up to the picture's data, and where it ends."""
    start = 2
    while start < len(data):
        if data[start] != 0xFF:
            raise DrawingError("is damaged", SAVE_ANEW)
        marker = data[start + 1]
        if marker == 0xFF or marker in _BARE:
            start += 1 if marker == 0xFF else 2
            continue
        end = start + 2 + max(2, _big(data, start + 2, 2))
        if end > len(data):
            raise _cut_short()
        yield marker, data[start + 4 : end], end
        start = end
    raise _cut_short()


# ---------------------------------------------------------------- WebP


def _webp(data: bytes) -> Photograph:
    if data[8:12] != b"WEBP":
        raise DrawingError("holds no WebP picture", SAVE_ANEW)
    canvas, profile = None, b""
    for name, content in _webp_chunks(data):
        if name == b"VP8X":
            if content[0] & 0x02:
                raise DrawingError("moves; a picture here stands still", "save one picture of it")
            canvas = (1 + _little(content, 4, 3), 1 + _little(content, 7, 3))
        elif name == b"ICCP":
            profile = content
        elif name in (b"VP8 ", b"VP8L"):
            size = _vp8_size(content) if name == b"VP8 " else _vp8l_size(content)
            if canvas not in (None, size):
                raise _lies(*(canvas or size))
            return _sized(*size, profile)
    raise DrawingError("has no sound header", SAVE_ANEW)


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    start = 12
    if 8 + _little(data, 4, 4) > len(data):
        raise _cut_short()
    while start + 8 <= len(data):
        end = start + 8 + _little(data, start + 4, 4)
        if end > len(data):
            raise _cut_short()
        yield data[start : start + 4], data[start + 8 : end]
        start = end + end % 2


def _vp8_size(content: bytes) -> tuple[int, int]:
    if content[3:6] != b"\x9d\x01\x2a":
        raise DrawingError("is damaged", SAVE_ANEW)
    return _little(content, 6, 2) & 0x3FFF, _little(content, 8, 2) & 0x3FFF


def _vp8l_size(content: bytes) -> tuple[int, int]:
    if content[0] != 0x2F:
        raise DrawingError("is damaged", SAVE_ANEW)
    bits = _little(content, 1, 4)
    return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)


def _big(data: bytes, start: int, length: int) -> int:
    """A number written with its greatest byte first; IndexError beyond the end."""
    return int.from_bytes(_taken(data, start, length), "big")


def _little(data: bytes, start: int, length: int) -> int:
    return int.from_bytes(_taken(data, start, length), "little")


def _taken(data: bytes, start: int, length: int) -> bytes:
    taken = data[start : start + length]
    if len(taken) < length:
        raise IndexError
    return taken


_READERS = {"PNG": _png, "JPEG": _jpeg, "WebP": _webp}
