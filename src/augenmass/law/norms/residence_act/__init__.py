"""Norms of the Residence Act (Aufenthaltsgesetz), by chapter."""
