"""The map, for every medium."""
