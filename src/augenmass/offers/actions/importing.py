"""Taking over a file: looked at first, taken when somebody confirms it; what the file no longer names is closed only when chosen."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.law.time import day_of, now, today
from augenmass.offers.actions.keeping import one_at_a_time, require_keeping, write
from augenmass.offers.models import Offer, OfferFile, Span
from augenmass.offers.rules.entry import Entry
from augenmass.offers.rules.sentences import TableRefused
from augenmass.offers.rules.table import MAX_BYTES, Table, read_table
from augenmass.offers.writing import changes, merged, spans_of, values_of
from augenmass.record.ledger import Entry as ActionEntry
from augenmass.record.ledger import entry
from augenmass.work.duties import Turn
from augenmass.work.refusal import NotDone

KEPT = timedelta(days=30)
"""How long a file stays so that its refused rows can be fetched."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Change:
    """An offer that the file changes: row of the file, what is kept, what would be, and which columns differ."""

    number: int
    offer: Offer
    new: Entry
    parts: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a file over would do, and the state of the directory that it was made for."""

    table: Table
    new: list[tuple[int, Entry]]
    changed: list[Change]
    reopened: list[Change]
    same: int
    missing: list[Offer]
    """Open entries of the body that the file does not name."""
    stamp: str

    @property
    def does_something(self) -> bool:
        return bool(self.new or self.changed or self.reopened)


def receive_file(actor: Actor, name: str, chunks: Iterable[bytes]) -> OfferFile:
    """Keep an uploaded file until somebody confirms it. Raises ``TableRefused``, ``FileRefused`` (nothing is kept), ``NotPermitted``."""
    require_keeping(actor)
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > MAX_BYTES:
            raise TableRefused("file_too_large", limit=MAX_BYTES // 1_000_000)
    with _as_path(bytes(content)) as path:
        read_table(path, today())
    with entry(actor, "offers.file_uploaded") as e:
        made = OfferFile.objects.create(
            body=actor.body,
            name=Path(name).name[:200],
            sha256=hashlib.sha256(content).hexdigest(),
            content=bytes(content),
            uploaded_by=actor.account,
            uploaded_at=e.book.at,
        )
        e.refer(file=made.pk, sha256=made.sha256)
    return made


def table_of(file: OfferFile) -> Table:
    """What a kept file says."""
    with _as_path(bytes(file.content)) as path:
        return read_table(path, day_of(file.uploaded_at))


def plan_of(actor: Actor, table: Table) -> Plan:
    """What taking a table over would do today. Raises ``NotPermitted``."""
    require_keeping(actor)
    held = {
        offer.code.casefold(): offer for offer in Offer.objects.filter(body=actor.body_id).prefetch_related("spans")
    }
    new: list[tuple[int, Entry]] = []
    changed: list[Change] = []
    reopened: list[Change] = []
    named: set[str] = set()
    same = 0
    for row in table.accepted:
        code = row.entry.code.casefold()
        named.add(code)
        offer = held.get(code)
        if offer is None:
            new.append((row.number, row.entry))
            continue
        kept = offer.entry
        said = merged(kept, row.entry, table.parts)
        change = Change(row.number, offer, said, changes(kept, said))
        if offer.closed_on is not None:
            reopened.append(change)
        elif change.parts:
            changed.append(change)
        else:
            same += 1
    missing = [offer for code, offer in held.items() if code not in named and offer.closed_on is None]
    missing.sort(key=lambda offer: (offer.municipality, offer.name))
    return Plan(table, new, changed, reopened, same, missing, _stamp(held.values()))


def take_file(actor: Actor, key: UUID, stamp: str, closing: Collection[UUID]) -> OfferFile:
    """Take a file over as its preview showed it, and close the entries that were chosen there.

    Raises ``NotDone`` when the directory or the file was changed since, ``NotPermitted``, ``OfferFile.DoesNotExist``.
    """
    require_keeping(actor)
    with entry(actor, "offers.file_taken") as e:
        file = OfferFile.objects.select_for_update().get(key=key, body=actor.body_id)
        if file.state != OfferFile.State.WAITING:
            raise NotDone(_("Diese Datei ist schon übernommen oder verworfen."))
        one_at_a_time(actor)
        plan = plan_of(actor, table_of(file))
        if plan.stamp != stamp:
            raise NotDone(
                _("Das Verzeichnis ist seit der Vorschau geändert worden. Bitte prüfen Sie die neue Vorschau.")
            )
        closed = _take(actor, e, plan, closing)
        file.state = OfferFile.State.TAKEN
        file.result = {**_numbers(plan), "closed": closed}
        file.save(update_fields=["state", "result"])
        e.refer(file=file.pk, **file.result)
    return file


def take_table(actor: Actor, table: Table) -> Plan:
    """Take a table over at once and close nothing: for the command. Raises ``NotPermitted``."""
    plan = plan_of(actor, table)
    if plan.does_something:
        with entry(actor, "offers.file_taken") as e:
            one_at_a_time(actor)
            plan = plan_of(actor, table)
            _take(actor, e, plan, ())
            e.refer(**_numbers(plan))
    return plan


def discard_file(actor: Actor, key: UUID) -> None:
    """Give a file up. Raises ``NotDone``, ``NotPermitted``, ``OfferFile.DoesNotExist``."""
    require_keeping(actor)
    with entry(actor, "offers.file_discarded") as e:
        file = OfferFile.objects.select_for_update().get(key=key, body=actor.body_id)
        if file.state != OfferFile.State.WAITING:
            raise NotDone(_("Diese Datei ist schon übernommen oder verworfen."))
        file.state = OfferFile.State.DISCARDED
        file.save(update_fields=["state"])
        e.refer(file=file.pk)


def sweep_files(_turn: Turn) -> int:
    """Delete files that lay long enough; returns how many."""
    gone, _tables = OfferFile.objects.filter(uploaded_at__lt=now() - KEPT).delete()
    return gone


def _numbers(plan: Plan) -> dict[str, int]:
    return {
        "new": len(plan.new),
        "changed": len(plan.changed) + len(plan.reopened),
        "same": plan.same,
        "refused": len(plan.table.refused),
    }


def _take(actor: Actor, e: ActionEntry, plan: Plan, closing: Collection[UUID]) -> int:
    at = e.book.at
    made = [Offer(body=actor.body, changed_at=at, **values_of(said)) for _number, said in plan.new]
    Offer.objects.bulk_create(made, batch_size=_AT_ONCE)
    spans = [span for offer, (_number, said) in zip(made, plan.new, strict=True) for span in spans_of(said, offer)]
    Span.objects.bulk_create(spans, batch_size=_AT_ONCE)
    for change in (*plan.changed, *plan.reopened):
        write(change.offer, change.new, change.offer.version, changed_at=at, closed_on=None)
    gone = [offer for offer in plan.missing if offer.key in closing]
    for offer in gone:
        Offer.objects.filter(pk=offer.pk).update(closed_on=day_of(at), version=offer.version + 1, changed_at=at)
    return len(gone)


def _stamp(offers: Iterable[Offer]) -> str:
    state = sorted((offer.pk, offer.version) for offer in offers)
    return hashlib.sha256(repr(state).encode()).hexdigest()


@contextmanager
def _as_path(content: bytes) -> Iterator[Path]:
    with TemporaryDirectory(prefix="augenmass-import-") as folder:
        path = Path(folder) / "upload"
        path.write_bytes(content)
        yield path
