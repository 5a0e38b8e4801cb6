"""What a body adopted, its release for live data, and what was last done for the whole installation."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body


class Adoption(models.Model):
    """That a body has settled one item: recorded by one person, confirmed by another; the confirmed one that was recorded last counts."""

    class Kind(models.TextChoices):
        ADOPTED = "adopted", _("liegt vor")
        NOT_NEEDED = "not_needed", _("trifft hier nicht zu")
        EXCEPTION = "exception", _("Ausnahme mit Begründung")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice records once."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    item = models.CharField(max_length=40)
    """Key of ``rules.ITEMS`` or of a check of the program."""
    kind = models.CharField(max_length=20, choices=Kind)
    says = models.CharField(max_length=1000)
    """Where the document lies, or why there is none."""
    decided_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    """The last day on which it counts without being looked at again."""
    version = models.CharField(max_length=64, blank=True)
    """Digest of what was approved, where the program holds it (``versions.present``)."""
    sha256 = models.CharField(max_length=64, blank=True)
    """Of the file, where one was uploaded."""
    media_type = models.CharField(max_length=100, blank=True)
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["-recorded_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(recorded_by=models.F("confirmed_by")), name="adoption_confirmed_by_another"
            ),
            models.UniqueConstraint(
                fields=["body", "item"],
                condition=models.Q(confirmed_at=None, withdrawn_at=None),
                name="one_adoption_waits",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "item", "-recorded_at"], name="adoptions_of_body")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.item}"

    @property
    def confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def path(self) -> str:
        """Place of the file in the storage, by its content."""
        return f"gate/{self.sha256[:2]}/{self.sha256}"


class GateRelease(models.Model):
    """The release of a body for live data: proposed by one of the two offices, confirmed by the other, ended by any of them."""

    class Office(models.TextChoices):
        DATA_PROTECTION = "data_protection", _("Datenschutz")
        HEAD = "head", _("Leitung")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    proposed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    proposed_as = models.CharField(max_length=20, choices=Office)
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_as = models.CharField(max_length=20, choices=Office, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["-proposed_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(proposed_by=models.F("confirmed_by")), name="gate_confirmed_by_another"
            ),
            models.CheckConstraint(
                condition=~models.Q(proposed_as=models.F("confirmed_as")), name="gate_confirmed_by_the_other_office"
            ),
            models.UniqueConstraint(
                fields=["body"], condition=models.Q(withdrawn_at=None), name="one_release_of_a_body"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id} {self.proposed_at:%Y-%m-%d}"


class Performed(models.Model):
    """When something was last done for the whole installation outside its pages: a backup, a comparison with a lodged head."""

    name = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
