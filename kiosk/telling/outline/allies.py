"""Alliances in words: with whom a side stands, and for how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kiosk.exhibit.alliances import Alliances
from kiosk.exhibit.model import Exhibit, Side
from kiosk.telling.locale import Teller, opening


def allied_now(alliances: Alliances, teller: Teller, side: str, moment: dt.datetime) -> str:
    """The allies of a side at a moment; "" if there are none."""
    allies = alliances.allies(side, moment)
    return teller.phrases.say("allied", _listed(teller, allies)) if allies else ""


def alliances_of(exhibit: Exhibit, teller: Teller, side: str) -> list[str]:
    """Every alliance that a side was in, with its days where it didn't last throughout."""
    title, named = exhibit.exhibit, exhibit.indexed("sides")
    told = []
    for one in Alliances(exhibit).of(side):
        others = _listed(teller, [named[key] for key in one.sides if key != side])
        starts, ends = one.starts or title.starts, one.ends or title.ends
        if (starts, ends) == (title.starts, title.ends):
            told.append(opening(teller.phrases.say("allied", others)))
        else:
            days = teller.phrases.days(starts, ends)
            told.append(opening(teller.phrases.say("allied_days", others, days)))
    return told


def _listed(teller: Teller, sides: Sequence[Side]) -> str:
    comma = str(teller.phrases.words["list_comma"])
    return comma.join(teller.lead(side.name) for side in sides)
