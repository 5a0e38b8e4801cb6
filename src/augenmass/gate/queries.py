"""How a body stands before its release for live data: items, checks of the program, and whether measures of staff may be made."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import DatabaseError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Body
from augenmass.directory.roles import GIVEN_IN, Permission, Role
from augenmass.gate.checks import CHECKS
from augenmass.gate.models import Adoption, GateRelease
from augenmass.gate.rules import BY_KEY, ITEMS, STAFF_AGREEMENT, State, Words, overtaken, state_of
from augenmass.gate.versions import present
from augenmass.law.time import today

MAY_RECORD = (Permission.ADMINISTER, Permission.READ_ACCESS_LOG, Permission.SECOND_SIGNATURE)
MAY_LOOK = (*MAY_RECORD, Permission.OPERATE)
Office = GateRelease.Office


@dataclass(frozen=True, slots=True)
class Line:
    """One item or check: how it stands, who clears it, what is missing, and the record that counts or waits."""

    key: str
    title: Words
    says: Words
    who: Words
    provision: Words
    draft: str
    state: State
    missing: str
    adoption: Adoption | None
    waiting: Adoption | None
    technical: bool
    kinds: tuple[str, ...]
    """Kinds of adoption that can be recorded for it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A body before its release. ``release``: the one that is proposed or confirmed and not withdrawn."""

    body: Body
    lines: tuple[Line, ...]
    release: GateRelease | None

    @property
    def open(self) -> list[Line]:
        """What stands in the way."""
        return [line for line in self.lines if not line.state.clear]

    @property
    def confirmed(self) -> bool:
        return self.release is not None and self.release.confirmed_at is not None

    @property
    def released(self) -> bool:
        """Whether live data may be kept: confirmed, and no document lapsed or was withdrawn since."""
        return self.confirmed and all(line.state.clear for line in self.lines if not line.technical)

    @property
    def well(self) -> bool:
        """Released, and the program finds nothing wrong either."""
        return self.confirmed and not self.open


def needs_release(body: Body) -> bool:
    """Whether people work in the body with data of living persons: not in a court or in the operation itself."""
    return body.kind in GIVEN_IN and (body.dissolved_on is None or body.dissolved_on > today())


def head_right(body: Body) -> Permission:
    """The right of the office "head": the second signature where the body has such a role, else its administration."""
    signs = Role.APPROVER in GIVEN_IN.get(body.kind, frozenset())
    return Permission.SECOND_SIGNATURE if signs else Permission.ADMINISTER


def offices_of(actor: Actor) -> frozenset[Office]:
    """The offices in whose name the actor can propose or confirm the release of their body."""
    rights = {Office.DATA_PROTECTION: Permission.READ_ACCESS_LOG, Office.HEAD: head_right(actor.body)}
    return frozenset(office for office, right in rights.items() if actor.may(right))


def standing(body: Body) -> Standing:
    """How a body stands, with everything that the program looks at itself. For pages and the command, not for every request."""
    told = _by_item(body)
    lines = [_item_line(told.get(item.key, []), item.key) for item in ITEMS]
    lines += [_check_line(told.get(check.key, []), index) for index, check in enumerate(CHECKS)]
    return Standing(body, tuple(lines), current_release(body))


def standing_of(actor: Actor) -> Standing | None:
    """How the actor's own body stands; None for the operation and others that need no release. Raises ``NotPermitted``."""
    _require_one(actor, MAY_LOOK)
    return standing(actor.body) if needs_release(actor.body) else None


def standings() -> list[Standing]:
    """Every body that needs a release and in which somebody holds a role today; for the command and the operation."""
    with as_system(SystemRole.COMMAND):
        return [standing(body) for body in _working_bodies()]


def states_of_bodies(actor: Actor) -> list[tuple[Body, bool]]:
    """Which bodies are released, for the operation; nothing of what they recorded. Raises ``NotPermitted``."""
    actor.require(Permission.OPERATE)
    with as_system(SystemRole.EVALUATION):  # whether, nothing of what was recorded
        bodies = _working_bodies()
        released = _released_among(bodies)
    return [(body, body.pk in released) for body in bodies]


