"""The house keeps its rules: who imports whom, what code never names, a Qt that lives long."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject

from kiosk.exhibit.kinds import EXPLAINED
from kiosk.exhibit.model import Record
from kiosk.map.ground.palette import SHEET, TABLE
from tests.surveys import SURVEYS

ROOT = Path(__file__).resolve().parents[1]
KIOSK = ROOT / "kiosk"

ROOMS = {
    "machine",
    "qt",
    "exhibit",
    "telling",
    "visit",
    "map",
    "stage",
    "talk",
    "publish",
    "desk",
    "workbench",
    "speech",
    "media",
}
MACHINE = {"machine", "qt"}
ALLOWED = {
    "exhibit": {"exhibit"},
    "qt": {"qt"},
    "machine": {"exhibit", *MACHINE},
    "telling": {"exhibit", "telling", *MACHINE},
    "visit": {"exhibit", "visit", *MACHINE},
    "map": {"exhibit", "telling", "visit", "map", *MACHINE},
    "speech": {"exhibit", "telling", "visit", "speech", *MACHINE},
    "media": {"exhibit", "telling", "visit", "media", *MACHINE},
    "stage": {"exhibit", "telling", "visit", "speech", "media", "map", "stage", *MACHINE},
    "desk": {"exhibit", "visit", "speech", "stage", "desk", *MACHINE},
    "talk": {"exhibit", "telling", "visit", "map", "stage", "talk", *MACHINE},
    "publish": {
        *("exhibit", "telling", "visit", "map", "stage", "talk", "publish", "app", "closed"),
        *MACHINE,
    },
    "workbench": {*ROOMS, "app", "closed"} - {"desk"},
    "app": ROOMS - {"talk", "publish", "workbench"},
    "closed": {"machine", "qt", "stage", "telling", "desk", "app"},
    "arguments": {"exhibit"},
    "upkeep": {"exhibit", "machine", "telling", "desk", "arguments"},
    "authoring": {"machine", "speech", "desk", "publish", "workbench", "arguments"},
    "exchange": {"workbench", "arguments"},
    "cli": {*ROOMS, "app", "closed", "arguments", "upkeep", "authoring", "exchange"},
    "__main__": {"cli"},
}
"""The rooms, or single modules of kiosk/, that each may import."""
DECORATORS = {"QtQml.QmlElement", "QtQml.QmlUncreatable", "QtQml.QmlAnonymous"}
QT = {
    "exhibit": set[str](),
    "visit": {"QtCore", *DECORATORS},
    "machine/display.py": set[str](),
    "machine/folders.py": set[str](),
    "machine/whole.py": set[str](),
}
"""The modules or names of PySide6 that a room or a file may import; what isn't listed, any."""


def imported(text: str, package: tuple[str, ...]) -> Iterator[str]:
    """The full names of all that a file of `package` imports, at its head or in a function."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *filter(None, [node.module])))
            yield from (f"{module}.{alias.name}" for alias in node.names)


def within(package: str, names: Iterable[str]) -> set[str]:
    """What stands behind `package` in those names that begin with it."""
    return {name.removeprefix(f"{package}.") for name in names if name.startswith(f"{package}.")}


def names_in(file: Path) -> set[str]:
    """The full names of all that a file of kiosk/ imports."""
    package = ("kiosk", *file.relative_to(KIOSK).parent.parts)
    return set(imported(file.read_text("utf-8"), package))


def room(file: Path) -> str:
    """The room of a file of kiosk/, or the module itself where it lies in none."""
    return file.relative_to(KIOSK).with_suffix("").parts[0]


MODULES = sorted(
    file for file in KIOSK.rglob("*.py") if file.parent != KIOSK or file.stem != "__init__"
)
Found = TypeVar("Found", bound=Sized)


def found_in(files: Iterable[Path], look: Callable[[Path], Found]) -> dict[str, Found]:
    """What a look at each file finds, by its path; nothing for one where there is nothing."""
    looks = ((file, look(file)) for file in files)
    return {file.relative_to(ROOT).as_posix(): found for file, found in looks if found}


def test_a_room_imports_only_from_rooms_below_it() -> None:
    def above(file: Path) -> set[str]:
        rooms = {name.split(".")[0] for name in within("kiosk", names_in(file))}
        return rooms - ALLOWED[room(file)]

    assert found_in(MODULES, above) == {}


def circle(graph: Mapping[str, Iterable[str]]) -> list[str]:
    """The nodes of a graph from one back to itself; none where all runs one way."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_circle_of_imports_runs_through_rooms() -> None:
    graph: dict[str, set[str]] = {}
    for file in MODULES:
        others = {name.split(".")[0] for name in within("kiosk", names_in(file))}
        graph.setdefault(room(file), set()).update(others - {room(file)})
    assert {"map", "stage"} <= graph["app"]
    assert circle(graph) == []


def test_a_circle_is_seen() -> None:
    assert set(circle({"a": "b", "b": "c", "c": "a", "d": "a"})) == {"a", "b", "c"}
    assert circle({"a": "bc", "b": "c"}) == []


