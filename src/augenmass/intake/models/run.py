"""One file on its way from upload to the record."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.record.models import Source


class ImportRun(models.Model):
    """A file of a source: its state says what comes next, its lease who is at it.

    There is no queue: whoever holds the lease goes on where the staged rows end, and a killed process leaves a lease
    that runs out.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Zuordnung der Spalten prüfen")
        STAGING = "staging", _("wird gelesen")
        STAGED = "staged", _("Vorschau bereit")
        TAKING = "taking", _("wird übernommen")
        DONE = "done", _("abgeschlossen")
        REFUSED = "refused", _("abgewiesen")
        DISCARDED = "discarded", _("verworfen")

    BUSY: ClassVar = (State.STAGING, State.TAKING)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="import_runs")
    state = models.CharField(max_length=10, choices=State, default=State.UPLOADED)
    file_name = models.CharField(max_length=200)
    """As the person called it; shown only, never opened by it."""
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    headers = models.JSONField(default=list)
    """Labels of the columns, in the order of the file."""
    samples = models.JSONField(default=list)
    """A few values of each column, shown beside its target while the mapping is checked; emptied afterwards."""
    columns = models.JSONField(default=list)
    """The plan, as in ``SavedMapping.columns``."""
    notes = models.JSONField(default=list)
    refusal = models.JSONField(default=dict)
    """Code and sentences, when the file turned out to be unreadable behind its first rows."""
    rows_staged = models.PositiveIntegerField(default=0)
    last_row = models.PositiveIntegerField(default=0)
    """Number of the last staged row: reading goes on behind it."""
    rows_taken = models.PositiveIntegerField(default=0)
    uploaded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_holder = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar = ["-uploaded_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["body", "-uploaded_at"], name="import_runs_of_body"),
            models.Index(
                fields=["state", "lease_until"],
                condition=models.Q(state__in=["staging", "taking"]),
                name="import_runs_to_do",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name} {self.state}"

    @property
    def path(self) -> str:
        """Place of the file in the storage until the run ends."""
        return f"imports/{self.key.hex}"
