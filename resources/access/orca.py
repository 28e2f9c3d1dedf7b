"""Orca before the exhibit, with a voice that makes no sound: says title and text of a page.

    /usr/bin/python3 resources/access/orca.py HOME

Runs where `reader.py` does; HOME is a folder of its own. Ends with 1 unless Orca says the title of
a page that has been opened, and its text and names, each as the keys come to it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

from reader import NEXT, Reader, bare, named

SAID = re.compile(r"SPEECH OUTPUT: '(.*?)'", re.DOTALL)
LATE_S, STEPS = 60, 6

VOICE = """AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
"""
"""Without a voice Orca waits for ever after its first sentence."""


class Ear:
    """What Orca says, taken from its log at once: at a terminal it keeps no line back."""

    def __init__(self) -> None:
        self._ours, theirs = os.openpty()
        self.terminal = os.ttyname(theirs)
        self._log = ""
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while read := os.read(self._ours, 1 << 16):
            self._log += read.decode("utf-8", "replace").replace("\r", "")

    @property
    def said(self) -> str:
        """All that has been said so far, with a blank for each kind of space."""
        return spaced(bare(" ".join(SAID.findall(self._log))))


def spaced(text: str) -> str:
    """A text with a blank for each kind of space."""
    return " ".join(text.split())


def main(home: str) -> int:
    """Opens the first door with Orca running."""
    voices = Path(home) / "config" / "speech-dispatcher"
    voices.mkdir(parents=True, exist_ok=True)
    (voices / "speechd.conf").write_text(VOICE, "utf-8")
    ear = Ear()
    orca = subprocess.Popen(
        ["orca", "--replace", f"--debug-file={ear.terminal}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return 0 if told(Reader(), ear) else 1
    finally:
        orca.terminate()
        orca.wait()


def told(reader: Reader, ear: Ear) -> bool:
    """True if Orca says the title, the text and the names of the page behind the first door."""
    if not waited(reader, ear, ""):
        print("Orca says nothing")
        return False
    reader.focus()
    reader.press(NEXT)
    reader.press(NEXT)
    reader.take(named(reader, "push button")[0])
    title, missed = reader.name, list[str]()
    for _ in range(STEPS):
        if not waited(reader, ear, reader.name):
            missed.append(reader.name)
        reader.press(NEXT)
    print(f"Orca on {title}: {len(ear.said)} letters said")
    for one in missed:
        print(f"  not said: {one}")
    return not missed


def waited(reader: Reader, ear: Ear, name: str) -> bool:
    """True once Orca has said a name: where much else is at work it comes late."""
    for _ in range(LATE_S):
        if ear.said and spaced(name) in ear.said:
            return True
        reader.listen(1)
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
