"""Who takes part in messages: bodies of this instance and bodies of an address book, under one address."""

from dataclasses import dataclass
from datetime import date

from augenmass.directory.models import Body
from augenmass.site.configuration import configuration
from augenmass.transmissions.models import BodyKey, OutsideBody, OutsideKey
from augenmass.transmissions.rules.classes import matrix_kind, party_kind
from augenmass.transmissions.rules.message import Party
from augenmass.transmissions.rules.signing import KeyLine, problem_with


@dataclass(frozen=True, slots=True)
class Partner:
    """The other side of a message: a body of this instance or one outside, never both."""

    body: Body | None = None
    outside: OutsideBody | None = None

    @property
    def name(self) -> str:
        return self.body.name if self.body is not None else self._outside.name

    @property
    def kind(self) -> str:
        """Kind of body in the matrix; "" for one that takes no part in transmissions."""
        return (matrix_kind(self.body.kind) or "") if self.body is not None else self._outside.kind

    @property
    def party(self) -> Party:
        """As the head of a message names it."""
        return party_of(self.body) if self.body is not None else _party(self._outside)

    @property
    def postal(self) -> tuple[str, ...]:
        """Lines of the postal address under the name."""
        if self.body is not None:
            return tuple(filter(None, (self.body.street, f"{self.body.postcode} {self.body.town}".strip())))
        return tuple(line for line in self._outside.postal.splitlines() if line.strip())

    def ended(self, on: date) -> bool:
        """Whether nothing is sent there any more."""
        end = self.body.dissolved_on if self.body is not None else self._outside.closed_on
        return end is not None and end <= on

    @property
    def _outside(self) -> OutsideBody:
        assert self.outside is not None
        return self.outside


def address_of(body: Body) -> str:
    """How a body of this instance is named in messages."""
    return f"{body.key}@{configuration().message_domain}"


def party_of(body: Body) -> Party:
    """A body of this instance as the head of a message names it."""
    return Party(address=address_of(body), name=body.name, kind=party_kind(body.kind))


def _party(outside: OutsideBody) -> Party:
    return Party(address=outside.address, name=outside.name, kind=outside.kind)


def body_at(address: str) -> Body | None:
    """The body of this instance with an address, None where there is none."""
    key, _at, domain = address.partition("@")
    return Body.objects.filter(key=key).first() if domain == configuration().message_domain else None


def partner_at(address: str, owner: Body) -> Partner | None:
    """Who has an address, as a body of this instance or in the owner's address book; None for somebody unknown."""
    if (body := body_at(address)) is not None:
        return Partner(body=body)
    outside = OutsideBody.objects.filter(body=owner, address=address).first()
    return Partner(outside=outside) if outside is not None else None


def key_of(partner: Partner, key_id: str) -> KeyLine | None:
    """A key of a partner by its id, whether or not it is valid; None for one that nobody entered."""
    found: BodyKey | OutsideKey | None
    if partner.body is not None:
        found = BodyKey.objects.filter(body=partner.body, key_id=key_id).first()
    else:
        found = OutsideKey.objects.filter(outside=partner.outside, key_id=key_id).first()
    return line_of(found) if found is not None else None


def line_of(key: BodyKey | OutsideKey) -> KeyLine:
    """A stored key as the rules read it."""
    return KeyLine(key.key_id, key.public_key, key.valid_from, key.valid_until, key.revoked_on)


def valid_key(body: Body, on: date) -> BodyKey | None:
    """The newest key with which a body can sign on a day."""
    keys = BodyKey.objects.filter(body=body).order_by("-valid_from", "-pk")
    return next((key for key in keys if problem_with(line_of(key), on) is None), None)
