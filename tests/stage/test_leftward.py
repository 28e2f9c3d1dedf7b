"""An exhibit told from right to left: all is mirrored but the map, and what has a face."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument

from kiosk.publish.paper import files
from kiosk.publish.paper.sheet import A4
from kiosk.publish.web import site
from kiosk.stage.rehearsal import rehearsed
from kiosk.workbench.check import check
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.tour import toured
from tests.meeting import SMALL, Meet, read
from tests.talk import conftest as talk
from tests.window import Visitor
from tests.workbench.conftest import still_wrong

speak = talk.speak

ARABIC = SMALL.parent / "arabic"
SHAPES = [(1280, 720), (720, 1280)]


@pytest.fixture(params=SHAPES, ids=["across", "upright"])
def visitor(request: pytest.FixtureRequest, meet: Meet) -> Visitor:
    visitor = meet(ARABIC, request.param)
    visitor.stand_still()
    visitor.wake()
    return visitor


def test_nothing_is_wrong_with_it_on_any_screen(qapp: QGuiApplication) -> None:
    """One walk over all screens; it takes some seconds, since each is laid out and looked at."""
    assert check(ARABIC) == []
    exhibit = read(ARABIC)
    assert rehearsed(exhibit) == []
    found = toured(exhibit, ARABIC, Combination((1280, 720), "ar", inches=23), lambda: None)
    assert list(map(str, still_wrong(found))) == []


def middle(visitor: Visitor, name: str) -> float:
    return visitor.button(name).area.center().x()


def places(visitor: Visitor) -> dict[str, float]:
    """Where the labels of places stand across."""
    return {
        str(item.property("key")): item.mapToScene(QPointF(0, 0)).x()
        for item in visitor.named("PlaceName")
    }


def test_doors_go_from_right_to_left_and_words_begin_at_the_right(visitor: Visitor) -> None:
    doors = [visitor.door(panel).area for panel in ("phases", "forces")]
    assert doors[0].left() > doors[1].right()
    title = next(text for text in visitor.text_items() if text.words == "جسر الوادي")
    assert title.area.right() > visitor.window.width() * 0.9


def test_words_and_pictures_are_set_right_again(visitor: Visitor) -> None:
    visitor.open("phases")
    for name in ("BodyText", "DisplayText", "MapText", "PlaceName"):
        for item in visitor.named(name):
            begins, ends = item.mapToScene(QPointF(0, 0)), item.mapToScene(QPointF(10, 0))
            assert ends.x() - begins.x() == pytest.approx(10)


def test_the_ruler_runs_from_right_to_left_under_a_finger(visitor: Visitor) -> None:
    visitor.open("phases")
    first, second = (middle(visitor, name) for name in ("الطريق، ٧ مايو", "القتال، ٧ مايو"))
    assert first > second
    visitor.touch("القتال، ٧ مايو")
    visitor.settle()
    assert "القتال على الجسر" in visitor.texts()


def test_the_map_is_not_mirrored_and_lies_off_the_words(visitor: Visitor) -> None:
    visitor.open("phases")
    found = places(visitor)
    assert found["well"] < found["bridge"]  # it lies west
    width = visitor.window.width()
    if width > visitor.window.height():
        assert max(found.values()) < width / 2


def test_another_language_turns_the_screen_about(visitor: Visitor) -> None:
    visitor.open("phases")
    before, stood = middle(visitor, "القوات"), places(visitor)
    visitor.stage.preferences.chooseLanguage("en")
    visitor.settle()
    assert middle(visitor, "Forces") < visitor.window.width() / 2 < before + 1
    assert {*places(visitor)} == {*stood}


def test_the_left_key_goes_on_to_the_first_sentence(visitor: Visitor) -> None:
    visitor.open("phases")
    visitor.key(Qt.Key.Key_Down)
    while not str(visitor.window.activeFocusItem().property("spoken")).startswith("تترك"):
        visitor.key(Qt.Key.Key_Down)
    visitor.key(Qt.Key.Key_Left)
    (mark,) = visitor.named("SentenceMark")
    under = max(mark.childItems(), key=lambda one: one.width())
    area = under.mapRectToScene(under.boundingRect())
    text = visitor.window.activeFocusItem()
    assert area.right() == pytest.approx(
        text.mapRectToScene(text.boundingRect()).right(), abs=visitor.mm * 4
    )


def test_a_name_in_the_text_is_touched_where_it_stands(visitor: Visitor) -> None:
    visitor.open("phases")
    text = next(one for one in visitor.text_items() if one.words.startswith("تترك"))
    across = text.area.right() - 0.2 * text.area.width()
    visitor.touch_at(QPoint(int(across), int(text.area.top() + text.area.height() / 6)))
    visitor.settle()
    assert visitor.stage.navigation.card == "formations/green"


def test_a_talk_is_mirrored_and_its_map_is_not(speak: talk.Speak) -> None:
    speaker = speak(ARABIC, language="ar")
    title = next(text for text in speaker.text_items() if text.words == "جسر الوادي")
    assert title.bounds.right() > speaker.window.width() * 0.9
    found = places(speaker)
    assert found["well"] < found["bridge"] < speaker.window.width() / 2


def test_the_site_is_read_from_right_to_left_with_letters_of_its_own(tmp_path: Path) -> None:
    assert site.run(read(ARABIC), ARABIC, tmp_path, languages=("ar", "en"))
    assert 'dir="rtl"' in (tmp_path / "ar" / "index.html").read_text("utf-8")
    assert 'dir="rtl"' not in (tmp_path / "en" / "index.html").read_text("utf-8")
    assert "svg { direction: ltr; }" in (sheet := (tmp_path / "style.css").read_text("utf-8"))
    for name in ("NotoSansArabic-Regular", "NotoNaskhArabic-SemiBold"):
        assert f'url("fonts/{name}.woff2");unicode-range:U+60C,' in sheet
        shaped = TTFont(tmp_path / "fonts" / f"{name}.woff2")
        assert {ord("ج"), ord("ي")} <= {*shaped.getBestCmap()}
        assert {"init", "medi", "fina"} <= {
            one.FeatureTag for one in shaped["GSUB"].table.FeatureList.FeatureRecord
        }
    assert (tmp_path / "fonts" / "NotoSansArabic-OFL.txt").is_file()


def test_a_paper_begins_at_the_right(tmp_path: Path, qapp: QGuiApplication) -> None:
    only = {"languages": ("ar",), "sheets": [A4], "only": ("worksheet",)}
    assert files.run(read(ARABIC), ARABIC, tmp_path, **only)  # type: ignore[arg-type]
    (paper,) = tmp_path.iterdir()
    document = QPdfDocument()
    document.load(str(paper))
    page = document.render(0, QSize(210, 297))
    title = [x for x in range(210) for y in range(15, 32) if page.pixelColor(x, y).alpha() > 100]
    assert title
    assert min(title) > 105


def test_the_sizes_of_the_text_have_the_digits_of_the_language(visitor: Visitor) -> None:
    visitor.stage.navigation.openSheet("comfort")
    visitor.settle()
    assert "٢٠٠٪" in visitor.texts()
