"""Orca before the exhibit, with a voice that makes no sound: says title and text of a page.

    /usr/bin/python3 resources/access/orca.py HOME

Runs where `reader.py` does; HOME is a folder of its own. Ends with 1 unless what Orca says after a
page has been opened, and with the steps that follow, holds the title and the text of that page.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from reader import NEXT, Reader, bare, named

SAID = re.compile(r"SPEECH OUTPUT: '(.*?)'", re.DOTALL)
STARTS_S, LATE_S, STEPS = 60, 30, 6

VOICE = """AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
"""
"""Without a voice Orca waits for ever after its first sentence."""


def main(home: str) -> int:
    """Opens the first door with Orca running."""
    folder = Path(home)
    voices = folder / "config" / "speech-dispatcher"
    voices.mkdir(parents=True, exist_ok=True)
    (voices / "speechd.conf").write_text(VOICE, "utf-8")
    log = folder / "orca.log"
    orca = subprocess.Popen(
        ["orca", "--replace", f"--debug-file={log}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return 0 if told(Reader(), log) else 1
    finally:
        orca.terminate()
        orca.wait()


def told(reader: Reader, log: Path) -> bool:
    """True if Orca has said the title and the text of the page behind the first door."""
    for _ in range(STARTS_S):
        if log.exists() and said_in(log):
            break
        reader.listen(1)
    reader.focus()
    reader.press(NEXT)
    reader.press(NEXT)
    reader.take(named(reader, "push button")[0])
    title, texts = reader.name, []
    for _ in range(STEPS):
        texts.append(reader.name)
        reader.press(NEXT)
    missed = [title, max(texts, key=len)]
    for _ in range(LATE_S):  # where much else is at work, Orca comes late
        reader.listen(1)
        said = said_in(log)
        missed = [one for one in missed if one not in said]
        if not missed:
            break
    print(f"Orca on {title}: {len(said_in(log))} letters said")
    for one in missed:
        print(f"  not said: {one}")
    return not missed


def said_in(log: Path) -> str:
    """All that Orca has said so far."""
    return bare(" ".join(SAID.findall(log.read_text("utf-8", "replace"))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
