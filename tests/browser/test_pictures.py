"""The pictures under ``docs/pictures``: taken anew with ``AUGENMASS_PICTURES=1``, otherwise only looked for."""

import os
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page
from tests.browser.conftest import Enter, Installation, sign_in
from tests.browser.passkey import passkey_of

FOLDER = Path(__file__).resolve().parents[2] / "docs/pictures"
WIDTH, HIGHEST, LARGEST = 1280, 1400, 300_000
NAMES = (
    "sign-in",
    "sign-in-passkey",
    "my-day",
    "worklist",
    "case",
    "proof",
    "import-preview",
    "signing",
    "letter",
    "access-matrix",
    "released-conclusions",
    "access-log",
    "support-session",
    "referral",
    "law-catalogue",
    "law-norm",
    "law-what-if",
    "law-comparison",
    "what-holds-up",
    "retention-preview",
    "transmission-compose",
    "transmission-refused",
    "transmission-inbox",
    "counsel-talk",
    "counsel-statement",
    "release-gate",
    "extract",
    "file-inspection",
    "fund",
    "fund-commitment",
    "voucher",
    "voluntary-departure",
    "certificate",
    "central-queue",
    "prospects",
    "travel-sheet",
    "obstacles",
    "agreement",
    "agreement-text",
    "agreement-copy",
    "return-overview",
    "offers",
    "offers-preview",
    "pilot-report",
    "pilot-report-paper",
    "conference-request",
    "conference-meeting",
    "conference-item",
    "conference-minutes",
    "special-staff",
    "board-report",
    "notices",
    "cooperation-standard",
)


