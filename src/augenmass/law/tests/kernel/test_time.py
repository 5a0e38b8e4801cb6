"""The one clock."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from augenmass.law.time import day_of, now, today, travel

pytestmark = pytest.mark.unit


def test_a_traveller_sees_the_day_travelled_to_and_returns():
    with travel(date(2024, 2, 29)):
        assert today() == date(2024, 2, 29)
        with travel(datetime(2025, 1, 1, 12, tzinfo=UTC)):
            assert now() == datetime(2025, 1, 1, 12, tzinfo=UTC)
        assert today() == date(2024, 2, 29)
    assert now().utcoffset() == timedelta(0)
    assert now().year >= 2026


def test_the_day_is_the_one_in_berlin():
    with travel(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)):
        assert today() == date(2026, 7, 1)
    assert day_of(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == date(2027, 1, 1)


def test_a_moment_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"), travel(datetime(2026, 1, 1)):
        pytest.fail("a naive moment was taken")


@pytest.mark.parametrize("text", ["2026-08-01", "2026-08-01T10:00:00+02:00"])
def test_a_process_can_stand_still_by_its_environment(text):
    code = "from augenmass.law.time import today; print(today())"
    found = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "AUGENMASS_FIXED_NOW": text},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "2026-08-01"
