"""The deadline book as its pages show it."""

from itertools import groupby
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.names import deadlines_of_rooms
from augenmass.cases.queries.case import english
from augenmass.directory.roles import Permission
from augenmass.doors.desk.pages.names import deadline_name
from augenmass.doors.desk.pages.work import name_of, paginated, standing_sentence, tabs_of
from augenmass.law.norms.statutes import cite_text
from augenmass.lawbook.in_force import in_force
from augenmass.work.models import BookedDeadline
from augenmass.work.queries.deadlines import READINGS, WINDOWS, DeadlineFilter, DeadlineLine
from augenmass.work.queries.paging import Page
from augenmass.work.queries.standing_in import Standing


def chosen_deadlines(query: QueryDict) -> DeadlineFilter:
    """The filter in an address; an unknown window or reading gives the usual one."""
    window, reading = query.get("zeitraum", "week"), query.get("lesung", "")
    return DeadlineFilter(
        window=window if window in WINDOWS else "week",
        rule=query.get("frist", "")[:80],
        mine=query.get("wer") == "ich",
        reading=reading if reading in READINGS else "",
    )


def book_page(
    who: Standing, chosen: DeadlineFilter, found: Page[DeadlineLine], counts: dict[str, int], query: QueryDict
) -> dict[str, Any]:
    """The context of the book: rows by day, tabs of windows with counts, what the filters offer."""
    labels = {
        "overdue": _("Abgelaufen"),
        "today": _("Heute"),
        "week": _("In 7 Tagen"),
        "month": _("In einem Monat"),
        "all": _("Alle"),
    }
    rows: list[dict[str, Any]] = [
        {"line": line, "title": deadline_name(line.rule), "name": name_of(line.case)} for line in found.rows
    ]
    law = in_force()
    return {
        "found": found,
        "days": [(day, list(group)) for day, group in groupby(rows, key=lambda row: row["line"].day)],
        "page": paginated(found),
        "tabs": tabs_of(reverse("deadlines"), "zeitraum", labels, chosen.window, counts, query),
        "rules": sorted(
            ((key, deadline_name(key)) for key in (*(rule.id for rule in law.deadlines), *deadlines_of_rooms)),
            key=lambda pair: pair[1],
        ),
        "readings": [("waiting", _("zweite Lesung steht aus")), ("confirmed", _("bestätigt"))],
        "chosen": chosen,
        "applied": sum((bool(chosen.rule), chosen.mine, bool(chosen.reading))),
        "standing": standing_sentence(who),
        "section": "deadlines",
    }


def deadline_page(actor: Actor, booked: BookedDeadline) -> dict[str, Any]:
    """The context of one entered deadline."""
    language = "en" if english() else "de"
    steps = [(step.get(language) or step.get("de", ""), cite_text(step.get("cite", ""))) for step in booked.computed]
    running = booked.ended_by_id is None and booked.confirmed_by_id is None
    first = booked.first_reader_id == actor.account_id
    return {
        "booked": booked,
        "case": booked.case,
        "name": name_of(booked.case),
        "title": deadline_name(booked.rule),
        "steps": steps,
        "may_confirm": running and not first and actor.may(Permission.TAKE_STEPS),
        "waits_for_another": running and first,
        "section": "deadlines",
    }
