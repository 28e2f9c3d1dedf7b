"""The machine: its settings, folders, screen, sound and files."""
