"""Words in German and English at once: an extract has both, whatever language the page has."""

from typing import Any

from django.utils.translation import override

from augenmass.disclosure.content import Words


def both(label: Any) -> Words:
    """A translatable label in both languages."""
    with override("de"):
        german = str(label)
    with override("en"):
        return Words(de=german, en=str(label))


def joined(pairs: list[tuple[str, str]]) -> tuple[str, str]:
    """Pairs of German and English words, one after the other."""
    return ", ".join(de for de, _en in pairs), ", ".join(en for _de, en in pairs)
