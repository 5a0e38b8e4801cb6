"""A transmission for people: the same content as the signed file, set as a letter (PDF/UA)."""

from django.utils.translation import gettext as _

from augenmass.law.time import BERLIN, day_of
from augenmass.law.transmission.classes import DATA_CLASSES
from augenmass.letters.document import (
    Block,
    Bullets,
    Closing,
    Letter,
    Pairs,
    Paragraph,
    Recipient,
    Section,
    Sender,
    german_day,
)
from augenmass.letters.render import render
from augenmass.transmissions.models import Transmission
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.queries.sent import envelope_of
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.kinds import MessageKind
from augenmass.transmissions.rules.message import Content, Message, read_message
from augenmass.transmissions.words import GERMAN_KINDS

TEMPLATE = "transmission"


def paper_of(sent: Transmission) -> bytes:
    """The PDF of a signed transmission that was found. Raises ``NotSent`` before its signature and after its deletion."""
    envelope = envelope_of(sent)
    signature = getattr(sent, "signature", None)
    if envelope is None or signature is None or envelope.erased_by_id is not None:
        raise NotSent(
            _("Von dieser Übermittlung gibt es keinen Inhalt: Sie ist nicht unterzeichnet oder schon gelöscht.")
        )
    message, _raw = read_message(envelope.text)
    return render(TEMPLATE, _letter(sent, message).to_json(), draft=False)


def _letter(sent: Transmission, message: Message) -> Letter:
    signature, head = sent.signature, message.head
    body = sent.sender
    partner = Partner(body=sent.receiver, outside=sent.outside)
    title = f"{GERMAN_KINDS[MessageKind(sent.kind)]} an {partner.name}"
    at = signature.signed_at.astimezone(BERLIN)
    signed = f"Unterzeichnet am {german_day(at.date().isoformat())} um {at:%H:%M} Uhr"
    if signature.second_by is not None:
        signed += f", mitgezeichnet von {signature.second_by.name}"
    return Letter(
        template=TEMPLATE,
        date=day_of(signature.signed_at).isoformat(),
        title=title,
        reference=f"Ü {str(head.message)[:8]}",
        sender=Sender(
            body.name, "", ", ".join(filter(None, (body.name, body.street, f"{body.postcode} {body.town}".strip())))
        ),
        recipient=Recipient((partner.name, *partner.postal)),
        info=(
            ("Nachricht", str(head.message)),
            ("Bezug", str(head.refers_to) if head.refers_to is not None else "–"),
            ("Datum", german_day(day_of(signature.signed_at).isoformat())),
        ),
        subject=title,
        salutation="",
        sections=tuple(_sections(message)),
        closing=Closing("", "Im Auftrag", signature.signed_by.name, "", signed),
    )


def _sections(message: Message) -> list[Section]:
    content = message.content
    proof = Section(
        "Signatur",
        (
            Paragraph("Maßgeblich ist die signierte Datei mit demselben Inhalt."),
            Pairs((("Verfahren", message.signature.algorithm), ("Schlüssel", message.signature.key))),
        ),
    )
    if content is None:
        return [proof]
    return [*_about(content), *_facts(content), *_rules(content), proof]


def _about(content: Content) -> list[Section]:
    rows = [("Zweck", content.purpose_text)]
    if content.answer_by is not None:
        rows.append(("Antwort erbeten bis", german_day(content.answer_by.isoformat())))
    blocks: list[Block] = [Paragraph(content.wording)] if content.wording else []
    found = [Section("", (*blocks, Pairs(tuple(rows))))]
    if content.asked:
        found.append(Section("Gefragt wird nach", (Bullets(tuple(asked.label for asked in content.asked)),)))
    return found


def _facts(content: Content) -> list[Section]:
    by_class: dict[str, list[tuple[str, str]]] = {}
    for item in content.items:
        note = " (Einschätzung einer benannten Person)" if item.assessment else ""
        by_class.setdefault(item.data_class, []).append((item.label, f"{item.text}{note}"))
    return [
        Section(DATA_CLASSES[name][0] if name in DATA_CLASSES else name, (Pairs(tuple(rows)),))
        for name, rows in by_class.items()
    ]


def _rules(content: Content) -> list[Section]:
    basis = tuple(
        f"{one.citation}: {', '.join(DATA_CLASSES[name][0] for name in one.classes if name in DATA_CLASSES)}"
        for one in content.basis
    )
    duties = tuple(f"{duty.text} ({duty.citation})" for duty in content.duties)
    return [
        Section("Rechtsgrundlage", (Bullets(basis),)),
        Section("Pflichten der empfangenden Stelle", (Bullets(duties),)),
    ]
