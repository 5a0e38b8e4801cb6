"""What bodies of the invented Land tell each other and bodies outside: an address book and messages in several states."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from augenmass.access.actor import Actor, actor_for
from augenmass.directory.models import Account, Body
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.transmissions.actions.composing import Composition, transmit
from augenmass.transmissions.actions.deciding import Acceptance, accept, give_back
from augenmass.transmissions.actions.partners import PartnerForm, add_partner
from augenmass.transmissions.models import OutsideBody, Transmission
from augenmass.transmissions.rules.card import Card, CardKey, write_card
from augenmass.transmissions.rules.kinds import MessageKind, ReturnReason
from augenmass.transmissions.rules.message import Party
from augenmass.transmissions.rules.signing import key_id_of, public_text

FEWEST, NEEDED = 100, 4
OUTSIDE = (
    ("abh-fernau@fernau.example", "Ausländerbehörde Fernau", "foreigners_authority", "Fernweg 1\n09994 Fernau"),
    ("sta-auenburg@justiz.example", "Staatsanwaltschaft Auenburg", "prosecution", "Gerichtsplatz 4\n99001 Auenburg"),
    ("bundesamt@bund.example", "Bundesamt (erfundene Außenstelle)", "federal_office", "Amtsring 9\n09995 Mittelau"),
    ("register@bund.example", "Registerbehörde (erfunden)", "register_authority", ""),
)
"""Invented bodies of an address book; nobody holds the private halves of their keys."""
RULED_OUT = {
    "special_rule_opposes": "no",
    "professional_secret": "no",
    "tax_secret": "no",
    "social_data": "no",
    "youth_welfare_entrusted": "no",
    "counselling_content": "no",
}
NEEDED_FOR_IT = {**RULED_OUT, "necessity_affirmed": "yes"}
FROM_REGISTER = {**NEEDED_FOR_IT, "onward_allowed_directly": "yes", "register_block": "no"}
PERSON = ("family_name", "first_names", "date_of_birth", "nationality")


def let_bodies_tell_each_other() -> None:
    """Fill the address book, and send some messages by the ordinary actions, once after the import."""
    _address_book(_actor("sommer"))
    authority, benefits, police, town = (_actor(name) for name in ("okonkwo", "wolter", "kruse", "hartwig"))
    cases = list(Case.objects.filter(body=authority.body, officer=authority.account).order_by("number")[:NEEDED])
    theirs = Case.objects.filter(body=town.body).order_by("number").first()
    if Case.objects.count() < FEWEST or len(cases) < NEEDED:
        return
    circumstances = (*PERSON, "suspension_kind", "suspension_valid_until", "title_kind", "address_town")
    for case in cases[:2]:
        told = _send(authority, case, "leistung-auenkreis", circumstances, purpose="asylum_benefits")
    accept(benefits, told.key, Acceptance())
    breach = {**NEEDED_FOR_IT, "learned_on_duty": "yes", "police_measure_possible": "yes"}
    returned = _send(
        authority, cases[2], "polizei-auenburg", PERSON, purpose="residence_law", occasion="limit_breached", told=breach
    )
    give_back(police, returned.key, ReturnReason.PERSON_UNKNOWN)
    _ask_prosecution(authority, cases[3])
    # The benefits office took it without a file of its own, and has not answered yet.
    accept(benefits, _ask_benefits(authority, cases[0], benefits.body).key, Acceptance())
    if theirs is not None:
        _ask_for_address(town, theirs, authority)


def _ask_prosecution(actor: Actor, case: Case) -> None:
    prosecution = OutsideBody.objects.get(body=actor.body_id, kind="prosecution")
    _send(
        actor,
        case,
        None,
        PERSON,
        outside_id=prosecution.pk,
        kind=MessageKind.REQUEST,
        template="prosecution_agreement",
        purpose="return_enforcement",
        asks=("criminal_proceedings_open", "prosecution_consents"),
    )


def _ask_benefits(actor: Actor, case: Case, office: Body) -> Transmission:
    return _send(
        actor,
        case,
        office.key,
        PERSON,
        kind=MessageKind.REQUEST,
        template="benefits_request",
        purpose="residence_law",
        told=FROM_REGISTER,
        asks=("basic_income_received", "benefits_ground", "present_since"),
    )


def _ask_for_address(actor: Actor, case: Case, other: Actor) -> None:
    _send(
        actor,
        case,
        other.body.key,
        PERSON,
        kind=MessageKind.REQUEST,
        template="registration_address",
        purpose="residence_law",
        told=FROM_REGISTER,
        asks=("address_street", "address_postal_code", "address_town"),
    )


def _send(actor: Actor, case: Case, receiver: str | None, names: tuple[str, ...], **more: Any) -> Transmission:
    facts = Fact.objects.filter(case=case, name__in=names, closed_by=None, disputed_by=None).order_by("pk")
    actor.sights.clear()
    given: dict[str, Any] = {
        "key": uuid4(),
        "kind": MessageKind.TRANSMISSION,
        "reasons": "Für die Entscheidung der anderen Stelle erforderlich.",
        "facts": tuple(facts.values_list("pk", flat=True)),
        "receiver_id": Body.objects.get(key=receiver).pk if receiver is not None else None,
        "told": NEEDED_FOR_IT,
    }
    return transmit(actor, case.pk, Composition(**(given | more)))


def _address_book(administrator: Actor) -> None:
    for address, name, kind, postal in OUTSIDE:
        if OutsideBody.objects.filter(body=administrator.body_id, address=address).exists():
            continue
        public = public_text(Ed25519PrivateKey.generate())
        key = CardKey(
            id=key_id_of(public), public_key=public, valid_from=today(), valid_until=today() + timedelta(days=730)
        )
        card = Card(card="1", body=Party(address=address, name=name, kind=kind), key=key)
        add_partner(administrator, PartnerForm(write_card(card), postal=postal, compared=True))


def _actor(username: str) -> Actor:
    found = actor_for(Account.objects.get(username=username))
    assert found is not None
    return found
