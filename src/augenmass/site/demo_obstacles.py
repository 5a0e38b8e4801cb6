"""What stands in the way of the invented Land's bodies: some obstacles, joined and answered, by the ordinary actions."""

from datetime import timedelta
from uuid import uuid4

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.obstacles.actions.answering import NewAnswer, answer_obstacle
from augenmass.obstacles.actions.reporting import Report, end_concern, join_obstacle, report_obstacle
from augenmass.obstacles.models import Obstacle
from augenmass.site.command.people import actor_named


def report_some_obstacles() -> None:
    """Report, join and answer, once."""
    if Obstacle.objects.exists():
        return
    authority, town, central, ministry = (
        actor_named("okonkwo", Permission.REPORT_OBSTACLES),
        actor_named("hartwig", Permission.REPORT_OBSTACLES),
        actor_named("falk", Permission.REPORT_OBSTACLES),
        actor_named("ahlers", Permission.ANSWER_OBSTACLES),
    )
    appointments = _report(
        authority,
        "Auslandsvertretung vergibt keine Termine für Passersatzpapiere",
        "Anfragen bleiben unbeantwortet, auch über die Zentrale Rückkehrstelle. Wer freiwillig ausreisen will, wartet seit Monaten auf ein Papier.",
        95,
        "documents",
        "GE",
        "Auslandsvertretung (erfunden)",
        43,
    )
    join_obstacle(town, appointments.key, 18)
    join_obstacle(central, appointments.key, 120)
    _answer(
        ministry, appointments, "examined", 60, "Das Auswärtige Amt ist um ein Gespräch mit der Vertretung gebeten."
    )
    _answer(
        ministry,
        appointments,
        "agreed",
        12,
        "Ab dem kommenden Monat gibt es zwei Sammeltermine je Monat. Anmeldung über die Zentrale Rückkehrstelle.",
    )
    register = _report(
        town,
        "Rückmeldungen des Registers kommen nur als Papier",
        "Antworten auf elektronische Anfragen kommen per Post und müssen von Hand übertragen werden.",
        200,
        "registers",
        "",
        "Register (erfunden)",
        None,
    )
    join_obstacle(authority, register.key, 60)
    _answer(ministry, register, "solved", 20, "Die Schnittstelle ist umgestellt; Antworten kommen wieder elektronisch.")
    end_concern(authority, register.key, today() - timedelta(days=10))
    _report(
        central,
        "Zu wenige Plätze für begleitete Familien",
        "Für Familien mit mehr als drei Kindern bietet kein Beförderer Plätze am selben Tag an.",
        30,
        "transport",
        "",
        "",
        12,
    )


def _report(
    who: Actor, title: str, text: str, days: int, kind: str, state: str, concerned: str, cases: int | None
) -> Obstacle:
    since = today() - timedelta(days=days)
    return report_obstacle(who, Report(uuid4(), title, text, since, kind, state, concerned, cases))


def _answer(ministry: Actor, found: Obstacle, status: str, days: int, text: str) -> None:
    found.refresh_from_db()
    on = today() - timedelta(days=days)
    answer_obstacle(ministry, found.key, NewAnswer(uuid4(), found.version, status, on, text))
