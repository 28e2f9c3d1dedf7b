"""A PDF as Qt writes it, with what Qt leaves out."""
