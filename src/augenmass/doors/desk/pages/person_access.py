"""The page of the way in of the person concerned."""

from typing import Any
from uuid import uuid4

from django.forms import Form

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import documents_of
from augenmass.doors.desk.forms.person_access import AccessForm, DayForm
from augenmass.person_access.models import Submission
from augenmass.person_access.queries.of_case import accesses_of, released_days_of, submissions_of
from augenmass.record.models import Case


def person_access_page(actor: Actor, case: Case, **forms: Form) -> dict[str, Any]:
    """Ways in, released dates, what was handed in, and the forms to add one of each."""
    return {
        "case": case,
        "section": "worklist",
        "accesses": accesses_of(actor, case),
        "days": list(released_days_of(actor, case)),
        "submissions": [
            {"row": row, "may_take": row.kind == Submission.Kind.ADDRESS and row.taken_by_id is None}
            for row in submissions_of(actor, case)
        ],
        "access_form": forms.get("access_form") or AccessForm(list(documents_of(actor, case))),
        "day_form": forms.get("day_form") or DayForm(),
        "code_key": uuid4(),
    }
