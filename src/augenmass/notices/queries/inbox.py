"""Reading notices at the authority: the inbox by what is to be done, one notice, what a case holds, traces without content.

Lists are ordered by due or arrival day only, and nothing counts notices of a person.
"""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.sight import SECRET_NAMES, visible_facts
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.notices.models import Notice, Reliance, ReturnedNotice
from augenmass.notices.rules.kinds import STARTS
from augenmass.record.models import Case, Fact
from augenmass.work.queries.paging import Page, page_of

State = Notice.State
_CAN_REST = [
    name
    for name, declared in VOCABULARY.items()
    if not declared.derived and (declared.assessment or declared.category in ("criminal", "decision", "residence"))
]
_WHO = [
    name
    for name, declared in VOCABULARY.items()
    if declared.category in ("identity", "contact", "representation", "file")
]
"""Who somebody is, and where they are reached, rests on no notice."""
VIEWS = ("open", "unassigned", "awaited", "examined")
_RELATED = ("content", "case", "land_provision")


def found_for(actor: Actor) -> QuerySet[Notice]:
    """The notices that the actor's body has, with a case or without, for whoever works on cases and handles post; for anybody else none."""
    if actor.reads_only:
        return Notice.objects.none()
    held = Notice.objects.filter(holder=actor.body_id)
    if actor.may(Permission.TAKE_STEPS) and actor.may(Permission.POST):
        return held
    return Notice.objects.none()


def in_view(actor: Actor, view: str) -> QuerySet[Notice]:
    """The notices of one of ``VIEWS``, unordered."""
    found = found_for(actor)
    if view == "awaited":
        return found.filter(end_due__lt=today())
    states = {"open": State.OPEN, "unassigned": State.UNASSIGNED, "examined": State.EXAMINED}
    return found.filter(state=states.get(view, State.OPEN))


_ORDER = {"awaited": ("end_due", "pk"), "examined": ("-due", "-pk")}


def inbox(actor: Actor, view: str, page: int = 1) -> Page[Notice]:
    """One page of a view, the earliest due first. Writes an access line."""
    found = in_view(actor, view).select_related(*_RELATED).order_by(*_ORDER.get(view, ("due", "pk")))
    rows = page_of(found, page)
    log.read(actor, "notices", categories=["criminal", "identity"], rows=len(rows.rows))
    return rows


def inbox_counts(actor: Actor, known: dict[str, int] | None = None) -> dict[str, int]:
    """How many notices each view holds; ``known``: what was counted for the page already."""
    there = known or {}
    return {view: there[view] if view in there else in_view(actor, view).count() for view in VIEWS}


def waiting(actor: Actor) -> int:
    """How many notices of the actor's body nobody has assigned yet, for "Mein Tag"."""
    return in_view(actor, "unassigned").count()


def find(actor: Actor, number: UUID) -> Notice:
    """One notice with its content. Writes an access line. Raises ``Notice.DoesNotExist``."""
    related = (
        "content",
        "case",
        "land_provision",
        "start",
        "sender",
        "receiver",
        "outside",
        "examined_by__actor",
        "corrects",
    )
    notice = found_for(actor).select_related(*related).get(number=number)
    log.read(actor, "notice", case_id=notice.case_id, categories=["criminal", "identity"])
    return notice


def notices_on(actor: Actor, case: Case) -> list[Notice]:
    """The notices of a case that the actor found, the newest arrival first; the page writes the access line."""
    rows = found_for(actor).filter(case=case).select_related(*_RELATED)
    return list(rows.order_by("-arrived_at", "-pk"))


def starts_without_end(actor: Actor, end: Notice) -> list[Notice]:
    """Starts in the case of an end that no end answers yet, to join by hand."""
    ends = Notice.objects.filter(start=OuterRef("pk"), gone="")
    rows = found_for(actor).filter(~Exists(ends), case=end.case_id, kind__in=STARTS, gone="")
    return list(rows.select_related("content").order_by("arrived_at", "pk")) if end.case_id is not None else []


def facts_to_rest(actor: Actor, notice: Notice) -> list[Fact]:
    """Facts of the case that can rest on a notice: held, seen by the actor, not yet noted; assessments first.

    Offered are assessments, what the law makes of the stay, and whatever was recorded since the notice came; never who the person is.
    """
    if notice.case is None:
        return []
    noted = Reliance.objects.filter(notice=notice).values("fact_id")
    rows = visible_facts(actor, notice.case).filter(closed_by=None, erased_by=None).exclude(pk__in=noted)
    rows = rows.exclude(name__in=(*SECRET_NAMES, *_WHO)).filter(
        Q(name__in=_CAN_REST) | Q(known_at__gte=notice.arrived_at)
    )
    found = rows.select_related("source").order_by("name", "pk")
    return sorted(found, key=lambda fact: not VOCABULARY[fact.name].assessment)


def rests_of(actor: Actor, notice: Notice) -> list[Reliance]:
    """What rests on a notice, as far as the actor sees the facts."""
    if notice.case is None:
        return []
    seen = visible_facts(actor, notice.case).values("pk")
    rows = Reliance.objects.filter(notice=notice, fact__in=seen)
    return list(rows.select_related("fact", "reopened_by").order_by("pk"))


def traces(actor: Actor, page: int = 1) -> Page[Notice]:
    """Notices whose content is gone, for data protection and for who handles notices: kind, sender, days, reason, nothing of a person."""
    rows = (
        Notice.objects.filter(holder=actor.body_id, state=State.ERASED) if _controls(actor) else Notice.objects.none()
    )
    return page_of(rows.order_by("-gone_on", "-pk"), page)


def returned(actor: Actor, page: int = 1) -> Page[ReturnedNotice]:
    """What the actor's body sent back unread."""
    rows = ReturnedNotice.objects
    found = rows.filter(receiver=actor.body_id) if _controls(actor) else rows.none()
    return page_of(found.order_by("-returned_at", "-pk"), page)


def _controls(actor: Actor) -> bool:
    return (actor.may(Permission.POST) or actor.may(Permission.READ_ACCESS_LOG)) and not actor.reads_only


def noticed() -> Exists:
    """Whether a case has notices at all, for ``beside_case``. How many nobody asks."""
    return Exists(Notice.objects.filter(case=OuterRef("pk")))
