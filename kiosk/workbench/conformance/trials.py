"""Trials of one visit: how long it waits, what a press that slides off does, how speech ends."""

from __future__ import annotations

import math
import statistics
import time as clock
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QAccessible, QKeyEvent

from kiosk.exhibit.model import Exhibit
from kiosk.machine.keymap import CODES, FIVE, Key, Keymap
from kiosk.machine.settings import Settings
from kiosk.qt.heldtime import HeldTime
from kiosk.speech.loudness import QUIET_DBA, Loudness
from kiosk.speech.narrating import lines_of
from kiosk.speech.voicings import Voicings, spoken_folder
from kiosk.visit.keypad import MOVES, Keypad
from kiosk.visit.session import State
from kiosk.workbench.conformance.hand import Hand, key_event
from kiosk.workbench.conformance.measured import Measured, unless
from kiosk.workbench.layout.eyes import look

LEAST_WARNING_S, LONGEST_S = 20, 3600
"""The seconds that a visitor has to answer at the least; those after which nothing will come."""

AT_ONCE_MS, PRESSES = 100, 9
"""Speech begins and ends within this of a key; how often that is tried."""

HELD_MS, EVERY_MS = 6000, 50
"""The time that a key is held, and between two repeats of the system."""

REPEAT_MS, SLOW_MS = 2000, 500
"""The least before a held key repeats; within which a second stroke may be left out."""

CHIME_S = 3.0
"""The longest sound that comes unasked."""

SPACE, LAST_SIGN = 0x20, 0x7E
"""The numbers of keys between which each types a sign."""

LEAST_DBA = 65.0
"""The loudness that a loudspeaker has to come to, at 600 mm."""


def waits(hand: Hand, settings: Settings) -> Measured:
    """The time that a visit waits and warns, and what puts the warning off."""
    session, against = hand.stage.session, []
    if settings.idle_s is None:
        hand.time.pass_by(LONGEST_S * 1000)
        against += [] if session.state == State.VISIT else ["a visit without limit has ended"]
        return unless(against, idle="–", warning="–")
    session.touch()
    idle = _until(hand, State.WARNING)
    session.warningDrawn()
    warning = _until(hand, State.ATTRACT)
    if warning < LEAST_WARNING_S:
        against.append(f"the warning waits for {warning} s")
    session.touch()
    hand.settle()
    _until(hand, State.WARNING)
    hand.press(Key.NEXT)
    if session.state != State.VISIT:
        against.append("a key does not answer the warning")
    hand.stage.navigation.openPanel("phases")
    hand.settle()
    for _ in range(3):
        hand.time.pass_by((idle - 2) * 1000)
        _increase(hand)
        hand.settle()
    if session.state != State.VISIT:
        against.append("presses through the tree don't keep the visit")
    return unless(against, idle=idle, warning=warning)


def _increase(hand: Hand) -> None:
    """A press by assistive technology: the slider, by a step."""
    for node in hand.nodes():
        if node.role() == QAccessible.Role.Slider:
            node.actionInterface().doAction("Increase")
            return


def _until(hand: Hand, state: State) -> int:
    """The seconds until a visit stands at a state."""
    for second in range(LONGEST_S):
        if hand.stage.session.state == state:
            return second
        hand.time.pass_by(1000)
    return LONGEST_S


def slides(hand: Hand) -> Measured:
    """A press that slides off before it ends, and one that doesn't."""
    navigation, against = hand.stage.navigation, []
    hand.stage.session.touch()
    navigation.goHome()
    hand.settle()
    names = [row.name for row in hand.stage.page.doors.rows]
    door = next(one for one in look(hand.window.contentItem()).targets if one.name in names)
    away = QPointF(hand.window.width() / 2, 2)
    hand.slide(QPointF(door.centre), away)
    if navigation.screen != "home":
        against.append("a press that slid off has acted")
    hand.slide(QPointF(door.centre), QPointF(door.centre))
    if navigation.screen == "home":
        against.append("a press on a door opens nothing")
    return unless(against, taken=2)


