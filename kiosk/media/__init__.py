"""Films that play behind pictures, and the view of a picture that is enlarged."""
