"""Symbols, arrows, areas and the key that explains them."""
