"""When the ground of an assessment falls away: what rested on a notice is disputed and its officer looks at it again."""

from collections.abc import Collection, Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.access.reader import SystemRole, as_system
from augenmass.cases.affected import affected_by
from augenmass.cases.positions import recompute
from augenmass.cases.second_person import waits
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.words import fact_label
from augenmass.notices.models import Notice, Reliance
from augenmass.record.ledger import Entry
from augenmass.record.models import Case, Dispute, Fact
from augenmass.work.actions.second_person import ask_no_more
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task


def reopen(e: Entry, notices: Iterable[Notice], reason: str) -> int:
    """Dispute every fact of the entry's case that rests on some notices, with a task for each; returns how many.

    A fact that was corrected since is followed to what replaced it. Facts that are gone are left alone. ``reason`` names no person.
    """
    assert e.case is not None
    live = Reliance.objects.filter(notice__in=list(notices), reopened_by=None, fact__case=e.case)
    rests = list(live.select_related("fact"))
    if not rests:
        return 0
    found = held_now({row.fact_id for row in rests}, e.case)
    for fact in found:
        # Also one that waits for its second person: else that person would establish what has no ground any more.
        if fact.disputed_by_id is None or waits(fact):
            e.dispute(fact.pk)
            # Who reads the fact and nothing of proceedings learns no more than this.
            e.seal(Dispute(fact=fact, reason=_("Eine Grundlage dieser Angabe ist entfallen.")))
            ask_no_more(e, fact.name)
        _ask(e, e.case, fact, reason)
    Reliance.objects.filter(pk__in=[row.pk for row in rests]).update(reopened_by=e.action_id)
    e.refer(reopens=[fact.pk for fact in found])
    e.book.flush()
    # A relative's legal position may lie with another body.
    with as_system(SystemRole.EVALUATION):
        recompute(affected_by([e.case.pk]))
    return len(found)


def held_now(ids: set[int], case: Case) -> list[Fact]:
    """The open facts that some facts are or became by corrections."""
    rows = {fact.pk: fact for fact in Fact.objects.filter(case=case, erased_by=None)}
    reached, new = set(ids), set(ids)
    while new:
        new = {pk for pk, fact in rows.items() if fact.replaces_id in new and pk not in reached}
        reached |= new
    return [rows[pk] for pk in sorted(reached) if pk in rows and rows[pk].closed_by_id is None]


def _ask(e: Entry, case: Case, fact: Fact, reason: str) -> None:
    open_task(
        e,
        kind=Task.Kind.TASK,
        title=_("„%(fact)s“ neu bewerten: %(reason)s")
        % {"fact": fact_label(VOCABULARY, fact.name, get_language() or "de"), "reason": reason},
        due=today(),
        assignee_id=case.officer_id,
        about=f"reopened:{fact.name}",
    )


def rest_on(e: Entry, notice: Notice, facts: Collection[Fact]) -> None:
    """Note that facts of the entry's case rest on a notice; what is noted already stays as it is."""
    there = set(Reliance.objects.filter(notice=notice).values_list("fact_id", flat=True))
    for fact in facts:
        if fact.pk not in there:
            e.seal(Reliance(notice=notice, fact=fact))
