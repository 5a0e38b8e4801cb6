"""Sheets of two states and some applications of the invented authority, by the ordinary actions."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID, uuid4

from augenmass.access.actor import Actor
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.site.command.people import actor_named
from augenmass.travel_papers.actions.applications import NewApplication, open_application
from augenmass.travel_papers.actions.events import NewEvent, record_event
from augenmass.travel_papers.actions.sheets import NewSheet, confirm_sheet, write_sheet
from augenmass.travel_papers.models import ApplicationEvent, Sheet
from augenmass.travel_papers.queries import bars_of

COUNTRY = "TR"
DECIDED = (48, 61, 74, 90, 133, 155)
"""Days that invented applications took; enough of them to show a distribution."""
SETTLED = "asylum_not_finally_refused"


def write_some_sheets() -> None:
    """A sheet that was read by a second person, and one that waits for it; once."""
    if Sheet.objects.exists():
        return
    officer, central = (
        actor_named("okonkwo", Permission.TAKE_STEPS),
        actor_named("falk", Permission.TAKE_STEPS),
    )
    known = NewSheet(
        uuid4(),
        COUNTRY,
        0,
        "Kopien vorhandener Ausweise oder Urkunden\nZwei Lichtbilder\nFormular der Auslandsvertretung (erfunden)",
        "Angaben mit der Person durchgehen\nFormular ausfüllen und abgeben\nVorsprache abwarten\nPapier abholen",
        "Auslandsvertretung (erfunden), Konsularabteilung\nNur nach Anmeldung",
        "Nach eigener Auskunft sechs bis acht Wochen (erfunden)",
        "Familien sprechen gemeinsam vor.",
    )
    confirm_sheet(central, write_sheet(officer, known).key)
    write_sheet(
        central,
        NewSheet(uuid4(), "GH", 0, "Lichtbild\nLebenslauf", "Anmelden\nVorsprechen", "Auslandsvertretung (erfunden)"),
    )


def apply_for_some_papers() -> None:
    """One application that runs and some decided ones, in cases of which the law lets anything go to the state of origin."""
    officer = actor_named("okonkwo", Permission.TAKE_STEPS)
    found = iter(_unbarred(officer))
    running = next(found, None)
    if running is None:
        return
    filed = _file(officer, running, 70)
    _event(officer, filed, 0, "forms_sent", 66, fact_names=("family_name", "first_names"))
    _event(officer, filed, 1, "hearing_set", -12)
    for days, case in zip(DECIDED, found, strict=False):
        _decided(officer, case, days)


def _unbarred(officer: Actor) -> Iterable[Case]:
    """Cases of nationals of the state where only the end of an asylum procedure was not recorded; that is made up for here."""
    nationals = Fact.objects.filter(name="nationality", value=COUNTRY, closed_by=None)
    without = Fact.objects.filter(name="asylum_procedure_running", value="no", closed_by=None)
    cases = Case.objects.filter(body=officer.body, closed_at=None, pk__in=nationals.values("case"))
    for case in cases.filter(pk__in=without.values("case")).order_by("pk"):
        if {name for bar in bars_of(case.pk) for name in bar.missing} == {SETTLED}:
            source = "Auskunft des Bundesamtes (erfunden)"
            establish_fact(officer, case.pk, FactEntry(SETTLED, "nein", source=source), None)
            yield case


def _file(officer: Actor, case: Case, days: int) -> UUID:
    filed_on = today() - timedelta(days=days)
    return open_application(officer, case.pk, NewApplication(uuid4(), COUNTRY, "substitute", "authority", filed_on)).key


def _event(officer: Actor, key: UUID, seen: int, kind: str, days: int, **other: object) -> ApplicationEvent:
    said = NewEvent(uuid4(), seen, kind, today() - timedelta(days=days), **other)  # type: ignore[arg-type]
    return record_event(officer, key, said)


def _decided(officer: Actor, case: Case, days: int) -> None:
    key = _file(officer, case, days + 20)
    until = today() + timedelta(days=160)
    _event(officer, key, 0, "issued", 20, valid_until=until)
