"""The poster: a campaign on one sheet."""
