"""What is counted of real agreements, by the rule of each measure; and that nothing but counts leaves the room of agreements."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.ending import Judged, complete, withdraw
from augenmass.agreements.models import Agreement, Edition, Participant, Promise, ProviderLink, Review, Step
from augenmass.agreements.tests.conftest import version
from augenmass.evaluation.reading import numbers_of
from augenmass.evaluation.rules.counting import by_worst, counted_from, lateness, service, talk
from augenmass.evaluation.rules.measures import MEASURES, OFFERED, SERVICES
from augenmass.evaluation.tests.conftest import FIRST, LAST, days
from augenmass.law.quarters import Quarter, through
from augenmass.law.time import BERLIN, travel
from augenmass.work.refusal import NotDone

DUE = date(2026, 3, 31)


@pytest.mark.unit
@pytest.mark.parametrize(
    ("done_on", "place"),
    [(None, 3), (DUE, 0), (DUE + timedelta(days=1), 1), (DUE + timedelta(days=14), 1), (DUE + timedelta(days=15), 3)],
)
def test_a_step_of_the_last_day_is_counted_when_its_grace_is_over(done_on: date | None, place: int) -> None:
    assert lateness(DUE, done_on, FIRST) == place
    assert counted_from(FIRST) == date(2026, 4, 15)


@pytest.mark.unit
def test_late_steps_talks_and_quarters() -> None:
    assert lateness(date(2026, 1, 5), date(2026, 3, 1), FIRST) == 2
    assert talk(date(2026, 1, 5), date(2026, 1, 19), FIRST) == 0
    assert talk(date(2026, 1, 5), date(2026, 1, 20), FIRST) == 1
    assert by_worst([(1, 0), (1, 2), (2, 1)], 4) == [0, 1, 1, 0]
    assert [str(one) for one in through(Quarter(2025, 4), Quarter(2026, 2))] == ["2025/4", "2026/1", "2026/2"]
    assert Quarter(2025, 4).last == date(2025, 12, 31)


@pytest.mark.unit
def test_a_service_is_given_to_its_day_later_not_or_was_never_accepted() -> None:
    last = counted_from(FIRST)
    assert [service(DUE, True, day, FIRST) for day in (DUE, DUE + timedelta(days=1), last, None)] == [0, 1, 2, 2]
    assert service(DUE, False, None, FIRST) == 3
    assert set(SERVICES) == set(Promise.Kind.values), "each kind of service is counted"


@pytest.mark.unit
@pytest.mark.parametrize("text", ["", "2026", "2026/5", "26/1", "2026/1/1", "٢٠٢٦/1", "2026/ 1"])
def test_what_is_no_quarter(text: str) -> None:
    with pytest.raises(ValueError, match=r"^.*$"):
        Quarter.parse(text)


@pytest.mark.db
@pytest.mark.django_db(databases="__all__")
def test_agreements_are_counted_by_their_days(office: Any, counsellor: Actor) -> None:
    def made(begun: date, **columns: Any) -> Agreement:
        person = Participant.objects.create(body=office, name="Olena Bondar", language="uk")
        return Agreement.objects.create(
            body=office,
            participant=person,
            counsellor=counsellor.account,
            situation="arrival",
            begun_at=datetime.combine(begun, datetime.min.time(), BERLIN),
            **columns,
        )

    def signed(agreement: Agreement, on: date, number: int = 1, own: bool = True) -> None:
        text = [["title", "Угода"]] if own else []
        Edition.objects.create(
            agreement=agreement,
            number=number,
            stage="superseded",
            content={},
            language="uk",
            signed_on=on,
            text_own=text,
        )

    one = made(days(0), state="active")
    signed(one, days(4))
    signed(one, days(40), number=2)
    two = made(days(10), state="withdrawn", ended_on=days(60))
    signed(two, days(12), own=False)
    made(days(-1))
    made(days(20), state="ended", ended_on=days(21))  # never signed
    for side, due, done in (("counsellor", 10, 10), ("counsellor", 20, 30), ("person", 20, None)):
        Step.objects.create(
            agreement=one, key=uuid4(), side=side, what="…", due=days(due), done_on=None if done is None else days(done)
        )
    Step.objects.create(agreement=two, key=uuid4(), side="person", what="…", due=days(70))  # after its end
    Review.objects.create(agreement=one, due=days(30), state="held", held_on=days(50))
    Review.objects.create(agreement=one, due=days(20), state="moved", moved_to=days(30))
    promise = Promise.objects.create(
        agreement=one,
        provider="Stelle",
        email="s@example.org",
        service="Kurs",
        kind=Promise.Kind.COURSE,
        due=days(50),
        accepted_on=days(30),
        state="accepted",
    )
    asked = datetime.combine(days(5), datetime.min.time(), BERLIN)
    ProviderLink.objects.create(promise=promise, purpose="answer", valid_until=days(30), made_at=asked)
    found = numbers_of(office.pk, FIRST)
    assert found == {
        "begun": [3],
        "signed": [1, 1],
        "steps_service": [0, 0, 0, 1],
        "steps_person": [0, 0, 0, 1],
        "reviews": [0, 1, 0],
        "promises": [0, 1, 0, 0],
        "amended": [1],
        "ended": [0, 0, 0, 0, 1],
        "services_course": [0, 0, 1, 0],
        **{f"services_{kind}": [0, 0, 0, 0] for kind in ("recognition", "child_care", "placement", "housing", "other")},
    }
    assert set(found) == set(MEASURES) - {OFFERED}, "what was offered is entered, not counted"
    assert all(len(numbers) == len(MEASURES[key].outcomes) for key, numbers in found.items())
    assert numbers_of(office.pk, LAST)["begun"] == [0]


@pytest.mark.db
@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize(
    ("judged", "place"),
    [(Judged("yes", "yes"), 0), (Judged("yes", "no"), 1), (Judged("no", "no"), 2), (Judged("yes", ""), 3), (None, 4)],
)
def test_goals_are_as_both_sides_say_and_a_withdrawal_says_nothing_of_them(
    judged: Judged | None, place: int, signed: Callable[..., Agreement], counsellor: Actor, office: Any
) -> None:
    with travel(days(20)), reading_for(counsellor):
        agreement = signed("de")
        if judged is None:
            withdraw(counsellor, agreement.key, version(agreement))
        else:
            complete(counsellor, agreement.key, version(agreement), judged)
    assert numbers_of(office.pk, FIRST)["ended"] == [int(at == place) for at in range(5)]


@pytest.mark.db
@pytest.mark.django_db(databases="__all__")
def test_a_judgement_that_is_none_ends_nothing(signed: Callable[..., Agreement], counsellor: Actor) -> None:
    with reading_for(counsellor):
        agreement = signed("de")
        with pytest.raises(NotDone):
            complete(counsellor, agreement.key, version(agreement), Judged("vielleicht"))
    agreement.refresh_from_db()
    assert agreement.running
