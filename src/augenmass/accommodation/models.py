"""Houses, the list of who lives in them as they keep it, and what they report."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.accommodation.rules import Event, Standing
from augenmass.directory.models import Account, Body
from augenmass.record.models import Action, Case, Sealed

EVENT_LABELS = {
    Event.ARRIVAL: _("Ankunft"),
    Event.ABSENCE: _("Abwesenheit festgestellt"),
    Event.RETURN: _("Rückkehr"),
    Event.TRANSFER: _("Verlegung"),
    Event.DUTY_ENDED: _("Ende der Wohnpflicht"),
}
STANDING_LABELS = {
    Standing.PRESENT: _("wohnt hier"),
    Standing.AWAY: _("als abwesend gemeldet"),
    Standing.LEFT: _("nicht mehr hier"),
}


class House(models.Model):
    """A building in which people live, run by a body; it reports to the authority of the place. Names nobody."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="houses")
    authority = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    """Where reports go whose case is not known."""
    name = models.CharField(max_length=200)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=5)
    town = models.CharField(max_length=100)
    closed_on = models.DateField(null=True, blank=True)
    """From this day on nobody lives there; what happened before can still be reported."""

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "name"], name="house_name_in_body")]

    def __str__(self) -> str:
        return self.name


class Resident(models.Model):
    """A person as the list of a house names them; ``case`` once it is known, which the house never learns."""

    house = models.ForeignKey(House, on_delete=models.PROTECT, db_index=False, related_name="residents")
    sender = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    """The body of the house."""
    receiver = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    """The authority of the house, which finds the case."""
    number = models.CharField(max_length=60)
    family_name = models.CharField(max_length=120, blank=True)
    first_names = models.CharField(max_length=120, blank=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="residents")
    standing = models.CharField(max_length=10, choices=[(one.value, STANDING_LABELS[one]) for one in Standing])
    since = models.DateTimeField()
    set_aside_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The action by which a person of the authority said that none of its cases is meant."""

    class Meta:
        ordering: ClassVar = ["family_name", "first_names", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["house", "number"], name="number_in_house")]
        indexes: ClassVar = [
            models.Index(fields=["house", "standing", "family_name"], name="list_of_house"),
            models.Index(
                fields=["receiver", "since"], condition=models.Q(case=None, set_aside_by=None), name="to_be_matched"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def name(self) -> str:
        """Family name, first names, as the positions of cases write it."""
        return ", ".join(part for part in (self.family_name, self.first_names) if part)


class Report(Sealed):
    """What a house said, once by the sender's own key. The worker brings it to the case."""

    SEALED = ("id", "sender_id", "key", "resident_id", "event", "happened_at", "to_house_id", "to_postcode", "to_place")

    class State(models.TextChoices):
        WAITING = "waiting", _("wird zugestellt")
        DELIVERED = "delivered", _("zugestellt")
        UNMATCHED = "unmatched", _("wartet auf Zuordnung")
        WITHDRAWN = "withdrawn", _("vor der Zustellung zurückgenommen")

    sender = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    key = models.UUIDField(editable=False)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, db_index=False, related_name="reports")
    event = models.CharField(max_length=12, choices=[(event.value, EVENT_LABELS[event]) for event in Event])
    happened_at = models.DateTimeField()
    to_house = models.ForeignKey(House, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    to_postcode = models.CharField(max_length=5, blank=True)
    to_place = models.CharField(max_length=200, blank=True)
    author = models.ForeignKey(Account, on_delete=models.PROTECT, db_index=False, related_name="+")
    received_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    planned = models.BooleanField(default=False)
    """Of a return: whether something was planned in the case, which its officer looks at again."""
    noted_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The action by which the officer took note."""

    class Meta:
        ordering: ClassVar = ["happened_at", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["sender", "key"], name="report_once_by_sender")]
        indexes: ClassVar = [
            models.Index(fields=["resident", "happened_at"], name="reports_of_resident"),
            models.Index(fields=["happened_at"], condition=models.Q(state="waiting"), name="reports_to_deliver"),
            models.Index(
                fields=["resident"], condition=models.Q(state="delivered", noted_by=None), name="reports_to_note"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.happened_at}"

    @property
    def about(self) -> str:
        """How tasks name it."""
        return f"accommodation:{self.key}"


class Withdrawal(Sealed):
    """That a house takes back a report that was wrong, with the reason. The report stays; it counts no more."""

    SEALED = ("id", "report_id", "reason", "author_id", "withdrawn_at")

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=500)
    author = models.ForeignKey(Account, on_delete=models.PROTECT, db_index=False, related_name="+")
    withdrawn_at = models.DateTimeField()
    delivered = models.BooleanField(default=False)
    """Whether who works the case was told; of a report that reached no case nobody has to be."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["withdrawn_at"], condition=models.Q(delivered=False), name="withdrawals_to_deliver")
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.withdrawn_at}"
