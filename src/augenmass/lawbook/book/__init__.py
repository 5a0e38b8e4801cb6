"""The whole law as a document: for lawyers who read it from beginning to end, and as data for programs."""
