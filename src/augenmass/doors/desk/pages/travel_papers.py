"""Travel documents as their pages show them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english, label_of, text_of
from augenmass.cases.words import fold
from augenmass.doors.desk.forms.travel_papers import (
    AnsweredForm,
    ApplicationForm,
    ClosingForm,
    EventForm,
    FormsSentForm,
    HearingForm,
    HearingResultForm,
)
from augenmass.doors.desk.pages.states import state_choices, state_name
from augenmass.doors.desk.pages.work import name_of, number_of_page, paginated, tabs_of
from augenmass.law.norms.statutes import cite_text
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case, Fact
from augenmass.travel_papers.models import Application, ApplicationEvent
from augenmass.travel_papers.queries import (
    VIEWS,
    Durations,
    applications,
    applications_of,
    bars_of,
    counts,
    durations_of,
    events_of,
    happened,
    may_keep,
    particulars,
    sheet_of,
    sheets,
)
from augenmass.travel_papers.rules.course import open_hearings
from augenmass.travel_papers.rules.durations import FEWEST, scale_of

SIGNS = {
    "open": ("clock", ""),
    "issued": ("check", "strong"),
    "refused": ("close", "strong"),
    "withdrawn": ("refresh", ""),
}
"""Icon and tone of the chip of a state."""
WIDTH, LEFT = 320, 6


@dataclass(frozen=True, slots=True)
class Span:
    """The picture of a distribution: places on its axis."""

    first: int
    width: int
    median: int
    end: int
    labels: tuple[tuple[int, int], ...]
    """Place and number of days."""


def list_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of the list: states with a sheet, or the body's applications."""
    keeps = may_keep(actor)
    view = query.get("ansicht", "")
    view = view if keeps and view in VIEWS else "states"
    found = applications(actor, view, number_of_page(query)) if view != "states" else None
    known = sheets(actor)
    labels = {"states": _("Staaten")}
    if keeps:
        labels |= {
            "open": _("Laufende Anträge"),
            "issued": _("Erteilte Dokumente"),
            "closed": _("Ohne Dokument beendet"),
        }
    numbers = {"states": len(known), **(counts(actor) if keeps else {})}
    return {
        "view": view,
        "tabs": tabs_of(reverse("travel_papers"), "ansicht", labels, view, numbers, query),
        "states": sorted(
            ({"sheet": sheet, "name": state_name(sheet.country)} for sheet in known), key=lambda row: fold(row["name"])
        ),
        "choices": state_choices(),
        "lines": [_line(row) for row in found.rows] if found else [],
        "page": paginated(found) if found else None,
        "may_keep": keeps,
        "section": "travel_papers",
    }


def _line(row: Application) -> dict[str, Any]:
    return {"row": row, "name": name_of(row.case), "state": state_name(row.country), "sign": SIGNS[row.state]}


def sheet_page(actor: Actor, country: str) -> dict[str, Any]:
    """The context of a state."""
    shown = sheet_of(actor, country)
    found = durations_of(actor, country) if may_keep(actor) else []
    return {
        "shown": shown,
        "name": state_name(country),
        "text": {name: _rows(getattr(shown.holds, name)) for name in ("documents", "steps")} if shown.holds else {},
        "waiting": {name: _rows(getattr(shown.waits, name)) for name in ("documents", "steps")} if shown.waits else {},
        "durations": [_duration(row) for row in found],
        "fewest": FEWEST,
        "may_keep": may_keep(actor),
        "own": shown.waits is not None and shown.waits.written_by_id == actor.account_id,
        "section": "travel_papers",
    }


