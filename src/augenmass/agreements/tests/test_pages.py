"""The pages of integration agreements, from the first form to the copy that a stranger verifies."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.agreements.models import Agreement, Edition
from augenmass.agreements.tests.conftest import in_work, version
from augenmass.law.time import today

if TYPE_CHECKING:
    from augenmass.directory.models import Body

pytestmark = pytest.mark.db
ClientOf = Callable[[Actor], Client]


@pytest.fixture
def client(counsellor: Actor, client_of: ClientOf) -> Client:
    return client_of(counsellor)


def _act(client: Client, agreement: Agreement, what: str, **said: object) -> int:
    sent = {"seen": version(agreement), **said}
    return client.post(reverse("agreement_act", args=[agreement.key, what]), sent).status_code


def test_from_the_first_form_to_the_copy(client: Client) -> None:
    begun = {"key": uuid4(), "person_name": "Samir Haddad", "person_language": "ar", "situation": "arrival"}
    assert client.post("/vereinbarungen/neu/", begun).status_code == 302
    assert client.post("/vereinbarungen/neu/", begun).status_code == 302
    made = Agreement.objects.get()
    one = f"/vereinbarungen/{made.key}/"
    start = {
        "seen": version(made),
        "point_work": "Sucht Arbeit.",
        "goals": "Deutsch lernen\nArbeiten",
        "review_weeks": "4",
    }
    assert client.post(f"{one}ausgangslage/", start).status_code == 302
    assert in_work(made).said.goals == ("Deutsch lernen", "Arbeiten")
    for part in ("", "person/", "ausgangslage/", "schritt/", "leistung/", "vertrag/"):
        assert client.get(one + part).status_code == 200, part
    assert _act(client, made, "text") == 302
    assert client.get(one).status_code == 200
    page = client.get(f"{one}uebersetzung/").content.decode()
    lines = {f"line_{number}": f"نص {number}" for number in range(page.count('name="line_'))}
    sent = {"seen": version(made), "translated_by": "Layla Nasser", **lines}
    assert client.post(f"{one}uebersetzung/", sent).status_code == 302
    assert _act(client, made, "erklaert", explained_on=today().strftime("%d.%m.%Y"), interpreter="Layla Nasser") == 302
    assert client.get(one).status_code == 200
    edition = in_work(made)
    assert 'lang="ar"' in client.get(f"{one}fassung/1/").content.decode()
    for side in ("person", "counsellor"):
        assert client.get(f"{one}unterschrift/{side}/").status_code == 200
        signed = {"seen": version(made), "text_digest": edition.digest, "signed_how": "screen", "read_it": "on"}
        assert client.post(f"{one}unterschrift/{side}/", signed).status_code == 302
    copy = client.get(f"{one}fassung/1/pdf/").content
    stranger = Client()
    answer = stranger.post("/vereinbarung-pruefen/", {"copy": SimpleUploadedFile("a.pdf", copy)})
    assert "Diese Datei ist unverändert" in answer.content.decode()
    assert "Haddad" not in answer.content.decode()
    changed = copy.replace(b"%PDF-1.", b"%PDF-2.", 1)
    answer = stranger.post("/vereinbarung-pruefen/", {"copy": SimpleUploadedFile("a.pdf", changed)})
    assert "Diese Datei wurde verändert" in answer.content.decode()


def test_a_name_that_is_looked_for_stands_in_no_address(client: Client, begun: Callable[..., Agreement]) -> None:
    name = begun().participant.name
    answer = client.post("/vereinbarungen/", {"ansicht": "draft", "q": name})
    assert answer.status_code == 302
    assert name.split()[0] not in answer["Location"]
    page = client.get(answer["Location"]).content.decode()
    assert name in page
    assert f"q={name.split()[0]}" not in page
    other = client.post("/vereinbarungen/", {"ansicht": "draft", "q": "Niemand"}, follow=True)
    assert name not in other.content.decode()
    assert client.get("/vereinbarungen/?suche=AAAA").status_code == 404


def test_what_is_followed_up_stands_on_the_page(client: Client, signed: Callable[..., Agreement]) -> None:
    made = signed("de")
    step = made.steps.order_by("pk")[0]
    assert _act(client, made, "erledigt", item=step.key, done_on=today().strftime("%d.%m.%Y")) == 302
    assert "erledigt am" in client.get(f"/vereinbarungen/{made.key}/").content.decode()
    assert _act(client, made, "doch-offen", item=step.key) == 302
    assert _act(client, made, "gespraech", held_on=today().strftime("%d.%m.%Y"), talk_notes="Gut") == 302
    assert _act(client, made, "aendern", amend_reason="Neuer Kurs") == 302
    assert _act(client, made, "verwerfen") == 302
    assert _act(client, made, "dolmetschen") == 302
    assert _act(client, made, "widerrufen") == 302
    assert "Das hat keine Folgen" in client.get(f"/vereinbarungen/{made.key}/").content.decode()


def test_a_holiday_is_named_and_can_be_left_so(client: Client, begun: Callable[..., Agreement]) -> None:
    made = begun("de")
    address = f"/vereinbarungen/{made.key}/schritt/"
    said = {
        "key": uuid4(),
        "seen": version(made),
        "step_side": "counsellor",
        "step_what": "Formular besorgen",
        "step_due": f"06.01.{today().year + 1}",
    }
    answer = client.post(address, said)
    assert answer.status_code == 422
    assert "Heilige Drei Könige" in answer.content.decode()
    assert "day_stays" in answer.content.decode()
    assert client.post(address, said | {"day_stays": "on"}).status_code == 302


def test_a_stale_page_keeps_what_was_written(client: Client, begun: Callable[..., Agreement]) -> None:
    made = begun("de")
    stale = version(made)
    assert _act(client, made, "beenden") == 302
    fresh = begun("de")
    assert (
        client.post(
            f"/vereinbarungen/{fresh.key}/ausgangslage/", {"seen": version(fresh), "review_weeks": "6"}
        ).status_code
        == 302
    )
    said = {"seen": stale, "goals": "Mein Ziel steht noch da", "review_weeks": "6"}
    answer = client.post(f"/vereinbarungen/{fresh.key}/ausgangslage/", said)
    assert answer.status_code == 409
    assert "Mein Ziel steht noch da" in answer.content.decode()


def test_paper_needs_its_scan_and_no_program(
    client: Client, begun: Callable[..., Agreement], explained: Callable[[Agreement], Edition]
) -> None:
    made = begun("de")
    edition = explained(made)
    said = {"seen": version(made), "text_digest": edition.digest, "signed_how": "paper", "read_it": "on"}
    address = f"/vereinbarungen/{made.key}/unterschrift/person/"
    assert "Bitte laden Sie den Scan" in client.post(address, said).content.decode()
    answer = client.post(address, said | {"scan": SimpleUploadedFile("scan.pdf", b"MZ\x90 a program")})
    assert answer.status_code == 422
    scan = SimpleUploadedFile("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(20))
    assert client.post(address, said | {"scan": scan}).status_code == 302
    shown = client.get(f"/vereinbarungen/{made.key}/fassung/1/scan/person/")
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/png")
    assert "sandbox" in shown["Content-Security-Policy"]
    assert client.get(f"/vereinbarungen/{made.key}/fassung/1/scan/counsellor/").status_code == 404


def test_a_contract_is_chosen_explicitly_and_signed_on_paper_only(
    client: Client, begun: Callable[..., Agreement], explained: Callable[[Agreement], Edition]
) -> None:
    made = begun("de")
    address = f"/vereinbarungen/{made.key}/vertrag/"
    chosen = {"seen": version(made), "nature": "contract"}
    assert "Zweck des Vertrags" in client.post(address, chosen).content.decode()
    assert client.post(address, chosen | {"contract_purpose": "Ein Kursplatz"}).status_code == 302
    edition = explained(made)
    said = {"seen": version(made), "text_digest": edition.digest, "signed_how": "screen", "read_it": "on"}
    answer = client.post(f"/vereinbarungen/{made.key}/unterschrift/person/", said)
    assert answer.status_code == 409
    assert "Schriftform" in answer.content.decode()


def test_a_provider_answers_on_a_page_without_an_account(
    client: Client, begun: Callable[..., Agreement], working_day: Callable[[int], object]
) -> None:
    made = begun("de")
    due = working_day(6)
    said = {
        "key": uuid4(),
        "seen": version(made),
        "provider": "Volkshochschule",
        "provider_email": "kurse@vhs.example",
        "service_kind": "course",
        "service": "ein Kursplatz",
        "service_due": f"{due:%d.%m.%Y}",
    }
    assert client.post(f"/vereinbarungen/{made.key}/leistung/", said).status_code == 302
    from augenmass.work.models import OutgoingMail

    address = next(line for line in OutgoingMail.objects.get().text.splitlines() if "/zusage/" in line)
    path = address.split("testserver", 1)[1]
    stranger = Client()
    assert "Beginnt" not in stranger.get(path).content.decode()
    assert stranger.post(path, {"reply_yes": "yes"}).status_code == 422
    answer = stranger.post(path, {"reply_yes": "yes", "reply_name": "Frau Kern"})
    assert "Ihre Antwort ist angekommen" in answer.content.decode()
    assert stranger.get(path).status_code == 404
    assert "zugesagt" in client.get(f"/vereinbarungen/{made.key}/").content.decode()


@pytest.mark.parametrize("role", ["caseworker", "approver"])
def test_an_authority_gets_no_page_of_it(
    actor: Actor,
    body: "Body",
    make_actor: Callable[..., Actor],
    client_of: ClientOf,
    signed: Callable[..., Agreement],
    role: str,
) -> None:
    made = signed("de")
    other = client_of(make_actor("amt", body, role))
    for address in ("/vereinbarungen/", f"/vereinbarungen/{made.key}/", f"/vereinbarungen/{made.key}/fassung/1/pdf/"):
        assert other.get(address).status_code == 403


def test_a_colleague_goes_on(
    client: Client, counsellor: Actor, make_actor: Callable[..., Actor], begun: Callable[..., Agreement]
) -> None:
    made = begun("de")
    other = make_actor("sommer", counsellor.body, "integration_counsellor")
    assert _act(client, made, "abgeben", colleague=other.account_id) == 302
    made.refresh_from_db()
    assert made.counsellor_id == other.account_id


def test_the_code_for_the_person_is_shown_once(client: Client, begun: Callable[..., Agreement]) -> None:
    made = begun("de")
    answer = client.post(reverse("agreement_act", args=[made.key, "code"]), {"seen": version(made)})
    assert answer.status_code == 200
    assert "Code für die Person" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert "Code für die Person" not in client.get(f"/vereinbarungen/{made.key}/").content.decode()
