"""What somebody told others in a conference: the item, to whom it was released on what basis, its versions, and measures."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.conferences.models.meeting import Conference, Participant, Point
from augenmass.conferences.rules.basis import Basis
from augenmass.directory.models import Account, Body
from augenmass.law.transmission.classes import PURPOSES
from augenmass.transmissions.rules.kinds import Regime
from augenmass.work.models import Task


class Item(models.Model):
    """One item: information, a decision, a measure, dissent, or that something is not shared."""

    class Kind(models.TextChoices):
        INFORMATION = "information", _("Information")
        DECISION = "decision", _("Entscheidung")
        MEASURE = "measure", _("Maßnahme")
        DISSENT = "dissent", _("abweichende Auffassung")
        NOT_SHARED = "not_shared", _("nicht mitgeteilt, weil")

    class Nature(models.TextChoices):
        FACT = "fact", _("Tatsache")
        OPINION = "opinion", _("Einschätzung")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one item."""
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="items")
    point = models.ForeignKey(Point, on_delete=models.PROTECT, null=True, blank=True, related_name="items")
    kind = models.CharField(max_length=12, choices=Kind)
    giver = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="given")
    giver_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    giver_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=4000)
    nature = models.CharField(max_length=8, choices=Nature)
    data_class = models.CharField(max_length=40)
    """Key of the transmission matrix, or ``none`` where it says nothing of a person."""
    purpose = models.CharField(max_length=40, choices=[(purpose.key, purpose.de) for purpose in PURPOSES])
    regime = models.CharField(max_length=8, choices=[(regime.value, regime.value) for regime in Regime])
    reason = models.CharField(max_length=30, blank=True)
    """Of what is not shared: why, from the closed list."""
    about = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="dissents")
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    standing: list["Release"]
    """Set by the queries that show items: the releases that hold and that the reader may know of."""

    class Meta:
        ordering: ClassVar = ["made_at", "pk"]
        indexes: ClassVar = [models.Index(fields=["conference", "made_at"], name="items_of_a_conference")]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.kind}"


class Release(models.Model):
    """That an item was released to one participant, by this basis. Keeps who reads it, so that row security asks no other table."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="releases")
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="releases")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    giver_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    giver_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    turn = models.PositiveIntegerField()
    basis = models.CharField(max_length=10, choices=[(basis.value, basis.value) for basis in Basis])
    provisions = models.JSONField(default=list)
    told = models.JSONField(default=dict)
    """What the giver answered to the questions of the matrix."""
    catalogue = models.CharField(max_length=64)
    """Version of the transmission catalogue that answered."""
    assessment = models.TextField(max_length=1000, blank=True)
    """Reason of the officer who assessed what the matrix does not establish."""
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [models.Index(fields=["account", "body", "conference"], name="releases_to_a_reader")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "participant", "turn"],
                condition=models.Q(ended_at=None),
                name="released_once_in_a_turn",
            ),
            models.CheckConstraint(
                condition=~models.Q(basis="assessed") | ~models.Q(assessment=""), name="assessment_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.participant_id}"


class Revision(models.Model):
    """A version of an item's text: nothing that was saved is overwritten."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same change sent twice is one version."""
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField()
    text = models.TextField(max_length=4000)
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["item", "version"], name="one_text_in_a_version")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.version}"


class Measure(models.Model):
    """Who volunteered to do what by when; its text is the item."""

    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="measure")
    owner = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="measures")
    due = models.DateField()
    task = models.ForeignKey(Task, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """In the worklist of the owner's body, where that body works the case."""
    done_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    result = models.CharField(max_length=500, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["due", "pk"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.due}"
