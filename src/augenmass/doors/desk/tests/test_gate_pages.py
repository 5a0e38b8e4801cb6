"""The pages of the release for live data: what each sees, settling in the browser, the banner on every page."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.gate.models import Adoption, GateRelease
from augenmass.gate.rules import ITEMS
from augenmass.gate.tests.settled import let_the_machine_be_well, released, settled

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor

pytestmark = pytest.mark.db
ClientOf = Callable[[Actor], "Client"]
BANNER = "Nicht freigegeben: keine Echtdaten"
WHY = "Die Vereinbarung wurde gekündigt."


@pytest.fixture
def officer(make_actor: "MakeActor", body: Body) -> Actor:
    return make_actor("reimann", body, "data_protection")


@pytest.fixture
def head(approver: Actor) -> Actor:
    return approver


def form(**more: object) -> dict[str, object]:
    return {"key": uuid.uuid4(), "kind": "adopted", "says": "Akte 10-2026/17", "decided_on": "17.08.2026", **more}


def test_an_item_is_settled_in_the_browser_by_two_people(officer: Actor, head: Actor, client_of: ClientOf) -> None:
    address = reverse("gate_item", args=["information"])
    first, second = client_of(officer), client_of(head)
    file = SimpleUploadedFile("x.pdf", b"%PDF-1.7 Merkblatt")
    answer = first.post(address, form(file=file), follow=True)
    assert "sobald eine zweite Person" in answer.content.decode()
    made = Adoption.objects.get()
    assert "bestätigt eine andere Person" in first.get(address).content.decode()
    assert "Bestätigen</button>" in second.get(address).content.decode()
    loaded = second.get(reverse("gate_document", args=[made.key]))
    assert b"".join(loaded.streaming_content) == b"%PDF-1.7 Merkblatt"
    assert "attachment" in loaded["Content-Disposition"]
    assert "ist bestätigt" in second.post(reverse("gate_item_confirm", args=[made.key]), follow=True).content.decode()
    assert "eingetragen von Reimann, bestätigt von Leitner" in first.get(reverse("gate")).content.decode()


def test_what_is_refused_keeps_what_was_typed(officer: Actor, client_of: ClientOf) -> None:
    browser, address = client_of(officer), reverse("gate_item", args=["information"])
    for wrong, sentence in (
        ({"decided_on": "31.02.2026"}, "Datum"),
        ({"decided_on": "31.12.2999"}, "Zukunft"),
        ({"file": SimpleUploadedFile("x.exe", b"MZ")}, "Art von Datei"),
        ({"kind": "exception"}, "exception"),
    ):
        answer = browser.post(address, form(says="Ablage im Keller, Regal 4", **wrong))
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert "Ablage im Keller, Regal 4" in answer.content.decode()
    assert not Adoption.objects.exists()
    assert browser.get(reverse("gate_item", args=["gibt-es-nicht"])).status_code == 404


def test_who_looks_and_who_is_turned_away(
    officer: Actor, actor: Actor, outsider: Actor, make_actor: "MakeActor", client_of: ClientOf, head: Actor
) -> None:
    made = settled(officer, head, "processing", content=b"%PDF-1.7 Vertrag")
    home = Body.objects.create(key="betrieb", kind=Body.Kind.OPERATION, name="Betrieb", land="ST")
    operator = make_actor("winkler", home, "operator")
    assert client_of(actor).get(reverse("gate")).status_code == 403
    seen = client_of(operator).get(reverse("gate")).content.decode()
    assert officer.body.name in seen
    assert "Junge Sicherung" in seen
    assert "Akte 10-2026/17" not in seen
    assert client_of(operator).get(reverse("gate_document", args=[made.key])).status_code == 403
    stranger = client_of(make_actor("fremde-leitung", outsider.body, "approver"))
    assert stranger.get(reverse("gate_document", args=[made.key])).status_code == 404
    assert stranger.post(reverse("gate_item_withdraw", args=[made.key]), {"reason": WHY}).status_code == 404


def test_the_offices_release_in_the_browser_and_the_banner_goes(
    officer: Actor, head: Actor, actor: Actor, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_the_machine_be_well(monkeypatch)
    first, second, staff = client_of(officer), client_of(head), client_of(actor)
    with override_settings(PRODUCTION=True):
        assert BANNER in staff.get(reverse("worklist")).content.decode()
        answer = first.post(reverse("gate_propose"), {"key": "kaputt"}, follow=True)
        assert "Noch fehlt" in answer.content.decode()
        for item in ITEMS:
            settled(officer, head, item.key)
        assert "Freigabe vorschlagen" in first.get(reverse("gate")).content.decode()
        first.post(reverse("gate_propose"), {"key": uuid.uuid4()})
        made = GateRelease.objects.get()
        assert BANNER in staff.get(reverse("worklist")).content.decode()
        assert "eine andere Person im anderen Amt" in first.get(reverse("gate")).content.decode()
        second.post(reverse("gate_confirm", args=[made.key]))
        assert BANNER not in staff.get(reverse("worklist")).content.decode()
        assert "Freigegeben für Echtdaten." in first.get(reverse("gate")).content.decode()
        withdraw = reverse("gate_withdraw", args=[made.key])
        assert second.post(withdraw, {"reason": ""}).status_code == 422
        assert second.post(withdraw, {"reason": "kurz"}).status_code == 422
        second.post(withdraw, {"reason": WHY})
        assert BANNER in staff.get(reverse("worklist")).content.decode()
        assert WHY in first.get(reverse("gate")).content.decode()


def test_the_banner_stands_on_every_kind_of_page_and_links_only_for_those_who_may_look(
    officer: Actor, actor: Actor, client_of: ClientOf, client: "Client"
) -> None:
    link = f'href="{reverse("gate")}"'
    with override_settings(PRODUCTION=True):
        for browser, address in (
            (client, reverse("account_login")),
            (client, reverse("accessibility")),
            (client_of(actor), reverse("my_day")),
            (client_of(actor), "/gibt-es-nicht/"),
            (client_of(actor), reverse("gate")),
        ):
            shown = browser.get(address).content.decode()
            assert BANNER in shown
            assert link not in shown
        assert link in client_of(officer).get(reverse("my_day")).content.decode()


def test_a_demonstration_shows_the_page_without_the_banner(officer: Actor, client_of: ClientOf) -> None:
    shown = client_of(officer).get(reverse("gate")).content.decode()
    assert BANNER not in shown
    assert "kein Echtbetrieb" in shown


@override_settings(PRODUCTION=True, STAFF_MEASURES=True)
def test_volume_stays_off_until_the_body_is_released(
    officer: Actor, head: Actor, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = client_of(officer)
    assert "ist ausgeschaltet" in browser.get(reverse("access_volume")).content.decode()
    let_the_machine_be_well(monkeypatch)
    released(officer, head)
    assert "ist ausgeschaltet" not in browser.get(reverse("access_volume")).content.decode()