def technical_lines(actor: Actor) -> list[Line]:
    """What the program finds itself, for the operation, which clears it. Raises ``NotPermitted``."""
    actor.require(Permission.OPERATE)
    return [_check_line([], index) for index in range(len(CHECKS))]


def adoption_of(actor: Actor, key: UUID) -> Adoption:
    """An adoption of the own body. Raises ``Adoption.DoesNotExist`` and ``NotPermitted``."""
    _require_one(actor, MAY_RECORD)
    return adoptions_of(actor.body).get(key=key)


def line_of(actor: Actor, key: str) -> Line | None:
    """One item or check of the own body; None where there is no such. Raises ``NotPermitted``."""
    _require_one(actor, MAY_RECORD)
    told = list(adoptions_of(actor.body).filter(item=key))
    if key in BY_KEY:
        return _item_line(told, key)
    index = next((index for index, check in enumerate(CHECKS) if check.key == key), None)
    return None if index is None else _check_line(told, index)


def adoptions_of(body: Body) -> QuerySet[Adoption]:
    """Everything that a body recorded, newest first."""
    return Adoption.objects.filter(body=body).select_related("recorded_by", "confirmed_by", "withdrawn_by")


def history_of(actor: Actor, item: str) -> list[Adoption]:
    """What was recorded of an item and no longer counts: withdrawn, or overtaken by a newer one. Raises ``NotPermitted``."""
    _require_one(actor, MAY_RECORD)
    told = list(adoptions_of(actor.body).filter(item=item))
    _now, counts = _state(told, item)
    return [found for found in told if found.withdrawn or (found.confirmed and found is not counts)]


def current_release(body: Body) -> GateRelease | None:
    """The release that is proposed or confirmed and not withdrawn."""
    found = GateRelease.objects.filter(body=body, withdrawn_at=None)
    return found.select_related("proposed_by", "confirmed_by").first()


def past_releases(actor: Actor) -> list[GateRelease]:
    """Withdrawn releases and proposals of the own body, newest first. Raises ``NotPermitted``."""
    _require_one(actor, MAY_RECORD)
    found = GateRelease.objects.filter(body=actor.body_id).exclude(withdrawn_at=None)
    return list(found.select_related("proposed_by", "confirmed_by", "withdrawn_by"))


def is_released(body: Body) -> bool:
    """Whether a body may keep live data: its release is confirmed and every document of it counts today."""
    return body.pk in _released_among([body])


def unreleased(actor: Actor | None) -> bool:
    """Whether a page has to say that no live data may be kept: in production, until the body of the reader is released.

    Where nobody signed in, or somebody of the operation, it is said as long as any body is not released.
    """
    if not settings.PRODUCTION:
        return False
    try:
        found = _unreleased(actor)
    except (DatabaseError, psycopg.Error):
        return unreleased_when_last_asked(actor)  # the page that tells of the failure must not fail too
    _said[_asked_of(actor)] = found
    return found


def unreleased_when_last_asked(actor: Actor | None) -> bool:
    """What ``unreleased`` last said in this process, for pages that cannot ask the database; yes where it was never asked."""
    return settings.PRODUCTION and _said.get(_asked_of(actor), True)


_said: dict[int | None, bool] = {}
"""By the id of the body; None: of all bodies."""


def _asked_of(actor: Actor | None) -> int | None:
    return actor.body_id if actor is not None and needs_release(actor.body) else None


def _unreleased(actor: Actor | None) -> bool:
    if actor is not None and needs_release(actor.body):
        return not is_released(actor.body)
    with as_system(SystemRole.EVALUATION):  # whether, nothing of what was recorded
        bodies = _working_bodies()
        return not bodies or len(_released_among(bodies)) < len(bodies)


