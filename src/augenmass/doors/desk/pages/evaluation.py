"""Pages of pilots: the list, one pilot, the services' page, the template of a delivery."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english
from augenmass.doors.desk.forms.evaluation import ReportForm, SeenPilot
from augenmass.evaluation.models import Delivery, Pilot, Place
from augenmass.evaluation.queries.pilots import OnePilot, named_in, visible_pilots
from augenmass.evaluation.rules.delivery_file import HEADS, Wrong
from augenmass.evaluation.rules.measures import MEASURES
from augenmass.evaluation.words import WRONG, german_words
from augenmass.intake.rules.problem import FileRefused
from augenmass.law.quarters import Quarter
from augenmass.letters.wording.paper_languages import PAPER_LANGUAGES
from augenmass.record.spreadsheet import written

SIGNS = {
    Pilot.State.DRAFT.value: ("pen", "neutral"),
    Pilot.State.OPEN.value: ("clock", "strong"),
    Pilot.State.CLOSED.value: ("check", "neutral"),
}
ARRIVED = {Delivery.Origin.COUNTED.value: "check", Delivery.Origin.FILE.value: "upload"}


def list_page(actor: Actor) -> dict[str, Any]:
    """The pilots of the own body."""
    rows = [{"pilot": pilot, "sign": SIGNS[pilot.state]} for pilot in visible_pilots(actor)]
    return {"rows": rows, "section": "pilots"}


def pilot_page(actor: Actor, shown: OnePilot, **forms: Any) -> dict[str, Any]:
    """One pilot, with the forms that can be sent now; writes an access line."""
    log.read(actor, "pilot")
    pilot = shown.pilot
    running = pilot.state == Pilot.State.OPEN
    refused = forms.get("refused")
    if refused is None and "report_form" in forms and forms["report_form"].errors:
        refused = forms["report_form"]
    due = [quarter for quarter in shown.due if shown.frozen is None or quarter >= shown.frozen]
    return {
        "pilot": pilot,
        "shown": shown,
        "sign": SIGNS[pilot.state],
        "draft": pilot.state == Pilot.State.DRAFT,
        "running": running,
        "mine": pilot.prepared_by_id == actor.account_id,
        "seen": SeenPilot(pilot.version),
        "quarters": shown.quarters,
        "rows": [_row(shown, place) for place in shown.places],
        "missing": len(shown.missing),
        "asked": pilot.questions.splitlines(),
        "report_form": ReportForm(due, pilot.version) if running and due and not shown.over else None,
        "files": any(place.joined_at is None for place in shown.places),
        "over": shown.over,
        "refused": refused,
        "section": "pilots",
    }


def _row(shown: OnePilot, place: Place) -> dict[str, Any]:
    return {
        "place": place,
        "waits": place.body_id is not None and place.joined_at is None and shown.pilot.state == Pilot.State.OPEN,
        "cells": [_cell(shown, place, quarter) for quarter in shown.quarters],
    }


def _cell(shown: OnePilot, place: Place, quarter: Quarter) -> dict[str, str]:
    origin = shown.there.get((place.pk, quarter))
    if origin is not None:
        return {"icon": ARRIVED[origin], "words": str(Delivery.Origin(origin).label)}
    if quarter in shown.due:
        return {"icon": "warning", "words": _("fehlt")}
    return {"icon": "", "words": _("noch nicht vorbei")}


def said_wrong(wrong: Sequence[Wrong]) -> list[str]:
    """What is wrong with the rows of a file, in sentences."""
    return [str(WRONG[one.code]) % {"row": one.row, "said": one.said[:80]} for one in wrong]


def said_refused(error: FileRefused) -> str:
    """Why a file is no table."""
    return error.en if english() else error.de


def delivery_template(shown: OnePilot) -> bytes:
    """A file to fill in: a line for every place, quarter that can be delivered, measure and outcome."""
    return written(HEADS, _template_rows(shown))


def _template_rows(shown: OnePilot) -> Iterator[list[str]]:
    names = german_words()
    quarters = [quarter for quarter in shown.due if shown.frozen is None or quarter > shown.frozen]
    for place in shown.places:
        if place.joined_at is None:
            for quarter in quarters:
                for key, measure in MEASURES.items():
                    for outcome in measure.outcomes:
                        said = (names.measures[key], names.outcomes[key][outcome])
                        yield [place.municipality, str(quarter), *said, ""]


def services_page(actor: Actor) -> dict[str, Any]:
    """The pilots that name the own service; writes an access line."""
    log.read(actor, "pilot_services")
    rows = [
        {
            "named": named,
            "running": named.place.pilot.state == Pilot.State.OPEN,
            "asks": named.asks,
            "last": max(named.delivered, default=None),
            "offered": [{"quarter": quarter, "people": named.offered[quarter]} for quarter in sorted(named.offered)],
        }
        for named in named_in(actor)
    ]
    return {"rows": rows, "languages": PAPER_LANGUAGES, "section": "agreements"}
