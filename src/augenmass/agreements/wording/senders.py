"""From which office a mail to a person comes and how to reach it, in the person's language; nothing of what it is about."""

from dataclasses import dataclass
from typing import Final

from augenmass.agreements.rules.languages import RIGHT_TO_LEFT

ISOLATED: Final = "\N{FIRST STRONG ISOLATE}%s\N{POP DIRECTIONAL ISOLATE}"
"""Names and numbers keep their order in a text from right to left."""


@dataclass(frozen=True, slots=True)
class Office:
    """A counselling office as a mail names it; what is not known is empty."""

    name: str
    place: str = ""
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class _Labels:
    start: str
    place: str
    telephone: str
    email: str


_LABELS: Final = {
    "de": _Labels("Diese Nachricht kommt von", "Adresse", "Telefon", "E-Mail"),
    "de-simple": _Labels("Diese Nachricht kommt von", "Adresse", "Telefon", "E-Mail"),
    "en": _Labels("This message comes from", "Address", "Telephone", "E-mail"),
    "ar": _Labels("هذه الرسالة من", "العنوان", "الهاتف", "البريد الإلكتروني"),
    "fa": _Labels("این پیام از طرف", "نشانی", "تلفن", "ایمیل"),
    "uk": _Labels("Це повідомлення надіслала установа", "Адреса", "Телефон", "Електронна пошта"),
    "tr": _Labels("Bu iletiyi gönderen", "Adres", "Telefon", "E-posta"),
    "ru": _Labels("Это сообщение отправила организация", "Адрес", "Телефон", "Электронная почта"),
    "fr": _Labels("Ce message vient de", "Adresse", "Téléphone", "E-mail"),
}


def signed_by(language: str, office: Office) -> str:
    """The lines under a mail. Raises ``KeyError`` for a language without any."""
    words = _LABELS[language]
    lines = [
        (words.start, office.name),
        (words.place, office.place),
        (words.telephone, office.telephone),
        (words.email, office.email),
    ]
    shown = ISOLATED if language in RIGHT_TO_LEFT else "%s"
    # A name with a line break would write lines of its own.
    return "".join(f"{label}: {shown % ' '.join(said.split())}\n" for label, said in lines if said.strip())
