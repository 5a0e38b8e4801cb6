"""Cases in which a declaration of departure waits for a human decision, as the legal position says."""

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q
from augenmass.cases.models import PositionMark

STEP = "answer_declaration"


def undecided_cases(actor: Actor) -> "QuerySet[PositionMark, int]":
    """Ids of the cases of the actor's body in which the step that answers a declaration is next."""
    marks = PositionMark.objects.filter(casework_q(actor, prefix="case__"), body=actor.body_id, kind="step", key=STEP)
    return marks.values_list("case_id", flat=True)
