"""Our thin layer over Qt."""
