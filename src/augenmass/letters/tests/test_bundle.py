"""The hand-back: leaves counted through, page ranges that are true, checksums that can be tested, the exact letter inside."""

from __future__ import annotations

import hashlib
import io
import re
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

from augenmass.letters.bundle import ProofNode, ProofOfQuestion, SignedFacts, bundle_data, proof_checksum
from augenmass.letters.render import render
from augenmass.letters.rules.departure_warning import with_signature
from augenmass.letters.tests.samples import warning

SIGNED = SignedFacts(
    case_number="33.21-2026/00417",
    person="Milan Arsovski, geboren 12.03.1991",
    body="Landkreis Ellertal, Ausländerbehörde",
    leading_file="Fachverfahren, Akte 33/00417",
    step="Abschiebung androhen und Ausreisefrist setzen",
    signed_by="Jana Brückner",
    second_by="Ole Steinhauer",
    signed_at=datetime(2026, 11, 23, 13, 5, tzinfo=UTC),
    catalogue="ab" * 32,
    catalogue_review="noch nicht vor Ort geprüft",
    reasons="Erster Grund.\n\nZweiter Grund mit #Raute und *Stern*.",
)
PROOF = ProofOfQuestion(
    "Darf die Abschiebung angedroht werden?",
    ProofNode(
        "Alle Voraussetzungen liegen vor",
        "yes",
        "AufenthG/59/1/1",
        children=tuple(
            ProofNode(
                f"Bedingung {number} $x$ #eval",
                "yes",
                "AufenthG/58/2/1",
                f"Tatsache {number}",
                (ProofNode("Unterpunkt", "not_established"),),
            )
            for number in range(40)
        ),
    ),
)

pytestmark = pytest.mark.whole


def whole() -> tuple[bytes, bytes]:
    data = with_signature(
        warning(), name="Jana Brückner", role="Sachbearbeiterin", signed="Unterzeichnet am 23.11.2026."
    )
    letter = render("departure_warning", data, draft=False)
    return render("bundle", bundle_data(SIGNED, (PROOF,), letter=data, letter_pdf=letter), draft=False), letter


@pytest.fixture(scope="module")
def bundle() -> tuple[bytes, bytes]:
    return whole()


@cache
def pages_of(pdf: bytes) -> list[str]:
    """The text of each page. Reading it costs more than setting it, and most tests look at the same file."""
    return [
        re.sub(r"\s+", " ", page.extract_text().replace("\u00a0", " ")) for page in PdfReader(io.BytesIO(pdf)).pages
    ]


def test_every_leaf_is_counted_through(bundle: tuple[bytes, bytes]) -> None:
    pages = pages_of(bundle[0])
    for number, text in enumerate(pages, 1):
        assert f"Blatt {number} von {len(pages)}" in text


def test_the_cover_names_the_leaves_on_which_each_part_really_stands(bundle: tuple[bytes, bytes]) -> None:
    pages = pages_of(bundle[0])
    letter_starts = next(number for number, text in enumerate(pages, 1) if "Postzustellungsurkunde" in text)
    assert letter_starts >= 3
    proof = "2" if letter_starts == 3 else f"2 bis {letter_starts - 1}"
    assert re.search(rf"Nachweis der Voraussetzungen [0-9a-f ]+ {proof} ", pages[0])
    assert re.search(rf"Schreiben \(Abdruck\) [0-9a-f ]+ {letter_starts} bis {len(pages)} ", pages[0])


def test_the_cover_says_who_signed_when_and_by_which_catalogue(bundle: tuple[bytes, bytes]) -> None:
    cover = pages_of(bundle[0])[0]
    for word in (
        "Jana Brückner",
        "Ole Steinhauer",
        "23.11.2026 um 14:05 Uhr",
        "Fachverfahren, Akte 33/00417",
    ):
        assert word in cover
    assert "ab" * 32 in cover.replace(" ", "")
    assert "Zweiter Grund mit #Raute und *Stern*." in cover


def test_the_exact_signed_letter_is_inside_and_its_checksum_on_the_cover(bundle: tuple[bytes, bytes]) -> None:
    pdf, letter = bundle
    attached = PdfReader(io.BytesIO(pdf)).attachments
    assert attached["schreiben.pdf"] == [letter]
    assert hashlib.sha256(letter).hexdigest() in pages_of(pdf)[0].replace(" ", "")


def test_the_proof_is_a_tree_in_words_with_its_checksum(bundle: tuple[bytes, bytes]) -> None:
    pages = pages_of(bundle[0])
    proof = " ".join(pages[1:])
    assert "festgestellt: Bedingung 39 $x$ #eval (§ 58 Absatz 2 Satz 1 AufenthG) Tatsache 39" in proof
    assert "nicht festgestellt: Unterpunkt" in proof
    assert proof_checksum([PROOF.to_json()]) in pages[0].replace(" ", "")


def test_the_bundle_is_accessible_and_the_same_each_time(bundle: tuple[bytes, bytes]) -> None:
    root: Any = PdfReader(io.BytesIO(bundle[0])).trailer["/Root"].get_object()
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "/StructTreeRoot" in root
    assert re.search(r"pdfuaid:part[^0-9]*1", metadata)
    assert re.search(r"pdfaid:part[^0-9]*3", metadata)
    assert whole()[0] == bundle[0]


def test_a_step_without_letter_gives_cover_and_proof_only() -> None:
    pdf = render("bundle", bundle_data(SIGNED, (PROOF,)), draft=False)
    assert "Schreiben (Abdruck)" not in pages_of(pdf)[0]
    assert PdfReader(io.BytesIO(pdf)).attachments == {}


def test_a_letter_without_its_file_is_refused() -> None:
    with pytest.raises(ValueError, match="belong together"):
        bundle_data(SIGNED, (PROOF,), letter=warning())
