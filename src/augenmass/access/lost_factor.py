"""A colleague who lost the second factor: reset with reason and record; nothing goes on that was begun with it."""

from django.utils.translation import gettext_lazy as _

from augenmass.access.actor import Actor
from augenmass.access.factors import remove_all
from augenmass.access.identities import belongs
from augenmass.access.models import SignInLine
from augenmass.access.sessions import end_sessions
from augenmass.access.sign_in_log import note
from augenmass.access.tokens import revoke_all_of
from augenmass.directory.models import Account
from augenmass.directory.roles import Permission
from augenmass.record.ledger import entry
from augenmass.record.models import AccountMeasure


class NotReset(Exception):
    """A sentence for the user: why the second factor was not reset."""


def reset_second_factor(actor: Actor, account_id: int, reason: str, address: str = "") -> None:
    """Take every factor off a colleague who lost theirs; they set a new one up at their next sign-in.

    Their sessions end and their tokens for programs are taken back: whoever found the lost factor may have made them. The reason stands in the record. Raises ``NotPermitted``, ``Account.DoesNotExist`` (also for people of other bodies)
    and ``NotReset`` (no reason, own account).
    """
    actor.require(Permission.ADMINISTER)
    account = Account.objects.get(pk=account_id)
    if not belongs(account, actor.body.key):
        raise Account.DoesNotExist
    if account.pk == actor.account_id:
        raise NotReset(str(_("Ihren eigenen zweiten Faktor setzt eine andere Person der Verwaltung zurück.")))
    if not reason.strip():
        raise NotReset(str(_("Bitte begründen Sie, warum der zweite Faktor zurückgesetzt wird.")))
    with entry(actor, "account.factor_reset") as e:
        e.refer(account=account.pk, factors=remove_all(account), tokens=revoke_all_of(account.pk, e.action_id))
        e.seal(AccountMeasure(account=account, body=actor.body, reason=reason.strip()[:1000]))
        end_sessions(account)
    note(SignInLine.What.FACTOR_RESET, account, address, body_id=actor.body_id)
