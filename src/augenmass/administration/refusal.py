"""What the administration refuses."""


class NotAdministered(Exception):
    """A sentence for the user: why nothing was changed."""
