"""Taking in sealed messages from a folder: kept first, then the receipt by which the authority's program deletes its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import IntegrityError

from augenmass.compartment.chain import entry
from augenmass.compartment.messages import public_key, read_messages
from augenmass.compartment.models import Message
from augenmass.message_folder import MESSAGE, digest_of, keys_in, message_file, read, receipt_file, write_whole
from augenmass.sealed_message import NotOpened, messages_in


@dataclass(slots=True)
class TakenIn:
    """How many were new, and how many could not be read: those get no receipt and stay with the authority."""

    new: int = 0
    unreadable: int = 0


def take_in(folder: Path) -> TakenIn:
    """Take in what lies in a folder and write receipts. Raises ``OSError`` where the folder is not there.

    It may be cut off at any point: a receipt is written only for what is committed, and a message that is here is not kept again.
    """
    found = TakenIn()
    for key in keys_in(folder, MESSAGE):
        content = read(message_file(folder, key))
        if content is None:
            continue
        try:
            new = _keep(key, content)
        except NotOpened:
            found.unreadable += 1
            continue
        if new is None:
            continue
        found.new += new
        receipt = digest_of(content).encode() + b"\n"
        if read(receipt_file(folder, key)) != receipt:
            write_whole(receipt_file(folder, key), receipt)
    return found


def drop_messages(keys: Iterable[UUID]) -> int:
    """Delete the content of messages that were dealt with; returns how many. Their keys stay, so that none is taken in again."""
    waiting = Message.objects.filter(key__in=list(keys)).exclude(sealed=b"")
    with entry(None, "message.dropped") as made:
        dropped = sorted(waiting.values_list("pk", flat=True))
        made.action.references = {"messages": dropped}
        Message.objects.filter(pk__in=dropped).update(sealed=b"")
    return len(dropped)


def _keep(key: UUID, content: bytes) -> bool | None:
    """Keep a message that is for this service; whether it is new, None where it is for another. Raises ``NotOpened``."""
    kept = _kept(key)
    if kept is not None:
        if kept.digest != digest_of(content):
            raise NotOpened
        return False
    said = messages_in(content)
    if len(said) != 1 or said[0].get("key") != str(key):
        raise NotOpened
    if said[0].get("public_key") != public_key():
        return None
    read_messages(content)  # opens it: what cannot be read is not acknowledged
    day = _day(said[0])
    try:
        with entry(None, "message.taken_in", message=str(key)) as made:
            Message.objects.create(
                key=key, digest=digest_of(content), arrived_on=day, sealed=content, action=made.action
            )
    except IntegrityError:
        # Another process took it in at the same moment; what it kept is acknowledged, nothing else.
        if not Message.objects.filter(key=key, digest=digest_of(content)).exists():
            raise NotOpened from None
        return False
    return True


def _kept(key: UUID) -> Message | None:
    return Message.objects.filter(key=key).first()


def _day(said: dict[str, object]) -> date:
    try:
        return date.fromisoformat(str(said.get("arrived_on")))
    except ValueError as error:
        raise NotOpened from error
