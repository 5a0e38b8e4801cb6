"""Messages to the counselling service: sealed at once, so that nobody of the authority can read them or learn whose they are.

No action of the record, no line of a log, no case and no access stands beside a message: its existence tells nothing about anybody.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.person_access.models import CounsellingBox, SealedMessage
from augenmass.person_access.person import Person
from augenmass.record.ledger import entry
from augenmass.record.once import once
from augenmass.sealed_message import is_public_key, seal
from augenmass.work.refusal import NotDone


def box_of(body_id: int) -> CounsellingBox | None:
    """Where messages of this authority's persons go; None where no service has given its key."""
    return CounsellingBox.objects.filter(body=body_id, ended_by=None).first()


def send_message(person: Person, box: CounsellingBox, key: UUID, message: Mapping[str, str]) -> None:
    """Seal a message for the service; the same form sent twice leaves one. Only the person writes, nobody for them."""
    if not person.concerned:
        return
    sealed = seal(box.public_key, message)
    with as_system(SystemRole.PORTAL):
        once(
            lambda: SealedMessage.objects.filter(key=key).first(),
            lambda: SealedMessage.objects.create(key=key, box=box, content=sealed, arrived_on=today()),
        )


def name_box(actor: Actor, service: str, public_key: str) -> CounsellingBox:
    """Name the service that messages go to, by its key; an earlier one ends. Raises ``NotDone`` and ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    public_key = "".join(public_key.split()).lower()
    if not service.strip():
        raise NotDone(_("Bitte nennen Sie die Beratungsstelle."))
    if not is_public_key(public_key):
        raise NotDone(_("Das ist kein öffentlicher Schlüssel. Die Beratungsstelle gibt ihn mit 64 Zeichen aus."))
    with entry(actor, "body.counselling_box_named") as e:
        CounsellingBox.objects.filter(body=actor.body_id, ended_by=None).update(ended_by=e.action_id)
        made = CounsellingBox.objects.create(
            body_id=actor.body_id, service=service.strip()[:200], public_key=public_key
        )
        e.refer(box=made.pk)
    return made


def waiting_messages() -> list[dict[str, str]]:
    """Every sealed message that waits, oldest first, as it is handed to its service; nobody here can read one."""
    return [as_handed_out(row) for row in SealedMessage.objects.select_related("box").order_by("pk")]


def as_handed_out(row: SealedMessage) -> dict[str, str]:
    """One message as its service gets it; still sealed."""
    return {
        "key": str(row.key),
        "service": row.box.service,
        "public_key": row.box.public_key,
        "arrived_on": row.arrived_on.isoformat(),
        "content": b64encode(bytes(row.content)).decode(),
    }


def drop_messages(keys: Iterable[str]) -> int:
    """Delete messages that their service has; returns how many."""
    return SealedMessage.objects.filter(key__in=list(keys)).delete()[0]
