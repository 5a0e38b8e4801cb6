"""What a step with a letter does to it: a draft while the step is a draft, final with the signature."""

from augenmass.access.actor import Actor
from augenmass.law.norm import Step
from augenmass.record.ledger import Entry
from augenmass.steps.models import StepTaking


def draft(e: Entry, actor: Actor, taking: StepTaking, step: Step) -> None:
    """Set the draft of the letter anew from the inputs and reasons of the step."""
    raise NotImplementedError(step.letter)


def sign(e: Entry, taking: StepTaking, second: Actor | None) -> str:
    """Make the letter final; returns the hash of its PDF."""
    raise NotImplementedError(taking.step)


def discard(e: Entry, taking: StepTaking) -> None:
    """Drop the draft of a step that was withdrawn or refused."""
