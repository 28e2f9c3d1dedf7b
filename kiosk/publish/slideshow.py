"""`kiosk render --as slides`: a talk to take along, as PDF, as PPTX with its notes, as pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from kiosk.exhibit.model import Exhibit, Talk
from kiosk.machine import folders
from kiosk.publish import makers, pictures, slides
from kiosk.publish.makers import Batch
from kiosk.publish.output import Make, NotDrawn
from kiosk.publish.paper.pdf.binding import bound
from kiosk.publish.paper.press import Part, Press
from kiosk.publish.paper.sheet import Sheet, printed
from kiosk.publish.paper.telling import SEPARATOR
from kiosk.talk.prompter import clock_face
from kiosk.talk.script import Script
from kiosk.talk.slides import Slide, slides_of
from kiosk.telling.locale import Locale

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.text.text import TextFrame

PAGE = Sheet("slide", 338.6, 190.5)
"""A page of 16 to 9, as wide as those of office programs."""

FORMS = ("pdf", "pptx", "png")
"""The files that there may be of a talk."""

USUAL = FORMS[:2]
"""Those that there are unless others are asked for."""

NOTES_PT, REST_PT = 14, 12
"""The points of the speaker's notes, and of what else stands beneath them on a page of A4."""

NOTES_MM = (210, 297)
NOTES_BOXES_MM = {
    "SLIDE_IMAGE": (49, 12, 112, 63),
    "BODY": (12, 79, 186, 206),
    "SLIDE_NUMBER": (148, 285, 50, 8),
}
"""The boxes of the slide, of what is read, and of the page's number: left, top, width, height."""

TITLE_ONLY = 5
"""The place of the layout that has a title alone, in python-pptx's own template."""


def run(
    exhibit: Exhibit,
    folder: Path,
    out: Path,
    talk: Talk,
    numbers: Sequence[int],
    languages: Sequence[str],
    forms: Sequence[str] = USUAL,
    processes: int = 1,
) -> bool:
    """Writes a talk's slides with these `numbers`, without any all; True if everything was written.

    In every language a file of each form, of "png" one of each slide. What fails is named on the
    error stream.
    """
    shown = slides.asked(talk, numbers, out)
    show = Show(exhibit, folder, talk, shown, languages, forms)
    return bool(shown) and makers.write(out, show, "Drawing", processes)


class Show:
    """The files of a talk in some languages: Maker of slides."""

    def __init__(
        self,
        exhibit: Exhibit,
        folder: Path,
        talk: Talk,
        numbers: Sequence[int],
        languages: Sequence[str],
        forms: Sequence[str],
    ) -> None:
        self._given = exhibit, folder, talk
        self._talk, self._numbers, self._languages = talk, numbers, languages
        self._forms = forms
        self.faults: list[str] = []

    @property
    def batches(self) -> Sequence[Batch]:
        """Maker's hook: the files of a language."""
        return [[*self._files(language)] for language in self._languages]

    def _files(self, language: str) -> Iterator[tuple[str, Make]]:
        taken = Taken(*self._given, language, self._numbers)
        name = f"slides.{self._talk.id}.{language}"
        for form, make in taken.makers.items():
            if form in self._forms:
                yield f"{name}.{form}", make
        for i, number in enumerate(self._numbers if "png" in self._forms else ()):
            yield f"{name}.{number:02}.png", partial(taken.png, i)


