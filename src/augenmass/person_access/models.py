"""Who may sign in for a case, how they did, what was released to them, and what they handed in."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.cases.models import Document
from augenmass.directory.models import Account, Body
from augenmass.record.models import Action, Case, Sealed
from augenmass.record.one_time_code import OneTimeCode
from augenmass.work.models import IncomingPost


class Access(Sealed):
    """That the person, or somebody for them, may sign in for a case. No account and no role of a body hangs on it."""

    SEALED = ("id", "key", "case_id", "kind", "name", "authority_id", "valid_until", "opened_by_id", "opened_at")

    class Kind(models.TextChoices):
        PERSON = "person", _("die betroffene Person")
        GUARDIAN = "guardian", _("die gesetzliche Vertretung")
        REPRESENTATIVE = "representative", _("eine Vertretung mit schriftlicher Vollmacht")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="person_accesses")
    kind = models.CharField(max_length=16, choices=Kind)
    name = models.CharField(max_length=200)
    """Who signs in, as the record named them on the day; the letter goes to them."""
    authority = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The document by which somebody else may sign in."""
    valid_until = models.DateField(null=True, blank=True)
    """The last day; None only for the person."""
    opened_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    ended_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-opened_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "kind"], condition=models.Q(ended_by=None), name="one_access_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


class Code(OneTimeCode):
    """A code for the person's door, printed on a letter of the authority."""

    access = models.ForeignKey(Access, on_delete=models.PROTECT, related_name="codes")
    address_digest = models.CharField(max_length=64)
    """Of name and address that the letter went to; once the record holds another address the code opens nothing."""

    class Meta(OneTimeCode.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["selector"], condition=models.Q(used_at=None, ended_at=None), name="code_found_by_selector"
            )
        ]

    def __str__(self) -> str:
        return f"{self.access_id} {self.made_at}"


class Visit(models.Model):
    """One signing in, until its end. Only a digest of what the browser holds is kept, and nothing of what was looked at."""

    class How(models.TextChoices):
        CODE = "code", _("mit einem Code")
        PASSKEY = "passkey", _("mit einem Passkey")

    access = models.ForeignKey(Access, on_delete=models.PROTECT, related_name="visits")
    digest = models.CharField(max_length=64, unique=True)
    how = models.CharField(max_length=10, choices=How)
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-begun_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.access_id} {self.begun_at}"


class Passkey(models.Model):
    """A passkey of somebody who signed in by a code before: the public part, as the device gave it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    access = models.ForeignKey(Access, on_delete=models.PROTECT, related_name="passkeys")
    credential = models.CharField(max_length=1400, unique=True)
    """Its id, URL-safe base64 without padding."""
    public = models.BinaryField()
    """The attested credential data (WebAuthn § 6.5.1)."""
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["added_at", "pk"]

    def __str__(self) -> str:
        return f"{self.access_id} {self.added_at}"


class ReleasedDay(Sealed):
    """A date that an officer released to the person. Nothing else is ever shown there as a date of the authority."""

    SEALED = ("id", "key", "case_id", "kind", "day", "time", "place", "bring", "released_by_id", "released_at")

    class Kind(models.TextChoices):
        TALK = "talk", _("Gespräch")
        APPLICATION = "application", _("Termin zu einem Antrag")
        PICK_UP = "pick_up", _("Dokument abholen")
        PAPERS = "papers", _("Unterlagen vorlegen")
        COUNSELLING = "counselling", _("Beratung zur Integration")

    key = models.UUIDField(unique=True, editable=False)
    """From the form: the same form sent twice releases one date."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="released_days")
    kind = models.CharField(max_length=12, choices=Kind)
    day = models.DateField()
    time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200)
    bring = models.CharField(max_length=300, blank=True)
    released_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField()
    ended_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["day", "time", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"


class Submission(Sealed):
    """What somebody handed in for the authority: unverified until an officer looked at it, with a receipt."""

    SEALED = ("id", "key", "case_id", "access_id", "kind", "content", "document_id", "sha256", "received_at")

    class Kind(models.TextChoices):
        ADDRESS = "address", _("neue Anschrift")
        DOCUMENT = "document", _("Dokument")
        EXTRACT = "extract", _("Bitte um Auskunft über gespeicherte Daten")
        CODE = "code", _("Bitte um einen neuen Code")

    key = models.UUIDField(unique=True, editable=False)
    """From the form, and the number of the receipt: the same form sent twice hands in once."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="submissions")
    access = models.ForeignKey(Access, on_delete=models.PROTECT, related_name="submissions")
    kind = models.CharField(max_length=10, choices=Kind)
    content = models.JSONField(default=dict)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sha256 = models.CharField(max_length=64, blank=True)
    """Of the file, so that the receipt proves what was handed in."""
    post = models.ForeignKey(IncomingPost, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    taken_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The action by which an officer took it over into the record."""

    class Meta:
        ordering: ClassVar = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.received_at}"


class CounsellingBox(models.Model):
    """Where messages for a counselling service go: its public key. What is sealed with it only the service can open."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    """The authority whose persons may write to the service."""
    service = models.CharField(max_length=200)
    public_key = models.CharField(max_length=64)
    """X25519, hexadecimal."""
    ended_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body"], condition=models.Q(ended_by=None), name="one_box_of_a_body")
        ]

    def __str__(self) -> str:
        return self.service


class SealedMessage(models.Model):
    """A message to a counselling service, sealed; it waits here to be fetched. Names no case and no person."""

    key = models.UUIDField(unique=True, editable=False)
    box = models.ForeignKey(CounsellingBox, on_delete=models.PROTECT, related_name="+")
    content = models.BinaryField()
    arrived_on = models.DateField()

    def __str__(self) -> str:
        return str(self.key)


class Feedback(models.Model):
    """What somebody told the operator of the door, signed in or not. Names no person, no case and no access; only what they wrote themselves."""

    class Kind(models.TextChoices):
        BARRIER = "barrier", _("Hindernis")
        OTHER = "other", _("anderer Hinweis")

    key = models.UUIDField(unique=True, editable=False)
    """From the form: the same form sent twice leaves one."""
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.CharField(max_length=3000)
    contact = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10)
    """Of the page, so that an answer can be in it."""
    arrived_on = models.DateField()
    done_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-arrived_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.arrived_on}"
