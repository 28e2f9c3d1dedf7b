"""Films that play behind pictures."""
