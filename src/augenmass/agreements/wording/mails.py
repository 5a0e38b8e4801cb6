"""Mails that say that there is something to look at, never what or about whom; to a person in their language."""

from dataclasses import dataclass
from typing import Final

from augenmass.agreements.wording.senders import Office, signed_by


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
INTERPRETER: Final = Words(
    "Anfrage einer Beratungsstelle: Dolmetschen",
    "Guten Tag,\n\n{body} fragt, ob Sie ein Gespräch dolmetschen können. Sprache, Tag und Dauer stehen unter dieser Adresse; dort sagen Sie auch zu oder ab. "
    "Ein Konto brauchen Sie nicht:\n\n{address}\n\nZeichen der Anfrage: {reference}. Diese Nachricht enthält aus Gründen des Datenschutzes keine weiteren Angaben.\n",
)
TAKEN_BACK: Final = Words(
    "Anfrage einer Beratungsstelle zurückgenommen",
    "Guten Tag,\n\n{body} nimmt die Anfrage mit dem Zeichen {reference} zurück. Das Dolmetschen wird nicht mehr gebraucht. "
    "Welches Gespräch es war, steht unter der Adresse aus der ersten Nachricht. Diese Nachricht enthält aus Gründen des Datenschutzes keine weiteren Angaben.\n",
)
"""To a service: ``body``, ``reference``, ``address``; in German, whatever language the counsellor works in."""
_TALK: Final = {
    "de": Words(
        "Erinnerung an einen Termin",
        "Guten Tag,\n\nin den nächsten Tagen haben Sie einen Termin, den Sie selbst vereinbart haben. Wenn er nicht passt, rufen Sie uns bitte an.\n\nBitte antworten Sie nicht auf diese Nachricht.\n",
    ),
    "de-simple": Words(
        "Erinnerung an einen Termin",
        "Guten Tag,\n\nSie haben bald einen Termin. Sie haben den Termin selbst vereinbart. Passt der Termin nicht? Dann rufen Sie uns bitte an.\n\nBitte antworten Sie nicht auf diese Nachricht.\n",
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
_STEP: Final = {
    "de": Words(
        "Erinnerung",
        "Guten Tag,\n\nin den nächsten Tagen steht etwas an, das Sie sich selbst vorgenommen haben. Wenn Sie Hilfe oder mehr Zeit brauchen, rufen Sie uns bitte an.\n\nBitte antworten Sie nicht auf diese Nachricht.\n",
    ),
    "de-simple": Words(
        "Erinnerung",
        "Guten Tag,\n\nSie wollten bald etwas tun. Das haben Sie selbst geplant. Brauchen Sie Hilfe oder mehr Zeit? Dann rufen Sie uns bitte an.\n\nBitte antworten Sie nicht auf diese Nachricht.\n",
    ),
    "en": Words(
        "Reminder",
        "Hello,\n\nin the next few days something is due that you planned for yourself. If you need help or more time, please call us.\n\nPlease do not reply to this message.\n",
    ),
    "ar": Words(
        "تذكير",
        "مرحباً،\n\nخلال الأيام القادمة يحين موعد أمر خططتم له بأنفسكم. إذا احتجتم إلى مساعدة أو إلى مزيد من الوقت فاتصلوا بنا من فضلكم.\n\nيرجى عدم الرد على هذه الرسالة.\n",
    ),
    "fa": Words(
        "یادآوری",
        "سلام،\n\nدر روزهای آینده زمان کاری می‌رسد که خودتان برنامه‌ریزی کرده‌اید. اگر به کمک یا وقت بیشتری نیاز دارید، لطفاً با ما تماس بگیرید.\n\nلطفاً به این پیام پاسخ ندهید.\n",
    ),
    "uk": Words(
        "Нагадування",
        "Добрий день,\n\nнайближчими днями настає термін того, що Ви запланували самі. Якщо Вам потрібна допомога або більше часу, зателефонуйте нам.\n\nБудь ласка, не відповідайте на це повідомлення.\n",
    ),
    "tr": Words(
        "Hatırlatma",
        "Merhaba,\n\nönümüzdeki günlerde kendiniz için planladığınız bir işin günü geliyor. Yardıma veya daha fazla zamana ihtiyacınız varsa lütfen bizi arayın.\n\nLütfen bu iletiyi yanıtlamayın.\n",
    ),
    "ru": Words(
        "Напоминание",
        "Здравствуйте,\n\nв ближайшие дни подходит срок того, что Вы запланировали сами. Если Вам нужна помощь или больше времени, позвоните нам.\n\nПожалуйста, не отвечайте на это сообщение.\n",
    ),
    "fr": Words(
        "Rappel",
        "Bonjour,\n\ndans les prochains jours arrive l’échéance d’une chose que vous avez prévue vous-même. S’il vous faut de l’aide ou plus de temps, appelez-nous.\n\nMerci de ne pas répondre à ce message.\n",
    ),
}


def reminder(language: str, step: bool = False) -> Words:
    """The words to a person, about a talk or about a step of their own. Raises ``KeyError`` for a language without any."""
    return (_STEP if step else _TALK)[language]


def reminder_from(office: Office, language: str, step: bool = False) -> Words:
    """The words to a person with the office that they come from. The subject names nobody: it is read on locked screens."""
    words = reminder(language, step)
    return Words(words.subject, f"{words.text}\n{signed_by(language, office)}")
