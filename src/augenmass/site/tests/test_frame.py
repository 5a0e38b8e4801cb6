"""The test frame itself: temporary data, sorted markers, fixtures that write through the ledger."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from augenmass.access.models import AccessLine
from augenmass.access.visible import visible_to
from augenmass.record.models import Action, Fact


def test_a_test_run_has_a_data_folder_of_its_own() -> None:
    assert "augenmass-test-" in str(settings.DATA)
    assert Path.cwd() not in Path(settings.DATA).parents


def test_a_test_without_database_is_a_unit_test(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("unit") is not None


@pytest.mark.db
def test_a_database_test_reaches_the_access_log_too(request: pytest.FixtureRequest) -> None:
    assert request.node.get_closest_marker("unit") is None
    assert AccessLine.objects.count() == 0


def test_a_made_case_stands_in_the_chain_and_belongs_to_its_body(case_with, actor, outsider) -> None:
    case = case_with({"family_name": "Beispiel"})

    assert Fact.objects.get(case=case).value == "Beispiel"
    assert Action.objects.get(case=case).kind == "case.opened"
    assert list(visible_to(actor)) == [case]
    assert list(visible_to(outsider)) == []


@pytest.mark.pg
def test_tests_for_postgresql_run_on_postgresql() -> None:
    assert connections["default"].vendor == "postgresql"
