"""The fund as its pages show it: a year in figures with its picture, the postings behind them, programmes with their terms."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.doors.desk.pages.fund_picture import Share, fund_picture
from augenmass.doors.desk.pages.work import paginated
from augenmass.fund.actions.deciding import may_decide
from augenmass.fund.models import Budget, Fund, Posting, ProgrammeTerms
from augenmass.fund.models.claims import OCCASION_LABELS
from augenmass.fund.models.decided import Decided
from augenmass.fund.queries import year as queries
from augenmass.fund.queries.year import Year
from augenmass.fund.rules.accounts import FIGURES, MOVES, Figures, PostingKind
from augenmass.fund.rules.money import format_amount
from augenmass.fund.rules.tranches import parts_of
from augenmass.fund.words import ACCOUNT_LABELS, POSTING_LABELS
from augenmass.law.time import today
from augenmass.record.spreadsheet import written

FIGURE_LABELS = {
    "budget": gettext_lazy("Haushalt"),
    "carried_in": gettext_lazy("aus dem Vorjahr übertragen"),
    "paid": gettext_lazy("ausgezahlt"),
    "committed": gettext_lazy("gebunden, noch nicht ausgezahlt"),
    "free": gettext_lazy("frei"),
    "lapsed": gettext_lazy("verfallen"),
    "carried_out": gettext_lazy("in das nächste Jahr übertragen"),
    "recovered": gettext_lazy("zurückgeflossen"),
}
ALWAYS = ("budget", "paid", "committed", "free")
"""Figures that a year shows also when they are nought."""
TONES = {"paid": "paid", "committed": "committed", "free": "free", "lapsed": "gone", "carried_out": "gone"}


def fund_page(actor: Actor, chosen: int | None) -> dict[str, Any]:
    """The context of a year: the chosen one, else the newest that has begun."""
    fund = queries.fund_of(actor)
    years = queries.budgets(fund) if fund is not None else []
    budget = next((one for one in years if one.year == chosen), None) or _current(years)
    return {
        "fund": fund,
        "years": years,
        "manages": actor.may(Permission.MANAGE_FUND),
        "waiting": [_proposal(actor, change) for change in queries.waiting_budgets(fund)] if fund is not None else [],
        "section": "fund",
        **(_year(actor, queries.year_of(actor, budget)) if budget is not None else {}),
    }


def _current(years: list[Budget]) -> Budget | None:
    return next((one for one in years if one.year <= today().year), years[-1] if years else None)


def _proposal(actor: Actor, proposal: Decided) -> dict[str, Any]:
    return {"row": proposal, "may_confirm": may_decide(actor, proposal), "amount": amount_of(proposal)}


def amount_of(proposal: Any) -> str:
    """The amount of a proposal in words, where it has one."""
    return format_amount(proposal.cents) if hasattr(proposal, "cents") else ""


def _year(actor: Actor, year: Year) -> dict[str, Any]:
    held = year.figures
    names = [name for name in FIGURE_LABELS if name in ALWAYS or getattr(held, name)]
    return {
        "budget": year.budget,
        "open": year.budget.closed_at is None,
        "rows": [_figure(year.budget, held, name) for name in names],
        "programmes": [
            {
                "programme": part.programme,
                "address": _postings_address(year.budget, "", part.programme.key),
                "committed": format_amount(part.figures.committed),
                "paid": format_amount(part.figures.paid),
                "recovered": format_amount(part.figures.recovered),
            }
            for part in year.programmes
        ],
        "pictures": [fund_picture(_shares(held), held.whole, key) for key in ("wide", "narrow")] if held.whole else [],
        "picture_text": _in_words(held),
        "changes": [
            {"row": change, "amount": format_amount(change.cents)} for change in queries.changes_of(year.budget)
        ],
    }


def _figure(budget: Budget, held: Figures, name: str) -> dict[str, str]:
    return {
        "label": str(FIGURE_LABELS[name]),
        "amount": format_amount(getattr(held, name)),
        "share": f"{100 * getattr(held, name) / held.whole:.1f} %".replace(".", ",") if held.whole else "–",
        "address": _postings_address(budget, name, ""),
    }


def _postings_address(budget: Budget, figure: str, programme: str) -> str:
    return f"{reverse('fund_postings', args=[budget.year])}?zahl={figure}&programm={programme}"


def _shares(held: Figures) -> list[Share]:
    """The whole, then its parts one after the other: what is gone first, what is free last."""
    shares = [
        Share(
            _("Haushalt mit Übertrag") if held.carried_in else _("Haushalt"),
            format_amount(held.whole),
            0,
            held.whole,
            "whole",
        )
    ]
    start = 0
    for name in ("paid", "committed", "carried_out", "lapsed", "free"):
        cents = getattr(held, name)
        if name in ALWAYS or cents:
            shares.append(Share(str(FIGURE_LABELS[name]), format_amount(cents), start, cents, TONES[name]))
        start += cents
    return shares


def _in_words(held: Figures) -> str:
    return _("Von %(whole)s sind %(paid)s ausgezahlt, %(committed)s gebunden und %(free)s frei.") % {
        "whole": format_amount(held.whole),
        "paid": format_amount(held.paid),
        "committed": format_amount(held.committed),
        "free": format_amount(held.free),
    }


def posting_rows(found: Iterable[Posting], figure: str = "") -> list[dict[str, Any]]:
    """Postings in words; in one figure each with the sign by which it counts there."""
    signs = FIGURES.get(figure, {})
    return [
        {
            "row": row,
            "what": POSTING_LABELS[PostingKind(row.kind)],
            "out": ACCOUNT_LABELS[MOVES[PostingKind(row.kind)][0]],
            "into": ACCOUNT_LABELS[MOVES[PostingKind(row.kind)][1]],
            "amount": format_amount(signs.get(PostingKind(row.kind), 1) * row.cents),
        }
        for row in found
    ]


def postings_page(actor: Actor, budget: Budget, figure: str, programme: str, page: int) -> dict[str, Any]:
    """The context of the postings behind a figure, or of all."""
    figure = figure if figure in FIGURES else ""
    found = queries.postings(actor, budget, figure, programme, page)
    held = queries.year_of(actor, budget)
    of_programme = next((part for part in held.programmes if part.programme.key == programme), None)
    figures = of_programme.figures if of_programme is not None else held.figures
    return {
        "budget": budget,
        "figure": FIGURE_LABELS.get(figure, ""),
        "programme": of_programme.programme if of_programme is not None else "",
        "sum": format_amount(getattr(figures, figure)) if figure else "",
        "rows": posting_rows(found.rows, figure),
        "found": found,
        "page": paginated(found),
        "section": "fund",
    }


def csv_of(actor: Actor, budget: Budget) -> bytes:
    """All postings of a year for the treasury; German, as the treasury reads it. Writes an access line."""
    heads = [
        "Nr.",
        "Haushaltsjahr",
        "Tag",
        "Buchung",
        "von Konto",
        "nach Konto",
        "Betrag in Euro",
        "Nummer",
        "Programm",
    ]
    rows = (
        [
            str(number),
            str(budget.year),
            f"{row.on:%d.%m.%Y}",
            str(POSTING_LABELS[PostingKind(row.kind)]),
            *(str(ACCOUNT_LABELS[account]) for account in MOVES[PostingKind(row.kind)]),
            format_amount(row.cents, ""),
            row.number,
            row.programme.name_de if row.programme is not None else "",
        ]
        for number, row in enumerate(queries.all_postings(actor, budget), start=1)
    )
    return written(heads, rows)


def programmes_page(actor: Actor, form: Any) -> dict[str, Any]:
    """The context of the programmes with their terms."""
    fund: Fund | None = queries.fund_of(actor)
    programmes = queries.programmes_of(fund) if fund is not None else []
    return {
        "form": form,
        "manages": actor.may(Permission.MANAGE_FUND),
        "programmes": [
            {"programme": one, "terms": [_terms_row(actor, terms) for terms in one.terms.all()]} for one in programmes
        ],
        "section": "fund",
    }


def _terms_row(actor: Actor, terms: ProgrammeTerms) -> dict[str, Any]:
    end = queries.waiting_end(terms)
    return {
        **terms_in_words(terms),
        "waits": terms.state == ProgrammeTerms.State.WAITING,
        "may_confirm": may_decide(actor, terms),
        "end": end,
        "may_confirm_end": end is not None and may_decide(actor, end),
    }


def terms_in_words(terms: ProgrammeTerms) -> dict[str, Any]:
    """Terms as pages show them: amounts and tranches in words."""
    return {
        "terms": terms,
        "per_adult": format_amount(terms.per_adult),
        "per_minor": format_amount(terms.per_minor),
        "ceiling": format_amount(terms.ceiling) if terms.ceiling is not None else "",
        "ceiling_of_year": format_amount(terms.ceiling_of_year) if terms.ceiling_of_year is not None else "",
        "parts": [
            {"occasion": OCCASION_LABELS[part.occasion], "months": part.months_after, "share": part.share}
            for part in parts_of(terms.tranches)
        ],
    }
