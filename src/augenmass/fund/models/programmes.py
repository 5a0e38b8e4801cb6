"""Programmes and their dated terms: what is paid to whom and in which parts. Set by form with a second person, never in code."""

import uuid
from typing import ClassVar

from django.db import models

from augenmass.fund.models.decided import Decided
from augenmass.fund.models.money import Fund


class Programme(models.Model):
    """A programme of support for those who return."""

    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="programmes")
    key = models.SlugField(max_length=40, unique=True)
    name_de = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["name_de", "pk"]

    def __str__(self) -> str:
        return self.name_de


class ProgrammeTerms(Decided):
    """What a programme gives from one day to another (both included)."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one proposal."""
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="terms")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    per_adult = models.BigIntegerField()
    """Cents."""
    per_minor = models.BigIntegerField()
    """Cents."""
    ceiling = models.BigIntegerField(null=True, blank=True)
    """Cents at most for one commitment."""
    ceiling_of_year = models.BigIntegerField(null=True, blank=True)
    """Cents at most for the programme in a year."""
    tranches = models.JSONField(default=list)
    """``{"occasion": "departure" | "follow_up", "months_after": 0, "share": 100}``, shares of a hundred."""
    source = models.CharField(max_length=300)
    """Where the terms were decided: a decree, a directive."""

    class Meta(Decided.Meta):
        ordering: ClassVar = ["programme", "since", "pk"]
        constraints: ClassVar = [
            *Decided.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("since")), name="fund_terms_end_later"
            ),
            models.CheckConstraint(
                condition=models.Q(per_adult__gte=0, per_minor__gte=0), name="fund_terms_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.since}"


class TermsEnd(Decided):
    """A last day for terms that run, as somebody proposes it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    terms = models.ForeignKey(ProgrammeTerms, on_delete=models.PROTECT, related_name="ends")
    until = models.DateField()
    reason = models.CharField(max_length=500)

    class Meta(Decided.Meta):
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            *Decided.Meta.constraints,
            models.UniqueConstraint(fields=["terms"], condition=models.Q(state="waiting"), name="fund_one_waiting_end"),
        ]

    def __str__(self) -> str:
        return f"{self.terms_id} {self.until}"
