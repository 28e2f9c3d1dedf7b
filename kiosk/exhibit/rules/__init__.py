"""Rules that hold in an exhibit beyond the schema of each record."""
