"""The letter that comes with the step of offering counselling."""

from augenmass.access.actor import Actor
from augenmass.letters.actions.fixed import sign_with_step
from augenmass.letters.rules.fixed import OFFER
from augenmass.record.ledger import Entry
from augenmass.steps.models import StepTaking

STEP = "offer_counselling"


def offer_by_letter(e: Entry, actor: Actor, taking: StepTaking) -> None:
    """Make the letter of the offer, signed by who took the step; where something is missing for it a task says so."""
    sign_with_step(e, actor, OFFER, taking.begun_by, taking.key)
