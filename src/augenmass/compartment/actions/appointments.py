"""Appointments: agreeing, saying how it went, moving. And the secret address of a counsellor's calendar."""

import hashlib
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.compartment.chain import entry
from augenmass.compartment.models import Account, Appointment, CalendarAddress
from augenmass.compartment.rules import BY_WHOM, INTERPRETER, LANGUAGES, WAYS, NotDone
from augenmass.compartment.visible import appointments_of, visible_to
from augenmass.law.time import now
from augenmass.record.once import once

State = Appointment.State
LONGEST_MINUTES = 8 * 60
FARTHEST = timedelta(days=2 * 366)
NEEDS_WHO = (State.MISSED, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class AppointmentForm:
    """When (an aware moment), for how long, where or by which means, in which language, with which interpreter."""

    begins_at: datetime
    minutes: int
    way: str
    place: str
    language: str
    interpreter: str

    def content(self) -> dict[str, Any]:
        """As it is encrypted. Raises ``NotDone``."""
        if self.way not in WAYS or self.language not in LANGUAGES or self.interpreter not in INTERPRETER:
            raise NotDone(_("Bitte wählen Sie, wie Sie sprechen, in welcher Sprache und ob gedolmetscht wird."))
        if self.way == "place" and not self.place.strip():
            raise NotDone(_("Bitte geben Sie den Ort an."))
        if not 5 <= self.minutes <= LONGEST_MINUTES:
            raise NotDone(_("Ein Termin dauert zwischen 5 Minuten und 8 Stunden."))
        if abs(self.begins_at - now()) > FARTHEST:
            raise NotDone(_("Der Termin liegt mehr als zwei Jahre entfernt. Bitte prüfen Sie das Jahr."))
        kept = asdict(self) | {"place": self.place.strip()}
        return {name: kept[name] for name in ("way", "place", "language", "interpreter")}


def agree_appointment(account: Account, person_key: UUID, key: UUID, form: AppointmentForm) -> Appointment:
    """Write an appointment down. Raises ``NotDone``, ``NoKey``, ``Person.DoesNotExist``."""
    person = visible_to(account).get(key=person_key)
    content = form.content()

    def make() -> Appointment:
        made = Appointment(key=key, person=person, begins_at=form.begins_at, minutes=form.minutes)
        made.put(content)
        with entry(account, "appointment.agreed", person=str(person_key), appointment=str(key)) as e:
            made.action = e.action
            made.save(force_insert=True)
        return made

    return once(lambda: Appointment.objects.filter(key=key, person=person).first(), make)


def close_appointment(account: Account, key: UUID, state: str, by: str, seen_version: int) -> Appointment:
    """Say how an appointment went; ``by`` who missed or cancelled it. Raises ``NotDone``, ``NoKey``, ``Unreadable``, ``DoesNotExist``."""
    if state not in (State.KEPT, *NEEDS_WHO) or (state in NEEDS_WHO and by not in BY_WHOM):
        raise NotDone(_("Bitte wählen Sie, wie der Termin ausging und an wem es lag, wenn er ausfiel."))
    with entry(account, f"appointment.{state}", appointment=str(key)):
        appointment = _locked(account, key, seen_version)
        if state != State.CANCELLED and appointment.begins_at > now():
            raise NotDone(_("Der Termin liegt noch in der Zukunft. Absagen oder verlegen können Sie ihn schon jetzt."))
        _end(appointment, State(state), by if state in NEEDS_WHO else "")
    return appointment


def move_appointment(
    account: Account, key: UUID, new_key: UUID, by: str, form: AppointmentForm, seen_version: int
) -> Appointment:
    """Move an appointment to another time; returns the new one. Raises ``NotDone``, ``NoKey``, ``Unreadable``, ``DoesNotExist``."""
    content = form.content()
    if by not in BY_WHOM:
        raise NotDone(_("Bitte wählen Sie, wer den Termin verlegt hat."))

    def make() -> Appointment:
        with entry(account, "appointment.moved", appointment=str(key), to=str(new_key)) as e:
            old = _locked(account, key, seen_version)
            made = Appointment(
                key=new_key, person=old.person, begins_at=form.begins_at, minutes=form.minutes, action=e.action
            )
            made.put(content)
            made.save(force_insert=True)
            old.moved_to = made
            _end(old, State.MOVED, by)
        return made

    return once(lambda: appointments_of(account).filter(key=new_key).first(), make)


def _locked(account: Account, key: UUID, seen_version: int) -> Appointment:
    found = appointments_of(account).select_for_update(of=("self",)).get(key=key)
    if found.version != seen_version or found.state != State.PLANNED:
        raise NotDone(
            _("Der Termin wurde inzwischen geändert. Es wurde nichts überschrieben. Bitte lesen Sie ihn neu.")
        )
    return found


def _end(appointment: Appointment, state: Appointment.State, by: str) -> None:
    appointment.put(appointment.content() | {"by": by})
    appointment.state = state
    appointment.version += 1
    appointment.save()


def make_calendar_address(account: Account) -> str:
    """A new secret for the calendar's address; an older one is revoked. It is returned once and kept nowhere."""
    secret = secrets.token_urlsafe(32)
    with entry(account, "calendar.opened"):
        _revoke(account)
        CalendarAddress.objects.create(account=account, digest=_digest(secret), made_at=now())
    return secret


def revoke_calendar_address(account: Account) -> None:
    """Close the address of the calendar; a second time changes nothing."""
    with entry(account, "calendar.revoked"):
        _revoke(account)


def read_calendar(secret: str) -> Account | None:
    """Whose calendar has this address, or None; notes that it was read."""
    found = CalendarAddress.objects.filter(digest=_digest(secret), revoked_at=None, account__is_active=True).first()
    if found is None:
        return None
    CalendarAddress.objects.filter(pk=found.pk).update(read_at=now())
    return found.account


def _revoke(account: Account) -> None:
    CalendarAddress.objects.filter(account=account, revoked_at=None).update(revoked_at=now())


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
