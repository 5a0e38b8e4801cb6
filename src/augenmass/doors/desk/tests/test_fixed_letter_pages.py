"""Pages of the letters to the person and of the translations that they carry."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.law.time import today
from augenmass.letters.actions.drafting import begin_letter
from augenmass.letters.models import Letter, TranslationReview
from augenmass.letters.queries.letters import entries_of
from augenmass.letters.tests.conftest import READY
from augenmass.letters.wording.passages import languages, text_sha256, wording

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]

RETURN = "freiwillige-ausreise"


@pytest.fixture
def client(client_of: Callable[[Actor], Client], actor: Actor) -> Client:
    return client_of(actor)


@pytest.fixture
def translator(client_of: Callable[[Actor], Client], make_actor: MakeActor, body: Body) -> Client:
    return client_of(make_actor("yilmaz", body, "translator"))


@pytest.fixture
def administration(client_of: Callable[[Actor], Client], make_actor: MakeActor, body: Body) -> Client:
    return client_of(make_actor("sommer", body, "body_administrator"))


@pytest.fixture
def case(case_with: MakeCase, actor: Actor) -> Case:
    actor.body.street, actor.body.postcode, actor.body.town = "Rathausplatz 1", "06999", "Nordheim"
    actor.body.policies = {"letters": {"counselling": ["Rückkehrberatung Nordheim, Telefon 0391 55 501"]}}
    actor.body.save()
    return case_with(READY | {"language": "ar"})


def test_the_letter_is_looked_at_in_another_language_and_made_in_the_one_that_was_shown(
    client: Client, case: Case
) -> None:
    address = reverse("fixed_letter", args=[case.key, RETURN])
    own = client.get(address).content.decode()
    assert languages()["ar"].not_confirmed in own
    assert 'lang="ar" dir="auto"' in own
    other = client.get(address + "?sprache=tr").content.decode()
    assert languages()["tr"].not_confirmed in other
    assert languages()["ar"].not_confirmed not in other
    assert languages()["tr"].not_confirmed not in client.get(address + "?sprache=").content.decode()
    key = str(uuid4())
    for _ in range(2):
        assert client.post(address, {"key": key, "language": "tr"}).status_code == 302
    letter = Letter.objects.get()
    assert letter.signature.data["choices"]["language"] == "tr"
    listing = client.get(reverse("case_letters", args=[case.key])).content.decode()
    assert reverse("letter", args=[letter.key]) in listing
    assert "Information über freiwillige Ausreise und Hilfen" in listing


def test_what_makes_no_sense_is_refused(client: Client, case: Case) -> None:
    address = reverse("fixed_letter", args=[case.key, RETURN])
    assert client.get(address + "?sprache=xx").status_code == 404
    assert client.get(reverse("fixed_letter", args=[case.key, "bescheid"])).status_code == 404
    assert client.post(address, {"key": "kein Schlüssel"}).status_code == 404
    assert client.post(address, {"key": str(uuid4()), "language": "xx"}).status_code == 302
    assert not Letter.objects.exists()


def test_what_is_missing_is_said_and_the_letter_cannot_be_made(client: Client, case: Case) -> None:
    page = client.get(reverse("fixed_letter", args=[case.key, "haertefall"])).content.decode()
    assert "wie die Härtefallkommission zu erreichen ist" in page
    assert "Erstellen und unterzeichnen" not in page


def test_another_body_finds_no_letter(client_of: Callable[[Actor], Client], outsider: Actor, case: Case) -> None:
    other = client_of(outsider)
    for name, args in (("case_letters", []), ("fixed_letter", [RETURN])):
        assert other.get(reverse(name, args=[case.key, *args])).status_code == 404


def test_the_officer_writes_the_hearing_in_its_form(client: Client, actor: Actor, case: Case) -> None:
    letter = begin_letter(actor, case.pk, "hearing", uuid4())
    page = client.get(reverse("letter", args=[letter.key])).content.decode()
    assert "Beschreiben Sie die Tatsachen" in page
    assert "Rechtsbehelf" not in page
    address = reverse("letter_edit", args=[letter.key])
    sent = {
        "edition": letter.edition,
        "intended": "revocation",
        "facts": "Der Grund Ihrer Duldung ist im Juli 2026 weggefallen.",
        "second_language": "fr",
        "dispatch_method": "certificate",
    }
    wrong = client.post(address, {**sent, "second_language": "xx"})
    assert wrong.status_code == 422
    assert "im Juli 2026 weggefallen" in wrong.content.decode()
    assert client.post(address, sent).status_code == 302
    letter.refresh_from_db()
    entered = entries_of(letter).to_json()
    assert (entered["intended"], entered["second_language"], entered["health"]) == ("revocation", "fr", False)
    overtaken = client.post(address, {**sent, "facts": "Von einem älteren Stand der Seite."})
    assert overtaken.status_code == 409
    assert "Von einem älteren Stand der Seite." in overtaken.content.decode()


def test_a_translator_reads_both_texts_confirms_and_objects(translator: Client, client: Client) -> None:
    address = reverse("translation", args=["hearing", "ar"])
    assert client.get(address).status_code == 403
    assert client.get(reverse("translations")).status_code == 403
    assert (
        reverse("translation", args=["legal_remedy", "uk"]) in translator.get(reverse("translations")).content.decode()
    )
    page = translator.get(address).content.decode()
    assert wording("hearing", "ar").passages["matters"].heading in page
    assert wording("hearing", "de").passages["matters"].heading in page
    sha256 = text_sha256("hearing", "ar")
    assert translator.post(address, {"outcome": "confirmed", "sha256": sha256}).status_code == 302
    objection = {"outcome": "objected", "sha256": sha256, "reason": "kurz"}
    refused = translator.post(address, objection)
    assert refused.status_code == 422
    assert "kurz" in refused.content.decode()
    assert translator.post(address, objection | {"reason": "Im dritten Absatz fehlt ein Wort."}).status_code == 302
    assert "Im dritten Absatz fehlt ein Wort." in translator.get(address).content.decode()
    assert list(TranslationReview.objects.values_list("outcome", flat=True)) == ["objected", "confirmed"]
    assert translator.get(reverse("translation", args=["hearing", "xx"])).status_code == 404


def test_the_administration_names_who_confirmed(administration: Client) -> None:
    address = reverse("translation", args=["legal_remedy", "uk"])
    sent = {
        "outcome": "confirmed",
        "sha256": text_sha256("legal_remedy", "uk"),
        "translator": "Ada Muster",
        "reviewed_on": today().strftime("%d.%m.%Y"),
    }
    wrong = administration.post(address, sent | {"sha256": "0" * 64})
    assert wrong.status_code == 422
    assert "Ada Muster" in wrong.content.decode(), "what was typed is still there"
    assert administration.post(address, sent).status_code == 302
    assert "Ada Muster" in administration.get(reverse("translations")).content.decode()


def test_a_translator_sees_no_case(translator: Client, case: Case) -> None:
    assert translator.get(reverse("case", args=[case.key])).status_code in (403, 404)
    assert "Übersetzungen" in translator.get(reverse("translations")).content.decode()
