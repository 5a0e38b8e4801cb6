"""Case conferences of the invented Land's bodies, one in each state, by the ordinary actions."""

from datetime import timedelta
from uuid import UUID, uuid4

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.conferences.actions.advising import send_link
from augenmass.conferences.actions.basing import Grounds
from augenmass.conferences.actions.following import finish_measure
from augenmass.conferences.actions.giving import NewItem, give_item
from augenmass.conferences.actions.holding import (
    accept_statement,
    close_conference,
    end_meeting,
    open_meeting,
    release_minutes,
    say_of_minutes,
    time_point,
)
from augenmass.conferences.actions.requesting import (
    Meeting,
    Request,
    accept_request,
    add_point,
    give_request_back,
    request_conference,
)
from augenmass.conferences.actions.seating import Adviser, add_adviser, add_officer
from augenmass.conferences.models import Conference, Item, Participant
from augenmass.directory.roles import Permission
from augenmass.law.time import now, today
from augenmass.site.command.people import actor_named

ANSWERS = {
    "special_rule_opposes": "no",
    "professional_secret": "no",
    "tax_secret": "no",
    "social_data": "no",
    "youth_welfare_entrusted": "no",
    "counselling_content": "no",
    "register_block": "no",
    "necessity_affirmed": "yes",
    "on_request": "yes",
    "register_suffices": "no",
    "same_purpose": "yes",
}
LAND_LAW = "BDSG/1/1/1/2"
REASON = "Ohne diese Angabe können die beteiligten Stellen den gemeinsamen nächsten Schritt nicht verabreden."


def hold_conferences() -> None:
    """Hold one conference in each state, once."""
    if Conference.objects.exists():
        return
    table = _Table()
    table.request("Zuständigkeit nach Umzug")
    table.send_back(table.request("Frage zu einem einzelnen Termin"))
    table.accept(table.request("Familie mit Schulkindern"), today_plus=6)
    table.meet()
    table.with_minutes()
    table.closed()


