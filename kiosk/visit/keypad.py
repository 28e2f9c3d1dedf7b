"""The visitor's keys: presses of a keyboard or a keypad, as the screens hear them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.machine.keymap import Key, Keymap
from kiosk.qt.property import Property, QmlUncreatable

if TYPE_CHECKING:
    from kiosk.qt.timing import Timekeeper

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

REPEATS_MS = 2000
"""The time for which a key is held before it repeats (EN 301 549, 5.7)."""

EVERY_MS = 250
"""The time between two repeats."""

ASKS_MS = 1000
"""The time for which OK is held to ask where one is."""

ALWAYS = frozenset({Key.LISTEN, Key.JACK_IN, Key.JACK_OUT})
"""The keys that are heard though the press only wakes: who wants to hear sees no screen."""

MOVES = frozenset({Key.NEXT, Key.PREVIOUS, Key.MORE, Key.LESS})
"""The keys that repeat while they are held."""

BYPASSED = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
"""The modifiers that make of any key somebody else's: staff's, the system's."""


class _KeyEvent(Protocol):
    def key(self) -> int: ...
    def nativeScanCode(self) -> int: ...
    def modifiers(self) -> Qt.KeyboardModifier: ...
    def isAutoRepeat(self) -> bool: ...


def key_of(keymap: Keymap, event: QEvent) -> Key | None:
    """The key that an event of the keyboard is; None for one that means nothing."""
    press = cast("_KeyEvent", event)
    if press.modifiers() & BYPASSED:
        return None
    return keymap.meaning(int(press.key()), press.nativeScanCode())


@QmlElement
@QmlUncreatable("The stage owns the keypad.")
class Keypad(QObject):
    """The keys of a visit, by what they mean.

    All but OK and LISTEN act as they go down; these act as they come up, unless they were held
    for a second: OK asks for help then, LISTEN for the spoken way. Of two keys at once the first
    counts, for two seconds at the most. A held key moves on after two seconds, four times a second;
    OK and BACK never repeat. A key map may have no key repeat, and the second of two equal presses
    that are too near to each other not count.

    Signals:
        moved: to the next stop, 1, or to the one before, -1.
        stepped: a step within the stop, 1 or -1.
        taken: what the stop does is wanted.
        left: the innermost thing is to be left.
        homed: home is wanted.
        asked: where am I, what can I do?
        heard: a key goes down, or repeats; before anything comes of it.
        listened: the page is to be read.
        spokenAsked: the spoken way is to begin, or to end.
        loudened: a step of volume, 1 or -1.
        quickened: a step of tempo, 1 or -1.
        jacked: headphones were put in, True, or pulled out.
        inUseChanged: the visitor has turned from a finger to keys, or back.
    """

    moved = Signal(int)
    stepped = Signal(int)
    taken = Signal()
    left = Signal()
    homed = Signal()
    asked = Signal()
    heard = Signal(str)
    listened = Signal()
    spokenAsked = Signal()
    loudened = Signal(int)
    quickened = Signal(int)
    jacked = Signal(bool)
    inUseChanged = Signal()

    def __init__(
        self, timers: Timekeeper, keymap: Keymap | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._timers, self._keymap = timers, keymap or Keymap()
        self._held: Key | None = None
        self._since_ms = self._stepped_ms = 0
        self._struck: tuple[Key | None, int] = None, 0
        self._asking = timers.single(self._ask)
        self._in_use = False

    @Property(bool, notify=inUseChanged)
    def inUse(self) -> bool:
        """True since the visitor's last act was one of the keys, not of a finger."""
        return self._in_use

    def notice(self, event: QEvent | None) -> None:
        """Notes that a key which means something goes down; without an event, a finger."""
        if event is None:
            self.use(False)
        elif key_of(self._keymap, event) is not None:
            self.use(True)

    def use(self, keys: bool) -> None:
        """Notes by which of both the visitor acts."""
        if keys is not self._in_use:
            self._in_use = keys
            self.inUseChanged.emit()

    def hear(self, event: QEvent) -> bool:
        """Takes an event of the window; True if it is one of these keys and has been used up."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            return self._press(event)
        if kind is QEvent.Type.KeyRelease:
            return self._release(event)
        return False

    def heeds(self, event: QEvent) -> bool:
        """True for a press or release that is heard though it only wakes."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        return event.type() in kinds and key_of(self._keymap, event) in ALWAYS

    def forget(self) -> None:
        """Lets go of the key that is held."""
        self._asking.stop()
        self._held = None

    def _press(self, event: QEvent) -> bool:
        key = key_of(self._keymap, event)
        if key is None:
            return False
        now_ms = self._timers.now_ms()
        if cast("_KeyEvent", event).isAutoRepeat():
            self._repeat(key, now_ms)
        elif not self._is_double(key, now_ms) and (
            self._held in (None, key) or now_ms - self._since_ms >= REPEATS_MS
        ):
            self._held, self._since_ms = key, now_ms
            self.heard.emit(key)
            if key in (Key.OK, Key.LISTEN):
                self._asking.start(ASKS_MS)
            else:
                self._asking.stop()
                self._act(key)
        return True

    def _is_double(self, key: Key, now_ms: int) -> bool:
        """True for the second of two equal presses that are too near: the hand has trembled."""
        (before, then_ms), self._struck = self._struck, (key, now_ms)
        return key is before and now_ms - then_ms < self._keymap.apart_ms

    def _repeat(self, key: Key, now_ms: int) -> None:
        long = self._keymap.repeats and now_ms - self._since_ms >= REPEATS_MS
        if key in MOVES and key is self._held and long and now_ms - self._stepped_ms >= EVERY_MS:
            self.heard.emit(key)
            self._act(key)

    def _release(self, event: QEvent) -> bool:
        key = key_of(self._keymap, event)
        if key is None or cast("_KeyEvent", event).isAutoRepeat():
            return key is not None
        if key is self._held:
            self._held = None
            if self._asking.remaining:
                self._asking.stop()
                self._act(key)
        return True

    def _act(self, key: Key) -> None:
        self._stepped_ms = self._timers.now_ms()
        match key:
            case Key.NEXT | Key.PREVIOUS:
                self.moved.emit(1 if key is Key.NEXT else -1)
            case Key.MORE | Key.LESS:
                self.stepped.emit(1 if key is Key.MORE else -1)
            case Key.OK:
                self.taken.emit()
            case Key.BACK:
                self.left.emit()
            case Key.HOME:
                self.homed.emit()
            case Key.HELP:
                self.asked.emit()
            case Key.LISTEN:
                self.listened.emit()
            case Key.LOUDER | Key.SOFTER:
                self.loudened.emit(1 if key is Key.LOUDER else -1)
            case Key.FASTER | Key.SLOWER:
                self.quickened.emit(1 if key is Key.FASTER else -1)
            case Key.JACK_IN | Key.JACK_OUT:
                self.jacked.emit(key is Key.JACK_IN)

    @Slot()
    def _ask(self) -> None:
        asked = self.spokenAsked if self._held is Key.LISTEN else self.asked
        asked.emit()
