"""Sheets of the questionnaire. None of these tables names a person, an agreement, a place, a language or a time.

Ids are drawn by lot (``record.lots``), so that neither they nor the order in the file tell who came when.
"""

from django.db import models

from augenmass.evaluation.models.pilots import Pilot


class SealedSheet(models.Model):
    """Answers under the pilot's key until all are opened at once; each is as long as any other."""

    pilot = models.ForeignKey(Pilot, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)


class UsedSheet(models.Model):
    """That a sheet was handed in, by the digest of its secret: it counts once. When it was given out, the secret was kept nowhere."""

    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.digest[:12]


class AnswerCounts(models.Model):
    """How often each answer was given in a pilot, by question; counted once, when its time was over."""

    pilot = models.OneToOneField(Pilot, on_delete=models.PROTECT, related_name="answers")
    counts = models.JSONField()

    def __str__(self) -> str:
        return f"{self.pilot_id}"
