"""The document of the law as PDF in volumes: asked for on the page, set by the worker, kept some days to be fetched.

A statute that fits into one volume needs none of this. Work is read from the state: a killed worker leaves a lease that runs out.
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from augenmass.access.actor import Actor
from augenmass.law.time import now, today
from augenmass.lawbook.book.binding import LANGUAGES, bind, catalogues, statutes_written_from
from augenmass.lawbook.book.volumes import volumes
from augenmass.lawbook.models import PrintedVolume, Printing
from augenmass.lawbook.queries import installation
from augenmass.letters.apart import render_apart
from augenmass.letters.render import RenderError
from augenmass.record.ledger import entry
from augenmass.record.once import once
from augenmass.work.duties import Turn, duty

KEPT = timedelta(days=7)
LEASE = timedelta(minutes=10)
PRINT = "letters.print_law"
FORGET = "letters.forget_printed_law"


class NoSuchPrinting(Exception):
    """There is no such statute, or no such file that could be fetched."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a printing is. ``volumes``: 0 until the book is divided."""

    key: UUID
    statute: str
    language: str
    state: str
    done: int
    volumes: int
    until: str
    """Last day on which the file can be fetched, ISO."""


def ask_printing(actor: Actor, key: UUID, statute: str, language: str) -> Printing:
    """Have the whole law (statute "") or a statute set as PDF; what is under way or was set today serves everybody.

    Raises ``NoSuchPrinting`` and ``NotPermitted``.
    """
    actor.require_writing()
    if statute not in ("", *statutes_written_from()) or language not in LANGUAGES:
        raise NoSuchPrinting
    checksum = catalogues()["cases"].hash

    def there() -> Printing | None:
        same = Q(statute=statute, language=language, catalogue=checksum, asked_at__date=today())
        return Printing.objects.filter(Q(key=key) | same).exclude(state=Printing.State.FAILED).first()

    def make() -> Printing:
        with entry(actor, "law.printing_asked") as e:
            made = Printing.objects.create(
                key=key,
                statute=statute,
                language=language,
                catalogue=checksum,
                asked_by=actor.account,
                asked_at=now(),
            )
            e.refer(printing=made.pk, catalogue=checksum)
        return made

    return once(there, make)


def printings() -> list[Progress]:
    """Return what was asked for and can still be fetched, newest first."""
    rows = Printing.objects.filter(asked_at__gte=now() - KEPT).annotate(
        of=Count("volumes"), done=Count("volumes", filter=Q(volumes__file__isnull=False))
    )
    return [
        Progress(
            row.key, row.statute, row.language, row.state, row.done, row.of, (row.asked_at + KEPT).date().isoformat()
        )
        for row in rows.order_by("-asked_at", "-pk")
    ]


def printed(key: UUID) -> tuple[str, bytes]:
    """Return name and content of a finished file: the PDF, or an archive of the volumes. Raises ``NoSuchPrinting``."""
    found = Printing.objects.filter(key=key, state=Printing.State.DONE, asked_at__gte=now() - KEPT).first()
    if found is None:
        raise NoSuchPrinting
    part = f"-{found.statute.replace('/', '-')}" if found.statute else ""
    stem = f"rechtskatalog{part}-{found.asked_at.date().isoformat()}"
    rows = list(found.volumes.order_by("number"))
    if len(rows) == 1:
        return f"{stem}.pdf", bytes(rows[0].file or b"")
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as kept:
        for row in rows:
            kept.writestr(f"{stem}/{row.number:02d}-{_in_a_name(row.heading)}.pdf", bytes(row.file or b""))
    return f"{stem}.zip", archive.getvalue()


def _in_a_name(heading: str) -> str:
    return re.sub(r"[^\w§]+", "-", heading).strip("-")[:60]


@duty(PRINT, every=timedelta(seconds=2))
def print_waiting(turn: Turn) -> int:
    """Set one volume of the oldest document that waits; returns how many were set."""
    turn.renew()
    pk = _free().order_by("asked_at").values_list("pk", flat=True).first()
    return _carry_on(pk, turn.renew) if pk is not None else 0


def _free() -> QuerySet[Printing]:
    return Printing.objects.filter(Q(lease_until=None) | Q(lease_until__lt=now()), state=Printing.State.WAITING)


def _carry_on(pk: int, renew: Callable[[], object]) -> int:
    holder = uuid4().hex
    if not _free().filter(pk=pk).update(lease_until=now() + LEASE, lease_holder=holder):
        return 0
    mine = Printing.objects.filter(pk=pk, lease_holder=holder)
    done = 0
    try:
        if not PrintedVolume.objects.filter(printing=pk).exists():
            _divide(mine.get())
            renew()
        waiting = PrintedVolume.objects.filter(printing=pk, file__isnull=True).order_by("number")
        volume = waiting.first()
        if volume is not None:
            content = render_apart("catalogue", volume.says or {}, draft=False)
            done = PrintedVolume.objects.filter(pk=volume.pk).update(file=content, says=None)
        if not waiting.exists():
            mine.update(state=Printing.State.DONE, finished_at=now())
    except RenderError:
        mine.update(state=Printing.State.FAILED, finished_at=now())
        PrintedVolume.objects.filter(printing=pk).delete()
    finally:
        mine.update(lease_until=None, lease_holder="")
    return done


def _divide(printing: Printing) -> None:
    book = bind(today(), printing.language, printing.statute, installation())
    with transaction.atomic():
        PrintedVolume.objects.bulk_create(
            PrintedVolume(
                printing=printing,
                number=number,
                heading=" ".join(volume.headings)[:300],
                says=volume.book.to_json(),
            )
            for number, volume in enumerate(volumes(book), start=1)
        )


@duty(FORGET, every=timedelta(hours=24))
def forget_printed(_turn: Turn) -> int:
    """Delete documents of the law that nobody can fetch any more; returns how many."""
    old = Printing.objects.filter(asked_at__lt=now() - KEPT)
    found = old.count()
    old.delete()
    return found
