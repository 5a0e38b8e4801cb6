"""Applications for return support: drafted, filed, approved, refused, withdrawn; the payment after the departure."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.departure.actions.acting import Acting, acting, write_fact
from augenmass.departure.actions.applied import no_longer_applied
from augenmass.departure.models import Application
from augenmass.departure.queries.departures import find_application, visible_departures
from augenmass.departure.queries.standing import APPLIED, born
from augenmass.departure.rules.days import heads
from augenmass.fund.actions.committing import cancel, commit
from augenmass.fund.actions.paying import occasion
from augenmass.fund.models import ProgrammeTerms
from augenmass.fund.queries.terms import terms_on
from augenmass.fund.rules.tranches import amount_for
from augenmass.law.time import today
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

State = Application.State


def draft_application(actor: Actor, key: UUID, application: UUID, terms_id: int) -> Application:
    """Begin an application under the terms of a programme that hold today. The same form sent twice makes one.

    Raises ``NotDone`` (no such terms today, one is under way), ``NotPermitted`` and ``Departure.DoesNotExist``.
    """
    departure = visible_departures(actor).get(key=key)
    return once(
        lambda: Application.objects.filter(key=application, departure=departure).first(),
        lambda: _draft(actor, key, application, terms_id),
    )


def _draft(actor: Actor, key: UUID, application: UUID, terms_id: int) -> Application:
    with acting(actor, key, "departure.application_drafted") as made:
        terms = terms_on(today(), made.departure.case.body.land).filter(pk=terms_id).first()
        if terms is None:
            raise NotDone(_("Dieses Programm nimmt heute keine Anträge an. Bitte wählen Sie ein anderes."))
        _refuse_departed(made)
        under_way = [State.DRAFT, State.FILED, State.APPROVED]
        if Application.objects.filter(departure=made.departure, terms=terms, state__in=under_way).exists():
            raise NotDone(_("Für dieses Programm gibt es schon einen Antrag."))
        drafted = Application(
            key=application,
            departure=made.departure,
            terms=terms,
            drafted_by=actor.account,
            drafted_at=made.lead.book.at,
        )
        _count(made, drafted, today())
        made.lead.seal(drafted)
        made.refer(application=drafted.pk)
    return drafted


def file_application(actor: Actor, application: UUID, filed_on: date) -> Application:
    """Note that the person filed it. From then on the cases hold that support is applied for, which other provisions ask.

    Raises ``NotDone`` (notice not acknowledged before, day, not a draft, the programme has ended).
    """

    def file(made: Acting, found: Application) -> None:
        _require(found, State.DRAFT)
        _require_running(found.terms, filed_on)
        notices = [notice for notice in made.standing().notices if notice.told_on <= filed_on]
        if not notices:
            raise NotDone(
                _(
                    "Bitte halten Sie zuerst die Belehrung fest: Die Person muss vor dem Antrag wissen, was er kosten kann (§ 60a Abs. 5b, § 60c Abs. 2 Nr. 5 AufenthG)."
                )
            )
        if filed_on > today():
            raise NotDone(_("Der Tag des Antrags liegt in der Zukunft. Bitte prüfen Sie ihn."))
        _refuse_departed(made)
        _count(made, found, filed_on)
        found.state, found.filed_on = State.FILED, filed_on
        note = _said(_("Antrag beim Programm „%(programme)s“"), found)
        for member in made.members:
            write_fact(made, member.case, APPLIED, "yes", note)

    return _changed(actor, application, "departure.application_filed", file)


def approve_application(actor: Actor, application: UUID) -> Application:
    """Approve it: the fund commits the amount of the terms for those who leave, in the same transaction.

    A second time gives the approval that is there. Raises ``NotDone`` (not filed, the programme ended meanwhile, the budget does
    not suffice).
    """

    def approve(made: Acting, found: Application) -> None:
        if found.state == State.APPROVED:
            return
        _require(found, State.FILED)
        _require_running(found.terms, today())
        _refuse_departed(made)
        _count(made, found, today())
        commit(
            made.lead,
            case=made.departure.case,
            terms=found.terms,
            adults=found.adults,
            minors=found.minors,
            reference=found.key,
        )
        found.state, found.decided_on = State.APPROVED, today()

    return _changed(actor, application, "departure.application_approved", approve)


def refuse_application(actor: Actor, application: UUID, reason: str) -> Application:
    """Refuse a filed application, with reason; the cases no longer hold that support is applied for. Raises ``NotDone``."""

    def refuse(made: Acting, found: Application) -> None:
        _require(found, State.FILED)
        found.state, found.decided_on, found.reason = State.REFUSED, today(), reason.strip()[:1000]
        no_longer_applied(made, _said(_("Antrag beim Programm „%(programme)s“ abgelehnt"), found), without=found.pk)

    _require_reason(reason)
    return _changed(actor, application, "departure.application_refused", refuse)


def withdraw_application(actor: Actor, application: UUID, reason: str) -> Application:
    """Take an application back; what was committed for it is free again, and the cases no longer hold it. Raises ``NotDone``."""

    def withdraw(made: Acting, found: Application) -> None:
        _require(found, State.DRAFT, State.FILED, State.APPROVED)
        if found.state == State.APPROVED:
            cancel(made.lead, reference=found.key, reason=reason.strip()[:500])
        found.state, found.decided_on, found.reason = State.WITHDRAWN, today(), reason.strip()[:1000]
        no_longer_applied(
            made, _said(_("Antrag beim Programm „%(programme)s“ zurückgenommen"), found), without=found.pk
        )

    _require_reason(reason)
    return _changed(actor, application, "departure.application_withdrawn", withdraw)


def report_follow_up(actor: Actor, application: UUID, on: date) -> Application:
    """Note that what the payment after the departure waits for has happened; the fund makes that part payable.

    Raises ``NotDone`` (not approved, not departed, too early, no part left, day).
    """

    def follow(made: Acting, found: Application) -> None:
        _require(found, State.APPROVED)
        if not made.standing().progress.departed:
            raise NotDone(_("Die Ausreise ist noch nicht bestätigt. Vorher wird nichts nachgezahlt."))
        if on > today():
            raise NotDone(_("Der Tag der Meldung liegt in der Zukunft. Bitte prüfen Sie ihn."))
        if not occasion(made.lead, reference=found.key, occasion="follow_up", on=on):
            raise NotDone(_("Zu diesem Antrag steht keine Nachzahlung mehr aus."))
        found.follow_up_on = on

    return _changed(actor, application, "departure.follow_up_reported", follow)


def _said(note: str, found: Application) -> str:
    return note % {"programme": found.terms.programme.name_de}


def _changed(actor: Actor, application: UUID, kind: str, change: Callable[[Acting, Application], None]) -> Application:
    """Change an application under the lock of its departure."""
    of = find_application(actor, application)
    with acting(actor, of.departure.key, kind) as made:
        found = Application.objects.select_related("terms__programme").get(pk=of.pk)
        change(made, found)
        found.save()
        made.refer(application=found.pk)
    return found


def _require(found: Application, *allowed: Application.State) -> None:
    if found.state not in allowed:
        raise NotDone(
            _("Dieser Antrag ist inzwischen: %(state)s. Es wurde nichts geändert.")
            % {"state": State(found.state).label}
        )


def _require_running(terms: ProgrammeTerms, on: date) -> None:
    """A programme that ended between application and approval approves nothing."""
    if not terms_on(on).filter(pk=terms.pk).exists():
        raise NotDone(
            _(
                "Das Programm „%(programme)s“ galt bis %(day)s. Danach kann unter seinen Bedingungen nichts mehr beantragt oder bewilligt werden."
            )
            % {"programme": terms.programme.name_de, "day": f"{terms.until:%d.%m.%Y}" if terms.until else "–"}
        )


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise NotDone(_("Bitte geben Sie den Grund an."))


def _refuse_departed(made: Acting) -> None:
    if made.standing().progress.departed:
        raise NotDone(_("Die Ausreise ist bereits bestätigt. Ein Antrag ist danach nicht mehr möglich."))


def _count(made: Acting, found: Application, on: date) -> None:
    """Adults and minors on a day, and the amount that the terms give them: a child that came of age counts as an adult."""
    facts = made.standing().facts
    found.adults, found.minors = heads([born(facts[member.case_id]) for member in made.members], on)
    terms = found.terms
    found.amount_cents = amount_for(found.adults, found.minors, terms.per_adult, terms.per_minor, terms.ceiling)
