"""Beginning an agreement; what is known of the person."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.agreements.actions.changing import changing, require_counsel
from augenmass.agreements.models import Agreement, Edition, Participant, Reminder
from augenmass.agreements.queries.agreements import visible_agreements
from augenmass.agreements.queries.people import counsellors
from augenmass.agreements.rules.languages import LANGUAGES
from augenmass.agreements.situations import situation
from augenmass.law.time import day_of, today
from augenmass.record.ledger import Entry, entry
from augenmass.record.once import once
from augenmass.work.refusal import NotDone

LONGEST_ADDRESS, MOST_LINES = 300, 5


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person: name and language, the rest where the person wants to say it."""

    name: str
    language: str
    born_on: date | None = None
    guardian: str = ""
    email: str = ""
    reminded: bool = False
    by_letter: bool = False
    address: str = ""
    simple_german: bool = False


def begin_agreement(actor: Actor, key: UUID, known: Known, situation_key: str) -> Agreement:
    """Begin an agreement for a person, with or without a case; ``key`` comes from the form. Raises ``NotDone``, ``NotPermitted``."""
    require_counsel(actor)
    template = situation(situation_key)
    if template is None or not template.offered(today()):
        raise NotDone(_("Bitte wählen Sie eine Vorlage aus der Liste."))
    _check(known)

    def make() -> Agreement:
        with entry(actor, "agreement.begun") as e:
            participant = Participant.objects.create(body=actor.body, **_columns(known))
            made = Agreement.objects.create(
                key=key,
                body=actor.body,
                participant=participant,
                counsellor=actor.account,
                situation=template.key,
                begun_at=e.book.at,
            )
            content = template.content(day_of(e.book.at))
            Edition.objects.create(agreement=made, number=1, language=known.language, content=content.to_json())
            e.refer(agreement=made.pk)
        return made

    return once(lambda: visible_agreements(actor).filter(key=key).first(), make)


def change_person(actor: Actor, key: UUID, seen: int, known: Known) -> None:
    """Correct what is known of the person; not what stands in a text that is fixed. Raises ``NotDone``, ``NotPermitted``."""
    _check(known)
    with changing(actor, "agreement.person_changed", key, seen) as (e, agreement):
        fixed = agreement.editions.filter(stage__in=Edition.OPEN).exclude(stage=Edition.Stage.DRAFT)
        if _written(agreement.participant) != _written(Participant(**_columns(known))) and fixed.exists():
            raise NotDone(
                _(
                    "Name, Sprache und Sorgerecht stehen in einem Text, der schon festgelegt ist. Öffnen Sie den Text zuerst wieder."
                )
            )
        before = agreement.participant
        Participant.objects.filter(pk=agreement.participant_id).update(**_columns(known))
        if (before.reminded, before.email, before.by_letter) != (known.reminded, known.email.strip(), known.by_letter):
            _forget_waiting(e, agreement)
        drafts = agreement.editions.filter(stage=Edition.Stage.DRAFT).exclude(language=known.language)
        drafts.update(language=known.language, own_words={})


def give_over(actor: Actor, key: UUID, seen: int, to_account: int) -> None:
    """Let a colleague of the same body go on as counsellor. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.given_over", key, seen) as (_e, agreement):
        if to_account not in {account.pk for account in counsellors(actor)}:
            raise NotDone(_("Bitte wählen Sie eine Person, die in Ihrer Dienststelle Vereinbarungen bearbeitet."))
        Agreement.objects.filter(pk=agreement.pk).update(counsellor=to_account)


def _forget_waiting(e: Entry, agreement: Agreement) -> None:
    """What waits for the person was written for another wish: it is written anew, or not at all."""
    mine = Reminder.objects.filter(agreement=agreement, state=Reminder.State.WAITING, kind__in=Reminder.TO_PERSON)
    e.refer(forgotten=list(mine.values_list("pk", flat=True)))
    mine.delete()


def _written(person: Participant) -> tuple[str, str, str]:
    """What of a person stands in the text."""
    return person.name, person.language, person.guardian


def _check(known: Known) -> None:
    if not known.name.strip():
        raise NotDone(_("Bitte nennen Sie den Namen der Person."))
    if known.language not in LANGUAGES:
        raise NotDone(_("Bitte wählen Sie eine Sprache aus der Liste."))
    if known.born_on is not None and not date(1900, 1, 1) <= known.born_on <= today():
        raise NotDone(_("Das Geburtsdatum liegt in der Zukunft oder zu weit zurück. Bitte prüfen Sie es."))
    if known.reminded and not known.email.strip() and not known.address.strip():
        raise NotDone(_("Für Erinnerungen fehlt eine E-Mail-Adresse oder eine Anschrift der Person."))
    if known.by_letter and not known.address.strip():
        raise NotDone(_("Für Briefe fehlt die Anschrift der Person."))
    if len(known.address) > LONGEST_ADDRESS or len(known.address.split("\n")) > MOST_LINES:
        raise NotDone(_("Die Anschrift ist zu lang: höchstens fünf Zeilen."))
    if known.email.strip():
        try:
            validate_email(known.email.strip())
        except ValidationError as error:
            raise NotDone(_("Die E-Mail-Adresse ist nicht gültig. Bitte prüfen Sie sie.")) from error


def _columns(known: Known) -> dict[str, object]:
    return {
        "name": known.name.strip(),
        "language": known.language,
        "born_on": known.born_on,
        "guardian": known.guardian.strip(),
        "email": known.email.strip(),
        "reminded": known.reminded,
        "by_letter": known.by_letter,
        "address": "\n".join(line.strip() for line in known.address.splitlines() if line.strip()),
        "simple_german": known.simple_german,
    }
