"""The access log as its pages show it: lines with the words for their ids, people whom a name may mean, unusual volume."""

from datetime import timedelta
from typing import Any

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import PURPOSE_LABELS, Actor, Purpose
from augenmass.access.inspection import LogLine, NotAnswered, Position, Question, export_log, people_named, read_log
from augenmass.access.retention import kept
from augenmass.cases.queries.case import english
from augenmass.doors.desk.forms.access_log import PARTS, DayForm, QuestionForm, ReasonForm
from augenmass.gate.queries import staff_measures_allowed
from augenmass.gate.volume import DAYS, FACTOR, LEAST, volumes
from augenmass.law.time import BERLIN, today
from augenmass.law.vocabulary import CATEGORIES
from augenmass.record.spreadsheet import written

WHAT = {
    "access_log": gettext_lazy("Zugriffsprotokoll gelesen"),
    "access_log_export": gettext_lazy("Zugriffsprotokoll als Datei ausgegeben"),
    "access_volume": gettext_lazy("Umfang der Zugriffe angesehen"),
    "bundle": gettext_lazy("Bündel für die führende Akte"),
    "commitment": gettext_lazy("Bewilligung einer Förderung"),
    "fund_export": gettext_lazy("Buchungen des Rückkehrfonds als Datei ausgegeben"),
    "payment": gettext_lazy("Zahlung"),
    "payments_waiting": gettext_lazy("Zahlungen, die auf eine Unterschrift warten"),
    "calendar": gettext_lazy("Tage für den Kalender abgerufen"),
    "case": gettext_lazy("Fall"),
    "conference": gettext_lazy("Angaben einer Fallkonferenz"),
    "conference_measures": gettext_lazy("Zugesagte Maßnahmen aus Fallkonferenzen"),
    "case_reports": gettext_lazy("Meldungen der Unterkunft zu einem Fall"),
    "central_queue": gettext_lazy("Eingang der zentralen Stelle"),
    "counselling_offer": gettext_lazy("Angebot der Rückkehrberatung"),
    "return_information": gettext_lazy("Information über freiwillige Ausreise und Hilfen"),
    "hardship_information": gettext_lazy("Information über Härtefallkommission und Petition"),
    "suspension_notice": gettext_lazy("Schreiben über die Aussetzung der Abschiebung"),
    "letters": gettext_lazy("Schreiben eines Falls"),
    "deadline": gettext_lazy("Frist"),
    "deadlines": gettext_lazy("Fristenbuch"),
    "document": gettext_lazy("Dokument"),
    "documents": gettext_lazy("Dokumente (durch ein Programm)"),
    "doubts": gettext_lazy("Fälle mit Zweifeln"),
    "expiring": gettext_lazy("Ablaufende Papiere"),
    "export": gettext_lazy("Liste als Datei ausgegeben"),
    "portal": gettext_lazy("Zugang der betroffenen Person"),
    "extract": gettext_lazy("Auskunft an die betroffene Person"),
    "facts": gettext_lazy("Angaben (durch ein Programm)"),
    "departure": gettext_lazy("Freiwillige Ausreise"),
    "departure_decisions": gettext_lazy("Zahlen zu Ausreiseerklärungen"),
    "departures": gettext_lazy("Freiwillige Ausreisen"),
    "funded_return": gettext_lazy("Übermittlung zu einer geförderten Rückkehr"),
    "funded_returns": gettext_lazy("Übermittlungen zu geförderter Rückkehr"),
    "granted_cases": gettext_lazy("Fälle anderer Stellen"),
    "house": gettext_lazy("Liste einer Unterkunft"),
    "import_preview": gettext_lazy("Vorschau eines Imports"),
    "import_returned": gettext_lazy("Zurückgegebene Zeilen eines Imports"),
    "notice": gettext_lazy("Mitteilung einer öffentlichen Stelle"),
    "notice_sent": gettext_lazy("Eigene Mitteilung an eine Ausländerbehörde"),
    "notices": gettext_lazy("Eingang der Mitteilungen"),
    "notices_sent": gettext_lazy("Liste eigener Mitteilungen an Ausländerbehörden"),
    "case_notices": gettext_lazy("Mitteilungen zu einem Fall"),
    "inspection": gettext_lazy("Akteneinsicht"),
    "law_comparison": gettext_lazy("Vergleich des Rechts über die Fälle"),
    "letter": gettext_lazy("Schreiben"),
    "matrix": gettext_lazy("Matrix der Leserechte"),
    "my_day": gettext_lazy("Mein Tag"),
    "not_offered": gettext_lazy("Fälle ohne Beratungsangebot"),
    "open_points": gettext_lazy("Woran es liegt (Zahlen der Dienststelle)"),
    "opening": gettext_lazy("Fall einer anderen Stelle geöffnet"),
    "overview": gettext_lazy("Überblick Rückkehr (Zahlen)"),
    "overview_counted": gettext_lazy("Überblick Rückkehr neu gezählt"),
    "position": gettext_lazy("Rechtslage (durch ein Programm)"),
    "post": gettext_lazy("Posteingang"),
    "proof": gettext_lazy("Begründung einer Antwort"),
    "prospects": gettext_lazy("Bleibeperspektiven eines Falls"),
    "referral": gettext_lazy("Abgabe"),
    "referrals": gettext_lazy("Abgaben"),
    "released": gettext_lazy("Freigegebene Auskünfte"),
    "residence_desk": gettext_lazy("Bleibeperspektiven beim Aufenthalt"),
    "retention": gettext_lazy("Vorschau der Löschung"),
    "retention_holds": gettext_lazy("Angeordnete Aufbewahrungen"),
    "search": gettext_lazy("Suche"),
    "secret": gettext_lazy("Empfänger einer geheimen Angabe"),
    "sign_ins": gettext_lazy("Anmeldungen angesehen"),
    "signatures": gettext_lazy("Unterschriften"),
    "step": gettext_lazy("Schritt"),
    "steps": gettext_lazy("Schritte (durch ein Programm)"),
    "support_end": gettext_lazy("Einsicht des Betriebs beendet"),
    "suspensions": gettext_lazy("Fehlende und ablaufende Duldungen"),
    "task": gettext_lazy("Aufgabe"),
    "tasks": gettext_lazy("Aufgaben"),
    "agreement": gettext_lazy("Integrationsvereinbarung"),
    "agreements": gettext_lazy("Integrationsvereinbarungen"),
    "agreement_reminders": gettext_lazy("Erinnerungen an Vereinbarungen"),
    "pilot": gettext_lazy("Erprobung von Vereinbarungen"),
    "pilot_report": gettext_lazy("Bericht einer Erprobung (Zahlen)"),
    "pilot_services": gettext_lazy("Erprobungen, die die Stelle nennen"),
    "special_staff_case": gettext_lazy("Benennung für den Sonderstab"),
    "special_staff_released": gettext_lazy("Für das Ministerium freigegebene Angabe"),
    "special_staff_cases": gettext_lazy("Benennungen für den Sonderstab"),
    "travel_application": gettext_lazy("Antrag auf ein Reisedokument"),
    "travel_applications": gettext_lazy("Anträge auf Reisedokumente"),
    "transmission": gettext_lazy("Übermittlung"),
    "transmissions": gettext_lazy("Übermittlungen"),
    "unmatched_residents": gettext_lazy("Meldungen von Unterkünften ohne Fall"),
    "worklist": gettext_lazy("Liste der Fälle"),
}
"""What was read, in words; a word that is not here shows as it was written."""


