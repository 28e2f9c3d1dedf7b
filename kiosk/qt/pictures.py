"""Pictures painted in Python for QML's Image."""

from __future__ import annotations

import logging

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

log = logging.getLogger(__name__)


class Pictures(QQuickImageProvider):
    """Answers image://NAME/ADDRESS with `picture(ADDRESS)`.

    An exception that leaves requestImage ends the process, so it is logged here. No Image may be
    `asynchronous`: the thread that loads it holds a lock of Qt's while it waits for Python, and
    Python may be waiting for that lock.
    """

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def picture(self, address: str) -> QImage:
        """The picture at `address`."""
        raise NotImplementedError

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Qt's hook."""
        try:
            image = self.picture(id)
        except Exception:
            log.exception("no picture for %s", id)
            image = QImage()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
