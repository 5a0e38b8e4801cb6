"""How a person gets to their own agreement without any file at an authority: a code from the counsellor, and visits."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.agreements.models.agreements import Participant
from augenmass.directory.models import Account


class DoorCode(models.Model):
    """A code that the counsellor handed over on a letter: it opens once. Of it only digests are kept, as of ``person_access.Code``."""

    key = models.UUIDField(unique=True, editable=False)
    """From the form: the same form sent twice prints one code."""
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="door_codes")
    selector = models.CharField(max_length=7)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ordered_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]
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
