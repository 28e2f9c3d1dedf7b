"""The visitor's preferences: language, text size, contrast, motion, reach, easy words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.qt.property import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

TEXT_SCALES = (100, 125, 150, 200)
"""Text sizes in percent."""


@QmlElement
@QmlUncreatable("The preferences are made by the application.")
class Preferences(QObject):
    """A visitor's choices, until the visit ends. `languages` has one code or more.

    On a machine that stands `still` every visit begins without motion, and the show has none.
    """

    languageChanged = Signal()
    textScaleChanged = Signal()
    highContrastChanged = Signal()
    reducedMotionChanged = Signal()
    reachModeChanged = Signal()
    easyTextsChanged = Signal()
    toneChanged = Signal()

    def __init__(
        self, languages: tuple[str, ...], parent: QObject | None = None, *, still: bool = False
    ) -> None:
        super().__init__(parent)
        self._languages = languages
        self._language = languages[0]
        self._text_scale = TEXT_SCALES[0]
        self._high_contrast = False
        self._still = self._reduced_motion = still
        self._reach_mode = False
        self._easy_texts = False
        self._bright_room = False

    @Property("QStringList", constant=True)
    def languages(self) -> list[str]:
        """The exhibit's languages; the first is what a visitor meets."""
        return list(self._languages)

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """Code of the language chosen."""
        return self._language

    @Property(int, notify=textScaleChanged)
    def textScale(self) -> int:
        """Text size in percent, one of `TEXT_SCALES`."""
        return self._text_scale

    @Property(bool, notify=highContrastChanged)
    def highContrast(self) -> bool:
        """True if every text and line takes the strongest contrast."""
        return self._high_contrast

    @Property(str, notify=toneChanged)
    def tone(self) -> str:
        """The palette that follows from it: table, contrast, or bright in a bright room."""
        return "contrast" if self._high_contrast else "bright" if self._bright_room else "table"

    @property
    def bright_room(self) -> bool:
        """True if the room is bright; it stays so from visit to visit."""
        return self._bright_room

    @bright_room.setter
    def bright_room(self, bright: bool) -> None:
        if bright is not self._bright_room:
            self._bright_room = bright
            self.toneChanged.emit()

    @Property(bool, notify=reducedMotionChanged)
    def reducedMotion(self) -> bool:
        """True if cuts replace motion."""
        return self._reduced_motion

    @Property(bool, notify=reachModeChanged)
    def reachMode(self) -> bool:
        """True if text and controls stay within reach of a seated visitor."""
        return self._reach_mode

    @property
    def still(self) -> bool:
        """True if nothing moves on this machine unless a visitor asks for it."""
        return self._still

    @Property(bool, notify=easyTextsChanged)
    def easyTexts(self) -> bool:
        """True if texts are shown in easy words, where there are such."""
        return self._easy_texts

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Chooses one of `languages`; any other code changes nothing."""
        if code in self._languages and code != self._language:
            self._language = code
            self.languageChanged.emit()

    @Slot()
    def nextLanguage(self) -> None:
        """The language after this one; the first follows the last."""
        place = self._languages.index(self._language) + 1
        self.chooseLanguage(self._languages[place % len(self._languages)])

    @Slot(int)
    def setTextScale(self, percent: int) -> None:
        """Chooses one of `TEXT_SCALES`; any other number changes nothing."""
        if percent in TEXT_SCALES and percent != self._text_scale:
            self._text_scale = percent
            self.textScaleChanged.emit()

    @Slot()
    def toggleHighContrast(self) -> None:
        """Turns high contrast on or off."""
        self._high_contrast = not self._high_contrast
        self.highContrastChanged.emit()
        self.toneChanged.emit()

    @Slot()
    def toggleReducedMotion(self) -> None:
        """Turns reduced motion on or off."""
        self._reduced_motion = not self._reduced_motion
        self.reducedMotionChanged.emit()

    @Slot()
    def toggleReachMode(self) -> None:
        """Turns reach mode on or off."""
        self._reach_mode = not self._reach_mode
        self.reachModeChanged.emit()

    @Slot()
    def toggleEasyTexts(self) -> None:
        """Turns easy words on or off."""
        self._easy_texts = not self._easy_texts
        self.easyTextsChanged.emit()

    @Slot()
    def reset(self) -> None:
        """Leaves them as the next visitor must find them."""
        self.chooseLanguage(self._languages[0])
        self.setTextScale(TEXT_SCALES[0])
        if self._high_contrast:
            self.toggleHighContrast()
        if self._reduced_motion is not self._still:
            self.toggleReducedMotion()
        if self._reach_mode:
            self.toggleReachMode()
        if self._easy_texts:
            self.toggleEasyTexts()

    def go_on_from(self, before: Preferences) -> None:
        """Takes another visitor's preferences, as far as there is that language."""
        self.bright_room = before.bright_room
        self.chooseLanguage(before.language)
        self.setTextScale(before.textScale)
        if self._high_contrast != before.highContrast:
            self.toggleHighContrast()
        if self._reduced_motion != before.reducedMotion:
            self.toggleReducedMotion()
        if self._reach_mode != before.reachMode:
            self.toggleReachMode()
        if self._easy_texts != before.easyTexts:
            self.toggleEasyTexts()
