"""A notice in the browser: a liaison officer writes it, a caseworker examines it, an acquittal reopens the assessment that rested on it."""

from playwright.sync_api import Page, expect
from tests.browser.conftest import Enter, Installation

TURNS = 30
"""So many seconds the worker has to bring a notice to its case."""


def test_from_the_notice_to_the_assessment_that_an_acquittal_reopens(enter: Enter, installation: Installation) -> None:
    police, desk = enter("kruse"), enter("okonkwo")
    _write(police, installation, "Einleitung eines Strafverfahrens")
    _come(desk, "77 Js 7/26", installation)
    expect(desk.get_by_text("Mitgeteilt ist ein Verdacht")).to_be_visible()
    desk.get_by_role("checkbox").first.check()
    desk.get_by_role("button", name="Geprüft: erheblich").click()
    expect(desk.get_by_text("Die Prüfung ist festgehalten.")).to_be_visible()
    address = desk.url
    police.reload()
    expect(police.get_by_text("Die Mitteilung ist geprüft.")).to_be_visible()
    _write(police, installation, "Erledigung eines Verfahrens", "Freispruch")
    for _turn in range(TURNS):
        desk.goto(address)
        if desk.get_by_text("wird neu bewertet").count():
            break
        desk.wait_for_timeout(1000)
    expect(desk.get_by_text("Das Verfahren ist beendet: Freispruch")).to_be_visible()
    expect(desk.get_by_text("wird neu bewertet")).to_be_visible()
    desk.goto("/aufgaben/?teil=today")
    expect(desk.get_by_text("neu bewerten: Freispruch").first).to_be_visible()


def _write(page: Page, installation: Installation, kind: str, outcome: str = "") -> None:
    page.goto(installation.address("/mitteilungen/neu/"))
    chosen = {"receiver": "Ausländerbehörde Auenkreis", "kind": kind, "provision": "§ 87 Abs. 4 Satz 1 AufenthG"}
    for name, label in (chosen | ({"outcome": outcome} if outcome else {})).items():
        page.locator(f"#id_{name}").select_option(label=label)
    typed = {
        "family_name": installation.keys["noticed_family"],
        "file_number": installation.keys["noticed_number"],
        "occurred_on": "17.08.2026",
        "reference": "77 Js 7/26",
        "offences": "§ 242 StGB",
    }
    for name, text in typed.items():
        page.locator(f"#id_{name}").fill(text)
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Mitteilung senden").click()
    expect(page.get_by_text("Die Mitteilung ist eingegangen.")).to_be_visible()


def _come(page: Page, reference: str, installation: Installation) -> None:
    """Open the notice of the case with a file number, as soon as the worker brought it."""
    for _turn in range(TURNS):
        page.goto(installation.address("/faelle/{noticed_case}/mitteilungen/"))
        for link in page.locator(".am-list a").all():
            page.goto(str(link.get_attribute("href")))
            if page.get_by_text(reference).count():
                return
            page.go_back()
        page.wait_for_timeout(1000)
    raise AssertionError(reference)
