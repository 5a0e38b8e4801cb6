"""What the invented authority has settled before its release, by the ordinary actions; some of it is left open to try."""

from datetime import timedelta
from uuid import uuid4

from augenmass.access.actor import Actor, actor_for
from augenmass.directory.models import Account
from augenmass.gate.actions.items import NewAdoption, confirm_adoption, record_adoption
from augenmass.gate.models import Adoption
from augenmass.law.time import today

SETTLED = {
    "record_of_processing": "Verzeichnis der Stelle, Nummer 41 (erfunden)",
    "processing": "Vertrag mit dem Betrieb Augenmaß Mittelau, Akte 10-2026/17 (erfunden)",
    "impact_assessment": "Akte 10-2026/22, Beschluss der Leitung nach Stellungnahme des Datenschutzes (erfunden)",
}
WAITING = "land_profile"


def settle_some_items() -> None:
    """Record some items of the authority and confirm all but one, once."""
    officer, head = _actor("reimann"), _actor("vogt")
    if Adoption.objects.filter(body=officer.body).exists():
        return
    for item, says in SETTLED.items():
        confirm_adoption(head, record_adoption(officer, item, _told(says)).key)
    record_adoption(officer, WAITING, _told("Abgleich mit der Bekanntmachung des Ministeriums (erfunden)"))


def _told(says: str) -> NewAdoption:
    return NewAdoption(uuid4(), Adoption.Kind.ADOPTED, says, today(), today() + timedelta(days=730))


def _actor(username: str) -> Actor:
    found = actor_for(Account.objects.get(username=username))
    assert found is not None
    return found
