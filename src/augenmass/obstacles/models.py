"""An obstacle, the bodies that meet it, the answers to it, and who is told of them."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body


class Obstacle(models.Model):
    """Something that keeps authorities from doing their work, as one of them reported it. Names no person."""

    class Kind(models.TextChoices):
        DOCUMENTS = "documents", _("Reisedokumente und Auslandsvertretungen")
        IDENTITY = "identity", _("Klärung der Identität")
        TAKING_BACK = "taking_back", _("Aufnahme durch den Zielstaat")
        TRANSPORT = "transport", _("Beförderung")
        COURTS = "courts", _("Gerichte und Rechtsbehelfe")
        REGISTERS = "registers", _("Register und Datenaustausch")
        LAW = "law", _("unklare Rechtslage")
        COOPERATION = "cooperation", _("Zusammenarbeit von Stellen")
        CAPACITY = "capacity", _("Personal, Plätze, Mittel")
        OTHER = "other", _("anderes")

    class Status(models.TextChoices):
        OPEN = "open", _("offen")
        EXAMINED = "examined", _("wird geprüft")
        AGREED = "agreed", _("Weg abgestimmt")
        SOLVED = "solved", _("gelöst")
        NOT_SOLVABLE = "not_solvable", _("nicht lösbar")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice reports once."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=150)
    text = models.TextField(max_length=3000)
    since = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind)
    state = models.CharField(max_length=3, blank=True)
    """State of origin that it is about, by its code; "" where it is about none."""
    concerned = models.CharField(max_length=150, blank=True)
    """Which body, mission or carrier it is about."""
    status = models.CharField(max_length=20, choices=Status, default=Status.OPEN)
    """As the newest answer says."""
    words = models.TextField()
    """Title, text and body concerned in plain letters, for the search."""
    version = models.PositiveIntegerField(default=0)
    """Counts answers and changes of the text: who writes has read the newest."""
    reported_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-reported_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class Concern(models.Model):
    """A body that meets the obstacle, with a rounded number of its cases; the reporting body is the first."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="concerns")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    cases = models.PositiveIntegerField(null=True)
    joined_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()
    over_on = models.DateField(null=True)
    """From when on the body no longer meets it."""

    class Meta:
        ordering: ClassVar = ["joined_at", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["obstacle", "body"], name="body_joins_once")]

    def __str__(self) -> str:
        return f"{self.obstacle_id} {self.body_id}"


class Answer(models.Model):
    """What a ministry says of an obstacle, and where it stands from that day on."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="answers")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, choices=Obstacle.Status)
    on = models.DateField()
    text = models.TextField(max_length=3000)
    answered_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-answered_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.obstacle_id} {self.status}"


class Watch(models.Model):
    """Somebody who gets a mail, without content, when an obstacle is answered."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="watches")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "obstacle"], name="watched_once")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.obstacle_id}"
