"""Recording that an item is settled, confirming it as the second person, withdrawing it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.actions.documents import checked
from augenmass.directory.roles import Permission
from augenmass.gate.models import Adoption
from augenmass.gate.queries import MAY_RECORD, Line, adoptions_of, line_of, needs_release, offices_of
from augenmass.gate.refusal import NotSettled
from augenmass.gate.versions import present
from augenmass.law.time import now, today
from augenmass.record.ledger import entry
from augenmass.record.once import once

SHORTEST = 10


@dataclass(frozen=True, slots=True)
class NewAdoption:
    """What is recorded of an item: where the document lies or why there is none, since when, until when without a new look."""

    key: UUID
    kind: str
    says: str
    decided_on: date
    review_on: date | None = None
    content: bytes = b""
    """Of a file, empty without one."""


def record_adoption(actor: Actor, item: str, new: NewAdoption) -> Adoption:
    """Record that an item is settled; it counts when a second person confirmed it. The same key again records nothing new.

    Raises ``NotSettled`` (unknown item, kind that it does not have, dates, words, one that waits), ``cases.file_types.Refusal``
    for the file, and ``NotPermitted``.
    """
    require_any(actor)
    line = line_of(actor, item) if needs_release(actor.body) else None
    if line is None:
        raise NotSettled(_("Diesen Punkt gibt es nicht oder nicht mehr."))
    _refuse_unless_whole(line, new)
    media_type = _kept(new.content) if new.content else ""

    def make() -> Adoption:
        with entry(actor, "gate.item_recorded") as e:
            made = Adoption.objects.create(
                key=new.key,
                body=actor.body,
                item=item,
                kind=new.kind,
                says=new.says.strip()[:1000],
                decided_on=new.decided_on,
                review_on=new.review_on,
                version=present().get(item, ""),
                sha256=hashlib.sha256(new.content).hexdigest() if new.content else "",
                media_type=media_type,
                recorded_by=actor.account,
                recorded_at=now(),
            )
            e.refer(adoption=made.pk, item=item)
        return made

    try:
        return once(lambda: adoptions_of(actor.body).filter(key=new.key, recorded_by=actor.account_id).first(), make)
    except IntegrityError as error:
        raise NotSettled(
            _(
                "Zu diesem Punkt wartet schon ein Eintrag auf die zweite Person. Bestätigen oder verwerfen Sie ihn zuerst."
            )
        ) from error


def confirm_adoption(actor: Actor, key: UUID) -> Adoption:
    """Confirm as the second person, of data protection or the head. Raises ``NotSettled``, ``NotPermitted``, ``Adoption.DoesNotExist``."""
    require_office(actor)
    found = adoptions_of(actor.body).get(key=key)
    if found.recorded_by_id == actor.account_id:
        raise NotSettled(_("Ihren eigenen Eintrag muss eine andere Person bestätigen."))
    with entry(actor, "gate.item_confirmed") as e:
        waiting = Adoption.objects.filter(pk=found.pk, confirmed_at=None, withdrawn_at=None)
        if not waiting.update(confirmed_by=actor.account, confirmed_at=now()):
            raise NotSettled(_("Über diesen Eintrag wurde bereits entschieden."))
        e.refer(adoption=found.pk, item=found.item)
    found.refresh_from_db()
    return found


def withdraw_adoption(actor: Actor, key: UUID, reason: str) -> None:
    """Withdraw an adoption, or drop one that waits; where documents are missing the body is no longer released.

    Raises ``NotSettled``, ``NotPermitted``, ``Adoption.DoesNotExist``.
    """
    require_any(actor)
    why = reason_of(reason)
    found = adoptions_of(actor.body).get(key=key)
    with entry(actor, "gate.item_withdrawn") as e:
        standing = Adoption.objects.filter(pk=found.pk, withdrawn_at=None)
        if not standing.update(withdrawn_by=actor.account, withdrawn_at=now(), withdrawn_because=why):
            raise NotSettled(_("Dieser Eintrag ist bereits zurückgezogen."))
        e.refer(adoption=found.pk, item=found.item)


def require_any(actor: Actor) -> None:
    """Raise ``NotPermitted`` unless the actor writes at the gate of their body."""
    actor.require_writing()
    if not any(actor.may(right) for right in MAY_RECORD):
        actor.require(MAY_RECORD[0])


def require_office(actor: Actor) -> None:
    """Raise ``NotPermitted`` unless the actor holds one of the two offices of their body."""
    actor.require_writing()
    if not offices_of(actor):
        actor.require(Permission.READ_ACCESS_LOG)


def reason_of(text: str) -> str:
    """A reason in words. Raises ``NotSettled`` for one that says nothing."""
    if len(text.strip()) < SHORTEST:
        raise NotSettled(_("Bitte begründen Sie in einem Satz."))
    return text.strip()[:500]


def _refuse_unless_whole(line: Line, new: NewAdoption) -> None:
    if not line.kinds:
        raise NotSettled(_("Dieser Punkt lässt sich nur im Programm selbst klären, nicht durch einen Eintrag."))
    if new.kind not in line.kinds:
        raise NotSettled(_("Diese Angabe ist bei diesem Punkt nicht möglich."))
    if len(new.says.strip()) < SHORTEST:
        raise NotSettled(
            _("Bitte schreiben Sie, wo das Dokument liegt.")
            if new.kind == Adoption.Kind.ADOPTED
            else _("Bitte begründen Sie in einem Satz.")
        )
    if new.decided_on > today():
        raise NotSettled(_("Das Datum liegt in der Zukunft. Bitte prüfen Sie es."))
    if new.review_on is not None and new.review_on <= today():
        raise NotSettled(_("Der Tag der nächsten Prüfung muss in der Zukunft liegen."))
    if new.kind == Adoption.Kind.EXCEPTION and new.review_on is None:
        raise NotSettled(_("Eine Ausnahme gilt nur auf Zeit. Bitte nennen Sie den Tag der nächsten Prüfung."))


def _kept(content: bytes) -> str:
    """Keep a file under the hash of its content; returns its media type. Raises ``cases.file_types.Refusal``."""
    media_type = checked(content)
    digest = hashlib.sha256(content).hexdigest()
    path = Adoption(sha256=digest).path
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    return media_type
