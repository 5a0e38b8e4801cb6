"""Messages that persons wrote at their own door, as they came."""

from typing import ClassVar

from django.db import models

from augenmass.compartment.models.trace import Action


class Message(models.Model):
    """A message for this service, sealed for its message key and for nothing else; of one that was dropped only key and digest stay."""

    key = models.UUIDField(unique=True, editable=False)
    digest = models.CharField(max_length=64)
    """SHA-256 of the file as it came: what the receipt says."""
    arrived_on = models.DateField()
    sealed = models.BinaryField()
    """The file as it came; empty once it was dropped."""
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["arrived_on", "pk"]

    def __str__(self) -> str:
        return str(self.key)
