"""What falls due by the law and by the deadline book, and the day on which a person comes of age."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from augenmass.access.inspection import start_of
from augenmass.cases.derived import MAJORITY, birthday
from augenmass.cases.facts import facts_on_days
from augenmass.cases.models import LegalPosition, PositionMark
from augenmass.cases.names import deadline_name
from augenmass.directory.models import Body
from augenmass.law.position import deadlines_on, facts_of_deadline
from augenmass.law.time import day_of
from augenmass.lawbook.in_force import in_force
from augenmass.record.models import Case
from augenmass.work.due_days import DueDay, Window, source, told_by_rooms
from augenmass.work.models import BookedDeadline, Task

LEAD = 7
"""From how many days before its end on a deadline is told, unless it is named here."""
LEADS = {"provisional_expiry": 28, "title_expiry": 28, "passport_expiry": 28, "application_25a_latest": 28}
ON_THE_DAY = frozenset({"recheck", "removal_notice", "failed_removal_week", "custody_release"})
"""Days from which on something is to be done, or that are too near for a lead."""
SAID_BY_ANOTHER = frozenset({"provisional_renewal"})
"""The lead of another deadline, kept as a deadline of its own."""
MAJORITY_LEAD = 28
KIND = Task.Kind.RESUBMISSION
MOST_TURNS = 200
"""Comparisons of one case that flip during a standstill; a bound, never reached by a case of years."""


def lead_of(rule: str) -> int:
    """From how many days before its end on a deadline is told."""
    return 0 if rule in ON_THE_DAY else LEADS.get(rule, LEAD)


def _said_elsewhere(rule: str) -> bool:
    return rule in SAID_BY_ANOTHER or (rule in told_by_rooms and told_by_rooms[rule] is None)


def about_deadline(rule: str) -> str:
    """How tasks name a deadline of a case."""
    return f"due:{rule}"


@source("work.deadlines")
def deadlines(body: Body, window: Window) -> Iterable[DueDay]:
    """Deadlines that the facts give, without those that a room tells of by itself, and lines of the deadline book beside them."""
    found = set(_near(body, window))
    if window.stood_still:
        found |= set(_passed(body, window))
    elsewhere = {rule: told(body, window) for rule, told in told_by_rooms.items() if told is not None}
    for case_id, rule, day in found:
        near = day <= window.until(lead_of(rule)) and not _said_elsewhere(rule)
        if near and (case_id, day) not in elsewhere.get(rule, frozenset()):
            known_by = facts_of_deadline(in_force(), rule)
            yield DueDay(
                case_id, about_deadline(rule), day, _title(rule, day), lead_of(rule), known_by=known_by, kind=KIND
            )
    for line in _booked(body, window):
        if (line.case_id, line.rule, line.due) not in found:
            known_on, about = day_of(line.created_by.at), f"booked:{line.key}"
            yield DueDay(
                line.case_id, about, line.due, _title(line.rule, line.due), lead_of(line.rule), known_on, kind=KIND
            )


def _booked(body: Body, window: Window) -> Iterable[BookedDeadline]:
    """Lines of the book, confirmed by a second reader or not."""
    longest = window.until(max(LEADS.values()))
    running = BookedDeadline.objects.filter(body=body, ended_by=None, due__range=(window.since, longest))
    found = running.filter(case__closed_at=None).select_related("created_by")
    return [line for line in found if line.due <= window.until(lead_of(line.rule))]


def _title(rule: str, day: date) -> str:
    return _("%(deadline)s: %(day)s") % {"deadline": deadline_name(rule), "day": f"{day:%d.%m.%Y}"}


def _near(body: Body, window: Window) -> Iterable[tuple[int, str, date]]:
    longest = window.until(max(LEADS.values()))
    marks = PositionMark.objects.filter(body=body, kind=PositionMark.Kind.DEADLINE, case__closed_at=None)
    rows = marks.filter(day__range=(window.day, longest)).values_list("case_id", "key", "day")
    return [(case_id, rule, day) for case_id, rule, day in rows if day is not None]


def _passed(body: Body, window: Window) -> Iterator[tuple[int, str, date]]:
    """Deadlines that ended while nobody looked: by today's facts, on each day on which something changed.

    A case whose position neither changed meanwhile nor was computed again still holds its marks.
    """
    marks = PositionMark.objects.filter(body=body, kind=PositionMark.Kind.DEADLINE)
    ended = marks.filter(day__range=(window.since, window.day - timedelta(days=1)))
    touched = Q(computed_at__gte=start_of(window.since)) | Q(next_change__lte=window.day)
    ids = set(LegalPosition.objects.filter(touched, body=body).values_list("case_id", flat=True))
    ids |= set(ended.values_list("case_id", flat=True))
    open_cases = Case.objects.filter(pk__in=ids, closed_at=None).order_by("pk").values_list("pk", flat=True)
    for case_id in open_cases:
        yield from ((case_id, rule, day) for rule, day in _ended_in(case_id, window))


def _ended_in(case_id: int, window: Window) -> set[tuple[str, date]]:
    """Rules and days of a case. A deadline counts where it still ran on its last day or the day before: one that was interrupted did not end."""
    found: set[tuple[str, date]] = set()
    on = window.since
    for _turn in range(MOST_TURNS):
        known = facts_on_days([case_id], [on])[0][case_id]
        running, flips = deadlines_on(in_force(), known.held, on)
        later = min((day for day in [flips, *known.changes] if day is not None and day > on), default=window.day)
        ends = ((one.rule, one.earliest) for one in running)
        found |= {(rule, end) for rule, end in ends if end is not None and on <= end <= later and end < window.day}
        if later >= window.day:
            break
        on = later
    return found


@source("work.majority")
def coming_of_age(body: Body, window: Window) -> Iterable[DueDay]:
    """Persons who complete their eighteenth year: what they were represented in they do themselves, and their family's cases change."""
    first, last = window.since, window.until(MAJORITY_LEAD)
    years = {f"{year - MAJORITY}" for year in range(first.year, last.year + 1)}
    born = Q()
    for year in sorted(years):
        born |= Q(born__startswith=year)
    rows = LegalPosition.objects.filter(born, body=body, case__closed_at=None).values_list("case_id", "born")
    for case_id, text in rows:
        day = birthday(_first_day(text), MAJORITY)
        if first <= day <= last:
            title = _("Volljährig ab %(day)s: Vertretung und Rechtslage der Familie prüfen")
            yield DueDay(
                case_id=case_id,
                about="majority",
                day=day,
                title=title % {"day": f"{day:%d.%m.%Y}"},
                lead=MAJORITY_LEAD,
                known_by=("date_of_birth",),
                kind=KIND,
            )


def _first_day(born: str) -> date:
    """The first day that a date of birth allows, which may be a month or a year only."""
    year, month, day = [*map(int, born.split("-")), 1, 1][:3]
    return date(year, month, day)
