"""Measurements: each prints rows of name, value, unit, target and whether it was held."""
