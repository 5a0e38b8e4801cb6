"""Interpreting: asked by mail, answered by a link without account, taken back with the talk, missed in time."""

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.agreements.actions.ending import withdraw
from augenmass.agreements.actions.following import move_review, order_interpreter
from augenmass.agreements.actions.interpreting import (
    NewInterpreting,
    answer_request,
    ask_interpreter,
    ask_interpreter_again,
    open_request,
    take_interpreter_back,
)
from augenmass.agreements.models import Agreement, Interpreting
from augenmass.agreements.queries.interpreting import without_interpreter
from augenmass.agreements.rules.days import falls_on, working_days_after
from augenmass.agreements.rules.link import INTERPRETER, PROVIDER
from augenmass.agreements.tests.conftest import version
from augenmass.law.time import travel
from augenmass.work.models import OutgoingMail
from augenmass.work.refusal import NotDone

pytestmark = pytest.mark.db
State = Interpreting.State
Ask = Callable[..., Interpreting]


@pytest.fixture
def talk(signed: Callable[..., Agreement]) -> Agreement:
    return signed("uk")


@pytest.fixture
def ask(counsellor: Actor) -> Ask:
    """Asks a service for the next talk of an agreement."""

    def make(agreement: Agreement, **other: object) -> Interpreting:
        said = {
            "key": uuid4(),
            "day": agreement.reviews.get(state="planned").due,
            "begins": time(14, 30),
            "minutes": 60,
            "way": "place",
            "place": "Marktplatz 1",
            "language": "uk",
            "service": "Dolmetschdienst Aue",
            "email": "dienst@example.org",
        } | other
        with reading_for(counsellor):
            new = NewInterpreting(**said)  # type: ignore[arg-type]
            return ask_interpreter(
                counsellor, agreement.key, version(agreement), new, lambda token: f"https://a/{token}/"
            )

    return make


def _token(found: Interpreting) -> str:
    found.refresh_from_db()
    return INTERPRETER.token_of(found.link)


def test_the_service_sees_the_talk_and_nothing_of_the_agreement(talk: Agreement, ask: Ask) -> None:
    found = ask(talk)
    page = Client().get(f"/dolmetschen/{_token(found)}/").content.decode()
    assert "Ukrainisch" in page
    assert "Marktplatz 1" in page
    assert "14:30" in page
    assert "Bondar" not in page
    assert "ntegration" not in page
    mail = OutgoingMail.objects.get(recipient="dienst@example.org")
    for word in ("Bondar", "Ukrain", "Marktplatz", f"{found.day:%d.%m.%Y}"):
        assert word not in mail.subject + mail.text


def test_a_link_answers_once_and_shows_the_talk_until_its_day_is_over(talk: Agreement, ask: Ask) -> None:
    found = ask(talk)
    token = _token(found)
    answer_request(token, True, "Frau Kern", "Kommt selbst")
    with pytest.raises(NotDone, match="gilt nicht mehr"):
        answer_request(token, False, "Jemand anderes")
    found.refresh_from_db()
    assert (found.state, found.answered_by) == (State.CONFIRMED, "Frau Kern")
    with travel(found.day):
        assert open_request(token) is not None
    with travel(found.day + timedelta(days=1)):
        assert open_request(token) is None


def test_forged_links_and_links_for_another_purpose_open_nothing(talk: Agreement, ask: Ask) -> None:
    found = ask(talk)
    assert open_request(PROVIDER.token_of(found.link)) is None
    assert open_request(f"{found.link.hex}:abc") is None
    assert Client().get("/dolmetschen/unbekannt/").status_code == 404


def test_another_link_replaces_the_one_before(counsellor: Actor, talk: Agreement, ask: Ask) -> None:
    found = ask(talk)
    before = _token(found)
    with reading_for(counsellor):
        ask_interpreter_again(counsellor, talk.key, version(talk), found.key, lambda token: token)
    assert open_request(before) is None
    assert open_request(_token(found)) is not None


def test_the_same_form_twice_asks_once(talk: Agreement, ask: Ask) -> None:
    key = uuid4()
    assert ask(talk, key=key).pk == ask(talk, key=key).pk
    assert OutgoingMail.objects.filter(recipient="dienst@example.org").count() == 1


def test_a_talk_that_is_moved_takes_its_interpreter_back_and_tells_the_service(
    counsellor: Actor, talk: Agreement, ask: Ask, working_day: Callable[[int], date]
) -> None:
    found = ask(talk)
    answer_request(_token(found), True, "Frau Kern")
    with reading_for(counsellor):
        move_review(counsellor, talk.key, version(talk), working_day(9), "person")
    found.refresh_from_db()
    assert found.state == State.TAKEN_BACK
    told = OutgoingMail.objects.filter(recipient="dienst@example.org").order_by("-pk")[0]
    assert found.reference in told.text
    assert "Bondar" not in told.text
    assert "zurückgenommen" in Client().get(f"/dolmetschen/{_token(found)}/").content.decode()


def test_an_agreement_that_ends_takes_its_interpreters_back(counsellor: Actor, talk: Agreement, ask: Ask) -> None:
    found = ask(talk)
    with reading_for(counsellor):
        withdraw(counsellor, talk.key, version(talk))
    found.refresh_from_db()
    assert found.state == State.TAKEN_BACK


def test_a_talk_without_a_confirmed_interpreter_shows_two_working_days_before(
    counsellor: Actor, talk: Agreement, ask: Ask
) -> None:
    due = talk.reviews.get().due
    shown_on = (
        max(
            day
            for day in (due - timedelta(days=back) for back in range(1, 12))
            if working_days_after(day, 2, "ST") == due
        )
        if not falls_on(due, "ST")
        else due - timedelta(days=1)
    )
    with reading_for(counsellor):
        with travel(shown_on - timedelta(days=5)):
            assert without_interpreter(counsellor).count == 0
        with travel(shown_on):
            assert [review.agreement_id for review in without_interpreter(counsellor).rows] == [talk.pk]
            found = ask(talk)
            assert without_interpreter(counsellor).count == 1
            answer_request(_token(found), True, "Frau Kern")
            assert without_interpreter(counsellor).count == 0
            take_interpreter_back(counsellor, talk.key, version(talk), found.key)
            assert without_interpreter(counsellor).count == 1
            order_interpreter(counsellor, talk.key, version(talk), True)
            assert without_interpreter(counsellor).count == 0


def test_a_talk_in_german_needs_nobody(counsellor: Actor, signed: Callable[..., Agreement]) -> None:
    made = signed("de")
    with travel(made.reviews.get().due), reading_for(counsellor):
        assert without_interpreter(counsellor).count == 0


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"minutes": 5}, "Dauer"),
        ({"place": " "}, "Ort"),
        ({"way": "taxi"}, "Liste"),
        ({"language": "de"}, "Liste"),
        ({"email": "kein"}, "E-Mail"),
        ({"service": ""}, "Dienst"),
        ({"day": date(2020, 1, 1)}, "Vergangenheit"),
    ],
)
def test_what_cannot_be_asked_is_said(talk: Agreement, ask: Ask, other: dict[str, object], says: str) -> None:
    with pytest.raises(NotDone, match=says):
        ask(talk, **other)
    assert not Interpreting.objects.exists()


def test_working_days_leave_out_weekends_and_holidays() -> None:
    before_christmas = date(2026, 12, 23)
    assert working_days_after(before_christmas, 2, "ST") == date(2026, 12, 28)
