"""Why money was not promised, paid or booked."""

from augenmass.work.refusal import NotDone


class NotBooked(NotDone):
    """A sentence for the user: why nothing was booked, and what to do. Nothing was changed."""


class NotFitting(NotBooked):
    """One entry cannot be meant; ``field`` is its name in the form."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
