"""What a change of law does to the own body's cases, in words and as a picture; to all cases, in numbers, before a release."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.released import learns_position
from augenmass.cases.names import lane_name
from augenmass.cases.open_points import LEAST
from augenmass.cases.queries.case import english
from augenmass.cases.queries.comparison import MovedPage, Moves, ReleaseNumbers, Sides, comparison_of, release_numbers
from augenmass.cases.queries.worklist import PAGE
from augenmass.doors.desk.forms.law import KeyForm
from augenmass.doors.desk.pages.flow import NARROW, WIDE, flow_picture
from augenmass.doors.desk.pages.worklist import worklist_rows
from augenmass.law.catalogue import BEGINS, Catalogue
from augenmass.law.comparison import ANSWERS
from augenmass.law.norm import Question
from augenmass.law.norms.statutes import STATUTES, split_cite
from augenmass.law.position import CLARIFY
from augenmass.law.values import word
from augenmass.lawbook.in_force import in_force
from augenmass.lawbook.models import Comparison

Way = tuple[str, str]
Numbers = Mapping[Way, int | None]
Address = Callable[[str, Way], str]
"""The page with the cases of a question (empty: the lane) that go one way."""


def days_page(actor: Actor, sides: Sides | None, by_versions: bool) -> dict[str, Any]:
    """The context of the page; ``sides`` None where the days cannot be compared."""
    context: dict[str, Any] = {
        "by_versions": by_versions,
        "learns": learns_position(actor.roles, actor.purpose),
        "begins": BEGINS,
        "newer": Catalogue.shipped().hash != in_force().hash,
    }
    return context if sides is None else context | _found(comparison_of(actor, sides))


def _found(moves: Moves) -> dict[str, Any]:
    comparison = moves.comparison
    if comparison is None:
        return {}
    if comparison.state != Comparison.State.DONE:
        return progress_of(comparison)
    lanes = _lanes()

    def address(question: str, way: Way) -> str:
        return _cases_address(comparison, question, way)

    return {
        "comparison": comparison,
        "before": _side(comparison, earlier=True),
        "after": _side(comparison, earlier=False),
        "counted": moves.cases,
        "pictures": [flow_picture(moves.lanes, lanes, shape) for shape in (WIDE, NARROW)],
        "lanes": lane_lines(moves.lanes, lanes, address),
        "lanes_moved": sum(number for (one, other), number in moves.lanes.items() if one != other),
        "groups": question_groups(moves.questions, address),
        "same": moves.same,
        "gone": [question_name(name) for name in moves.gone],
        "new": [question_name(name) for name in moves.new],
    }


def progress_of(comparison: Comparison) -> dict[str, Any]:
    """How far a comparison is."""
    return {
        "comparison": comparison,
        "waiting": comparison.state == Comparison.State.WAITING,
        "failed": comparison.state == Comparison.State.FAILED,
        "poll": reverse("law_comparison_progress", args=[comparison.key]),
    }


def _side(comparison: Comparison, *, earlier: bool) -> str:
    """What stands on one side: the day, or the catalogue."""
    if comparison.catalogue != comparison.later_catalogue:
        version = (comparison.catalogue if earlier else comparison.later_catalogue)[:12]
        return (_("Fassung %(version)s") if earlier else _("eingespielte Fassung %(version)s")) % {"version": version}
    return date_format(comparison.earlier if earlier else comparison.later, "SHORT_DATE_FORMAT")


def _cases_address(comparison: Comparison, question: str, way: Way) -> str:
    asked = urlencode({"frage": question, "war": way[0], "ist": way[1]})
    return f"{reverse('law_comparison_cases', args=[comparison.key])}?{asked}"


def _lanes() -> dict[str, str]:
    """The lanes of both catalogues in their order, with their words; what is not sorted into one stands in the lane to clarify."""
    shipped = {lane.id: lane.en if english() else lane.de for lane in Catalogue.shipped().lanes}
    answering = {lane.id: lane_name(lane.id) for lane in in_force().lanes}
    clarify = {} if CLARIFY in answering else {CLARIFY: lane_name(CLARIFY)}
    return answering | {key: name for key, name in shipped.items() if key not in answering} | clarify


def lane_lines(flows: Numbers, lanes: Mapping[str, str], address: Address | None = None) -> list[dict[str, Any]]:
    """The flows between lanes, those of cases that move first, in the order of the lanes."""
    order = {key: number for number, key in enumerate(lanes)}
    ways = sorted(flows, key=lambda way: (way[0] == way[1], order[way[0]], order[way[1]]))
    return [
        {
            "before": (way[0], lanes[way[0]]),
            "after": (way[1], lanes[way[1]]),
            "number": flows[way],
            "moves": way[0] != way[1],
            "address": address("", way) if address and way[0] != way[1] else "",
        }
        for way in ways
    ]


def question_groups(moved: Mapping[str, Numbers], address: Address | None = None) -> list[dict[str, Any]]:
    """Questions by statute, in each those first that most cases answer otherwise, with the ways that cases go."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for question in _in_order(moved):
        groups.setdefault(_statute(question), []).append(_line(question, moved[question.id], address))
    order = [*STATUTES, ""]
    return [
        {
            "title": STATUTES[key].name if key else _("Ohne Vorschrift"),
            "lines": sorted(groups[key], key=lambda line: -line["changed"]),
        }
        for key in sorted(groups, key=order.index)
    ]


