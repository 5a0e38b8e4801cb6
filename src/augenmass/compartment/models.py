"""What the compartment keeps: its counsellors, what they write (encrypted), and the trace of both.

In the clear stand days, states and keys only; names, languages, texts and file numbers are in ``sealed``.
"""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.compartment.cipher import decrypt, encrypt
from augenmass.record.seal import digest_of


class Encrypted(models.Model):
    """A row with encrypted content: a JSON object, bound to the row by its key."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one row."""
    key_id = models.CharField(max_length=16, db_index=True)
    sealed = models.BinaryField()

    class Meta:
        abstract = True

    @property
    def place(self) -> str:
        return f"{self._meta.label_lower}:{self.key}"

    def put(self, content: dict[str, Any]) -> None:
        """Encrypt with the current key. Raises ``NoKey``."""
        self.key_id, self.sealed = encrypt(content, self.place)

    def content(self) -> dict[str, Any]:
        """The decrypted content. Raises ``Unreadable``."""
        return decrypt(self.key_id, bytes(self.sealed), self.place)


class CounsellingBody(Encrypted):
    """A counselling service. Content: ``signing_key`` (Ed25519, hexadecimal)."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    """Creates counsellors; there are no superusers."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(username=username.lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A counsellor. Has nothing to do with an account of the main program."""

    username = models.CharField(_("Benutzername"), max_length=150, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    body = models.ForeignKey(CounsellingBody, on_delete=models.PROTECT, related_name="accounts")
    leads = models.BooleanField(default=False)
    """May declare for the service, keep the list of authorities and read the log; reads nobody's talks by that."""
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = AccountManager()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class Action(models.Model):
    """One thing that a counsellor did; append-only, in a chain of its own. References name rows, never content."""

    kind = models.CharField(max_length=60)
    actor = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    references = models.JSONField(default=dict)
    salt = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=32)
    sequence = models.BigIntegerField(unique=True)
    chain = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.sequence} {self.kind}"


class ChainHead(models.Model):
    """The newest link of the compartment's chain."""

    sequence = models.BigIntegerField(default=0)
    chain = models.BinaryField(max_length=32, default=bytes(32))

    def __str__(self) -> str:
        return str(self.sequence)


class Declaration(models.Model):
    """What a service declared of itself: whether it is public, which duties it has, and what persons are told because of it."""

    body = models.ForeignKey(CounsellingBody, on_delete=models.PROTECT, related_name="declarations")
    public = models.BooleanField()
    duties = models.JSONField(default=list)
    """Keys of ``rules.DUTIES``."""
    secrecy = models.BooleanField()
    """Whether its counsellors are under professional secrecy (StGB § 203)."""
    reason = models.CharField(max_length=1000, blank=True)
    """Why a public body leaves out a duty that public bodies have."""
    texts = models.JSONField()
    """The notice as it is shown, by language: ``{"de": {"told": […], "duties": […]}, "en": …}``."""
    declared_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.body_id} {self.declared_at}"


class Authority(Encrypted):
    """An authority that takes statements by its interface. Content: ``address``, ``token``."""

    body = models.ForeignKey(CounsellingBody, on_delete=models.PROTECT, related_name="authorities")
    name = models.CharField(max_length=200)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Person(Encrypted):
    """Somebody who is counselled. Content: ``name``, ``language``, ``wish``, ``number`` (the authority's file number)."""

    counsellor = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="persons")
    opened_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return str(self.key)


class Notice(models.Model):
    """That a person was told what happens with what they say: on which day, in which language, with an interpreter."""

    key = models.UUIDField(unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="notices")
    declaration = models.ForeignKey(Declaration, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField()
    language = models.CharField(max_length=10)
    interpreter = models.BooleanField()
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-told_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.told_on}"


class Talk(Encrypted):
    """One talk; never changed, only added to. Content: ``language``, ``interpreter``, ``explained``, ``note``."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="talks")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    salt = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=32)
    """Over the content itself, so that encrypting it anew changes nothing."""
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-held_on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["person", "held_on"], name="talks_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.held_on}"

    def compute_digest(self, content: dict[str, Any]) -> bytes:
        """The salted digest of this talk with this content."""
        columns = [str(self.key), self.person_id, self.author_id, self.held_on, content]
        return digest_of(bytes(self.salt), columns)


class Statement(Encrypted):
    """A short text for an authority. Content: ``text``, ``language``, ``number``, and once approved ``approval``.

    The approval holds the digest of exactly the text that the person approved; nothing else is sent. It stands in the encrypted
    content, because a short text can be guessed from its digest.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        APPROVED = "approved", _("gebilligt")
        WAITING = "waiting", _("wartet auf Versand")
        SENDING = "sending", _("wird gesendet")
        SENT = "sent", _("gesendet")
        EXPORTED = "exported", _("als Datei ausgegeben")
        WITHDRAWN = "withdrawn", _("Billigung zurückgenommen")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="statements")
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    version = models.PositiveIntegerField(default=1)
    unclear = models.BooleanField(default=False)
    """A try was cut off: the authority may have it. It is sent again under the same key, which counts once there."""
    tries = models.PositiveIntegerField(default=0)
    next_try = models.DateTimeField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=40, blank=True)
    """Why the last try failed: a key of ``rules.FAILURES``."""
    left_at = models.DateTimeField(null=True, blank=True)
    """When the authority confirmed it, or the file was given out."""
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-pk"]
        indexes: ClassVar = [models.Index(fields=["state", "next_try"], name="statements_to_send")]

    def __str__(self) -> str:
        return f"{self.key} {self.state}"


class Scan(Encrypted):
    """The signed paper by which a person approved a statement. Content: ``file`` (base64), ``type``."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="scans")

    def __str__(self) -> str:
        return str(self.statement_id)


class AccessLine(models.Model):
    """That somebody looked, at which person, when. Holds no content."""

    at = models.DateTimeField()
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=30)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rows = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.at} {self.what}"
