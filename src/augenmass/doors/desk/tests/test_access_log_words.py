"""Every read that the program notes has words on the page of the access log."""

import re
from pathlib import Path

import augenmass
from augenmass.doors.desk.needs import NEEDS
from augenmass.doors.desk.pages.access_log import WHAT

NOTED = re.compile(r'log\.read\(\s*[\w.]+,\s*"([a-z_]+)"|find\([^()]*(?:\([^()]*\))?[^()]*,\s*"([a-z_]+)"\)')


def test_every_noted_read_has_words() -> None:
    sources = [path for path in Path(augenmass.__file__).parent.rglob("*.py") if "tests" not in path.parts]
    found = {
        word for path in sources for pair in NOTED.findall(path.read_text(encoding="utf-8")) for word in pair if word
    }
    in_support = {name for name, need in NEEDS.items() if need.in_support}
    assert len(found) > 25
    assert found | in_support <= set(WHAT), (found | in_support) - set(WHAT)
