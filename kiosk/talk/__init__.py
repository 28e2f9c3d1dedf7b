"""The exhibit given as a talk."""
