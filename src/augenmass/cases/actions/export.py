"""Taking a list of cases out as a file: asked for with a reason, above a number of cases agreed to by a second person."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor, actor_for
from augenmass.access.models import ListExport
from augenmass.access.released import learns_position
from augenmass.access.visible import Reach, visible_rows_q
from augenmass.cases.models import LegalPosition
from augenmass.cases.queries.export import FREE, needs_second, undecided
from augenmass.cases.queries.worklist import WorklistFilter, listed_ids, reads_names
from augenmass.directory.roles import Permission
from augenmass.law.time import now
from augenmass.record.ledger import entry
from augenmass.record.once import once

VALID = timedelta(days=1)
SHORTEST_REASON = 10
CHUNK = 500


class NotExported(Exception):
    """Why no list goes out; a sentence for the user. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A list on its way out: how many cases, and their positions in the order of the list, read bit by bit."""

    rows: int
    positions: Iterator[LegalPosition]
    position: bool
    """Whether the reader learns of the law's answers."""
    named: bool


def ask_export(actor: Actor, key: UUID, chosen: WorklistFilter, reason: str) -> ListExport:
    """Ask for a list. The same key again gives the same request. Raises ``NotExported`` and ``NotPermitted``."""
    actor.require_writing()
    actor.require(Permission.READ_CASES)
    if len(reason.strip()) < SHORTEST_REASON:
        raise NotExported(_("Bitte begründen Sie in einem Satz, wofür Sie die Liste brauchen."))
    rows = listed_ids(actor, chosen).count()
    if not rows:
        raise NotExported(_("Diese Liste enthält keinen Fall."))

    def make() -> ListExport:
        with entry(actor, "list.export_asked") as e:
            made = ListExport.objects.create(
                key=key,
                account=actor.account,
                body=actor.body,
                chosen=asdict(chosen),
                reason=reason.strip()[:500],
                rows=rows,
                asked_at=now(),
                until=now() + VALID,
            )
            e.refer(export=made.pk, rows=rows)
        return made

    return once(lambda: ListExport.objects.filter(key=key, account=actor.account_id).first(), make)


def confirm_export(actor: Actor, key: UUID) -> ListExport:
    """Agree, as the second person of the body. Raises ``NotExported`` and ``ListExport.DoesNotExist``."""
    asked = _to_decide(actor, key)
    if not _still_reads(asked):
        raise NotExported(_("Wer die Liste angefordert hat, darf die Fälle Ihrer Dienststelle nicht mehr lesen."))
    _decide(actor, asked, "list.export_confirmed", confirmed_by=actor.account, until=now() + VALID)
    asked.refresh_from_db()
    return asked


def refuse_export(actor: Actor, key: UUID) -> None:
    """Do not agree. Raises ``NotExported`` and ``ListExport.DoesNotExist``."""
    _decide(actor, _to_decide(actor, key), "list.export_refused", refused_by=actor.account)


def fetch_export(actor: Actor, key: UUID) -> Fetched:
    """The list as the one who asked may see it now. Writes an access line. Raises ``NotExported`` and ``ListExport.DoesNotExist``."""
    actor.require_writing()
    actor.require(Permission.READ_CASES)
    asked = ListExport.objects.get(key=key, account=actor.account_id, body=actor.body_id)
    if now() >= asked.until:
        raise NotExported(_("Diese Anforderung ist abgelaufen. Bitte fordern Sie die Liste neu an."))
    if asked.refused_by_id is not None:
        raise NotExported(_("Diese Ausgabe wurde abgelehnt."))
    if needs_second(asked) and asked.confirmed_by_id is None:
        raise NotExported(_("Diese Ausgabe wartet noch auf die Freigabe durch eine zweite Person."))
    ids = list(listed_ids(actor, WorklistFilter(**asked.chosen)))
    if len(ids) > FREE and asked.confirmed_by_id is None:
        raise NotExported(_("Die Liste ist seither auf mehr als 200 Fälle gewachsen. Bitte fordern Sie sie neu an."))
    named = reads_names(actor)
    with entry(actor, "list.exported") as e:
        ListExport.objects.filter(pk=asked.pk).update(fetched_at=now())
        e.refer(export=asked.pk, rows=len(ids))
    categories = ["identity", "file"] if named else ["file"]
    log.read(actor, "export", categories=categories, rows=len(ids), reason=asked.reason)
    return Fetched(len(ids), _positions(actor, ids), learns_position(actor.roles, actor.purpose), named)


def _positions(actor: Actor, ids: list[int]) -> Iterator[LegalPosition]:
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        shown = LegalPosition.objects.filter(visible_rows_q(actor, reach=Reach.OWN))
        held = shown.select_related("case", "officer", "unit").in_bulk(part)
        yield from (held[pk] for pk in part if pk in held)


def _to_decide(actor: Actor, key: UUID) -> ListExport:
    actor.require(Permission.SECOND_SIGNATURE)
    asked = ListExport.objects.select_related("account").get(key=key, body=actor.body_id)
    if asked.account_id == actor.account_id:
        raise NotExported(_("Ihre eigene Anforderung muss eine andere Person freigeben."))
    return asked


def _still_reads(asked: ListExport) -> bool:
    held = actor_for(asked.account, asked.body_id)
    return held is not None and held.body_id == asked.body_id and held.may(Permission.READ_CASES)


def _decide(actor: Actor, asked: ListExport, kind: str, **values: object) -> None:
    with entry(actor, kind) as e:
        if not undecided(actor).filter(pk=asked.pk, rows__gt=FREE).update(decided_at=now(), **values):
            raise NotExported(_("Über diese Anforderung wurde bereits entschieden, oder sie ist abgelaufen."))
        e.refer(export=asked.pk)
