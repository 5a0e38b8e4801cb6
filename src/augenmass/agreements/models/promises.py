"""What other bodies are asked for, and the links by which they answer without an account."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.agreements.models.agreements import Agreement


class Promise(models.Model):
    """A service of another body: it counts from the day on which that body accepted it."""

    class State(models.TextChoices):
        ASKED = "asked", _("angefragt, noch nicht zugesagt")
        ACCEPTED = "accepted", _("zugesagt")
        DECLINED = "declined", _("abgesagt")
        DELIVERED = "delivered", _("erbracht")
        TAKEN_BACK = "taken_back", _("Anfrage zurückgenommen")

    class Kind(models.TextChoices):
        COURSE = "course", _("Sprach- oder Integrationskurs")
        RECOGNITION = "recognition", _("Anerkennung von Abschlüssen")
        CHILD_CARE = "child_care", _("Kinderbetreuung")
        PLACEMENT = "placement", _("Arbeit oder Ausbildung")
        HOUSING = "housing", _("Wohnen")
        OTHER = "other", _("andere Leistung")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Also the key of its step in the content of an edition."""
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="promises")
    provider = models.CharField(max_length=200)
    email = models.EmailField()
    service = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OTHER)
    """Only counted, never shown to the provider; what is nobody's business but the person's (health, family) has no kind of its own."""
    due = models.DateField()
    name_shown = models.BooleanField(default=False)
    """Whether the person wants the provider to read their name."""
    state = models.CharField(max_length=12, choices=State, default=State.ASKED)
    accepted_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    """Name that whoever answered for the provider gave."""
    note = models.CharField(max_length=500, blank=True)
    delivered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["due", "pk"]

    def __str__(self) -> str:
        return f"{self.provider} {self.due}"


class ProviderLink(models.Model):
    """A signed link that a provider uses once: to answer, or to confirm that the service was given."""

    class Purpose(models.TextChoices):
        ANSWER = "answer", _("Zusage oder Absage")
        DELIVERED = "delivered", _("Bestätigung der Leistung")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Under the signature in the address."""
    promise = models.ForeignKey(Promise, on_delete=models.PROTECT, related_name="links")
    purpose = models.CharField(max_length=10, choices=Purpose)
    valid_until = models.DateField()
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    """From then on it opens nothing; also set when another link replaces it."""

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.promise_id} {self.purpose}"
