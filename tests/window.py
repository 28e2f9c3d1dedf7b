"""A visitor's hands and eyes on the real window: touches by place or name, and what is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QObject,
    QPoint,
    QPointF,
    Qt,
)
from PySide6.QtGui import QAccessible, QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.map.fingers import DOUBLE_MS
from kiosk.stage.stage import Stage
from kiosk.visit import navigation
from kiosk.workbench.layout.eyes import PRESSED, Seen, Sight, Text, look
from tests.patience import PATIENCE_MS
from tests.qt.fake_time import FakeTime

PANELS = tuple(map(str, navigation.PANELS))
SCREENS = ("home", *PANELS)


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and all beneath it, seen or not."""
    ahead = [item]
    while ahead:
        item = ahead.pop()
        yield item
        ahead += reversed(item.childItems())


def spans(pane: QQuickItem) -> list[tuple[float, float]]:
    """From where to where each page of a reading pane reaches, in px; none where all has room."""
    given = pane.property("spans")
    told = given.toVariant() if hasattr(given, "toVariant") else given
    return [(float(top), float(end)) for top, end in told or []]


ON_THE_MAP = ("PlaceName", "FormationSymbol", "EdgeItem")
"""What QML calls what stands on the map; what has gone is called otherwise while it fades."""


def _moves(item: QQuickItem) -> bool:
    """True if an item fades, or loads what is in it."""
    opacity, name = item.opacity(), item.objectName()
    if name == "Leaving":
        return bool(item.isVisible() and opacity)
    if name in ON_THE_MAP and opacity < 1:
        return bool(item.isVisible())
    loads = item.inherits("QQuickLoader")
    if loads and item.property("active") and item.property("progress") != 1:
        return True
    return 0 < opacity < 1 and (loads or item.property("open") is not None)


