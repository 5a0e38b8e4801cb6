"""What a person learns of their file: requests for an extract, restrictions of it, and inspections of the file by counsel or court."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.cases.models import Document
from augenmass.directory.models import Account
from augenmass.record.models import Action, Case, Sealed


class PersonLink(Sealed):
    """Two files that belong to one person, and how that was established. Written from both sides where the body works both."""

    SEALED = ("id", "case_id", "other_id", "grounds")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="person_links")
    other = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    grounds = models.CharField(max_length=500)
    ended_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "other"], condition=models.Q(ended_by=None), name="person_link_once"
            ),
            models.CheckConstraint(condition=~models.Q(case=models.F("other")), name="no_person_link_to_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.other_id}"


class Asker(models.TextChoices):
    """Who asks for an extract."""

    PERSON = "person", _("die betroffene Person selbst")
    REPRESENTATIVE = "representative", _("eine Vertretung mit Vollmacht oder kraft Gesetzes")
    OTHER = "other", _("jemand anderes")


class ExtractRequest(Sealed):
    """Somebody asks what is held about a person (GDPR Art. 15), and how it was checked who asks."""

    SEALED = (
        "id",
        "key",
        "case_id",
        "asker",
        "name",
        "identified_by",
        "identity_note",
        "authority_id",
        "received_on",
        "due",
        "recorded_by_id",
        "recorded_at",
    )

    class Check(models.TextChoices):
        IDENTITY_DOCUMENT = "identity_document", _("Ausweis oder Aufenthaltsdokument im Original vorgelegt")
        ELECTRONIC = "electronic", _("elektronischer Identitätsnachweis")
        KNOWN_ADDRESS = "known_address", _("Rückfrage über die hier bekannte Anschrift oder Telefonnummer")
        ADVOCATE = "advocate", _("Rechtsanwältin oder Rechtsanwalt, über das besondere elektronische Postfach")
        NOT_POSSIBLE = "not_possible", _("nicht festgestellt")

    class State(models.TextChoices):
        OPEN = "open", _("offen")
        REFUSED = "refused", _("abgelehnt")
        SIGNED = "signed", _("unterzeichnet")
        HANDED_OVER = "handed_over", _("erteilt")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one request."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="extract_requests")
    asker = models.CharField(max_length=20, choices=Asker)
    name = models.CharField(max_length=200)
    """Who asks, as they call themselves."""
    identified_by = models.CharField(max_length=20, choices=Check)
    identity_note = models.CharField(max_length=500, blank=True)
    authority = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The document by which a representative may ask."""
    received_on = models.DateField()
    due = models.DateField()
    """The last day of the month that GDPR Art. 12 (3) gives."""
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)

    class Meta:
        ordering: ClassVar = ["-recorded_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(state="open"), name="one_open_extract_request_of_a_case"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"

    @property
    def about(self) -> str:
        """How tasks name it."""
        return f"extract:{self.key}"

    @property
    def last_day(self) -> date:
        """The last day for the answer: that of the month, or of the extension where there is one."""
        extension = getattr(self, "extension", None)
        return self.due if extension is None else extension.due


class Extract(Sealed):
    """An extract as it was signed: its content and the exact file."""

    SEALED = ("id", "request_id", "data", "named", "sha256", "signed_at", "signed_by_id")

    request = models.OneToOneField(ExtractRequest, on_delete=models.PROTECT, related_name="extract")
    data = models.JSONField()
    """As ``content.Content`` writes it."""
    named = models.JSONField()
    """What it names, as kind and subject of a restriction: what a person knows already cannot be left out of the next one."""
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.request_id} {self.sha256[:12]}"


