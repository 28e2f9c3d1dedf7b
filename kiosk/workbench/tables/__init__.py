"""Tables as people keep them, taken into a content folder, and given out of it."""