def test_a_room_uses_only_its_part_of_qt() -> None:
    def beyond(file: Path) -> set[str]:
        allowed = QT.get(file.relative_to(KIOSK).as_posix(), QT.get(room(file)))
        names = set() if allowed is None else within("PySide6", names_in(file))
        return {name for name in names if not {name, name.split(".")[0]} & (allowed or set())}

    assert found_in(MODULES, beyond) == {}


MOST_LINES, MOST_FILES, MOST_OF_ALL = 400, 25, 0.3
"""Of a file, of a folder, and what part of all lines a room may have."""
PYTHON = {
    file: len(file.read_text("utf-8").splitlines())
    for folder in ("kiosk", "tests", "resources")
    for file in sorted((ROOT / folder).rglob("*.py"))
}
"""Every file in Python, and how many lines it has."""


def test_no_file_over_400_lines() -> None:
    assert {file.name: lines for file, lines in PYTHON.items() if lines > MOST_LINES} == {}


def test_no_folder_with_more_than_25_files() -> None:
    counts = Counter(file.parent for file in PYTHON)
    assert {folder: count for folder, count in counts.items() if count > MOST_FILES} == {}


def test_no_room_has_30_percent_of_the_lines() -> None:
    shares = Counter[str]()
    for file in MODULES:
        shares[room(file)] += PYTHON[file]
    assert {
        name for name, lines in shares.items() if lines >= MOST_OF_ALL * shares.total()
    } == set()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("import kiosk.desk.gate", "kiosk.desk.gate"),
        ("from kiosk import app", "kiosk.app"),
        ("from kiosk.visit.session import Session", "kiosk.visit.session.Session"),
        ("from . import rows", "kiosk.stage.rows"),
        ("from ..desk import gate", "kiosk.desk.gate"),
        ("def late():\n    import kiosk.cli", "kiosk.cli"),
        ("if TYPE_CHECKING:\n    from kiosk import cli", "kiosk.cli"),
    ],
)
def test_imports_are_seen_in_every_form(line: str, name: str) -> None:
    assert list(imported(line, ("kiosk", "stage"))) == [name]


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12: its count says nothing"
)
def test_void_calls_keep_every_reference_to_none() -> None:
    """PySide6 6.12.0 drops one in each, and the process dies after some thousand calls."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100


def test_nobody_asks_for_the_meta_object_of_what_qml_has_made() -> None:
    """QML frees it with its item; Python keeps it, and takes what comes to lie there for it."""
    asks = re.compile(r"\.metaObject\(")
    tests = [file for file in (ROOT / "tests").rglob("*.py") if file.name != "test_change.py"]
    files = [*MODULES, *tests]
    assert [file.name for file in files if asks.search(file.read_text("utf-8"))] == []


def test_no_window_is_asked_for_its_screen() -> None:
    """PySide6 has the screen belong to the window, and it goes with it: the next exhibit dies."""
    asks = re.compile(r"\.screen\(\)")
    assert [file.name for file in MODULES if asks.search(file.read_text("utf-8"))] == []


def test_no_picture_is_loaded_on_a_thread_of_its_own() -> None:
    """The thread would hold a lock of Qt's while it waits for Python, which may wait for that."""
    loading = re.compile(r"\bImage \{[^{}]*asynchronous: true")
    files = [*(KIOSK / "stage" / "qml").rglob("*.qml")]
    assert files
    assert [file.name for file in files if loading.search(file.read_text("utf-8"))] == []


EAST_ASIAN = range(0x2E80, 0xD800)
CODE_POINT = re.compile(r"(?:\\[uU]0{0,4}|\\x\{|[Uu]\+)([0-9A-Fa-f]{4,5})\b")
NUMBER = re.compile(r"\b0x0*(?:2E80|30[04]\d|30FF|3400|4DBF|4E00|9FA5|9FFF)\b", re.IGNORECASE)
LETTER_RANGE = re.compile("[\u2e80-\ud7ff]-[\u2e80-\ud7ff]")
WRITTEN = sorted(
    file
    for folder in (KIOSK, ROOT / "resources" / "web")
    for file in folder.rglob("*")
    if file.suffix in (".py", ".qml", ".js", ".css", ".html") and file.name != "writing.py"
)


def own_ranges(text: str) -> list[str]:
    """Where a text says for itself which characters are Chinese."""
    points = [found for found in CODE_POINT.finditer(text) if int(found[1], 16) in EAST_ASIAN]
    ends_at_surrogates = "\\xa0-\\ud7ff"  # all that YAML may hold
    found = [f[0] for f in points if text[f.start() - 5 : f.end()] != ends_at_surrogates]
    for pattern in (NUMBER, LETTER_RANGE, re.compile("east_asian_width")):
        found += pattern.findall(text)
    return found


def test_one_module_knows_what_is_written_by_character() -> None:
    assert found_in(WRITTEN, lambda file: own_ranges(file.read_text("utf-8"))) == {}


