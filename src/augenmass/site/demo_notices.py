"""Notices of the invented police to the invented authority, and how the two work together, by the ordinary actions.

Which cases it is drawn by their number alone: independent of nationality, sex and outcome.
"""

from contextlib import suppress
from datetime import timedelta
from typing import Any
from uuid import uuid4

from augenmass.access.actor import Actor, actor_for
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.cases.models import LegalPosition
from augenmass.competence.models import Referral
from augenmass.cooperation.actions.keeping import Words, begin_standard, new_edition
from augenmass.cooperation.models import Standard
from augenmass.cooperation.rules import REVIEWED_EVERY
from augenmass.directory.models import Account, Body
from augenmass.law.time import today
from augenmass.notices.actions.asking import ask_for_ends
from augenmass.notices.actions.delivering import deliver_waiting
from augenmass.notices.actions.examining import examine, irrelevant
from augenmass.notices.actions.following import withdraw
from augenmass.notices.actions.taking import NewNotice, Returned, Taken, hand_in
from augenmass.notices.models import Notice
from augenmass.notices.rules.checking import Said
from augenmass.notices.rules.kinds import OF_PROCEEDINGS, Kind, Outcome
from augenmass.notices.rules.lawful import LAND_LAW, PROVISIONS, Statements

PEOPLE = 6
OFFENCES = ("§ 242 StGB", "§ 265a StGB", "§ 123 StGB")


class _Turn:
    """The worker's turn, done once while the demonstration is set up."""

    stopping = False

    def renew(self) -> None:
        """Nothing takes the duty over."""


def let_police_give_notice() -> None:
    """Some notices of each kind, once: examined, matched, overdue, withdrawn, without a case, and one that went back.

    A demonstration with too few cases has none.
    """
    if Notice.objects.exists():
        return
    police, officer = _actor("kruse"), _actor("okonkwo")
    people = _people(officer)
    if len(people) < PEOPLE:
        return
    starts = [
        _say(police, row, Kind.OPENED, number, days=days)
        for number, (row, days) in enumerate(zip(people, (220, 60, 40), strict=False))
    ]
    limit = _say(police, people[3], Kind.LIMIT_BREACHED, 3, days=9)
    stay = _say(police, people[4], Kind.STAY_WITHOUT_TITLE, 4, days=5)
    _say(police, people[4], Kind.EXPULSION_GROUND, 4, days=4)
    _say(police, people[5], Kind.POLICE_LAW, 5, days=3)
    wrong = _say(police, people[5], Kind.LIMIT_BREACHED, 6, days=2)
    _say(police, None, Kind.LIMIT_BREACHED, 7, days=2)
    with suppress(Returned):
        _say(police, people[0], Kind.EXPULSION_GROUND, 8, days=2, lawful=False)
    deliver_waiting(_Turn())
    case = _case(starts[1])
    assessed = FactEntry("interest_54_2_3", "yes", note="Nach der Mitteilung über die Einleitung (erfunden).")
    fact = establish_fact(officer, case.pk, assessed, None)
    examine(officer, starts[1].notice.number, [fact.pk])
    irrelevant(officer, limit.notice.number)
    examine(officer, stay.notice.number)
    withdraw(police, wrong.notice.number)
    _say(police, people[1], Kind.ENDED, 1, days=1, outcome=Outcome.NO_SUSPICION)
    _say(police, people[2], Kind.ENDED, 2, days=1, outcome=Outcome.PENAL_ORDER)
    deliver_waiting(_Turn())
    ask_for_ends(_Turn())


def settle_how_to_work_together() -> None:
    """Two regions with standards that differ, one of them past its yearly review, once."""
    if Standard.objects.exists():
        return
    police, head = _actor("kruse"), _actor("vogt")
    north = Words(
        key=uuid4(),
        contacts="Ansprechstelle der Polizeidirektion: 09990 561-20\nSachbearbeitung Rückkehr: 09990 555-31",
        forms="Mitteilung nach § 87 Abs. 4 AufenthG über Augenmaß",
        meetings="monatlich, erster Dienstag, 60 Minuten",
        exchange="Beginn und Ausgang von Strafverfahren (§ 87 Abs. 4 AufenthG)\nAufenthalt ohne Titel (§ 87 Abs. 2 Satz 1 Nr. 1 AufenthG)",
    )
    made = begin_standard(police, head.body_id, "Bezirk Auenkreis", north)
    changed = Words(
        uuid4(),
        north.contacts,
        north.forms,
        "alle zwei Wochen, Dienstag, 45 Minuten",
        north.exchange,
        "Kürzere Abstände erprobt.",
    )
    new_edition(head, made.key, changed, 1)
    south = Words(
        key=uuid4(),
        contacts="Ansprechstelle der Polizeidirektion: 09990 561-20\nLeitung Talstadt: 00400 555-12",
        forms="",
        meetings="vierteljährlich, nach Bedarf",
        exchange="Beginn und Ausgang von Strafverfahren (§ 87 Abs. 4 AufenthG)",
    )
    other = begin_standard(police, Body.objects.get(key="abh-talstadt").pk, "Bezirk Talstadt", south)
    looked = today() - REVIEWED_EVERY - timedelta(days=12)
    Standard.objects.filter(pk=other.pk).update(reviewed_on=looked, review_due=looked + REVIEWED_EVERY)


def _people(officer: Actor) -> list[LegalPosition]:
    under_way = Referral.objects.filter(state=Referral.State.IN_PROGRESS).values("case")
    rows = LegalPosition.objects.filter(body=officer.body, officer=officer.account).exclude(case__in=under_way)
    return list(rows.exclude(name="").select_related("case").order_by("-number")[:PEOPLE])


def _case(taken: Taken) -> Any:
    return Notice.objects.select_related("case").get(pk=taken.notice.pk).case


def _say(
    police: Actor,
    row: LegalPosition | None,
    kind: Kind,
    number: int,
    *,
    days: int,
    outcome: Outcome | None = None,
    lawful: bool = True,
) -> Taken:
    """One notice; without a row of somebody whom the authority does not know."""
    family, _comma, first = row.name.partition(", ") if row is not None else ("Ohnesorg", "", "Kim")
    of_proceedings, police_law = kind in OF_PROCEEDINGS, kind is Kind.POLICE_LAW
    said = Said(
        kind=kind,
        occurred_on=today() - timedelta(days=days),
        family_name=family,
        first_names=first,
        reference=f"{140 + number} Js {2000 + number}/26" if of_proceedings else "",
        offences=OFFENCES[number % len(OFFENCES)] if of_proceedings else "",
        text="" if of_proceedings else "Bei einer Kontrolle bekannt geworden (erfunden).",
        outcome=outcome,
    )
    new = NewNotice(
        key=uuid4(),
        receiver_id=_actor("okonkwo").body_id,
        said=said,
        provision=(LAND_LAW if police_law else PROVISIONS[kind][0]) if lawful else "",
        statements=Statements(True, True, True, True),
        land_law="§ 41 Abs. 2 PolG Mittelau (erfunden)" if police_law else "",
        file_number=row.number if row is not None else "",
    )
    return hand_in(police, new)


def _actor(username: str) -> Actor:
    found = actor_for(Account.objects.get(username=username))
    assert found is not None
    return found