def test_every_picture_is_there_as_wide_as_said_and_small(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    if os.environ.get("AUGENMASS_PICTURES") == "1":
        _take_all(request.getfixturevalue("enter"), request.getfixturevalue("installation"), tmp_path)
        _take_counselling(request.getfixturevalue("counsel"))
        _take_joint_work(request.getfixturevalue("enter"), request.getfixturevalue("installation"), tmp_path)
    for name in NAMES:
        path = FOLDER / f"{name}.png"
        with Image.open(path) as picture:
            assert picture.width == WIDTH, name
        assert path.stat().st_size < LARGEST, name


def _take_all(enter: Enter, installation: Installation, tmp_path: Path) -> None:
    FOLDER.mkdir(exist_ok=True)
    nobody, officer, head, clerk = enter(""), enter("okonkwo"), enter("vogt"), enter("ackermann")
    _take(nobody, "/anmelden/", "sign-in", 760)
    with passkey_of(enter(""), "lindner") as page:
        sign_in(page, "lindner", to="**/zweiter-faktor/")
        _take(page, "/anmelden/zweiter-faktor/", "sign-in-passkey", 760)
    _take(officer, "/", "my-day")
    _take(officer, "/faelle/", "worklist")
    _take(officer, installation.address("/faelle/{doubtful}/"), "case")
    _take(officer, installation.address("/faelle/{doubtful}/warum/may_issue_warning/"), "proof")
    _take(clerk, installation.address("/import/{import_staged}/"), "import-preview", 980)
    _take(head, installation.address("/schritte/{waiting_taking}/"), "signing")
    _take(officer, "/zugriff/matrix/?rolle=police_liaison", "access-matrix")
    _take(officer, "/zugriff/freigaben/", "released-conclusions")
    _take(enter("reimann"), "/zugriff/protokoll/?aktenzeichen=BT-2026/010", "access-log")
    _take(enter("menzel"), "/einsicht/", "support-session", 760)
    _take(enter("hartwig"), installation.address("/abgaben/{referral_in_progress}/"), "referral")
    _take(officer, "/recht/?gesetz=AufenthG&q=§+62", "law-catalogue")
    _take(enter("lorenz"), "/recht/norm/AufenthG/59/1/1/", "law-norm")
    _take(officer, "/recht/probe/?frage=may_arrange_removal&f_asylum_procedure_running=yes", "law-what-if")
    _take(officer, "/recht/vergleich/?von=2026-06-11&bis=2026-08-17", "law-comparison")
    _take(officer, "/faelle/woran-es-liegt/", "what-holds-up")
    _take(enter("reimann"), "/aufbewahrung/", "retention-preview")
    _take(enter("wolter"), installation.address("/uebermittlungen/"), "transmission-inbox", 760)
    _compose(officer, installation)
    _take(enter("reimann"), "/verwaltung/freigabe-betrieb/", "release-gate")
    _take(officer, installation.address("/auskunft/{extract_open}/"), "extract")
    _take(officer, installation.address("/akteneinsicht/{inspection_open}/"), "file-inspection", 980)
    _take(enter("kaminski"), "/fonds/", "fund")
    _take(officer, installation.address("/bewilligungen/{commitment}/"), "fund-commitment")
    _take_paper(officer, installation.address("/schreiben/{signed_letter}/pdf/"), tmp_path, "letter")
    _take_paper(officer, installation.address("/zahlungen/{payment_signed}/beleg/"), tmp_path, "voucher")
    for username, path, name in (
        ("falk", "/abgaben/eingang/", "central-queue"),
        ("okonkwo", "/faelle/{at_desk_case}/bleibeperspektiven/", "prospects"),
        ("okonkwo", "/reisedokumente/staat/GH/", "travel-sheet"),
        ("okonkwo", "/hemmnisse/", "obstacles"),
        ("nowak", "/vereinbarungen/{agreement_active}/", "agreement"),
        ("nowak", "/vereinbarungen/{agreement_active}/fassung/1/", "agreement-text"),
        ("vogt", "/rueckkehr/ueberblick/", "return-overview"),
        ("nowak", "/angebote/?bedarf=language&ort=99001013&umkreis=25", "offers"),
        ("paulsen", "/angebote/import/{offers_file}/", "offers-preview"),
        ("hagen", "/erprobungen/bericht/{pilot_report}/", "pilot-report"),
    ):
        _take(enter(username), installation.address(path), name)
    copy = installation.address("/vereinbarungen/{agreement_active}/fassung/1/pdf/")
    _take_paper(enter("nowak"), copy, tmp_path, "agreement-copy")
    paper = installation.address("/erprobungen/bericht/{pilot_report}/pdf/")
    _take_paper(enter("hagen"), paper, tmp_path, "pilot-report-paper")
    _take(officer, installation.address("/rueckkehr/{departure_booked}/"), "voluntary-departure")
    certificate = officer.get_by_role("link", name="Grenzübertrittsbescheinigung vom").first.get_attribute("href")
    _take_paper(officer, str(certificate), tmp_path, "certificate")


def _take_paper(page: Page, address: str, tmp_path: Path, name: str) -> None:
    """The first page of a PDF."""
    file, first = tmp_path / f"{name}.pdf", tmp_path / name
    file.write_bytes(page.request.get(address).body())
    subprocess.run(
        ["pdftoppm", "-png", "-r", "155", "-f", "1", "-l", "1", "-singlefile", str(file), str(first)], check=True
    )
    _keep(tmp_path / f"{name}.png", name)


def _compose(page: Page, installation: Installation) -> None:
    """A transmission before its signature, and one for which no provision is established."""
    address = installation.address("/faelle/{draft}/uebermittlung/neu/")
    page.goto(f"{address}?an=body:{installation.keys['benefits']}&zweck=asylum_benefits")
    for question in page.locator("input[name^=q_][value=no]").all():
        question.check()
    page.check("input[name=q_necessity_affirmed][value=yes]")
    page.click("button[value=ask]")
    for chosen in page.locator("input[name=c_identity]").all()[:4]:
        chosen.check()
    page.fill("textarea[name=reasons]", "Die Leistungsbehörde entscheidet über den Antrag vom 3. November.")
    page.click("button[value=preview]")
    _keep_page(page, "transmission-compose")
    _take(page, f"{address}?an=body:{installation.keys['police']}&zweck=residence_law", "transmission-refused")


def _take_counselling(counsel: Enter) -> None:
    """Pages of the counsellors' compartment: a person with talks, a statement in draft."""
    page = counsel("arslan")
    page.get_by_role("link", name="Herr B.").click()
    page.wait_for_url("**/personen/**")
    _take(page, page.url, "counsel-talk")
    page.get_by_role("link", name="Ich war in der Beratung").click()
    page.wait_for_url("**/erklaerungen/**")
    _take(page, page.url, "counsel-statement")


def _take_joint_work(enter: Enter, installation: Installation, tmp_path: Path) -> None:
    """Case conferences, the special staff, notices and what was agreed on working together."""
    for username, path, name in (
        ("vogt", "/fallkonferenzen/{conference_requested}/", "conference-request"),
        ("okonkwo", "/fallkonferenzen/{conference_meeting}/sitzung/", "conference-meeting"),
        ("okonkwo", "/sonderstab/fall/{staff_running}/", "special-staff"),
        ("paulsen", "/sonderstab/berichte/{board_report}/", "board-report"),
        ("okonkwo", "/mitteilungen/", "notices"),
        ("kruse", "/zusammenarbeit/{standard}/", "cooperation-standard"),
    ):
        _take(enter(username), installation.address(path), name)
    page = enter("okonkwo")
    page.goto(installation.address("/fallkonferenzen/{conference_meeting}/sitzung/neu/?art=information"))
    page.get_by_label("Text").fill("Die Anschrift ist seit dem 3. August gemeldet.")
    page.get_by_label("Datenart").select_option("residence")
    page.locator("input[name=receivers]").first.check()
    page.get_by_role("button", name="Mitteilen").click()
    _keep_page(page, "conference-item")
    minutes = installation.address("/fallkonferenzen/{conference_minutes}/protokoll/")
    _take_paper(enter("okonkwo"), minutes, tmp_path, "conference-minutes")


def _take(page: Page, path: str, name: str, height: int = 0) -> None:
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200
    _keep_page(page, name, height)


def _keep_page(page: Page, name: str, height: int = 0) -> None:
    page.wait_for_load_state("networkidle")
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": WIDTH, "height": height or min(HIGHEST, max(900, whole))})
    page.evaluate("document.documentElement.style.scrollbarGutter = 'auto'")
    raw = FOLDER / f"{name}.png"
    page.screenshot(path=raw)
    _keep(raw, name)


def _keep(raw: Path, name: str) -> None:
    """Write a picture with a palette of 256 colours: sharp text at a fifth of the size."""
    with Image.open(raw) as picture:
        shown = picture.convert("RGB")
        if shown.width != WIDTH:
            shown = shown.resize((WIDTH, round(shown.height * WIDTH / shown.width)), Image.Resampling.LANCZOS)
        shown.quantize(256, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
