"""Fills a demonstration with the one case whose whole way of return a test walks; writes its address and number as JSON.

Warned, with a period that runs; the last prospects are not looked at, counselling is not offered, no document is there.
"""

import json
import sys

import django
from tests.browser.invented import open_case

OPEN_PROSPECTS = ("25b", "60d")
PERSON = ("Marani", "Lela")


def main() -> None:
    """Open the case in the name of an officer of the municipal authority."""
    django.setup()
    from augenmass.access.actor import actor_for
    from augenmass.directory.models import Account, Unit
    from augenmass.law.norms.specimens import WARNED
    from augenmass.law.vocabulary.prospect_checks import assessed

    officer = actor_for(Account.objects.get(username="okonkwo"))
    assert officer is not None
    case = open_case(
        officer,
        Unit.objects.get(body=officer.body, key="rueckkehr"),
        901,
        WARNED,
        family_name=PERSON[0],
        first_names=PERSON[1],
        sex="f",
        language="ka",
        warning_issued_on="2026-07-29",
        warning_served_on="2026-08-03",
        departure_period_until="2026-09-02",
        prospects_checked_on=None,
        residence_prospect=None,
        counselling_offered_on=None,
        hardship_informed_on=None,
        **{assessed(key): None for key in OPEN_PROSPECTS},
    )
    json.dump({"case": str(case.key), "number": case.number}, sys.stdout)


if __name__ == "__main__":
    main()
