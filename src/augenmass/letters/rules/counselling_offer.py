"""From the record to the letter that offers return counselling."""

from __future__ import annotations

from datetime import date
from typing import Any

from augenmass.letters.document import Closing, Letter, Recipient, Section, Sender, german_day
from augenmass.letters.rules.addressee import Addressee, AddresseeKind, choose_addressee
from augenmass.letters.rules.departure_warning import information_rows, missing_author, missing_identity, subject_for
from augenmass.letters.rules.inputs import Author, Gap, Incomplete, Person
from augenmass.letters.wording import counselling_offer as wording
from augenmass.letters.wording.departure_warning import salutation

TEMPLATE = "counselling_offer"


def counselling_offer_gaps(person: Person, author: Author) -> tuple[Gap, ...]:
    """Everything that is missing for the letter, all at once; empty when it can be made."""
    gaps = [*choose_addressee(person)[1], *missing_identity(person), *missing_author(author)]
    if not author.counselling:
        gaps.append(
            Gap(
                "counselling",
                "Ihre Dienststelle hat noch keine Beratungsstelle mit Kontakt und Sprechzeiten hinterlegt. Das macht die Verwaltung der Dienststelle.",
                "Your authority has not yet named a counselling service with contact and times. The administration of the authority does that.",
            )
        )
    return tuple(gaps)


def counselling_offer_data(
    *, person: Person, author: Author, reference: str, written_on: date, language: str, named: str, confirmed_by: str
) -> dict[str, Any]:
    """The letter as stored JSON. ``language`` is the person's, ``named`` what it is called in English, both "" when not established;
    ``confirmed_by`` is the translator who confirmed the translation, "" while nobody has. Raises ``Incomplete`` with all gaps."""
    gaps = counselling_offer_gaps(person, author)
    addressee = choose_addressee(person)[0]
    if gaps or addressee is None:
        raise Incomplete(gaps)
    day = german_day(written_on.isoformat())
    subject = wording.OFFERS["de"].subject
    appended = _appended(author, language, named, confirmed_by)
    letter = Letter(
        template=TEMPLATE,
        date=written_on.isoformat(),
        title=f"{subject}, {reference}",
        reference=reference,
        sender=Sender(
            author.office.name, author.unit, " · ".join((author.office.name, *author.office.address.lines()))
        ),
        recipient=Recipient(addressee.lines()),
        info=information_rows(author, reference, day),
        subject=subject_for(subject, addressee, person),
        salutation=salutation(addressee, person),
        sections=wording.german_sections(_opening(addressee, person), author.counselling),
        closing=Closing("Mit freundlichen Grüßen", "Im Auftrag", author.signer or author.officer, author.signer_role),
        enclosures=tuple(f"Übersetzung ({wording.OFFERS[str(section.language)].name})" for section in appended),
        appended=appended,
        choices={"addressee": addressee.kind.value, "language": language, "confirmed_by": confirmed_by},
    )
    return letter.to_json()


def _opening(addressee: Addressee, person: Person) -> str:
    if addressee.kind is AddresseeKind.PERSON:
        return ""
    return f"dieses Schreiben ist für {person.name}; bitte geben Sie es weiter."


def _appended(author: Author, language: str, named: str, confirmed_by: str) -> tuple[Section, ...]:
    beside = wording.translation_for(language)
    if not beside:
        return ()
    missing = named if language and beside != language else ""
    return (wording.translated_section(beside, author.counselling, missing, confirmed_by),)
