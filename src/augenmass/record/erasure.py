"""Erasing by law: rows go with their salts, their digests stay, and one action of the chain attests what it erased.

    with book(who, [case_id]) as opened:
        erasure = Erasure(opened.entry("retention.erased"))
        erasure.rows(Fact, ids)
        erasure.attest()

The references of that action hold counts by table and a seal over table, id and digest of everything that went. So ``verify`` tells
what was erased by an action of the record from what somebody removed behind its back.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from augenmass.record.bulk import delete_rows, insert_rows, reserve_ids, update_rows
from augenmass.record.ledger import Entry, action_content
from augenmass.record.models import Action, Case, ErasedRow, Sealed
from augenmass.record.seal import digest_of

CHUNK = 500
ACTION = Action._meta.label_lower
COUNTS, SEAL = "erased", "seal"
"""Under these names the references of the erasing action hold counts by table, and the seal."""


@dataclass(slots=True)
class Erasure:
    """What one action erases; call ``attest`` at the end, inside the transaction."""

    entry: Entry
    lines: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def rows(self, model: type[Sealed], ids: Sequence[int]) -> None:
        """Erase sealed rows: each leaves its digest behind."""
        label = model._meta.label_lower
        for part in _parts(ids):
            held = list(model._base_manager.filter(pk__in=part).order_by("pk").values_list("pk", "action_id", "digest"))
            left = [
                ErasedRow(
                    label=label, row=pk, action_id=action, erased_by_id=self.entry.action_id, digest=bytes(digest)
                )
                for pk, action, digest in held
            ]
            for row, pk in zip(left, reserve_ids(ErasedRow, len(left)), strict=True):
                row.pk = pk
            insert_rows(ErasedRow, left)
            delete_rows(model, part)
            self._note(label, [(pk, bytes(digest)) for pk, _action, digest in held])

    def actions(self, case_id: int) -> None:
        """Take from the actions of a case what leads back to it: case, actor, references and salt; kind, time and body stay."""
        for part in _parts(list(Action.objects.filter(case=case_id).order_by("pk").values_list("pk", flat=True))):
            held = list(Action.objects.filter(pk__in=part).order_by("pk"))
            for action in held:
                action.content_digest = digest_of(bytes(action.salt), action_content(action))
                action.salt, action.references = b"", {}
                action.case_id = action.actor_id = None
                action.erased_by_id = self.entry.action_id
            update_rows(Action, held, ["content_digest", "salt", "references", "case", "actor", "erased_by"])
            self._note(ACTION, [(action.pk, bytes(action.digest)) for action in held])

    def case(self, case_id: int) -> None:
        """Remove the case itself; nothing may name it any more."""
        delete_rows(Case, [case_id])

    def attest(self) -> None:
        """Write counts and seal into the references of the erasing action."""
        self.entry.refer(**{COUNTS: dict(sorted(self.counts.items())), SEAL: seal_of(self.lines)})

    def _note(self, label: str, gone: Iterable[tuple[int, bytes]]) -> None:
        for pk, digest in gone:
            self.lines.append(line_of(label, pk, digest))
            self.counts[label] += 1


def empty_rows(entry: Entry, rows: "QuerySet[Any]", **emptied: object) -> int:
    """Erase the content of rows that stay, with their salts; the action names them, so that ``verify`` tells it from tampering.

    Once in an action. Returns how many rows were emptied; those that were before are left alone.
    """
    model = rows.model
    ids = list(rows.filter(erased_by=None).values_list("pk", flat=True))
    model._base_manager.filter(pk__in=ids).update(salt=b"", erased_by=entry.action_id, **emptied)
    entry.refer(erases={model._meta.label_lower: ids})
    return len(ids)


def line_of(label: str, pk: int, digest: bytes) -> str:
    """How one erased row stands under the seal."""
    return f"{label}:{pk}:{digest.hex()}"


def seal_of(lines: Iterable[str]) -> str:
    """SHA-256 over the lines in any order, in hexadecimal."""
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def _parts(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
