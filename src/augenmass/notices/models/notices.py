"""Notices: a head that stays, a content that goes when the law has it deleted, and what rested on it."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from augenmass.directory.models import Account, Body
from augenmass.notices.rules.kinds import Channel, Erased, Kind, Outcome, ReturnReason
from augenmass.notices.words import CHANNEL_LABELS, ERASED_LABELS, KIND_LABELS, OUTCOME_LABELS, RETURN_LABELS
from augenmass.record.models import Action, Case, Fact, Sealed
from augenmass.transmissions.models import OutsideBody


class LandProvision(models.Model):
    """A provision of Land police law as senders name it; not verified until a legal reviewer confirmed it. Names nobody."""

    class State(models.TextChoices):
        UNVERIFIED = "unverified", _("nicht geprüft")
        CONFIRMED = "confirmed", _("bestätigt")
        DECLINED = "declined", _("trägt die Mitteilung nicht")

    land = models.CharField(max_length=2)
    text = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State, default=State.UNVERIFIED)
    reviewed_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["land", "text"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["land", "text"], name="land_provision_once")]

    def __str__(self) -> str:
        return self.text


class Notice(Sealed):
    """The head of a notice. It names nobody and stays as a trace when the content is gone."""

    SEALED = (
        "id",
        "key",
        "sender_id",
        "outside_id",
        "sender_name",
        "receiver_id",
        "kind",
        "provision",
        "land_provision_id",
        "channel",
        "arrived_at",
        "corrects_id",
    )

    class State(models.TextChoices):
        WAITING = "waiting", _("wird zugeordnet")
        UNASSIGNED = "unassigned", _("ohne Fall")
        OPEN = "open", _("zu prüfen")
        EXAMINED = "examined", pgettext_lazy("notice", "geprüft")
        ERASED = "erased", _("Inhalt gelöscht")

    key = models.UUIDField(editable=False)
    """The sender's own: the same key is the same notice."""
    number = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """In addresses: the sender's key is not unique here."""
    sender = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    outside = models.ForeignKey(OutsideBody, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sender_name = models.CharField(max_length=200)
    receiver = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    holder = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    """Who has it now: the receiver, and once it belongs to a case the body of that case."""
    kind = models.CharField(max_length=20, choices=[(kind.value, KIND_LABELS[kind]) for kind in Kind])
    provision = models.CharField(max_length=60)
    land_provision = models.ForeignKey(
        LandProvision, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    channel = models.CharField(max_length=10, choices=[(one.value, CHANNEL_LABELS[one]) for one in Channel])
    arrived_at = models.DateTimeField()
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    author = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="notices")
    due = models.DateField()
    """By when it is examined, or while no case is known: assigned, else its content is deleted."""
    start = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="ends")
    """Of an end: the start that it answers."""
    end_due = models.DateField(null=True, blank=True)
    """Of a start without an end: from when on its sender is asked for it."""
    asked_on = models.DateField(null=True, blank=True)
    """When the sender was asked last."""
    examined_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    examined_on = models.DateField(null=True, blank=True)
    gone = models.CharField(max_length=15, blank=True, choices=[(one.value, ERASED_LABELS[one]) for one in Erased])
    gone_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["due", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sender", "key"], condition=models.Q(outside=None), name="notice_of_body"),
            models.UniqueConstraint(
                fields=["outside", "key"], condition=models.Q(sender=None), name="notice_of_outside"
            ),
        ]
        indexes: ClassVar = [
            # With the other body of the row: row security asks for both, and counting then reads the index alone.
            models.Index(fields=["holder", "state", "due", "id"], include=["sender"], name="notices_to_examine"),
            models.Index(fields=["holder", "arrived_at", "id"], name="notices_by_arrival"),
            models.Index(fields=["sender", "arrived_at", "id"], include=["holder"], name="notices_sent"),
            models.Index(
                fields=["sender", "end_due"], condition=models.Q(asked_on__isnull=False), name="ends_asked_for"
            ),
            models.Index(
                fields=["holder", "end_due"],
                include=["sender"],
                condition=models.Q(end_due__isnull=False),
                name="ends_awaited",
            ),
            models.Index(fields=["state", "id"], condition=models.Q(state="waiting"), name="notices_to_deliver"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.arrived_at}"

    @property
    def about(self) -> str:
        """How tasks name it."""
        return f"police_notice:{self.number}"

    @property
    def about_end(self) -> str:
        """How the reminder of its missing end names it."""
        return f"notice_end:{self.number}"

    @property
    def content_held(self) -> bool:
        """Whether the content is still here."""
        return not self.gone


class NoticeContent(Sealed):
    """What a notice says of a person and of proceedings; emptied when it is deleted, the trace keeps nothing of it."""

    SEALED = (
        "id",
        "notice_id",
        "family_name",
        "first_names",
        "born_on",
        "file_number",
        "reference",
        "offences",
        "outcome",
        "occurred_on",
        "text",
    )
    EMPTY: ClassVar[dict[str, object]] = {
        "family_name": "",
        "first_names": "",
        "born_on": None,
        "file_number": "",
        "reference": "",
        "offences": "",
        "outcome": "",
        "occurred_on": None,
        "text": "",
        "name_key": "",
        "reference_key": "",
    }

    notice = models.OneToOneField(Notice, on_delete=models.PROTECT, related_name="content")
    family_name = models.CharField(max_length=120, blank=True)
    first_names = models.CharField(max_length=120, blank=True)
    born_on = models.DateField(null=True, blank=True)
    file_number = models.CharField(max_length=60, blank=True)
    """Of the foreigners' authority, where the sender knows it."""
    reference = models.CharField(max_length=80, blank=True)
    """The sender's file number."""
    offences = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(
        max_length=15, blank=True, choices=[(outcome.value, OUTCOME_LABELS[outcome]) for outcome in Outcome]
    )
    occurred_on = models.DateField(null=True, blank=True)
    text = models.TextField(max_length=4000, blank=True)
    name_key = models.CharField(max_length=200, blank=True)
    reference_key = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["name_key"], name="notice_by_name"),
            models.Index(fields=["reference_key"], name="notice_by_reference"),
        ]

    def __str__(self) -> str:
        return str(self.notice_id)

    @property
    def name(self) -> str:
        """Family name, first names."""
        return ", ".join(part for part in (self.family_name, self.first_names) if part)


class Reliance(Sealed):
    """That an assessment of a case rests on a notice; when its ground falls away the fact is disputed and looked at again."""

    SEALED = ("id", "notice_id", "fact_id")

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="rests")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="rests_on")
    reopened_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["notice", "fact"], name="fact_rests_once")]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.fact_id}"


class ReturnedNotice(models.Model):
    """That a notice went back to its sender, to whom and why. Nothing of what it said is kept."""

    key = models.UUIDField(editable=False)
    sender = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+")
    sender_name = models.CharField(max_length=200)
    receiver = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    reason = models.CharField(max_length=15, choices=[(one.value, RETURN_LABELS[one]) for one in ReturnReason])
    returned_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-returned_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["receiver", "sender_name", "key"], name="returned_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["sender", "-returned_at"], name="returned_to"),
            models.Index(fields=["receiver", "-returned_at"], name="returned_by"),
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.returned_at}"
