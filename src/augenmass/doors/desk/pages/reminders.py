"""Reminders of agreements as their pages show them: mails in doubt, letters that wait, what went to the post room."""

from typing import Any
from uuid import UUID, uuid4

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.agreements.models import Agreement, PrintBatch
from augenmass.agreements.queries.reminders import batches, count_to_settle, letters_to_print, one_batch, to_settle

SIGNS = {
    PrintBatch.State.MADE: ("clock", "dashed"),
    PrintBatch.State.HANDED_OVER: ("check", "strong"),
    PrintBatch.State.DISCARDED: ("close", ""),
}


def reminders_page(actor: Actor) -> dict[str, Any]:
    """The context of the page; writes an access line."""
    doubted = to_settle(actor)
    log.read(actor, "agreement_reminders", rows=len(doubted))
    return {
        "doubted": doubted,
        "doubted_count": count_to_settle(actor),
        "letters": letters_to_print(actor).count(),
        "batches": [{"row": batch, "sign": SIGNS[PrintBatch.State(batch.state)]} for batch in batches(actor)],
        "key": uuid4(),
        "section": "agreements",
    }


def batch_page(actor: Actor, key: UUID) -> dict[str, Any]:
    """The context of one batch, with the list for the post room; writes an access line. Raises ``PrintBatch.DoesNotExist``."""
    batch, letters = one_batch(actor, key)
    log.read(actor, "agreement_reminders", rows=len(letters))
    return {
        "batch": batch,
        "sign": SIGNS[PrintBatch.State(batch.state)],
        "open": batch.state == PrintBatch.State.MADE,
        "lines": [
            {
                "page": page,
                "name": one.agreement.participant.name,
                "address": ", ".join(one.agreement.participant.address.splitlines()),
                "ended": one.agreement.state != Agreement.State.ACTIVE,
            }
            for page, one in enumerate(letters, 1)
        ],
        "section": "agreements",
    }
