"""Two years of invented cases with a worker that runs every evening and stands still now and then: no day on which something falls due is missed.

What is to be told, when at the earliest and how, is noted as each case is made, not read from what the program keeps of it.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.accommodation.actions.reporting import NewReport, report_event
from augenmass.accommodation.duties import DELIVER
from augenmass.accommodation.models import House
from augenmass.accommodation.rules import Event
from augenmass.cases.positions import recompute, recompute_due
from augenmass.conftest import MakeActor, MakeCase
from augenmass.departure.actions.applying import draft_application, file_application
from augenmass.departure.actions.certifying import issue_certificates
from augenmass.departure.actions.declaring import declare
from augenmass.departure.actions.notice import Told, acknowledge_notice
from augenmass.departure.actions.opening import Opening, open_departure
from augenmass.departure.actions.travelling import Journey, book_journey
from augenmass.departure.tests.conftest import make_terms
from augenmass.directory.models import Body
from augenmass.fund.actions.promising import PromiseForm, note_occasion, promise
from augenmass.fund.rules.tranches import Occasion, months_later
from augenmass.law.norms.specimens import SUSPENDED, WARNED
from augenmass.law.time import BERLIN, day_of, travel
from augenmass.law.vocabulary import VOCABULARY
from augenmass.prospects.actions.desk import Handed, hand_over
from augenmass.prospects.duties import NAME as RENEWALS
from augenmass.record.ledger import book, entry
from augenmass.record.models import Case, Fact, Source
from augenmass.record.verify import verify
from augenmass.referral.checklist import FIRST_CHECK
from augenmass.travel_papers.actions.applications import NewApplication, open_application
from augenmass.travel_papers.actions.events import NewEvent, record_event
from augenmass.travel_papers.tests.test_rules import NEVER_ASKED
from augenmass.work.actions.deadlines import book_deadline
from augenmass.work.actions.tasks import TICKED_OFF, NewTask, create_task, finish_task
from augenmass.work.announcing import NAME as DUE_DAYS
from augenmass.work.models import OutgoingMail, Task
from augenmass.work.queries.standing_in import standing
from augenmass.work.queries.tasks import TaskFilter, task_list
from augenmass.work.regular import SEND_MAIL
from augenmass.work.worker import run_once

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]

FIRST = date(2026, 8, 20)
DAYS = 731
CONTACT = {"address_street": "Gartenstraße 12", "address_postal_code": "06999", "address_town": "Nordheim"}
PERSON = {"family_name": "Haddad", "first_names": "Karim", "date_of_birth": "1990-01-31", "nationality": "GE"}


@dataclass(frozen=True, slots=True)
class Awaited:
    """One day that has to be told of: in which case, by which word of the task's title and its kind of matter, from when on."""

    case: int
    about: str
    day: date
    earliest: date
    word: str = ""


@dataclass(slots=True)
class World:
    """The office, what it waits for, and when its worker ran."""

    actor: Actor
    approver: Actor
    staff: Actor
    house: House
    case_with: MakeCase
    chance: random.Random
    today: date = FIRST
    awaited: list[Awaited] = field(default_factory=list)
    never: list[tuple[int, str, str]] = field(default_factory=list)
    ran_on: list[date] = field(default_factory=list)
    at_once: int = 0

    def case(self, **facts: str) -> Case:
        return self.case_with({**PERSON, **CONTACT, **facts}, number=f"N-{uuid4().hex[:8]}")

    def soon(self, least: int = 1, most: int = 90) -> date:
        return self.today + timedelta(self.chance.randrange(least, most))

    def awaits(self, case: Case, about: str, day: date, lead: int = 0, word: str = "") -> None:
        self.awaited.append(
            Awaited(case.pk, about, day, max(self.today, day - timedelta(lead)), word or f"{day:%d.%m.%Y}")
        )

    def learns(self, case: Case, **facts: str) -> None:
        """Record facts anew, as an officer does."""
        with book(self.actor, [case.pk]) as opened:
            made = opened.entry("fact.established", opened.case(case.pk))
            source = Source.objects.filter(body=self.actor.body, kind=Source.Kind.OFFICER).first()
            assert source is not None
            for name, value in facts.items():
                held = Fact.objects.filter(case=case, name=name, closed_by=None).first()
                made.establish(name, value, source_id=source.pk, replaces_id=held.pk if held else None)
            opened.flush()
            recompute([case.pk])


def recorded(facts: object) -> dict[str, str]:
    return {name: value for name, value in dict(facts).items() if not VOCABULARY[name].derived}  # type: ignore[call-overload]


def of_law(rule: str, name: str, lead: int, **facts: str) -> "Callable[[World], None]":
    """A case with a deadline that one fact gives."""

    def make(world: World) -> None:
        day = world.soon()
        world.awaits(world.case(**{**facts, name: day.isoformat()}), f"due:{rule}", day, lead)

    return make


