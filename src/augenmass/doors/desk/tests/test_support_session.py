"""A look by the operator: let in by the body, for an hour, seen by it, reading little, writing nothing."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from augenmass.access import support
from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.models import AccessLine, SupportSession
from augenmass.access.sight import sight_of
from augenmass.access.support import NotSupported
from augenmass.access.visible import visible_to, worked_by
from augenmass.directory.models import Account, Body, Membership
from augenmass.law.time import now, today, travel
from augenmass.record.ledger import ReadsOnly, entry
from augenmass.record.models import Action, Case

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor, MakeCase

pytestmark = pytest.mark.db
ClientOf = Callable[[Actor], "Client"]
FACTS = {
    "family_name": "Haddad",
    "first_names": "Samir",
    "leading_file_place": "Archiv Nordheim",
    "heard_on": "2026-01-05",
}
REASON = "Die Liste der Fälle bleibt leer, Meldung 4711"


@pytest.fixture
def operator(make_actor: "MakeActor", other_body: Body) -> Actor:
    return make_actor("betrieb", other_body, "operator")


@pytest.fixture
def administrator(make_actor: "MakeActor", body: Body) -> Actor:
    return make_actor("sommer", body, "body_administrator")


def asked(operator: Actor, body: Body) -> SupportSession:
    return support.ask(operator, uuid.uuid4(), body.pk, REASON)


def entered(operator: Actor, administrator: Actor, client_of: ClientOf) -> tuple[SupportSession, "Client"]:
    """A session that runs, and the operator's browser in it."""
    session = support.confirm(administrator, asked(operator, administrator.body).key)
    browser = client_of(operator)
    answer = browser.post(reverse("support_enter", args=[session.key]))
    assert answer["Location"] == reverse("worklist")
    return session, browser


def test_asking_and_confirming_stand_in_the_record_and_a_second_time_changes_nothing(
    operator: Actor, administrator: Actor, approver: Actor, body: Body
) -> None:
    key = uuid.uuid4()
    first = support.ask(operator, key, body.pk, REASON)
    assert support.ask(operator, key, body.pk, REASON) == first
    running = support.confirm(administrator, key)
    assert running.ends == running.begins + timedelta(minutes=60)
    for again in (support.confirm, support.refuse):
        with pytest.raises(NotSupported):
            again(approver, key)
    kinds = Action.objects.filter(kind__startswith="support.").values_list("kind", flat=True)
    assert sorted(kinds) == ["support.asked", "support.confirmed"]


def test_who_may_ask_and_who_may_decide(
    operator: Actor, administrator: Actor, actor: Actor, outsider: Actor, body: Body, make_actor: "MakeActor"
) -> None:
    with pytest.raises(NotPermitted):
        support.ask(actor, uuid.uuid4(), body.pk, REASON)
    with pytest.raises(NotSupported):
        support.ask(operator, uuid.uuid4(), body.pk, "kurz")
    with pytest.raises(NotSupported):
        support.ask(operator, uuid.uuid4(), 999_999, REASON)
    session = asked(operator, body)
    with pytest.raises(NotPermitted):
        support.confirm(actor, session.key)
    elsewhere = make_actor("andere-verwaltung", outsider.body, "body_administrator")
    with pytest.raises(SupportSession.DoesNotExist):
        support.confirm(elsewhere, session.key)
    with pytest.raises(NotPermitted):
        support.confirm(operator, session.key)


def test_an_operator_of_the_same_body_does_not_let_themselves_in(
    make_actor: "MakeActor", administrator: Actor, body: Body
) -> None:
    both = make_actor("alles", body, "operator", "body_administrator")
    session = asked(both, body)
    with pytest.raises(NotSupported):
        support.confirm(both, session.key)
    assert support.confirm(administrator, session.key).confirmed_by == administrator.account


