"""Languages in which an agreement is written beside German: key, name in German, name in itself. Pure."""

from typing import Final

LANGUAGES: Final = {
    "de": ("Deutsch", "Deutsch"),
    "en": ("Englisch", "English"),
    "ar": ("Arabisch", "العربية"),
    "fa": ("Persisch (Dari)", "دری"),
    "uk": ("Ukrainisch", "українська"),
    "tr": ("Türkisch", "Türkçe"),
    "ru": ("Russisch", "русский"),
    "fr": ("Französisch", "français"),
}
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa"})
