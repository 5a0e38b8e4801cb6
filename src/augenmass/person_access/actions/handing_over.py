"""Handing sealed messages over to their counselling service by a folder. A row is deleted once the service's receipt lies there.

A few times a day, and with files that show nothing but the day: beside the times of signing in, the minute of a message would say whose
it is. No action is written and nothing is logged but how many.
"""

from datetime import datetime, time
from pathlib import Path

import structlog

from augenmass.law.time import BERLIN
from augenmass.message_folder import (
    MESSAGE,
    PART,
    RECEIPT,
    digest_of,
    file_of,
    keys_in,
    message_file,
    read,
    receipt_file,
    write_whole,
)
from augenmass.message_folder import remove as remove_files
from augenmass.person_access.actions.counselling import as_handed_out
from augenmass.person_access.models import SealedMessage
from augenmass.work.duties import Turn

log = structlog.get_logger()


def hand_over(folder: Path, turn: Turn) -> int:
    """Write what waits, delete what was received; returns how many rows were deleted. Raises ``OSError`` where the folder is not there.

    It may be cut off at any point: a row goes only after a receipt over exactly its bytes, and a file only after its row.
    """
    received = wrong = 0
    for row in SealedMessage.objects.select_related("box").order_by("pk"):
        if turn.stopping:
            return received
        turn.renew()
        content = file_of(as_handed_out(row))
        receipt = read(receipt_file(folder, row.key))
        if receipt is not None and receipt.decode("ascii", "replace").strip() == digest_of(content):
            SealedMessage.objects.filter(pk=row.pk).delete()
            received += 1
            continue
        wrong += receipt is not None
        if read(message_file(folder, row.key)) != content:
            write_whole(message_file(folder, row.key), content, _day(row))
    if wrong:
        log.error("receipts_do_not_fit", receipts=wrong)
    _clear(folder)
    return received


def _clear(folder: Path) -> None:
    """Take away files whose row is gone: received just now, before a run that was cut off, or dropped by the operator."""
    for key in {key for ending in (MESSAGE, RECEIPT, MESSAGE + PART) for key in keys_in(folder, ending)}:
        if not SealedMessage.objects.filter(key=key).exists():
            remove_files(folder, key)


def _day(row: SealedMessage) -> float:
    return datetime.combine(row.arrived_on, time(), BERLIN).timestamp()
