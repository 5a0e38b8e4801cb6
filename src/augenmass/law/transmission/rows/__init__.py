"""The rows of the matrix of transmissions, by statute and direction."""
