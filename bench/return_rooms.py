"""Rows of a case in the rooms of return, so many at once: each with the action that the program writes for it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from bench.return_course import HANDED, LATE, WAITING_FOR_PAPERS, Course, Stage, course_of

PAPER = b"%PDF-1.4 invented"
"""Stands for every certificate and document: the files are kept by their hash, so it is kept once."""
STATES = ("GE", "RS", "TR", "MA", "IN")
HOUSES, LIVING, UNKNOWN = 60, 4, 40
"""Houses; every so manieth case lives in one of them; of so many people one is named as no case is."""


@dataclass(frozen=True, slots=True)
class Approved:
    """An application for support that the fund is to know: its reference, whose case, how many people, when they left."""

    reference: UUID
    case_id: int
    terms_id: int
    begun: date
    departed_on: date | None


@dataclass(slots=True)
class Rooms:
    """Fills the rooms; keeps what the fund is told afterwards, and codes of certificates that count. ``terms``: ids by year."""

    today: date
    terms: dict[int, list[int]]
    approved: list[Approved] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    def fill(self, opened: Any, case: Any, number: int) -> None:
        """Write the rows of one case of the book."""
        course = course_of(number, self.today)
        if course.stage is not None:
            self._departure(opened, case, course)
        for every, rest, room in (
            (HANDED, 1, _at_the_desk),
            (WAITING_FOR_PAPERS, 3, _paper),
            (LATE, 4, _announced_late),
        ):
            if number % every == rest:
                room(opened, case, course)

    def _departure(self, opened: Any, case: Any, course: Course) -> None:
        from augenmass.departure.models import Departure, Member

        stage, account = course.stage, opened.who.account
        assert stage is not None
        state = {
            Stage.REQUESTED: "requested", Stage.DECLARED: "requested", Stage.APPROVED: "approved",
            Stage.BOOKED: "booked", Stage.DEPARTED: "departed", Stage.ENDED: "ended",
        }[stage]  # fmt: skip
        written = opened.entry("departure.opened", case)
        made = Departure(case=case, opened_by=account, opened_at=opened.at, changed_at=opened.at, state=state)
        written.seal(made)
        written.seal_later(Member(departure=made, case=case, open=stage < Stage.DEPARTED))
        written.refer(departure=made.pk)
        if stage is Stage.DECLARED or Stage.APPROVED <= stage <= Stage.DEPARTED:
            self._support(opened, case, course, made)
        if stage in (Stage.BOOKED, Stage.DEPARTED):
            self._journey(opened, case, course, made)

    def _support(self, opened: Any, case: Any, course: Course, departure: Any) -> None:
        from augenmass.departure.models import Application, Notice

        told, account = course.begun + timedelta(days=25), opened.who.account
        noticed = opened.entry("departure.notice_acknowledged", case)
        said = {"language": "Englisch, gedolmetscht", "told_by": account.name, "acknowledged_by": "Erfunden"}
        noticed.seal_later(Notice(key=uuid4(), departure=departure, told_on=told, **said))
        offered = self.terms[told.year]
        terms = offered[course.number // 8 % len(offered)]
        approved = course.stage is not Stage.DECLARED
        filed = opened.entry(f"departure.application_{'approved' if approved else 'filed'}", case)
        made = Application(
            key=uuid4(), departure=departure, terms_id=terms, drafted_by=account, drafted_at=opened.at,
            state="approved" if approved else "filed", adults=1, filed_on=told,
            decided_on=told + timedelta(days=5) if approved else None,
        )  # fmt: skip
        filed.seal_later(made)
        if approved:
            self.approved.append(Approved(made.key, case.pk, terms, told + timedelta(days=5), course.departed_on))

    def _journey(self, opened: Any, case: Any, course: Course, departure: Any) -> None:
        from augenmass.departure.models import Booking, Certificate, CertificateCode
        from augenmass.departure.rules.code import digest_of_code, new_code

        left = course.departed_on
        booked = opened.entry("departure.booked", case)
        travels = {"carrier": "Linienflug (erfunden)", "route": "Berlin – Wien", "travels_on": left or self.today}
        booked.seal_later(Booking(key=uuid4(), departure=departure, **travels))
        issued = opened.entry("departure.certificate_issued", case)
        until = (left or self.today) + timedelta(days=20)
        made = Certificate(
            key=uuid4(), departure=departure, case=case, valid_until=until,
            document=document(issued, "letter", "Grenzübertrittsbescheinigung"),
            sha256=hashlib.sha256(PAPER).hexdigest(), issued_by=opened.who.account, issued_at=opened.at,
            state="returned" if left else "valid", came_from="border" if left else "",
            returned_on=left + timedelta(days=6) if left else None,
        )  # fmt: skip
        issued.seal(made)
        code = new_code()
        CertificateCode.objects.create(
            certificate=made, code_digest=digest_of_code(code), valid_until=until, valid=left is None
        )
        if left is None and len(self.codes) < 100:
            self.codes.append(code)


def document(written: Any, kind: str, title: str) -> Any:
    """A document of the entry's case, by the program's own function."""
    from augenmass.cases.actions.documents import DocumentText, keep
    from augenmass.law.time import today

    return keep(written, PAPER, "application/pdf", DocumentText(kind, title, today()), written.book.who.account_id)


def _at_the_desk(opened: Any, case: Any, course: Course) -> None:
    from augenmass.prospects.models import DeskMatter, DeskOutcome

    turn, account = course.number // HANDED % 4, opened.who.account
    due = opened.at.date() + timedelta(days=course.number % 60)
    told = {"prospects": ["25_5"], "reason": "Bitte prüfen.", "due": due, "handed_by": account, "handed_at": opened.at}
    state = ("open", "open", "refused", "granted")[turn]
    handed = opened.entry("desk.handed_over", case)
    made = DeskMatter(key=uuid4(), case=case, state=state, **told)
    handed.seal(made)
    if state != "open":
        answered = opened.entry("desk.answered", case)
        said = {"outcome": state, "decided_on": opened.at.date(), "reason": "Geprüft."}
        answered.seal_later(DeskOutcome(matter=made, recorded_by=account, recorded_at=opened.at, **said))


def _paper(opened: Any, case: Any, course: Course) -> None:
    from augenmass.travel_papers.models import Application, ApplicationEvent

    turn, account = course.number // WAITING_FOR_PAPERS % 10, opened.who.account
    filed, state = (
        course.begun,
        ("open", "issued", "refused", "open", "withdrawn", "open", "issued", "open", "issued", "open")[turn],
    )
    closed = filed + timedelta(days=20 + course.number % 9) if state != "open" else None
    told = {"country": STATES[turn % len(STATES)], "kind": "substitute", "applicant": "authority", "filed_on": filed}
    written = opened.entry("travel_paper.filed", case)
    made = Application(
        key=uuid4(), case=case, **told, state=state, closed_on=closed, opened_by=account, opened_at=opened.at,
        valid_until=closed + timedelta(days=90) if closed is not None and state == "issued" else None, version=2,
    )  # fmt: skip
    written.seal(made)
    events = [("forms_sent", filed + timedelta(days=3))]
    events.append((state, closed) if closed is not None else ("hearing_set", filed + timedelta(days=15)))
    for kind, on in events:
        happened = opened.entry(f"travel_paper.{kind}", case)
        said = {"kind": kind, "on": on, "recorded_by": account, "recorded_at": opened.at}
        happened.seal_later(ApplicationEvent(key=uuid4(), application=made, **said))


def _announced_late(opened: Any, case: Any, course: Course) -> None:
    from augenmass.prospects.models import RenewalNotice

    day = opened.at.date()
    ends = {"valid_until": day + timedelta(days=5 + course.number % 20), "wanted_on": day - timedelta(days=12)}
    made = RenewalNotice.objects.create(case=case, **ends, set_on=day - timedelta(days=course.number % 9), late=True)
    opened.entry("suspension.renewal_due", case).refer(renewal_notice=made.pk)


def fill_houses(case_ids: list[int], authority: Any, named: Callable[[str], Any]) -> None:
    """Open houses by the ordinary action, and fill their lists; ``named`` gives the actor of a name."""
    from augenmass.accommodation.actions.houses import NewHouse, open_house

    keeper, reporter = named("jansen"), named("wendt")
    houses = [
        open_house(keeper, NewHouse(uuid4(), f"Haus {number}", f"Weg {number}", "99001", "Auenburg", authority.pk))
        for number in range(1, HOUSES + 1)
    ]
    living = case_ids[::LIVING]
    for start in range(0, len(living), 500):
        _move_in(reporter, houses, start, living[start : start + 500])


def _move_in(reporter: Any, houses: list[Any], start: int, case_ids: list[int]) -> None:
    """What the house reports, then what the worker makes of it."""
    from augenmass.cases.models import LegalPosition
    from augenmass.record.ledger import System, book

    positions = LegalPosition.objects.in_bulk(case_ids)
    with book(reporter) as opened:
        residents = _residents(opened, houses, start, [positions[pk] for pk in case_ids])
        reports = _reports(opened, residents)
    delivered = [report for report in reports if report.resident.case_id is not None]
    with book(System(), {report.resident.case_id for report in delivered}) as opened:
        for report in delivered:
            written = opened.entry("accommodation.delivered", opened.case(report.resident.case_id))
            written.refer(report=report.pk, event=report.event)


def _residents(opened: Any, houses: list[Any], start: int, positions: list[Any]) -> list[Any]:
    from augenmass.accommodation.models import Resident
    from augenmass.record.bulk import insert_rows, reserve_ids

    made = []
    for number, (pk, row) in enumerate(zip(reserve_ids(Resident, len(positions)), positions, strict=True), start):
        house, known = houses[number % len(houses)], number % UNKNOWN != 0
        family, _comma, first = row.name.partition(", ")
        made.append(
            Resident(
                pk=pk, house=house, sender_id=house.body_id, receiver_id=house.authority_id, since=opened.at,
                number=row.number if known else f"K-{number}", family_name=family[:120], first_names=first[:120],
                case_id=row.pk if known else None, standing=("present", "present", "away", "left")[number % 4],
            )
        )  # fmt: skip
    insert_rows(Resident, made)
    return made


def _reports(opened: Any, residents: list[Any]) -> list[Any]:
    from augenmass.accommodation.models import Report

    made = []
    for resident in residents:
        events = ["arrival", *{"away": ["absence"], "left": ["duty_ended"]}.get(resident.standing, [])]
        for ago, event in enumerate(reversed(events), start=1):
            written = opened.entry("accommodation.reported")
            report = Report(
                key=uuid4(), sender_id=resident.sender_id, resident=resident, event=event, received_at=opened.at,
                happened_at=opened.at - timedelta(hours=ago * (25 + resident.pk % 300)),
                state="unmatched" if resident.case_id is None else "delivered", author_id=opened.who.account_id,
            )  # fmt: skip
            written.seal_later(report)
            made.append(report)
    return made
