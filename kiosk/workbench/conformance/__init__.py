"""Conformance of an exhibit on a machine to the rules for every visitor: measured, and reported."""
