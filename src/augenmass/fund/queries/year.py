"""A year of the fund that the actor's body manages: figures, programmes, and the postings behind each figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet, Sum

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.fund.models import Budget, BudgetChange, Fund, Posting, Programme, ProgrammeTerms, TermsEnd
from augenmass.fund.models.decided import Decided
from augenmass.fund.rules.accounts import FIGURES, Figures, figures
from augenmass.work.queries.paging import Page, page_of


def may_look(actor: Actor) -> bool:
    """Whether the actor sees the sums of the fund of the body: who manages it, and who confirms."""
    return not actor.reads_only and (actor.may(Permission.MANAGE_FUND) or actor.may(Permission.SECOND_SIGNATURE))


def fund_of(actor: Actor) -> Fund | None:
    """The fund of the actor's body; None where it has none or the actor may not look."""
    return Fund.objects.filter(body=actor.body_id).first() if may_look(actor) else None


def budgets(fund: Fund) -> list[Budget]:
    """All years of a fund, the newest first."""
    return list(Budget.objects.filter(fund=fund).select_related("fund", "closed_by").order_by("-year"))


@dataclass(frozen=True, slots=True)
class OfProgramme:
    """What of a year belongs to one programme."""

    programme: Programme
    figures: Figures


@dataclass(frozen=True, slots=True)
class Year:
    """A year in figures, whole and by programme."""

    budget: Budget
    figures: Figures
    programmes: list[OfProgramme]


def year_of(actor: Actor, budget: Budget) -> Year:
    """The figures of a year (two queries). Sums without persons; the caller found the budget through ``fund_of``."""
    rows = Posting.objects.filter(budget=budget, body=actor.body_id).order_by()
    by_kind: dict[str, int] = {}
    by_programme: dict[int, dict[str, int]] = {}
    for kind, programme, cents in rows.values_list("kind", "programme").annotate(cents=Sum("cents")):
        by_kind[kind] = by_kind.get(kind, 0) + cents
        if programme is not None:
            by_programme.setdefault(programme, {})[kind] = cents
    known = Programme.objects.filter(fund=budget.fund_id)
    parts = [OfProgramme(one, figures(by_programme[one.pk].items())) for one in known if one.pk in by_programme]
    return Year(budget, figures(by_kind.items()), parts)


def _behind(actor: Actor, budget: Budget, figure: str, programme: str) -> "QuerySet[Posting]":
    rows = Posting.objects.filter(budget=budget, body=actor.body_id).select_related("programme")
    if figure in FIGURES:
        rows = rows.filter(kind__in=[kind.value for kind in FIGURES[figure]])
    if programme:
        rows = rows.filter(programme__key=programme)
    return rows


def postings(actor: Actor, budget: Budget, figure: str = "", programme: str = "", page: int = 1) -> Page[Posting]:
    """The postings that make one figure, or all of a year, in their order; one page."""
    return page_of(_behind(actor, budget, figure, programme).order_by("pk"), page)


def all_postings(actor: Actor, budget: Budget) -> Iterator[Posting]:
    """Every posting of a year for the treasury. Writes an access line."""
    rows = _behind(actor, budget, "", "").order_by("pk")
    log.read(actor, "fund_export", rows=rows.count())
    return rows.iterator(chunk_size=1000)


def waiting_budgets(fund: Fund) -> list[BudgetChange]:
    """Budgets that wait for the second person, the oldest first."""
    found = BudgetChange.objects.filter(budget__fund=fund, state=Decided.State.WAITING)
    return list(found.select_related("budget", "proposed_by").order_by("pk"))


def changes_of(budget: Budget) -> list[BudgetChange]:
    """How the budget of a year came about, the newest first."""
    return list(budget.changes.select_related("proposed_by", "decided_by").order_by("-pk"))


def programmes_of(fund: Fund) -> list[Programme]:
    """The programmes of a fund by name; the ``terms`` of each hold, held or wait, the newest first, without those refused or withdrawn."""
    kept = [ProgrammeTerms.State.WAITING, ProgrammeTerms.State.CONFIRMED]
    found = ProgrammeTerms.objects.filter(state__in=kept).select_related("proposed_by", "decided_by")
    shown = Prefetch("terms", found.prefetch_related("ends").order_by("-since", "-pk"))
    return list(Programme.objects.filter(fund=fund).prefetch_related(shown))


def waiting_end(terms: ProgrammeTerms) -> TermsEnd | None:
    """An end of these terms that waits for the second person."""
    return next((end for end in terms.ends.all() if end.state == TermsEnd.State.WAITING), None)


def budget_of(actor: Actor, year: int) -> Budget | None:
    """A year of the fund of the actor's body; None where there is none or the actor may not look."""
    fund = fund_of(actor)
    return Budget.objects.filter(fund=fund, year=year).select_related("fund").first() if fund is not None else None


def own_programme(actor: Actor, key: str) -> Programme | None:
    """A programme of the fund of the actor's body."""
    fund = fund_of(actor)
    return Programme.objects.filter(fund=fund, key=key).first() if fund is not None else None


def own_terms(actor: Actor, key: UUID) -> ProgrammeTerms | None:
    """Terms of a programme of the fund of the actor's body."""
    fund = fund_of(actor)
    if fund is None:
        return None
    return ProgrammeTerms.objects.filter(key=key, programme__fund=fund).select_related("programme").first()
