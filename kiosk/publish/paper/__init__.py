"""An exhibit on paper: handouts, large print and a poster, as PDF."""