def speech_ends(hand: Hand) -> Measured:
    """Speech that begins by a key, is interrupted by one, said again, and held."""
    speech, against = hand.stage.speech, list[str]()
    hand.stage.session.touch()
    hand.stage.navigation.openPanel("phases")
    hand.settle()
    begun, over = list[Answer](), list[Answer]()
    for _ in range(PRESSES):
        begun.append(_answer(hand, Key.LISTEN))
        over.append(_answer(hand, Key.MORE))
    for name, answers in (("begins", begun), ("ends", over)):
        waited, worked = in_all(answers)
        if max(waited, worked) > AT_ONCE_MS:
            against.append(f"speech {name} {waited:.0f} ms after a key, {worked:.0f} of them work")
    hand.press(Key.LISTEN)
    if not speech.reading:
        against.append("LISTEN does not say it again")
    hand.press(Key.LISTEN)
    if speech.reading:
        against.append("LISTEN does not hold it")
    hand.press(Key.MORE)
    first, last = in_all(begun), in_all(over)
    return unless(
        against,
        presses=PRESSES,
        begun=f"{first.waited_ms:.1f}",
        begun_work=f"{first.worked_ms:.1f}",
        ended=f"{last.waited_ms:.1f}",
        ended_work=f"{last.worked_ms:.1f}",
    )


class Answer(NamedTuple):
    """The time from a key to what it does, by the clock, and that which our thread worked for it.

    On a machine with other work the clock goes on while nothing is done.
    """

    waited_ms: float
    worked_ms: float


def in_all(answers: Sequence[Answer]) -> Answer:
    """The median by the clock, which a busy machine changes least, and the most of all work."""
    waited, worked = zip(*answers, strict=True)
    return Answer(statistics.median(waited), max(worked))


def _answer(hand: Hand, key: Key) -> Answer:
    """The time until another caption, with which a file begins or ends; inf for none."""
    changed = list[Answer]()
    pressed, idle = clock.perf_counter(), clock.thread_time()

    def note() -> None:
        waited, worked = clock.perf_counter() - pressed, clock.thread_time() - idle
        changed.append(Answer(1000 * waited, 1000 * worked))

    noted = hand.stage.speech.captionChanged.connect(note)
    hand.press(key)
    hand.stage.speech.captionChanged.disconnect(noted)
    return changed[0] if changed else Answer(math.inf, math.inf)


def voiced(exhibit: Exhibit, settings: Settings, words: Path) -> Measured:
    """The files of narrators on this machine, of all that is to be said."""
    voicings = Voicings(spoken_folder(settings))
    if not voicings.offers():
        return Measured(None)
    lines, index = lines_of(exhibit, settings, words), voicings.index()
    folder = spoken_folder(settings)
    lacking = [
        line.breath.text
        for line in lines
        if not (folder / index.get(line.breath.language, {}).get(line.breath.key, "–")).is_file()
    ]
    return unless([f"{text!r} has no file" for text in lacking], taken=len(lines))


def loudness(settings: Settings) -> tuple[Measured, Measured]:
    """The loudness that a loudspeaker comes to by its steps, and as a visit begins."""
    full = settings.speech.full_dba
    loud = Loudness(full)
    begins = full + _db(loud.gain)
    for _ in range(20):
        loud.step(1)
    most = full + _db(loud.gain)
    loud.reset()
    again = full + _db(loud.gain)
    reaches = [] if most >= LEAST_DBA else [f"the loudspeaker comes to {most:.0f} dBA alone"]
    quiet = [] if max(begins, again) <= QUIET_DBA + 0.05 else [f"it begins at {again:.0f} dBA"]
    return unless(reaches, most=f"{most:.0f}"), unless(quiet, begins=f"{again:.0f}")


def _db(gain: float) -> float:
    return 20 * math.log10(gain)


def ears() -> Measured:
    """The steps of headphones, and where they begin each time."""
    loud = Loudness(LEAST_DBA)
    loud.plug(True)
    begins = loud.percent
    loud.step(1)
    against = [] if loud.percent > begins else ["headphones have no steps"]
    loud.plug(True)
    against += [] if loud.percent == begins else ["headphones keep the loudness of who was before"]
    return unless(against, begins=begins)


