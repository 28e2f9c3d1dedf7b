"""The answers to a decision as the map draws them: the visitor's, and what was done."""

from __future__ import annotations

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Choice, Decision, Exhibit
from kiosk.map.ground.palette import TABLE
from kiosk.map.signs.proposals import Proposal
from kiosk.telling.locale import Teller


def side_of(exhibit: Exhibit, decision: Decision) -> int | None:
    """The side of what was done, counted from 0: that which was gone over to, or that decided.

    Who decided is of the side of the person, else of the first formation.
    """
    taken = next(choice for choice in decision.choices if choice.key == decision.taken)
    person = exhibit.indexed("people").get(decision.person or "")
    formations = exhibit.indexed("formations")
    side = taken.side or (person.side if person else None)
    if side is None and decision.formations:
        side = formations[decision.formations[0]].side
    sides = list(exhibit.indexed("sides"))
    return None if side is None else sides.index(side)


def colour_of(exhibit: Exhibit, decision: Decision) -> str:
    """The colour of the side of what was done."""
    side = side_of(exhibit, decision)
    return TABLE.muted if side is None else exhibit.sides[side].colour


def proposals_of(
    exhibit: Exhibit, decision: Decision, chosen: str, teller: Teller
) -> tuple[Proposal, ...]:
    """Both answers, the visitor's `chosen` one last; those without a line are left out.

    Where they are the same way, the one lies on the other.
    """
    side, colour = side_of(exhibit, decision) or 0, colour_of(exhibit, decision)
    by_key = {choice.key: choice for choice in decision.choices}
    answers = ((decision.taken, "was_done", False), (chosen, "your_choice", True))
    return tuple(
        Proposal(_way(exhibit, by_key[key]), teller.phrases.say(words), colour, side, yours=yours)
        for key, words, yours in answers
        if key in by_key and by_key[key].line
    )


def _way(exhibit: Exhibit, choice: Choice) -> tuple[tuple[float, float], ...]:
    """The line of a choice on the plane."""
    places = exhibit.indexed("places")
    return tuple(
        project(*(places[point].at if isinstance(point, str) else point)) for point in choice.line
    )
