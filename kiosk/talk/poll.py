"""A show of hands: how many for each choice, entered in a row or hand by hand."""

from __future__ import annotations


class Poll:
    """The hands of a group for so many `choices`. Nobody need count."""

    def __init__(self, choices: int) -> None:
        self.hands: list[int | None] = [None] * choices
        """The hands for each; None if that is not counted."""
        self.next = 0
        """The choice whose number is entered next; after the last it is the first again."""

    def enter(self, number: int) -> None:
        """Takes the hands for the next choice."""
        self.hands[self.next] = number
        self.next = (self.next + 1) % len(self.hands)

    def add(self, choice: int, hands: int) -> None:
        """Counts so many hands more for a choice; never less than none."""
        self.hands[choice] = max(0, (self.hands[choice] or 0) + hands)
