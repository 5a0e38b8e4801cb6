"""What a body receives, what it did with it, and the regime of facts that came that way."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.record.models import Case, Fact, Sealed
from augenmass.transmissions.models.partners import OutsideBody
from augenmass.transmissions.rules.kinds import Channel, MessageKind, PersonCategory, Regime, ReturnReason
from augenmass.transmissions.words import CHANNEL_LABELS, KIND_LABELS, PERSON_LABELS, REASON_LABELS, REGIME_LABELS


class Received(Sealed):
    """One verified message that came in. Its head stays when the content is deleted, so that the same message is never taken twice."""

    SEALED = (
        "id",
        "message",
        "kind",
        "body_id",
        "sender_id",
        "outside_id",
        "sender_address",
        "sender_name",
        "purpose",
        "provisions",
        "classes",
        "regime",
        "refers_to",
        "sent_at",
        "received_at",
        "channel",
    )

    class State(models.TextChoices):
        NEW = "new", _("neu")
        ACCEPTED = "accepted", _("angenommen")
        RETURNED = "returned", _("zurückgegeben")
        RECALLED = "recalled", _("vom Absender zurückgerufen")
        DELETED = "deleted", _("nach Rückruf gelöscht")
        ANSWERED = "answered", _("beantwortet")
        """A request of no case here, answered out of the inbox."""
        NOTED = "noted", _("verarbeitet")
        """A receipt: nobody has to decide about it."""

    message = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20, choices=[(kind.value, KIND_LABELS[kind]) for kind in MessageKind])
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    """Who received it."""
    sender = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outside = models.ForeignKey(OutsideBody, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sender_address = models.CharField(max_length=120)
    sender_name = models.CharField(max_length=200)
    purpose = models.CharField(max_length=40, blank=True)
    provisions = models.JSONField(default=list)
    classes = models.JSONField(default=list)
    regime = models.CharField(max_length=10, blank=True, choices=[(one.value, REGIME_LABELS[one]) for one in Regime])
    refers_to = models.UUIDField(null=True, blank=True)
    sent_at = models.DateTimeField()
    received_at = models.DateTimeField()
    channel = models.CharField(max_length=10, choices=[(one.value, CHANNEL_LABELS[one]) for one in Channel])
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    reason = models.CharField(
        max_length=20, blank=True, choices=[(one.value, REASON_LABELS[one]) for one in ReturnReason]
    )
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="received")
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-received_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["body", "state", "-received_at"], name="received_by_state"),
            models.Index(fields=["refers_to"], name="received_about"),
        ]

    def __str__(self) -> str:
        return f"{self.message} {self.state}"

    @property
    def about(self) -> str:
        """How tasks name it."""
        return f"received:{self.message}"


class KnownMessage(models.Model):
    """That a message was here: stays when the law has everything else of it deleted, so that it is not taken in again."""

    message = models.UUIDField(primary_key=True)

    def __str__(self) -> str:
        return str(self.message)


class ReceivedContent(Sealed):
    """The message as it came in, byte for byte; empty once erased."""

    SEALED = ("id", "received_id", "text")

    received = models.OneToOneField(Received, on_delete=models.PROTECT, related_name="content")
    text = models.TextField()

    def __str__(self) -> str:
        return str(self.received_id)


class FactOrigin(Sealed):
    """A fact of a case that was taken from a received message, with the regime under which it came."""

    SEALED = ("id", "fact_id", "received_id", "regime", "person_category", "assessment")

    fact = models.OneToOneField(Fact, on_delete=models.PROTECT, related_name="origin")
    received = models.ForeignKey(Received, on_delete=models.PROTECT, related_name="facts_taken")
    regime = models.CharField(max_length=10, choices=[(one.value, REGIME_LABELS[one]) for one in Regime])
    person_category = models.CharField(
        max_length=20, blank=True, choices=[(one.value, PERSON_LABELS[one]) for one in PersonCategory]
    )
    assessment = models.BooleanField(default=False)
    """An opinion of the sender, no fact (Federal Data Protection Act § 73)."""

    def __str__(self) -> str:
        return str(self.fact_id)
