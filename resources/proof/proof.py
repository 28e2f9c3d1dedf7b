"""What an exhibit shows and says, as text: run before and after a change, and compare.

    python resources/proof/proof.py OUT [CONTENT]
    diff -r BEFORE AFTER

Below OUT, in every language: each screen and slide by its texts, its accessible names and a hash
of its picture, the main screens in large text and in high contrast too; the lobby; the notes of the
preview; each page of the papers by its text; the site and what the commands print as they are; the
map by a hash of its picture at hours all over the campaign. Objects are named by what people read
and by where they stand, never by the program's own names. Hashes are the same on one machine alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import product
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app import LOBBY, Kiosk, application
from kiosk.closed import closed_window
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine.settings import Settings
from kiosk.map.ground.basemap import BaseMap
from kiosk.publish.openers import HOUR_S
from kiosk.publish.output import OFFSCREEN
from kiosk.publish.pictures import SIZES, at_rest, let_go
from kiosk.qt.heldtime import HeldTime
from kiosk.talk.delivery import Act
from kiosk.talk.lectern import Lectern
from kiosk.talk.slides import talk_of
from kiosk.visit.preferences import TEXT_SCALES
from kiosk.workbench.layout.cases import Case, cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.visiting import BlankMap, opened, visited
from kiosk.workbench.preview import Preview

ROOT = Path(__file__).resolve().parents[2]

HOURS = 40
"""Hours at which the map is looked at, the same time apart."""

NOON = dt.datetime(2025, 3, 4, 12)
"""When the talks are given."""

FADE_MS = 500
"""Longer than any fade."""

STATES = ("checked", "checkable", "focused", "selected", "expanded", "disabled", "readOnly")


# ------------------------------------------------------------ what a window shows


def told(window: QQuickWindow, picture: QImage) -> str:
    """A hash of the picture, then what is read."""
    plain = QImage(picture)
    painter = QPainter(plain)
    for drawing in _drawings(window.contentItem()):
        painter.fillRect(drawing, Qt.GlobalColor.gray)
    painter.end()
    return f"picture {hash_of(plain)}\n{texts_of(window)}"


def texts_of(window: QQuickWindow) -> str:
    """A line for each text and each accessible thing, from the top left."""
    return _listed(line for *_, line in sorted(_lines(window.contentItem(), 1.0)))


def hash_of(picture: QImage) -> str:
    """The SHA-256 of its pixels."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    return hashlib.sha256(bytes(whole.constBits())).hexdigest()


def _drawings(item: QQuickItem) -> Iterator[QRectF]:
    """Where drawings are seen: Qt smooths the letters in them now so, now so."""
    if item.isVisible():
        source = item.property("source")
        if isinstance(source, QUrl) and source.toString().startswith("image://drawings/"):
            yield item.mapRectToScene(item.boundingRect())
        for child in item.childItems():
            yield from _drawings(child)


def _lines(item: QQuickItem, opacity: float) -> Iterator[tuple[int, int, str]]:
    opacity *= item.opacity()
    if opacity <= 0 or not item.isVisible():
        return
    said = [*_text(item), *_accessible(item)]
    if said:
        area = item.mapRectToScene(item.boundingRect()).toRect()
        place = f"{area.x()},{area.y()} {area.width()}x{area.height()}"
        yield area.y(), area.x(), f"{place}  {'  '.join(said)}"
    for child in item.childItems():
        yield from _lines(child, opacity)


def _text(item: QQuickItem) -> Iterator[str]:
    if item.inherits("QQuickText") and (text := item.property("text")):
        yield f"text {text!r}"


def _accessible(item: QQuickItem) -> Iterator[str]:
    face = QAccessible.queryAccessibleInterface(item)
    if face is None or not face.isValid() or face.role() == QAccessible.Role.NoRole:
        return
    state = face.state()
    yield face.role().name
    yield from (name for name in STATES if getattr(state, name))
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        if text := face.text(kind):
            yield f"{kind.name.lower()} {text!r}"


# ------------------------------------------------------------ what is walked through


def settle(engine: QQmlEngine) -> None:
    """Makes all that is made by and by, and lets what began with the window fade in."""
    QTest.qWait(FADE_MS)
    while engine.incubationController().incubatingObjectCount():
        engine.incubationController().incubateFor(FADE_MS)
        QTest.qWait(FADE_MS)


def go_round(kiosk: Kiosk, time: HeldTime) -> None:
    """The attract show once round: names keep no place that they had while screens were made."""
    for _ in kiosk.exhibit.attract:
        time.leap(HOUR_S)
        at_rest(kiosk.window, kiosk.stage)


