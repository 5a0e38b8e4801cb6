"""The pages of a comparison: figures with their cases, rights, bad input, versions, and what a release asks for."""

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.cases.actions import comparing as asking
from augenmass.law import catalogue as catalogues
from augenmass.law.catalogue import Catalogue
from augenmass.law.norms.specimens import SPECIMENS
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook import in_force
from augenmass.lawbook.actions import NotReviewed, confirm_release, propose_release
from augenmass.lawbook.models import CatalogueVersion, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body

    ClientOf = Callable[[Actor], Client]

pytestmark = [pytest.mark.db, pytest.mark.django_db]
HERE = "/recht/vergleich/"
MONTHS = {"von": "2026-05-04", "bis": "2026-11-12"}
REASON = "Geprüft gegen den konsolidierten Text"


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> "Iterator[None]":
    """Whoever asks waits to the end, however busy the machine is; a process remembers what was released, tests roll it back."""
    monkeypatch.setattr(asking, "AT_ONCE", 600.0)
    yield
    in_force.forget()
    in_force._marked.cache_clear()


@pytest.fixture
def lawyer(make_actor: "MakeActor", body: "Body") -> "Actor":
    return make_actor("lawyer", body, "legal_reviewer")


@pytest.fixture
def second(make_actor: "MakeActor", other_body: "Body") -> "Actor":
    return make_actor("second", other_body, "legal_reviewer")


def filled(case_with: "MakeCase", count: int = 4) -> None:
    facts = {name: value for name, value in SPECIMENS["obliged"][2].items() if not VOCABULARY[name].derived}
    for number in range(count):
        case_with({**facts, "family_name": f"Erfunden{number}"})


