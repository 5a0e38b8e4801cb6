"""Statements to an authority, all that leaves the compartment."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.compartment.models.encrypted import Encrypted
from augenmass.compartment.models.persons import Person
from augenmass.compartment.models.service import Authority
from augenmass.compartment.models.trace import Action


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
