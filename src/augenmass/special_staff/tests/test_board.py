"""Numbers of reports: none below the smallest, none that could be worked out of others or of other quarters."""

from collections.abc import Sequence
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import reading_for
from augenmass.law.quarters import Quarter
from augenmass.law.time import now
from augenmass.special_staff.actions.reporting import make_report
from augenmass.special_staff.models import BoardReport
from augenmass.special_staff.paper import report_csv, report_pdf
from augenmass.special_staff.queries.reports import next_quarter, one_report, shown_by_others
from augenmass.special_staff.rules.board import (
    BEFORE,
    ENDED,
    NEW,
    OPEN,
    OUTCOMES,
    SMALLEST,
    near_others,
    net_of,
    shown,
)
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from augenmass.record.models import Case
    from augenmass.special_staff.models import Nomination

SMALL = 3


def _quarters(rows: Sequence[tuple[int, int, int, int]], before: int) -> list[tuple[str, dict[str, int]]]:
    """Consecutive quarters from what came in and what is to end; nothing ends that is not there."""
    found = []
    for number, (new, *ends) in enumerate(rows, start=1):
        room, outcomes = before + new, []
        for end in ends:
            outcomes.append(min(end, room))
            room -= outcomes[-1]
        counts = {
            BEFORE: before,
            NEW: new,
            ENDED: sum(outcomes),
            **dict(zip(OUTCOMES, outcomes, strict=True)),
            OPEN: room,
        }
        found.append((f"2026/{number}", counts))
        before = room
    return found


def _published(quarters: Sequence[tuple[str, dict[str, int]]]) -> dict[str, frozenset[str]]:
    before: dict[str, frozenset[str]] = {}
    for place in range(len(quarters)):
        before[quarters[place][0]] = shown(quarters[: place + 1], dict(before), SMALL)
    return before


ROW = st.tuples(*[st.integers(0, 9)] * 4)


@pytest.mark.unit
@settings(max_examples=150, deadline=None)
@given(rows=st.lists(ROW, min_size=1, max_size=4), before=st.integers(0, 12))
@example(rows=[(SMALL, 0, 0, 0), (0, 1, 0, 0)], before=0)
def test_all_reports_together_leave_room_around_every_small_number(
    rows: list[tuple[int, int, int, int]], before: int
) -> None:
    quarters = _quarters(rows, before)
    published = _published(quarters)
    net = net_of(quarters)
    hidden = {name for name in net.numbers if name[1] not in published[name[0]]}
    for name, number in net.numbers.items():
        if name not in hidden:
            assert number == 0 or number >= SMALL
        elif 0 < number < SMALL:
            least, most = net.bounds(hidden, name)
            assert most is None or most - number >= SMALL, (name, least, most)


@pytest.mark.unit
@settings(max_examples=40, deadline=None)
@given(row=st.tuples(*[st.integers(0, 4)] * 4), before=st.integers(0, 4))
def test_whoever_tries_every_table_finds_another_one_behind_a_small_number(
    row: tuple[int, int, int, int], before: int
) -> None:
    """By hand instead of by flows: every table of one quarter that agrees with what is shown."""
    [(quarter, counts)] = _quarters([row], before)
    visible = _published([(quarter, counts)])[quarter]
    found: dict[str, set[int]] = {name: set() for name in counts}
    for start, new, *ends in product(range(12), range(12), *[range(6)] * 3):
        [(_q, other)] = _quarters([(new, *ends)], start)  # type: ignore[list-item]
        if all(other[name] == counts[name] for name in visible):
            for name, number in other.items():
                found[name].add(number)
    for name, number in counts.items():
        if 0 < number < SMALL:
            assert len(found[name]) > 1, (name, visible)


@pytest.mark.unit
def test_what_two_reports_together_give_away_is_hidden_in_the_later_one() -> None:
    ministry = {BEFORE: 20, NEW: 12, ENDED: 16, "gone": 6, "staying": 5, "other": 5, OPEN: 16}
    city = {BEFORE: 12, NEW: 10, ENDED: 9}
    assert near_others(ministry, [city], SMALLEST) == {NEW}
    assert near_others(ministry, [city, {ENDED: 5}], SMALLEST) == {NEW, ENDED}, "what is left of all towns together"
    assert near_others({NEW: 14}, [{NEW: 30}], SMALLEST) == frozenset()
    assert near_others({NEW: 14}, [{NEW: 30}], SMALLEST, [{NEW: 14}]) == {NEW}, "the town that reports last"
    visible = shown([("2026/1", ministry)], {}, SMALLEST, {NEW})
    assert NEW not in visible
    net = net_of([("2026/1", ministry)])
    hidden = {name for name in net.numbers if name[1] not in visible}
    assert net.more(hidden, ("2026/1", NEW), SMALLEST) >= SMALLEST, "it is not worked out of the others"


