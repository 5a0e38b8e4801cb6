"""What letters say of the programmes of a Land on a day."""

from collections.abc import Callable
from datetime import date

import pytest

from augenmass.fund.models import ProgrammeTerms
from augenmass.law.time import today
from augenmass.letters.programmes import programmes_on
from augenmass.letters.rules.fixed import Programme

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases=["default", "access_log"])]


def test_a_letter_names_what_the_programmes_of_its_land_give_on_its_day(
    give_terms: Callable[..., ProgrammeTerms],
) -> None:
    give_terms(since=date(2020, 1, 1), ceiling=400_000)
    assert programmes_on(today(), "ST") == (
        Programme("Starthilfe", "1.200,00\u00a0€", "600,00\u00a0€", "4.000,00\u00a0€", "Start-up assistance"),
    )
    for day, land in ((date(2019, 12, 31), "ST"), (today(), "BW"), (today(), "")):
        assert programmes_on(day, land) == ()
