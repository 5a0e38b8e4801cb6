"""A pilot: who runs it, where, from when to when, with which questions."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.law.quarters import Quarter


class Pilot(models.Model):
    """A pilot of integration agreements. Prepared by one person, opened by another; from then on its places and time are fixed."""

    class State(models.TextChoices):
        DRAFT = "draft", _("in Vorbereitung")
        OPEN = "open", _("läuft")
        CLOSED = "closed", _("abgeschlossen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one pilot."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    """The body that runs it and reads its reports."""
    name = models.CharField(max_length=200)
    first_year = models.PositiveSmallIntegerField()
    first_quarter = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    last_quarter = models.PositiveSmallIntegerField()
    questions = models.TextField(max_length=4000)
    """What the evaluation is to answer."""
    smallest = models.PositiveSmallIntegerField()
    """The smallest number of agreements that is shown."""
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0)
    """Counts writes: who writes has read the newest."""
    prepared_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    sheet_key = models.CharField(max_length=64, blank=True)
    """Public key for which sheets of the questionnaire are sealed; the private one lies outside the database."""

    class Meta:
        ordering: ClassVar = ["-first_year", "-first_quarter", "name", "pk"]
        indexes: ClassVar = [models.Index(fields=["body", "state"], name="pilots_of_body")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state="draft") | ~models.Q(prepared_by=models.F("opened_by")),
                name="pilot_opened_by_another",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def first(self) -> Quarter:
        """Its first quarter."""
        return Quarter(self.first_year, self.first_quarter)

    @property
    def last(self) -> Quarter:
        """Its last quarter."""
        return Quarter(self.last_year, self.last_quarter)


class Place(models.Model):
    """A municipality of a pilot with its counselling service: one of this installation, or only its name."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pilot = models.ForeignKey(Pilot, on_delete=models.PROTECT, db_index=False, related_name="places")
    number = models.PositiveSmallIntegerField()
    municipality = models.CharField(max_length=8)
    """Official municipality key (amtlicher Gemeindeschlüssel), eight digits."""
    name = models.CharField(max_length=120)
    service = models.CharField(max_length=200)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    joined_at = models.DateTimeField(null=True, blank=True)
    """When the service agreed to be counted; before that nothing of it is."""

    class Meta:
        ordering: ClassVar = ["pilot", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pilot", "number"], name="place_number_in_pilot"),
            models.UniqueConstraint(fields=["pilot", "municipality"], name="municipality_once_in_pilot"),
            models.UniqueConstraint(fields=["pilot", "body"], name="service_once_in_pilot"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class Edition(models.Model):
    """What an open pilot asks and shows since when, and why it was changed."""

    pilot = models.ForeignKey(Pilot, on_delete=models.PROTECT, db_index=False, related_name="editions")
    number = models.PositiveSmallIntegerField()
    questions = models.TextField(max_length=4000)
    smallest = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pilot", "number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["pilot", "number"], name="pilot_edition_once")]

    def __str__(self) -> str:
        return f"{self.pilot_id} {self.number}"
