"""Transmissions of funded returns: exactly the closed list, by whom and to whom the law says, erased in time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.funded_return.actions import Transmission, erase_due, ten_years_after, transmit
from augenmass.funded_return.models import LISTED, FundedReturn
from augenmass.funded_return.queries import visible_transmissions
from augenmass.law.time import travel
from augenmass.record.models import Action
from augenmass.record.verify import verify
from augenmass.work.actions.post import answer_post, link_post
from augenmass.work.models import IncomingPost, Task
from augenmass.work.queries.post import for_me, visible_post
from augenmass.work.queries.standing_in import standing
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase

SAID = {
    "family_name": "Haddad",
    "birth_name": "",
    "given_names": "Karim",
    "spelling": "",
    "marital_status": "single",
    "date_of_birth": "1990-01-31",
    "birth_place": "",
    "birth_country": "Georgien",
    "birth_district": "",
    "sex": "male",
    "doctorate": "",
    "nationalities": "Georgien",
    "target_state": "Georgien",
    "funding_kind": "Reisekosten",
    "funding_extent": "400 Euro",
    "funding_reason": "Rückkehr zur Familie",
    "departure": "not_yet",
    "expelled": "unknown",
}


@pytest.fixture
def counsellor(make_actor: "MakeActor") -> Actor:
    """Counsels in a private service."""
    service = Body.objects.create(
        key="beratung", kind=Body.Kind.COUNSELLING_PRIVATE, name="Beratung Nordheim", land="ST"
    )
    return make_actor("arslan", service, "return_counsellor")


@pytest.fixture
def sent(body: Body) -> Transmission:
    return Transmission(uuid4(), body.pk, "carrying_out", SAID)


@contextmanager
def _as(actor: Actor) -> Iterator[None]:
    with reading_for(actor):
        yield


def test_the_table_holds_the_closed_list_and_nothing_else_about_the_person() -> None:
    columns = {column.name for column in FundedReturn._meta.get_fields()}
    assert set(SAID) == set(LISTED)
    assert columns - set(LISTED) == {
        *("id", "key", "sender", "receiver", "purpose", "sent_on", "erase_by"),
        *("action", "salt", "digest", "erased_by"),
    }


@pytest.mark.parametrize("listed", [{**SAID, "note": "mehr"}, {k: v for k, v in SAID.items() if k != "sex"}])
def test_more_or_less_than_the_list_is_not_transmitted(
    counsellor: Actor, sent: Transmission, listed: dict[str, str]
) -> None:
    with pytest.raises(NotDone, match="aufzählt"):
        transmit(counsellor, replace(sent, listed=listed))


def test_it_is_transmitted_once_and_stands_in_the_record(counsellor: Actor, sent: Transmission) -> None:
    with _as(counsellor):
        first, again = transmit(counsellor, sent), transmit(counsellor, sent)
    assert first.pk == again.pk
    action = Action.objects.get(kind="funded_return.transmitted")
    assert action.references["provision"] == "AufenthG/87/6/1"
    assert "Haddad" not in str(action.references)
    assert list(verify()) == []


def test_it_lies_before_the_officer_of_the_case_that_fits(
    counsellor: Actor, actor: Actor, sent: Transmission, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Haddad", "date_of_birth": "1990-01-31"})
    with _as(counsellor):
        transmit(counsellor, sent)
        transmit(counsellor, sent)
        assert not visible_post(counsellor).exists()
    post = IncomingPost.objects.get()
    assert (post.key, post.body_id, post.assignee_id) == (sent.key, actor.body_id, case.officer_id)
    assert post.case_id is None, "to which case it belongs says a person"
    assert "Haddad" not in f"{post.sender} {post.subject}"
    with _as(actor):
        assert visible_post(actor).filter(for_me(actor, standing(actor))).count() == 1
        link_post(actor, post.key, case.pk)
        task = Task.objects.get(case=case)
        assert (task.kind, task.assignee_id, task.done_by_id) == ("post", case.officer_id, None)
        answer_post(actor, post.key, "Im Fall vermerkt.")
    task.refresh_from_db()
    assert task.done_by_id is not None
    assert list(verify()) == []


@pytest.mark.parametrize("others", [0, 2])
def test_where_no_case_or_several_fit_it_waits_for_whoever_gives_out_the_post(
    counsellor: Actor, actor: Actor, outsider: Actor, sent: Transmission, case_with: "MakeCase", others: int
) -> None:
    for _ in range(others):
        case_with({"family_name": "Haddad", "date_of_birth": "1990-01-31"})
    case_with({"family_name": "Haddad", "date_of_birth": "1990-01-31"}, actor=outsider)
    with _as(counsellor):
        transmit(counsellor, sent)
    post = IncomingPost.objects.get()
    assert (post.assignee_id, post.state) == (None, IncomingPost.State.NEW)
    with _as(actor):
        assert visible_post(actor).filter(pk=post.pk).exists()
    with _as(outsider):
        assert not visible_post(outsider).exists()


def test_sender_and_receiver_see_it_and_nobody_else(
    counsellor: Actor, actor: Actor, outsider: Actor, make_actor: "MakeActor", body: Body, sent: Transmission
) -> None:
    with _as(counsellor):
        made = transmit(counsellor, sent)
    intake = make_actor("aufnahme", body, "intake")
    other = make_actor(
        "lange", Body.objects.create(key="b2", kind="counselling", name="B2", land="ST"), "return_counsellor"
    )
    for reader, sees in ((counsellor, True), (actor, True), (outsider, False), (intake, False), (other, False)):
        with _as(reader):
            assert visible_transmissions(reader).filter(pk=made.pk).exists() is sees, reader.account.username


def test_who_works_on_cases_cannot_transmit(actor: Actor, sent: Transmission) -> None:
    with pytest.raises(NotPermitted):
        transmit(actor, sent)


def test_only_authorities_receive(counsellor: Actor, sent: Transmission) -> None:
    police = Body.objects.create(key="polizei", kind=Body.Kind.POLICE, name="Polizei", land="ST")
    for receiver in (police.pk, counsellor.body_id, 999_999):
        with pytest.raises(NotDone, match="Ausländerbehörde"):
            transmit(counsellor, replace(sent, receiver_id=receiver))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"family_name": " "}, "nicht fehlen"),
        ({"funding_reason": ""}, "nicht fehlen"),
        ({"sex": "x"}, "Antworten"),
        ({"departure": ""}, "Antworten"),
        ({"date_of_birth": "31.02.1990"}, "kein Datum"),
        ({"date_of_birth": "1990-02-31"}, "kein Datum"),
        ({"date_of_birth": "2190-01-01"}, "kein Datum"),
        ({"family_name": "x" * 201}, "zu lang"),
    ],
)
def test_what_cannot_be_right_is_refused_with_a_sentence(
    counsellor: Actor, sent: Transmission, change: dict[str, str], says: str
) -> None:
    with pytest.raises(NotDone, match=says):
        transmit(counsellor, replace(sent, listed={**SAID, **change}))
    assert not FundedReturn.objects.exists()


@pytest.mark.parametrize("known", ["1990", "1990-01", "1990-01-31"])
def test_a_date_of_birth_may_be_known_in_part(counsellor: Actor, sent: Transmission, known: str) -> None:
    assert transmit(counsellor, replace(sent, listed={**SAID, "date_of_birth": known})).date_of_birth == known


def test_after_ten_years_the_particulars_are_gone_and_the_chain_still_holds(
    counsellor: Actor, sent: Transmission
) -> None:
    with travel(date(2026, 8, 17)):
        made = transmit(counsellor, sent)
    with travel(date(2036, 8, 17)):
        assert erase_due() == 0
    with travel(date(2036, 8, 18)):
        assert erase_due() == 1
        assert erase_due() == 0
    made.refresh_from_db()
    assert {getattr(made, name) for name in LISTED} == {""}
    assert list(verify()) == []
    assert not visible_transmissions(counsellor).exists()


def test_ten_years_after_the_29th_of_february_end_on_the_28th() -> None:
    assert ten_years_after(date(2028, 2, 29)) == date(2038, 2, 28)
