"""The clock of the central office: taking a case over starts it, the first check ends it, and so does handing the case on."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.competence.models import Referral
from augenmass.competence.queries import referrals_of
from augenmass.directory.land import profile
from augenmass.directory.roles import Permission
from augenmass.law.clock import end_of_period
from augenmass.law.language import days
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.referral.actions.opening import NotReferred
from augenmass.referral.checklist import FIRST_CHECK, days_for_first_check
from augenmass.work.actions.deadlines import book_deadline, end_deadlines
from augenmass.work.actions.tasks import close_tasks
from augenmass.work.models import BookedDeadline


def start_clock(e: Entry, referral: Referral) -> None:
    """Book the deadline of the first check on a case that was taken over in this entry; who took it over entered it."""
    assert e.book.who.account_id is not None
    day, land = today(), profile(referral.receiver.land)
    term = end_of_period(day, days(days_for_first_check(land, day)), land.holiday_calendar(day))
    book_deadline(
        e,
        rule=FIRST_CHECK,
        begins_on=day,
        due=term.earliest,
        first_reader_id=e.book.who.account_id,
        computed=[{"de": reason.de, "en": reason.en, "cite": reason.cite} for reason in term.how],
        about=referral.about,
    )


def end_first_checks(e: Entry) -> None:
    """End what an earlier office still had to look at: the case goes on."""
    for booked in BookedDeadline.objects.filter(case=e.case, rule=FIRST_CHECK, ended_by=None):
        end_deadlines(e, booked.about)


def finish_first_check(actor: Actor, key: UUID) -> Referral:
    """Say that the first check of a case that was taken over is done. A second time changes nothing.

    Raises ``NotReferred`` (the clock does not run here), ``NotPermitted``, ``Referral.DoesNotExist`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.REFER)
    referral = referrals_of(actor).get(key=key)
    if referral.state != Referral.State.ACCEPTED or referral.receiver_id != actor.body_id:
        raise NotReferred(_("Geprüft wird ein Fall, den Ihre Stelle übernommen hat."))
    worked_by(actor).get(pk=referral.case_id)
    if not running_check(referral):
        return referral
    with entry(actor, "referral.checked", referral.case_id) as e:
        end_deadlines(e, referral.about)
        close_tasks(e, referral.about)
        e.refer(referral=referral.pk)
    return referral


def running_check(referral: Referral) -> BookedDeadline | None:
    """The deadline of the first check while it runs."""
    running = BookedDeadline.objects.filter(case=referral.case_id, rule=FIRST_CHECK, about=referral.about)
    return running.filter(ended_by=None).first()
