"""What the signature of a step does beside writing its facts: said by the rooms above, in the transaction of the signature.

    effects["refer_to_central_body"] = open_referral_of_step

An effect that raises ``NotDone`` stops the signature, and the page says its sentence.
"""

from collections.abc import Callable

from augenmass.access.actor import Actor
from augenmass.law.facts import CaseFacts
from augenmass.record.ledger import Entry
from augenmass.steps.models import StepTaking

Effect = Callable[[Entry, Actor, StepTaking], None]
effects: dict[str, Effect] = {}
"""By the id of the step."""

Gate = Callable[[int, CaseFacts], str]
"""Asked of a case and its facts, beside the law, before a step is drafted and at each signature: a sentence that stops it, or ""."""
gates: dict[str, list[Gate]] = {}
"""By the id of the step; said by the rooms above."""
