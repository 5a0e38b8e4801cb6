"""Correction and recall follow whoever received something earlier (GDPR Article 19), and a reminder follows a request."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import visible_facts
from augenmass.access.visible import worked_q
from augenmass.directory.roles import Permission
from augenmass.transmissions.actions.composing import Composition, composition_of, transmit
from augenmass.transmissions.models import Transmission
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.kinds import MessageKind
from augenmass.transmissions.rules.templates import REMINDER


@dataclass(frozen=True, slots=True)
class Following:
    """What the form says: its own key, so that sent twice it makes one, and why."""

    key: UUID
    reasons: str


def correct(actor: Actor, key: UUID, entered: Following) -> Transmission:
    """Tell an earlier receiver what holds now of the facts that it received; the matrix is asked again.

    Raises ``NotSent`` (nothing of it holds any more, or it may no longer go: then recall), ``NotPermitted``, ``Transmission.DoesNotExist``.
    """
    earlier = _earlier(actor, key)
    held = visible_facts(actor, earlier.case).filter(name__in=earlier.names, closed_by=None, erased_by=None)
    facts = tuple(held.filter(disputed_by=None).order_by("pk").values_list("pk", flat=True))
    if not facts:
        raise NotSent(
            _("Von den übermittelten Angaben ist keine mehr festgestellt. Bitte rufen Sie die Übermittlung zurück.")
        )
    return transmit(actor, earlier.case_id, _follow(earlier, MessageKind.CORRECTION, entered, facts))


def recall(actor: Actor, key: UUID, entered: Following) -> Transmission:
    """Ask an earlier receiver to delete what it received. Raises as ``correct``."""
    earlier = _earlier(actor, key)
    return transmit(actor, earlier.case_id, _follow(earlier, MessageKind.RECALL, entered, ()))


def remind(actor: Actor, key: UUID, entered: Following) -> Transmission:
    """Remind of a request that is not answered; a new day is watched. Raises as ``correct``."""
    earlier = _earlier(actor, key)
    asked = _follow(earlier, MessageKind.REMINDER, entered, (), template=REMINDER.id)
    return transmit(actor, earlier.case_id, asked)


def _earlier(actor: Actor, key: UUID) -> Transmission:
    actor.require(Permission.TRANSMIT)
    mine = Transmission.objects.filter(worked_q(actor, prefix="case__"), sender=actor.body_id)
    return mine.select_related("case", "receiver", "outside").get(key=key)


def _follow(
    earlier: Transmission, kind: MessageKind, entered: Following, facts: tuple[int, ...], template: str = ""
) -> Composition:
    before = composition_of(earlier)
    return Composition(
        key=entered.key,
        kind=kind,
        purpose=before.purpose,
        reasons=entered.reasons,
        facts=facts,
        receiver_id=before.receiver_id,
        outside_id=before.outside_id,
        occasion=before.occasion,
        told=before.told,
        person_category=before.person_category,
        template=template,
        refers_to=earlier.key,
    )
