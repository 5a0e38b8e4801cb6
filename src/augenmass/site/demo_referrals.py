"""What bodies of the invented Land do with each other: referrals in every state and some opened cases, by the ordinary actions."""

from datetime import timedelta
from uuid import uuid4

from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Actor, Purpose, actor_for
from augenmass.competence.models import Referral
from augenmass.competence.queries import POSTCODE
from augenmass.competence.rules import BY_PLACE, CENTRAL_BODY, Matter
from augenmass.demo import land
from augenmass.directory.models import Account, Body
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.referral.actions.answering import reject_referral, return_incomplete, return_referral
from augenmass.referral.actions.opening import ReferralForm, refer_case
from augenmass.referral.actions.taking_over import Acceptance, accept_referral

FEWEST, NEEDED, IN_QUEUE = 100, 7, 4
"""In a smaller demonstration, or one without that many people in the other district, every case stays where it is."""


def let_bodies_work_together() -> None:
    """Refer some cases to and fro and open some to others, once after the import."""
    authority, town, central = _actor("okonkwo"), _actor("hartwig"), _actor("falk")
    found = _of_town(authority)
    if Case.objects.count() < FEWEST or len(found) < NEEDED:
        return
    moved = iter(found)
    waiting, returned, taken, back = (
        _refer(authority, next(moved), town, "Die Person ist in den Bezirk Talstadt gezogen.", days)
        for days in (9, 12, 14, 14)
    )
    assert waiting.state == Referral.State.IN_PROGRESS
    return_referral(town, returned.key, "Nachweis der neuen Anschrift\nDie letzte Anhörung fehlt in der Akte")
    for referral in (taken, back):
        accept_referral(town, referral.key, Acceptance(town.account_id))
    _refer(town, back.case, authority, "Die Person ist nach Auenburg zurückgezogen; die Meldung liegt bei.", 5)
    rejected = _refer(
        authority, next(moved), central, "Bitte um Übernahme des Vollzugs.", 14, Matter.ENFORCEMENT, CENTRAL_BODY
    )
    reject_referral(
        central, rejected.key, "Ein Eilantrag ist noch offen. Der Vollzug kann derzeit nicht vorbereitet werden."
    )
    _fill_the_queue(authority, central, {case.pk for case in found})
    _open(authority, next(moved), "polizei-auenburg", ("identity", "residence"), "AufenthG § 71 Abs. 5")
    _open(authority, next(moved), "jugendamt-auenkreis", ("identity", "family"), "AufenthG § 58 Abs. 1a")


def _fill_the_queue(authority: Actor, central: Actor, others: set[int]) -> None:
    """What the central office sees: some that lack something, one given back, one taken over with its clock running."""
    own = Case.objects.filter(body=authority.body, officer=authority.account, closed_at=None).exclude(pk__in=others)
    waiting = [
        _refer(authority, case, central, "Bitte um Übernahme des Vollzugs.", days, Matter.ENFORCEMENT, CENTRAL_BODY)
        for case, days in zip(own.order_by("-number")[:IN_QUEUE], (6, 10, 12, 14), strict=False)
    ]
    if len(waiting) == IN_QUEUE:
        return_incomplete(central, waiting[0].key)
        accept_referral(central, waiting[1].key, Acceptance(central.account_id, despite_missing=True))


def _actor(username: str) -> Actor:
    found = actor_for(Account.objects.get(username=username))
    assert found is not None
    return found


def _of_town(actor: Actor) -> list[Case]:
    """Cases of the authority whose people live in the district of Talstadt."""
    area = next(area for area in land.AREAS if area.body == "abh-talstadt" and area.matter == Matter.RESIDENCE)
    homes = Fact.objects.filter(name=POSTCODE, closed_by=None, value__gte=area.first, value__lte=area.last)
    return list(Case.objects.filter(body=actor.body, pk__in=homes.values("case_id")).order_by("number")[:NEEDED])


def _refer(
    sender: Actor,
    case: Case,
    receiver: Actor,
    reason: str,
    days: int,
    matter: Matter = Matter.RESIDENCE,
    provision: str = BY_PLACE,
) -> Referral:
    deadline = today() + timedelta(days=days)
    sender.sights.clear()
    return refer_case(sender, case.pk, ReferralForm(uuid4(), receiver.body_id, matter, provision, reason, deadline))


def _open(actor: Actor, case: Case, body: str, categories: tuple[str, ...], provision: str) -> None:
    last = today() + timedelta(days=60)
    to = Body.objects.get(key=body)
    grant_access(
        actor, case.pk, GrantForm(to.pk, categories, Purpose.COOPERATION, provision, "Gemeinsame Bearbeitung", last)
    )
