"""What a body sends: what was asked and answered, who signed, and the signed message."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.record.models import Case, Sealed
from augenmass.transmissions.models.partners import OutsideBody
from augenmass.transmissions.rules.kinds import MessageKind, PersonCategory, Regime
from augenmass.transmissions.words import KIND_LABELS, PERSON_LABELS, REGIME_LABELS


def notice_of(key: uuid.UUID | None) -> str:
    """How tasks name that the receiver of a transmission is to be told of a change."""
    return f"notice:{key}"


class Transmission(Sealed):
    """One transmission out of a case as it was prepared: to whom, for what, which facts, what was answered to the norms.

    Facts stand here by id and name, never by value: values travel in the envelope, which can be erased.
    """

    SEALED = (
        "id",
        "key",
        "case_id",
        "sender_id",
        "receiver_id",
        "outside_id",
        "kind",
        "template",
        "purpose",
        "occasion",
        "told",
        "facts",
        "names",
        "asks",
        "classes",
        "reasons",
        "person_category",
        "refers_to",
        "prepared_by_id",
        "prepared_at",
    )

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet auf Zweitzeichnung")
        WITHDRAWN = "withdrawn", _("zurückgezogen")
        SIGNED = "signed", _("unterzeichnet, noch nicht übergeben")
        DELIVERED = "delivered", _("übergeben, noch nicht entschieden")
        ACCEPTED = "accepted", _("angenommen")
        RETURNED = "returned", _("zurückgegeben")
        RECALLED = "recalled", _("zurückgerufen")
        DELETED = "deleted", _("zurückgerufen und beim Empfänger gelöscht")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form, so that the same form sent twice makes one; also the id of the message."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="transmissions")
    sender = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outside = models.ForeignKey(OutsideBody, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, KIND_LABELS[kind]) for kind in MessageKind])
    template = models.CharField(max_length=60, blank=True)
    purpose = models.CharField(max_length=40)
    occasion = models.CharField(max_length=40, blank=True)
    told = models.JSONField(default=dict)
    """Answers of the preparing officer to what the norms ask, by the name of the enquiry's fact."""
    facts = models.JSONField(default=list)
    """Ids of the facts that go."""
    names = models.JSONField(default=list)
    """Their names in the vocabulary."""
    asks = models.JSONField(default=list)
    """Names of facts that are asked for (request) or to be put right (correction request)."""
    classes = models.JSONField(default=list)
    reasons = models.CharField(max_length=2000)
    """Why this is necessary; stays in the file of the sender."""
    person_category = models.CharField(
        max_length=20, blank=True, choices=[(one.value, PERSON_LABELS[one]) for one in PersonCategory]
    )
    refers_to = models.UUIDField(null=True, blank=True)
    """Message that this one answers, reminds of, corrects or recalls."""
    prepared_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-prepared_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(receiver=None, outside__isnull=False)
                | models.Q(receiver__isnull=False, outside=None),
                name="transmission_to_one_receiver",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["sender", "state", "-changed_at"], name="transmissions_sent")]

    def __str__(self) -> str:
        return f"{self.key} {self.state}"

    @property
    def about(self) -> str:
        """How tasks name it."""
        return f"transmission:{self.key}"

    @property
    def notice(self) -> str:
        """How the task names it that its receiver is to be told of a change."""
        return notice_of(self.key)

    @property
    def receiver_name(self) -> str:
        return (
            self.receiver.name if self.receiver is not None else self.outside.name if self.outside is not None else ""
        )


class Signature(Sealed):
    """What the matrix answered when something was signed, and who signed."""

    SIGNED = ("provisions", "duties", "catalogue", "regime", "signed_by_id", "second_by_id", "signed_at")

    provisions = models.JSONField()
    """Ids of the norms by class of data: ``{"identity": ["AufenthG/90/3"]}``."""
    duties = models.JSONField()
    catalogue = models.CharField(max_length=64)
    """Hash of the catalogue of transmissions that answered."""
    regime = models.CharField(max_length=10, choices=[(one.value, REGIME_LABELS[one]) for one in Regime])
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    second_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        abstract = True


class SignedTransmission(Signature):
    """A transmission as it was signed."""

    SEALED = ("id", "transmission_id", *Signature.SIGNED, "answer_due")

    transmission = models.OneToOneField(Transmission, on_delete=models.PROTECT, related_name="signature")
    answer_due = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.transmission_id)


class Envelope(Sealed):
    """A signed message on its way out: a transmission, a receipt, a correction, a recall. Its text can be erased by law."""

    SEALED = ("id", "message", "kind", "body_id", "receiver_id", "outside_id", "refers_to", "text", "made_at")

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet auf Übergabe")
        HANDED_OVER = "handed_over", _("als Datei ausgegeben, noch nicht quittiert")
        DELIVERED = "delivered", _("übergeben")
        FAILED = "failed", _("nicht übergeben: bitte als Datei senden oder erneut versuchen")

    message = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20, choices=[(kind.value, KIND_LABELS[kind]) for kind in MessageKind])
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    """Who sends."""
    receiver = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outside = models.ForeignKey(OutsideBody, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    refers_to = models.UUIDField(null=True, blank=True)
    text = models.TextField()
    """The message as JSON, exactly as it was signed; empty once erased."""
    made_at = models.DateTimeField()
    transmission = models.ForeignKey(
        Transmission, on_delete=models.PROTECT, null=True, blank=True, related_name="envelopes"
    )
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    problem = models.CharField(max_length=300, blank=True)
    """What the last attempt met, without data of a person."""

    class Meta:
        ordering: ClassVar = ["made_at", "pk"]
        indexes: ClassVar = [models.Index(fields=["state", "not_before"], name="envelopes_to_send")]

    def __str__(self) -> str:
        return f"{self.message} {self.state}"
