"""The pages of transmissions: composing with a preview, refusals with sentences, the inbox, files, partners."""

import json
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.directory.models import Body
from augenmass.record.models import Fact
from augenmass.transmissions.models import OutsideBody, Received, Transmission
from augenmass.transmissions.tests.conftest import FACTS, TOLD
from augenmass.transmissions.tests.elsewhere import Elsewhere

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture
def benefits(db: None) -> Body:
    return Body.objects.create(
        key="leistung-nordheim", kind=Body.Kind.BENEFITS, name="Leistungsbehörde Nordheim", land="ST"
    )


@pytest.fixture
def case(case_with: "MakeCase") -> "Case":
    return case_with(FACTS)


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(actor.account)
    return client


def compose_at(case: "Case", body: Body, purpose: str = "asylum_benefits") -> str:
    return f"{reverse('transmission_new', args=[case.key])}?an=body:{body.pk}&zweck={purpose}"


def filled(case: "Case", do: str, *names: str) -> dict[str, object]:
    facts = Fact.objects.filter(case=case, name__in=names or ("family_name", "date_of_birth"))
    answers = {f"q_{name}": value for name, value in TOLD.items()}
    chosen = [str(pk) for pk in facts.values_list("pk", flat=True)]
    return {**answers, "key": str(uuid4()), "c_identity": chosen, "reasons": "Für Leistungen.", "do": do}


def test_the_purpose_is_asked_when_the_receiver_is_known_and_missed_only_then(
    actor: Actor, case: "Case", benefits: Body
) -> None:
    client, address = signed_in(actor), reverse("transmission_new", args=[case.key])
    asked = client.get(f"{address}?an=body:{benefits.pk}").content.decode()
    assert "Bitte prüfen Sie Ihre Angaben" not in asked
    assert f'value="body:{benefits.pk}" selected' in asked
    assert asked.index("über Stellen dieser Art") < asked.index("asylum_benefits") < asked.index("über alle Stellen")
    missed = client.get(f"{address}?an=body:{benefits.pk}&zweck=").content.decode()
    assert "Bitte prüfen Sie Ihre Angaben" in missed


def test_composing_shows_a_preview_and_signs_what_it_showed(actor: Actor, case: "Case", benefits: Body) -> None:
    client = signed_in(actor)
    address = compose_at(case, benefits)
    first = client.get(address).content.decode()
    assert "Besondere Regel steht entgegen" in first
    assert "c_identity" not in first
    seen = client.post(address, filled(case, "preview"))
    page = seen.content.decode()
    assert seen.status_code == 200
    assert "Genau das geht hinaus" in page
    assert "Haddad" in page
    assert "§ 90 Abs. 3 AufenthG" in page
    assert not Transmission.objects.exists()
    done = client.post(address, filled(case, "sign"))
    made = Transmission.objects.get()
    assert done.headers["Location"] == reverse("transmission_sent", args=[made.key])
    shown = client.get(done.headers["Location"]).content.decode()
    assert "Haddad" in shown
    assert "Eingangsquittung" in shown
    pdf = client.get(reverse("transmission_pdf", args=[made.key]))
    assert pdf.content.startswith(b"%PDF")


def test_what_may_not_go_says_why(actor: Actor, case: "Case", benefits: Body) -> None:
    page = signed_in(actor).get(compose_at(case, benefits)).content.decode()
    assert "Nach Ihren Antworten darf derzeit nichts übermittelt werden" in page
    assert "Diese Sperren greifen oder sind noch nicht ausgeschlossen" in page
    hostile = filled(case, "sign", "criminal_proceedings_open")
    answer = signed_in(actor).post(compose_at(case, benefits), hostile)
    assert answer.status_code == 422
    assert not Transmission.objects.exists()


def test_a_body_of_nowhere_and_a_purpose_of_nowhere_are_no_choice(actor: Actor, case: "Case", benefits: Body) -> None:
    client = signed_in(actor)
    for query in (
        "an=body:999999&zweck=asylum_benefits",
        f"an=body:{benefits.pk}&zweck=nonsense",
        "an=outside:x",
        "an=body:٣",
    ):
        page = client.get(f"{reverse('transmission_new', args=[case.key])}?{query}")
        assert page.status_code == 200
        assert "c_identity" not in page.content.decode()


