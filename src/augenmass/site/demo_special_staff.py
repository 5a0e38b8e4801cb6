"""Nominations for the special staff in the invented Land, one in each state, a joint plan of four bodies, a report: by the ordinary actions."""

from datetime import date, timedelta
from uuid import uuid4

from augenmass.access.actor import Actor, actor_for
from augenmass.access.reader import SystemRole, as_system, reading_for
from augenmass.cases.actions.facts import FactEntry, dispute_fact, establish_fact
from augenmass.cases.models import LegalPosition
from augenmass.directory.models import Account
from augenmass.law.quarters import Quarter
from augenmass.law.time import today, travel
from augenmass.record.models import Case, Fact
from augenmass.special_staff.actions.deciding import confirm, end_with, give_back, lapse
from augenmass.special_staff.actions.hearing import tell
from augenmass.special_staff.actions.nominating import NewNomination, nominate
from augenmass.special_staff.actions.planning import NewStep, add_step, contribute, finish_step, release, take_in
from augenmass.special_staff.actions.reporting import make_report
from augenmass.special_staff.models import BoardReport, Nomination, PlanStep
from augenmass.special_staff.rules.groups import Ground, Group

NEEDED = 6
ENDED_THEN = (*[Nomination.Outcome.DE_ESCALATED] * 3, *[Nomination.Outcome.TITLE_KEPT] * 3, Nomination.Outcome.CUSTODY)
"""Outcomes within the last quarter: the one case in custody is too few to be shown in the report."""
ENDED_NOW = (*[Nomination.Outcome.DE_ESCALATED] * 4, *[Nomination.Outcome.TITLE_KEPT] * 2)
"""Outcomes of what was still open at the end of the quarter."""
WHY = "Mehrere Stellen arbeiten an diesem Fall, ohne ihre Schritte abzustimmen; Termine widersprechen einander."
DECISION = "Bescheid der Ausländerbehörde Auenburg (erfunden)"
MILDER = (
    "Ein Gespräch und eine Auflage wurden geprüft. Beides allein erreicht nicht, dass die Stellen abgestimmt handeln."
)


def work_together_on_single_cases() -> None:
    """Nominate six cases in the order of their numbers, each one stage further, once after the import."""
    if Nomination.objects.exists():
        return
    officer, head = _actor("okonkwo"), _actor("vogt")
    lanes = ("suspended", "clarify", "voluntary")
    rows = LegalPosition.objects.filter(body=officer.body_id, lane__in=lanes).order_by("number").select_related("case")
    held = set(Fact.objects.filter(name="case_closed_on", closed_by=None).values_list("case_id", flat=True))
    cases = [row.case for row in rows if row.case_id not in held]
    if len(cases) < NEEDED:
        return
    proposed, returned, running, due, lapsed, ended = cases[-NEEDED:]
    _of_the_last_quarter(officer, head, cases[:-NEEDED])
    _nominate(officer, proposed, today() + timedelta(60))
    back = _nominate(officer, returned, today() + timedelta(90))
    give_back(head, back.key, back.version, "Bitte ergänzen: Welche Auflage wurde geprüft, und mit welchem Ergebnis?")
    _work_jointly(officer, confirmed(head, _nominate(officer, running, today() + timedelta(160))))
    confirmed(head, _breach(officer, due))
    _lapse(officer, confirmed(head, _nominate(officer, lapsed, today() + timedelta(30))))
    done = confirmed(head, _nominate(officer, ended, today() + timedelta(120)))
    end_with(officer, done.key, done.version, Nomination.Outcome.DE_ESCALATED, "Die Absprachen werden eingehalten.")
    _report()


def _of_the_last_quarter(officer: Actor, head: Actor, cases: list[Case]) -> None:
    """Joint work with the town that began a quarter ago and is over, so that its report has numbers to tell and one to hide."""
    outcomes = (*ENDED_THEN, *ENDED_NOW)
    if len(cases) < len(outcomes):
        return
    quarter = Quarter.of(today()).previous
    begun = quarter.last - timedelta(45)
    made = []
    for case in cases[-len(outcomes) :]:
        fact = _established_breach(officer, case, begun - timedelta(30))
        with travel(begun):
            row = confirmed(head, _for_breach(officer, case, fact, begun - timedelta(30)))
            town = _actor("paulsen").body_id
            take_in(officer, row.key, row.version, town, "§ 90a AufenthG", "wirkt am gemeinsamen Plan mit")
            row = tell(officer, row.key, _version(row), begun, "Gespräch auf Deutsch", "")
        made.append(row)
    for row, outcome in zip(made, ENDED_THEN, strict=False):
        with travel(quarter.last - timedelta(3)):
            end_with(officer, row.key, row.version, outcome, "")
    for row, outcome in zip(made[len(ENDED_THEN) :], ENDED_NOW, strict=True):
        end_with(officer, row.key, row.version, outcome, "")


