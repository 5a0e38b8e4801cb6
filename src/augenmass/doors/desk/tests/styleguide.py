"""The style guide: every part of the desk on one page, with long German words and names that run from right to left. All people are invented."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

DAY = date(2026, 8, 1)


class FilterForm(forms.Form):
    """Filters of a worklist."""

    lane = forms.ChoiceField(label="Spur", choices=[("", "Alle"), ("clarify", "Klären")], required=False)
    due = forms.ChoiceField(label="Fällig", choices=[("", "Jederzeit"), ("7", "In 7 Tagen")], required=False)
    assigned = forms.CharField(label="Zugewiesen an", required=False)


class FactForm(forms.Form):
    """One field of each kind."""

    value = forms.CharField(label="Aufenthaltsermittlungsausschreibung", help_text="So, wie es in der Quelle steht.")
    since = forms.DateField(label="Gilt seit", help_text="Zum Beispiel 31.12.1990", widget=forms.DateInput)
    source = forms.ChoiceField(label="Quelle", choices=[("", "Bitte wählen"), ("file", "Leitakte")])
    kind = forms.ChoiceField(
        label="Wer hat es festgestellt?", choices=[("a", "Sachbearbeitung"), ("b", "Gericht")], widget=forms.RadioSelect
    )
    proofs = forms.MultipleChoiceField(
        label="Nachweise",
        choices=[("a", "Reisepass"), ("b", "Geburtsurkunde")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    sure = forms.BooleanField(
        label="Ich habe den Nachweis gesehen.", required=False, help_text="Im Original oder als beglaubigte Kopie."
    )
    reasons = forms.CharField(
        label="Begründung", widget=forms.Textarea, help_text="In ganzen Sätzen. Die Begründung steht im Vermerk."
    )
    file = forms.FileField(label="Dokument", help_text="PDF, Bild oder DOCX, höchstens 25 MB.", required=False)


def proof() -> dict[str, Any]:
    """A proof with a fact that stands, one that is missing and one that opposes."""
    missing = {
        "text": "Es ist nicht bekannt, ob die Ausreisepflicht vollziehbar ist.",
        "address": "#top",
        "action": "Angabe erfassen",
    }
    decision = {
        "label": "Bescheid",
        "value": "zugestellt",
        "since": "14.03.2026",
        "source": "Leitakte, Blatt 112",
        "address": "#top",
    }
    duty = {
        "text": "Die Person ist ausreisepflichtig.",
        "answer": "yes",
        "cite": "§ 50 Abs. 1 AufenthG",
        "cite_address": "#top",
        "children": [
            {
                "text": "Ein erforderlicher Aufenthaltstitel besteht nicht.",
                "answer": "yes",
                "cite": "§ 4 Abs. 1 AufenthG",
                "fact": decision,
            }
        ],
    }
    running = {
        "label": "Stand des Asylverfahrens",
        "value": "anhängig",
        "since": "02.06.2026",
        "source": "Fachverfahren",
    }
    return {
        "text": "Eine Abschiebung darf veranlasst werden.",
        "answer": "not_established",
        "cite": "§ 58 Abs. 1 AufenthG",
        "children": [
            {
                "text": "Die Ausreisepflicht ist vollziehbar.",
                "answer": "not_established",
                "cite": "§ 58 Abs. 2 AufenthG",
                "missing": missing,
            },
            {"text": "Kein Asylverfahren ist anhängig.", "answer": "no", "cite": "§ 55 Abs. 1 AsylG", "fact": running},
            duty,
        ],
    }


def steps() -> list[dict[str, Any]]:
    """Steps in three states."""
    blocker = {
        "text": "Es ist nicht festgestellt, ob die Ausreisepflicht vollziehbar ist.",
        "cite": "§ 58 Abs. 2 AufenthG",
        "clears": "Bescheid und Zustellung erfassen.",
        "who": "Sachbearbeitung",
        "address": "#top",
    }
    return [
        {
            "title": "Rückkehrberatung anbieten",
            "state": "possible",
            "does": "Schreibt ein Angebot zur unabhängigen Beratung und setzt eine Wiedervorlage.",
            "address": "#top",
            "why_address": "#proof",
        },
        {
            "title": "Abschiebungsandrohung mit Ausreisefrist erlassen",
            "state": "not_established",
            "blockers": [blocker],
            "why_address": "#proof",
            "change_address": "#proof",
            "second_person": True,
            "deadline": date(2026, 8, 6),
        },
        {
            "title": "Abschiebung veranlassen",
            "state": "blocked",
            "blockers": [blocker],
            "second_person": True,
            "why_address": "#proof",
        },
    ]


def context() -> dict[str, Any]:
    """Everything that the page shows."""
    form = FactForm(data={"value": "", "since": "32.13.2026", "kind": "", "source": ""})
    form.is_valid()
    rows = [
        {"name": "Familienname", "value": "الخوارزمي", "source": "Reisepass", "since": "01.01.1990", "due": None},
        {
            "name": "Aufenthaltsgestattung",
            "value": "läuft ab",
            "source": "Fachverfahren",
            "since": "14.03.2026",
            "due": date(2026, 8, 6),
        },
        {
            "name": "Staatsangehörigkeit",
            "value": "ungeklärt",
            "source": "eigene Angabe",
            "since": "14.03.2026",
            "due": date(2026, 7, 20),
        },
    ]
    entries = [
        {
            "when": datetime(2026, 7, 31, 8, 12, tzinfo=UTC),
            "title": "Angabe erfasst",
            "by": "Ines Vahrenholt",
            "icon": "pen",
            "address": "#top",
        },
        {
            "when": datetime(2026, 7, 30, 14, 5, tzinfo=UTC),
            "title": "Import übernommen",
            "text": "Zeile 812 von 5.000",
            "by": "Programm",
            "icon": "upload",
        },
        {
            "when": datetime(2026, 7, 29, 9, 40, tzinfo=UTC),
            "title": "Schritt unterschrieben",
            "by": "Jörg Öztürk-Hohenlohe",
            "icon": "signature",
        },
    ]
    labels = [
        ("Übersicht", True, 0),
        ("Angaben", False, 31),
        ("Dokumente", False, 4),
        ("Aufgaben", False, 2),
        ("Verlauf", False, 0),
    ]
    return {
        "actor": SimpleNamespace(
            account=SimpleNamespace(name="Ines Vahrenholt"), body="Ausländerbehörde der Landeshauptstadt Ebenfurt"
        ),
        "unit_name": "Sachgebiet 2",
        "roles_text": "Sachbearbeitung",
        "demo": True,
        "theme": "",
        "absence": "Sie vertreten Jörg Öztürk-Hohenlohe bis zum 14.08.2026.",
        "catalogue_version": "2026-07 (4f1c9a2)",
        "messages": [Message(constants.SUCCESS, "Die Angabe ist gespeichert.")],
        "navigation_counts": {"post": 7, "signatures": 2},
        "day": DAY,
        "soon_day": date(2026, 8, 6),
        "late_day": date(2026, 7, 29),
        "far_day": date(2026, 9, 30),
        "tab_items": [
            {"label": label, "address": "#top", "current": current, "count": count} for label, current, count in labels
        ],
        "proof": proof(),
        "steps": steps(),
        "rows": rows,
        "page": Paginator(range(5000), 50).page(7),
        "filter_form": FilterForm(auto_id="filter_%s"),
        "form": form,
        "entries": entries,
        "wide": [f"Zuständigkeitsübertragungsmerkmal {number}" for number in range(1, 10)],
    }


def render(language: str = "de", theme: str = "") -> str:
    """The page as HTML in a language and a theme ("", "light", "dark")."""
    request = RequestFactory().get("/")
    with translation.override(language):
        return render_to_string("desk/system/styleguide.html", {**context(), "theme": theme}, request=request)
