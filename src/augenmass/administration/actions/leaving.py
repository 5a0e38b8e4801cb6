"""Somebody leaves a body: their open work goes to a colleague first, then their roles end, and the account if nothing is left."""

from datetime import timedelta

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sessions import end_sessions
from augenmass.administration.actions.people import end_membership, keep_an_administrator, lock_body
from augenmass.administration.queries import holding, person
from augenmass.administration.refusal import NotAdministered
from augenmass.directory.models import Account, Membership
from augenmass.law.time import today
from augenmass.record.ledger import book, entry
from augenmass.work.actions.people import colleague
from augenmass.work.actions.reassign import Stack, reassign_stack
from augenmass.work.models import IncomingPost, Task

CHUNK = 100


def deactivate_person(actor: Actor, account_id: int, successor_id: int | None = None) -> None:
    """End every role of a person in one's own body at once; without a role elsewhere the account is locked, its sessions end.

    Open cases, tasks and post go to the successor before, in short transactions: cut off half-way it is called again. What
    is still open then stops it. Raises ``NotAdministered``, ``NotDone`` (successor), ``NotPermitted``, ``Account.DoesNotExist``.
    """
    account = person(actor, account_id).account
    if account.pk == actor.account_id:
        raise NotAdministered(
            _(
                "Das eigene Konto kann niemand selbst sperren. Bitte wenden Sie sich an eine andere Person der Verwaltung."
            )
        )
    if holding(actor, account.pk).any:
        if successor_id is None or successor_id == account.pk:
            raise NotAdministered(_("Diese Person hat noch offene Arbeit. Bitte wählen Sie, wer sie übernimmt."))
        _hand_over(actor, account, colleague(actor, successor_id))
    with entry(actor, "person.deactivated") as e:
        lock_body(actor)
        if holding(actor, account.pk).any:
            raise NotAdministered(
                _("Inzwischen ist neue Arbeit dazugekommen. Bitte senden Sie das Formular noch einmal.")
            )
        last = today() - timedelta(days=1)
        running = [
            held
            for held in Membership.objects.filter(account=account, body=actor.body_id)
            if held.valid_to is None or held.valid_to > last
        ]
        keep_an_administrator(actor, running, last)
        for held in running:
            end_membership(e, held, last)
        elsewhere = Membership.objects.filter(account=account).exclude(body=actor.body_id).exclude(valid_to__lt=today())
        locked = not elsewhere.exists()
        if locked:
            Account.objects.filter(pk=account.pk).update(is_active=False)
            end_sessions(account)
        e.refer(account=account.pk, locked=locked)


def _hand_over(actor: Actor, account: Account, successor: Account) -> None:
    if holding(actor, account.pk).cases:
        reassign_stack(actor, Stack(account.pk), successor.pk)
    _give_tasks(actor, account, successor)
    _give_post(actor, account, successor)


def _give_tasks(actor: Actor, account: Account, successor: Account) -> None:
    """What lies in cases of other officers; a second reading that the successor cannot give waits for anybody."""
    while True:
        with as_system(SystemRole.HANDOVER):
            mine = Task.objects.filter(body=actor.body_id, assignee=account, done_by=None)
            cases = list(mine.order_by("case_id").values_list("case_id", flat=True).distinct()[:CHUNK])
            if not cases:
                return
            with book(actor, cases) as opened:
                for case in opened.cases.values():
                    opened.entry("task.given", case).refer(before=account.pk, to=successor.pk)
                here = mine.filter(case__in=list(opened.cases))
                here.filter(not_by=successor).update(assignee=None)
                here.exclude(not_by=successor).update(assignee=successor)


def _give_post(actor: Actor, account: Account, successor: Account) -> None:
    with as_system(SystemRole.HANDOVER):
        mine = IncomingPost.objects.filter(body=actor.body_id, assignee=account).exclude(
            state=IncomingPost.State.ANSWERED
        )
        for post in mine.order_by("pk"):
            with entry(actor, "post.assigned", post.case_id) as e:
                e.refer(post=post.pk, to=successor.pk)
                IncomingPost.objects.filter(pk=post.pk, assignee=account).update(assignee=successor)
