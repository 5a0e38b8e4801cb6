"""What one person proposes for a fund, a second one decides: budgets, terms, ends of terms."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.fund.models.decided import Decided
from augenmass.fund.refusal import NotBooked
from augenmass.record.ledger import Entry


def require_manager(actor: Actor) -> None:
    """Raise ``NotPermitted`` for whoever does not manage a fund."""
    actor.require_writing()
    actor.require(Permission.MANAGE_FUND)


def require_decider(actor: Actor) -> None:
    """The second person manages the fund too, or signs for the body as the second person elsewhere. Raises ``NotPermitted``."""
    actor.require_writing()
    if not actor.may(Permission.SECOND_SIGNATURE):
        actor.require(Permission.MANAGE_FUND)


def may_decide(actor: Actor, proposal: Decided) -> bool:
    """Whether the actor can confirm what somebody else proposed."""
    return not actor.reads_only and proposal.proposed_by_id != actor.account_id


def check_waiting(actor: Actor, proposal: Decided) -> None:
    """Raise ``NotBooked`` when the proposal was decided or is the actor's own. Ask under the lock of the fund."""
    if proposal.state != Decided.State.WAITING:
        raise NotBooked(_("Über diesen Vorschlag wurde bereits entschieden."))
    if proposal.proposed_by_id == actor.account_id:
        raise NotBooked(_("Ihren eigenen Vorschlag muss eine andere Person bestätigen."))


def settle(entry: Entry, actor: Actor, proposal: Decided, state: Decided.State) -> None:
    """Note the decision on the proposal."""
    proposal.state, proposal.decided_by, proposal.decided_at = state, actor.account, entry.book.at
    proposal.save(update_fields=["state", "decided_by", "decided_at"])


def turn_down(entry: Entry, actor: Actor, proposal: Decided) -> None:
    """Refuse as the second person, or withdraw one's own. Raises ``NotBooked``."""
    if proposal.state != Decided.State.WAITING:
        raise NotBooked(_("Über diesen Vorschlag wurde bereits entschieden."))
    own = proposal.proposed_by_id == actor.account_id
    settle(entry, actor, proposal, Decided.State.WITHDRAWN if own else Decided.State.REFUSED)
