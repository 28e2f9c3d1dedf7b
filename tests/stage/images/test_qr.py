"""QR codes: the address of the exhibit's site, and of the page that is open, if it has one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
import segno
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QGuiApplication, QImage

from kiosk.exhibit.ref import Ref
from kiosk.stage.images.qr import QUIET, QrPictures
from tests.meeting import CONTENT, SMALL
from tests.window import Visitor

ADDRESS = "https://museum.example/culloden?from=kiosk&l=en#top"
SITE = "https://museum.example/rivers"
GAO = Ref("people/gao-shuxun")


def modules(image: QImage, count: int) -> list[list[bool]]:
    """Which squares of a code's picture are dark."""
    side = image.width() // count
    middle = side // 2
    return [
        [image.pixelColor(x * side + middle, y * side + middle).lightness() < 128
         for x in range(count)]
        for y in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("width", [41, 63, 200, 333])
def test_a_code_says_the_address_in_whole_pixels(qapp: QGuiApplication, width: int) -> None:
    picture = QrPictures().picture(f"{quote(ADDRESS, safe='')}/{width}")
    code = segno.make_qr(ADDRESS, error="m")
    count = int(code.symbol_size(border=QUIET)[0])
    assert picture.width() == picture.height() == count * max(1, round(width / count))
    assert modules(picture, count) == [
        [bool(m) for m in row] for row in code.matrix_iter(border=QUIET)
    ]


@pytest.fixture
def with_site(tmp_path: Path) -> Path:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    text = (content / "exhibit.yaml").read_text("utf-8")
    licence = "  licence: CC BY 4.0\n"
    assert licence in text
    (content / "exhibit.yaml").write_text(text.replace(licence, f"{licence}  web: {SITE}\n"))
    return content


def test_the_sources_end_with_the_way_to_the_page_that_is_read(
    meet: Callable[..., Visitor], with_site: Path
) -> None:
    visitor = meet(with_site, (1920, 1080))
    visitor.stand_still()
    visitor.wake()
    visitor.stage.navigation.openPhase(0)
    visitor.settle()
    visitor.stage.navigation.openSheet("sources")
    visitor.settle()
    address = f"{SITE}/phase-{visitor.stage.exhibit.phases[0].id}.html"
    assert address in visitor.texts()
    names = [seen.name for seen in visitor.seen(QAccessible.Role.Graphic)]
    assert f"QR code of {address}" in names


@pytest.fixture(scope="module")
def on_the_web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped exhibit, with a site."""
    content = Path(shutil.copytree(CONTENT, tmp_path_factory.mktemp("web") / "content"))
    text = (content / "exhibit.yaml").read_text("utf-8")
    (content / "exhibit.yaml").write_text(text.replace("title:", f"web: {SITE}\n  title:", 1))
    return content


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("size", "mm", "floor", "reach"), [
    ((1080, 1920), (680, 1210), 700.0, False),
    ((1080, 1920), (680, 1210), 700.0, True),
    ((1920, 1080), (531, 299), 750.0, False),
    ((1280, 800), (151, 94), 900.0, False),
])  # fmt: skip
def test_the_warning_leads_on_to_what_is_read(
    meet: Callable[..., Visitor],
    on_the_web: Path,
    language: str,
    size: tuple[int, int],
    mm: tuple[float, float],
    floor: float,
    reach: bool,
) -> None:
    visitor = meet(on_the_web, size, screen_mm=mm, floor_mm=floor, river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.chooseLanguage(language)
    if reach:
        visitor.stage.preferences.toggleReachMode()
    phase = visitor.stage.exhibit.phases[2].id
    visitor.stage.navigation.openPhase(2)
    for card, page in (("", f"phase-{phase}.html"), (GAO, "people.html#gao-shuxun")):
        if card:
            visitor.stage.navigation.openCard(card)
        visitor.wait_for("warning")
        visitor.settle()
        visitor.frame()
        sight = visitor.look()
        said = visitor.stage.phrases.say("qr_code", [f"{SITE}/{language}/{page}"])
        codes = [seen for seen in visitor.seen(QAccessible.Role.Graphic) if seen.name == said]
        (answer,) = sight.targets
        least = 30 if mm[0] > 200 else 14  # what is for trying has all smaller
        assert min(codes[0].area.width(), codes[0].area.height()) >= least * visitor.mm
        assert f"{SITE}/{language}/{page}" in visitor.texts()
        assert codes[0].area.top() > answer.area.bottom()
        whole = QRectF(visitor.stage.field.reach).adjusted(-1, -1, 1, 1)
        assert whole.contains(codes[0].area)
        visitor.touch(answer)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_reading_aids_lead_to_the_same_page_on_a_phone(
    meet: Callable[..., Visitor], on_the_web: Path, language: str
) -> None:
    visitor = meet(on_the_web, river=False)
    visitor.stand_still()
    visitor.wake()
    navigation = visitor.stage.navigation
    visitor.stage.preferences.chooseLanguage(language)
    phase = visitor.stage.exhibit.phases[1].id
    for go, page in (
        (navigation.goHome, "index.html"),
        (lambda: navigation.openPhase(1), f"phase-{phase}.html"),
        (lambda: navigation.openPanel("forces"), "forces.html"),
        (
            lambda: navigation.openDisagreement(2),
            f"disagreements.html#{visitor.stage.exhibit.disagreements[2].id}",
        ),
    ):
        go()
        navigation.openSheet("comfort")
        visitor.settle()
        said = visitor.stage.phrases.say("qr_code", [f"{SITE}/{language}/{page}"])
        graphics = [seen.name for seen in visitor.seen(QAccessible.Role.Graphic)]
        if said not in graphics:  # on the second page of the sheet
            named = [one for one in visitor.buttons() if one.name == visitor.word("page_down")]
            visitor.touch(min(named, key=lambda one: one.area.top()))
            visitor.frame()
        code = next(s for s in visitor.seen(QAccessible.Role.Graphic) if s.name == said)
        assert min(code.area.width(), code.area.height()) >= 30 * visitor.mm
        assert f"{SITE}/{language}/{page}" in visitor.texts()
        assert visitor.word("go_on") in visitor.texts()


def test_without_a_site_there_is_no_code(meet: Callable[..., Visitor]) -> None:
    visitor = meet(SMALL, (1920, 1080))
    visitor.stand_still()
    visitor.wake()
    visitor.open("phases")
    visitor.stage.navigation.openSheet("sources")
    visitor.settle()
    names = [seen.name for seen in visitor.seen(QAccessible.Role.Graphic)]
    assert not [name for name in names if name.startswith("QR")]
    assert visitor.word("read_on") not in visitor.texts()
