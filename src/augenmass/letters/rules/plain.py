"""The letter around passages that decide nothing: sender, addressee, salutation, closing, the person's language beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

from augenmass.letters.document import Block, Closing, Letter, Paragraph, Recipient, Section, Sender, german_day
from augenmass.letters.rules.addressee import AddresseeKind, choose_addressee
from augenmass.letters.rules.beside import Beside, Part, german, translated
from augenmass.letters.rules.departure_warning import information_rows, subject_for
from augenmass.letters.rules.inputs import Author, Incomplete, Person
from augenmass.letters.wording.departure_warning import salutation
from augenmass.letters.wording.passages import GERMAN, wording


def plain_letter(
    template: str,
    *,
    person: Person,
    author: Author,
    reference: str,
    written_on: date,
    parts: tuple[Part, ...],
    beside: Beside,
    further: tuple[Part, ...] | None = None,
    after: tuple[Section, ...] = (),
    dispatch_note: str = "",
) -> dict[str, Any]:
    """The letter as stored JSON, ready for ``render.render``. Raises ``Incomplete`` where nobody can be written to.

    ``further``: the passages for the other language where they differ. ``after``: sections that stand in German only.
    """
    addressee, gaps = choose_addressee(person)
    if addressee is None:
        raise Incomplete(gaps)
    subject = wording(template, GERMAN).subject
    before: tuple[Block, ...] = ()
    if addressee.kind is not AddresseeKind.PERSON:
        before = (Paragraph(f"Mit „Sie“ und „Ihnen“ ist im Folgenden {person.name} gemeint."),)
    return Letter(
        template=template,
        date=written_on.isoformat(),
        title=f"{subject}, {reference}",
        reference=reference,
        sender=Sender(
            author.office.name, author.unit, " · ".join((author.office.name, *author.office.address.lines()))
        ),
        recipient=Recipient(addressee.lines(), dispatch_note),
        info=information_rows(author, reference, german_day(written_on.isoformat())),
        subject=subject_for(subject, addressee, person),
        salutation=salutation(addressee, person),
        sections=(*german(template, parts, before), *after),
        closing=Closing("Mit freundlichen Grüßen", "Im Auftrag", author.signer or author.officer, author.signer_role),
        enclosures=beside.enclosure("Übersetzung"),
        appended=translated(template, parts if further is None else further, beside),
        choices={"addressee": addressee.kind.value, **beside.choices()},
    ).to_json()
