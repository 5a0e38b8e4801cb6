"""The certificate of border crossing as a letter (PDF/UA): what it certifies, the part for the border, the code and its picture."""

from dataclasses import dataclass
from datetime import date

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from augenmass.directory.models import Body
from augenmass.letters.document import (
    Closing,
    Letter,
    Numbered,
    Pairs,
    Paragraph,
    Picture,
    Recipient,
    Section,
    Sender,
    bind,
    german_day,
)

TEMPLATE = "border_certificate"
BLANK = "_" * 28


@dataclass(frozen=True, slots=True)
class Certified:
    """What one certificate says. ``address``: where its code is checked."""

    number: str
    name: str
    born: str
    nationality: str
    valid_until: date
    issued_on: date
    signed_by: str
    code: str
    address: str


def certificate_letter(body: Body, said: Certified) -> Letter:
    """The certificate as data of the template."""
    place = f"{body.postcode} {body.town}".strip()
    until = german_day(said.valid_until.isoformat())
    person = Pairs(
        (
            ("Name", said.name),
            ("Geburtsdatum", said.born or "nicht festgestellt"),
            ("Staatsangehörigkeit", said.nationality or "nicht festgestellt"),
            ("Gültig bis", until),
        )
    )
    return Letter(
        template=TEMPLATE,
        date=said.issued_on.isoformat(),
        title=f"Grenzübertrittsbescheinigung {said.number}",
        reference=said.number,
        sender=Sender(body.name, "", ", ".join(filter(None, (body.street, place)))),
        recipient=Recipient((said.name,), "Zur Mitnahme auf die Reise"),
        info=tuple(
            (label, text)
            for label, text in (
                ("Aktenzeichen", said.number),
                ("Telefon", body.telephone),
                ("E-Mail", body.email),
                ("Datum", german_day(said.issued_on.isoformat())),
            )
            if text
        ),
        subject="Grenzübertrittsbescheinigung",
        salutation="",
        sections=(Section("", (person, Paragraph(bind(_PERSON).format(until=until)))),),
        closing=Closing("", "Im Auftrag", said.signed_by, "", ""),
        appended=(
            Section("Von der Grenzbehörde oder Auslandsvertretung auszufüllen", _border(body, place)),
            Section("Zur Prüfung", _check(said)),
            Section("In English", _english(said), language="en"),
        ),
    )


_PERSON = (
    "Die genannte Person will Deutschland freiwillig verlassen und gibt diese Bescheinigung bei der Ausreise ab. "
    "Die Bescheinigung gilt bis {until} für eine Ausreise. Sie ist kein Aufenthaltstitel und keine Duldung und berechtigt nicht zur Einreise."
)


def _check(said: Certified) -> tuple[Picture | Paragraph | Pairs, ...]:
    return (
        Paragraph(
            "Ob diese Bescheinigung ausgestellt wurde und noch gilt, lässt sich ohne Anmeldung prüfen. Die Seite nennt keine Angaben zur Person."
        ),
        Pairs((("Adresse", said.address), ("Code", said.code))),
        Picture(picture_of(f"{said.address}?code={said.code}"), "Strichcode mit der Adresse der Prüfung und dem Code"),
    )


def _border(body: Body, place: str) -> tuple[Pairs | Paragraph, ...]:
    rows = ("Ausgereist am", "Grenzübergang", "Dienststelle", "Stempel und Unterschrift")
    back = ", ".join(filter(None, (body.name, body.street, place)))
    return (
        Pairs(tuple((label, BLANK) for label in rows)),
        Paragraph(f"Bitte nach der Ausreise zurücksenden an: {back}"),
    )


def _english(said: Certified) -> tuple[Paragraph | Numbered, ...]:
    return (
        Paragraph(
            f"Certificate of border crossing for {said.name}, valid until {said.valid_until:%d.%m.%Y}. The German text prevails."
        ),
        Numbered(
            (
                "Please hand this certificate in at the border when you leave, or at a German embassy or consulate after your return.",
                "Without it your departure is not proven, and payments that depend on it cannot be made.",
                f"Anybody can check the certificate with its code at {said.address}. The page shows nothing about you.",
            )
        ),
    )


def picture_of(text: str) -> str:
    """A bar code as SVG: one path of squares on white, with the quiet zone that readers ask for."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    size = len(matrix)
    squares = "".join(f"M{x},{y}h1v1h-1z" for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0,0h{size}v{size}h-{size}z"/><path d="{squares}"/></svg>'
    )
