"""What the person sees: a closed list of rows that somebody released, each found here and nowhere else.

Nothing is read off facts, steps, tasks, bookings, applications or the legal position, so that nothing of a planned removal can be seen
by a row, a count, a gap or a day (AufenthG §§ 59 (1) sentence 8, 97a). Two worlds that differ in such a plan are the same here.
"""

from django.db.models import Q, QuerySet

from augenmass.access.reader import SystemRole, as_system
from augenmass.disclosure.models import Asker, Extract
from augenmass.law.time import today
from augenmass.letters.actions.dispatch import PERIOD_RULE, REMEDY_RULES, REMEDY_YEAR_RULE
from augenmass.letters.models import Dispatch, Letter
from augenmass.letters.rules import departure_warning, information, joint_work
from augenmass.letters.rules.fixed import HARDSHIP, HEARING, OFFER, RETURN, SUSPENSION
from augenmass.person_access.models import Passkey, ReleasedDay, Submission, Visit
from augenmass.person_access.person import Person
from augenmass.work.models import BookedDeadline

SERVED_FIRST = (departure_warning.TEMPLATE,)
"""Shown once service is proven: reading an order here must not be what serves it (VwZG § 8)."""
POSTED = (information.TEMPLATE, joint_work.TEMPLATE, OFFER, HEARING, SUSPENSION, HARDSHIP, RETURN)
"""Shown once they were sent and did not come back: they order nothing, and reading them here starts no period.

The course of a removal stands in none of them. Not here: the border certificate, which is handed over as an original (departure), and
the letter with a code, which is kept nowhere.
"""
DEADLINES = frozenset({*REMEDY_RULES.values(), REMEDY_YEAR_RULE, PERIOD_RULE})
"""Deadlines that a letter which was served names itself."""


def visible_letters(person: Person) -> QuerySet[Letter]:
    """Letters of a known kind that reached the person, newest first. A kind that is not known here is not shown."""
    served = Letter.objects.filter(template__in=SERVED_FIRST, dispatches__proof__isnull=False)
    sent = Dispatch.objects.filter(returned=None, dispatched_on__lte=today())
    posted = Letter.objects.filter(template__in=POSTED, dispatches__in=sent)
    found = Letter.objects.filter(Q(pk__in=served.values("pk")) | Q(pk__in=posted.values("pk")), case=person.case_id)
    return (
        found.filter(signature__isnull=False, erased_by=None)
        .select_related("signature__document")
        .prefetch_related("dispatches__proof")
    )


def visible_days(person: Person) -> QuerySet[ReleasedDay]:
    """Dates that were released and lie not behind, the next first."""
    return ReleasedDay.objects.filter(case=person.case_id, ended_by=None, erased_by=None, day__gte=today())


def visible_deadlines(person: Person) -> list[BookedDeadline]:
    """Deadlines of letters that the person has, read twice by the authority and not over."""
    abouts = [f"letter:{key}" for key in visible_letters(person).values_list("key", flat=True)]
    with as_system(SystemRole.PORTAL):
        found = BookedDeadline.objects.filter(case=person.case_id, about__in=abouts, rule__in=DEADLINES, ended_by=None)
        return list(found.exclude(confirmed_by=None).filter(due__gte=today()).order_by("due", "pk"))


def visible_extracts(person: Person) -> QuerySet[Extract]:
    """Extracts that were handed over to the person or to somebody for them, newest first."""
    askers = [Asker.PERSON, Asker.REPRESENTATIVE]
    found = Extract.objects.filter(request__case=person.case_id, request__asker__in=askers, erased_by=None)
    return found.filter(hand_over__isnull=False).select_related("document", "hand_over").order_by("-signed_at", "-pk")


def visible_submissions(person: Person) -> QuerySet[Submission]:
    """What was handed in under this access, newest first."""
    return Submission.objects.filter(access=person.access_id, case=person.case_id, erased_by=None)


def visible_visits(person: Person) -> QuerySet[Visit]:
    """When somebody signed in under this access, newest first."""
    return Visit.objects.filter(access=person.access_id)


def visible_passkeys(person: Person) -> QuerySet[Passkey]:
    """The passkeys of this access."""
    return Passkey.objects.filter(access=person.access_id, removed_at=None)
