"""Views of the door: each parses, calls one query or action, renders."""
