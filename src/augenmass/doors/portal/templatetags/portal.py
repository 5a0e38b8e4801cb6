"""Tags of the door: days and numbers set apart from the direction of the text, kinds in words, texts with legal effect."""

from datetime import date, datetime, time
from typing import Any

from django import template
from django.template import Context, NodeList
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language, override

from augenmass.doors.portal import words
from augenmass.doors.portal.languages import GERMAN

register = template.Library()
KINDS = {"day": words.DAYS, "letter": words.LETTERS, "receipt": words.RECEIPTS, "way": words.WAYS, "side": words.SIDES}


@register.filter
def day(value: date | str) -> SafeString:
    """A day with its weekday, in the words of the language, kept together whatever direction the text around it has."""
    on = _day_of(value)
    return _shown(on, f"{date_format(on, 'l')}, {date_format(on, 'DATE_FORMAT')}")


@register.filter
def until(value: date | str) -> SafeString:
    """A day behind a preposition: without its weekday, whose name many languages would have to inflect there."""
    on = _day_of(value)
    return _shown(on, date_format(on, "DATE_FORMAT"))


def _day_of(value: date | str) -> date:
    on = date.fromisoformat(value) if isinstance(value, str) else value
    return localtime(on).date() if isinstance(on, datetime) else on


def _shown(on: date, text: str) -> SafeString:
    if get_language() in ("ar", "fa"):
        text = text.replace(",", "،")
    text = text.replace(" г.", "\N{NO-BREAK SPACE}г.").replace(" р.", "\N{NO-BREAK SPACE}р.")
    return format_html('<time datetime="{}"><bdi>{}</bdi></time>', on.isoformat(), text)


@register.filter
def moment(value: datetime) -> SafeString:
    """A day and a time of day in Berlin."""
    local = localtime(value)
    return format_html("{} {}", day(local), clock(local.time()))


@register.filter
def clock(value: time) -> SafeString:
    """A time of day; from left to right in every language."""
    return format_html('<bdi dir="ltr">{}</bdi>', f"{value:%H:%M}")


@register.filter
def kind(value: str, of: str) -> str:
    """What a kind is called."""
    return str(KINDS[of].get(value, value))


@register.filter
def either(value: dict[str, str]) -> SafeString:
    """Words that exist in German and English only: English on the English page, else German, marked as what they are."""
    language = "en" if get_language() == "en" else "de"
    return format_html('<span lang="{}" dir="ltr">{}</span>', language, value[language])


class Legal(template.Node):
    """A text with legal effect: in a translation it says that the German one prevails, and has it beside itself."""

    def __init__(self, inner: NodeList) -> None:
        self.inner = inner

    def render(self, context: Context) -> str:
        shown = self.inner.render(context)
        if get_language() == GERMAN.code:
            return shown
        with override(GERMAN.code):
            german = self.inner.render(context)
        parts: dict[str, Any] = {"shown": SafeString(shown), "in_german": SafeString(german)}
        return render_to_string("portal/legal.html", parts)


@register.tag
def legal(parser: Any, _token: Any) -> Legal:
    """``{% legal %}…{% endlegal %}``."""
    inner = parser.parse(("endlegal",))
    parser.delete_first_token()
    return Legal(inner)