def extended(world: World) -> None:
    """A period for departure that is extended before it ends: then the new day counts."""
    first, later = world.soon(20, 40), world.soon(60, 120)
    case = world.case(**{**recorded(WARNED), "departure_period_until": first.isoformat()})
    world.learns(case, departure_period_extended_until=later.isoformat())
    world.awaits(case, "due:departure_period_extended", later, 7)
    world.never.append((case.pk, "due:departure_period", ""))


def interrupted(world: World) -> None:
    """A period that was interrupted and runs anew ends on another day; the first is not told of."""
    first, anew = world.soon(20, 40), world.soon(60, 120)
    lost = (world.today - timedelta(5)).isoformat()
    facts = {**recorded(WARNED), "departure_period_until": first.isoformat(), "enforceability_lost_on": lost}
    case = world.case(**facts)
    back = world.today - timedelta(1)
    world.learns(case, enforceability_returned_on=back.isoformat(), departure_period_until=anew.isoformat())
    world.awaits(case, "due:departure_period", anew, 7)
    world.never.append((case.pk, "due:departure_period", f"{first:%d.%m.%Y}"))


def in_the_book(world: World) -> None:
    case, day = world.case(), world.soon()
    with entry(world.actor, "fact.established", case.pk) as e:
        line = book_deadline(
            e,
            rule=world.chance.choice((FIRST_CHECK, "warning_action")),
            begins_on=world.today,
            due=day,
            first_reader_id=world.actor.account_id,
            about=f"letter:{uuid4()}",
        )
    world.awaits(case, f"booked:{line.key}", day, 7)


def of_age(world: World) -> None:
    day = world.soon(1, 200)
    born = date(day.year - 18, day.month, min(day.day, 28))
    world.awaits(world.case(date_of_birth=born.isoformat()), "majority", born.replace(year=day.year), 28)


def with_tranches(world: World) -> None:
    """The first part falls due when the departure is recorded, the second half a year later."""
    terms = make_terms(world.actor.body, world.actor, world.approver, until=None)
    case = world.case()
    made = promise(world.actor, case.pk, PromiseForm(uuid4(), terms.pk, 1, 0))
    note_occasion(world.actor, made.reference, Occasion.DEPARTURE, world.today)
    world.at_once += 1
    world.awaits(case, f"tranche:{made.reference}:2:expected", months_later(world.today, 6), 14)


def leaving(world: World) -> None:
    """A declared departure with a booked journey, a certificate and an application whose programme ends."""
    case, actor = world.case(), world.actor
    travels, programme = world.soon(20, 60), world.soon(20, 60)
    departure = open_departure(actor, case.pk, Opening(uuid4(), ()))
    acknowledge_notice(actor, departure.key, Told(uuid4(), world.today, "Georgisch", "Herr Berger", "Karim Haddad"))
    declare(actor, departure.key, world.today)
    terms = make_terms(actor.body, actor, world.approver, until=programme)
    file_application(actor, draft_application(actor, departure.key, uuid4(), terms.pk).key, world.today)
    book_journey(actor, departure.key, Journey(uuid4(), "Linienflug", "Berlin - Tiflis", travels))
    world.awaits(case, f"journey:{departure.key}", travels)
    world.awaits(case, f"programme:{departure.key}", programme, 14)
    if world.chance.random() < 0.4:
        until = travels + timedelta(20)
        issue_certificates(actor, departure.key, until, "https://example.org/gueb/")
        world.awaits(case, f"certificate:{departure.key}", until)


def reported(world: World) -> None:
    """An absence that a house reports waits for the worker."""
    case = world.case()
    at = datetime.combine(world.today - timedelta(2), time(8), tzinfo=BERLIN)
    with reading_for(world.staff):
        said = NewReport(uuid4(), world.house.key, Event.ABSENCE, at, case.number, "Haddad", "Karim")
        report = report_event(world.staff, said).report
    world.awaits(case, report.about, world.today, word="Abwesenheit")


def by_hand(world: World) -> None:
    """Tasks, resubmissions, what lies at the residence desk, hearings: set when they come up, on the list of their day."""
    actor, day = world.actor, world.soon()
    case = world.case(**NEVER_ASKED)
    kind = world.chance.choice((Task.Kind.TASK, Task.Kind.RESUBMISSION))
    create_task(actor, case.pk, NewTask(uuid4(), kind, "Passkopie anfordern", day, actor.account_id))
    hand_over(actor, world.case().pk, Handed(uuid4(), ("25_5",), "Die Voraussetzungen liegen nahe.", day))
    paper = open_application(actor, case.pk, NewApplication(uuid4(), "GE", "passport", "person", world.today))
    if world.chance.random() < 0.5:
        record_event(actor, paper.key, NewEvent(uuid4(), paper.version, "hearing_set", day))
    else:
        until = world.today + timedelta(200)
        record_event(actor, paper.key, NewEvent(uuid4(), paper.version, "issued", world.today, valid_until=until))
        world.never.append((case.pk, "due:passport_expiry", ""))