def staff_measures_allowed(body: Body) -> bool:
    """Whether anything may be counted about the work of a body's staff. Asked by everything that would; nothing else decides.

    The operation must have switched it on, the body must be released, and an agreement with the staff's representation must be
    there (an item said not to apply is none). A measure counts units, never single persons; the one exception, for the data
    protection officer alone, is in ``gate.volume`` with its reason.
    """
    if not settings.STAFF_MEASURES:
        return False
    if not settings.PRODUCTION:
        return True  # everybody is invented
    agreed, _which = _state(list(adoptions_of(body).filter(item=STAFF_AGREEMENT)), STAFF_AGREEMENT)
    return agreed is State.SETTLED and is_released(body)


def _working_bodies() -> list[Body]:
    day = today()
    held = Q(memberships__valid_to=None) | Q(memberships__valid_to__gte=day)
    found = Body.objects.filter(held, memberships__valid_from__lte=day, memberships__account__is_active=True)
    return [body for body in found.distinct() if needs_release(body)]


def _released_among(bodies: Collection[Body]) -> set[int]:
    """Ids of the bodies that are released; two queries however many there are."""
    confirmed = GateRelease.objects.filter(body__in=bodies, withdrawn_at=None, confirmed_at__isnull=False)
    asked = set(confirmed.values_list("body_id", flat=True))
    if not asked:
        return set()
    told: dict[tuple[int, str], list[Adoption]] = {}
    for adoption in Adoption.objects.filter(body__in=asked):
        told.setdefault((adoption.body_id, adoption.item), []).append(adoption)
    return {body for body in asked if all(_state(told.get((body, item.key), []), item.key)[0].clear for item in ITEMS)}


def _by_item(body: Body) -> dict[str, list[Adoption]]:
    told: dict[str, list[Adoption]] = {}
    for adoption in adoptions_of(body):
        told.setdefault(adoption.item, []).append(adoption)
    return told


def _item_line(told: list[Adoption], key: str) -> Line:
    item = BY_KEY[key]
    state, counts = _state(told, key)
    kinds = Adoption.Kind
    return Line(
        key=key,
        title=item.title,
        says=item.says,
        who=item.who,
        provision=item.provision,
        draft=item.draft,
        state=state,
        missing=_missing(state, counts),
        adoption=counts,
        waiting=_waiting(told),
        technical=False,
        kinds=(kinds.ADOPTED, kinds.NOT_NEEDED) if item.can_be_needless else (kinds.ADOPTED,),
    )


def _check_line(told: list[Adoption], index: int) -> Line:
    check = CHECKS[index]
    missing = check.look()
    state, counts = _state(told, check.key)
    if not missing:
        state = State.SETTLED
    elif not check.excusable:
        state = State.MISSING
    return Line(
        key=check.key,
        title=check.title,
        says="",
        who=check.who,
        provision="",
        draft="",
        state=state,
        missing=missing,
        adoption=counts if missing and check.excusable else None,
        waiting=_waiting(told),
        technical=True,
        kinds=(Adoption.Kind.EXCEPTION,) if missing and check.excusable else (),
    )


def _state(told: list[Adoption], key: str) -> tuple[State, Adoption | None]:
    return state_of(told, today(), present().get(key, ""))


def _missing(state: State, counts: Adoption | None) -> str:
    if state is State.LAPSED and counts is not None and not overtaken(counts, today(), ""):
        return _("Was hier geprüft wurde, hat sich seither geändert.")
    return {
        State.WAITING: _("Bestätigen können Datenschutz und Leitung."),
        State.LAPSED: _("Der Tag der nächsten Prüfung ist vorbei."),
        State.MISSING: _("Noch nicht festgehalten."),
    }.get(state, "")


def _waiting(told: Iterable[Adoption]) -> Adoption | None:
    return next((adoption for adoption in told if not adoption.confirmed and not adoption.withdrawn), None)


def _require_one(actor: Actor, rights: tuple[Permission, ...]) -> None:
    if not any(actor.may(right) for right in rights):
        actor.require(rights[0])
