"""The tags and filters of the desk: `{% load desk %}` brings these, the blocks and the form fields."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.template.context import Context
from django.templatetags.static import static
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from augenmass.doors.desk import navigation as places
from augenmass.doors.desk import wording
from augenmass.doors.desk.templatetags import desk_blocks, desk_forms
from augenmass.law.time import today

register = template.Library()
for library in (desk_blocks.register, desk_forms.register):
    register.tags.update(library.tags)
    register.filters.update(library.filters)

TONES = {"debug": "info", "info": "info", "success": "success", "warning": "warning", "error": "error"}


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """An icon of the sprite; silent unless `label` gives it words of its own."""
    return desk_blocks.icon_markup(name, label, css)


@register.simple_tag
def address(name: str, *args: object, default: str = "") -> str:
    """The address behind a name; `default` where there is no such page (the frame must render on every page)."""
    return places.address_of(name, default, args)


@register.filter
def tone(message: Message) -> str:
    """The tone of a status message: info, success, warning or error."""
    return TONES.get(message.level_tag, "info")


@register.inclusion_tag("desk/parts/navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    """The main navigation; reads `section`, `navigation_counts` and `navigation_hidden` from the context."""
    request = context.get("request")
    path = request.path if request is not None else ""
    section = str(context.get("section") or "")
    hidden = frozenset(context.get("navigation_hidden") or ())
    first, second = places.in_lines(places.places(path, section, context.get("navigation_counts"), hidden))
    return {"items": first, "below": second, "title": next((place.label for place in first if place.current), "")}


def _chip(sign: wording.Sign, title: str = "") -> SafeString:
    css = f"am-chip am-chip--{sign.tone}" if sign.tone else "am-chip"
    return format_html('<span class="{}">{}<span>{}</span></span>', css, desk_blocks.icon_markup(sign.icon), sign.word)


@register.simple_tag
def chip(label: str, icon: str = "info", tone: str = "") -> SafeString:
    """A chip with its own words; `tone`: "", "strong", "dashed", "soon" or "late"."""
    return _chip(wording.Sign(label, icon, tone))


@register.simple_tag
def lane_chip(key: str, label: str = "") -> SafeString:
    """The chip of a lane by its key; `label` is the catalogue's word for it."""
    return _chip(wording.lane(key, label))


@register.simple_tag
def step_chip(state: str) -> SafeString:
    """The chip of a step's state, a key of `wording.STEP_STATES`."""
    return _chip(wording.STEP_STATES[state])


@register.simple_tag
def finding_chip(answer: object) -> SafeString:
    """The chip of an answer of the law: festgestellt, nicht festgestellt, entgegenstehend."""
    return _chip(wording.MARKS[wording.mark_of(answer)])


@register.simple_tag
def deadline_chip(due: date | None, on: date | None = None) -> SafeString:
    """The chip of a deadline in words, seen from today or from `on`; empty without a day."""
    return _chip(wording.deadline(due, on or today())) if due else SafeString("")


@register.simple_tag
def count(number: int, label: str = "") -> SafeString:
    """A number in a small field, with `label` as its hidden words."""
    words = format_html('<span class="am-hidden-text"> {}</span>', label) if label else ""
    return format_html('<span class="am-count">{}{}</span>', grouped(number), words)


@register.filter
def days_from_now(due: date | None) -> str:
    """The distance of a day from today in words; empty without a day."""
    return wording.days_from(due, today()) if due else ""


@register.filter
def mark(answer: object) -> str:
    """The key of the mark of an answer: established, not_established or opposed."""
    return wording.mark_of(answer)


@register.filter
def mark_icon(answer: object) -> str:
    """The icon of the mark of an answer."""
    return wording.MARKS[wording.mark_of(answer)].icon


@register.filter
def mark_word(answer: object) -> str:
    """The word of the mark of an answer."""
    return str(wording.MARKS[wording.mark_of(answer)].word)


@register.filter
def bidi(text: object) -> SafeString:
    """A name or other foreign text, kept from turning the direction of the text around it."""
    return format_html("<bdi>{}</bdi>", text)


@register.simple_tag
def key_value(label: str, value: object = None, note: object = "") -> SafeString:
    """One line of a `<dl class="am-dl">`; an empty value reads "nicht bekannt"."""
    return desk_blocks.key_value_markup(label, value, note)


