"""The pages of the door: who gets in, what is shown again, what is refused."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern

from augenmass.access.actor import Actor
from augenmass.cases.models import Document
from augenmass.doors.portal.languages import LANGUAGES
from augenmass.doors.portal.urls import urlpatterns
from augenmass.person_access.models import Access, SealedMessage, Submission
from augenmass.record.models import Action, Fact
from augenmass.work.models import IncomingPost

if TYPE_CHECKING:
    from augenmass.doors.portal.tests.conftest import Enter
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db]
OPEN = {
    "portal",
    "portal_sign_in",
    "portal_language",
    "portal_passkey",
    "portal_accessibility",
    "portal_feedback",
    "portal_sheet",
}
MOST_BYTES = 60_000
PDF = b"%PDF-1.7 %%EOF"


def addresses() -> Iterator[tuple[str, str]]:
    """Every address of the door with a sample for each part, and its name."""
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        path = re.sub(r"<uuid:\w+>", str(UUID(int=7)), str(pattern.pattern))
        yield re.sub(r"<slug:\w+>", "auskunft", f"/portal/{path}"), str(pattern.name)


def sent(client: Client, path: str, **typed: Any) -> Any:
    """Send a form as its page made it."""
    page = client.get(path)
    key = re.search(r'name="key" value="([^"]+)"', page.content.decode())
    return client.post(path, {"key": key[1] if key else "", **typed})


def test_every_address_but_the_open_ones_asks_to_sign_in() -> None:
    walked = 0
    for path, name in addresses():
        if name in OPEN:
            continue
        for answer in (Client().get(path), Client().post(path)):
            assert answer.status_code in {403, 405}, path
            assert b'name="code"' in answer.content or answer.status_code == 405, path
        walked += 1
    assert walked > 12


def test_a_session_of_the_staff_is_nothing_here_and_the_other_way_round(
    actor: Actor, access: Access, client_of: Any, enter: "Enter"
) -> None:
    staff = client_of(actor)
    assert staff.get("/portal/termine/").status_code == 403
    assert b'name="code"' in staff.get("/portal/").content
    person = enter(access)
    assert person.get("/portal/termine/").status_code == 200
    assert settings.SESSION_COOKIE_NAME not in person.cookies
    assert person.get("/faelle/").status_code == 302
    assert person.get(f"/faelle/{access.case.key}/").status_code == 302


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_every_page_in_every_language(access: Access, enter: "Enter", code: str) -> None:
    client = enter(access)
    client.post("/portal/sprache/", {"language": code, "next": "/portal/"})
    language = LANGUAGES[code]
    shown = 0
    for path, name in addresses():
        answer = client.get(path)
        if answer.status_code == 405 or answer["Content-Type"] != "text/html; charset=utf-8":
            continue
        assert answer.status_code in {200, 404}, path
        text = answer.content.decode()
        assert f'<html lang="{language.tag}" dir="{language.direction}">' in text, path
        assert answer["Content-Language"] == language.tag
        assert name not in {"portal_letter", "portal_receipt"} or answer.status_code == 404
        shown += 1
    assert shown > 12


def test_wrong_codes_are_slowed(access: Access) -> None:
    cache.clear()
    client = Client()
    answers = [client.post("/portal/anmelden/", {"code": f"{number:016d}"}).status_code for number in range(12)]
    assert answers[:10] == [422] * 10
    assert answers[10:] == [429] * 2


def test_the_first_page_is_small_without_fonts() -> None:
    page = Client().get("/portal/").content
    text = page.decode()
    files = re.findall(r'(?:href|src)="/static/([^"]+)"', text)
    assert "portal/portal.css" in files
    parts = [page, *(_static(name) for name in files)]
    assert sum(len(gzip.compress(part)) for part in parts) < MOST_BYTES


def _static(name: str) -> bytes:
    path = finders.find(name)
    assert isinstance(path, str)
    return Path(path).read_bytes()


def test_a_language_chosen_in_the_middle_of_a_form_keeps_what_was_typed(access: Access, enter: "Enter") -> None:
    client = enter(access)
    typed = {"key": str(uuid4()), "street": "Rosenweg 12", "postcode": "069", "town": "Südheim", "since": "bald"}
    answer = client.post("/portal/behoerde/anschrift/", {**typed, "language": "ar"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert 'dir="rtl"' in text
    assert all(f'value="{value}"' in text for value in typed.values())
    assert 'class="error"' not in text
    assert not Submission.objects.exists()
    assert 'dir="rtl"' in client.get("/portal/termine/").content.decode()


def test_a_file_that_the_browser_forgets_is_named_before_anything_is_sent(access: Access, enter: "Enter") -> None:
    client = enter(access)
    typed = {"language": "uk", "title": "Mietvertrag", "key": str(uuid4())}
    page = client.post("/portal/behoerde/dokument/", typed | {"file": SimpleUploadedFile("a.pdf", PDF)})
    assert page.status_code == 200
    assert "Мову змінено" in page.content.decode()
    assert 'value="Mietvertrag"' in page.content.decode()
    without = client.post("/portal/behoerde/dokument/", typed)
    assert "Мову змінено" not in without.content.decode()
    assert not Submission.objects.exists()


def test_a_new_address_is_handed_in_and_is_no_fact(access: Access, enter: "Enter", case: "Case") -> None:
    client = enter(access)
    facts = list(Fact.objects.filter(case=case).values_list("pk", "value"))
    answer = sent(
        client, "/portal/behoerde/anschrift/", street="Rosenweg 12", postcode="٠٦٩٩٨", town="Südheim", since=""
    )
    receipt = client.get(answer["Location"])
    assert answer.status_code == 302
    assert "Rosenweg 12" in receipt.content.decode()
    found = Submission.objects.get()
    assert found.content["postcode"] == "06998"
    assert list(Fact.objects.filter(case=case).values_list("pk", "value")) == facts
    post = IncomingPost.objects.get()
    assert (post.case_id, post.kind, post.assignee_id) == (case.pk, "person", case.officer_id)
    assert Action.objects.filter(case=case, kind="portal.address_handed_in", actor=None).exists()


def test_the_same_form_hands_in_once(access: Access, enter: "Enter") -> None:
    client, key = enter(access), str(uuid4())
    typed = {"key": key, "street": "Rosenweg 12", "postcode": "06998", "town": "Südheim"}
    first, second = (client.post("/portal/behoerde/anschrift/", typed) for _number in range(2))
    assert first["Location"] == second["Location"]
    assert (Submission.objects.count(), IncomingPost.objects.count()) == (1, 1)


def test_a_program_named_pdf_is_refused_by_its_content(access: Access, enter: "Enter") -> None:
    client = enter(access)
    file = SimpleUploadedFile("pass.pdf", b"MZ\x90\x00 program", content_type="application/pdf")
    answer = sent(client, "/portal/behoerde/dokument/", title="Mein Pass", file=file)
    assert answer.status_code == 422
    assert "nicht annehmen" in answer.content.decode()
    assert 'value="Mein Pass"' in answer.content.decode()
    assert not Document.objects.exists()
    assert not Submission.objects.exists()


def test_a_document_comes_with_a_receipt_that_names_its_digest(access: Access, enter: "Enter") -> None:
    client = enter(access)
    file = SimpleUploadedFile("x.exe", PDF)
    answer = sent(client, "/portal/behoerde/dokument/", title="جواز السفر", file=file)
    document = Document.objects.get()
    assert document.media_type == "application/pdf"
    assert document.added_by_id is None
    shown = client.get(answer["Location"]).content.decode()
    assert document.sha256 in shown
    assert "جواز السفر" in shown


def test_a_file_that_is_far_too_large_is_refused_unread(access: Access, enter: "Enter") -> None:
    client = enter(access)
    answer = client.post("/portal/behoerde/dokument/", {"title": "x"}, headers={"content-length": str(10**9)})
    assert answer.status_code == 413


def test_what_was_typed_is_shown_again_when_the_visit_is_over(access: Access, enter: "Enter") -> None:
    client = enter(access)
    client.post("/portal/abmelden/")
    answer = client.post("/portal/behoerde/anschrift/", {"street": "Rosenweg 12", "town": "Südheim", "code": "geheim"})
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "Rosenweg 12" in text
    assert "geheim" not in text


def test_a_form_from_elsewhere_is_refused_in_the_language_of_the_page(access: Access, print_code: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/portal/anmelden/", {"code": print_code(access), "note": "lange geschrieben"})
    assert answer.status_code == 403
    assert "lange geschrieben" in answer.content.decode()
    assert "Bitte noch einmal senden" in answer.content.decode()


def test_another_person_sees_no_receipt_of_this_one(
    access: Access, enter: "Enter", actor: Actor, case_with: Any
) -> None:
    from augenmass.person_access.actions.accesses import NewAccess, open_access
    from augenmass.person_access.tests.conftest import HELD

    mine = enter(access)
    made = sent(mine, "/portal/behoerde/anschrift/", street="Rosenweg 12", postcode="06998", town="Südheim")
    other = open_access(actor, case_with(HELD, number="N-2").pk, NewAccess(uuid4(), Access.Kind.PERSON))
    assert enter(other).get(made["Location"]).status_code == 404
    assert mine.get(made["Location"]).status_code == 200


def test_a_wish_for_counselling_leaves_no_trace_that_the_authority_can_read(
    access: Access, enter: "Enter", make_actor: Any, body: Any
) -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    from augenmass.person_access.actions.counselling import name_box
    from augenmass.sealed_message import open_sealed

    own = X25519PrivateKey.generate()
    clerk = make_actor("sommer", body, "body_administrator")
    name_box(clerk, "Beratung Nordheim", own.public_key().public_bytes_raw().hex())
    client = enter(access)
    before = Action.objects.count()
    said = {"about": "return", "name": "Karim", "contact": "0151 000", "text": "Ich möchte reden."}
    answer = sent(client, "/portal/beratung/", **said)
    assert answer.status_code == 200
    kept = SealedMessage.objects.get()
    assert b"reden" not in bytes(kept.content)
    assert {field.name for field in SealedMessage._meta.get_fields()} == {"id", "key", "box", "content", "arrived_on"}
    assert (Action.objects.count(), IncomingPost.objects.count()) == (before, 0)
    opened = open_sealed(own.private_bytes_raw(), bytes(kept.content))
    assert {name: opened[name] for name in said} == said


def test_without_a_service_the_page_says_how_to_reach_counselling(access: Access, enter: "Enter") -> None:
    text = enter(access).get("/portal/beratung/").content.decode()
    assert "Wohlfahrtsverband" in text
    assert 'name="about"' not in text
