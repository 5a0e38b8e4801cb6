"""Taking in what places delivered that do not run this program: all of a file, or nothing of it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.evaluation.actions.preparing import changing
from augenmass.evaluation.models import Delivery, Pilot, Place
from augenmass.evaluation.queries.pilots import OnePilot, one_pilot
from augenmass.evaluation.rules.delivery_file import HEADS, Expected, Read, Wrong, read_rows
from augenmass.evaluation.words import german_words
from augenmass.intake.rules.opening import open_sheet
from augenmass.work.refusal import NotDone

LARGEST = 2_000_000
"""Bytes of a file."""


class NotTaken(Exception):
    """A file of which nothing was taken; ``wrong`` says where and why."""

    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__("nothing was taken")
        self.wrong = wrong


def take_delivery(actor: Actor, key: UUID, seen: int, content: bytes) -> int:
    """Take in a file; gives how many quarters of places it delivered. What was there before is replaced while no report shows it.

    Raises ``NotTaken`` (rows), ``FileRefused`` (no table), ``NotDone``, ``NotPermitted``.
    """
    if len(content) > LARGEST:
        raise NotDone(_("Die Datei ist zu groß: höchstens 2 MB."))
    with changing(actor, "pilot.delivered", key, seen) as (e, pilot):
        if pilot.state != Pilot.State.OPEN:
            raise NotDone(_("Zahlen werden nur geliefert, solange die Erprobung läuft."))
        found = _read(one_pilot(actor, key), content)
        if found.wrong:
            raise NotTaken(found.wrong)
        places = {place.number: place for place in pilot.places.all()}
        for (number, quarter), numbers in found.delivered.items():
            Delivery.objects.update_or_create(
                place=places[number],
                year=quarter.year,
                number=quarter.number,
                defaults={"numbers": numbers, "origin": Delivery.Origin.FILE, "delivered_at": e.book.at},
            )
        e.refer(quarters=len(found.delivered))
    return len(found.delivered)


def _read(shown: OnePilot, content: bytes) -> Read:
    frozen = shown.frozen
    open_quarters = frozenset(quarter for quarter in shown.due if frozen is None or quarter > frozen)
    places = {place.municipality: place.number for place in shown.places if not _counted(place)}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lieferung"
        path.write_bytes(content)
        return read_rows(_rows(path), Expected(places, open_quarters, german_words()))


def _counted(place: Place) -> bool:
    """Whether the place is counted here, so that no file speaks for it."""
    return place.body_id is not None and place.joined_at is not None


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Rows of the file by head. Raises ``FileRefused``, ``NotTaken`` (a torn row), ``NotDone`` where a head is missing."""
    sheet = open_sheet(path)
    at = {header.label.strip().casefold(): place for place, header in enumerate(sheet.headers)}
    missing = [head for head in HEADS if head.casefold() not in at]
    if missing:
        raise NotDone(
            _("In der Datei fehlen Spalten: %(heads)s. Bitte verwenden Sie die Vorlage.")
            % {"heads": ", ".join(missing)}
        )
    for row in sheet.rows():
        if row.problems:
            raise NotTaken([Wrong("unreadable", row.number)])
        yield row.number, {head: row.cells[at[head.casefold()]] for head in HEADS}
