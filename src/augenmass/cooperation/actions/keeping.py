"""Writing a standard, a new edition of it, and saying that it was reviewed and stays."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cooperation.models import Edition, Standard
from augenmass.cooperation.queries import kept_by
from augenmass.cooperation.rules import lines_of, next_review
from augenmass.directory.models import Body
from augenmass.directory.queries import bodies_on
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

PARTNERS = {Body.Kind.POLICE: Body.Kind.FOREIGNERS_AUTHORITY, Body.Kind.FOREIGNERS_AUTHORITY: Body.Kind.POLICE}
"""With which kind of body each kind settles a standard."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a form says. ``key`` is that of the edition."""

    key: UUID
    contacts: str
    forms: str
    meetings: str
    exchange: str
    why: str = ""


def partners_of(actor: Actor) -> QuerySet[Body]:
    """The bodies of the Land with which the actor's body can settle a standard."""
    kind = PARTNERS.get(Body.Kind(actor.body.kind))
    return bodies_on(today()).filter(kind=kind, land=actor.body.land) if kind else Body.objects.none()


def begin_standard(actor: Actor, partner_id: int, region: str, words: Words) -> Standard:
    """Write the standard of a region with its first edition. The same form again gives what is there. Raises ``NotDone``, ``NotPermitted``."""
    actor.require(Permission.KEEP_STANDARDS)
    partner = partners_of(actor).filter(pk=partner_id).first()
    if partner is None or not region.strip():
        raise NotDone(_("Bitte nennen Sie den Bezirk und die Stelle, mit der Sie zusammenarbeiten."))
    _check(words)
    police, authority = (actor.body, partner) if actor.body.kind == Body.Kind.POLICE else (partner, actor.body)

    def make() -> Standard:
        with entry(actor, "standard.begun") as e:
            if Standard.objects.filter(police=police, authority=authority).exists():
                raise NotDone(_("Für diese beiden Stellen gibt es schon einen Standard. Bitte schreiben Sie ihn fort."))
            day = today()
            made = Standard.objects.create(
                police=police,
                authority=authority,
                region=region.strip()[:120],
                review_due=next_review(day),
                reviewed_on=day,
            )
            _write(e, actor, made, words)
        return made

    return once(lambda: Standard.objects.filter(editions__key=words.key).first(), make)


def new_edition(actor: Actor, key: UUID, words: Words, seen: int) -> Standard:
    """Write the next edition on top of the one that was seen. The same form again changes nothing. Raises ``NotDone``, ``Standard.DoesNotExist``."""
    actor.require(Permission.KEEP_STANDARDS)
    standard = kept_by(actor).get(key=key)
    _check(words)
    if not words.why.strip():
        raise NotDone(_("Bitte schreiben Sie in einem Satz, was sich ändert."))

    def make() -> Standard:
        with entry(actor, "standard.changed") as e:
            locked = Standard.objects.select_for_update().get(pk=standard.pk)
            if locked.edition != seen:
                raise NotDone(
                    _(
                        "Inzwischen hat jemand eine neue Fassung geschrieben. Ihre Eingabe ist noch da; bitte gleichen Sie sie mit der neuen Fassung ab."
                    )
                )
            _write(e, actor, locked, words)
        return locked

    return once(lambda: Standard.objects.filter(editions__key=words.key).first(), make)


def review(actor: Actor, key: UUID) -> Standard:
    """Say that a standard was looked at and stays as it is; a second time on a day changes nothing. Raises ``Standard.DoesNotExist``."""
    actor.require(Permission.KEEP_STANDARDS)
    standard = kept_by(actor).get(key=key)
    day = today()
    if standard.reviewed_on == day:
        return standard
    with entry(actor, "standard.reviewed") as e:
        Standard.objects.filter(pk=standard.pk).update(reviewed_on=day, review_due=next_review(day))
        e.refer(standard=standard.pk)
    standard.refresh_from_db()
    return standard


def _check(words: Words) -> None:
    if not all(lines_of(text) for text in (words.contacts, words.meetings, words.exchange)):
        raise NotDone(_("Bitte füllen Sie Ansprechstellen, Besprechungen und Austausch aus."))


def _write(e: Entry, actor: Actor, standard: Standard, words: Words) -> None:
    day, number = today(), standard.edition + 1
    Edition.objects.create(
        key=words.key,
        standard=standard,
        number=number,
        contacts=words.contacts.strip(),
        forms=words.forms.strip(),
        meetings=words.meetings.strip(),
        exchange=words.exchange.strip(),
        why=words.why.strip()[:300],
        written_on=day,
        author=actor.account,
        action_id=e.action_id,
    )
    Standard.objects.filter(pk=standard.pk).update(edition=number, reviewed_on=day, review_due=next_review(day))
    standard.edition, standard.reviewed_on, standard.review_due = number, day, next_review(day)
    e.refer(standard=standard.pk, edition=number)
