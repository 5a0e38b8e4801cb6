"""Mails that say that there is something to look at, never what or about whom; to a person in their language."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Words:
    """Subject and text of a mail."""

    subject: str
    text: str


STAFF: Final = Words(
    "Augenmaß: Für Sie ist etwas zu tun",
    "Guten Tag,\n\nin Augenmaß gibt es einen Termin oder eine offene Zusage für Sie. Bitte melden Sie sich an.\n\n"
    "Diese Nachricht enthält aus Gründen des Datenschutzes keine weiteren Angaben. Bitte antworten Sie nicht auf sie.\n",
)
PROVIDER: Final = Words(
    "Anfrage einer Beratungsstelle",
    "Guten Tag,\n\n{body} bittet Sie um eine Antwort zu einer Leistung Ihrer Stelle. Bitte öffnen Sie dafür diese Adresse; "
    "ein Konto brauchen Sie nicht:\n\n{address}\n\nDer Link gilt bis {day} und nur für eine Antwort. "
    "Diese Nachricht enthält aus Gründen des Datenschutzes keine weiteren Angaben.\n",
)
"""To a provider: ``body``, ``address``, ``day``; in German, whatever language the counsellor works in."""
_PERSON: Final = {
    "de": Words(
        "Erinnerung an einen Termin",
        "Guten Tag,\n\nin den nächsten Tagen haben Sie einen Termin, den Sie selbst vereinbart haben. Wenn er nicht passt, rufen Sie uns bitte an.\n\nBitte antworten Sie nicht auf diese Nachricht.\n",
    ),
    "en": Words(
        "Reminder of an appointment",
        "Hello,\n\nyou have an appointment in the next few days that you arranged yourself. If it does not suit you, please call us.\n\nPlease do not reply to this message.\n",
    ),
    "ar": Words(
        "تذكير بموعد",
        "مرحباً،\n\nلديكم خلال الأيام القادمة موعد اتفقتم عليه بأنفسكم. إذا لم يكن مناسباً فاتصلوا بنا من فضلكم.\n\nيرجى عدم الرد على هذه الرسالة.\n",
    ),
    "fa": Words(
        "یادآوری یک قرار ملاقات",
        "سلام،\n\nدر روزهای آینده یک قرار ملاقات دارید که خودتان هماهنگ کرده‌اید. اگر مناسب نیست، لطفاً با ما تماس بگیرید.\n\nلطفاً به این پیام پاسخ ندهید.\n",
    ),
    "uk": Words(
        "Нагадування про зустріч",
        "Добрий день,\n\nнайближчими днями у Вас є зустріч, про яку Ви домовилися самі. Якщо час Вам не підходить, зателефонуйте нам.\n\nБудь ласка, не відповідайте на це повідомлення.\n",
    ),
    "tr": Words(
        "Randevu hatırlatması",
        "Merhaba,\n\nönümüzdeki günlerde kendinizin kararlaştırdığı bir randevunuz var. Uygun değilse lütfen bizi arayın.\n\nLütfen bu iletiyi yanıtlamayın.\n",
    ),
    "ru": Words(
        "Напоминание о встрече",
        "Здравствуйте,\n\nв ближайшие дни у Вас встреча, о которой Вы договорились сами. Если время Вам не подходит, позвоните нам.\n\nПожалуйста, не отвечайте на это сообщение.\n",
    ),
    "fr": Words(
        "Rappel d’un rendez-vous",
        "Bonjour,\n\nvous avez dans les prochains jours un rendez-vous que vous avez fixé vous-même. S’il ne vous convient pas, appelez-nous.\n\nMerci de ne pas répondre à ce message.\n",
    ),
}


def reminder(language: str) -> Words:
    """The mail to a person. Raises ``KeyError`` for a language without one."""
    return _PERSON[language]