def confirmed(head: Actor, row: Nomination) -> Nomination:
    """A nomination after a second person confirmed it."""
    head.sights.clear()
    return confirm(head, row.key, row.version)


def _nominate(officer: Actor, case: Case, until: date) -> Nomination:
    source, since = "Landeskriminalamt Mittelau (erfunden)", today() - timedelta(40)
    fact = _established(officer, case, FactEntry("police_classification", "yes", since, until, source))
    return _with(officer, case, Group.CLASSIFIED, Ground(fact, source, since, until))


def _breach(officer: Actor, case: Case) -> Nomination:
    on = today() - timedelta(120)
    return _for_breach(officer, case, _established_breach(officer, case, on), on)


def _established_breach(officer: Actor, case: Case, on: date) -> int:
    return _established(officer, case, FactEntry("legal_duty_breached", "yes", on, None, DECISION))


def _for_breach(officer: Actor, case: Case, fact: int, on: date) -> Nomination:
    ground = Ground(fact, DECISION, on, provision="§ 44a Abs. 1 Satz 1 AufenthG")
    return _with(officer, case, Group.DUTY_BREACHED, ground)


def _established(officer: Actor, case: Case, entered: FactEntry) -> int:
    """The id of a fact that is in the record now."""
    officer.sights.clear()
    establish_fact(officer, case.pk, entered, None)
    return Fact.objects.get(case=case, name=entered.name, closed_by=None).pk


def _with(officer: Actor, case: Case, group: Group, ground: Ground) -> Nomination:
    officer.sights.clear()
    return nominate(officer, case.pk, NewNomination(uuid4(), group, WHY, MILDER, (ground,)))


def _work_jointly(officer: Actor, row: Nomination) -> None:
    row = tell(
        officer,
        row.key,
        row.version,
        today(),
        "Gespräch mit Dolmetscherin, Deutsch und Herkunftssprache",
        "Ich möchte hier arbeiten.",
    )
    town, police, youth, ministry = (_actor(name) for name in ("paulsen", "kruse", "thiele", "ahlers"))
    for other, provision in ((town, "§ 90a AufenthG"), (police, "§ 71 Abs. 5 AufenthG"), (youth, "§ 86 AufenthG")):
        take_in(officer, row.key, _version(row), other.body_id, provision, "wirkt am gemeinsamen Plan mit")
    plan = (
        (officer, PlanStep.Field.RESIDENCE, "Verlängerung und Auflagen prüfen", 30),
        (town, PlanStep.Field.INTEGRATION, "Unterkunft und Ansprechperson in der Gemeinde klären", 14),
        (police, PlanStep.Field.POLICE, "Ansprechperson für Rückfragen benennen", 7),
        (youth, PlanStep.Field.YOUTH, "Hilfe für die Geschwister anbieten", 21),
    )
    made = [
        add_step(officer, row.key, _version(row), NewStep(uuid4(), who.body_id, field, text, today() + timedelta(days)))
        for who, field, text, days in plan
    ]
    with reading_for(police):
        finish_step(police, made[2].key, "Ansprechperson ist benannt und erreichbar.")
    with reading_for(town):
        contribute(town, row.key, uuid4(), "Ab nächstem Monat ist ein Platz in der Wohngemeinschaft frei.")
    release(
        officer,
        row.key,
        uuid4(),
        ministry.body_id,
        "Vier Stellen haben einen Plan vereinbart.",
        "Fachaufsicht des Landes (erfunden)",
    )


def _lapse(officer: Actor, row: Nomination) -> None:
    fact = row.citations.get().fact_id
    dispute_fact(officer, row.case_id, fact, "Die Dienststelle hat die Einstufung aufgehoben.")
    with as_system(SystemRole.WORKER):
        lapse(row)


def _report() -> None:
    town = _actor("paulsen")
    with reading_for(town):
        if not BoardReport.objects.exists():
            make_report(
                town, uuid4(), "Dolmetschende fehlen an zwei Tagen der Woche.", "Eine halbe Stelle für die Begleitung."
            )


def _version(row: Nomination) -> int:
    return Nomination.objects.get(pk=row.pk).version


def _actor(name: str) -> Actor:
    found = actor_for(Account.objects.get(username=name))
    assert found is not None
    return found