class Visitor:
    """Somebody before the glass. Time is turned by hand; only fades and flights take their own."""

    def __init__(self, kiosk: Kiosk, time: FakeTime, finger: QPointingDevice) -> None:
        self.kiosk = kiosk
        self.time = time
        self.finger = finger
        self._frames = 0
        kiosk.window.frameSwapped.connect(self._count_frame)

    def _count_frame(self) -> None:
        self._frames += 1

    @property
    def stage(self) -> Stage:
        return self.kiosk.stage

    @property
    def window(self) -> QQuickWindow:
        return self.kiosk.window

    @property
    def screen(self) -> str:
        return str(self.stage.navigation.screen)

    @property
    def state(self) -> str:
        return str(self.stage.session.state)

    @property
    def mm(self) -> float:
        return float(self.stage.pxPerMm)

    # ------------------------------------------------------------ eyes

    def look(self) -> Sight:
        """What can be seen."""
        return look(self.window.contentItem())

    def seen(self, *roles: QAccessible.Role) -> list[Seen]:
        """The accessible things of these roles on the screen, in the order they are painted."""
        return self.look().of(*roles)

    def named(self, name: str) -> list[QQuickItem]:
        """The items of this objectName, seen or not."""
        return [it for it in walk(self.window.contentItem()) if it.objectName() == name]

    def stands(self) -> list[QQuickItem]:
        """The names, symbols and edge items of a map that is seen."""
        every = (item for name in ON_THE_MAP for item in self.named(name))
        return [item for item in every if item.isVisible()]

    def panes(self) -> list[Seen]:
        """What scrolls."""
        return [seen for seen in self.look().seen if seen.kind == "QQuickFlickable"]

    def reading(self) -> list[QQuickItem]:
        """What has pages where it is higher than its room, from left to right."""
        flicks = sorted(self.panes(), key=lambda pane: pane.area.left())
        holders = [flick.item.parentItem() for flick in flicks]
        return [pane for pane in holders if pane is not None and pane.property("spans") is not None]

    def buttons(self) -> list[Seen]:
        return self.seen(*PRESSED)

    def seen_symbols(self) -> list[Seen]:
        """What is whole on the map, no dot in a crowd: symbols, and what waits beside its spot."""
        symbols = self.seen(QAccessible.Role.Graphic)
        return [symbol for symbol in symbols if symbol.item.width() > 5 * self.mm]

    def button(self, name: str, nth: int = 0) -> Seen:
        """The button that is called `name`."""
        buttons = self.buttons()
        found = [button for button in buttons if button.name == name]
        assert found, f"no button {name!r} among {[button.name for button in buttons]}"
        return found[nth]

    def value(self, name: str) -> str:
        """What the button of a name stands at, as those hear it who cannot see it."""
        face = QAccessible.queryAccessibleInterface(self.button(name).item)
        return face.text(QAccessible.Text.Description)

    def has_button(self, name: str) -> bool:
        return any(button.name == name for button in self.buttons())

    def text_items(self) -> list[Text]:
        """Every Text with words in it on the screen."""
        return [seen for seen in self.look().seen if isinstance(seen, Text)]

    def texts(self) -> list[str]:
        """The words on the screen, without the marks that make some of them links."""
        return [text.words for text in self.text_items()]

    def word(self, key: str) -> str:
        """What the kiosk says for `key` in the language chosen."""
        return str(self.stage.locale.teller.phrases.words[key])

    def door(self, panel: str) -> Seen:
        """A panel's door, on the home screen or in the bar."""
        return self.button(self.door_name(panel))

    def door_name(self, panel: str) -> str:
        """The words on a panel's door."""
        return str(next(row.name for row in self.stage.page.doors.rows if row.key == panel))

    # ------------------------------------------------------------ hands

    def process(self) -> None:
        """Lets Qt do what is due."""
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
        self.stage.situation.catch_up()  # as a frame does; none need have come yet

    def settle(self) -> None:
        """Waits until the camera has landed, all is loaded and every fade is over."""
        self.process()
        self._until(self._rests)
        self.process()

    def frame(self) -> None:
        """Waits for a picture: Qt hands on the moves of a finger only with one."""
        frames = self._frames
        self.window.update()
        self._until(lambda: self._frames > frames)

    def _until(self, condition: Callable[[], bool]) -> None:
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not condition():
            assert not deadline.hasExpired(), "the screen does not come to rest"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def _rests(self) -> bool:
        if self.stage.camera.flying:
            return False
        self.stage.situation.catch_up()  # what frames do bit by bit
        return not any(map(_moves, walk(self.window.contentItem())))

    def down(self, at: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self.window, self.finger).press(finger, at).commit()

    def move(self, to: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self.window, self.finger).move(finger, to).commit()
        self.frame()

    def up(self, at: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self.window, self.finger).release(finger, at).commit()
        self.process()

    def touch_at(self, at: QPoint) -> None:
        """A short touch at a point of the window."""
        self.down(at)
        self.up(at)

    def tap_map(self, at: QPoint) -> None:
        """A tap on the map, and no second one."""
        self.touch_at(at)
        self.time.advance(DOUBLE_MS)
        self.process()

    def take_away(self) -> None:
        """The system takes all touches away."""
        QCoreApplication.sendEvent(self.window, QTouchEvent(QEvent.Type.TouchCancel, self.finger))
        self.process()

    def touch(self, thing: Seen | str) -> None:
        """A short touch on the middle of a thing, or of the button of that name as it is seen."""
        if isinstance(thing, str):
            self.frame()  # what has changed finds its place with a picture
        self.touch_at((self.button(thing) if isinstance(thing, str) else thing).centre)

    def turn_to(self, name: str) -> Seen:
        """The button of a name, after as many touches on "Read on" as it takes."""
        self.frame()
        while not self.has_button(name):
            assert self.read_on(), f"no button {name!r} on any page"
        return self.button(name)

    def read_on(self) -> bool:
        """Turns the page; False on the last."""
        word = self.word("page_down")
        for more in [target for target in self.look().targets if target.name == word]:
            self.touch(more)
            self.frame()
            return True
        return False

    def drag(self, start: QPoint, *way: QPoint, steps: int = 8) -> None:
        """One finger from `start` along `way`, in `steps` moves for each stretch."""
        self.down(start)
        at = QPointF(start)
        for point in way:
            for step in range(1, steps + 1):
                self.move((at + (QPointF(point) - at) * step / steps).toPoint())
            at = QPointF(point)
        self.up(at.toPoint())

    def swipe(self, at: QPoint, millimetres: float) -> None:
        """A swipe across, to the right if `millimetres` is positive."""
        self.drag(at, at + QPoint(round(millimetres * self.mm), 0))

    def pinch(self, centre: QPoint, before: int, after: int) -> None:
        """Two fingers, `before` px apart, then `after`."""
        start, end = QPoint(before // 2, 0), QPoint(after // 2, 0)
        self._both(centre, start, "press")
        for step in range(1, 11):
            self._both(centre, start + (end - start) * step / 10, "move")
            self.frame()
        self._both(centre, end, "release")
        self.process()

    def _both(self, centre: QPoint, away: QPoint, act: str) -> None:
        event = QTest.touchEvent(self.window, self.finger)
        for finger, point in enumerate((centre - away, centre + away)):
            getattr(event, act)(finger, point)
        event.commit()

    def click_at(self, at: QPoint) -> None:
        """A click of the mouse."""
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self.process()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)
        self.process()

    # ------------------------------------------------------------ ways

    def wake(self) -> None:
        """The first touch, where nothing is."""
        self.touch_at(QPoint(self.window.width() // 2, 3))
        assert self.state == "visit"
        self.settle()

    def stand_still(self) -> None:
        """Reduced motion for the visit, so that nothing has to be waited for."""
        if not self.stage.preferences.reducedMotion:
            self.stage.preferences.toggleReducedMotion()

    def open(self, screen: str) -> None:
        """Through the foot to a screen, or its menu, if it is not open already."""
        if screen != self.screen:
            name = self.word("home") if screen == "home" else self.door_name(screen)
            if not self.has_button(name) and self.has_button(self.word("menu")):
                self.touch(self.word("menu"))
                self.settle()
                self.turn_to(name)
            self.touch(name)
        assert self.screen == screen
        self.settle()

    def wait_for(self, state: str) -> int:
        """Keeps hands off until the visit stands at `state`; gives the seconds it took."""
        for second in range(600):
            if self.state == state:
                self.process()
                return second
            self.time.advance_s(1)
        raise AssertionError(f"no {state} within ten minutes")

    def open_hours(self) -> None:
        """Asks for what happened, day by day."""
        self.touch(self.word("what_happened"))
        self.settle()

    def leave(self) -> None:
        """Goes away: the warning comes, nobody answers it."""
        self.wait_for("warning")
        self.wait_for("attract")


def alone(sight: Sight) -> list[Seen]:
    """The things to press that are no part of a choice, which is one stop of the keys."""

    def chooses(seen: Seen) -> bool:
        return seen.role is QAccessible.Role.Grouping and bool(seen.item.property("among"))

    return [target for target in sight.targets if not target.inside(chooses)]


def objects(roots: Iterable[QObject]) -> int:
    """How many QObjects are beneath `roots`."""
    return sum(1 + len(root.findChildren(QObject)) for root in roots)
