"""How it is said in a language, for every medium."""
