"""The languages of the door, their names in themselves, their direction, and which one a request is answered in."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse


@dataclass(frozen=True, slots=True)
class Language:
    """One language: ``code`` names its catalogue, ``tag`` is what the page says (BCP 47)."""

    code: str
    tag: str
    name: str
    rtl: bool = False

    @property
    def direction(self) -> str:
        return "rtl" if self.rtl else "ltr"


LANGUAGES = {
    language.code: language
    for language in (
        Language("de", "de", "Deutsch"),
        Language("de-simple", "de-simple", "Deutsch in einfacher Sprache"),
        Language("en", "en", "English"),
        Language("ar", "ar", "العربية", rtl=True),
        Language("fa", "fa-AF", "فارسی / دری", rtl=True),
        Language("uk", "uk", "Українська"),
        Language("tr", "tr", "Türkçe"),
        Language("ru", "ru", "Русский"),
        Language("fr", "fr", "Français"),
    )
}
GERMAN = LANGUAGES["de"]
SECONDS = 180 * 24 * 3600


def chosen_now(request: HttpRequest) -> Language | None:
    """The language whose button was pressed, in whatever form it stands."""
    return LANGUAGES.get(request.POST.get("language", "")) if request.method == "POST" else None


def language_of(request: HttpRequest) -> Language:
    """What was chosen before, else what the browser asks for first, else German."""
    chosen = LANGUAGES.get(request.COOKIES.get(settings.PORTAL_LANGUAGE_COOKIE_NAME, ""))
    if chosen is not None:
        return chosen
    for part in request.headers.get("Accept-Language", "").lower().split(",")[:20]:
        known = LANGUAGES.get(part.partition(";")[0].strip()[:2])
        if known is not None:
            return known
    return GERMAN


def keep_language(response: HttpResponse, language: Language) -> None:
    """Answer this browser in the language from now on."""
    response.set_cookie(
        settings.PORTAL_LANGUAGE_COOKIE_NAME,
        language.code,
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
