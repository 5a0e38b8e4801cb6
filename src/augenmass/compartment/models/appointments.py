"""Appointments of counsellors with persons, and the address under which a calendar program reads their times."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.compartment.models.accounts import Account
from augenmass.compartment.models.encrypted import Encrypted
from augenmass.compartment.models.persons import Person
from augenmass.compartment.models.trace import Action


class Appointment(Encrypted):
    """One appointment. Content: ``way``, ``place``, ``language``, ``interpreter``, and ``by`` (who missed, moved or cancelled it).

    How it went is never sent anywhere: a missed appointment is nobody's business outside.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("vereinbart")
        KEPT = "kept", _("hat stattgefunden")
        MISSED = "missed", _("hat nicht stattgefunden")
        MOVED = "moved", _("verlegt")
        CANCELLED = "cancelled", _("abgesagt")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    begins_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    moved_to = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="moved_from")
    version = models.PositiveIntegerField(default=1)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["begins_at", "pk"]
        indexes: ClassVar = [models.Index(fields=["person", "begins_at"], name="appointments_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.begins_at}"

    @property
    def ends_at(self) -> datetime:
        return self.begins_at + timedelta(minutes=self.minutes)


class CalendarAddress(models.Model):
    """A secret address under which a calendar program reads the times of one counsellor; only its digest is kept."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="calendar_addresses")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    """When it was last read, so that its owner sees whether somebody else uses it."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account"], condition=models.Q(revoked_at=None), name="one_open_calendar_address"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.made_at}"
