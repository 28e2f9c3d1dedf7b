"""Mistakes that hands make in a content folder, drawn by a seed, and what is owed for them."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from kiosk.exhibit.reading.outcome import Reading

Chance = random.Random
Lines = list[str]

NASTY = (
    *("", "~", "[]", "{}", "[[]]", "[~]", "{a: b}", "- x", "''", '"', "'", "x", "no", "on", "null"),
    *("-1", "0", "1e999", "-.inf", ".nan", "9" * 400, "0x10", "1_000", "12:30", "1.10", "١٢"),
    *("0001-01-01", "9999-12-31 24:00", "1945-02-30", "1945-10-14T00:00Z", "2024-01-01 00:00"),
    *("*a", "&a b", "!!python/name:os.system x", "!t x", "<<", "{<<: *a}", "@x", "`x"),
    *("%x", "|", ">"),
    *("a: b: c", "a #b", "#a", "[a", "{a", "a]", "\ta", "\u200b", "\u202e", "𝕏" * 50, "x" * 20000),
    *("[1, 2]", "[400, -400]", "[[0, 0], [0, 0], [0, 0]]", "../../etc/passwd", "/dev/zero", "."),
    *("{en: a}", "{zh: 甲}", "{en: [a]}", "{xx: a, yy: b}", "{en: '', zh: ''}", "\\", '"\\x"'),
    *("“a”", "«a: b»", "\u00a0a", "a–b", "15/06/1931", "31 June 1931", "1745-04-15 24:00", "1746"),
    *(
        "#7d62ab",
        "a #2",
        "(en) a",
        "TODO",
        "…",
        "C:\\a.jpg",
        '"a\\b.jpg"',
        "/a",
        "https://a.b/c.mp4",
    ),
)
SIGNS = "[]{}:\"#&*-,\t!|>%@`'?\\"


def mutate(folder: Path, seed: int) -> str:
    """Makes one to four mistakes in the folder, and says which."""
    chance = random.Random(seed)
    return "; ".join(_mistake(folder, chance) for _ in range(chance.choice((1, 1, 1, 2, 3, 4))))


def _mistake(folder: Path, chance: Chance) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    yaml = [path for path in files if path.suffix == ".yaml"]
    if not yaml:
        return "nothing"
    if chance.random() < 0.1:
        path, spoil = chance.choice(files), chance.choice(FILE_CHANGES)
        spoil(path, chance)
        return f"{spoil.__name__} {path.name}"
    path, change = chance.choice(yaml), chance.choice(LINE_CHANGES)
    lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    at = chance.randrange(len(lines))
    told = f"{change.__name__} {path.name}:{at + 1} {lines[at].strip()[:40]!r}"
    change(lines, at, chance)
    path.write_bytes("\n".join(lines).encode("utf-8", "replace"))
    return told


# ---------------------------------------------------------------- a line


def delete(lines: Lines, at: int, chance: Chance) -> None:
    del lines[at : at + chance.choice((1, 1, 1, 2, 10))]


def double(lines: Lines, at: int, chance: Chance) -> None:
    lines[at:at] = lines[at : at + chance.choice((1, 1, 2, 12))]


def swap(lines: Lines, at: int, chance: Chance) -> None:
    other = min(at + chance.choice((1, 1, 2, 30)), len(lines) - 1)
    lines[at], lines[other] = lines[other], lines[at]


def indent(lines: Lines, at: int, chance: Chance) -> None:
    shift = chance.choice((-4, -2, -1, 1, 2, 4))
    for number in range(at, min(at + chance.choice((1, 1, 3)), len(lines))):
        line = lines[number]
        lines[number] = " " * shift + line if shift > 0 else line.removeprefix(" " * -shift)


def lose_a_sign(lines: Lines, at: int, chance: Chance) -> None:
    places = [found.start() for found in re.finditer(r"[\"':,\[\]{}-]", lines[at])]
    if places:
        place = chance.choice(places)
        lines[at] = lines[at][:place] + lines[at][place + 1 :]


def gain_a_sign(lines: Lines, at: int, chance: Chance) -> None:
    place = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + chance.choice(SIGNS) + lines[at][place:]


def misspell(lines: Lines, at: int, chance: Chance) -> None:
    words = list(re.finditer(r"[A-Za-z]{3,}", lines[at]))
    if words:
        start, end = chance.choice(words).span()
        letters = list(lines[at][start:end])
        place = chance.randrange(len(letters) - 1)
        letters[place : place + 2] = reversed(letters[place : place + 2])
        lines[at] = lines[at][:start] + "".join(letters) + lines[at][end:]


def replace_the_value(lines: Lines, at: int, chance: Chance) -> None:
    key, colon, _ = lines[at].partition(": ")
    lines[at] = key + (colon or ": ") + chance.choice(NASTY)


def join_with_the_next(lines: Lines, at: int, chance: Chance) -> None:
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


LINE_CHANGES: tuple[Callable[[Lines, int, Chance], None], ...] = (
    *(delete, double, swap, indent, lose_a_sign, gain_a_sign, misspell),
    *(misspell, replace_the_value, replace_the_value, join_with_the_next),
)


# ---------------------------------------------------------------- a file


def remove(path: Path, chance: Chance) -> None:
    path.unlink()


def cut(path: Path, chance: Chance) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: chance.randint(0, len(data))])


def empty(path: Path, chance: Chance) -> None:
    path.write_bytes(b"")


def spoil_a_byte(path: Path, chance: Chance) -> None:
    data = bytearray(path.read_bytes() or b"x")
    data[chance.randrange(len(data))] = chance.choice((0, 7, 0x85, 0xFF, 0xC0))
    path.write_bytes(data)


def recode(path: Path, chance: Chance) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    encoding = chance.choice(("utf-16", "utf-16-le", "gb18030", "latin-1", "utf-8-sig"))
    path.write_bytes(text.encode(encoding, "replace"))


def end_lines_otherwise(path: Path, chance: Chance) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", chance.choice((b"\r\n", b"\r"))))


def copy(path: Path, chance: Chance) -> None:
    shutil.copy(path, path.with_name(f"copy of {path.name}"))


def link(path: Path, chance: Chance) -> None:
    target = chance.choice((path, path.with_name("gone"), Path("/etc/hostname"), path.parent))
    path.unlink()
    path.symlink_to(target)


FILE_CHANGES: tuple[Callable[[Path, Chance], None], ...] = (
    *(remove, cut, empty, spoil_a_byte, recode, end_lines_otherwise, copy, link),
)


# ---------------------------------------------------------------- what is owed


def hold(reading: Reading) -> None:
    """Every problem can be acted on, and where there is none there is an exhibit."""
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    assert errors or reading.exhibit is not None
    for problem in reading.problems:
        assert problem.file
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message.strip()
        assert str(problem).isprintable()
        for raw in ("Input should", "Value error", "Traceback", "while scanning", "while parsing"):
            assert raw not in str(problem)
        assert len(str(problem)) < 600
