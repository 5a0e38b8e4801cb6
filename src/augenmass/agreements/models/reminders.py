"""Reminders: each is one message, by mail or on paper, with a mark of how far it got; letters go to the post room in batches."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.agreements.models.agreements import Agreement
from augenmass.directory.models import Account, Body
from augenmass.record.models import Action


class PrintBatch(models.Model):
    """Letters that were set as one file and go to the post room together, once."""

    class State(models.TextChoices):
        MADE = "made", _("erstellt, noch nicht übergeben")
        HANDED_OVER = "handed_over", _("an die Poststelle übergeben")
        DISCARDED = "discarded", _("verworfen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one batch."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=State, default=State.MADE)
    letters = models.PositiveIntegerField()
    content = models.BinaryField()
    """The letters as one PDF, one after the other; empty once they were handed over or discarded."""
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    handed_over_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d} {self.letters}"


class Reminder(models.Model):
    """One message without content, once for each occasion. Its mark is committed before anything leaves the house.

    waiting → taken → sent. One that was taken when the program was cut off may have gone out: it becomes ``unclear``, and a person decides.
    """

    class Kind(models.TextChoices):
        REVIEW_PERSON = "review_person", _("Gespräch, an die Person")
        STEP_PERSON = "step_person", _("Schritt der Person, an die Person")
        REVIEW_COUNSELLOR = "review_counsellor", _("Gespräch, an die Beratung")
        STEP_COUNSELLOR = "step_counsellor", _("Schritt der Beratungsstelle")
        PROMISE_LATE = "promise_late", _("Leistung einer anderen Stelle")

    TO_PERSON = (Kind.REVIEW_PERSON, Kind.STEP_PERSON)

    class Way(models.TextChoices):
        MAIL = "mail", _("E-Mail")
        LETTER = "letter", _("Brief")

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet")
        TAKEN = "taken", _("wird gesendet")
        SENT = "sent", _("gesendet")
        UNCLEAR = "unclear", _("unklar, ob gesendet")
        FAILED = "failed", _("nicht zustellbar")
        PRINTED = "printed", _("in einem Druckstapel")
        COVERED = "covered", _("mit einer anderen Nachricht gesagt")
        DROPPED = "dropped", _("nicht mehr nötig")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Also the Message-ID, so that a receiving system can recognise a mail it has."""
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, db_index=False, related_name="reminders")
    kind = models.CharField(max_length=20, choices=Kind)
    about = models.UUIDField()
    """Key of the review, step or promise."""
    due = models.DateField()
    """The day that it reminds of: a talk that was moved is reminded of again."""
    way = models.CharField(max_length=6, choices=Way, default=Way.MAIL)
    state = models.CharField(max_length=8, choices=State)
    recipient = models.EmailField(blank=True)
    """The mail address when it was written; empty for a letter."""
    attempts = models.PositiveSmallIntegerField(default=0)
    written_on = models.DateField()
    not_before = models.DateTimeField()
    changed_at = models.DateTimeField()
    settled_by = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    """The action by which a person decided about a mail that is unclear or could not be delivered."""
    batch = models.ForeignKey(PrintBatch, on_delete=models.PROTECT, null=True, blank=True, related_name="reminders")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "kind", "about", "due"], name="reminded_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["state", "way", "not_before"], name="reminders_by_state"),
            models.Index(fields=["recipient", "written_on"], name="reminded_that_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due}"

    @property
    def to_person(self) -> bool:
        """Whether it goes to the person."""
        return self.kind in self.TO_PERSON
