"""Sheets of states of origin in versions, applications for travel documents, and what happened to them."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.record.models import Case, Sealed


class Sheet(models.Model):
    """One version of what is known of getting documents from a state. Names no person; the newest confirmed one holds."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one version."""
    country = models.CharField(max_length=3)
    number = models.PositiveIntegerField()
    documents = models.TextField(max_length=3000)
    """What is needed, a line each."""
    steps = models.TextField(max_length=3000)
    """What is done in which order, a line each."""
    where = models.TextField(max_length=1000)
    durations = models.CharField(max_length=500, blank=True)
    """What the state's mission says, or what others know; what the own applications show is computed."""
    remarks = models.TextField(max_length=3000, blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    read_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The second reader, who is never the author."""
    read_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    """When a version that waited was taken back, by its author or by a second reader."""

    class Meta:
        ordering: ClassVar = ["country", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["country", "number"], name="sheet_version_once"),
            models.UniqueConstraint(
                fields=["country"],
                condition=models.Q(read_at=None, dropped_at=None),
                name="one_sheet_waits",
            ),
            models.CheckConstraint(
                condition=~models.Q(written_by=models.F("read_by")), name="sheet_read_by_another_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.number}"


class Application(Sealed):
    """An application for a travel document with the authorities of a state of origin."""

    class Kind(models.TextChoices):
        PASSPORT = "passport", _("Nationalpass")
        SUBSTITUTE = "substitute", _("Passersatzpapier")
        CONFIRMATION = "confirmation", _("Bestätigung der Identität oder Staatsangehörigkeit")

    class Applicant(models.TextChoices):
        PERSON = "person", _("die Person selbst")
        AUTHORITY = "authority", _("die Behörde")

    class State(models.TextChoices):
        OPEN = "open", _("läuft")
        ISSUED = "issued", _("ausgestellt")
        REFUSED = "refused", _("abgelehnt")
        WITHDRAWN = "withdrawn", _("zurückgenommen")

    SEALED = ("id", "case_id", "country", "kind", "applicant", "filed_on", "opened_by_id")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="travel_applications")
    country = models.CharField(max_length=3)
    kind = models.CharField(max_length=20, choices=Kind)
    applicant = models.CharField(max_length=10, choices=Applicant)
    filed_on = models.DateField()
    opened_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    closed_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    """Counts events: who records one has read the newest."""

    class Meta:
        ordering: ClassVar = ["-filed_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "country", "kind"], condition=models.Q(state="open"), name="one_application_runs"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["country", "kind", "closed_on"], name="applications_of_state")]

    @property
    def about(self) -> str:
        """What its tasks are about."""
        return f"travel_paper:{self.key}"

    def __str__(self) -> str:
        return f"{self.case_id} {self.country} {self.kind}"


class ApplicationEvent(Sealed):
    """Something that happened to an application; stays as it was recorded."""

    class Kind(models.TextChoices):
        FORMS_SENT = "forms_sent", _("Formulare abgegeben")
        HEARING_SET = "hearing_set", _("Vorsprache oder Anhörung angesetzt")
        HEARING_RESULT = "hearing_result", _("Ergebnis der Vorsprache oder Anhörung")
        ANSWERED = "answered", _("Antwort der Auslandsvertretung")
        ISSUED = "issued", _("Dokument erteilt")
        REFUSED = "refused", _("Antrag abgelehnt")
        WITHDRAWN = "withdrawn", _("Antrag zurückgenommen")

    class Result(models.TextChoices):
        RECOGNISED = "recognised", _("als Staatsangehörige oder Staatsangehöriger anerkannt")
        NOT_RECOGNISED = "not_recognised", _("nicht anerkannt")
        PENDING = "pending", _("Ergebnis steht aus")
        CANCELLED = "cancelled", _("von der Auslandsvertretung abgesagt")
        NOT_HELD = "not_held", _("fand nicht statt")

    SEALED = ("id", "application_id", "kind", "on", "result", "note", "valid_until", "fact_names", "recorded_by_id")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20, choices=Kind)
    on = models.DateField()
    result = models.CharField(max_length=20, choices=Result, blank=True)
    note = models.CharField(max_length=500, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    fact_names = models.JSONField(default=list)
    """Of forms: the names of the facts that stood on them, never their values."""
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.application_id} {self.kind} {self.on}"
