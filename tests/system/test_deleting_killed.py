"""A process is killed while it deletes files: each file is whole or gone, and a backup from before loses the same files again."""

import json
import random
import shutil
from pathlib import Path

import pytest
from tests.system.test_kills import COMMAND, Site

pytestmark = [pytest.mark.db, pytest.mark.sqlite]  # installations of their own, on files
FILES = 60

CONFIRM = f"""
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "augenmass.site.settings"
import django; django.setup()
from uuid import uuid4
from augenmass.access.actor import actor_for
from augenmass.directory.models import Account
from augenmass.retention.actions.runs import confirm, propose
from augenmass.retention.tests.aged import closed_case
officer, first, second = (actor_for(Account.objects.get(username=name)) for name in ("okonkwo", "reimann", "vogt"))
for number in range({FILES}):
    closed_case(officer, f"KILL-{{number:03d}}")
"""
PROPOSE = CONFIRM.split("for number")[0] + "confirm(second, propose(first, uuid4()).key)\n"

INSPECT = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "augenmass.site.settings"
import django; django.setup()
from augenmass.record.models import Case, Fact
from augenmass.retention.models import DeletionRun, DueRecord, Remainder
old = Case.objects.filter(number__startswith="KILL-")
print(json.dumps({
    "there": old.count(),
    "whole": sorted(set(Fact.objects.filter(case__in=old).values_list("case", flat=True))) == sorted(old.values_list("pk", flat=True)),
    "erased": DueRecord.objects.filter(state="erased").count(),
    "counted": sum(Remainder.objects.values_list("cases", flat=True)),
    "states": sorted(DeletionRun.objects.values_list("state", flat=True)),
}))
"""


def at(site: Site, minute: int) -> Site:
    """The clock of the next processes: later than the lease of one that was killed."""
    site.environment["AUGENMASS_FIXED_NOW"] = f"2026-08-17T{9 + minute // 60:02d}:{minute % 60:02d}:00+02:00"
    return site


def test_deleting_killed_at_any_moment(tmp_path: Path) -> None:
    site = at(Site(tmp_path / "site"), 0)
    site.folder.mkdir()
    site.run("demo-setup", "--cases", "10")
    site.script(CONFIRM)
    site.run("backup", str(tmp_path / "before.tar"))
    site.script(PROPOSE)
    chance, interrupted = random.Random(11), 0
    for turn in range(1, 4):
        running = at(site, 5 * turn).killed([COMMAND, "retention", "run"], after=chance.uniform(2.5, 5.0))
        interrupted += running
        state = json.loads(site.script(INSPECT))
        assert state["there"] + state["erased"] == FILES
        assert state["whole"]
        assert state["counted"] == state["erased"]
        site.run("verify")
    assert interrupted
    at(site, 50).run("retention", "run")
    state = json.loads(site.script(INSPECT))
    assert state == {"there": 0, "whole": True, "erased": FILES, "counted": FILES, "states": ["done"]}
    site.run("verify")
    site.run("check")

    second = at(Site(tmp_path / "second"), 55)
    second.run("restore", str(tmp_path / "before.tar"))
    shutil.copytree(site.folder / "keys", second.folder / "keys")  # they are kept apart from the archive
    assert json.loads(second.script(INSPECT))["there"] == FILES  # no list lies there, and the command says so
    shutil.copyfile(site.folder / "erased.jsonl", second.folder / "erased.jsonl")
    second.run("check", codes=(1,))
    second.run("retention", "reapply")
    second.run("check")
    assert json.loads(second.script(INSPECT))["there"] == 0
    second.run("verify")

    third = at(Site(tmp_path / "third"), 55)
    third.run("restore", str(tmp_path / "before.tar"), "--erased", str(site.folder / "erased.jsonl"))
    assert json.loads(third.script(INSPECT))["there"] == 0
    third.run("verify")
