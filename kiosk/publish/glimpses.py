"""Small pictures of a talk's slides for its speaker, drawn by a process beside the talk."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kiosk.machine.reading import reading_of
from kiosk.publish import slides
from kiosk.publish.pictures import begin_offscreen
from kiosk.talk.slides import talk_of

SIZE = (960, 540)
"""The size of a picture in px: a slide is laid out as on the wall at any."""

NICE = 10
"""The talk itself goes first."""


def draw(folder: Path, talk_id: str, language: str, out: Path) -> int:
    """Writes each slide as it opens, `1.png` on, and says its number once it is there.

    The exit code: 1 if the content can't be read.
    """
    exhibit = reading_of(folder).exhibit
    if exhibit is None:
        return 1
    begin_offscreen()
    talk = talk_of(exhibit, talk_id)
    numbers = range(1, len(talk.slides) + 1)
    drawn = slides.drawn(exhibit, folder, talk, language, numbers, size=SIZE)
    for number, picture in zip(numbers, drawn, strict=True):
        picture.save(str(out / f"{number}.png"))
        print(number, flush=True)
    return 0


if __name__ == "__main__":
    os.nice(NICE)
    content, chosen, spoken, into = sys.argv[1:]
    sys.exit(draw(Path(content), chosen, spoken, Path(into)))
