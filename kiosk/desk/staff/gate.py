"""The staff gate as QML reads it: the PIN on a keypad, and behind it what staff may do."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.desk.staff import secret
from kiosk.desk.staff.frame import Point, turn_of
from kiosk.desk.staff.secret import NoSecret, Tries
from kiosk.machine.dial import Dial
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.timing import Timekeeper

QML_IMPORT_NAME = "Kiosk.Desk"
QML_IMPORT_MAJOR_VERSION = 1

ENDS_S = 60
"""Seconds without a touch after which the gate shuts by itself."""

CLEAN_S = 30
"""Seconds for which the glass feels nothing, to be cleaned."""

STEP = 10
"""Per cent that a touch makes it louder or brighter."""

TARGETS: tuple[Point, ...] = ((0.2, 0.3), (0.8, 0.3), (0.8, 0.7), (0.25, 0.55))
"""The places of the targets of the touch test: no turn of them is like another."""


class Room(StrEnum):
    """The part of the gate that is shown."""

    SHUT = ""
    PIN = "pin"
    ACTS = "acts"
    CLEAN = "clean"
    CONTENT = "content"
    HEALTH = "health"
    HOURS = "hours"
    TOUCH = "touch"
    SCREEN = "screen"
    SURE = "sure"


class Asked(StrEnum):
    """An act that is asked back: the exhibit goes with it."""

    RESTART = "restart"
    POWER = "poweroff"
    MAINTENANCE = "maintenance"


@dataclass(frozen=True)
class Powers:
    """The machine and the exhibit, as far as the gate moves them.

    `act` does what is asked; `powers` is true where the machine lets itself be shut down.
    """

    act: Callable[[Asked], None]
    set_quiet: Callable[[bool], None]
    content: Callable[[], Sequence[str]]
    ask_health: Callable[[Callable[[Sequence[str]], None]], None]
    hours: Callable[[], str] = lambda: ""
    set_today: Callable[[str], None] = lambda today: None
    volume: Dial | None = None
    brightness: Dial | None = None
    powers: bool = False


@QmlElement
@QmlUncreatable("The application makes the gate.")
class Gate(QObject):
    """The gate of one exhibit, in the `languages` that there are words in.

    Signals:
        moved: another room, or the gate was opened or shut.
        changed: what is said in the room.
        spoken: another language.
    """

    moved = Signal()
    changed = Signal()
    spoken = Signal()

    def __init__(
        self,
        timers: Timekeeper,
        languages: Sequence[Mapping[str, Any]],
        powers: Powers,
        *,
        shuffled: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._languages, self._powers, self._shuffled = [*languages], powers, shuffled
        self._room, self._asked = Room.SHUT, Asked.RESTART
        self._digits, self._wrong, self._pad = "", False, [*range(1, 10), 0]
        self._tries = Tries()
        self._end = timers.single(self._shut)
        self._second = timers.single(self._pass)
        self._wait_s = self._tries.wait_s
        self._left_s = 0
        self._quiet = False
        self._lines: list[str] = []
        self._told: list[Point] = []
        if self._wait_s:
            self._second.start(1000)

    # ------------------------------------------------------------ what is shown

    @Property(str, notify=moved)
    def room(self) -> Room:
        """The `Room` as text."""
        return self._room

    @Property("QVariantMap", notify=spoken)
    def words(self) -> dict[str, Any]:
        """The interface words by their keys."""
        return dict(self._languages[0])

    @Property(str, notify=spoken)
    def nextLanguage(self) -> str:
        """The language that a touch turns to, in its own word; "" where there is none."""
        return str(self._languages[1]["language_name"]) if len(self._languages) > 1 else ""

    @Property("QVariantList", notify=moved)
    def pad(self) -> list[int]:
        """The digits in the order of the keypad, row by row, the last alone below."""
        return self._pad

    @Property(int, notify=changed)
    def entered(self) -> int:
        """The number of digits that are entered."""
        return len(self._digits)

    @Property(str, notify=changed)
    def said(self) -> str:
        """A line above the keypad, or of the room."""
        words = self._languages[0]
        if self._room is Room.PIN and self._wait_s:
            return str(words["staff_wait"]).format(self._wait_s)
        if self._room is Room.PIN:
            return str(words["staff_wrong"]) if self._wrong else ""
        if self._room is Room.CLEAN:
            said = words["staff_clean_why"] if self._left_s else words["staff_clean_done"]
            return str(said).format(self._left_s)
        if self._room is Room.TOUCH:
            return self._judged()
        if self._room is Room.HOURS:
            return self._powers.hours()
        return ""

    @Property("QStringList", notify=changed)
    def lines(self) -> list[str]:
        """The lines of content or health."""
        return self._lines

    @Property(bool, notify=changed)
    def cleaning(self) -> bool:
        """True while the glass feels nothing."""
        return self._room is Room.CLEAN and self._left_s > 0

    @Property(bool, notify=changed)
    def quiet(self) -> bool:
        """True while no sound is made."""
        return self._quiet

    @Property(int, notify=changed)
    def volume(self) -> int:
        """The volume in per cent, -1 where the machine has none."""
        return self._powers.volume.value if self._powers.volume else -1

    @Property(int, notify=changed)
    def brightness(self) -> int:
        """The brightness of the screen in per cent, -1 where the machine can't turn it."""
        return self._powers.brightness.value if self._powers.brightness else -1

    @Property(bool, constant=True)
    def powers(self) -> bool:
        """True where the machine can be shut down from here."""
        return self._powers.powers

    @Property(str, notify=moved)
    def asked(self) -> Asked:
        """The act that is asked back."""
        return self._asked

    @Property("QVariantList", notify=changed)
    def target(self) -> list[float]:
        """The target to be touched next, as parts of the glass; [] when all are."""
        at = len(self._told)
        return [*TARGETS[at]] if at < len(TARGETS) else []

    # ------------------------------------------------------------ what staff do

    @property
    def is_open(self) -> bool:
        """True if anything of the gate is shown."""
        return self._room is not Room.SHUT

    def knock(self) -> None:
        """Asks for the PIN."""
        if self._room is Room.SHUT:
            self._pad = [*range(1, 10), 0]
            if self._shuffled:
                secrets.SystemRandom().shuffle(self._pad)
            self._digits, self._wrong = "", False
            self._go(Room.PIN)

    def attend(self) -> None:
        """Takes note that somebody is there: the gate stays open."""
        if self.is_open:
            self._end.start(ENDS_S * 1000)

    @Slot(int)
    def press(self, digit: int) -> None:
        """Takes a digit."""
        if self._room is Room.PIN and not self._wait_s and len(self._digits) < secret.MOST:
            self._digits, self._wrong = f"{self._digits}{digit}", False
            self.changed.emit()

    @Slot()
    def rub(self) -> None:
        """Takes the last digit away."""
        self._digits = self._digits[:-1]
        self.changed.emit()

    @Slot()
    def tryPin(self) -> None:
        """Tries the digits that are entered."""
        if self._room is not Room.PIN or self._wait_s or len(self._digits) < secret.LEAST:
            return
        digits, self._digits = self._digits, ""
        try:
            right = secret.is_right(secret.read(), digits)
        except NoSecret:
            right = False
        if right:
            self._tries.right()
            self._go(Room.ACTS)
            return
        self._tries.wrong()
        self._wrong, self._wait_s = True, self._tries.wait_s
        if self._wait_s:
            self._second.start(1000)
        self.changed.emit()

    @Slot(str)
    def enter(self, room: str) -> None:
        """Opens a room behind the acts."""
        if self._room in (Room.SHUT, Room.PIN):
            return
        chosen = Room(room)
        self._lines, self._told = [], []
        if chosen is Room.CLEAN:
            self._left_s = CLEAN_S
            self._second.start(1000)
        elif chosen is Room.CONTENT:
            self._lines = [*self._powers.content()]
        elif chosen is Room.HEALTH:
            self._powers.ask_health(self._show_health)
        self._go(chosen)

    @Slot(str)
    def ask(self, act: str) -> None:
        """Asks back before an act."""
        if self._room is Room.ACTS:
            self._asked = Asked(act)
            self._go(Room.SURE)

    @Slot()
    def agree(self) -> None:
        """Does the act that was asked back."""
        if self._room is Room.SURE:
            self._shut()
            self._powers.act(self._asked)

    @Slot()
    def back(self) -> None:
        """Goes back to the acts, and from them out."""
        if self._room in (Room.PIN, Room.ACTS, Room.SHUT):
            self._shut()
        elif not self.cleaning:
            self._go(Room.ACTS)

    @Slot()
    def toggleQuiet(self) -> None:
        """No sound, or sound again."""
        self._quiet = not self._quiet
        self._powers.set_quiet(self._quiet)
        self.changed.emit()

    @Slot(bool)
    def setLouder(self, louder: bool) -> None:
        """A step louder, or softer."""
        self._turn(self._powers.volume, up=louder)

    @Slot(bool)
    def setBrighter(self, brighter: bool) -> None:
        """A step brighter, or darker."""
        self._turn(self._powers.brightness, up=brighter)

    @Slot(str)
    def setToday(self, today: str) -> None:
        """Other hours for today: "open", "shut", or "" for those of every day."""
        self._powers.set_today(today)
        self.changed.emit()

    @Slot(float, float)
    def meet(self, x: float, y: float) -> None:
        """Takes a touch of the touch test, as parts of the glass."""
        if self._room is Room.TOUCH and len(self._told) < len(TARGETS):
            self._told.append((x, y))
            self.changed.emit()

    @Slot()
    def turnLanguage(self) -> None:
        """Turns to the next language."""
        self._languages = [*self._languages[1:], self._languages[0]]
        self.spoken.emit()
        self.changed.emit()

    def close(self) -> None:
        """Waits for nothing any more."""
        self._end.stop()
        self._second.stop()

    def _turn(self, dial: Dial | None, *, up: bool) -> None:
        if dial and self._room is Room.ACTS:
            dial.step(STEP if up else -STEP)
            self.changed.emit()

    def _judged(self) -> str:
        words = self._languages[0]
        if len(self._told) < len(TARGETS):
            return str(words["staff_targets"])
        turn = turn_of(TARGETS, self._told)
        if turn is None:
            return str(words["staff_lost"])
        if turn.isdecimal():
            return str(words["staff_turned"]).format(turn)
        return str(words["staff_mirrored"] if turn else words["staff_straight"])

    def _show_health(self, lines: Sequence[str]) -> None:
        if self._room is Room.HEALTH:
            self._lines = [*lines]
            self.changed.emit()

    def _go(self, room: Room) -> None:
        self._room = room
        self._end.start(ENDS_S * 1000)
        self.moved.emit()
        self.changed.emit()

    @Slot()
    def _shut(self) -> None:
        self._end.stop()
        self._digits, self._left_s = "", 0
        if self._room is not Room.SHUT:
            self._room = Room.SHUT
            self.moved.emit()
            self.changed.emit()

    @Slot()
    def _pass(self) -> None:
        """A second of a wait, or of the cleaning."""
        self._wait_s, self._left_s = max(0, self._wait_s - 1), max(0, self._left_s - 1)
        if self._left_s:
            self._end.start(ENDS_S * 1000)
        if self._wait_s or self._left_s:
            self._second.start(1000)
        self.changed.emit()
