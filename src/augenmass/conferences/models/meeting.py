"""The conference itself: request, answer of the gatekeeper, lead, participants, agenda. Nothing here says anything of a person."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.law.transmission.classes import PURPOSES
from augenmass.record.models import Case


class Conference(models.Model):
    """A case conference, from the request to the day from which it is deleted."""

    class State(models.TextChoices):
        REQUESTED = "requested", _("beantragt")
        RETURNED = "returned", _("zurückgegeben")
        ACCEPTED = "accepted", _("angenommen")
        MEETING = "meeting", _("tagt")
        MINUTES = "minutes", _("Protokoll in Abstimmung")
        CLOSED = "closed", _("abgeschlossen")
        CANCELLED = "cancelled", _("abgesagt")

    class Told(models.TextChoices):
        YES = "yes", _("ja, sie weiß davon")
        NO = "no", _("nein, aus diesem Grund:")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice requests once."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    """The body that requested it."""
    requested_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField()
    title = models.CharField(max_length=120)
    concern = models.TextField(max_length=2000)
    """What is to be cleared, without naming anybody: it is read before anything was released."""
    criteria = models.JSONField(default=list)
    """Keys of the written criteria of admission that the requesting body says are met."""
    told = models.CharField(max_length=3, choices=Told)
    told_reason = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.REQUESTED)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision = models.CharField(max_length=1000, blank=True)
    begins_at = models.DateTimeField(null=True, blank=True)
    minutes_planned = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=200, blank=True)
    video = models.URLField(max_length=300, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    turn = models.PositiveIntegerField(default=1)
    """Counts changes of the lead: a release made under an earlier one opens nothing."""

    class Meta:
        ordering: ClassVar = ["-requested_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class Lead(models.Model):
    """Which body leads, by which provision of its own task: the conference has no basis but this one."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="leads")
    turn = models.PositiveIntegerField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=40, choices=[(purpose.key, purpose.de) for purpose in PURPOSES])
    provision = models.CharField(max_length=200)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["turn"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["conference"], condition=models.Q(until=None), name="one_lead_of_a_conference"
            ),
            models.UniqueConstraint(fields=["conference", "turn"], name="one_lead_in_a_turn"),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.turn}"


class Reach(models.Model):
    """A body that reads that a conference exists. A row of its own, so that row security need not ask the conference."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="reaches")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["conference", "body"], name="body_reaches_a_conference_once")
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.body_id}"


class Participant(models.Model):
    """Somebody at the table: an officer of a body, or an adviser of the person, who has no account."""

    class Kind(models.TextChoices):
        OFFICER = "officer", _("Stelle")
        ADVISER = "adviser", _("Vertretung oder Beistand der Person")

    class Attendance(models.TextChoices):
        INVITED = "invited", _("eingeladen")
        PRESENT = "present", _("anwesend")
        EXCUSED = "excused", _("entschuldigt")
        ABSENT = "absent", _("nicht erschienen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="participants")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.OFFICER)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    attendance = models.CharField(max_length=8, choices=Attendance, default=Attendance.INVITED)
    joined_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    """When the participant accepted the statement of confidentiality; before that they read nothing."""
    ended_at = models.DateTimeField(null=True, blank=True)
    """From then on the participant reads nothing, also nothing of their own."""
    authority_until = models.DateField(null=True, blank=True)
    """Until when an adviser may act for the person."""

    class Meta:
        ordering: ClassVar = ["joined_at", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["conference", "account", "body"],
                condition=models.Q(ended_at=None, kind="officer"),
                name="one_seat_in_a_conference",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="officer", account__isnull=False, body__isnull=False)
                | models.Q(kind="adviser", account=None, body=None, authority_until__isnull=False),
                name="officer_of_a_body_or_adviser_with_authority",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.pk}"


class Point(models.Model):
    """A point of the agenda with the time that is planned for it; mostly one case, by reference."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="points")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    """Names nobody, for example "Fall 1"."""
    minutes = models.PositiveSmallIntegerField()
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    """Shown to who reads the case anyway, to nobody else."""
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["place", "pk"]

    def __str__(self) -> str:
        return self.title
