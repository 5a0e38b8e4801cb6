"""What is followed up of a signed agreement: steps of both sides, review talks."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.agreements.models.agreements import Agreement, Edition
from augenmass.agreements.rules.content import Side


class Step(models.Model):
    """A step of the newest signed edition; what was done stays when the next edition drops it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, db_index=False, related_name="steps")
    key = models.UUIDField()
    """As in the content of the edition."""
    side = models.CharField(max_length=10, choices=[(side.value, side.value) for side in Side])
    what = models.CharField(max_length=500)
    due = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    dropped_in = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["due", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["agreement", "key"], name="step_once_in_agreement")]
        indexes: ClassVar = [
            models.Index(fields=["due"], condition=models.Q(done_on=None, dropped_in=None), name="agreed_steps_open")
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.key}"


class Review(models.Model):
    """A review talk: planned by the rhythm, held, or moved by one of the two sides."""

    class State(models.TextChoices):
        PLANNED = "planned", _("geplant")
        HELD = "held", _("geführt")
        MOVED = "moved", _("verschoben")
        DROPPED = "dropped", _("entfallen")

    class MovedBy(models.TextChoices):
        PERSON = "person", _("auf Wunsch der Person")
        COUNSELLOR = "counsellor", _("durch die Beratungsstelle")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, db_index=False, related_name="reviews")
    due = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    held_on = models.DateField(null=True, blank=True)
    notes = models.TextField(max_length=5000, blank=True)
    moved_to = models.DateField(null=True, blank=True)
    moved_by = models.CharField(max_length=10, choices=MovedBy, blank=True)
    interpreter_ordered = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["due", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agreement"], condition=models.Q(state="planned"), name="one_review_is_planned"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["due"], condition=models.Q(state="planned"), name="reviews_planned")]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.due}"


class SheetGiven(models.Model):
    """That the person was given a sheet of a pilot's questionnaire on an occasion; whether they answered is known nowhere.

    Its id is drawn by lot: it does not tell when.
    """

    class Occasion(models.TextChoices):
        SIGNED = "signed", _("nach der Unterschrift")
        REVIEW = "review", _("nach einem Gespräch")
        ENDED = "ended", _("am Ende")

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, db_index=False, related_name="sheets")
    occasion = models.CharField(max_length=10, choices=Occasion)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "occasion"], name="sheet_once_an_occasion")
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.occasion}"