def test_the_receiver_accepts_or_gives_back(
    actor: Actor, make_actor: "MakeActor", case: "Case", benefits: Body
) -> None:
    client, clerk = signed_in(actor), signed_in(make_actor("leist", benefits, "benefits_officer"))
    for _ in "ab":
        client.post(compose_at(case, benefits), filled(case, "sign"))
    first, second = Received.objects.filter(kind="transmission").order_by("pk")
    inbox = clerk.get(reverse("transmissions")).content.decode()
    assert inbox.count("Ausländerbehörde Nordheim") >= 2
    assert "Haddad" in clerk.get(reverse("transmission_received", args=[first.message])).content.decode()
    assert clerk.post(reverse("transmission_accept", args=[first.message])).status_code == 302
    assert clerk.post(reverse("transmission_return", args=[second.message]), {}).status_code == 422
    returned = clerk.post(reverse("transmission_return", args=[second.message]), {"grund": "person_unknown"})
    assert returned.status_code == 302
    again = clerk.post(reverse("transmission_accept", args=[second.message]))
    assert again.status_code == 409
    assert "soeben entschieden" in again.content.decode()
    states = set(Transmission.objects.values_list("state", flat=True))
    assert states == {"accepted", "returned"}
    assert (
        "Person hier nicht bekannt" in client.get(reverse("transmission_sent", args=[second.message])).content.decode()
    )
    assert clerk.get(reverse("transmission_new", args=[case.key])).status_code == 403


def test_a_file_is_taken_in_by_its_page_and_refused_with_a_sentence(
    actor: Actor, make_actor: "MakeActor", body: Body
) -> None:
    there, client = Elsewhere(), signed_in(actor)
    administrator = signed_in(make_actor("verwalt", body, "body_administrator"))
    card = SimpleUploadedFile("karte.json", there.card().encode())
    without = administrator.post(reverse("partner_new"), {"card_file": card})
    assert "vergleichen Sie den Fingerabdruck" in without.content.decode()
    card.seek(0)
    administrator.post(reverse("partner_new"), {"card_file": card, "compared": "on", "url": "https://fern.example"})
    assert OutsideBody.objects.get().url == "https://fern.example"
    assert "Ausländerbehörde Fern" in administrator.get(reverse("partners")).content.decode()

    text = there.message(actor)
    for content, says in (
        (text.replace("Haddad", "Hadad"), "verändert oder gefälscht"),
        (text[:-9], "keine lesbare Nachricht"),
        ("\xff", "keine lesbare Nachricht"),
    ):
        file = SimpleUploadedFile("nachricht.json", content.encode("latin-1" if content == "\xff" else "utf-8"))
        refused = client.post(reverse("message_take"), {"message_file": file})
        assert refused.status_code == 422
        assert says in refused.content.decode()
    file = SimpleUploadedFile("nachricht.json", text.encode())
    taken = client.post(reverse("message_take"), {"message_file": file})
    message = json.loads(text)["head"]["message"]
    assert taken.headers["Location"] == reverse("transmission_received", args=[message])


def test_the_card_and_the_keys_of_the_body(actor: Actor, make_actor: "MakeActor", body: Body) -> None:
    administrator = signed_in(make_actor("verwalt", body, "body_administrator"))
    card = json.loads(administrator.post(reverse("body_card")).content)
    assert card["body"]["address"] == "abh-nordheim@localhost"
    administrator.post(reverse("body_key_new"))
    administrator.post(reverse("body_key_revoke", args=[card["key"]["id"]]))
    newer = json.loads(administrator.post(reverse("body_card")).content)
    assert newer["key"]["id"] != card["key"]["id"]
    assert signed_in(actor).get(reverse("partners")).status_code == 403


def asked_for_circumstances(actor: Actor, case: "Case", body: Body) -> str:
    """Sends a request of the letter to the benefits office; the number of the message."""
    answers = {
        f"q_{name}": value
        for name, value in (TOLD | {"onward_allowed_directly": "yes", "register_block": "no"}).items()
    }
    chosen = [str(pk) for pk in Fact.objects.filter(case=case, name="family_name").values_list("pk", flat=True)]
    address = compose_at(case, body, "residence_law") + "&vorlage=benefits_request"
    fields = {"key": str(uuid4()), "c_identity": chosen, "reasons": "Für den Titel.", "asks": ["present_since"]}
    made = signed_in(actor).post(address, {**answers, **fields, "do": "sign"})
    assert made.status_code == 302, made.content.decode()
    return str(Transmission.objects.get().key)


