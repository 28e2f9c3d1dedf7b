"""The preview follows every save, stays where the curator is, and says what is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.machine import lookout as lookouts
from kiosk.workbench.layout.eyes import look
from kiosk.workbench.preview import KEYS, SCREENS, Preview
from tests.desk.conftest import edit
from tests.patience import PATIENCE_MS
from tests.share import Share, share, touches  # noqa: F401  a fixture

SMALL = Path(__file__).parents[1] / "exhibits" / "minimal"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


@pytest.fixture
def said() -> list[str]:
    return []


Open = Callable[..., Preview]


@pytest.fixture
def begin(
    qapp: QGuiApplication,
    content: Path,
    said: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Open]:
    made: list[Preview] = []

    def open_(
        folder: Path = content, *, soon_ms: int = PATIENCE_MS, answers: bool = True
    ) -> Preview:
        monkeypatch.setattr(lookouts, "SOON_MS", soon_ms)
        made.append(Preview(folder, (1280, 720), say=said.append))
        if answers:
            with qtbot.waitSignal(made[-1].followed, timeout=PATIENCE_MS):
                pass
        return made[-1]

    yield open_
    for preview in made:
        preview.close()
    made.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def texts(preview: Preview) -> list[str]:
    return [text.words for text in look(preview.window.contentItem()).texts]


def notes(preview: Preview) -> list[str]:
    """The problems over the picture."""
    return [text for text in texts(preview) if ".yaml:" in text or text.startswith("and ")]


def expect(preview: Preview, qtbot: QtBot, said: list[str]) -> None:
    """Waits for the problems over the picture, each by how it begins."""

    def seen() -> bool:
        found = notes(preview)
        return len(found) == len(said) and all(map(str.startswith, found, said))

    qtbot.waitUntil(seen, timeout=PATIENCE_MS)


def save(preview: Preview, qtbot: QtBot, act: Callable[[], object]) -> None:
    """An author's save, until the preview has followed it."""
    with qtbot.waitSignal(preview.followed, timeout=PATIENCE_MS):
        act()


def press(preview: Preview, key: Qt.Key) -> None:
    QTest.keyClick(preview.window, key)


def test_a_save_shows_on_the_same_screen(begin: Open, content: Path, qtbot: QtBot) -> None:
    preview = begin()
    kiosk = preview.kiosk
    assert kiosk is not None
    kiosk.stage.navigation.openPhase(1)
    title = kiosk.exhibit.phases[1].title.in_("en")
    save(preview, qtbot, lambda: edit(content, f"title: {title}", "title: Changed", "story.yaml"))
    assert preview.kiosk is kiosk
    assert kiosk.stage.navigation.phase == 1
    qtbot.waitUntil(lambda: "Changed" in texts(preview), timeout=PATIENCE_MS)
    expect(preview, qtbot, [])


def test_a_mistake_stands_over_what_was_good(
    begin: Open, content: Path, said: list[str], qtbot: QtBot
) -> None:
    preview = begin()
    before = preview.window.title()
    assert before.endswith("no problems")
    save(preview, qtbot, lambda: edit(content, "  title: Culloden", "  titel: Culloden"))
    problem = 'exhibit.yaml:5:3: exhibit.titel: is not a key here (did you mean "title"?)'
    expect(preview, qtbot, [problem])
    assert said == [problem]
    assert preview.window.title().endswith("1 problem")
    assert preview.kiosk is not None
    assert preview.kiosk.stage.exhibitTitle == "Culloden"


def test_a_mistake_that_is_mended_is_gone(begin: Open, content: Path, qtbot: QtBot) -> None:
    preview = begin()
    save(preview, qtbot, lambda: edit(content, "  title: Culloden", "  titel: Culloden"))
    save(preview, qtbot, lambda: edit(content, "  titel: Culloden", "  title: Drumossie"))
    expect(preview, qtbot, [])
    assert preview.kiosk is not None
    assert preview.kiosk.stage.exhibitTitle == "Drumossie"


def test_what_only_a_thorough_look_finds_is_told_later(
    begin: Open, content: Path, said: list[str], qtbot: QtBot
) -> None:
    preview = begin()
    (layer,) = (content / "map").glob("*.geojson")
    save(preview, qtbot, lambda: layer.write_text("{}", "utf-8"))
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert "is not a FeatureCollection" in said[0]


def test_it_begins_with_what_is_sound(begin: Open, content: Path, qtbot: QtBot) -> None:
    edit(content, "  title: Culloden", "  title: Culloden\n  colour: red")
    preview = begin()
    assert preview.kiosk is None or preview.kiosk.stage.exhibitTitle == "Culloden"
    expect(preview, qtbot, ["exhibit.yaml:"])


def test_it_waits_for_something_to_show(begin: Open, content: Path, qtbot: QtBot) -> None:
    text = (content / "exhibit.yaml").read_text("utf-8")
    (content / "exhibit.yaml").write_text("exhibit: :", "utf-8")
    preview = begin()
    assert preview.kiosk is None
    expect(preview, qtbot, ["exhibit.yaml:1:"])
    save(preview, qtbot, lambda: (content / "exhibit.yaml").write_text(text, "utf-8"))
    assert preview.kiosk is not None
    expect(preview, qtbot, [])


def test_escape_hides_the_problems_until_the_next_save(
    begin: Open, content: Path, qtbot: QtBot
) -> None:
    preview = begin()
    save(preview, qtbot, lambda: edit(content, "  title: Culloden", "  titel: Culloden"))
    press(preview, Qt.Key.Key_Escape)
    expect(preview, qtbot, [])
    save(preview, qtbot, lambda: edit(content, "  titel: Culloden", "  tilte: Culloden"))
    expect(preview, qtbot, ["exhibit.yaml:"])


