"""A content folder read into an exhibit, with a place for every problem."""
