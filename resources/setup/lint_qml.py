"""Lint the QML of kiosk/stage/qml with the types that Python registers, and hold its format.

Exit 1 on any warning of qmllint or on a file that qmlformat would write otherwise; with `--fix`
the files are written so instead. Run it with the Python of the environment PySide6 lies in.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from itertools import takewhile
from pathlib import Path
from typing import Any

BUILD = Path("build/qmltypes")
QML = Path("kiosk/stage/qml")
ROOMS = (
    *(
        Path("kiosk") / room
        for room in ("visit", "qt", "speech", "media", "map", "stage", "desk", "talk")
    ),
)
"""Where types are registered; a room uses the types of those before it."""
PYTHON_TYPES = {"dict": "QVariantMap", "list": "QVariantList"}
"""How the metaobject dump names what Python declares, and what QML gets."""


def tool(name: str, *arguments: str | Path) -> str:
    """The standard output of one of PySide6's tools; its complaint ends the run."""
    command = [str(Path(sysconfig.get_path("scripts")) / f"pyside6-{name}"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        complaint = re.sub(
            r"^'.*' returned \d+$", "", done.stdout + done.stderr, flags=re.MULTILINE
        )
        sys.exit(f"{name}: {complaint.strip() or done.returncode}")
    return done.stdout


def registering(files: Iterable[Path]) -> dict[str, list[Path]]:
    """The files that register QML types, by the QML module they name."""
    modules: dict[str, list[Path]] = {}
    for file in files:
        named = re.search(r'^QML_IMPORT_NAME = "([\w.]+)"', file.read_text("utf-8"), re.MULTILINE)
        if named:
            modules.setdefault(named[1], []).append(file)
    return modules


def qt_named(dump: Any) -> Any:
    """The metaobject dump with Qt's names for Python's types."""
    if isinstance(dump, list):
        return [qt_named(part) for part in dump]
    if not isinstance(dump, dict):
        return dump
    return {
        key: PYTHON_TYPES.get(value, value)
        if key in ("type", "returnType") and isinstance(value, str)
        else qt_named(value)
        for key, value in dump.items()
    }


def constants(file: Path) -> set[tuple[str, str]]:
    """Class and name of each property that `file` declares with `constant=True`."""
    return {
        (klass.name, method.name)
        for klass in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(klass, ast.ClassDef)
        for method in klass.body
        if isinstance(method, ast.FunctionDef)
        for call in method.decorator_list
        if isinstance(call, ast.Call)
        and any(
            word.arg == "constant" and ast.unparse(word.value) == "True" for word in call.keywords
        )
    }


def mark_constants(dump: Any, files: Iterable[Path]) -> None:
    """Note in the metaobject dump which properties are constant: the dump forgets it."""
    known = set().union(*map(constants, files))
    classes = (klass for part in dump for klass in part["classes"])
    for klass in classes:
        for entry in klass.get("properties", []):
            entry["constant"] = (klass["className"], entry["name"]) in known


def mark_objects(dump: Any) -> None:
    """Note in the metaobject dump what derives from an object of another file: it misses that."""
    classes = [klass for part in dump for klass in part["classes"]]
    known = {klass["className"] for klass in classes if klass.get("object")}
    for klass in classes:
        if known & {base["name"] for base in klass.get("superClasses", [])}:
            klass["object"] = True


def dump_types(module: str, files: list[Path]) -> Path:
    """Write down what types `files` register for `module`; the file it is written to."""
    folder = BUILD.joinpath(*module.split("."))
    folder.mkdir(parents=True, exist_ok=True)
    dump = json.loads(tool("metaobjectdump", "--quiet", *sorted(files)))
    mark_constants(dump, files)
    mark_objects(dump)
    metatypes = folder / "metatypes.json"
    metatypes.write_text(json.dumps(qt_named(dump)), encoding="utf-8")
    return metatypes


def describe(module: str, metatypes: dict[str, Path]) -> None:
    """Write the qmldir and the qmltypes of one of the modules of `metatypes`.

    It depends on those before it: qmllint finds no type across modules that depend on each other.
    """
    folder = metatypes[module].parent
    others = {name: metatypes[name] for name in takewhile(lambda name: name != module, metatypes)}
    depends = "".join(f"depends {name} auto\n" for name in ("QtQuick", *others))
    (folder / "qmldir").write_text(f"module {module}\ntypeinfo types.qmltypes\n{depends}")
    foreign = ["--foreign-types", ",".join(map(str, others.values()))] if others else []
    tool(
        "qmltyperegistrar",
        *("--import-name", module, "--major-version", "1", "--minor-version", "0"),
        *("--generate-qmltypes", folder / "types.qmltypes"),
        *("-o", folder / "registration.cpp"),
        *foreign,
        metatypes[module],
    )


def ill_formed(files: Iterable[Path], fix: bool) -> list[Path]:
    """The files that qmlformat would write otherwise; where `fix`, they are written so."""
    wrong = []
    for file in files:
        formed = tool("qmlformat", "--newline", "unix", file)
        if formed != file.read_bytes().decode("utf-8"):
            wrong.append(file)
            if fix:
                file.write_bytes(formed.encode("utf-8"))
    return wrong


def main() -> int:
    """Lint all; the exit status."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    fix = "--fix" in sys.argv[1:]
    files = sorted(QML.rglob("*.qml"))
    modules = registering(file for room in ROOMS for file in sorted(room.rglob("*.py")))
    metatypes = {module: dump_types(module, sources) for module, sources in modules.items()}
    for module in metatypes:
        describe(module, metatypes)
    if files:
        tool("qmllint", "-W", "0", "-I", BUILD, "-I", QML, *files)
    wrong = ill_formed(files, fix)
    if wrong and not fix:
        names = "\n  ".join(str(file) for file in wrong)
        print(f"qmlformat would write these otherwise (make format does it):\n  {names}")
        return 1
    print(f"{len(files)} QML files: no warning, well formed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
