"""Papers and sites of an exhibit in one language, and its site in two, made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.exhibit.model import (
    Decision,
    Disagreement,
    Exhibit,
    Person,
    Picture,
    Record,
    Term,
)
from kiosk.exhibit.reader import read_exhibit
from kiosk.publish.paper import files
from kiosk.publish.web import fonts, site
from kiosk.workbench import new
from tests.publish.html import Page, Tag

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">
<text id="gate" x="5" y="20" font-family="Noto Serif SC">?</text></svg>"""


def read(folder: Path) -> Exhibit:
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    return exhibit


R = TypeVar("R", bound=Record)


def changed(record: R, **values: Any) -> R:
    return record.model_copy(update=values)


def drawing(name: str, **values: Any) -> Picture:
    return Picture.model_validate(
        {"id": name, "name": "A gate", "file": f"{name}.svg", "credit": "CC0",
         "alt": {"en": "A gate in a wall", "zh": "墙上的门"},
         "labels": [{"key": "gate", "text": {"en": "The gate", "zh": "门"}}], **values}
    )  # fmt: skip


def both(text: str) -> dict[str, str]:
    """A text in two languages."""
    return {"en": text, "zh": f"译文{len(text)}：{text[::-1]}"}


def enriched(exhibit: Exhibit) -> Exhibit:
    """The exhibit with one more record of each kind that a new one does not have."""
    phase, view = exhibit.phases[0], exhibit.map.views[0].id
    source = exhibit.sources[0].id
    person = {"id": "keeper", "name": both("The keeper"), "role": both("Keeps the gate"),
              "pinyin": "Shǒumén", "about": both("None passed."), "sources": [source]}  # fmt: skip
    term = {"id": "gate-term", "name": both("Portcullis"), "about": both("A gate that falls.")}
    voices = [
        {"who": both("One text"), "says": both("At about ten"), "low": 10, "sources": [source]},
        {"who": both("Another text"), "says": both("After noon"), "low": 12, "open_ended": True},
    ]
    question = {"id": "when", "question": both("When did it fall?"), "voices": voices,
                "counts": False, "about": [phase.id]}  # fmt: skip
    choices = [
        {"key": "wait", "text": both("Wait for help"), "reply": both("Help was far off.")},
        {"key": "go", "text": both("Go at once"), "reply": both("The road was open.")},
    ]
    decision = {"id": "gate-decision", "title": both("At the gate"), "text": both("It grew dark."),
                "question": both("What do you do?"), "person": "keeper", "choices": choices,
                "taken": "go", "happened": both("They got away."), "view": view,
                "moment": phase.moment, "certainty": "inferred"}  # fmt: skip
    return changed(
        exhibit,
        people=(*exhibit.people, Person.model_validate(person)),
        terms=(*exhibit.terms, Term.model_validate(term)),
        disagreements=(*exhibit.disagreements, Disagreement.model_validate(question)),
        decisions=(Decision.model_validate(decision),),
    )


@pytest.fixture(scope="session")
def printed(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All papers of an exhibit in one language."""
    out = tmp_path_factory.mktemp("printed")
    assert files.run(read(MINIMAL), MINIMAL, out, languages=("en",))
    return out


@pytest.fixture(scope="session")
def two(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> tuple[Exhibit, Path]:
    """An exhibit in two languages with all that there may be in one, and its site."""
    base = tmp_path_factory.mktemp("web")
    new.make(base / "content", ["en", "zh"], None)
    (base / "content" / "gate.svg").write_text(DRAWING)
    photograph = QImage(2000, 1000, QImage.Format.Format_RGB32)
    photograph.fill(0x445566)
    assert photograph.save(str(base / "content" / "wall.png"))
    exhibit = enriched(read(base / "content"))
    shown = (drawing("gate"), drawing("wall", file="wall.png", labels=()))
    phase = changed(exhibit.phases[0], pictures=("gate", "wall"))
    exhibit = changed(exhibit, pictures=shown, phases=(phase, *exhibit.phases[1:]))
    assert site.run(exhibit, base / "content", base / "site", languages=("en", "zh"))
    return exhibit, base / "site"


@pytest.fixture(scope="session")
def one(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> tuple[Exhibit, Path]:
    """An exhibit in one language, and its site."""
    out = tmp_path_factory.mktemp("one")
    exhibit = read(MINIMAL)
    assert site.run(exhibit, MINIMAL, out, languages=("en",))
    return exhibit, out


@pytest.fixture
def uncut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sites whose fonts nobody looks at are made without any."""
    monkeypatch.setattr(fonts, "_cut", lambda *_: b"")


@pytest.fixture(params=["one", "two"])
def either(request: pytest.FixtureRequest) -> tuple[Exhibit, Path]:
    """The one and then the other."""
    found: tuple[Exhibit, Path] = request.getfixturevalue(request.param)
    return found


def pages_of(folder: Path) -> list[Page]:
    return [Page(path) for path in sorted(folder.rglob("*.html"))]


def leads(page: Page) -> Iterator[tuple[Tag, str]]:
    """Everything on a page that a browser fetches or follows."""
    for tag in page.tags:
        for key in ("href", "src", "srcset", "data", "action"):
            if key in tag.attributes:
                yield tag, tag.attributes[key]
