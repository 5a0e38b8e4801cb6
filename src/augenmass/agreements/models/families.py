"""Members of a family with agreements of their own, linked by wish of both."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from augenmass.agreements.models.agreements import Agreement


class FamilyLink(models.Model):
    """A link between two agreements of one body: wished by one person, and holding once the other consented.

    It ends when either side wants it, without a reason, or with either agreement.
    """

    class How(models.TextChoices):
        TALK = "talk", _("im Gespräch")
        PHONE = "phone", _("am Telefon")
        WRITTEN = "written", _("schriftlich")
        DOOR = "door", _("am eigenen Zugang")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice notes one wish."""
    wished_by = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="+")
    wished_on = models.DateField()
    wished_how = models.CharField(max_length=10, choices=How)
    wished_name = models.CharField(max_length=200)
    """Who gave it: the person, or who has custody of a minor."""
    wished_days = models.BooleanField(default=False)
    """Whether the person wants common days of talks to be shown; shown where both do."""
    consented_on = models.DateField(null=True, blank=True)
    consented_how = models.CharField(max_length=10, choices=How, blank=True)
    consented_name = models.CharField(max_length=200, blank=True)
    consented_days = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                Least("wished_by", "asked"),
                Greatest("wished_by", "asked"),
                condition=models.Q(ended_on=None),
                name="one_family_link_of_two",
            )
        ]

    def __str__(self) -> str:
        return f"{self.wished_by_id} {self.asked_id}"

    @property
    def holds(self) -> bool:
        """Whether both consented and nobody ended it."""
        return self.consented_on is not None and self.ended_on is None

    @property
    def shares_days(self) -> bool:
        """Whether both want common days of talks to be shown."""
        return self.holds and self.wished_days and self.consented_days
