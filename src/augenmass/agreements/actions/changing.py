"""What every action on an agreement shares: the right, the lock, the newest version read, the line in the record."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted
from augenmass.agreements.actions.days import keep_days
from augenmass.agreements.models import Agreement, Edition
from augenmass.agreements.queries.agreements import may_counsel, visible_agreements
from augenmass.directory.roles import Permission
from augenmass.record.ledger import Entry, entry
from augenmass.work.refusal import NotDone


def require_counsel(actor: Actor) -> None:
    """Raise ``NotPermitted`` for whoever does not work agreements here, or writes by a program."""
    if not may_counsel(actor) or actor.program:
        raise NotPermitted(Permission.AGREEMENTS)


@contextmanager
def changing(actor: Actor, kind: str, key: UUID, seen: int) -> Iterator[tuple[Entry, Agreement]]:
    """Lock an agreement whose newest version was read, for one action.

    Raises ``NotDone`` when somebody else was quicker, ``NotPermitted``, ``Agreement.DoesNotExist``.
    """
    require_counsel(actor)
    with entry(actor, kind) as e:
        agreement = visible_agreements(actor).select_for_update().get(key=key)
        require_read(agreement, seen)
        advance(agreement)
        e.refer(agreement=agreement.pk)
        yield e, agreement
        keep_days(agreement)


@contextmanager
def changing_both(
    actor: Actor, kind: str, mine: tuple[UUID, int], other: tuple[UUID, int | None]
) -> Iterator[tuple[Entry, Agreement, Agreement]]:
    """Lock two agreements, each by key and the version that was read (None: nothing of it was), for one action. Raises as ``changing``."""
    require_counsel(actor)
    with entry(actor, kind) as e:
        seen: dict[UUID, int | None] = dict([mine, other])
        held = visible_agreements(actor).select_for_update().filter(key__in=seen).order_by("pk")
        found = {agreement.key: agreement for agreement in held}
        if len(found) != len((mine, other)):
            raise Agreement.DoesNotExist
        for agreement in found.values():
            require_read(agreement, seen[agreement.key])
            advance(agreement)
        e.refer(agreement=found[mine[0]].pk, other=found[other[0]].pk)
        yield e, found[mine[0]], found[other[0]]
        for agreement in found.values():
            keep_days(agreement)


def require_read(agreement: Agreement, seen: int | None) -> None:
    """Raise ``NotDone`` unless this version of a locked agreement is the newest; None is not compared."""
    if seen is not None and agreement.version != seen:
        raise NotDone(
            _(
                "Diese Vereinbarung wurde inzwischen geändert. Was Sie geschrieben haben, steht noch hier. Bitte öffnen Sie die Vereinbarung in einem zweiten Fenster und vergleichen Sie."
            )
        )


def advance(agreement: Agreement) -> None:
    """Count a write to a locked agreement."""
    agreement.version += 1
    Agreement.objects.filter(pk=agreement.pk).update(version=agreement.version)


def edition_in_work(agreement: Agreement) -> Edition:
    """The edition that is worked on. Raises ``NotDone`` where there is none."""
    found = agreement.editions.filter(stage__in=Edition.OPEN).first()
    if found is None or not agreement.running:
        raise NotDone(_("An dieser Vereinbarung wird gerade an keiner Fassung gearbeitet."))
    return found


def require_active(agreement: Agreement) -> None:
    """Raise ``NotDone`` unless the agreement is signed and has not ended."""
    if agreement.state != Agreement.State.ACTIVE:
        raise NotDone(_("Das geht nur bei einer unterschriebenen Vereinbarung, die nicht beendet ist."))
