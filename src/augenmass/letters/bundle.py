"""The hand-back of a signed step for the leading file: cover, proof as a readable tree, the letter, all leaves counted through.

The signed letter itself travels as a file inside the PDF (PDF/A-3a allows it), so that its checksum can be tested byte by byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from augenmass.letters.document import SCHEMA, german_day

TEMPLATE = "bundle"
_BERLIN = ZoneInfo("Europe/Berlin")

WORDS_DE: Mapping[str, str] = {
    "draft": "ENTWURF – nicht unterzeichnet",
    "draft_short": "ENTWURF",
    "page": "Blatt",
    "of": "von",
    "to": "bis",
    "parts": "Inhalt",
    "part": "Teil",
    "leaves": "Blatt",
    "checksum": "Prüfsumme (SHA-256)",
    "none": "ohne",
    "proof": "Nachweis der Voraussetzungen",
    "proof_note": "Der Nachweis zeigt die Bedingungen, die den Ausschlag geben, mit Fundstelle und Tatsache, nach der Aktenlage bei der Unterzeichnung.",
    "reasons": "Gründe der unterzeichnenden Person",
    "enclosures": "Anlagen",
}

#: Words for the three values, as everywhere on pages of the desk.
VALUE_WORDS: Mapping[str, str] = {
    "yes": "festgestellt",
    "no": "entgegenstehend",
    "not_established": "nicht festgestellt",
}


_STATUTES = ("AufenthG", "AsylG", "VwGO", "VwVfG", "VwZG", "FreizügG/EU", "BGB", "AZRG", "BDSG")
_PARTS = ("§", "Absatz", "Satz", "Nummer")


def cite_words(cite: str) -> str:
    """A unit id in words: ``AufenthG/59/1/1`` is ``§ 59 Absatz 1 Satz 1 AufenthG``; what is no unit id stays as it is."""
    statute = next((name for name in _STATUTES if cite.startswith(f"{name}/")), "")
    if not statute:
        return cite
    parts = cite.removeprefix(f"{statute}/").split("/")
    return " ".join([*(f"{word} {part}" for word, part in zip(_PARTS, parts, strict=False)), statute])


@dataclass(frozen=True, slots=True)
class ProofNode:
    """One condition of a proof: its sentence, ``yes``/``no``/``not_established``, citation, the fact it rests on, deciding children."""

    text: str
    value: str
    cite: str = ""
    basis: str = ""
    children: tuple[ProofNode, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As the template reads it. Raises ``KeyError`` for a value that is none of the three words."""
        return {
            "text": self.text,
            "word": VALUE_WORDS[self.value],
            "cite": cite_words(self.cite),
            "basis": self.basis,
            "children": [child.to_json() for child in self.children],
        }


@dataclass(frozen=True, slots=True)
class ProofOfQuestion:
    """A question of the catalogue with its proof."""

    question: str
    root: ProofNode

    def to_json(self) -> dict[str, Any]:
        return {"question": self.question, "root": self.root.to_json()}


@dataclass(frozen=True, slots=True)
class SignedFacts:
    """What the cover says about the signature. ``signed_at`` is aware; it is printed in Berlin time."""

    case_number: str
    person: str
    body: str
    leading_file: str
    step: str
    signed_by: str
    second_by: str
    signed_at: datetime
    catalogue: str
    """Full hash of the catalogue that answered."""
    catalogue_review: str
    reasons: str = ""


def bundle_data(
    signed: SignedFacts,
    proofs: tuple[ProofOfQuestion, ...],
    *,
    letter: Mapping[str, Any] | None = None,
    letter_pdf: bytes | None = None,
) -> dict[str, Any]:
    """The bundle as JSON for ``render.render("bundle", …)``.

    ``letter`` is the stored data of the signed letter, ``letter_pdf`` its exact file; both or none. Raises ``ValueError`` otherwise.
    """
    if (letter is None) != (letter_pdf is None):
        raise ValueError("the letter's data and its file belong together")
    day = signed.signed_at.astimezone(_BERLIN).date().isoformat()
    proof_json = [proof.to_json() for proof in proofs]
    return {
        "schema": SCHEMA,
        "template": TEMPLATE,
        "language": "de",
        "date": day,
        "title": f"Aktenbündel zu {signed.case_number}: {signed.step}",
        "heading": f"Aktenbündel: {signed.step}",
        "author": signed.body,
        "keywords": [signed.case_number],
        "cover": _cover(signed),
        "parts": _parts(proof_json, letter_pdf),
        "notes": _notes(letter_pdf),
        "reasons": [part.strip() for part in signed.reasons.replace("\r\n", "\n").split("\n\n") if part.strip()],
        "proofs": proof_json,
        "letter": None if letter is None else dict(letter) | {"draft": False},
        "attachment": _attachment(signed, letter_pdf),
        "words": dict(WORDS_DE) | {"footer": f"Aktenbündel · {signed.case_number} · {german_day(day)}"},
    }


def proof_checksum(proofs: list[dict[str, Any]]) -> str:
    """SHA-256 over the canonical JSON of the proofs as they are printed."""
    canonical = json.dumps(proofs, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _in_groups(checksum: str) -> str:
    """Groups of eight characters: a checksum is compared by eye, and it may wrap."""
    return " ".join(checksum[start : start + 8] for start in range(0, len(checksum), 8))


def _cover(signed: SignedFacts) -> list[list[str]]:
    at = signed.signed_at.astimezone(_BERLIN)
    rows = [
        ("Aktenzeichen", signed.case_number),
        ("Betroffene Person", signed.person),
        ("Behörde", signed.body),
        ("Führende Akte", signed.leading_file or "nicht angegeben"),
        ("Schritt", signed.step),
        ("Unterzeichnet von", signed.signed_by),
        ("Zweite Person", signed.second_by or "nicht vorgesehen"),
        ("Unterzeichnet am", f"{at:%d.%m.%Y} um {at:%H:%M} Uhr"),
        ("Regelwerk", f"{signed.catalogue[:12]} ({signed.catalogue_review})"),
        ("Prüfsumme des Regelwerks", _in_groups(signed.catalogue)),
    ]
    return [list(row) for row in rows]


def _parts(proofs: list[dict[str, Any]], letter_pdf: bytes | None) -> list[dict[str, str]]:
    found = [{"key": "cover", "title": "Deckblatt", "sha256": ""}]
    if proofs:
        found.append({"key": "proof", "title": "Nachweis der Voraussetzungen", "sha256": proof_checksum(proofs)})
    if letter_pdf is not None:
        found.append(
            {"key": "letter", "title": "Schreiben (Abdruck)", "sha256": hashlib.sha256(letter_pdf).hexdigest()}
        )
    return found


def _notes(letter_pdf: bytes | None) -> list[str]:
    if letter_pdf is None:
        return []
    return [
        "Der Abdruck des Schreibens ist aus denselben Daten gesetzt wie das unterzeichnete Schreiben. Die Prüfsumme gehört zu der Datei des "
        "unterzeichneten Schreibens; diese Datei ist in das Bündel eingebettet."
    ]


def _attachment(signed: SignedFacts, letter_pdf: bytes | None) -> dict[str, Any] | None:
    if letter_pdf is None:
        return None
    return {
        "name": "schreiben.pdf",
        "description": f"Unterzeichnetes Schreiben zu {signed.case_number}",
        "content": list(letter_pdf),
    }
