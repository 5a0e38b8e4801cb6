"""The door of persons: their own pages, in nine languages, by a cookie of their own."""
