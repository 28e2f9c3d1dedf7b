"""The exhibit put on a bare Debian, and taken off again."""
