"""From case facts, Land profile, body and the officer's input to the data of a warning (AufenthG §§ 59, 77)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from augenmass.law.values import UNKNOWN, YES
from augenmass.letters.document import Closing, Letter, Recipient, Section, Sender, german_day
from augenmass.letters.rules.addressee import Addressee, choose_addressee
from augenmass.letters.rules.beside import NO_FURTHER, Beside
from augenmass.letters.rules.inputs import Author, Gap, Incomplete, Obligation, Person, RemedyProfile, WarningInput
from augenmass.letters.rules.period import LEAST_REASON, check_period
from augenmass.letters.rules.remedy import Remedy, choose_remedy
from augenmass.letters.rules.warning_beside import summary
from augenmass.letters.wording import departure_warning as wording
from augenmass.letters.wording import notices

TEMPLATE = "departure_warning"


def departure_warning_gaps(
    person: Person, author: Author, profile: RemedyProfile, entered: WarningInput
) -> tuple[Gap, ...]:
    """Everything that is missing for the letter, all at once; empty when it can be made."""
    gaps = [*choose_addressee(person)[1], *_remedy(profile, author, entered)[1], *check_period(entered.period)]
    gaps += _not_for_free_movement(entered)
    gaps += missing_identity(person)
    gaps += missing_author(author)
    gaps += _missing_states(entered)
    gaps += _missing_reasons(entered)
    return tuple(gaps)


def departure_warning_data(
    *,
    person: Person,
    author: Author,
    profile: RemedyProfile,
    entered: WarningInput,
    reference: str,
    written_on: date,
    period_example: str = "",
    beside: Beside = NO_FURTHER,
    english_states: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The letter as stored JSON, ready for ``render.render``.

    ``reference`` is the file number, ``period_example`` a computed sentence about when the period would end, ``beside`` the further language of
    the summary, ``english_states`` the English names of the states by their German ones. Raises ``Incomplete`` with all gaps.
    """
    gaps = departure_warning_gaps(person, author, profile, entered)
    if gaps:
        raise Incomplete(gaps)
    addressee, remedy = choose_addressee(person)[0], _remedy(profile, author, entered)[0]
    assert addressee is not None
    assert remedy is not None
    day = german_day(written_on.isoformat())
    subject = wording.SUBJECT if entered.period.length is not None else wording.SUBJECT_NO_PERIOD
    letter = Letter(
        template=TEMPLATE,
        date=written_on.isoformat(),
        title=f"{subject}, {reference}",
        reference=reference,
        sender=Sender(
            author.office.name, author.unit, " · ".join((author.office.name, *author.office.address.lines()))
        ),
        recipient=Recipient(addressee.lines(), entered.dispatch_note),
        info=information_rows(author, reference, day),
        subject=subject_for(subject, addressee, person),
        salutation=wording.salutation(addressee, person),
        sections=_sections(addressee, person, author, entered, remedy, period_example),
        closing=Closing("Mit freundlichen Grüßen", "Im Auftrag", author.signer or author.officer, author.signer_role),
        enclosures=_enclosures(entered, beside),
        appended=_appended(person, author, entered, remedy, reference, day, beside, english_states or {}),
        choices={"addressee": addressee.kind.value, "remedy": remedy.kind.value, **beside.choices()},
    )
    return letter.to_json()


def _remedy(profile: RemedyProfile, author: Author, entered: WarningInput) -> tuple[Remedy | None, tuple[Gap, ...]]:
    return choose_remedy(profile, author.office, immediate_execution=entered.immediate_execution)


def with_signature(data: Mapping[str, Any], *, name: str, role: str, signed: str) -> dict[str, Any]:
    """The same letter with its signature block filled; ``signed`` is the sentence about when (and with whom) it was signed."""
    return dict(data) | {"closing": dict(data["closing"]) | {"name": name, "role": role, "signed": signed}}


