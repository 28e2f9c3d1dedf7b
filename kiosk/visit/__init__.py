"""A visit: what a visitor does."""
