"""The gate through which staff come in at the glass, and the room behind it."""
