"""Taking the wording of statutes into the installation's database."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from augenmass.law.norms.statutes import text_hash
from augenmass.law.texts.source import StatuteText, read_texts
from augenmass.law.time import now
from augenmass.lawbook.models import Wording

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many statutes were read and how many of their units were not known before."""

    statutes: int
    units: int
    new: int


def load_texts(path: Path) -> Loaded:
    """Keep every text of a folder, archive or file. Loading the same again changes nothing but the day of loading.

    Raises ``TextsUnreadable``.
    """
    texts = read_texts(path)
    with transaction.atomic():
        before = Wording.objects.count()
        units = sum(_keep(list(_rows(text))) for text in texts)
        return Loaded(len({text.key for text in texts}), units, Wording.objects.count() - before)


def _rows(text: StatuteText) -> Iterator[Wording]:
    # One text after the other, older ones first: the last loaded of a unit is the present one.
    at = now()
    for unit, words in text.units.items():
        yield Wording(
            unit=unit, hash=text_hash(words), text=words, day=text.day, source=text.source[:200], loaded_at=at
        )


def _keep(rows: list[Wording]) -> int:
    for start in range(0, len(rows), _CHUNK):
        Wording.objects.bulk_create(
            rows[start : start + _CHUNK],
            update_conflicts=True,
            unique_fields=["unit", "hash"],
            update_fields=["day", "source", "loaded_at"],
        )
    return len(rows)
