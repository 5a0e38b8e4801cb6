"""Releasing a body for live data: proposed by one of two offices, confirmed by the other, withdrawn by either or the administration."""

from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.gate.actions.items import reason_of, require_any, require_office
from augenmass.gate.models import GateRelease
from augenmass.gate.queries import Office, offices_of, standing_of
from augenmass.gate.refusal import NotSettled
from augenmass.law.time import now
from augenmass.record.ledger import entry
from augenmass.record.once import once


def propose_release(actor: Actor, key: UUID) -> GateRelease:
    """Propose the release of the own body. The same key again gives the same proposal. Raises ``NotSettled`` and ``NotPermitted``."""
    require_office(actor)
    _refuse_while_open(actor)
    held = offices_of(actor)
    office = Office.DATA_PROTECTION if Office.DATA_PROTECTION in held else Office.HEAD

    def make() -> GateRelease:
        with entry(actor, "gate.proposed") as e:
            made = GateRelease.objects.create(
                key=key, body=actor.body, proposed_by=actor.account, proposed_as=office, proposed_at=now()
            )
            e.refer(release=made.pk, office=office.value)
        return made

    mine = GateRelease.objects.filter(key=key, body=actor.body_id, proposed_by=actor.account_id)
    try:
        return once(mine.first, make)
    except IntegrityError as error:
        raise NotSettled(_("Die Freigabe ist bereits vorgeschlagen oder bestätigt.")) from error


def confirm_release(actor: Actor, key: UUID) -> GateRelease:
    """Confirm as another person in the other office. Raises ``NotSettled``, ``NotPermitted``, ``GateRelease.DoesNotExist``."""
    require_office(actor)
    found = GateRelease.objects.get(key=key, body=actor.body_id)
    if found.proposed_by_id == actor.account_id:
        raise NotSettled(_("Ihren eigenen Vorschlag muss eine andere Person bestätigen."))
    other = offices_of(actor) - {Office(found.proposed_as)}
    if not other:
        raise NotSettled(_("Bestätigen muss, wer das andere Amt hat: Datenschutz und Leitung geben gemeinsam frei."))
    _refuse_while_open(actor)
    [office] = other
    with entry(actor, "gate.confirmed") as e:
        waiting = GateRelease.objects.filter(pk=found.pk, confirmed_at=None, withdrawn_at=None)
        if not waiting.update(confirmed_by=actor.account, confirmed_as=office, confirmed_at=now()):
            raise NotSettled(_("Über diesen Vorschlag wurde bereits entschieden."))
        e.refer(release=found.pk, office=office.value)
    found.refresh_from_db()
    return found


def withdraw_release(actor: Actor, key: UUID, reason: str) -> None:
    """Withdraw a release or a proposal; one person is enough. Raises ``NotSettled``, ``NotPermitted``, ``GateRelease.DoesNotExist``."""
    require_any(actor)
    why = reason_of(reason)
    found = GateRelease.objects.get(key=key, body=actor.body_id)
    with entry(actor, "gate.withdrawn") as e:
        standing = GateRelease.objects.filter(pk=found.pk, withdrawn_at=None)
        if not standing.update(withdrawn_by=actor.account, withdrawn_at=now(), withdrawn_because=why):
            raise NotSettled(_("Diese Freigabe ist bereits zurückgezogen."))
        e.refer(release=found.pk)


def _refuse_while_open(actor: Actor) -> None:
    found = standing_of(actor)
    if found is None:
        raise NotSettled(_("Ihre Stelle braucht keine Freigabe."))
    if found.open:
        raise NotSettled(
            _("Noch fehlt: %(titles)s. Erst wenn nichts mehr fehlt, lässt sich die Stelle freigeben.")
            % {"titles": ", ".join(str(line.title) for line in found.open[:3])}
        )