@pytest.mark.db
def test_a_town_is_told_nothing_that_lies_near_what_its_ministry_shows(
    city: Actor, ministry: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from augenmass.special_staff.actions import reporting

    with reading_for(city):
        quarter = next_quarter(city)
    assert quarter is not None
    counts = {BEFORE: 20, NEW: 12, ENDED: 16, "gone": 6, "staying": 5, "other": 5, OPEN: 16}
    told = {"quarter": str(quarter), "counts": counts, "shown": [NEW, ENDED], "made_by": ministry.account}
    BoardReport.objects.create(body=ministry.body, made_at=now(), **told)
    assert shown_by_others(city.body, quarter) == ([{NEW: 12, ENDED: 16}], [])
    assert shown_by_others(ministry.body, quarter) == ([], [])
    own = {BEFORE: 12, NEW: 10, ENDED: 9, "gone": 9, "staying": 0, "other": 0, OPEN: 13}
    monkeypatch.setattr(reporting, "counted", lambda _body, _quarter: dict(own))
    with reading_for(city):
        made = make_report(city, uuid4(), "", "")
    assert NEW not in made.shown, "two more came in elsewhere"
    assert ENDED in made.shown


@pytest.mark.unit
def test_a_quarter_follows_the_one_before() -> None:
    assert str(Quarter.parse("2026/4").next) == "2027/1"
    assert Quarter.parse("2026/1").previous.last.isoformat() == "2025-12-31"
    for wrong in ("2026/5", "26/1", "2026"):
        with pytest.raises(ValueError, match=wrong):
            Quarter.parse(wrong)


@pytest.mark.db
def test_a_city_reports_once_a_quarter_without_a_person(
    actor: Actor, city: Actor, confirmed: "Nomination", case: "Case"
) -> None:
    from datetime import timedelta

    from augenmass.law.time import today, travel
    from augenmass.special_staff.actions.planning import take_in

    with reading_for(actor):
        take_in(actor, confirmed.key, confirmed.version, city.body_id, "§ 86", "Mitwirkung")
        with pytest.raises(NotPermitted):
            make_report(actor, uuid4(), "", "")
    here = Quarter.of(today())
    with travel(here.last + timedelta(days=1)), reading_for(city):
        assert next_quarter(city) == here
        key = uuid4()
        with pytest.raises(NotDone, match="angesprochen"):
            make_report(city, key, "Herr Haddad wartet.", "")
        made = make_report(city, key, "Zu wenige Dolmetschende.", "Zwei Stellen")
        assert make_report(city, key, "", "").pk == made.pk
        with pytest.raises(NotDone, match="nicht zu Ende"):
            make_report(city, uuid4(), "", "")
        read = one_report(city, made.key)
        assert made.counts[NEW] == 1
        assert read.numbers[NEW] is None
        assert read.numbers[OPEN] is None
        assert set(read.numbers.values()) <= {None, 0}
        text = report_csv(read).decode("utf-8-sig")
        assert "neu bestätigt;·" in text
        words = " ".join(page.extract_text() for page in PdfReader(BytesIO(report_pdf(read))).pages)
        assert "Als Punkt stehen Zahlen von 1 bis 4" in " ".join(words.split())
    with reading_for(actor), pytest.raises(BoardReport.DoesNotExist):
        one_report(actor, made.key)


@pytest.mark.db
def test_of_two_reports_of_one_quarter_the_later_is_refused_in_a_sentence(
    city: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from augenmass.special_staff.actions import reporting

    with reading_for(city):
        quarter = next_quarter(city)
        make_report(city, uuid4(), "", "")
        # As where both asked before either had written.
        monkeypatch.setattr(reporting, "next_quarter", lambda _actor: quarter)
        monkeypatch.setattr(reporting, "reports", lambda _actor: BoardReport.objects.none())
        with pytest.raises(NotDone, match="inzwischen einen Bericht"):
            make_report(city, uuid4(), "", "")
    assert BoardReport.objects.count() == 1


@pytest.mark.db
def test_what_a_city_takes_part_in_no_longer_is_not_open_in_its_report(
    actor: Actor, city: Actor, confirmed: "Nomination"
) -> None:
    from datetime import timedelta

    from augenmass.law.time import today, travel
    from augenmass.special_staff.actions.deciding import end_with
    from augenmass.special_staff.actions.planning import take_in, take_out
    from augenmass.special_staff.queries.reports import counted

    with reading_for(actor):
        take_in(actor, confirmed.key, confirmed.version, city.body_id, "§ 86", "Mitwirkung")
        take_out(actor, confirmed.key, confirmed.version + 1, city.body_id)
    here = Quarter.of(today())
    assert [counted(city.body, here)[name] for name in (NEW, ENDED, "other", OPEN)] == [1, 1, 1, 0]
    with travel(today() + timedelta(days=1)), reading_for(actor):
        end_with(actor, confirmed.key, confirmed.version + 2, "title_kept", "")
    assert counted(city.body, here)["staying"] == 0, "how it ended is no part of what the city did"