def log_page(actor: Actor, query: QueryDict, reason_form: ReasonForm | None = None) -> dict[str, Any]:
    """The context of the log: the question, and the page of its answer or what stands in its way."""
    form = QuestionForm(query)
    context: dict[str, Any] = {"form": form, "people": [], "lines": [], "found": None}
    if form.is_valid():
        try:
            asked, people = _question(actor, form)
            if asked is None:
                context["people"] = [{"account": account, "query": _with(query, account.pk)} for account in people]
            else:
                found = read_log(actor, asked, Position.parse(query.get("nach", "")))
                context |= {"found": found, "lines": [line_of(line) for line in found.lines]}
        except NotAnswered as refused:
            form.add_error(None, str(refused))
    kept_here = kept(actor.body.land, today())
    return context | {
        "applied": form.applied,
        "reason_form": reason_form or ReasonForm(),
        "hidden": [(name, value) for name in PARTS if (value := query.get(name, ""))],
        "query": _plain(query),
        "kept": kept_here,
        "paged": bool(query.get("nach")),
    }


def log_file(actor: Actor, query: QueryDict, reason: str) -> bytes:
    """The whole answer as a CSV file. Raises ``NotAnswered``."""
    form = QuestionForm(query)
    if not form.is_valid():
        raise NotAnswered(_("Bitte prüfen Sie die Angaben der Frage."))
    asked, _people = _question(actor, form)
    if asked is None:
        raise NotAnswered(_("Bitte wählen Sie zuerst, welche Person gemeint ist."))
    heads = [
        _("Zeitpunkt"),
        _("Wer"),
        _("Stelle"),
        _("Zweck"),
        _("Was"),
        _("Fall"),
        _("Fälle"),
        _("Angaben"),
        _("Begründung"),
    ]
    return written(heads, (_cells(line) for line in export_log(actor, asked, reason)))


