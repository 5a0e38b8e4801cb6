"""Who read what and who signed in (a store of its own), and who was let in beyond their own body."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.record.models import Action, Case, Fact, Sealed


class AccessLine(models.Model):
    """One read. Plain ids, no foreign keys: the log is another store with another retention."""

    at = models.DateTimeField()
    account = models.BigIntegerField()
    body = models.BigIntegerField()
    purpose = models.CharField(max_length=30)
    what = models.CharField(max_length=60)
    """``case``, ``worklist``, ``search``, ``document``, ``export`` …"""
    case = models.BigIntegerField(null=True, blank=True)
    case_body = models.BigIntegerField(null=True, blank=True)
    """The body that was responsible for the case at the time of the read."""
    categories = models.JSONField(default=list)
    """Data categories that the page could show."""
    rows = models.PositiveIntegerField(default=1)
    """Cases named on the page (lists, exports)."""
    reason = models.CharField(max_length=500, blank=True)
    program = models.CharField(max_length=12, blank=True)
    """Public part of the token by which a program read in the person's name; empty when the person looked."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["case", "-at"], name="access_to_case"),
            models.Index(fields=["account", "-at"], name="access_by_account"),
            models.Index(fields=["body", "-at"], name="access_by_body"),
            models.Index(
                fields=["case_body", "-at"],
                condition=models.Q(case_body__isnull=False) & ~models.Q(body=models.F("case_body")),
                name="access_from_elsewhere",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at} {self.what}"


OF_NOMINATION = "special_staff:"
"""How ``about`` of an access begins that belongs to a nomination for the special staff and ends with it."""


class Grant(Sealed):
    """A case opened to another body, or to one person there: which categories, for what, by which provision, until when."""

    SEALED = (
        "id",
        "case_id",
        "body_id",
        "account_id",
        "categories",
        "purpose",
        "provision",
        "reason",
        "valid_from",
        "valid_until",
        "about",
    )

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="grants")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    """The body that works the case and may take the access back; moves with the case."""
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """None: everybody in the body whose role the matrix allows."""
    categories = models.JSONField()
    purpose = models.CharField(max_length=30)
    provision = models.CharField(max_length=200)
    reason = models.CharField(max_length=500)
    valid_from = models.DateField()
    valid_until = models.DateField()
    """The last day."""
    about = models.CharField(max_length=80, blank=True)
    """What it belongs to, e.g. ``referral:<uuid>``: such an access ends with it and asks no reason of the reader."""
    ended_by = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["-valid_from", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["body", "case"], condition=models.Q(ended_by=None), name="grant_to_body")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.body_id} {self.purpose}"


class Opening(models.Model):
    """A reader's purpose and reason for looking into a case that was opened to them; holds for some hours."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False, related_name="+")
    grant = models.ForeignKey(Grant, on_delete=models.PROTECT, related_name="openings")
    purpose = models.CharField(max_length=30)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case", "account", "until"], name="opening_of_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.account_id}"


class SecretRecipient(Sealed):
    """A person named for one secret fact (AufenthG § 97a); whoever recorded it need not be named."""

    SEALED = ("id", "fact_id", "account_id")

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="recipients")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["fact", "account"], condition=models.Q(ended_by=None), name="secret_recipient_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.fact_id} {self.account_id}"


class SupportSession(models.Model):
    """An operator looks at a body's pages for an hour at most: asked for with a reason, confirmed by the body, shown to it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="support_sessions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    asked_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    begins = models.DateTimeField(null=True, blank=True)
    ends = models.DateTimeField(null=True, blank=True)
    """When it lapses; brought forward when somebody ends it."""
    ended_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """None where the clock ended it."""
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-asked_at"]
        indexes: ClassVar = [models.Index(fields=["body", "-asked_at"], name="support_of_body")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.body_id} {self.asked_at}"


