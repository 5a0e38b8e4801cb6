"""One row of a file between upload and record."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.intake.models.run import ImportRun
from augenmass.record.models import Case


class StagedRow(models.Model):
    """What a row says, what taking it would do, and whether that was done.

    Cells and values are emptied when the row is taken or turns out to be the same: the record holds them then. A
    returned row keeps its cells, so that it can be given back as it came.
    """

    class Verdict(models.TextChoices):
        CREATED = "created", _("neuer Fall")
        CHANGED = "changed", _("geändert")
        SAME = "same", _("unverändert")
        RETURNED = "returned", _("zurückgegeben")

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("wartet")
        TAKEN = "taken", _("übernommen")
        OVERTAKEN = "overtaken", _("überholt")
        LEFT = "left", _("nicht übernommen")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows", db_index=False)
    number = models.PositiveIntegerField()
    """As a spreadsheet program counts; the header line is 1."""
    file_number = models.CharField(max_length=60, blank=True)
    fingerprint = models.CharField(max_length=64)
    cells = models.JSONField(default=list)
    said = models.JSONField(default=dict)
    """``{"facts": {name: canonical value}, "links": [[relation, file number]], "unit": label}``"""
    verdict = models.CharField(max_length=8, choices=Verdict)
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.WAITING)
    changes = models.JSONField(default=list)
    """``[[name, value in the record or null, new value or null, what happens]]``"""
    problems = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    case_version = models.PositiveIntegerField(null=True, blank=True)
    """Version of the case that the preview was made from."""

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["run", "number"], name="staged_row_once")]
        indexes: ClassVar = [
            models.Index(fields=["run", "file_number"], name="staged_row_by_key"),
            models.Index(fields=["run", "outcome", "verdict", "number"], name="staged_row_by_verdict"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.verdict}"
