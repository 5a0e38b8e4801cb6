"""Proposing and confirming a deletion, ordering and lifting a hold, and the deletion itself."""
