"""Regional standards and their editions. They name offices and ways, no person whose case is worked."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.cooperation.rules import Part
from augenmass.directory.models import Account, Body
from augenmass.record.models import Action

PART_LABELS = {
    Part.CONTACTS: _("Ansprechstellen"),
    Part.FORMS: _("Vordrucke"),
    Part.MEETINGS: _("Besprechungen"),
    Part.EXCHANGE: _("Austausch und Grundlage"),
}


class Standard(models.Model):
    """What one police body and one foreigners' authority settled for their region; its words stand in the editions."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    police = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    authority = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    region = models.CharField(max_length=120)
    """How people call the district."""
    edition = models.PositiveIntegerField(default=0)
    """The number of the newest edition; the next one is written on top of it or not at all."""
    review_due = models.DateField()
    reviewed_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["region", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["police", "authority"], name="standard_of_region")]

    def __str__(self) -> str:
        return self.region


class Edition(models.Model):
    """The words of a standard from a day on; never changed, the next one stands beside it."""

    key = models.UUIDField(unique=True, editable=False)
    """From the form: sent twice it is one edition."""
    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, db_index=False, related_name="editions")
    number = models.PositiveIntegerField()
    contacts = models.TextField(max_length=4000)
    forms = models.TextField(max_length=4000, blank=True)
    meetings = models.TextField(max_length=2000)
    exchange = models.TextField(max_length=4000)
    why = models.CharField(max_length=300, blank=True)
    """What is different from the edition before."""
    written_on = models.DateField()
    author = models.ForeignKey(Account, on_delete=models.PROTECT, db_index=False, related_name="+")
    action = models.ForeignKey(Action, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["standard", "number"], name="edition_number")]

    def __str__(self) -> str:
        return f"{self.standard_id} {self.number}"

    @property
    def parts(self) -> dict[Part, str]:
        """The words part by part."""
        return {part: getattr(self, part.value) for part in Part}
