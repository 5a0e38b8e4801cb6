"""Making the report of a quarter: counted once, protected against what earlier reports show, and kept so."""

from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.record.ledger import entry
from augenmass.record.once import once
from augenmass.special_staff.models import BoardReport
from augenmass.special_staff.queries.reports import counted, next_quarter, reports, shown_by_others
from augenmass.special_staff.rules.board import BEFORE, ENDED, NEW, OPEN, SMALLEST, near_others, shown
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.refusal import NotDone


def make_report(actor: Actor, key: UUID, obstacles: str, needs: str) -> BoardReport:
    """Make the report of the next quarter that is over. The same key again gives the report that is there.

    Raises ``NotDone``: the quarter is not over, a person in the text, somebody else of the body made it meanwhile.
    """
    actor.require(Permission.BOARD_REPORT)
    try:
        return once(lambda: reports(actor).filter(key=key).first(), lambda: _make(actor, key, obstacles, needs))
    except IntegrityError as error:
        raise NotDone(
            _("Für dieses Vierteljahr gibt es inzwischen einen Bericht Ihrer Stelle. Bitte laden Sie die Seite neu.")
        ) from error


def _make(actor: Actor, key: UUID, obstacles: str, needs: str) -> BoardReport:
    refuse_person(actor, obstacles, needs)
    quarter = next_quarter(actor)
    if quarter is None:
        raise NotDone(_("Das nächste Vierteljahr ist noch nicht zu Ende."))
    earlier = list(reports(actor).order_by("quarter"))
    counts = counted(actor.body, quarter)
    if earlier:
        # What was reported as open stays the beginning of the next quarter, also where a case moved to another Land or was deleted.
        counts[BEFORE] = earlier[-1].counts[OPEN]
        counts[NEW] += max(0, counts[ENDED] - counts[BEFORE] - counts[NEW])
        counts[OPEN] = counts[BEFORE] + counts[NEW] - counts[ENDED]
    rows = [*((row.quarter, row.counts) for row in earlier), (str(quarter), counts)]
    others, beside = shown_by_others(actor.body, quarter)
    near = near_others(counts, others, SMALLEST, beside)
    visible = shown(rows, {row.quarter: row.shown for row in earlier}, SMALLEST, near)
    if earlier and OPEN in earlier[-1].shown:
        visible |= {BEFORE}
    with entry(actor, "special_staff.reported") as e:
        made = BoardReport.objects.create(
            key=key,
            body=actor.body,
            quarter=str(quarter),
            counts=counts,
            shown=sorted(visible),
            obstacles=obstacles.strip(),
            needs=needs.strip(),
            made_by=actor.account,
            made_at=e.book.at,
        )
        e.refer(report=made.pk)
    return made
