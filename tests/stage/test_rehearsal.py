"""The rehearsal: what would raise before a visitor is found before one comes."""

from __future__ import annotations

import pytest

from kiosk.stage.atlas import Atlas
from kiosk.stage.rehearsal import rehearsed
from tests.meeting import SMALL, read


@pytest.mark.usefixtures("qapp")
def test_what_a_signal_leads_to_and_raises_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Atlas, *, night: bool) -> None:
        raise ValueError("nothing to explain")

    told = read(SMALL)
    assert rehearsed(told) == []
    monkeypatch.setattr(Atlas, "explain", fail)
    found = rehearsed(told)
    assert {finding.message for finding in found} == {
        "can't be shown (ValueError: nothing to explain)"
    }
