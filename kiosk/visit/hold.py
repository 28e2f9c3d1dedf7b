"""A medium's hold of a visit, which is not idle while that plays."""

from __future__ import annotations

from kiosk.visit.session import Session, State


class Hold:
    """Holds a session while its medium plays, once; the visit's end lets go of it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held = False

    def follow(self, playing: bool) -> None:
        """Holds or releases the visit as the medium plays or not."""
        if self._session.state == State.ATTRACT:
            self._held = False
        elif playing is not self._held:
            self._held = playing
            if playing:
                self._session.hold()
            else:
                self._session.release()
