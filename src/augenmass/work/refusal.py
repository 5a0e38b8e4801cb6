"""Why something was not done."""


class NotDone(Exception):
    """A sentence for the user that says why nothing was changed and what to do."""
