"""A link by which somebody sets their first or a new password: one-time, for three days."""

from typing import ClassVar

from django.db import models

from augenmass.directory.models import Account
from augenmass.record.models import Action


class Invitation(models.Model):
    """Who holds the secret of a link may set the password of an account once; only the secret's digest is kept."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    """Also set when a later link took its place."""
    created_by = models.ForeignKey(Action, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["account", "used_at"], name="invitations_of")]

    def __str__(self) -> str:
        return str(self.account_id)
