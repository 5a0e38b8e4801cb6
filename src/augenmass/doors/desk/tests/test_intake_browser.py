"""The pages of an import in a browser: nothing for axe to find, nothing that sticks out of a small screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.axe import axe

from augenmass.doors.desk.tests.chromium import CHROMIUM, shown
from augenmass.intake.actions.advance import advance, waiting_runs
from augenmass.intake.models import ImportRun

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(databases=["default", "access_log"])]

FIRST = "AZ;Name;Vorname;Geb.-Datum;Sehr langer Spaltenname eines Fachverfahrens\r\n33-1;Kaya;Elif;31.12.1990;x\r\n"
SECOND = (
    "AZ;Name;Vorname;Geb.-Datum;Familiename neu\r\n33-1;Kaya-Brandt;Elif;;x\r\n33-2;محمدی;Awa;31.02.1990;x\r\n"
    "33-3;Grünwäldt;Ömer;00.00.1985;x\r\n"
)


@pytest.fixture
def pages(client_of: Callable[[Actor], Client], intake_clerk: Actor) -> dict[str, str]:
    """Every page of an import, rendered."""
    client = client_of(intake_clerk)
    found: dict[str, str] = {}

    def carry_on() -> None:
        for run in waiting_runs():
            advance(run)

    def text(address: str) -> str:
        return client.get(address).content.decode()

    for content in (FIRST, SECOND):
        file = SimpleUploadedFile("export.csv", content.encode())
        client.post(reverse("imports"), {"source": "Fachverfahren", "file": file})
        run = ImportRun.objects.latest("pk")
        address = reverse("import", args=[run.key])
        found["mapping"] = text(address)
        chosen = {f"column_{position}": str(column["target"]) for position, column in enumerate(run.columns)}
        client.post(reverse("import_mapping", args=[run.key]), chosen)
        found["reading"] = text(address)
        carry_on()
        for view in ("returned", "changed", "created"):
            found[f"preview_{view}"] = text(f"{address}?ansicht={view}")
        client.post(reverse("import_take", args=[run.key]))
        found["taking"] = text(address)
        carry_on()
        found["result"] = text(address)
    file = SimpleUploadedFile("export.pdf", b"%PDF-1.7")
    found["refused"] = client.post(reverse("imports"), {"source": "x", "file": file}).content.decode()
    found["list"] = text(reverse("imports"))
    return found


def test_axe_finds_nothing_in_a_preview_and_nothing_sticks_out_of_a_small_screen(pages: dict[str, str]) -> None:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed here.")
    for name in ("mapping", "preview_changed", "preview_returned"):
        with shown(pages[name], 390) as (page, complaints):
            assert axe(page) == [], name
            assert complaints == [], name
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
