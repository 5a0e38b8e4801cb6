"""The file for counsel and court: leaves that keep their numbers, withheld pages, and pages whose existence is secret."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.files.storage import default_storage
from PIL import Image
from pypdf import PdfReader, PdfWriter

from augenmass.access.actor import NotPermitted
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.models import Document
from augenmass.disclosure.actions.inspection import (
    Asked,
    Choice,
    confirm_withheld,
    open_inspection,
    refuse_withheld,
    show_again,
    sign_inspection,
    withhold,
)
from augenmass.disclosure.models import Folio, Inspection, InspectionBundle, Withheld
from augenmass.disclosure.rules.leaves import Hold, Leaf, leaves, overlap, spans
from augenmass.law.time import today
from augenmass.record.ledger import book
from augenmass.record.models import Source
from augenmass.record.verify import verify
from augenmass.work.actions.notes import write_note
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.record.models import Case

pytestmark = [pytest.mark.db, pytest.mark.django_db]
HELD = {"family_name": "Haddad", "first_names": "Karim", "nationality": "GE"}


def pdf(pages: int, rotated: int = 0) -> bytes:
    writer = PdfWriter()
    for number in range(pages):
        page = writer.add_blank_page(width=300 + number, height=400)
        if rotated:
            page.rotate(rotated)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def begin(actor: "Actor", case: "Case", name: str = "Kanzlei Sommer") -> Inspection:
    return open_inspection(actor, case.pk, Asked(uuid4(), Inspection.Provision.PARTY, name, today()))


def texts(bundle: InspectionBundle) -> list[str]:
    with default_storage.open(bundle.document.path) as file:
        return [page.extract_text() for page in PdfReader(BytesIO(file.read())).pages]


def test_numbers_are_given_once_and_have_no_gap_for_what_is_unseen() -> None:
    pages = [("a", 1), ("a", 2), ("b", 1), ("c", 1)]
    first = leaves(pages, [Hold("a", 2, 2, "P"), Hold("b", 1, 1, "S", unseen=True)], {})
    assert first == [Leaf(1, ("a", 1)), Leaf(2, ("a", 2), "P"), Leaf(3, ("c", 1))]
    given = {leaf.page: leaf.number for leaf in first}
    later = leaves([("n", 1), *pages], [], given)
    assert [(leaf.number, leaf.page[0]) for leaf in later] == [(1, "a"), (2, "a"), (3, "c"), (4, "n"), (5, "b")]


def test_spans_and_overlap() -> None:
    assert spans([3, 4, 5, 8, 10, 11]) == "3–5, 8, 10–11"
    assert overlap(Hold("a", 2, 3, "P"), [Hold("a", 3, 5, "P")])
    assert not overlap(Hold("a", 2, 3, "P"), [Hold("b", 3, 5, "P"), Hold("a", 4, 5, "P")])


def test_the_bundle_has_every_kind_of_piece_and_keeps_its_numbers(actor: "Actor", case_with: "MakeCase") -> None:
    case = case_with(HELD, number="N-1")
    add_document(actor, case.pk, pdf(2, rotated=90), DocumentText(Document.Kind.DECISION, "Bescheid"))
    picture = BytesIO()
    Image.new("RGB", (60, 40), "white").save(picture, "PNG")
    add_document(actor, case.pk, picture.getvalue(), DocumentText(Document.Kind.IDENTITY, "Pass"))
    add_document(actor, case.pk, b"%PDF-1.7 zerstoert %%EOF", DocumentText(Document.Kind.OTHER, "Beschädigt"))
    write_note(actor, case.pk, uuid4(), "Vorsprache ohne Termin.")
    bundle = sign_inspection(actor, begin(actor, case).key)
    assert [line["leaves"] for line in bundle.index] == ["1–2", "3", "4", "5", "6", "7"]
    shown = texts(bundle)
    assert "Kanzlei Sommer" in shown[0]
    assert "§ 29 VwVfG" in shown[0]
    assert ["Blatt 1" in shown[1], "Blatt 5" in shown[5]] == [True, True]
    assert "Vorsprache ohne Termin." in shown[5]
    assert "Georgien" in shown[6]
    assert "Dokument abgelegt: Bescheid" in shown[7]
    with default_storage.open(bundle.document.path) as file:
        attached = PdfReader(BytesIO(file.read())).attachments
    assert [content for contents in attached.values() for content in contents] == [b"%PDF-1.7 zerstoert %%EOF"]
    numbers = dict(Folio.objects.values_list("number", "piece"))
    add_document(actor, case.pk, pdf(1), DocumentText(Document.Kind.COURT, "Beschluss"))
    second = sign_inspection(actor, begin(actor, case).key)
    assert dict(Folio.objects.filter(number__lte=7).values_list("number", "piece")) == numbers
    assert ("Beschluss", "8") in [(line["title"], line["leaves"]) for line in second.index]
    assert sign_inspection(actor, second.inspection.key) == second
    assert not list(verify())


def test_a_withheld_page_is_replaced_and_says_by_which_provision(actor: "Actor", case_with: "MakeCase") -> None:
    case = case_with(HELD)
    document = add_document(actor, case.pk, pdf(3), DocumentText(Document.Kind.OTHER, "Auskunft einer Zeugin"))
    inspection = begin(actor, case)
    piece = f"document:{document.key}"

    def choice(first: int, last: int, reason: str = "Schutz der Zeugin", unseen: bool = False) -> Choice:
        return Choice(uuid4(), piece, first, last, Withheld.Provision.DUTIES, reason, unseen)

    made = withhold(actor, inspection.key, choice(2, 2))
    for refused, sentence in (
        (choice(2, 3), "schon welche zurückgehalten"),
        (choice(3, 4), "Seiten 1 bis 3"),
        (choice(3, 2), "Seiten 1 bis 3"),
        (choice(3, 3, reason=" "), "begründen"),
        (choice(3, 3, unseen=True), "nur beim Ablauf einer Abschiebung"),
        (Choice(uuid4(), "document:x", 1, 1, Withheld.Provision.DUTIES, "x"), "gibt es in der Akte nicht"),
    ):
        with pytest.raises(NotDone, match=sentence):
            withhold(actor, inspection.key, refused)
    show_again(actor, made.key)
    withhold(actor, inspection.key, choice(2, 2))
    bundle = sign_inspection(actor, inspection.key)
    assert "Blatt 2 nicht vorgelegt (§ 29 Abs. 2 VwVfG)" in bundle.index[0]["remark"]
    shown = texts(bundle)
    assert "Diese Seite wird nicht vorgelegt. Vorschrift: § 29 Abs. 2 VwVfG" in shown[2]
    assert "Schutz der Zeugin" not in "".join(shown)
    with pytest.raises(NotDone, match="schon unterzeichnet"):
        withhold(actor, inspection.key, choice(3, 3))


def test_what_must_not_be_known_leaves_no_trace(
    actor: "Actor", approver: "Actor", case_with: "MakeCase", monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files that differ in a plan give the same leaves, texts and sizes; a second person confirmed what no rule can know."""
    seen = []
    for planned in (False, True):
        case = case_with(HELD, number=f"N-{int(planned)}")
        add_document(actor, case.pk, pdf(2), DocumentText(Document.Kind.DECISION, "Bescheid"))
        inspection = None
        if planned:
            plan(actor, case)
            secret = add_document(actor, case.pk, pdf(3), DocumentText(Document.Kind.OTHER, "Amtshilfeersuchen"))
            inspection = begin(actor, case)
            hold = Choice(uuid4(), f"document:{secret.key}", 1, 3, Withheld.Provision.REMOVAL, "Termin", unseen=True)
            made = withhold(actor, inspection.key, hold)
            with pytest.raises(NotDone, match="zweite Person"):
                sign_inspection(actor, inspection.key)
            confirm_withheld(approver, made.key)
        add_document(actor, case.pk, pdf(1), DocumentText(Document.Kind.COURT, "Beschluss"))
        bundle = sign_inspection(actor, (inspection or begin(actor, case)).key)
        seen.append([text.replace(case.number, "N") for text in texts(bundle)])
    assert seen[0] == seen[1]
    assert len(seen[0]) == 6


