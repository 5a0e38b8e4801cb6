"""What migrations do to rows that an installation holds, on PostgreSQL, where tables with rows are harder to alter."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import pytest

CARRIED = """
from augenmass.site.command.setting_up import create_tables, start_django

start_django()
from django.core.management import call_command

from augenmass.access.reader import SystemRole, become
from augenmass.directory.models import Account, Body
from augenmass.law.time import now
from augenmass.record.models import Case
from augenmass.special_staff.models import Nomination, Release

create_tables()
body, ministry = (Body.objects.create(key=key, kind=kind, name=key, land="ST") for key, kind in (("abh", "foreigners_authority"), ("mi", "ministry")))
author = Account.objects.create_user("berger", "ein langes Kennwort", name="Berger", email="berger@example.org")
for number, state in enumerate(("confirmed", "ended")):
    case = Case.objects.create(number=f"N-{number}", body=body, officer=author, created_at=now())
    nomination = Nomination.objects.create(
        case=case, group="classified", state=state, reasons="-", less_severe="-", author=author, proposed_at=now()
    )
    Release.objects.create(
        nomination=nomination, case=case, body=ministry, text="-", provision="-", giver=ministry, author=author, at=now()
    )
become(SystemRole.MIGRATION)
call_command("migrate", "special_staff", "0001_initial", verbosity=0)
call_command("migrate", "special_staff", verbosity=0)
held = Release.objects.order_by("pk").values_list("giver__key", "ended_at", "at")
assert [(giver, ended == at) for giver, ended, at in held] == [("abh", False), ("abh", True)], list(held)
"""


@pytest.mark.pg
def test_releases_from_before_are_carried_over(tmp_path: Path) -> None:
    """What a ministry was told before is of the body of the case, and read no longer than the nomination runs."""
    import psycopg

    given, name = os.environ["AUGENMASS_TEST_DATABASE"], f"rows_{uuid4().hex[:12]}"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    own = {key: value for key, value in os.environ.items() if not key.startswith("AUGENMASS_")}
    environment = own | {
        "AUGENMASS_MODE": "demo",
        "AUGENMASS_DATA": str(tmp_path),
        "AUGENMASS_DATABASE": urlunsplit(urlsplit(given)._replace(path=f"/{name}")),
        "AUGENMASS_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "augenmass.site.settings",
    }
    try:
        done = subprocess.run([sys.executable, "-c", CARRIED], env=environment, capture_output=True, text=True)
    finally:
        with psycopg.connect(given, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    assert done.returncode == 0, done.stderr
