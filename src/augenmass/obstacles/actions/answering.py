"""Answering an obstacle: a ministry says where it stands; who watches it gets a mail without content."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted, memberships_today
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Account
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.obstacles.actions.reporting import advance
from augenmass.obstacles.models import Answer, Obstacle
from augenmass.obstacles.queries import may_answer, visible_obstacles
from augenmass.record.ledger import Entry, entry
from augenmass.record.once import once
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.outbox import queue_mail
from augenmass.work.refusal import NotDone

LONGEST = 3000


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """What a ministry says. ``key`` comes from the form; ``seen`` is the version of the obstacle that was read."""

    key: UUID
    seen: int
    status: str
    on: date
    text: str


def answer_obstacle(actor: Actor, key: UUID, said: NewAnswer) -> Answer:
    """Answer an obstacle. Raises ``NotDone`` (overtaken, a day that cannot be, a person in it), ``NotPermitted``."""
    actor.require(Permission.ANSWER_OBSTACLES)
    if not may_answer(actor):
        raise NotPermitted(Permission.ANSWER_OBSTACLES)
    found = visible_obstacles(actor).get(key=key)

    def make() -> Answer:
        _check(actor, found, said)
        with entry(actor, "obstacle.answered") as e:
            advance(found, said.seen, status=said.status)
            made = Answer.objects.create(
                key=said.key,
                obstacle=found,
                body=actor.body,
                status=said.status,
                on=said.on,
                text=said.text.strip(),
                answered_by=actor.account,
                answered_at=e.book.at,
            )
            _tell_watchers(e, found, actor.account_id)
            e.refer(obstacle=found.pk, answer=made.pk, status=said.status)
        return made

    return once(lambda: Answer.objects.filter(key=said.key, obstacle=found, body=actor.body_id).first(), make)


def _check(actor: Actor, found: Obstacle, said: NewAnswer) -> None:
    if said.status not in Obstacle.Status.values:
        raise NotDone(_("Bitte wählen Sie, wo das Hemmnis steht."))
    if not said.text.strip() or len(said.text) > LONGEST:
        raise NotDone(_("Bitte schreiben Sie, was veranlasst oder abgestimmt ist; höchstens 3.000 Zeichen."))
    newest = found.answers.first()
    earliest = newest.on if newest is not None else found.since
    if not earliest <= said.on <= today():
        raise NotDone(_("Der Tag liegt vor der letzten Antwort oder in der Zukunft."))
    refuse_person(actor, said.text)


def _tell_watchers(opened: Entry, found: Obstacle, without: int) -> None:
    # Who watches is nobody else's concern: only the program reads it, to send the mail.
    with as_system(SystemRole.WORKER):
        watching = list(
            Account.objects.filter(pk__in=found.watches.values("account"), is_active=True)
            .exclude(pk=without)
            .exclude(email="")
            .order_by("pk")
        )
    for account in watching:
        if memberships_today(account):
            _mail(opened, account.email)


def _mail(opened: Entry, address: str) -> None:
    try:
        queue_mail(
            opened,
            address,
            _("Augenmaß: Antwort auf ein Hemmnis, das Sie beobachten"),
            _(
                "Guten Tag,\n\nzu einem Hemmnis, das Sie in Augenmaß beobachten, gibt es eine Antwort. Bitte melden Sie sich an und öffnen Sie „Hemmnisse“.\n\nDiese Nachricht enthält keine weiteren Angaben. Bitte antworten Sie nicht auf sie.\n"
            ),
        )
    except ValidationError:
        # A wrong address in the directory must not keep a ministry from answering.
        return
