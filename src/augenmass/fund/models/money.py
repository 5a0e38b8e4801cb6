"""The fund of a body, its yearly budgets, and the postings that explain every cent."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.fund.models.decided import Decided
from augenmass.fund.rules.accounts import PostingKind
from augenmass.record.models import Sealed


class Fund(models.Model):
    """What one body of a Land manages. Its row is locked by everything that moves money, so that two never spend the same cent."""

    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.body_id)


class Budget(models.Model):
    """A year of a fund. Amounts stand in its postings only."""

    class Rest(models.TextChoices):
        CARRY = "carry", _("in das nächste Jahr übertragen")
        LAPSE = "lapse", _("verfallen lassen")

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="budgets")
    year = models.PositiveSmallIntegerField()
    numbers = models.PositiveIntegerField(default=0)
    """How many commitments got a number of this year; also of those that were erased since."""
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rest = models.CharField(max_length=6, choices=Rest, blank=True)
    """What became of open commitments when the year was closed."""

    class Meta:
        ordering: ClassVar = ["year"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["fund", "year"], name="fund_budget_of_year")]

    def __str__(self) -> str:
        return str(self.year)


class BudgetChange(Decided):
    """A budget as somebody proposes it: the whole amount of the year, not the difference."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one proposal."""
    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="changes")
    cents = models.BigIntegerField()
    reason = models.CharField(max_length=500)

    class Meta(Decided.Meta):
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            *Decided.Meta.constraints,
            models.UniqueConstraint(
                fields=["budget"], condition=models.Q(state="waiting"), name="fund_one_waiting_budget"
            ),
            models.CheckConstraint(condition=models.Q(cents__gte=0), name="fund_budget_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.budget_id} {self.state}"


class Posting(Sealed):
    """One movement of money; only ever added. Names no person and no case: it stays when the file of the case is erased."""

    SEALED = ("id", "body_id", "budget_id", "kind", "cents", "on", "number", "programme_id")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    """Which body manages the fund."""
    budget = models.ForeignKey(Budget, on_delete=models.PROTECT, related_name="postings", db_index=False)
    kind = models.CharField(max_length=16, choices=[(kind.value, kind.value) for kind in PostingKind])
    cents = models.BigIntegerField()
    on = models.DateField()
    number = models.CharField(max_length=30, blank=True, db_index=True)
    """Of the commitment, its tranche or the payment."""
    programme = models.ForeignKey(
        "fund.Programme", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(cents__gt=0), name="fund_posting_moves")]
        indexes: ClassVar = [
            # With the cents, so that the sums of a year are read off the index: they are asked for with every posting.
            models.Index(fields=["budget", "body", "kind", "programme", "cents"], name="fund_sums_of_year"),
            models.Index(fields=["budget", "id"], name="fund_postings_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.cents}"
