"""Texts of statutes: reading them from files, finding a passage, and watching whether what norms were written from has changed."""