def write(file: Path, text: str) -> None:
    """Writes a file and the folders that it lies in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def write_screens(exhibit: Exhibit, content: Path, out: Path) -> None:
    """Every screen of the tour, and the screen of a closed exhibit.

    Lying in every language; upright in the last, with reach; the main screens in the
    largest text and in high contrast too. The ground is plain.
    """
    languages, (lying, upright) = exhibit.exhibit.languages, SIZES
    every, main = cases(exhibit), main_screens(exhibit)
    tours = [
        *((Combination(lying, language), every, "") for language in languages),
        (Combination(upright, languages[-1], reach=True), every, ""),
        *(
            (Combination(lying, one, text_scale=TEXT_SCALES[-1]), main, "-large")
            for one in languages
        ),
        *((Combination(lying, one, high_contrast=True), main, "-contrast") for one in languages),
    ]
    for combination, tour, aid in tours:
        folder = out / f"{combination.language}-{_extent(combination.size)}{aid}"
        with visited(exhibit, content, combination, BlankMap) as (kiosk, time):
            if combination.high_contrast:
                kiosk.stage.preferences.toggleHighContrast()
            settle(kiosk.engine)
            go_round(kiosk, time)
            for case in tour:
                with opened(kiosk, time, case):
                    picture = at_rest(kiosk.window, kiosk.stage, 0)
                    write(folder / f"{case.name}.txt", told(kiosk.window, picture))
    for size in SIZES:
        engine, window = closed_window(size)
        window.show()
        write(out / f"closed-{_extent(size)}.txt", told(window, at_rest(window, None, 0)))
        window.close()
        del engine, window
        let_go()


def main_screens(exhibit: Exhibit) -> tuple[Case, ...]:
    """The first screen of each sort: the home screen, one phase, one card."""
    found: dict[str, Case] = {}
    for case in cases(exhibit):
        found.setdefault(case.name.partition("-")[0], case)
    return tuple(found.values())


def write_lobby(exhibit: Exhibit, content: Path, out: Path) -> None:
    """The attract show as a lobby has it, slide by slide. The ground is plain."""
    time, settings = HeldTime(), Settings(sound=False)
    size, base = SIZES[0], BlankMap
    kiosk = Kiosk(
        exhibit, content, settings, LOBBY, timers=time, threaded=False, size=size, base=base
    )
    kiosk.stage.preferences.toggleReducedMotion()
    kiosk.show()
    settle(kiosk.engine)
    go_round(kiosk, time)
    for i in range(len(exhibit.attract)):
        picture = at_rest(kiosk.window, kiosk.stage, 0)
        write(out / f"attract-{i + 1}.txt", told(kiosk.window, picture))
        time.leap(HOUR_S)
    kiosk.close()
    let_go()


def write_preview(content: Path, out: Path) -> None:
    """What the preview says of content with a mistake, and of a folder with nothing else in it.

    Its picture follows the machine's own clock, so it is left out.
    """
    with tempfile.TemporaryDirectory() as folder:
        whole, empty = Path(folder) / "whole", Path(folder) / "empty"
        shutil.copytree(content, whole)
        empty.mkdir()
        for one in (whole, empty):
            (one / "mistake.yaml").write_text("terms: [{id: mistake}]\n", "utf-8")
            preview = Preview(one, SIZES[0], say=lambda line: None)
            at_rest(preview.window, preview.kiosk.stage if preview.kiosk else None)
            write(out / f"{one.name}.txt", texts_of(preview.window))
            preview.close()
            let_go()


def _extent(size: tuple[int, int]) -> str:
    return "x".join(map(str, size))


def write_map(exhibit: Exhibit, content: Path, out: Path) -> None:
    """The map at `HOURS` in all its views by turns, then with each of its layers turned."""
    main, views = exhibit.exhibit, [view.id for view in exhibit.map.views]
    language, size = main.languages[0], SIZES[0]
    hours = [main.starts + (main.ends - main.starts) * i / (HOURS - 1) for i in range(HOURS)]
    with visited(exhibit, content, Combination(size, language), BaseMap) as (kiosk, _):
        settle(kiosk.engine)
        stage = kiosk.stage
        stage.session.touch()
        stage.navigation.openPanel("maps")
        seen = {}
        for view in views:
            for hour in hours[views.index(view) :: len(views)]:
                stage.atlas.openView(view)
                stage.playhead.goTo(hour)
                seen[hour] = f"{view} {hash_of(at_rest(kiosk.window, stage, 0))}"
        write(out / "hours.txt", _listed(f"{hour:%F %R} {seen[hour]}" for hour in hours))
        for layer in [str(row.key) for row in stage.atlas.layers.rows]:
            stage.atlas.toggleLayer(layer)
            picture = at_rest(kiosk.window, stage, 0)
            write(out / f"layer-{layer}.txt", told(kiosk.window, picture))
            stage.atlas.toggleLayer(layer)


def _listed(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def write_talks(exhibit: Exhibit, content: Path, out: Path) -> None:
    """Every click of every talk, for its audience and for its speaker; what lies over a slide."""
    for language, talk in product(exhibit.exhibit.languages, exhibit.talks):
        time = HeldTime()
        kiosk = partial(
            Kiosk,
            exhibit,
            content,
            Settings(sound=False),
            timers=time,
            threaded=False,
            size=SIZES[0],
            base=BlankMap,
        )
        lectern = Lectern(
            exhibit,
            talk_of(exhibit, talk.id),
            kiosk,
            timers=time,
            size=SIZES[0],
            notes=True,
            now=lambda: NOON,
        )
        lectern.stage.preferences.chooseLanguage(language)
        lectern.stage.preferences.toggleReducedMotion()
        lectern.show()
        settle(lectern.kiosk.engine)
        for name in _clicks(lectern):
            for who, window in (("audience", lectern.kiosk.window), ("speaker", lectern.notes)):
                picture = at_rest(window, lectern.stage)
                write(out / f"{language}-{talk.id}" / f"{name}-{who}.txt", told(window, picture))
        lectern.end()
        lectern.close()
        let_go()


def _clicks(lectern: Lectern) -> Iterator[str]:
    """The name of each click, which is taken; then of what else may be shown."""
    delivery = lectern.delivery
    for i, slide in enumerate(delivery.slides):
        for step in range(slide.steps):
            yield f"{i + 1:02}-{slide.show.replace('/', '-')}-{step}"
            delivery.act(Act.FORWARD)
    acts = (Act.OVERVIEW, Act.ESCAPE, Act.ESCAPE, Act.OTHER, Act.BLACK)
    for i, act in enumerate(acts, 1):
        delivery.act(act)
        yield f"act-{i}-{act}"


# ------------------------------------------------------------ what the commands make


def command(*arguments: str | Path) -> str:
    """What a command prints."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def write_papers(content: Path, out: Path) -> None:
    """The text of each page of the papers, and what the file says of itself."""
    with tempfile.TemporaryDirectory() as folder:
        write(out / "said.txt", command("render", content, "--as", "pdf", "--out", folder))
        for file in sorted(Path(folder).glob("*.pdf")):
            reader = PdfReader(file)
            title = str(reader.metadata.title) if reader.metadata else ""
            pages = [page.extract_text() for page in reader.pages]
            texts = [f"title {title}", *(f"---- page {i}\n{t}" for i, t in enumerate(pages, 1))]
            write(out / f"{file.stem}.txt", _listed(texts))


