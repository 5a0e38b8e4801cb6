"""A nomination for the special staff, what it cites, the joint plan, what others add, and reports without persons."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.access.models import OF_NOMINATION
from augenmass.directory.models import Account, Body
from augenmass.record.models import Case, Fact
from augenmass.work.models import FOR_ANOTHER_BODY


class Nomination(models.Model):
    """A case that an officer nominated, with reasons; a second person confirms it, and it ends by itself."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("vorgeschlagen")
        RETURNED = "returned", _("zurückgegeben")
        CONFIRMED = "confirmed", _("bestätigt")
        ENDED = "ended", _("beendet")

    class Outcome(models.TextChoices):
        REMOVED = "removed", _("abgeschoben")
        LEFT = "left", _("ausgereist")
        BARRED = "barred", _("Wiedereinreise gesperrt")
        TITLE_KEPT = "title_kept", _("Titel besteht unter Auflagen fort")
        CUSTODY = "custody", _("in Strafhaft")
        DE_ESCALATED = "de_escalated", _("Lage beruhigt")
        INTEGRATION = "integration", _("Übergang zu Integration und Prävention")
        ENDED = "ended", _("Grund entfallen")
        LAPSED = "lapsed", _("von selbst beendet")
        WITHDRAWN = "withdrawn", _("zurückgenommen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice nominates once."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="nominations")
    group = models.CharField(max_length=30)
    """A key of ``rules.groups``; the profile of a Land can stop using it later."""
    state = models.CharField(max_length=12, choices=State, default=State.PROPOSED)
    reasons = models.TextField(max_length=5000)
    """Why joint work is proportionate in this case."""
    less_severe = models.TextField(max_length=5000)
    """Which less severe means were considered, and why they are not enough."""
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    returned_because = models.CharField(max_length=1000, blank=True)
    review_on = models.DateField(null=True)
    """By this day somebody decides whether the nomination is still carried."""
    valid_until = models.DateField(null=True)
    """The last day; on the next one it ends by itself unless it was renewed."""
    told_on = models.DateField(null=True)
    told_how = models.CharField(max_length=200, blank=True)
    comment = models.TextField(max_length=5000, blank=True)
    """What the person says of it."""
    not_told_provision = models.CharField(max_length=200, blank=True)
    not_told_reason = models.CharField(max_length=1000, blank=True)
    not_told_until = models.DateField(null=True)
    """When it is examined again whether the person is told."""
    invited_on = models.DateField(null=True)
    """When the person was given the invitation to a counselling service; no service is told of it."""
    outcome = models.CharField(max_length=15, choices=Outcome, blank=True)
    outcome_note = models.CharField(max_length=1000, blank=True)
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=0)
    """Counts changes: who writes has read the newest."""

    class Meta:
        ordering: ClassVar = ["-proposed_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case"], condition=~models.Q(state="ended"), name="one_nomination_runs"),
            models.CheckConstraint(condition=~models.Q(author=models.F("decided_by")), name="decided_by_another"),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "valid_until"], name="nominations_that_end")]

    @property
    def about(self) -> str:
        """What its tasks and the accesses of bodies that take part belong to."""
        return f"{OF_NOMINATION}{self.key}"

    @property
    def about_telling(self) -> str:
        """What the task to tell the person belongs to: it outlives a renewal and the end."""
        return f"{self.about}:telling"

    def __str__(self) -> str:
        return f"{self.case_id} {self.group}"


class Citation(models.Model):
    """A fact of the record that a nomination rests on, by id and day, with what has to be said of it."""

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="citations")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, db_index=False, related_name="+")
    as_of = models.DateField()
    """The day on which the fact was read so."""
    source = models.CharField(max_length=200)
    """The office that classified, the court that convicted, or the authority that imposed the duty."""
    on = models.DateField()
    """The day of the classification, the judgment or the decision."""
    until = models.DateField(null=True)
    """Last day of a classification."""
    final_on = models.DateField(null=True)
    """When a judgment became final."""
    provision = models.CharField(max_length=200, blank=True)
    """The provision of the conviction, or the legal duty."""
    usable_on = models.DateField(null=True)
    """The day on which an officer last stated of a conviction that its entry may be used; the action says who."""

    class Meta:
        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.nomination_id} {self.fact_id}"


class PlanStep(models.Model):
    """Who does what until when in the joint plan."""

    class Field(models.TextChoices):
        RESIDENCE = "residence", _("Aufenthaltsrecht")
        CRIMINAL = "criminal", _("Strafverfahren")
        POLICE = "police", _("Gefahrenabwehr")
        YOUTH = "youth", _("Jugendhilfe")
        INTEGRATION = "integration", _("Integration und Prävention")
        OTHER = "other", _("anderes")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="plan")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=15, choices=Field)
    text = models.CharField(max_length=200)
    due = models.DateField()
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    done_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering: ClassVar = ["due", "pk"]

    @property
    def about(self) -> str:
        """What its task is about."""
        return f"{FOR_ANOTHER_BODY}{self.key}"

    def __str__(self) -> str:
        return self.text


class Contribution(models.Model):
    """What a body that takes part adds to the case in its own words."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="contributions")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=3000)
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.nomination_id} {self.body_id}"


class Release(models.Model):
    """A single item that the body of the case released to a ministry that supervises and reads no file."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="releases")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=3000)
    provision = models.CharField(max_length=200)
    giver = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    """The body that released it, which the ministry learns; of the officer it does not."""
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    """With the nomination the ministry's reading ends."""

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.nomination_id} {self.body_id}"


class BoardReport(models.Model):
    """What a municipality tells its board, or a ministry reads, of one quarter: numbers, obstacles, needs, no person."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    quarter = models.CharField(max_length=6)
    counts = models.JSONField()
    """The counts as they were; never shown."""
    shown = models.JSONField()
    """The names of the counts that are shown; the others are hidden for good."""
    obstacles = models.TextField(max_length=3000, blank=True)
    needs = models.TextField(max_length=3000, blank=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-quarter"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "quarter"], name="one_report_of_a_quarter")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.quarter}"
