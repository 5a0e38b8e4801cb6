"""Who takes part, the agreement, its editions, and what was signed."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.agreements.rules.content import Content, Form, Line, lines_from
from augenmass.agreements.rules.languages import LANGUAGES
from augenmass.directory.models import Account, Body
from augenmass.record.models import Action, Case, Sealed
from augenmass.transmissions.models import BodyKey


class Participant(models.Model):
    """A person who wants an agreement. Name and language are all that is asked; everything else is named by wish.

    ``case``: set when the person joins agreement and case with the code on their copy. Neither the counsellor nor whoever works the
    case learns of it; only the person's own door reads it.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=5, choices=[(key, names[0]) for key, names in LANGUAGES.items()])
    born_on = models.DateField(null=True, blank=True)
    guardian = models.CharField(max_length=200, blank=True)
    """Who has custody of a minor and signs with or for them."""
    email = models.EmailField(blank=True)
    reminded = models.BooleanField(default=False)
    """Whether the person wants to be reminded, by mail or by letter."""
    by_letter = models.BooleanField(default=False)
    """Whether the person wants letters rather than mails; who gave no mail address gets letters anyway."""
    address = models.TextField(max_length=300, blank=True)
    """Where letters go, a line each, without the name."""
    simple_german = models.BooleanField(default=False)
    """Whether reminders in German are written in simple words."""
    case = models.ForeignKey(Case, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def reminded_in(self) -> str:
        """The language of reminders (``wording.mails``)."""
        return "de-simple" if self.language == "de" and self.simple_german else self.language

    @property
    def gets_letters(self) -> bool:
        """Whether reminders go out on paper; False also where the person wants none, or nobody knows where to."""
        return self.reminded and bool(self.address.strip()) and (self.by_letter or not self.email)

    @property
    def gets_mails(self) -> bool:
        """Whether reminders go out by mail."""
        return self.reminded and bool(self.email) and not self.gets_letters


class Reached(models.TextChoices):
    """What a side says at the end: are the goals reached for the most part?"""

    YES = "yes", _("ja, überwiegend")
    NO = "no", _("nein, überwiegend nicht")


class Agreement(models.Model):
    """An agreement of a counsellor and a person: a plan that binds nobody, unless a contract was chosen."""

    class State(models.TextChoices):
        DRAFT = "draft", _("in Vorbereitung")
        ACTIVE = "active", _("unterschrieben")
        FULFILLED = "fulfilled", _("abgeschlossen")
        ENDED = "ended", _("einvernehmlich beendet")
        WITHDRAWN = "withdrawn", _("widerrufen")

    ENDED = (State.FULFILLED, State.ENDED, State.WITHDRAWN)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice begins one agreement."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="agreements")
    counsellor = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    situation = models.CharField(max_length=40)
    """Key of the template that it was begun from (``situations.toml``)."""
    form = models.CharField(max_length=10, choices=[(form.value, form.value) for form in Form], default=Form.PLAN.value)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0)
    """Counts writes: who writes has read the newest."""
    begun_at = models.DateTimeField()
    ended_on = models.DateField(null=True, blank=True)
    reached_person = models.CharField(max_length=3, choices=Reached, blank=True)
    """Whether the goals are reached for the most part, as the person says; empty where it was not talked about."""
    reached_counsellor = models.CharField(max_length=3, choices=Reached, blank=True)
    join_digest = models.CharField(max_length=64, blank=True, db_index=True)
    """Digest of the code by which the person joins the agreement to their own door; empty when there is none or it was used."""
    next_talk = models.DateField(null=True, blank=True)
    """Day of the talk that is planned; written with every change (``actions.days``), so that lists are read by index."""
    first_due = models.DateField(null=True, blank=True)
    """The earliest day of what is open still: a step, a service that was accepted, the talk."""

    class Meta:
        ordering: ClassVar = ["-begun_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["body", "state", "-begun_at"], name="agreements_of_body"),
            models.Index(fields=["body", "state", "next_talk"], name="agreements_by_talk"),
            models.Index(fields=["body", "state", "first_due"], name="agreements_by_due"),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def running(self) -> bool:
        """Whether it has not come to an end."""
        return self.state in (self.State.DRAFT, self.State.ACTIVE)


class Edition(models.Model):
    """One wording of an agreement (Fassung). Its content may change while it is a draft; then its text is fixed in two languages."""

    class Stage(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        FIXED = "fixed", _("Text steht")
        TRANSLATED = "translated", _("übersetzt")
        EXPLAINED = "explained", _("erklärt")
        SIGNED = "signed", _("unterschrieben")
        SUPERSEDED = "superseded", _("durch eine neue Fassung ersetzt")
        DROPPED = "dropped", _("verworfen")

    OPEN = (Stage.DRAFT, Stage.FIXED, Stage.TRANSLATED, Stage.EXPLAINED)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, db_index=False, related_name="editions")
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.DRAFT)
    content = models.JSONField()
    """``rules.content.Content`` as JSON."""
    reason = models.CharField(max_length=500, blank=True)
    """Why it was changed; empty for the first one."""
    language = models.CharField(max_length=5)
    fixed_on = models.DateField(null=True, blank=True)
    """The day that stands in the head of the text."""
    text_de = models.JSONField(default=list)
    """Lines ``[kind, text]`` of the German text; empty while it is a draft."""
    text_own = models.JSONField(default=list)
    """The same in the person's language; empty where that is German or before it was translated."""
    own_words = models.JSONField(default=dict)
    """What a translator wrote, by the German text that it stands for: for the steps at the person's door and for the next edition."""
    digest = models.CharField(max_length=64, blank=True)
    """SHA-256 over both texts (``rules.content.digest_of_texts``): what is signed."""
    translator = models.CharField(max_length=200, blank=True)
    explained_on = models.DateField(null=True, blank=True)
    explained_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    interpreter = models.CharField(max_length=200, blank=True)
    signed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["agreement", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "number"], name="edition_number_in_agreement"),
            models.UniqueConstraint(
                fields=["agreement"],
                condition=models.Q(stage__in=["draft", "fixed", "translated", "explained"]),
                name="one_edition_in_work",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.number}"

    @property
    def said(self) -> Content:
        """What was agreed, typed."""
        return Content.from_json(self.content)

    @property
    def lines_de(self) -> tuple[Line, ...]:
        """The German text."""
        return lines_from(self.text_de)

    @property
    def lines_own(self) -> tuple[Line, ...]:
        """The text in the person's language; empty where that is German."""
        return lines_from(self.text_own)

    @property
    def foreign(self) -> bool:
        """Whether the person's language is another than German."""
        return self.language != "de"


