"""Pages of retention: what is due, a run by two people, holds; who lacks the right, and forms that say something wrong."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.test import override_settings
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.record.models import Case
from augenmass.retention.models import DeletionRun, LegalHold
from augenmass.retention.tests.aged import closed_case, in_mittelau, work_off

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.db
ClientOf = Callable[[Actor], "Client"]


@pytest.fixture
def officer(make_actor: MakeActor, body: Body) -> Actor:
    return make_actor("reimann", in_mittelau(body), "data_protection")


def text(browser: "Client", address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_two_people_delete_a_file_by_the_pages(
    officer: Actor, approver: Actor, actor: Actor, client_of: ClientOf
) -> None:
    closed_case(actor, "ALT-1")
    first, second = client_of(officer), client_of(approver)
    assert "Löschung vorschlagen" in text(first, reverse("retention"))
    assert "ALT-1" in text(first, reverse("retention_cases") + "?regel=case_file&stand=due")
    sent = {"key": str(uuid4())}
    answers = [first.post(reverse("retention_propose"), sent) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    page = answers[0]["Location"]
    assert "Vorschlag zurückziehen" in text(first, page)
    assert "Löschung bestätigen" not in text(first, page)
    assert "Löschung bestätigen" in text(second, page)
    run = DeletionRun.objects.get()
    refused = first.post(reverse("retention_confirm", args=[run.key]), follow=True).content.decode()
    assert "muss eine andere Person bestätigen" in refused
    second.post(reverse("retention_confirm", args=[run.key]))
    work_off()
    assert not Case.objects.exists()
    shown = text(second, page)
    assert "Angaben 5" in shown
    assert "ALT-1" not in shown
    assert "Leitner" in shown
    assert "nicht angegeben, wie lange" in shown
    with override_settings(BACKUP_DAYS=30):
        assert f"{today() + timedelta(days=30):%d.%m.%Y}" in text(second, page)
        assert "höchstens 30 Tage" in text(second, reverse("retention"))
    assert "nachgewiesen ausgereist" in text(first, reverse("retention"))


def test_a_hold_is_ordered_and_lifted_by_the_pages(
    officer: Actor, approver: Actor, actor: Actor, client_of: ClientOf
) -> None:
    case = closed_case(actor, "ALT-1")
    first, second = client_of(officer), client_of(approver)
    holds = reverse("retention_holds")
    form = {"key": str(uuid4()), "aktenzeichen": "ALT-1", "reason": "Klage gegen den Kostenbescheid"}
    wrong = first.post(holds, {**form, "review_on": "gestern"})
    assert wrong.status_code == 422
    assert "Klage gegen den Kostenbescheid" in wrong.content.decode()
    past = first.post(holds, {**form, "review_on": f"{today():%d.%m.%Y}"})
    assert "muss in der Zukunft liegen" in past.content.decode()
    day = today() + timedelta(days=30)
    for _ in range(2):
        assert first.post(holds, {**form, "review_on": f"{day:%d.%m.%Y}"}).status_code == 302
    hold = LegalHold.objects.get()
    assert "Aufheben kann das eine andere Person" in text(first, holds)
    assert "Aufbewahrung angeordnet" in text(first, reverse("retention"))
    page = text(second, reverse("case", args=[case.key]))
    assert "Die Aufbewahrung dieser Akte ist angeordnet" in page
    assert "3 K 12/26" not in page
    lift = reverse("retention_hold_lift", args=[hold.key])
    assert "zweite Person" in first.post(lift, {"reason": "Beendet, 3 K 12/26"}, follow=True).content.decode()
    assert "Grund in einem Satz" in second.post(lift, {"reason": ""}, follow=True).content.decode()
    assert "aufgehoben" in second.post(lift, {"reason": "Beendet, 3 K 12/26"}, follow=True).content.decode()
    assert "Löschung vorschlagen" in text(first, reverse("retention"))


def test_who_lacks_the_right_gets_nothing(actor: Actor, officer: Actor, client_of: ClientOf) -> None:
    closed_case(actor, "ALT-1")
    browser, key = client_of(actor), uuid4()
    for name in ("retention", "retention_cases", "retention_holds"):
        assert browser.get(reverse(name)).status_code == 403
    assert browser.post(reverse("retention_propose"), {"key": str(key)}).status_code == 403
    for name in ("retention_confirm", "retention_refuse", "retention_hold_lift"):
        assert browser.post(reverse(name, args=[key])).status_code == 403
    assert "Aufbewahrung" not in browser.get(reverse("my_day")).content.decode()


def test_strange_addresses_and_forms(officer: Actor, client_of: ClientOf) -> None:
    browser, key = client_of(officer), uuid4()
    assert browser.get(reverse("retention_run", args=[key])).status_code == 404
    for name in ("retention_confirm", "retention_refuse"):
        assert browser.post(reverse(name, args=[key])).status_code == 404
    assert browser.post(reverse("retention_hold_lift", args=[key]), {"reason": "Beendet, 3 K"}).status_code == 404
    assert browser.post(reverse("retention_propose"), {"key": "x"}).status_code == 400
    assert browser.get(reverse("retention_cases") + "?bis=31.02.2026").status_code == 400
    assert browser.get(reverse("retention_cases") + "?seite=-1&regel=x&stand=%00").status_code == 200
    assert browser.get(reverse("retention") + "?bis=gestern").status_code == 422
    assert (
        "nichts zu löschen"
        in browser.post(reverse("retention_propose"), {"key": str(key)}, follow=True).content.decode()
    )


def test_a_day_far_away_is_answered(officer: Actor, actor: Actor, client_of: ClientOf) -> None:
    closed_case(actor, "ALT-1")
    browser = client_of(officer)
    for day in ("01.01.0001", "31.12.9999"):
        answer = browser.get(reverse("retention") + f"?bis={day}")
        assert answer.status_code == 422
        assert "Der Tag muss zwischen" in answer.content.decode()
    assert browser.get(reverse("retention_cases") + "?bis=9999-12-31").status_code == 400
    assert "Vorschlagen lässt sich nur" in text(browser, reverse("retention") + "?bis=31.12.2030")
