"""The pages of the worklist, of a case and of its steps, asked over HTTP."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

pytestmark = [pytest.mark.db, pytest.mark.django_db]

FACTS = {
    "family_name": "Amani",
    "first_names": "Layla",
    "date_of_birth": "1990",
    "nationality": "XK",
    "file_number": "N-0001",
    "asylum_procedure_running": "yes",
    "registered_status": "obliged",
}


def without_token(page: bytes) -> bytes:
    """The page without the token that differs each time."""
    return re.sub(
        rb"[0-9a-f]{8}-[0-9a-f-]{27}|(csrf-token\" content|csrfmiddlewaretoken\" value)=\"[^\"]*\"", b"", page
    )


@pytest.fixture
def case(case_with):
    from augenmass.law.vocabulary import VOCABULARY

    facts = {name: value for name, value in FACTS.items() if not VOCABULARY[name].choices}
    return case_with(facts)


def test_the_worklist_finds_a_case_by_the_beginning_of_its_name(actor, case, client_of) -> None:
    page = client_of(actor).get(reverse("worklist"), {"q": "ama lay"})
    assert page.status_code == 200
    assert "Amani, Layla" in page.content.decode()
    assert "1 Fall" in page.content.decode()


def test_what_is_not_found_says_what_to_do(actor, case, client_of) -> None:
    page = client_of(actor).get(reverse("worklist"), {"q": "zzz"})
    assert "Kein Fall gefunden" in page.content.decode()


def test_another_body_finds_nothing_and_opens_nothing(outsider, case, client_of) -> None:
    client = client_of(outsider)
    assert "Amani" not in client.get(reverse("worklist"), {"q": "ama"}).content.decode()
    hidden = client.get(reverse("case", args=[case.key]))
    missing = client.get(reverse("case", args=[uuid4()]))
    assert hidden.status_code == missing.status_code == 404
    assert without_token(hidden.content) == without_token(missing.content)


def test_the_case_page_shows_position_facts_and_doubts(actor, case, client_of) -> None:
    text = client_of(actor).get(reverse("case", args=[case.key])).content.decode()
    assert "Amani, Layla" in text
    assert "Rechtslage" in text
    assert "Zweifel an diesem Eintrag" in text
    assert "1990" in text


@pytest.mark.sqlite
def test_every_question_of_the_catalogue_has_a_proof_page(actor, case, client_of) -> None:
    from augenmass.law.catalogue import Catalogue

    client = client_of(actor)
    for question in Catalogue.shipped().questions:
        page = client.get(reverse("proof", args=[case.key, question.id]))
        assert page.status_code == 200, question.id


def test_every_step_has_a_page_that_says_what_it_rests_on(actor, case, client_of) -> None:
    from augenmass.law.catalogue import Catalogue

    client = client_of(actor)
    for step in Catalogue.shipped().steps:
        page = client.get(reverse("step", args=[case.key, step.id]))
        assert page.status_code == 200, step.id
        assert "Worauf er beruht" in page.content.decode()


def test_a_fact_is_recorded_and_the_second_officer_is_told_what_changed(actor, case, client_of) -> None:
    client = client_of(actor)
    address = reverse("fact_record", args=[case.key, "birth_name"])
    page = client.post(address, {"value": "Sahar", "seen": ""})
    assert page.status_code == 302
    stale = client.post(address, {"value": "Sarah", "seen": "", "note": "Geburtsurkunde"})
    assert stale.status_code == 409
    text = stale.content.decode()
    assert "Sahar" in text
    assert "Sarah" in text


def test_a_step_blocked_by_law_cannot_be_taken_by_address(actor, case, client_of) -> None:
    case.refresh_from_db()
    sent = {"reasons": "Eilt", "seen_version": case.version, "submission": str(uuid4())}
    page = client_of(actor).post(reverse("step", args=[case.key, "arrange_removal"]), sent)
    assert page.status_code == 409
    assert "nichts geändert" in page.content.decode()


def test_without_sign_in_every_page_asks_for_it(case, client) -> None:
    page = client.get(reverse("case", args=[case.key]))
    assert page.status_code == 302
    assert page["Location"].startswith(reverse("account_login"))


def test_a_form_sent_after_the_session_ended_keeps_its_text(case, client) -> None:
    page = client.post(reverse("fact_record", args=[case.key, "birth_name"]), {"value": "Sahar-Behrens"})
    assert page.status_code == 401
    assert "Sahar-Behrens" in page.content.decode()


def test_before_the_catalogue_begins_the_page_shows_facts_and_no_legal_position(actor, case, client_of) -> None:
    client = client_of(actor)
    says = "Der Rechtskatalog beginnt am 04.05.2026."
    earlier = {"wahr_am": "03.05.2026"}
    page = client.get(reverse("case", args=[case.key]), earlier).content.decode()
    assert says in page
    assert 'id="rechtslage"' not in page
    assert "Amani" in page
    proof = client.get(reverse("proof", args=[case.key, "may_arrange_removal"]), earlier)
    assert proof.status_code == 302
    assert proof["Location"] == f"{reverse('case', args=[case.key])}?wahr_am=03.05.2026"
    first = client.get(reverse("case", args=[case.key]), {"wahr_am": "04.05.2026"}).content.decode()
    assert says not in first
    assert 'id="rechtslage"' in first


def test_trying_out_names_the_first_day_of_the_catalogue(actor, client_of) -> None:
    page = client_of(actor).get("/recht/probe/", {"am": "2020-01-01"}).content.decode()
    assert "Der Rechtskatalog beginnt am 04.05.2026." in page
