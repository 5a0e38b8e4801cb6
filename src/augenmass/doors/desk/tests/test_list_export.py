"""A list as a file: with a reason, above 200 cases with a second person, made anew for the one who asked."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from augenmass.access.actor import Actor, NotPermitted, actor_for
from augenmass.access.models import AccessLine, ListExport
from augenmass.cases.actions.export import NotExported, ask_export, confirm_export, fetch_export, refuse_export
from augenmass.cases.queries.worklist import WorklistFilter
from augenmass.directory.models import Account, Membership
from augenmass.law.time import now, today, travel
from augenmass.record.models import Action

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor, MakeCase

pytestmark = pytest.mark.db
ClientOf = Callable[[Actor], "Client"]
REASON = "Abgleich mit der Liste der Aufnahmeeinrichtung"
ALL = WorklistFilter()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """One case alone, from two on with a second person."""
    for module in ("queries", "actions"):
        monkeypatch.setattr(f"augenmass.cases.{module}.export.FREE", 1)
    monkeypatch.setattr("augenmass.doors.desk.pages.exports.FREE", 1)


def large(actor: Actor, case_with: "MakeCase") -> ListExport:
    for name in ("Amani", "Haddad"):
        case_with({"family_name": name}, actor=actor)
    return ask_export(actor, uuid.uuid4(), ALL, REASON)


def test_a_short_list_goes_out_with_a_reason_as_its_page_shows_it(
    actor: Actor, outsider: Actor, case_with: "MakeCase", client_of: ClientOf
) -> None:
    case_with({"family_name": "=cmd|' /C calc'!A0"}, number="+1+1")
    case_with({"family_name": "Torres"}, actor=outsider)
    browser = client_of(actor)
    ask = reverse("export_ask") + "?lane=clarify"
    key = str(uuid.uuid4())
    assert browser.post(ask, {"key": key, "reason": "kurz"}).status_code == 422
    for _ in range(2):
        assert browser.post(ask, {"key": key, "reason": REASON})["Location"] == reverse("exports")
    asked = ListExport.objects.get()
    assert asked.chosen["lane"] == "clarify"
    assert "Datei abholen" in browser.get(reverse("exports")).content.decode()
    answer = browser.get(reverse("export_file", args=[key]))
    rows = answer.content.decode("utf-8-sig").splitlines()
    assert answer["Content-Disposition"].endswith('.csv"')
    assert rows[0].startswith("Aktenzeichen;Name;Geboren;Spur;")
    assert len(rows) == 2
    assert rows[1].startswith("'+1+1;'=cmd|")
    assert "Torres" not in answer.content.decode()
    line = AccessLine.objects.get(what="export")
    assert (line.rows, line.reason) == (1, REASON)
    kinds = Action.objects.filter(kind__startswith="list.").order_by("sequence").values_list("kind", flat=True)
    assert list(kinds) == ["list.export_asked", "list.exported"]


def test_who_learns_nothing_of_the_law_gets_no_column_of_it(
    actor: Actor, intake_clerk: Actor, case_with: "MakeCase", client_of: ClientOf
) -> None:
    case_with({"family_name": "Haddad"})
    asked = ask_export(intake_clerk, uuid.uuid4(), ALL, REASON)
    text = client_of(intake_clerk).get(reverse("export_file", args=[asked.key])).content.decode("utf-8-sig")
    assert text.splitlines()[0] == "Aktenzeichen;Name;Geboren;Zuständig;Sachgebiet"


@pytest.mark.usefixtures("few")
def test_a_long_list_waits_for_another_person_of_the_body(
    actor: Actor, approver: Actor, outsider: Actor, case_with: "MakeCase", client_of: ClientOf, make_actor: "MakeActor"
) -> None:
    asked = large(actor, case_with)
    browser = client_of(actor)
    assert browser.get(reverse("export_file", args=[asked.key]))["Location"] == reverse("exports")
    assert not AccessLine.objects.filter(what="export").exists()
    with pytest.raises(NotPermitted):
        confirm_export(actor, asked.key)
    with pytest.raises(ListExport.DoesNotExist):
        confirm_export(make_actor("fremde-leitung", outsider.body, "approver"), asked.key)
    second = client_of(approver)
    assert "möchte eine Liste mit 2 Fällen" in second.get(reverse("my_day")).content.decode()
    assert REASON in second.get(reverse("exports")).content.decode()
    for _ in range(2):
        assert second.post(reverse("export_confirm", args=[asked.key])).status_code == 302
    assert Action.objects.filter(kind="list.export_confirmed").count() == 1
    rows = browser.get(reverse("export_file", args=[asked.key])).content.decode("utf-8-sig").splitlines()
    assert len(rows) == 3
    assert second.get(reverse("export_file", args=[asked.key])).status_code == 404


@pytest.mark.usefixtures("few")
def test_the_second_person_is_never_the_first(approver: Actor, case_with: "MakeCase") -> None:
    asked = large(approver, case_with)
    with pytest.raises(NotExported):
        confirm_export(approver, asked.key)


@pytest.mark.usefixtures("few")
def test_a_refusal_stands(actor: Actor, approver: Actor, case_with: "MakeCase") -> None:
    asked = large(actor, case_with)
    refuse_export(approver, asked.key)
    with pytest.raises(NotExported):
        confirm_export(approver, asked.key)
    with pytest.raises(NotExported):
        fetch_export(actor, asked.key)


@pytest.mark.usefixtures("few")
def test_after_a_day_nothing_goes_out(actor: Actor, approver: Actor, case_with: "MakeCase") -> None:
    asked = large(actor, case_with)
    with travel(now() + timedelta(hours=25)), pytest.raises(NotExported):
        confirm_export(approver, asked.key)
    with travel(now() + timedelta(hours=23)):
        confirm_export(approver, asked.key)
    with travel(now() + timedelta(hours=46)):
        assert fetch_export(actor, asked.key).rows == 2
    with travel(now() + timedelta(hours=48)), pytest.raises(NotExported):
        fetch_export(actor, asked.key)


@pytest.mark.usefixtures("few")
def test_a_role_that_ended_ends_the_request(
    actor: Actor, approver: Actor, case_with: "MakeCase", client_of: ClientOf
) -> None:
    asked, confirmed = large(actor, case_with), ask_export(actor, uuid.uuid4(), ALL, REASON)
    confirm_export(approver, confirmed.key)
    Membership.objects.filter(account=actor.account).update(valid_to=today() - timedelta(days=1))
    with pytest.raises(NotExported):
        confirm_export(approver, asked.key)
    assert client_of(actor).get(reverse("export_file", args=[confirmed.key])).status_code == 403
    Membership.objects.create(account=actor.account, body=actor.body, role="data_protection", valid_from=today())
    with pytest.raises(NotPermitted):
        fetch_export(actor_for(Account.objects.get(pk=actor.account_id)), confirmed.key)


def test_a_short_list_that_has_grown_is_asked_for_anew(
    actor: Actor, case_with: "MakeCase", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augenmass.cases.actions.export.FREE", 1)
    case_with({"family_name": "Amani"})
    asked = ask_export(actor, uuid.uuid4(), ALL, REASON)
    case_with({"family_name": "Haddad"})
    with pytest.raises(NotExported):
        fetch_export(actor, asked.key)


def test_an_empty_list_is_not_asked_for(actor: Actor) -> None:
    with pytest.raises(NotExported):
        ask_export(actor, uuid.uuid4(), ALL, REASON)
