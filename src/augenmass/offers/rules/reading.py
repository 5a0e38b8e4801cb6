"""From the cells of a row, or the fields of a form, to an entry or to everything that is wrong with it. Pure."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from augenmass.intake.rules.characters import comparable
from augenmass.intake.rules.problem import Problem
from augenmass.offers.rules import cells
from augenmass.offers.rules.cells import Wrong
from augenmass.offers.rules.entry import HEADS, NEEDED, Entry
from augenmass.offers.rules.geography import Place, in_germany
from augenmass.offers.rules.sentences import problem
from augenmass.offers.rules.vocabulary import DAYS, FEATURES, Kind

_Read = TypeVar("_Read")
LOST_SIGN = "\ufffd"


class NotAnEntry(ValueError):
    """A row that is no entry, with every problem."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].de)
        self.problems = problems


def read_entry(given: Mapping[str, str], today: date) -> Entry:
    """The entry that cells describe, by the part of each column; a part that is not given is empty. Raises ``NotAnEntry``."""
    row = _Row(given)
    for part in NEEDED:
        if not row.text(part):
            row.problems.append(problem("empty", HEADS[part]))
    kind = row.take("kind", cells.read_kind) if row.text("kind") else None
    place = _place(row)
    free, free_on = _places(row, today)
    read: dict[str, object] = {
        "code": row.take("code", cells.read_code),
        "kind": kind,
        "ags": row.take("ags", cells.read_ags) if row.text("ags") else "",
        "postcode": row.take("postcode", cells.read_postcode),
        "place": place,
        "languages": row.take("languages", cells.read_languages),
        "features": _features(row),
        "hours": tuple(row.take_named(f"day_{number}", cells.read_spans) or () for number in range(len(DAYS))),
        "free_places": free,
        "free_places_on": free_on,
        "phone": row.take("phone", cells.read_phone),
        "email": row.take("email", cells.read_mail),
        "web": row.take("web", cells.read_web),
        "valid_until": row.take_named("valid_until", cells.read_day),
        "confirmed_on": _not_future(row, "confirmed_on", today),
        "own_wish": bool(row.take_named("own_wish", cells.read_yes)),
    }
    for part in ("name", "municipality", "carrier", "street", "town", "hours_note", "costs", "requirements", "source"):
        read[part] = row.take_named(part, cells.read_text)
    if kind is Kind.RETURN_COUNSELLING and not read["own_wish"]:
        row.problems.append(problem("not_asked_for", HEADS["own_wish"]))
    if row.problems:
        raise NotAnEntry(row.problems)
    entry = Entry(**read)  # type: ignore[arg-type]
    return entry if entry.code else _with_code(entry)


def derived_code(kind: str, name: str, street: str, ags: str) -> str:
    """The key of an entry for which none was given: the same kind, name, street and municipality have the same one."""
    words = "|".join(comparable(word) for word in (kind, name, street, ags))
    return f"auto-{hashlib.sha256(words.encode()).hexdigest()[:16]}"


def _with_code(entry: Entry) -> Entry:
    return replace(entry, code=derived_code(entry.kind.value, entry.name, entry.street, entry.ags))


class _Row:
    """Cells that are being read, and what was wrong so far."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = {part: cells.tidy(text) for part, text in given.items()}
        self.problems: list[Problem] = [
            problem("unreadable", HEADS[part], text) for part, text in self.given.items() if LOST_SIGN in text
        ]

    def text(self, part: str) -> str:
        return self.given.get(part, "")

    def take(self, part: str, read: Callable[[str], _Read]) -> _Read | None:
        """What a reader makes of a cell; None when it is wrong."""
        try:
            return read(self.text(part))
        except Wrong as wrong:
            self.problems.append(wrong.problem)
            return None

    def take_named(self, part: str, read: Callable[[str, str], _Read]) -> _Read | None:
        """The same for a reader that is told which part it reads."""
        return self.take(part, lambda cell: read(part, cell))


def _features(row: _Row) -> dict[str, bool]:
    found = {key: row.take_named(key, cells.read_yes) for key in FEATURES}
    return {key: value for key, value in found.items() if value is not None}


def _place(row: _Row) -> Place | None:
    before = len(row.problems)
    north = row.take_named("latitude", cells.read_degrees)
    east = row.take_named("longitude", cells.read_degrees)
    if len(row.problems) > before or (north is None and east is None):
        return None
    if north is None or east is None:
        row.problems.append(problem("half_place", HEADS["latitude" if north is None else "longitude"]))
        return None
    if in_germany(Place(north, east)):
        return Place(north, east)
    code = "swapped" if in_germany(Place(east, north)) else "not_in_germany"
    row.problems.append(problem(code, HEADS["latitude"], f"{row.text('latitude')} / {row.text('longitude')}"))
    return None


def _places(row: _Row, today: date) -> tuple[int | None, date | None]:
    before = len(row.problems)
    free = row.take_named("free_places", cells.read_count)
    on = _not_future(row, "free_places_on", today)
    if len(row.problems) == before and free is not None and on is None:
        row.problems.append(problem("places_without_day", HEADS["free_places_on"]))
    if len(row.problems) == before and free is None and on is not None:
        row.problems.append(problem("day_without_places", HEADS["free_places"]))
    return free, on


def _not_future(row: _Row, part: str, today: date) -> date | None:
    day = row.take_named(part, cells.read_day)
    if day is not None and day > today:
        row.problems.append(problem("future", HEADS[part], row.text(part)))
    return day
