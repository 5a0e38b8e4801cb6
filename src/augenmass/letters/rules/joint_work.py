"""The information that several bodies work on a case together: why, who, how long, and what the person can do. It decides nothing.

Sources: DSGVO Art. 13 (1) (e), 14 (1) (e), 15, 16, 21, 77; VwVfG § 14; AZRG § 15 (1) No. 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from augenmass.letters.document import Section, german_day
from augenmass.letters.rules.beside import Beside, Part
from augenmass.letters.rules.inputs import Author, Person
from augenmass.letters.rules.plain import plain_letter
from augenmass.letters.wording.departure_warning import language_hint

TEMPLATE = "joint_work_information"


@dataclass(frozen=True, slots=True)
class JointWork:
    """What the person is told. ``reason``: key of its passage; ``grounds`` and bodies: a line each, in German.

    ``review`` and ``until``: the day of the next review and the last day; ``ended``: since when it is over, else None.
    """

    reason: str
    grounds: tuple[str, ...]
    bodies: tuple[str, ...]
    reading_file: tuple[str, ...]
    supervising: tuple[str, ...]
    """Ministries that read single items which were released to them."""
    review: date
    until: date
    ended: date | None = None
    left: tuple[str, ...] = ()
    """Bodies that took part and read nothing any more."""


def joint_work_data(
    *, person: Person, author: Author, reference: str, written_on: date, told: JointWork, beside: Beside
) -> dict[str, Any]:
    """The letter as stored JSON, ready for ``render.render``. Raises ``Incomplete`` where nobody can be written to."""
    return plain_letter(
        TEMPLATE,
        person=person,
        author=author,
        reference=reference,
        written_on=written_on,
        parts=tuple(_parts(told, author)),
        beside=beside,
        after=(Section("Sprache", (language_hint(),)),),
    )


def _parts(told: JointWork, author: Author) -> Iterator[Part]:
    yield Part("opening" if told.ended is None else "opening_over")
    yield Part(told.reason, below=told.grounds)
    yield from _over(told, told.ended) if told.ended is not None else _running(told)
    yield from (Part("meaning", strong=True), Part("rights"))
    if author.counselling:
        yield Part("counselling", below=author.counselling)


def _running(told: JointWork) -> Iterator[Part]:
    yield Part("who")
    who = (("bodies", told.bodies), ("file", told.reading_file), ("supervising", told.supervising))
    named = [Part(key, below=names) for key, names in who if names]
    yield from named or [Part("alone")]
    if told.left:
        yield Part("left", below=told.left)
    yield Part("later")
    yield Part("lasts", {"until": _printed(told.until), "review": _printed(told.review)})


def _over(told: JointWork, ended: date) -> Iterator[Part]:
    names = (*told.bodies, *told.reading_file, *told.supervising, *told.left)
    yield Part("took_part", below=names) if names else Part("nobody_took_part")
    yield Part("over", {"ended": _printed(ended)})


def _printed(day: date) -> str:
    return german_day(day.isoformat())
