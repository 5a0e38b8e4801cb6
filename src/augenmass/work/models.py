"""Tasks, notes, incoming post and outgoing mail."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.cases.models import Document
from augenmass.directory.models import Account, Body, Unit
from augenmass.record.models import Action, Case, Sealed

FOR_ANOTHER_BODY = "plan_step:"
"""How ``about`` of a task begins that can belong to another body than the case: it ends with the step of the joint plan."""


class Task(models.Model):
    """Something to do on a case by a day: a task, a resubmission, a second signature, a second reading."""

    class Kind(models.TextChoices):
        TASK = "task", _("Aufgabe")
        RESUBMISSION = "resubmission", _("Wiedervorlage")
        SIGNATURE = "signature", _("Zweitzeichnung")
        SECOND_READING = "second_reading", _("Zweite Lesung der Frist")
        RETURNED_MAIL = "returned_mail", _("Postrücklauf klären")
        POST = "post", _("Posteingang bearbeiten")
        NOTICE = "notice", _("Empfänger unterrichten")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    title = models.CharField(max_length=200)
    due = models.DateField()
    assignee = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="tasks"
    )
    """None: for everybody in the body who may do it (a second signature, an unassigned case)."""
    not_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """Who cannot be the one: the first signer, the first reader."""
    about = models.CharField(max_length=80, blank=True)
    """Route name and key of what the task is about, e.g. ``step:<uuid>``; empty: the case."""
    created_by = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    done_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["due", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["assignee", "due"], condition=models.Q(done_by=None), name="open_tasks_of"),
            models.Index(fields=["body", "kind", "due"], condition=models.Q(done_by=None), name="open_tasks_in_body"),
        ]

    def __str__(self) -> str:
        return self.title


class Note(Sealed):
    """A note for the file (Aktenvermerk)."""

    SEALED = ("id", "case_id", "text", "author_id", "at")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one note."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=20_000)

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.at}"


class IncomingPost(models.Model):
    """A piece of post with its day of receipt: registered, given to somebody, answered."""

    class Kind(models.TextChoices):
        URGENT_COURT = "urgent_court", _("Eilantrag bei Gericht")
        COURT = "court", _("Gericht")
        APPLICATION = "application", _("Antrag")
        PERSON = "person", _("Schreiben der betroffenen Person")
        REPRESENTATIVE = "representative", _("Schreiben der Vertretung")
        AUTHORITY = "authority", _("Schreiben einer Behörde")
        RETURNED = "returned", _("Postrücklauf")
        STATEMENT = "statement", _("Erklärung einer Beratungsstelle")
        FUNDED_RETURN = "funded_return", _("Angaben zu einer geförderten Rückkehr")
        OTHER = "other", _("Sonstiges")

    class State(models.TextChoices):
        NEW = "new", _("neu")
        ASSIGNED = "assigned", _("zugeteilt")
        ANSWERED = "answered", _("erledigt")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="post")
    kind = models.CharField(max_length=20, choices=Kind)
    sender = models.CharField(max_length=200)
    subject = models.CharField(max_length=200)
    received_on = models.DateField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    assignee = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="post")
    given_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    """Who assigned it, and so waits for the answer."""
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    answer = models.CharField(max_length=1000, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-received_on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["body", "state", "received_on"], name="post_by_state")]

    def __str__(self) -> str:
        return self.subject


class CounsellingStatement(Sealed):
    """What a person let a counselling service tell this body: the text that the person approved, and nothing beside it.

    The service wrote it in a compartment of its own, of which this program knows nothing. Once for a body by its key.
    """

    SEALED = (
        "id",
        "post_id",
        "key",
        "text",
        "text_language",
        "number",
        "approved_on",
        "approved_how",
        "approved_language",
        "interpreter",
        "sender_public",
        "public_key",
    )

    class How(models.TextChoices):
        PAPER = "paper", _("auf Papier")
        SCREEN = "screen", _("auf dem Bildschirm")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    key = models.UUIDField(editable=False)
    post = models.OneToOneField(IncomingPost, on_delete=models.PROTECT, related_name="statement")
    text = models.TextField(max_length=2_000)
    text_language = models.CharField(max_length=10)
    number = models.CharField(max_length=60)
    """The file number as the service wrote it."""
    approved_on = models.DateField()
    approved_how = models.CharField(max_length=10, choices=How)
    approved_language = models.CharField(max_length=10)
    interpreter = models.BooleanField()
    sender_public = models.BooleanField()
    public_key = models.CharField(max_length=64)
    """By which the service signed it (Ed25519, hexadecimal)."""

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "key"], name="statement_once_in_body")]

    def __str__(self) -> str:
        return str(self.key)


class BookedDeadline(models.Model):
    """A line of the deadline book: a deadline that one person entered and a second one read again.

    Begins with a proven event (``begins_on``, ``evidence``). Until the second reading it is noted, not confirmed.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="booked_deadlines")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    rule = models.CharField(max_length=80)
    """Id of the deadline rule of the catalogue."""
    begins_on = models.DateField()
    due = models.DateField()
    computed = models.JSONField(default=list)
    """How the end was computed: ``[{"de": …, "en": …, "cite": …}]``."""
    evidence = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    about = models.CharField(max_length=80, blank=True)
    """What started it, e.g. ``letter:<uuid>``."""
    first_reader = models.ForeignKey(Account, on_delete=models.PROTECT, db_index=False, related_name="+")
    second_reader = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    created_by = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["due", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["body", "due"], condition=models.Q(ended_by=None), name="running_deadlines")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "rule", "about"],
                condition=models.Q(ended_by=None),
                name="one_running_deadline_of_a_rule",
            ),
            models.CheckConstraint(
                condition=~models.Q(first_reader=models.F("second_reader")), name="second_reader_is_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.due}"


class DueNotice(models.Model):
    """That the worker told of a day on which something falls due, when that was wanted, and when it happened; once for each day."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="due_notices")
    about = models.CharField(max_length=80)
    """What falls due, as its task names it."""
    day = models.DateField()
    wanted_on = models.DateField()
    """The first day on which it could be told: the lead before the day itself, or when the day became known."""
    told_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["-told_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "about", "day"], name="one_notice_of_a_due_day")
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.day}"

    @property
    def days_late(self) -> int:
        """How many days it was told after it was wanted."""
        return (self.told_on - self.wanted_on).days


class OutgoingMail(models.Model):
    """A mail written in the transaction of an action and sent after it, never twice.

    A mail whose sending was cut off is ``unclear``: it may have gone out, so a person decides, not the program.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet")
        SENDING = "sending", _("wird gesendet")
        SENT = "sent", _("gesendet")
        FAILED = "failed", _("nicht zustellbar")
        UNCLEAR = "unclear", _("unklar, ob gesendet")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Also the Message-ID, so that a receiving system can recognise a mail it has."""
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    created_by = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    settled_by = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    """The action by which a person decided about a failed or unclear mail."""
    not_before = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "not_before"], name="mail_to_send")]

    def __str__(self) -> str:
        return f"{self.key} {self.state}"


class DutyRun(models.Model):
    """When the worker last did each of its regular duties, and who does it now."""

    name = models.CharField(max_length=60, unique=True)
    last_success = models.DateTimeField(null=True, blank=True)
    last_failure = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=200, blank=True)
    """Type of the error, no data of a person."""
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_holder = models.CharField(max_length=80, blank=True)

    def __str__(self) -> str:
        return self.name
