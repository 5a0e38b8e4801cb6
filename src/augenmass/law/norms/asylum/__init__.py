"""Norms of the Asylum Act, old and new beside each other; ``chapter`` collects them."""
