"""The compartment's own record: one transaction, one action, linked into a chain that no other program shares.

with entry(account, "talk.noted", person=person) as action:
    Talk(..., action=action).save()
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from augenmass.compartment.cipher import Unreadable
from augenmass.compartment.models import Account, Action, ChainHead, Talk
from augenmass.law.time import now
from augenmass.record.seal import action_digest, link, new_salt


class Entry:
    """One action in the making: the row, and the digests of what is written in it."""

    def __init__(self, action: Action) -> None:
        self.action = action
        self.written: list[bytes] = []


@contextmanager
def entry(account: Account | None, kind: str, **references: Any) -> Iterator[Entry]:
    """Open the transaction, lock the head, yield the entry, link it at the end. An exception rolls everything back."""
    with transaction.atomic():
        head = ChainHead.objects.select_for_update().order_by("pk").first() or ChainHead.objects.create(pk=1)
        action = Action(kind=kind, actor=account, at=now(), references=references, salt=new_salt())
        action.sequence, action.digest, action.chain = head.sequence + 1, b"", b""
        action.save(force_insert=True)
        made = Entry(action)
        yield made
        action.digest = action_digest(bytes(action.salt), _columns(action), made.written)
        action.chain = link(bytes(head.chain), action.digest)
        action.save(update_fields=["references", "digest", "chain"])
        ChainHead.objects.filter(pk=head.pk).update(sequence=action.sequence, chain=action.chain)


def _columns(action: Action) -> list[Any]:
    return [action.pk, action.kind, action.actor_id, action.at, action.references]


def head() -> str:
    """The newest link as ``SEQ:HEX``, to be lodged with somebody else."""
    newest = ChainHead.objects.order_by("pk").first()
    return f"{newest.sequence}:{bytes(newest.chain).hex()}" if newest else f"0:{bytes(32).hex()}"


def verify() -> Iterator[str]:
    """Sentences about every row that does not fit; none where the record is whole. Content that cannot be read is passed over."""
    chain = bytes(32)
    sequence = 0
    for action in Action.objects.order_by("sequence").iterator():
        talks = list(Talk.objects.filter(action=action).order_by("pk"))
        expected = action_digest(bytes(action.salt), _columns(action), [bytes(talk.digest) for talk in talks])
        if expected != bytes(action.digest) or action.sequence != sequence + 1:
            yield f"Handlung {action.pk}: Sie oder ein von ihr geschriebenes Gespräch wurde geändert, entfernt oder hinzugefügt."
        if link(chain, bytes(action.digest)) != bytes(action.chain):
            yield f"Handlung {action.pk}: hängt nicht an der Handlung vor ihr."
        chain, sequence = bytes(action.chain), action.sequence
        yield from (f"Gespräch {talk.pk}: {wrong}" for talk in talks if (wrong := _wrong(talk)))
    if head() != f"{sequence}:{chain.hex()}":
        yield "Der Kopf der Kette passt nicht zur letzten Handlung."


def _wrong(talk: Talk) -> str:
    try:
        same = talk.compute_digest(talk.content()) == bytes(talk.digest)
    except Unreadable:
        return ""
    return "" if same else "Der Inhalt passt nicht zu seiner Prüfsumme."
