"""Interpreting for a talk: a service is asked by mail and answers by a link, without an account and without anything of the agreement."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.agreements.models.agreements import Agreement
from augenmass.agreements.models.following import Review
from augenmass.agreements.rules.languages import LANGUAGES


class Interpreting(models.Model):
    """One request. ``review`` is None for a talk that is none of the planned ones, such as going through the text."""

    class Way(models.TextChoices):
        PLACE = "place", _("vor Ort")
        VIDEO = "video", _("per Video")
        PHONE = "phone", _("am Telefon")

    class State(models.TextChoices):
        ASKED = "asked", _("angefragt")
        CONFIRMED = "confirmed", _("zugesagt")
        DECLINED = "declined", _("abgesagt")
        TAKEN_BACK = "taken_back", _("zurückgenommen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice asks once."""
    link = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Under the signature in the address; another one is made when the link is sent again."""
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="interpreting")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, blank=True, related_name="interpreting")
    language = models.CharField(max_length=5, choices=[(key, names[0]) for key, names in LANGUAGES.items()])
    day = models.DateField()
    begins = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    way = models.CharField(max_length=5, choices=Way)
    place = models.CharField(max_length=200, blank=True)
    service = models.CharField(max_length=200)
    email = models.EmailField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    answered_by = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["day", "begins", "pk"]

    def __str__(self) -> str:
        return f"{self.service} {self.day}"

    @property
    def reference(self) -> str:
        """A short mark that mails may carry: it says nothing by itself."""
        return self.key.hex[:8].upper()
