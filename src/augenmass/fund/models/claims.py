"""What was promised in a case, in which tranches, what was paid, taken back, and came back."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account
from augenmass.fund.models.money import Budget
from augenmass.fund.models.programmes import ProgrammeTerms
from augenmass.fund.rules.tranches import Occasion
from augenmass.record.models import Case, Sealed

OCCASION_LABELS = {
    Occasion.DEPARTURE: _("bei der Ausreise"),
    Occasion.FOLLOW_UP: _("nach der Ausreise"),
}


class Commitment(Sealed):
    """An amount promised in a case for one reference (an approved application). Its tranches say what became of it."""

    SEALED = ("id", "reference", "case_id", "terms_id", "number", "adults", "minors", "cents", "made_by_id", "made_on")

    reference = models.UUIDField(unique=True, editable=False)
    """What it was promised for; the same reference again is the same commitment."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="commitments")
    terms = models.ForeignKey(ProgrammeTerms, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    """Year and count in the fund; under it the treasury finds every posting."""
    adults = models.PositiveSmallIntegerField()
    minors = models.PositiveSmallIntegerField()
    cents = models.BigIntegerField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.number


class Tranche(models.Model):
    """A part of a commitment. ``budget`` is the year that holds its money; carried over, it is the next one."""

    class State(models.TextChoices):
        OPEN = "open", _("noch nicht fällig")
        PAYABLE = "payable", _("kann ausgezahlt werden")
        PAID = "paid", _("ausgezahlt")
        CANCELLED = "cancelled", _("zurückgenommen")
        LAPSED = "lapsed", _("verfallen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="tranches")
    position = models.PositiveSmallIntegerField()
    occasion = models.CharField(max_length=12, choices=[(one.value, OCCASION_LABELS[one]) for one in Occasion])
    months_after = models.PositiveSmallIntegerField()
    cents = models.BigIntegerField()
    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="tranches")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    expected_on = models.DateField(null=True, blank=True)
    """The first day on which its occasion can be; known from the departure on."""
    payable_from = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["commitment", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commitment", "position"], name="fund_tranche_once"),
            models.CheckConstraint(condition=models.Q(cents__gt=0), name="fund_tranche_of_some_cents"),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id}/{self.position}"


UNPAID = (Tranche.State.OPEN, Tranche.State.PAYABLE)


class Payment(Sealed):
    """A tranche as somebody prepares its payment; it is paid when a second person has signed."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet auf Zweitzeichnung")
        SIGNED = "signed", _("zur Zahlung angewiesen")
        REFUSED = "refused", _("abgelehnt")
        WITHDRAWN = "withdrawn", _("zurückgezogen")

    SEALED = ("id", "key", "tranche_id", "number", "cents", "payee", "account", "prepared_by_id", "prepared_at")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one payment."""
    tranche = models.ForeignKey(Tranche, on_delete=models.PROTECT, related_name="payments")
    number = models.CharField(max_length=30)
    cents = models.BigIntegerField()
    payee = models.CharField(max_length=200)
    account = models.CharField(max_length=200)
    """Where to: an account, or the place that pays out."""
    prepared_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["state", "id"], name="fund_payments_by_state")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["tranche"], condition=models.Q(state__in=["waiting", "signed"]), name="fund_tranche_paid_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="signed") | ~models.Q(prepared_by=models.F("decided_by")),
                name="fund_payment_signed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Cancellation(Sealed):
    """Why what was not yet paid of a commitment was taken back."""

    SEALED = ("id", "commitment_id", "cents", "reason", "on")

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="cancellations")
    cents = models.BigIntegerField()
    reason = models.CharField(max_length=500)
    on = models.DateField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.commitment_id)


class Recovery(Sealed):
    """Money that came back after a payment, and why."""

    class Ground(models.TextChoices):
        RE_ENTRY = "re_entry", _("Wiedereinreise")
        NOT_DEPARTED = "not_departed", _("nicht ausgereist")
        PAID_TWICE = "paid_twice", _("doppelt gezahlt")
        NOT_COLLECTED = "not_collected", _("nicht abgeholt oder zurückgebucht")
        OTHER = "other", _("anderer Grund")

    SEALED = ("id", "key", "payment_id", "number", "cents", "ground", "reason", "received_on", "recorded_by_id")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="recoveries")
    number = models.CharField(max_length=30)
    cents = models.BigIntegerField()
    ground = models.CharField(max_length=16, choices=Ground)
    reason = models.CharField(max_length=500)
    received_on = models.DateField()
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.number
