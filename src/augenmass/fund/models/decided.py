"""What one person proposes and a second one decides."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account


class Decided(models.Model):
    """A proposal and its decision; whoever proposed never confirms."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet auf die zweite Person")
        CONFIRMED = "confirmed", _("bestätigt")
        REFUSED = "refused", _("abgelehnt")
        WITHDRAWN = "withdrawn", _("zurückgezogen")

    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    proposed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(state="confirmed") | ~models.Q(proposed_by=models.F("decided_by")),
                name="%(class)s_confirmed_by_another",
            )
        ]