def suspended(world: World) -> None:
    day = world.soon(1, 150)
    case = world.case(**{**recorded(SUSPENDED), "suspension_valid_until": day.isoformat()})
    world.awaits(case, f"renewal:{day.isoformat()}", day, 28)


KINDS = (
    of_law("departure_period", "departure_period_until", 7, **recorded(WARNED)),
    of_law("cooperation_period", "cooperation_period_until", 7),
    of_law("passport_expiry", "passport_valid_until", 28),
    of_law("provisional_expiry", "provisional_valid_until", 28, provisional_certificate="permitted"),
    of_law("hearing_period", "hearing_until", 7, hearing_letter_on="2026-08-01"),
    extended,
    interrupted,
    in_the_book,
    of_age,
    with_tranches,
    leaving,
    reported,
    by_hand,
    suspended,
)


@pytest.fixture
def world(actor: Actor, approver: Actor, body: Body, make_actor: MakeActor, case_with: MakeCase) -> World:
    centre = Body.objects.create(key="aufnahme", kind=Body.Kind.RECEPTION_CENTRE, name="Aufnahme", land="ST")
    house = House.objects.create(
        body=centre, authority=body, name="Haus am Kanal", street="Am Kanal 7", postcode="06999", town="Nordheim"
    )
    staff = make_actor("engel", centre, "accommodation")
    return World(actor, approver, staff, house, case_with, random.Random(20260820))


def office_hours(world: World) -> None:
    """On some mornings a new case; whatever is due today stands on the list of the day, and is done."""
    if world.chance.random() < 0.13:
        world.chance.choice(KINDS)(world)
    due = set(_due(world, world.today).values_list("key", flat=True))
    shown = {
        task.key
        for name in ("today", "resubmission")
        for task in task_list(world.actor, standing(world.actor), TaskFilter(name)).rows
    }
    assert due <= shown
    for key in due:
        finish_task(world.actor, key)


def _due(world: World, day: date) -> "QuerySet[Task]":
    return Task.objects.filter(due=day, assignee=world.actor.account_id, done_by=None, kind__in=TICKED_OFF)


def worker_runs(world: World) -> None:
    recompute_due()
    for name in (DELIVER, RENEWALS, DUE_DAYS, SEND_MAIL):
        run_once(name)
    world.ran_on.append(world.today)


def told_on(task: Task) -> date:
    return day_of(task.created_by.at)


@pytest.mark.sqlite
def test_over_two_years_no_day_is_missed_and_what_was_late_is_said(world: World) -> None:
    down_until = FIRST
    for passed in range(DAYS):
        world.today = FIRST + timedelta(passed)
        with travel(datetime.combine(world.today, time(9), tzinfo=BERLIN)):
            if passed < DAYS - 60:
                office_hours(world)
        with travel(datetime.combine(world.today, time(18), tzinfo=BERLIN)):
            if world.today < down_until:
                continue
            worker_runs(world)
            if world.chance.random() < 0.03:
                down_until = world.today + timedelta(world.chance.choice((2, 3, 5, 12, 25, 45)))
    over = [one for one in world.awaited if one.earliest <= world.ran_on[-1]]
    assert len(over) > 60
    late = 0
    for one in over:
        tasks = Task.objects.filter(case=one.case, about=one.about, title__contains=one.word)
        assert tasks.count() == 1, one
        late += check_told(world, one, tasks.get())
    assert late > 5
    check_nothing_twice(world)


def check_told(world: World, one: Awaited, task: Task) -> bool:
    """The task came with the first turn of the worker from the earliest day on, and says how late that was."""
    told = told_on(task)
    assert told == next(day for day in world.ran_on if day >= one.earliest), one
    days = (told - one.earliest).days
    said_by_house = one.about.startswith("accommodation:")
    if days > 1 and not said_by_house:
        said = f"(um {days} Tage verspätet angelegt, vorgesehen war der {one.earliest:%d.%m.%Y})"
        assert task.title.endswith(said), one
    else:
        assert "verspätet" not in task.title, one
        assert days <= 1 or said_by_house, one
    return days > 1


def check_nothing_twice(world: World) -> None:
    for case, about, word in world.never:
        assert not Task.objects.filter(case=case, about=about, title__contains=word).exists(), about
    seen: set[tuple[int, str, str]] = set()
    for case, about, title in Task.objects.values_list("case", "about", "title"):
        assert not about or (case, about, title) not in seen
        seen.add((case, about, title))
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {"sent"}
    assert len(mail.outbox) == OutgoingMail.objects.count()
    assert all("Haddad" not in sent.subject + str(sent.body) for sent in mail.outbox)
    told = Task.objects.filter(about__startswith="tranche:", title__contains="ist fällig")
    assert told.count() == world.at_once
    assert list(verify()) == []