def test_the_operator_reads_what_the_matrix_gives_and_every_page_is_noted_with_the_reason(
    operator: Actor, administrator: Actor, case_with: "MakeCase", client_of: ClientOf
) -> None:
    case = case_with(FACTS, number="N-77")
    assert client_of(operator).get(reverse("worklist")).status_code == 403
    _session, browser = entered(operator, administrator, client_of)
    listed = browser.get(reverse("worklist")).content.decode()
    shown = browser.get(reverse("case", args=[case.key])).content.decode()
    assert "N-77" in listed
    assert "Archiv Nordheim" in shown
    for page in (listed, shown, browser.get("/faelle/?q=haddad").content.decode()):
        assert "Haddad" not in page.replace('value="haddad"', "")
        assert "Samir" not in page
        assert "Sie sehen als Betrieb" in page
    assert "Kein Fall gefunden" in browser.get("/faelle/?q=haddad").content.decode()
    assert "N-77" in browser.get("/faelle/?q=N-77").content.decode()
    sent = browser.post("/suche/", {"q": "N-77"})
    assert "N-77" not in sent["Location"]
    assert "N-77" in browser.get(sent["Location"]).content.decode()
    lines = AccessLine.objects.filter(account=operator.account_id)
    assert {line.purpose for line in lines} == {"support"}
    assert {line.reason for line in lines} == {REASON}
    assert {line.body for line in lines} == {administrator.body_id}
    assert {"worklist", "case"} <= {line.what for line in lines}
    assert browser.get("/")["Location"] == reverse("worklist")
    assert browser.get(reverse("tasks")).status_code == 403


def test_the_one_who_looks_works_no_case_and_no_action_begins(
    operator: Actor, administrator: Actor, case_with: "MakeCase"
) -> None:
    case = case_with(FACTS)
    session = support.confirm(administrator, asked(operator, administrator.body).key)
    looking = support.looking(operator.account, session)
    assert list(visible_to(looking)) == [case]
    assert not worked_by(looking).exists()
    assert sight_of(looking, case).categories == {"file", "organisation"}
    assert not sight_of(looking, case).learns_position
    with pytest.raises(ReadsOnly), entry(looking, "fact.established", case.pk):
        raise AssertionError("no entry for somebody who only looks")


def test_the_body_sees_it_on_every_page_and_ends_it(
    operator: Actor, administrator: Actor, actor: Actor, outsider: Actor, client_of: ClientOf
) -> None:
    session, browser = entered(operator, administrator, client_of)
    strip = "hat Einsicht bis"
    officer = client_of(actor)
    assert strip in officer.get(reverse("my_day")).content.decode()
    assert REASON in officer.get(reverse("worklist")).content.decode()
    assert strip not in client_of(outsider).get(reverse("my_day")).content.decode()
    assert client_of(outsider).post(reverse("support_end", args=[session.key])).status_code == 404
    session.refresh_from_db()
    officer.post(reverse("support_end", args=[session.key]))
    officer.post(reverse("support_end", args=[session.key]))
    session.refresh_from_db()
    assert session.ended_by == actor.account
    assert Action.objects.filter(kind="support.ended").count() == 1
    assert strip not in officer.get(reverse("my_day")).content.decode()
    assert browser.get(reverse("worklist")).status_code == 403


def test_the_operator_ends_it_too(operator: Actor, administrator: Actor, client_of: ClientOf) -> None:
    session, browser = entered(operator, administrator, client_of)
    assert browser.post(reverse("support_end", args=[session.key])).status_code == 302
    session.refresh_from_db()
    assert session.ended_by == operator.account
    assert Action.objects.get(kind="support.ended").body_id == operator.body_id
    assert browser.get(reverse("worklist")).status_code == 403


def test_it_lapses_by_the_clock_and_a_request_by_the_day(
    operator: Actor, administrator: Actor, client_of: ClientOf, body: Body
) -> None:
    session, browser = entered(operator, administrator, client_of)
    with travel(now() + timedelta(minutes=59)):
        assert browser.get(reverse("worklist")).status_code == 200
    with travel(now() + timedelta(minutes=61)):
        assert browser.get(reverse("worklist")).status_code == 403
        assert support.session_of(operator.account, str(session.key)) is None
    late = asked(operator, body)
    with travel(now() + timedelta(hours=25)), pytest.raises(NotSupported):
        support.confirm(administrator, late.key)


