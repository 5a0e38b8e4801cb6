"""Opening a voluntary departure, of one person or of a family together, naming who belongs to it elsewhere, and ending it."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.cases.models import FamilyLink
from augenmass.departure.actions.acting import Acting, acting
from augenmass.departure.actions.applied import no_longer_applied
from augenmass.departure.models import Application, Booking, Certificate, CertificateCode, Companion, Departure, Member
from augenmass.departure.queries.departures import visible_departures
from augenmass.directory.roles import Permission
from augenmass.fund.actions.committing import cancel
from augenmass.law.time import today
from augenmass.record.ledger import book
from augenmass.record.models import Case
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.once import once
from augenmass.work.refusal import NotDone


@dataclass(frozen=True, slots=True)
class Opening:
    """Who leaves together with the person of the case; ``key`` comes from the form."""

    key: UUID
    relatives: tuple[UUID, ...] = ()
    """Keys of cases that are linked with this one."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A relative whose case another body works."""

    name: str
    body_name: str
    note: str = ""


def open_departure(actor: Actor, case_id: int, asked: Opening) -> Departure:
    """Open a departure. It can be opened to the last hour: nothing that is planned in the case stands against it.

    The same form sent twice opens one. Raises ``NotDone`` (one is open, a relative is not linked or of another body),
    ``NotPermitted`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    case = worked_by(actor).get(pk=case_id)
    return once(
        lambda: visible_departures(actor).filter(key=asked.key, case=case).first(),
        lambda: _open(actor, case, asked),
    )


def _open(actor: Actor, case: Case, asked: Opening) -> Departure:
    relatives = _linked(actor, case, asked.relatives)
    ids = [case.pk, *(found.pk for found in relatives)]
    with book(actor, ids) as opened:
        taken = Member.objects.filter(case__in=ids, open=True).select_related("case").first()
        if taken is not None:
            raise NotDone(
                _("Für %(number)s ist schon eine freiwillige Ausreise offen. Bitte setzen Sie diese fort.")
                % {"number": taken.case.number}
            )
        lead = opened.entry("departure.opened", opened.case(case.pk))
        made = Departure(key=asked.key, case=case, opened_by=actor.account, opened_at=opened.at, changed_at=opened.at)
        lead.seal(made)
        for case_id in ids:
            e = lead if case_id == case.pk else opened.entry("departure.opened", opened.case(case_id))
            e.seal(Member(departure=made, case_id=case_id))
            e.refer(departure=made.pk)
    return made


def _linked(actor: Actor, case: Case, keys: tuple[UUID, ...]) -> list[Case]:
    linked = FamilyLink.objects.filter(case=case, ended_by=None).values("relative")
    found = list(worked_by(actor).filter(key__in=keys, pk__in=linked).order_by("pk"))
    if len(found) != len(set(keys)):
        raise NotDone(
            _(
                "Gemeinsam ausreisen können hier nur Angehörige, deren Fall Ihre Dienststelle bearbeitet. Alle anderen nennen Sie auf der Seite der Ausreise."
            )
        )
    return found


def name_companion(actor: Actor, key: UUID, elsewhere: Elsewhere) -> Companion:
    """Keep a note of a relative whose case another body works. Raises ``NotDone`` without a name and a body."""
    if not elsewhere.name.strip() or not elsewhere.body_name.strip():
        raise NotDone(_("Bitte nennen Sie die Person und die Stelle, die ihren Fall bearbeitet."))
    with acting(actor, key, "departure.companion_named") as made:
        named = Companion(
            departure=made.departure,
            name=elsewhere.name.strip()[:200],
            body_name=elsewhere.body_name.strip()[:200],
            note=elsewhere.note.strip()[:500],
        )
        same = Companion.objects.filter(departure=made.departure, name=named.name, body_name=named.body_name).first()
        if same is not None:
            return same
        made.lead.seal(named)
    return named


def end_departure(actor: Actor, key: UUID, reason: str) -> Departure:
    """End a departure that does not take place: open applications, the commitment and certificates end with it.

    Ending decides nothing about the declaration. Raises ``NotDone`` without a reason, and after the departure.
    """
    if not reason.strip():
        raise NotDone(_("Bitte geben Sie an, warum die freiwillige Ausreise nicht stattfindet."))
    with acting(actor, key, "departure.ended") as made:
        if made.standing().progress.departed:
            raise NotDone(_("Die Ausreise ist bereits bestätigt und kann nicht mehr beendet werden."))
        end_in(made, reason.strip())
    return made.departure


def end_in(made: Acting, reason: str) -> None:
    """End a departure in an action under way."""
    departure = made.departure
    departure.state, departure.ended_reason = Departure.State.ENDED, reason[:1000]
    departure.save(update_fields=["state", "ended_reason"])
    standing = made.standing()
    for application in standing.applications:
        if application.state == Application.State.APPROVED:
            cancel(made.lead, reference=application.key, reason=reason[:500])
    Application.objects.filter(departure=departure, state__in=["draft", "filed", "approved"]).update(
        state=Application.State.WITHDRAWN, decided_on=today(), reason=reason[:1000]
    )
    no_longer_applied(made, _("Die freiwillige Ausreise ist beendet, der Antrag auf Förderung mit ihr."))
    if Booking.objects.filter(departure=departure, state=Booking.State.BOOKED).update(state=Booking.State.CANCELLED):
        open_task(
            made.lead,
            kind=Task.Kind.TASK,
            title=_("Gebuchte Reise bei der Beförderung stornieren"),
            due=today(),
            assignee_id=made.actor.account_id,
            about=departure.about,
        )
    else:
        close_tasks(made.lead, departure.about)
    withdraw_certificates(departure)


def withdraw_certificates(departure: Departure, case_id: int | None = None) -> int:
    """Take back what was certified and has not come back; their codes are no longer known. Returns how many."""
    found = Certificate.objects.filter(departure=departure, state=Certificate.State.VALID)
    if case_id is not None:
        found = found.filter(case=case_id)
    ids = list(found.values_list("pk", flat=True))
    CertificateCode.objects.filter(certificate__in=ids).update(valid=False)
    return Certificate.objects.filter(pk__in=ids).update(state=Certificate.State.WITHDRAWN)
