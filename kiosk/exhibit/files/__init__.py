"""Files that content refers to: drawings, photographs, layers of the map."""
