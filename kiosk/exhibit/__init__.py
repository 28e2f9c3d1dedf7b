"""The exhibit: what it says."""
