"""An item that paints what stands on the ground, seen from the camera."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlAnonymous
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.map.camera import MapCamera
from kiosk.map.ground.palette import TONES, Palette
from kiosk.qt.items import forget_with
from kiosk.qt.property import Property

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlAnonymous
class PaintedItem(QQuickPaintedItem):
    """Something painted over the ground in the colours of a tone; each kind follows the camera."""

    cameraChanged = Signal()
    pxPerMmChanged = Signal()
    toneChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        forget_with(self)
        self._camera: MapCamera | None = None
        self._px_per_mm, self._tone = 4.0, "table"
        self.setAntialiasing(True)

    @Property(MapCamera, notify=cameraChanged)
    def camera(self) -> MapCamera | None:
        """From where it is seen."""
        return self._camera

    @camera.setter  # type: ignore[no-redef]
    def camera(self, camera: MapCamera) -> None:
        self._camera = camera
        camera.moved.connect(self._on_moved)
        self.cameraChanged.emit()

    @Property(float, notify=pxPerMmChanged)
    def pxPerMm(self) -> float:
        """The physical scale of lines."""
        return self._px_per_mm

    @pxPerMm.setter  # type: ignore[no-redef]
    def pxPerMm(self, value: float) -> None:
        self._px_per_mm = value
        self.pxPerMmChanged.emit()
        self.update()

    @Property(str, notify=toneChanged)
    def tone(self) -> str:
        """The palette's word in `palette.TONES`."""
        return self._tone

    @tone.setter  # type: ignore[no-redef]
    def tone(self, tone: str) -> None:
        self._tone = tone
        self.toneChanged.emit()
        self.update()

    @property
    def _palette(self) -> Palette:
        return TONES[self._tone]

    @Slot()
    def _on_moved(self) -> None:
        raise NotImplementedError
