"""Reading sheets, applications and how long they took."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.sight import sight_of
from augenmass.access.visible import casework_q
from augenmass.cases.facts import current_facts
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.lawbook.in_force import in_force
from augenmass.record.models import Case, Fact
from augenmass.travel_papers.models import Application, ApplicationEvent, Sheet
from augenmass.travel_papers.rules.course import Happened
from augenmass.travel_papers.rules.durations import Distribution, distribution
from augenmass.travel_papers.rules.form import FACTS, may_stand_on_form
from augenmass.travel_papers.rules.opening import Bar, bars
from augenmass.work.due_days import Window
from augenmass.work.queries.paging import Page, page_of

MOST_COUNTED = 5000
DECIDED = (Application.State.ISSUED, Application.State.REFUSED)
VIEWS = ("open", "issued", "closed")


@dataclass(frozen=True, slots=True)
class SheetShown:
    """What is known of a state: the version that holds, one that waits for its second reader, all confirmed ones."""

    country: str
    holds: Sheet | None
    waits: Sheet | None
    earlier: list[Sheet]


@dataclass(frozen=True, slots=True)
class Durations:
    """How long the own body's applications of one kind took; ``found`` is None where too few were decided."""

    kind: str
    found: Distribution | None
    open: int


def may_keep(actor: Actor) -> bool:
    """Whether the actor writes sheets and applications."""
    return actor.may(Permission.TAKE_STEPS)


def visible_sheets(actor: Actor) -> QuerySet[Sheet]:
    """All of them, for whoever has a role in a body; none in a support session."""
    found = Sheet.objects.none() if actor.reads_only else Sheet.objects.filter(dropped_at=None)
    return found.select_related("body", "written_by", "read_by")


def sheets(actor: Actor) -> list[Sheet]:
    """For each state the version that holds, or the first that waits; in the order of their codes."""
    newest: dict[str, Sheet] = {}
    for sheet in visible_sheets(actor).order_by("country", "number"):
        if sheet.read_at is not None or sheet.country not in newest:
            newest[sheet.country] = sheet
    return list(newest.values())


def sheet_of(actor: Actor, country: str) -> SheetShown:
    """What is known of a state, also where nothing is."""
    found = list(visible_sheets(actor).filter(country=country).order_by("-number"))
    confirmed = [sheet for sheet in found if sheet.read_at is not None]
    waiting = next((sheet for sheet in found if sheet.read_at is None), None)
    return SheetShown(country, confirmed[0] if confirmed else None, waiting, confirmed[1:])


def one_sheet(actor: Actor, key: UUID) -> Sheet:
    """One version that was not taken back. Raises ``Sheet.DoesNotExist``."""
    return visible_sheets(actor).get(key=key)


def newest_number(country: str) -> int:
    """The number of the last version of a state's sheet, also of one that was taken back; 0 before the first."""
    found = Sheet.objects.filter(country=country).order_by("-number").values_list("number", flat=True).first()
    return found or 0


def durations_of(actor: Actor, country: str) -> list[Durations]:
    """For each kind how long the own body's decided applications to a state took, the newest of them first counted."""
    held = Application.objects.filter(casework_q(actor, prefix="case__"), country=country, erased_by=None)
    decided = held.filter(state__in=DECIDED, closed_on__isnull=False).order_by("-closed_on")
    days: dict[str, list[int]] = {}
    for kind, filed, closed in decided.values_list("kind", "filed_on", "closed_on")[:MOST_COUNTED]:
        assert closed is not None
        days.setdefault(kind, []).append((closed - filed).days)
    running = _counted(held.filter(state=Application.State.OPEN), "kind")
    return [
        Durations(kind, distribution(days.get(kind, [])), running.get(kind, 0))
        for kind in Application.Kind.values
        if kind in days or kind in running
    ]


def _counted(found: QuerySet[Application], column: str) -> dict[str, int]:
    """How many rows there are of each value of a column."""
    return dict(found.order_by().values_list(column).annotate(Count("pk")))


def visible_applications(actor: Actor) -> QuerySet[Application]:
    """The applications of the cases that the actor works."""
    return Application.objects.filter(casework_q(actor, prefix="case__"), erased_by=None)


def applications(actor: Actor, view: str, page: int = 1) -> Page[Application]:
    """One page of the body's applications, the oldest running ones or the last closed ones first. Writes an access line."""
    held = visible_applications(actor).select_related("case__position")
    if view == "open":
        found = held.filter(state=Application.State.OPEN).order_by("filed_on", "pk")
    elif view == "issued":
        found = held.filter(state=Application.State.ISSUED).order_by("valid_until", "pk")
    else:
        found = held.exclude(state__in=("open", "issued")).order_by("-closed_on", "-pk")
    shown = page_of(found, page)
    log.read(actor, "travel_applications", categories=["identity"], rows=len(shown.rows))
    return shown


def counts(actor: Actor) -> dict[str, int]:
    """How many applications each view holds."""
    states = _counted(visible_applications(actor), "state")
    running, issued = states.get("open", 0), states.get("issued", 0)
    return {"open": running, "issued": issued, "closed": sum(states.values()) - running - issued}


def applications_of(actor: Actor, case: Case) -> list[Application]:
    """The applications of a case that was found."""
    return list(visible_applications(actor).filter(case=case).prefetch_related("events"))


def one_application(actor: Actor, key: UUID) -> Application:
    """One application with its case. Raises ``Application.DoesNotExist``."""
    return visible_applications(actor).select_related("case__body", "opened_by").get(key=key)


def events_of(found: Application) -> list[ApplicationEvent]:
    """What happened to an application that was found, in order."""
    return list(found.events.select_related("recorded_by").order_by("on", "pk"))


def happened(events: Iterable[ApplicationEvent]) -> list[Happened]:
    """Events as the rules need them."""
    return [Happened(event.kind, event.on, event.result, event.valid_until) for event in events]


def bars_of(case_id: int) -> tuple[Bar, ...]:
    """What stands against giving anything about a case to a state of origin today."""
    day = today()
    return bars(in_force(), current_facts([case_id], day)[case_id].held, day)


def particulars(actor: Actor, case: Case) -> list[Fact]:
    """The facts of a case that can stand on a form, as the actor sees them, undisputed, in the order of the form."""
    names = [name for name in FACTS if may_stand_on_form(name) and name in sight_of(actor, case).names]
    rows = Fact.objects.filter(case=case, name__in=names, closed_by=None, disputed_by=None).order_by("known_at", "pk")
    newest = {fact.name: fact for fact in rows}
    return [newest[name] for name in names if name in newest]


def resubmitted(body: Body, window: Window) -> frozenset[tuple[int, date]]:
    """Cases of a body and the last days of documents issued in them: the expiry of these stands as a resubmission of its own."""
    rows = Application.objects.filter(case__body=body, state=Application.State.ISSUED, valid_until__gte=window.since)
    return frozenset((case_id, day) for case_id, day in rows.values_list("case_id", "valid_until") if day is not None)
