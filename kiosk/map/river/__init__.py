"""The river of men: who marched, how many they were, who turned and who ended, as one figure."""
