"""The map as text: first, in few words, what is seen of it."""

from __future__ import annotations

import datetime as dt

from tests.window import Visitor


def told_at(visitor: Visitor, view: str) -> dict[str, str]:
    visitor.open("maps")
    visitor.stage.atlas.openView(view)
    visitor.stage.playhead.goTo(dt.datetime(1945, 11, 1, 18))
    visitor.settle()
    visitor.stage.navigation.openSheet("positions")
    visitor.settle()
    return {row.key: row.text for row in visitor.stage.positions.ranks.rows}


def test_first_stands_what_is_seen_and_all_of_it_after(visitor: Visitor) -> None:
    visitor.wake()
    told = told_at(visitor, "campaign")
    assert list(told)[:3] == ["now", "nationalist here", "communist here"]
    for side, name in (("nationalist", "Nationalist side"), ("communist", "Communist side")):
        here, every = told[f"{side} here"].split("\n"), told[name].split("\n")
        assert 0 < len(here) <= 3 < len(every)
        names = {line.split(":")[0] for line in here}
        assert names <= {line.split(":")[0] for line in every}
    assert "40th Army: surrounded at Qiganzhang" in told["nationalist here"]
    visitor.stage.navigation.closeSheet()
    assert "16th Army" in told_at(visitor, "railway-war")["Nationalist side"]