class HandOver(Sealed):
    """That an extract reached whoever may have it: when, how, to whom."""

    SEALED = ("id", "extract_id", "way", "handed_on", "recipient", "recorded_by_id", "recorded_at")

    class Way(models.TextChoices):
        IN_PERSON = "in_person", _("persönlich übergeben")
        POST = "post", _("mit der Post an die hier bekannte Anschrift")
        ELECTRONIC = "electronic", _("auf einem verschlüsselten elektronischen Weg")

    extract = models.OneToOneField(Extract, on_delete=models.PROTECT, related_name="hand_over")
    way = models.CharField(max_length=12, choices=Way)
    handed_on = models.DateField()
    recipient = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.extract_id} {self.handed_on}"


class Extension(Sealed):
    """Two more months for an extract (GDPR Art. 12 (3)): why, how and on which day the person was told, and the notice itself."""

    SEALED = (
        "id",
        "request_id",
        "ground",
        "reasons",
        "way",
        "due",
        "told_on",
        "document_id",
        "extended_by_id",
        "extended_at",
    )

    class Ground(models.TextChoices):
        COMPLEX = "complex", _("Die Anfrage ist umfangreich oder schwierig.")
        MANY = "many", _("Es liegen viele Anfragen vor.")

    GROUNDS: ClassVar[dict[str, tuple[str, str]]] = {
        Ground.COMPLEX: ("Ihre Anfrage ist umfangreich oder schwierig", "your request is extensive or difficult"),
        Ground.MANY: ("Bei uns liegen viele Anfragen vor", "we have many requests"),
    }
    """The grounds as the person is told them."""

    request = models.OneToOneField(ExtractRequest, on_delete=models.PROTECT, related_name="extension")
    ground = models.CharField(max_length=10, choices=Ground)
    reasons = models.CharField(max_length=2000)
    way = models.CharField(max_length=12, choices=HandOver.Way)
    due = models.DateField()
    told_on = models.DateField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    extended_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    extended_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.request_id} {self.due}"


