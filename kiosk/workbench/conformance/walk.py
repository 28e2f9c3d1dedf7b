"""A walk through every kind of screen by five keys, by the tree, and by what is said."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtQuick import QQuickItem

from kiosk import app
from kiosk.exhibit.model import Exhibit
from kiosk.machine.keymap import Key
from kiosk.qt.heldtime import HeldTime
from kiosk.speech.breaths import cleaned
from kiosk.stage.stage import Stage
from kiosk.workbench.conformance.hand import EndlessRound, Hand, beneath, name_of, told_by
from kiosk.workbench.conformance.measured import Measured, unless
from kiosk.workbench.conformance.ring import flaws_of
from kiosk.workbench.layout.cases import Case, cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.eyes import Sight, look, plain
from kiosk.workbench.layout.visiting import opened

MOST = 400
"""More stops than any screen has."""

STANDS_S = 6
"""The seconds for which nothing may move by itself: WCAG asks for a way to end what takes 5."""

REPAINTED = 24
"""The levels of grey by which the edges of letters differ that are painted again."""

FADES = 10
"""The looks after which what only fades, or is laid out bit by bit, has ended."""

ENTRIES = (QAccessible.Role.EditableText, QAccessible.Role.ComboBox, QAccessible.Role.SpinBox)
"""The roles of what a visitor would enter something in."""

SIGNS = frozenset({"Aa"})
"""Letters that are a sign, not a word."""


def walked_cases(exhibit: Exhibit) -> list[Case]:
    """One case of each kind of screen that a visit comes to."""
    kinds: dict[str, Case] = {}
    for case in cases(exhibit):
        kind = case.sort if case.sort.startswith("card-") else re.sub(r"-\d+", "", case.name)
        if not (case.show or case.name == "warning" or case.name.endswith("-playing")):
            kinds.setdefault(re.sub(r"^(decisions)-.$", r"\1-chosen", kind), case)
    return list(kinds.values())


class Walk:
    """A visit in one language, which opens each kind of screen and goes round it once.

    What speaks against a measure is kept by the measure's name, with how often it was taken.
    """

    def __init__(self, kiosk: app.Kiosk, time: HeldTime, on: Combination, transcript: Path) -> None:
        self._hand = Hand(kiosk, time, on.settings.keypad)
        self._on, self._stage = on, kiosk.stage
        self._transcript, self._read = transcript, 0
        self._against: dict[str, list[str]] = defaultdict(list)
        self._taken = Counter[str]()
        self._ringed: set[tuple[str, tuple[int, ...]]] = set()
        self._least = 21.0
        self._said: list[str] = []
        self._announced: list[str] = []
        self._title = ""

    def through(self, chosen: Sequence[Case], advance: Callable[[], object]) -> dict[str, Measured]:
        """The measures of a walk through some cases, by their names; `advance` after each."""
        self._stage.session.touch()
        self._hand.settle()
        self._listen()
        self._title = str(self._stage.page.title)
        for case in chosen:
            with opened(self._hand.kiosk, self._hand.time, case):
                self._hand.settle()
                self._look(f"{self._on.language}, {case.name}")
            advance()
        return {
            name: unless(self._against[name], taken=taken, least=f"{self._least:.1f}")
            for name, taken in self._taken.items()
        }

    def _listen(self) -> None:
        """Hears from now on what is announced."""
        for item in everything(self._hand.window.contentItem()):
            if item.objectName() == "Announcer":
                item.announced.connect(self._hear)  # type: ignore[attr-defined]

    def _hear(self, text: str, _urgent: bool) -> None:
        self._announced.append(text)

    def _note(self, name: str, where: str, found: Sequence[str], taken: int = 1) -> None:
        self._taken[name] += taken
        self._against[name] += [f"{where}: {one}" for one in found]

    def _look(self, where: str) -> None:
        self._note("announced", where, self._unannounced())
        before = _stop(self._stage)
        stands = any(self._stands() for _ in range(FADES)) and _stop(self._stage) == before
        self._note("stands", where, [] if stands else ["something moves by itself"])
        sight = look(self._hand.window.contentItem())
        self._note("tree", where, list(self._untold(sight)), len(sight.texts))
        self._note("named", where, list(self._unnamed()), len(self._hand.nodes()))
        self._note("labels", where, list(unlabelled(sight)), len(sight.targets))
        locale = QLocale().name()
        wrong = [] if locale.startswith(self._on.language) else [f"the tree's language is {locale}"]
        self._note("language", where, wrong)
        self._stage.speech.toggle()
        self._go_round(where, sight)
        self._stage.speech.toggle()
        after = _stop(self._stage)
        self._note("focus", where, [] if after == before else ["keys that only move have acted"])

    def _stands(self) -> bool:
        """True if all is as it was after the time by which what moves by itself must end."""
        picture = self._hand.window.grabWindow()
        self._hand.time.pass_by(STANDS_S * 1000)
        self._hand.settle()
        return changed(picture, self._hand.window.grabWindow()) <= REPAINTED

    def _unannounced(self) -> list[str]:
        title = str(self._stage.page.title)
        heard, self._announced[:] = " ".join(self._announced), []
        changed, self._title = title != self._title, title
        return [f"{title} is not announced"] if changed and not heard else []

    def _untold(self, sight: Sight) -> Iterator[str]:
        """Words that are seen and not in the tree."""
        told = " ".join(told_by(node) for node in self._hand.nodes())
        every = {*words(told)} | SIGNS
        for text in sight.texts:
            for word in words(text.words):
                if word not in every and (word.isascii() or word not in told):
                    yield f"{word!r} of {text.short} is not in the tree"

    def _unnamed(self) -> Iterator[str]:
        """Nodes that have no name, are hidden, or have no size."""
        for node in self._hand.nodes():
            name = plain(node.text(QAccessible.Text.Name))
            if not name:
                yield f"a {node.role().name} has no name"
            if node.state().invisible:
                yield f"{name!r} is hidden, but in the tree"
            elif node.rect().isEmpty():
                yield f"{name!r} has no size"
            if node.role() in ENTRIES:
                self._note("entries", name, [])

    def _go_round(self, where: str, sight: Sight) -> None:
        """Goes round a screen, and holds what is reached and said against what is seen."""
        self._new_lines()
        self._hand.press(Key.NEXT)
        reached: list[str] = []
        try:
            for item in self._hand.round(MOST):
                name = name_of(item)
                reached.append(_told(item))
                self._rings(where, name)
                self._hears(where, name)
        except EndlessRound:
            self._note("trap", where, ["the keys don't come round"])
        else:
            self._note("trap", where, [])
        seen = {plain(target.name) for target in sight.targets}
        seen |= {
            part
            for text in sight.texts
            if text.item.property("walked") and not text.item.property("part")
            for part in re.split(r"\s{2,}", plain(text.words).strip())
        }
        seen = {text for text in seen if not self._turns(text)}
        told, open_ = "\n".join(reached), self._over()
        beneath_it = {text for text in seen if open_ and text not in open_}
        lost = [
            f"no key reaches {text!r}" for text in sorted(seen - beneath_it) if text not in told
        ]
        self._note("keys", where, lost, len(seen))

    def _turns(self, text: str) -> bool:
        """True for what turns pages, which the keys do by themselves, and for their number."""
        phrases = self._stage.locale.teller.phrases
        number = re.escape(phrases.say("page_of", 0, 0)).replace("0", r"\d+")
        turns = (phrases.say("page_up"), phrases.say("page_down"))
        return text in turns or re.fullmatch(number, text) is not None

    def _over(self) -> str:
        """All that is told of what lies over a page; "" where nothing does."""
        for node in self._hand.nodes():
            if node.role() == QAccessible.Role.Dialog:
                return "\n".join(map(told_by, beneath(node)))
        return ""

    def _rings(self, where: str, name: str) -> None:
        """Measures the ring around what has the keys, where none stood before."""
        rings = self._hand.rings()
        if len(rings) != 1:
            self._note("ring", where, [f"{len(rings)} rings are around {name!r}"])
            return
        ring = rings[0]
        spot = tuple(map(round, (ring.x(), ring.y(), ring.width(), ring.height())))
        if (name, spot) in self._ringed:
            return
        self._ringed.add((name, spot))
        found, least = flaws_of(ring, self._hand.window, self._on.glass.px_per_mm)
        self._least = min(self._least, least)
        self._note("ring", where, [f"{one}, around {name!r}" for one in found])

    def _hears(self, where: str, name: str) -> None:
        """Holds what was said of a key against the name of what it has reached."""
        lines = self._new_lines()
        said = "".join(text for _, text in lines)
        phrases = self._stage.locale.teller.phrases
        lacking = [] if heard(cleaned(name, phrases)) in heard(said) else [f"{name!r} is not said"]
        self._note("heard", where, lacking)
        codes = {code for code, _ in lines} - {self._on.language}
        self._note("tongue", where, [f"{name!r} is said in {code}" for code in sorted(codes)])
        shown = heard(str(self._stage.speech.caption))
        alike = not lines or shown in heard(lines[-1][1])
        self._note("caption", where, [] if alike else [f"{name!r} is said, and not shown"])

    def _new_lines(self) -> list[tuple[str, str]]:
        """Language and text of what has been said since this was asked before."""
        if not self._transcript.exists():
            return []
        lines = self._transcript.read_text("utf-8").splitlines()
        new, self._read = lines[self._read :], len(lines)
        return [(parts[1], parts[3]) for parts in (line.split(" · ") for line in new)]


def _stop(stage: Stage) -> tuple[object, ...]:
    """The place at which a visit stands."""
    at = stage.navigation
    return at.screen, at.sheet, at.card, at.phase, stage.preferences.language


def _told(item: QQuickItem) -> str:
    """Name and description of an item; of one that is stepped through, of all in it."""
    node = QAccessible.queryAccessibleInterface(item)
    grouped = node.role() == QAccessible.Role.Grouping
    return "\n".join(map(told_by, beneath(node))) if grouped else told_by(node)


def everything(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and all beneath it."""
    yield item
    for child in item.childItems():
        yield from everything(child)


def changed(before: QImage, after: QImage) -> int:
    """The levels of grey, of 255, by which two pictures differ where they differ most."""
    if before == after:
        return 0
    apart = before.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, after)
    painter.end()
    grey = apart.convertToFormat(QImage.Format.Format_Grayscale8)  # its bits go with it
    return max(bytes(grey.constBits()))


def words(text: str) -> list[str]:
    """The words of a text."""
    return re.findall(r"\w+", plain(text))


def heard(text: str) -> str:
    """The part of a text that is heard: its letters and digits."""
    return "".join(filter(str.isalnum, text)).casefold()


def unlabelled(sight: Sight) -> Iterator[str]:
    """Words on a control that its name lacks."""
    for target in sight.targets:
        node = QAccessible.queryAccessibleInterface(target.item)
        told = heard(" ".join(told_by(one) for one in beneath(node)))
        for text in sight.texts:
            if target in text.holders:
                every = {*words(text.words)} - SIGNS
                lacking = sorted(word for word in every if heard(word) not in told)
                yield from (f"{word!r} stands on {target.name!r}" for word in lacking)
