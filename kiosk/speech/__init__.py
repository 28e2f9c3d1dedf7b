"""The spoken way: how the exhibit is told to who does not see it, and where sound comes from."""