def _sections(
    addressee: Addressee, person: Person, author: Author, entered: WarningInput, remedy: Remedy, example: str
) -> tuple[Section, ...]:
    return (
        wording.opening(addressee, person),
        wording.operative_part(entered),
        *wording.grounds(person, entered),
        *wording.immediate_execution(entered),
        *notices.notices(entered, author.counselling, example),
        wording.remedy_section(remedy),
        wording.suspension_section(
            remedy, with_period=entered.period.length is not None, after_loss=entered.after_loss
        ),
    )


def subject_for(subject: str, addressee: Addressee, person: Person) -> str:
    """Addressed to somebody else, the letter must say whom it concerns (VwVfG § 37 (1))."""
    return (
        subject
        if addressee.name == person.name
        else f"{subject}\nBetroffene Person: {person.name}, geboren {person.birth}"
    )


def information_rows(author: Author, reference: str, day: str) -> tuple[tuple[str, str], ...]:
    """Who answers questions, under which file number."""
    rows = [
        ("Aktenzeichen", reference),
        ("Bearbeitung", author.officer),
        ("Telefon", author.officer_telephone or author.office.telephone),
        ("E-Mail", author.officer_email or author.office.email),
        ("Datum", day),
    ]
    return tuple((label, value) for label, value in rows if value)


def _enclosures(entered: WarningInput, beside: Beside) -> tuple[str, ...]:
    found = list(entered.enclosures)
    if entered.period.length is not None:
        found.insert(0, "Bescheinigung über die Ausreisefrist")
    if Obligation.UNLAWFUL_ENTRY in entered.obligation:
        found.append("Standardformular mit Erläuterungen")
    return (*found, *beside.enclosure("Zusammenfassung"))


def _appended(
    person: Person,
    author: Author,
    entered: WarningInput,
    remedy: Remedy,
    reference: str,
    day: str,
    beside: Beside,
    names: Mapping[str, str],
) -> tuple[Section, ...]:
    found: list[Section] = []
    if entered.period.length is not None:
        found.append(
            notices.certificate(person, entered, author.office.name, reference, day, author.signer or author.officer)
        )
    known = names if beside.language == "en" else {}
    states = tuple(known.get(state, state) for state in entered.target_states)
    forbidden = tuple(known.get(state, state) for state in entered.forbidden_states)
    return (*found, *summary(entered, remedy, beside, states, forbidden))


def _not_for_free_movement(entered: WarningInput) -> list[Gap]:
    """Without the finding nobody who moves freely is obliged to leave (FreizügG/EU § 7 (1) sentence 1)."""
    if not entered.free_movement or entered.after_loss:
        return []
    return [
        Gap(
            "obligation_basis",
            "Die Person ist als Unionsbürger, Gleichgestellter oder deren Familienangehöriger erfasst. Dieses Schreiben passt erst, wenn "
            "festgestellt ist, dass kein Freizügigkeitsrecht besteht (§ 7 Absatz 1 Satz 1 FreizügG/EU). Erfassen Sie dann diese "
            "Feststellung als Grund der Ausreisepflicht.",
            "The person is on record as a Union citizen, as equal to one, or as their family. This letter fits only after the finding that "
            "freedom of movement does not exist (FreizügG/EU § 7 (1) sentence 1). Then record that finding as ground of the obligation "
            "to leave.",
        )
    ]


def missing_identity(person: Person) -> list[Gap]:
    """What is missing of the person's identity."""
    found: list[Gap] = []
    if not person.family_name.strip() and not person.first_names.strip():
        found.append(
            Gap("family_name", "Der Name der betroffenen Person fehlt.", "The name of the person concerned is missing.")
        )
    if not person.birth.strip():
        found.append(Gap("date_of_birth", "Das Geburtsdatum fehlt.", "The date of birth is missing."))
    if not person.nationality.strip():
        found.append(
            Gap(
                "nationality",
                "Die Staatsangehörigkeit fehlt. Ist sie ungeklärt, tragen Sie das ein.",
                "The nationality is missing. If it is unclear, enter that.",
            )
        )
    return found


def missing_author(author: Author) -> list[Gap]:
    """What is missing of the body that writes."""
    if author.office.name.strip() and author.office.address.complete():
        return []
    return [
        Gap(
            "body_address",
            "Die eigene Behörde ist nicht mit vollständiger Anschrift hinterlegt (§ 37 Absatz 3 VwVfG).",
            "Your own authority is not recorded with its complete address (VwVfG § 37 (3)).",
        )
    ]


