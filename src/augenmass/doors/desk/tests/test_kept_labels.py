"""A form that is shown again speaks the words of the page it came from, not the names of its fields."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from augenmass.doors.desk import forms as forms_of_desk
from augenmass.doors.desk.forms.facts import FactForm
from augenmass.doors.desk.forms.letters import WarningForm
from augenmass.doors.desk.forms.steps import StepForm
from augenmass.doors.desk.kept_labels import LABELS, TECHNICAL, KeptField
from augenmass.doors.desk.kept_text import NOT_KEPT, kept_fields
from augenmass.law.catalogue import Catalogue
from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.rules.draft import WarningDraft

pytestmark = pytest.mark.unit

READ = {
    "AsOfForm",
    "DayForm",
    "FilterForm",
    "InvitationForm",
    "AgreementFilterForm",
    "ObstacleFilterForm",
    "OfferFilterForm",
    "WorklistForm",
}
"""Forms that are only ever sent by GET: nothing of them is kept."""


def kept(address: str, **fields: str) -> dict[str, KeptField]:
    return {field.name: field for field in kept_fields(RequestFactory().post(address, fields))}


def shown(address: str, language: str = "de", **fields: str) -> str:
    with translation.override(language):
        found = kept_fields(RequestFactory().post(address, fields))
        page = render_to_string("desk/parts/kept.html", {"kept": found, "target": address})
    return re.sub(r"<form.*?</form>", "", page, flags=re.DOTALL)


def test_facts_have_the_labels_of_the_vocabulary_and_choices_are_written_out() -> None:
    with translation.override("de"):
        found = kept("/faelle/", warning_target_state="GE", departure_period_days="21", victim_indications="yes")
    assert found["warning_target_state"].label == VOCABULARY["warning_target_state"].de
    assert found["warning_target_state"].text == "Georgien"
    assert (found["departure_period_days"].text, found["victim_indications"].text) == ("21", "ja")


def test_the_value_of_a_fact_is_named_after_the_fact_of_its_page() -> None:
    address = f"/faelle/{uuid4()}/angaben/birth_name/erfassen/"
    assert kept(address, value="Sahar-Behrens")["value"].label == VOCABULARY["birth_name"].de
    with translation.override("en"):
        assert kept(address, value="Sahar-Behrens")["value"].label == VOCABULARY["birth_name"].en


def test_marks_of_the_page_are_sent_and_not_shown() -> None:
    fields = {"text": "Telefonat", "key": str(uuid4()), "seen_version": "7", "submission": str(uuid4())}
    address = f"/faelle/{uuid4()}/vermerke/neu/"
    assert {name: field.value for name, field in kept(address, **fields).items()} == fields
    page = shown(address, **fields)
    assert "Telefonat" in page
    assert "Vermerk" in page
    assert all(fields[name] not in page for name in ("key", "submission"))
    assert not re.search(r"seen_version|submission|\bkey\b|\b7\b", page)


def test_what_nobody_named_is_an_entry() -> None:
    assert "something_else" not in shown("/", something_else="abc")
    assert "Eingabe" in shown("/", something_else="abc")
    assert "Entry" in shown("/", "en", something_else="abc")


def test_the_columns_of_an_import_are_numbered_as_on_its_page() -> None:
    page = shown("/", column_0="family_name", column_1="case_link", column_x="y")
    assert f"Spalte 1</dt><dd>{VOCABULARY['family_name'].de}" in re.sub(r"\s*<(/?d[td])[^>]*>\s*", r"<\1>", page)
    assert "ausgewählt" in page
    assert "case_link" not in page


def _forms() -> Iterator[tuple[str, str, forms.Field]]:
    for module in pkgutil.iter_modules(forms_of_desk.__path__, f"{forms_of_desk.__name__}."):
        for name, found in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(found, forms.Form) and name not in READ:
                yield from ((name, field, control) for field, control in found.base_fields.items())  # type: ignore[attr-defined]
    with translation.override("de"):
        made = [
            FactForm(VOCABULARY["birth_name"], [], QueryDict()),
            StepForm(Catalogue.shipped().step("issue_warning"), 1),
            WarningForm(WarningDraft(), 1),
        ]
        for form in made:
            yield from ((type(form).__name__, field, control) for field, control in form.fields.items())


def test_every_field_of_the_desk_is_known_here() -> None:
    unknown = set()
    for form, name, control in _forms():
        if isinstance(control, forms.FileField) or name == "value" or name in NOT_KEPT:
            continue
        known = TECHNICAL if isinstance(control.widget, forms.HiddenInput) else LABELS.keys() | VOCABULARY.keys()
        if name not in known:
            unknown.add((form, name))
    assert not unknown, sorted(unknown)
