"""Taking the wording of statutes into the installation's database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import text_hash
from augenmass.law.texts.cut import cut_off, section_of
from augenmass.law.texts.source import StatuteText, TextsUnreadable, newest, read_texts
from augenmass.law.time import day_of, now
from augenmass.lawbook.models import Wording

_CHUNK = 500
_ORDER = ("unit", "hash", "day", "loaded_at")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The newest text of each statute that was read, and how many units of how many were not known before."""

    texts: tuple[StatuteText, ...]
    units: int
    new: int

    @property
    def statutes(self) -> int:
        """How many statutes were read."""
        return len(self.texts)


def load_texts(path: Path, shortened: bool = False) -> Loaded:
    """Keep every text of a folder, archive or file. Loading the same again changes nothing but the day of loading.

    ``shortened``: take a text although it ends before places that norms cite or that an earlier text had.
    Raises ``TextsUnreadable``; then nothing was taken.
    """
    texts = read_texts(path)
    with transaction.atomic():
        if not shortened:
            _refuse_cut(texts)
        before = Wording.objects.count()
        units = sum(_keep(list(_rows(text))) for text in texts)
        return Loaded(tuple(newest(texts).values()), units, Wording.objects.count() - before)


def _refuse_cut(texts: list[StatuteText]) -> None:
    """Raise ``TextsUnreadable`` for texts that end too early. What an earlier text had counts only against a later one."""
    looked_at = [cut_off(text, HASHES) for text in texts]
    looked_at += [cut_off(text, _sections_before(text), few=0) for text in newest(texts).values()]
    cuts = {cut.text.source: cut for cut in looked_at if cut is not None}.values()
    if cuts:
        raise TextsUnreadable(
            " ".join([*(cut.de for cut in cuts), "Nichts wurde übernommen; der frühere Wortlaut bleibt."]),
            " ".join([*(cut.en for cut in cuts), "Nothing was taken; the earlier wording stays."]),
            cut=True,
        )


def _sections_before(text: StatuteText) -> set[str]:
    """The sections that the newest text loaded before has, where this one is not older."""
    rows = [
        ((day or day_of(at), at), unit)
        for unit, day, at in Wording.objects.filter(unit__startswith=f"{text.key}/").values_list(
            "unit", "day", "loaded_at"
        )
    ]
    latest = max((order for order, _unit in rows), default=None)
    if latest is None or (text.day is not None and text.day < latest[0]):
        return set()
    return {section_of(unit) for order, unit in rows if order == latest}


def _rows(text: StatuteText) -> Iterator[Wording]:
    # One text after the other, older ones first.
    at = now()
    for unit, words in text.units.items():
        yield Wording(
            unit=unit, hash=text_hash(words), text=words, day=text.day, source=text.source[:200], loaded_at=at
        )


def _keep(rows: list[Wording]) -> int:
    """Keep rows; a wording that a later text has too stays with that one."""
    for start in range(0, len(rows), _CHUNK):
        part = rows[start : start + _CHUNK]
        held = Wording.objects.filter(unit__in=[row.unit for row in part])
        later = {(unit, digest): day or day_of(at) for unit, digest, day, at in held.values_list(*_ORDER)}
        Wording.objects.bulk_create(
            [row for row in part if later.get((row.unit, row.hash), date.min) <= (row.day or day_of(row.loaded_at))],
            update_conflicts=True,
            unique_fields=["unit", "hash"],
            update_fields=["day", "source", "loaded_at"],
        )
    return len(rows)