class SignInLine(models.Model):
    """One event of the sign-in, for the data protection officer. Never a password, a code or what somebody typed as a name."""

    class What(models.TextChoices):
        SIGNED_IN = "signed_in", _("Angemeldet mit Passwort")
        SIGNED_IN_FACTOR = "signed_in_factor", _("Angemeldet mit Passwort und zweitem Faktor")
        SIGNED_IN_PASSKEY = "signed_in_passkey", _("Angemeldet mit Passkey")
        SIGNED_IN_PROVIDER = "signed_in_provider", _("Angemeldet über den Anmeldedienst der Stelle")
        SIGNED_OUT = "signed_out", _("Abgemeldet")
        FAILED_PASSWORD = "failed_password", _("Anmeldung gescheitert: Name oder Passwort falsch")
        FAILED_FACTOR = "failed_factor", _("Anmeldung gescheitert: zweiter Faktor falsch")
        FAILED_PROVIDER = "failed_provider", _("Anmeldung gescheitert: Fehler beim Anmeldedienst")
        REFUSED_PROVIDER = "refused_provider", _("Anmeldung abgelehnt: kein Zugang mit dieser Anmeldung")
        TOO_MANY = "too_many", _("Anmeldung gebremst: zu viele Versuche")
        FACTOR_ADDED = "factor_added", _("Zweiten Faktor eingerichtet")
        FACTOR_REMOVED = "factor_removed", _("Zweiten Faktor entfernt")
        FACTOR_RESET = "factor_reset", _("Zweiter Faktor durch die Verwaltung zurückgesetzt")
        RECOVERY_CODES = "recovery_codes", _("Neue Wiederherstellungscodes erzeugt")
        RECOVERY_USED = "recovery_used", _("Wiederherstellungscode benutzt")
        PROVIDER_LINKED = "provider_linked", _("Mit dem Anmeldedienst der Stelle verbunden")
        PASSWORD_CHANGED = "password_changed", _("Passwort geändert")
        SESSIONS_ENDED = "sessions_ended", _("Sitzungen beendet")
        ENDED_IDLE = "ended_idle", _("Sitzung beendet: längere Zeit nicht benutzt")
        ENDED_AGE = "ended_age", _("Sitzung beendet: höchste Dauer erreicht")
        ENDED_ROLE = "ended_role", _("Sitzung beendet: Rolle geendet")
        ENDED_ACCOUNT = "ended_account", _("Sitzung beendet: Konto gesperrt oder Passwort geändert")

    at = models.DateTimeField()
    account = models.BigIntegerField(null=True, blank=True)
    body = models.BigIntegerField(null=True, blank=True)
    what = models.CharField(max_length=30, choices=What)
    network = models.CharField(max_length=50, blank=True)
    """The network that the request came from: the first 24 bits of an IPv4, the first 48 of an IPv6 address."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["body", "-at"], name="sign_in_of_body"),
            models.Index(fields=["account", "-at"], name="sign_in_of_account"),
            models.Index(fields=["at"], name="sign_in_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.at} {self.what}"


class MatrixVersion(models.Model):
    """A matrix of access that this installation has run with; written once, when it was first used."""

    hash = models.CharField(max_length=64, unique=True)
    content = models.TextField()
    """The canonical lines (``access.matrix.written``)."""
    first_used_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-first_used_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.hash[:12]} {self.first_used_at}"


class ListExport(models.Model):
    """A list of cases that somebody asked to take out as a file: with a reason, and above a number of rows with a second person.

    Keeps the question, never the answer: the file is made anew, for the person who asked, when it is fetched.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice asks once."""
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    chosen = models.JSONField()
    """The filter of the list."""
    reason = models.CharField(max_length=500)
    rows = models.PositiveIntegerField()
    """Cases in the list when it was asked for."""
    asked_at = models.DateTimeField()
    until = models.DateTimeField()
    """Until then it can be confirmed and fetched."""
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    refused_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["body", "-asked_at"], name="list_export_of_body")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(account=models.F("confirmed_by")), name="export_confirmed_by_another"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.rows}"


class ApiToken(Sealed):
    """By which a program acts in the name of a person in one body. Of the secret only a digest is kept.

    It never reaches further than its owner does on the day of the call: it narrows to ``scopes`` and to one purpose.
    """

    SEALED = (
        "id",
        "key_id",
        "secret_hash",
        "account_id",
        "body_id",
        "scopes",
        "purpose",
        "label",
        "networks",
        "created_at",
        "expires_on",
    )

    key_id = models.CharField(max_length=12, unique=True)
    """The part that may be shown: it names the token on pages, in the access log and in the record."""
    secret_hash = models.CharField(max_length=64)
    """SHA-256 of 32 random bytes, in hexadecimal: nothing that could be guessed, so no slow digest is needed."""
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="api_tokens")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    scopes = models.JSONField()
    purpose = models.CharField(max_length=30)
    label = models.CharField(max_length=100)
    """Which program it is for, in the owner's words."""
    networks = models.JSONField(default=list)
    """Networks that it is taken from, such as ``10.1.0.0/16``; empty: from everywhere."""
    created_at = models.DateTimeField()
    expires_on = models.DateField()
    """The last day."""
    submission = models.UUIDField(unique=True)
    """From the form: the same form sent twice makes one token."""
    last_used_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.key_id
