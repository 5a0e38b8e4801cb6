"""To whom an order is served: representative, legal representative or the person (VwZG §§ 6, 7; AufenthG § 80)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.letters.rules.inputs import Address, Gap, LegalRepresentative, Person, Representative


class AddresseeKind(StrEnum):
    PERSON = "person"
    REPRESENTATIVE = "representative"
    LEGAL_REPRESENTATIVE = "legal_representative"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who receives the order, with the reason and its provision."""

    kind: AddresseeKind
    name: str
    address: Address
    reason_de: str
    reason_en: str
    cite: str

    def lines(self) -> tuple[str, ...]:
        """Name and address as they stand in the address zone."""
        return (self.name, *self.address.lines())


def choose_addressee(person: Person) -> tuple[Addressee | None, tuple[Gap, ...]]:
    """The addressee, or what has to be cleared first.

    A representative who has shown written authority must be served (VwZG § 7 (1) sentence 2); whether it was shown must be known.
    A minor or an adult with a custodian is served through the legal representative (VwZG § 6 (1)).
    """
    if person.representative is not None and person.representative.authority_shown != NO:
        return _represented(person.representative)
    if person.legal_representative is not None:
        return _by_law(person.legal_representative)
    return _in_person(person)


def _represented(representative: Representative) -> tuple[Addressee | None, tuple[Gap, ...]]:
    if representative.authority_shown != YES:
        return None, (
            Gap(
                "representative_authority",
                f"Klären Sie, ob {representative.name} eine schriftliche Vollmacht vorgelegt hat. Dann muss dorthin zugestellt werden "
                "(§ 7 Absatz 1 Satz 2 VwZG).",
                f"Establish whether {representative.name} has presented a written authority. If so, service must go there "
                "(VwZG § 7 (1) sentence 2).",
            ),
        )
    found = Addressee(
        AddresseeKind.REPRESENTATIVE,
        representative.name,
        representative.address,
        "Eine schriftliche Vollmacht liegt vor; zuzustellen ist an die bevollmächtigte Person.",
        "A written authority has been presented; service goes to the authorised representative.",
        "VwZG/7/1/2",
    )
    return _with_address(found, "representative_address")


def _by_law(representative: LegalRepresentative) -> tuple[Addressee | None, tuple[Gap, ...]]:
    found = Addressee(
        AddresseeKind.LEGAL_REPRESENTATIVE,
        representative.name,
        representative.address,
        "Zuzustellen ist an die Betreuerin oder den Betreuer."
        if representative.custodian
        else "Die Person ist minderjährig; zuzustellen ist an die gesetzliche Vertretung.",
        "Service goes to the custodian."
        if representative.custodian
        else "The person is a minor; service goes to the legal representative.",
        "VwZG/6/1/2" if representative.custodian else "VwZG/6/1/1",
    )
    return _with_address(found, "legal_representative_address")


def _in_person(person: Person) -> tuple[Addressee | None, tuple[Gap, ...]]:
    if person.minor == YES:
        return None, (
            Gap(
                "legal_representative",
                "Die Person ist minderjährig. Tragen Sie die gesetzliche Vertretung ein, an die zuzustellen ist (§ 6 Absatz 1 VwZG).",
                "The person is a minor. Enter the legal representative to whom service must go (VwZG § 6 (1)).",
            ),
        )
    if person.minor == UNKNOWN:
        return None, (
            Gap(
                "date_of_birth",
                "Stellen Sie fest, ob die Person volljährig ist. Davon hängt ab, an wen zuzustellen ist (§ 6 Absatz 1 VwZG).",
                "Establish whether the person is of age. The addressee of the service depends on it (VwZG § 6 (1)).",
            ),
        )
    found = Addressee(
        AddresseeKind.PERSON,
        person.name,
        person.address,
        "Die Person ist volljährig und nicht durch eine Person mit schriftlicher Vollmacht vertreten.",
        "The person is of age and not represented by somebody with a written authority.",
        "VwVfG/41/1/1",
    )
    return _with_address(found, "address")


def _with_address(found: Addressee, field: str) -> tuple[Addressee | None, tuple[Gap, ...]]:
    if found.name.strip() and found.address.complete():
        return found, ()
    return None, (
        Gap(
            field,
            f"Tragen Sie Namen und vollständige Anschrift ein (Straße, Postleitzahl, Ort) für: {found.name.strip() or 'Empfang unbekannt'}.",
            f"Enter name and complete address (street, postcode, town) for: {found.name.strip() or 'recipient unknown'}.",
        ),
    )
