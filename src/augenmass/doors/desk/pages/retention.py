"""Retention as its pages show it: what is due and what is not in words, runs with their protocol, holds."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english, text_of
from augenmass.doors.desk.forms.retention import HoldForm, LiftForm, ProposeForm, UntilForm
from augenmass.law.time import today
from augenmass.law.vocabulary import RETENTION_CLASSES
from augenmass.retention.declared import KEPT_APART, RECORD_CLASSES
from augenmass.retention.models import DeletionRun
from augenmass.retention.queries.due import Hindrance
from augenmass.retention.queries.preview import PAGE, Line, Preview, SweepLine, cases_of, preview
from augenmass.retention.queries.runs import Protocol, ProtocolLine, holds_of, protocol_of, remainder_of, runs_of
from augenmass.retention.rules import CASE_FILE, OUTCOME, Open, State

RULES = {
    CASE_FILE: gettext_lazy("Akten abgeschlossener Fälle"),
    "imports": gettext_lazy("Abgeschlossene Importe mit ihren Zeilen"),
    "post": gettext_lazy("Erledigte Post ohne Fall"),
    "messages": gettext_lazy("Entschiedene Übermittlungen ohne Fall"),
    "notices": gettext_lazy("Spuren gelöschter und zurückgegebener Mitteilungen, die zu keinem Fall gehören"),
    "residents": gettext_lazy("Ausgezogene auf Listen von Unterkünften, zu denen kein Fall gefunden wurde"),
    "mails": gettext_lazy("Gesendete Nachrichten des Programms"),
}
"""Rules in words; a retention class of the vocabulary has words of its own."""
HOW: dict[str, Any] = {
    State.DUE: gettext_lazy("zu löschen"),
    State.NOT_DUE: gettext_lazy("Frist läuft noch"),
    Hindrance.HELD: gettext_lazy("Aufbewahrung angeordnet"),
    Hindrance.KIN: gettext_lazy("die Akte einer angehörigen Person ist noch nicht abgeschlossen"),
    Hindrance.WORK: gettext_lazy("in der Akte ist noch etwas zu tun"),
    Hindrance.GONE: gettext_lazy("die Akte ist nicht mehr bei Ihrer Dienststelle"),
    Open.NO_PERIOD: gettext_lazy("nicht festgestellt: Das Landesprofil nennt keine Frist"),
    Open.NOT_CONFIRMED: gettext_lazy("nicht festgestellt: Die Frist im Landesprofil ist nicht bestätigt"),
    Open.DISPUTED: gettext_lazy("nicht festgestellt: Die Angabe, mit der die Frist beginnt, ist bestritten"),
    Open.UNLIMITED: gettext_lazy("nicht festgestellt: Das Einreiseverbot ist unbefristet"),
    Open.NO_END: gettext_lazy("nicht festgestellt: Das Ende des Einreiseverbots ist nicht erfasst"),
    Open.YOUNGER: gettext_lazy(
        "nicht festgestellt: Nach dem Ende des Verbots ist noch etwas zu einer Abschiebung erfasst"
    ),
}
"""How a line stands."""
PERIODS = {
    CASE_FILE: gettext_lazy("Frist des Landes ab dem Ende des Jahres, in dem der Fall abgeschlossen wurde"),
    "removal_data": gettext_lazy("zehn Jahre nach dem Ende des Einreiseverbots"),
    "imports": gettext_lazy("Frist des Landes ab dem Ende des Imports"),
    "post": gettext_lazy("Frist des Landes ab der Erledigung"),
    "notices": gettext_lazy("Frist des Landes ab der Löschung oder Rückgabe"),
    "residents": gettext_lazy("Frist des Landes ab dem Auszug"),
    "mails": gettext_lazy("Frist des Landes ab dem Versand"),
}
"""From when and how long each rule counts, in words."""


def rule_name(rule: str) -> str:
    """A rule in words; a rule that a later room brought shows by its key."""
    if rule in RULES:
        return str(RULES[rule])
    return RETENTION_CLASSES[rule][1 if english() else 0] if rule in RETENTION_CLASSES else rule


def how_name(how: str) -> str:
    """How something stands, in words."""
    return str(HOW.get(how, how))


def class_name(record_class: str) -> str:
    """A record class in words."""
    return str(RECORD_CLASSES.get(record_class) or RULES.get(record_class, record_class))


def retention_page(actor: Actor, form: UntilForm, propose: ProposeForm | None = None) -> dict[str, Any]:
    """The context of the preview: what is due, what is not and why, what goes by itself, the runs."""
    seen = preview(actor, form.day)
    runs = [_run_row(actor, run) for run in runs_of(actor)]
    return {
        "form": form,
        "propose": propose or ProposeForm(),
        "seen": seen,
        "is_today": seen.on == today(),
        "due": [_line(seen, line) for line in seen.lines if line.due],
        "kept": [_line(seen, line) for line in seen.lines if not line.due],
        "sweeps": [_sweep(line) for line in seen.sweeps],
        "apart": [{"what": what, "how": how} for what, how in KEPT_APART.values()],
        "open_run": next((row["run"] for row in runs if row["run"].state in ("proposed", "running")), None),
        "runs": runs,
        "remainder": [
            {"line": line, "outcome": text_of(OUTCOME, line.outcome) if line.outcome else _("nicht festgestellt")}
            for line in remainder_of(actor)
        ],
        "section": "retention",
    }


def _line(seen: Preview, line: Line) -> dict[str, Any]:
    query = urlencode({"regel": line.rule, "stand": line.how, "bis": seen.on.isoformat()})
    return {
        "line": line,
        "rule": rule_name(line.rule),
        "how": how_name(line.how),
        "period": PERIODS.get(line.rule, ""),
        "rows": _rows(line.rows),
        "total": sum(line.rows.values()),
        "query": query,
    }


def _rows(counts: dict[str, int]) -> list[dict[str, Any]]:
    return [{"name": class_name(key), "rows": rows} for key, rows in counts.items() if rows]


def _sweep(line: SweepLine) -> dict[str, Any]:
    return {
        "line": line,
        "rule": rule_name(line.key),
        "period": PERIODS.get(line.key, ""),
        "why": how_name(line.why) if line.why else "",
    }


def _run_row(actor: Actor, run: DeletionRun) -> dict[str, Any]:
    return {"run": run, "own": run.proposed_by_id == actor.account_id}


def cases_page(actor: Actor, day: date, rule: str, standing: str, page: int) -> dict[str, Any]:
    """The context of the cases of one line."""
    lines, total = cases_of(actor, day, rule, standing, page)
    query = urlencode({"regel": rule, "stand": standing, "bis": day.isoformat()})
    return {
        "rule": rule_name(rule),
        "how": how_name(standing),
        "day": day,
        "lines": lines,
        "total": total,
        "earlier": f"{query}&seite={page - 1}" if page > 1 else "",
        "later": f"{query}&seite={page + 1}" if page * PAGE < total else "",
        "section": "retention",
    }


def run_page(actor: Actor, protocol: Protocol) -> dict[str, Any]:
    """The context of a run."""
    run = protocol.run
    return {
        "run": run,
        "own": run.proposed_by_id == actor.account_id,
        "waits": run.state == DeletionRun.State.PROPOSED,
        "running": run.state == DeletionRun.State.RUNNING,
        "lines": [_protocol_line(line) for line in protocol.lines],
        "protocol": protocol,
        "section": "retention",
    }


def shown_run(actor: Actor, key: Any) -> dict[str, Any]:
    """The page of one run. Raises ``DeletionRun.DoesNotExist``."""
    return run_page(actor, protocol_of(actor, key))


def _protocol_line(line: ProtocolLine) -> dict[str, Any]:
    return {
        "line": line,
        "rule": rule_name(line.rule),
        "rows": _rows(line.rows),
        "kept": [{"why": how_name(why), "count": count} for why, count in line.kept.items()],
    }


def holds_page(actor: Actor, form: HoldForm | None = None) -> dict[str, Any]:
    """The context of the holds: those that run, and the form for another."""
    day = today()
    return {
        "form": form or HoldForm(),
        "holds": [
            {
                "hold": hold,
                "own": hold.set_by_id == actor.account_id,
                "overdue": hold.review_on <= day,
                "lift": LiftForm(auto_id=f"{hold.key}-%s"),
            }
            for hold in holds_of(actor)
        ],
        "section": "retention",
    }
