"""The letter with a code for the door of persons. It is set, given out and not kept: the code stands in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from augenmass.letters.document import Closing, Letter, Recipient, Sender, german_day
from augenmass.letters.rules.addressee import Addressee
from augenmass.letters.rules.departure_warning import information_rows, missing_author, subject_for
from augenmass.letters.rules.inputs import Author, Incomplete, Person
from augenmass.letters.wording import portal_code as wording
from augenmass.letters.wording.departure_warning import salutation

TEMPLATE = "portal_code"


def portal_code_data(
    *,
    person: Person,
    addressee: Addressee,
    author: Author,
    reference: str,
    written_on: date,
    expires_on: date,
    code: str,
    address: str,
    language: str,
) -> dict[str, Any]:
    """The letter as JSON for ``render``: German, then the person's language, or all that the program has where theirs is not among them.

    ``code`` is grouped as it is to be typed. Raises ``Incomplete``.
    """
    gaps = missing_author(author)
    if gaps:
        raise Incomplete(tuple(gaps))
    day = german_day(written_on.isoformat())
    last = german_day(expires_on.isoformat())
    words = wording.LETTERS["de"]
    letter = Letter(
        template=TEMPLATE,
        date=written_on.isoformat(),
        title=f"{words.subject}, {reference}",
        reference=reference,
        sender=Sender(
            author.office.name, author.unit, " · ".join((author.office.name, *author.office.address.lines()))
        ),
        recipient=Recipient(addressee.lines()),
        info=information_rows(author, reference, day),
        subject=subject_for(words.subject, addressee, person),
        salutation=salutation(addressee, person),
        sections=wording.german_sections(address, code, last),
        closing=Closing("Mit freundlichen Grüßen", "Im Auftrag", author.signer or author.officer, author.signer_role),
        appended=wording.translated_sections(language, address, code, last),
        choices={"addressee": addressee.kind.value, "language": language},
    )
    return letter.to_json()
