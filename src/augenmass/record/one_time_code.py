"""Codes that are printed on a letter and open once: what those of a case and those of an agreement have in common. Of a code only digests are kept."""

from datetime import datetime
from typing import ClassVar, Final

from django.db import models

from augenmass.directory.models import Account

MOST_FAILURES: Final = 5
"""Wrong codes with the right first digits after which the code opens nothing any more."""


class OneTimeCode(models.Model):
    """``selector`` are its first digits, by which it is found; ``digest`` is over all of them and the secret of the installation."""

    key = models.UUIDField(unique=True, editable=False)
    """From the form: the same form sent twice prints one code."""
    selector = models.CharField(max_length=7)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ordered_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        ordering: ClassVar = ["-made_at", "-pk"]

    def count_failure(self, at: datetime) -> None:
        """Somebody typed its first digits and others wrong; after some of that it opens nothing any more."""
        self.failures += 1
        if self.failures >= MOST_FAILURES:
            self.ended_at = at
        self.save(update_fields=["failures", "ended_at"])
