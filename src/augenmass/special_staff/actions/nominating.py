"""Nominating a case, mending what was returned, and taking a nomination back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError
from django.db.models import Q
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Case, Fact
from augenmass.record.once import once
from augenmass.special_staff.actions.changing import ask_second, end_tasks, end_telling, locked
from augenmass.special_staff.models import Citation, Nomination
from augenmass.special_staff.queries.nominations import births_of, facts_for, groups_used
from augenmass.special_staff.rules.days import LONGEST_UNTOLD
from augenmass.special_staff.rules.groups import Ended, Ground, Group, problem
from augenmass.special_staff.words import PROBLEMS
from augenmass.work.refusal import NotDone

SHORTEST = 30
"""Letters of a reason; less is no reason."""


@dataclass(frozen=True, slots=True)
class NewNomination:
    """What the form says; ``key`` comes from it, so that the same form sent twice nominates once."""

    key: UUID
    group: str
    reasons: str
    less_severe: str
    grounds: tuple[Ground, ...] = ()
    not_told_provision: str = ""
    not_told_reason: str = ""
    not_told_until: date | None = None
    seen: int = 0


def nominate(actor: Actor, case_id: int, said: NewNomination) -> Nomination:
    """Nominate a case of the own body. Raises ``NotDone`` with the first reason against it, ``NotPermitted``, ``Case.DoesNotExist``."""
    actor.require(Permission.NOMINATE)
    _refuse_program(actor)
    case = worked_by(actor).get(pk=case_id)
    try:
        return once(
            lambda: Nomination.objects.filter(key=said.key, case=case_id).first(), lambda: _make(actor, case, said)
        )
    except IntegrityError as error:
        raise NotDone(_("Für diesen Fall läuft schon eine Benennung. Bitte öffnen Sie diese.")) from error


def mend(actor: Actor, key: UUID, said: NewNomination) -> Nomination:
    """Write a returned nomination anew; it waits for a second person again, and its author is who wrote it last."""
    actor.require(Permission.NOMINATE)
    _refuse_program(actor)
    with locked(actor, key, said.seen, "special_staff.mended") as (e, found):
        if found.state != Nomination.State.RETURNED:
            raise NotDone(_("Nur eine zurückgegebene Benennung kann neu geschrieben werden."))
        refuse_unfounded(actor, found.case, said)
        found.citations.all().delete()
        _write(found, said)
        found.state, found.author, found.proposed_at = Nomination.State.PROPOSED, actor.account, e.book.at
        found.decided_by, found.decided_at = None, None
        _cite(found, said.grounds)
        ask_second(e, found, actor.account_id)
    return found


def withdraw(actor: Actor, key: UUID, seen: int) -> Nomination:
    """Take back a nomination that was not confirmed."""
    actor.require(Permission.NOMINATE)
    with locked(actor, key, seen, "special_staff.withdrawn") as (e, found):
        if found.state not in (Nomination.State.PROPOSED, Nomination.State.RETURNED):
            raise NotDone(_("Eine bestätigte Benennung wird mit einem Ergebnis beendet."))
        end_tasks(e, found)
        end_telling(e, found)
        found.state, found.outcome, found.ended_on = Nomination.State.ENDED, Nomination.Outcome.WITHDRAWN, today()
    return found


def _make(actor: Actor, case: Case, said: NewNomination) -> Nomination:
    with entry(actor, "special_staff.nominated", case.pk) as e:
        refuse_unfounded(actor, case, said)
        if Nomination.objects.filter(case=case).exclude(state=Nomination.State.ENDED).exclude(key=said.key).exists():
            raise NotDone(_("Für diesen Fall läuft schon eine Benennung. Bitte öffnen Sie diese."))
        made = Nomination(key=said.key, case=e.case, author=actor.account, proposed_at=e.book.at)
        _write(made, said)
        made.save(force_insert=True)
        _cite(made, said.grounds)
        ask_second(e, made, actor.account_id)
        _refer(e, made, said.grounds)
    return made


def _refer(e: Entry, made: Nomination, grounds: tuple[Ground, ...]) -> None:
    e.refer(nomination=made.pk, group=made.group, cited=[ground.fact_id for ground in grounds])


def _write(made: Nomination, said: NewNomination) -> None:
    made.group, made.reasons, made.less_severe = said.group, said.reasons.strip(), said.less_severe.strip()
    made.not_told_provision = said.not_told_provision.strip()
    made.not_told_reason, made.not_told_until = said.not_told_reason.strip(), said.not_told_until


def _cite(made: Nomination, grounds: tuple[Ground, ...]) -> None:
    Citation.objects.bulk_create(
        Citation(
            nomination=made,
            fact_id=ground.fact_id,
            as_of=today(),
            source=ground.source.strip(),
            on=ground.on,
            until=ground.until,
            final_on=ground.final_on,
            provision=ground.provision.strip(),
            usable_on=today() if ground.usable else None,
        )
        for ground in grounds
    )


def refuse_unfounded(actor: Actor, case: Case, said: NewNomination) -> None:
    """Raise ``NotDone`` with the first reason why this cannot be nominated so."""
    refuse_closed(case.pk)
    citable = {row.pk: row for row in facts_for(actor, case).get(said.group, [])} if said.group in tuple(Group) else {}
    grounds = [ground for ground in said.grounds if ground.fact_id in citable]
    found = problem(said.group, groups_used(case.body.land, today()), grounds, births_of(case.pk), today())
    if found is not None:
        raise NotDone(str(PROBLEMS[found]))
    if len(grounds) != len(said.grounds):
        raise NotDone(_("Eine angeführte Angabe steht nicht mehr so in der Akte. Bitte laden Sie die Seite neu."))
    _refuse_contradicted(grounds, citable)
    if len(said.reasons.strip()) < SHORTEST:
        raise NotDone(_("Bitte begründen Sie, warum gemeinsames Vorgehen in diesem Fall verhältnismäßig ist."))
    if len(said.less_severe.strip()) < SHORTEST:
        raise NotDone(_("Bitte schreiben Sie, welche milderen Mittel geprüft wurden und warum sie nicht genügen."))
    refuse_half_reason(said.not_told_provision, said.not_told_reason, said.not_told_until)


def _refuse_contradicted(grounds: list[Ground], citable: dict[int, Fact]) -> None:
    for ground in grounds:
        held = citable[ground.fact_id].true_to
        if held is not None and (held < today() or (ground.until is not None and ground.until > held)):
            raise NotDone(_("Die angeführte Angabe gilt nach der Akte nicht so lange. Bitte prüfen Sie das Ende."))


def refuse_half_reason(provision: str, reason: str, until: date | None) -> None:
    """Raise ``NotDone`` where the person is not told and provision, reason or the day of a new look is missing or too far."""
    if not (provision.strip() or reason.strip() or until):
        return
    if not (provision.strip() and reason.strip() and until):
        raise NotDone(
            _("Wird die Person nicht unterrichtet, braucht es Vorschrift, Grund und den Tag der erneuten Prüfung.")
        )
    if not today() < until <= today() + LONGEST_UNTOLD:
        raise NotDone(_("Der Tag der erneuten Prüfung muss innerhalb der nächsten drei Monate liegen."))


def refuse_closed(case_id: int) -> None:
    """Raise ``NotDone`` where the record says that the person died or was naturalised, or the case is closed."""
    held = Fact.objects.filter(case=case_id, closed_by=None, disputed_by=None)
    if held.filter(name__in=("case_closed_reason", "case_closed_on")).exists():
        raise NotDone(_("Der Fall ist abgeschlossen. Er kann nicht benannt oder weitergeführt werden."))


def grounds_of(found: Nomination) -> list[Ground]:
    """What a nomination cites, as far as the facts still stand in the record."""
    standing = Citation.objects.filter(
        Q(fact__true_to=None) | Q(fact__true_to__gte=today()),
        nomination=found,
        fact__closed_by=None,
        fact__disputed_by=None,
        fact__erased_by=None,
    )
    return [
        Ground(
            row.fact_id,
            row.source,
            row.on,
            row.until,
            row.final_on,
            row.provision,
            Ended.CONVICTED,
            usable=row.usable_on is not None,
        )
        for row in standing
    ]


def _refuse_program(actor: Actor) -> None:
    if actor.program:
        raise NotDone(_("Ein Programm benennt niemanden. Bitte öffnen Sie die Seite des Falls."))
