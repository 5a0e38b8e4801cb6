"""A voluntary departure: who leaves together, what was told, applied for, booked and certified. What the law asks lies in the facts of each case."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.cases.models import Document
from augenmass.directory.models import Account
from augenmass.fund.models import ProgrammeTerms
from augenmass.record.models import Case, Sealed


class Departure(Sealed):
    """One voluntary departure, of a person or of a family together; it is led in one of their cases."""

    SEALED = ("id", "key", "case_id", "opened_by_id", "opened_at")

    class State(models.TextChoices):
        REQUESTED = "requested", _("eröffnet")
        APPROVED = "approved", _("bewilligt")
        BOOKED = "booked", _("gebucht")
        DEPARTED = "departed", _("ausgereist")
        ENDED = "ended", _("beendet")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice opens one."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="departures")
    opened_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.REQUESTED)
    changed_at = models.DateTimeField()
    ended_reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "-changed_at"], name="departure_by_state")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"

    @property
    def about(self) -> str:
        """How tasks name it."""
        return f"departure:{self.key}"


class Member(Sealed):
    """Somebody who leaves with it, by their own case; the leading case has a row as well."""

    SEALED = ("id", "departure_id", "case_id")

    departure = models.ForeignKey(Departure, on_delete=models.PROTECT, related_name="members")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    open = models.BooleanField(default=True)
    """Until they have departed or the departure ended."""

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(open=True), name="one_open_departure_of_a_case"
            ),
            models.UniqueConstraint(fields=["departure", "case"], name="member_once"),
        ]

    def __str__(self) -> str:
        return f"{self.departure_id} {self.case_id}"


class Companion(Sealed):
    """A relative whose case another body works: named so that both bodies talk, and not part of anything done here."""

    SEALED = ("id", "departure_id", "name", "body_name", "note")

    departure = models.ForeignKey(Departure, on_delete=models.PROTECT, related_name="companions")
    name = models.CharField(max_length=200)
    body_name = models.CharField(max_length=200)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.name


class Notice(Sealed):
    """That the person was told what an application for return support can cost, in which language and by whom, and took note."""

    SEALED = ("id", "key", "departure_id", "told_on", "language", "told_by", "acknowledged_by")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    departure = models.ForeignKey(Departure, on_delete=models.PROTECT, related_name="notices")
    told_on = models.DateField()
    language = models.CharField(max_length=60)
    told_by = models.CharField(max_length=200)
    acknowledged_by = models.CharField(max_length=400)
    """Who of them took note, for children their parents."""

    class Meta:
        ordering: ClassVar = ["-told_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.departure_id} {self.told_on}"


class Application(Sealed):
    """An application for return support, under the terms of a programme as they stood when it was drafted."""

    SEALED = ("id", "key", "departure_id", "terms_id", "drafted_by_id", "drafted_at")

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        FILED = "filed", _("gestellt")
        APPROVED = "approved", _("bewilligt")
        REFUSED = "refused", _("abgelehnt")
        WITHDRAWN = "withdrawn", _("zurückgenommen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Also how the fund knows its commitment."""
    departure = models.ForeignKey(Departure, on_delete=models.PROTECT, related_name="applications")
    terms = models.ForeignKey(ProgrammeTerms, on_delete=models.PROTECT, related_name="+")
    drafted_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    adults = models.PositiveSmallIntegerField(default=0)
    minors = models.PositiveSmallIntegerField(default=0)
    amount_cents = models.PositiveBigIntegerField(default=0)
    """As the terms give it for these people; set when it is filed and again when it is approved."""
    filed_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    follow_up_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["departure", "terms"],
                condition=models.Q(state__in=["draft", "filed", "approved"]),
                name="one_application_to_a_programme",
            )
        ]

    def __str__(self) -> str:
        return f"{self.departure_id} {self.state}"


class Booking(Sealed):
    """A journey as it was booked; one that is moved stays and the next one takes its place."""

    SEALED = ("id", "key", "departure_id", "carrier", "route", "travels_on")

    class State(models.TextChoices):
        BOOKED = "booked", _("gebucht")
        MOVED = "moved", _("verlegt")
        CANCELLED = "cancelled", _("storniert")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    departure = models.ForeignKey(Departure, on_delete=models.PROTECT, related_name="bookings")
    carrier = models.CharField(max_length=200)
    route = models.CharField(max_length=300)
    travels_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.BOOKED)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["departure"], condition=models.Q(state="booked"), name="one_booked_journey_of_a_departure"
            )
        ]

    def __str__(self) -> str:
        return f"{self.departure_id} {self.travels_on} {self.state}"


class Certificate(Sealed):
    """A certificate of border crossing as it was issued to one member."""

    SEALED = ("id", "key", "departure_id", "case_id", "valid_until", "sha256", "issued_by_id", "issued_at")

    class State(models.TextChoices):
        VALID = "valid", _("gültig")
        WITHDRAWN = "withdrawn", _("zurückgezogen")
        RETURNED = "returned", _("zurückgesandt")

    class CameFrom(models.TextChoices):
        BORDER = "border", _("von der Grenzbehörde")
        MISSION = "mission", _("von einer deutschen Auslandsvertretung")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    departure = models.ForeignKey(Departure, on_delete=models.PROTECT, related_name="certificates")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    valid_until = models.DateField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    issued_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.VALID)
    came_from = models.CharField(max_length=10, choices=CameFrom, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    """When it was recorded here that it came back; the day of departure is a fact of the case."""

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["departure", "case"],
                condition=models.Q(state__in=["valid", "returned"]),
                name="one_certificate_of_a_member",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"


class CertificateCode(models.Model):
    """What the public page reads: the digest of a code and until when it counts. It leads to no case, and nobody reads the code off it."""

    certificate = models.OneToOneField(Certificate, on_delete=models.PROTECT, related_name="code")
    code_digest = models.CharField(max_length=64, unique=True)
    valid_until = models.DateField()
    valid = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.code_digest[:12]
