"""What an installation holds of the law: wording, catalogues by their hash, what lawyers found, what was released, comparisons."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body


class Wording(models.Model):
    """The text of one unit (``AufenthG/59/1``) as one file had it. Older ones stay: a norm names the hash of what it was written from."""

    unit = models.CharField(max_length=40)
    hash = models.CharField(max_length=64)
    text = models.TextField()
    day = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200)
    loaded_at = models.DateTimeField()
    """When it was loaded last. The present text is the one of the latest day, where a text without a day has the day of its loading."""

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["unit", "hash"], name="wording_once")]
        indexes: ClassVar = [models.Index(fields=["unit", "loaded_at"], name="wording_by_unit")]

    def __str__(self) -> str:
        return f"{self.unit} {self.hash[:8]}"


class CatalogueVersion(models.Model):
    """A catalogue that has answered or was proposed for release, kept by its hash so that a past signature can be read again."""

    hash = models.CharField(max_length=64, primary_key=True)
    content = models.JSONField()
    first_used_at = models.DateTimeField()

    class Meta:
        db_table = "steps_catalogueversion"

    def __str__(self) -> str:
        return self.hash[:12]


class NormReview(models.Model):
    """What a named lawyer found of one norm. The newest of each person counts; a norm that reads otherwise later is unread again."""

    class Verdict(models.TextChoices):
        APPROVED = "approved", _("zugestimmt")
        OBJECTED = "objected", _("beanstandet")

    norm = models.CharField(max_length=60)
    norm_hash = models.CharField(max_length=64)
    """Hash of condition, time, effect and text of the norm that was read."""
    verdict = models.CharField(max_length=20, choices=Verdict)
    comment = models.TextField(blank=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["norm", "-at"], name="reviews_of_norm")]

    def __str__(self) -> str:
        return f"{self.norm} {self.verdict}"


class Release(models.Model):
    """A catalogue proposed by one person with the right to review law, and released by another. The last one answers."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice proposes once."""
    catalogue = models.ForeignKey(CatalogueVersion, on_delete=models.PROTECT, related_name="releases")
    reason = models.CharField(max_length=1000)
    proposed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    released_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    released_at = models.DateTimeField(null=True, blank=True)
    refused_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    refused_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-proposed_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(proposed_by=models.F("released_by")), name="catalogue_released_by_another"
            )
        ]

    def __str__(self) -> str:
        return f"{self.catalogue_id[:12]} {self.proposed_at:%Y-%m-%d}"


class Comparison(models.Model):
    """How often answers and lanes change between two days, or two catalogues, over a caseload: numbers, no case.

    Its state says whether it is to be carried on, its lease who is at it; a killed process leaves a lease that runs out.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("wird gerechnet")
        DONE = "done", _("gerechnet")
        FAILED = "failed", _("nicht gerechnet")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice computes once."""
    body = models.ForeignKey(Body, on_delete=models.CASCADE, null=True, db_index=False, related_name="+")
    """Whose cases; None: those of every body, asked for before a release."""
    earlier = models.DateField()
    later = models.DateField()
    catalogue = models.CharField(max_length=64)
    later_catalogue = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    cases = models.PositiveIntegerField()
    """Cases to compare, as counted when it was asked for."""
    done = models.PositiveIntegerField(default=0)
    last_case = models.PositiveBigIntegerField(default=0)
    """Id of the last case that is in: comparing goes on behind it."""
    numbers = models.JSONField(default=dict)
    """As ``law.comparison.Tally`` writes it."""
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_holder = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["body", "earlier", "later", "-asked_at"], name="comparison_by_days"),
            models.Index(fields=["asked_at"], condition=models.Q(state="waiting"), name="comparison_to_do"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} {self.catalogue[:8]} {self.later} {self.later_catalogue[:8]}"


class Printing(models.Model):
    """A document of the law that is set as PDF, volume after volume, and waits some days to be fetched. Holds nothing about a person."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wird gesetzt")
        DONE = "done", _("fertig")
        FAILED = "failed", _("nicht gesetzt")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice prints once."""
    statute = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2)
    catalogue = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_holder = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["asked_at"], condition=models.Q(state="waiting"), name="printing_to_do")
        ]

    def __str__(self) -> str:
        return f"{self.statute} {self.language} {self.catalogue[:8]}"


class PrintedVolume(models.Model):
    """One volume: what it says until it is set, then the file."""

    printing = models.ForeignKey(Printing, on_delete=models.CASCADE, related_name="volumes")
    number = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=300)
    says = models.JSONField(null=True)
    file = models.BinaryField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["printing", "number"], name="volume_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.heading}"
