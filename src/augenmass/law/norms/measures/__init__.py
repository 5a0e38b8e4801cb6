"""Measures against or about a person: entry ban, expulsion, limits of movement, identity, competence, remedies and service."""