@pytest.mark.parametrize(
    "line",
    [
        r'"[\u4e00-\u9fff]"',
        'c <= "\\u9fff"',
        "WIDE = 0x2E80",
        "unicode-range: U+2E80-10FFFF",
        "[一-龥]",
        "east_asian_width(letter)",
        r'"\U00004e00"',
    ],
)
def test_a_range_of_its_own_is_seen_in_every_form(line: str) -> None:
    assert own_ranges(line) != []


UNREAD = {
    **dict.fromkeys(("statements", "told_in"), "for whoever checks the sources: rules alone ask"),
    **dict.fromkeys(
        ("unsigned", "first", "after"),
        "how witnesses are called: a rule holds the words of others to it",
    ),
    "alliances": "Alliances of the same room answers for them",
    "georeference": "the reader takes the pins of its file",
    "like": "the exhibit's vocabulary follows it",
    "via": "the exhibit's clock walks it",
    "calendar": "dates are read and told by the exhibit's reckoning, which is of it",
    "back": "a rule holds the hours of a talk to it",
}
"""Fields of records that nothing outside exhibit/ reads, and why."""


def kinds(kind: type[Record]) -> Iterator[type[Record]]:
    """The kinds of record below one, that are the exhibit's own."""
    for one in kind.__subclasses__():
        if one.__module__.startswith("kiosk.exhibit.model"):
            yield one
        yield from kinds(one)


def test_every_field_of_the_exhibit_is_read_outside_its_room() -> None:
    fields = {name for kind in kinds(Record) for name in kind.model_fields}
    assert len(fields) > 80
    nodes = [
        node
        for file in MODULES
        if room(file) != "exhibit"
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
    ]
    read = {
        node.attr
        for node in nodes
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    if any(isinstance(node, ast.Name) and node.id == "EXPLAINED" for node in nodes):
        read |= {*EXPLAINED}  # the lists that are read kind by kind
    assert fields - read == set(UNREAD)


CODE = sorted(file for file in KIOSK.rglob("*") if file.suffix in (".py", ".qml", ".js"))
OF_CONTENT = re.compile("handan|邯郸|nationalist|communist|kuomintang|国民|共产", re.IGNORECASE)


def test_code_names_nothing_that_content_names() -> None:
    def named(file: Path) -> list[str]:
        return OF_CONTENT.findall(f"{file.name}\n{file.read_text('utf-8')}")

    assert found_in(CODE, named) == {}


HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
OF_SIDES = {"exhibit", "workbench/bench/large.py"}
"""Where colours are those that content writes for its sides."""


def hues(text: str) -> list[str]:
    """The colours that a text writes out."""
    return [hue.lower() for hue in HEX.findall(text)]


def test_only_the_palette_names_colours() -> None:
    def own(file: Path) -> list[str]:
        inside = file.relative_to(KIOSK)
        spared = {inside.parts[0], inside.as_posix()} & OF_SIDES or file == palette
        return [] if spared else hues(file.read_text("utf-8"))

    palette = KIOSK / "map" / "ground" / "palette.py"
    assert len(hues(palette.read_text("utf-8"))) > 100
    assert found_in(CODE, own) == {}


def variables(css: str) -> dict[str, str]:
    """The colours that a rule of a style sheet gives its variables."""
    return dict(re.findall(r"--([\w-]+): (#\w+);", css))


def test_the_site_has_the_colours_of_the_table_and_in_print_those_of_the_sheet() -> None:
    css = (ROOT / "resources" / "web" / "style.css").read_text("utf-8")
    rules = [rule for rule in re.findall(r"[^{}]*\{[^{}]*\}", css) if "#" in rule]
    drawn = {"ink": TABLE.void, "paper": TABLE.line, "muted": TABLE.muted}
    roles = {"ink": "void", "paper": "line", "muted": "muted", "amber": "amber", "rule": "rule"}
    sheet = {name: getattr(SHEET, role) for name, role in roles.items()}
    assert [variables(rule) for rule in rules] == [
        {
            "ink": TABLE.void,
            "paper": TABLE.line,
            "muted": TABLE.muted,
            "rule": TABLE.rule,
            "amber": TABLE.amber,
            "ground": TABLE.tints[0][1],
            "river-name": TABLE.river_name,
            "rail": TABLE.rail,
            "land-name": TABLE.land_name,
            "inside": TABLE.inside,
        },
        sheet,  # pages that a reader has light, but for what is drawn for the table
        drawn,
        drawn,
        sheet,
    ]


@pytest.mark.parametrize("name", ["choice.html", "page.html", "icon.svg"])
def test_the_rest_of_the_site_has_colours_of_the_table(name: str) -> None:
    used = hues((ROOT / "resources" / "web" / name).read_text("utf-8"))
    assert used
    assert set(used) <= {TABLE.void, TABLE.water, TABLE.line, TABLE.amber}


def test_each_survey_is_a_test() -> None:
    for name in SURVEYS:
        file, _, test = name.partition("::")
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), name
