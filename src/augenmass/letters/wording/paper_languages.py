"""The languages in which papers for persons are set: those of the persons' door, whose catalogues hold their words."""

from typing import Final

from augenmass.letters.wording.passages import RIGHT_TO_LEFT

PAPER_LANGUAGES: Final = {
    "de": "Deutsch",
    "de-simple": "Deutsch in einfacher Sprache",
    "en": "English",
    "ar": "العربية",
    "fa": "فارسی / دری",
    "uk": "Українська",
    "tr": "Türkçe",
    "ru": "Русский",
    "fr": "Français",
}
"""Key and what each calls itself."""


def setting_of(language: str) -> dict[str, object]:
    """What a paper says of its language to the template."""
    return {"language": language.partition("-")[0], "rtl": language in RIGHT_TO_LEFT}
