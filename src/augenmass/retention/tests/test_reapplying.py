"""A backup that is brought back loses again what was erased since it was made."""

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.conftest import MakeCase
from augenmass.law.time import now, today
from augenmass.record.models import Action, Case, Fact
from augenmass.record.verify import verify
from augenmass.retention.actions.reapplying import came_back, reapply
from augenmass.retention.erased_list import Erased, NotReadable, list_path, read_list
from augenmass.retention.tests.aged import BAN, closed_case, run_all

pytestmark = pytest.mark.db


def test_every_deletion_is_on_the_list_and_the_list_names_nobody(
    officer_for_data: Actor, approver: Actor, actor: Actor, case_with: MakeCase
) -> None:
    old, living = closed_case(actor, "ALT-1"), case_with({"family_name": "Haddad", **BAN})
    keys = {str(old.key): "case_file", str(living.key): "removal_data"}
    run_all(officer_for_data, approver)
    found = {line.case: line.rule for line in read_list(list_path())}
    assert keys.items() <= found.items()
    assert set(json.loads(list_path().read_text().splitlines()[-1])) == {"rule", "at", "case"}


def test_what_came_back_is_named_and_erased_again(actor: Actor, case_with: MakeCase) -> None:
    old, living = closed_case(actor, "ALT-1"), case_with({"family_name": "Haddad", **BAN})
    untouched = closed_case(actor, "ALT-2")
    lines = [
        Erased("case_file", now(), case=str(old.key)),
        Erased("removal_data", now(), case=str(living.key)),
        Erased("case_file", now(), case=str(uuid4())),
        Erased("post", now(), body=actor.body.key, before=today()),
    ]
    assert came_back(lines) == lines[:2]

    assert reapply(lines) == Counter({"case_file": 1, "removal_data": 1})

    assert set(Case.objects.all()) == {living, untouched}
    assert list(Fact.objects.filter(case=living).values_list("name", flat=True)) == ["family_name"]
    assert Action.objects.filter(kind="retention.reapplied").count() == 2
    assert came_back(lines) == []
    assert reapply(lines) == Counter()
    assert list(verify()) == []


def test_what_was_recorded_after_the_deletion_stays(case_with: MakeCase) -> None:
    living = case_with({"family_name": "Haddad", **BAN})
    line = Erased("removal_data", now() - timedelta(hours=1), case=str(living.key))
    assert reapply([line]) == Counter()
    assert Fact.objects.filter(case=living).count() == 1 + len(BAN)


@pytest.mark.parametrize(
    "text",
    ["keine Zeile\n", '{"rule": "case_file"}\n', "[]\n", '{"rule": "x", "at": "gestern", "case": "y"}\n'],
)
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "erased.jsonl"
    path.write_text(text)
    with pytest.raises(NotReadable, match="Zeile 1"):
        list(read_list(path))


def test_a_last_line_that_was_cut_off_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "erased.jsonl"
    line = json.dumps({"rule": "case_file", "at": now().isoformat(), "case": str(uuid4())})
    path.write_text(f"{line}\n{line[:20]}")
    assert len(list(read_list(path))) == 1


def test_a_list_that_is_away_or_of_another_kind_is_refused(tmp_path: Path, db: None) -> None:
    with pytest.raises(NotReadable):
        list(read_list(tmp_path / "away.jsonl"))
    for line in (Erased("case_file", now(), case="kein Schlüssel"), Erased("unknown", now(), case=str(uuid4()))):
        with pytest.raises(NotReadable):
            came_back([line])
