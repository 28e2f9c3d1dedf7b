"""Start-up, memory and frames, measured."""
