"""Minutes with their approvals, and the links by which an adviser reads without an account."""

import uuid
from typing import ClassVar

from django.db import models

from augenmass.conferences.models.meeting import Conference, Participant
from augenmass.directory.models import Account


class Minutes(models.Model):
    """An edition of the minutes; a change of anything in the conference replaces it, and its approvals count no more."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="minutes")
    number = models.PositiveIntegerField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["conference", "number"], name="one_edition_of_a_number"),
            models.UniqueConstraint(
                fields=["conference"], condition=models.Q(replaced_at=None), name="one_edition_holds"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.number}"


class Approval(models.Model):
    """What a participant said of the part of an edition that they read."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="approvals")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="approvals")
    approved = models.BooleanField()
    objection = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["minutes", "participant"], name="one_word_on_an_edition")
        ]

    def __str__(self) -> str:
        return f"{self.minutes_id} {self.participant_id}"


class AdviserLink(models.Model):
    """A signed link that opens, once, what was released to an adviser."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Under the signature in the address."""
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="links")
    valid_until = models.DateField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.valid_until}"
