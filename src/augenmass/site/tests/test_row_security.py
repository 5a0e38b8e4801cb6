"""The second lock: PostgreSQL gives a reader the same rows as the conditions in Python, and nobody reads where nobody asks."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import Error, connection, transaction

from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Actor, Purpose
from augenmass.access.reader import NOBODY, Reader, SystemRole, as_system, reading_as, reading_for
from augenmass.access.row_security import problems
from augenmass.access.tables import tables
from augenmass.access.visible import visible_rows_q, visible_to
from augenmass.cases.models import LegalPosition, PositionMark, SearchWord
from augenmass.law.time import today, travel
from augenmass.record.models import Action, Case, Fact

if TYPE_CHECKING:
    from augenmass.conftest import MakeCase


def test_every_table_is_decided_and_no_decision_is_about_nothing() -> None:
    models = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    assert models == set(tables())


@pytest.mark.pg
@pytest.mark.django_db
def test_the_lock_holds_on_every_table_that_was_decided() -> None:
    assert problems("default") == []


def opened_to(actor: Actor, reader: Actor, case: Case) -> None:
    day = today() + timedelta(days=10)
    asked = GrantForm(reader.body_id, ("identity",), Purpose.COOPERATION, "AufenthG § 86", "Prüfung", day)
    grant_access(actor, case.pk, asked)


@pytest.mark.pg
@pytest.mark.django_db
def test_nobody_reads_where_nobody_asks(actor: Actor, case_with: "MakeCase") -> None:
    case_with({"family_name": "Haddad"})
    with reading_as(NOBODY):
        for model in (Case, Fact, Action, LegalPosition, PositionMark, SearchWord):
            assert not model.objects.exists(), model
    assert Case.objects.count() == 1


@pytest.mark.pg
@pytest.mark.django_db
def test_a_person_at_their_own_door_reaches_one_case(actor: Actor, case_with: "MakeCase") -> None:
    own, other = case_with({"family_name": "Haddad"}), case_with({"family_name": "Amani"})
    with reading_as(Reader(person_case=own.pk)):
        assert list(Case.objects.values_list("pk", flat=True)) == [own.pk]
        assert set(Fact.objects.values_list("case_id", flat=True)) == {own.pk}
        assert not LegalPosition.objects.exists()
        assert not Case.objects.filter(pk=own.pk).update(number="X")
        assert not Fact.objects.filter(case=own.pk).update(value="X")
    assert other.pk != own.pk


@pytest.mark.pg
@pytest.mark.django_db
def test_the_same_rows_as_in_python_by_every_way(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    own, opened = case_with({"family_name": "Haddad"}), case_with({"family_name": "Amani"})
    foreign = case_with({"family_name": "Torres"}, actor=outsider)
    opened_to(actor, outsider, opened)
    for reader in (actor, outsider):
        expected = set(visible_to(reader).values_list("pk", flat=True))
        rows = set(LegalPosition.objects.filter(visible_rows_q(reader)).values_list("pk", flat=True))
        with reading_for(reader):
            assert set(Case.objects.values_list("pk", flat=True)) == expected
            assert set(LegalPosition.objects.values_list("pk", flat=True)) == rows == expected
            assert set(Fact.objects.values_list("case_id", flat=True)) == expected
    assert expected == {opened.pk, foreign.pk}
    with travel(today() + timedelta(days=11)), reading_for(outsider):
        assert set(Case.objects.values_list("pk", flat=True)) == {foreign.pk}
    assert own.pk not in expected


@pytest.mark.pg
@pytest.mark.django_db
def test_an_opened_case_is_not_written_even_by_plain_sql(actor: Actor, outsider: Actor, case_with: "MakeCase") -> None:
    case = case_with({"family_name": "Haddad"})
    opened_to(actor, outsider, case)
    with reading_for(outsider):
        assert Case.objects.filter(pk=case.pk).exists()
        assert Case.objects.filter(pk=case.pk).update(number="X") == 0
        assert Fact.objects.filter(case=case).update(value="X") == 0
        with pytest.raises(Error), transaction.atomic():
            Fact.objects.filter(case=case).first().__class__.objects.create(
                case=case,
                name="family_name",
                value="X",
                known_at=case.created_at,
                source_id=1,
                action_id=1,
                salt=b"",
                digest=b"",
            )
    with reading_for(actor):
        assert Case.objects.filter(pk=case.pk).update(number="N-neu") == 1


@pytest.mark.pg
@pytest.mark.django_db
def test_a_failed_transaction_leaves_the_reader_as_before(actor: Actor, case_with: "MakeCase") -> None:
    case_with({"family_name": "Haddad"})
    with reading_for(actor):
        with (
            pytest.raises(Error),
            transaction.atomic(),
            as_system(SystemRole.EVALUATION),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT 1/0")
        with connection.cursor() as after:
            after.execute("SELECT current_setting('augenmass.system', true), current_setting('augenmass.body', true)")
            assert after.fetchone() == ("", str(actor.body_id))


@pytest.mark.pg
@pytest.mark.django_db
def test_only_named_parts_of_the_program_read_everything(case_with: "MakeCase") -> None:
    case_with({"family_name": "Haddad"})
    for role in SystemRole:
        with as_system(role):
            assert Case.objects.count() == 1
    with reading_as(NOBODY), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('augenmass.system', 'anybody', false)")
        assert not Case.objects.exists()


@pytest.mark.pg
@pytest.mark.django_db(transaction=True)
def test_a_connection_made_anew_reads_for_the_same_person(
    actor: Actor, outsider: Actor, case_with: "MakeCase", make_actor: Callable[..., Actor]
) -> None:
    case = case_with({"family_name": "Haddad"})
    with reading_for(actor):
        connection.close()
        assert list(Case.objects.all()) == [case]
    with reading_for(outsider):
        connection.close()
        assert not Case.objects.exists()


@pytest.mark.pg
@pytest.mark.django_db
def test_in_production_the_owner_of_the_tables_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from augenmass.access import row_security
    from augenmass.site.configuration import Configuration, Mode

    monkeypatch.setattr(row_security, "configuration", lambda: Configuration(mode=Mode.PRODUCTION))
    assert any("Eigentümerin" in problem for problem in problems("default"))
