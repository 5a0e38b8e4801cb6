"""Prospects, residence desk and suspensions as pages: forms that work without scripts, and say what is wrong."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.conftest import MakeCase
from augenmass.directory.models import Body
from augenmass.law.norms.specimens import OBLIGED, SUSPENDED, with_facts
from augenmass.law.time import today, travel
from augenmass.law.vocabulary.prospect_checks import EACH_PROSPECT
from augenmass.prospects.models import DeskMatter
from augenmass.prospects.tests.conftest import CONTACT, DAY, recorded
from augenmass.record.models import Case, Fact
from augenmass.steps.models import StepTaking

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
SignIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with travel(DAY):
        yield


@pytest.fixture
def case(body: Body, case_with: MakeCase) -> Case:
    body.land = "XM"
    body.save()
    return case_with(
        {
            **recorded(with_facts(SUSPENDED, suspension_valid_until="2026-09-10")),
            **CONTACT,
            "prospect_25b_possible": "yes",
        }
    )


def test_the_page_shows_each_prospect_and_records_a_finding(actor: Actor, case: Case, client_of: SignIn) -> None:
    browser = client_of(actor)
    address = reverse("case_prospects", args=[case.key])
    assert address in browser.get(reverse("case", args=[case.key])).content.decode()
    page = browser.get(address).content.decode()
    assert page.count('id="p-') == len(EACH_PROSPECT)
    assert "keine Androhung" in page
    held = Fact.objects.get(case=case, name="prospect_25b_possible", closed_by=None)
    form = {"finding": "excluded", "reason": "Kein anrechenbarer Aufenthalt", "fact": str(held.pk)}
    send = reverse("prospect_assess", args=[case.key, "25b"])
    missing = browser.post(send, form | {"reason": ""})
    assert (missing.status_code, "am-field--error" in missing.content.decode()) == (422, True)
    assert browser.post(send, form).status_code == 302
    assert browser.post(send, form).status_code == 409
    assert browser.post(reverse("prospect_assess", args=[case.key, "25c"]), form).status_code == 404
    shown = browser.get(address).content.decode()
    assert "Kein anrechenbarer Aufenthalt" in shown
    assert "keine Androhung" not in shown


def test_the_information_is_signed_on_the_page_and_its_letter_shown(
    actor: Actor, case: Case, client_of: SignIn
) -> None:
    browser = client_of(actor)
    case.refresh_from_db()
    send = reverse("prospects_inform", args=[case.key])
    answer = browser.post(send, {"seen_version": case.version})
    assert answer.status_code == 302
    letter = browser.get(answer["Location"])
    assert "Härtefallkommission" in letter.content.decode()
    assert browser.post(send, {"seen_version": case.version}).status_code == 409
    assert browser.post(send, {"seen_version": "x"}).status_code == 409


def test_a_prospect_goes_to_the_residence_desk_and_comes_back(actor: Actor, case: Case, client_of: SignIn) -> None:
    browser = client_of(actor)
    send = reverse("prospects_hand_over", args=[case.key])
    form = {
        "key": str(uuid4()),
        "prospects": ["25b"],
        "unit": "",
        "assignee": str(actor.account_id),
        "due": (today() + timedelta(14)).strftime("%d.%m.%Y"),
        "reason": "Die Voraussetzungen liegen nahe.",
    }
    assert browser.post(send, form | {"due": "31.02.2026"}).status_code == 422
    assert browser.post(send, form | {"prospects": ["25a"]}).status_code == 409
    assert browser.post(send, form).status_code == 302
    matter = DeskMatter.objects.get()
    assert str(matter.key) in browser.get(reverse("residence_desk")).content.decode()
    address = reverse("residence_answer", args=[matter.key])
    said = {
        "outcome": "refused",
        "decided_on": today().strftime("%d.%m.%Y"),
        "reason": "Sicherung des Lebensunterhalts fehlt",
    }
    assert browser.post(address, said | {"outcome": "lost"}).status_code == 422
    assert browser.post(address, said | {"decided_on": "01.01.2020"}).status_code == 409
    assert browser.post(address, said).status_code == 302
    assert "Sicherung" in browser.get(reverse("residence_matter", args=[matter.key])).content.decode()
    assert browser.get(reverse("residence_desk") + "?ansicht=answered").context["page"].paginator.count == 1


def test_renewals_are_drafted_from_the_list_and_signed_one_by_one(actor: Actor, case: Case, client_of: SignIn) -> None:
    browser = client_of(actor)
    listed = browser.get(reverse("suspensions") + "?ansicht=ending").content.decode()
    assert str(case.key) in listed
    form = {"key": str(uuid4()), "valid_until": "28.02.2027", "reasons": "Der Grund besteht fort."}
    assert browser.post(reverse("suspensions_prepare"), form).status_code == 409
    answer = browser.post(reverse("suspensions_prepare"), form | {"cases": [str(case.key), "kein Schlüssel"]})
    taking = StepTaking.objects.get()
    assert (answer.status_code, taking.state) == (200, "draft")
    assert reverse("taking", args=[taking.key]) in answer.content.decode()
    assert "Unterzeichnen" in browser.get(reverse("taking", args=[taking.key])).content.decode()


def test_a_missing_suspension_is_one_click_from_being_granted(
    actor: Actor, case: Case, case_with: MakeCase, client_of: SignIn
) -> None:
    owed = case_with(recorded(with_facts(OBLIGED, removal_impossible_in_fact="yes")))
    page = client_of(actor).get(reverse("suspensions")).content.decode()
    assert reverse("step", args=[owed.key, "grant_suspension"]) in page
    assert str(case.key) not in page


def test_who_takes_data_in_or_works_elsewhere_opens_none_of_it(
    intake_clerk: Actor, outsider: Actor, case: Case, client_of: SignIn
) -> None:
    for other in (intake_clerk, outsider):
        assert client_of(other).get(reverse("case_prospects", args=[case.key])).status_code == 404
    assert client_of(intake_clerk).get(reverse("suspensions")).status_code == 403
    assert client_of(outsider).get(reverse("suspensions")).context["rows"] == []
