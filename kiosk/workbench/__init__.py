"""The work of authors."""
