"""The atlas: the map's prepared views, its layers and its key, and looking about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Bounds, Exhibit, LayerStyle
from kiosk.map.camera import MapCamera
from kiosk.map.ground.palette import TABLE, Palette
from kiosk.map.ground.plates import Plates
from kiosk.map.signs.legend import Group, LegendEntry, Shown, legend, shown_on
from kiosk.map.signs.strokes import Sample
from kiosk.map.situation import Situation
from kiosk.map.viewport import PlaneBox
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows, spoken_in
from kiosk.stage.part import Tab
from kiosk.telling.locale import Locale
from kiosk.visit.playhead import Playhead

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

OVERLAYS = ("units", "moves", "uncertainty", "places", "modern")
"""Layers that the situation draws live; every other layer is in the base map's pictures."""

HIDDEN_AT_FIRST = frozenset({"modern", "uncertainty"})
"""Layers that a visitor must ask for."""


@dataclass(frozen=True)
class LayerSwitch:
    """A layer of the map by name, and whether it is shown."""

    key: str
    name: str
    shown: bool


@QmlElement
@QmlUncreatable("The stage owns the atlas.")
class Atlas(QObject):
    """The part of the map that is shown, and from where.

    Signals:
        spoken: the language changed.
    """

    spoken = Signal()

    def __init__(
        self,
        exhibit: Exhibit,
        camera: MapCamera,
        playhead: Playhead,
        situation: Situation,
        plates: Plates,
        locale: Locale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibit, self._camera, self._playhead = exhibit, camera, playhead
        self._situation, self._plates, self._locale = situation, plates, locale
        self._prepared = exhibit.indexed("views")
        self._view = exhibit.exhibit.view
        self._hidden = HIDDEN_AT_FIRST
        self._px_per_mm = 4.0  # until the screen is measured
        self._palette: Palette = TABLE
        self._views = Rows(Tab, self)
        self._layers = Rows(LayerSwitch, self)
        self._shown = Shown()
        ticks = {"stop" if event.key else "event" for event in exhibit.events}
        self._ticks = frozenset(Sample(tick, TABLE.line) for tick in ticks)
        self._glass: tuple[float, float, float, float] | None = None
        self._legend = {group: Rows(LegendEntry, self) for group in Group}
        camera.taken.connect(self._on_taken)
        locale.changed.connect(self._fill)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self._views.show(self._view_rows())
        self._layers.show(self._layer_rows())
        self._tell_key()
        self.spoken.emit()

    @Property(str, notify=spoken)
    def note(self) -> str:
        """The note on what the map cannot know."""
        return self._locale.teller.lead(self._exhibit.map.note)

    @Property(str, notify=spoken)
    def credit(self) -> str:
        """The names of those whose data is drawn."""
        return self._locale.teller.lead(self._exhibit.map.credit)

    # ------------------------------------------------------------ the key

    def explain(self, *, night: bool) -> None:
        """Has the key explain the map and the ruler, where `night` may lie on the ground."""
        if not self._camera.seen:
            return
        view = self._view_on_glass()
        styles = self._plates.base.styles(view, self._hidden.difference(OVERLAYS))
        if not self._palette.relief:
            styles -= {LayerStyle.RELIEF}
        washed = night and QColor(self._palette.wash).alpha() > 0
        shown = shown_on(self._situation.picture, view, styles, night=washed)
        shown = replace(shown, marks=shown.marks | self._ticks)
        if shown != self._shown:
            self._shown = shown
            self._tell_key()

    @Slot(float, float, float, float)
    def see(self, x: float, y: float, width: float, height: float) -> None:
        """Takes the rectangle of the screen, in px, in which the map is seen."""
        self._glass = (x, y, width, height)

    def _view_on_glass(self) -> PlaneBox:
        """The part of the plane that is seen: more than the room in which things are placed."""
        viewport = self._camera.viewport(self._px_per_mm)
        if self._glass is None:
            return viewport.view
        x, y, width, height = (length / viewport.scale for length in self._glass)
        left, top = viewport.x + x, viewport.y + y
        return left, top, left + width, top + height

    def _tell_key(self) -> None:
        entries = legend(self._exhibit, self._locale.teller, self._shown)
        for group, rows in self._legend.items():
            rows.show([entry for entry in entries if entry.group is group])

    @Property(Rows, constant=True)
    def bodies(self) -> Rows[LegendEntry]:
        """The signs of formations with their meanings."""
        return self._legend[Group.BODIES]

    @Property(Rows, constant=True)
    def lines(self) -> Rows[LegendEntry]:
        """The lines of the map with their meanings."""
        return self._legend[Group.LINES]

    @Property(Rows, constant=True)
    def ground(self) -> Rows[LegendEntry]:
        """The kinds of ground with their names."""
        return self._legend[Group.GROUND]

    @property
    def told(self) -> str:
        """All that a visitor may read of the map's key."""
        rows = [
            row for rows in self._legend.values() for row in spoken_in(rows.rows, "name", "text")
        ]
        return " ".join([*rows, *spoken_in(self._layers.rows, "name"), str(self.credit)])

    # ------------------------------------------------------------ views

    @Property(Rows, constant=True)
    def views(self) -> Rows[Tab]:
        """The prepared views."""
        return self._views

    def bounds(self, view: str) -> Bounds:
        """The bounds of what a prepared view shows."""
        found: Bounds = self._prepared[view].bounds
        return found

    def fly_to(self, view: str) -> None:
        """Flies to a prepared view."""
        self._camera.fly_to(self.bounds(view))
        self._be_at(view)

    @Slot(str)
    def openView(self, view: str) -> None:
        """Flies to a prepared view; its moment, if it has one, is set."""
        self.fly_to(view)
        moment = self._prepared[view].moment
        if moment is not None:
            self._playhead.goTo(moment)

    @Slot()
    def showWholeMap(self) -> None:
        """Flies to where all of the map is seen."""
        self._camera.fly_to(self._exhibit.map.bounds)
        self._be_at("")

    @Slot(float)
    def zoomBy(self, factor: float) -> None:
        """Zooms about the middle of the free part of the screen."""
        left, top, width, height = self._camera.focus
        self._camera.zoom_to(factor, left + width / 2, top + height / 2)

    @Slot(float, float)
    def panBy(self, east: float, south: float) -> None:
        """Looks further east and south, by shares of the free part of the screen."""
        _, _, width, height = self._camera.focus
        self._camera.pan_to(-east * width, -south * height)

    @Slot()
    def _on_taken(self) -> None:
        self._be_at("")

    def _be_at(self, view: str) -> None:
        self._view = view
        self._views.show(self._view_rows())

    def _view_rows(self) -> list[Tab]:
        lead = self._locale.teller.lead
        return [
            Tab(view.id, lead(view.name), view.id == self._view)
            for view in self._exhibit.map.listed
        ]

    # ------------------------------------------------------------ layers

    @Property(Rows, constant=True)
    def layers(self) -> Rows[LayerSwitch]:
        """The layers that can be shown and hidden: overlays, then drawn ones."""
        return self._layers

    @Slot(str)
    def toggleLayer(self, key: str) -> None:
        """Hides a layer of the map, or shows it again."""
        self._hide(self._hidden ^ {key})

    def reset(self) -> None:
        """Shows and hides what is so at first."""
        self._hide(HIDDEN_AT_FIRST)

    def go_on_from(self, before: Atlas) -> None:
        """Shows and hides what another atlas does."""
        self._hide(before._hidden)

    def measure(self, px_per_mm: float) -> None:
        """Takes the physical scale of the screen."""
        self._px_per_mm = px_per_mm
        self._draw()

    def colour(self, palette: Palette) -> None:
        """Has the ground painted in other colours."""
        self._palette = palette
        self._draw()

    def _hide(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        self._situation.hide(hidden.intersection(OVERLAYS))
        self._draw()
        self._layers.show(self._layer_rows())
        if self._shown != Shown():
            self.explain(night=self._shown.night)

    def _draw(self) -> None:
        self._plates.draw(self._hidden.difference(OVERLAYS), self._px_per_mm, self._palette)

    def _layer_rows(self) -> list[LayerSwitch]:
        say, lead = self._locale.teller.phrases.say, self._locale.teller.lead
        overlays = ((key, say(f"layer_{key}")) for key in OVERLAYS)
        drawn = ((layer.id, lead(layer.name)) for layer in self._exhibit.map.layers)
        return [
            LayerSwitch(key, name, key not in self._hidden) for key, name in (*overlays, *drawn)
        ]
