"""Answers out of the inbox: of bodies that hold no file of the person, to a request that they accepted."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.record.models import Sealed
from augenmass.transmissions.models.received import Received
from augenmass.transmissions.models.sent import Signature
from augenmass.transmissions.rules.kinds import PersonCategory
from augenmass.transmissions.words import PERSON_LABELS


class Reply(Sealed):
    """One answer to a request that belongs to no case here: what was entered, and what was answered to the norms.

    There is no file that its values could stand in, so they stand here and go with the message.
    """

    SEALED = (
        "id",
        "key",
        "request_id",
        "body_id",
        "sentence",
        "told",
        "given",
        "classes",
        "person_category",
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

    OVER = (State.WITHDRAWN, State.RETURNED)
    """States after which the request is open again."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form, so that the same form sent twice makes one; also the id of the message."""
    request = models.ForeignKey(Received, on_delete=models.PROTECT, related_name="replies")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    sentence = models.CharField(max_length=40)
    told = models.JSONField(default=dict)
    given = models.JSONField(default=dict)
    """Canonical values by the name of the fact."""
    classes = models.JSONField(default=list)
    person_category = models.CharField(
        max_length=20, blank=True, choices=[(one.value, PERSON_LABELS[one]) for one in PersonCategory]
    )
    prepared_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-prepared_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request"],
                condition=~models.Q(state__in=["withdrawn", "returned"]),
                name="one_reply_to_a_request",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.state}"


class SignedReply(Signature):
    """An answer out of the inbox as it was signed."""

    SEALED = ("id", "reply_id", *Signature.SIGNED)

    reply = models.OneToOneField(Reply, on_delete=models.PROTECT, related_name="signature")

    def __str__(self) -> str:
        return str(self.reply_id)
