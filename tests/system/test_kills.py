"""A process is killed while it signs: nothing confirmed is lost, nothing is half done, nothing happens twice.

Imports and mail are killed in the tests of their rooms.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [pytest.mark.db, pytest.mark.sqlite]  # installations of their own, on files

COMMAND = str(Path(sys.executable).with_name("augenmass"))
READY = "READY"

INSPECT = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "augenmass.site.settings"
import django; django.setup()
from augenmass.record.models import Action, Fact
from augenmass.steps.models import SignedStep, StepTaking
signed = set(StepTaking.objects.filter(state="signed").values_list("case_id", flat=True))
print(json.dumps({
    "takings": StepTaking.objects.count(),
    "signed": sorted(signed),
    "signatures": sorted(SignedStep.objects.values_list("taking__case_id", flat=True)),
    "written": sorted(Fact.objects.filter(name="rights_informed_on", source__kind="step").values_list("case_id", flat=True)),
    "signing_actions": sorted(Action.objects.filter(kind="step.signed").values_list("case_id", flat=True)),
}))
"""

SIGN_ON = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "augenmass.site.settings"
import django; django.setup()
from uuid import NAMESPACE_URL, uuid5
from augenmass.access.actor import actor_for
from augenmass.directory.models import Account
from augenmass.record.models import Case
from augenmass.steps.actions import taking as act
actor = actor_for(Account.objects.get(username="kessler"))
print("READY", flush=True)
for case in Case.objects.filter(body=actor.body).order_by("pk"):
    form = act.StepForm({"language": "de"}, "Merkblatt ausgehändigt", case.version, uuid5(NAMESPACE_URL, str(case.pk)))
    try:
        act.begin(actor, case.pk, "inform_about_rights", form)
    except (act.Blocked, act.NotPossible, act.Overtaken):
        continue
"""


class Site:
    """An installation of its own, driven through the command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
        self.environment = kept | {
            "AUGENMASS_MODE": "demo",
            "AUGENMASS_DATA": str(folder),
            "AUGENMASS_LOG_LEVEL": "ERROR",
        }

    def run(self, *arguments: str, codes: tuple[int, ...] = (0,)) -> None:
        done = subprocess.run([COMMAND, *arguments], env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode in codes, done.stderr

    def script(self, text: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", text], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def state(self) -> dict:
        return json.loads(self.script(INSPECT))

    def killed(self, arguments: list[str], after: float, wait_for: str = "") -> bool:
        """Start a process and kill it after some seconds; whether it was still at work."""
        process = subprocess.Popen(
            arguments,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        assert process.stdout is not None
        if wait_for:
            assert process.stdout.readline().strip() == wait_for
        time.sleep(after)
        running = process.poll() is None
        if running:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        return running


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(tmp_path / "site")
    made.folder.mkdir()
    made.run("demo-setup", "--cases", "60")
    return made


def test_signing_killed_at_any_moment_leaves_whole_signatures_only(site: Site) -> None:
    chance = random.Random(4)
    interrupted = 0
    for _ in range(3):
        interrupted += site.killed([sys.executable, "-c", SIGN_ON], after=chance.uniform(0.02, 0.4), wait_for=READY)
        state = site.state()
        assert state["signed"] == state["signatures"] == state["written"] == state["signing_actions"]
        assert state["takings"] == len(state["signed"])
    assert interrupted
    site.script(SIGN_ON)
    site.run("verify")
    state = site.state()
    assert state["signed"] == state["signatures"] == state["written"] == state["signing_actions"]
    assert len(state["signed"]) == len(set(state["signed"])) > 5
