"""``augenmass re-evaluate``: only what time or a new catalogue overtook, once."""

from datetime import timedelta

import pytest

from augenmass.cases.models import LegalPosition
from augenmass.law.altered import CatalogueAltered
from augenmass.law.catalogue import Catalogue
from augenmass.law.time import today
from augenmass.lawbook import in_force
from augenmass.site.command import main

pytestmark = pytest.mark.db


def test_only_cases_that_are_due_are_assessed_anew_and_only_once(case_with, capsys) -> None:
    due, old, current = (case_with({"family_name": name}) for name in ("Fällig", "Alt", "Aktuell"))
    LegalPosition.objects.filter(pk=due.pk).update(next_change=today(), lane="closed")
    LegalPosition.objects.filter(pk=old.pk).update(catalogue="0" * 64, lane="closed")
    LegalPosition.objects.filter(pk=current.pk).update(next_change=today() + timedelta(days=1), lane="closed")

    assert main(["re-evaluate", "--dry-run"]) == 0
    assert "2 von 3" in capsys.readouterr().err
    assert main(["re-evaluate"]) == 0
    assert "2 von 3 Fällen neu ausgewertet" in capsys.readouterr().err

    lanes = dict(LegalPosition.objects.values_list("pk", "lane"))
    assert lanes[current.pk] == "closed"
    assert "closed" not in (lanes[due.pk], lanes[old.pk])
    assert main(["re-evaluate"]) == 0
    assert "0 von 3" in capsys.readouterr().err


def test_an_altered_catalogue_ends_every_command_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def altered() -> Catalogue:
        raise CatalogueAltered("abc")

    monkeypatch.setattr(in_force, "_released", altered)
    in_force.forget()
    assert main(["re-evaluate"]) == 3
    assert "Regelkatalog abc liest sich anders als bei seiner Freigabe" in capsys.readouterr().err
