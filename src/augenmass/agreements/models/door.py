"""How a person gets to their own agreement without any file at an authority: a code from the counsellor, and visits."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.agreements.models.agreements import Participant
from augenmass.record.one_time_code import OneTimeCode


class DoorCode(OneTimeCode):
    """A code for the person's own agreement alone, that the counsellor handed over on a letter."""

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="door_codes")

    class Meta(OneTimeCode.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["selector"], condition=models.Q(used_at=None, ended_at=None), name="door_code_by_selector"
            )
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.made_at}"


class DoorVisit(models.Model):
    """One signing in, until its end. Only a digest of what the browser holds is kept, and nothing of what was looked at."""

    class How(models.TextChoices):
        CODE = "code", _("mit einem Code")

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="door_visits")
    digest = models.CharField(max_length=64, unique=True)
    how = models.CharField(max_length=10, choices=How, default=How.CODE)
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-begun_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.begun_at}"
