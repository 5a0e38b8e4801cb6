"""Bodies outside this instance, and public keys with their validity. Private keys lie in files, never here."""

import uuid
from typing import ClassVar

from django.db import models

from augenmass.directory.models import Body
from augenmass.law.transmission.bodies import BODIES
from augenmass.record.models import Action

KINDS = [(body.key, body.de) for body in BODIES]


class BodyKey(models.Model):
    """The public half of a key with which a body of this instance signs, valid from day to day (both included)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="signing_keys")
    key_id = models.CharField(max_length=32, unique=True)
    """Begins the digest of the public key, so that it names no other."""
    public_key = models.CharField(max_length=64)
    """Base64 of the 32 bytes."""
    valid_from = models.DateField()
    valid_until = models.DateField()
    revoked_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-valid_from", "-pk"]

    def __str__(self) -> str:
        return self.key_id


class OutsideBody(models.Model):
    """A line of a body's address book: a body that does not work in this instance."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="address_book")
    """Whose address book it is."""
    address = models.CharField(max_length=120)
    """How the other side names itself in the head of messages."""
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40, choices=KINDS)
    postal = models.CharField(max_length=400, blank=True)
    """Lines of the postal address."""
    url = models.URLField(max_length=300, blank=True)
    """Where its instance takes messages in; empty: by file."""
    closed_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "address"], name="outside_body_once")]

    def __str__(self) -> str:
        return self.name


class OutsideKey(models.Model):
    """A public key of a body outside, entered after its fingerprint was compared on another way."""

    outside = models.ForeignKey(OutsideBody, on_delete=models.PROTECT, related_name="keys")
    key_id = models.CharField(max_length=32)
    public_key = models.CharField(max_length=64)
    valid_from = models.DateField()
    valid_until = models.DateField()
    revoked_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["-valid_from", "-pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["outside", "key_id"], name="outside_key_once")]

    def __str__(self) -> str:
        return self.key_id
