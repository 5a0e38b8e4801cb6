"""Saved views of the worklist: a person's own convenience, no record of a case."""

from augenmass.access.actor import Actor
from augenmass.cases.models import SavedView
from augenmass.directory.roles import Permission


def keep_view(actor: Actor, name: str, query: str) -> SavedView:
    """Keep filters under a name; the same name again replaces them."""
    actor.require_writing()
    actor.require(Permission.READ_CASES)
    view, _made = SavedView.objects.update_or_create(
        account=actor.account, name=name[:80], defaults={"query": query[:1000]}
    )
    return view


def drop_view(actor: Actor, pk: int) -> None:
    """Remove one of the actor's own views; somebody else's stays."""
    actor.require_writing()
    SavedView.objects.filter(account=actor.account, pk=pk).delete()
