"""Papers for an occasion: the leaflet, the pupil's sheet and its answers."""
