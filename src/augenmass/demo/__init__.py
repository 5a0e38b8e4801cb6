"""Invented people, cases and bodies for trying out, measuring and testing."""
