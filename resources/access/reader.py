"""Somebody who has five keys and hears what assistive technology is told, and nothing else.

    /usr/bin/python3 resources/access/reader.py QUESTIONS PHRASES...

Runs where an exhibit, an AT-SPI bus and a display are, as `access.sh` has them, with the system's
own Python, for its Atspi. PHRASES are the kiosk's words, a file a language, the first as a visitor
meets it. Says what it heard, and ends with 1 unless it came everywhere, every question was
answered, and presses kept the visit awake.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gi
import yaml

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

NEXT, PREVIOUS, OK = "Down", "Up", "Return"

PATIENCE_S, SETTLED_S = 20, 0.6
"""The longest wait for what a key does, and the silence after which all of it has come."""

MOST = 300
"""More stops than any screen has."""

PRESSES_S, EVERY_S = 75, 3
"""The time for which something is pressed again and again, and the time between two presses."""


class Reader:
    """The tree of the one exhibit on the bus, and where its keys are."""

    def __init__(self) -> None:
        Atspi.init()
        Atspi.set_timeout(PATIENCE_S * 1000, PATIENCE_S * 1000)
        self.application = self._wait_for(self._found)
        self.at: Any = None
        self.said: list[str] = []
        self._turned = 0.0
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:state-changed:focused")
        self._listener.register("object:announcement")

    def _found(self) -> Any:
        desk = Atspi.get_desktop(0)
        every = (desk.get_child_at_index(i) for i in range(desk.get_child_count()))
        return next((one for one in every if one and one.get_child_count()), None)

    def _wait_for(self, asked: Any) -> Any:
        ends = time.monotonic() + PATIENCE_S * 6
        while not (answer := asked()):
            if time.monotonic() > ends:
                raise SystemExit("nothing is on the bus")
            self.listen(0.2)
        return answer

    def _hear(self, event: Any) -> None:
        self._turned = time.monotonic()
        if event.type.startswith("object:announcement"):
            self.said.append(str(event.any_data))
        elif event.detail1:
            self.at = event.source

    def focus(self) -> None:
        """Gives the window the keyboard, as a window manager would, of which there is none."""
        search = ("search", "--onlyvisible", "--name", ".", "windowfocus", "--sync")
        subprocess.run(["xdotool", *search], check=True)

    def listen(self, seconds: float) -> None:
        """Takes what the bus says for so long."""
        context, ends = GLib.MainContext.default(), time.monotonic() + seconds
        while time.monotonic() < ends:
            if not context.iteration(False):
                time.sleep(0.01)

    def press(self, key: str) -> None:
        """Presses a key, and waits until all that it does has been heard."""
        self._turned, pressed = 0.0, time.monotonic()
        subprocess.run(["xdotool", "key", key], check=True)
        while time.monotonic() - pressed < PATIENCE_S:
            self.listen(0.05)
            if self._turned and time.monotonic() - self._turned > SETTLED_S:
                return

    @property
    def name(self) -> str:
        """The name of where the keys are."""
        if self.at is None:
            return ""
        self.at.clear_cache()
        return bare(self.at.get_name())

    def nodes(self) -> Iterator[Any]:
        """All that is in the tree now."""
        ahead = [self.application]
        while ahead:
            node = ahead.pop()
            node.clear_cache()  # what is remembered of it may be old
            yield node
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
            ahead += [child for child in reversed(children) if child]

    def names(self) -> list[str]:
        """Their names, with what they stand at."""
        return [
            bare(f"{node.get_name()} {node.get_description()}").strip() for node in self.nodes()
        ]

    def roles(self) -> set[str]:
        """Their roles."""
        return {node.get_role_name() for node in self.nodes()}

    def take(self, name: str, *, by: str = PREVIOUS) -> None:
        """Goes to the next stop of a name, and does what it is there for."""
        for _ in range(MOST):
            if self.name == name:
                self.press(OK)
                return
            self.press(by)
        raise SystemExit(f'no key comes to "{name}"')


def bare(text: str) -> str:
    """A text without what keeps its lines from ending."""
    return text.replace("\u2060", "")


def walked(reader: Reader, words: dict[str, Any]) -> list[str]:
    """All that is told on the main path: home, phases, forces, maps, lessons, decisions."""
    heard = reader.names()

    def at(name: str, by: str = PREVIOUS) -> None:
        reader.take(name, by=by)
        heard.extend(reader.names())
        print(f"  {name} › {reader.name}", flush=True)

    doors = named(reader, "push button")[:4]
    at(doors[0])
    days = re.compile(rf"^(.+?){re.escape(words['comma'])}.*\d.*")
    phases = [one for one in named(reader, "push button") if days.match(one) and one not in doors]
    for phase in phases[1:]:
        at(phase)
    for door in doors[1:]:
        at(door)
    asked = re.compile(re.sub(r"\\{\d\\}", r"\\d+", re.escape(words["disagreement_count"])))
    while not any(asked.fullmatch(one) for one in reader.names()):
        at(words["next"])
    at(words["home"])
    return heard


def named(reader: Reader, role: str) -> list[str]:
    """The names of all of a role that can be pressed."""
    able = Atspi.StateType.ENABLED
    return [
        bare(node.get_name())
        for node in reader.nodes()
        if node.get_role_name() == role and node.get_state_set().contains(able)
    ]


def unanswered(heard: list[str], questions: list[dict[str, Any]], language: str) -> list[str]:
    """The questions whose answer nobody came by."""
    told = "\n".join(heard)
    return [
        str(question["asks"])
        for question in questions
        if not all(phrase in told for phrase in question[language])
    ]


def kept_awake(reader: Reader, words: dict[str, Any]) -> bool:
    """Presses through the bus alone: True if no warning came, and one comes without them."""
    reader.take(words["comfort"])
    (node,) = (node for node in reader.nodes() if bare(node.get_name()) == "100%")
    for _ in range(PRESSES_S // EVERY_S):
        node.do_action(0)
        reader.listen(EVERY_S)
        if "alert" in reader.roles():
            print("warned while something was pressed")
            return False
    for _ in range(20):
        reader.listen(EVERY_S)
        if "alert" in reader.roles():
            reader.press(OK)  # yes, still here
            reader.take(words["end_visit"])  # and the next who comes begins at the beginning
            return True
    print("never warned")
    return False


def main(questions: str, *phrases: str) -> int:
    """The walk in every language, then the presses."""
    asked = yaml.safe_load(Path(questions).read_text("utf-8"))
    reader, fine, before = Reader(), True, dict[str, Any]()
    reader.focus()
    reader.press(NEXT)
    for number, file in enumerate(phrases):
        words = yaml.safe_load(Path(file).read_text("utf-8"))
        print(f"{words['language_name']}: on {reader.name}", flush=True)
        if number:
            reader.take(before["comfort"])  # the next visitor finds all at its beginning
            reader.take(before["end_visit"])
            reader.press(NEXT)
            reader.take(words["language_name"])
        before = words
        heard = walked(reader, words)
        missed = unanswered(heard, asked, Path(file).stem)
        print(f"  {len(set(heard))} names, {len(asked) - len(missed)} of {len(asked)} answered")
        for question in missed:
            print(f"  not answered: {question}")
        fine = fine and not missed
    fine = kept_awake(reader, words) and fine
    print(f"announced: {len(reader.said)} times")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
