"""Random people, bodies, days and purposes: who reads which case, by a model of our own, by the conditions in Python and by PostgreSQL.

The model is written from the rules and knows no query: a case is read by whose body works it, if the role reads any
category for the purpose, and through an access that holds on the day for the body or the person by name.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from augenmass.access.actor import Purpose, actor_for
from augenmass.access.matrix import categories_of
from augenmass.access.models import Grant
from augenmass.access.reader import reading_for
from augenmass.access.visible import Reach, visible_q, visible_rows_q, visible_to, worked_by
from augenmass.cases.models import LegalPosition, SearchWord
from augenmass.cases.queries.granted import granted_hits
from augenmass.cases.queries.worklist import WorklistFilter, worklist
from augenmass.directory.models import Account, Body, Membership
from augenmass.directory.roles import PERMISSIONS, Permission, Role
from augenmass.law.time import today, travel
from augenmass.record.ledger import book
from augenmass.record.models import Case, Fact, Source
from augenmass.work.models import Task

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]
BODIES, CASES, PEOPLE, DAYS = 3, 6, 6, 9
ROLES = [
    Role.CASEWORKER,
    Role.APPROVER,
    Role.INTAKE,
    Role.CENTRAL_OFFICE,
    Role.POLICE_LIAISON,
    Role.MUNICIPAL_OFFICER,
    Role.BODY_ADMINISTRATOR,
    Role.DATA_PROTECTION,
    Role.OPERATOR,
]


@dataclass(frozen=True)
class RoleHeld:
    person: int
    body: int
    role: Role
    first: int
    last: int | None


@dataclass(frozen=True)
class Opened:
    case: int
    body: int
    person: int | None
    purpose: Purpose
    categories: tuple[str, ...]
    first: int
    last: int
    ended: bool


@dataclass(frozen=True)
class World:
    roles: tuple[RoleHeld, ...]
    owners: tuple[int, ...]
    opened: tuple[Opened, ...]
    days: tuple[int, ...]
    purpose: Purpose | None
    day: int = 0


offsets = st.integers(0, DAYS)
roles_held = st.builds(
    RoleHeld,
    st.integers(0, PEOPLE - 1),
    st.integers(0, BODIES - 1),
    st.sampled_from(ROLES),
    st.integers(0, 2),
    st.none() | offsets,
)
opened = st.builds(
    Opened,
    st.integers(0, CASES - 1),
    st.integers(0, BODIES - 1),
    st.none() | st.integers(0, PEOPLE - 1),
    st.sampled_from([Purpose.COOPERATION, Purpose.COMPETENCE]),
    st.sampled_from([("identity",), ("identity", "residence"), ("health",)]),
    offsets,
    offsets,
    st.sampled_from([False, False, False, True]),
)
worlds = st.builds(
    World,
    st.lists(roles_held, min_size=6, max_size=12).map(tuple),
    st.lists(st.integers(0, BODIES - 1), min_size=CASES, max_size=CASES).map(tuple),
    st.lists(opened, min_size=6, max_size=20).map(tuple),
    st.lists(offsets, min_size=3, max_size=3, unique=True).map(tuple),
    st.sampled_from([None, Purpose.CASE_WORK, Purpose.COOPERATION, Purpose.COMPETENCE, Purpose.INTAKE]),
)


def expected(world: World, person: int) -> tuple[int | None, set[int], set[int]]:
    """The body that the person acts for, the cases read as its own, and those read through an access."""
    held = [
        role
        for role in world.roles
        if role.person == person and role.first <= world.day and (role.last is None or role.last >= world.day)
    ]
    if not held:
        return None, set(), set()
    body = held[0].body
    mine = {role.role for role in held if role.body == body}
    reads = any(Permission.READ_CASES in PERMISSIONS[role] for role in mine)
    asked = world.purpose or Purpose.CASE_WORK
    anything = any(categories_of(role, asked) for role in mine)
    own = {number for number, owner in enumerate(world.owners) if owner == body and reads and anything}
    through = {
        found.case
        for found in world.opened
        if reads
        and found.body == body
        and found.person in (None, person)
        and not found.ended
        and found.first <= world.day <= found.last
        and world.purpose in (None, found.purpose)
    }
    return body, own, through


def build(world: World, start: date) -> tuple[list[Account], list[Body], list[Case]]:
    """The world in the database; days count from ``start``."""

    def day(offset: int) -> date:
        return start + timedelta(days=offset)

    bodies = [
        Body.objects.create(key=f"b{number}", kind=Body.Kind.FOREIGNERS_AUTHORITY, name=f"B{number}", land="ST")
        for number in range(BODIES)
    ]
    people = [Account.objects.create(username=f"p{number}", name=f"P{number}") for number in range(PEOPLE)]
    for role in world.roles:
        Membership.objects.create(
            account=people[role.person],
            body=bodies[role.body],
            role=role.role.value,
            valid_from=day(role.first),
            valid_to=None if role.last is None else day(role.last),
        )

    @dataclass(frozen=True)
    class Office:
        account_id: int | None
        body_id: int | None
        reads_only: bool = False
        program: str = ""

    cases = []
    for number, owner in enumerate(world.owners):
        with book(Office(None, bodies[owner].pk)) as opened_book:
            case = Case.objects.create(number=f"N{number}", body=bodies[owner], created_at=opened_book.at)
            source, _made = Source.objects.get_or_create(body=bodies[owner], kind="officer", label="x")
            entry = opened_book.entry("case.opened", case)
            entry.establish("family_name", f"Muster{number}", source_id=source.pk)
            for found in world.opened:
                if found.case == number:
                    grant = Grant(
                        case=case,
                        owner=bodies[owner],
                        body=bodies[found.body],
                        account=None if found.person is None else people[found.person],
                        categories=list(found.categories),
                        purpose=found.purpose.value,
                        provision="§",
                        reason="Prüfung",
                        valid_from=day(found.first),
                        valid_until=day(found.last),
                    )
                    entry.seal(grant)
                    if found.ended:
                        Grant.objects.filter(pk=grant.pk).update(ended_by=entry.action_id)
            opened_book.flush()
            from augenmass.cases.positions import recompute

            recompute([case.pk])
        cases.append(case)
    return people, bodies, cases


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(world=worlds)
def test_the_model_python_and_postgresql_agree_on_every_way_of_reading(world: World, db: None) -> None:
    with transaction.atomic():
        start = today()
        people, bodies, cases = build(world, start)
        for day in world.days:
            with travel(start + timedelta(days=day)):
                for person, account in enumerate(people):
                    _compare(replace(world, day=day), person, account, bodies, cases)
        transaction.set_rollback(True)


def _compare(world: World, person: int, account: Account, bodies: list[Body], cases: list[Case]) -> None:
    body, own, through = expected(world, person)
    actor = actor_for(Account.objects.get(pk=account.pk))
    if body is None:
        assert actor is None
        return
    assert actor is not None
    assert actor.body == bodies[body]
    place = {case.pk: number for number, case in enumerate(cases)}

    def numbers(found: Any, column: str = "pk") -> set[int]:
        return {place[pk] for pk in found.values_list(column, flat=True)}

    purpose = world.purpose
    assert numbers(visible_to(actor, purpose)) == own | through
    assert numbers(visible_to(actor, purpose, Reach.OWN)) == own
    assert numbers(visible_to(actor, purpose, Reach.GRANTED)) == through
    assert visible_to(actor, purpose).count() == len(own | through)
    assert numbers(LegalPosition.objects.filter(visible_rows_q(actor, purpose))) == own | through
    assert numbers(SearchWord.objects.filter(visible_rows_q(actor, purpose)), "case_id") == own | through
    assert numbers(Fact.objects.filter(visible_q(actor, purpose, prefix="case__")), "case_id") == own | through
    assert not Task.objects.filter(visible_q(actor, purpose, prefix="case__")).exists()
    if purpose not in (None, Purpose.CASE_WORK):
        return
    _body, own, through = expected(replace(world, purpose=None), person)
    assert numbers(worked_by(actor)) == own
    found = worklist(actor, WorklistFilter(search="muster"))
    assert {place[row.pk] for row in found.rows} == own
    assert found.count == len(own)
    assert {place[line.case.pk] for line in granted_hits(actor, "muster")} <= through
    if connection.vendor == "postgresql":
        with reading_for(actor):
            assert numbers(Case.objects.all()) == own | through
            assert numbers(LegalPosition.objects.all()) == own | through
            assert numbers(SearchWord.objects.all(), "case_id") == own | through
            assert numbers(Fact.objects.all(), "case_id") == own | through
            assert Case.objects.count() == len(own | through)