def _rows(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _duration(row: Durations) -> dict[str, Any]:
    label = str(Application.Kind(row.kind).label)
    return {"row": row, "label": label, "span": span_of(row) if row.found else None}


def span_of(row: Durations) -> Span:
    """The picture of a distribution that was found."""
    assert row.found is not None
    scale = scale_of(row.found.third)

    def at(days: int) -> int:
        return LEFT + round((WIDTH - 2 * LEFT) * days / scale)

    first, third = at(row.found.first), at(row.found.third)
    return Span(
        first,
        max(2, third - first),
        at(row.found.median),
        at(scale),
        tuple((at(scale * part // 3), scale * part // 3) for part in range(4)),
    )


def case_page(actor: Actor, case: Case, form: ApplicationForm | None = None) -> dict[str, Any]:
    """The context of the applications of a case, with what stands against another one."""
    found = bars_of(case.pk)
    return {
        "case": case,
        "lines": [_line(row) for row in applications_of(actor, case)],
        "bars": bar_rows(case, found),
        "barred": any(bar.certain for bar in found),
        "form": None if found else (form or ApplicationForm(_nationality(actor, case))),
        "refused": form if found and form is not None else None,
        "section": "worklist",
    }


def _nationality(actor: Actor, case: Case) -> str:
    held = {fact.name: fact.value for fact in particulars(actor, case)}
    return held.get("nationality", "")


def bar_rows(case: Case, found: Sequence[Any]) -> list[dict[str, Any]]:
    """What stands against giving anything to a state of origin, with links to what is to be established, each fact once."""
    named: set[str] = set()
    rows = []
    for bar in found:
        missing = [name for name in bar.missing if name not in named and not VOCABULARY[name].derived]
        named.update(missing)
        rows.append(
            {
                "says": bar.en if english() else bar.de,
                "certain": bar.certain,
                "cite": cite_text(bar.asked) if "/" in bar.asked else "",
                "missing": [
                    {"label": label_of(VOCABULARY[name]), "address": reverse("fact_record", args=[case.key, name])}
                    for name in missing
                ],
            }
        )
    return rows


def application_page(actor: Actor, found: Application, forms: Mapping[str, EventForm]) -> dict[str, Any]:
    """The context of one application; ``forms`` are those that were refused."""
    events = events_of(found)
    held = particulars(actor, found.case)
    bars = bars_of(found.case_id) if found.state == Application.State.OPEN else ()
    return {
        **_line(found),
        "case": found.case,
        "events": [_event(event) for event in reversed(events)],
        "particulars": [particular(fact) for fact in held],
        "bars": bar_rows(found.case, bars),
        "barred": any(bar.certain for bar in bars),
        "cards": _cards(found, events, held, bool(bars), forms) if found.state == Application.State.OPEN else [],
        "section": "worklist",
    }


def particular(fact: Fact) -> tuple[str, str]:
    """Label and words of a fact that can stand on a form."""
    return label_of(VOCABULARY[fact.name]), text_of(fact.name, fact.value)


def _event(event: ApplicationEvent) -> dict[str, Any]:
    names = [label_of(VOCABULARY[name]) for name in event.fact_names if name in VOCABULARY]
    return {"event": event, "names": ", ".join(names)}


def form_of(actor: Actor, found: Application, kind: str, data: Any = None) -> EventForm | None:
    """The form of a kind of event; None for a kind that there is not."""
    make = _makers(found, events_of(found), particulars(actor, found.case)).get(kind)
    return make(data) if make else None


def _makers(
    found: Application, events: Sequence[ApplicationEvent], held: Sequence[Fact]
) -> dict[str, Callable[[Any], EventForm]]:
    days = open_hearings(happened(events))
    offered = [(fact.name, ": ".join(particular(fact))) for fact in held]
    return {
        "formulare": lambda data: FormsSentForm(found, offered, data),
        "vorsprache": lambda data: HearingForm(found, data),
        "ergebnis": lambda data: HearingResultForm(found, days, data),
        "antwort": lambda data: AnsweredForm(found, data),
        "abschluss": lambda data: ClosingForm(found, data),
    }


def _cards(
    found: Application,
    events: Sequence[ApplicationEvent],
    held: Sequence[Fact],
    barred: bool,
    refused: Mapping[str, EventForm],
) -> list[dict[str, Any]]:
    labels = {
        "formulare": _("Formulare abgegeben"),
        "vorsprache": _("Vorsprache oder Anhörung angesetzt"),
        "ergebnis": _("Ergebnis einer Vorsprache oder Anhörung"),
        "antwort": _("Antwort der Auslandsvertretung"),
        "abschluss": _("Erteilt, abgelehnt oder zurückgenommen"),
    }
    left_out = {"formulare", "vorsprache"} if barred else set()
    if not open_hearings(happened(events)):
        left_out.add("ergebnis")
    makers = _makers(found, events, held)
    return [
        {"key": key, "label": label, "form": refused.get(key) or makers[key](None), "open": key in refused}
        for key, label in labels.items()
        if key not in left_out or key in refused
    ]