def write_site(content: Path, out: Path) -> None:
    """The site as it is."""
    write(out.with_name("site-said.txt"), command("render", content, "--as", "web", "--out", out))


def write_commands(exhibit: Exhibit, content: Path, out: Path) -> None:
    """What commands print that draw nothing."""
    write(out / "schema.json", command("schema", content))
    write(out / "schema.md", command("schema", "--as", "markdown"))
    main = exhibit.exhibit
    for hour in (main.starts, main.starts + (main.ends - main.starts) / 2, main.ends):
        said = (
            command("at", f"{hour:%FT%R}", content, "--format", kind) for kind in ("text", "json")
        )
        write(out / f"at-{hour:%FT%H%M}.txt", "".join(said))
    commands = ("run", "present", "new", "schema", "check", "at", "preview", "render", "bench")
    for name in commands:
        write(out / f"{name}-help.txt", command(name, "--help"))


def main() -> None:
    """Writes all of it."""
    out, content = (Path(name).resolve() for name in [*sys.argv[1:], str(ROOT / "content")][:2])
    exhibit = read_exhibit(content).exhibit
    if exhibit is None:
        sys.exit(f"{content} can't be shown: kiosk check tells why")
    os.environ |= OFFSCREEN
    application(Settings())
    write_commands(exhibit, content, out / "commands")
    write_site(content, out / "site")
    write_papers(content, out / "papers")
    write_screens(exhibit, content, out / "screens")
    write_lobby(exhibit, content, out / "lobby")
    write_preview(content, out / "preview")
    write_map(exhibit, content, out / "map")
    write_talks(exhibit, content, out / "talks")


if __name__ == "__main__":
    main()
