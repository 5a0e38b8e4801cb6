"""What the rooms below this one hold of a case and beside it. A room that comes later declares its own tables where it begins."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from augenmass.access.inspection import start_of
from augenmass.accommodation.models import Report, Resident, Withdrawal
from augenmass.accommodation.rules import Standing
from augenmass.cases.models import Document
from augenmass.competence.models import Referral
from augenmass.departure.queries.departures import RUNNING
from augenmass.disclosure.models import ExtractRequest, Inspection, Restriction
from augenmass.fund.models import UNPAID, Payment
from augenmass.intake.models import ImportRun, StagedRow
from augenmass.notices.models import Notice, NoticeContent, ReturnedNotice
from augenmass.prospects.models import DeskMatter
from augenmass.record.holdings import Files, Holding, Sweep
from augenmass.special_staff.models import Nomination
from augenmass.steps.models import StepTaking
from augenmass.transmissions.models import Envelope, Received, ReceivedContent, Reply, SignedReply, Transmission
from augenmass.travel_papers.models import Application
from augenmass.work.models import CounsellingStatement, IncomingPost, OutgoingMail

RECORD_CLASSES: dict[str, str | Promise] = {
    "facts": _("Angaben"),
    "documents": _("Dokumente und Dateien"),
    "letters": _("Schreiben, Versand und Zustellung"),
    "steps": _("Schritte und Unterschriften"),
    "notes": _("Vermerke"),
    "tasks": _("Aufgaben und Fristenbuch"),
    "post": _("Posteingang"),
    "mails": _("Nachrichten des Programms"),
    "imports": _("Zeilen aus Importen"),
    "family": _("Familienbeziehungen"),
    "referrals": _("Zuständigkeit und Abgaben"),
    "accesses": _("Zugriffe anderer Stellen"),
    "search": _("Rechtslage und Suchwörter"),
    "holds": _("Anordnungen der Aufbewahrung"),
    "record": _("Fall und Handlungen"),
    "transmissions": _("Übermittlungen"),
    "departures": _("Freiwillige Ausreisen"),
    "disclosure": _("Auskünfte und Akteneinsichten"),
    "portal": _("Zugang der betroffenen Person und was sie eingereicht hat"),
    "fund": _("Bewilligungen und Zahlungen aus dem Rückkehrfonds"),
    "travel_papers": _("Anträge auf Reisedokumente"),
    "accommodation": _("Meldungen von Unterkünften"),
    "notices": _("Mitteilungen öffentlicher Stellen"),
    "special_staff": _("Benennungen für den Sonderstab und gemeinsame Pläne"),
}
"""Classes of records that go with a file, as pages and the protocol name them; a class that a later room brings is shown by its key."""

KEPT_APART: dict[str, tuple[str | Promise, str | Promise]] = {
    "log": (
        _("Protokolle der Zugriffe, Einsichten und Ausgaben"),
        _("werden nachts von selbst gelöscht, sobald die Frist des Landes für Protokolle um ist"),
    ),
    "session": (_("Sitzungen und Links"), _("werden nach Stunden von selbst gelöscht")),
    "people": (
        _("Konten und Rollen der Beschäftigten"),
        _("richten sich nach dem Dienstrecht und werden hier nicht gelöscht"),
    ),
    "lasting": (
        _("Stellen, Rechtskatalog, Zählungen und Protokolle der Löschung"),
        _("enthalten nichts über eine betroffene Person"),
    ),
}
"""Tables that do not go with a file, by ``keeps`` of ``access/tables.toml``: what they are, and what becomes of them."""

APART_WITH_THE_FILE = frozenset({"record.case", "record.action", "record.source"})
"""Tables of the record itself, which the erasure handles in its own way: the case goes, its actions are emptied, sources are swept."""

BY_THEIR_OWN_DUTY = frozenset(
    {
        "lawbook.comparison",
        "lawbook.printing",
        "lawbook.printedvolume",
        "cases.movedcases",
        "funded_return.fundedreturn",
        "offers.offerfile",
        "person_access.feedback",
    }
)
"""Numbers, packed ids of cases and documents of the law, which are deleted after days; funded returns, whose particulars the law has erased after ten years; files with offers,
which name nobody and go after 30 days; feedback without a name, after 180."""


def _document_paths(ids: Sequence[int]) -> Collection[str]:
    return {row.path for row in Document.objects.filter(pk__in=ids).only("sha256")}


def _document_needed(path: str) -> bool:
    return Document.objects.filter(sha256=path.rsplit("/", 1)[-1]).exists()


def _imports(body_id: int, before: date) -> "Sequence[QuerySet[Any]]":
    over = ImportRun.objects.annotate(ended=Coalesce("finished_at", "uploaded_at")).filter(
        body=body_id,
        state__in=[ImportRun.State.DONE, ImportRun.State.REFUSED, ImportRun.State.DISCARDED],
        ended__lt=start_of(before),
    )
    return StagedRow.objects.filter(run__in=over.values("pk")), over


def _post(body_id: int, before: date) -> "Sequence[QuerySet[Any]]":
    answered = IncomingPost.State.ANSWERED
    over = IncomingPost.objects.filter(body=body_id, case=None, state=answered, answered_on__lt=before)
    return CounsellingStatement.objects.filter(post__in=over.values("pk")), over


def _mails(body_id: int, before: date) -> "Sequence[QuerySet[Any]]":
    settled = Q(state=OutgoingMail.State.SENT) | Q(settled_by__isnull=False)
    return (OutgoingMail.objects.filter(settled, created_by__body=body_id, changed_at__lt=start_of(before)),)


def _messages(body_id: int, before: date) -> "Sequence[QuerySet[Any]]":
    states = Received.State
    ended = [states.RETURNED, states.RECALLED, states.DELETED, states.NOTED, states.ANSWERED]
    came = Received.objects.filter(body=body_id, case=None, state__in=ended, received_at__lt=start_of(before))
    came = came.exclude(replies__state__in=[Reply.State.WAITING, Reply.State.SIGNED])
    went = Envelope.objects.filter(
        body=body_id, transmission=None, state=Envelope.State.DELIVERED, made_at__lt=start_of(before)
    )
    replies = Reply.objects.filter(request__in=came.values("pk"))
    signatures = SignedReply.objects.filter(reply__in=replies.values("pk"))
    return signatures, ReceivedContent.objects.filter(received__in=came.values("pk")), replies, came, went


def _residents(body_id: int, before: date) -> "Sequence[QuerySet[Any]]":
    gone = Resident.objects.filter(sender=body_id, case=None, standing=Standing.LEFT, since__lt=start_of(before))
    reports = Report.objects.filter(resident__in=gone.values("pk"))
    return Withdrawal.objects.filter(report__in=reports.values("pk")), reports, gone


def _notices(body_id: int, before: date) -> "Sequence[QuerySet[Any]]":
    gone = Notice.objects.filter(receiver=body_id, case=None, state=Notice.State.ERASED, gone_on__lt=before)
    # A trace that another row still names goes with that one.
    gone = gone.filter(corrected_by=None, ends=None, rests=None)
    returned = ReturnedNotice.objects.filter(receiver=body_id, returned_at__lt=start_of(before))
    return NoticeContent.objects.filter(notice__in=gone.values("pk")), gone, returned


_UNDER_WAY = Q(state__in=[Transmission.State.WAITING, Transmission.State.SIGNED, Transmission.State.DELIVERED])
_OPEN_TAKING = Q(state__in=[StepTaking.State.DRAFT, StepTaking.State.WAITING])

DECLARED: tuple[Holding | Sweep, ...] = (
    # What hangs on others comes first.
    Holding("disclosure.handover", "disclosure", ("extract__request__case",)),
    Holding("disclosure.extract", "disclosure", ("request__case",)),
    Holding("disclosure.extension", "disclosure", ("request__case",)),
    Holding("disclosure.extractrequest", "disclosure", at_work=Q(state=ExtractRequest.State.OPEN)),
    Holding("disclosure.restriction", "disclosure", at_work=Q(state=Restriction.State.WAITING)),
    Holding("disclosure.inspectionbundle", "disclosure", ("inspection__case",)),
    Holding("disclosure.withheld", "disclosure", ("inspection__case",)),
    Holding("disclosure.inspection", "disclosure", at_work=Q(state=Inspection.State.OPEN)),
    Holding("disclosure.folio", "disclosure"),
    Holding("disclosure.personlink", "disclosure", ("case", "other")),
    Holding("departure.certificatecode", "departures", ("certificate__case", "certificate__departure__case")),
    Holding("departure.certificate", "departures", ("case", "departure__case")),
    Holding("departure.booking", "departures", ("departure__case",)),
    Holding("departure.application", "departures", ("departure__case",)),
    Holding("departure.notice", "departures", ("departure__case",)),
    Holding("departure.companion", "departures", ("departure__case",)),
    Holding("departure.member", "departures", ("case", "departure__case")),
    Holding("departure.departure", "departures", at_work=Q(state__in=RUNNING)),
    Holding("special_staff.release", "special_staff"),
    Holding("special_staff.contribution", "special_staff"),
    Holding("special_staff.planstep", "special_staff"),
    Holding("special_staff.citation", "special_staff", ("nomination__case", "fact__case")),
    Holding("special_staff.nomination", "special_staff", at_work=~Q(state=Nomination.State.ENDED)),
    Holding("travel_papers.applicationevent", "travel_papers", ("application__case",)),
    Holding("travel_papers.application", "travel_papers", at_work=Q(state=Application.State.OPEN)),
    Holding("record.dispute", "facts", ("fact__case",)),
    Holding("access.secretrecipient", "accesses", ("fact__case",)),
    Holding("transmissions.factorigin", "transmissions", ("fact__case", "received__case")),
    Holding("transmissions.receivedcontent", "transmissions", ("received__case",)),
    Holding("transmissions.received", "transmissions"),
    Holding("transmissions.signedtransmission", "transmissions", ("transmission__case",)),
    Holding(
        "transmissions.envelope",
        "transmissions",
        ("transmission__case",),
        at_work=Q(state__in=[Envelope.State.WAITING, Envelope.State.FAILED]),
    ),
    Holding("transmissions.transmission", "transmissions", at_work=_UNDER_WAY),
    Holding("fund.recovery", "fund", ("payment__tranche__commitment__case",)),
    Holding("fund.payment", "fund", ("tranche__commitment__case",), at_work=Q(state=Payment.State.WAITING)),
    Holding("fund.tranche", "fund", ("commitment__case",), at_work=Q(state__in=UNPAID)),
    Holding("fund.cancellation", "fund", ("commitment__case",)),
    Holding("fund.commitment", "fund"),
    Holding("accommodation.withdrawal", "accommodation", ("report__resident__case",)),
    Holding("accommodation.report", "accommodation", ("resident__case",)),
    Holding("accommodation.resident", "accommodation"),
    Holding("notices.reliance", "notices", ("notice__case", "fact__case")),
    Holding("notices.noticecontent", "notices", ("notice__case",)),
    Holding("notices.notice", "notices", at_work=Q(state=Notice.State.OPEN)),
    Holding("record.fact", "facts"),
    Holding("letters.returnedmail", "letters", ("dispatch__letter__case",)),
    Holding("letters.serviceproof", "letters", ("dispatch__letter__case",)),
    Holding("letters.dispatch", "letters", ("letter__case",)),
    Holding("letters.signedletter", "letters", ("letter__case",)),
    Holding("letters.letter", "letters"),
    Holding("prospects.deskoutcome", "steps", ("matter__case",)),
    Holding("prospects.deskmatter", "steps", at_work=Q(state=DeskMatter.State.OPEN)),
    Holding("prospects.renewalnotice", "tasks"),
    Holding("steps.signedstep", "steps", ("taking__case",)),
    Holding("steps.steptaking", "steps", at_work=_OPEN_TAKING),
    Holding("work.note", "notes"),
    Holding("work.duenotice", "tasks"),
    Holding("work.task", "tasks", at_work=Q(done_by=None)),
    Holding("work.bookeddeadline", "tasks", at_work=Q(ended_by=None)),
    Holding("work.counsellingstatement", "post", ("post__case",)),
    Holding("work.incomingpost", "post", at_work=~Q(state=IncomingPost.State.ANSWERED)),
    Holding("work.outgoingmail", "mails", ("created_by__case",)),
    Holding("intake.stagedrow", "imports", number=("run__body", "file_number")),
    Holding("cases.document", "documents", files=Files(_document_paths, _document_needed)),
    Holding("cases.familylink", "family", ("case", "relative")),
    Holding("cases.positionmark", "search"),
    Holding("cases.searchword", "search"),
    Holding("cases.legalposition", "search"),
    Holding("competence.referralanswer", "referrals", ("referral__case",)),
    Holding("competence.referral", "referrals", at_work=Q(state=Referral.State.IN_PROGRESS)),
    Holding("competence.responsibility", "referrals"),
    Holding("access.opening", "accesses"),
    Holding("access.grant", "accesses"),
    Holding("retention.legalhold", "holds"),
    Sweep("imports", "import_retention_months", _imports),
    Sweep("post", "post_retention_months", _post),
    Sweep("messages", "post_retention_months", _messages),
    # People of a list whom nobody found among the cases.
    Sweep("residents", "post_retention_months", _residents),
    # Traces without content of notices that belong to no case, and what went back unread.
    Sweep("notices", "post_retention_months", _notices),
    Sweep("mails", "mail_retention_months", _mails),
)
