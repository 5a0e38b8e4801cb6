"""What the planner of SQLite is told: a list of a body with many cases is read by its own rows, not case by case."""

import pytest
from django.db import connection

from augenmass.access.actor import Actor
from augenmass.conftest import MakeCase
from augenmass.departure.models import Departure, Member
from augenmass.departure.queries.departures import members_by_departure
from augenmass.law.time import now
from augenmass.record.ledger import entry
from augenmass.record.models import Case
from augenmass.work.duties import duty_called
from augenmass.work.planner import count_rows
from augenmass.work.regular import PLAN
from augenmass.work.worker import run_once

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]


@pytest.fixture
def departures(actor: Actor, case_with: MakeCase) -> list[Departure]:
    """Five departures of a body that has three hundred cases."""
    first = case_with({"family_name": "Haddad"})
    columns = {"body_id": first.body_id, "created_at": now()}
    Case.objects.bulk_create(Case(number=f"N-{number}", **columns) for number in range(300))
    made = []
    for case in Case.objects.filter(body=first.body_id).order_by("pk")[:5]:
        with entry(actor, "departure.opened", case.pk) as e:
            made.append(Departure(case=case, opened_by=actor.account, opened_at=e.book.at, changed_at=e.book.at))
            e.seal(made[-1])
            e.seal(Member(departure=made[-1], case=case))
    return made


@pytest.mark.sqlite  # PostgreSQL keeps these numbers by itself
def test_members_of_departures_are_found_without_reading_every_case_of_the_body(
    actor: Actor, departures: list[Departure], django_assert_num_queries
) -> None:
    assert run_once(PLAN) > 0
    assert duty_called(PLAN).shared
    with django_assert_num_queries(1) as queries:
        assert all(len(members) == 1 for members in members_by_departure(actor, departures).values())
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {queries.captured_queries[0]['sql']}")
        plan = [row[-1] for row in cursor.fetchall()]
    assert "departure_member" in plan[0], plan


def test_it_stops_between_two_tables_when_the_worker_stops() -> None:
    assert count_rows(lambda: True) == 0