def plan(actor: "Actor", case: "Case") -> None:
    order = add_document(actor, case.pk, pdf(1), DocumentText(Document.Kind.OTHER, "Flugbuchung"))
    with book(actor, [case.pk]) as opened:
        source = Source.objects.get(body=actor.body, kind=Source.Kind.OFFICER, label="Akte")
        entry = opened.entry("fact.established", opened.case(case.pk))
        entry.establish("removal_date", "2026-12-14", source_id=source.pk, evidence_id=order.pk)
        entry.establish("removal_arranged_on", "2026-11-23", source_id=source.pk)


def test_what_has_a_number_cannot_be_made_unseen(actor: "Actor", case_with: "MakeCase") -> None:
    case = case_with(HELD)
    document = add_document(actor, case.pk, pdf(1), DocumentText(Document.Kind.OTHER, "Vermerk"))
    sign_inspection(actor, begin(actor, case).key)
    again = begin(actor, case)
    hold = Choice(uuid4(), f"document:{document.key}", 1, 1, Withheld.Provision.REMOVAL, "Termin", unseen=True)
    with pytest.raises(NotDone, match="schon eine Blattzahl"):
        withhold(actor, again.key, hold)


def test_the_pages_lead_to_a_bundle(
    actor: "Actor", outsider: "Actor", case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case = case_with(HELD, number="N-1")
    address = f"/faelle/{case.key}/akteneinsicht/"
    browser = client_of(actor)
    assert client_of(outsider).get(address).status_code == 404
    entered = {"key": str(uuid4()), "provision": "VwGO/99", "name": "VG Dessau", "received_on": f"{today():%d.%m.%Y}"}
    assert browser.post(address, entered | {"name": ""}).status_code == 422
    page = browser.post(address, entered, follow=True).content.decode()
    assert "Festgestellte Angaben" in page
    found = Inspection.objects.get(case=case)
    own = f"/akteneinsicht/{found.key}/"
    assert browser.get(own + "pdf/").content.startswith(b"%PDF")
    held = {
        "key": str(UUID(int=5, version=4)),
        "piece": f"facts:{found.key}",
        "first": "1",
        "last": "1",
        "provision": "VwGO/99/1/2",
        "reason": "Staatswohl",
    }
    assert browser.post(own + "zurueckhalten/", held | {"first": "9", "last": "9"}).status_code == 409
    assert "§ 99 Abs. 1 Satz 2 VwGO" in browser.post(own + "zurueckhalten/", held, follow=True).content.decode()
    assert "liegt bei den Dokumenten" in browser.post(own + "unterzeichnen/", follow=True).content.decode()
    assert client_of(outsider).get(own).status_code == 404


def test_the_second_person_refuses_with_a_reason_and_the_first_decides_anew(
    actor: "Actor", approver: "Actor", case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case = case_with(HELD)
    secret = add_document(actor, case.pk, pdf(2), DocumentText(Document.Kind.OTHER, "Flugbuchung"))
    inspection = begin(actor, case)
    hold = Choice(uuid4(), f"document:{secret.key}", 1, 2, Withheld.Provision.REMOVAL, "Termin", unseen=True)
    made = withhold(actor, inspection.key, hold)
    with pytest.raises(NotPermitted):
        refuse_withheld(actor, made.key, "Nein.")
    with pytest.raises(NotDone, match="begründen"):
        refuse_withheld(approver, made.key, "  ")
    own = f"/akteneinsicht/{inspection.key}/"
    second, first = client_of(approver), client_of(actor)
    assert "Nicht bestätigen" in second.get(own).content.decode()
    assert "Nicht bestätigen" not in first.get(own).content.decode()
    address = f"{own}seiten/{made.key}/ablehnen/"
    assert first.post(address, {"reason": "x"}).status_code == 403
    assert second.post(address, {"reason": "Die Buchung ist storniert."}).status_code == 302

    made.refresh_from_db()
    assert (made.state, made.second_by, made.refusal) == ("refused", approver.account, "Die Buchung ist storniert.")
    assert refuse_withheld(approver, made.key, "Anders.").refusal == "Die Buchung ist storniert."
    with pytest.raises(NotDone, match="inzwischen entschieden"):
        confirm_withheld(approver, made.key)
    [back] = Task.objects.filter(about=made.about, done_by=None)
    assert back.assignee == actor.account
    page = first.get(own).content.decode()
    assert "Die Buchung ist storniert." in page
    assert "Bündel unterzeichnen" not in page
    assert "Flugbuchung" not in page.split("Nicht vorgelegt")[0], "it stays unseen until somebody decided"
    with pytest.raises(NotDone, match="nicht bestätigt"):
        sign_inspection(actor, inspection.key)
    show_again(actor, made.key)
    assert not Task.objects.filter(about=made.about, done_by=None).exists()
    again = Choice(uuid4(), f"document:{secret.key}", 1, 2, Withheld.Provision.DUTIES, "Quelle", unseen=False)
    withhold(actor, inspection.key, again)
    sign_inspection(actor, inspection.key)
    assert list(verify()) == []
