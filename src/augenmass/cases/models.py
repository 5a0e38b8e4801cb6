"""What makes a case a person's: documents, family links, the legal position and the words it is found by."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body, Unit
from augenmass.lawbook.models import Comparison
from augenmass.record.models import Action, Case, Sealed

NO_DUE_DATE = date(9999, 12, 31)
"""Stands for "no date" in columns that a list is ordered by."""


class Document(Sealed):
    """A file of the case: PDF, image or DOCX, kept under the hash of its content."""

    SEALED = ("id", "case_id", "kind", "title", "dated", "received", "sha256", "size", "media_type")

    class Kind(models.TextChoices):
        APPLICATION = "application", _("Antrag")
        DECISION = "decision", _("Bescheid")
        COURT = "court", _("Gerichtliches Schreiben")
        IDENTITY = "identity", _("Ausweis- oder Identitätsdokument")
        MEDICAL = "medical", _("Ärztliche Bescheinigung")
        AUTHORITY = "authority", _("Vollmacht")
        SERVICE = "service", _("Zustellungsnachweis")
        LETTER = "letter", _("Ausgehendes Schreiben")
        BUNDLE = "bundle", _("Aktenbündel")
        CORRESPONDENCE = "correspondence", _("Schriftwechsel")
        OTHER = "other", _("Sonstiges")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=20, choices=Kind)
    title = models.CharField(max_length=200)
    dated = models.DateField(null=True, blank=True)
    received = models.DateField(null=True, blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-added_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def path(self) -> str:
        """Place in the file storage: content-addressed, so the same file is kept once."""
        return f"documents/{self.sha256[:2]}/{self.sha256}"


class FamilyLink(Sealed):
    """``case`` is ``relation`` of ``relative`` (e.g. parent of), from a day to a day."""

    SEALED = ("id", "case_id", "relative_id", "relation", "same_household")

    class Relation(models.TextChoices):
        PARENT = "parent", _("Elternteil von")
        CHILD = "child", _("Kind von")
        SPOUSE = "spouse", _("verheiratet oder verpartnert mit")
        SIBLING = "sibling", _("Geschwister von")
        GUARDIAN = "guardian", _("Vormund von")
        WARD = "ward", _("Mündel von")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="family_links")
    relative = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(max_length=20, choices=Relation)
    same_household = models.BooleanField(null=True)
    ended_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "relative", "relation"], condition=models.Q(ended_by=None), name="family_link_once"
            ),
            models.CheckConstraint(condition=~models.Q(case=models.F("relative")), name="no_link_to_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.relation} {self.relative_id}"


OPPOSITE = {
    FamilyLink.Relation.PARENT: FamilyLink.Relation.CHILD,
    FamilyLink.Relation.CHILD: FamilyLink.Relation.PARENT,
    FamilyLink.Relation.SPOUSE: FamilyLink.Relation.SPOUSE,
    FamilyLink.Relation.SIBLING: FamilyLink.Relation.SIBLING,
    FamilyLink.Relation.GUARDIAN: FamilyLink.Relation.WARD,
    FamilyLink.Relation.WARD: FamilyLink.Relation.GUARDIAN,
}


class LegalPosition(models.Model):
    """What the law says of a case today. A cache: thrown away and recomputed it gives the same rows; signing never trusts it."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True, related_name="position")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    officer = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    number = models.CharField(max_length=60)
    name = models.CharField(max_length=250)
    """Family name, given names: as shown and sorted in lists."""
    born = models.CharField(max_length=10, blank=True)
    lane = models.CharField(max_length=20)
    next_step = models.CharField(max_length=60, blank=True)
    due = models.DateField(default=NO_DUE_DATE)
    due_kind = models.CharField(max_length=60, blank=True)
    next_change = models.DateField(default=NO_DUE_DATE)
    doubts = models.PositiveSmallIntegerField(default=0)
    content = models.JSONField()
    """Steps, blocked steps with their blockers, deadlines, doubts and answers, without values of facts."""
    catalogue = models.CharField(max_length=64)
    computed_for = models.DateField()
    computed_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["body", "due", "case"], name="position_by_due"),
            models.Index(fields=["body", "name", "case"], name="position_by_name"),
            models.Index(fields=["body", "number", "case"], name="position_by_number"),
            models.Index(fields=["body", "lane", "due", "case"], name="position_by_lane"),
            models.Index(fields=["body", "officer", "due", "case"], name="position_by_officer"),
            models.Index(
                fields=["body", "officer", "due", "case"], condition=models.Q(doubts__gt=0), name="position_doubtful"
            ),
            models.Index(fields=["next_change"], name="position_by_next_change"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.lane}"


class PositionMark(models.Model):
    """One next step, blocker, doubt or deadline of a position: what the worklist filters by."""

    class Kind(models.TextChoices):
        STEP = "step"
        BLOCKER = "blocker"
        DOUBT = "doubt"
        DEADLINE = "deadline"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=80)
    day = models.DateField(null=True, blank=True)
    """Of a deadline its own day (None while it cannot be computed); of the others the day that the list is ordered by."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["body", "kind", "key", "day", "case"], name="mark_filter"),
            models.Index(fields=["body", "kind", "day"], condition=models.Q(kind="deadline"), name="mark_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class OpenPoint(models.Model):
    """In how many of a body's cases a step waits for a fact to be clarified, counted at night; it names no case.

    Small counts are not kept (``cases.open_points``), so that no case is found by them.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, db_index=False, related_name="+")
    fact = models.CharField(max_length=80)
    step = models.CharField(max_length=60)
    cases = models.PositiveIntegerField()
    """Cases in which the fact is among the open points of the step."""
    alone = models.PositiveIntegerField()
    """Of these, the cases in which it is the only one."""
    counted_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "fact", "step"], name="open_point_once"),
        ]

    def __str__(self) -> str:
        return f"{self.fact}: {self.cases}"


class MovedCases(models.Model):
    """Which cases go from one answer to another in a comparison: one row for each part of the caseload, question and way."""

    comparison = models.ForeignKey(Comparison, on_delete=models.CASCADE, db_index=False, related_name="moved")
    question = models.CharField(max_length=80, blank=True)
    """Empty: the lane."""
    before = models.CharField(max_length=20)
    after = models.CharField(max_length=20)
    ids = models.BinaryField()
    """Ids of the cases, packed (``cases.comparing``): no condition reads them, they are opened to list the cases."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["comparison", "question", "before", "after"], name="moved_cases_by_way")
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.before} {self.after}"


class SearchWord(models.Model):
    """A word that a case is found by: folded names, aliases, file numbers. Searched by range, so an index serves it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    word = models.CharField(max_length=100)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["body", "word", "case"], name="search_word")]

    def __str__(self) -> str:
        return self.word


class SavedView(models.Model):
    """Filters of the worklist that a person keeps under a name."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=1000)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "name"], name="saved_view_once")]

    def __str__(self) -> str:
        return self.name