@register.simple_tag
def copy_button(text: str) -> SafeString:
    """A button that copies `text`; it appears only where scripts run."""
    return desk_blocks.copy_markup(text)


@register.simple_tag(takes_context=True)
def sort_header(context: Context, label: str, key: str, css: str = "") -> SafeString:
    """A `<th>` that sorts by `key` through the address parameter `sort` (`key` upwards, `-key` downwards)."""
    request = context["request"]
    current = request.GET.get("sort", "")
    query = request.GET.copy()
    query.pop("page", None)
    query["sort"] = f"-{key}" if current == key else key
    state, sign = {key: ("ascending", "sort-up"), f"-{key}": ("descending", "sort-down")}.get(current, ("", "sort"))
    sorted_by = format_html(' aria-sort="{}"', state) if state else ""
    head = format_html('<th scope="col" class="{}"{}>', css, sorted_by)
    return format_html(
        '{}<a class="am-sort" href="?{}">{}{}</a></th>', head, query.urlencode(), label, desk_blocks.icon_markup(sign)
    )


@register.inclusion_tag("desk/parts/pagination.html", takes_context=True)
def pagination(context: Context, page: Any, name: str = "page", label: str = "") -> dict[str, Any]:
    """Links between the pages of a list; `page` is a `django.core.paginator.Page`, `name` its address parameter.

    `label`: of which list, where a page has several.
    """
    return {
        "page": page,
        "numbers": _near(page.number, page.paginator.num_pages),
        "query": _query_without(context, name),
        "name": name,
        "label": label,
    }


def _near(number: int, last: int) -> list[int]:
    """Page numbers worth a link: first, last and the neighbours; 0 stands for a gap."""
    shown = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)})
    numbers: list[int] = []
    for value in shown:
        if numbers and value - numbers[-1] == 2:
            numbers.append(value - 1)
        elif numbers and value - numbers[-1] > 2:
            numbers.append(0)
        numbers.append(value)
    return numbers


def _query_without(context: Context, name: str) -> str:
    request = context.get("request")
    if request is None:
        return ""
    query = request.GET.copy()
    query.pop(name, None)
    encoded = query.urlencode()
    return f"{encoded}&" if encoded else ""


@register.inclusion_tag("desk/parts/tabs.html")
def tabs(items: Iterable[Mapping[str, object]], label: str) -> dict[str, Any]:
    """Tabs as plain links; each item: `label`, `address`, `current`, optional `count`."""
    return {"items": items, "label": label}


@register.inclusion_tag("desk/parts/timeline.html")
def timeline(entries: Iterable[Any]) -> dict[str, Any]:
    """What happened, newest first as given; each entry: `when` (aware datetime), `title`, optional `text`, `by`, `icon`, `address`."""
    return {"entries": entries}


@register.inclusion_tag("desk/parts/proof_tree.html")
def proof_tree(root: Any) -> dict[str, Any]:
    """A proof as a nested list; the shape of a node stands in `desk/parts/proof_tree.html`."""
    return {"nodes": [root], "level": 1}


@register.inclusion_tag("desk/parts/step_panel.html", takes_context=True)
def step_panel(context: Context, step: Any) -> dict[str, Any]:
    """A step with its state, what it rests on, what blocks it; the shape stands in `desk/parts/step_panel.html`."""
    return {"step": step, "request": context.get("request")}


@register.inclusion_tag("desk/parts/progress.html")
def progress(
    label: str, done: int, total: int, poll: str = "", finished: bool = False, note: str = ""
) -> dict[str, Any]:
    """How far a long work is; asks again at `poll` every two seconds while it is not finished."""
    return {
        "label": label,
        "done": done,
        "total": total,
        "poll": "" if finished else poll,
        "finished": finished,
        "note": note,
    }


@register.inclusion_tag("desk/parts/empty.html")
def empty(title: str, text: str = "", address: str = "", action: str = "", icon: str = "success") -> dict[str, Any]:
    """The state of a list that has nothing in it: what that means and what can be done."""
    return {"title": title, "text": text, "address": address, "action": action, "icon": icon}


@register.filter
def grouped(number: int) -> str:
    """A number with its thousands set apart, as the language writes them."""
    return number_format(number, force_grouping=True)


@register.filter
def sprite(name: str) -> str:
    """The address of one symbol of the sprite."""
    return f"{static('desk/icons.svg')}#{name}"
