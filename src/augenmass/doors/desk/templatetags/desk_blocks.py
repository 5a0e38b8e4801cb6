"""Parts that hold other content: card, alert, table, fieldset, filter bar, disclosure."""

from functools import lru_cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

register = template.Library()

ALERTS = {"info", "warning", "error", "success"}


@lru_cache(maxsize=512)
def icon_markup(name: str, label: str = "", css: str = "") -> SafeString:
    """The markup of an icon out of the sprite; hidden from screen readers unless it has words.

    A list shows the same few signs hundreds of times: made once, kept.
    """
    said = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    kind = f"am-icon {css}".strip()
    if name in ("chevron-right", "chevron-left", "sign-out", "external"):
        kind += " am-mirror"
    return format_html(
        '<svg class="{}" {} focusable="false"><use href="{}#{}"></use></svg>',
        kind,
        said,
        static("desk/icons.svg"),
        name,
    )


def key_value_markup(label: str, value: object, note: object = "") -> SafeString:
    """One line of a description list."""
    shown: Any = (
        format_html('<span class="am-muted">{}</span>', gettext("nicht bekannt")) if value in (None, "") else value
    )
    line = format_html('<span class="am-dl__note">{}</span>', note) if note else ""
    return format_html("<div><dt>{}</dt><dd>{}{}</dd></div>", label, shown, line)


def copy_markup(text: str) -> SafeString:
    """A button that copies a text."""
    return format_html(
        '<button class="am-button am-button--small" type="button" data-copy="{}" hidden>{}<span data-copy-label>{}</span><span class="am-hidden-text"> {}</span></button>',
        text,
        icon_markup("copy"),
        gettext("Kopieren"),
        text,
    )


@register.simple_block_tag
def card(
    content: SafeString,
    title: str = "",
    level: int = 2,
    flush: bool = False,
    accent: bool = False,
    id: str = "",
    note: str = "",
) -> SafeString:
    """A card: `title` as a heading of `level`, `flush` for tables and lists without margin, `note` at the end of its head."""
    anchor = format_html(' id="{}"', id) if id else ""
    named = format_html(' aria-labelledby="{}-title"', id) if id and title else ""
    heading_id = format_html(' id="{}-title"', id) if id else ""
    beside = format_html('<span class="am-muted">{}</span>', note) if note else ""
    head = (
        format_html('<div class="am-card__head"><h{}{}>{}</h{}>{}</div>', level, heading_id, title, level, beside)
        if title
        else ""
    )
    return format_html(
        '<section class="am-card{}"{}{}>{}<div class="am-card__body{}">{}</div></section>',
        " am-card--accent" if accent else "",
        anchor,
        named,
        head,
        " am-card__body--flush" if flush else "",
        content,
    )


@register.simple_block_tag
def alert(content: SafeString, kind: str = "info", title: str = "", level: int = 2, live: bool = False) -> SafeString:
    """A box that tells something: `kind` is info, warning, error or success; `live` when it appears after loading."""
    if kind not in ALERTS:
        raise template.TemplateSyntaxError(f"alert: unknown kind {kind!r}")
    head = format_html('<h{} class="am-alert__title">{}</h{}>', level, title, level) if title else ""
    role = format_html(' role="{}"', "alert" if kind == "error" else "status") if live else ""
    return format_html(
        '<div class="am-alert am-alert--{}"{}>{}<div class="am-alert__text">{}{}</div></div>',
        kind,
        role,
        icon_markup(kind),
        head,
        content,
    )


@register.simple_block_tag
def data_table(
    content: SafeString, caption: str, cards: bool = False, caption_hidden: bool = False, id: str = ""
) -> SafeString:
    """A table in a region that scrolls by keyboard; with `cards` its rows become cards on a small screen (give each `<td>` a `data-label`)."""
    anchor = format_html(' id="{}"', id) if id else ""
    return format_html(
        '<div class="am-region" role="region" aria-label="{}" tabindex="0"><table class="am-table{}"{}><caption{}>{}</caption>{}</table></div>',
        caption,
        " am-cards" if cards else "",
        anchor,
        mark_safe(' class="am-hidden-text"') if caption_hidden else "",
        caption,
        content,
    )


@register.simple_block_tag
def fieldset(content: SafeString, legend: str, hint: str = "") -> SafeString:
    """Fields that belong together under one `legend`."""
    line = format_html('<p class="am-field__hint">{}</p>', hint) if hint else ""
    return format_html('<fieldset class="am-fieldset"><legend>{}</legend>{}{}</fieldset>', legend, line, content)


@register.simple_block_tag
def filter_bar(
    content: SafeString, title: str = "", applied: int = 0, action: str = "", method: str = "get"
) -> SafeString:
    """A form of filters, foldable; open where there is room, folded on a small screen unless `applied` filters are set."""
    word = title or gettext("Filter")
    number = format_html(' <span class="am-count">{}</span>', applied) if applied else ""
    return format_html(
        '<details class="am-filter" data-filter{} open><summary>{}<span>{}</span>{}{}</summary>'
        '<form method="{}" action="{}">{}<div class="am-form__buttons"><button class="am-button" type="submit">{}</button>'
        '<a class="am-button am-button--quiet" href="{}">{}</a></div></form></details>',
        mark_safe(" data-set") if applied else "",
        icon_markup("filter"),
        word,
        number,
        icon_markup("chevron-down"),
        method,
        action,
        content,
        gettext("Anzeigen"),
        action or "?",
        gettext("Zurücksetzen"),
    )


@register.simple_block_tag
def disclosure(content: SafeString, summary: str, open: bool = False) -> SafeString:
    """Content that is folded away until somebody asks for it."""
    return format_html(
        '<details class="am-details"{}><summary>{}</summary>{}</details>',
        mark_safe(" open") if open else "",
        summary,
        content,
    )
