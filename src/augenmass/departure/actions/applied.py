"""The fact that support is applied for follows the course of the applications: it ends with the last one that is open or approved."""

from augenmass.departure.actions.acting import Acting, write_fact
from augenmass.departure.models import Application
from augenmass.departure.queries.standing import APPLIED
from augenmass.record.models import Case, Fact

FILED = "departure.application_filed"
"""The action that wrote the fact. What an officer established of another application is not touched."""
STANDING = (Application.State.FILED, Application.State.APPROVED)


def no_longer_applied(made: Acting, note: str, *, without: int = 0) -> None:
    """Correct the fact of every member for whom no application stands any more. ``without``: one that ends in this action."""
    for member in made.members:
        standing = Application.objects.filter(departure__members__case=member.case_id, state__in=STANDING)
        if not standing.exclude(pk=without).exists() and _written_here(member.case):
            write_fact(made, member.case, APPLIED, "no", note)


def _written_here(case: Case) -> bool:
    held = Fact.objects.filter(case=case, name=APPLIED, value="yes", closed_by=None, disputed_by=None)
    return held.filter(action__kind=FILED).exists()
