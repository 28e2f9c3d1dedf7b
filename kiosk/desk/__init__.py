"""The work of staff."""
