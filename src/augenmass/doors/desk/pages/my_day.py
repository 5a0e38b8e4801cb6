"""Mein Tag as the page shows it."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.support import waiting_at
from augenmass.accommodation.queries import new_reports, unmatched_count
from augenmass.agreements.queries.agreements import may_counsel, waiting_for
from augenmass.agreements.queries.interpreting import without_interpreter
from augenmass.cases.models import LegalPosition, PositionMark
from augenmass.cases.queries.export import waiting_exports
from augenmass.competence.queries import waiting_referrals
from augenmass.conferences.queries.conferences import own_measures
from augenmass.conferences.queries.seats import may_take_part
from augenmass.cooperation.queries import overdue_standards
from augenmass.directory.roles import Permission
from augenmass.doors.desk.pages.accommodation import report_lines
from augenmass.doors.desk.pages.names import deadline_name, doubt_name
from augenmass.doors.desk.pages.work import lines, name_of, standing_sentence
from augenmass.notices.queries.inbox import waiting as notices_waiting
from augenmass.transmissions.queries.received import waiting_messages
from augenmass.work.models import IncomingPost
from augenmass.work.queries.my_day import MyDay
from augenmass.work.queries.sections import Section


def my_day_page(actor: Actor, found: MyDay) -> dict[str, Any]:
    """The context: tiles with counts and links, and the short lists."""
    waiting = found.tasks["waiting"].count + found.post["given"].count
    tasks = reverse("tasks")
    tiles = [
        (_("überfällig"), found.tasks["overdue"].count, f"{tasks}?teil=overdue"),
        (_("heute fällig"), found.tasks["today"].count, f"{tasks}?teil=today"),
        (_("Wiedervorlagen"), found.tasks["resubmission"].count, f"{tasks}?teil=resubmission"),
        (_("Post für Sie"), found.post["mine"].count, f"{reverse('post')}?ansicht=mine"),
        (_("warten auf andere"), waiting, "#warten"),
        (_("Fälle mit Zweifeln"), found.doubts.count, reverse("my_doubts")),
        (_("Papiere laufen ab"), found.expiring.count, reverse("my_expiring")),
    ]
    referred = waiting_referrals(actor)
    if actor.may(Permission.REFER):
        tiles.append((_("Abgaben an Ihre Stelle"), referred, f"{reverse('referrals')}?ansicht=incoming"))
    reports = new_reports(actor, found.standing)
    unmatched = unmatched_count(actor)
    if unmatched:
        tiles.append((_("Meldungen ohne Fall"), unmatched, reverse("residents_unmatched")))
    standards = overdue_standards(actor)
    if standards:
        tiles.append((_("Standards zu prüfen"), standards, reverse("standards")))
    unassigned = notices_waiting(actor)
    if unassigned:
        tiles.append((_("Mitteilungen ohne Fall"), unassigned, f"{reverse('notices')}?ansicht=unassigned"))
    messages = waiting_messages(actor)
    if actor.may(Permission.RECEIVE):
        tiles.append((_("Nachrichten anderer Stellen"), messages, reverse("transmissions")))
    agreed = waiting_for(actor) if may_counsel(actor) else 0
    if may_counsel(actor):
        tiles.insert(0, (_("Vereinbarungen mit Termin"), agreed, f"{reverse('agreements')}?ansicht=due"))
    unheard = without_interpreter(actor)
    if actor.may(Permission.SECOND_SIGNATURE):
        tiles.insert(3, (_("zu unterzeichnen"), found.tasks["to_sign"].count, f"{tasks}?teil=to_sign"))
    if not actor.may(Permission.READ_CASES):
        tiles = tiles[:1] if may_counsel(actor) else []
    promised = own_measures(actor).count() if may_take_part(actor) else 0
    if promised:
        tiles.append((_("Zugesagte Maßnahmen"), promised, f"{reverse('conferences')}#massnahmen"))
    return {
        "day": found.day,
        "counsels": may_counsel(actor),
        "nothing": found.empty
        and not referred
        and not messages
        and not reports.count
        and not unmatched
        and not agreed
        and not promised
        and not unheard,
        "unheard": unheard,
        "standing": standing_sentence(found.standing),
        "decisions": decisions(actor),
        "tiles": [{"label": label, "count": count, "address": address} for label, count, address in tiles],
        "cards": _cards(found),
        "reports": reports,
        "report_lines": report_lines(reports.rows),
        "waiting": {
            "tasks": found.tasks["waiting"],
            "lines": lines(found.tasks["waiting"].rows),
            "post": found.post["given"],
        },
        "waiting_count": waiting,
        "post": found.post["mine"],
        "post_lines": post_lines(found.post["mine"].rows),
        "given_lines": post_lines(found.post["given"].rows),
        "doubts": found.doubts,
        "doubt_lines": doubt_lines(found.doubts.rows),
        "expiring": found.expiring,
        "expiring_lines": deadline_lines(found.expiring.rows),
    }


def decisions(actor: Actor) -> list[dict[str, str]]:
    """What waits for the actor as the second person: lists that shall go out, looks that the operator asks for."""
    lists = [
        {
            "title": _("%(name)s möchte eine Liste mit %(rows)s Fällen ausgeben")
            % {"name": asked.account.name, "rows": number_format(asked.rows, force_grouping=True)},
            "note": asked.reason,
            "address": reverse("exports"),
        }
        for asked in waiting_exports(actor)
    ]
    looks = [
        {
            "title": _("Der Betrieb (%(name)s) bittet um Einsicht") % {"name": asked.account.name},
            "note": asked.reason,
            "address": reverse("support"),
        }
        for asked in waiting_at(actor)
        if asked.account_id != actor.account_id
    ]
    return lists + looks


def _cards(found: MyDay) -> list[dict[str, Any]]:
    titles = {
        "overdue": _("Überfällig"),
        "today": _("Heute fällig"),
        "resubmission": _("Wiedervorlagen"),
        "to_sign": _("Warten auf Ihre Unterschrift"),
        "to_read": _("Fristen zum Nachrechnen"),
    }
    return [_card(name, title, found.tasks[name]) for name, title in titles.items() if found.tasks[name].count]


def _card(name: str, title: str, part: Section[Any]) -> dict[str, Any]:
    address = f"{reverse('tasks')}?teil={name}"
    return {"key": name, "title": title, "part": part, "lines": lines(part.rows), "address": address}


def post_lines(rows: Iterable[IncomingPost]) -> list[dict[str, Any]]:
    """Post with the name of its case."""
    return [{"post": post, "name": name_of(post.case)} for post in rows]


def doubt_lines(rows: Iterable[LegalPosition]) -> list[dict[str, Any]]:
    """Positions with the words of their doubts."""
    return [{"position": row, "doubts": [doubt_name(key) for key in row.content["doubts"]]} for row in rows]


def deadline_lines(rows: Iterable[PositionMark]) -> list[dict[str, Any]]:
    """Marks with the word of their deadline and the name of their case."""
    return [{"mark": row, "title": deadline_name(row.key), "name": name_of(row.case)} for row in rows]
