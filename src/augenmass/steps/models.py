"""A step that an officer takes: drafted, perhaps waiting for a second person, signed."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account
from augenmass.record.models import Case, Sealed


class StepTaking(Sealed):
    """One taking of a step of the catalogue on one case.

    ``inputs`` (facts by name), ``reasons`` and the letter's data may change while it is a draft; the seal is over what
    was entered first and its id, the signature is a ``SignedStep``.
    """

    SEALED = ("id", "key", "case_id", "step", "begun_by_id", "begun_at")

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        WAITING = "waiting", _("wartet auf Zweitzeichnung")
        SIGNED = "signed", _("unterzeichnet")
        REFUSED = "refused", _("nicht gezeichnet")
        WITHDRAWN = "withdrawn", _("zurückgezogen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="step_takings")
    step = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    inputs = models.JSONField(default=dict)
    reasons = models.TextField(max_length=20_000)
    begun_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    case_version = models.PositiveIntegerField()
    """Version of the case that the drafting page showed."""
    refusal = models.CharField(max_length=1000, blank=True)
    submission = models.UUIDField(unique=True)
    """From the form: the same form sent twice makes one taking."""

    class Meta:
        ordering: ClassVar = ["-begun_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "step"],
                condition=models.Q(state__in=["draft", "waiting"]),
                name="one_open_taking_of_a_step",
            )
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.state}"


class SignedStep(Sealed):
    """The signature: who, who second, the proof by fact ids, the catalogue that answered."""

    SEALED = (
        "id",
        "taking_id",
        "signed_at",
        "signed_by_id",
        "second_by_id",
        "reasons",
        "inputs",
        "proof",
        "catalogue",
        "letter_sha256",
    )

    taking = models.OneToOneField(StepTaking, on_delete=models.PROTECT, related_name="signature")
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    second_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reasons = models.TextField(max_length=20_000)
    inputs = models.JSONField()
    proof = models.JSONField()
    catalogue = models.CharField(max_length=64)
    letter_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering: ClassVar = ["-signed_at"]

    def __str__(self) -> str:
        return f"{self.taking_id} {self.signed_at}"
