"""Persons who are counselled: what they were told, talks, appointments."""

from typing import Any, ClassVar

from django.db import models

from augenmass.compartment.models.accounts import Account
from augenmass.compartment.models.encrypted import Encrypted
from augenmass.compartment.models.service import Declaration
from augenmass.compartment.models.trace import Action
from augenmass.record.seal import digest_of


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
    """One talk; never changed, only added to. Content: ``language``, ``interpreter``, ``explained``, ``note``,
    ``programmes`` (what was explained, each version with key, name, amount, source and day)."""

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
