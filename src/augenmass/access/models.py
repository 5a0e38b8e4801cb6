"""The access log: who read what, when, and for what."""

from typing import ClassVar

from django.db import models


class AccessLine(models.Model):
    """One read. Plain ids, no foreign keys: the log is another store with another retention."""

    at = models.DateTimeField()
    account = models.BigIntegerField()
    body = models.BigIntegerField()
    purpose = models.CharField(max_length=30)
    what = models.CharField(max_length=60)
    """``case``, ``worklist``, ``search``, ``document``, ``export`` …"""
    case = models.BigIntegerField(null=True, blank=True)
    categories = models.JSONField(default=list)
    """Data categories that the page could show."""
    rows = models.PositiveIntegerField(default=1)
    """Cases named on the page (lists, exports)."""
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["case", "-at"], name="access_to_case"),
            models.Index(fields=["account", "-at"], name="access_by_account"),
        ]

    def __str__(self) -> str:
        return f"{self.at} {self.what}"
