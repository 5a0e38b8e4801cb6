"""Every address of the desk with a page to look at, as whom, and which addresses only take a form or give a file."""

from dataclasses import dataclass

CASE = "/faelle/{draft}/"


@dataclass(frozen=True, slots=True)
class Shown:
    """A page: name of its address, path with names of what was prepared, and who opens it ("" for nobody)."""

    route: str
    path: str
    username: str = "okonkwo"
    status: int = 200


PAGES = (
    Shown("account_login", "/anmelden/", ""),
    Shown("account_inactive", "/anmelden/gesperrt/", ""),
    Shown("mfa_login_webauthn", "/anmelden/passkey/", ""),
    Shown("mfa_authenticate", "/anmelden/zweiter-faktor/", ""),
    Shown("openid_connect_login", "/anmelden/dienst/musterstadt/", ""),
    Shown("openid_connect_callback", "/anmelden/dienst/musterstadt/zurueck/", "", 404),
    Shown("account_logout", "/abmelden/"),
    Shown("account_reauthenticate", "/anmelden/bestaetigen/"),
    Shown("mfa_reauthenticate", "/anmelden/bestaetigen/code/"),
    Shown("mfa_reauthenticate_webauthn", "/anmelden/bestaetigen/passkey/"),
    Shown("second_factor", "/konto/zweiter-faktor/"),
    Shown("mfa_index", "/konto/anmeldung/"),
    Shown("mfa_activate_totp", "/konto/anmeldung/app/neu/"),
    # What needs a factor is looked at in test_passkey.
    Shown("mfa_deactivate_totp", "/konto/anmeldung/app/entfernen/", status=404),
    Shown("mfa_add_webauthn", "/konto/anmeldung/passkeys/neu/"),
    Shown("mfa_edit_webauthn", "/konto/anmeldung/passkeys/1/umbenennen/", status=404),
    Shown("mfa_remove_webauthn", "/konto/anmeldung/passkeys/1/entfernen/", status=404),
    Shown("mfa_view_recovery_codes", "/konto/anmeldung/codes/", status=404),
    Shown("mfa_generate_recovery_codes", "/konto/anmeldung/codes/neu/"),
    Shown("account_change_password", "/konto/passwort/"),
    Shown("sessions", "/konto/sitzungen/"),
    Shown("sign_in_log", "/protokoll/anmeldungen/", "reimann"),
    Shown("accessibility", "/barrierefreiheit/"),
    Shown("worklist", "/faelle/"),
    Shown("worklist", "/faelle/?q=gibtesnicht"),
    Shown("search", "/suche/?q=Haas"),
    Shown("case", CASE),
    Shown("case", "/faelle/{served}/"),
    Shown("case", CASE + "?wahr=01.08.2026"),
    Shown("proof", CASE + "warum/may_arrange_removal/"),
    Shown("proof", CASE + "warum/may_issue_warning/"),
    Shown("granted_cases", "/faelle/andere-stellen/"),
    Shown("granted_cases", "/faelle/andere-stellen/", "hartwig"),
    Shown("case_open", "/faelle/{granted}/oeffnen/", "hartwig"),
    Shown("case", "/faelle/{opened}/", "hartwig"),
    Shown("fact_choose", CASE + "angaben/"),
    Shown("fact_history", CASE + "angaben/heard_on/"),
    Shown("fact_record", CASE + "angaben/heard_on/erfassen/"),
    Shown("document_add", CASE + "dokumente/neu/"),
    Shown("relative_add", CASE + "familie/neu/"),
    Shown("step", "/faelle/{files}/schritte/issue_warning/"),
    Shown("step", "/faelle/{files}/schritte/recheck_enforceability/"),
    Shown("step", "/faelle/{files}/schritte/arrange_removal/"),
    Shown("taking", "/schritte/{draft_taking}/"),
    Shown("taking", "/schritte/{waiting_taking}/", "vogt"),
    Shown("taking", "/schritte/{served_taking}/"),
    Shown("taking_revise", "/schritte/{draft_taking}/aendern/"),
    Shown("signatures", "/unterschriften/", "vogt"),
    Shown("letter", "/schreiben/{draft_letter}/"),
    Shown("letter", "/schreiben/{served_letter}/"),
    Shown("letter_pdf", "/schreiben/{draft_letter}/pdf/", status=409),
    Shown("letter_edit", "/schreiben/{draft_letter}/bearbeiten/"),
    Shown("letter_dispatch", "/schreiben/{signed_letter}/versand/"),
    Shown("letter_service", "/schreiben/{dispatched_letter}/zustellung/"),
    Shown("letter_returned", "/schreiben/{dispatched_letter}/ruecklauf/"),
    Shown("my_day", "/"),
    Shown("my_day", "/", "vogt"),
    Shown("my_day", "/", "reimann"),
    Shown("my_doubts", "/mein-tag/zweifel/"),
    Shown("my_expiring", "/mein-tag/ablauf/"),
    Shown("task_new", CASE + "aufgaben/neu/"),
    Shown("note_new", CASE + "vermerke/neu/"),
    Shown("tasks", "/aufgaben/"),
    Shown("task", "/aufgaben/{task}/"),
    Shown("post", "/posteingang/"),
    Shown("post_new", "/posteingang/neu/"),
    Shown("mails", "/posteingang/nachrichten/"),
    Shown("post_piece", "/posteingang/{post_piece}/"),
    Shown("post_piece", "/posteingang/{loose_piece}/"),
    Shown("deadlines", "/fristen/"),
    Shown("deadline", "/fristen/{deadline}/", "vogt"),
    Shown("absence", "/abwesenheit/"),
    Shown("reassign", "/abwesenheit/faelle-uebergeben/", "vogt"),
    Shown("imports", "/import/", "ackermann"),
    Shown("import", "/import/{import_uploaded}/", "ackermann"),
    Shown("import", "/import/{import_staged}/", "ackermann"),
    Shown("import", "/import/{import_staged}/?ergebnis=returned", "ackermann"),
    Shown("import", "/import/{import_done}/", "ackermann"),
    Shown("import", "/import/{import_done}/", "okonkwo", 403),
    Shown("matrix", "/zugriff/matrix/"),
    Shown("matrix", "/zugriff/matrix/?rolle=police_liaison", "reimann"),
    Shown("matrix", "/zugriff/matrix/?rolle=duty_officer"),
    Shown("released", "/zugriff/freigaben/"),
    Shown("access_log", "/zugriff/protokoll/", "reimann"),
    Shown("access_log", "/zugriff/protokoll/?aktenzeichen=BT-2026/010", "reimann"),
    Shown("access_log", "/zugriff/protokoll/?person=hartwig", "reimann"),
    Shown("access_log", "/zugriff/protokoll/?person=niemand", "reimann", 422),
    Shown("access_log", "/zugriff/protokoll/", "okonkwo", 403),
    Shown("access_volume", "/zugriff/umfang/", "reimann"),
    Shown("support", "/einsicht/", "winkler"),
    Shown("support", "/einsicht/", "sommer"),
    Shown("support", "/einsicht/", "reimann"),
    Shown("support", "/einsicht/", "menzel"),
    Shown("support_lines", "/einsicht/{past_look}/", "reimann"),
    Shown("my_day", "/", "winkler"),
    Shown("export_ask", "/faelle/ausgabe/"),
    Shown("export_ask", "/faelle/ausgabe/?lane=clarify&due=week"),
    Shown("exports", "/faelle/ausgaben/"),
    Shown("exports", "/faelle/ausgaben/", "vogt"),
    Shown("exports", "/faelle/ausgaben/", "hartwig"),
    Shown("case", "/faelle/00000000-0000-4000-8000-000000000000/", "okonkwo", 404),
)

FILES = {
    "document": ("/dokumente/{document}/", "okonkwo"),
    "letter_pdf": ("/schreiben/{complete_letter}/pdf/", "okonkwo"),
    "taking_bundle": ("/schritte/{signed_taking}/buendel/", "okonkwo"),
    "export_file": ("/faelle/ausgaben/{list_export}/faelle.csv", "okonkwo"),
    "import_returned": ("/import/{import_staged}/zurueckgegeben.csv", "ackermann"),
}
"""Addresses that give a file."""

PARTS = {"import_progress": ("/import/{import_staged}/stand/", "ackermann")}
"""Addresses that give a part of a page to the script; their page is looked at as a whole."""
