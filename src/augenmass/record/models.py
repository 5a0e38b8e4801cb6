"""The record: the case as an identity, facts on two time axes, and the chain of actions."""

import uuid
from typing import Any, ClassVar

from django.db import models

from augenmass.directory.models import Account, Body, Unit
from augenmass.record.seal import digest_of


class Case(models.Model):
    """What facts, actions and access lines point to: one person's file in this instance.

    ``version`` grows with every action that changes the case; a page or a staged row that was made from an older
    version says so instead of overwriting.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=60)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="cases")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    officer = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "number"], name="case_number_in_body")]
        indexes: ClassVar = [models.Index(fields=["body", "officer"], name="case_by_officer")]

    def __str__(self) -> str:
        return self.number


class Action(models.Model):
    """One thing that somebody did; append-only. References name rows by id, never copy their content."""

    kind = models.CharField(max_length=60)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    actor = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    references = models.JSONField(default=dict)
    salt = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=32)
    """Over salt, the columns above and the digests of everything that the action wrote."""
    sequence = models.BigIntegerField(unique=True)
    chain = models.BinaryField(max_length=32)
    """Over the previous link and this digest."""
    erased_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    """The action that erased the file this one belonged to: case, actor, references and salt are gone then."""
    content_digest = models.BinaryField(max_length=32, null=True)
    """Of an erased action: what its columns gave under the salt that is gone, so that ``digest`` can still be checked."""

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["case", "-at"], name="action_timeline"),
            models.Index(fields=["erased_by"], condition=models.Q(erased_by__isnull=False), name="action_erased"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.kind}"


class ChainHead(models.Model):
    """The newest link; its single row is locked last and shortly."""

    sequence = models.BigIntegerField(default=0)
    chain = models.BinaryField(max_length=32, default=bytes(32))

    def __str__(self) -> str:
        return str(self.sequence)


class Sealed(models.Model):
    """A row whose content stands in the chain: the action that wrote it holds its salted digest.

    Content can be erased by law and the chain still verifies: the row goes and an ``ErasedRow`` keeps its digest (``erasure``), or
    the row stays and ``erased_by`` names the action whose references list it under ``erases``.
    """

    SEALED: ClassVar[tuple[str, ...]] = ()
    """Columns under the digest; they never change once written."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    erased_by = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    salt = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=32)

    class Meta:
        abstract = True

    def sealed_content(self) -> list[Any]:
        """The values under the digest, in the order of ``SEALED``."""
        held = self.__dict__  # a descriptor per column costs a tenth of an import
        return [held[name] if name in held else getattr(self, name) for name in self.SEALED]

    def compute_digest(self) -> bytes:
        """32 bytes over the salt and the sealed content."""
        return digest_of(bytes(self.salt), [type(self)._meta.label_lower, *self.sealed_content()])


class ErasedRow(models.Model):
    """What is left of a sealed row that was erased by law: which action wrote it, its digest, and the action that erased it.

    The salt went with the content, so the digest tells nobody what it was made of.
    """

    label = models.CharField(max_length=60)
    """Of the row's model, such as ``record.fact``."""
    row = models.BigIntegerField()
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    erased_by = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["label", "row"], name="row_erased_once")]

    def __str__(self) -> str:
        return f"{self.label} {self.row}"


class Source(models.Model):
    """Where facts come from: an officer's entry, an import, a letter received, a derived provider."""

    class Kind(models.TextChoices):
        OFFICER = "officer"
        IMPORT = "import"
        STEP = "step"

    kind = models.CharField(max_length=20, choices=Kind)
    label = models.CharField(max_length=200)
    """Shown with the fact: name of the file's source system, or what the officer relied on."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "kind", "label"], name="source_once")]

    def __str__(self) -> str:
        return self.label


class Fact(Sealed):
    """What somebody established about a case: a value, when it held, when we learned it. Append-only.

    ``value`` is the canonical text of ``law.facts`` (``yes``, ``1990-01-31``, ``1990``, a choice key …).
    A correction closes the row (``closed_by``, ``closed_at``) and writes a new one.
    """

    SEALED = (
        "id",
        "case_id",
        "name",
        "value",
        "true_from",
        "true_to",
        "known_at",
        "source_id",
        "author_id",
        "evidence_id",
        "replaces_id",
        "note",
    )

    # Without an index SQLite would search this whole table for every row written to the table that such a column names,
    # because the actions of a transaction are written last: so these columns have no constraint. `verify` checks them.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="facts", db_index=False)
    name = models.CharField(max_length=80)
    value = models.CharField(max_length=1000)
    true_from = models.DateField(null=True, blank=True)
    true_to = models.DateField(null=True, blank=True)
    known_at = models.DateTimeField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, db_index=False, related_name="+")
    author = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    evidence = models.ForeignKey(
        "cases.Document",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        db_constraint=False,
        related_name="proves",
    )
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, db_constraint=False, related_name="+"
    )
    note = models.CharField(max_length=1000, blank=True)
    """Reason given with a correction or an assessment."""
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, db_index=False, db_constraint=False, related_name="+"
    )
    disputed_by = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, db_index=False, db_constraint=False, related_name="+"
    )
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    erased_by = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, db_index=False, db_constraint=False, related_name="+"
    )

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case", "name"], name="fact_of_case")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.name}"


class Dispute(Sealed):
    """Why a fact is disputed: who says what against it. Until it is corrected or confirmed, it is not established."""

    SEALED = ("id", "fact_id", "reason")

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="disputes")
    reason = models.CharField(max_length=1000)

    def __str__(self) -> str:
        return str(self.fact_id)


class AccountMeasure(Sealed):
    """What an administrator did to a colleague's account, and why."""

    SEALED = ("id", "account_id", "body_id", "reason")

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    """The body whose administration it was; nobody else reads the reason."""
    reason = models.CharField(max_length=1000)

    def __str__(self) -> str:
        return str(self.account_id)
