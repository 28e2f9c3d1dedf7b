"""The page of what is right and wrong on this machine."""
