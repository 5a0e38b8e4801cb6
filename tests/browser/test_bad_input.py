"""What goes wrong at a desk, in the browser: nothing typed is lost, nothing is overwritten, nothing happens twice."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.browser.conftest import Enter, Installation

from augenmass.demo.land import PASSWORD

TEXT = "Begründung mit Umlauten äöüß und „Anführungszeichen“, die niemand zweimal schreiben möchte."


def test_a_session_that_ended_in_the_middle_of_a_form_keeps_the_text(enter: Enter, installation: Installation) -> None:
    page = enter("okonkwo")
    page.goto(installation.address("/faelle/{session}/vermerke/neu/"))
    note = page.get_by_role("textbox", name=re.compile("Vermerk|Text")).last
    note.fill(TEXT)
    held = page.context.cookies()
    page.context.clear_cookies()
    page.locator("main form.am-form button[type=submit]").click()
    page.get_by_text("Ihre Eingaben ansehen").click()
    expect(page.get_by_text(TEXT)).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name=re.compile("anmelden", re.I)).first.click()
    other = opened.value
    other.get_by_label("Benutzername").fill("okonkwo")
    other.get_by_label("Passwort").fill(PASSWORD)
    other.get_by_role("button", name="Anmelden", exact=True).click()
    expect(other.get_by_role("heading", name="Mein Tag", level=1)).to_be_visible()
    page.bring_to_front()
    page.locator("form[data-fresh-token] button[type=submit]").click()
    page.goto(installation.address("/faelle/{session}/"))
    expect(page.get_by_text(TEXT)).to_have_count(1)
    assert held


def _open_fact(page: Page, installation: Installation) -> None:
    page.goto(installation.address("/faelle/{race}/angaben/place_of_birth/erfassen/"))


def test_two_officers_at_once_the_second_is_told_what_changed(enter: Enter, installation: Installation) -> None:
    first, second = enter("okonkwo"), enter("petersen")
    _open_fact(first, installation)
    _open_fact(second, installation)
    for page, value in ((first, "Batumi"), (second, "Poti")):
        page.get_by_label("Geburtsort").fill(value)
        page.get_by_label("Quelle").fill("Reisepass")
        page.get_by_role("button", name="Feststellen").click()
    expect(first.get_by_text("„Geburtsort“ ist festgestellt.")).to_be_visible()
    expect(second.get_by_text("Das gilt inzwischen")).to_be_visible()
    expect(second.get_by_text("Batumi").first).to_be_visible()
    expect(second.get_by_label("Geburtsort")).to_have_value("Poti")
    second.goto(installation.address("/faelle/{race}/angaben/place_of_birth/"))
    expect(second.get_by_role("row")).to_have_count(2)
    expect(second.get_by_role("rowheader")).to_have_text("Batumi")


def test_a_form_sent_twice_makes_one(enter: Enter, installation: Installation) -> None:
    page = enter("okonkwo")
    page.goto(installation.address("/faelle/{twice}/schritte/issue_warning/"))
    page.get_by_label("Ausreisefrist in Tagen").fill("30")
    page.get_by_label("Zielstaat der Androhung").select_option(label="Georgien")
    page.get_by_label("Gründe").fill(TEXT)
    form = page.locator("main form.am-form")
    sent = form.evaluate("form => new URLSearchParams(new FormData(form)).toString()")
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Referer": page.url, "Origin": installation.base}
    answers = [page.request.post(page.url, data=sent, headers=headers, max_redirects=0) for _ in range(2)]
    assert [answer.status for answer in answers] == [302, 302]
    assert answers[0].headers["location"] == answers[1].headers["location"]
    page.goto(installation.address("/faelle/{twice}/"))
    expect(page.locator("#rechtslage").get_by_role("link", name=re.compile("^Öffnen"))).to_have_count(1)


def test_a_stale_page_cannot_be_signed_and_keeps_what_was_typed(enter: Enter, installation: Installation) -> None:
    page, colleague = enter("okonkwo"), enter("petersen")
    step = installation.address("/faelle/{stale}/schritte/issue_warning/")
    page.goto(step)
    colleague.goto(installation.address("/faelle/{stale}/angaben/place_of_birth/erfassen/"))
    colleague.get_by_label("Geburtsort").fill("Gori")
    colleague.get_by_label("Quelle").fill("Reisepass")
    colleague.get_by_role("button", name="Feststellen").click()
    page.get_by_label("Ausreisefrist in Tagen").fill("30")
    page.get_by_label("Gründe").fill(TEXT)
    page.get_by_role("button", name="Entwurf mit Schreiben anlegen").click()
    expect(page.get_by_text("Der Fall wurde geändert, seit Sie diese Seite geöffnet haben.")).to_be_visible()
    expect(page.get_by_label("Gründe")).to_have_value(TEXT)
    page.goto(installation.address("/faelle/{stale}/"))
    expect(page.locator("#rechtslage").get_by_role("link", name=re.compile("^Öffnen"))).to_have_count(0)


def test_a_blocked_step_cannot_be_taken_by_its_address(enter: Enter, installation: Installation) -> None:
    page = enter("okonkwo")
    page.goto(installation.address("/faelle/{stale}/schritte/issue_warning/"))
    form = page.locator("main form.am-form")
    sent = form.evaluate("form => new URLSearchParams(new FormData(form)).toString()") + "&reasons=trotzdem"
    blocked = installation.address("/faelle/{stale}/schritte/arrange_removal/")
    page.goto(blocked)
    expect(page.get_by_text("Dieser Schritt kann nach Aktenlage nicht gegangen werden.").first).to_be_visible()
    expect(page.locator("main").get_by_role("button")).to_have_count(0)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Referer": blocked, "Origin": installation.base}
    answer = page.request.post(blocked, data=sent, headers=headers, max_redirects=0)
    assert answer.status == 409
    assert "Es wurde nichts geändert." in answer.text()


def test_the_first_person_cannot_be_the_second(enter: Enter, installation: Installation) -> None:
    page = enter("okonkwo")
    page.goto(installation.address("/schritte/{waiting_taking}/"))
    expect(page.get_by_role("button", name="Als zweite Person unterzeichnen")).to_have_count(0)
    expect(page.get_by_text("Die zweite Unterschrift kommt von einer anderen Person.")).to_be_visible()


def test_a_wrong_file_behind_a_right_name_is_refused_in_a_sentence(
    enter: Enter, installation: Installation, tmp_path: Path
) -> None:
    page = enter("okonkwo")
    page.goto(installation.address("/faelle/{files}/dokumente/neu/"))
    file = tmp_path / "pass.pdf"
    file.write_bytes(b"MZ\x90\x00" + bytes(200))
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_label("Bezeichnung").fill("Reisepass")
    page.get_by_role("button", name="Ablegen").click()
    expect(page.get_by_text("Bitte prüfen Sie Ihre Angaben.")).to_be_visible()
    expect(page.get_by_label("Bezeichnung")).to_have_value("Reisepass")
    page.goto(installation.address("/faelle/{files}/"))
    expect(page.get_by_text("Noch keine Dokumente.")).to_be_visible()


def test_a_wrong_file_for_an_import_is_refused_and_nothing_is_kept(enter: Enter, tmp_path: Path) -> None:
    page = enter("ackermann")
    page.goto("/import/")
    before = page.get_by_role("row").count()
    file = tmp_path / "export.xlsx"
    file.write_bytes(b"%PDF-1.7\n" + bytes(500))
    page.get_by_label("Quelle").fill("Fachverfahren A")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Hochladen und prüfen").click()
    expect(page.get_by_text("Bitte prüfen Sie Ihre Angaben.")).to_be_visible()
    expect(page.get_by_label("Quelle")).to_have_value("Fachverfahren A")
    page.goto("/import/")
    assert page.get_by_role("row").count() == before
