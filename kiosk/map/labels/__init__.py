"""The placing of symbols and names on the map."""
