"""What places delivered, and the reports made of it."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account
from augenmass.evaluation.models.pilots import Pilot, Place
from augenmass.law.quarters import Quarter


class Delivery(models.Model):
    """The counts of a place and quarter (``rules.measures.Numbers``); unprotected, so only reports are made of it."""

    class Origin(models.TextChoices):
        COUNTED = "counted", _("hier gezählt")
        FILE = "file", _("aus einer Datei")

    place = models.ForeignKey(Place, on_delete=models.PROTECT, db_index=False, related_name="deliveries")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    numbers = models.JSONField()
    origin = models.CharField(max_length=10, choices=Origin)
    delivered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["place", "year", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "year", "number"], name="delivered_once_a_quarter")
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.quarter}"

    @property
    def quarter(self) -> Quarter:
        """The quarter."""
        return Quarter(self.year, self.number)


class OfferedCount(models.Model):
    """To how many people a service offered an agreement in a quarter, as it entered itself; nobody's name is kept who said no."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, db_index=False, related_name="offered")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField()
    entered_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["place", "year", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "year", "number"], name="offered_once_a_quarter")
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.quarter}"

    @property
    def quarter(self) -> Quarter:
        """The quarter."""
        return Quarter(self.year, self.number)


class Report(models.Model):
    """A report as it was shown: protected tables, and what they were made of. It is never changed."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(Pilot, on_delete=models.PROTECT, db_index=False, related_name="reports")
    number = models.PositiveSmallIntegerField()
    edition = models.PositiveSmallIntegerField()
    """Number of the pilot's edition of that day."""
    until_year = models.PositiveSmallIntegerField()
    until_quarter = models.PositiveSmallIntegerField()
    compares = models.BooleanField()
    """Whether it compares places: only when the pilot's time is over."""
    content = models.JSONField()
    data_digest = models.CharField(max_length=64)
    """SHA-256 over all deliveries that it rests on."""
    content_digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pilot", "number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["pilot", "number"], name="pilot_report_once")]

    def __str__(self) -> str:
        return f"{self.pilot_id} {self.number}"

    @property
    def until(self) -> Quarter:
        """Its last quarter."""
        return Quarter(self.until_year, self.until_quarter)
