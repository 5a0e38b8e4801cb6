"""Writing the sheet of a state, and reading it as the second person."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.law.time import now
from augenmass.law.vocabulary.countries import STATES
from augenmass.record.ledger import entry
from augenmass.record.once import once
from augenmass.travel_papers.models import Sheet
from augenmass.travel_papers.queries import newest_number, visible_sheets
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.refusal import NotDone

COUNTRIES = frozenset(state.key for state in STATES) - {"DE"}
TEXTS = ("documents", "steps", "where", "durations", "remarks")


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A version as it is written. ``key`` comes from the form; ``seen`` is the number of the version that was read."""

    key: UUID
    country: str
    seen: int
    documents: str
    steps: str
    where: str
    durations: str = ""
    remarks: str = ""


def write_sheet(actor: Actor, said: NewSheet) -> Sheet:
    """Write a version, which waits for its second reader. Raises ``NotDone`` (overtaken, one waits, a person in it), ``NotPermitted``."""
    actor.require(Permission.TAKE_STEPS)
    _check(actor, said)

    def make() -> Sheet:
        waiting = visible_sheets(actor).filter(country=said.country, read_at=None).exclude(key=said.key)
        if waiting.exists():
            raise NotDone(_("Eine Fassung wartet schon auf die zweite Lesung. Bitte lassen Sie zuerst diese lesen."))
        if newest_number(said.country) != said.seen:
            raise NotDone(_("Das Blatt ist inzwischen neu geschrieben worden. Bitte lesen Sie es noch einmal."))
        with entry(actor, "travel_sheet.written") as e:
            made = Sheet.objects.create(
                key=said.key,
                country=said.country,
                number=said.seen + 1,
                body=actor.body,
                written_by=actor.account,
                written_at=e.book.at,
                **{name: getattr(said, name).strip() for name in TEXTS},
            )
            e.refer(sheet=made.pk)
        return made

    try:
        return once(lambda: Sheet.objects.filter(key=said.key, body=actor.body_id).first(), make)
    except IntegrityError:
        # Somebody else wrote a version at the same moment.
        raise NotDone(_("Das Blatt ist inzwischen neu geschrieben worden. Bitte lesen Sie es noch einmal.")) from None


def confirm_sheet(actor: Actor, key: UUID) -> Sheet:
    """Confirm a version as its second reader: from now on it holds. Raises ``NotDone``, ``NotPermitted``, ``Sheet.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    found = visible_sheets(actor).get(key=key)
    if found.written_by_id == actor.account_id:
        raise NotDone(_("Sie haben diese Fassung geschrieben. Lesen muss sie eine andere Person."))
    _settle(actor, found, "travel_sheet.confirmed", read_by=actor.account, read_at=now())
    return found


def drop_sheet(actor: Actor, key: UUID) -> Sheet:
    """Take a version back that waits: its author, or the second reader who does not agree. Raises as ``confirm_sheet``."""
    actor.require(Permission.TAKE_STEPS)
    found = visible_sheets(actor).get(key=key)
    _settle(actor, found, "travel_sheet.dropped", dropped_at=now())
    return found


def _settle(actor: Actor, found: Sheet, kind: str, **values: object) -> None:
    with entry(actor, kind) as e:
        if not Sheet.objects.filter(pk=found.pk, read_at=None, dropped_at=None).update(**values):
            raise NotDone(_("Über diese Fassung ist schon entschieden. Bitte laden Sie die Seite neu."))
        e.refer(sheet=found.pk)
    found.refresh_from_db()


def _check(actor: Actor, said: NewSheet) -> None:
    if said.country not in COUNTRIES:
        raise NotDone(_("Bitte wählen Sie einen Staat aus der Liste."))
    if not (said.documents.strip() and said.steps.strip() and said.where.strip()):
        raise NotDone(_("Unterlagen, Schritte und die Stelle des Antrags dürfen nicht fehlen."))
    for name in TEXTS:
        longest = Sheet._meta.get_field(name).max_length  # type: ignore[union-attr]
        if len(getattr(said, name)) > (longest or 0):
            raise NotDone(_("Eine Angabe ist zu lang."))
    refuse_person(actor, *(getattr(said, name) for name in TEXTS))
