"""What a person's extract says of notices: everything but proceedings that are not known to be over.

Whether telling of running proceedings endangers their purpose only the body that runs them can say (GDPR Article 23 with section 34 (1)
of the Federal Data Protection Act and the law of the Länder); so these are not told before the end is known.
"""

from augenmass.notices.models import Notice
from augenmass.notices.queries.proceedings import end_of
from augenmass.notices.rules.kinds import STAGES, STARTS, Kind, Stage
from augenmass.record.models import Case


def notices_to_tell(case: Case) -> tuple[list[Notice], list[Notice]]:
    """The notices of a case that its person learns of, and those that they do not learn of yet; the oldest first."""
    rows = list(
        Notice.objects.filter(case=case, gone="")
        .select_related("content", "land_provision")
        .order_by("arrived_at", "pk")
    )
    known = {row.pk for row in rows if _told(row)}
    return [row for row in rows if row.pk in known], [row for row in rows if row.pk not in known]


def _told(notice: Notice) -> bool:
    # A suspicion without proceedings of its own has no end that could be waited for.
    return STAGES[Kind(notice.kind)] is not Stage.SUSPICION or notice.kind not in STARTS or end_of(notice) is not None


def told(notice: Notice) -> str:
    """Day, file number of the sender and provisions, as far as there are any."""
    said = notice.content
    day = f"{said.occurred_on:%d.%m.%Y}" if said.occurred_on is not None else ""
    return " · ".join(filter(None, (day, said.reference, said.offences)))