def test_a_request_is_answered_from_the_inbox(
    actor: Actor, make_actor: "MakeActor", case: "Case", benefits: Body
) -> None:
    message = asked_for_circumstances(actor, case, benefits)
    clerk = signed_in(make_actor("leist", benefits, "benefits_officer"))
    shown = reverse("transmission_received", args=[message])
    address = reverse("reply_new", args=[message])
    assert clerk.get(address).headers["Location"] == shown, "not accepted yet"
    clerk.post(reverse("transmission_accept", args=[message]))
    assert address in clerk.get(shown).content.decode()
    assert "Zu beantworten" in clerk.get(reverse("transmissions") + "?ansicht=to_answer").content.decode()

    first = clerk.get(address).content.decode()
    assert "dürfen diese Angaben nicht mitgehen" in first
    assert 'name="present_since"' not in first
    told = {f"q_{name}": value for name, value in (TOLD | {"register_suffices": "no"}).items()}
    fields: dict[str, object] = {**told, "key": str(uuid4()), "sentence": "facts"}
    opened = clerk.post(address, {**fields, "do": "ask"})
    assert opened.status_code == 200
    assert 'name="present_since"' in opened.content.decode()
    added = clerk.post(address, {**fields, "do": "add", "more": "address_town", "present_since": "01.02.2020"})
    assert 'name="address_town"' in added.content.decode()
    assert 'name="added" value="address_town"' in added.content.decode(), "the next form brings it again"
    assert "01.02.2020" in added.content.decode()
    assert clerk.post(address, {**fields, "do": "preview"}).status_code == 409, "nothing was entered"
    assert clerk.post(address, {**fields, "do": "preview", "sentence": "x"}).status_code == 422
    typed = {
        **fields,
        "added": ["address_town", "illness_claimed"],
        "present_since": "01.02.2020",
        "address_town": "Süd",
    }
    seen = clerk.post(address, {**typed, "illness_claimed": "yes", "do": "preview"})
    assert seen.status_code == 200
    assert "Genau das geht hinaus" in seen.content.decode()
    for _ in "ab":
        assert clerk.post(address, {**typed, "illness_claimed": "yes", "do": "sign"}).headers["Location"] == shown
    page = clerk.get(shown).content.decode()
    assert "beantwortet" in page
    assert "Süd" in page

    client = signed_in(actor)
    answer = Received.objects.select_related("content").get(kind="answer")
    assert "illness_claimed" not in answer.content.text
    link = reverse("transmission_received", args=[answer.message])
    assert link in client.get(reverse("transmission_sent", args=[message])).content.decode()
    received = client.get(link).content.decode()
    assert reverse("transmission_sent", args=[message]) in received
    assert case.number in received
    taken = client.post(
        reverse("transmission_accept", args=[answer.message]), {"number": case.number, "take": ["present_since"]}
    )
    assert taken.status_code == 302
    assert case.facts.get(name="present_since").value == "2020-02-01"


def test_a_second_person_of_the_inbox_signs_an_answer(
    actor: Actor, make_actor: "MakeActor", case: "Case", benefits: Body
) -> None:
    benefits.policies = {"second_person": {"transmission": True}}
    benefits.save(update_fields=["policies"])
    message = asked_for_circumstances(actor, case, benefits)
    first, second = (signed_in(make_actor(name, benefits, "benefits_officer")) for name in ("leist", "leist2"))
    first.post(reverse("transmission_accept", args=[message]))
    fields = {"key": str(uuid4()), "sentence": "nothing_held", "do": "sign"}
    first.post(reverse("reply_new", args=[message]), fields)
    shown = reverse("transmission_received", args=[message])
    confirm = reverse("reply_confirm", args=[fields["key"]])
    assert confirm not in first.get(shown).content.decode()
    assert confirm in second.get(shown).content.decode()
    assert "andere Person" in first.post(confirm, follow=True).content.decode()
    assert not Received.objects.filter(kind="answer").exists()
    second.post(confirm)
    assert Received.objects.filter(kind="answer").count() == 1
    assert (
        "wartet nicht mehr" in first.post(reverse("reply_withdraw", args=[fields["key"]]), follow=True).content.decode()
    )
    assert signed_in(actor).post(confirm).status_code == 404


def test_a_changed_fact_leads_from_my_day_to_the_notice_or_a_reason(
    actor: Actor, make_actor: "MakeActor", case: "Case", benefits: Body
) -> None:
    client = signed_in(actor)
    client.post(compose_at(case, benefits), filled(case, "sign"))
    made = Transmission.objects.get()
    signed_in(make_actor("leist", benefits, "benefits_officer")).post(reverse("transmission_accept", args=[made.key]))
    dismiss = reverse("transmission_dismiss", args=[made.key])
    shown = reverse("transmission_sent", args=[made.key])
    assert dismiss not in client.get(shown).content.decode()
    held = case.facts.get(name="family_name")
    with reading_for(actor):
        establish_fact(actor, case.pk, FactEntry("family_name", "Hadad", note="Pass"), held.pk)
    title = "Leistungsbehörde Nordheim über eine geänderte Angabe unterrichten"
    for name in ("my_day", "tasks"):
        page = client.get(reverse(name)).content.decode()
        assert title in page
        assert shown in page
    page = client.get(shown).content.decode()
    assert dismiss in page
    assert "Der Empfänger ist zu unterrichten" in page
    entered = {"key": str(uuid4()), "reasons": "Nur die Schreibweise."}
    assert client.post(dismiss, {**entered, "reasons": ""}).status_code == 422
    for _ in "ab":
        assert client.post(dismiss, entered).headers["Location"] == shown
    late = client.post(dismiss, {**entered, "key": str(uuid4())})
    assert late.status_code == 409
    assert "keine Unterrichtung offen" in late.content.decode()
    page = client.get(shown).content.decode()
    assert dismiss not in page
    assert "in der Akte steht, warum nicht" in page
    assert title not in client.get(reverse("tasks")).content.decode()
