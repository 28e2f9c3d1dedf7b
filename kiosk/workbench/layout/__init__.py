"""Flaws that a person would see on any screen of an exhibit."""
