"""Records under the name of a retired fact: moved to the one that means the same, or set aside for an officer to settle.

Nothing is overwritten. The old row is closed and stays readable, the new one says which it replaces; both stand in one action.
"""

from collections.abc import Callable
from datetime import timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from augenmass.access.reader import SystemRole, as_system
from augenmass.cases.affected import affected_by
from augenmass.cases.positions import recompute
from augenmass.law.facts import FormatError, canonical, parse_value
from augenmass.law.time import today
from augenmass.law.vocabulary import RETIRED, VOCABULARY
from augenmass.record.ledger import Entry, System, book
from augenmass.record.models import Case, Dispute, Fact
from augenmass.work.actions.tasks import open_task
from augenmass.work.duties import Turn, duty
from augenmass.work.models import Task

MOVE = "work.move_retired"


@duty(MOVE, every=timedelta(hours=1))
def move_in_turn(turn: Turn) -> int:
    """Move what an upgrade left under a retired name; returns of how many cases."""

    def stopping() -> bool:
        turn.renew()
        return turn.stopping

    return move_retired(stopping)


def move_retired(stopping: Callable[[], bool] = lambda: False) -> int:
    """Move the records of each case in a transaction of its own; a second run finds none. Returns of how many cases."""
    done = 0
    with as_system(SystemRole.EVALUATION):
        for case_id in list(_open().order_by("case").values_list("case", flat=True).distinct()):
            if stopping():
                break
            done += _move_case(case_id)
    return done


def waiting_to_move() -> int:
    """Return in how many cases something is held under a retired name."""
    with as_system(SystemRole.EVALUATION):
        return _open().order_by().values("case").distinct().count()


def _open(case_id: int | None = None) -> QuerySet[Fact]:
    found = Fact.objects.filter(name__in=RETIRED, closed_by=None)
    return found if case_id is None else found.filter(case=case_id)


def _move_case(case_id: int) -> bool:
    with book(System(), [case_id], of_any_body=True) as opened:
        facts = list(_open(case_id).order_by("known_at", "pk"))
        if not facts:
            return False
        case = opened.case(case_id)
        moved = [fact for fact in facts if _moves(fact)]
        aside = [fact for fact in facts if fact not in moved]
        if moved:
            made = opened.entry("fact.moved", case)
            for fact in moved:
                _move(made, fact)
        if aside:
            _set_aside(opened.entry("fact.set_aside", case), aside, case)
        recompute(affected_by([case_id]))
    return True


def _moves(fact: Fact) -> bool:
    """Whether it can be said under the new name as it stands: the same meaning, a readable value, nothing held that says otherwise."""
    if not RETIRED[fact.name].same or _value(fact) is None:
        return False
    held = _held(fact)
    return held is None or (held.value == _value(fact) and held.disputed_by_id is None and fact.disputed_by_id is None)


def _value(fact: Fact) -> str | None:
    declared = VOCABULARY[RETIRED[fact.name].successor]
    try:
        value = parse_value(declared, fact.value)
    except FormatError:
        return None
    return None if value is None else canonical(declared, value)


def _held(fact: Fact) -> Fact | None:
    name = RETIRED[fact.name].successor
    same = Fact.objects.filter(case=fact.case_id, name=name, closed_by=None, true_from=fact.true_from)
    return same.order_by("-known_at", "-pk").first()


def _move(made: Entry, fact: Fact) -> None:
    if _held(fact) is not None:
        made.close([fact.pk])
        made.book.flush()
        return
    new = made.establish(
        RETIRED[fact.name].successor,
        _value(fact) or "",
        source_id=fact.source_id,
        true_from=fact.true_from,
        true_to=fact.true_to,
        evidence_id=fact.evidence_id,
        note=fact.note,
        replaces_id=fact.pk,
    )
    made.book.flush()
    if fact.disputed_by_id is not None:
        made.dispute(new.pk)
        said = Dispute.objects.filter(fact=fact.pk).order_by("-pk").first()
        made.seal(Dispute(fact=new, reason=said.reason if said else ""))
        made.book.flush()


def _set_aside(made: Entry, facts: list[Fact], case: Case) -> None:
    """Close them and ask whoever works the case to record what they meant."""
    made.close(fact.pk for fact in facts)
    made.book.flush()
    if case.closed_at is not None:
        return
    for name in dict.fromkeys(RETIRED[fact.name].successor for fact in facts):
        title = _("Frühere Angabe prüfen und neu erfassen: %(fact)s") % {"fact": VOCABULARY[name].de}
        open_task(made, kind=Task.Kind.TASK, title=title, due=today(), assignee_id=case.officer_id)
