"""Why nothing was changed."""


class NotDecided(Exception):
    """Why no run, hold or lifting came about; a sentence for the user. Nothing was changed."""
