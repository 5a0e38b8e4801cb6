"""What each participant can read is what was released to them on a named basis: the pure rule, the query and row security say the same."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from augenmass.access.actor import Actor, actor_for
from augenmass.access.reader import SystemRole, as_system, reading_for
from augenmass.conferences.models import Conference, Item, Lead, Participant, Reach, Release
from augenmass.conferences.queries.items import visible_items
from augenmass.conferences.rules.reading import Given, Released, Seat, Viewer, readable, readable_by
from augenmass.directory.models import Account, Body, Membership
from augenmass.directory.roles import Permission
from augenmass.law.time import now, today

PEOPLE = 4
BODIES = 3
person, place, small = st.integers(0, PEOPLE - 1), st.integers(0, BODIES - 1), st.integers(0, 30)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("seat"), person, place),
        st.tuples(st.just("accept"), small, st.just(0)),
        st.tuples(st.just("unseat"), small, st.just(0)),
        st.tuples(st.just("give"), small, st.just(0)),
        st.tuples(st.just("release"), small, small),
        st.tuples(st.just("take_back"), small, st.just(0)),
        st.tuples(st.just("lead"), place, st.just(0)),
        st.tuples(st.just("role_end"), person, place),
        st.tuples(st.just("role"), person, place),
    ),
    min_size=4,
    max_size=40,
)


class World:
    """A conference to which things happen; who reads what is asked of the rule and of the database."""

    def __init__(self) -> None:
        mark = uuid4().hex[:8]
        kinds = (Body.Kind.FOREIGNERS_AUTHORITY, Body.Kind.POLICE, Body.Kind.YOUTH_WELFARE)
        self.roles = ("caseworker", "police_liaison", "youth_welfare")
        self.bodies = [
            Body.objects.create(key=f"{mark}-{number}", kind=kind, name=f"Stelle {number}", land="ST")
            for number, kind in enumerate(kinds)
        ]
        self.people = [
            Account.objects.create(username=f"{mark}-{number}", name=f"Person {number}", password="!")
            for number in range(PEOPLE)
        ]
        for who in range(PEOPLE):
            for where in range(BODIES):
                self.role(who, where)
        self.conference = Conference.objects.create(
            body=self.bodies[0],
            requested_by=self.people[0],
            requested_at=now(),
            title="Fall",
            concern="Anlass",
            told="yes",
            state="meeting",
        )
        for body in self.bodies:
            Reach.objects.create(conference=self.conference, body=body)

    def role(self, who: int, where: int) -> None:
        Membership.objects.create(
            account=self.people[who], body=self.bodies[where], role=self.roles[where], valid_from=date(2020, 1, 1)
        )

    def role_end(self, who: int, where: int) -> None:
        held = Membership.objects.filter(account=self.people[who], body=self.bodies[where])
        held.update(valid_to=today() - timedelta(days=1))

    def seat(self, who: int, where: int) -> None:
        Participant.objects.get_or_create(
            conference=self.conference,
            account=self.people[who],
            body=self.bodies[where],
            ended_at=None,
            defaults={"name": "x", "organisation": "y", "joined_at": now()},
        )

    def accept(self, number: int, _none: int) -> None:
        self._of(Participant, number, accepted_at=now())

    def unseat(self, number: int, _none: int) -> None:
        self._of(Participant, number, ended_at=now())

    def give(self, number: int, _none: int) -> None:
        seat = self._one(Participant, number)
        if seat is not None:
            Item.objects.create(
                conference=self.conference, kind="information", giver=seat, giver_account=seat.account,
                giver_body=seat.body, text="t", nature="fact", data_class="residence", purpose="residence_law",
                regime="gdpr", made_at=now(), changed_at=now(),
            )  # fmt: skip

    def release(self, item: int, number: int) -> None:
        found, seat = self._one(Item, item), self._one(Participant, number)
        turn = self.conference.turn
        if (
            found is None
            or seat is None
            or Release.objects.filter(item=found, participant=seat, turn=turn, ended_at=None).exists()
        ):
            return
        Release.objects.create(
            item=found, conference=self.conference, participant=seat, account=seat.account, body=seat.body,
            giver_account=found.giver_account, giver_body=found.giver_body, turn=turn, basis="provision",
            catalogue="c", made_at=now(),
        )  # fmt: skip

    def take_back(self, number: int, _none: int) -> None:
        self._of(Release, number, ended_at=now())

    def lead(self, where: int, _none: int) -> None:
        Lead.objects.filter(conference=self.conference, until=None).update(until=now())
        self.conference.turn += 1
        self.conference.save()
        Lead.objects.create(
            conference=self.conference, turn=self.conference.turn, body=self.bodies[where], purpose="residence_law",
            provision="§ 1", since=now(),
        )  # fmt: skip

    def _rows(self, model: Any) -> list[Any]:
        return list(model.objects.filter(conference=self.conference).order_by("pk"))

    def _one(self, model: Any, number: int) -> Any:
        rows = self._rows(model)
        return rows[number % len(rows)] if rows else None

    def _of(self, model: Any, number: int, **values: Any) -> None:
        found = self._one(model, number)
        if found is not None:
            model.objects.filter(pk=found.pk).update(**values)

    def by_rule(self, actor: Actor) -> frozenset[int]:
        viewer = Viewer(actor.account_id, actor.body_id, actor.may(Permission.CONFERENCES))
        return readable(viewer, *self.lines(), self.conference.turn)

    def lines(self) -> tuple[list[Seat], list[Given], list[Released]]:
        seats = [
            Seat(row.pk, row.account_id, row.body_id, row.accepted_at is not None, row.ended_at is not None)
            for row in self._rows(Participant)
        ]
        items = [Given(row.pk, row.giver_id) for row in self._rows(Item)]
        releases = [
            Released(row.item_id, row.participant_id, row.turn, row.basis, row.ended_at is not None)
            for row in self._rows(Release)
        ]
        return seats, items, releases

    def by_query(self, actor: Actor) -> frozenset[int]:
        with reading_for(actor):
            return frozenset(visible_items(actor).values_list("pk", flat=True))

    def by_rows(self, actor: Actor) -> frozenset[int]:
        """What PostgreSQL itself gives to the reader, whatever the query asks."""
        with reading_for(actor):
            return frozenset(Item.objects.values_list("pk", flat=True))

    def actors(self) -> list[Actor]:
        found = [
            actor_for(account, body.pk)
            for account in Account.objects.filter(pk__in=[account.pk for account in self.people])
            for body in self.bodies
        ]
        return [actor for actor in found if actor is not None]


def _run(steps: list[tuple[str, int, int]]) -> World:
    with as_system(SystemRole.COMMAND):
        world = World()
        for name, first, second in steps:
            getattr(world, name)(first, second)
    return world


@pytest.mark.db
class Reading(TestCase):
    """One database, many histories."""

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def test_everybody_reads_what_was_released_to_them_and_nothing_else(
        self, steps: list[tuple[str, int, int]]
    ) -> None:
        world = _run(steps)
        for actor in world.actors():
            expected = world.by_rule(actor)
            assert world.by_query(actor) == expected
            if connection.vendor == "postgresql":
                assert world.by_rows(actor) == expected


line = st.builds(
    Released, st.integers(0, 4), st.integers(0, 3), st.integers(1, 3), st.sampled_from(["provision", ""]), st.booleans()
)


@pytest.mark.unit
@given(st.sets(st.integers(0, 3)), st.lists(line, max_size=12), st.integers(1, 3))
def test_a_release_opens_one_item_and_only_while_it_stands(
    seats: set[int], releases: list[Released], turn: int
) -> None:
    items = [Given(number, 9) for number in range(5)]
    found = readable_by(seats, items, releases, turn)
    for number in range(5):
        standing = [
            one for one in releases
            if one.item == number and one.seat in seats and one.turn == turn and one.basis and not one.ended
        ]  # fmt: skip
        assert (number in found) == bool(standing)
    assert readable_by(seats, items, releases, turn + 3) == frozenset()
