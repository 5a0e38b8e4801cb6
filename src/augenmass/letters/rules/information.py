"""From case facts and body to the data of the information about prospects of residence; no remedies, since it decides nothing.

Sources: AufenthG §§ 23a, 44a, 48, 49, 81, 82 (1) and (3); VwVfG § 25; GG Art. 17.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from augenmass.letters.document import Block, Closing, Letter, Paragraph, Recipient, Section, Sender, german_day
from augenmass.letters.rules.addressee import AddresseeKind, choose_addressee
from augenmass.letters.rules.beside import Beside, Part, german, translated
from augenmass.letters.rules.departure_warning import information_rows, subject_for
from augenmass.letters.rules.inputs import Author, Incomplete, Person, Prospect
from augenmass.letters.wording.departure_warning import language_hint, salutation
from augenmass.letters.wording.passages import GERMAN, wording

TEMPLATE = "prospects_information"


def information_data(
    *,
    person: Person,
    author: Author,
    reference: str,
    written_on: date,
    prospects: tuple[Prospect, ...],
    beside: Beside,
) -> dict[str, Any]:
    """The letter as stored JSON, ready for ``render.render``. Raises ``Incomplete`` where nobody can be written to."""
    addressee, gaps = choose_addressee(person)
    if addressee is None:
        raise Incomplete(gaps)
    subject = wording(TEMPLATE, GERMAN).subject
    before: tuple[Block, ...] = ()
    if addressee.kind is not AddresseeKind.PERSON:
        before = (Paragraph(f"Mit „Sie“ und „Ihnen“ ist im Folgenden {person.name} gemeint."),)
    return Letter(
        template=TEMPLATE,
        date=written_on.isoformat(),
        title=f"{subject}, {reference}",
        reference=reference,
        sender=Sender(
            author.office.name, author.unit, " · ".join((author.office.name, *author.office.address.lines()))
        ),
        recipient=Recipient(addressee.lines()),
        info=information_rows(author, reference, german_day(written_on.isoformat())),
        subject=subject_for(subject, addressee, person),
        salutation=salutation(addressee, person),
        sections=(
            *german(TEMPLATE, tuple(_parts(prospects, author)), before),
            Section("Sprache", (language_hint(),)),
        ),
        closing=Closing("Mit freundlichen Grüßen", "Im Auftrag", author.signer or author.officer, author.signer_role),
        enclosures=beside.enclosure("Übersetzung"),
        appended=translated(TEMPLATE, tuple(_parts(prospects, author, further=True)), beside),
        choices={"addressee": addressee.kind.value, **beside.choices()},
    ).to_json()


def _parts(prospects: tuple[Prospect, ...], author: Author, *, further: bool = False) -> Iterator[Part]:
    """The passages in their order. ``further``: for another language, with provisions as they are cited there."""
    yield Part("opening")
    yield Part("found" if prospects else "none")
    for prospect in prospects:
        provision = prospect.provision_further if further else prospect.provision
        yield Part(f"prospect_{prospect.key}", {"provision": provision}, strong=True)
        if prospect.missing:
            yield Part("missing", below=prospect.missing)
    yield Part("apply", {"office": author.office.name})
    yield from (Part("hardship"), Part("limits", strong=True), Part("petition"), Part("duties"))
    if author.counselling:
        yield Part("counselling", below=author.counselling)
