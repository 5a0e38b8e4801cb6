"""The invented pilot: prepared by one person, opened by another, delivered as a file, reported twice, by the ordinary actions."""

import random
import secrets
from datetime import timedelta
from uuid import uuid4

from django.db import transaction

from augenmass.access.actor import Actor
from augenmass.demo import pilot as invented
from augenmass.directory.roles import Permission
from augenmass.evaluation.actions.counting import count_due, join_pilot
from augenmass.evaluation.actions.delivering import take_delivery
from augenmass.evaluation.actions.offering import enter_offered
from augenmass.evaluation.actions.preparing import NewPlace, Plan, add_place, open_pilot, prepare_pilot
from augenmass.evaluation.actions.reporting import make_report
from augenmass.evaluation.actions.sheets import Sheet, hand_in
from augenmass.evaluation.models import Pilot, Place
from augenmass.evaluation.rules.counting import counted_from
from augenmass.evaluation.rules.delivery_file import HEADS
from augenmass.evaluation.rules.measures import MEASURES
from augenmass.evaluation.words import german_words
from augenmass.law.quarters import Quarter, through
from augenmass.law.time import today, travel
from augenmass.record.spreadsheet import written
from augenmass.site.command.people import actor_named

QUARTERS = 6
SHEETS = 96


def evaluate_a_pilot() -> None:
    """Prepare, open, deliver and report, once."""
    if Pilot.objects.exists():
        return
    who, second = actor_named("hagen", Permission.PILOTS), actor_named("ostermann", Permission.PILOTS)
    quarters = _quarters()
    with travel(quarters[0].first - timedelta(days=20)):
        made = _prepare(who, quarters)
        open_pilot(second, made.key, _seen(made))
        own = Place.objects.get(pilot=made, number=1)
        join_pilot(actor_named("nowak", Permission.AGREEMENTS), own.key)
    _offer(own, quarters)
    take_delivery(who, made.key, _seen(made), _file(quarters))
    for _delivery in count_due():
        pass
    with travel(quarters[-1].last):
        _answer(made)
    make_report(who, made.key, _seen(made), quarters[2])
    make_report(who, made.key, _seen(made), quarters[-1])


def _offer(own: Place, quarters: list[Quarter]) -> None:
    """What the service here enters at the end of each quarter."""
    counsellor = actor_named("nowak", Permission.AGREEMENTS)
    for quarter, people in zip(quarters, invented.OFFERED, strict=True):
        with travel(quarter.last):
            enter_offered(counsellor, own.key, quarter, people)


def _quarters() -> list[Quarter]:
    """The last six quarters that can be counted today."""
    found = list(through(Quarter(today().year - 3, 1), Quarter.of(today())))
    return [quarter for quarter in found if counted_from(quarter) <= today()][-QUARTERS:]


def _prepare(who: Actor, quarters: list[Quarter]) -> Pilot:
    made = prepare_pilot(who, uuid4(), Plan(invented.NAME, quarters[0], quarters[-1], invented.QUESTIONS))
    for place in (invented.OWN, *invented.PLACES):
        body = "migrationsberatung-auenkreis" if place is invented.OWN else ""
        add_place(who, made.key, _seen(made), NewPlace(place.municipality, place.name, place.service, body))
    return made


def _file(quarters: list[Quarter]) -> bytes:
    """What eighteen places deliver that work with other programs."""
    draw, names = random.Random(invented.SEED), german_words()
    rows = []
    for place in invented.PLACES:
        for number, quarter in enumerate(quarters):
            for key, counts in invented.counts(place, number, draw).items():
                for outcome, count in zip(MEASURES[key].outcomes, counts, strict=True):
                    said = (names.measures[key], names.outcomes[key][outcome])
                    rows.append([place.municipality, str(quarter), *said, str(count)])
    return written(HEADS, rows)


def _answer(made: Pilot) -> None:
    draw = random.Random(invented.SEED)
    with transaction.atomic():
        for answers in invented.sheets(SHEETS, draw):
            hand_in(Sheet(made.key, secrets.token_hex(16)), answers)


def _seen(made: Pilot) -> int:
    made.refresh_from_db(fields=["version"])
    return made.version
