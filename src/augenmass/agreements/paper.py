"""An agreement on paper (PDF/UA): to be signed by hand, and as the copy that the person gets."""

from typing import Any

from django.utils.translation import override

from augenmass.agreements.models import Edition, Signature
from augenmass.agreements.rules.content import Form, Line, digest_of_text
from augenmass.agreements.rules.copy_seal import Sealed
from augenmass.law.time import today
from augenmass.letters.document import WORDS_DE, german_day
from augenmass.letters.render import render

TEMPLATE = "agreement"


def to_sign(edition: Edition) -> bytes:
    """The fixed text in both languages with lines for the signatures, as PDF."""
    return render(TEMPLATE, _data(edition, (), None), draft=False)


def signed_copy(edition: Edition, signatures: list[Signature], sealed: Sealed) -> bytes:
    """The signed text in both languages, as PDF with the line that carries the signature of the key, still empty."""
    return render(TEMPLATE, _data(edition, signatures, sealed), draft=False)


def _data(edition: Edition, signatures: "list[Signature] | tuple[()]", sealed: Sealed | None) -> dict[str, Any]:
    agreement = edition.agreement
    title = f"{edition.lines_de[0].text}, Fassung {edition.number}"
    digests = [digest_of_text(edition.lines_de)]
    parts = [_part("de", edition.lines_de)]
    if edition.text_own:
        parts.append(_part(edition.language, edition.lines_own))
        digests.append(digest_of_text(edition.lines_own))
    return {
        "date": (edition.signed_on or edition.fixed_on or today()).isoformat(),
        "language": "de",
        "title": title,
        "author": agreement.body.name,
        "keywords": [sealed.line()] if sealed is not None else [],
        "body": [
            agreement.body.name,
            ", ".join(
                filter(None, (agreement.body.street, f"{agreement.body.postcode} {agreement.body.town}".strip()))
            ),
        ],
        "parts": parts,
        "signatures_title": "Unterschriften",
        "signatures": [_signed(signature) for signature in signatures],
        "lines": [] if signatures else _blank(edition),
        "proof_title": "Nachweis",
        "proof": _proof(edition, digests, sealed),
        "words": {**WORDS_DE, "footer": f"{title} · Prüfsumme {edition.digest[:16]}"},
    }


def _part(language: str, lines: tuple[Line, ...]) -> dict[str, Any]:
    return {"language": language, "lines": [{"kind": line.kind.value, "text": line.text} for line in lines]}


def _signed(signature: Signature) -> list[str]:
    with override("de"):
        side, method = str(signature.get_side_display()), str(signature.get_method_display())
    who = f"{signature.name} (mit Sorgerecht)" if signature.for_minor else signature.name
    return [side, f"{who}, am {german_day(signature.signed_on.isoformat())}, {method}"]


def _blank(edition: Edition) -> list[str]:
    person = edition.agreement.participant
    return [f"Ort, Datum, {person.guardian or person.name}", f"Ort, Datum, {edition.agreement.counsellor.name}"]


def _proof(edition: Edition, digests: list[str], sealed: Sealed | None) -> list[list[str]]:
    rows = [["Erklärt am", _explained(edition)]] if edition.explained_on else []
    rows += [
        [f"SHA-256 des Textes ({name})", digest]
        for name, digest in zip(("deutsch", "Übersetzung"), digests, strict=False)
    ]
    rows.append(["Prüfsumme beider Texte", edition.digest])
    if sealed is not None:
        rows.append(["Fingerabdruck des Schlüssels", sealed.fingerprint])
        rows.append(
            [
                "Prüfen",
                "Ob diese Datei unverändert ist, prüft die Seite „Vereinbarung prüfen“ oder augenmass verify-agreement.",
            ]
        )
    return rows


def _explained(edition: Edition) -> str:
    assert edition.explained_on is not None
    day = german_day(edition.explained_on.isoformat())
    return f"{day}, gedolmetscht von {edition.interpreter}" if edition.interpreter else day


def needs_paper(form: str) -> bool:
    """Whether only paper will do: a contract under public law has to be in writing (VwVfG § 57)."""
    return form == Form.CONTRACT