def test_an_ended_role_or_a_refusal_lets_nobody_in(
    operator: Actor, administrator: Actor, client_of: ClientOf, body: Body
) -> None:
    refused = asked(operator, body)
    support.refuse(administrator, refused.key)
    browser = client_of(operator)
    browser.post(reverse("support_enter", args=[refused.key]))
    assert browser.get(reverse("worklist")).status_code == 403
    session, browser = entered(operator, administrator, client_of)
    waiting = asked(operator, body)
    Membership.objects.filter(account=operator.account).update(valid_to=today() - timedelta(days=1))
    assert browser.get(reverse("worklist"))["Location"].startswith("/anmelden/")
    assert support.session_of(Account.objects.get(pk=operator.account_id), str(session.key)) is None
    with pytest.raises(NotSupported):
        support.confirm(administrator, waiting.key)


def test_nobody_else_looks_through_somebody_elses_session(
    operator: Actor, administrator: Actor, make_actor: "MakeActor", other_body: Body, client_of: ClientOf
) -> None:
    session = support.confirm(administrator, asked(operator, administrator.body).key)
    colleague = client_of(make_actor("kollege", other_body, "operator"))
    colleague.post(reverse("support_enter", args=[session.key]))
    assert colleague.get(reverse("worklist")).status_code == 403
    assert support.session_of(operator.account, "nonsense") is None


def test_a_person_with_more_roles_is_only_an_operator_while_looking(
    make_actor: "MakeActor", administrator: Actor, body: Body, case_with: "MakeCase", client_of: ClientOf
) -> None:
    case = case_with(FACTS)
    both = make_actor("beides", body, "operator", "caseworker")
    assert "Haddad" in client_of(both).get(reverse("case", args=[case.key])).content.decode()
    _session, browser = entered(both, administrator, client_of)
    assert "Haddad" not in browser.get(reverse("case", args=[case.key])).content.decode()


def test_the_data_protection_officer_sees_past_sessions_with_what_was_read(
    operator: Actor, administrator: Actor, make_actor: "MakeActor", case_with: "MakeCase", client_of: ClientOf
) -> None:
    case: Case = case_with(FACTS, number="N-77")
    session, browser = entered(operator, administrator, client_of)
    browser.get(reverse("case", args=[case.key]))
    officer = client_of(make_actor("reimann", administrator.body, "data_protection"))
    assert REASON in officer.get(reverse("support")).content.decode()
    shown = officer.get(reverse("support_lines", args=[session.key])).content.decode()
    assert "N-77" in shown
    assert client_of(administrator).get(reverse("support_lines", args=[session.key])).status_code == 403


def test_the_page_shows_each_side_its_part(
    operator: Actor, administrator: Actor, actor: Actor, body: Body, client_of: ClientOf
) -> None:
    asking = client_of(operator)
    form = {"key": str(uuid.uuid4()), "body": body.pk, "reason": REASON}
    for _ in range(2):
        assert asking.post(reverse("support_ask"), form).status_code == 302
    assert asking.post(reverse("support_ask"), form | {"reason": "x"}).status_code == 422
    session = SupportSession.objects.get()
    deciding = client_of(administrator)
    assert reverse("support_confirm", args=[session.key]) in deciding.get(reverse("support")).content.decode()
    deciding.post(reverse("support_confirm", args=[session.key]))
    deciding.post(reverse("support_confirm", args=[session.key]))
    assert "läuft" in deciding.get(reverse("support")).content.decode()
    assert reverse("support_enter", args=[session.key]) in asking.get(reverse("support")).content.decode()
    assert client_of(actor).get(reverse("support")).status_code == 403