def _missing_states(entered: WarningInput) -> list[Gap]:
    found: list[Gap] = []
    if not entered.target_states:
        found.append(
            Gap(
                "target_states",
                "Nennen Sie mindestens einen Staat, in den abgeschoben werden soll (§ 59 Absatz 2 AufenthG).",
                "Name at least one state of removal (AufenthG § 59 (2)).",
            )
        )
    both = sorted(set(entered.target_states) & set(entered.forbidden_states))
    if both:
        found.append(
            Gap(
                "forbidden_states",
                f"Ein Staat kann nicht zugleich Zielstaat und ausgeschlossen sein: {', '.join(both)}.",
                f"A state cannot be both target and excluded: {', '.join(both)}.",
            )
        )
    found += _missing_prohibition(entered)
    return found


def _missing_prohibition(entered: WarningInput) -> list[Gap]:
    if entered.prohibition_established == YES and not entered.forbidden_states:
        return [
            Gap(
                "forbidden_states",
                "Ein Abschiebungsverbot ist festgestellt. Nennen Sie den Staat, in den nicht abgeschoben werden darf "
                "(§ 60 Absatz 10 Satz 2 AufenthG).",
                "A prohibition of removal is established. Name the state to which removal must not happen (AufenthG § 60 (10) sentence 2).",
            )
        ]
    if entered.prohibition_established == UNKNOWN:
        return [
            Gap(
                "removal_prohibition",
                "Stellen Sie fest, ob ein Abschiebungsverbot besteht (§ 59 Absatz 1 Satz 1, § 60 AufenthG). Offen bleiben darf das nicht.",
                "Establish whether a prohibition of removal exists (AufenthG § 59 (1) sentence 1, § 60). It must not stay open.",
            )
        ]
    return []


_OWN_WORDS = (
    ("facts", "den Sachverhalt", "the facts"),
    (
        "obstacles",
        "was zu Abschiebungsverboten, Kindeswohl, Familie und Gesundheit festgestellt ist",
        "what is established on obstacles",
    ),
    ("own_reasons", "die Gründe im Einzelfall", "the reasons in this case"),
    (
        "discretion",
        "die Erwägungen zu Zielstaat und Länge der Frist",
        "the considerations on state and length of the period",
    ),
)


def _missing_reasons(entered: WarningInput) -> list[Gap]:
    """A written order needs the essential reasons of fact and law, and those of discretion (AufenthG § 77 (1), VwVfG § 39 (1))."""
    found = [
        Gap(field, f"Beschreiben Sie {de} (§ 39 Absatz 1 VwVfG).", f"Describe {en} (VwVfG § 39 (1)).")
        for field, de, en in _OWN_WORDS
        if len(getattr(entered, field).strip()) < LEAST_REASON
    ]
    if not entered.obligation:
        found.append(
            Gap(
                "obligation",
                "Wählen Sie, weshalb die Ausreisepflicht vollziehbar ist (§ 58 Absatz 2 AufenthG).",
                "Choose why the obligation to leave is enforceable (AufenthG § 58 (2)).",
            )
        )
    if entered.immediate_execution and len(entered.immediate_reasons.strip()) < LEAST_REASON:
        found.append(
            Gap(
                "immediate_reasons",
                "Begründen Sie das besondere Interesse an der sofortigen Vollziehung (§ 80 Absatz 3 VwGO).",
                "Give reasons for the special interest in immediate execution (VwGO § 80 (3)).",
            )
        )
    hearing = entered.hearing
    if hearing.held_on is None and len(hearing.waived_reasons.strip()) < LEAST_REASON:
        found.append(
            Gap(
                "hearing",
                "Tragen Sie den Tag der Anhörung ein, oder begründen Sie, warum davon abgesehen wurde (§ 28 VwVfG).",
                "Enter the day of the hearing, or give reasons why it was left out (VwVfG § 28).",
            )
        )
    return found
