"""What the columns of a source mean, as a person last confirmed it."""

from django.db import models

from augenmass.directory.models import Account
from augenmass.record.models import Source


class SavedMapping(models.Model):
    """One per source; the next file of the source starts from it."""

    source = models.OneToOneField(Source, on_delete=models.PROTECT, related_name="mapping")
    columns = models.JSONField(default=list)
    """``[{"label": head of the column, "target": name or "", "check": only has to agree}]``"""
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.source)
