"""Why nothing was recorded, confirmed or withdrawn."""


class NotSettled(Exception):
    """A sentence for the user. Nothing was changed."""
