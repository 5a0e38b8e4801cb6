"""Numbers of meetings: of too few of them nothing is told, so that nobody's attendance can be read off."""

from datetime import UTC, date, datetime

import pytest

from augenmass.conferences.rules.audit import SMALLEST, Meeting, audit_of

pytestmark = pytest.mark.unit
AT, ON = datetime(2026, 3, 2, 10, tzinfo=UTC), date(2026, 4, 1)
SAT = Meeting(AT, AT, AT, AT, AT, 4, 3, False, [15], [20], [(ON, None)], 2, 1)
WAITS = Meeting(AT, None, None, None, None, 0, 0, False, [], [], [], 0, 0)


def test_below_five_meetings_only_their_number_is_told() -> None:
    few = audit_of([SAT] * (SMALLEST - 1) + [WAITS], ON)
    assert (few.meetings, few.held, few.days_to_decision) == (5, 4, 0)
    assert (few.attendance.percent, few.represented.percent, few.measures_done.percent) == (None, None, None)
    assert (few.days_to_meeting, few.minutes_used, few.decisions, few.dissents) == (None, None, None, None)
    enough = audit_of([SAT] * SMALLEST, ON)
    assert (enough.attendance.percent, enough.minutes_used, enough.decisions, enough.dissents) == (75, 20, 10, 5)
