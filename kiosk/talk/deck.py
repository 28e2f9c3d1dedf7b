"""The deck: the slide at hand as QML reads it, and where it brings the map."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Event, Exhibit
from kiosk.map.signs.symbols import bare_symbol
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows
from kiosk.stage.images.drawings import Drawing
from kiosk.stage.stage import Stage
from kiosk.talk.course import Course
from kiosk.talk.delivery import Act, Delivery, Mode
from kiosk.talk.glimpses import Glimpses
from kiosk.talk.rows import PointRow, SideRow, Slip, pictured
from kiosk.talk.script import Script, events_of, phase_of, scene_of
from kiosk.talk.slides import Slide, SlideKind
from kiosk.telling.outline.blocks import Section
from kiosk.telling.outline.pointing import refs_of

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

CLOSER, CLOSEST = 1.5, 2.5
"""The factors by which a press of + and one of Z magnify the map."""

ZOOMS = {Act.ZOOM: CLOSEST, Act.CLOSER: CLOSER, Act.FURTHER: 1 / CLOSER}


@QmlElement
@QmlUncreatable("The application makes the deck.")
class Deck(QObject):
    """The slide at the talk's place; it takes the stage's map along.

    Signals:
        changed: another slide, another click or another language.
        pointed: the speaker points elsewhere.
        arrived: the clock came to the event of the click, or sets out for it.
        promptedChanged: the speaker's own window came or went.
        unpluggedChanged: the slide tells that the notes have lost their screen, or no more.
    """

    changed = Signal()
    pointed = Signal()
    arrived = Signal()
    promptedChanged = Signal()
    unpluggedChanged = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        delivery: Delivery,
        stage: Stage,
        glimpses: Glimpses,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibit, self._delivery, self._stage = exhibit, delivery, stage
        self._script, self._glimpses = Script(exhibit, stage.locale.teller), glimpses
        self._shown: Slide | None = None
        self._step = 0
        self._prompted = False
        self._unplugged = False
        self._point = (-1.0, -1.0)
        self._points = Rows(PointRow, self)
        self._pictures = Rows(Drawing, self)
        self._slips = Rows(Slip, self)
        self._sides = Rows(SideRow, self)
        stage.session.touch()
        stage.session.hold()
        self._course = Course(exhibit, stage)
        delivery.moved.connect(self._on_moved)
        delivery.counted.connect(self._fill)
        delivery.modeChanged.connect(self._on_mode)
        delivery.moved.connect(self._on_heard)
        delivery.typedChanged.connect(self._on_typed)
        delivery.asked.connect(self._on_asked)
        stage.locale.changed.connect(self._on_language)
        stage.moment.eventChanged.connect(self._mark)
        stage.playhead.playingChanged.connect(self._on_playing)
        glimpses.changed.connect(self._fill_slips)
        self._fill_slips()
        self._fill_sides()
        self._on_moved()

    # ------------------------------------------------------------ what is read

    @Property(Delivery, constant=True)
    def delivery(self) -> Delivery:
        """The talk's place."""
        return self._delivery

    @property
    def _at(self) -> Slide:
        return self._delivery.at

    @property
    def _section(self) -> Section:
        return self._script.section(self._at)

    @Property(str, notify=changed)
    def kind(self) -> SlideKind:
        """The `SlideKind` as text."""
        return self._at.layout

    @Property(int, notify=changed)
    def steps(self) -> int:
        """The number of clicks that the slide holds."""
        return self._at.steps

    @Property(bool, notify=changed)
    def decided(self) -> bool:
        """True once it is told what was done."""
        return self._at.reveals(self._delivery.step)

    @Property(bool, notify=changed)
    def weighed(self) -> bool:
        """True once it is told what spoke for each choice."""
        return self._at.weighs(self._delivery.step)

    @Property(bool, notify=changed)
    def counted(self) -> bool:
        """True once hands that were shown are counted."""
        return max(self._hands(), default=-1) >= 0

    @Property(str, notify=changed)
    def nextMark(self) -> str:
        """The letter of the choice whose hands are entered next; empty without a choice."""
        return "".join(row.mark for row in self._points.rows if row.next)

    @Property(bool, notify=promptedChanged)
    def prompted(self) -> bool:
        """True if the speaker has a window of their own, so that the audience's asks nothing."""
        return self._prompted

    def prompt(self, prompted: bool) -> None:
        """The speaker has a window of their own, or no more."""
        if prompted != self._prompted:
            self._prompted = prompted
            self.promptedChanged.emit()
        self.tell_unplugged(False)

    @Property(bool, notify=unpluggedChanged)
    def unplugged(self) -> bool:
        """True while the slide tells that the notes have lost their screen."""
        return self._unplugged

    def tell_unplugged(self, unplugged: bool) -> None:
        """Tells so on the slide, until the next click or the notes come back."""
        if unplugged != self._unplugged:
            self._unplugged = unplugged
            self.unpluggedChanged.emit()

    @Property(str, notify=changed)
    def overline(self) -> str:
        """The line above the title."""
        return self._script.overline(self._at)

    @Property(str, notify=changed)
    def title(self) -> str:
        """The title of the slide."""
        return self._section.title

    @Property(str, notify=changed)
    def second(self) -> str:
        """The title in the second language."""
        return self._section.second

    @Property(str, notify=changed)
    def text(self) -> str:
        """The text beneath the title."""
        return self._script.text(self._at, self._delivery.step)

    @Property(str, notify=changed)
    def question(self) -> str:
        """The question that is put to the group."""
        return self._section.question

    @Property(str, notify=changed)
    def call(self) -> str:
        """The call to the group, or what came of it."""
        return self._script.call(self._at, self._delivery.step)

    @Property(str, notify=changed)
    def rest(self) -> str:
        """The number of sources beside those shown."""
        return self._script.rest(self._at)

    @Property(str, notify=changed)
    def credit(self) -> str:
        """The makers of the map, and the licence of the words."""
        return self._script.credit()

    @Property(Rows, constant=True)
    def points(self) -> Rows[PointRow]:
        """The points that come click by click."""
        return self._points

    @Property(Rows, constant=True)
    def pictures(self) -> Rows[Drawing]:
        """The drawing of a slide that shows one."""
        return self._pictures

    @Property(str, notify=changed)
    def signed(self) -> str:
        """The key of the film in which what the slide tells is signed; "" without one."""
        return self._script.signed(self._at)

    @Property(Rows, constant=True)
    def sides(self) -> Rows[SideRow]:
        """Every side by its sign on the map."""
        return self._sides

    @Property(Rows, constant=True)
    def slips(self) -> Rows[Slip]:
        """Every slide in brief, for the overview."""
        return self._slips

    @Property(str, notify=changed)
    def notes(self) -> str:
        """The notes: what the speaker may say and ask."""
        return self._script.notes(self._at)

    @Property(str, notify=changed)
    def fullText(self) -> str:
        """The text that the exhibit has here."""
        return self._script.full_text(self._at)

    @Property(str, notify=changed)
    def upcoming(self) -> str:
        """The line that the next click brings; empty after the last."""
        delivery, step = self._delivery, self._delivery.step + 1
        if step < self._at.steps:
            return self._script.line(self._at, step)
        following = delivery.slides[delivery.slide + 1 : delivery.slide + 2]
        return self._script.line(following[0], 0) if following else ""

    # ------------------------------------------------------------ rows

    @Slot()
    def _on_language(self) -> None:
        self._script = Script(self._exhibit, self._stage.locale.teller)
        self._fill_slips()
        self._fill_sides()
        self._fill()

    def _fill_sides(self) -> None:
        lead = self._stage.locale.teller.lead
        signs = [(side, bare_symbol(side)) for side in self._exhibit.sides]
        self._sides.show(
            [
                SideRow(side.id, lead(side.name), sign.address, sign.height(1.0))
                for side, sign in signs
            ]
        )

    @Slot()
    def _fill_slips(self) -> None:
        slides = enumerate(self._delivery.slides)
        self._slips.show([self._slip(i, slide) for i, slide in slides])

    def _slip(self, i: int, slide: Slide) -> Slip:
        return Slip(
            key=str(i),
            number=i + 1,
            kicker=self._script.overline(slide),
            title=self._script.section(slide).title,
            view=scene_of(self._exhibit, slide)[0],
            picture=self._glimpses.address(i + 1),
        )

    @Slot()
    def _fill(self) -> None:
        self._points.show(self._point_rows())
        teller = self._stage.locale.teller
        self._pictures.show(pictured(self._section, self._delivery.step, teller))
        self.changed.emit()

    def _point_rows(self) -> list[PointRow]:
        listed, decided, poll = self._at.kind == "sources", self.decided, self._delivery.poll
        weighed, done = self.weighed, self._script.say("was_done")
        hands = self._hands()
        most = max(hands, default=0)
        return [
            PointRow(
                key=f"{self._delivery.slide}/{i}",
                mark=point.mark,
                text=point.text,
                shown=listed or i < self._delivery.step,
                taken=bool(decided and point.taken),
                tag=done if decided and point.taken else "",
                reply=point.reply if weighed else "",
                hands=hands[i] if hands else -1,
                share=hands[i] / most if most > 0 else 0.0,
                next=poll is not None and i == poll.next,
            )
            for i, point in enumerate(self._script.points(self._at))
        ]

    def _hands(self) -> list[int]:
        """The hands for each choice, with the number that is being typed; -1 if not counted."""
        poll, typed = self._delivery.poll, self._delivery.typed
        if poll is None:
            return []
        hands = [-1 if counted is None else counted for counted in poll.hands]
        if self._delivery.polling and typed >= 0:
            hands[poll.next] = typed
        return hands

    @Slot()
    def _on_typed(self) -> None:
        if self._delivery.polling:
            self._fill()

    # ------------------------------------------------------------ the map

    @Slot()
    def _on_moved(self) -> None:
        delivery = self._delivery
        opened = delivery.at is not self._shown
        onward = delivery.step == self._step + 1 and not opened
        self._shown, self._step = delivery.at, delivery.step
        if opened:
            self._course.open(delivery.at)
        if phase := phase_of(self._exhibit, delivery.at):
            self._course.bring(delivery.at, phase, self._event, played=onward)
        self._on_playing()
        self._fill()
        self._mark()

    @Property(bool, notify=arrived)
    def told(self) -> bool:
        """True but while the clock is on its way to the event of the click."""
        return not self._stage.playhead.playing

    @Slot()
    def _on_playing(self) -> None:
        """Rings mark the place of the click's event once the clock stands at it."""
        self._stage.moment.mark(self._event if self.told else None)
        self.arrived.emit()

    @property
    def _event(self) -> Event | None:
        """The event that the click tells; None without one."""
        phase, step = phase_of(self._exhibit, self._at), self._delivery.step
        return events_of(phase, self._at)[step - 1] if phase and self._at.told and step else None

    @Slot()
    def _mark(self) -> None:
        """Marks on the map what the event of the click speaks of."""
        if event := self._event:
            self._stage.situation.point(refs_of(event), self._stage.page.named())

    # ------------------------------------------------------------ hands

    @Slot()
    def _on_heard(self) -> None:
        self.tell_unplugged(False)

    @Slot()
    def _on_mode(self) -> None:
        """The key tells what is on the map now."""
        if self._delivery.mode == Mode.KEY:
            self._stage.atlas.explain(night=self._stage.night.depth > 0)

    @Slot(str)
    def _on_asked(self, act: str) -> None:
        if act == Act.LANGUAGE:
            self._stage.preferences.nextLanguage()
        elif act == Act.ROOM:
            self._stage.preferences.bright_room ^= True
        elif act == Act.ZOOM and self._course.magnified:
            self._course.look_again(self._at, self._event)
        elif act in ZOOMS:
            self._course.magnify(ZOOMS[Act(act)], *self._point, self._event)

    def look_again(self) -> None:
        """Brings a map that somebody has magnified back to what the slide shows."""
        if self._course.magnified:
            self._course.look_again(self._at, self._event)

    @Slot(float, float)
    def pointTo(self, across: float, down: float) -> None:
        """The speaker points at a spot of the slide, in shares of its size; -1 away from it."""
        self._point = (across, down)
        self.pointed.emit()

    @Property(float, notify=pointed)
    def pointX(self) -> float:
        """The spot across the slide to which the speaker points, as a share; -1 for nowhere."""
        return self._point[0]

    @Property(float, notify=pointed)
    def pointY(self) -> float:
        """The same downwards."""
        return self._point[1]
