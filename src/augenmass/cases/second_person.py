"""Facts that otherwise only a step with two signatures writes: recorded by one person, they wait for the confirmation of a second.

Until then such a fact counts as disputed: the law does not take it as established, whoever recorded it.
"""

from django.utils.translation import gettext_noop

from augenmass.directory.models import Body
from augenmass.lawbook.in_force import in_force
from augenmass.record.models import Dispute, Fact

WAITING = gettext_noop("wartet auf die Bestätigung einer zweiten Person")
"""The reason of the dispute as it is kept, whatever language the page had."""


def facts_of_two(body: Body) -> frozenset[str]:
    """Names of the facts that in this body only steps with two signatures write."""
    by_two: set[str] = set()
    by_one: set[str] = set()
    for step in in_force().steps:
        names = {written.partition("=")[0] for written in step.writes}
        (by_two if body.asks_second_person(step.id, step.second_person) else by_one).update(names)
    return frozenset(by_two - by_one)


def waits(fact: Fact) -> bool:
    """Whether a fact waits for its second person: disputed for that reason by the action that wrote it, and not since."""
    if fact.closed_by_id is not None or fact.disputed_by_id is None or fact.disputed_by_id != fact.action_id:
        return False
    return Dispute.objects.filter(fact=fact, action=fact.action_id, reason=WAITING).exists()
