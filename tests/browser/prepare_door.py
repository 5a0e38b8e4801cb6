"""Fills a demonstration with the case of a person who also wants an agreement on integration; writes its address as JSON."""

import json
import sys

import django
from tests.browser.invented import open_case

PERSON = ("Nasser", "Salma")


def main() -> None:
    """Open the case in the name of an officer of the municipal authority."""
    django.setup()
    from augenmass.access.actor import actor_for
    from augenmass.directory.models import Account, Unit
    from augenmass.law.norms.specimens import WARNED

    officer = actor_for(Account.objects.get(username="okonkwo"))
    assert officer is not None
    unit = Unit.objects.get(body=officer.body, key="rueckkehr")
    case = open_case(officer, unit, 902, WARNED, family_name=PERSON[0], first_names=PERSON[1], sex="f", language="ar")
    json.dump({"case": str(case.key), "number": case.number}, sys.stdout)


if __name__ == "__main__":
    main()