def _cells(found: LogLine) -> list[str]:
    shown = line_of(found)
    at = found.line.at.astimezone(BERLIN).strftime("%Y-%m-%d %H:%M:%S")
    return [
        at,
        found.who,
        found.body,
        shown["purpose"],
        shown["what"],
        found.number or (_("Fall einer anderen Stelle") if found.line.case else ""),
        str(found.line.rows),
        ", ".join(shown["categories"]),
        found.line.reason,
    ]


def _question(actor: Actor, form: QuestionForm) -> tuple[Question | None, list[Any]]:
    """What is asked; None with the people to choose from where a name means several. Raises ``NotAnswered``."""
    account_id, name = form.cleaned_data["konto"], form.cleaned_data["person"].strip()
    if account_id is None and name:
        people = people_named(actor, name)
        if not people:
            raise NotAnswered(
                _("Niemand mit diesem Namen hat in Ihrer Dienststelle gearbeitet oder ihre Fälle gelesen.")
            )
        if len(people) > 1:
            return None, people
        account_id = people[0].pk
    return form.question(account_id), []


def line_of(found: LogLine) -> dict[str, Any]:
    """One line of the log in words."""
    line = found.line
    purpose = str(PURPOSE_LABELS[Purpose(line.purpose)]) if line.purpose in set(Purpose) else line.purpose
    return {
        "found": found,
        "line": line,
        "what": str(WHAT.get(line.what, line.what)),
        "purpose": purpose,
        "categories": [CATEGORIES[key][english()] if key in CATEGORIES else key for key in line.categories],
    }


def _plain(query: QueryDict) -> str:
    changed = query.copy()
    changed.pop("nach", None)
    return changed.urlencode()


def _with(query: QueryDict, account_id: int) -> str:
    changed = query.copy()
    changed.pop("nach", None)
    changed["konto"] = str(account_id)
    return changed.urlencode()


def volume_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of unusual volume; nothing is counted where measures of staff are off."""
    form = DayForm(query if "tag" in query else None)
    context: dict[str, Any] = {"form": form, "released": staff_measures_allowed(actor.body)}
    if not context["released"]:
        return context
    day = form.day or today() - timedelta(days=1)
    found = volumes(actor, day)
    if not form.is_bound:
        form.initial["tag"] = date_format(day, "SHORT_DATE_FORMAT")
    return context | {"found": found, "days": DAYS, "factor": FACTOR, "least": LEAST}
