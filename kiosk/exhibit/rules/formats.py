"""Files that are no picture a screen shows: what they are by their name, or by how they begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kiosk.exhibit.files.photograph import ENDINGS
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.problem import Finding, quoted

PICTURES = (".svg", *ENDINGS)
PHOTOGRAPH, PICTURE = (f"{', '.join(of[:-1])} or {of[-1]}" for of in (tuple(ENDINGS), PICTURES))

_SORTS = (
    # what it is, its endings, what to do about it
    (
        "a film",
        "mp4 m4v mov avi mkv webm wmv mpg mpeg ogv 3gp",
        f"save one picture of it as {PHOTOGRAPH}, and name the film itself in film:",
    ),
    (
        "a document",
        "pdf doc docx odt rtf txt md html htm xls xlsx ods csv ppt pptx odp key pages",
        f"save the picture in it as {PICTURE}",
    ),
    (
        "a drawing in the form of its program",
        "psd psb ai indd eps ps xcf kra cdr afphoto afdesign fig sketch vsd vsdx dwg dxf wmf emf",
        f"export it as {PICTURE}",
    ),
    (
        "a .{} picture",
        "tif tiff heic heif avif bmp gif apng ico jp2 jxl jfif tga raw dng cr2 cr3 nef arw orf",
        f"save it as {PHOTOGRAPH}",
    ),
    ("a sound", "mp3 wav ogg opus flac m4a aac wma aif aiff mid", f"a picture is {PICTURE}"),
    ("packed", "zip rar 7z gz tar svgz", f"unpack it; a picture is {PICTURE}"),
)

SVG = "an SVG drawing"
_BEGINNINGS = (
    # how a file begins, after how many bytes, what it then is
    (b"%PDF", 0, "a PDF document"),
    (b"%!PS", 0, "a PostScript document"),
    (b"ftyphei", 4, "a HEIC picture"),
    (b"ftypmif1", 4, "a HEIC picture"),
    (b"ftypavif", 4, "an AVIF picture"),
    (b"ftyp", 4, "a film"),
    (b"\x1aE\xdf\xa3", 0, "a film"),
    (b"AVI ", 8, "a film"),
    (b"WAVE", 8, "a sound"),
    (b"II*\0", 0, "a TIFF picture"),
    (b"MM\0*", 0, "a TIFF picture"),
    (b"8BPS", 0, "a Photoshop drawing"),
    (b"GIF8", 0, "a GIF picture"),
    (b"BM", 0, "a BMP picture"),
    (b"PK\x03\x04", 0, "an archive or a document"),
    (b"\xd0\xcf\x11\xe0", 0, "a document"),
    (b"<svg", 0, SVG),
    (b"<!doctype html", 0, "a page of the web"),
    (b"<html", 0, "a page of the web"),
    (b"version https://git-lfs", 0, "only the address of a file kept by Git LFS"),
)


def unshown(draft: Draft) -> Iterator[Finding]:
    """Pictures in a form that no screen shows, by the names of their files."""
    for number, picture in enumerate(draft.entries("pictures")):
        if not is_shown(picture.file):
            message, hint = _sort(PurePosixPath(picture.file).suffix.lower()[1:])
            yield Finding(("pictures", number, "file"), f"{quoted(picture.file)} {message}", hint)


def is_shown(file: str) -> bool:
    """True if a picture's file has the name of one that a screen shows."""
    return PurePosixPath(file).suffix.lower() in PICTURES


def _sort(ending: str) -> tuple[str, str]:
    """The kind of file with this ending, and what to do about it."""
    for sort, endings, what in _SORTS:
        if ending in endings.split():
            return f"is {sort.format(ending)}, which is not shown", what
    what = f"a picture is {PICTURE}"
    return f"is no picture by its ending, .{ending}" if ending else "has no ending", what


def begun_as(path: Path) -> str:
    """The kind of file by its beginning, of those that are no photograph; "" for any other."""
    try:
        with path.open("rb") as stream:
            data = stream.read(64)
    except OSError:
        return ""
    for begins, at, sort in _BEGINNINGS:
        if data.lower().startswith(begins.lower(), at):
            return sort
    return ""