class Taken:
    """The slides of a talk with these numbers, in a language, as files; drawn once for all."""

    def __init__(
        self, exhibit: Exhibit, folder: Path, talk: Talk, language: str, numbers: Sequence[int]
    ) -> None:
        self._language, self._numbers = language, numbers
        self._given = exhibit, folder, talk, language, numbers
        teller = Locale(exhibit, folders.resources() / "words", language).teller
        self._script, self._name = Script(exhibit, teller), teller.lead(talk.name)
        planned = slides_of(exhibit, talk)
        self._count = len(planned)
        self._slides = [planned[number - 1] for number in numbers]
        self._drawn: Sequence[QImage] = ()

    @property
    def makers(self) -> Mapping[str, Callable[[], bytes]]:
        """The maker of each form that is one file."""
        return {"pdf": self.pdf, "pptx": self.pptx}

    @property
    def _pictures(self) -> Sequence[QImage]:
        self._drawn = self._drawn or tuple(slides.drawn(*self._given, slides.TOLD))
        return self._drawn

    def png(self, index: int) -> bytes:
        """The slide at a place among those taken; raises NotDrawn."""
        return pictures.png(lambda: self._pictures[index])

    def pdf(self) -> bytes:
        """A page for each slide, read aloud as what its clicks bring; raises NotDrawn."""
        drawn = self._pictures

        def paint(press: Press) -> None:
            for i, (slide, picture) in enumerate(zip(self._slides, drawn, strict=True)):
                if i:
                    press.turn()
                with press.reading(Part("Figure", self._language, self._aloud(slide))):
                    press.drawImage(QRectF(0, 0, PAGE.width, PAGE.height), picture)

        held, marks = printed(PAGE, self._name, paint)
        return bound(held, marks, self._language, universal=False)

    def pptx(self) -> bytes:
        """A picture of each slide over its title, with the notes; raises NotDrawn."""
        try:
            from pptx import Presentation as new_show
            from pptx.util import Mm
        except ImportError:
            said = "python-pptx is not installed: pip install 'campaign-kiosk[slides]'"
            raise NotDrawn(said) from None
        show = new_show()
        whole = Mm(PAGE.width_mm), Mm(PAGE.height_mm)
        show.slide_width, show.slide_height = whole
        show.core_properties.title, show.core_properties.language = self._name, self._language
        show.core_properties.author, show.core_properties.created = "", dt.datetime(1980, 1, 1)
        _set_notes(show)
        for i, slide in enumerate(self._slides):
            page = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
            page.shapes.title.text = self._script.section(slide).title
            picture = page.shapes.add_picture(BytesIO(self.png(i)), 0, 0, *whole)
            picture.name = self._script.section(slide).title
            picture._element.nvPicPr.cNvPr.set("descr", self._aloud(slide))
            self._note(page.notes_slide.notes_text_frame, i)
        held = BytesIO()
        show.save(held)
        return held.getvalue()

    def _aloud(self, slide: Slide) -> str:
        """The title and what the clicks bring, a line each."""
        return "\n".join((self._script.section(slide).title, *self._clicks(slide)))

    def _clicks(self, slide: Slide) -> list[str]:
        return [self._script.line(slide, step) for step in range(1, slide.steps)]

    def _note(self, frame: TextFrame, index: int) -> None:
        """Writes place and minutes, the speaker's notes, what the clicks bring, the whole text."""
        from pptx.util import Pt

        slide = self._slides[index]
        place = self._script.say("slide_of", self._numbers[index], self._count)
        head = SEPARATOR.join((place, clock_face(slide.seconds)))
        notes = self._script.notes(slide) or self._script.say("no_notes")
        rest = ["\n".join(self._clicks(slide)), self._script.full_text(slide)]
        frame.text = "\n\n".join(filter(None, (head, notes, *rest)))
        own = range(2, 3 + notes.count("\n"))
        for number, paragraph in enumerate(frame.paragraphs):
            paragraph.font.size = Pt(NOTES_PT if number in own else REST_PT)


def _set_notes(show: Presentation) -> None:
    """Gives the notes pages of A4, with as much room for text as the slide in small leaves."""
    from pptx.oxml.ns import qn
    from pptx.util import Mm

    size = show.part._element.find(qn("p:notesSz"))
    for side, mm in zip(("cx", "cy"), NOTES_MM, strict=True):
        size.set(side, str(Mm(mm)))
    for shape in [*show.notes_master.shapes]:
        if box := NOTES_BOXES_MM.get(shape.placeholder_format.type.name):
            shape.left, shape.top, shape.width, shape.height = (Mm(mm) for mm in box)
        else:
            shape._element.getparent().remove(shape._element)
