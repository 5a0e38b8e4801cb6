"""Rows of the rooms of return, so that their pages have the size of a Land. A room that this program does not have is left out."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

REFERRED, HANDED, LEAVING, PAPERS, LIVING = 20, 10, 8, 10, 4
"""Every so manieth case is referred, lies at the residence desk, leaves, waits for papers, lives in a house."""
Filler = Callable[[Any, Any, int], None]


def course_of(entry: Any, number: int, today: date, source_id: int) -> None:
    """The days of a return, spread over two years: each case as far as its number says."""
    begun = today - timedelta(days=30 + number * 7 % 700)
    days = {"decision_issued_on": 0, "prospects_checked_on": 12, "counselling_offered_on": 20 + number % 25}
    if number % 3 == 0:
        days["departure_declared_on"] = 60
    if number % 9 == 0:
        days["departed_on"] = 90
    elif number % 11 == 0:
        days["removal_arranged_on"] = 35 + number % 30
    for name, after in days.items():
        day = begun + timedelta(days=after)
        if day <= today:
            entry.establish(name, day.isoformat(), source_id=source_id)


def fillers(actor: Any, receiver: Any) -> list[Filler]:
    """What fills a case's rows in each room that is installed."""
    from django.apps import apps

    made: list[Filler] = [_referral(actor, receiver)]
    for app, filler in (("prospects", _desk), ("departure", _departure), ("travel_papers", _papers)):
        if apps.is_installed(f"augenmass.{app}"):
            made.append(filler(actor))
    if apps.is_installed("augenmass.accommodation"):
        made.append(_resident(actor))
    return made


def _referral(actor: Any, receiver: Any) -> Filler:
    from augenmass.competence.models import Referral

    def fill(entry: Any, case: Any, number: int) -> None:
        if number % REFERRED == 0:
            at = entry.book.at
            columns = {"case": case, "number": case.number, "sender": actor.body, "receiver": receiver}
            told = {"matter": "enforcement", "provision": "AufenthG § 71 Abs. 1", "reason": "Zuständigkeit."}
            deadline = at.date() + timedelta(days=number % 30)
            entry.seal(
                Referral(**columns, **told, deadline=deadline, opened_by=actor.account, opened_at=at, changed_at=at)
            )

    return fill


def _desk(actor: Any) -> Filler:
    from augenmass.prospects.models import DeskMatter

    def fill(entry: Any, case: Any, number: int) -> None:
        if number % HANDED == 1 and not case.desk_matters.exists():
            at = entry.book.at
            due = at.date() + timedelta(days=number % 60)
            told = {"prospects": ["25_5"], "reason": "Bitte prüfen.", "due": due}
            entry.seal(DeskMatter(case=case, **told, handed_by=actor.account, handed_at=at))

    return fill


def _departure(actor: Any) -> Filler:
    from augenmass.departure.models import Departure, Member

    def fill(entry: Any, case: Any, number: int) -> None:
        if number % LEAVING == 2 and not Member.objects.filter(case=case, open=True).exists():
            at = entry.book.at
            made = Departure(case=case, opened_by=actor.account, opened_at=at, changed_at=at)
            entry.seal(made)
            entry.seal(Member(departure=made, case=case))

    return fill


def _papers(actor: Any) -> Filler:
    from augenmass.travel_papers.models import Application

    def fill(entry: Any, case: Any, number: int) -> None:
        if number % PAPERS == 3 and not case.travel_applications.exists():
            at = entry.book.at
            told = {"country": ("GEO", "SRB", "TUR")[number % 3], "kind": "substitute", "applicant": "authority"}
            filed = at.date() - timedelta(days=number % 300)
            entry.seal(Application(case=case, **told, filed_on=filed, opened_by=actor.account, opened_at=at))

    return fill


def _resident(actor: Any) -> Filler:
    from augenmass.accommodation.models import House, Resident

    house = House.objects.order_by("pk").first() or House.objects.create(
        body=actor.body, authority=actor.body, name="Haus", postcode="99001", town="Auenburg"
    )

    def fill(entry: Any, case: Any, number: int) -> None:
        if number % LIVING == 0:
            names = {"family_name": f"Erfunden {number}", "first_names": "Person", "number": str(uuid4())}
            Resident.objects.create(
                house=house, sender=house.body, receiver=actor.body, case=case, standing="present",
                since=entry.book.at, **names,
            )  # fmt: skip

    return fill