def sent(browser: "Client", **values: str) -> str:
    """The page after sending the form."""
    answer = browser.post(HERE, {"key": str(uuid4()), **MONTHS, **values}, follow=True)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def newer(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """A later version of the program, in which a warning needs no more than the obligation to leave."""
    shipped = Catalogue.shipped()
    asked = shipped.question("may_issue_warning")
    gone = replace(asked, goal=shipped.question("obliged_to_leave").goal)
    later = replace(shipped, questions=tuple(gone if found is asked else found for found in shipped.questions))
    monkeypatch.setattr(catalogues, "_shipped", lambda: later)
    return later


def test_the_page_shows_numbers_picture_and_the_cases_behind_them(
    actor: "Actor", case_with: "MakeCase", client_of: "ClientOf"
) -> None:
    filled(case_with)
    browser = client_of(actor)
    assert "Noch nicht gerechnet" in browser.get(HERE).content.decode()
    page = sent(browser)
    assert "4 Fälle verglichen: 04.05.2026 und 12.11.2026" in page
    assert page.count('<svg class="am-flow ') == 2
    assert 'role="img" aria-labelledby="flow-title-wide flow-text-wide"' in page
    assert "Erfunden" not in page, "no person stands among the numbers"
    assert "4 Fälle verglichen" in browser.get(HERE, MONTHS).content.decode()
    address = page.split(f'href="{HERE}')[1:]
    link = next(HERE + part.split('"')[0] for part in address if "frage=" in part)
    cases = browser.get(link).content.decode()
    assert "in der Reihenfolge der Anlage" in cases
    assert "Erfunden0" in cases


def test_bad_input_gets_a_sentence_and_keeps_what_was_entered(actor: "Actor", client_of: "ClientOf") -> None:
    browser = client_of(actor)
    for asked, says in (
        ({"von": "2026-05-03", "bis": "2026-06-12"}, "Der Rechtskatalog beginnt am 04.05.2026"),
        ({"von": "2026-06-12", "bis": "2026-06-11"}, "liegt vor dem ersten"),
        ({"von": "2026-06-12", "bis": "2026-06-12"}, "zwei verschiedene Tage"),
        ({"von": "gestern", "bis": "\u202e\x00"}, "gestern"),
        ({"von": "31.02.2026", "bis": "12.06.2026"}, "31.02.2026"),
        ({"von": "2026-06-12"}, "12.06.2026"),
    ):
        got = browser.get(HERE, asked)
        assert got.status_code == 422, asked
        assert says in unescape(got.content.decode()), asked
        posted = browser.post(HERE, {"key": str(uuid4()), **asked})
        assert posted.status_code == 422, asked
    assert browser.post(HERE, {"key": "x", **MONTHS}).status_code == 422
    assert not Comparison.objects.exists()
    assert browser.get(HERE, {"ansicht": "nonsense"}).status_code == 200
    assert "keine neuere Fassung" in browser.get(HERE, {"ansicht": "fassungen"}).content.decode()
    assert browser.post(HERE + "?ansicht=fassungen", {"key": str(uuid4())}).status_code == 422


def test_the_last_day_of_the_calendar_can_be_asked_for(
    actor: "Actor", case_with: "MakeCase", client_of: "ClientOf"
) -> None:
    filled(case_with, 1)
    assert "1 Fall verglichen" in sent(client_of(actor), bis="9999-12-31")


def test_other_readers_learn_nothing(
    actor: "Actor",
    outsider: "Actor",
    intake_clerk: "Actor",
    lawyer: "Actor",
    case_with: "MakeCase",
    client_of: "ClientOf",
) -> None:
    filled(case_with)
    page = sent(client_of(actor))
    link = next(HERE + part.split('"')[0] for part in page.split(f'href="{HERE}')[1:] if "frage=" in part)
    made = Comparison.objects.get()
    progress = reverse("law_comparison_progress", args=[made.key])
    assert client_of(actor).get(progress).headers["HX-Refresh"] == "true"
    for other, status in ((outsider, 404), (intake_clerk, 404), (lawyer, 403)):
        browser = client_of(other)
        assert browser.get(link).status_code == status
        assert browser.get(progress).status_code == 404
    assert "Noch nicht gerechnet" in client_of(outsider).get(HERE, MONTHS).content.decode()
    clerk = client_of(intake_clerk)
    assert "Ihre Rolle erfährt diese Zahlen nicht" in clerk.get(HERE, MONTHS).content.decode()
    assert clerk.post(HERE, {"key": str(uuid4()), **MONTHS}).status_code == 422
    assert client_of(lawyer).get(HERE).status_code == 403
    for odd in ("?frage=nonsense&war=yes&ist=no", "?war=x&ist=y", "", "?frage=&war=closed&ist=%00"):
        assert client_of(actor).get(reverse("law_comparison_cases", args=[made.key]) + odd).status_code == 404, odd


def test_a_large_caseload_is_left_to_the_worker(
    actor: "Actor", case_with: "MakeCase", client_of: "ClientOf", monkeypatch: pytest.MonkeyPatch
) -> None:
    from augenmass.cases import comparing
    from augenmass.work.regular import COMPARE
    from augenmass.work.worker import run_once

    filled(case_with)
    monkeypatch.setattr(comparing, "CHUNK", 1)
    monkeypatch.setattr(asking, "AT_ONCE", 0.0)
    browser = client_of(actor)
    page = sent(browser)
    assert "1 von 4" in page
    made = Comparison.objects.get()
    part = browser.get(reverse("law_comparison_progress", args=[made.key]))
    assert "hx-get" in part.content.decode()
    assert run_once(COMPARE) == 4, "three parts and the end"
    assert "4 Fälle verglichen" in browser.get(HERE, MONTHS).content.decode()


@pytest.mark.sqlite
def test_a_release_waits_until_its_effect_on_the_cases_is_known(
    actor: "Actor",
    lawyer: "Actor",
    second: "Actor",
    case_with: "MakeCase",
    client_of: "ClientOf",
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    filled(case_with)
    released = Catalogue.shipped()
    confirm_release(second, propose_release(lawyer, uuid4(), released.hash, REASON).key)
    later = newer(monkeypatch)
    asked = propose_release(lawyer, uuid4(), later.hash, REASON)
    with pytest.raises(NotReviewed, match="Noch ist nicht gerechnet"):
        confirm_release(second, asked.key)
    browser, address = client_of(second), reverse("law_release")
    assert "An den Fällen rechnen" in browser.get(address).content.decode()
    assert "An den Fällen rechnen" not in client_of(actor).get(address).content.decode()
    start = reverse("law_release_compare")
    assert client_of(actor).post(start, {"key": str(uuid4()), "candidate": later.hash}).status_code == 403
    browser.post(start, {"key": str(uuid4()), "candidate": "0" * 64})
    browser.post(start, {"key": "x", "candidate": later.hash})
    assert not Comparison.objects.exists()
    browser.post(start, {"key": str(uuid4()), "candidate": later.hash})
    made = Comparison.objects.get()
    assert (made.body_id, made.cases, made.state) == (None, 4, Comparison.State.DONE)
    page = unescape(browser.get(address).content.decode())
    assert later.question("may_issue_warning").de in page
    assert "4 Fälle" in page
    assert "/faelle/" not in page.split('id="wirkung"')[1].split("</section>")[0], "no case is named"
    confirm_release(second, asked.key)
    assert in_force.in_force(fresh=True).hash == later.hash


def test_small_numbers_are_not_told_before_a_release(
    lawyer: "Actor",
    second: "Actor",
    case_with: "MakeCase",
    client_of: "ClientOf",
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    filled(case_with, 2)
    confirm_release(second, propose_release(lawyer, uuid4(), Catalogue.shipped().hash, REASON).key)
    later = newer(monkeypatch)
    browser = client_of(second)
    browser.post(reverse("law_release_compare"), {"key": str(uuid4()), "candidate": later.hash})
    page = unescape(browser.get(reverse("law_release")).content.decode())
    assert later.question("may_issue_warning").de in page
    assert "wenige Fälle" in page
    assert "2 Fälle" not in page


def test_two_versions_are_compared_over_the_own_cases(
    actor: "Actor",
    case_with: "MakeCase",
    client_of: "ClientOf",
    monkeypatch: pytest.MonkeyPatch,
    lawyer: "Actor",
    second: "Actor",
) -> None:
    filled(case_with)
    confirm_release(second, propose_release(lawyer, uuid4(), Catalogue.shipped().hash, REASON).key)
    later = newer(monkeypatch)
    browser = client_of(actor)
    page = unescape(browser.post(HERE + "?ansicht=fassungen", {"key": str(uuid4())}, follow=True).content.decode())
    assert f"eingespielte Fassung {later.hash[:12]}" in page
    assert later.question("may_issue_warning").de in page


def test_an_altered_catalogue_is_not_compared(
    actor: "Actor",
    lawyer: "Actor",
    second: "Actor",
    case_with: "MakeCase",
    client_of: "ClientOf",
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    filled(case_with, 1)
    shipped = Catalogue.shipped().hash
    confirm_release(second, propose_release(lawyer, uuid4(), shipped, REASON).key)
    later = newer(monkeypatch)
    from augenmass.cases.comparing import carry_on
    from augenmass.cases.queries.comparison import comparison_of, versions

    monkeypatch.setattr(asking, "carry_on", lambda pk, seconds: 0)
    browser = client_of(actor)
    browser.post(HERE + "?ansicht=fassungen", {"key": str(uuid4())})
    made = Comparison.objects.get()
    assert made.later_catalogue == later.hash
    kept = CatalogueVersion.objects.get(hash=shipped)
    kept.content["norms"] = kept.content["norms"][1:]
    kept.save(update_fields=["content"])
    sides = versions()
    in_force._marked.cache_clear()
    in_force.forget()
    carry_on(made.pk, 5)
    made.refresh_from_db()
    assert made.state == Comparison.State.FAILED
    assert (browser.get(HERE).status_code, comparison_of(actor, sides).questions) == (503, {})
