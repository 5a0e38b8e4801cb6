"""Reading houses and reports: the house its own list, the authority who is to be found, the officer what was said of a case."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import worked_q
from augenmass.accommodation.models import House, Report, Resident
from augenmass.accommodation.rules import Standing
from augenmass.competence.queries import KEEPERS, land_rules
from augenmass.competence.rules import Matter, Outcome, proposed_body
from augenmass.directory.models import Body
from augenmass.directory.queries import bodies_on
from augenmass.directory.roles import GIVEN_IN, Permission, Role
from augenmass.law.time import now, today
from augenmass.record.models import Case
from augenmass.work.queries.paging import Page, page_of
from augenmass.work.queries.sections import Section, first_of
from augenmass.work.queries.standing_in import Standing as StandingIn

SHOWN_AFTER_LEAVING = timedelta(days=30)
"""How long the list of a house still names somebody who left: a late report needs them."""
RUNNING = tuple(kind for kind, roles in GIVEN_IN.items() if Role.ACCOMMODATION in roles)
"""Kinds of bodies that run houses."""


def runs_houses(actor: Actor) -> bool:
    """Whether the actor has to do with houses: reports from them, or administers a body that runs some."""
    running = actor.may(Permission.ADMINISTER) and actor.body.kind in RUNNING
    return not actor.reads_only and (running or actor.may(Permission.ACCOMMODATION))


def authorities() -> QuerySet[Body]:
    """Bodies to which a house can report."""
    return bodies_on(today()).filter(kind__in=KEEPERS)


def houses_of(actor: Actor) -> QuerySet[House]:
    """The houses of the actor's body, with how many people live there and are away; none in a support session."""
    if not runs_houses(actor):
        return House.objects.none()
    found = House.objects.filter(body=actor.body_id).select_related("authority")
    return found.annotate(here=_living(Standing.PRESENT), away=_living(Standing.AWAY)).order_by(
        "closed_on", "name", "pk"
    )


def _living(standing: Standing) -> Coalesce:
    """How many people of a house stand so: counted off the index, house by house, without reading their rows."""
    rows = Resident.objects.filter(house=OuterRef("pk"), standing=standing).order_by().values("house")
    return Coalesce(Subquery(rows.annotate(rows=Count("pk")).values("rows")), 0)


def find_house(actor: Actor, key: UUID) -> House:
    """One house of the actor's body. Raises ``House.DoesNotExist``."""
    return houses_of(actor).get(key=key)


def on_list(actor: Actor, house: House) -> QuerySet[Resident]:
    """The people whom the list of a house names, by name; nobody else learns of them."""
    if actor.reads_only or not actor.may(Permission.ACCOMMODATION) or house.body_id != actor.body_id:
        return Resident.objects.none()
    left = Q(standing=Standing.LEFT, since__lt=now() - SHOWN_AFTER_LEAVING)
    counts = Exists(Report.objects.filter(resident=OuterRef("pk"), withdrawal=None))
    return Resident.objects.filter(~left, counts, house=house).order_by("family_name", "first_names", "pk")


def list_of_house(actor: Actor, house: House, page: int = 1) -> Page[Resident]:
    """One page of them. Writes an access line. Nothing of any case is in it."""
    found = page_of(on_list(actor, house), page)
    log.read(actor, "house", categories=["identity"], rows=len(found.rows))
    return found


def reports_by_house(actor: Actor, house: House, resident_id: int) -> tuple[Resident, list[Report]]:
    """Somebody on the list and what the house reported of them, the newest event first. Nothing of any case is in it.

    Writes an access line. Raises ``Resident.DoesNotExist``.
    """
    found = on_list(actor, house).get(pk=resident_id)
    rows = found.reports.select_related("author", "withdrawal__author", "to_house").order_by("-happened_at", "-pk")
    log.read(actor, "house", categories=["identity"], rows=1)
    return found, list(rows)


def is_listed(resident_id: int) -> bool:
    """Whether any report of somebody stands, so that a list still names them."""
    return Report.objects.filter(resident=resident_id, withdrawal=None).exists()


def other_houses(house: House) -> QuerySet[House]:
    """Where somebody can be transferred to: houses of the Land that are not closed."""
    return House.objects.filter(body__land=house.body.land, closed_on=None).exclude(pk=house.pk).order_by("name", "pk")


def unmatched(actor: Actor) -> QuerySet[Resident]:
    """People of lists whose case is not found, for who handles post in the authority of the house."""
    if actor.reads_only or not actor.may(Permission.POST):
        return Resident.objects.none()
    waits = Exists(Report.objects.filter(resident=OuterRef("pk"), state=Report.State.UNMATCHED))
    return Resident.objects.filter(waits, receiver=actor.body_id, case=None, set_aside_by=None)


def unmatched_list(actor: Actor, page: int = 1) -> Page[Resident]:
    """One page of them, the longest waiting first. Writes an access line."""
    last = Report.objects.filter(resident=OuterRef("pk")).order_by("-happened_at", "-pk")
    found = (
        unmatched(actor)
        .select_related("house")
        .annotate(last_event=Subquery(last.values("event")[:1]), last_at=Subquery(last.values("happened_at")[:1]))
    )
    rows = page_of(found.order_by("since", "pk"), page)
    log.read(actor, "unmatched_residents", categories=["identity"], rows=len(rows.rows))
    return rows


def unmatched_count(actor: Actor) -> int:
    """How many people wait to be found."""
    return unmatched(actor).count()


def reports_of(actor: Actor) -> QuerySet[Report]:
    """Delivered reports on cases that the actor's body works, for who works on cases."""
    if not actor.may(Permission.TAKE_STEPS):
        return Report.objects.none()
    return Report.objects.filter(worked_q(actor, prefix="resident__case__"), state=Report.State.DELIVERED)


def reports_on(actor: Actor, case: Case) -> list[Report]:
    """What was reported on a case that the actor found, the newest event first; the page writes the access line."""
    found = reports_of(actor).filter(resident__case=case)
    related = ("resident__house", "to_house", "author", "noted_by__actor", "withdrawal__author")
    return list(found.select_related(*related).order_by("-happened_at", "-pk"))


def reported() -> Exists:
    """Whether anything was reported on a case, for ``beside_case``."""
    return Exists(_delivered())


def reported_and_new() -> Subquery:
    """How many reports on a case nobody has taken note of, for ``beside_case``; None for none."""
    counted = _delivered().filter(noted_by=None).order_by().values("resident__case").annotate(rows=Count("pk"))
    return Subquery(counted.values("rows"))


def _delivered() -> QuerySet[Report]:
    return Report.objects.filter(resident__case=OuterRef("pk"), state=Report.State.DELIVERED)


def new_reports(actor: Actor, who: StandingIn) -> Section[Report]:
    """What nobody has taken note of, on cases of the actor and of whom they stand in for, or of nobody. For "Mein Tag"."""
    mine = Q(resident__case__officer__in=who.accounts) | Q(resident__case__officer=None)
    found = reports_of(actor).filter(mine, noted_by=None)
    related = ("resident__house", "resident__case__position", "withdrawal")
    return first_of(found.select_related(*related), ("-happened_at", "-pk"))


def competent_elsewhere(case: Case, report: Report) -> Body | None:
    """Another body that is responsible at the place of a transfer by the rule of competence; None where the rule names none."""
    found = proposed_body(report.to_postcode, Matter.RESIDENCE, land_rules(case.body.land, today()), today())
    if found.outcome is not Outcome.ONE or found.bodies[0] == case.body_id:
        return None
    return Body.objects.get(pk=found.bodies[0])
