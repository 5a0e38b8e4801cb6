"""Nothing that the installation holds is without a class: what goes with a file, what goes by itself, what stays and why."""

from datetime import date

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from augenmass.access.tables import tables
from augenmass.record.holdings import Holding, declare, holdings, sweeps
from augenmass.retention.declared import APART_WITH_THE_FILE, BY_THEIR_OWN_DUTY, KEPT_APART, RECORD_CLASSES

pytestmark = pytest.mark.db
WITH_THE_FILE = {"case_file", "work"}


def swept() -> set[str]:
    return {rows.model._meta.label_lower for one in sweeps().values() for rows in one.rows(0, date(2020, 1, 1))}


def test_every_table_has_a_class() -> None:
    declared = set(holdings()) | APART_WITH_THE_FILE | BY_THEIR_OWN_DUTY | swept()
    for label, table in tables().items():
        if table.keeps in WITH_THE_FILE:
            assert label in declared, f"{label} is kept with the file and nothing deletes it"
        else:
            assert table.keeps in KEPT_APART, label


def test_nothing_that_is_kept_longer_is_deleted_with_a_file() -> None:
    own = {"access.opening"}  # the reason for one look; the log keeps that it happened
    for label in holdings():
        assert tables()[label].keeps in WITH_THE_FILE or label in own, label


def test_no_row_that_stays_can_hang_on_one_that_goes() -> None:
    gone = {apps.get_model(label) for label in holdings()} | {apps.get_model("record.case")}
    for model in apps.get_models(include_auto_created=True):
        if model in gone or model._meta.label_lower in swept():
            continue
        for field in model._meta.local_concrete_fields:
            if isinstance(field, ForeignKey) and field.db_constraint and field.related_model in gone:
                # The actions of a case are emptied and lose it.
                assert model._meta.label_lower == "record.action", f"{model._meta.label}.{field.name}"


def test_every_record_class_has_words() -> None:
    assert {one.record_class for one in holdings().values()} <= set(RECORD_CLASSES)


def test_a_table_is_declared_once() -> None:
    with pytest.raises(ValueError, match=r"work\.note"):
        declare(Holding("work.note", "tasks"))
