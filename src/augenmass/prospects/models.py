"""What no fact can hold of prospects and suspensions: what lies at the residence desk, and that a renewal was announced in time."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Unit
from augenmass.record.models import Case, Sealed


class DeskMatter(Sealed):
    """Prospects of a case that the residence desk of the same body has to decide on. Until it answers no measure is signed."""

    SEALED = ("id", "key", "case_id", "prospects", "reason", "handed_by_id", "handed_at")

    class State(models.TextChoices):
        OPEN = "open", _("liegt beim Aufenthalt")
        GRANTED = "granted", _("erteilt")
        REFUSED = "refused", _("abgelehnt")
        WITHDRAWN = "withdrawn", _("zurückgenommen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one matter."""
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="desk_matters")
    prospects = models.JSONField(default=list)
    """Keys of the prospects (``law.vocabulary.prospect_checks``)."""
    reason = models.CharField(max_length=2000)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    assignee = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField()
    handed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    handed_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        ordering: ClassVar = ["due", "pk"]
        indexes: ClassVar = [models.Index(fields=["state", "due"], name="desk_matters_by_state")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case"], condition=models.Q(state="open"), name="one_open_desk_matter")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"

    @property
    def about(self) -> str:
        """How tasks name it."""
        return f"desk_matter:{self.key}"


class DeskOutcome(Sealed):
    """How the residence desk answered, with the day of its decision; one for each matter."""

    SEALED = ("id", "matter_id", "outcome", "decided_on", "reason", "recorded_by_id", "recorded_at")

    matter = models.OneToOneField(DeskMatter, on_delete=models.PROTECT, related_name="outcome")
    outcome = models.CharField(max_length=10, choices=DeskMatter.State)
    decided_on = models.DateField()
    reason = models.CharField(max_length=2000)
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.matter_id} {self.outcome}"


class RenewalNotice(models.Model):
    """That the worker set the task to renew a suspension, when that was wanted, and when it happened."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="renewal_notices")
    valid_until = models.DateField()
    wanted_on = models.DateField()
    """The first day on which the task could have been set: the lead of the Land, or when the suspension became known."""
    set_on = models.DateField()
    late = models.BooleanField()

    class Meta:
        ordering: ClassVar = ["-set_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "valid_until"], name="one_renewal_notice_of_an_end")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.valid_until}"

    @property
    def days_late(self) -> int:
        """How many days the task came after it was wanted."""
        return (self.set_on - self.wanted_on).days