class _Table:
    """Who sits at the demonstration's table."""

    def __init__(self) -> None:
        self.officer, self.head, self.police, self.youth, self.central = (
            actor_named(name, Permission.CONFERENCES) for name in ("okonkwo", "vogt", "kruse", "thiele", "falk")
        )

    def request(self, title: str, points: int = 1) -> Conference:
        with reading_for(self.officer):
            made = request_conference(
                self.officer,
                Request(
                    uuid4(),
                    title,
                    "Mehrere Stellen warten auf die Entscheidung der jeweils anderen. Zu klären ist, wer welchen Schritt zuerst geht und bis wann.",
                    ("several_bodies", "not_bilateral", "impasse"),
                    "yes",
                    "",
                    self.officer.body_id,
                    "residence_law",
                    "§ 71 Abs. 1 AufenthG",
                ),
            )
            for number in range(1, points + 1):
                add_point(self.officer, made.key, uuid4(), f"Fall {number}", 15, None)
            for other in (self.police, self.youth):
                add_officer(self.officer, made.key, other.account_id, other.body_id)
        return made

    def send_back(self, found: Conference) -> None:
        with reading_for(self.head):
            give_request_back(
                self.head, found.key, "Zwei Stellen können das in einem Gespräch klären; eine Übermittlung reicht."
            )

    def accept(self, found: Conference, today_plus: int = 0) -> Conference:
        when = now() + timedelta(days=today_plus, minutes=15)
        meeting = Meeting(when, 60, "Rathaus, Raum 204", "https://konferenz.example/augenmass")
        with reading_for(self.head):
            accept_request(self.head, found.key, meeting)
        return found

    def opened(self, title: str) -> Conference:
        found = self.accept(self.request(title, points=2))
        with reading_for(self.officer):
            open_meeting(self.officer, found.key)
        for one in (self.officer, self.police, self.youth, self.head):
            with reading_for(one):
                accept_statement(one, found.key)
        first = found.points.order_by("place").first()
        assert first is not None
        with reading_for(self.officer):
            time_point(self.officer, found.key, first.key)
        return found

    def meet(self) -> None:
        """A meeting that is going on, with somebody who joined late and an adviser of the person."""
        found = self.opened("Gemeinsames Vorgehen nach Stillstand")
        self._talk(found)
        with reading_for(self.officer):
            add_officer(self.officer, found.key, self.central.account_id, self.central.body_id)
            adviser = add_adviser(
                self.officer,
                found.key,
                Adviser(
                    uuid4(),
                    "Rechtsanwältin Mara Feld (erfunden)",
                    "Kanzlei Feld",
                    "kanzlei.feld@example.org",
                    today() + timedelta(days=60),
                ),
            )
        self._tell(
            self.officer,
            found,
            "Die Fallkonferenz prüft, ob eine Verlängerung bis zum Ende des Schuljahres möglich ist.",
            keys=(adviser.key,),
        )
        with reading_for(self.officer):
            send_link(
                self.officer, found.key, adviser.key, lambda token: f"https://augenmass.example/beistand/{token}/"
            )

    def with_minutes(self) -> None:
        """Minutes that wait for approval; one measure is open, one is done."""
        found = self.opened("Reisedokument und Wohnung")
        done = self._talk(found)
        with reading_for(self.officer):
            end_meeting(self.officer, found.key, today() + timedelta(days=90))
            edition = release_minutes(self.officer, found.key)
        with reading_for(self.police):
            finish_measure(self.police, done.key, "Rückmeldung ist gegeben.")
            say_of_minutes(self.police, found.key, edition.number, True)
        with reading_for(self.youth):
            say_of_minutes(
                self.youth, found.key, edition.number, False, "Die Zeit für den zweiten Punkt fehlt im Protokoll."
            )

    def closed(self) -> None:
        """A conference that is over: minutes approved by everybody, measures done."""
        found = self.opened("Unterbringung nach der Schule")
        self._talk(found)
        with reading_for(self.officer):
            end_meeting(self.officer, found.key, today() + timedelta(days=120))
        for measure in Item.objects.filter(conference=found, kind="measure").select_related("measure__owner"):
            owner = self.police if measure.giver_body_id == self.police.body_id else self.officer
            with reading_for(owner):
                finish_measure(owner, measure.key, "Ist erledigt.")
        with reading_for(self.officer):
            edition = release_minutes(self.officer, found.key)
        for one in (self.officer, self.head, self.police, self.youth):
            with reading_for(one):
                say_of_minutes(one, found.key, edition.number, True)
        with reading_for(self.officer):
            close_conference(self.officer, found.key)

    def _talk(self, found: Conference) -> Item:
        """What is said: to different receivers, one thing kept back, a decision, dissent, two promises. Returns the promise of the police."""
        due = today() + timedelta(days=21)
        self._tell(self.police, found, "Die gemeldete Anschrift wurde bei zwei Besuchen bestätigt.", (self.officer,))
        self._tell(
            self.youth, found, "Die Kinder besuchen bis Juli die Grundschule am Ort.", (self.officer,), nature="opinion"
        )
        self._tell(
            self.youth,
            found,
            "",
            (self.officer, self.police),
            kind="not_shared",
            data_class="health",
            reason="social_data",
        )
        decided = self._tell(
            self.officer,
            found,
            "Zuerst klärt die Ausländerbehörde die Verlängerung, dann wird neu beraten.",
            (self.head, self.police, self.youth),
            kind="decision",
        )
        self._tell(
            self.youth,
            found,
            "Die Beratung der Familie sollte vor jeder Entscheidung stehen.",
            (self.officer, self.police),
            kind="dissent",
            data_class="none",
            about=decided.key,
        )
        self._tell(
            self.officer,
            found,
            "Termin zur Verlängerung anbieten.",
            (self.police, self.youth),
            kind="measure",
            due=due,
        )
        return self._tell(
            self.police,
            found,
            "Der Ausländerbehörde die Meldeanschrift schriftlich geben.",
            (self.officer,),
            kind="measure",
            due=due,
        )

    def _tell(
        self,
        who: Actor,
        found: Conference,
        text: str,
        to: tuple[Actor, ...] = (),
        keys: tuple[UUID, ...] = (),
        **other: object,
    ) -> Item:
        seats = Participant.objects.filter(conference=found, ended_at=None)
        chosen = keys or tuple(seats.get(account=one.account_id, body=one.body_id).key for one in to)
        point = found.points.order_by("place").first()
        said = {
            "key": uuid4(),
            "kind": "information",
            "text": text,
            "nature": "fact",
            "data_class": "residence",
            "purpose": "residence_law",
            "point": point.key if point is not None else None,
        }
        item = NewItem(**(said | other))  # type: ignore[arg-type]
        with reading_for(who):
            return give_item(who, found.key, item, Grounds(chosen, ANSWERS, reason=REASON, provision=LAND_LAW))
