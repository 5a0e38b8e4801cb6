"""Voluntary departures of the invented Land, one in each state, by the ordinary actions."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

from augenmass.access.actor import Actor, actor_for
from augenmass.cases.models import FamilyLink, LegalPosition
from augenmass.departure.actions.applying import approve_application, draft_application, file_application
from augenmass.departure.actions.certifying import Returned, confirm_departure, issue_certificates
from augenmass.departure.actions.declaring import declare
from augenmass.departure.actions.notice import Told, acknowledge_notice
from augenmass.departure.actions.opening import Elsewhere, Opening, name_companion, open_departure
from augenmass.departure.actions.travelling import Journey, book_journey
from augenmass.departure.models import Certificate, Departure
from augenmass.directory.models import Account
from augenmass.fund.queries.terms import terms_on
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.work.refusal import NotDone

NEEDED = 5
ADDRESS = "http://localhost:8000/bescheinigung/"


def let_people_leave() -> None:
    """Open departures in cases of the voluntary lane, each one stage further than the one before, once after the import."""
    actor = actor_for(Account.objects.get(username="okonkwo"))
    assert actor is not None
    if Departure.objects.exists():
        return
    opened: list[Departure] = []
    for case in _who_can_leave(actor):
        if len(opened) < NEEDED and not _leaves(case):
            opened.append(_open(actor, case))
    if len(opened) < NEEDED:
        return
    name_companion(actor, opened[0].key, Elsewhere("Tamar Melikishvili", "Ausländerbehörde in Sachsen", "Schwester"))
    for departure in opened[1:]:
        _tell(actor, departure)
        with suppress(NotDone):  # where the export says already that they declared it
            declare(actor, departure.key, today())
    for departure in opened[2:]:
        _apply(actor, departure)
    for departure in opened[3:]:
        trip = Journey(uuid4(), "Linienflug (erfunden)", "Berlin – Wien – Tiflis", today() + timedelta(days=21))
        book_journey(actor, departure.key, trip)
        until = today() + timedelta(days=28)
        issued = issue_certificates(actor, departure.key, until, ADDRESS)
        if departure is opened[-1]:
            for certificate in issued:
                confirm_departure(actor, certificate.key, Returned(today(), Certificate.CameFrom.BORDER))


def _who_can_leave(actor: Actor) -> Iterator[Case]:
    """Cases of the authority in the voluntary lane, then others that are open."""
    for lane in ("voluntary", "clarify"):
        found = LegalPosition.objects.filter(body=actor.body_id, lane=lane).order_by("number")
        for row in found.select_related("case"):
            yield row.case


def _open(actor: Actor, case: Case) -> Departure:
    links = FamilyLink.objects.filter(case=case, ended_by=None, relative__body=actor.body_id)
    together = [link.relative.key for link in links.select_related("relative") if not _leaves(link.relative)]
    return open_departure(actor, case.pk, Opening(uuid4(), tuple(together)))


def _leaves(case: Case) -> bool:
    """Whether somebody leaves already, or has left."""
    left = Fact.objects.filter(case=case, name="departed_on", closed_by=None).exists()
    return left or Departure.objects.filter(members__case=case, members__open=True).exists()


def _tell(actor: Actor, departure: Departure) -> None:
    names = LegalPosition.objects.get(case=departure.case_id).name
    acknowledge_notice(actor, departure.key, Told(uuid4(), today(), "Georgisch, gedolmetscht", "Frau Okonkwo", names))


def _apply(actor: Actor, departure: Departure) -> None:
    """Apply to a programme of the Land, where its fund has one."""
    terms = terms_on(today(), actor.body.land).first()
    if terms is None:
        return
    drafted = draft_application(actor, departure.key, uuid4(), terms.pk)
    file_application(actor, drafted.key, today())
    if departure.case.number[-1] in "02468":
        approve_application(actor, drafted.key)
