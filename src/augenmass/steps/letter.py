"""What a step with a letter does to it: a draft while the step is a draft, final with the signature."""

from uuid import UUID

from augenmass.access.actor import Actor
from augenmass.directory.roles import ROLE_LABELS, Role
from augenmass.law.norm import Step
from augenmass.law.time import today
from augenmass.letters.actions.of_step import (
    discard_for_step,
    draft_for_step,
    require_complete_for_step,
    sign_for_step,
)
from augenmass.letters.actions.signing import Signer, facts_of
from augenmass.letters.models import Letter
from augenmass.letters.queries.letters import letter_of_taking
from augenmass.record.ledger import Entry
from augenmass.steps.models import StepTaking


def draft(e: Entry, actor: Actor, taking: StepTaking, step: Step) -> Letter:
    """Set the draft of the letter anew from the inputs and reasons of the step."""
    return draft_for_step(
        e, actor, template=step.letter, taking=taking.key, inputs=taking.inputs, reasons=taking.reasons
    )


def require_complete(taking: StepTaking) -> None:
    """Refuse a letter that still has gaps, before anybody is asked to sign it. Raises ``LetterIncomplete`` with its gaps."""
    require_complete_for_step(taking=taking.key, officer=taking.begun_by, on=today())


def sign(e: Entry, taking: StepTaking, second: Actor | None) -> str:
    """Make the letter final; returns the hash of its PDF. Raises ``NotDone`` with what is missing."""
    signer = Signer(
        account=taking.begun_by,
        role=str(ROLE_LABELS[Role.CASEWORKER]),
        second=second.account if second else None,
    )
    signed = sign_for_step(e, taking=taking.key, signer=signer)
    # What the officer set in the letter and the step's form left open (the length of the period, say) is established with it.
    taking.inputs = {**facts_of(signed), **taking.inputs}
    taking.save(update_fields=["inputs"])
    return signed.sha256


def discard(e: Entry, taking: StepTaking) -> None:
    """Drop the draft of a step that was withdrawn or refused."""
    discard_for_step(e, taking=taking.key)


def letter_key(actor: Actor, taking: StepTaking) -> UUID | None:
    """The key of the letter that belongs to a step, None where there is none."""
    found = letter_of_taking(actor, taking.key)
    return found.key if found else None
