"""The trace of what was done and looked at."""

from typing import ClassVar

from django.db import models

from augenmass.compartment.models.accounts import Account


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


class AccessLine(models.Model):
    """That somebody looked, at which person, when. Holds no content."""

    at = models.DateTimeField()
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=30)
    person = models.ForeignKey("compartment.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rows = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.at} {self.what}"