def test_keys_turn_what_a_visitor_may_want(begin: Open) -> None:
    preview = begin()
    assert preview.kiosk is not None
    wanted = preview.kiosk.stage.preferences
    for key in (Qt.Key.Key_T, Qt.Key.Key_C, Qt.Key.Key_R, Qt.Key.Key_M):
        press(preview, key)
    assert (wanted.textScale, wanted.highContrast) == (125, True)
    assert (wanted.reachMode, wanted.reducedMotion) == (True, True)
    assert "125 %" in preview.window.title()


def test_keys_turn_the_screen_and_change_it(begin: Open) -> None:
    preview = begin()
    assert preview.kiosk is not None
    stage = preview.kiosk.stage
    before = stage.pxPerMm
    press(preview, Qt.Key.Key_O)
    assert (preview.window.width(), preview.window.height()) == (720, 1280)
    assert stage.pxPerMm == pytest.approx(before)
    press(preview, Qt.Key.Key_S)
    assert stage.pxPerMm == pytest.approx(before * SCREENS[0].inches / SCREENS[1].inches)
    assert str(SCREENS[1]) in preview.window.title()


def test_a_key_shows_the_attract_show_and_ends_it(begin: Open) -> None:
    preview = begin()
    assert preview.kiosk is not None
    press(preview, Qt.Key.Key_A)
    assert preview.kiosk.stage.session.state == "attract"
    press(preview, Qt.Key.Key_A)
    assert preview.kiosk.stage.session.state == "visit"


def test_every_key_is_told() -> None:
    assert [part.split()[0] for part in KEYS.split(" · ")] == [*"LTCRMOSA", "Esc"]


# ------------------------------------------------------------ a folder on a share


def is_silent(preview: Preview, folder: Path) -> bool:
    """Whether the window says that the folder does not answer."""
    return texts(preview).count(f".:1:1: {folder}: does not answer (it is waited for)") == 1


def test_the_window_never_asks_the_folder(
    begin: Open, content: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with touches(content, monkeypatch) as found:
        preview = begin()
    with qtbot.waitSignal(preview.followed, timeout=PATIENCE_MS):
        edit(content, "  title: Culloden", "  title: Drumossie")
        with touches(content, monkeypatch) as later:
            qtbot.waitUntil(lambda: preview.kiosk is not None, timeout=PATIENCE_MS)
            qtbot.waitUntil(
                lambda: preview.kiosk.stage.exhibitTitle == "Drumossie",  # type: ignore[union-attr]
                timeout=PATIENCE_MS,
            )
    assert found == later == []


def test_a_folder_that_never_answers_is_said_to(
    begin: Open, content: Path, monkeypatch: pytest.MonkeyPatch, said: list[str], qtbot: QtBot
) -> None:
    monkeypatch.setattr(lookouts, "MODULE", "tests.machine.hanging")
    preview = begin(soon_ms=0, answers=False)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: is_silent(preview, content), timeout=PATIENCE_MS)
    assert preview.window.title().endswith("1 problem")
    assert preview.kiosk is None


def test_a_share_that_hangs_leaves_the_window_alive_until_it_answers(
    begin: Open,
    share: Callable[[Path], Share],  # noqa: F811
    qtbot: QtBot,
) -> None:
    shared = share(SMALL)
    preview = begin(shared.folder, soon_ms=lookouts.SOON_MS)
    kiosk = preview.kiosk
    assert kiosk is not None
    with shared.hanging():
        qtbot.waitUntil(lambda: is_silent(preview, shared.folder), timeout=PATIENCE_MS)
        for key in (Qt.Key.Key_O, Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_C):
            press(preview, key)
        kiosk.stage.navigation.openPanel("maps")
        qtbot.waitUntil(lambda: str(kiosk.stage.navigation.screen) == "maps")
        assert kiosk.stage.preferences.highContrast
    qtbot.waitUntil(lambda: not is_silent(preview, shared.folder), timeout=PATIENCE_MS)
    save(preview, qtbot, lambda: edit(shared.folder, "  title: Culloden", "  title: Drumossie"))
    qtbot.waitUntil(lambda: kiosk.stage.exhibitTitle == "Drumossie", timeout=PATIENCE_MS)


def test_a_share_that_hangs_at_first_is_shown_when_it_answers(
    begin: Open,
    share: Callable[[Path], Share],  # noqa: F811
    said: list[str],
    qtbot: QtBot,
) -> None:
    shared = share(SMALL)
    with shared.hanging():
        preview = begin(shared.folder, soon_ms=lookouts.SOON_MS, answers=False)
        qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: is_silent(preview, shared.folder), timeout=PATIENCE_MS)
        assert preview.kiosk is None
    qtbot.waitUntil(lambda: preview.kiosk is not None, timeout=PATIENCE_MS)
    assert not is_silent(preview, shared.folder)


def test_a_preview_ends_while_the_share_hangs(
    begin: Open,
    share: Callable[[Path], Share],  # noqa: F811
    qtbot: QtBot,
) -> None:
    shared = share(SMALL)
    preview = begin(shared.folder)
    with shared.hanging():
        preview.close()
    preview.close = lambda: None  # type: ignore[method-assign]


def test_what_cannot_be_copied_is_said_over_what_was_good(
    begin: Open, content: Path, said: list[str], qtbot: QtBot
) -> None:
    preview = begin()
    away = content.with_name("away")
    save(preview, qtbot, lambda: content.rename(away))
    assert said == [f".:1:1: {content}: is not a folder"]
    assert said[0] in texts(preview)
    assert preview.kiosk is not None
    save(preview, qtbot, lambda: away.rename(content))
    qtbot.waitUntil(lambda: said[0] not in texts(preview), timeout=PATIENCE_MS)
