"""Letters: drafted, signed, dispatched, and served or returned. Each thing that happened is a row of its own in the chain."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.cases.models import Document
from augenmass.directory.models import Account, Body
from augenmass.record.models import Case, Sealed


class Letter(Sealed):
    """A letter of a case. What the officer entered may change while it is a draft; the seal is over its beginning.

    ``taking`` is the key of the taking of a step that the letter belongs to (that room lies above this one, so no foreign key).
    """

    SEALED = ("id", "key", "case_id", "template", "number", "begun_by_id", "begun_at")

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        SIGNED = "signed", _("unterzeichnet")
        DISPATCHED = "dispatched", _("versandt")
        RETURNED = "returned", _("zurückgekommen")
        SERVED = "served", _("zugestellt")
        DISCARDED = "discarded", _("verworfen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    template = models.CharField(max_length=60)
    number = models.CharField(max_length=80)
    taking = models.UUIDField(null=True, blank=True, db_index=True)
    state = models.CharField(max_length=12, choices=State, default=State.DRAFT)
    entered = models.JSONField(default=dict)
    """What the officer entered, in the form of the template's draft (``rules.draft``)."""
    edition = models.PositiveIntegerField(default=1)
    """Grows with every change of the draft; a page made from an older one says so instead of overwriting."""
    begun_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-begun_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="letter_number_in_case"),
            models.UniqueConstraint(
                fields=["case", "template"], condition=models.Q(state="draft"), name="one_draft_of_a_letter"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class SignedLetter(Sealed):
    """The letter as it was signed: its whole data and the exact file."""

    SEALED = ("id", "letter_id", "data", "sha256", "signed_at", "signed_by_id", "second_by_id")

    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="signature")
    data = models.JSONField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    second_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.letter_id} {self.sha256[:12]}"


class Dispatch(Sealed):
    """One sending of a signed letter; after returned mail there may be another."""

    SEALED = ("id", "key", "letter_id", "method", "dispatched_on", "note", "recorded_by_id", "recorded_at")

    class Method(models.TextChoices):
        CERTIFICATE = "certificate", _("Postzustellungsurkunde")
        REGISTERED = "registered", _("Einschreiben mit Rückschein")
        ACKNOWLEDGEMENT = "electronic", _("Empfangsbekenntnis (auch elektronisch)")
        HANDED_OVER = "handed_over", _("persönliche Übergabe gegen Empfangsbekenntnis")
        POST = "post", _("einfacher Brief")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="dispatches")
    method = models.CharField(max_length=20, choices=Method)
    dispatched_on = models.DateField()
    note = models.CharField(max_length=200, blank=True)
    """Number of the shipment, or who handed it over."""
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-recorded_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.method} {self.dispatched_on}"


class ServiceProof(Sealed):
    """The proof that a letter was served: how, on which day, by which document. Only this starts a deadline."""

    SEALED = (
        "id",
        "dispatch_id",
        "manner",
        "served_on",
        "document_id",
        "instruction",
        "note",
        "recorded_by_id",
        "recorded_at",
    )

    class Manner(models.TextChoices):
        HANDED_OVER = "handed_over", _("der Person oder der Vertretung übergeben")
        SUBSTITUTE = "substitute", _("einer anderen Person in Wohnung, Geschäftsraum oder Einrichtung übergeben")
        LETTERBOX = "letterbox", _("in den Briefkasten eingelegt")
        DEPOSITED = "deposited", _("niedergelegt")
        ACKNOWLEDGED = "acknowledged", _("Empfang schriftlich oder elektronisch bestätigt")
        LEFT_BEHIND = "left_behind", _("nach verweigerter Annahme zurückgelassen")

    class Instruction(models.TextChoices):
        CORRECT = "correct", _("vorhanden und richtig")
        MISSING = "missing", _("fehlt")
        WRONG = "wrong", _("unrichtig")

    dispatch = models.OneToOneField(Dispatch, on_delete=models.PROTECT, related_name="proof")
    manner = models.CharField(max_length=20, choices=Manner)
    served_on = models.DateField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    instruction = models.CharField(max_length=10, choices=Instruction, blank=True)
    """What the officer found of the legal-remedy passage; empty: not looked at, so not established."""
    note = models.CharField(max_length=1000, blank=True)
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.dispatch_id} {self.served_on}"


class ReturnedMail(Sealed):
    """A letter that came back: no deadline starts."""

    SEALED = ("id", "dispatch_id", "reason", "returned_on", "note", "recorded_by_id", "recorded_at")

    class Reason(models.TextChoices):
        UNKNOWN = "unknown", _("unter der Anschrift nicht zu ermitteln")
        MOVED = "moved", _("verzogen")
        INCOMPLETE = "incomplete", _("Anschrift unvollständig oder falsch")
        NOT_COLLECTED = "not_collected", _("nicht abgeholt")
        REFUSED = "refused", _("Annahme verweigert")
        OTHER = "other", _("anderer Grund")

    dispatch = models.OneToOneField(Dispatch, on_delete=models.PROTECT, related_name="returned")
    reason = models.CharField(max_length=20, choices=Reason)
    returned_on = models.DateField()
    note = models.CharField(max_length=1000, blank=True)
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.dispatch_id} {self.reason}"


class TranslationReview(models.Model):
    """That a named translator confirmed a translation for a body, or objected to it: exactly the words with this digest.

    Of several reviews of the same words the last one counts; it is never changed.
    """

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", _("bestätigt")
        OBJECTED = "objected", _("beanstandet")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    wording = models.CharField(max_length=60)
    language = models.CharField(max_length=10)
    text_sha256 = models.CharField(max_length=64)
    """Over the German text and the translation (``wording.passages.text_sha256``)."""
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.CONFIRMED)
    reason = models.CharField(max_length=2000, blank=True)
    """What is wrong, for an objection."""
    translator = models.CharField(max_length=200)
    reviewed_on = models.DateField()
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-recorded_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["body", "wording", "language"], name="review_of_translation")]

    def __str__(self) -> str:
        return f"{self.wording} {self.language} {self.outcome}"