def keys_repeat(settings: Settings) -> Measured:
    """A held key: when it repeats, how often, and that it need not."""
    moved = _held(settings.keymap, settings)
    off = _held(Keymap(settings.keypad, repeats=False), settings)
    against = [] if len(off) <= 1 else ["a held key repeats where that is off"]
    first = moved[1] - moved[0] if len(moved) > 1 else 0
    if first and first < REPEAT_MS:
        against.append(f"a held key repeats after {first} ms")
    every = moved[2] - moved[1] if len(moved) > 2 else 0
    return unless(against, first=f"{first / 1000:g}", every=f"{every / 1000:g}")


def _held(keymap: Keymap, settings: Settings) -> list[int]:
    """The times in ms at which a key that is held moves on."""
    time, moved = HeldTime(), list[int]()
    keypad = Keypad(time, keymap)
    keypad.moved.connect(lambda _: moved.append(time.now_ms()))
    name = settings.keypad[Key.NEXT][0]
    keypad.hear(key_event(QEvent.Type.KeyPress, name))
    for _ in range(HELD_MS // EVERY_MS):
        time.pass_by(EVERY_MS)
        keypad.hear(key_event(QEvent.Type.KeyPress, name, repeats=True))
    return moved


def keys_apart(settings: Settings) -> Measured:
    """A second stroke of the same key within half a second, where that is to be left out."""
    moved = _struck(Keymap(settings.keypad, apart_ms=SLOW_MS), settings, SLOW_MS - 1)
    late = _struck(Keymap(settings.keypad, apart_ms=SLOW_MS), settings, SLOW_MS)
    against = [] if moved == 1 else ["a second stroke within half a second counts"]
    against += [] if late == 2 else ["a second stroke after half a second does not count"]
    return unless(against, apart=f"{settings.key_apart_s:g}")


def _struck(keymap: Keymap, settings: Settings, apart_ms: int) -> int:
    """The number of times that two strokes move on."""
    time, moved = HeldTime(), list[int]()
    keypad = Keypad(time, keymap)
    keypad.moved.connect(moved.append)
    name = settings.keypad[Key.NEXT][0]
    for _ in range(2):
        keypad.hear(key_event(QEvent.Type.KeyPress, name))
        keypad.hear(key_event(QEvent.Type.KeyRelease, name))
        time.pass_by(apart_ms)
    return len(moved)


def keys_alone(settings: Settings) -> Measured:
    """Each of the keys, pressed by itself, without another."""
    keypad = Keypad(HeldTime(), settings.keymap)
    against, heard = list[str](), list[str]()
    keypad.heard.connect(heard.append)
    for key, names in settings.keypad.items():
        for name in names:
            event: QKeyEvent = key_event(QEvent.Type.KeyPress, name)
            keypad.hear(event)
            keypad.hear(key_event(QEvent.Type.KeyRelease, name))
            if heard[-1:] != [key]:
                against.append(f"{name} alone is not {key}")
    lacking = [key for key in (*FIVE, *MOVES) if key not in settings.keypad]
    return unless([*against, *(f"no press is {key}" for key in lacking)], taken=len(heard))


def keys_unlettered(settings: Settings) -> Measured:
    """The keys of a map from which the setting `keypad` leaves out each letter and sign."""
    kept = {
        key: left
        for key, names in settings.keypad.items()
        if (left := tuple(name for name in names if not _types(name)))
    }
    lettered = sum(len(names) - len(kept.get(key, ())) for key, names in settings.keypad.items())
    try:
        Keymap(kept)
    except ValueError as error:
        return unless([f"without letters the keypad {error}"], taken=lettered)
    return unless([], taken=lettered)


def _types(name: str) -> bool:
    """True for a key that types a letter, a digit or a sign."""
    return SPACE < CODES.get(name, SPACE) <= LAST_SIGN


def photographs(exhibit: Exhibit) -> Measured:
    """Pictures that may hold words: drawings hold none; nobody has read the photographs."""
    drawn = [one for one in exhibit.pictures if Path(one.file).suffix.lower() == ".svg"]
    return Measured(len(drawn) == len(exhibit.pictures) or None, {"taken": len(drawn)})


def chime(file: Path) -> Measured:
    """The one sound that comes unasked."""
    import wave

    with wave.open(str(file)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    return unless([] if seconds <= CHIME_S else [f"it lasts {seconds:.1f} s"], s=f"{seconds:.1f}")
