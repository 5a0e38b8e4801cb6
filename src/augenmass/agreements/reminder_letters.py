"""Reminders on paper (PDF/UA): one file for the post room, each letter in German and in the person's language beside it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from augenmass.agreements.models import Participant, Reminder
from augenmass.agreements.wording.mails import reminder
from augenmass.directory.models import Body
from augenmass.letters.document import Paragraph, Section
from augenmass.letters.queries.translations import beside_for
from augenmass.letters.render import render
from augenmass.letters.rules.beside import NO_FURTHER, Beside, Part, marks, passages_in
from augenmass.letters.wording.passages import GERMAN, wording

TEMPLATE: Final = "agreement_reminders"
WORDINGS: Final = {Reminder.Kind.REVIEW_PERSON: "agreement_talk", Reminder.Kind.STEP_PERSON: "agreement_step"}
"""In ``letters/texts``, so that a translator of the body confirms them like those of any letter."""


def as_pdf(body: Body, reminders: Sequence[Reminder], on: date) -> bytes:
    """The letters, a page each, in the given order. ``reminders`` carry agreement, participant and counsellor. Raises ``RenderError``."""
    beside = _translations(body, reminders)
    data = {
        "date": on.isoformat(),
        "language": "de",
        "title": f"Erinnerungen {on:%d.%m.%Y}, {body.name}",
        "author": body.name,
        "keywords": [],
        "letters": [_letter(body, one, beside[_pair(one)], on) for one in reminders],
    }
    return render(TEMPLATE, data, draft=False)


def _pair(one: Reminder) -> tuple[str, str]:
    return WORDINGS[Reminder.Kind(one.kind)], one.agreement.participant.language


def _translations(body: Body, reminders: Sequence[Reminder]) -> dict[tuple[str, str], Beside]:
    pairs = {_pair(one) for one in reminders}
    return {
        (name, language): NO_FURTHER if language == GERMAN else beside_for(body.pk, name, language, language)
        for name, language in pairs
    }


def _letter(body: Body, one: Reminder, beside: Beside, on: date) -> dict[str, Any]:
    name, person = WORDINGS[Reminder.Kind(one.kind)], one.agreement.participant
    place = ", ".join(filter(None, (body.street, f"{body.postcode} {body.town}".strip())))
    counsellor = one.agreement.counsellor
    telephone = counsellor.telephone or body.telephone
    return {
        "sender": {"name": body.name, "unit": "", "return_line": ", ".join(filter(None, (body.name, place)))},
        "recipient": {"lines": [person.name, *person.address.splitlines()], "note": ""},
        "info": [["Datum", f"{on:%d.%m.%Y}"], *([["Telefon", telephone]] if telephone else [])],
        "subject": wording(name, GERMAN).subject,
        "sections": [section.to_json() for section in _sections(name, one, person, beside)],
        "closing": counsellor.name,
    }


def _sections(name: str, one: Reminder, person: Participant, beside: Beside) -> list[Section]:
    parts = (Part("opening", {"day": f"{one.due:%d.%m.%Y}"}),)
    found = [Section("", passages_in(name, GERMAN, parts))]
    if person.reminded_in == "de-simple":
        words = reminder("de-simple", step=one.kind == Reminder.Kind.STEP_PERSON)
        said = [Paragraph(line) for line in words.text.split("\n\n")[1:-1]]
        found = [Section("", (Paragraph("Guten Tag,"), *said, Paragraph(f"Der Tag: {one.due:%d.%m.%Y}", strong=True)))]
    if beside.language:
        language = beside.language
        blocks = (*marks(beside), *passages_in(name, language, parts))
        found.append(Section(wording(name, language).subject, blocks, language=language))
    return found
