"""Which body is responsible for a case, since when and why."""

from typing import ClassVar

from django.db import models

from augenmass.directory.models import Body
from augenmass.record.models import Case, Sealed


class Responsibility(Sealed):
    """A body is responsible for a case from a day on; the newest row counts, older ones are the history."""

    SEALED = ("id", "case_id", "body_id", "since", "reason")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="responsibilities")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    reason = models.CharField(max_length=300)

    class Meta:
        ordering: ClassVar = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.body_id} {self.since}"
