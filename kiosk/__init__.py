"""A touch-screen exhibit over one map, told from a folder of content."""