def _in_order(names: Iterable[str]) -> list[Question]:
    known = {question.id: question for law in (in_force(), Catalogue.shipped()) for question in law.questions}
    asked = set(names)
    return [question for name, question in known.items() if name in asked]


def _statute(question: Question) -> str:
    return split_cite(question.cite)[0] if question.cite else ""


def _line(question: Question, flows: Numbers, address: Address | None) -> dict[str, Any]:
    order: list[str] = [word(answer) for answer in ANSWERS]
    ways = sorted((way for way in flows if way[0] != way[1]), key=lambda way: [order.index(one) for one in way])
    asked = question.id in {found.id for found in Catalogue.shipped().questions}
    return {
        "says": question.en if english() else question.de,
        "address": reverse("law_question", args=[question.id]) if asked else "",
        "changed": sum(flows[way] or 0 for way in ways),
        "ways": [
            {
                "before": way[0],
                "after": way[1],
                "number": flows[way],
                "address": address(question.id, way) if address else "",
            }
            for way in ways
        ],
    }


def question_name(name: str) -> str:
    """A question of the catalogue that answers, or of the shipped one, in words."""
    found = _in_order([name])
    return name if not found else found[0].en if english() else found[0].de


def cases_page(found: MovedPage, question: str, way: Way) -> dict[str, Any]:
    """The context of the list of cases that go one way. Raises ``Http404`` for a question or lane without a name."""
    lanes = _lanes()
    if question == "" and not lanes.keys() >= set(way):
        raise Http404
    back = (
        {"ansicht": "fassungen"}
        if found.comparison.catalogue != found.comparison.later_catalogue
        else {"von": found.comparison.earlier.isoformat(), "bis": found.comparison.later.isoformat()}
    )
    return {
        "back": f"{reverse('law_comparison')}?{urlencode(back)}",
        "comparison": found.comparison,
        "before": _side(found.comparison, earlier=True),
        "after": _side(found.comparison, earlier=False),
        "question": question_name(question) if question else "",
        "was": lanes[way[0]] if question == "" else way[0],
        "becomes": lanes[way[1]] if question == "" else way[1],
        "way": way,
        "found": found,
        "rows": worklist_rows(found.rows),
        "page": Paginator(range(found.count), PAGE).get_page(found.number),
    }


def release_comparisons(actor: Actor) -> list[dict[str, Any]]:
    """What each candidate changes over the cases of every body."""
    return [_release(found) for found in release_numbers(actor)]


def _release(found: ReleaseNumbers) -> dict[str, Any]:
    comparison = found.comparison
    context: dict[str, Any] = {
        "candidate": found.candidate,
        "comparison": comparison,
        "least": LEAST,
        "form": KeyForm(auto_id=False),
    }
    if comparison is None:
        return context
    if comparison.state != Comparison.State.DONE:
        return context | progress_of(comparison)
    return context | {
        "done": True,
        "lanes": lane_lines(found.lanes, _lanes()),
        "groups": question_groups(found.questions),
        "gone": [question_name(name) for name in found.gone],
        "new": [question_name(name) for name in found.new],
    }
