"""The telling of an exhibit in a language, for every medium."""
