"""Which body is responsible for what, for a case since when and why, and how a case changes from one to another."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.competence.rules import Matter
from augenmass.directory.models import Account, Body
from augenmass.record.models import Case, Sealed

MATTER_LABELS = {
    Matter.RESIDENCE: _("Aufenthalt (Ausländerbehörde des Ortes)"),
    Matter.ENFORCEMENT: _("Vollzug von Abschiebungen"),
    Matter.SKILLED_VISA: _("Visumverfahren der zentralen Ausländerbehörde"),
}
MATTERS = [(matter.value, MATTER_LABELS[matter]) for matter in Matter]


class Responsibility(Sealed):
    """A body is responsible for a case from a day on; the newest row counts, older ones are the history."""

    SEALED = ("id", "case_id", "body_id", "since", "reason")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="responsibilities")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    reason = models.CharField(max_length=300)

    class Meta:
        ordering: ClassVar = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.body_id} {self.since}"


class Area(models.Model):
    """A range of postcodes for which a body is responsible in a matter, from day to day (all ends included)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="areas")
    matter = models.CharField(max_length=20, choices=MATTERS)
    postcode_from = models.CharField(max_length=5)
    postcode_to = models.CharField(max_length=5)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    """The regulation that says so."""

    class Meta:
        ordering: ClassVar = ["matter", "postcode_from", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(postcode_from__lte=models.F("postcode_to")), name="area_begins_before_it_ends"
            )
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.matter} {self.postcode_from}-{self.postcode_to}"


class Referral(Sealed):
    """One body asks another to take a case over. The case stays where it is until the other one accepts.

    ``number`` is the sender's file number: the sender's list shows it when the case is no longer theirs to read.
    """

    SEALED = (
        "id",
        "key",
        "case_id",
        "number",
        "sender_id",
        "receiver_id",
        "matter",
        "provision",
        "reason",
        "deadline",
        "opened_by_id",
        "opened_at",
    )

    class State(models.TextChoices):
        IN_PROGRESS = "in_progress", _("wartet auf Antwort")
        ACCEPTED = "accepted", _("angenommen")
        REJECTED = "rejected", _("abgelehnt")
        REVOKED = "revoked", _("zurückgezogen")
        RETURNED = "returned", _("zurückgegeben")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one referral."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="referrals")
    number = models.CharField(max_length=60)
    sender = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    receiver = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    matter = models.CharField(max_length=20, choices=MATTERS)
    provision = models.CharField(max_length=200)
    reason = models.CharField(max_length=2000)
    deadline = models.DateField()
    """The day by which the receiver shall answer."""
    opened_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    taking = models.UUIDField(null=True, blank=True)
    """Key of the taking of a step whose signature opened it (that room lies above this one)."""
    state = models.CharField(max_length=12, choices=State, default=State.IN_PROGRESS)
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["deadline", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(state="in_progress"), name="one_open_referral_of_a_case"
            ),
            models.CheckConstraint(condition=~models.Q(sender=models.F("receiver")), name="no_referral_to_oneself"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["receiver", "state", "deadline"], name="referrals_in"),
            models.Index(fields=["sender", "state", "deadline"], name="referrals_out"),
            models.Index(fields=["sender", "number"], name="referred_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.state}"

    @property
    def about(self) -> str:
        """How accesses and tasks name it."""
        return f"referral:{self.key}"


class ReferralAnswer(Sealed):
    """How a referral ended, by whom and why; one for each, so that of two answers only one is."""

    SEALED = ("id", "referral_id", "outcome", "reason", "missing", "answered_by_id", "answered_at")

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=12, choices=Referral.State)
    reason = models.CharField(max_length=2000, blank=True)
    missing = models.JSONField(default=list)
    """Of a return to the sender: what is missing, one sentence each."""
    answered_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.referral_id} {self.outcome}"
