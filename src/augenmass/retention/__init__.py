"""How long what is held is kept, what is due for deletion, and deleting it: proposed by one person, confirmed by a second."""
