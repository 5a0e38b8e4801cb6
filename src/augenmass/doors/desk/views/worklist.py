"""The worklist with its filters, and the views that a person saves."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.actions.views import drop_view, keep_view
from augenmass.cases.queries.granted import granted_cases, granted_hits
from augenmass.cases.queries.worklist import PAGE, WorklistFilter, worklist
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.worklist import filter_form
from augenmass.doors.desk.hidden_search import NotReadable, hidden_query, opened_query
from augenmass.doors.desk.pages.worklist import worklist_rows

FILTERS = ("search", "lane", "step", "blocker", "doubt", "deadline", "due", "officer", "unit")


class _Pages(Paginator):
    """Numbers of pages for a list that the query cut already."""

    def __init__(self, count: int) -> None:
        super().__init__(range(count), PAGE)


def chosen_filter(query: QueryDict) -> WorklistFilter:
    """The filter in an address; unknown values narrow to nothing rather than to everything."""
    values = {
        name: query.get("q" if name == "search" else name, "").replace("\0", "").strip()[:100] for name in FILTERS
    }
    return WorklistFilter(**values, order=query.get("sort", "due").lstrip("-"))


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """One page of the list; what was sent leads to an address in which no name can be read."""
    account = request.actor.account_id
    if request.method == "POST":
        return HttpResponseRedirect(f"{request.path}?{hidden_query(request.POST, account)}")
    try:
        query = opened_query(request.GET, account)
    except NotReadable:
        messages.error(request, _("Diese Suche gilt nicht mehr. Bitte suchen Sie noch einmal."))
        return HttpResponseRedirect(reverse("worklist"))
    chosen = chosen_filter(query)
    number = request.GET.get("page", "1")
    found = worklist(request.actor, chosen, int(number) if number.isdecimal() and len(number) < 8 else 1)
    applied = sum(1 for name in FILTERS if getattr(chosen, name))
    context = {
        "section": "worklist",
        "found": found,
        "rows": worklist_rows(found.rows, found.position),
        "page": _Pages(found.count).get_page(found.number),
        "form": filter_form(request.actor, query, found.position),
        "applied": applied,
        "chosen": chosen,
        "search_text": chosen.search,
        "granted": granted_hits(request.actor, chosen.search) if chosen.search else [],
        "saved": [
            {"pk": view.pk, "name": view.name, "query": hidden_query(QueryDict(view.query), account)}
            for view in request.actor.account.saved_views.all()
        ],
        "query": request.GET.urlencode(),
    }
    return render(request, "desk/cases/worklist.html", context)


@require_GET
def granted(request: DeskRequest) -> HttpResponse:
    """Cases of other bodies that were opened to the reader."""
    context = {"section": "worklist", "granted": granted_cases(request.actor)}
    return render(request, "desk/cases/granted.html", context)


@require_POST
def save_view(request: DeskRequest) -> HttpResponse:
    """Keep the filters of the list under a name."""
    account = request.actor.account_id
    query = opened_query(QueryDict(request.POST.get("query", "")[:1000]), account).copy()
    query.pop("page", None)
    name = request.POST.get("name", "").strip()
    if not name:
        messages.error(request, _("Bitte geben Sie der Ansicht einen Namen."))
    else:
        keep_view(request.actor, name, query.urlencode())
        messages.success(request, _("Die Ansicht „%(name)s“ ist gespeichert.") % {"name": name})
    return HttpResponseRedirect(f"{reverse('worklist')}?{hidden_query(query, account)}")


@require_POST
def remove_view(request: DeskRequest, pk: int) -> HttpResponse:
    """Remove a saved view."""
    drop_view(request.actor, pk)
    messages.success(request, _("Die Ansicht ist entfernt."))
    return HttpResponseRedirect(reverse("worklist"))