class Restriction(Sealed):
    """Something of a file that no extract names, with provision and reason; it holds when a second person has confirmed it."""

    SEALED = ("id", "key", "case_id", "kind", "subject", "provision", "reason", "asked_by_id", "asked_at")

    class Kind(models.TextChoices):
        FACT = "fact", _("Angabe")
        DOCUMENT = "document", _("Dokument")
        NOTE = "note", _("Vermerk")
        POST = "post", _("Posteingang")
        RECIPIENT = "recipient", _("Weitergabe an eine Stelle")
        READER = "reader", _("Zugriffe einer Stelle")

    class Provision(models.TextChoices):
        REMOVAL = "AufenthG/97a", _("Ablauf einer Abschiebung (§ 97a AufenthG)")
        DUTIES = "BDSG/34/1/1", _("Gefährdung von Aufgaben der Stelle oder der öffentlichen Sicherheit (§ 34 BDSG)")
        THIRD_PARTY = "BDSG/29/1/2", _("Überwiegende Interessen Dritter (§ 29 Abs. 1 Satz 2 BDSG)")
        OTHERS_RIGHTS = "DSGVO/15/4", _("Rechte anderer Personen (Art. 15 Abs. 4 DSGVO)")

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet auf die zweite Person")
        HOLDS = "holds", _("gilt")
        REFUSED = "refused", _("nicht bestätigt")
        ENDED = "ended", _("aufgehoben")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="restrictions")
    kind = models.CharField(max_length=12, choices=Kind)
    subject = models.CharField(max_length=120)
    """Name of a fact, key of a document, note or piece of post, key of a recipient, or id of a body."""
    provision = models.CharField(max_length=20, choices=Provision)
    reason = models.CharField(max_length=2000)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The second person, never the first."""

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "kind", "subject"],
                condition=models.Q(state__in=["waiting", "holds"]),
                name="one_restriction_of_a_subject",
            ),
            models.CheckConstraint(
                condition=~models.Q(asked_by=models.F("decided_by")), name="restriction_decided_by_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def about(self) -> str:
        """How tasks name it."""
        return f"restriction:{self.key}"


class Inspection(Sealed):
    """Somebody asks to see the file itself: the person, counsel or a court."""

    SEALED = (
        "id",
        "key",
        "case_id",
        "provision",
        "name",
        "authority_id",
        "received_on",
        "recorded_by_id",
        "recorded_at",
    )

    class Provision(models.TextChoices):
        PARTY = "VwVfG/29", _("Beteiligte oder Bevollmächtigte im Verwaltungsverfahren (§ 29 VwVfG)")
        COURT = "VwGO/99", _("Vorlage an das Gericht (§ 99 VwGO)")
        TRIAL = "VwGO/100", _("Beteiligte im gerichtlichen Verfahren (§ 100 VwGO)")

    class State(models.TextChoices):
        OPEN = "open", _("in Vorbereitung")
        SIGNED = "signed", _("unterzeichnet")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="inspections")
    provision = models.CharField(max_length=12, choices=Provision)
    name = models.CharField(max_length=200)
    """For whom the bundle is made."""
    authority = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    received_on = models.DateField()
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        ordering: ClassVar = ["-recorded_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(state="open"), name="one_open_inspection_of_a_case"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.provision} {self.state}"


class Withheld(Sealed):
    """Pages of a piece of the file that an inspection does not show, with provision and reason.

    In their place stands a page that says so; where even that they exist is secret (AufenthG § 97a) nothing does, and a second
    person has to confirm it.
    """

    SEALED = (
        "id",
        "key",
        "inspection_id",
        "piece",
        "first",
        "last",
        "provision",
        "reason",
        "unseen",
        "decided_by_id",
        "decided_at",
    )

    class Provision(models.TextChoices):
        DUTIES = "VwVfG/29/2", _("Erfüllung der Aufgaben oder Geheimhaltung (§ 29 Abs. 2 VwVfG)")
        DRAFT = (
            "VwVfG/29/1/2",
            _("Entwurf oder unmittelbare Vorbereitung einer Entscheidung (§ 29 Abs. 1 Satz 2 VwVfG)"),
        )
        COURT = "VwGO/99/1/2", _("Verweigerung der Vorlage an das Gericht (§ 99 Abs. 1 Satz 2 VwGO)")
        REMOVAL = "AufenthG/97a", _("Ablauf einer Abschiebung (§ 97a AufenthG)")

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet auf die zweite Person")
        HOLDS = "holds", _("gilt")
        REFUSED = "refused", _("nicht bestätigt")
        ENDED = "ended", _("aufgehoben")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="withheld")
    piece = models.CharField(max_length=60)
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    """Pages of the piece, both included."""
    provision = models.CharField(max_length=20, choices=Provision)
    reason = models.CharField(max_length=2000)
    unseen = models.BooleanField(default=False)
    """Even that the pages exist is secret."""
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.HOLDS)
    second_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    refusal = models.CharField(max_length=1000, blank=True)
    """Why the second person did not confirm; the pages stay withheld and nothing is signed until the first one decides anew."""

    class Meta:
        ordering: ClassVar = ["piece", "first", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("second_by")), name="withheld_confirmed_by_another"
            ),
            models.CheckConstraint(condition=models.Q(first__lte=models.F("last")), name="withheld_first_before_last"),
        ]

    def __str__(self) -> str:
        return f"{self.piece} {self.first}-{self.last}"

    @property
    def about(self) -> str:
        """How tasks name it."""
        return f"withheld:{self.key}"


class Folio(Sealed):
    """The number of one page of a case's file, given once and never changed."""

    SEALED = ("id", "case_id", "piece", "page", "number")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="folios")
    piece = models.CharField(max_length=60)
    page = models.PositiveIntegerField()
    number = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "number"], name="folio_number_once"),
            models.UniqueConstraint(fields=["case", "piece", "page"], name="folio_of_page_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class InspectionBundle(Sealed):
    """The bundle of an inspection as it was signed: its index and the exact file."""

    SEALED = ("id", "inspection_id", "index", "sha256", "signed_at", "signed_by_id")

    inspection = models.OneToOneField(Inspection, on_delete=models.PROTECT, related_name="bundle")
    index = models.JSONField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.inspection_id} {self.sha256[:12]}"
