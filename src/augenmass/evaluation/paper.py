"""A report and an empty sheet of the questionnaire on paper (PDF/UA). Reports are German, sheets in every language of the persons' door."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.utils.translation import gettext, override

from augenmass.evaluation.limits import LIMITS, METHOD
from augenmass.evaluation.models import Place, Report
from augenmass.evaluation.queries.pilots import places_of
from augenmass.evaluation.rules.measures import MEASURES
from augenmass.evaluation.rules.questions import QUESTIONS
from augenmass.evaluation.rules.tables import Content, share
from augenmass.evaluation.words import ANSWERS
from augenmass.evaluation.words import MEASURES as WORDS
from augenmass.evaluation.words import QUESTIONS as ASKED
from augenmass.law.time import day_of, today
from augenmass.letters.document import WORDS_DE, german_day
from augenmass.letters.render import render
from augenmass.letters.wording.paper_languages import setting_of

REPORT, SHEET = "pilot_report", "questionnaire"
HIDDEN: Final = "·"


def report_pdf(report: Report) -> bytes:
    """A report as PDF, with method, limits and digests."""
    with override("de"):
        return render(REPORT, _report(report), draft=False)


def _report(report: Report) -> dict[str, Any]:
    content: Content = report.content
    pilot, day = report.pilot, day_of(report.made_at).isoformat()
    title = f"{pilot.name}: Bericht {report.number}"
    edition = pilot.editions.get(number=report.edition)
    return {
        "language": "de",
        "date": day,
        "title": title,
        "author": pilot.body.name,
        "keywords": [f"sha256:{report.content_digest}"],
        "body": [pilot.body.name, f"{pilot.body.postcode} {pilot.body.town}".strip()],
        "lead": f"{content['first']} bis {content['until']}, {len(content['places'])} Orte. "
        f"Erstellt am {german_day(day)} von {report.made_by.name}.",
        "parts": [
            _listed("Was die Auswertung beantworten soll", edition.questions.splitlines()),
            _listed("Was diese Zahlen nicht sagen können", LIMITS),
            *(_measure(table, places_of(pilot)) for table in content["measures"]),
            *_answers(content),
            _listed("So wurde gezählt", [str(text) % {"smallest": content["smallest"]} for text in METHOD]),
            _kept(report, content),
        ],
        "words": {**WORDS_DE, "footer": title},
    }


def _listed(heading: str, lines: Iterable[object]) -> dict[str, Any]:
    return {"heading": heading, "blocks": [{"kind": "bullets", "items": [str(line) for line in lines]}]}


def _measure(table: Content, places: dict[int, Place]) -> dict[str, Any]:
    key = table["key"]
    words = WORDS[key]
    if not table["delivered"]:
        said = "Nicht gezählt: Kein Ort hat Zahlen dazu geliefert."
        return {"heading": str(words.title), "blocks": [{"kind": "paragraph", "text": said}]}
    outcomes = [str(words.outcomes[outcome]) for outcome in MEASURES[key].outcomes]
    rows = [_row(quarter, cells, total) for quarter, cells, total in table["quarters"]]
    blocks: list[dict[str, Any]] = [{"kind": "paragraph", "text": str(words.how)}]
    blocks.append(_table("Vierteljahr", outcomes, [*rows, _row("zusammen", *table["all"])]))
    if table["places"]:
        rows = [_row(places[number].name, cells, total) for number, cells, total in table["places"]]
        blocks.append(_table("Ort", outcomes, rows))
    return {"heading": str(words.title), "blocks": blocks}


def _table(first: str, outcomes: Sequence[str], rows: list[list[str]]) -> dict[str, Any]:
    single = len(outcomes) == 1
    header = [first, *outcomes] if single else [first, *outcomes, "zusammen", f"Anteil „{outcomes[0]}“"]
    return {
        "kind": "table",
        "header": header,
        "widths": [4, *([3] * (len(header) - 1))],
        "rows": [row[:2] for row in rows] if single else rows,
    }


def _row(label: str, cells: Sequence[int | None], total: int | None) -> list[str]:
    part = share(cells, total)
    return [label, *(_number(cell) for cell in cells), _number(total), "–" if part is None else f"{part} %"]


def _number(number: int | None) -> str:
    return HIDDEN if number is None else str(number)


def _answers(content: Content) -> list[dict[str, Any]]:
    found = content["answers"]
    if found is None:
        return []
    if found["sheets"] is None:
        text = "Es gab zu wenige Bögen. Sie wurden ungeöffnet gelöscht."
        return [{"heading": "Fragebogen", "blocks": [{"kind": "paragraph", "text": text}]}]
    blocks: list[dict[str, Any]] = [{"kind": "paragraph", "text": f"{found['sheets']} Bögen."}]
    for key, numbers in found["questions"]:
        header = [str(ANSWERS[answer]) for answer in QUESTIONS[key]]
        row = [HIDDEN] * len(header) if numbers is None else [_number(number) for number in numbers]
        blocks.append({"kind": "strong", "text": str(ASKED[key])})
        blocks.append({"kind": "table", "header": header, "widths": [1] * len(header), "rows": [row]})
    return [{"heading": "Fragebogen", "blocks": blocks}]


def _kept(report: Report, content: Content) -> dict[str, Any]:
    rows = [
        ["Fassung der Erprobung", str(report.edition)],
        ["Regeln", content["rules"]],
        ["Kleinste gezeigte Zahl", str(content["smallest"])],
        ["Fehlende Lieferungen", str(len(content["missing"]))],
        ["SHA-256 der Lieferungen", report.data_digest],
        ["SHA-256 der Tabellen", report.content_digest],
    ]
    return {"heading": "Womit sich der Bericht nachrechnen lässt", "blocks": [{"kind": "pairs", "rows": rows}]}


def sheet_pdf(language: str) -> bytes:
    """An empty sheet in a language of ``PAPER_LANGUAGES``."""
    with override(language):
        data = {
            **setting_of(language),
            "date": today().isoformat(),
            "title": gettext("Fragebogen zur Vereinbarung"),
            "author": "",
            "keywords": [],
            "lead": gettext(
                "Freiwillig und ohne Namen. Niemand erfährt, was Sie antworten. Bitte schreiben Sie keinen Namen auf das Blatt."
            ),
            "questions": [
                [str(question), [str(ANSWERS[answer]) for answer in QUESTIONS[key] if answer != "none"]]
                for key, question in ASKED.items()
            ],
        }
    return render(SHEET, data, draft=False)
