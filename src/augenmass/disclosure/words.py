"""Words in German and English at once: an extract has both, whatever language the page has."""

from datetime import date
from typing import Any

from django.utils.translation import get_language, override

from augenmass.disclosure.content import Words


def both(label: Any) -> Words:
    """A translatable label in both languages."""
    with override("de"):
        german = str(label)
    with override("en"):
        return Words(de=german, en=str(label))


def filled(sentence: Any, **values: Any) -> Words:
    """A translatable sentence in both languages; a value is a text, a day, or a function that says it in the language of the moment."""
    with override("de"):
        german = str(sentence) % {name: _said(value) for name, value in values.items()}
    with override("en"):
        return Words(de=german, en=str(sentence) % {name: _said(value) for name, value in values.items()})


def _said(value: Any) -> str:
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}" if get_language() == "en" else f"{value:%d.%m.%Y}"
    return str(value() if callable(value) else value)


def joined(pairs: list[tuple[str, str]]) -> tuple[str, str]:
    """Pairs of German and English words, one after the other."""
    return ", ".join(de for de, _en in pairs), ", ".join(en for _de, en in pairs)
