"""The outline: an exhibit's story in one language, as typed blocks that every medium lays out."""
