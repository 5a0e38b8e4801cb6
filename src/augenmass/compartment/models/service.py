"""What a service says of itself, where it sends, what it explains."""

from datetime import date
from typing import ClassVar

from django.db import models

from augenmass.compartment.models.accounts import Account, CounsellingBody
from augenmass.compartment.models.encrypted import Encrypted
from augenmass.compartment.models.trace import Action


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


class Programme(models.Model):
    """What a programme offers from a day on: one version. A change ends this version and begins another; nothing is overwritten."""

    key = models.UUIDField(unique=True, editable=False)
    """From the form: the same form sent twice makes one row."""
    body = models.ForeignKey(CounsellingBody, on_delete=models.PROTECT, related_name="programmes")
    name = models.CharField(max_length=200)
    amount = models.CharField(max_length=500)
    """In words, as it is explained."""
    source = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    """The last day on which it holds."""
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["name", "-since", "-pk"]

    def __str__(self) -> str:
        return f"{self.name} {self.since}"

    def holds_on(self, day: date) -> bool:
        """Whether this version holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)
