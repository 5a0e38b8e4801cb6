"""A review that nobody made: the second person is asked, who can renew; without them the nomination ends by itself."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from augenmass.law.time import today
from augenmass.record.ledger import System, entry
from augenmass.special_staff.models import Nomination
from augenmass.special_staff.rules.days import MISSED_AFTER
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task


def missed() -> "QuerySet[Nomination]":
    """Nominations whose day of review is over for long."""
    over = today() - MISSED_AFTER
    return Nomination.objects.filter(state=Nomination.State.CONFIRMED, review_on__lt=over).order_by("pk")


def ask_second_person(nomination_id: int) -> bool:
    """Ask the second person for a review that was missed, once for each; whether there was anything to ask."""
    found = missed().filter(pk=nomination_id).first()
    if found is None or Task.objects.filter(about=found.about, kind=Task.Kind.SIGNATURE, done_by=None).exists():
        return False
    with entry(System(), "special_staff.review_missed", found.case_id) as e:
        open_task(
            e,
            kind=Task.Kind.SIGNATURE,
            title=_("Überprüfung versäumt: Benennung für den Sonderstab verlängern oder beenden"),
            due=today() + timedelta(days=7),
            not_by_id=found.author_id,
            about=found.about,
        )
        e.refer(nomination=found.pk)
    return True
