"""Notices that speak of the same proceedings: one authority, one file number, one person, from whichever sender."""

from django.db.models import Q

from augenmass.notices.models import Notice, NoticeContent
from augenmass.notices.rules.checking import same_person
from augenmass.notices.rules.kinds import REOPENS, STARTS, Kind, Outcome

MOST = 50
"""So many persons in one set of proceedings are looked through."""


def of_proceedings(notice: Notice) -> list[Notice]:
    """The other notices of the same proceedings, the oldest first; none of a notice without a file number."""
    said = notice.content
    if not said.reference_key:
        return []
    # The file may have moved since: what its body of today holds speaks of the same proceedings.
    here = Q(notice__receiver=notice.receiver_id) | Q(notice__holder__in={notice.receiver_id, notice.holder_id})
    rows = NoticeContent.objects.filter(here, reference_key=said.reference_key, notice__gone="").exclude(
        notice=notice.pk
    )
    found = []
    for row in rows.select_related("notice").order_by("pk")[:MOST]:
        if same_person((row.name_key, row.born_on), (said.name_key, said.born_on)):
            other = row.notice
            other.content = row
            found.append(other)
    return found


def end_of(notice: Notice) -> Notice | None:
    """The newest end of the proceedings that a notice speaks of, None while they run."""
    ends = [other for other in of_proceedings(notice) if other.kind == Kind.ENDED]
    linked = Notice.objects.filter(start=notice, gone="").select_related("content").order_by("pk")
    return max([*ends, *linked], key=lambda end: (end.content.occurred_on, end.pk), default=None)


def start_of(end: Notice) -> Notice | None:
    """The start that an end answers, by its file number and person; None for an end without a start."""
    return next((other for other in of_proceedings(end) if other.kind in STARTS), None)


def takes_the_ground(end: Notice | None) -> bool:
    """Whether an end takes the ground from what rested on the suspicion."""
    return end is not None and bool(end.content.outcome) and Outcome(end.content.outcome) in REOPENS
