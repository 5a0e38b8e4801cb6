"""From case facts and body to the data of the information about prospects of residence; no remedies, since it decides nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from augenmass.letters.document import Closing, Letter, Recipient, Sender, german_day
from augenmass.letters.rules.addressee import choose_addressee
from augenmass.letters.rules.departure_warning import information_rows, subject_for
from augenmass.letters.rules.inputs import Author, Incomplete, Person, Prospect
from augenmass.letters.wording import information as wording
from augenmass.letters.wording.departure_warning import salutation

TEMPLATE = "prospects_information"


def information_data(
    *, person: Person, author: Author, reference: str, written_on: date, prospects: tuple[Prospect, ...]
) -> dict[str, Any]:
    """The letter as stored JSON, ready for ``render.render``. Raises ``Incomplete`` where nobody can be written to."""
    addressee, gaps = choose_addressee(person)
    if addressee is None:
        raise Incomplete(gaps)
    letter = Letter(
        template=TEMPLATE,
        date=written_on.isoformat(),
        title=f"{wording.SUBJECT}, {reference}",
        reference=reference,
        sender=Sender(
            author.office.name, author.unit, " · ".join((author.office.name, *author.office.address.lines()))
        ),
        recipient=Recipient(addressee.lines()),
        info=information_rows(author, reference, german_day(written_on.isoformat())),
        subject=subject_for(wording.SUBJECT, addressee, person),
        salutation=salutation(addressee, person),
        sections=(
            wording.opening(addressee, person),
            wording.prospects(prospects),
            wording.applying(author.office.name),
            wording.hardship(),
            wording.rights_and_duties(author.counselling),
            wording.language(),
        ),
        closing=Closing("Mit freundlichen Grüßen", "Im Auftrag", author.signer or author.officer, author.signer_role),
        choices={"addressee": addressee.kind.value},
    )
    return letter.to_json()
