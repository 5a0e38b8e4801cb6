"""Counting a body's numbers off the record, and who sees what of them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.models import AccessLine
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.law.time import travel
from augenmass.overview.actions import count, count_again
from augenmass.overview.duties import count_all
from augenmass.overview.models import YearNumbers
from augenmass.overview.queries import bodies_to_see, overview
from augenmass.overview.reading import courses_of
from augenmass.overview.rules.periods import Period
from augenmass.record.ledger import entry
from augenmass.record.models import Fact, Source

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase

TODAY = date(2026, 8, 20)
ARRANGED = "removal_arranged_on"
OFFERED = "counselling_offered_on"


class Going:
    """A turn that is not asked to stop."""

    stopping = False

    def renew(self) -> None: ...


@pytest.fixture(autouse=True)
def _on_a_day() -> Iterator[None]:
    with travel(TODAY):
        yield


@pytest.fixture
def ministry(make_actor: "MakeActor") -> Actor:
    """Somebody of the special staff of the same Land's ministry."""
    house = Body.objects.create(key="ministerium", kind=Body.Kind.MINISTRY, name="Ministerium", land="ST")
    return make_actor("staab", house, "special_staff")


def _arranged(case_with: "MakeCase", before: int, not_before: int, month: str = "05") -> None:
    for number in range(before + not_before):
        offered = f"2026-{month}-02" if number < before else f"2026-{month}-09"
        case_with({ARRANGED: f"2026-{month}-04", OFFERED: offered})


def _shown(actor: Actor, period: Period, key: str = "") -> list[tuple[int | None, ...]]:
    with reading_for(actor):
        found = overview(actor, key, period)
    assert found is not None
    return [(*line.outcomes, line.total) for line in found.measures["counselled_first"]]


def test_the_body_sees_its_quarters_and_the_year(actor: Actor, case_with: "MakeCase") -> None:
    _arranged(case_with, before=4, not_before=3)
    with reading_for(actor):
        count_again(actor)
    assert _shown(actor, Period(2026)) == [(0, 0, 0), (4, 3, 7), (0, 0, 0), (4, 3, 7)], "the last quarter has not begun"
    assert _shown(actor, Period(2026, 2)) == [(4, 3, 7)]
    assert {"overview", "overview_counted"} <= set(AccessLine.objects.values_list("what", flat=True))


def test_a_small_number_is_hidden_and_so_is_what_would_give_it_away(actor: Actor, case_with: "MakeCase") -> None:
    _arranged(case_with, before=5, not_before=1)
    count(actor.body_id)
    assert _shown(actor, Period(2026, 2)) == [(None, None, 6)]


def test_a_repeated_offer_counts_from_the_first_and_a_corrected_one_from_the_correction(
    actor: Actor, case_with: "MakeCase"
) -> None:
    for kind in (Source.Kind.STEP, Source.Kind.OFFICER):
        case = case_with({})
        first, _ = Source.objects.get_or_create(body=actor.body, kind=kind, label=kind)
        with entry(actor, "fact.established", case.pk) as e:
            e.establish(OFFERED, "2026-02-01", source_id=first.pk)
        held = Fact.objects.get(case=case, name=OFFERED)
        with entry(actor, "fact.established", case.pk) as e:
            e.establish(OFFERED, "2026-03-01", source_id=first.pk, replaces_id=held.pk)
    repeated, corrected = courses_of(actor.body_id)
    assert repeated.first(OFFERED) == date(2026, 2, 1)
    assert corrected.first(OFFERED) == date(2026, 3, 1)


def test_a_renewal_is_read_off_the_history_of_the_suspension(actor: Actor, case_with: "MakeCase") -> None:
    with travel(TODAY - timedelta(days=100)):
        case = case_with({"suspension_valid_until": "2026-06-30"})
    with travel(TODAY - timedelta(days=60)), entry(actor, "fact.established", case.pk) as e:
        held = Fact.objects.get(case=case)
        e.establish("suspension_valid_until", "2026-12-31", source_id=held.source_id, replaces_id=held.pk)
    (course,) = courses_of(actor.body_id)
    assert [(one.until, one.known_on) for one in course.suspensions] == [
        (date(2026, 6, 30), TODAY - timedelta(days=100)),
        (date(2026, 12, 31), TODAY - timedelta(days=60)),
    ]


def test_a_day_that_is_disputed_or_not_whole_is_not_counted(actor: Actor, case_with: "MakeCase") -> None:
    case_with({ARRANGED: "2026-05"})
    disputed = case_with({ARRANGED: "2026-05-04"})
    with entry(actor, "fact.disputed", disputed.pk) as e:
        e.dispute(Fact.objects.get(case=disputed).pk)
    assert [course.first(ARRANGED) for course in courses_of(actor.body_id)] == [None, None]


def test_the_ministry_sees_the_bodies_of_its_land_and_only_what_is_over(
    actor: Actor, ministry: Actor, other_body: Body, case_with: "MakeCase"
) -> None:
    Body.objects.filter(pk=other_body.pk).update(land="NW")
    _arranged(case_with, before=4, not_before=3)
    _arranged(case_with, before=3, not_before=3, month="08")
    count(actor.body_id)
    with reading_for(ministry):
        assert [body.key for body in bodies_to_see(ministry)] == [actor.body.key]
        assert overview(ministry, other_body.key, Period(2026)) is None
    assert _shown(ministry, Period(2026), actor.body.key) == [(0, 0, 0), (4, 3, 7)]
    with travel(date(2027, 1, 1)):
        assert len(_shown(ministry, Period(2026), actor.body.key)) == 5


def test_nobody_sees_another_bodys_numbers_and_without_the_right_none(
    actor: Actor, outsider: Actor, intake_clerk: Actor, case_with: "MakeCase"
) -> None:
    _arranged(case_with, before=4, not_before=3)
    count_all(Going())
    assert YearNumbers.objects.count() == 4
    assert _shown(outsider, Period(2026))[-1] == (0, 0, 0)
    with reading_for(outsider):
        assert overview(outsider, actor.body.key, Period(2026)) is None
    with pytest.raises(NotPermitted):
        overview(intake_clerk, "", Period(2026))
    with pytest.raises(NotPermitted):
        count_again(intake_clerk)


def test_older_years_stay_as_they_were_counted(actor: Actor) -> None:
    old = YearNumbers.objects.create(
        body=actor.body, year=2024, numbers={"as": "it was"}, counted_at="2025-01-01T00:00Z"
    )
    count(actor.body_id)
    old.refresh_from_db()
    assert old.numbers == {"as": "it was"}
    assert sorted(YearNumbers.objects.values_list("year", flat=True)) == [2024, 2025, 2026]
