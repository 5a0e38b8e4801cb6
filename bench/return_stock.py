"""A Land's stock of cases: some are taken in by the ordinary import, the others are written from them through the ledger.

A copy has the facts of its original under its own file number, in another body, written as the import writes them: digests, actions in
the chain, a responsibility. The law sees the same facts, so the copy has the same legal position; it is copied too, and some are computed
anew to see that this is so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any
from uuid import uuid4

from bench.return_course import course_of

CHUNK = 500
BLOCKS_OF_CENTRAL = 10
"""So many times as many cases as another body has the central office."""
CHECKED = 40
KEY = "file_number"
SINCE = date(2020, 1, 1)
FillRooms = Callable[[Any, Any, int], None]
"""Book, case, number of its course."""


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works in a body: somebody with cases and somebody who signs second, as actors; ``team``: the accounts that cases are given to."""

    officer: Any
    head: Any
    team: tuple[int, ...] = ()


@dataclass(slots=True)
class Original:
    """A case of the measured body and what is copied of it."""

    number: int
    file_number: str
    facts: list[tuple[Any, ...]]
    position: dict[str, Any]
    marks: list[tuple[Any, ...]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    links: list[tuple[int, str, bool | None]] = field(default_factory=list)


def share_of(cases: int, bodies: int) -> int:
    """How many cases an ordinary body has, so that all bodies and the larger central office have so many together."""
    return max(1, -(-cases // (bodies - 1 + BLOCKS_OF_CENTRAL)))


def more_bodies(like: Any, bodies: int) -> list[Staff]:
    """Authorities beside the measured one and the central office, each with two people."""
    from augenmass.directory.models import Body

    made = []
    for number in range(1, bodies - 1):
        body = Body.objects.create(
            key=f"abh-{number}", kind=like.kind, name=f"Ausländerbehörde {number} (erfunden)", land=like.land,
            email=f"abh-{number}@example.org", telephone="09990 555-0", town="Auenburg",
        )  # fmt: skip
        made.append(staff_of(body, "caseworker"))
    return made


def staff_of(body: Any, role: str, team: int = 1) -> Staff:
    """Invented people of a body, who cannot sign in: so many with cases, and one who signs second."""
    officers = [_person(body, role, number) for number in range(1, team + 1)]
    return Staff(officers[0], _person(body, "approver", 1), tuple(officer.account_id for officer in officers))


def _person(body: Any, role: str, number: int) -> Any:
    from augenmass.access.actor import actor_for
    from augenmass.directory.models import Account, Membership

    name = f"Person {number} {body.key} (erfunden)"
    account = Account.objects.create(username=f"{role}-{number}-{body.key}", name=name, is_demo=True, password="!")
    Membership.objects.create(account=account, body=body, role=role, valid_from=SINCE)
    return actor_for(account)


def give_courses(actor: Any, day: date, fill_rooms: FillRooms) -> list[int]:
    """Write the days of a return and the rows of its rooms into the cases that were taken in; returns their ids in order.

    Cases that the demonstration referred, or that take part in a departure already, stay as they are.
    """
    from augenmass.cases.affected import affected_by
    from augenmass.cases.positions import recompute
    from augenmass.departure.models import Member
    from augenmass.record.ledger import book
    from augenmass.record.models import Case, Source

    source, _made = Source.objects.get_or_create(body=actor.body, kind=Source.Kind.OFFICER, label="Messung")
    free = Case.objects.filter(body=actor.body, referrals=None, desk_matters=None, closed_at=None)
    leaving = Member.objects.values("case")
    ids = list(free.exclude(pk__in=leaving).order_by("pk").values_list("pk", flat=True))
    for start, part in _chunks(ids):
        with book(actor, part) as opened:
            held = _held(part)
            for number, case_id in enumerate(part, start):
                case = opened.case(case_id)
                written = opened.entry("fact.established", case)
                for name, value in course_of(number, day).facts.items():
                    before, same = held.get((case_id, name), (None, None))
                    if same != value:
                        written.establish(name, value, source_id=source.pk, replaces_id=before)
                fill_rooms(opened, case, number)
            opened.flush()
            recompute(affected_by(part))
    return ids


def _held(case_ids: Sequence[int]) -> dict[tuple[int, str], tuple[int, str]]:
    from augenmass.record.models import Fact

    rows = Fact.objects.filter(case_id__in=case_ids, closed_by=None).order_by("pk")
    return {(case, name): (pk, value) for pk, case, name, value in rows.values_list("pk", "case_id", "name", "value")}


def _chunks(rows: Sequence[Any]) -> Iterator[tuple[int, Sequence[Any]]]:
    return ((start, rows[start : start + CHUNK]) for start in range(0, len(rows), CHUNK))


def originals_of(ids: Sequence[int]) -> list[Original]:
    """What is copied of these cases; their numbers are their places in the list."""
    from augenmass.cases.models import FamilyLink, LegalPosition, PositionMark, SearchWord
    from augenmass.cases.words import words_of
    from augenmass.record.models import Case, Fact

    place = {pk: number for number, pk in enumerate(ids)}
    found: list[Original] = []
    for _start, part in _chunks(ids):
        numbers = dict(Case.objects.filter(pk__in=part).values_list("pk", "number"))
        positions = {row["case_id"]: row for row in LegalPosition.objects.filter(pk__in=part).values()}
        of_part = {pk: Original(place[pk], numbers[pk], [], positions[pk]) for pk in part}
        facts = Fact.objects.filter(case__in=part, closed_by=None).exclude(name=KEY).order_by("pk")
        for case, *columns in facts.values_list("case_id", "name", "value", "true_from", "true_to"):
            of_part[case].facts.append(tuple(columns))
        marks = PositionMark.objects.filter(case__in=part).order_by("pk")
        for case, *columns in marks.values_list("case_id", "kind", "key", "day"):
            of_part[case].marks.append(tuple(columns))
        own = {pk: words_of([number]) for pk, number in numbers.items()}
        for case, word in SearchWord.objects.filter(case__in=part).values_list("case_id", "word"):
            if word not in own[case]:
                of_part[case].words.append(word)
        links = FamilyLink.objects.filter(case__in=part, relative__in=ids, ended_by=None).order_by("pk")
        for case, relative, *columns in links.values_list("case_id", "relative_id", "relation", "same_household"):
            of_part[case].links.append((place[relative], *columns))
        found.extend(of_part.values())
    return found


class Copying:
    """Writes blocks of copies, each block into one body."""

    def __init__(self, originals: Sequence[Original], fill_rooms: FillRooms) -> None:
        self._originals = originals
        self._fill_rooms = fill_rooms
        self._blocks = count(1)

    def into(self, staff: Staff) -> list[int]:
        """Write one block into a body; returns the ids of its cases, in the order of the originals."""
        from augenmass.record.models import Source

        block = next(self._blocks)
        body = staff.officer.body
        source, _made = Source.objects.get_or_create(body=body, kind=Source.Kind.IMPORT, label="Fachverfahren")
        ids: list[int] = []
        for _start, part in _chunks(self._originals):
            ids.extend(self._write(staff, part, block, source.pk))
        self._link(staff.officer, ids)
        return ids

    def _write(self, staff: Staff, part: Sequence[Original], block: int, source: int) -> list[int]:
        from augenmass.record.ledger import book

        with book(staff.officer) as opened:
            cases = self._cases(opened, staff, part, block)
            opened.reserve(len(cases))
            for original, case in zip(part, cases, strict=True):
                self._take_in(opened, original, case, source)
            opened.flush()
            _copy_positions(part, cases, opened.at)
            for original, case in zip(part, cases, strict=True):
                self._fill_rooms(opened, case, original.number)
        return [case.pk for case in cases]

    def _cases(self, opened: Any, staff: Staff, part: Sequence[Original], block: int) -> list[Any]:
        from augenmass.record.bulk import insert_rows, new_row, reserve_ids
        from augenmass.record.models import Case

        ids, body, team = reserve_ids(Case, len(part)), staff.officer.body_id, staff.team
        made = [
            new_row(
                Case, id=pk, key=uuid4(), number=f"{original.file_number}/{block}", body_id=body,
                officer_id=team[original.number % len(team)], created_at=opened.at,
            )
            for original, pk in zip(part, ids, strict=True)
        ]  # fmt: skip
        insert_rows(Case, made)
        return made

    def _take_in(self, opened: Any, original: Original, case: Any, source: int) -> None:
        from augenmass.competence.models import Responsibility

        written = opened.entry("import.case_created", case)
        for name, value, true_from, true_to in original.facts:
            written.establish(name, value, source_id=source, true_from=true_from, true_to=true_to)
        written.establish(KEY, case.number, source_id=source)
        day, why = opened.at.date(), "Übernahme aus dem Fachverfahren"
        written.seal_later(Responsibility(case=case, body_id=case.body_id, since=day, reason=why))

    def _link(self, actor: Any, ids: Sequence[int]) -> None:
        """The families of the originals, in both directions, as the import writes them."""
        from augenmass.cases.models import FamilyLink
        from augenmass.record.ledger import book

        linked = [original.number for original in self._originals if original.links]
        for _start, part in _chunks(linked):
            with book(actor, [ids[number] for number in part]) as opened:
                for number in part:
                    written = opened.entry("import.family_linked", opened.case(ids[number]))
                    for relative, relation, together in self._originals[number].links:
                        link = {"case_id": ids[number], "relative_id": ids[relative], "relation": relation}
                        written.seal_later(FamilyLink(**link, same_household=together))


def _copy_positions(part: Sequence[Original], cases: Sequence[Any], at: Any) -> None:
    from augenmass.cases.models import LegalPosition, PositionMark, SearchWord
    from augenmass.cases.words import words_of
    from augenmass.record.bulk import insert_rows, new_row

    positions, marks, words = [], [], []
    for original, case in zip(part, cases, strict=True):
        of = {"case_id": case.pk, "body_id": case.body_id}
        own = {"number": case.number, "officer_id": case.officer_id, "unit_id": None, "computed_at": at}
        positions.append(new_row(LegalPosition, **(original.position | of | own)))
        marks.extend(new_row(PositionMark, **of, kind=kind, key=key, day=day) for kind, key, day in original.marks)
        found = sorted({*original.words, *words_of([case.number])})
        words.extend(new_row(SearchWord, **of, word=word) for word in found)
    insert_rows(LegalPosition, positions)
    for model, rows in ((PositionMark, marks), (SearchWord, words)):
        _with_ids(model, rows)
        insert_rows(model, rows)


def _with_ids(model: Any, rows: Sequence[Any]) -> None:
    from augenmass.record.bulk import reserve_ids

    for row, pk in zip(rows, reserve_ids(model, len(rows)), strict=True):
        row.pk = pk


def check_copies(ids: Sequence[int]) -> None:
    """Compute some positions anew; raises ``ValueError`` where that gives other rows than were copied."""
    from django.db import transaction

    from augenmass.cases.positions import recompute

    chosen = ids[:: max(1, len(ids) // CHECKED)][:CHECKED]
    with transaction.atomic():
        before = _rows_of(chosen)
        recompute(chosen)
        after = _rows_of(chosen)
        transaction.set_rollback(True)
    if before != after:
        raise ValueError("a copied position is not what the law says of the copied facts")


def _rows_of(case_ids: Sequence[int]) -> list[list[Any]]:
    from augenmass.cases.models import LegalPosition, PositionMark, SearchWord

    positions = LegalPosition.objects.filter(pk__in=case_ids).order_by("pk").values()
    marks = PositionMark.objects.filter(case__in=case_ids).values_list("case_id", "body_id", "kind", "key", "day")
    words = SearchWord.objects.filter(case__in=case_ids).values_list("case_id", "body_id", "word")
    return [
        [{name: value for name, value in row.items() if name != "computed_at"} for row in positions],
        sorted(marks, key=str),
        sorted(words),
    ]
