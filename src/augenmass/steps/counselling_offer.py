"""The letter that comes with the step of offering counselling."""

from uuid import uuid4

from augenmass.access.actor import Actor
from augenmass.letters.actions.counselling_offer import sign_offer
from augenmass.record.ledger import Entry
from augenmass.steps.models import StepTaking

STEP = "offer_counselling"


def offer_by_letter(e: Entry, actor: Actor, taking: StepTaking) -> None:
    """Make the letter of the offer, signed by who took the step; where something is missing for it a task says so."""
    sign_offer(e, actor, taking.begun_by, uuid4(), taking.key)
