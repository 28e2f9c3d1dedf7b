"""What a person would see wrong on any screen of an exhibit."""
