"""Runs of deletion with their protocol, legal holds, files that still have to go, and what is left for statistics."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.record.models import Case


class LegalHold(models.Model):
    """A file is kept beyond its time: for a court, a supervisory authority or legal claims. Ends only when a second person lifts it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one hold."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="holds")
    reason = models.CharField(max_length=1000)
    review_on = models.DateField()
    """The day on which somebody asks whether it is still needed. It does not end by itself on that day."""
    set_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    lifted_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lift_reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering: ClassVar = ["review_on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(set_by=models.F("lifted_by")), name="hold_lifted_by_another")
        ]
        indexes: ClassVar = [
            models.Index(fields=["case"], condition=models.Q(lifted_at=None), name="hold_of_case"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.review_on}"


class DeletionRun(models.Model):
    """What one person proposed to delete on a day and a second one confirmed. Names no content: it is the protocol."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("wartet auf die zweite Person")
        RUNNING = "running", _("wird gelöscht")
        DONE = "done", _("abgeschlossen")
        REFUSED = "refused", _("abgelehnt")
        WITHDRAWN = "withdrawn", _("zurückgezogen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one proposal."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    as_of = models.DateField()
    """The day for which the law was asked. It is asked again for each file before it goes."""
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    proposed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_holder = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar = ["-proposed_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["body", "-proposed_at"], name="deletion_runs_of_body"),
            models.Index(fields=["state"], condition=models.Q(state="running"), name="deletion_runs_to_do"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body"], condition=models.Q(state__in=["proposed", "running"]), name="one_open_deletion_run"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["running", "done"]) | ~models.Q(proposed_by=models.F("decided_by")),
                name="deletion_confirmed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_of} {self.state}"


class DueRecord(models.Model):
    """One file, the data of one file under a provision of their own, or rows beside the files: a line of a run and of its protocol.

    Plain ids, no foreign key: it outlives the case. ``key`` names the line in the list of what was erased, which a restored backup
    is held against.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("steht an")
        ERASED = "erased", _("gelöscht")
        KEPT = "kept", _("nicht gelöscht")

    run = models.ForeignKey(DeletionRun, on_delete=models.PROTECT, related_name="records", db_index=False)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    rule = models.CharField(max_length=40)
    """Which rule makes it due: ``case_file``, a retention class of the vocabulary, or the key of a sweep."""
    provision = models.CharField(max_length=200)
    last_day = models.DateField()
    """The last day of keeping; of rows beside the files the day before which they ended."""
    case = models.BigIntegerField(null=True, blank=True)
    case_key = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    hindrance = models.CharField(max_length=20, blank=True)
    """Why a line was not deleted when its turn came."""
    counts = models.JSONField(default=dict)
    """Rows that went, by record class."""
    settled_at = models.DateTimeField(null=True, blank=True)
    listed = models.BooleanField(default=False)
    """Whether the list outside the database holds it."""

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [
            models.Index(fields=["run", "state"], name="due_records_of_run"),
            models.Index(fields=["id"], condition=models.Q(state="erased", listed=False), name="erased_but_not_listed"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "rule", "case"], name="due_record_once"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.state}"


class FileToErase(models.Model):
    """A stored file that no row names any more: deleted after the transaction that let it go."""

    path = models.CharField(max_length=200)
    label = models.CharField(max_length=60)
    """The table whose rows named it; its room says whether one still does."""

    def __str__(self) -> str:
        return self.path[:20]


class Remainder(models.Model):
    """What is left of erased files for statistics: how many, by body, year and reason of closing. No line is about one person."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    closed_in = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=40, blank=True)
    """A reason of closing as the vocabulary has it; empty: none was established."""
    cases = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["closed_in", "outcome"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "closed_in", "outcome"], name="remainder_once")
        ]

    def __str__(self) -> str:
        return f"{self.closed_in} {self.outcome}: {self.cases}"