class Signature(Sealed):
    """One side signed exactly this text."""

    SEALED = (
        "id",
        "edition_id",
        "side",
        "method",
        "name",
        "for_minor",
        "text_digest",
        "signed_on",
        "scan_sha256",
        "at",
    )

    class Side(models.TextChoices):
        PERSON = "person", _("Person")
        COUNSELLOR = "counsellor", _("Beratungsstelle")

    class Method(models.TextChoices):
        PAPER = "paper", _("auf Papier, eingescannt")
        SCREEN = "screen", _("auf dem Bildschirm")
        PORTAL = "portal", _("im Portal")

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, db_index=False, related_name="signatures")
    side = models.CharField(max_length=10, choices=Side)
    method = models.CharField(max_length=10, choices=Method)
    name = models.CharField(max_length=200)
    for_minor = models.BooleanField(default=False)
    """Signed by whoever has custody of a minor."""
    text_digest = models.CharField(max_length=64)
    signed_on = models.DateField()
    scan_sha256 = models.CharField(max_length=64, blank=True)
    """Of the scanned paper (``KeptFile``)."""
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["edition", "side"], name="each_side_signs_once")]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.side}"


class KeptFile(models.Model):
    """A file of an agreement: a scanned signature, a signed copy. It lies with its row, so that it goes with it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="files")
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["agreement", "sha256"], name="file_once_in_agreement")]

    def __str__(self) -> str:
        return self.sha256[:12]


class SignedCopy(models.Model):
    """The copy that the person gets: the signed text in both languages, under the signature of the body's key."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="copy")
    file = models.ForeignKey(KeptFile, on_delete=models.PROTECT, related_name="+")
    signing_key = models.ForeignKey(BodyKey, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.edition_id}"
